"""The words of many texts at once, as columns of numbers.

A word holds no space, so texts are cut at spaces first and each distinct piece is cut into words only once. What comes out is
the same as from `words`, `standard` and `hash_word`, word by word.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from stemma.text.hashes import Hashes, hash_word
from stemma.text.spelling import standard
from stemma.text.words import fold, words

Offsets = npt.NDArray[np.int32]
Numbers = npt.NDArray[np.int64]

BLOCK = 4_000_000  # characters cut in one go; bounds the memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Words of several texts, one text after the other: where each text begins, and of each word its offsets and its hash.

    `bounds` has one place more than there are texts; offsets are those of the word's own text.
    """

    bounds: Numbers
    starts: Offsets
    ends: Offsets
    hashes: Hashes

    @property
    def lengths(self) -> Numbers:
        """How many words each text has."""
        return np.diff(self.bounds)

    def only(self, numbers: Numbers) -> "tuple[Columns, Numbers]":
        """Give the words of these texts, in this order, and where they stood."""
        lengths = self.lengths[numbers]
        bounds = np.concatenate(([0], np.cumsum(lengths)))
        places = np.arange(bounds[-1]) + np.repeat(self.bounds[numbers] - bounds[:-1], lengths)
        kept = Columns(bounds=bounds, starts=self.starts[places], ends=self.ends[places], hashes=self.hashes[places])
        return kept, places


def joined(parts: Sequence[Columns]) -> Columns:
    """Give the columns of some texts and of those after them as one."""
    lengths = np.concatenate([np.empty(0, np.int64), *(part.lengths for part in parts)])
    return Columns(
        bounds=np.concatenate(([0], np.cumsum(lengths))),
        starts=np.concatenate([np.empty(0, np.int32), *(part.starts for part in parts)]),
        ends=np.concatenate([np.empty(0, np.int32), *(part.ends for part in parts)]),
        hashes=np.concatenate([np.empty(0, np.uint64), *(part.hashes for part in parts)]),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Cuts:
    """Texts joined by spaces and cut: where each text begins in the joined text, and of each word its offsets there and its kind.

    A kind is a word as it stands in one distinct piece: `surfaces` are its letters. `follows` says that nothing but one space
    lies between a word and the one before it.
    """

    joined: str
    at: Numbers
    starts: Numbers
    ends: Numbers
    kinds: Numbers
    follows: npt.NDArray[np.bool_]
    surfaces: tuple[str, ...]

    @property
    def bounds(self) -> Numbers:
        """Where each text's words begin, and where the last one's end."""
        return np.append(np.searchsorted(self.starts, self.at), len(self.starts))


def blocks(sizes: Sequence[int], most: int = BLOCK) -> Iterator[tuple[int, int]]:
    """Give the ranges of neighbours whose sizes come to about `most` together.

    >>> list(blocks([3, 3, 9, 1, 1], 6))
    [(0, 2), (2, 3), (3, 5)]
    """
    first = total = 0
    for place, size in enumerate(sizes):
        if place > first and total + size > most:
            yield first, place
            first, total = place, 0
        total += size
    if first < len(sizes):
        yield first, len(sizes)


def columns(found: Cuts) -> Columns:
    """Give the words of texts that were cut as columns; their hashes are those of their standard keys.

    >>> found = columns(cut(["The mayor’s plan", "", "Re-read the plan"]))
    >>> found.bounds.tolist(), found.starts.tolist(), bool(found.hashes[0] == found.hashes[4])
    ([0, 3, 3, 6], [0, 4, 12, 0, 8, 12], True)
    """
    bounds = found.bounds
    shift = np.repeat(found.at, np.diff(bounds))
    hashes = np.fromiter(map(_hash_of, found.surfaces), dtype=np.uint64, count=len(found.surfaces))
    return Columns(
        bounds=bounds,
        starts=(found.starts - shift).astype(np.int32),
        ends=(found.ends - shift).astype(np.int32),
        hashes=hashes[found.kinds],
    )


@lru_cache(maxsize=1 << 17)
def _hash_of(surface: str) -> int:
    return hash_word(standard(fold(surface)))


def cut(texts: Sequence[str]) -> Cuts:
    """Cut texts into words, each distinct piece between two spaces once."""
    joined = " ".join(texts)
    pieces = joined.split(" ") if texts else []
    numbers = {piece: number for number, piece in enumerate(dict.fromkeys(pieces))}
    sizes = np.fromiter(map(len, numbers), dtype=np.int64, count=len(numbers))
    kinds = np.fromiter(map(numbers.__getitem__, pieces), dtype=np.int64, count=len(pieces))
    first, surfaces, starts = _spelt(numbers)
    lengths = np.fromiter(map(len, surfaces), dtype=np.int64, count=len(surfaces))
    counts = np.diff(first)[kinds]
    piece_at = np.cumsum(sizes[kinds] + 1) - sizes[kinds] - 1
    ends_before = np.cumsum(counts)
    word_piece = np.repeat(np.arange(len(pieces)), counts)
    word_kind = np.arange(len(word_piece)) + np.repeat(first[kinds] - (ends_before - counts), counts)
    word_start = piece_at[word_piece] + starts[word_kind]
    word_end = word_start + lengths[word_kind]
    text_at = np.cumsum([0, *(len(text) + 1 for text in texts)])[: len(texts)]
    return Cuts(
        joined=joined,
        at=text_at,
        starts=word_start,
        ends=word_end,
        kinds=word_kind,
        follows=_follows(word_start, word_end, word_piece),
        surfaces=tuple(surfaces),
    )


def _spelt(pieces: Sequence[str] | dict[str, int]) -> tuple[Numbers, list[str], Numbers]:
    """Give where each piece's words begin among all, the words of all pieces, and where in its piece each begins."""
    counts, surfaces, starts = [0], [], []
    for piece in pieces:
        if piece.isalpha():
            surfaces.append(piece)
            starts.append(0)
        else:
            for word in words(piece):
                surfaces.append(piece[word.start : word.end])
                starts.append(word.start)
        counts.append(len(surfaces))
    return np.array(counts, dtype=np.int64), surfaces, np.array(starts, dtype=np.int64)


def _follows(starts: Numbers, ends: Numbers, pieces: Numbers) -> npt.NDArray[np.bool_]:
    follows = np.zeros(len(starts), dtype=np.bool_)
    follows[1:] = (starts[1:] == ends[:-1] + 1) & (pieces[1:] == pieces[:-1] + 1)
    return follows
