"""Words of time: where a text speaks of a time, and in which form of expression (no value yet)."""

import re
from collections.abc import Callable
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
    check = _CHECKS.get(told.form)
    return check is None or check(told, text)


def _rises(told: Told, _text: str) -> bool:
    """Say that the second day of a range comes after the first."""
    first, last = (int(re.sub(r"\D", "", told.parts[key])) for key in ("first", "day"))
    return first < last


_COUNTED = re.compile(
    r"\b(?:clocked|clocking|timed|times?|won|win|wins|victory|lost|lose|loss|defeat|beat|beaten|drew|draw|led|lead|leads|"
    r"ran|run|swam|rode|finished|record|score|scored|scores|mark|best|lap|split|in)(?: (?:of|at|a|by|with|it|was|is|stood))* $",
    re.IGNORECASE,
)


def _is_score(told: Told, text: str) -> bool:
    """Say that figures with a colon are a racer's or a player's ("clocked 3:12"), no time of day."""
    is_bare = re.fullmatch(r"\d{1,2}:\d\d", told.parts.group().rstrip(" ,")) is not None
    return is_bare and _COUNTED.search(text[max(0, told.start - 30) : told.start]) is not None


_FALLS = re.compile(
    r"\b(?:fell|falls|fallen|falling|tumbled|slipped|tripped|stumbled|plunged|hurt|injur\w+|fractur\w+|bruis\w+|broke|broken|"
    r"concuss\w+|sustained|suffered|surviv\w+|paraly[sz]\w+|ladder|balcony|stairs|staircase|scaffold\w*|rooftop|cliff|horse|"
    r"parachute)\b",
    re.IGNORECASE,
)
_IN_SEASON = re.compile(
    r"\b(?:in|during|by|until|till|since|before|after|through|throughout|for|from|of|late|early|mid) $", re.IGNORECASE
)


def _is_tumble(told: Told, text: str) -> bool:
    """Say that "the fall" is somebody's, or a town's, and no season; where that is open it counts as no time."""
    if told.parts.group().lower() != "the fall":
        return False
    if re.match(r" (?:of|from|off|down|that|in|to|into|onto|itself|guy)\b", text[told.end : told.end + 9]):
        return True
    sentence = re.split(r"[.!?]\s", text[max(0, told.start - 160) : told.start])
    if not _IN_SEASON.search(text[max(0, told.start - 12) : told.start]):
        return True
    behind = re.split(r"[.!?]\s", text[told.end : told.end + 80])[0]
    return _FALLS.search(" ".join(sentence[-2:])) is not None or _FALLS.search(behind) is not None


_NAMED = (
    r"Acts?|Laws?|Treaty|Treaties|Conventions?|Accords?|Agreements?|Constitution|Amendments?|Orders?|Code|Ordinances?|"
    r"Decrees?|Protocols?|Charter|Bill|Statutes?|Pact|Wars?|Revolution|Uprising|Rebellion|Mutiny|Census|Resolution|"
    r"Directive|Regulations?|Rules"
)
_NAME_BEFORE = re.compile(rf"\b(?:{_NAMED})(?: of |,? |,? \()$")
_NAME_BEHIND = re.compile(
    rf"(?: [A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|of|and|the|on|for)){{0,5}})? (?:{_NAMED})\b|(?: [A-Z][\w.]*){{0,2}} census\b"
)
_WHEN_BEFORE = re.compile(r"\b(?:in|since|until|till|by|after|before|during|from) $", re.IGNORECASE)


def _is_in_name(told: Told, text: str) -> bool:
    """Say that a year stands in the name of a law, a war or a census ("the Harbours Act of 1965", "the 2020 census")."""
    if not told.parts["year"] or told.parts["until"]:
        return False
    before = text[max(0, told.parts.start("year") - 24) : told.parts.start("year")]
    behind = text[told.end : told.end + 60]
    if _NAME_BEFORE.search(before):
        return True
    return _NAME_BEHIND.match(behind) is not None and not _WHEN_BEFORE.search(before)


def _is_year(told: Told, text: str) -> bool:
    """Say that four bare digits are a year: not "some 2000 people", not "1998 dollars a head", no part of a name."""
    if _is_in_name(told, text):
        return False
    if not re.fullmatch(r"\d{4}", told.parts.group()):
        return True
    before = text[max(0, told.start - 12) : told.start]
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


_CHECKS: dict[str, Callable[[Told, str], bool]] = {
    "day_range": _rises,
    "month_range": _rises,
    "clock": lambda told, text: not _is_score(told, text),
    "season": lambda told, text: not _is_tumble(told, text),
    "year": _is_year,
}
