"""Text in the cells of a terminal: how wide it is, how it wraps, and how foreign characters are kept harmless."""

import re
import unicodedata
from collections.abc import Iterable

_ZERO_WIDTH = frozenset(("Mn", "Me", "Cf"))
_RIGHT_TO_LEFT = frozenset(("R", "AL", "AN"))
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
_OVERRIDES = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def clean(text: str) -> str:
    r"""Give text on one line that cannot steer a terminal: controls and marks of direction become blanks or vanish.

    >>> clean("a\x1b[31mred\n  b\u202e c")
    'a [31mred b c'
    """
    kept = (" " if unicodedata.category(sign) in {"Cc", "Zl", "Zp", "Cs"} else sign for sign in text)
    return " ".join("".join(sign for sign in kept if sign not in _OVERRIDES).split())


def isolate(text: str) -> str:
    """Give text that holds right-to-left letters between isolating marks, so that what stands around it stays put.

    >>> isolate("plain")
    'plain'
    """
    if any(unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT for sign in text):
        return f"{_ISOLATE}{text}{_END_ISOLATE}"
    return text


def quoted(text: str) -> str:
    """Give clean text between marks, right-to-left letters kept in their place.

    >>> quoted("so he said”")
    '“so he said”'
    """
    return isolate(f"“{clean(text).strip('“”').strip()}”")


def cell_width(text: str) -> int:
    r"""Give how many cells a text fills: wide characters two, combining ones and colour codes none.

    >>> cell_width("cafe\u0301"), cell_width("新闻"), cell_width("\x1b[1mbold\x1b[0m")
    (4, 4, 4)
    """
    return sum(_sign_width(sign) for sign in _ESCAPE.sub("", text))


def _sign_width(sign: str) -> int:
    if sign.isascii():
        return 1
    if unicodedata.category(sign) in _ZERO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in {"W", "F"} else 1


def clip(text: str, width: int) -> str:
    """Give a text of at most that many cells, with an ellipsis where it was cut.

    >>> clip("a long remark", 7), clip("short", 7)
    ('a long…', 'short')
    """
    if cell_width(text) <= width:
        return text
    kept, filled = [], 0
    for sign in text:
        filled += _sign_width(sign)
        if filled > width - 1:
            break
        kept.append(sign)
    tail = _END_ISOLATE if _ISOLATE in kept and _END_ISOLATE not in kept else ""
    return "".join(kept).rstrip() + "…" + tail


def pad(text: str, width: int) -> str:
    """Give a text filled up with blanks to that many cells.

    >>> pad("新", 4) + "|"
    '新  |'
    """
    return text + " " * max(0, width - cell_width(text))


def wrap(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Give a text in lines of at most `width` cells, the first after `first`, the others after `rest`.

    >>> wrap("one two three", 9, "- ")
    ['- one two', '  three']
    """
    hang = " " * cell_width(first) if rest is None else rest
    opening, room = max(4, width - cell_width(first)), max(4, width - cell_width(hang))
    lines: list[str] = []
    line = ""
    for word in _fit(clean_isolated(text).split(" "), min(opening, room)):
        joined = f"{line} {word}" if line else word
        if line and cell_width(joined) > (room if lines else opening):
            lines.append(line)
            line = word
        else:
            line = joined
    lines.append(line)
    return [((hang if number else first) + one).rstrip() for number, one in enumerate(_reisolated(lines))]


def clean_isolated(text: str) -> str:
    """Give clean text that keeps the isolating marks we set ourselves."""
    pieces = re.split(f"([{_ISOLATE}{_END_ISOLATE}])", text)
    kept = [piece if piece in (_ISOLATE, _END_ISOLATE) else _spaced(piece) for piece in pieces]
    return " ".join("".join(kept).split(" "))


def _spaced(piece: str) -> str:
    inner = clean(piece)
    before = " " if piece[:1].isspace() and inner else ""
    after = " " if piece[-1:].isspace() and (inner or piece) else ""
    return before + inner + after


def _fit(given: Iterable[str], room: int) -> Iterable[str]:
    """Cut words that are longer than a whole line."""
    for word in given:
        if not word:
            continue
        piece, filled = "", 0
        for sign in word:
            extent = _sign_width(sign)
            if filled + extent > room:
                yield piece
                piece, filled = "", 0
            piece += sign
            filled += extent
        yield piece


def _reisolated(lines: list[str]) -> list[str]:
    """Close an isolate that runs over the end of a line, and open it again on the next."""
    open_, fixed = False, []
    for line in lines:
        whole = (_ISOLATE if open_ else "") + line
        open_ = whole.count(_ISOLATE) > whole.count(_END_ISOLATE)
        fixed.append(whole + (_END_ISOLATE if open_ else ""))
    return fixed
