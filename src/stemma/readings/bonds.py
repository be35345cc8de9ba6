"""Bonds: what one cue ties together inside its sentence: speaker, cue, content."""

from dataclasses import dataclass, replace

from stemma.readings.cues import Cue
from stemma.readings.sentence import Sentence

Range = tuple[int, int]  # tokens, the last excluded


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """Speaker, cue and content of one cue, as token ranges of its sentence; `waits` where the content stands in what follows.

    `is_inner` says that the cue stands inside another bond's content.
    """

    sentence: Sentence
    cue: Cue
    source: Range | None
    cues: tuple[Range, ...]
    content: tuple[Range, ...]
    is_after: bool = False
    waits: bool = False
    is_joined: bool = False


def joined(first: Bond, second: Bond) -> Bond:
    """Give one bond of two that are one act ("said that he believes ...")."""
    return replace(second, source=first.source, cues=((first.cue.first, second.cue.last),), cue=first.cue)
