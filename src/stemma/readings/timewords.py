"""Words of time: where a text speaks of a time, and in which form of expression (no value yet)."""

import re
from typing import NamedTuple

from stemma.readings.timeforms import FORMS, FORMS_BY_DIGIT, FORMS_BY_WORD

_ORDER = {name: place for place, name in enumerate(FORMS)}
_TOKEN = re.compile(r"(?<![^\W_])(?<!\d[.,/])(?:[A-Za-z]+|\d+|['’](?=\d0s))")
_DURATIONS = frozenset(("duration", "long", "stretch", "set"))
_NO_TIME_BEFORE = re.compile(r"(?:[$€£#]|No\. |\d[.,:]|(?<!\w)(?:Flight|Highway|Route|Boeing|Article|Section) )$")


class Told(NamedTuple):
    """An expression of time as it stands: its offsets, its form and the parts of it."""

    start: int
    end: int
    form: str
    parts: re.Match[str]

    @property
    def is_duration(self) -> bool:
        """Say that it tells how long or how often, not when."""
        return self.form in _DURATIONS


def scan(text: str, start: int = 0, end: int | None = None) -> list[Told]:
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
    return found


def _longest(text: str, offset: int, end: int, forms: list[str]) -> Told | None:
    best: Told | None = None
    for form in forms:
        parts = FORMS[form].match(text, offset, end)
        if parts is None or (best and (parts.end(), -_ORDER[form]) <= (best.end, -_ORDER[best.form])):
            continue
        told = Told(offset, parts.end(), form, parts)
        if _is_time(told, text):
            best = told
    return best


_AMBIGUOUS = re.compile(
    r"(?:\b(?:in|since|last|next|until|till|of|by|through|early|late|mid|from|"
    r"this|during|before|after|to|and|between|every|for|on)"
    r"[ -])$",
    re.IGNORECASE,
)


def _is_time(told: Told, text: str) -> bool:  # noqa: PLR0911 - one question after another
    """Say that an expression is what it looks like: capitals where names of days have them, no price, no section."""
    word = told.parts.group()
    before = text[max(0, told.start - 12) : told.start]
    if _NO_TIME_BEFORE.search(before):
        return False
    names = [told.parts[key] for key in ("month", "weekday") if key in told.parts.re.groupindex and told.parts[key]]
    if any(not name[0].isupper() for name in names):
        return False
    if told.form == "spelled":
        return _is_spelled_year(told, before)
    if told.form == "duration" and told.parts["count"].lower() in ("a", "an", "the"):
        unit = told.parts["unit"].lower()
        if unit in ("second", "quarter") or (unit in ("minute", "season") and told.parts["count"].lower() == "the"):
            return False
    if told.form == "duration" and re.fullmatch(r"1[89]\d\d|20\d\d", told.parts["count"]):
        return bool(re.search(r"\b(?:than|some|about|nearly|almost|for) $", before))
    if told.form == "duration" and told.parts["unit"].lower() in ("quarter", "quarters", "second") and "-" in word:
        return False
    if told.form == "month" and not told.parts["which"] and not told.parts["after"]:
        month = told.parts["month"].rstrip(".").lower()
        if (
            month in ("may", "march", "mar", "jan", "june", "april", "august", "jun", "dec", "sep")
            and word[:1].isupper()
        ):
            return bool(_AMBIGUOUS.search(before)) or (
                month in ("june", "april", "august")
                and bool(re.search(r"\w[,]? $", before))
                and not re.match(r" [A-Z]", text[told.end : told.end + 2])
            )
    if told.form == "reference" and told.parts["past"] and word.lower() == "the past":
        return not re.match(r" \w+(?:ly|ed|ing)?\b", text[told.end : told.end + 12]) or bool(
            re.match(r"[.,;]", text[told.end : told.end + 1])
        )
    if told.form == "year" and word[0].isdigit() and len(word) == 4:
        return _is_year(told, text, before)
    return True


def _is_year(told: Told, text: str, before: str) -> bool:
    """Say that four bare digits are a year: not "some 2000 people", not "1998 dollars a head"."""
    if re.search(r"\b(?:some|about|around|nearly|almost|least|than|over|to) $", before) and re.match(
        r" [a-z]+s\b", text[told.end : told.end + 16]
    ):
        return False
    if int(told.parts["year"]) < 1700 or not re.match(r"[12]", told.parts["year"]):
        return bool(re.search(r"\b(?:in|since|of|by|from|until|after|before|to) $", before))
    return not re.match(
        r"(?:%| percent| people| men| troops| miles| dollars| euros| [a-z]*meters)", text[told.end : told.end + 14]
    )


def _is_spelled_year(told: Told, before: str) -> bool:
    """Say that "nineteen ninety-six" is a year and "twenty six" or "two thousand" a number."""
    century, rest = told.parts["century"].lower(), told.parts["rest"]
    if told.parts.group().lower().startswith("the year"):
        return True
    if century in ("nineteen", "eighteen"):
        return rest is not None
    return rest is not None and century == "two thousand" and bool(re.search(r"\b(?:in|since|of|by|until) $", before))
