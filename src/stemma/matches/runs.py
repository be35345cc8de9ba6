"""Runs: from the seeds that pairs share to the longest runs of equal words that hold them."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from stemma.matches.kernels import SEED, Flags, Hits, Numbers
from stemma.matches.rules import MatchRules
from stemma.matches.sheets import Sheets

Keys = npt.NDArray[np.uint64]

NEAR = 8  # words looked at on each side of a short run, one byte each in one number
COMPANY = 2  # of these, so many must be equal
_BYTE, _LOW = np.uint64(8), np.uint64(0x7F7F7F7F7F7F7F7F)


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
    """Give the longest runs of equal words that hold these seeds, sorted by pair, diagonal and place."""
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
    return found.only(again)


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


def promising(found: Runs, sheets: Sheets, rules: MatchRules) -> Runs:
    """Give the runs that may lie in a passage: long ones, those with a neighbour, those beside which more words are equal.

    Sorted by pair and place.
    """
    is_long = found.length >= rules.min_rare_words
    found = found.only(is_long | ~_alone(found) | _has_company(found, sheets, is_long | ~_alone(found)))
    left, right, left_at, right_at, rows = ordered([*found[:4], np.arange(len(found.left))])
    found = Runs(left, right, left_at, right_at, found.length[rows])
    is_sure = (found.length >= rules.min_rare_words) | _has_neighbour(found, rules.max_gap)
    return found.only(is_sure | _has_company(found, sheets, is_sure))


def _alone(found: Runs) -> Flags:
    """Say which runs are the only one of their pair."""
    edges = np.ones(len(found.left) + 1, dtype=np.bool_)
    edges[1:-1] = _differ(found.left, found.right)
    return edges[1:] & edges[:-1]


def _has_company(found: Runs, sheets: Sheets, known: Flags) -> Flags:
    """Say which runs have two more equal words close by on their diagonal or one beside it; rows known already are left out."""
    flags = np.zeros(len(found.left), dtype=np.bool_)
    rows = np.flatnonzero(~known)
    bytes_after = _eights(sheets.keys)
    bounds = sheets.columns.bounds
    left, right, left_at, right_at, length = found.only(rows)
    ends = np.minimum(bounds[left + 1] - left_at, bounds[right + 1] - right_at) - length
    begins = np.minimum(left_at - bounds[left], right_at - bounds[right])
    count = _equal_near(bytes_after, left_at + length, right_at + length, ends, is_after=True)
    count += _equal_near(bytes_after, left_at - NEAR, right_at - NEAR, begins, is_after=False)
    flags[rows] = count >= COMPANY
    return flags


def _eights(keys: Keys) -> Keys:
    """Give for each word one byte of its own and of the seven words after it, its own the lowest."""
    own = (keys >> np.uint64(40)) & np.uint64(255)
    packed = own.copy()
    for step in range(1, NEAR):
        packed[: max(0, len(own) - step)] |= own[step:] << np.uint64(8 * step)
    return packed


def _equal_near(packed: Keys, left: Numbers, right: Numbers, room: Numbers, *, is_after: bool) -> Numbers:
    """Count the equal words among the `NEAR` from two places on: on the diagonal or the next, whichever has more."""
    one, other = packed[np.clip(left, 0, len(packed) - 1)], packed[np.clip(right, 0, len(packed) - 1)]
    outside = (8 * np.clip(NEAR - room, 0, NEAR)).astype(np.uint64)
    most = np.zeros(len(left), dtype=np.int64)
    for a, b in (
        (one, other),
        (one >> _BYTE, other),
        (one, other >> _BYTE),
        (one << _BYTE, other),
        (one, other << _BYTE),
    ):
        differ = a ^ b
        same = ~((((differ & _LOW) + _LOW) | differ) | _LOW)  # the highest bit of each byte that is nothing
        same = np.where(outside > 63, np.uint64(0), same << outside if is_after else same >> outside)
        most = np.maximum(most, np.bitwise_count(same))
    return most


def _has_neighbour(found: Runs, reach: int) -> Flags:
    """Say which runs, sorted by pair and place, have another of their pair close behind or before them in both sheets."""
    flags = np.zeros(len(found.left), dtype=np.bool_)
    for step in range(1, min(5, len(flags))):
        near = (
            (found.left[step:] == found.left[:-step])
            & (found.right[step:] == found.right[:-step])
            & (found.left_at[step:] - found.left_at[:-step] - found.length[:-step] <= reach)
            & (found.right_at[step:] > found.right_at[:-step])
            & (found.right_at[step:] - found.right_at[:-step] - found.length[:-step] <= reach)
        )
        flags[step:] |= near
        flags[:-step] |= near
    return flags
