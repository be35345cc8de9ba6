"""TIMEX3 values: what an expression of time stands for, against a moment of publication and the time told before it."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from stemma.readings.almanac import (
    HOLIDAYS,
    MONTHS,
    SEASON_NAMES,
    WEEKDAYS,
    add_days,
    add_months,
    holiday_of,
    moment_of,
    quarter_value,
    week_value,
)
from stemma.readings.numerals import number_of
from stemma.readings.timewords import Told


class Setting(NamedTuple):
    """Against what an expression is read: publication, the day of the last "
    "time told, the last quarter told, if known."""

    now: datetime | None
    ref: date | None
    quarter: str | None = None

    @property
    def today(self) -> date | None:
        """Give the day of publication."""
        return self.now.date() if self.now else None


_CODES = {"second": "S", "minute": "M", "hour": "H", "day": "D", "weekday": "D", "week": "W", "weekend": "WE"}
_CODES |= {
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "semester": "M",
    "year": "Y",
    "decade": "E",
    "century": "C",
    "season": "Q",
}
_TIME_UNITS = frozenset(("second", "minute", "hour"))
_PART_CODES = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "nighttime": "NI", "noon": "MI"}
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4}
_CENTURIES = {"eighteenth": "17", "nineteenth": "18", "twentieth": "19", "twenty-first": "20"}
_DECADES = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}
_OFTEN = {"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y"}
_OFTEN |= {"nightly": "P1D", "hourly": "PT1H", "biweekly": "P2W"}
_TENSE = re.compile(
    r"\b(?:(?P<future>will|'ll|’ll|shall|would|to be|plans?|planned|planning|"
    r"expect(?:s|ed)?|scheduled|due|set to|going to|"
    r"upcoming|deadline|payable|effective|expires?|as early as|as soon as|could|"
    r"may|can|must|should|postponed|delayed until|extended to|await|hopes?|intends?|"
    r"until|till|next|is to|are to|ahead of|begins|begin)|(?P<said>said|says|"
    r"told)|(?P<past>was|were|had|has|have|did|"
    r"\w{2,}ed|went|came|took|made|gave|fell|rose|held|met|since|began|saw|got|"
    r"won|lost|left|found|late))\b|(?P<stop>[.!?;]\s)",
    re.IGNORECASE,
)


def value_of(told: Told, text: str, setting: Setting) -> str | None:
    """Give the TIMEX3 value of an expression, None where nothing anchors it or the calendar has no such day.

    >>> from stemma.readings.timewords import scan
    >>> text = "They met on Friday, a week after January 1."
    >>> [value_of(told, text, Setting(datetime(2022, 1, 8, 1), None)) for told in scan(text)]
    ['2022-01-07', 'P1W', '2022-01-01']
    """
    try:
        return _READERS[told.form](told, text, setting)
    except (ValueError, OverflowError):
        return None


def _is_future(told: Told, text: str) -> bool:
    return _tense(told, text) is True


def _tense(told: Told, text: str, *, is_said_past: bool = True) -> bool | None:
    """Say that the verb nearest before an expression (else behind it) speaks of what is to come; None without one.

    A verb of saying tells the time of the saying: it decides for days of the week alone.
    """
    last: re.Match[str] | None = None
    for found in _TENSE.finditer(text, max(0, told.start - 90), told.start):
        last = None if found["stop"] else found
    if last is None:
        last = _TENSE.search(text, told.end, min(len(text), told.end + 60))
        if last is not None and last["stop"]:
            return None
    if last is None or (last["said"] and not is_said_past):
        return None
    return last["future"] is not None


def _unit(word: str) -> str:
    word = word.lower()
    return "century" if word == "centuries" else word if word in _CODES else word.removesuffix("s")


def _shift(day: date, unit: str, count: int) -> date:
    if unit in ("month", "quarter", "season", "semester"):
        return add_months(day, count * {"month": 1, "quarter": 3, "season": 3, "semester": 6}[unit])
    if unit in ("year", "decade", "century"):
        return add_months(day, count * {"year": 12, "decade": 120, "century": 1200}[unit])
    return add_days(day, count * {"week": 7, "weekend": 7, "fortnight": 14}.get(unit, 1))


