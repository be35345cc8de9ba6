"""Stable 64-bit hashes of words and word sequences: the same on every machine and in every run."""

from collections.abc import Iterable, Sequence
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]

_SHIFTS = (np.uint64(30), np.uint64(27), np.uint64(31))
_FACTORS = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))
_STEP = np.uint64(0x9E3779B97F4A7C15)


def hash_word(key: str) -> int:
    """Give the 64-bit hash of one word's key (BLAKE2b, little end first).

    >>> hash_word("harbour") == hash_word("harbour"), hash_word("harbour") == hash_word("harbor")
    (True, False)
    """
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def hash_words(keys: Sequence[str]) -> Hashes:
    """Give the hashes of a sequence of keys; each distinct key is hashed once."""
    known = {key: hash_word(key) for key in set(keys)}
    return np.fromiter((known[key] for key in keys), dtype=np.uint64, count=len(keys))


def mix(hashes: Hashes) -> Hashes:
    """Scramble 64-bit values so that neighbouring values land far apart (splitmix64's finish)."""
    mixed: Hashes = (hashes ^ (hashes >> _SHIFTS[0])) * _FACTORS[0]
    mixed = (mixed ^ (mixed >> _SHIFTS[1])) * _FACTORS[1]
    return mixed ^ (mixed >> _SHIFTS[2])


def combine(parts: Iterable[Hashes]) -> Hashes:
    """Give one hash per position from several columns of hashes; the order of the columns counts.

    >>> left, right = hash_words(["grain", "ship"]), hash_words(["ship", "grain"])
    >>> bool((combine([left, right]) == combine([right, left])).any())
    False
    """
    columns = iter(parts)
    total = mix(next(columns) + _STEP)
    for column in columns:
        total = mix(total * _FACTORS[1] + column + _STEP)
    return total
