"""Spans of time: how an expression lies to its moment, and the two ends of "Monday to Thursday" or "2019-2021"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise

from stemma.model import Granularity, Moment
from stemma.readings.timewords import Told

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
_TO = re.compile(r" ?[-–—] ?| (?:to|through|thru) (?:early |late |mid-?)?", re.IGNORECASE)
_RISES = re.compile(
    r"\b(?:compared|comparing|moved?|shifted|postponed|delayed|brought forward|put (?:off|back)|changed|rescheduled)\b[^.;]*$"
)
# What may be the two ends of one span: days of the week, days and months, times of day, years.
_KINDS = {
    "weekday": "weekday",
    "month_day": "date",
    "day_month": "date",
    "month_year": "date",
    "iso": "date",
    "month": "month",
    "clock": "clock",
    "year": "year",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Valued:
    """An expression of time with its TIMEX3 value: what is known before moments are made of it.

    `is_rough`: counted from the day of publication, though it is said within marks and nobody tells on which day. `nearness`
    says on which side of a time of day it is: "before", "after" or "about" it, "" where it is told as exact.
    """

    start: int
    end: int
    value: str | None
    relation: str
    zone: str | None = None
    is_earlier: bool = False
    recent: str | None = None
    is_rough: bool = False
    nearness: str = ""


_NEAR = re.compile(
    r"\b(?:(?:just|shortly|soon|not long|a little|a bit|a few minutes|several minutes|moments|a short (?:time|while)) "
    r"(?P<side>before|after|past)|(?P<about>about|around|roughly|approximately|circa)) (?:the )?$",
    re.IGNORECASE,
)
_BESIDE = timedelta(minutes=30)  # "shortly before one": of what is farther off one says "half past twelve"
_ABOUT = timedelta(minutes=10)  # "about 12.50": the times next to it that people name are as far off
_ABOUT_HOUR = timedelta(minutes=15)  # "about one": the quarters are the times next to it


def nearness_of(told: Told, text: str) -> str:
    """Say whether a time of day is told as that about, shortly before or shortly after which something was.

    >>> from stemma.readings.timewords import scan
    >>> text = "It fell shortly before 9 a.m. and shut at about 9.40 a.m."
    >>> [nearness_of(told, text) for told in scan(text)]
    ['before', 'about']
    """
    found = _NEAR.search(text, max(0, told.start - 32), told.start) if told.form == "clock" else None
    if found is None:
        return ""
    return "about" if found["about"] else "before" if found["side"].lower() == "before" else "after"


def near(moment: Moment, nearness: str) -> Moment:
    """Give the range of what was about, shortly before or shortly after a time of day, none of it on another day.

    What was before midnight stays as it is told: of which day that midnight is the words leave open.
    """
    at = moment.earliest
    if not nearness or at is None or at != moment.latest:
        return moment
    day = at.replace(hour=0, minute=0)
    if nearness == "before" and at == day:
        return moment
    if nearness == "about":
        wide = _ABOUT if at.minute else _ABOUT_HOUR
        first, last, granularity = at - wide, at + wide, moment.granularity
    else:
        is_before = nearness == "before"
        first, last = (at - _BESIDE, at) if is_before else (at, at + _BESIDE)
        granularity = Granularity.HOUR
    return replace(
        moment,
        earliest=max(first, day),
        latest=min(last, day.replace(hour=23, minute=59)),
        granularity=granularity,
    )


def ends_of_spans(tolds: Sequence[Told], text: str) -> dict[int, str]:
    """Give `from` and `to` by the offsets of expressions that are joined to one span by a dash, "to" or "through".

    >>> from stemma.readings.timewords import scan
    >>> text = "It is open Monday to Thursday and closed in May."
    >>> ends_of_spans(scan(text), text)
    {11: 'from', 21: 'to'}
    """
    ends: dict[int, str] = {}
    for left, right in pairwise(tolds):
        kinds = {_KINDS.get(left.form), _KINDS.get(right.form)}
        if None in kinds or not (len(kinds) == 1 or kinds == {"date", "month"}) or left.start in ends:
            continue
        is_joined = _TO.fullmatch(text[left.start + len(left.parts.group().rstrip()) : right.start])
        if is_joined and not _RISES.search(text[max(0, left.start - 60) : left.start]):
            ends |= {left.start: "from", right.start: "to"}
    return ends


def has_both_ends(told: Told) -> bool:
    """Say that one expression tells both ends: "12-19 September", "2019-2021"."""
    return told.form in ("day_range", "month_range") or (told.form == "year" and told.parts["until"] is not None)


def both_ends(told: Told, text: str, value: str | None) -> list[Valued]:
    """Give the two ends of "between 12 and 19 September" or "2019-2021"; with "and" alone they are two days."""
    if told.form == "year":
        last = told.parts["until"]
        begin = told.parts["year"]
        end = last if len(last) == 4 else begin[:2] + last
        return [
            Valued(start=told.start, end=told.parts.end("year"), value=begin, relation="from"),
            Valued(start=told.parts.start("until"), end=told.end, value=end, relation="to"),
        ]
    first = re.sub(r"\D", "", told.parts["first"])
    link = text[told.parts.end("first") : told.parts.start("day")].strip(" ")
    lead = re.search(
        r"\b(between|from|until|through|till) (?:the )?$", text[max(0, told.start - 14) : told.start], re.I
    )
    is_range = link not in ("and", "or", "and the", "or the") or (lead is not None and lead[1].lower() == "between")
    begin = value and f"{value[:8]}{int(first):02}"
    return [
        Valued(start=told.start, end=told.parts.end("first"), value=begin, relation="from" if is_range else "at"),
        Valued(start=told.parts.start("day"), end=told.end, value=value, relation="to" if is_range else "at"),
    ]


def in_order(begin: Valued, end: Valued, text: str) -> tuple[Valued, Valued]:
    """Give the ends of a span so that it ends after it begins: the one that tells no year has that of the other, or the next.

    "October to March 2020" begins in 2019; "November to January" ends in the year after its beginning.
    """
    if not begin.value or not end.value:
        return begin, end
    if "T" in begin.value and "T" in end.value:  # "from 9 a.m. to 5 p.m. on Friday" is all on Friday
        return replace(begin, value=end.value.partition("T")[0] + "T" + begin.value.partition("T")[2]), end
    if not re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", begin.value) or not re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", end.value):
        return begin, end
    (first, last), (left, right) = (begin.value[:4], end.value[:4]), (begin.value[4:], end.value[4:])
    passes_year = right < left
    if _tells_year(end, text) and not _tells_year(begin, text):
        return replace(begin, value=f"{int(last) - passes_year:04}{left}"), end
    if not _tells_year(end, text):
        return begin, replace(end, value=f"{int(first) + passes_year:04}{right}")
    return begin, end


def _tells_year(told: Valued, text: str) -> bool:
    return re.search(r"\d{4}", text[told.start : told.end]) is not None


def relation_of(told: Told, text: str, before: Sequence[Valued]) -> str:
    """Give how an expression lies to its moment, by the preposition before it."""
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
