"""Shingles: hashes of the runs of n words that stand side by side in a text."""

from collections.abc import Sequence

import numpy as np

from stemma.text.hashes import Hashes, combine, hash_words


def shingle(hashes: Hashes, size: int) -> Hashes:
    """Give the hash of every run of `size` words; run k starts at word k; empty where there are fewer words.

    >>> shingle(hash_words(["a", "storm", "came", "a", "storm"]), 2).size
    4
    """
    count = max(0, len(hashes) - size + 1)
    if not count:
        return np.empty(0, dtype=np.uint64)
    return combine([hashes[start : start + count] for start in range(size)])


def shingles(keys: Sequence[str], size: int) -> frozenset[int]:
    """Give the set of shingles of a sequence of keys.

    >>> len(shingles("the ship left the port".split(), 2))
    4
    """
    return frozenset(shingle(hash_words(keys), size).tolist())


def containment(left: frozenset[int], right: frozenset[int]) -> float:
    """Give the share of the smaller set that lies in the other, 0..1; 0 where one is empty.

    >>> containment(shingles("the ship left the port".split(), 2), shingles("a ship left the quay".split(), 2))
    0.5
    """
    smaller = min(len(left), len(right))
    return len(left & right) / smaller if smaller else 0.0
