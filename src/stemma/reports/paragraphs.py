"""Paragraphs of a saved text: blank lines between them, one newline between them, or lines wrapped at a width."""

import re
from itertools import pairwise
from typing import NamedTuple

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_SLACK = 3  # characters by which the longest line may exceed the width that the others were wrapped at
_LONGEST_BRACKET = 400  # characters of a credit line in brackets that goes on over a line break
_ENDS = re.compile(r"[.!?…:;”\"’')\]]$")


class Paragraph(NamedTuple):
    """One paragraph: its offsets without the white space around it, and whether a blank line stands before it."""

    start: int
    end: int
    after_blank: bool


def paragraphs(text: str) -> list[Paragraph]:
    r"""Give the paragraphs of a text in order; every character that is no white space lies in one.

    >>> text = "One line.\nAnother line.\n\nA third."
    >>> [text[p.start:p.end] for p in paragraphs(text)]
    ['One line.', 'Another line.', 'A third.']
    """
    lines = _lines(text)
    width = wrap_width(text, lines)
    joined: list[Paragraph] = []
    for line in lines:
        if joined and _goes_on(text, joined[-1], line, width):
            joined[-1] = joined[-1]._replace(end=line.end)
        else:
            joined.append(line)
    return joined


def wrap_width(text: str, lines: list[Paragraph]) -> int | None:
    """Give the width at which the lines of a text are wrapped, or None where a line is a paragraph.

    A line is wrapped where the next line's first word would not have fitted on it: true of most line ends of a wrapped
    text, and of few where each line is a paragraph.
    """
    pairs = [(left, right) for left, right in pairwise(lines) if not right.after_blank]
    width = max((line.end - line.start for line in lines), default=0)
    if len(pairs) < 3 or not 30 <= width <= 110:
        return None
    unfitted = [pair for pair in pairs if _would_not_fit(text, *pair, width)]
    unfinished = [left for left, _ in unfitted if not _ENDS.search(text[left.start : left.end])]
    is_wrapped = len(unfitted) >= 0.5 * len(pairs) and len(unfinished) >= 0.6 * len(unfitted)
    return width if is_wrapped else None


def _lines(text: str) -> list[Paragraph]:
    found: list[Paragraph] = []
    last_end = 0
    for match in _LINE.finditer(text):
        words = match.group().strip()
        if words:
            start = match.start() + match.group().index(words[0])
            is_apart = start - last_end > 1 and len(_BREAK.findall(text, last_end, start)) > 1
            found.append(Paragraph(start, start + len(words), is_apart))
            last_end = start + len(words)
    return found


def _goes_on(text: str, before: Paragraph, line: Paragraph, width: int | None) -> bool:
    """Say whether a line goes on with the paragraph before it."""
    if line.after_blank:
        return False
    told = text[before.start : before.end]
    if told.startswith("(") and told.count("(") > told.count(")") and ")" in text[line.start : line.end]:
        return len(told) < _LONGEST_BRACKET
    if width is not None:
        last_line = text.rfind("\n", before.start, before.end) + 1
        return _would_not_fit(text, before._replace(start=max(before.start, last_line)), line, width)
    return _breaks_mid_sentence(text, before, line)


def _would_not_fit(text: str, left: Paragraph, right: Paragraph, width: int) -> bool:
    first_word = text[right.start : right.end].split(maxsplit=1)[0]
    return (left.end - left.start) + 1 + len(first_word) > width - _SLACK


def _breaks_mid_sentence(text: str, before: Paragraph, line: Paragraph) -> bool:
    """Say whether a lone line break falls inside a sentence, as copying links out of a page leaves them."""
    last, first = text[before.end - 1], text[line.start]
    return (last.islower() or last == ",") and (first.islower() or first in ",;") and line.end - before.start > 60
