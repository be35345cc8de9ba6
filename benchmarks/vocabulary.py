"""Words as news has them: which word follows which, as often as the shipped background table says.

The table holds hashes; the words asked of it are those of the shipped network's vocabulary. A word is followed by a listed
neighbour as often as the table has it, else by any word at its own frequency: so common runs are as common here as in news.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from stemma.readings import network
from stemma.text.background import load, table_keys
from stemma.text.hashes import combine, hash_words
from stemma.text.spelling import standard

Numbers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

_LEADERS = 2_500  # commonest words, of which the neighbours are asked
_FOLLOWERS = 8_000  # commonest words that are asked for as neighbours
_OWN = 1 / 3  # of the words that no neighbour suggests, those that tell what the story is about
_RARE = 13.0  # bits: what a story is about is rarer than one word in 8,000


@dataclass(frozen=True, kw_only=True, eq=False)
class Vocabulary:
    """Words by falling frequency, what they are worth, and for each leader its neighbours with their cumulated shares."""

    words: tuple[str, ...]
    shares: Floats  # cumulated, of all words
    starts: Numbers  # where each leader's neighbours begin; one more than there are leaders
    neighbours: Numbers
    steps: Floats  # leader + cumulated share: rising through the whole column
    subjects: Numbers  # words that a story may be about

    def sentences(self, chance: np.random.Generator, lengths: Numbers) -> list[list[str]]:
        """Give one sentence of each length; "" stands where a word of what the story is about may be set."""
        drawn = np.empty((len(lengths), int(lengths.max())), dtype=np.int64)
        now = np.searchsorted(self.shares, chance.random(len(lengths)))
        for step in range(drawn.shape[1]):
            drawn[:, step] = now
            now = self._next(chance, now)
        words = (*self.words, "")
        return [[words[one] for one in row[:end]] for row, end in zip(drawn.tolist(), lengths.tolist(), strict=True)]

    def _next(self, chance: np.random.Generator, now: Numbers) -> Numbers:
        """Give a listed neighbour of each word, or any word, or, one time in three of these, none: -1."""
        leader = np.where((now < 0) | (now >= len(self.starts) - 1), 0, now)
        place = np.searchsorted(self.steps, leader + chance.random(len(now)))
        is_listed = (leader == now) & (place < self.starts[leader + 1])
        free = np.searchsorted(self.shares, chance.random(len(now)))
        free[chance.random(len(now)) < _OWN] = -1
        return np.where(is_listed, self.neighbours[np.minimum(place, len(self.neighbours) - 1)], free)


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """Give the words that the shipped network's vocabulary and the shipped table both know."""
    found = network.load()
    if found is None:
        raise FileNotFoundError("the network's file, whose vocabulary the made reports are of, is not there")
    plain = [piece for piece in found.wordpieces.ids if piece.isascii() and piece.isalpha()]
    pieces = sorted(piece for piece in plain if len(piece) > 1 or piece == "a")
    bits = _bits(pieces)
    order = np.lexsort((np.arange(len(pieces)), bits))
    order = order[bits[order] < 18]  # the table's cap: what it does not know
    words, bits = tuple(pieces[place] for place in order), bits[order]
    shares = np.cumsum(2.0**-bits)
    starts, neighbours, steps = _neighbours(words)
    return Vocabulary(
        words=words,
        shares=shares / shares[-1] * (1 + 1e-12),
        starts=starts,
        neighbours=neighbours,
        steps=steps,
        subjects=np.flatnonzero(bits >= _RARE),
    )


def _hashes(words: Sequence[str]) -> npt.NDArray[np.uint64]:
    return hash_words([standard(word) for word in words])


def _bits(words: Sequence[str]) -> Floats:
    table, keys = load(), table_keys(_hashes(words), 1)
    places = np.minimum(np.searchsorted(table.keys[1], keys), len(table.keys[1]) - 1)
    return np.where(table.keys[1][places] == keys, table.costs[1][places], 18_000) / 1000


def _neighbours(words: Sequence[str]) -> tuple[Numbers, Numbers, Floats]:
    """Give the listed neighbours of each leader, and how often each follows it."""
    table, hashes = load(), _hashes(words)
    starts, neighbours, steps = [0], [], []
    for leader in range(min(_LEADERS, len(words))):
        others = hashes[:_FOLLOWERS]
        keys = combine([np.repeat(hashes[leader : leader + 1], len(others)), others]) >> np.uint64(24)
        places = np.minimum(np.searchsorted(table.keys[2], keys), len(table.keys[2]) - 1)
        listed = np.flatnonzero(table.keys[2][places] == keys)
        shares = np.cumsum(2.0 ** (-table.costs[2][places[listed]].astype(np.float64) / 1000))
        if len(shares) and shares[-1] > 0.95:  # two words of one standard spelling may both be counted
            shares *= 0.95 / shares[-1]
        starts.append(starts[-1] + len(listed))
        neighbours.append(listed)
        steps.append(leader + shares)
    return np.array(starts), np.concatenate(neighbours), np.concatenate(steps)
