"""Passages that two reports share: a plan of array steps and word alignments; knows no engine."""

from stemma.matches.plan import match
from stemma.matches.rules import MatchRules

__all__ = ["MatchRules", "match"]
