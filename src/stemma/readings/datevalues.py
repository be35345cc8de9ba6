"""Values of dates: days, months, days of the week, holidays."""

import re
from datetime import date

from stemma.readings.almanac import WEEKDAYS, add_days, moment_of, week_value
from stemma.readings.anchors import Reader, Setting, is_future, month_number, tense_of, with_part
from stemma.readings.holidays import holiday_of
from stemma.readings.tenses import is_day_ahead, is_term
from stemma.readings.timewords import Told


def _iso(told: Told, _text: str, _setting: Setting) -> str | None:
    value = told.parts["value"] + (f"T{told.parts['time']}" if told.parts["time"] else "")
    return value if moment_of(value) else None


def _slashed(told: Told, _text: str, setting: Setting) -> str | None:
    """Give the day of figures: month first as Americans write it, unless that is no day or not yet come and the other is."""
    parts = told.parts
    if parts["number"]:
        return date(int(parts["year2"]), int(parts["number"]), int(parts["first"])).isoformat()
    first, second, year = int(parts["first"]), int(parts["second"]), int(parts["year"])
    year = year if year > 99 else year + (2000 if year < 50 else 1900)
    is_day_first = first > 12
    if first <= 12 and second <= 12 and setting.today is not None:
        is_day_first = date(year, first, second) > setting.today >= date(year, second, first)
    return date(year, *((second, first) if is_day_first else (first, second))).isoformat()


def _month_day(told: Told, text: str, setting: Setting) -> str | None:
    month, day = month_number(told.parts["month"]), int(re.sub(r"\D", "", told.parts["day"]))
    if told.parts["year"]:
        return date(int(told.parts["year"]), month, day).isoformat()
    if setting.today is None:
        return None
    which = (told.parts["which"] or "").lower() if "which" in told.parts.re.groupindex else ""
    is_future = which == "next" or (
        which not in ("last", "this past") and _looks_ahead(month, day, setting.today, told, text)
    )
    return _nearest(month, day, setting.today, is_future=is_future).isoformat()


def _looks_ahead(month: int, day: int, today: date, told: Told, text: str) -> bool:
    """Say that a day of the year is the next one: the verb says so, or it says nothing and that one is far nearer."""
    ahead = (date(today.year, month, min(day, 28)) - today).days % 365
    if ahead > 300:  # of the day that has just been a newspaper says it without a year
        return False
    if is_term(told, text):
        return ahead < 180
    tense = tense_of(told, text, is_said_past=False)
    if tense is None or 0 < ahead <= 45:  # of a day nearly a year past a newspaper would give the year
        return ahead < 100
    return tense


def _nearest(month: int, day: int, today: date, *, is_future: bool) -> date:
    """Give the last such day not after today, or the next one where the text looks ahead."""
    years = [today.year, today.year + 1] if is_future else [today.year, today.year - 1]
    for year in (*years, today.year - 2, today.year - 3, today.year - 4):  # 29 February
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if (found >= today) if is_future else (found <= today):
            return found
    return date(today.year, month, day)


def _month_year(told: Told, _text: str, _setting: Setting) -> str | None:
    return f"{int(told.parts['year']):04}-{month_number(told.parts['month']):02}"


def _month(told: Told, text: str, setting: Setting) -> str | None:
    today = setting.today
    if today is None:
        return None
    month, which = month_number(told.parts["month"]), (told.parts["which"] or "").lower()
    after = (told.parts["after"] or "").lower()
    if after:
        year = today.year + (-1 if "last" in after else 1 if "next" in after else 0)
    elif which == "next" or (
        which not in ("last", "past", "this past") and (is_term(told, text) or is_future(told, text))
    ):
        year = today.year + (month < today.month or (which == "next" and month == today.month))
    elif which == "this":
        year = today.year
    elif not which and 0 < (month - today.month) % 12 <= (2 if tense_of(told, text, is_said_past=False) is None else 1):
        year = today.year + (month < today.month)  # no verb tells, and the next one is far nearer
    else:
        year = today.year - (month > today.month or (which == "last" and month == today.month))
    return f"{year:04}-{month:02}"


