"""Passages that two reports share."""

from dataclasses import dataclass
from enum import StrEnum

from stemma.model.spans import Span


class EditKind(StrEnum):
    """What an edit does to the left side."""

    INSERT = "insert"
    DELETE = "delete"
    SUBSTITUTE = "substitute"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One difference between two texts: characters start:end of the left text are replaced by `after`.

    `before` are the characters replaced ("" for an insertion); start and end are offsets into the left report's text.
    """

    kind: EditKind
    start: int
    end: int
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A passage that two reports share, with what differs inside it; it has no direction.

    `edits` applied to the left words give the right words, character for character. `score` in 0..1 is the share of equal
    words over the longer side. `surprisal` is in bits, counted over shared narration alone: words equal on both sides that
    stand outside quotation marks on both, and are no names, titles, numbers or set phrases.
    """

    left: Span
    right: Span
    edits: tuple[Edit, ...]
    score: float
    surprisal: float
