"""stemma: who said what, which report has its text from which, and on how few lines each claim rests."""

__version__ = "0.1.0"
