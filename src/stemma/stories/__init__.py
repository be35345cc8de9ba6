"""Compares the reports of one event: who has whose text, what was said, and on how few lines each claim rests."""

from stemma.stories.comparison import compare
from stemma.stories.copies import near_copies
from stemma.stories.grouping import gather
from stemma.stories.hearing import hear
from stemma.stories.rules import StoryRules

__all__ = ["StoryRules", "compare", "gather", "hear", "near_copies"]
