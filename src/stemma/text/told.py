"""Narration of many texts at once: the same as `stemma.text.narration.narrated`, text by text, in columns."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from stemma.text.columns import Cuts, Numbers
from stemma.text.marks import marked
from stemma.text.narration import SMALL, is_abbreviated, is_apart, is_stop
from stemma.text.words import fold

Flags = npt.NDArray[np.bool_]
Traits = npt.NDArray[np.uint8]

_APART, _SMALL, _PRONOUN, _ABBREVIATED = 1, 2, 4, 8


def narration(found: Cuts, texts: Sequence[str], zones_excluded: Sequence[Sequence[tuple[int, int]]]) -> Flags:
    """Say of each word of each text whether it counts as narration; words in the zones of its text never do.

    >>> from stemma.text.columns import cut
    >>> texts = ["The mayor opened two quays.", '"Sail on," she said.']
    >>> narration(cut(texts), texts, [[], []]).tolist()
    [True, False, True, False, True, False, False, True, True]
    """
    keys = [fold(surface) for surface in found.surfaces]
    traits = np.fromiter(map(_traits, keys), dtype=np.uint8, count=len(keys))[found.kinds]
    return ~_has(traits, _APART) & ~_names(found, keys, traits) & ~_inside(found, texts, zones_excluded)


@lru_cache(maxsize=1 << 17)
def _traits(key: str) -> int:
    """Say what is known of a word without its text."""
    is_pronoun = key == "i" or key.startswith("i'")
    told = (
        (is_apart(key), _APART),
        (key in SMALL, _SMALL),
        (is_pronoun, _PRONOUN),
        (is_abbreviated(key), _ABBREVIATED),
    )
    return sum(trait for is_so, trait in told if is_so)


def _has(traits: Traits, trait: int) -> Flags:
    flags: Flags = (traits & np.uint8(trait)) > 0
    return flags


def _flags(values: Sequence[bool]) -> Flags:
    return np.fromiter(values, dtype=np.bool_, count=len(values))


def _inside(found: Cuts, texts: Sequence[str], zones: Sequence[Sequence[tuple[int, int]]]) -> Flags:
    """Say which words begin inside a quotation or an excluded zone."""
    ranges = [
        (at + min(start, len(text)), at + min(end, len(text)))
        for at, text, own in zip(found.at.tolist(), texts, zones, strict=True)
        for start, end in (*((stretch.start, stretch.end) for stretch in marked(text)), *own)
    ]
    edges = np.searchsorted(found.starts, np.array(ranges, dtype=np.int64).reshape(-1, 2))
    steps = np.zeros(len(found.starts) + 1, dtype=np.int64)
    np.add.at(steps, edges[:, 0], 1)
    np.add.at(steps, edges[:, 1], -1)
    return np.cumsum(steps)[:-1] > 0


def _names(found: Cuts, keys: Sequence[str], traits: Traits) -> Flags:
    """Say which words are (part of) names, by the rules of `narration`."""
    numbers = {key: number for number, key in enumerate(dict.fromkeys(keys))}
    key_of = np.fromiter(map(numbers.__getitem__, keys), dtype=np.int64, count=len(keys))[found.kinds]
    small, is_pronoun = _has(traits, _SMALL), _has(traits, _PRONOUN)
    capitals = _flags([surface[0].isupper() for surface in found.surfaces])[found.kinds]
    opens, breaks = _edges(found, traits)
    shouted = _title_cased(found, capitals, breaks)
    texts = np.repeat(np.arange(len(found.at)), np.diff(found.bounds))
    asked = np.flatnonzero(capitals & (opens | shouted))
    places = texts * max(1, len(numbers)) + key_of
    inside, lower = (
        _among(places, asked, np.flatnonzero(flags), key_of) for flags in (capitals & ~opens & ~shouted, ~capitals)
    )
    follows = np.zeros(len(texts), dtype=np.bool_)
    follows[:-1] = (capitals & ~opens)[1:] & (texts[1:] == texts[:-1])
    loud = inside | (~lower & ~small)
    opening = ~small & (inside | (follows & ~lower))
    return capitals & ~is_pronoun & np.where(shouted, loud, np.where(opens, opening, True))


def _among(places: Numbers, asked: Numbers, others: Numbers, key_of: Numbers) -> Flags:
    """Say which of the words asked about stand among others of their text."""
    is_asked = np.zeros(int(key_of.max(initial=0)) + 1, dtype=np.bool_)
    is_asked[key_of[asked]] = True
    others = others[is_asked[key_of[others]]]
    flags = np.zeros(len(places), dtype=np.bool_)
    flags[asked] = np.isin(places[asked], places[others])
    return flags


def _edges(found: Cuts, traits: Traits) -> tuple[Flags, Flags]:
    """Say which words stand where a capital is due, and which begin a line."""
    opens, breaks = (np.zeros(len(found.starts), dtype=np.bool_) for _ in range(2))
    first = found.bounds[:-1][np.diff(found.bounds) > 0]
    opens[first] = breaks[first] = True
    rows = np.flatnonzero(~(found.follows | opens))
    gaps = [
        found.joined[start:end]
        for start, end in zip(found.ends[rows - 1].tolist(), found.starts[rows].tolist(), strict=True)
    ]
    known = {gap: (is_stop(gap), "\n" in gap, gap == ". ") for gap in set(gaps)}
    flags = np.array([known[gap] for gap in gaps], dtype=np.bool_).reshape(-1, 3)
    opens[rows], breaks[rows] = flags[:, 0], flags[:, 1]
    stops = rows[flags[:, 2]]
    opens[stops] = ~_has(traits[stops - 1], _ABBREVIATED)
    return opens, breaks


def _title_cased(found: Cuts, capitals: Flags, breaks: Flags) -> Flags:
    """Say which words stand in a line set in capitals throughout: nearly all its longer words."""
    if not len(breaks):
        return breaks
    lines = np.cumsum(breaks) - 1
    longer = found.ends - found.starts > 3
    count = np.bincount(lines[longer], minlength=int(lines[-1]) + 1)
    loud = np.bincount(lines[longer & capitals], minlength=int(lines[-1]) + 1)
    is_loud = (count >= 3) & (loud >= 0.8 * count)
    shouted: Flags = is_loud[lines]
    return shouted
