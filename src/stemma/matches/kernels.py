"""Kernels: pure functions over columns of whole numbers that find where two sheets may share a passage."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from stemma.matches.rules import MatchRules
from stemma.matches.sheets import Sheets
from stemma.text.background import load
from stemma.text.hashes import Hashes
from stemma.text.shingles import shingle

Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

SEED = 3
_ODD = np.uint64(0x9E3779B97F4A7C15)


class Postings(NamedTuple):
    """Where seeds stand: hash, number of the sheet, place of the first word."""

    hashes: Hashes
    sheets: Numbers
    places: Numbers


class Hits(NamedTuple):
    """Seeds that two sheets share: numbers of the sheets (left < right) and places of the first words."""

    left: Numbers
    right: Numbers
    left_place: Numbers
    right_place: Numbers


def seeds(sheets: Sheets, rules: MatchRules) -> Postings:
    """Give the runs of three words that may start a passage: not barred, not common in news at large or in their report.

    Sorted by sheet and place.
    """
    words, bounds = sheets.columns.hashes, sheets.columns.bounds
    runs = shingle(words, SEED)
    owners = np.repeat(np.arange(len(bounds) - 1), np.diff(bounds))
    numbers = owners[: len(runs)]
    barred = sheets.barred
    keep = load(rules.background).joint(words, SEED) >= rules.seed_bits * 1000
    for step in range(SEED):
        keep &= ~barred[step : step + len(runs)]
    keep &= numbers == owners[len(owners) - len(runs) :]
    keep &= ~_repeated(runs, numbers, rules.max_repeats)
    rows = np.flatnonzero(keep)
    return Postings(runs[rows], numbers[rows], rows - bounds[numbers[rows]])


def _repeated(runs: Hashes, numbers: Numbers, most: int) -> Flags:
    """Say which runs stand more than `most` times in their sheet."""
    keys = runs + numbers.astype(np.uint64) * _ODD  # one key for one run in one sheet
    ordered = np.sort(keys)
    last, first = ordered[most:], ordered[: max(0, len(ordered) - most)]
    return np.isin(keys, last[last == first])


def postings(found: Postings) -> Postings:
    """Give the seeds, given by sheet and place, sorted by hash, sheet and place; those of one sheet alone are left out."""
    order = np.argsort(found.hashes)
    starts, ends = _groups(found.hashes[order])
    often = np.repeat(ends - starts > 1, ends - starts)
    kinds = np.repeat(np.arange(len(starts)), ends - starts)[often]
    rows = np.sort((kinds << 32) | order[often]) & 0xFFFFFFFF  # inside a kind by sheet and place, as they were given
    hashes, sheets = found.hashes[rows], found.sheets[rows]
    starts, ends = _groups(hashes)
    is_shared = np.repeat(sheets[starts] != sheets[ends - 1], ends - starts)
    return Postings(hashes[is_shared], sheets[is_shared], found.places[rows[is_shared]])


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
