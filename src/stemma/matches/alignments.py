"""Alignments: from the runs that a chain joins to all its equal words, between them and beyond its ends."""

from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import Levenshtein

from stemma.matches.chains import Blocks
from stemma.matches.kernels import Flags, Numbers
from stemma.matches.margins import Corners, grow
from stemma.matches.rules import MatchRules
from stemma.matches.sheets import Sheets


class Passages(NamedTuple):
    """Passages as blocks of equal words, and the numbers of the two sheets of each; `blocks.chain` is a passage's row here."""

    left: Numbers
    right: Numbers
    blocks: Blocks


def only(given: Passages, kept: Flags) -> Passages:
    """Give these passages, numbered anew."""
    rows = kept[given.blocks.chain]
    numbers = np.cumsum(kept) - 1
    chain, *columns = (column[rows] for column in given.blocks)
    return Passages(given.left[kept], given.right[kept], Blocks(numbers[chain], *columns))


def aligned(sheets: Sheets, given: Passages, rules: MatchRules) -> Passages:
    """Align the words between the blocks of each chain and beyond its ends; no chain runs across a barred word."""
    parted = _parted(sheets, given)
    parts = (
        parted.blocks,
        _between(sheets, parted.blocks),
        grow(_corners(sheets, parted, 1), sheets.keys, rules.margin, 1),
        grow(_corners(sheets, parted, -1), sheets.keys, rules.margin, -1),
    )
    together = Blocks(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))
    return Passages(parted.left, parted.right, together.sorted())


def _corners(sheets: Sheets, given: Passages, step: int) -> Corners:
    """Give the words next to each chain, behind it (step 1) or before it (-1), with the room up to a barred word or the edge."""
    blocks, bounds = given.blocks, sheets.columns.bounds
    firsts = blocks.firsts
    rows = np.append(firsts[1:], len(blocks.chain)) - 1 if step > 0 else firsts
    barred = np.flatnonzero(sheets.barred)
    places, rooms = [], []
    for side, at in ((given.left, blocks.left_at[rows]), (given.right, blocks.right_at[rows])):
        if step > 0:
            place = at + blocks.length[rows]
            rooms.append(np.minimum(bounds[side + 1], _next(barred, place)) - place)
        else:
            place = at - 1
            rooms.append(at - np.maximum(bounds[side], _previous(barred, at) + 1))
        places.append(place)
    return Corners(blocks.chain[rows], places[0], places[1], rooms[0], rooms[1], np.add.reduceat(blocks.length, firsts))


def _next(places: Numbers, at: Numbers) -> Numbers:
    """Give the first of the places at or after each of `at`."""
    found: Numbers = np.append(places, np.iinfo(np.int64).max)[np.searchsorted(places, at)]
    return found


def _previous(places: Numbers, at: Numbers) -> Numbers:
    """Give the last of the places before each of `at`, -1 where there is none."""
    found: Numbers = np.append(-1, places)[np.searchsorted(places, at)]
    return found


def _parted(sheets: Sheets, given: Passages) -> Passages:
    """Trim blocks that overlap, and part chains where a barred word stands between two blocks."""
    chain, left_at, right_at, length = given.blocks
    barred = np.concatenate(([0], np.cumsum(sheets.barred)))
    is_same = np.zeros(len(chain), dtype=np.bool_)
    is_same[1:] = chain[1:] == chain[:-1]
    ends = [np.append(0, (at + length)[:-1]) for at in (left_at, right_at)]
    overlap = np.where(is_same, np.maximum(0, np.maximum(ends[0] - left_at, ends[1] - right_at)), 0)
    left_at, right_at, length = left_at + overlap, right_at + overlap, length - overlap
    stops = [barred[np.maximum(at, end)] - barred[end] for at, end in zip((left_at, right_at), ends, strict=True)]
    is_first = ~is_same | (stops[0] + stops[1] > 0)
    numbers = np.cumsum(is_first) - 1
    old = chain[is_first]
    return Passages(given.left[old], given.right[old], Blocks(numbers, left_at, right_at, length))


def _between(sheets: Sheets, blocks: Blocks) -> Blocks:
    """Give the equal words between the blocks of each chain, on a shortest path."""
    chain, left_at, right_at, length = blocks
    left_end, right_end = (left_at + length)[:-1], (right_at + length)[:-1]
    left_gap, right_gap = left_at[1:] - left_end, right_at[1:] - right_end
    rows = np.flatnonzero((chain[1:] == chain[:-1]) & (left_gap > 0) & (right_gap > 0) & (left_gap + right_gap > 2))
    keys = sheets.keys
    made: list[tuple[int, int, int, int]] = []
    columns = [column[rows].tolist() for column in (chain, left_end, left_gap, right_end, right_gap)]
    for number, left, left_size, right, right_size in zip(*columns, strict=True):
        ones, others = keys[left : left + left_size].tolist(), keys[right : right + right_size].tolist()
        if left_size + right_size < 9 and not set(ones) & set(others):
            continue
        made.extend(
            (number, left + block.src_start, right + block.dest_start, block.src_end - block.src_start)
            for block in Levenshtein.opcodes(ones, others)
            if block.tag == "equal"
        )
    table = np.array(made, dtype=np.int64).reshape(-1, 4)
    return Blocks(*table.T)
