"""Times as far as they are known."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Granularity(StrEnum):
    """How fine a time is told."""

    MINUTE = "minute"
    HOUR = "hour"
    DAYPART = "daypart"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A time as far as it is known: a range of the calendar, as told, without a guess at its zone.

    `earliest` and `latest` are wall-clock times without tzinfo, both inclusive (a day runs from 00:00 to 23:59), None
    where the range is open on that side; `zone` is the offset or name as told ("+01:00", "GMT", "ET") or None when not told.
    `inferred_from` is the id of the report by way of which it is known, or None when its own text tells it.
    """

    earliest: datetime | None
    latest: datetime | None
    granularity: Granularity
    zone: str | None = None
    inferred_from: str | None = None
