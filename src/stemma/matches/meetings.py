"""Meetings: where the seeds that pairs of sheets share stand in both."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from stemma.matches.kernels import Hits, Numbers, Postings

Cells = npt.NDArray[np.int32]

TABLE = 1 << 20  # cells of the table that says where the seeds of some left sheets stand; it stays near the processor


class _Seeds(NamedTuple):
    """The seeds that stand in several places: of each sheet where its own begin, of each seed its kind and its place."""

    bounds: Numbers
    kinds: Numbers
    places: Numbers
    kind_count: int


class _Table(NamedTuple):
    """Of each kind of seed in each of some left sheets: where it stands first among theirs, how often; empty between uses."""

    first: Cells
    often: Cells


def hits_of(left: Numbers, right: Numbers, seeds: Postings, batch: int) -> Iterator[Hits]:
    """Give the seeds that pairs of sheets share, sorted by pair, about `batch` of them at a time.

    The pairs are sorted by left and right sheet, the seeds by sheet and place.
    """
    if not len(left):
        return
    shared = _several(seeds, int(right.max()) + 1)
    lefts = max(1, TABLE // max(1, shared.kind_count))
    table = _Table(*(np.zeros(lefts * shared.kind_count, dtype=np.int32) for _ in range(2)))
    held: list[Hits] = []
    waiting = 0
    for low, high in _spans(left, lefts):
        held.append(_hits(left[low:high], right[low:high], shared, table))
        waiting += len(held[-1].left)
        if waiting >= batch:
            yield _gathered(held)
            held, waiting = [], 0
    if held:
        yield _gathered(held)


def _several(seeds: Postings, sheet_count: int) -> _Seeds:
    """Give the seeds without those that stand in one place only, which are most."""
    order = np.argsort(seeds.hashes)
    hashes = seeds.hashes[order]
    is_new = np.ones(len(order), dtype=np.bool_)
    is_new[1:] = hashes[1:] != hashes[:-1]
    starts = np.flatnonzero(is_new)
    several = np.diff(np.append(starts, len(order))) > 1
    numbers = np.where(several, np.cumsum(several) - 1, -1)
    kinds = np.empty(len(order), dtype=np.int64)
    kinds[order] = numbers[np.cumsum(is_new) - 1]
    kept = np.flatnonzero(kinds >= 0)
    bounds = np.searchsorted(seeds.sheets[kept], np.arange(sheet_count + 1))
    return _Seeds(bounds, kinds[kept], seeds.places[kept], int(several.sum()))


def _spans(left: Numbers, most: int) -> Iterator[tuple[int, int]]:
    """Cut pairs where the left sheet changes, at most so many left sheets together."""
    edges = np.flatnonzero(np.append(True, left[1:] != left[:-1]))[::most].tolist()
    yield from zip(edges, [*edges[1:], len(left)], strict=True)


def _hits(left: Numbers, right: Numbers, seeds: _Seeds, table: _Table) -> Hits:
    """Give the seeds that these pairs share: a table tells where each kind stands in each left sheet, the right ones ask it."""
    sheets, rows = np.unique(left, return_inverse=True)
    owners, own = _spread(seeds.bounds[sheets], seeds.bounds[sheets + 1])
    cells = owners * seeds.kind_count + seeds.kinds[own]
    order = np.argsort(cells, kind="stable")
    cells, own = cells[order], own[order]
    starts = np.flatnonzero(np.append(True, cells[1:] != cells[:-1])[: len(cells)])
    table.first[cells[starts]], table.often[cells[starts]] = starts, np.diff(np.append(starts, len(cells)))
    pairs, theirs = _spread(seeds.bounds[right], seeds.bounds[right + 1])
    asked = rows[pairs] * seeds.kind_count + seeds.kinds[theirs]
    counts = table.often[asked]
    met = np.flatnonzero(counts)
    pairs, theirs, begin = pairs[met], theirs[met], table.first[asked[met]].astype(np.int64)
    table.often[cells[starts]] = 0
    meetings, at = _spread(begin, begin + counts[met])
    pairs, theirs = pairs[meetings], theirs[meetings]
    return Hits(left[pairs], right[pairs], seeds.places[own[at]], seeds.places[theirs])


def _spread(starts: Numbers, ends: Numbers) -> tuple[Numbers, Numbers]:
    """Give the numbers in each range, and of each the range it is from."""
    sizes = ends - starts
    ranges = np.repeat(np.arange(len(sizes)), sizes)
    return ranges, np.arange(len(ranges)) - np.repeat(np.cumsum(sizes) - sizes - starts, sizes)


def _gathered(held: list[Hits]) -> Hits:
    return Hits(*(np.concatenate(column) for column in zip(*held, strict=True)))
