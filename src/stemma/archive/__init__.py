"""Where values are kept and found again later; knows values only. Nothing is kept yet."""
