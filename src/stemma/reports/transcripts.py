"""Transcripts: turns that begin with their speaker's name and a colon, or with Q. and A."""

import re
from collections import Counter
from typing import NamedTuple

from stemma.model import Moment, Zone, ZoneKind
from stemma.reports.datelines import is_city
from stemma.reports.furniture import is_furniture
from stemma.reports.moments import find_moments
from stemma.reports.paragraphs import Paragraph
from stemma.reports.turns import Turn, find_turn, held_share, share_after

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
_ENOUGH_TURNS = 4
_ENOUGH_SHARE = 0.5
_ENOUGH_WORDS = 0.7  # share of the words that the turns hold; a report with an interview at its end has less


class Transcript(NamedTuple):
    """The zones of a transcript and the moment that its header tells."""

    zones: tuple[Zone, ...]
    published: Moment | None


def find_transcript(text: str, found: list[Paragraph]) -> Transcript | None:
    r"""Read a text as a transcript: speaker labels, speeches, header; None where the text is no transcript.

    >>> text = "TRANSCRIPT\nDate: 3 March 2021\n\nJane Roe: It rained.\n\nWe saw it."
    >>> from stemma.reports.paragraphs import paragraphs
    >>> transcript = find_transcript(text, paragraphs(text))
    >>> [(zone.kind.value, text[zone.start:zone.end]) for zone in transcript.zones][2:]
    [('speaker', 'Jane Roe:'), ('speech', 'It rained.'), ('speech', 'We saw it.')]
    """
    header = _header_length(text, found)
    turns = [
        turn for number in range(header, len(found)) if (turn := find_turn(text, found[number], number)) is not None
    ]
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


def _is_transcript(text: str, found: list[Paragraph], header: int, turns: list[Turn]) -> bool:
    """Say whether the turns make a transcript: they hold most words, by speakers who come back, or a header says so."""
    if not turns:
        return False
    is_marked = any(_MARK.match(text[paragraph.start : paragraph.end]) for paragraph in found[:12])
    speakers = [
        re.match(r"(?i)speakers?\s*:\s*(.+)", text[paragraph.start : paragraph.end]) for paragraph in found[:header]
    ]
    names = " ".join(match.group(1) for match in speakers if match).casefold()
    if any(turn.name.casefold() in names for turn in turns) or (is_marked and turns[0].number <= header + 3):
        return True
    if held_share(text, found, turns) >= _ENOUGH_WORDS:
        return True
    return share_after(text, found, turns[0].number) >= _ENOUGH_WORDS and _has_many_turns(found, turns)


def _has_many_turns(found: list[Paragraph], turns: list[Turn]) -> bool:
    """Say whether most paragraphs are turns, by few speakers or by such as come back, or many labels are in capitals."""
    lines_after = len(found) - turns[0].number
    counts = Counter(turn.name for turn in turns)
    returning = sum(count for count in counts.values() if count > 1)
    is_many = (
        len(turns) >= _ENOUGH_TURNS and len(turns) >= _ENOUGH_SHARE * lines_after and returning >= 0.5 * len(turns)
    )
    is_few = (
        len(turns) in {2, 3}
        and len(turns) >= 0.8 * len(found)
        and len(counts) < 3
        and all(len(turn.name.split()) <= 4 and not is_city(turn.name) for turn in turns)
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


def _speech_zones(text: str, paragraph: Paragraph, turn: Turn | None) -> list[Zone]:
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
