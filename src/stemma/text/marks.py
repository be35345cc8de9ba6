"""Quotation marks: which words of a text stand inside a pair of them."""

from typing import NamedTuple


class Marked(NamedTuple):
    """A stretch in quotation marks: outer offsets with the marks, inner offsets without; depth 0 is outermost."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    is_closed: bool


_PAIRS = {"“": "”", "«": "»", "„": "“", '"': '"'}


def marked(text: str) -> list[Marked]:
    """Give every stretch in quotation marks, in text order; an unclosed mark ends with its paragraph.

    >>> text = 'He said: “Go on.” She left.'
    >>> [text[m.inner_start:m.inner_end] for m in marked(text)]
    ['Go on.']
    """
    found = []
    offset = 0
    while offset < len(text):
        closing = _PAIRS.get(text[offset])
        if closing is None:
            offset += 1
            continue
        stop = text.find("\n", offset)
        stop = len(text) if stop < 0 else stop
        close = text.find(closing, offset + 1, stop)
        if close < 0:
            found.append(Marked(offset, stop, offset + 1, stop, 0, False))
            offset = stop
        else:
            found.append(Marked(offset, close + 1, offset + 1, close, 0, True))
            offset = close + 1
    return found
