"""Values of years and their parts: quarters, halves, seasons, decades, centuries."""

import re
from datetime import date

from stemma.readings.almanac import MONTHS, SEASON_NAMES, add_months, quarter_value
from stemma.readings.anchors import Reader, Setting, is_future, month_number, named, shift, year_before
from stemma.readings.timewords import Told
from stemma.text.numerals import number_of

_ORDINALS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "final": 4,
    "last": 2,
}
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


def _quarter(told: Told, text: str, setting: Setting) -> str | None:  # noqa: PLR0911 - one question after another
    parts, today = told.parts, setting.today
    if parts["year_before"]:
        return f"{parts['year_before']}-Q{_ORDINALS[parts['number_after'].lower()]}"
    if parts["year_of"]:
        return f"{parts['year_of']}{setting.quarter[4:]}" if setting.quarter else str(parts["year_of"])
    if parts["q"]:
        return _numbered("Q", int(parts["q"]), parts["year_q"] or "", told, text, today)
    ended = _ENDED.match(text, told.end)
    if ended and today is not None and not parts["number"] and told.parts.group().lower().endswith("quarter"):
        return _quarter_ended(month_number(ended["month"]), ended["year"], today)
    if parts["told"]:
        return setting.quarter or (None if today is None else quarter_value(add_months(today, -3)))
    if parts["year_ago"]:
        return year_before(setting.quarter) if setting.quarter else None if today is None else f"{today.year - 1:04}"
    if parts["whole"]:
        return _whole_quarter(parts["whole"].lower(), told, setting)
    number, which = _ORDINALS[parts["number"].lower()], (parts["possessor"] or parts["which"] or "").lower()
    year = (parts["year"] or "").lower()
    letter = "Q" if parts["unit"].lower() == "quarter" else "H"
    if letter == "H" and number > 2:
        return None
    if year.isdigit() or today is None or not (year or which in ("last", "next") or parts["possessor"]):
        return _numbered(letter, number, year, told, text, today)
    step = -1 if "last" in (which, year[:4]) else 1 if "next" in (which, year[:4]) else 0
    return f"{today.year + step}-{letter}{number}"


_ENDED = re.compile(
    rf",? (?:which |that )?end(?:ed|ing|s) (?:on |in )?(?P<month>(?:{'|'.join(month[:3] for month in MONTHS)})[a-z]*)\.?"
    r"(?: \d{1,2}(?:, (?P<year>\d{4}))?)?",
    re.IGNORECASE,
)


def _quarter_ended(month: int, year: str | None, today: date) -> str:
    """Give the quarter of the calendar in which a company's quarter ends: the last such one."""
    return f"{int(year or today.year - (month > today.month)):04}-Q{(month + 2) // 3}"


def _numbered(letter: str, number: int, year: str, told: Told, text: str, today: date | None) -> str | None:
    """Give a quarter or half by its number: of the year told, else the last one that has begun, or the next."""
    if year.isdigit():
        return f"{year}-{letter}{number}"
    if today is None:
        return None
    passed = number <= (today.month + (2 if letter == "Q" else 5)) // (3 if letter == "Q" else 6)
    return f"{today.year - (0 if passed or is_future(told, text) else 1)}-{letter}{number}"


def _spelled(told: Told, _text: str, _setting: Setting) -> str | None:
    century = {"nineteen": 1900, "eighteen": 1800, "twenty": 2000, "two thousand": 2000}[told.parts["century"].lower()]
    rest = re.sub(r"\boh[ -]", "", (told.parts["rest"] or "").lower())
    return f"{century + int((number_of(rest) if rest else 0) or 0)}"


def _whole_quarter(word: str, told: Told, setting: Setting) -> str | None:
    if setting.today is None:
        return None
    words = told.parts.group().lower()
    is_year_before = word.startswith(("year", "same", "corresponding"))
    if "quarter" in words or setting.quarter or not is_year_before:
        unit = "year" if words.endswith("fiscal year") else "quarter"
        if unit == "quarter" and setting.quarter and word not in ("current", "latest", "most recent"):
            return year_before(setting.quarter) if is_year_before else setting.quarter
        base = setting.today if word == "current" else shift(setting.today, unit, -1)
        return named(add_months(base, -12) if is_year_before else base, unit)
    return f"{setting.today.year - 1:04}"  # "the same period last year" beside no quarter


def _season(told: Told, text: str, setting: Setting) -> str | None:
    name, year = told.parts["season"] or told.parts["season2"], told.parts["year"] or told.parts["year2"]
    code = SEASON_NAMES[name.lower()]
    if year:
        return f"{year}-{code}"
    if setting.today is None:
        return None
    month = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    if is_future(told, text):
        return f"{setting.today.year + (month + 2 < setting.today.month)}-{code}"
    return f"{setting.today.year - (month > setting.today.month)}-{code}"


YEAR_READERS: dict[str, Reader] = {
    "year": _year,
    "spelled": _spelled,
    "decade": _decade,
    "century": _century,
    "quarter": _quarter,
    "season": _season,
}
