"""Values of times told by way of others, and of durations, repetitions and times of day."""

import re
from datetime import timedelta

from stemma.readings.almanac import SEASON_NAMES, WEEKDAYS, add_days, moment_of
from stemma.readings.anchors import (
    CODES,
    PART_CODES,
    TIME_UNITS,
    Reader,
    Setting,
    count_of,
    is_month,
    month_number,
    named,
    season_value,
    shift,
    unit_of,
    with_part,
    year_before,
)
from stemma.readings.timewords import Told
from stemma.text.numerals import UNITS, number_of

_LATE = re.compile(r"(?i),? (?:tonight|last night|this (?:afternoon|evening))\b")
_OFTEN = {"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y", "annually": "P1Y"}
_OFTEN |= {"nightly": "P1D", "hourly": "PT1H", "biweekly": "P2W"}


def _near(told: Told, _text: str, setting: Setting) -> str | None:
    which, unit = told.parts["which"].lower(), unit_of(told.parts["unit"].split()[-1])
    if unit in TIME_UNITS or setting.today is None:
        return f"PT1{CODES[unit]}" if unit in TIME_UNITS else None
    is_told = which in ("that", "same", "following", "preceding", "prior") or (
        which in ("previous", "next") and unit == "day"
    )
    base = (setting.ref if is_told else None) or setting.today
    step = -1 if which in ("last", "past", "previous", "this past", "preceding", "prior") else 0
    step = 1 if which in ("next", "coming", "upcoming", "following") else step
    if unit in PART_CODES:
        return with_part(add_days(base, step), unit)
    if unit in SEASON_NAMES:
        return season_value(SEASON_NAMES[unit], base, step)
    is_back = which == "past" or (which == "last" and told.parts.group().lower().startswith("the last"))
    if unit in ("decade", "century") and which in ("next", "coming", "past", "last", "previous"):
        return _period(1, unit)
    if is_back and unit in ("day", "week", "fortnight", "month", "year", "decade", "century", "quarter"):
        return _period(1, unit)
    return named(shift(base, unit, step), unit)


def _running(told: Told, _text: str, setting: Setting) -> str | None:
    """Give the unit that runs at publication: "for the week", "the full year"."""
    unit = unit_of(told.parts["unit"] or told.parts["unit2"])
    return None if setting.today is None or unit in TIME_UNITS else named(setting.today, unit)


def _part(told: Told, _text: str, setting: Setting) -> str | None:
    day = setting.day_here or setting.today
    return None if day is None else with_part(day, told.parts["part"])


def _edge_unit(told: Told, _text: str, setting: Setting) -> str | None:
    unit = unit_of(told.parts["unit"])
    return None if setting.today is None or unit in TIME_UNITS else named(setting.today, unit)


def _shifted(told: Told, _text: str, setting: Setting) -> str | None:
    count, how, unit = told.parts["count"].lower(), told.parts["how"].lower(), unit_of(told.parts["unit"].split()[-1])
    step = count_of(count)
    if told.parts["half"] and step is not None:
        step += 0.5
    if unit == "year" and step == 1 and setting.quarter and how in ("ago", "earlier"):
        return year_before(setting.quarter)  # set beside a quarter, "a year ago" is that quarter's
    is_deictic = how in ("ago", "from now", "hence", "from today")
    base = setting.today if is_deictic else (setting.ref or setting.today)
    if count in ("the", "some") and how == "before" and step is None:
        step = 1
    if step is None:
        return "PAST_REF" if how in ("ago", "earlier", "before", "previously") else "FUTURE_REF"
    if base is None:
        return None
    sign = -1 if how in ("ago", "earlier", "before", "previously") else 1
    if unit in TIME_UNITS:
        return _shifted_clock(setting, unit, sign * step) if is_deictic else None
    if unit in ("decade", "century") and step < 1:
        step, unit = step * (10 if unit == "decade" else 100), "year"
    if step != int(step):
        step = round(step * {"year": 12, "month": 30, "week": 7}.get(unit, 1))
        unit = "month" if unit == "year" else "day"
    return named(shift(base, unit, sign * int(step)), unit)


def _shifted_clock(setting: Setting, unit: str, step: float) -> str | None:
    if setting.now is None or (setting.now.hour, setting.now.minute) == (0, 0):
        return None
    moment = setting.now + timedelta(**{f"{unit}s": step})
    return moment.strftime("%Y-%m-%dT%H" if unit == "hour" else "%Y-%m-%dT%H:%M")


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
    if unit in PART_CODES:
        return with_part(add_days(base, step), unit)
    if unit in SEASON_NAMES:
        return season_value(SEASON_NAMES[unit], base, step)
    return named(shift(base, unit, step), unit)


