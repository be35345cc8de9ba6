"""Rows: what flows between the steps of a plan, as columns of whole numbers and of bytes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]


class Blobs(NamedTuple):
    """A column of byte strings: where each ends, and all of them one after the other."""

    ends: Numbers
    content: npt.NDArray[np.uint8]

    def at(self, row: int) -> bytes:
        """Give the bytes of one row."""
        start = int(self.ends[row - 1]) if row else 0
        return self.content[start : int(self.ends[row])].tobytes()

    def cut(self, start: int, end: int) -> "Blobs":
        """Give the rows from `start` to `end`."""
        first = int(self.ends[start - 1]) if start else 0
        last = int(self.ends[end - 1]) if end > start else first
        return Blobs(self.ends[start:end] - first, self.content[first:last])

    def all(self) -> list[bytes]:
        """Give the bytes of every row."""
        content, edges = self.content.tobytes(), [0, *self.ends.tolist()]
        return [content[start:end] for start, end in pairwise(edges)]


Column: TypeAlias = Numbers | Blobs
Rows: TypeAlias = Mapping[str, Column]


def blobs(pieces: Sequence[bytes]) -> Blobs:
    """Give a column of these byte strings.

    >>> blobs([b"rain", b"", b"snow"]).at(2)
    b'snow'
    """
    ends = np.cumsum(np.fromiter((len(piece) for piece in pieces), dtype=np.int64, count=len(pieces)), dtype=np.int64)
    return Blobs(ends, np.frombuffer(b"".join(pieces), dtype=np.uint8))


def numbers(rows: Rows, name: str) -> Numbers:
    """Give a column that holds numbers."""
    column = rows[name]
    assert isinstance(column, np.ndarray)  # noqa: S101 - the plan says which column holds what
    return column


def texts(rows: Rows, name: str) -> Blobs:
    """Give a column that holds bytes."""
    column = rows[name]
    assert isinstance(column, Blobs)  # noqa: S101 - the plan says which column holds what
    return column


def count(rows: Rows) -> int:
    """Give how many rows there are.

    >>> count({"number": np.arange(3)}), count({})
    (3, 0)
    """
    column = next(iter(rows.values()), None)
    return 0 if column is None else len(column.ends if isinstance(column, Blobs) else column)


def cut(rows: Rows, start: int, end: int) -> Rows:
    """Give the rows from `start` to `end`."""
    return {
        name: column.cut(start, end) if isinstance(column, Blobs) else column[start:end]
        for name, column in rows.items()
    }


def joined(parts: Sequence[Rows], columns: Mapping[str, str]) -> Rows:
    """Give the rows of several parts, one after the other; `columns` says of each column if it holds numbers or bytes."""
    return {name: _joined(parts, name, kind) for name, kind in columns.items()}


def _joined(parts: Sequence[Rows], name: str, kind: str) -> Column:
    if kind == NUMBER:
        return np.concatenate([np.empty(0, np.int64), *(numbers(part, name) for part in parts)])
    pieces = [texts(part, name) for part in parts]
    ends, total = [np.empty(0, np.int64)], 0
    for piece in pieces:
        ends.append(piece.ends + total)
        total += len(piece.content)
    return Blobs(
        np.concatenate(ends), np.concatenate([np.empty(0, np.uint8), *(np.asarray(one.content) for one in pieces)])
    )


def recut(parts: Iterable[Rows], columns: Mapping[str, str], size: int) -> Iterator[Rows]:
    """Give the same rows in parts of `size` rows, the last one with what is left."""
    held: list[Rows] = []
    waiting = 0
    for part in parts:
        start, whole = 0, count(part)
        while waiting + whole - start >= size:
            taken = size - waiting
            yield joined([*held, cut(part, start, start + taken)], columns)
            held, waiting, start = [], 0, start + taken
        if start < whole:
            held.append(cut(part, start, whole))
            waiting += whole - start
    if waiting:
        yield joined(held, columns)


def in_order(rows: Rows) -> Rows:
    """Give rows of numbers sorted by their columns, the first one first."""
    order = np.lexsort([numbers(rows, name) for name in reversed(list(rows))]) if rows else np.empty(0, np.int64)
    return {name: numbers(rows, name)[order] for name in rows}


NUMBER, BYTES = "number", "bytes"