def _named(day: date, unit: str) -> str:
    """Give the value of the unit that a day lies in."""
    if unit == "week" or unit == "fortnight":
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


# Full and half dates


def _iso(told: Told, _text: str, _setting: Setting) -> str | None:
    value = told.parts["value"] + (f"T{told.parts['time']}" if told.parts["time"] else "")
    return value if moment_of(value) else None


def _slashed(told: Told, _text: str, _setting: Setting) -> str | None:
    first, second, year = int(told.parts["first"]), int(told.parts["second"]), int(told.parts["year"])
    month, day = (second, first) if first > 12 else (first, second)
    year = year if year > 99 else year + (2000 if year < 50 else 1900)
    return date(year, month, day).isoformat()


def _month_number(word: str) -> int:
    return next(number for number, name in enumerate(MONTHS, 1) if name.startswith(word.lower().rstrip(".")[:3]))


def _is_month(word: str) -> bool:
    return any(name.startswith(word.lower().rstrip(".")[:3]) for name in MONTHS) and _unit(word) not in _CODES


def _month_day(told: Told, text: str, setting: Setting) -> str | None:
    month, day = _month_number(told.parts["month"]), int(re.sub(r"\D", "", told.parts["day"]))
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
    tense = _tense(told, text, is_said_past=False)
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
    return f"{int(told.parts['year']):04}-{_month_number(told.parts['month']):02}"


def _month(told: Told, text: str, setting: Setting) -> str | None:
    today = setting.today
    if today is None:
        return None
    month, which = _month_number(told.parts["month"]), (told.parts["which"] or "").lower()
    after = (told.parts["after"] or "").lower()
    if after:
        year = today.year + (-1 if "last" in after else 1 if "next" in after else 0)
    elif which == "next" or (which != "last" and which != "past" and which != "this past" and _is_future(told, text)):
        year = today.year + (month < today.month or (which == "next" and month == today.month))
    elif which == "this":
        year = today.year
    elif not which and _tense(told, text, is_said_past=False) is None and 0 < (month - today.month) % 12 <= 3:
        year = today.year + (month < today.month)  # no verb tells, and the next one is far nearer
    else:
        year = today.year - (month > today.month or (which == "last" and month == today.month))
    return f"{year:04}-{month:02}"


def _weekday(told: Told, text: str, setting: Setting) -> str | None:
    today = setting.today
    if today is None:
        return None
    number, which = WEEKDAYS.index(told.parts["weekday"].lower()), (told.parts["which"] or "").lower()
    if which in ("the following", "the previous"):
        base = setting.ref or today
        step = (
            (number - base.weekday() - 1) % 7 + 1
            if which == "the following"
            else -((base.weekday() - number - 1) % 7 + 1)
        )
        return _with_part(add_days(base, step), told.parts["part"])
    back, ahead = (today.weekday() - number) % 7, (number - today.weekday()) % 7
    if which == "last":
        day = add_days(today, -(back or 7))
    elif which == "next" or which == "this coming":
        day = add_days(today, ahead or 7)
    elif _is_future(told, text) or re.search(r"\bnext (?:week )?(?:on )?$", text[max(0, told.start - 14) : told.start]):
        day = add_days(today, ahead)
    else:
        day = add_days(today, -back)
    return _with_part(day, told.parts["part"])


def _with_part(day: date, part: str | None) -> str:
    return (
        f"{day.isoformat()}T{_PART_CODES[part.lower().replace(' ', '')]}"
        if part and part.lower() in _PART_CODES
        else day.isoformat()
    )


def _deictic(told: Told, _text: str, setting: Setting) -> str | None:
    word, part = told.parts["word"].lower(), told.parts["part"]
    if setting.today is None:
        return None
    step = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    step += {"before": -1, "after": 1}.get((told.parts["step"] or "").lower(), 0)
    return _with_part(add_days(setting.today, step), "night" if word == "tonight" else part)


# Times against now, against the time told before


