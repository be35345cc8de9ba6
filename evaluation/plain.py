"""Plain methods that stemma is measured beside: what a short script without a model would do."""

import re

Piece = tuple[int, int]

_CUE = re.compile(
    r"\b(?:said|says|say|told|added|adds|wrote|writes|tweeted|asked|argued|according to|noted|claimed|explained|insisted)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b[A-Z][\w.’'\-]*(?:\s+(?:[A-Z][\w.’'\-]*|of|de|von|van))*(?<!\sof)|\b(?:[Hh]e|[Ss]he|[Tt]hey)\b")


def _distance(piece: Piece, start: int, end: int) -> int:
    return max(piece[0] - end, start - piece[1], 0)


def _nearest(pieces: list[Piece], start: int, end: int) -> Piece | None:
    return min(pieces, key=lambda piece: (_distance(piece, start, end), piece), default=None)


def paragraph(text: str, start: int, end: int) -> Piece:
    r"""Give the line of text in which a stretch stands.

    >>> paragraph("one\ntwo\nthree", 5, 6)
    (4, 7)
    """
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    return first, len(text) if last < 0 else last


def nearest_cue_and_name(text: str, start: int, end: int) -> tuple[Piece | None, Piece | None]:
    """Give the cue word nearest to a stretch in its paragraph and the capitalised name or pronoun nearest to the cue."""
    first, last = paragraph(text, start, end)
    outside = [(first, max(first, start)), (min(last, end), last)]
    cues = [match.span() for low, high in outside for match in _CUE.finditer(text, low, high)]
    names = [match.span() for low, high in outside for match in _NAME.finditer(text, low, high)]
    cue = _nearest(cues, start, end)
    if cue is None:
        return None, None
    return cue, _nearest([name for name in names if _distance(name, *cue) > 0 or name != cue], *cue)
