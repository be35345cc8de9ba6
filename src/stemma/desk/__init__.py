"""One function for each use: it asks the rooms in order and gives a value; nothing is printed here."""

from stemma.desk.checks import check
from stemma.desk.clippings import read
from stemma.desk.comparisons import compare, demo
from stemma.desk.tray import Reference
from stemma.desk.values import Check, Clipping, Comparison

__all__ = ["Check", "Clipping", "Comparison", "Reference", "check", "compare", "demo", "read"]
