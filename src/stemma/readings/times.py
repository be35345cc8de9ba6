"""Times: expressions of time in a report and the moments they stand for.

Own grammar (`timewords`), values as in TimeML's TIMEX3 (Pustejovsky et al. 2003), the past preferred as news prefers it
(Stroetgen and Gertz's HeidelTime, 2010, does the same for its domain "news").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from stemma.model import Granularity, Moment, Report, Span, Timex, ZoneKind
from stemma.readings.almanac import moment_of
from stemma.readings.anchors import Setting
from stemma.readings.timevalues import value_of
from stemma.readings.timewords import Told, scan

_PASSED_OVER = frozenset((ZoneKind.FURNITURE, ZoneKind.BYLINE, ZoneKind.SPEAKER))
_RELATION = re.compile(
    r"(?:\b(?P<word>since|until|till|before|after|by|as of|from|through|between|during|starting|beginning)"
    r"(?: (?:about|around|the|at least|early|late|mid))?|\b(?P<second>to|and)) $",
    re.IGNORECASE,
)
_RELATIONS = {
    "since": "since",
    "starting": "since",
    "beginning": "since",
    "as of": "at",
    "until": "until",
    "till": "until",
    "through": "until",
    "before": "before",
    "after": "after",
    "by": "by",
    "during": "at",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Valued:
    """An expression of time with its TIMEX3 value: what `find_times` knows before it makes moments of it."""

    start: int
    end: int
    value: str | None
    relation: str
    zone: str | None
    is_earlier: bool
    recent: str | None


def find_times(report: Report, anchor: Moment | None = None) -> tuple[Timex, ...]:
    """Give a report's expressions of time in text order, each with the range of wall-clock time it stands for.

    They are read against the moment of publication, else the date in the dateline, else `anchor`: a moment of publication
    known by way of another report; what hangs on that one carries its `inferred_from`. Without any of them only full dates
    get a moment. Durations ("for three days", relation "for") and repetitions ("every week", relation "every") and words
    like "recently" have no moment. A span leaves out the preposition; `relation` keeps it: at, since, until, before, after,
    by, from, to. "In recent days" is the seven days up to the anchor, granularity unknown. Never raises.
    """
    day, is_own = anchor_day(report), True
    if day is None and anchor is not None:
        day, is_own = _one_day(anchor), False
    inferred_from = anchor.inferred_from if anchor is not None and not is_own else None
    published = report.published if is_own else anchor
    timexes = []
    for told in read_times(report, day):
        moment = _moment(told, day, published)
        if moment is not None and inferred_from is not None and not _is_full(told, report.text):
            moment = replace(moment, inferred_from=inferred_from)
        timexes.append(Timex(span=Span(report.id, told.start, told.end), moment=moment, relation=told.relation))
    return tuple(timexes)


def anchor_day(report: Report) -> datetime | None:
    """Give the moment against which a report's times are read: publication, else the dateline's date; None if unknown."""
    if report.published is not None:
        day = _one_day(report.published)
        if day is not None:
            return day
    for zone in report.zones:
        if zone.kind is ZoneKind.DATELINE:
            for told in scan(report.text, zone.start, zone.end):
                moment = moment_of(value_of(told, report.text, Setting(now=None, ref=None)) or "")
                if moment is not None and moment.granularity is Granularity.DAY:
                    return moment.earliest
    return None


def read_times(report: Report, now: datetime | None) -> list[Valued]:
    """Give a report's expressions of time with their TIMEX3 values against a moment of publication."""
    found: list[Valued] = []
    setting = Setting(now=now, ref=None)
    for zone in report.zones:
        if zone.kind in _PASSED_OVER:
            continue
        tolds = scan(report.text, zone.start, zone.end)
        place = 0
        while place < len(tolds):
            told = tolds[place]
            day = _day_beside(tolds, place, report.text)
            value = value_of(day or told, report.text, setting)
            if day is not None:
                setting = _after(day, value, setting)
                value = value_of(told, report.text, setting) if value is not None else None
                place += 1
            valued = _valued(told, report.text, value, found)
            found.append(valued if day is None else replace(valued, end=day.end))
            setting = _after(told, value, setting)
            place += 1
    return found


