"""Words of time: where a text speaks of a time, and in which form of expression (no value yet)."""

import re
from functools import cache, lru_cache

from stemma.readings.timechecks import Told, is_time
from stemma.readings.timeforms import FORMS, FORMS_BY_DIGIT, FORMS_BY_WORD

__all__ = ["Told", "scan"]

_ORDER = {name: place for place, name in enumerate(FORMS)}
_TOKEN = re.compile(r"(?<![^\W_])(?<!\d[.,/])(?:[A-Za-z]+|\d+|['’](?=\d0s))")


@lru_cache(maxsize=1024)  # a zone is looked through for its times and for its quantities
def scan(text: str, start: int = 0, end: int | None = None) -> tuple[Told, ...]:
    """Give the expressions of time between two offsets, in text order, none over another.

    >>> [(told.form, told.parts.group()) for told in scan("On Friday, three years ago, in May 1998.")]
    [('weekday', 'Friday'), ('shifted', 'three years ago'), ('month_year', 'May 1998')]
    """
    stop = len(text) if end is None else end
    found: list[Told] = []
    offset = start
    for token in _TOKEN.finditer(text, start, stop):
        if token.start() < offset:
            continue
        word = token.group().lower()
        forms = FORMS_BY_DIGIT if word[0].isdigit() else ["decade"] if word[0] in "'’" else FORMS_BY_WORD.get(word)
        told = _longest(text, token.start(), stop, forms) if forms else None
        if told is not None:
            found.append(told)
            offset = told.end
    return tuple(found)


def _longest(text: str, offset: int, end: int, forms: list[str]) -> Told | None:
    best: Told | None = None
    if _seen(key := tuple(forms)) and _any_of(key).match(text, offset, end) is None:
        return None
    for form in forms:
        parts = FORMS[form].match(text, offset, end)
        if parts is None or (best and (parts.end(), -_ORDER[form]) <= (best.end, -_ORDER[best.form])):
            continue
        told = Told(offset, parts.end(), form, parts)
        if is_time(told, text):
            best = told
    return best


def _seen(forms: tuple[str, ...]) -> bool:
    """Say whether these forms were asked for often enough that one pattern of them all is worth making."""
    count = _ASKED[forms] = _ASKED.get(forms, 0) + 1
    return count > 40


_ASKED: dict[tuple[str, ...], int] = {}


@cache
def _any_of(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Give a pattern that finds whether any of some forms stands at a place: at most words none does."""
    plain = (re.sub(r"\?P<\w+>", "?:", FORMS[form].pattern) for form in forms)
    return re.compile("|".join(f"(?:{pattern})" for pattern in plain), re.IGNORECASE)
