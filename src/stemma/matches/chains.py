"""Chains: which runs of a pair follow each other in both sheets, close enough to be one passage."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from stemma.matches.kernels import Flags, Numbers
from stemma.matches.rules import MatchRules
from stemma.matches.runs import Runs

LOOK_BACK = 40  # runs, sorted by left place, that may lie between two that follow each other


class Stretch(NamedTuple):
    """Words at `left` and `right` that are equal for `length` words."""

    left: int
    right: int
    length: int


class Blocks(NamedTuple):
    """Equal words of chains, a row for each run: number of the chain, places in the column of all words, length in words."""

    chain: Numbers
    left_at: Numbers
    right_at: Numbers
    length: Numbers

    @property
    def firsts(self) -> Numbers:
        """The row that begins each chain."""
        return np.flatnonzero(np.append(True, self.chain[1:] != self.chain[:-1])[: len(self.chain)])

    def joined(self) -> "Blocks":
        """Give the rows with those made one that follow each other on both sides without a gap."""
        chain, left_at, right_at, length = self
        apart = _is_new(chain, left_at - right_at)
        apart[1:] |= left_at[1:] != left_at[:-1] + length[:-1]
        rows = np.flatnonzero(apart)
        return Blocks(chain[rows], left_at[rows], right_at[rows], np.add.reduceat(length, rows))

    def sorted(self) -> "Blocks":
        """Give the rows by chain and place."""
        order = np.lexsort((self.left_at, self.chain))
        return Blocks(*(column[order] for column in self))


def chains(found: Runs, rules: MatchRules) -> tuple[Blocks, Numbers, Numbers]:
    """Give the runs, sorted by pair and place, as chains; and of each chain the numbers of its sheets.

    A run lies in one chain only. Of a pair at most `max_chains` are kept, those with the most words.
    """
    heads = np.arange(len(found.left))  # of each run the first run of its chain
    linked = np.flatnonzero(_has_link(found, rules.max_gap))
    rows = linked.tolist()
    stretches = [Stretch(*row) for row in zip(*(column[linked].tolist() for column in found[2:]), strict=True)]
    edges = _edges(found.left[linked], found.right[linked])
    for start, end in pairwise([*edges.tolist(), len(rows)]):
        for links in chain(stretches[start:end], rules.max_gap):
            heads[[rows[start + link] for link in links]] = rows[start + links[0]]
    order = np.lexsort((np.arange(len(heads)), heads))
    heads = heads[order]
    blocks = Blocks(np.cumsum(_is_new(heads)) - 1, found.left_at[order], found.right_at[order], found.length[order])
    return _best(blocks, found.left[heads[blocks.firsts]], found.right[heads[blocks.firsts]], rules.max_chains)


def _is_new(*columns: Numbers) -> Flags:
    """Say of each row whether it differs from the one before."""
    flags = np.ones(len(columns[0]), dtype=np.bool_)
    flags[1:] = False
    for column in columns:
        flags[1:] |= column[1:] != column[:-1]
    return flags


def _edges(*columns: Numbers) -> Numbers:
    return np.flatnonzero(_is_new(*columns))


def _has_link(found: Runs, max_gap: int) -> Flags:
    """Say which runs may follow, or be followed by, another run of their pair."""
    flags = np.zeros(len(found.left), dtype=np.bool_)
    far = 4 * max_gap + 3
    for step in range(1, min(LOOK_BACK + 1, len(flags))):
        is_pair = (found.left[step:] == found.left[:-step]) & (found.right[step:] == found.right[:-step])
        if not is_pair.any():
            break
        left_gap = found.left_at[step:] - found.left_at[:-step] - found.length[:-step]
        right_gap = found.right_at[step:] - found.right_at[:-step] - found.length[:-step]
        near = is_pair & (left_gap >= -2) & (left_gap <= far) & (right_gap >= -2) & (right_gap <= far)
        flags[step:] |= near
        flags[:-step] |= near
    return flags


def _best(blocks: Blocks, left: Numbers, right: Numbers, most: int) -> tuple[Blocks, Numbers, Numbers]:
    """Leave out the shortest chains of pairs that have too many."""
    lengths = np.add.reduceat(blocks.length, blocks.firsts) if len(left) else left
    order = np.lexsort((np.arange(len(left)), -lengths, right, left))
    edges = _edges(left[order], right[order])
    rank = np.arange(len(left)) - np.repeat(edges, np.diff(np.append(edges, len(left))))
    kept = np.ones(len(left), dtype=np.bool_)
    kept[order[rank >= most]] = False
    rows = kept[blocks.chain]
    numbers = (np.cumsum(kept) - 1)[blocks.chain[rows]]
    return Blocks(numbers, *(column[rows] for column in blocks[1:])), left[kept], right[kept]


def chain(stretches: Sequence[Stretch], max_gap: int) -> list[list[int]]:
    """Give the stretches, sorted by left place, as chains that run forward in both sheets with gaps that cost at most `max_gap`.

    A chain is the places of its stretches. The best is taken first; a stretch lies in one chain only.

    >>> moved = [Stretch(0, 50, 6), Stretch(8, 58, 5), Stretch(20, 0, 9)]
    >>> chain(moved, 10)
    [[0, 1], [2]]
    """
    scores = [stretch.length for stretch in stretches]
    before = [-1] * len(stretches)
    far = 4 * max_gap + 3  # a longer gap costs too much, however long the other one is
    furthest: list[int] = []  # where the stretches up to each end at the latest
    for place, (left, right, length) in enumerate(stretches):
        for earlier in range(place - 1, max(-1, place - 1 - LOOK_BACK), -1):
            if furthest[earlier] < left - far:
                break
            one = stretches[earlier]
            left_gap, right_gap = left - one.left - one.length, right - one.right - one.length
            if left_gap < -2 or right_gap < -2 or left <= one.left or right <= one.right:
                continue
            # Between two gaps of like length most words may be equal; the alignment will tell, so be generous here.
            cost = max(left_gap, right_gap, 0) - 3 * max(min(left_gap, right_gap), 0) // 4
            if cost <= max_gap and scores[earlier] > cost and scores[earlier] + length - cost > scores[place]:
                scores[place], before[place] = scores[earlier] + length - cost, earlier
        furthest.append(max(left + length, furthest[-1] if furthest else 0))
    return _unwound(scores, before)


def _unwound(scores: Sequence[int], before: Sequence[int]) -> list[list[int]]:
    """Follow the links back from the best ends; what is taken stays taken."""
    taken = [False] * len(scores)
    found = []
    for end in sorted(range(len(scores)), key=lambda place: (-scores[place], place)):
        links = []
        place = end
        while place >= 0 and not taken[place]:
            taken[place] = True
            links.append(place)
            place = before[place]
        if links:
            found.append(links[::-1])
    return found
