"""Head lines made of pieces ("Springfield Echo | Business | March 3, 2021, 4:45 p.m."), and the outlets that a head names."""

import re
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from itertools import pairwise

from stemma.model import Credit, CreditRole
from stemma.reports.agencies import find_agency
from stemma.reports.bylines import Byline, beside_moments, find_byline, is_desk, is_person_name, is_role
from stemma.reports.datelines import is_city
from stemma.reports.lines import Label, Line
from stemma.reports.moments import WEEKDAY, Told, at_clock, find_moments, is_clock
from stemma.reports.outlets import Naming, naming
from stemma.text.notices import is_correction

_REACH = 9  # paragraphs on top among which a head line may stand
_LONGEST_HEAD = 22  # words of a head line
_LONGEST_PIECE = 8  # words of a piece of it
_TOLD_AT_LENGTH = 30  # words of a paragraph with which the body has surely begun
_PARTED = re.compile(
    r"\s*[|·•;()\[\]]\s*|\s+[–—/-]+\s+|,\s+|\s*\n\s*|\s{3,}|\s+for\s+(?:the\s+)?(?=[A-ZÀ-ÖØ-Þ])|\s+(?:on|at|in)$"
)
SECTION = re.compile(
    r"(?i)(?:world|politics|business|econom(?:y|ics)|markets?|finance|money|sports?|opinion|comment|analysis|culture|arts|"
    r"science|tech(?:nology)?|health|education|environment|climate|travel|lifestyle|local|regional|national|international|"
    r"foreign|city|metro|home|domestic|europe|asia|africa|americas|middle east|crime|courts?|society|media|breaking|latest|"
    r"exclusive|press release|statement|special report|report|feature|interview|update|explainer|column|editorial|"
    r"news|weekly|daily|online|edition|print edition|local time|share|print|e-?mail|(?:(?:\d{1,5}|no|leave a|add a)\s)?comments?|"
    r"\d{1,5}|traffic|weather|home|"
    r"menu|listen live|watch live|subscribe|sign in|p(?:age|\.)\s?[a-z]?\d{1,3})"
    r"(?:\s+(?:news|section|edition|page|desk))?|(?-i:[A-Z]{2,}(?:[-/][A-Z]{2,})+)"  # a slug: RIVER-FLOOD
)
_POSTED_ON = re.compile(r"(?i)\b(?:posted|published|appeared)\s+(?:on|in|at)\s*$")
_DAY_BEFORE = re.compile(rf"(?i){WEEKDAY}\s$")
_BODIES = re.compile(
    r"(?i)\b(?:house|palace|office|minist(?:er|ry)|president|government|court|council|police|parliament|senate|congress|bank|"
    r"department|army|church|university|company|party|mayor|judge|king|queen|hague|netherlands|gambia|bahamas|bronx)\b"
)
_POSTED = re.compile(r"(?i)^(?:(?:first\s+|originally\s+)?(?:posted|published|appeared)\s+)?(?:on|in|at)\s+(?=[A-Z])")
_BY = re.compile(
    r"(?i)^(?:by|from|for(?=\s+the\b)|author|text|words|(?:written|reported|posted|published) by)\s*:?\s+(?=\S)"
)
_POSTED_BY = re.compile(r"(?i)\s*[|·•–—]\s*posted by\b")  # a site's name stands before
_LABELLED = re.compile(r"(?i)\b(?:published|posted|updated|issued)(?:\s+(?:on|at))?:?\s*$")
_DESK_ALONE = re.compile(r"(?i)(?:[\w’'-]+ ){1,2}desk")
_LONGEST_OUTLET = 3  # words of a name that only the desk beside it shows to be an outlet's
_STAFF = re.compile(r"(?i)(?:staff|(?:and )?agencies|staff and agencies)")
_SMALL = frozenset({"of", "the", "and", "for", "&", "de", "la"})  # in names
_DESK_TAIL = re.compile(
    r"(?i)\s+(?:(?:online|news|web|digital|sports?|foreign|business|city|arts|culture|politics|political|world|features|crime|"
    r"science|health|money)\s+)*(?:desk|newsroom|staff|team|(?:staff\s+)?(?:reporters|correspondents|writers))$|\s+(?-i:online)$"
)
_STAFFED = re.compile(r"(?i)^by\s+(?:(?:an?|the)\s+)?(?P<name>.+?)\s+(?:staff\s+)?(?:reporter|correspondent|writer)$")