def _near(told: Told, text: str, setting: Setting) -> str | None:
    which, unit = told.parts["which"].lower(), _unit(told.parts["unit"].split()[-1])
    if unit in _TIME_UNITS or setting.today is None:
        return f"PT1{_CODES[unit]}" if unit in _TIME_UNITS else None
    is_told = which in ("that", "same", "following", "preceding", "prior") or (
        which in ("previous", "next") and unit == "day"
    )
    base = (setting.ref if is_told else None) or setting.today
    step = -1 if which in ("last", "past", "previous", "this past", "preceding", "prior") else 0
    step = 1 if which in ("next", "coming", "upcoming", "following") else step
    if unit in _PART_CODES:
        return _with_part(add_days(base, step), unit)
    if unit in SEASON_NAMES:
        return _season_value(SEASON_NAMES[unit], base, step)
    is_back = which == "past" or (which == "last" and told.parts.group().lower().startswith("the last"))
    if is_back and unit in ("day", "week", "month", "year", "decade", "century", "quarter"):
        return f"P1{_CODES[unit]}" if unit not in ("decade", "century") else {"decade": "P1DE", "century": "P1CE"}[unit]
    return _named(_shift(base, unit, step), unit)


def _season_value(code: str, base: date, step: int) -> str:
    month = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    year = base.year
    if step < 0:
        year -= month + 2 >= base.month
    elif step > 0:
        year += month <= base.month
    return f"{year:04}-{code}"


def _edge_unit(told: Told, _text: str, setting: Setting) -> str | None:
    unit = _unit(told.parts["unit"])
    return None if setting.today is None or unit in _TIME_UNITS else _named(setting.today, unit)


def _shifted(told: Told, _text: str, setting: Setting) -> str | None:
    count, how, unit = told.parts["count"].lower(), told.parts["how"].lower(), _unit(told.parts["unit"].split()[-1])
    step = _count(count)
    if unit == "year" and step == 1 and setting.quarter and how in ("ago", "earlier"):
        return _year_before(setting.quarter)  # set beside a quarter, "a year ago" is that quarter's
    is_deictic = how in ("ago", "from now", "hence", "from today")
    base = setting.today if is_deictic else (setting.ref or setting.today)
    if count in ("the", "some") and how == "before" and step is None:
        step = 1
    if step is None:
        return "PAST_REF" if how in ("ago", "earlier", "before", "previously") else "FUTURE_REF"
    if base is None:
        return None
    sign = -1 if how in ("ago", "earlier", "before", "previously") else 1
    if unit in _TIME_UNITS:
        return _shifted_clock(setting, unit, sign * step) if is_deictic else None
    if step != int(step):
        base, unit, step = (
            base,
            {"year": "month"}.get(unit, "day"),
            round(step * {"year": 12, "month": 30, "week": 7}.get(unit, 1)),
        )
    return _named(_shift(base, unit, sign * int(step)), unit)


def _shifted_clock(setting: Setting, unit: str, step: float) -> str | None:
    if setting.now is None or (setting.now.hour, setting.now.minute) == (0, 0):
        return None
    moment = setting.now + timedelta(**{f"{unit}s": step})
    return moment.strftime("%Y-%m-%dT%H" if unit == "hour" else "%Y-%m-%dT%H:%M")


def _count(word: str) -> float | None:
    if word in ("a", "an", "the"):
        return 1
    if word.startswith(("half a", "couple", "a couple")):
        return 0.5 if word.startswith("half") else 2
    if word.endswith("1/2"):
        whole = number_of(word[:-3].strip()) or 0
        return whole + 0.5
    return number_of(word)


def _shifted_bare(told: Told, _text: str, _setting: Setting) -> str | None:
    return "FUTURE_REF" if told.parts["how"].lower() == "later" else "PAST_REF"


def _beside(told: Told, _text: str, setting: Setting) -> str | None:
    parts = told.parts
    unit = (parts["unit1"] or parts["unit2"] or parts["unit3"] or "day").lower()
    how = (parts["how1"] or parts["how2"] or "").lower()
    words = parts.group().lower()
    step = -1 if how in ("previous", "preceding", "before", "prior") or "earlier" in words else 0
    step = 1 if how in ("next", "following", "after") or words.endswith("later") else step
    base = setting.ref or setting.today
    if base is None:
        return None
    if unit in _PART_CODES:
        return _with_part(add_days(base, step), unit)
    if unit in SEASON_NAMES:
        return _season_value(SEASON_NAMES[unit], base, step)
    return _named(_shift(base, unit, step), unit)


# Years and their parts


