"""Choice: which passages are kept, for what they hold and against others of their pair."""

from itertools import pairwise

import numpy as np

from stemma.matches.alignments import Passages, only
from stemma.matches.chains import Blocks
from stemma.matches.cuts import gaps_of
from stemma.matches.kernels import Flags, Numbers
from stemma.matches.rules import MatchRules
from stemma.matches.sheets import Sheets


def enough(sheets: Sheets, given: Passages, rules: MatchRules) -> Passages:
    """Keep the passages with so many equal words, or so rare ones, standing so close together."""
    firsts = given.blocks.firsts
    count = np.add.reduceat(given.blocks.length, firsts)
    score = count - np.add.reduceat(gaps_of(given.blocks), firsts)
    kept = (count >= rules.min_rare_words) & (score >= rules.min_score)
    given, count = only(given, kept), count[kept]
    is_short = count < rules.min_words
    short = only(given, is_short)
    is_rare = np.ones(len(count), dtype=np.bool_)
    if len(short.left):
        is_rare[is_short] = surprisals(sheets, short.blocks, rules, of_all=True) >= rules.min_rare_bits * 1000
    return only(given, is_rare)


def surprisals(sheets: Sheets, blocks: Blocks, rules: MatchRules, *, of_all: bool = False) -> Numbers:
    """Give the millibits of each passage's equal words, each by the less surprising of its contexts; of narration or of all."""
    ones, others, owners = _words(blocks)
    costs = sheets.costs(rules.background)
    bits = np.minimum(costs[ones], costs[others])
    if not of_all:
        bits = np.where(sheets.told[ones] & sheets.told[others], bits, 0)
    return np.add.reduceat(bits, np.flatnonzero(np.append(True, owners[1:] != owners[:-1])))


def _words(blocks: Blocks) -> tuple[Numbers, Numbers, Numbers]:
    """Give the places of all equal words on both sides, and the passage of each."""
    within = np.arange(int(blocks.length.sum())) - np.repeat(np.cumsum(blocks.length) - blocks.length, blocks.length)
    ones, others = (np.repeat(at, blocks.length) + within for at in (blocks.left_at, blocks.right_at))
    return ones, others, np.repeat(blocks.chain, blocks.length)


def chosen(given: Passages) -> Passages:
    """Leave out what tells nothing new: more than half of its words are in better passages of its pair on both sheets."""
    count = len(given.left)
    if count < 2:
        return given
    firsts = given.blocks.firsts
    lasts = np.append(firsts[1:], len(given.blocks.chain)) - 1
    pair = np.cumsum(np.append(True, (given.left[1:] != given.left[:-1]) | (given.right[1:] != given.right[:-1])))
    doubtful = np.ones(int(pair[-1]) + 1, dtype=np.bool_)
    for at in (given.blocks.left_at, given.blocks.right_at):
        doubtful &= _overlap(pair, at[firsts], at[lasts] + given.blocks.length[lasts])
    kept = np.ones(count, dtype=np.bool_)
    rows = np.flatnonzero(doubtful[pair])
    edges = np.flatnonzero(np.append(True, pair[rows][1:] != pair[rows][:-1])[: len(rows)]).tolist()
    for begin, end in pairwise([*edges, len(rows)]):
        own = rows[begin:end]
        blocks = [
            list(zip(*(column[firsts[row] : lasts[row] + 1].tolist() for column in given.blocks[1:]), strict=True))
            for row in own.tolist()
        ]
        kept[own] = _better(blocks)
    return only(given, kept)


def _overlap(pair: Numbers, starts: Numbers, ends: Numbers) -> Flags:
    """Say of each pair whether two of its passages overlap on one side."""
    order = np.lexsort((starts, pair))
    pair, starts, ends = pair[order], starts[order], ends[order]
    lift = pair * (int(ends.max()) + 1)
    furthest = np.maximum.accumulate(ends + lift)
    flags = np.zeros(int(pair.max()) + 1, dtype=np.bool_)
    flags[pair[1:][(pair[1:] == pair[:-1]) & ((starts + lift)[1:] < furthest[:-1])]] = True
    return flags


def _better(candidates: list[list[tuple[int, int, int]]]) -> list[bool]:
    """Say which passages of a pair stay, the longest first: those with enough words that no better one has on that side."""
    kept = [False] * len(candidates)
    sizes = [sum(length for _, _, length in blocks) for blocks in candidates]
    left_taken: set[int] = set()
    right_taken: set[int] = set()
    for row in sorted(range(len(candidates)), key=lambda row: (-sizes[row], candidates[row])):
        ones = {place for one, _, length in candidates[row] for place in range(one, one + length)}
        others = {place for _, other, length in candidates[row] for place in range(other, other + length)}
        if 2 * max(len(ones - left_taken), len(others - right_taken)) > sizes[row]:
            kept[row] = True
            left_taken |= ones
            right_taken |= others
    return kept
