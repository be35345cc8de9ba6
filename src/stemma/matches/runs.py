"""Runs: from the seeds that pairs share to the longest runs of equal words that hold them."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from stemma.matches.kernels import SEED, Flags, Hits, Numbers
from stemma.matches.sheets import Sheets

Keys = npt.NDArray[np.uint64]


class Runs(NamedTuple):
    """Runs of equal words: numbers of the sheets, place of the first word in the column of all words, length in words."""

    left: Numbers
    right: Numbers
    left_at: Numbers
    right_at: Numbers
    length: Numbers

    def only(self, rows: Numbers | Flags) -> "Runs":
        """Give these rows."""
        return Runs(*(column[rows] for column in self))


def runs(hits: Hits, sheets: Sheets) -> Runs:
    """Give the longest runs of equal words that hold these seeds, sorted by pair and place."""
    if not len(hits.left):
        return Runs(hits.left, hits.right, hits.left_place, hits.right_place, hits.left)
    left, right, diagonal, place = ordered([hits.left, hits.right, hits.left_place - hits.right_place, hits.left_place])
    is_new = np.ones(len(left), dtype=np.bool_)
    is_new[1:] = _differ(left, right, diagonal) | (place[1:] != place[:-1] + 1)
    starts = np.flatnonzero(is_new)
    counts = np.diff(np.append(starts, len(left)))
    left, right, diagonal, place = left[starts], right[starts], diagonal[starts], place[starts]
    bounds = sheets.columns.bounds
    found = _grown(
        Runs(left, right, bounds[left] + place, bounds[right] + place - diagonal, counts + SEED - 1),
        bounds,
        sheets.keys,
    )
    again = np.ones(len(left), dtype=np.bool_)
    again[1:] = _differ(left, right, diagonal) | (found.left_at[1:] != found.left_at[:-1])
    found = found.only(again)
    left, right, left_at, right_at, rows = ordered([*found[:4], np.arange(len(found.left))])
    return Runs(left, right, left_at, right_at, found.length[rows])


def _differ(*columns: Numbers) -> Flags:
    """Say of each row but the first whether it differs from the one before in any column."""
    flags = np.zeros(max(0, len(columns[0]) - 1), dtype=np.bool_)
    for column in columns:
        flags |= column[1:] != column[:-1]
    return flags


def ordered(columns: Sequence[Numbers]) -> list[Numbers]:
    """Give columns with their rows sorted by the first, then the second, and so on."""
    if not len(columns[0]):
        return list(columns)
    lows = [int(column.min()) for column in columns]
    bits = [int(column.max() - low).bit_length() for column, low in zip(columns, lows, strict=True)]
    if sum(bits) > 62:
        order = np.lexsort(columns[::-1])
        return [column[order] for column in columns]
    packed = columns[0] - lows[0]  # all in one number: sorting numbers is many times faster than sorting rows
    for column, low, width in zip(columns[1:], lows[1:], bits[1:], strict=True):
        packed = (packed << width) | (column - low)
    packed.sort()
    found = []
    for low, width in zip(lows[::-1], bits[::-1], strict=True):
        found.append((packed & ((1 << width) - 1)) + low)
        packed = packed >> width
    return found[::-1]


def _grown(found: Runs, bounds: Numbers, keys: Keys) -> Runs:
    """Lengthen runs on both sides while the next words are equal."""
    before = _reach(found.left_at - 1, found.right_at - 1, bounds[found.left], bounds[found.right], -1, keys)
    after = _reach(
        found.left_at + found.length,
        found.right_at + found.length,
        bounds[found.left + 1],
        bounds[found.right + 1],
        1,
        keys,
    )
    return Runs(found.left, found.right, found.left_at - before, found.right_at - before, found.length + before + after)


def _reach(left: Numbers, right: Numbers, left_edge: Numbers, right_edge: Numbers, step: int, keys: Keys) -> Numbers:
    """Count the equal words from two places on, forwards up to the edges or backwards down to them."""
    room = (
        np.minimum(left_edge - left, right_edge - right)
        if step > 0
        else np.minimum(left - left_edge, right - right_edge) + 1
    )
    counts = np.zeros(len(left), dtype=np.int64)
    rows = np.flatnonzero(room > 0)
    while len(rows):
        rows = rows[keys[left[rows] + step * counts[rows]] == keys[right[rows] + step * counts[rows]]]
        counts[rows] += 1
        rows = rows[counts[rows] < room[rows]]
    return counts
