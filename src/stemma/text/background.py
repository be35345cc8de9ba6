"""The background: how surprising words are in English news at large, from one shipped, versioned table.

The table is an n-gram model (n = 1..3) over word keys in standard spelling, interpolated after Witten and Bell and written in
the back-off form of ARPA files: an n-gram that is listed has its own surprisal; one that is not costs what leaving its context
costs plus the surprisal of the shorter one. Everything in it is a whole number of millibits, so that every machine sums the
same. It holds hashes and numbers and no text; how it is made: `tools/build_background.py`; why so:
`docs/decisions/0005-background-table.md`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from stemma.model import FormatError
from stemma.text.hashes import Hashes, hash_words
from stemma.text.shingles import shingle
from stemma.text.spelling import standard

Millibits = npt.NDArray[np.int64]
Costs = npt.NDArray[np.uint16]
Flags = npt.NDArray[np.bool_]

NEWEST = "en-news-1"
CAP = 18_000  # millibits; a word that the table does not know is no rarer than this, for the table is small
DRAWER_BITS = 17  # keys are looked for among those that begin with the same bits: one or none, as hashes lie evenly


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Background:
    """How surprising words are in news at large: surprisals of n-grams and costs of leaving a context, by sorted hash."""

    name: str
    keys: Mapping[int, Hashes]
    costs: Mapping[int, Costs]
    leaving: Mapping[int, Costs]
    drawers: Mapping[int, Millibits]  # where the keys that begin with each pattern of bits begin

    def surprisal(self, keys: Sequence[str]) -> list[int]:
        """Give the millibits of each word given up to two words before it in the sequence, at most `CAP` each.

        >>> at_first, after_two = load().surprisal(["the"])[0], load().surprisal(["one", "of", "the"])[2]
        >>> after_two < at_first
        True
        """
        if not keys:
            return []
        costs: list[int] = self.costs_of(hash_words([standard(key) for key in keys])).tolist()
        return costs

    def costs_of(self, hashes: Hashes, bounds: Millibits | None = None) -> Millibits:
        """Give the same as `surprisal` for the hashes of standard keys; `bounds`: where each text of several begins and ends."""
        if not len(hashes):
            return np.empty(0, dtype=np.int64)
        columns = self._columns(hashes)
        if bounds is not None:  # nothing stands before the first word of a text, and one word before the second
            begins, ends = bounds[:-1][np.diff(bounds) > 0], bounds[1:][np.diff(bounds) > 0]
            for size in (1, 0):
                places = (begins + size)[begins + size < ends]
                columns[2][places] = columns[size][places]
        return columns[2]

    def rarity(self, key: str) -> int:
        """Give the millibits of a word by itself, at most `CAP`.

        >>> load().rarity("zyzzyva"), load().rarity("the") < load().rarity("harbour")
        (18000, True)
        """
        return _rarity(self, key)

    def joint(self, hashes: Hashes, size: int) -> Millibits:
        """Give the millibits of every run of `size` (1..3) words taken by itself; `hashes` are those of standard keys."""
        if len(hashes) < size:
            return np.empty(0, dtype=np.int64)
        count = len(hashes) - size + 1
        columns = self._columns(hashes)[:size]
        return sum((column[place : place + count] for place, column in enumerate(columns)), np.zeros(count, np.int64))

    def alone(self, hashes: Hashes) -> Millibits:
        """Give the millibits of each word by itself, whatever stands before it; `hashes` are those of standard keys."""
        places, is_listed = self._places(1, hashes)
        return np.where(is_listed, self.costs[1][places].astype(np.int64), CAP)

    def _columns(self, hashes: Hashes) -> list[Millibits]:
        """Give the cost of each word given none, at most one and at most two words before it."""
        places, is_listed = self._places(1, hashes)
        columns = [self.alone(hashes)]
        for size in (2, 3):
            costs = columns[-1].copy()
            if len(hashes) >= size:
                leave = np.where(is_listed, self.leaving[size - 1][places].astype(np.int64), 0)[:-1]
                places, is_listed = self._places(size, hashes)
                own = self.costs[size][places].astype(np.int64)
                costs[size - 1 :] = np.minimum(np.where(is_listed, own, costs[size - 1 :] + leave), CAP)
            columns.append(costs)
        return columns

    def _places(self, size: int, hashes: Hashes) -> tuple[Millibits, Flags]:
        """Give for every run of `size` words its place in the table, and whether it is listed there."""
        sought, listed, drawers = table_keys(hashes, size), self.keys[size], self.drawers[size]
        drawer = (sought >> np.uint64(40 - DRAWER_BITS)).astype(np.int64)
        places = np.minimum(drawers[drawer], len(listed) - 1)
        is_listed = listed[places] == sought
        rest = np.flatnonzero(~is_listed & (drawers[drawer + 1] > places + 1))
        while len(rest):  # a drawer holds one key or two, seldom more
            places[rest] += 1
            is_listed[rest] = listed[places[rest]] == sought[rest]
            rest = rest[~is_listed[rest] & (drawers[drawer[rest] + 1] > places[rest] + 1)]
        return places, is_listed


@lru_cache(maxsize=65_536)
def _rarity(table: Background, key: str) -> int:
    """Give the millibits of a word by itself; the words of one story are asked for again and again."""
    return int(table.alone(hash_words([standard(key)]))[0])


def table_keys(hashes: Hashes, size: int) -> Hashes:
    """Give the table's key of every run of `size` words: the upper 40 bits of its hash."""
    return (hashes if size == 1 else shingle(hashes, size)) >> np.uint64(24)


@lru_cache(maxsize=2)
def load(name: str = NEWEST) -> Background:
    """Give the shipped table of this name, read once; raises FormatError where it is missing or not whole."""
    path = files("stemma.text").joinpath(f"{name}.npz")
    try:
        with path.open("rb") as stream, np.load(stream, allow_pickle=False) as arrays:
            return assemble({key: arrays[key] for key in arrays.files})
    except (OSError, KeyError, ValueError, BadZipFile) as cause:
        raise FormatError(f"the background table {name} cannot be read ({cause}); install stemma again") from cause


def assemble(arrays: Mapping[str, npt.NDArray[Any]]) -> Background:
    """Give the table that its stored arrays make; keys are stored as their upper 32 and lower 8 bits."""
    keys = {
        size: (arrays[f"upper{size}"].astype(np.uint64) << np.uint64(8)) | arrays[f"lower{size}"].astype(np.uint64)
        for size in (1, 2, 3)
    }
    return Background(
        name=str(arrays["name"]),
        keys=keys,
        costs={size: arrays[f"costs{size}"] for size in (1, 2, 3)},
        leaving={size: arrays[f"leaving{size}"] for size in (1, 2)},
        drawers={size: _drawers(keys[size]) for size in (1, 2, 3)},
    )


def _drawers(keys: Hashes) -> Millibits:
    counts = np.bincount((keys >> np.uint64(40 - DRAWER_BITS)).astype(np.int64), minlength=1 << DRAWER_BITS)
    return np.concatenate(([0], np.cumsum(counts)))
