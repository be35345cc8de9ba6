"""When a report says it was published: dates with or without a time of day, as outlets print them."""

import re
from calendar import monthrange
from contextlib import suppress
from datetime import date, datetime, time
from typing import NamedTuple

from stemma.model import Granularity, Moment
from stemma.text.words import has_any

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
WEEKDAY = r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b\.?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
DAY_AND_MONTH = rf"(?:{MONTH}\s*{_DAY}(?!\d)|{_DAY}(?:\s+of)?[\s-]*{MONTH})(?:,?[\s-]*{_YEAR}\b)?"

_DATE = re.compile(
    rf"""\b(?:
      (?P<iso_year>{_YEAR})[-/.](?P<iso_month>[01]?\d)[-/.](?P<iso_day>[0-3]?\d)(?=\D|$)
    | (?P<us_month>{MONTH})\s*(?P<us_day>{_DAY})(?:\s*,\s*|\s+)(?P<us_year>{_YEAR})\b
    | (?P<eu_day>{_DAY})(?:\s+of)?[\s-]*(?P<eu_month>{MONTH})[\s,-]*(?P<eu_year>{_YEAR})\b
    | (?P<left>[0-3]?\d)(?P<sep>[./-])(?P<right>[0-3]?\d)(?P=sep)(?P<num_year>{_YEAR})\b
    | (?P<left2>[0-3]?\d)/(?P<right2>[0-3]?\d)/(?P<short_year>[0-4]\d)(?![\d/])
    | (?P<bare_month>{MONTH})\s*(?P<bare_day>{_DAY})(?![\d:])
    | (?P<bare_eu_day>{_DAY})[\s-]+(?P<bare_eu_month>{MONTH})
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_ZONE = (
    r"(?:(?:GMT|UTC)\s?[+-]\d{1,2}(?::?\d\d)?|[+-]\d\d:?\d\d\b|Z\b"
    r"|(?:GMT|UTC|BST|IST|PKT|CET|CEST|EET|EEST|MSK|WAT|CAT|EAT|SAST|JST|KST|HKT|SGT|AEST|AEDT|NZST|NZDT|"
    r"[ECMP][SD]?T|AK[SD]T|HST)\b)"
)
_TIME = re.compile(
    rf"""(?:(?P<t>(?<=\d)T)|(?<![\d.,:/-]))
    (?:(?P<hour>[01]?\d|2[0-3])(?:[.h]|:\s?)(?P<minute>[0-5]\d)(?:[:.][0-5]\d(?:[.,]\d+)?)?
      |(?P<alone>1[0-2]|0?[1-9])(?=\s?[ap]\.?m)
      |(?P<military>[012]\d[0-5]\d)(?=\s?(?:GMT|UTC|BST|CES?T|[ECMP][SD]?T|hrs|hours|Z)\b))
    (?!\d)
    \s?(?P<half>[ap]\.?\s?m\b\.?)?(?:\s?(?:hrs|hours)\b)?(?:\s?\(?(?P<zone>{_ZONE})\)?)?""",
    re.IGNORECASE | re.VERBOSE,
)
_LABEL = re.compile(
    r"\b(?:(?P<first>(?:first\s+|originally\s+)?(?:published|posted|issued|released|created|uploaded)|"
    r"date(?:line)?|pub\s?date)"
    r"|(?P<later>(?:last\s+)?(?:updated?|modified|edited|revised|changed)))\b(?:\s+(?:on|at|time))?\s*:?\s*",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    rf"[\s,;|•·@(/–—-]*(?:(?:at|on)\s+)?(?:{WEEKDAY})?[\s,;|•·@(/–—-]*(?:at\s+|on\s+)?", re.IGNORECASE
)

_FIGURE = re.compile(r"\d")
_YEAR_TOLD = re.compile(_YEAR)
_MONTHS_TOLD = tuple(month[:3] for month in _MONTHS)
_STAMP = re.compile(
    r"((?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2})T((?:[01][0-9]|2[0-3]):[0-5][0-9]):[0-5][0-9](?:\.[0-9]+)?(Z|[+-][0-9]{2}:?[0-9]{2})?"
)
_LONGEST_CLOCK = 40  # characters of a line that is a time of day


class Told(NamedTuple):
    """A moment where a text tells it: None when the year is missing; `is_later` for a time of updating."""

    moment: Moment | None
    start: int
    end: int
    is_later: bool


class _Day(NamedTuple):
    first: date | None
    last: date | None
    start: int
    end: int
    left: int = 0  # the first of two numbers that may be day and month


class _Clock(NamedTuple):
    at: time
    zone: str | None
    start: int
    end: int


def find_moments(text: str, start: int = 0, end: int | None = None) -> list[Told]:
    """Give the moments that a line tells, in text order, each date joined with the time of day beside it.

    >>> told = find_moments("Published March 03, 2021 | 11:40 PM")[0]
    >>> told.moment.earliest.isoformat(), told.moment.granularity.value, told.moment.zone
    ('2021-03-03T23:40:00', 'minute', None)
    >>> find_moments("Last modified on Wed 3 Mar 2021 09.12 GMT")[0].moment.zone
    'GMT'
    """
    stop = len(text) if end is None else end
    if _FIGURE.search(text, start, stop) is None:
        return []
    line = text[:stop]
    days = _days(line, start)
    clocks = _clocks(line, start) if days else []
    found = []
    for day in days:
        clock = next((clock for clock in clocks if _beside(line, day, clock)), None)
        left = min(day.start, clock.start) if clock else day.start
        right = max(day.end, clock.end) if clock else day.end
        found.append(Told(_moment(day, clock), left, right, _is_later(line, start, left)))
    return found


def read_moment(text: str) -> Moment | None:
    """Give the moment that a single value tells (a JSON key, a meta tag), or None.

    >>> read_moment("2021-03-03T23:40:00+01:00").zone
    '+01:00'
    >>> read_moment("soon") is None
    True
    """
    stamp = _STAMP.fullmatch(text)
    if stamp is not None:
        with suppress(ValueError):  # no such day or time: read as any words
            at = datetime.fromisoformat(" ".join(stamp.group(1, 2)))
            return Moment(earliest=at, latest=at, granularity=Granularity.MINUTE, zone=stamp.group(3))
    return next((told.moment for told in find_moments(text[:200]) if told.moment is not None), None)


def at_clock(day: Moment, line: str) -> Moment | None:
    """Give a day at the time that a line is nothing but; None for any other line, one of updating, or more days than one.

    >>> at_clock(day_moment(date(2021, 3, 3)), "Published 4:45 p.m. GMT").earliest.isoformat()
    '2021-03-03T16:45:00'
    >>> at_clock(day_moment(date(2021, 3, 3)), "At 4:45 p.m. it rained.") is None
    True
    """
    label, clock = _LABEL.match(line), _lone_clock(line)
    if clock is None or day.granularity is not Granularity.DAY or day.earliest is None:
        return None
    if label is not None and label.group("later") is not None:
        return None
    at = datetime.combine(day.earliest.date(), clock.at)
    return Moment(earliest=at, latest=at, granularity=Granularity.MINUTE, zone=clock.zone)


def is_clock(line: str) -> bool:
    """Say whether a line is a time of day and nothing else but its label.

    >>> is_clock("Updated: 5:10 p.m."), is_clock("5:10 p.m., and it rains")
    (True, False)
    """
    return _lone_clock(line) is not None


def _lone_clock(line: str) -> _Clock | None:
    if len(line) > _LONGEST_CLOCK:
        return None
    label = _LABEL.match(line)
    told = line[label.end() if label else 0 :].strip(" |,.()")
    clocks = _clocks(told + " ", 0)
    is_alone = len(clocks) == 1 and clocks[0].start == 0 and not told[clocks[0].end :].strip(" .)")
    return clocks[0] if is_alone else None


def strip_labels(text: str) -> list[tuple[int, int]]:
    """Give where a line has words like "Published" or "Updated on:", which belong to the moment after them."""
    return [(found.start(), found.end()) for found in _LABEL.finditer(text)]


def day_moment(first: date, last: date | None = None) -> Moment:
    """Give a day (or a range of days, then of unknown granularity) as a moment."""
    until = last or first
    granularity = Granularity.DAY if until == first else Granularity.UNKNOWN
    return Moment(
        earliest=datetime.combine(first, time(0, 0)),
        latest=datetime.combine(until, time(23, 59)),
        granularity=granularity,
    )


def _moment(day: _Day, clock: _Clock | None) -> Moment | None:
    if clock is not None and clock.zone is not None and day.first != day.last:
        day = _by_zone(day, clock.zone)
    if day.first is None or day.last is None:
        return None
    if clock is None or day.first != day.last:
        return day_moment(day.first, day.last)
    at = datetime.combine(day.first, clock.at)
    return Moment(earliest=at, latest=at, granularity=Granularity.MINUTE, zone=clock.zone)


def _by_zone(day: _Day, zone: str) -> _Day:
    """Decide 3/4/2021 by the zone told beside it: month first where the zone is North American, else day first."""
    is_american = re.fullmatch(r"[ECMP][SD]?T|AK[SD]T|HST", zone, re.IGNORECASE) is not None and zone.upper() != "CET"
    both = {told.month == day.left: told for told in (day.first, day.last) if told is not None}
    chosen = both.get(is_american)
    return day._replace(first=chosen, last=chosen)


def _days(line: str, start: int) -> list[_Day]:
    found: list[_Day] = []
    if _YEAR_TOLD.search(line, start) is None and "/" not in line[start:] and not has_any(_MONTHS_TOLD, line[start:]):
        return found  # a date has one of them
    for match in _DATE.finditer(line, start):
        dates = _dates(match)
        if dates is not None:
            found.append(_Day(dates[0], dates[1], match.start(), match.end(), int(match.group("left") or 0)))
    return found


def _dates(match: re.Match[str]) -> tuple[date | None, date | None] | None:
    """Give the first and last day a written date can mean; (None, None) without a year; None when it is no date."""
    groups = match.groupdict()
    if groups["iso_year"]:
        return _one(groups["iso_year"], groups["iso_month"], groups["iso_day"])
    if groups["us_year"]:
        return _one(groups["us_year"], groups["us_month"], groups["us_day"])
    if groups["eu_year"]:
        return _one(groups["eu_year"], groups["eu_month"], groups["eu_day"])
    if groups["short_year"]:
        return _numeric(f"20{groups['short_year']}", groups["left2"], groups["right2"], "/")
    if groups["num_year"]:
        return _numeric(groups["num_year"], groups["left"], groups["right"], groups["sep"])
    return None, None


def _one(year: str, month: str, day: str) -> tuple[date, date] | None:
    number = (
        int(month)
        if month.isdigit()
        else 1 + next(n for n, name in enumerate(_MONTHS) if name.startswith(month[:3].lower()))
    )
    day_of_month = int(re.sub(r"\D", "", day))
    if not 1 <= number <= 12 or not 1 <= day_of_month <= monthrange(int(year), number)[1]:
        return None
    told = date(int(year), number, day_of_month)
    return told, told


def _numeric(year: str, left: str, right: str, sep: str) -> tuple[date, date] | None:
    """Read 03.04.2021 as day first; 03/04/2021 as either, where both are dates."""
    day_first = _one(year, right, left)
    month_first = None if sep == "." else _one(year, left, right)
    both = [told[0] for told in (day_first, month_first) if told is not None]
    return (min(both), max(both)) if both else None


def _clocks(line: str, start: int) -> list[_Clock]:
    found = []
    for match in _TIME.finditer(line, start):
        at = _time(match)
        if at is not None:
            found.append(_Clock(at, match.group("zone"), match.start(), match.end()))
    return found


def _time(match: re.Match[str]) -> time | None:
    half = re.sub(r"[^ap]", "", (match.group("half") or "").lower())
    if match.group("military"):
        hour, minute = int(match.group("military")[:2]), int(match.group("military")[2:])
    elif match.group("alone"):
        hour, minute = int(match.group("alone")), 0
    else:
        hour, minute = int(match.group("hour")), int(match.group("minute"))
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute) if hour < 24 else None


def _beside(line: str, day: _Day, clock: _Clock) -> bool:
    if day.start <= clock.start < day.end:
        return False
    gap = line[day.end : clock.start] if clock.start >= day.end else line[clock.end : day.start]
    return _BETWEEN.fullmatch(gap) is not None and "\n\n" not in gap


def _is_later(line: str, start: int, left: int) -> bool:
    labels = list(_LABEL.finditer(line, start, left))
    return bool(labels) and labels[-1].group("later") is not None


def first_day(moment: Moment) -> date | None:
    """Give the day with which a moment begins, if it is known."""
    return moment.earliest.date() if moment.earliest is not None else None
