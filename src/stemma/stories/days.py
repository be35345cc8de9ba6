"""Times that two accounts of one assertion do not agree on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from stemma.model import Conflict, Granularity, Moment, Timex
from stemma.stories.accounts import Account
from stemma.stories.touches import value_of
from stemma.text.relations import term

_GRAINS = {
    Granularity.MINUTE: "clock",
    Granularity.HOUR: "clock",
    Granularity.DAYPART: "day",
    Granularity.DAY: "day",
    Granularity.WEEK: "week",
    Granularity.MONTH: "month",
    Granularity.QUARTER: "month",
    Granularity.YEAR: "year",
}
_CLOCK = re.compile(
    r"(?:(?:at|about|around|just|shortly|before|after) )*(?P<hour>\d{1,2}|[a-z]+(?= o))(?:[.:](?P<minute>\d\d))?"
    r"(?: ?(?P<half>[ap])\.? ?m\.?)?(?: o['’]clock)?(?: (?:local time|gmt|utc|\(.*\)))*"
)
_FACE = re.compile(r"(?i)\bo['’]clock(?: on [\w ]+)?$")
_HALF_DAY = timedelta(hours=12)
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_CALENDARS = (
    _WEEKDAYS,
    frozenset(
        "january february april june july august september october november december".split()
    ),  # no verbs: march, may
    frozenset("spring summer autumn winter".split()),
)
_ORDER = {
    **dict.fromkeys(("before", "until", "till"), "before"),
    **dict.fromkeys(("after", "following"), "after"),
    **dict.fromkeys(("during", "amid", "throughout"), "during"),
}
_NEAR = 3  # words behind "before" in which what it is before stands
_TERMS = tuple(frozenset(map(term, calendar)) for calendar in _CALENDARS)
_NIGHTS = frozenset("night overnight midnight early late evening dawn".split())


def days(left: Account, right: Account) -> Iterator[Conflict]:
    """Give the times of one grain that have no moment in common and of which neither report has the other's elsewhere."""
    is_same = left.is_word_for_word(right, lambda name: name.startswith("@") or any(name in one for one in _TERMS))
    beside = [one.times if is_same else one.background.reading.times for one in (left, right)]
    unmatched = _unmatched(left.times, beside[1]), _unmatched(right.times, beside[0])
    ours = [one for one in unmatched[0] if not any(_is_said(one, other, left, right) for other in right.times)]
    theirs = [one for one in unmatched[1] if not any(_is_said(one, other, right, left) for other in left.times)]
    is_told = False
    for one in ours:
        other = next(
            (other for other in theirs if _grain(one) == _grain(other) and not _may_be_one(one, other, left, right)),
            None,
        )
        if other is not None:
            note = f'"{left.cut(one.span)}" against "{right.cut(other.span)}"'
            yield Conflict(kind="date", left=(one.span,), right=(other.span,), note=note)
            is_told = True
    if not is_told:
        yield from _named(left, right, is_same)
        yield from _ordered(left, right)


def _ordered(left: Account, right: Account) -> Iterator[Conflict]:
    """Give where one account tells of a time before or after what the other tells it of the time of: "during the flood"."""
    if not left.is_else_like(right, lambda _: False):
        return
    ours, theirs = _orders(left), _orders(right)
    for name in sorted(ours.keys() & theirs.keys()):
        (one, place), (other, again) = ours[name], theirs[name]
        if one != other:
            spans = left.span_of([place]), right.span_of([again])
            note = f'"{left.cut(spans[0])}" against "{right.cut(spans[1])}"'
            yield Conflict(kind="date", left=spans[:1], right=spans[1:], note=note)
            return


def _orders(account: Account) -> dict[str, tuple[str, int]]:
    """Give for each telling term behind a word of order what that word says, and where it stands."""
    found: dict[str, tuple[str, int]] = {}
    for place, key in enumerate(account.keys):
        if key in _ORDER:
            for at, name in account.told:
                if place < at <= place + _NEAR and name in account.weights:
                    found.setdefault(name, (_ORDER[key], place))
    return found


def _named(left: Account, right: Account, is_same: bool) -> Iterator[Conflict]:
    """Give the one weekday, month or season that each account names, where neither report names the other's."""
    if not all(_NIGHTS.isdisjoint(account.keys) for account in (left, right)):
        return  # a night is of two days
    for calendar in _CALENDARS:
        ours, theirs = ([key.removesuffix("'s") for key in one.keys] for one in (left, right))
        named = [sorted({key for key in keys if key in calendar}) for keys in (ours, theirs)]
        if len(named[0]) != 1 or len(named[1]) != 1 or named[0] == named[1]:
            continue
        known = [one.terms if is_same else one.background.terms for one in (right, left)]
        if term(named[0][0]) not in known[0] and term(named[1][0]) not in known[1]:
            spans = left.span_of([ours.index(named[0][0])]), right.span_of([theirs.index(named[1][0])])
            note = f'"{left.cut(spans[0])}" against "{right.cut(spans[1])}"'
            yield Conflict(kind="date", left=spans[:1], right=spans[1:], note=note)


