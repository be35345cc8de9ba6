"""Room matches."""
