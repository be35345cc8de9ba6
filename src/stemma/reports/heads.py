"""The head of a saved text: headline (perhaps repeated), standfirst, byline, moments, pictures."""

import re
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from stemma.model import ZoneKind
from stemma.reports.furniture import is_biography
from stemma.reports.lines import Label, Line, is_bullet
from stemma.text.notices import is_notice, is_update_sentence
from stemma.text.words import fold, keys

_SKIPPED = frozenset({Label.FURNITURE, Label.PHOTO, Label.CREDIT, Label.BYLINE})
_TIME = re.compile(
    r"(?i)\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tonight|(?:last|"
    r"this) (?:week|month|year|night))\b"
)
_QUOTED = re.compile(r"(?:\"[^\"“”]+\"|“[^\"“”]+”|‘[^‘]+’|'[^\"“”]+'|«[^«»]+»|„[^„“”]+[“”])")
_QUOTES = re.compile(r"[\"“‘'«„]")
_ARTICLES = re.compile(r"(?i)\b(?:the|a|an|is|are|was|were|has|have|had)\b")
_TELLS_PAST = re.compile(
    r"\b(?!need|speed|breed|feed|bleed|seed|weed)[a-z]+ed\b"
    r"|\b(?:knew|went|came|took|gave|got|met|made|saw|won|lost|did)\b"
)
_OPENS = re.compile(
    r"^(?:I|It|He|She|We|You|They|This|That|These|Those|There|Here|And|But|So|Or|Then|Yet|Call|Meet|Imagine|Remember|Forget)\b"
    r"|[?!]|\b(?:it|me|my|your|he|she|they|them|him)\b"
)
_LEDE = 18  # words of a paragraph that begins a story
_MARKER = re.compile(
    r"(?i)(?:by|posted on|posted|published|published on|updated|last updated|written by|/ updated)\s*:?"
)
_REACH = 8  # paragraphs after the headline among which a byline or dateline still belongs to the head
_LONGEST_STANDFIRST = 60  # words


class Head(NamedTuple):
    """The zones of the paragraphs before the body, by number; the number where the body begins; the headline's keys."""

    kinds: dict[int, ZoneKind]
    body_start: int
    headline: tuple[str, ...]


def find_head(text: str, lines: list[Line], headline: str | None = None) -> Head:
    """Tell the head of a text from its body; `headline` as given beside the text ("" for none in it, None for unknown)."""
    first = _first_prose(text, lines, headline)
    chosen = _choose_headline(text, lines, first, headline)
    keys = lines[chosen].keys if chosen is not None else ()
    start = _body_start(text, lines, first, chosen)
    kinds = {number: _kind(text, lines, number, chosen, keys, start) for number in range(start)}
    return Head(kinds, start, keys)