class Piece(StrEnum):
    """What a piece of a head line is; `other` may be anything."""

    OUTLET = "outlet"
    AUTHOR = "author"
    SECTION = "section"
    OTHER = "other"


def read_heads(text: str, lines: list[Line]) -> list[Line]:
    r"""Read the head lines of a text that no single line shows: pieces beside a moment, names of outlets, times of day.

    >>> from stemma.reports.lines import read_lines
    >>> from stemma.reports.paragraphs import paragraphs
    >>> text = "Rain Falls On Town\n\nSpringfield Echo | Business | March 3, 2021, 4:45 p.m.\n\nRain fell, she said."
    >>> line = read_heads(text, read_lines(text, paragraphs(text)))[1]
    >>> line.label.value, line.byline.published.earliest.hour, [credit.name for credit in line.byline.credits]
    ('byline', 16, ['Springfield Echo'])
    """
    stop = _head_length(lines)
    read = [_beside_moment(text, lines, number) for number in range(stop)]
    read = [_alone(text, [*read, *lines[stop : stop + 1]], number) for number in range(stop)]
    read = [_by_place(text, lines, number) or line for number, line in enumerate(read)]
    signed = {c.name.casefold() for line in lines for c in line.credits if c.role is CreditRole.AGENCY}
    read = [_without(line, signed) for line in _clocks_joined(text, read)]
    return [*read, *lines[stop:]]


def _head_length(lines: list[Line]) -> int:
    """Give how many lines on top may be of the head: up to a paragraph that tells at length or a dateline before a text."""
    for number, line in enumerate(lines[:_REACH]):
        is_long = line.label is Label.PROSE and len(line.keys) > _TOLD_AT_LENGTH
        if is_long or (line.dateline is not None and line.dateline.end < line.end):
            return number
    return min(len(lines), _REACH)


def _beside_moment(text: str, lines: list[Line], number: int) -> Line:
    """Read a line that tells a moment with its day as pieces beside it; any other line as it was."""
    line = lines[number]
    if line.label in {Label.PROSE, Label.TITLE} and is_clock(text[line.start : line.end]):
        return line._replace(label=Label.FURNITURE)
    if len(line.keys) > _LONGEST_HEAD or line.label in {Label.CREDIT, Label.PHOTO, Label.DATELINE}:
        return line
    if is_correction(text[line.start : line.end]):
        return line
    told = tuple(find_moments(text, line.start, line.end))
    if not told or (line.label is Label.FURNITURE and "\n" in text[line.start : line.end]):
        return line
    pieces = _pieces(text, line, told)
    is_labelled = _is_labelled(text, line, told)
    kinds = [_kind(text[start:end], beside=is_labelled or len(pieces) > 1) for start, end in pieces]
    kinds = [Piece.OUTLET if _is_site(text, one[1]) else kind for one, kind in zip(pieces, kinds, strict=True)]
    known = line.byline is not None or _is_head(text, pieces, kinds, is_top=number == 0, is_labelled=is_labelled)
    if not known or any(len(text[start:end].split()) > _LONGEST_PIECE for start, end in pieces):
        return line
    return _credited(text, line, told, pieces, kinds)


def _is_site(text: str, end: int) -> bool:
    """Say whether a name ends here that is where a text was posted: "hearsay | posted by Jane Roe"."""
    return _POSTED_BY.match(text, end) is not None


def _is_over_authors(text: str, lines: list[Line], number: int) -> bool:
    """Say whether a line is "The" and a name, over whoever wrote a text and its day, line upon line."""
    words = text[lines[number].start : lines[number].end].strip()
    block = lines[number : number + 3]
    is_block = len(block) == 3 and all(text[a.end : b.start].count("\n") == 1 for a, b in pairwise(block))
    is_signed = is_block and block[1].label is Label.BYLINE and any(find_moments(text, block[2].start, block[2].end))
    return is_signed and _has_article(words) and naming(words) is Naming.NONE and lines[number].label is not Label.PROSE


