"""What a report is about: its rare words, names and numbers and the day it appeared, each with a weight."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from math import log, sqrt

from stemma.model import Report, ZoneKind
from stemma.text.background import load
from stemma.text.hashes import hash_words
from stemma.text.narration import is_calendar, name_flags
from stemma.text.spelling import standard, stem
from stemma.text.words import words

_RARE = 9.0  # bits: what is as common as one word in 500 or commoner tells nothing
_LEAST = 4.0  # bits above that for a name, which tells events apart even if it is common in news at large
_TELLING = 1.5  # times as much as another word of its rarity: who and where, not what kind of event
_NUMBER = 12.0  # bits for a year, an hour, a number: when and how many
_DAY = 24.0  # bits for the day of publication: as much as two numbers, the day's and the month's ...
_OF_WHOLE = 0.125  # ... and no more than this part of all: two short texts of one day need words in common
_LONGEST = 8  # letters of a number; a longer one is an address or a key
_LEAD = 40  # words of the body: they and the headline tell what happened, the rest also what it is like there
_IN_LEAD = 2  # times that a word of them counts
_HEADING = frozenset({ZoneKind.HEADLINE, ZoneKind.STANDFIRST})
_APART = frozenset({ZoneKind.FURNITURE, ZoneKind.SPEAKER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The stems of a report's telling words and its days, with weights of length 1 as a vector, and how each word is written."""

    weights: Mapping[str, float]
    forms: Mapping[str, str]


def subject_of(report: Report) -> Subject:
    """Give what a report is about; bylines say no more of it than their dates, furniture the same."""
    found = words(report.text)
    keys = [word.key.removesuffix("'s") for word in found]
    rarity = load().joint(hash_words([standard(key) for key in keys]), 1).tolist()
    apart, headings = _places(report, _APART), _places(report, _HEADING)
    bylines = _places(report, frozenset({ZoneKind.BYLINE}))
    counts: Counter[str] = Counter()
    bits: dict[str, float] = {}
    forms: dict[str, str] = {}
    told = 0  # words of the body so far
    for word, key, millibits, is_name in zip(found, keys, rarity, name_flags(report.text, found), strict=True):
        is_number = any(map(str.isdigit, key))
        if is_calendar(key) or word.start in apart or (word.start in bylines and not is_number):
            continue
        told += word.start not in headings
        worth = _worth(key, millibits / 1000, is_name=is_name, is_number=is_number)
        if worth > 0:
            root = stem(key)
            counts[root] += _IN_LEAD if word.start in headings or told <= _LEAD else 1
            bits[root] = max(bits.get(root, 0.0), worth)
            forms.setdefault(root, report.text[word.start : word.end])
    weights = {root: (1 + log(count)) * bits[root] for root, count in counts.items()}
    weights |= _days(report, sum(weight * weight for weight in weights.values()))
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return Subject(weights={root: weight / length for root, weight in weights.items()}, forms=forms)


def _days(report: Report, words_weigh: float) -> dict[str, float]:
    """Give the day a report was published, if that is known, and the one before: what is a day apart shares half."""
    moment = report.published
    days = {one.date() for one in (moment.earliest, moment.latest) if one is not None} if moment is not None else set()
    if len(days) != 1 or moment is None or None in (moment.earliest, moment.latest):
        return {}
    weight = sqrt(min(_DAY**2, words_weigh * _OF_WHOLE / (1 - _OF_WHOLE)) / 2)
    return {f"day {day - timedelta(days=back)}": weight for day in days for back in (0, 1)}


def _places(report: Report, kinds: frozenset[ZoneKind]) -> frozenset[int]:
    return frozenset(place for zone in report.zones if zone.kind in kinds for place in range(zone.start, zone.end))


def _worth(key: str, bits: float, *, is_name: bool, is_number: bool) -> float:
    """Give what one occurrence of a word tells of the event, in bits; nothing or less where it is common."""
    if is_number:
        return _NUMBER if len(key) <= _LONGEST else 0.0
    return _TELLING * max(bits - _RARE, _LEAST) if is_name else bits - _RARE
