"""Transcripts: turns that begin with their speaker's name and a colon, or with Q. and A."""

import re
from typing import NamedTuple

from stemma.model import Moment, Zone, ZoneKind
from stemma.reports.furniture import is_furniture
from stemma.reports.moments import find_moments
from stemma.reports.paragraphs import Paragraph

_TIMESTAMP = r"(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?[\])]?\s*[-–—]?\s*|>>\s*)?"
_NAME_WORD = r"(?:[A-ZÀ-ÖØ-Þ][\w.'’-]*|of|the|de|van|von|bin|al|el|and|for|\#?\d{1,2})"
_LABEL = re.compile(
    rf"{_TIMESTAMP}(?P<name>[A-ZÀ-ÖØ-Þ][\w.'’-]*(?:,?\s{_NAME_WORD}){{0,7}}(?:\s?[(\[][^()\[\]:]{{1,60}}[)\]])?)\s?:(?=\s|"
    rf"$)"
)
_QUESTION = re.compile(r"(?P<name>[QA])(?:[.:]|\s{2,}|\t|\s(?=[A-Z(“\"]))(?=\s?)")
_HEADER = re.compile(
    r"(?P<key>speakers?|participants?|date|title|event|location|place|venue|time|subject|topic|host|"
    r"guests?|moderator|interviewer|interviewee|program(?:me)?|series|episode|duration|length|recorded|"
    r"published|updated|"
    r"source|transcribed by|transcript(?: by| of)?|language|channel|show|aired|air ?date|url|link|"
    r"copyright)\s*:\s*(?P<words>.*)",
    re.IGNORECASE | re.DOTALL,
)
_TITLE_KEYS = frozenset({"title", "event", "transcript of"})
_DATE_KEYS = frozenset({"date", "recorded", "aired", "airdate", "air date", "published", "time"})
_MARK = re.compile(
    r"(?i)^[\[(*#\s]*(?:(?:full|partial|rush|edited|verbatim|unofficial|official|draft)\s+)?transcript\b[^.]{0,120}$"
)
_STAGE = re.compile(r"^[\[(][^()\[\]]{1,80}[\])]\.?$")
_NO_SPEAKERS = frozenset(
    "note notes editor's update updated correction corrections clarification photo photos image images "
    "credit named read related watch also caption tags topics contact follow published date time "
    "location title subject "
    "summary background analysis opinion video gallery more see what why how who when where here this "
    "that the key breaking live exclusive warning disclaimer fact claim verdict rating example step tip "
    "listen download phone email tel fax website web price cost total score result results winner pros cons bottom "
    "copyright link url sources according but and so yet first second third finally".split()
)
_ENOUGH_TURNS = 4
_ENOUGH_SHARE = 0.5


class Transcript(NamedTuple):
    """The zones of a transcript and the moment that its header tells."""

    zones: tuple[Zone, ...]
    published: Moment | None


class _Turn(NamedTuple):
    number: int
    name: str
    speech_start: int


def find_transcript(text: str, found: list[Paragraph]) -> Transcript | None:
    r"""Read a text as a transcript: speaker labels, speeches, header; None where the text is no transcript.

    >>> text = "TRANSCRIPT\nDate: 3 March 2021\n\nJane Roe: It rained.\n\nWe saw it."
    >>> from stemma.reports.paragraphs import paragraphs
    >>> transcript = find_transcript(text, paragraphs(text))
    >>> [(zone.kind.value, text[zone.start:zone.end]) for zone in transcript.zones][2:]
    [('speaker', 'Jane Roe:'), ('speech', 'It rained.'), ('speech', 'We saw it.')]
    """
    header = _header_length(text, found)
    turns = [turn for number in range(header, len(found)) if (turn := _turn(text, found[number], number)) is not None]
    if not _is_transcript(text, found, header, turns):
        return None
    first = turns[0].number
    zones = [zone for paragraph in found[:first] for zone in _header_zones(text, paragraph, found[0])]
    by_number = {turn.number: turn for turn in turns}
    for number in range(first, len(found)):
        zones += _speech_zones(text, found[number], by_number.get(number))
    return Transcript(tuple(zones), _published(text, found[:first]))


def _header_length(text: str, found: list[Paragraph]) -> int:
    """Give how many paragraphs on top are header lines or come before one."""
    last = 0
    for number, paragraph in enumerate(found[:12]):
        line = text[paragraph.start : paragraph.end]
        if _MARK.match(line) or (len(line) <= 200 and _HEADER.fullmatch(line)):
            last = number + 1
    return last