def _is_over_desk(text: str, lines: list[Line], number: int) -> bool:
    """Say whether a line in capitals stands over a desk's name, with a day between at most: a desk has an outlet."""
    words = text[lines[number].start : lines[number].end].strip()
    below = [text[one.start : one.end].strip() for one in lines[number + 1 : number + 3]]
    is_name = words.isupper() and 1 < len(words.split()) <= _LONGEST_OUTLET and not SECTION.fullmatch(words)
    return is_name and any(map(_DESK_ALONE.fullmatch, below))


def _is_labelled(text: str, line: Line, told: tuple[Told, ...]) -> bool:
    return _LABELLED.search(text[line.start : told[0].start]) is not None


def _is_head(text: str, pieces: list[tuple[int, int]], kinds: list[Piece], *, is_top: bool, is_labelled: bool) -> bool:
    """Say whether the pieces beside a moment make a head line: something known among them, and at most one that is not."""
    unknown = [text[slice(*piece)] for piece, kind in zip(pieces, kinds, strict=True) if kind is Piece.OTHER]
    if not unknown:
        return True
    is_name = all(word[:1].isupper() or word in _SMALL for word in unknown[0].split())
    is_known = is_labelled or is_name or len(kinds) > len(unknown)
    is_phrase = unknown[0][:1].isupper() or (unknown[0][:1].isalpha() and Piece.OUTLET in kinds)
    return len(unknown) == 1 and not is_top and is_known and is_phrase and unknown[0][-1] not in ".!?"


def _alone(text: str, lines: list[Line], number: int) -> Line:
    """Read a line without a moment as names of outlets and authors where it stands beside a head line that is sure."""
    line = _unsigned(text, lines[number])
    if line.label not in {Label.TITLE, Label.BYLINE, Label.FURNITURE, Label.CREDIT} or len(line.keys) > _LONGEST_HEAD:
        return lines[number]
    if (line.byline is not None and line.byline.told) or any(one.role is CreditRole.OUTLET for one in line.credits):
        return lines[number]
    near = [
        lines[other]
        for other in (number - 1, *range(number + 1, number + 4))
        if 0 <= other < len(lines) and other != number
    ]
    pieces = _pieces(text, line, ())
    has_desk = len(pieces) > 1 and any(_is_desk(text[start:end]) for start, end in pieces)
    has_author = line.byline is not None and bool(line.byline.authors)
    is_masthead = number == 0 and len(pieces) == 1 and any(map(_is_anchor, lines))
    is_anchored = (
        is_masthead
        or has_desk
        or _is_by_newsroom(text[line.start : line.end])
        or has_author
        or any(_is_anchor(other) for other in near)
    )
    if not is_anchored or not _is_below_title(lines, number):
        return lines[number]
    kinds = [_kind(text[start:end], beside=False) for start, end in pieces]
    is_signed = lines[number].label is Label.PHOTO
    if Piece.OUTLET not in kinds or (Piece.OTHER in kinds and line.byline is None and not is_signed):
        return lines[number]
    return _credited(text, line, (), pieces, kinds)


def _by_place(text: str, lines: list[Line], number: int) -> Line | None:
    """Read a line below the headline that its neighbours or its form show to name an outlet or an agency."""
    line = lines[number]
    if number == 0 or line.label is Label.PROSE:
        return None
    if line.label is Label.PHOTO and (signed := _signing(text, line)):
        return line._replace(label=Label.CREDIT, credits=signed)
    if not (_is_over_desk(text, lines, number) or _is_over_authors(text, lines, number)):
        return None
    name = text[line.start : line.end].strip()
    start = text.index(name, line.start)
    credit = Credit(name=name, role=CreditRole.OUTLET, start=start, end=start + len(name))
    byline = Byline(authors=(), told=(), credits=(credit,), has_by=False)
    return line._replace(label=Label.BYLINE, byline=byline, credits=(credit,), dateline=None)


