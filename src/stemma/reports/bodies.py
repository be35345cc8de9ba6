"""The body of a saved text: paragraphs, subheads between them, and the furniture in and after it."""

import re

from stemma.model import ZoneKind
from stemma.reports.agencies import find_agency
from stemma.reports.furniture import is_biography
from stemma.reports.heads import is_same_title
from stemma.reports.lines import Label, Line, is_bullet

_GOES_ON = re.compile(r"(?:So|But|And|Or|Yet|Then|Because)\b|[\W\d_]+$")  # no subhead begins so
_TELLING = frozenset({Label.PROSE, Label.DATELINE})
_LONGEST_SUBHEAD = 16  # words
_LONGEST_LEAD_IN = 5  # words of a line with a colon that is a subhead; longer ones lead into what follows
_MANY = 4  # titles standing together
_LEADS_TO_LINKS = re.compile(
    r"(?i)(?:related|read|more|see|also|recommended|most|trending|you may|top|latest|don.t miss|what to read|up next)\b"
)
_PULL_REACH = 6  # paragraphs within which a repeated sentence is a pulled quotation


def body_kinds(text: str, lines: list[Line], start: int, headline: tuple[str, ...]) -> dict[int, ZoneKind]:
    """Give the zones of the paragraphs from `start` on, by number."""
    last = max((number for number in range(start, len(lines)) if lines[number].label in _TELLING), default=len(lines))
    return {number: _kind(text, lines, number, start, last, headline) for number in range(start, len(lines))}


def _kind(text: str, lines: list[Line], number: int, start: int, last: int, headline: tuple[str, ...]) -> ZoneKind:
    line = lines[number]
    told = text[line.start : line.end]
    if line.label in {Label.FURNITURE, Label.CREDIT, Label.PHOTO}:
        return ZoneKind.FURNITURE
    if line.label is Label.BYLINE:
        return _byline_kind(text, lines, number, last)
    if line.label in _TELLING:
        is_aside = number > start and (_is_pulled(lines, number) or (number >= len(lines) - 4 and is_biography(told)))
        return ZoneKind.FURNITURE if is_aside else ZoneKind.BODY
    if is_same_title(line.keys, headline):
        return ZoneKind.FURNITURE
    return _title_kind(text, lines, number, last)


def _byline_kind(text: str, lines: list[Line], number: int, last: int) -> ZoneKind:
    """Place a line of names or moments inside the body: a name over a paragraph is a subhead, at the end it signs."""
    byline = lines[number].byline
    if byline is None or not byline.authors:
        return ZoneKind.FURNITURE
    if all(find_agency(text[start:end]) for start, end in byline.authors):
        return ZoneKind.FURNITURE
    if byline.has_by or byline.told or byline.credits or number == last + 1:
        return ZoneKind.BYLINE
    if number > last or number + 1 == len(lines):
        return ZoneKind.FURNITURE
    below = lines[number + 1]
    is_over_prose = below.label in _TELLING and not is_biography(text[below.start : below.end])
    return ZoneKind.SUBHEAD if is_over_prose else ZoneKind.FURNITURE


def _title_kind(text: str, lines: list[Line], number: int, last: int) -> ZoneKind:
    """Place a short line that ends like no sentence: body where it is part of one, subhead over a paragraph, else furniture."""
    told = text[lines[number].start : lines[number].end]
    if last == len(lines):
        return ZoneKind.BODY
    if (
        is_bullet(told)
        or told[0] in '"“«(…'
        or told[0].islower()
        or told[-1] in ',;—–-…"”'
        or len(lines[number].keys) > _LONGEST_SUBHEAD
    ):
        return ZoneKind.BODY if number <= last or len(lines[number].keys) > _LONGEST_SUBHEAD else ZoneKind.FURNITURE
    if number > last:
        return ZoneKind.FURNITURE
    if _GOES_ON.match(told):
        return ZoneKind.BODY
    if told[-1] == ":" and (len(lines[number].keys) > _LONGEST_LEAD_IN or text[lines[number + 1].start] in "\"“‘'"):
        return ZoneKind.BODY
    is_link = (
        number > 0
        and lines[number - 1].label is Label.FURNITURE
        and _LEADS_TO_LINKS.match(_words(text, lines[number - 1]))
    )
    is_alone = _run_of_titles(text, lines, number) <= 2
    return ZoneKind.SUBHEAD if is_alone and not is_link and _stands_over(text, lines, number) else ZoneKind.FURNITURE


def _stands_over(text: str, lines: list[Line], number: int) -> bool:
    """Say whether the next line that is neither picture, furniture nor title is a paragraph or an entry of a list."""
    skipped = {Label.PHOTO, Label.FURNITURE}
    for line in lines[number + 1 :]:
        if line.label in skipped or (line.label is Label.TITLE and not is_bullet(_words(text, line))):
            continue
        return line.label in _TELLING or line.label is Label.TITLE
    return False


def _words(text: str, line: Line) -> str:
    return text[line.start : line.end]


def _run_of_titles(text: str, lines: list[Line], number: int) -> int:
    """Give how many titles stand together round this one, entries of lists not counted; more than a few are not counted out."""
    run = 1
    for step in (-1, 1):
        other = number + step
        while (
            run < _MANY
            and 0 <= other < len(lines)
            and lines[other].label is Label.TITLE
            and not is_bullet(_words(text, lines[other]))
        ):
            run += 1
            other += step
    return run


def _is_pulled(lines: list[Line], number: int) -> bool:
    """Say whether a short paragraph only repeats a stretch of a longer one near it (a pulled quotation)."""
    keys = lines[number].keys
    if not 5 <= len(keys) <= 50:
        return False
    near = lines[max(0, number - _PULL_REACH) : number] + lines[number + 1 : number + 1 + _PULL_REACH]
    sought = " " + " ".join(keys) + " "
    return any(
        len(line.keys) > len(keys) and sought in " " + " ".join(line.keys) + " "
        for line in near
        if line.label in _TELLING
    )
