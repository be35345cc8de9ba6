"""Kernels: pure functions over columns of whole numbers that find where two sheets may share a passage."""

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
    keys = in_sheet(runs, numbers)
    ordered = np.sort(keys)
    last, first = ordered[most:], ordered[: max(0, len(ordered) - most)]
    return np.isin(keys, last[last == first])


def in_sheet(runs: Hashes, numbers: Numbers) -> Hashes:
    """Give one key for one run in one sheet."""
    keys: Hashes = runs + numbers.astype(np.uint64) * _ODD
    return keys
