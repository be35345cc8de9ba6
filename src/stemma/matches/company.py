"""Company: which shared seeds have more equal words near by, so that they may lie in a passage; the others are most."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from stemma.matches.kernels import SEED, Flags, Hits, Numbers
from stemma.matches.sheets import Sheets

Eights = npt.NDArray[np.uint64]
Counts = npt.NDArray[np.uint8]

NEAR = 8  # words looked at on each side of a seed, one byte each in one number
CLOSE = SEED  # one of them is so close that what lies between costs less than the seed is worth
COMPANY = 2  # so many of them are equal, on one diagonal for each side
SHIFTS = 2  # diagonals looked at on each side of the seed's own
_AT_ONCE = 100_000  # hits looked at in one go: what they need stays in the processor's nearer memory
_LOW, _ALL, _NOBODY = np.uint64(0x7F7F7F7F7F7F7F7F), np.uint64(0xFFFFFFFFFFFFFFFF), np.uint64(0xFF)


class Surroundings(NamedTuple):
    """For each word a byte for each of the eight words after it and before it, the nearest the lowest."""

    after: Eights
    before: Eights


def surroundings(sheets: Sheets) -> Surroundings:
    """Give a byte for each word near each word; barred words and places outside the sheet have the byte of nobody."""
    bounds = sheets.columns.bounds
    own = (sheets.columns.hashes >> np.uint64(40)) % _NOBODY
    own[sheets.barred] = _NOBODY
    numbers = np.repeat(np.arange(len(bounds) - 1, dtype=np.int32), np.diff(bounds))
    after, before = (np.zeros(len(own), dtype=np.uint64) for _ in range(2))
    for step in range(1, NEAR + 1):
        shift, rest = np.uint64(8 * step - 8), max(0, len(own) - step)
        is_inside = numbers[step:] == numbers[:rest]
        after[:rest] |= np.where(is_inside, own[step:], _NOBODY) << shift
        after[rest:] |= _NOBODY << shift
        before[step:] |= np.where(is_inside, own[:rest], _NOBODY) << shift
        before[:step] |= _NOBODY << shift
    return Surroundings(after, before)


def in_company(hits: Hits, sheets: Sheets) -> Hits:
    """Give the seeds beside which more words are equal, in both sheets at about the same distance."""
    near = surroundings(sheets)
    flags = [
        _has_company(Hits(*(column[at : at + _AT_ONCE] for column in hits)), sheets.columns.bounds, near)
        for at in range(0, len(hits.left), _AT_ONCE)
    ]
    rows = np.flatnonzero(np.concatenate(flags)) if flags else np.empty(0, np.int64)
    return Hits(*(column[rows] for column in hits))


def _has_company(hits: Hits, bounds: Numbers, near: Surroundings) -> Flags:
    left, right = bounds[hits.left] + hits.left_place, bounds[hits.right] + hits.right_place
    count, is_close = _equal(near.before[left], near.before[right])
    more, is_closer = _equal(near.after[left + SEED - 1], near.after[right + SEED - 1])
    return (count + more >= COMPANY) & (is_close | is_closer)


def _equal(ones: Eights, others: Eights) -> tuple[Counts, Flags]:
    """Count the equal words of two surroundings on their best diagonal, and say whether some are close."""
    count = np.zeros(len(ones), dtype=np.uint8)
    close = np.zeros(len(ones), dtype=np.uint64)
    for still, moved in ((ones, others), (others, ones)):
        is_somebody = ~_nothing(still ^ _ALL)
        for shift in range(still is others, SHIFTS + 1):
            width = 8 * (NEAR - shift)
            same = _nothing(still ^ (moved >> np.uint64(8 * shift))) & is_somebody & np.uint64((1 << width) - 1)
            np.maximum(count, np.bitwise_count(same), out=count)
            close |= same & np.uint64((1 << 8 * (CLOSE - shift)) - 1)
    return count, close > 0


def _nothing(eights: Eights) -> Eights:
    """Mark the bytes that are nothing by their highest bit."""
    return ~(((eights & _LOW) + _LOW) | eights | _LOW)
