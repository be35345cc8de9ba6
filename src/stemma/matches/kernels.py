"""Kernels: pure functions over columns of whole numbers that find where two sheets may share a passage."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from stemma.text.hashes import Hashes

Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

SEED = 3


class Postings(NamedTuple):
    """Where seeds stand: hash, number of the sheet, place of the first word; sorted by all three."""

    hashes: Hashes
    sheets: Numbers
    places: Numbers


class Hits(NamedTuple):
    """Seeds that two sheets share: numbers of the sheets (left < right) and places of the first words."""

    left: Numbers
    right: Numbers
    left_place: Numbers
    right_place: Numbers


class Stretches(NamedTuple):
    """Seeds of one pair on one diagonal, close together: first places, length in words, number of seeds."""

    left: Numbers
    right: Numbers
    left_place: Numbers
    right_place: Numbers
    length: Numbers
    seeds: Numbers


def postings(columns: Sequence[tuple[Hashes, Numbers]]) -> Postings:
    """Sort the seeds of all sheets, given as (hashes, places) per sheet; seeds of one sheet alone are left out."""
    hashes = np.concatenate([column[0] for column in columns] or [np.empty(0, np.uint64)])
    places = np.concatenate([column[1] for column in columns] or [np.empty(0, np.int64)])
    sheets = np.repeat(np.arange(len(columns)), [len(column[0]) for column in columns])
    order = np.argsort(hashes, kind="stable")  # sheets and places are in order already
    hashes, sheets, places = hashes[order], sheets[order], places[order]
    starts, ends = _groups(hashes)
    is_shared = np.repeat(sheets[starts] != sheets[ends - 1], ends - starts) if len(hashes) else np.empty(0, np.bool_)
    return Postings(hashes[is_shared], sheets[is_shared], places[is_shared])


def _groups(column: npt.NDArray[np.uint64]) -> tuple[Numbers, Numbers]:
    """Give where each run of equal values starts and ends."""
    if not len(column):
        return np.empty(0, np.int64), np.empty(0, np.int64)
    edges = np.flatnonzero(column[1:] != column[:-1]) + 1
    return np.concatenate(([0], edges)), np.concatenate((edges, [len(column)]))


def shared(index: Postings, batch: int) -> Iterator[Hits]:
    """Give the seeds that pairs of sheets share, a few left sheets at a time so that about `batch` rows are held at once."""
    starts, ends = _groups(index.hashes)
    later = np.repeat(ends, ends - starts) - np.arange(len(index.hashes)) - 1
    sheet_count = int(index.sheets.max()) + 1 if len(index.sheets) else 0
    loads = np.cumsum(np.bincount(index.sheets, weights=later, minlength=sheet_count).astype(np.int64))
    by_sheet = np.argsort(index.sheets, kind="stable")
    bounds = np.searchsorted(index.sheets[by_sheet], np.arange(sheet_count + 1))
    first = 0
    while first < sheet_count:
        done = int(loads[first - 1]) if first else 0
        last = max(first + 1, int(np.searchsorted(loads, done + batch, side="right")))
        rows = by_sheet[bounds[first] : bounds[last]]
        yield _join(index, rows, later[rows])
        first = last


def _join(index: Postings, rows: Numbers, later: Numbers) -> Hits:
    """Pair each row with the later rows of its seed that lie in another sheet."""
    ones = np.repeat(rows, later)
    offsets = np.arange(len(ones)) - np.repeat(np.cumsum(later) - later, later)
    others = ones + 1 + offsets
    apart = index.sheets[ones] != index.sheets[others]
    ones, others = ones[apart], others[apart]
    return Hits(index.sheets[ones], index.sheets[others], index.places[ones], index.places[others])


def stretches(hits: Hits, max_step: int) -> Stretches:
    """Join the seeds of a pair that lie on one diagonal at most `max_step` words apart; sorted by pair and left place."""
    diagonal = hits.left_place - hits.right_place
    order = np.lexsort((hits.left_place, diagonal, hits.right, hits.left))
    left, right, left_place, right_place = (column[order] for column in hits)
    diagonal = diagonal[order]
    if not len(left):
        return Stretches(left, right, left_place, right_place, left, left)
    is_new = (
        (left[1:] != left[:-1])
        | (right[1:] != right[:-1])
        | (diagonal[1:] != diagonal[:-1])
        | (left_place[1:] - left_place[:-1] > max_step)
    )
    starts = np.concatenate(([0], np.flatnonzero(is_new) + 1))
    ends = np.concatenate((starts[1:], [len(left)]))
    found = Stretches(
        left[starts],
        right[starts],
        left_place[starts],
        right_place[starts],
        left_place[ends - 1] - left_place[starts] + SEED,
        ends - starts,
    )
    again = np.lexsort((found.right_place, found.left_place, found.right, found.left))
    return Stretches(*(column[again] for column in found))


def promising(found: Stretches, columns: tuple[Hashes, Numbers, Numbers], min_words: int, reach: int) -> Flags:
    """Say which stretches may belong to a passage of `min_words`: by themselves, their surroundings, or a neighbour.

    `columns`: the hashes of the words of all sheets in one column, and where each sheet's start and how many they are.
    """
    hashes, starts, lengths = columns
    equal = np.zeros(len(found.left), dtype=np.int64)
    left_at, right_at = starts[found.left] + found.left_place, starts[found.right] + found.right_place
    for step in range(-reach, SEED + reach):
        inside = (
            (found.left_place + step >= 0)
            & (found.right_place + step >= 0)
            & (found.left_place + step < lengths[found.left])
            & (found.right_place + step < lengths[found.right])
        )
        equal += inside & (hashes[(left_at + step) * inside] == hashes[(right_at + step) * inside])
    return (found.length >= min_words) | (equal >= min_words) | _has_neighbour(found, reach)


def _has_neighbour(found: Stretches, reach: int) -> Flags:
    """Say which stretches have another of their pair close behind or before them in both sheets."""
    flags = np.zeros(len(found.left), dtype=np.bool_)
    for step in range(1, 5):
        if len(flags) <= step:
            break
        near = (
            (found.left[step:] == found.left[:-step])
            & (found.right[step:] == found.right[:-step])
            & (found.left_place[step:] - found.left_place[:-step] - found.length[:-step] <= reach)
            & (found.right_place[step:] > found.right_place[:-step])
            & (found.right_place[step:] - found.right_place[:-step] - found.length[:-step] <= reach)
        )
        flags[step:] |= near
        flags[:-step] |= near
    return flags