def _may_be_one(one: Timex, other: Timex, left: Account, right: Account) -> bool:
    return (
        _is_said(one, other, left, right)
        or _are_a_week_apart(one, other, left, right)
        or _are_of_two_zones(one, other)
        or _is_either_half(one, other, left)
        or _is_either_half(other, one, right)
        or is_one_clock(left.cut(one.span), right.cut(other.span))
    )


def _are_of_two_zones(one: Timex, other: Timex) -> bool:
    """Say whether one time of day is told in a zone and the other in none, or in another."""
    zones = {time.moment.zone for time in (one, other) if time.moment is not None}
    return len(zones) > 1 and _grain(one) == "clock"


def _is_either_half(one: Timex, other: Timex, account: Account) -> bool:
    """Say whether a time told on the clock's face alone ("shortly before four o'clock") meets the other half a day on."""
    ends = _ends(one.moment)
    if ends is None or one.moment is None or _FACE.search(account.cut(one.span)) is None:
        return False
    later = replace(one.moment, earliest=ends[0] + _HALF_DAY, latest=ends[1] + _HALF_DAY)
    return _meet(replace(one, moment=later), other)


def is_one_clock(left: str, right: str) -> bool:
    """Say whether two times that name no day are one: of which day they are the reports tell elsewhere, or nobody.

    >>> is_one_clock("about 5.10 a.m.", "5:10am"), is_one_clock("four o'clock", "4 p.m."), is_one_clock("4 a.m.", "4 p.m.")
    (True, True, False)
    >>> is_one_clock("5 p.m. on Monday", "5 p.m.")
    False
    """
    told, again = (_CLOCK.fullmatch(one.casefold().strip()) for one in (left, right))
    if told is None or again is None:
        return False
    hours = [int(one["hour"]) if one["hour"].isdigit() else int(value_of(one["hour"]) or 0) for one in (told, again)]
    halves = [one["half"] or ("p" if hour > 12 else None) for one, hour in zip((told, again), hours, strict=True)]
    is_half = None in halves or halves[0] == halves[1]
    return is_half and hours[0] % 12 == hours[1] % 12 and int(told["minute"] or 0) == int(again["minute"] or 0)


def _is_said(one: Timex, other: Timex, left: Account, right: Account) -> bool:
    """Say whether the words of one time are in the other's: the same words in reports of two days may be anchored wrongly."""
    told, again = (f" {account.cut(time.span).casefold()} " for time, account in ((one, left), (other, right)))
    return told in again or again in told


def _unmatched(ours: Sequence[Timex], theirs: Sequence[Timex]) -> list[Timex]:
    """Give the dated times that meet no time of the other report."""
    return [
        one
        for one in ours
        if _ends(one.moment) and not any(_meet(one, other) for other in theirs if not _is_coarser(other, one))
    ]


def _is_coarser(one: Timex, other: Timex) -> bool:
    """Say whether a day is set beside an hour: that both are of one day does not make the hours one."""
    return _grain(other) == "clock" and _grain(one) != "clock"


def _ends(moment: Moment | None) -> tuple[datetime, datetime] | None:
    if moment is None or moment.earliest is None or moment.latest is None:
        return None
    return moment.earliest, moment.latest


def _meet(one: Timex, other: Timex) -> bool:
    """Say whether two times have a moment in common; a whole year or month that holds a day says nothing else."""
    left, right = _ends(one.moment), _ends(other.moment)
    return left is not None and right is not None and left[0] <= right[1] and right[0] <= left[1]


def _are_a_week_apart(one: Timex, other: Timex, left: Account, right: Account) -> bool:
    """Say whether two days differ by a week and a bare weekday tells one of them, which may be the last or the next."""
    ends = _ends(one.moment), _ends(other.moment)
    if ends[0] is None or ends[1] is None or abs(ends[0][0] - ends[1][0]) != timedelta(days=7):
        return False
    return any(account.cut(time.span).casefold() in _WEEKDAYS for time, account in ((one, left), (other, right)))


def _grain(one: Timex) -> str | None:
    return None if one.moment is None else _GRAINS.get(one.moment.granularity)
