"""Labels of our own on real reports: how they were chosen and how well two readings agree."""