def _year(told: Told, _text: str, _setting: Setting) -> str | None:
    return told.parts["year"]


def _decade(told: Told, _text: str, _setting: Setting) -> str | None:
    if told.parts["decade"]:
        return told.parts["decade"][:3]
    if told.parts["short"]:
        return ("20" if told.parts["short"] == "00" else "19") + told.parts["short"][0]
    return f"19{_DECADES[told.parts['word'].lower()]}"


def _century(told: Told, _text: str, _setting: Setting) -> str | None:
    word = told.parts["century"].lower()
    digits = re.sub(r"\D", "", word)
    return _CENTURIES.get(word) or f"{int(digits) - 1:02}"


def _quarter(told: Told, text: str, setting: Setting) -> str | None:
    parts, today = told.parts, setting.today
    if parts["told"]:
        return setting.quarter or (None if today is None else quarter_value(add_months(today, -3)))
    if parts["year_ago"]:
        return _year_before(setting.quarter) if setting.quarter else None if today is None else f"{today.year - 1:04}"
    if parts["whole"]:
        return _whole_quarter(parts["whole"].lower(), told, setting)
    number, which = _ORDINALS[parts["number"].lower()], (parts["possessor"] or parts["which"] or "").lower()
    year = (parts["year"] or "").lower()
    letter = "Q" if parts["unit"].lower() == "quarter" else "H"
    if letter == "H" and number > 2:
        return None
    if year.isdigit():
        return f"{year}-{letter}{number}"
    if today is None:
        return None
    if year or which in ("last", "next") or parts["possessor"]:
        return (
            f"{today.year + (-1 if 'last' in (year, which, year[:4]) else 1 if 'next' in (which, year[:4]) else 0)}"
            f"-{letter}{number}"
        )
    passed = number <= (today.month + (2 if letter == "Q" else 5)) // (3 if letter == "Q" else 6)
    return f"{today.year - (0 if passed or _is_future(told, text) else 1)}-{letter}{number}"


def _year_before(quarter: str) -> str:
    return f"{int(quarter[:4]) - 1:04}{quarter[4:]}"


def _spelled(told: Told, _text: str, _setting: Setting) -> str | None:
    century = {"nineteen": 1900, "eighteen": 1800, "twenty": 2000, "two thousand": 2000}[told.parts["century"].lower()]
    rest = re.sub(r"\boh[ -]", "", (told.parts["rest"] or "").lower())
    return f"{century + int((number_of(rest) if rest else 0) or 0)}"


def _whole_quarter(word: str, told: Told, setting: Setting) -> str | None:
    if setting.today is None:
        return None
    unit = "year" if told.parts.group().lower().endswith("year") else "quarter"
    is_year_before = word.startswith(("year", "same", "corresponding"))
    if unit == "quarter" and setting.quarter and word != "current":
        return _year_before(setting.quarter) if is_year_before else setting.quarter
    base = setting.today if word == "current" else _shift(setting.today, unit, -1)
    return _named(add_months(base, -12) if is_year_before else base, unit)


def _season(told: Told, text: str, setting: Setting) -> str | None:
    name, year = told.parts["season"] or told.parts["season2"], told.parts["year"] or told.parts["year2"]
    code = SEASON_NAMES[name.lower()]
    if year:
        return f"{year}-{code}"
    if setting.today is None:
        return None
    month = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    if _is_future(told, text):
        return f"{setting.today.year + (month + 2 < setting.today.month)}-{code}"
    return f"{setting.today.year - (month > setting.today.month)}-{code}"


def _holiday(told: Told, text: str, setting: Setting) -> str | None:
    name = told.parts["holiday"].lower().replace("’", "'")
    if told.parts["year"]:
        return holiday_of(name, int(told.parts["year"])).isoformat()
    if setting.today is None or name not in HOLIDAYS:
        return None
    day = holiday_of(name, setting.today.year)
    if day > setting.today and not _is_future(told, text):
        return holiday_of(name, setting.today.year - 1).isoformat()
    if day < setting.today and _is_future(told, text):
        return holiday_of(name, setting.today.year + 1).isoformat()
    return day.isoformat()


def _terror(_told: Told, _text: str, _setting: Setting) -> str | None:
    return "2001-09-11"


