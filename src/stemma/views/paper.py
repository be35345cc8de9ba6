"""The paper that text views are written on: a width, colour or none, and the few shapes of line that they use."""

from collections.abc import Sequence
from dataclasses import dataclass

from stemma.views.cells import cell_width, pad, wrap

_CODES = {"bold": "1", "dim": "2", "warn": "33;1", "good": "32", "name": "36"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """How wide the lines may be, in cells, and whether they carry colour."""

    width: int = 80
    colour: bool = False


def ink(paper: Paper, style: str, text: str) -> str:
    """Give text in a colour where the paper has colour.

    >>> ink(Paper(), "bold", "plain")
    'plain'
    """
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if paper.colour and text else text


def heading(paper: Paper, text: str) -> list[str]:
    """Give a heading with an empty line before it."""
    return ["", *(ink(paper, "bold", line) for line in wrap(text, paper.width))]


def entry(paper: Paper, text: str, mark: str = "  ", style: str | None = None) -> list[str]:
    """Give one entry, wrapped, hanging under its mark; `style` inks the whole of it."""
    lines = wrap(text, paper.width, mark)
    return [ink(paper, style, line) for line in lines] if style else lines


def warning(paper: Paper, text: str, indent: str = "  ") -> list[str]:
    """Give an entry that an editor should look at, with "!" before it."""
    return entry(paper, text, f"{indent}! ", "warn")


def row(paper: Paper, cells: Sequence[str], widths: Sequence[int], last: str = "", mark: str = "") -> list[str]:
    """Give a row of a table whose first cells have fixed widths and whose last one wraps.

    >>> row(Paper(width=12), ["A"], [3], "one two three")
    ['A  one two', '   three']
    """
    head = mark + "".join(pad(cell, width) for cell, width in zip(cells, widths, strict=True))
    return wrap(last, paper.width, head, " " * cell_width(head))
