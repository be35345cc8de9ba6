"""Bonds: what one cue ties together inside its sentence: speaker, cue, content."""

from dataclasses import dataclass, replace

from stemma.readings.cues import Cue
from stemma.readings.lexicon import Frame
from stemma.readings.sentence import Sentence

Range = tuple[int, int]  # tokens, the last excluded


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """Speaker, cue and content of one cue, as token ranges of its sentence; `waits` where the content stands in what follows.

    `frame` is that in which the cue stands here; `is_after` says that the cue stands behind its content; `is_turn` that it
    is a label before a turn of talk.
    """

    sentence: Sentence
    cue: Cue
    source: Range | None
    cues: tuple[Range, ...]
    content: tuple[Range, ...]
    is_after: bool = False
    waits: bool = False
    is_turn: bool = False
    frame: Frame = Frame.SAY


def joined(first: Bond, second: Bond) -> Bond:
    """Give one bond of two that are one act ("said that he believes ...")."""
    return replace(second, source=first.source, cues=((first.cue.first, second.cue.last),), cue=first.cue)