def _clock(told: Told, text: str, setting: Setting) -> str | None:
    word = told.parts["clock"].lower().strip()
    first = word.split()[0]
    word = f"{number_of(first):.0f}" if first in UNITS else word
    found = re.match(r"(\d\d)(\d\d)$", word) or re.match(r"(\d{1,2})(?:[:.](\d\d))? ?([ap])?", word)
    half = (told.parts["half"] or "").lower()
    is_late = half in ("afternoon", "evening") or _LATE.match(text, told.parts.end("clock")) is not None
    day = setting.day_here or setting.today
    if word in ("noon", "midday", "midnight"):
        clock = "00:00" if word == "midnight" else "12:00"
    elif found is None:
        return None
    else:
        hour = (
            int(found[1]) % 12 + (12 if is_late or found[3] == "p" else 0)
            if is_late or (found.re.groups > 2 and found[3])
            else int(found[1])
        )
        clock = f"{hour:02}:{found[2] or '00'}"
    return f"{day.isoformat()}T{clock}" if day and moment_of(f"{day.isoformat()}T{clock}") else None


def _recent(told: Told, _text: str, _setting: Setting) -> str | None:
    return _period(None, unit_of(told.parts["unit"]))


def _reference(told: Told, _text: str, _setting: Setting) -> str | None:
    return "PAST_REF" if told.parts["past"] else "PRESENT_REF" if told.parts["present"] else "FUTURE_REF"


_UP_TO = re.compile(r"(?<!time )(?<!first )(?<!once )(?<!twice )\bin $", re.IGNORECASE)
_AHEAD = re.compile(
    r"(?:\b(?:will|would|shall|(?:is|are|was|were) (?:to|going to|due to|expected to|set to))|['’]ll) [^.;!?\n]*$"
)


def _is_term(told: Told, text: str) -> bool:
    """Say that a length counts from publication to what is to come: "will open in two weeks"."""
    before = text[max(0, told.start - 90) : told.start]
    is_told_of = re.match(r" (?:when|where|of|that|which|in which)\b", text[told.end :]) is not None  # "in a year when"
    return not is_told_of and _UP_TO.search(before) is not None and _AHEAD.search(before) is not None


def _duration(told: Told, text: str, setting: Setting) -> str | None:
    count, unit = told.parts["count"].lower(), unit_of(told.parts["unit"])
    if setting.today and unit not in TIME_UNITS and count not in ("the", "some") and _is_term(told, text):
        step = count_of(count)
        if step is not None and step == int(step):
            return named(shift(setting.today, unit, int(step)), unit)
    number = count_of(count) if count != "the" or unit == told.parts["unit"].lower() else None
    if told.parts.group().lower().endswith("and a half") and number:
        number += 0.5
    return _period(number, unit)


_WHOLE = {"fortnight": (2, "week"), "decade": (10, "year"), "century": (100, "year")}
_SMALLER = {"year": (12, "M"), "hour": (60, "M"), "minute": (60, "S")}


def _period(number: float | None, unit: str) -> str:
    """Give a length as ISO 8601 has it ("P2Y6M", "PT5H30M"); decades are told in years, an untold number is X."""
    if unit in _WHOLE:
        times, unit = _WHOLE[unit]
        number = None if number is None else number * times
    sign = "PT" if unit in TIME_UNITS else "P"
    if number is None:
        return f"{sign}X{CODES[unit]}"
    if number == int(number) or unit not in _SMALLER:
        return f"{sign}{number:g}{CODES[unit]}"
    times, code = _SMALLER[unit]
    whole = f"{int(number)}{CODES[unit]}" if number > 1 else ""
    return f"{sign}{whole}{round((number - int(number)) * times)}{code}"


def _long(told: Told, _text: str, _setting: Setting) -> str | None:
    if told.parts["unit"]:
        return _period(None, unit_of(told.parts["unit"]))
    unit = told.parts["unit2"] or told.parts["unit3"]
    return _period(1, unit_of(unit)) if unit else None


def _set(told: Told, _text: str, _setting: Setting) -> str | None:
    parts = told.parts
    if parts["often"]:
        return _OFTEN[parts["often"].lower()]
    if parts["days"]:
        part = PART_CODES.get((parts["parts"] or "").lower().removesuffix("s"))
        return f"XXXX-WXX-{WEEKDAYS.index(parts['days'].lower().removesuffix('s')) + 1}" + (f"T{part}" if part else "")
    unit = (parts["unit"] or parts["unit2"]).lower()
    if is_month(unit):
        return f"XXXX-{month_number(unit):02}"
    if unit in WEEKDAYS:
        return f"XXXX-WXX-{WEEKDAYS.index(unit) + 1}"
    if unit in SEASON_NAMES or unit in PART_CODES:
        return f"XXXX-{SEASON_NAMES[unit]}" if unit in SEASON_NAMES else f"XXXX-XX-XXT{PART_CODES[unit]}"
    count = (parts["count"] or "one").lower()
    return _period(2 if count == "other" else number_of(count), unit_of(unit))


def _stretch(told: Told, _text: str, _setting: Setting) -> str | None:
    return _period(count_of(told.parts["count"].lower()), unit_of(told.parts["unit"]))


RELATIVE_READERS: dict[str, Reader] = {
    "near": _near,
    "running": _running,
    "part": _part,
    "edge_unit": _edge_unit,
    "shifted": _shifted,
    "shifted_bare": _shifted_bare,
    "beside": _beside,
    "clock": _clock,
    "recent": _recent,
    "reference": _reference,
    "duration": _duration,
    "long": _long,
    "set": _set,
    "stretch": _stretch,
}
