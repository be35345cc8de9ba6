"""Anchors: against what an expression of time is read, which way the text looks, and steps in the calendar."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple

from stemma.readings.almanac import MONTHS, add_days, add_months, quarter_value, week_value
from stemma.readings.timewords import Told
from stemma.text.numerals import number_of


class Setting(NamedTuple):
    """Against what an expression is read: publication, and the day and the quarter that the text told last."""

    now: datetime | None
    ref: date | None
    quarter: str | None = None
    day: date | None = None  # the last one told to the day
    day_here: date | None = None  # the same, in this paragraph

    @property
    def today(self) -> date | None:
        """Give the day of publication."""
        return self.now.date() if self.now else None


CODES = {"second": "S", "minute": "M", "hour": "H", "day": "D", "weekday": "D", "week": "W", "weekend": "WE"}
CODES |= {
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "semester": "M",
    "year": "Y",
    "decade": "E",
    "century": "C",
    "season": "Q",
}

TIME_UNITS = frozenset(("second", "minute", "hour"))

PART_CODES = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "nighttime": "NI", "noon": "MI"}

_TENSES = re.compile(
    r"\b(?:(?P<future>(?:to )?(?<!could )be(?: \w+ly)? (?!able\b)\w+|will|'ll|’ll|shall|would|to be|plans?|planned|planning|"
    r"expect(?:s|ed)?|scheduled|due|set to|going to|"
    r"upcoming|look(?:s|ed|ing)? forward to|(?:going|heading|headed) into|"
    r"deadline|payable|effective|expires?|as early as|as soon as|could|"
    r"(?-i:may)|can|must|should|postponed|delayed until|extended to|await|hopes?|intends?|"
    r"next|is to|are to|ahead of|begins|begin)|(?P<said>said|says|"
    r"told)|(?P<past>was|were|had|has|have|did|"
    r"(?!un)\w{2,}ed|went|came|took|made|gave|fell|rose|held|met|since|began|saw|got|"
    r"won|lost|left|found|late))\b|(?P<stop>(?<![ap]\.m)(?<!\bMr)(?<!\bMs)(?<!Mrs)(?<!\bDr)(?<!\bSt)(?<!Gen)(?<!Sen)(?<!Rep)(?<!\b[A-Z])[.!?;]\s)",
    re.IGNORECASE,
)


def is_future(told: Told, text: str) -> bool:
    """Say that the text speaks of what is to come where an expression stands."""
    return tense_of(told, text) is True


def tense_of(told: Told, text: str, *, is_said_past: bool = True) -> bool | None:
    """Say that the verb nearest before an expression (else behind it) speaks of what is to come; None without one.

    A verb of saying tells the time of the saying: it decides for days of the week alone.
    """
    last: re.Match[str] | None = None
    for found in _TENSES.finditer(text, max(0, told.start - 90), told.start):
        last = None if found["stop"] else found
    if last is None:
        last = _TENSES.search(text, told.end, min(len(text), told.end + 60))
        if last is not None and last["stop"]:
            return None
    if last is None or (last["said"] and not is_said_past):
        return None
    return last["future"] is not None


def unit_of(word: str) -> str:
    """Give the singular of a unit of time."""
    word = word.lower()
    return "century" if word == "centuries" else word if word in CODES else word.removesuffix("s")


def shift(day: date, unit: str, count: int) -> date:
    """Give the day that many units later (or earlier)."""
    if unit in ("month", "quarter", "season", "semester"):
        return add_months(day, count * {"month": 1, "quarter": 3, "season": 3, "semester": 6}[unit])
    if unit in ("year", "decade", "century"):
        return add_months(day, count * {"year": 12, "decade": 120, "century": 1200}[unit])
    return add_days(day, count * {"week": 7, "weekend": 7, "fortnight": 14}.get(unit, 1))


def named(day: date, unit: str) -> str:  # noqa: PLR0911 - one question after another
    """Give the value of the unit that a day lies in."""
    if unit in ("week", "fortnight"):
        return week_value(day)
    if unit == "weekend":
        return f"{week_value(day)}-WE"
    if unit == "quarter":
        return quarter_value(day)
    if unit == "month":
        return f"{day.year:04}-{day.month:02}"
    if unit == "year":
        return f"{day.year:04}"
    if unit == "decade":
        return f"{day.year:04}"[:3]
    if unit == "century":
        return f"{day.year:04}"[:2]
    return day.isoformat()


def with_part(day: date, part: str | None) -> str:
    """Give the value of a day, or of the part of it that is told."""
    return (
        f"{day.isoformat()}T{PART_CODES[part.lower().replace(' ', '')]}"
        if part and part.lower() in PART_CODES
        else day.isoformat()
    )


def month_number(word: str) -> int:
    """Give the number of a month by its name or short form."""
    return next(number for number, name in enumerate(MONTHS, 1) if name.startswith(word.lower().rstrip(".")[:3]))


def is_month(word: str) -> bool:
    """Say that a word names a month."""
    return any(name.startswith(word.lower().rstrip(".")[:3]) for name in MONTHS) and unit_of(word) not in CODES


def count_of(word: str) -> float | None:
    """Give the number of units told; None where it is told as rough ("several")."""
    if word in ("a", "an", "the"):
        return 1
    if word.startswith(("half a", "couple", "a couple")):
        return 0.5 if word.startswith("half") else 2
    if word.endswith(" and a half"):
        return (number_of(word.removesuffix(" and a half")) or 0) + 0.5
    if word.endswith("½"):
        return (number_of(word[:-1].strip()) or 0) + 0.5
    if word.endswith("1/2"):
        whole = number_of(word[:-3].strip()) or 0
        return whole + 0.5
    return number_of(word)


def season_value(code: str, base: date, step: int) -> str:
    """Give the value of the season that many steps from the one a day lies in."""
    month = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    year = base.year
    if step < 0:
        year -= month + 2 >= base.month
    elif step > 0:
        year += month <= base.month
    return f"{year:04}-{code}"


def year_before(quarter: str) -> str:
    """Give the same quarter of the year before."""
    return f"{int(quarter[:4]) - 1:04}{quarter[4:]}"


Reader = Callable[[Told, str, Setting], str | None]