def _signing(text: str, line: Line) -> tuple[Credit, ...]:
    """Give the agency that no list has in front of a stroke, as no photographer stands ("LINDEL WIRE / HEARSAY")."""
    front, stroke, _ = text[line.start : line.end].partition(" / ")
    agency = find_agency(front) if stroke else None
    if agency is None or agency.country:
        return ()
    return (Credit(name=front, role=CreditRole.AGENCY, start=line.start, end=line.start + len(front)),)


def _is_by_newsroom(words: str) -> bool:
    """Say whether a line gives a text to those who write for an outlet: "By Lindel Echo reporters"."""
    return _BY.match(words) is not None and _bare(words) != _BY.sub("", words) and naming(_bare(words)) is Naming.SURE


def _unsigned(text: str, line: Line) -> Line:
    """Take "Springfield Online / Coast" for no photographer's name: an outlet stands in front, no person or agency behind."""
    front, stroke, behind = text[line.start : line.end].partition(" / ")
    is_joint = line.label is Label.PHOTO and stroke and naming(front) is Naming.SURE
    is_joint = is_joint and not (find_agency(behind) or is_person_name(behind))
    return line._replace(label=Label.TITLE, credits=()) if is_joint else line


def _is_anchor(line: Line) -> bool:
    """Say whether a line surely belongs to the head: it tells a moment, says "by", or is a dateline."""
    return line.dateline is not None or (line.byline is not None and bool(line.byline.told or line.byline.has_by))


def _is_below_title(lines: list[Line], number: int) -> bool:
    """Say whether another line can be the headline, so that this one need not be."""
    return any(
        len(other.keys) >= 3 and other.label in {Label.TITLE, Label.PROSE}
        for place, other in enumerate(lines)
        if place < number or (place > number and other.label is Label.TITLE)
    )


def _credited(text: str, line: Line, told: tuple[Told, ...], pieces: list[tuple[int, int]], kinds: list[Piece]) -> Line:
    """Give a line as a byline with the outlets among its pieces credited."""
    before = line.byline or find_byline(text, line.start, line.end)
    named = list({one.start: one for one in (*line.credits, *(before.credits if before is not None else ()))}.values())
    for (start, end), kind in zip(pieces, kinds, strict=True):
        outlet = _outlet(text, start, end, line.start) if kind is Piece.OUTLET else None
        if outlet is not None and not any(outlet.start < one.end and one.start < outlet.end for one in named):
            named.append(outlet)
    stretches = before.authors if before is not None else tuple(beside_moments(text, line.start, line.end, told))
    stretches = tuple(
        one for one in stretches if not (SECTION.fullmatch(text[slice(*one)]) or is_city(text[slice(*one)]))
    )
    has_by = before.has_by if before is not None else any(_BY.match(text[start:end]) for start, end in pieces)
    byline = Byline(
        authors=stretches,
        told=before.told if before is not None else told,
        credits=tuple(sorted(named, key=lambda credit: credit.start)),
        has_by=has_by,
    )
    return line._replace(label=Label.BYLINE, byline=byline, credits=byline.credits, dateline=None)


def _pieces(text: str, line: Line, told: tuple[Told, ...]) -> list[tuple[int, int]]:
    """Give the offsets of what a line has beside its moments, cut at commas, bars, dots and dashes."""
    return [
        piece for left, right in beside_moments(text, line.start, line.end, told) for piece in _cut(text, left, right)
    ]


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    left = start
    for match in [*_PARTED.finditer(text, start, end), None]:
        right = match.start() if match is not None else end
        words = text[left:right]
        if words.strip(" |,."):
            yield left + len(words) - len(words.lstrip()), left + len(words.rstrip())
        left = match.end() if match is not None else end


def _kind(words: str, *, beside: bool) -> Piece:
    """Tell what a piece is by its words; `beside`: it stands beside a moment and another piece."""
    if SECTION.fullmatch(words) or _is_listed(words) or is_city(words) or is_clock(words):
        return Piece.SECTION
    name = _bare(words)
    if naming(name) is not Naming.NONE and (name == words or _is_sure(words, name)):
        return Piece.OUTLET
    if _is_desk(words):
        return Piece.SECTION
    if beside and _has_article(name):
        return Piece.OUTLET
    is_author = _BY.match(words) or is_person_name(words.split(" in ", maxsplit=1)[0])
    return Piece.AUTHOR if is_author else Piece.OTHER