def _turn(text: str, paragraph: Paragraph, number: int) -> _Turn | None:
    line = text[paragraph.start : min(paragraph.end, paragraph.start + 160)]
    match = _LABEL.match(line) or _QUESTION.match(line)
    if match is None:
        return None
    name = match.group("name")
    if (
        re.split(r"[\s,’']", name.lower())[0] in _NO_SPEAKERS
        and not name.isupper()
        and not re.match(r"(?i)the (?:president|speaker|chair|secretary|prime|vice|clerk|court)", name)
    ):
        return None
    return _Turn(number, " ".join(name.split()), paragraph.start + match.end())


def _is_transcript(text: str, found: list[Paragraph], header: int, turns: list[_Turn]) -> bool:
    """Say whether the turns make a transcript: many of them, by speakers who come back, or under a header that says so."""
    if not turns:
        return False
    is_marked = any(_MARK.match(text[paragraph.start : paragraph.end]) for paragraph in found[:12])
    speakers = [
        re.match(r"(?i)speakers?\s*:\s*(.+)", text[paragraph.start : paragraph.end]) for paragraph in found[:header]
    ]
    names = " ".join(match.group(1) for match in speakers if match).casefold()
    if any(turn.name.casefold() in names for turn in turns) or (is_marked and turns[0].number <= header + 3):
        return True
    lines_after = len(found) - turns[0].number
    counts = {name: sum(turn.name == name for turn in turns) for name in {turn.name for turn in turns}}
    returning = sum(count for count in counts.values() if count > 1)
    is_many = (
        len(turns) >= _ENOUGH_TURNS and len(turns) >= _ENOUGH_SHARE * lines_after and returning >= 0.5 * len(turns)
    )
    is_few = (
        len(turns) in {2, 3}
        and len(turns) >= 0.8 * len(found)
        and len(counts) < 3
        and all(len(turn.name.split()) <= 4 for turn in turns)
    )
    capitals = [turn for turn in turns if turn.name.isupper() and (len(turn.name) > 1 or counts[turn.name] > 2)]
    is_shouted = len(capitals) >= 3 and turns[0].number <= 6 and len(capitals) >= 0.25 * lines_after
    return is_many or is_few or is_shouted


def _header_zones(text: str, paragraph: Paragraph, first: Paragraph) -> list[Zone]:
    """Give a header line as furniture, the words of its title as headline; a plain first line is the headline."""
    line = text[paragraph.start : paragraph.end]
    match = _HEADER.fullmatch(line)
    if match is not None and match.group("key").lower() in _TITLE_KEYS and match.group("words").strip():
        start = paragraph.start + match.start("words")
        return [
            Zone(
                kind=ZoneKind.FURNITURE,
                start=paragraph.start,
                end=start - len(line[: match.start("words")]) + len(line[: match.start("words")].rstrip()),
            ),
            Zone(kind=ZoneKind.HEADLINE, start=start, end=paragraph.end),
        ]
    is_headline = (
        paragraph == first
        and match is None
        and len(line) <= 200
        and not (_MARK.match(line) or find_moments(line) or is_furniture(line))
    )
    return [
        Zone(kind=ZoneKind.HEADLINE if is_headline else ZoneKind.FURNITURE, start=paragraph.start, end=paragraph.end)
    ]


def _speech_zones(text: str, paragraph: Paragraph, turn: _Turn | None) -> list[Zone]:
    if turn is None:
        kind = ZoneKind.FURNITURE if _is_aside(text[paragraph.start : paragraph.end]) else ZoneKind.SPEECH
        return [Zone(kind=kind, start=paragraph.start, end=paragraph.end)]
    label_end = paragraph.start + len(text[paragraph.start : turn.speech_start].rstrip())
    zones = [Zone(kind=ZoneKind.SPEAKER, start=paragraph.start, end=label_end)]
    speech = text[turn.speech_start : paragraph.end]
    if speech.strip():
        zones.append(Zone(kind=ZoneKind.SPEECH, start=paragraph.end - len(speech.lstrip()), end=paragraph.end))
    return zones


def _is_aside(line: str) -> bool:
    """Say whether a paragraph is a stage direction or furniture of the page."""
    return _STAGE.match(line) is not None or is_furniture(line)


def _published(text: str, header: list[Paragraph]) -> Moment | None:
    for paragraph in header:
        line = text[paragraph.start : paragraph.end]
        match = _HEADER.fullmatch(line)
        if match is not None and match.group("key").lower() not in _DATE_KEYS:
            continue
        told = next((one.moment for one in find_moments(line[:200]) if one.moment is not None), None)
        if told is not None:
            return told
    return None
