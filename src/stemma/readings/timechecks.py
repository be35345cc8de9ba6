"""Checks: whether words that look like an expression of time are one, and no name, price, score, rate or title."""

import re
from collections.abc import Callable
from typing import NamedTuple

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


_PART_OF_NAME = re.compile(r"(?: [A-Z]\.)? [A-Z][a-z]+")


def _is_first_name(told: Told, text: str) -> bool:
    """Say that a month is somebody's first name: "Jan Kessel", "of April Reyes"; "in May Brandt left" has a comma to come."""
    word = told.parts["month"]
    return (
        word[-1] != "."
        and word.lower() in ("jan", "april", "june", "may", "august")
        and (
            _PART_OF_NAME.match(text, told.end) is not None
            and not re.search(
                r"\b(?:in|since|last|next|until|by|late|early|mid|during) $", text[max(0, told.start - 8) : told.start]
            )
        )
    )


_AMBIGUOUS = re.compile(
    r"(?:\b(?:in|since|last|next|until|till|of|by|through|early|late|mid|from|"
    r"this|during|before|after|to|and|between|every|for|on)"
    r"[ -])$",
    re.IGNORECASE,
)


def is_time(told: Told, text: str) -> bool:  # noqa: PLR0911 - one question after another
    """Say that an expression is what it looks like: capitals where names of days have them, no price, no section."""
    word = told.parts.group()
    before = text[max(0, told.start - 12) : told.start]
    if _NO_TIME_BEFORE.search(before) or _is_programme(told, text):
        return False
    names = [told.parts[key] for key in ("month", "weekday") if key in told.parts.re.groupindex and told.parts[key]]
    if any(not name[0].isupper() for name in names):
        return False
    if told.form == "spelled":
        return _is_spelled_year(told, before)
    if told.form == "month" and not told.parts["which"] and not told.parts["after"]:
        month = told.parts["month"].rstrip(".").lower()
        if (
            month in ("may", "march", "mar", "jan", "june", "april", "august", "jun", "dec", "sep")
            and word[:1].isupper()
        ):
            if _is_first_name(told, text):
                return False
            return bool(_AMBIGUOUS.search(before)) or (
                month in ("june", "april", "august")
                and bool(re.search(r"\w(?:,? | ?[-–—] ?)$", before))
                and not re.match(r" [A-Z]", text[told.end : told.end + 2])
            )
    if told.form == "reference" and told.parts["past"] and word.lower() == "the past":
        return not re.match(r" \w+(?:ly|ed|ing)?\b", text[told.end : told.end + 12]) or bool(
            re.match(r"[.,;]", text[told.end : told.end + 1])
        )
    check = _CHECKS.get(told.form)
    return check is None or check(told, text)


def _is_programme(told: Told, text: str) -> bool:
    """Say that "This Week" is the title of a programme: capitals throughout and alone in its marks."""
    words = told.parts.group().split()
    is_titled = len(words) > 1 and all(word[:1].isupper() for word in words)
    return is_titled and text[told.start - 1 : told.start] in {"“", '"'} and text[told.end : told.end + 1] in {*'.,”"'}


_RATE = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|billion|trillion|many)\b)"
    r"%?(?:[- ](?!(?:for|in|over|after|within|took|takes|lasts?|lasted|spent|waited)\b)[a-z]+){0,5}"
    r"(?:(?<=[a-z]s)|(?<=cent)|(?<=%)|(?<=illion)|(?<=\d))(?: of [a-z]+)? $",
    re.IGNORECASE,
)


def _is_length(told: Told, text: str) -> bool:
    """Say that a number of units is a length of time: no rate ("four flights a week"), no title ("60 Minutes")."""
    count, unit, word = told.parts["count"].lower(), told.parts["unit"].lower(), told.parts.group()
    before = text[max(0, told.start - 48) : told.start]
    if count in ("a", "an", "the"):
        if unit in ("second", "quarter") or (unit in ("minute", "season", "day") and count == "the"):
            return False
        if count != "the" and word == f"{count} {unit}" and _RATE.search(before):
            return False
    if re.fullmatch(r"1[89]\d\d|20\d\d", count):
        return bool(re.search(r"\b(?:than|some|about|nearly|almost|for) $", before))
    if unit in ("quarter", "quarters", "second") and "-" in word:
        return False
    return not (word[0].isdigit() and told.parts["unit"][0].isupper())


def _is_plain_unit(told: Told, text: str) -> bool:
    """Say that a bare unit is a length: not "60 Minutes", not "the early hours of Friday"."""
    before = text[max(0, told.start - 8) : told.start]
    if told.parts.group()[0].isupper() and before[-2:].rstrip().isdigit():
        return False
    return not (told.parts.group().lower() == "hours" and re.search(r"\b(?:early|small|wee) $", before, re.IGNORECASE))


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


def _is_holiday(told: Told, text: str) -> bool:
    """Say that a holiday is one of the calendar that we have: a capital, no "Orthodox Easter", no island ("Easter Island")."""
    before, behind = text[max(0, told.start - 9) : told.start], text[told.end : told.end + 10]
    if re.match(r" (?:Islands?|Rising|Bunny|Parade|Seals?|Carol|[Ww]eek|[Hh]oliday)", behind):
        return False
    return told.parts.group()[0].isupper() and before != "Orthodox "


def _is_spelled_year(told: Told, before: str) -> bool:
    """Say that "nineteen ninety-six" is a year and "twenty six" or "two thousand" a number."""
    century, rest = told.parts["century"].lower(), told.parts["rest"]
    if told.parts.group().lower().startswith("the year"):
        return True
    if century in ("nineteen", "eighteen"):
        return rest is not None
    return rest is not None and century == "two thousand" and bool(re.search(r"\b(?:in|since|of|by|until) $", before))


_WEEKLIES = re.compile(
    r" (?:Times|Mirror|Telegraph|Express|Mail|Post|Herald|Sun|World|Independent|Age|Star|People|Mercury|Tribune|School)\b"
)


def _is_day(told: Told, text: str) -> bool:
    """Say that a weekday is one, and not the first word of a newspaper's name ("the Sunday Herald")."""
    return _WEEKLIES.match(text, told.end) is None


def _is_often(told: Told, text: str) -> bool:
    """Say that "daily" tells how often: not where it is part of a name ("the Harbour Daily")."""
    if not told.parts["often"] or told.parts.group()[0].islower():
        return True
    return re.search(r"\w $", text[max(0, told.start - 2) : told.start]) is None


_CHECKS: dict[str, Callable[[Told, str], bool]] = {
    "day_range": _rises,
    "month_range": _rises,
    "clock": lambda told, text: not _is_score(told, text) and told.parts.group()[:4] != "Noon",
    "duration": _is_length,
    "set": _is_often,
    "weekday": _is_day,
    "long": _is_plain_unit,
    "holiday": _is_holiday,
    "season": lambda told, text: not _is_tumble(told, text),
    "year": _is_year,
}
