"""Labels of our own on who speaks in real reports: how the reports were chosen, and what the labels mean."""
