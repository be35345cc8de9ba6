"""Company: which shared seeds have more equal words near by, so that they may lie in a passage; the others are most."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from stemma.matches.kernels import SEED, Flags, Hits, Numbers
from stemma.matches.rules import MatchRules
from stemma.matches.sheets import Sheets
from stemma.text.background import load

Eights = npt.NDArray[np.uint64]
Counts = npt.NDArray[np.uint8]

NEAR = 8  # words looked at on each side of a seed, one byte each in one number
CLOSE = SEED  # one of them is so close that what lies between costs less than the seed is worth
SHIFTS = 2  # diagonals looked at on each side of the seed's own
RARE = 10_000  # millibits from which a word by itself is rare: nine words of ten that tell of something
_AT_ONCE = 100_000  # seeds looked at in one go: what they need stays in the processor's nearer memory
_LOW, _ALL, _NOBODY = np.uint64(0x7F7F7F7F7F7F7F7F), np.uint64(0xFFFFFFFFFFFFFFFF), 0xFF


class Surroundings(NamedTuple):
    """Of each seed a byte for each of the eight words after it and before it, the nearest the lowest."""

    after: Eights
    before: Eights


class Initials(NamedTuple):
    """A byte for each word, with nobody's bytes before, between and behind the sheets; and where each sheet begins among them."""

    marks: Counts
    backwards: Counts
    begins: Numbers

    def around(self, sheets: Numbers, places: Numbers) -> Surroundings:
        """Give the surroundings of the seeds at these places in these sheets."""
        at = self.begins[sheets] + places
        return Surroundings(_eights(self.marks, at + SEED), _eights(self.backwards, len(self.marks) - at))


def _eights(marks: Counts, at: Numbers) -> Eights:
    """Give the eight bytes from each place on as one number, the first the lowest."""
    found: Eights = np.ndarray(len(marks) - NEAR + 1, "<u8", marks, strides=(1,))[at]
    return found


def initials(sheets: Sheets, background: str) -> Initials:
    """Give a byte for each word: equal for equal words, its highest bit set where the word is rare; a barred word is nobody."""
    bounds, hashes = sheets.columns.bounds, sheets.columns.hashes
    own = ((hashes >> np.uint64(40)) % np.uint64(127)).astype(np.uint8)
    own |= (load(background).alone(hashes) >= RARE).astype(np.uint8) << np.uint8(7)
    own[sheets.barred] = _NOBODY
    count = len(bounds) - 1
    begins = bounds[:-1] + NEAR * np.arange(1, count + 1)
    marks = np.full(len(own) + NEAR * (count + 2), _NOBODY, dtype=np.uint8)
    marks[np.arange(len(own)) + np.repeat(begins - bounds[:-1], np.diff(bounds))] = own
    return Initials(marks, np.ascontiguousarray(marks[::-1]), begins)


def in_company(hits: Hits, sheets: Sheets, rules: MatchRules) -> Hits:
    """Give the seeds beside which more words are equal, in both sheets at about the same distance."""
    known = initials(sheets, rules.background)
    flags = [
        company(
            known.around(hits.left[low:high], hits.left_place[low:high]),
            known.around(hits.right[low:high], hits.right_place[low:high]),
        )
        >= rules.company
        for low, high in armfuls(len(hits.left))
    ]
    rows = np.flatnonzero(np.concatenate(flags)) if flags else np.empty(0, np.int64)
    return Hits(*(column[rows] for column in hits))


def armfuls(count: int) -> Iterator[tuple[int, int]]:
    """Cut so many rows into ranges that are looked at in one go."""
    for low in range(0, count, _AT_ONCE):
        yield low, min(count, low + _AT_ONCE)


def company(ones: Surroundings, others: Surroundings) -> Counts:
    """Count the equal words around seeds, rare ones twice, on one diagonal for each side; 0 where none of them is close."""
    (after, is_close), (before, is_closer) = _equal(ones.after, others.after), _equal(ones.before, others.before)
    return np.where(is_close | is_closer, after + before, np.uint8(0))


def _equal(ones: Eights, others: Eights) -> tuple[Counts, Flags]:
    """Count the equal words of two surroundings on their best diagonal, and say whether some are close."""
    count = np.zeros(len(ones), dtype=np.uint8)
    close = np.zeros(len(ones), dtype=np.uint64)
    for still, moved in ((ones, others), (others, ones)):
        is_somebody = ~_nothing(still ^ _ALL)
        for shift in range(still is others, SHIFTS + 1):
            width = 8 * (NEAR - shift)
            same = _nothing(still ^ (moved >> np.uint64(8 * shift))) & is_somebody & np.uint64((1 << width) - 1)
            np.maximum(count, np.bitwise_count(same) + np.bitwise_count(same & still), out=count)
            close |= same & np.uint64((1 << 8 * (CLOSE - shift)) - 1)
    return count, close > 0


def _nothing(eights: Eights) -> Eights:
    """Mark the bytes that are nothing by their highest bit."""
    return ~(((eights & _LOW) + _LOW) | eights | _LOW)
