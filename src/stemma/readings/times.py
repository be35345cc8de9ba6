"""Times: expressions of time in a report and the moments they stand for.

Own grammar (`timewords`), values as in TimeML's TIMEX3 (Pustejovsky et al. 2003), the past preferred as news prefers it
(Stroetgen and Gertz's HeidelTime, 2010, does the same for its domain "news").
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from stemma.model import Granularity, Moment, Report, Span, Timex, ZoneKind
from stemma.readings.almanac import add_days, moment_of
from stemma.readings.anchors import Setting
from stemma.readings.sayings import day_of_saying, quotation_around, quotations
from stemma.readings.timespans import (
    Valued,
    both_ends,
    ends_of_spans,
    has_both_ends,
    in_order,
    near,
    nearness_of,
    relation_of,
)
from stemma.readings.timevalues import value_of
from stemma.readings.timewords import Told, scan
from stemma.text.marks import Marked

_PASSED_OVER = frozenset((ZoneKind.FURNITURE, ZoneKind.BYLINE, ZoneKind.SPEAKER))


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
        if zone.kind not in _PASSED_OVER:
            tolds = scan(report.text, zone.start, zone.end)
            setting = _read_paragraph(tolds, report.text, stretches, setting._replace(day_here=None), found)
    return found


def _read_paragraph(
    tolds: Sequence[Told], text: str, stretches: Sequence[Marked], setting: Setting, found: list[Valued]
) -> Setting:
    """Add the expressions of one paragraph to those found; give the setting in which the next one is read."""
    ends = ends_of_spans(tolds, text)
    place = 0
    while place < len(tolds):
        told = tolds[place]
        day, is_beside = _day_behind(tolds, place, text)
        near = setting if day is None else _after(day, value_of(day, text, setting), setting)
        quotation = quotation_around(told, stretches) if told.form == "deictic" else None
        if told.form == "beside":
            near = _beside_day(told, tolds[place + 1 : place + 2], text, near)
        if quotation is not None:
            valued, value = _in_quotation(told, day_of_saying(quotation, tolds, stretches, text), text, near)
        else:
            value = None if day and near is setting else value_of(told, text, near)
            valued = _valued(told, text, value, found)
        if has_both_ends(told):
            found.extend(both_ends(told, text, value))
        else:
            end = day.end if day and is_beside else valued.end
            found.append(replace(valued, end=end, relation=ends.get(told.start, valued.relation)))
        if found[-1].relation == "to" and len(found) > 1:
            found[-2:] = in_order(found[-2], found[-1], text)
            value = found[-1].value
        setting = _after(told, value, near)
        place += 1 + is_beside
    return setting


def _beside_day(told: Told, behind: Sequence[Told], text: str, setting: Setting) -> Setting:
    """Give the setting for "the day before Christmas": the day is counted from the one told right behind."""
    if not behind or told.parts["how2"] is None or text[told.end : behind[0].start] != " ":
        return setting
    return _after(behind[0], value_of(behind[0], text, setting), setting)


def _in_quotation(told: Told, said: Told | None, text: str, setting: Setting) -> tuple[Valued, str | None]:
    """Give "today" within marks, and what the times after it are read from.

    It is counted from the day of the saying where the report tells it, else roughly from that of publication.
    """
    if said is None:
        return replace(_valued(told, text, value_of(told, text, setting), ()), is_rough=True), None
    value = value_of(said, text, setting)
    moment = None if value is None else moment_of(value)
    if moment is None or moment.earliest is None:
        return _valued(told, text, None, ()), None
    value = value_of(told, text, setting._replace(now=moment.earliest))
    return _valued(told, text, value, ()), value


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
    relation = relation_of(told, text, before)
    if re.match(r"P[\dTX]", value or "") and told.form not in ("set", "recent"):
        relation = "for"
    elif told.form == "duration" and value:  # "will open in two weeks"
        relation = "at"
    nearness = nearness_of(told, text)
    if nearness in ("before", "after"):
        relation = "at"  # of the half hour beside the time that is told
    zone = told.parts["zone"] if "zone" in told.parts.re.groupindex else None
    return Valued(
        start=told.start,
        end=_trimmed_end(told),
        value=value,
        relation=relation,
        zone=zone,
        is_earlier=words.startswith("earlier") and "ago" not in words,
        recent=words if told.form == "recent" else None,
        nearness=nearness,
    )


def _trimmed_end(told: Told) -> int:
    return told.start + len(told.parts.group().rstrip(" ,"))


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
    moment = None if moment is None else near(moment, told.nearness)
    if moment is not None and moment.earliest is not None and told.is_rough:
        return replace(moment, earliest=moment.earliest - timedelta(days=1))
    if moment is None or not told.is_earlier or now is None or moment.latest is None or moment.earliest is None:
        return moment
    latest = (published.latest if published and published.latest else None) or now
    if moment.earliest < latest < moment.latest:  # "earlier this month" has not gone on beyond the telling
        return replace(moment, latest=latest)
    return moment


def _recent(words: str, now: datetime) -> Moment:
    """Give the rough range of "recent days" and "the coming weeks": seven of the unit, up to the anchor or from it on."""
    length = {"hours": 1, "days": 7, "weeks": 49, "months": 213, "quarters": 639, "years": 2557, "decades": 25567}
    days = length[words.rsplit(maxsplit=1)[-1]]
    first, last = (
        (now.date(), add_days(now.date(), days)) if "coming" in words else (add_days(now.date(), -days), now.date())
    )
    return Moment(
        earliest=datetime.combine(first, time()),
        latest=datetime.combine(last, time(23, 59)),
        granularity=Granularity.UNKNOWN,
    )


def _is_full(told: Valued, text: str) -> bool:
    """Say that an expression tells its year itself and so hangs on no anchor."""
    return re.search(r"\d{4}", text[told.start : told.end]) is not None
