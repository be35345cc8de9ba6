"""Chains: which runs of a pair follow each other in both sheets, close enough to be one passage."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from stemma.matches.kernels import Numbers
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

    def sorted(self) -> "Blocks":
        """Give the rows by chain and place."""
        order = np.lexsort((self.left_at, self.chain))
        return Blocks(*(column[order] for column in self))


def chains(found: Runs, rules: MatchRules) -> tuple[Blocks, Numbers, Numbers]:
    """Give the runs, sorted by pair and place, as chains; and of each chain the numbers of its sheets.

    The best chains of a pair come first, at most `max_chains`; a run lies in one chain only.
    """
    count = len(found.left)
    edges = np.append(True, (found.left[1:] != found.left[:-1]) | (found.right[1:] != found.right[:-1]))[:count]
    starts = np.flatnonzero(edges)
    sizes = np.diff(np.append(starts, count))
    rows: list[int] = []
    numbers: list[int] = []
    number = 0
    places = zip(*(column.tolist() for column in found[2:]), strict=True)
    stretches = [Stretch(*row) for row in places]
    for start, size in zip(starts.tolist(), sizes.tolist(), strict=True):
        if size == 1:
            rows.append(start)
            numbers.append(number)
            number += 1
            continue
        for links in chain(stretches[start : start + size], rules.max_gap)[: rules.max_chains]:
            rows.extend(start + link for link in links)
            numbers.extend([number] * len(links))
            number += 1
    order = np.array(rows, dtype=np.int64)
    chain_of = np.array(numbers, dtype=np.int64)
    blocks = Blocks(chain_of, found.left_at[order], found.right_at[order], found.length[order])
    heads = order[blocks.firsts]
    return blocks, found.left[heads], found.right[heads]


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