def is_same_title(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Say whether two lines are one title, perhaps in another letter case or with a slip of a word.

    >>> is_same_title(("rain", "falls"), ("rain", "falls")), is_same_title(("rain",), ("sun",))
    (True, False)
    """
    if not left or left == right:
        return bool(left)
    short, long = sorted((left, right), key=len)
    if len(short) < 4:
        return False
    is_named = len(long) - len(short) <= 5 and short in (
        long[: len(short)],
        long[-len(short) :],
    )  # "... | Springfield Echo"
    return is_named or (len(short) >= 5 and Levenshtein.normalized_similarity(left, right) >= 0.85)


def _first_prose(text: str, lines: list[Line], headline: str | None) -> int:
    """Give the number of the first paragraph that tells, past a headline written as a sentence."""
    numbers = [number for number, line in enumerate(lines) if line.label in {Label.PROSE, Label.DATELINE}]
    if not numbers:
        return len(lines)
    first = numbers[0]
    is_top = all(lines[number].label in _SKIPPED for number in range(first))
    if (
        is_top
        and lines[first].label is Label.PROSE
        and len(numbers) > 1
        and _is_headline_sentence(text, lines, first, numbers[1], headline)
    ):
        return numbers[1]
    return first


def _is_headline_sentence(text: str, lines: list[Line], first: int, following: int, headline: str | None) -> bool:
    """Say whether the top paragraph, though it ends like a sentence, is the headline."""
    line, lede = lines[first], lines[following]
    if headline is not None:
        return is_same_title(line.keys, _keys(headline))
    told = text[line.start : line.end]
    if len(line.keys) <= 24 and (lede.label is Label.DATELINE or _has_head_line(lines[first + 1 : following])):
        return True
    if _QUOTED.fullmatch(told) and len(line.keys) <= 20:
        return len(lede.keys) >= 1.5 * len(line.keys) and not _QUOTES.match(text, lede.start)
    if len(line.keys) > 24 or _TIME.search(told) or re.search(r"\b(?:said|told)\b", told):
        return False
    return _is_titled(told) or _is_clipped(told, lines, first, following)


def _is_titled(told: str) -> bool:
    """Say whether most longer words have a capital, as in titles."""
    capitals = [word for word in told.split() if word[0].isalpha() and len(word) > 3]
    return len(capitals) >= 3 and sum(word[0].isupper() for word in capitals) >= 0.75 * len(capitals)


def _is_clipped(told: str, lines: list[Line], first: int, following: int) -> bool:
    """Say whether a short top sentence is worded as headlines are, or said again by the longer paragraphs that follow."""
    line, lede = lines[first], lines[following]
    if len(line.keys) > 16 or len(lede.keys) < 1.5 * len(line.keys):
        return False
    overlap = _overlap(line, lines[following : following + 2])
    if _ARTICLES.search(told):
        return overlap >= 0.6
    is_headline_like = 4 <= len(line.keys) <= 14 and not (_TELLS_PAST.search(told) or _OPENS.search(told))
    return overlap >= 0.3 or (is_headline_like and len(lede.keys) >= _LEDE)


def _has_head_line(between: list[Line]) -> bool:
    """Say whether a line between two paragraphs tells an author or a moment, as only a head does."""
    return any(line.byline is not None and (line.byline.has_by or line.byline.told) for line in between)


def _overlap(line: Line, others: list[Line]) -> float:
    """Give the share of a line's content words that the other lines have."""
    if not line.content:
        return 0.0
    told = frozenset().union(*(other.content for other in others)) if others else frozenset()
    return len(line.content & told) / len(line.content)


def _choose_headline(text: str, lines: list[Line], first: int, headline: str | None) -> int | None:
    prose = lines[first : first + 6]
    candidates = [
        number
        for number in range(first)
        if lines[number].label in {Label.TITLE, Label.PROSE}
        or (
            lines[number].label is Label.FURNITURE
            and len(lines[number].keys) >= 5
            and _overlap(lines[number], prose) >= 0.5
            and not _is_note(text[lines[number].start : lines[number].end])
        )
    ]
    if headline is not None:
        wanted = _keys(headline)
        return next(
            (number for number in range(min(len(lines), first + 1)) if is_same_title(lines[number].keys, wanted)), None
        )
    if not candidates or len(lines) == 1:
        return None
    scores = {number: _headline_score(lines, number, candidates, first) for number in candidates}
    best = max(candidates, key=lambda number: (scores[number], -number))
    return best if scores[best] > 0 else None


def _is_note(line: str) -> bool:
    return is_notice(line) or is_update_sentence(line)


def _headline_score(lines: list[Line], number: int, candidates: list[int], first: int) -> float:
    """Weigh a title as the headline: its length, the words it shares with the first paragraphs, being said twice, being first."""
    line = lines[number]
    count = len(line.keys)
    length = 2.0 if 4 <= count <= 22 else (1.0 if count == 3 else -1.0)
    shared = 3.0 * _overlap(
        line, [one for one in lines[first : first + 6] if one.label in {Label.PROSE, Label.DATELINE}]
    )
    repeated = (
        2.0 if any(other != number and is_same_title(line.keys, lines[other].keys) for other in candidates) else 0.0
    )
    return length + shared + repeated + (1.0 if number == candidates[0] else 0.0) - 0.1 * candidates.index(number)


def _body_start(text: str, lines: list[Line], first: int, chosen: int | None) -> int:
    """Give where the body begins: at a dateline or after a byline near the headline, else past a standfirst."""
    if chosen is None:
        return _skip_head_lines(lines, first)
    top = chosen + 1
    near = range(top, min(len(lines), top + _REACH))
    dateline = next((number for number in near if lines[number].label is Label.DATELINE), None)
    if dateline is not None and _are_standfirsts(lines, top, dateline):
        return dateline
    byline = max((number for number in near if _is_head_byline(text, lines, number)), default=None)
    if byline is not None and byline > first and _are_standfirsts(lines, top, byline):
        return next(
            (
                number
                for number in range(byline + 1, len(lines))
                if lines[number].label in {Label.PROSE, Label.DATELINE}
            ),
            first,
        )
    if first < len(lines) and lines[first].label is Label.PROSE and _is_standfirst(text, lines, first, chosen):
        return first + 1
    return first


def _skip_head_lines(lines: list[Line], first: int) -> int:
    """Give where the body begins in a text without a headline: after the bylines and furniture on top."""
    if first == len(lines):
        return next((number for number, line in enumerate(lines) if line.label not in _SKIPPED), len(lines))
    return first


def _is_head_byline(text: str, lines: list[Line], number: int) -> bool:
    if _MARKER.fullmatch(text[lines[number].start : lines[number].end]):
        return True
    byline = lines[number].byline
    return (
        lines[number].label is Label.BYLINE
        and byline is not None
        and bool(byline.has_by or byline.told or byline.credits)
    )


def _are_standfirsts(lines: list[Line], top: int, stop: int) -> bool:
    """Say whether all prose between the headline and its byline or dateline is short enough to be a standfirst."""
    prose = [line for line in lines[top:stop] if line.label is Label.PROSE]
    return len(prose) <= 3 and all(len(line.keys) <= _LONGEST_STANDFIRST for line in prose)


def _is_standfirst(text: str, lines: list[Line], number: int, chosen: int) -> bool:
    """Weigh whether the first prose after a headline stands above the report or begins it.

    A standfirst is one short sentence; the paragraph after it is longer and tells the news afresh, with the time and with
    names in full that the standfirst has by surname alone.
    """
    line = lines[number]
    if number + 1 >= len(lines) or lines[number + 1].label not in {Label.PROSE, Label.DATELINE} or number != chosen + 1:
        return False
    lede = lines[number + 1]
    told, retold = text[line.start : line.end], text[lede.start : lede.end]
    if len(line.keys) > 28 or told[:1] in '"“' or len(lede.keys) < 1.2 * len(line.keys):
        return False
    weight = 1.0 if len(line.keys) <= 20 else 0.0
    weight += 2.0 if _introduces(text, line, lede) else 0.0
    weight += 1.0 if _TIME.search(retold) else 0.0
    weight -= 3.0 if _TIME.search(told) else 0.0
    weight += 1.5 * _overlap(lines[chosen], [lede])
    weight += 1.0 if not re.search(r"\b(?:said|told|announced|were|was|had)\b", told) else -1.0
    return weight >= 4.0


def _introduces(text: str, line: Line, lede: Line) -> bool:
    """Say whether the second paragraph has in full a name that the first has by surname alone."""
    surnames = re.findall(
        r"(?<![.!?] )(?:^|(?<=[a-z,’'] )|(?<=^[\"“]))([A-ZÀ-ÖØ-Þ][\w’-]{2,})(?=['’]s\b|\s[a-z]|[.,])",
        text[line.start : line.end],
    )
    retold = text[lede.start : lede.end]
    return any(
        re.search(rf"\b[A-ZÀ-ÖØ-Þ][\w’.-]+\s(?:[A-Z][\w’.-]*\s)?{re.escape(name)}\b", retold)
        and not re.search(rf"\b[A-ZÀ-ÖØ-Þ][\w’.-]+\s{re.escape(name)}\b", text[line.start : line.end])
        for name in surnames
    )


def _kind(text: str, lines: list[Line], number: int, chosen: int | None, keys: tuple[str, ...], start: int) -> ZoneKind:
    line = lines[number]
    if number == chosen or is_same_title(line.keys, keys):
        return ZoneKind.HEADLINE
    if line.label is Label.BYLINE:
        return ZoneKind.BYLINE if line.byline is not None and line.byline.authors else ZoneKind.FURNITURE
    if line.label in _SKIPPED or chosen is None or number < chosen:
        return ZoneKind.FURNITURE
    if line.label in {Label.PROSE, Label.DATELINE}:
        return ZoneKind.FURNITURE if is_biography(text[line.start : line.end]) else ZoneKind.STANDFIRST
    return ZoneKind.STANDFIRST if _is_deck(text, lines, number, chosen, start) else ZoneKind.FURNITURE


def _is_deck(text: str, lines: list[Line], number: int, chosen: int, start: int) -> bool:
    """Say whether a title between headline and body is a second line to the headline and no navigation."""
    titles = [
        other
        for other in range(chosen + 1, start)
        if lines[other].label is Label.TITLE and not is_same_title(lines[other].keys, lines[chosen].keys)
    ]
    told = text[lines[number].start : lines[number].end]
    return is_bullet(told) or (len(lines[number].keys) >= 5 and len(titles) <= 2)


def _keys(title: str) -> tuple[str, ...]:
    return keys(title, 0, len(title)) or (fold(title),)
