"""What a report is about: its rare words, names and numbers, each with a weight."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
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
_LONGEST = 8  # letters of a number; a longer one is an address or a key
_APART = frozenset({ZoneKind.FURNITURE, ZoneKind.SPEAKER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The stems of a report's telling words with their weights, of length 1 as a vector, and how each is written."""

    weights: Mapping[str, float]
    forms: Mapping[str, str]


def subject_of(report: Report) -> Subject:
    """Give what a report is about; bylines say no more of it than their dates, furniture the same."""
    found = words(report.text)
    keys = [word.key.removesuffix("'s") for word in found]
    rarity = load().joint(hash_words([standard(key) for key in keys]), 1).tolist()
    apart = _places(report, _APART)
    bylines = _places(report, frozenset({ZoneKind.BYLINE}))
    counts: Counter[str] = Counter()
    bits: dict[str, float] = {}
    forms: dict[str, str] = {}
    for word, key, millibits, is_name in zip(found, keys, rarity, name_flags(report.text, found), strict=True):
        is_number = any(map(str.isdigit, key))
        if is_calendar(key) or word.start in apart or (word.start in bylines and not is_number):
            continue
        worth = _worth(key, millibits / 1000, is_name=is_name, is_number=is_number)
        if worth > 0:
            root = stem(key)
            counts[root] += 1
            bits[root] = max(bits.get(root, 0.0), worth)
            forms.setdefault(root, report.text[word.start : word.end])
    weights = {root: (1 + log(count)) * bits[root] for root, count in counts.items()}
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return Subject(weights={root: weight / length for root, weight in weights.items()}, forms=forms)


def _places(report: Report, kinds: frozenset[ZoneKind]) -> frozenset[int]:
    return frozenset(place for zone in report.zones if zone.kind in kinds for place in range(zone.start, zone.end))


def _worth(key: str, bits: float, *, is_name: bool, is_number: bool) -> float:
    """Give what one occurrence of a word tells of the event, in bits; nothing or less where it is common."""
    if is_number:
        return _NUMBER if len(key) <= _LONGEST else 0.0
    return _TELLING * max(bits - _RARE, _LEAST) if is_name else bits - _RARE