def _is_listed(words: str) -> bool:
    """Say whether words name an agency of the list; one that no list has may publish its own text."""
    agency = find_agency(words)
    return agency is not None and bool(agency.country)


def _is_desk(words: str) -> bool:
    return is_desk(words) or is_role(words) or _STAFF.fullmatch(words) is not None


def _is_sure(words: str, name: str) -> bool:
    """Say whether a name is an outlet's with the words round it: a person too writes "by", none has a newsroom."""
    return naming(name) is Naming.SURE or _DESK_TAIL.search(words) is not None or _POSTED.match(words) is not None


def _bare(words: str) -> str:
    """Give a name without "by" or "posted on" before it and "newsroom" behind it."""
    staffed = _STAFFED.match(words)
    if staffed is not None and naming(staffed["name"]) is Naming.SURE:
        return staffed["name"]
    return _DESK_TAIL.sub("", _POSTED.sub("", _BY.sub("", words))).removeprefix("the ")


def _has_article(words: str) -> bool:
    """Say whether a piece is "The" and up to three names, as outlets stand beside a moment, and names no body."""
    return re.fullmatch(r"The(?: [A-ZÀ-ÖØ-Þ][\w’'-]+){1,3}", words) is not None and not _BODIES.search(words)


def _outlet(text: str, start: int, end: int, line_start: int) -> Credit | None:
    """Give the credit of an outlet; a name that a person could have counts with "posted on", a newsroom or the text behind it."""
    words, before = text[start:end], text[line_start:start]
    name = _bare(words)
    is_outlet = (
        _is_sure(words, name)
        or _POSTED_ON.search(before) is not None
        or _is_site(text, end)
        or _is_borne_out(text, name)
        or (_has_article(name) and naming(name) is Naming.NONE)
    )
    if not is_outlet or _is_listed(name) or _DAY_BEFORE.search(before):
        return None
    left = start + words.index(name)
    return Credit(name=name, role=CreditRole.OUTLET, start=left, end=left + len(name))


def _is_borne_out(text: str, name: str) -> bool:
    """Say whether a text shows that a name is no person's: it has "the" before it, or tells of the place that begins it."""
    if naming(name) is Naming.NONE:
        return False
    place, last = re.escape(name.split(maxsplit=1)[0]), re.escape(name.rsplit(maxsplit=1)[-1])
    told = rf"\b[Tt]he {re.escape(name)}\b|^{place.upper()}\b[^\n]{{0,40}} [-–—]|\b{place} (?!{last}\b)[A-Za-z]"
    told += rf"|\b(?:in|near|outside|across|around) {place}\b(?! {last}\b)"
    return re.search(told, text, re.MULTILINE) is not None


def _without(line: Line, signed: set[str]) -> Line:
    """Drop the outlets that sign the text as its agency elsewhere."""
    if line.byline is None or not signed:
        return line
    kept = tuple(c for c in line.byline.credits if c.role is not CreditRole.OUTLET or c.name.casefold() not in signed)
    return line._replace(byline=replace(line.byline, credits=kept), credits=kept)


def _clocks_joined(text: str, lines: list[Line]) -> list[Line]:
    """Join a day alone in the head with the time of day that stands by itself on the line under or over it."""
    joined = list(lines)
    for number, line in enumerate(lines):
        told = line.byline.told[0] if line.byline is not None and len(line.byline.told) == 1 else None
        if line.byline is None or told is None or told.moment is None:
            continue
        for other in (number + 1, number - 1):
            near = lines[other] if 0 <= other < len(lines) else line
            moment = None if near is line or near.dateline else at_clock(told.moment, text[near.start : near.end])
            if moment is not None:
                joined[number] = line._replace(byline=replace(line.byline, told=(told._replace(moment=moment),)))
                joined[other] = near._replace(label=Label.FURNITURE, byline=None, credits=())
                break
    return joined
