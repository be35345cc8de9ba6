"""One function for each use: it asks the rooms in order and gives a value; nothing is printed here."""

from stemma.desk.checks import check
from stemma.desk.clippings import read, read_each
from stemma.desk.comparisons import compare, demo
from stemma.desk.gatherings import gather
from stemma.desk.matchings import match
from stemma.desk.settings import Settings, read_settings, settings_in_force
from stemma.desk.tray import Reference
from stemma.desk.values import Check, Clipping, Comparison, Gathering, Matching

__all__ = [
    "Check",
    "Clipping",
    "Comparison",
    "Gathering",
    "Matching",
    "Reference",
    "Settings",
    "check",
    "compare",
    "demo",
    "gather",
    "match",
    "read",
    "read_each",
    "read_settings",
    "settings_in_force",
]
