"""Room stories."""
