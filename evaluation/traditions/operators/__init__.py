"""What a desk does to a text: each operator is a pure function from a draft to a draft, or None where it cannot be done cleanly."""
