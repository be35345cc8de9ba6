"""Chains: which stretches of a pair follow each other in both sheets, close enough to be one passage."""

from collections.abc import Sequence
from typing import NamedTuple

LOOK_BACK = 40  # stretches, sorted by left place, that may lie between two that follow each other


class Stretch(NamedTuple):
    """Words at `left` and `right` that run side by side for `length` words, `seeds` of them seeds."""

    left: int
    right: int
    length: int
    seeds: int


def chain(stretches: Sequence[Stretch], max_gap: int) -> list[list[Stretch]]:
    """Give the stretches, sorted by left place, as chains that run forward in both sheets with gaps that cost at most `max_gap`.

    The best chain is taken first; a stretch lies in one chain only.

    >>> moved = [Stretch(0, 50, 6, 4), Stretch(8, 58, 5, 3), Stretch(20, 0, 9, 7)]
    >>> [[stretch.left for stretch in one] for one in chain(moved, 10)]
    [[0, 8], [20]]
    """
    scores = [(stretch.seeds + 2 + stretch.length) // 2 for stretch in stretches]
    before = [-1] * len(stretches)
    for place, stretch in enumerate(stretches):
        own = scores[place]
        for earlier in range(place - 1, -1, -1):
            other = stretches[earlier]
            if place - earlier > LOOK_BACK:
                break
            cost = _gap(other, stretch, max_gap)
            if cost is not None and scores[earlier] > cost and scores[earlier] + own - cost > scores[place]:
                scores[place], before[place] = scores[earlier] + own - cost, earlier
    return _unwound(stretches, scores, before)


def _gap(one: Stretch, other: Stretch, max_gap: int) -> int | None:
    """Give what going from one stretch to the next costs, None where it does not follow."""
    left_gap, right_gap = other.left - one.left - one.length, other.right - one.right - one.length
    if other.left <= one.left or other.right <= one.right or left_gap < -2 or right_gap < -2:
        return None
    # Between two gaps of like length most words may be equal; the alignment will tell, so be generous here.
    cost = max(left_gap, right_gap, 0) - 3 * max(min(left_gap, right_gap), 0) // 4
    return cost if cost <= max_gap else None


def _unwound(stretches: Sequence[Stretch], scores: Sequence[int], before: Sequence[int]) -> list[list[Stretch]]:
    """Follow the links back from the best ends; what is taken stays taken."""
    taken = [False] * len(stretches)
    chains = []
    for end in sorted(range(len(stretches)), key=lambda place: (-scores[place], place)):
        links = []
        place = end
        while place >= 0 and not taken[place]:
            taken[place] = True
            links.append(stretches[place])
            place = before[place]
        if links:
            chains.append(links[::-1])
    return chains
