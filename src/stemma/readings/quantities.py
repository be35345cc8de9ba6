"""Quantities: numbers of something, with their bounds, their unit and whether they are told as rough."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from stemma.model import Quantity, Report, Span, ZoneKind
from stemma.readings.nouns import head_noun, singular
from stemma.readings.quantityforms import (
    AGED,
    BESIDE_NAME,
    BETWEEN_PARTS,
    BODY_OF,
    CURRENCIES,
    DECADE_OF_AGE,
    DESIGNATORS,
    FIRST_STEMS,
    FIRST_WORDS,
    FOLD,
    FOLDS,
    FRACTION_OF,
    HALVED,
    MEASURES,
    PARTS,
    PLAIN,
    PLURALS,
    SHARE,
    STARTS,
    VAGUE,
    VAGUE_BOUNDS,
    VOTE,
    WORD,
)
from stemma.readings.timewords import scan
from stemma.text.numerals import number_of

_PASSED_OVER = frozenset((ZoneKind.FURNITURE, ZoneKind.BYLINE, ZoneKind.DATELINE, ZoneKind.SPEAKER))


class _Reading(NamedTuple):
    """A quantity before it has a report: offsets, bounds, unit (or None: look for the noun) and roughness."""

    start: int
    end: int
    low: float | None
    high: float | None
    unit: str | None
    is_approximate: bool


def find_quantities(report: Report) -> tuple[Quantity, ...]:
    """Give the numbers of something in a report's prose, in text order.

    `low` and `high` are the bounds as told ("at least six": 6 and None; "fewer than ten": None and 10; "more than six" is
    told as 6 and None: the bound itself is not excluded), equal where one number is told. `unit` is the singular of the
    noun counted, "percent", a currency's singular, "share" for fractions, "fold" for multiples. Dates, times of day and
    ordinals are no quantities, durations are. Never raises.
    """
    read = (zone for zone in report.zones if zone.kind not in _PASSED_OVER)
    return tuple(
        Quantity(
            span=Span(report.id, reading.start, reading.end),
            low=reading.low,
            high=reading.high,
            unit=reading.unit,
            is_approximate=reading.is_approximate,
        )
        for zone in read
        for reading in read_quantities(report.text, zone.start, zone.end)
    )


def read_quantities(text: str, start: int, end: int) -> Iterator[_Reading]:
    """Give the quantities between two offsets of a text, in text order.

    >>> text = "At least six waves cost some $3.5 billion."
    >>> [(text[q.start:q.end], q.low, q.high, q.unit) for q in read_quantities(text, 0, len(text))]
    [('At least six waves', 6.0, None, 'wave'), ('some $3.5 billion', 3500000000.0, 3500000000.0, 'dollar')]
    """
    taken = [(time.start, time.end) for time in scan(text, start, end) if not time.is_duration]
    offset = start
    while True:
        begin = _next_start(text, offset, end)
        if begin is None:
            return
        readings = _vote(text, begin, end) or _read_at(text, begin, end)
        if not readings or any(left < readings[-1].end and readings[0].start < right for left, right in taken):
            offset = _next_word(text, begin, end)
            continue
        yield from readings
        offset = max(readings[-1].end, begin + 1)


def _next_start(text: str, offset: int, end: int) -> int | None:
    """Give where the next quantity may begin; by its first word, so that `STARTS` is asked of few."""
    for word in WORD.finditer(text, offset, end):
        key = word.group().casefold()
        may_start = not key.isalpha() or key in FIRST_WORDS or key.startswith(FIRST_STEMS) or key.endswith("fold")
        if (may_start or text.startswith("-", word.end())) and STARTS.match(text, word.start(), end):
            return word.start()
    return None


def _next_word(text: str, offset: int, end: int) -> int:
    while offset < end and not text[offset].isspace():
        offset += 1
    return offset + 1


def _read_at(text: str, offset: int, end: int) -> list[_Reading]:
    """Give the quantity at an offset, by the first form that reads one there; nothing where none does."""
    for pattern, read in _FORMS:
        found = pattern.match(text, offset, end)
        reading = None if found is None else read(found, text, end)
        if reading is not None:
            return [reading]
    return []


def _vote(text: str, offset: int, end: int) -> list[_Reading]:
    """Give the votes for and against in "by a 5-4 vote", "voted 52 to 48"."""
    found = VOTE.match(text, offset, end)
    if found is None:
        return []
    sides = ("ayes", "noes") if found["ayes"] else ("ayes2", "noes2")
    votes = [(found.start(side), found.end(side), float(found[side])) for side in sides]
    return [_Reading(start, stop, number, number, "vote", False) for start, stop, number in votes]


def _decade_of_age(found: re.Match[str], _text: str, _end: int) -> _Reading:
    """Read "in her late 30s": ten years, of which early, mid and late tell only roughly which."""
    first = float(found["decade"])
    return _Reading(found.start("told"), found.end("told"), first, first + 9, "year", True)


def _fraction_of(found: re.Match[str], text: str, end: int) -> _Reading:
    """Read "a quarter of a million people", "half of one percentage point"."""
    value = _part_of(found["part"]) * ((number_of(found["scale"]) or 1) if found["scale"] else 1)
    low, high, is_rough = _bounds(found, value, value)
    if found["percent"]:
        unit = "percentage point" if "point" in found["percent"] else "percent"
        return _Reading(found.start(), found.end(), low, high, unit, is_rough)
    return _with_noun(_Reading(found.start(), found.end(), low, high, None, is_rough), text, end, is_plural=True)


def _bounds(found: re.Match[str], low: float, high: float | None) -> tuple[float | None, float | None, bool]:
    """Give bounds and roughness as the qualifier before a number has them."""
    if found["low"]:
        return low, None, False
    if found["high"]:
        return None, high, False
    return low, high, found["rough"] is not None


def _with_noun(reading: _Reading, text: str, end: int, *, is_plural: bool) -> _Reading:
    noun = head_noun(text, reading.end, end, is_plural=is_plural)
    return reading if noun is None else reading._replace(end=noun.end, unit=noun.lemma)


def _fold(found: re.Match[str], _text: str, _end: int) -> _Reading | None:
    word = found["fold"].lower()
    value = next((value for stem, value in FOLDS.items() if word.startswith(stem)), None)
    value = value or number_of(word.replace("-", "").removesuffix("fold").removesuffix(" times"))
    if value is None:
        return None
    low, high, is_rough = _bounds(found, value, value)
    return _Reading(found.start(), found.end(), low, high, "fold", is_rough)


def _halved(found: re.Match[str], text: str, end: int) -> _Reading | None:
    """Read "a year and a half", "two and a half years", "two and a half million people"."""
    told = (found["count"] or found["whole"]).lower()
    number = 1.0 if told in ("a", "an") else number_of(told)
    if number is None:
        return None
    value = (number + 0.5) * ((number_of(found["scale"]) or 1) if found["scale"] else 1)
    low, high, is_rough = _bounds(found, value, value)
    unit = singular(found["noun"]) if found["noun"] else None
    reading = _Reading(found.start(), found.end(), low, high, unit, is_rough)
    return reading if unit else _with_noun(reading, text, end, is_plural=True)


def _share(found: re.Match[str], text: str, _end: int) -> _Reading | None:
    """Read "a third of", "two in five", "half the voters", "a majority of" as a part of 1."""
    words = re.split(r"[- ]", found["share"].lower())
    end = found.end()
    if found["part"]:
        part, whole = number_of(found["part"]), number_of(found["whole"])
        if not part or not whole or part >= whole:
            return None
        value = part / whole
    elif words[1:2] == ["majority"]:
        return _Reading(found.start(), end - len(" of"), 0.5, None, "share", False)
    elif words[0] == "half":
        value, end = 0.5, found.start("share") + len("half of" if words[1] == "of" else "half")
    else:
        if _is_other_part(words, text[end : end + 10]):
            return None
        value = _part_of(found["share"])
    low, high, is_rough = _bounds(found, value, value)
    return _Reading(found.start(), end, low, high, "share", is_rough)


def _part_of(told: str) -> float:
    """Give the value of a part in words.

    >>> _part_of("three quarters"), _part_of("half")
    (0.75, 0.5)
    """
    words = re.split(r"[- ]", told.lower())
    return 0.5 if words == ["half"] else (number_of(words[0]) or 1) / (PARTS.get(words[1].removesuffix("s")) or 2)


def _between_parts(found: re.Match[str], _text: str, _end: int) -> _Reading | None:
    """Read "between a quarter and a third"."""
    low, high = _part_of(found["least"]), _part_of(found["most"])
    return _Reading(found.start(), found.end(), low, high, "share", False) if low < high else None


def _is_other_part(words: Sequence[str], behind: str) -> bool:
    """Say that a part is none of a whole: "a third attempt", "a quarter ago", "a half-hour"."""
    is_of = re.match(r" (?:of|as|more|less|fewer|higher|lower|larger|smaller)\b", behind) is not None
    if words[1] == "half":
        return behind[:1] == "-"
    return not is_of and (words[1] == "quarter" or (words[0] in ("a", "an") and words[1] in PARTS))


def _vague(found: re.Match[str], text: str, end: int) -> _Reading | None:
    words = found["vague"].lower().split()
    low: float | None
    high: float | None
    if words[0] in PLURALS:
        low, high = PLURALS[words[0]] * (PLURALS[words[2]] if len(words) > 2 else 1), None
    elif words[-1] in ("hundred", "thousand", "million", "dozen"):
        low, high = 2 * (number_of(words[-1]) or 1), None
    else:
        low, high = VAGUE_BOUNDS.get(" ".join(words), (2.0, None))
    if found["high"]:
        low, high = None, None
    reading = _Reading(found.start(), found.end(), low, high, None, True)
    reading = _with_noun(reading, text, end, is_plural=True)
    is_scaled = words[-1] in ("hundred", "thousand", "million", "dozen")
    return None if reading.unit is None and words[0] in ("several", "a") and not is_scaled else reading


def _plain(found: re.Match[str], text: str, end: int) -> _Reading | None:
    values = None if _is_other_unit(found) else _values(found)
    if values is None and found["dash"] == " to ":  # "down from 12% to 10%", "fell 12% to $88 million"
        alone = PLAIN.match(text, found.start(), found.start("dash"))
        return None if alone is None or alone["dash"] else _plain(alone, text, end)
    if values is None or _is_label(found, text) or _is_during(found, text):
        return None
    low, high, is_rough = _bounds(found, *values)
    if found["plus"]:
        high = None
    if found["less"]:
        low = None
    unit, start = _unit(found) or _unit_around(found, text), found.start()
    if text[max(0, start - 6) : start].lower() == "minus " and low is not None and high is not None:
        start, low, high = start - 6, -high, -low
    reading = _Reading(start, found.end(), low, high, unit, is_rough or found["odd"] is not None)
    if unit is None:
        reading = _with_noun(reading, text, end, is_plural=values != (1.0, 1.0))
        if reading.unit == "time" and _MULTIPLIES.match(text, reading.end, end):
            reading = reading._replace(unit="fold")  # "2-3 times higher"
        body = BODY_OF.search(text, max(0, found.start() - 24), found.start())
        if reading.unit is None and body is not None:
            reading = reading._replace(unit=body["body"].lower())
    return None if _is_bare(found, reading, text) else _with_trailing(reading, text, end)


def _is_other_unit(found: re.Match[str]) -> bool:
    """Say that a share is told, and behind it to how much that led: no range, which has one unit."""
    return found["dash"] == " to " and found.end("first") < found.start("dash") and not found["percent"]


def _with_trailing(reading: _Reading, text: str, end: int) -> _Reading:
    """Give a quantity with what is said of it behind: "12 or so", "20 ships or more", "15 at most"."""
    trailing = _TRAILING.match(text, reading.end, end)
    if trailing is None:
        return reading
    if trailing["so"]:
        return reading._replace(end=trailing.end(), is_approximate=True)
    if trailing["more"]:
        return reading._replace(end=trailing.end(), high=None)
    return reading._replace(end=trailing.end(), low=None)


_MULTIPLIES = re.compile(r" (?:as (?:much|many|big|large|high)|more|higher|larger|bigger|greater|faster)\b")
_TRAILING = re.compile(
    r",? (?:(?P<so>or so)|(?P<more>or more|at (?:the )?least)|or (?:less|fewer)|at (?:the )?most)\b",
    re.IGNORECASE,
)


def _unit_around(found: re.Match[str], text: str) -> str | None:
    """Give the unit that stands around a bare number: years for an age ("Roe, 44,", "aged 12", "58 and older"), or magnitude."""
    before, number = text[max(0, found.start() - 24) : found.start()], found["first"] or found["from"]
    if re.search(r"\bmagnitude(?: of)? $", before, re.IGNORECASE):
        return "magnitude"
    if AGED.search(before) and not re.match(r" (?:weeks?|months?|days?)\b", text[found.end() :]):
        return "year"
    if (found["plus"] or found["less"] or "").endswith(("older", "younger", "over", "under")):
        return "year"
    is_aside = BESIDE_NAME.search(before) is not None and re.match(r"[,.)]| and\b", text[found.end() :]) is not None
    is_age = re.fullmatch(r"[1-9]\d?|1[01]\d", number) is not None and found.group() == number
    return "year" if is_aside and is_age and text[found.end() : found.end() + 2] != r".\d" else None


def _is_during(found: re.Match[str], text: str) -> bool:
    """Say that "over 16 years" tells for how long something goes on and bounds nothing."""
    if (found["low"] or "").lower() != "over":
        return False
    is_bound = re.match(r"[- ](?:years?|months?)[- ](?:old|of age)\b", text[found.end() :])
    is_span = re.match(r" (?:\w+ )?(?:years|months|weeks|days|hours|decades|centuries)\b", text[found.end() :])
    before = re.search(r"(\w+) $", text[max(0, found.start() - 16) : found.start()])
    return is_span is not None and is_bound is None and (before is None or before[1].lower() not in _HAS_BOUND)


_HAS_BOUND = frozenset("for just well after lasted is was of took takes last spent than every in within".split())


def _values(found: re.Match[str]) -> tuple[float, float] | None:
    """Give the smaller and the greater number told; "6-8 million" lends its scale to the six."""
    first = found["from"] or found["first"]
    second = found["to"] or found["second"]
    low = number_of(first)
    if low is None:
        return None
    high = number_of(second) if second else low
    if high is None or high < low:
        return None
    if (found["dash"] or "").strip() in ("-", "–") and (
        first[0].isdigit() != second[0].isdigit() or _is_phone(first, second)
    ):
        return None  # "7-Eleven", "555-1234"
    scale = re.search(r"(hundred|thousand|million|billion|trillion|k|mn?|bn|tn)$", (second or "").lower())
    if scale and low < 1000 <= high and not re.search(r"[a-z]{4}", first.lower().removesuffix(scale[1])):
        low *= high / (number_of(second[: -len(scale[1])].strip(" -")) or high)
    return (low, high) if low <= high else None


def _is_phone(first: str, second: str) -> bool:
    return len(first) == 3 and len(second) == 4 and second.isdigit()


def _unit(found: re.Match[str]) -> str | None:
    if found["percent"]:
        word = found["percent"].lower()
        return "percent" if "point" not in word else "basis point" if "basis" in word else "percentage point"
    if found["measure"]:
        return MEASURES.get(found["measure"].lower(), found["measure"].lower())
    if found["pence"]:
        return "pence"
    if found["coin"]:
        coin = found["coin"].split()[-1].lower()
        return coin if coin in ("yen", "won", "pence") else coin.removesuffix("s")
    sign = (found["sign"] or found["sign0"] or "").strip(" .").lower()
    return None if not sign else CURRENCIES.get(sign, "dollar")


def _is_label(found: re.Match[str], text: str) -> bool:
    """Say that a number only names something: "Article 5", "Flight 12", "COVID-19", "2-1" in a score."""
    before = text[max(0, found.start() - 24) : found.start()]
    word = re.search(r"([A-Za-z]+)\.? $", before)
    return word is not None and word[1].lower() in DESIGNATORS and word[1][0].isupper()


def _is_bare(found: re.Match[str], reading: _Reading, text: str) -> bool:
    """Say that a number tells no quantity: a year, an ordinal, a pronoun "one", a part of a longer sign."""
    number = found["first"] or found["from"]
    behind = text[reading.end : reading.end + 2]
    if re.match(r"[:/]\d", behind) or behind[:1].isalnum():  # a racer's time, a score, an ordinal
        return True
    is_qualified = bool(found["rough"] or found["low"] or found["high"])
    if number.lower() in ("one", "zero") and not is_qualified and not found["second"]:
        if _is_pronoun(found, text):
            return True
        return reading.unit is None or (reading.unit in ("point", "day", "time", "thing") and number.islower())
    if re.fullmatch(r"1[0-9]{3}|20[0-9]{2}", number) and not _unit(found):
        return not (is_qualified and reading.unit) or re.search(r"\bthe $", found.group()[: -len(number)]) is not None
    return reading.unit is None and not number[0].isdigit() and not is_qualified


def _is_pronoun(found: re.Match[str], text: str) -> bool:
    """Say that "one" counts nothing: "no one", "one of America's oldest", "one-on-one talks"."""
    before = re.search(r"(\w+) $", text[max(0, found.start() - 12) : found.start()])
    is_pointed = before is not None and before[1].lower() in _BEFORE_ONE
    return (
        is_pointed
        or re.match(r" of (?:[A-Z]|(?:the|its|his|her|their|our|these|those)\b)|-on-", text[found.end() :]) is not None
    )


_BEFORE_ONE = frozenset("no this that the which any every each another day".split())
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str, int], _Reading | None]], ...] = (
    (FOLD, _fold),
    (HALVED, _halved),
    (DECADE_OF_AGE, _decade_of_age),
    (FRACTION_OF, _fraction_of),
    (BETWEEN_PARTS, _between_parts),
    (SHARE, _share),
    (VAGUE, _vague),
    (PLAIN, _plain),
)
