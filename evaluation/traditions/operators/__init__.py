"""What a desk does to a text: pure functions that give the text anew, or None where it cannot be done cleanly."""
