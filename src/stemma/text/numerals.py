"""Numbers as newspapers write them, in digits, in words and in both ("3.5 billion", "twenty-two thousand")."""

import re

UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
SCALES = {
    "hundred": 100.0,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "lakh": 1e5,
    "crore": 1e7,
    "dozen": 12.0,
    "score": 20.0,
}
LETTERS = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}

_TEN = "|".join(TENS)
_UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
_SMALL = rf"(?:(?:{_TEN})(?:[ -](?:{_UNIT}))?|{_UNIT})"
_SCALE = r"(?:hundred|thousand|million|billion|trillion|lakh|crore|dozen)"
_FRACTION = r"(?: ?[½¼¾⅓⅔]| [1-9]/[2-9](?![\d/]))"
DIGITS = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?(?:{_FRACTION})?|[½¼¾⅓⅔])"
# A chain of small numbers and scales: "two hundred and forty-three thousand", "a million", "half a million".
WORDS = rf"(?:(?:an? half|an?|half an?|half)[ -]{_SCALE}|{_SMALL})(?:[ -](?:and )?(?:{_SCALE}|{_SMALL})\b)*"
NUMBER = rf"(?:{DIGITS}(?:[ -]{_SCALE}\b|(?:k|mn?|bn|tn)\b)?|{WORDS}\b)"

# A number of several words that are spoken as one: "twenty-two", "four hundred and twelve thousand", "3.5 billion".
COMPOSED = re.compile(
    rf"(?<![\w.,])(?P<currency>[$€£¥]?)(?P<number>"
    rf"(?:{DIGITS}|{_SMALL})(?:[ -](?P<scale>{_SCALE})\b(?:[ -](?:and[ -])?{_SMALL}\b)?)+"
    rf"|{DIGITS}(?:mn?|bn|tn)\b|(?:{_TEN})[ -](?:{_UNIT})\b)",
    re.IGNORECASE,
)

_PARTS = re.compile(rf"{DIGITS}|[a-z]+")
_SIGNS = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3}


def number_of(text: str) -> float | None:
    """Give the value of a number in digits, words or both; None where it is no number.

    The sum of its parts as they are spoken: a small number is added, "hundred" multiplies what stands before it, a
    larger scale closes the group.

    >>> number_of("twenty-two thousand"), number_of("3.5 billion"), number_of("two hundred and six"), number_of("half a million")
    (22000.0, 3500000000.0, 206.0, 500000.0)
    >>> number_of("wave") is None
    True
    """
    total, group, is_number = 0.0, 0.0, False
    for part in _PARTS.findall(text.lower()):
        if part[0].isdigit() or part in _SIGNS:
            group += _in_digits(part)
        elif part in ("a", "an", "and"):
            continue
        elif part == "half":
            group = 0.5
        elif part in UNITS or part in TENS:
            group += UNITS.get(part, TENS.get(part, 0))
        elif part in ("hundred", "dozen", "score"):
            group = (group or 1) * SCALES[part]
        elif part in SCALES or part in LETTERS:
            total += (group or 1) * (SCALES.get(part) or LETTERS[part])
            group = 0.0
        else:
            return None
        is_number = True
    return total + group if is_number or "a" in text.split() else None


def _in_digits(part: str) -> float:
    """Give the value of digits with a fraction or without: "4,000", "2.5", "4½", "4 1/2"."""
    whole, _, fraction = part.replace(",", "").partition(" ")
    if fraction in _SIGNS or whole[-1] in _SIGNS:
        return (float(whole.rstrip("½¼¾⅓⅔") or 0)) + _SIGNS[fraction or whole[-1]]
    above, _, below = fraction.partition("/")
    return float(whole) + (float(above) / float(below) if below else 0.0)
