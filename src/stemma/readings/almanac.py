"""Calendar: what a TIMEX3 value ("2016-W03", "1998-Q2", "199") stands for as a range of wall-clock time."""

import re
from calendar import monthrange
from datetime import date, datetime, time, timedelta

from stemma.model import Granularity, Moment

MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
PARTS_OF_DAY = {"MO": (5, 11), "MI": (11, 12), "AF": (12, 17), "EV": (17, 20), "NI": (18, 23), "DT": (6, 17)}
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
SEASON_NAMES = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(?:(\d\d)(?::(\d\d))?|([A-Z]{2})))?$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
_PART = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)$")
_YEARS = re.compile(r"(\d{2,4})(?:-(\d\d))?$")


def add_months(day: date, count: int) -> date:
    """Give the day that many months later (or earlier), the last of the month where it is too short.

    >>> add_months(date(2020, 3, 31), -1)
    datetime.date(2020, 2, 29)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    year = min(max(year, 1), 9999)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_days(day: date, count: int) -> date:
    """Give the day that many days later (or earlier), kept within the calendar's bounds."""
    return date.fromordinal(min(max(day.toordinal() + count, 1), date.max.toordinal()))


def week_value(day: date) -> str:
    """Give the ISO week of a day as a TIMEX3 value.

    >>> week_value(date(2021, 1, 3))
    '2020-W53'
    """
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def quarter_value(day: date) -> str:
    """Give the quarter of a day as a TIMEX3 value.

    >>> quarter_value(date(1998, 5, 2))
    '1998-Q2'
    """
    return f"{day.year:04}-Q{(day.month + 2) // 3}"


def moment_of(value: str, zone: str | None = None) -> Moment | None:
    """Give the range that a TIMEX3 value stands for; None for durations, sets, references and what is no date.

    >>> moment = moment_of("2016-02")
    >>> moment.earliest.day, moment.latest.day, str(moment.granularity)
    (1, 29, 'month')
    """
    try:
        bounds = _day_bounds(value) or _week_bounds(value) or _part_bounds(value) or _year_bounds(value)
    except ValueError:  # no such day: 30 February
        return None
    if bounds is None:
        return None
    earliest, latest, granularity = bounds
    return Moment(earliest=earliest, latest=latest, granularity=granularity, zone=zone)


def _day_bounds(value: str) -> tuple[datetime, datetime, Granularity] | None:
    found = _DAY.match(value)
    if not found:
        return None
    day = date(int(found[1]), int(found[2]), int(found[3]))
    if found[6]:
        first, last = PARTS_OF_DAY.get(found[6], (0, 23))
        return datetime.combine(day, time(first)), datetime.combine(day, time(last, 59)), Granularity.DAYPART
    if found[5]:
        moment = datetime.combine(day, time(int(found[4]), int(found[5])))
        return moment, moment, Granularity.MINUTE
    if found[4]:
        hour = int(found[4])
        return datetime.combine(day, time(hour)), datetime.combine(day, time(hour, 59)), Granularity.HOUR
    return _from_to(day, day, Granularity.DAY)


def _week_bounds(value: str) -> tuple[datetime, datetime, Granularity] | None:
    found = _WEEK.match(value)
    if not found:
        return None
    monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
    if found[3]:
        return _from_to(monday + timedelta(days=5), monday + timedelta(days=6), Granularity.WEEK)
    return _from_to(monday, monday + timedelta(days=6), Granularity.WEEK)


def _part_bounds(value: str) -> tuple[datetime, datetime, Granularity] | None:
    found = _PART.match(value)
    if not found:
        return None
    year, part = int(found[1]), found[2]
    if part[0] == "H":
        first = date(year, 1 if part == "H1" else 7, 1)
        return _from_to(first, add_days(add_months(first, 6), -1), Granularity.UNKNOWN)
    month = SEASONS[part] if part in SEASONS else 3 * int(part[1]) - 2
    first = date(year, month, 1)
    return _from_to(first, add_days(add_months(first, 3), -1), Granularity.QUARTER)


def _year_bounds(value: str) -> tuple[datetime, datetime, Granularity] | None:
    found = _YEARS.match(value)
    if not found:
        return None
    width = 10 ** (4 - len(found[1]))
    year = int(found[1]) * width
    if found[2]:
        if width > 1:
            return None
        first = date(year, int(found[2]), 1)
        return _from_to(first, add_days(add_months(first, 1), -1), Granularity.MONTH)
    return _from_to(date(max(year, 1), 1, 1), date(year + width - 1, 12, 31), Granularity.YEAR)


def _from_to(first: date, last: date, granularity: Granularity) -> tuple[datetime, datetime, Granularity]:
    return datetime.combine(first, time()), datetime.combine(last, time(23, 59)), granularity
