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
from stemma.readings.sayings import day_of_saying, quotation_around, quotations
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
        span = Span(report.id, told.start, told.end)
        timexes.append(Timex(span=span, moment=moment, relation=told.relation, value=told.value))
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
    stretches = quotations(report.text)
    for zone in report.zones:
        if zone.kind in _PASSED_OVER:
            continue
        setting = setting._replace(day_here=None)
        tolds = scan(report.text, zone.start, zone.end)
        place = 0
        while place < len(tolds):
            told = tolds[place]
            if told.form in _RANGES:
                value = value_of(told, report.text, setting)
                found.extend(_both_ends(told, report.text, value))
            elif told.form == "deictic" and (quotation := quotation_around(told, stretches)):
                said = day_of_saying(quotation, tolds, stretches, report.text)
                value = _value_in_quotation(told, said, report.text, setting)
                found.append(_valued(told, report.text, value, found))
            else:
                day, is_beside = _day_behind(tolds, place, report.text)
                near = setting if day is None else _after(day, value_of(day, report.text, setting), setting)
                value = None if day and near is setting else value_of(told, report.text, near)
                valued = _valued(told, report.text, value, found)
                found.append(replace(valued, end=day.end) if day and is_beside else valued)
                setting = near
                place += is_beside
            setting = _after(told, value, setting)
            place += 1
    return found


_RANGES = frozenset(("day_range", "month_range"))


def _both_ends(told: Told, text: str, value: str | None) -> list[Valued]:
    """Give the first and the last day of "between 12 and 19 September"; with "and" alone they are two days."""
    first = re.sub(r"\D", "", told.parts["first"])
    link = text[told.parts.end("first") : told.parts.start("day")].strip(" ")
    lead = re.search(
        r"\b(between|from|until|through|till) (?:the )?$", text[max(0, told.start - 14) : told.start], re.I
    )
    is_range = link not in ("and", "or", "and the", "or the") or (lead is not None and lead[1].lower() == "between")
    begin = _plain(
        told.start, told.parts.end("first"), value and f"{value[:8]}{int(first):02}", "from" if is_range else "at"
    )
    return [begin, _plain(told.parts.start("day"), told.end, value, "to" if is_range else "at")]


def _plain(start: int, end: int, value: str | None, relation: str) -> Valued:
    return Valued(start=start, end=end, value=value, relation=relation, zone=None, is_earlier=False, recent=None)


def _value_in_quotation(told: Told, said: Told | None, text: str, setting: Setting) -> str | None:
    """Give the value of "today" within marks: from the day of the saying where the report tells it, else none."""
    value = None if said is None else value_of(said, text, setting)
    moment = None if value is None else moment_of(value)
    if moment is None or moment.earliest is None:
        return None
    return value_of(told, text, setting._replace(now=moment.earliest))


def _day_behind(tolds: Sequence[Told], place: int, text: str) -> tuple[Told | None, bool]:
    """Give the day that a time of day is told of where it stands behind, and whether right behind ("3 p.m. on Friday").

    The same time by another zone may stand between in brackets: "11.40am (1040 GMT) on Friday".
    """
    if tolds[place].form != "clock":
        return None, False
    is_beside, left = True, tolds[place]
    for right in tolds[place + 1 : place + 4]:
        gap = text[left.end : right.start]
        if right.form == "clock" and re.fullmatch(r" ?[(/] ?|, ", gap):
            is_beside, left = False, right
            continue
        if right.form not in _DAYS or not re.fullmatch(r"\)?,? ?(?:on )?", gap):
            return None, False
        return right, is_beside and ")" not in gap
    return None, False


_DAYS = frozenset(("weekday", "month_day", "day_month", "deictic", "iso"))


def _after(told: Told, value: str | None, setting: Setting) -> Setting:
    """Give the setting in which the next expression is read."""
    if told.is_duration or value is None:
        return setting
    if told.form == "quarter" and told.parts["number"] and re.fullmatch(r"\d{4}-Q\d", value):
        setting = setting._replace(quarter=value)
    moment = moment_of(value)
    if moment is None or moment.earliest is None:
        return setting
    day = moment.earliest.date()
    setting = setting._replace(ref=day)
    return setting._replace(day=day, day_here=day) if moment.granularity in _TO_THE_DAY else setting


_TO_THE_DAY = frozenset((Granularity.DAY, Granularity.DAYPART, Granularity.HOUR, Granularity.MINUTE))


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
