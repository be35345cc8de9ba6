"""Quantities: numbers of something, with their bounds, their unit and whether they are told as rough."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from stemma.model import Quantity, Report, Span, ZoneKind
from stemma.readings.nouns import head_noun, singular
from stemma.readings.numerals import NUMBER, number_of
from stemma.readings.timewords import scan

_LOW = r"at least|at a minimum|(?:not|no) (?:fewer|less) than|a minimum of|not under"
_LONG_UNIT = (
    r"(?=[\w., -]{1,24}?\b(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centuries|met(?:re|er)s?|"
    r"kilomet(?:re|er)s?|km|miles?|yards?|feet|foot|inch(?:es)?)\b)"
)
_LONGER = rf"(?:older|longer|taller|deeper|farther|further) than(?={_LONG_UNIT})"
_ABOVE = rf"{_LONGER}|(?:more|greater|higher|larger) than|over|above|upwards? of|in excess of|exceeding|well over"
_HIGH = r"at most|(?:not|no) more than|up to|as (?:many|much|few|little|high) as|a maximum of|at the most"
_BELOW = rf"(?:(?:younger|shorter) than(?={_LONG_UNIT}))|(?:less|fewer|lower|smaller) than|under|below"
_ROUGH = (
    r"about|some|around|roughly|approximately|an estimated|estimated|circa|almost|nearly|close to|"
    r"virtually|just (?:over|under)|a little (?:over|under)|(?:slightly|just) (?:more|less) than|perhaps|maybe"
)
_QUALIFIER = rf"(?:(?P<rough>{_ROUGH})|(?P<low>{_LOW}|{_ABOVE})|(?P<high>{_HIGH}|{_BELOW}))"
_SIGN = r"(?:US|U\.S\.|A|C|AU|CA|NZ|HK)?\$|[€£¥₹₽₩₺₴]|(?:Rs|EUR|USD|GBP|RMB)\.? ?"
_MONEY = r"(?:(?:US|American|Canadian|Australian|Hong Kong) )?"
_COINS = (
    "dollars|dollar|euros|euro|pounds|pound|yen|yuan|renminbi|rubles|ruble|roubles|rouble|rupees|rupee|francs|franc|"
    "marks|pesos|peso|reals|lira|liras|won|tenge|hryvnias|hryvnia|rand|cents|"
    "cent|pence|crowns|krona|kronor|kroner|shekels"
)
_PERCENT = r"%|percent\b|per cent\b|pct\b|percentage points?\b|per-cent\b"

_PLAIN = re.compile(
    rf"(?:(?:between|from) (?P<sign0>{_SIGN})?(?P<from>{NUMBER}) ?(?:%|percent|"
    rf"per cent)?(?: and | to )(?P<sign1>{_SIGN})?(?P<to>{NUMBER})"
    rf"|(?:{_QUALIFIER} (?:the )?)?(?P<sign>{_SIGN})?(?P<first>{NUMBER})"
    rf"(?:(?P<dash> ?[-–] ?| to | or )(?P<sign2>{_SIGN})?(?P<second>{NUMBER})(?![-–\d]))?)"
    rf"(?P<odd>[- ]odd\b)?(?P<plus>\+)?(?: ?(?P<percent>{_PERCENT})|[ -](?P<coin>{_MONEY}(?:{_COINS}))\b)?",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    rf"(?:{_QUALIFIER} )?(?P<vague>(?:tens|hundreds|thousands|millions|billions|"
    r"dozens|scores) of (?:thousands|millions|billions)|"
    r"hundreds|thousands|millions|billions|trillions|dozens|scores|several (?:hundred|thousand|million|dozen)|several|"
    r"a couple(?: of)?|a handful of|a few(?: (?:hundred|thousand|million|dozen))?)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(
    rf"(?:{_QUALIFIER} )?(?P<share>(?:an? |one[- ]|two[- ]|three[- ]|four[- ])"
    r"(?:half(?![- ](?:dozen|hundred|thousand|million|billion))|third|quarter|"
    r"fourth|fifth|sixth|tenth)s?\b|"
    r"half of\b|(?P<part>\w+) (?:in|out of) (?P<whole>\w+)\b)",
    re.IGNORECASE,
)
_SPANS = (
    r"years?|months?|weeks?|days?|hours?|minutes?|decades?|century|centuries|miles?|kilomet(?:re|er)s?|met(?:re|er)s?|"
    r"tons?|tonnes?|acres?|points?|inch(?:es)?|pounds?"
)
_HALVED = re.compile(
    rf"(?:{_QUALIFIER} )?(?:(?P<count>an?|{NUMBER}) (?P<noun>{_SPANS}) and a half\b|"
    rf"(?P<whole>{NUMBER}) and a half\b(?:[ -](?P<scale>hundred|thousand|million|billion|trillion|dozen)\b)?)",
    re.IGNORECASE,
)
_BODY_OF = re.compile(r"\b(?P<body>crew) of (?:only |just )?$", re.IGNORECASE)
_FOLD = re.compile(
    r"(?P<fold>(?:two|three|four|five|six|seven|eight|nine|ten|twenty|hundred)"
    r"-?fold|\d+-?fold|doubl(?:ed|ing)|tripl(?:ed|ing)|"
    r"trebl(?:ed|ing)|quadrupl(?:ed|ing)|halv(?:ed|ing))\b",
    re.IGNORECASE,
)

_VAGUE_BOUNDS = {"several": (3.0, None), "a couple": (2.0, 2.0), "a couple of": (2.0, 2.0), "a handful of": (3.0, None)}
_PLURALS = {"tens": 10.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12}
_PLURALS |= {"dozens": 12.0, "scores": 20.0}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "tenth": 10}
_FOLDS = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "halv": 0.5, "hundred": 100.0}
_CURRENCIES = {
    "€": "euro",
    "£": "pound",
    "¥": "yen",
    "₹": "rupee",
    "rs": "rupee",
    "₽": "ruble",
    "₩": "won",
    "₺": "lira",
    "₴": "hryvnia",
}
_CURRENCIES |= {"eur": "euro", "gbp": "pound", "rmb": "yuan", "usd": "dollar"}
_DESIGNATORS = frozenset(
    "article section boeing airbus no number chapter phase channel flight route "
    "highway title proposition prop resolution "
    "page interstate act apollo windows type level category grade room gate "
    "platform class unit part volume version chapter "
    "amendment paragraph question item district ward area stage tier round "
    "week day game band bus line runway pier".split()
)
_STARTS = re.compile(
    rf"(?<![\w.,/:#-])(?=[$€£¥₹₽₩₺₴\d½¼¾⅓⅔]|(?:{_QUALIFIER}|between|from|{_SIGN}|{NUMBER}|tens|hundreds|thousands|millions|"
    r"billions|trillions|dozens|scores|several|an?|half|two|\w+fold|\w+-fold|(?:doubl|tripl|trebl|quadrupl|halv)\w+)\b)",
    re.IGNORECASE,
)

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
        begin = _STARTS.search(text, offset, end)
        if begin is None:
            return
        reading = _read_at(text, begin.start(), end)
        if reading is None or any(left < reading.end and reading.start < right for left, right in taken):
            offset = _next_word(text, begin.start(), end)
            continue
        yield reading
        offset = max(reading.end, begin.start() + 1)


def _next_word(text: str, offset: int, end: int) -> int:
    while offset < end and not text[offset].isspace():
        offset += 1
    return offset + 1


def _read_at(text: str, offset: int, end: int) -> _Reading | None:
    for pattern, read in ((_FOLD, _fold), (_HALVED, _halved), (_SHARE, _share), (_VAGUE, _vague), (_PLAIN, _plain)):
        found = pattern.match(text, offset, end)
        if found is not None:
            reading = read(found, text, end)
            if reading is not None:
                return reading
    return None


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
    value = next((value for stem, value in _FOLDS.items() if word.startswith(stem)), None)
    value = value or number_of(word.replace("-", "").removesuffix("fold"))
    return None if value is None else _Reading(found.start(), found.end(), value, value, "fold", False)


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


def _share(found: re.Match[str], _text: str, _end: int) -> _Reading | None:
    if found["part"]:
        part, whole = number_of(found["part"]), number_of(found["whole"])
        if not part or not whole or part >= whole:
            return None
        value = part / whole
    else:
        words = re.split(r"[- ]", found["share"].lower())
        if words[0] == "half":
            value = 0.5
        else:
            part = 1 if words[0] in ("a", "an") else number_of(words[0])
            below = _PARTS.get(words[1].removesuffix("s")) or 2
            value = (part or 1) / below
            if words[1] == "quarter" and not re.match(r" (?:of|as)\b", found.string[found.end() : found.end() + 3]):
                return None
            if (
                words[0] == "a"
                and words[1] in ("third", "fourth", "fifth", "sixth", "tenth")
                and not re.match(r" of\b", found.string[found.end() : found.end() + 3])
            ):
                return None
    low, high, is_rough = _bounds(found, value, value)
    return _Reading(found.start(), found.end(), low, high, "share", is_rough)


def _vague(found: re.Match[str], text: str, end: int) -> _Reading | None:
    words = found["vague"].lower().split()
    low: float | None
    high: float | None
    if words[0] in _PLURALS:
        low, high = _PLURALS[words[0]] * (_PLURALS[words[2]] if len(words) > 2 else 1), None
    elif words[-1] in ("hundred", "thousand", "million", "dozen"):
        low, high = 2 * (number_of(words[-1]) or 1), None
    else:
        low, high = _VAGUE_BOUNDS.get(" ".join(words), (2.0, None))
    if found["high"]:
        low, high = None, None
    reading = _Reading(found.start(), found.end(), low, high, None, True)
    reading = _with_noun(reading, text, end, is_plural=True)
    return None if reading.unit is None and words[0] in ("several", "a") else reading


def _plain(found: re.Match[str], text: str, end: int) -> _Reading | None:
    values = _values(found)
    if values is None or _is_label(found, text):
        return None
    low, high, is_rough = _bounds(found, *values)
    if found["plus"]:
        high = None
    unit = _unit(found)
    number_end = found.end("odd") if found["odd"] else found.end()
    reading = _Reading(found.start(), number_end, low, high, unit, is_rough or found["odd"] is not None)
    if unit is None:
        reading = _with_noun(reading, text, end, is_plural=values != (1.0, 1.0))
        body = _BODY_OF.search(text, max(0, found.start() - 24), found.start())
        if reading.unit is None and body is not None:
            reading = reading._replace(unit=body["body"].lower())
    trailing = re.compile(r" or so\b|,? or more\b", re.IGNORECASE).match(text, reading.end, end)
    if trailing:
        is_more = "more" in trailing.group()
        reading = reading._replace(end=trailing.end(), is_approximate=not is_more, high=None if is_more else high)
    return None if _is_bare(found, reading, text) else reading


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
    scale = re.search(r"(hundred|thousand|million|billion|trillion|k|mn?|bn|tn)$", (second or "").lower())
    if scale and low < 1000 <= high and not re.search(r"[a-z]{4}", first.lower().removesuffix(scale[1])):
        low *= high / (number_of(second[: -len(scale[1])].strip(" -")) or high)
    return (low, high) if low <= high else None


def _unit(found: re.Match[str]) -> str | None:
    if found["percent"]:
        return "percentage point" if "point" in found["percent"].lower() else "percent"
    if found["coin"]:
        coin = found["coin"].split()[-1].lower()
        return coin if coin in ("yen", "won", "pence") else coin.removesuffix("s")
    sign = (found["sign"] or found["sign0"] or "").strip(" .").lower()
    return None if not sign else _CURRENCIES.get(sign, "dollar")


def _is_label(found: re.Match[str], text: str) -> bool:
    """Say that a number only names something: "Article 5", "Flight 12", "COVID-19", "2-1" in a score."""
    before = text[max(0, found.start() - 24) : found.start()]
    word = re.search(r"([A-Za-z]+)\.? $", before)
    return word is not None and word[1].lower() in _DESIGNATORS and word[1][0].isupper()


def _is_bare(found: re.Match[str], reading: _Reading, text: str) -> bool:
    """Say that a number tells no quantity: a year, an ordinal, a pronoun "one", a part of a longer sign."""
    number = found["first"] or found["from"]
    if re.match(r":\d", text[reading.end : reading.end + 2]):  # a racer's time, a score
        return True
    if reading.end < len(text) and (text[reading.end].isalnum() or text[reading.end : reading.end + 2] in ("st", "nd")):
        return True
    is_qualified = bool(found["rough"] or found["low"] or found["high"])
    if number.lower() in ("one", "zero") and not is_qualified and not found["second"]:
        before = re.search(r"(\w+) $", text[max(0, found.start() - 12) : found.start()])
        if before and before[1].lower() in (
            "no",
            "this",
            "that",
            "the",
            "which",
            "any",
            "every",
            "each",
            "another",
            "day",
        ):
            return True
        return reading.unit is None or (reading.unit in ("point", "day", "time", "thing") and number.islower())
    if re.fullmatch(r"1[0-9]{3}|20[0-9]{2}", number) and not _unit(found):
        return not (is_qualified and reading.unit)
    return reading.unit is None and not number[0].isdigit() and not is_qualified
