"""Cuts: where the likeness along an alignment ends, and so each passage begins and ends."""

import numpy as np

from stemma.matches.alignments import Passages
from stemma.matches.chains import Blocks
from stemma.matches.kernels import Numbers


def cut(given: Passages, drop: int) -> Passages:
    """Cut each chain as local alignment does: where its score falls to nothing or too deep, the passage has ended."""
    blocks = given.blocks
    gaps = gaps_of(blocks)
    chain, length = blocks.chain, blocks.length
    firsts = blocks.firsts
    sizes = np.diff(np.append(firsts, len(chain)))
    total = np.cumsum(length - gaps)
    score = total - np.repeat((total - length)[firsts], sizes)
    lift = chain * (int(score.max()) - int(score.min()) + drop + 2)
    best = np.maximum.accumulate(score + lift) - lift
    before = np.append(0, best[:-1])
    is_first = np.zeros(len(chain), dtype=np.bool_)
    is_first[firsts] = True
    falls = ~is_first & ((score - length <= 0) | (before - (score - length) > drop))
    is_last = np.append(is_first[1:], True)
    falls |= is_last & ~is_first & (score <= before)
    torn = np.flatnonzero(np.add.reduceat(falls, firsts) > 0)
    piece = np.where(is_first, 1, 0)
    kept = np.ones(len(chain), dtype=np.bool_)
    for row in torn.tolist():
        first, last = int(firsts[row]), int(firsts[row] + sizes[row])
        pieces = _pieces(length[first:last].tolist(), gaps[first:last].tolist(), drop)
        kept[first:last] = False
        piece[first:last] = 0
        for begin, end in pieces:
            kept[first + begin : first + end] = True
            piece[first + begin] = 1
    numbers = (np.cumsum(piece) - 1)[kept]
    old = chain[(piece > 0) & kept]
    return Passages(given.left[old], given.right[old], Blocks(numbers, *(column[kept] for column in blocks[1:])))


def _pieces(lengths: list[int], gaps: list[int], drop: int) -> list[tuple[int, int]]:
    """Give the ranges of blocks that score best locally.

    >>> _pieces([9, 3, 2, 20], [0, 2, 9, 30], 10)
    [(0, 2), (3, 4)]
    """
    found = []
    begin = end = score = best = 0
    for place, (length, gap) in enumerate(zip(lengths, gaps, strict=True)):
        score -= gap
        if place > begin and (score <= 0 or best - score > drop):
            found.append((begin, end))
            begin, score, best = place, 0, 0
        score += length
        if score > best:
            best, end = score, place + 1
    return [*found, (begin, end)]


def gaps_of(blocks: Blocks) -> Numbers:
    """Give how many words lie before each block on the side that has more, 0 at the beginning of a chain."""
    chain, left_at, right_at, length = blocks
    gaps = np.zeros(len(chain), dtype=np.int64)
    steps = [(at[1:] - at[:-1] - length[:-1]) for at in (left_at, right_at)]
    gaps[1:] = np.where(chain[1:] == chain[:-1], np.maximum(*steps), 0)
    return gaps
