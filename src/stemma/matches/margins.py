"""Margins: equal words just beyond a chain's ends, found by aligning a few words of both sheets, many chains at once."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from stemma.matches.chains import Blocks
from stemma.matches.kernels import Numbers
from stemma.matches.runs import Keys

Scores = npt.NDArray[np.int8]

ROUNDS = 3  # so often is the margin looked at; what goes on longer has seeds and is a chain of its own
_AT_ONCE = 8_000  # rows aligned at once: what they need stays in the processor's nearer memory
_NOBODY = np.uint64(1 << 63)  # equals no word, for barred words have smaller even numbers


class Corners(NamedTuple):
    """Where alignments begin: the chain, the next word on each side, how many words may be looked at, the chain's equal words."""

    chain: Numbers
    left: Numbers
    right: Numbers
    left_room: Numbers
    right_room: Numbers
    worth: Numbers


def grow(corners: Corners, keys: Keys, margin: int, step: int) -> Blocks:
    """Give the equal words beyond these corners, forwards (step 1) or backwards (-1), as far as they gain score.

    From each corner the best alignment of the next `margin` words is taken (equal +1, other -1); where it gained, the next is
    sought from its end.
    """
    parts: list[Blocks] = []
    now = corners
    for _ in range(ROUNDS):
        pieces = [
            _once(Corners(*(column[at : at + _AT_ONCE] for column in now)), keys, margin, step)
            for at in range(0, len(now.chain), _AT_ONCE) or [0]
        ]
        parts.extend(found for found, _ in pieces)
        now = Corners(*(np.concatenate(columns) for columns in zip(*(beyond for _, beyond in pieces), strict=True)))
        if not len(now.chain):
            break
    return Blocks(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))


def _once(corners: Corners, keys: Keys, margin: int, step: int) -> tuple[Blocks, Corners]:
    """Align once; give the equal words and the corners that gained, moved to where they gained most."""
    left = _window(keys, corners.left, corners.left_room, margin, step, _NOBODY)
    right = _window(keys, corners.right, corners.right_room, margin, step, _NOBODY + np.uint64(2))
    hopeful = _hopeful(left, right, corners.worth)
    left, right = left[:, hopeful], right[:, hopeful]
    scores = _scores(left, right)
    gained = np.flatnonzero(scores.max(axis=(0, 1), initial=0) > 0)
    scores, left, right = scores[:, :, gained], left[:, gained], right[:, gained]
    one, other = _best(scores)
    rows, left_steps, right_steps = _walked(scores, left, right, one, other)
    rows = hopeful[gained[rows]]
    blocks = Blocks(
        corners.chain[rows],
        corners.left[rows] + step * left_steps,
        corners.right[rows] + step * right_steps,
        np.ones(len(rows), dtype=np.int64),
    )
    kept = hopeful[gained]
    beyond = Corners(
        corners.chain[kept],
        corners.left[kept] + step * one,
        corners.right[kept] + step * other,
        corners.left_room[kept] - one,
        corners.right_room[kept] - other,
        corners.worth[kept] + margin,
    )
    return blocks, beyond


def _window(keys: Keys, at: Numbers, room: Numbers, margin: int, step: int, absent: np.uint64) -> Keys:
    """Give the next words from each place, a row for each step."""
    window = np.full((margin, len(at)), absent, dtype=np.uint64)
    for row in range(margin):
        inside = room > row
        window[row, inside] = keys[at[inside] + step * row]
    return window


def _hopeful(left: Keys, right: Keys, worth: Numbers) -> Numbers:
    """Give the rows where an alignment could gain: enough words are equal, and the first before the chain's worth is lost."""
    margin, rows = len(left), left.shape[1]
    first_left, first_right = np.full(rows, margin, dtype=np.int8), np.full(rows, margin, dtype=np.int8)
    count = np.zeros(rows, dtype=np.int8)
    for row in range(margin - 1, -1, -1):
        equal = left[row] == right
        is_equal = equal.any(axis=0)
        count += is_equal
        first_left[is_equal] = row
        first_right = np.where(is_equal, np.minimum(first_right, equal.argmax(axis=0)), first_right)
    lost = np.maximum(first_left, first_right)
    return np.flatnonzero((count > lost) & (lost < worth))


def _scores(left: Keys, right: Keys) -> Scores:
    """Give the best score of an alignment of the first i left and j right words, in row i + j at place i."""
    margin, count = left.shape
    scores = np.full((2 * margin + 1, margin + 1, count), -100, dtype=np.int8)
    scores[0, 0] = 0
    backwards = right[::-1]
    for total in range(1, 2 * margin + 1):
        low, high = max(0, total - margin), min(margin, total)  # how many left words there may be among so many
        own = scores[total]
        own[low : high + 1] = scores[total - 1, low : high + 1]
        if low:
            np.maximum(own[low : high + 1], scores[total - 1, low - 1 : high], out=own[low : high + 1])
        else:
            np.maximum(own[1 : high + 1], scores[total - 1, :high], out=own[1 : high + 1])
        own[low : high + 1] -= 1
        first, last = max(1, low), min(high, total - 1)  # both sides have a word
        if first <= last:
            equal = left[first - 1 : last] == backwards[margin - total + first : margin - total + last + 1]
            gains = np.where(equal, np.int8(1), np.int8(-1))
            np.maximum(own[first : last + 1], scores[total - 2, first - 1 : last] + gains, out=own[first : last + 1])
    return scores


def _best(scores: Scores) -> tuple[Numbers, Numbers]:
    """Give how many words the best alignment of each row has on each side; of equals the shortest."""
    height, width, count = scores.shape
    total, one = np.divmod(scores.reshape(height * width, count).argmax(axis=0), width)
    return one, total - one


def _walked(scores: Scores, left: Keys, right: Keys, one: Numbers, other: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Walk back from the best places: of each equal pair its row and how many words stand before it on each side."""
    found: list[tuple[Numbers, Numbers, Numbers]] = []
    one, other = one.copy(), other.copy()
    rows = np.arange(len(one))
    while len(rows):
        i, j = one[rows], other[rows]
        both = (i > 0) & (j > 0)
        equal = both & (left[i - 1, rows] == right[j - 1, rows])
        own = scores[i + j, i, rows]
        across = both & (own == scores[i + j - 2, i - 1, rows] + np.where(equal, 1, -1))
        taken = across & equal
        found.append((rows[taken], i[taken] - 1, j[taken] - 1))
        up = ~across & (i > 0) & (own == scores[i + j - 1, i - 1, rows] - 1)
        one[rows] -= across | up
        other[rows] -= ~up
        rows = rows[(one[rows] > 0) | (other[rows] > 0)]
    if not found:
        return np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.int64)
    return (
        np.concatenate([part[0] for part in found]),
        np.concatenate([part[1] for part in found]),
        np.concatenate([part[2] for part in found]),
    )