# Clock, references, durations, sets


def _clock(told: Told, text: str, setting: Setting) -> str | None:
    word = told.parts["clock"].lower().strip()
    found = re.match(r"(\d{1,2})(?::(\d\d))? ?([ap])?", word) or re.match(r"(\d\d)(\d\d)$", word)
    day = setting.ref or setting.today
    after = re.compile(r"(?:,? (?:on )?)").match(text, told.end)
    if day is None and after is None:
        return None
    if word == "noon" or word == "midnight":
        clock = "12:00" if word == "noon" else "00:00"
    elif found is None:
        return None
    else:
        hour = (
            int(found[1]) % 12 + (12 if found[3] == "p" else 0) if found.re.groups > 2 and found[3] else int(found[1])
        )
        clock = f"{hour:02}:{found[2] or '00'}"
    return f"{day.isoformat()}T{clock}" if day and moment_of(f"{day.isoformat()}T{clock}") else None


def _recent(_told: Told, _text: str, _setting: Setting) -> str | None:
    return "PAST_REF"


def _reference(told: Told, _text: str, _setting: Setting) -> str | None:
    return "PAST_REF" if told.parts["past"] else "PRESENT_REF" if told.parts["present"] else "FUTURE_REF"


def _duration(told: Told, _text: str, _setting: Setting) -> str | None:
    count, unit = told.parts["count"].lower(), _unit(told.parts["unit"])
    number = _count(count) if count != "the" or unit == told.parts["unit"].lower() else None
    if told.parts.group().lower().endswith("and a half") and number:
        number += 0.5
    return _period(number, unit)


def _period(number: float | None, unit: str) -> str:
    if unit == "fortnight":
        number, unit = (number or 1) * 2, "week"
    told = "X" if number is None else f"{number:g}"
    code = {"decade": "DE", "century": "CE"}.get(unit, _CODES[unit])
    return f"PT{told}{code}" if unit in _TIME_UNITS else f"P{told}{code}"


def _long(told: Told, _text: str, _setting: Setting) -> str | None:
    if told.parts["unit"]:
        return _period(None, _unit(told.parts["unit"]))
    unit = told.parts["unit2"] or told.parts["unit3"]
    return _period(1, _unit(unit)) if unit else None


def _set(told: Told, _text: str, _setting: Setting) -> str | None:
    parts = told.parts
    if parts["often"]:
        return _OFTEN[parts["often"].lower()]
    unit = (parts["unit"] or parts["unit2"]).lower()
    if _is_month(unit):
        return f"XXXX-{_month_number(unit):02}"
    if unit in WEEKDAYS:
        return f"XXXX-WXX-{WEEKDAYS.index(unit) + 1}"
    if unit in SEASON_NAMES or unit in _PART_CODES:
        return f"XXXX-{SEASON_NAMES[unit]}" if unit in SEASON_NAMES else f"XXXX-XX-XXT{_PART_CODES[unit]}"
    count = (parts["count"] or "one").lower()
    return _period(2 if count == "other" else number_of(count), _unit(unit))


def _stretch(told: Told, _text: str, _setting: Setting) -> str | None:
    return _period(_count(told.parts["count"].lower()), _unit(told.parts["unit"]))


def _weekend(told: Told, text: str, setting: Setting) -> str | None:
    if setting.today is None:
        return None
    is_past = setting.today.weekday() < 5 and not _is_future(told, text)
    return f"{week_value(add_days(setting.today, -7 if is_past else 0))}-WE"


_READERS: dict[str, Callable[[Told, str, Setting], str | None]] = {
    "iso": _iso, "slashed": _slashed, "month_day": _month_day, "day_month": _month_day, "month_year": _month_year,
    "month": _month, "spelled": _spelled, "weekday": _weekday, "deictic": _deictic, "near": _near, "edge_unit": _edge_unit, "stretch": _stretch,
    "shifted": _shifted, "shifted_bare": _shifted_bare, "beside": _beside, "year": _year, "decade": _decade,
    "century": _century, "quarter": _quarter, "season": _season, "clock": _clock, "holiday": _holiday, "terror": _terror,
    "recent": _recent, "reference": _reference, "set": _set, "weekend": _weekend, "duration": _duration, "long": _long,
}  # fmt: skip