def _day_beside(tolds: Sequence[Told], place: int, text: str) -> Told | None:
    """Give the day that a time of day is told of where it stands right behind ("3 p.m. on Friday")."""
    if tolds[place].form != "clock" or place + 1 >= len(tolds):
        return None
    day = tolds[place + 1]
    is_beside = re.fullmatch(r",? ?(?:on )?", text[tolds[place].end : day.start]) is not None
    return day if is_beside and day.form in ("weekday", "month_day", "day_month", "deictic", "iso") else None


def _after(told: Told, value: str | None, setting: Setting) -> Setting:
    """Give the setting in which the next expression is read."""
    if told.is_duration or value is None:
        return setting
    if told.form == "quarter" and told.parts["number"] and re.fullmatch(r"\d{4}-Q\d", value):
        setting = setting._replace(quarter=value)
    moment = moment_of(value)
    return setting if moment is None or moment.earliest is None else setting._replace(ref=moment.earliest.date())


def _valued(told: Told, text: str, value: str | None, before: Sequence[Valued]) -> Valued:
    words = told.parts.group().lower()
    zone = told.parts["zone"] if "zone" in told.parts.re.groupindex else None
    return Valued(
        start=told.start,
        end=_trimmed_end(told),
        value=value,
        relation="for" if re.match(r"P[\dTX]", value or "") and told.form != "set" else _relation(told, text, before),
        zone=zone,
        is_earlier=words.startswith("earlier") and "ago" not in words,
        recent=told.parts["unit"].lower() if told.form == "recent" else None,
    )


def _trimmed_end(told: Told) -> int:
    return told.start + len(told.parts.group().rstrip(" ,"))


def _relation(told: Told, text: str, before: Sequence[Valued]) -> str:
    if told.form == "set":
        return "every"
    if told.is_duration:
        return "for"
    found = _RELATION.search(text, max(0, told.start - 24), told.start)
    if found is None:
        return "at"
    if found["second"]:
        is_span = bool(before) and before[-1].relation == "from" and 0 < told.start - before[-1].end < 12
        return "to" if is_span else "at"
    word = found["word"].lower()
    if word in ("from", "between"):
        rest = text[told.end : told.end + 24]
        return "from" if re.match(r",? (?:to|until|till|through|and) ", rest) else "since" if word == "from" else "at"
    return _RELATIONS[word]


def _one_day(moment: Moment) -> datetime | None:
    """Give the day of a moment where it is known to the day (its start; minute and hour kept)."""
    first, last = moment.earliest, moment.latest
    if first is None or last is None:
        return first or last
    return first if last.date() - first.date() <= timedelta(days=1) else None


def _moment(told: Valued, now: datetime | None, published: Moment | None) -> Moment | None:
    if told.recent is not None:
        return None if now is None else _recent(told.recent, now)
    moment = moment_of(told.value or "", told.zone)
    if moment is None or not told.is_earlier or now is None or moment.latest is None or moment.earliest is None:
        return moment
    latest = (published.latest if published and published.latest else None) or now
    if moment.earliest < latest < moment.latest:  # "earlier this month" has not gone on beyond the telling
        return replace(moment, latest=latest)
    return moment


def _recent(unit: str, now: datetime) -> Moment:
    """Give the rough range of "in recent days": seven of the unit, up to the anchor."""
    length = {"hours": 1, "days": 7, "weeks": 49, "months": 213, "years": 2557, "decades": 25567}
    days = length[unit]
    ordinal = max(1, now.date().toordinal() - days)
    return Moment(
        earliest=datetime.combine(date.fromordinal(ordinal), time()),
        latest=datetime.combine(now.date(), time(23, 59)),
        granularity=Granularity.UNKNOWN,
    )


def _is_full(told: Valued, text: str) -> bool:
    """Say that an expression tells its year itself and so hangs on no anchor."""
    return re.search(r"\d{4}", text[told.start : told.end]) is not None
