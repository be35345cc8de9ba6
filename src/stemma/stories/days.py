"""Times that two accounts of one assertion do not agree on."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from stemma.model import Conflict, Granularity, Moment, Timex
from stemma.stories.accounts import Account

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
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def days(left: Account, right: Account) -> Iterator[Conflict]:
    """Give the times of one grain that have no moment in common and of which neither report has the other's elsewhere."""
    ours = _unmatched(left.times, right.background.reading.times)
    theirs = _unmatched(right.times, left.background.reading.times)
    for one in ours:
        other = next(
            (other for other in theirs if _grain(one) == _grain(other) and not _may_be_one(one, other, left, right)),
            None,
        )
        if other is not None:
            note = f'"{left.cut(one.span)}" against "{right.cut(other.span)}"'
            yield Conflict(kind="date", left=(one.span,), right=(other.span,), note=note)


def _may_be_one(one: Timex, other: Timex, left: Account, right: Account) -> bool:
    return _is_said(one, other, left, right) or _are_a_week_apart(one, other, left, right)


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