_ENDS_RANGE = re.compile(
    rf"(?:\bbetween (?:{'|'.join(WEEKDAYS)})(?: \w+)? and |"
    rf"\b(?:{'|'.join(WEEKDAYS)})(?: \w+)?(?: (?:to|until|till|through) | ?[-–—] ?))$",
    re.IGNORECASE,
)


def _weekday(told: Told, text: str, setting: Setting) -> str | None:
    today = setting.today
    if today is None:
        return None
    number, which = WEEKDAYS.index(told.parts["weekday"].lower()), (told.parts["which"] or "").lower()
    if which in ("the following", "the previous"):
        base = setting.day or today
        step = (
            (number - base.weekday() - 1) % 7 + 1
            if which == "the following"
            else -((base.weekday() - number - 1) % 7 + 1)
        )
        return with_part(add_days(base, step), told.parts["part"])
    if setting.day is not None and _ENDS_RANGE.search(text[max(0, told.start - 40) : told.start]):
        return with_part(add_days(setting.day, (number - setting.day.weekday()) % 7), told.parts["part"])
    back, ahead = (today.weekday() - number) % 7, (number - today.weekday()) % 7
    if which == "last":
        day = add_days(today, -(back or 7))
    elif which in ("next", "this coming"):
        day = add_days(today, ahead or 7)
    elif is_day_ahead(told, text) or (which == "this" and tense_of(told, text) is None):
        day = add_days(today, ahead)
    else:
        day = add_days(today, -back)
    return with_part(day, told.parts["part"])


def _deictic(told: Told, _text: str, setting: Setting) -> str | None:
    word, part = told.parts["word"].lower(), told.parts["part"]
    if setting.today is None:
        return None
    step = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    step += {"before": -1, "after": 1}.get((told.parts["step"] or "").lower(), 0)
    return with_part(add_days(setting.today, step), "night" if word == "tonight" else part)


def _weekend(told: Told, text: str, setting: Setting) -> str | None:
    if setting.today is None:
        return None
    is_past = setting.today.weekday() < 5 and not is_future(told, text)
    return f"{week_value(add_days(setting.today, -7 if is_past else 0))}-WE"


def _holiday(told: Told, text: str, setting: Setting) -> str | None:
    name = told.parts["holiday"].lower().replace("’", "'")
    if told.parts["year"]:
        return _holiday_value(holiday_of(name, int(told.parts["year"])), told)
    if setting.today is None:
        return None
    days = [holiday_of(name, setting.today.year + step) for step in (-1, 0, 1)]
    last = max(day for day in days if day <= setting.today)
    coming = min(day for day in days if day >= setting.today)
    ahead = (coming - setting.today).days
    is_near = ahead <= 45 and tense_of(told, text, is_said_past=False) is None
    is_next = ahead <= 14 and (setting.today - last).days > 60  # of the one long past a newspaper would give the year
    is_ahead = is_near or is_next or is_term(told, text) or is_future(told, text)
    return _holiday_value(coming if is_ahead else last, told)


def _holiday_value(day: date, told: Told) -> str:
    """Give the value of a holiday, or of the weekend that it makes: of a Monday the one before."""
    if told.parts["weekend"]:
        return f"{week_value(add_days(day, -1) if day.weekday() == 0 else day)}-WE"
    return day.isoformat()


def _year_end(told: Told, text: str, setting: Setting) -> str | None:
    """Give the last day of the year, of the one before where something is counted since then."""
    if setting.today is None:
        return None
    is_past = re.search(r"\b(?:since|from|last) $", text[max(0, told.start - 8) : told.start]) and not is_future(
        told, text
    )
    return f"{setting.today.year - bool(is_past):04}-12-31"


def _terror(_told: Told, _text: str, _setting: Setting) -> str | None:
    return "2001-09-11"


DATE_READERS: dict[str, Reader] = {
    "iso": _iso,
    "slashed": _slashed,
    "month_day": _month_day,
    "day_month": _month_day,
    "day_range": _month_day,
    "month_range": _month_day,
    "month_year": _month_year,
    "month": _month,
    "weekday": _weekday,
    "deictic": _deictic,
    "weekend": _weekend,
    "holiday": _holiday,
    "terror": _terror,
    "year_end": _year_end,
}
