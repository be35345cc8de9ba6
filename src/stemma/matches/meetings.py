"""Meetings: where the seeds that pairs of sheets share stand in both."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from stemma.matches.kernels import Hits, Numbers, Postings


def hits_of(left: Numbers, right: Numbers, seeds: Postings, batch: int) -> Iterator[Hits]:
    """Give the seeds that pairs of sheets share, sorted by pair, about `batch` of them at a time.

    The pairs are sorted by left and right sheet, the seeds by sheet and place.
    """
    kinds, codes, sizes = np.unique(seeds.hashes, return_inverse=True, return_counts=True)
    kept = np.flatnonzero(sizes[codes] > 1)  # most seeds stand nowhere else
    seeds, codes = Postings(seeds.hashes[kept], seeds.sheets[kept], seeds.places[kept]), codes[kept]
    sheet_count = int(right.max()) + 1 if len(right) else 0
    bounds = np.searchsorted(seeds.sheets, np.arange(sheet_count + 1))
    first, often = np.zeros(len(kinds), dtype=np.int64), np.zeros(len(kinds), dtype=np.int64)
    held: list[Hits] = []
    for low, high in _groups_of(left):
        sheet = int(left[low])
        own = np.arange(bounds[sheet], bounds[sheet + 1])
        own = own[np.argsort(codes[own], kind="stable")]
        ranges = codes[own]
        starts = np.flatnonzero(np.concatenate((np.ones(1, np.bool_), ranges[1:] != ranges[:-1]))[: len(ranges)])
        first[ranges[starts]], often[ranges[starts]] = starts, np.diff(np.append(starts, len(ranges)))
        held.append(_hits(sheet, right[low:high], bounds, codes, (seeds.places, own, first, often)))
        often[ranges[starts]] = 0
        if sum(len(one.left) for one in held) >= batch:
            yield _gathered(held)
            held = []
    if held:
        yield _gathered(held)


def _groups_of(column: Numbers) -> Iterator[tuple[int, int]]:
    """Give where each run of equal values starts and ends."""
    edges = [0, *(np.flatnonzero(column[1:] != column[:-1]) + 1).tolist(), len(column)] if len(column) else []
    yield from pairwise(edges)


def _hits(
    sheet: int, others: Numbers, bounds: Numbers, codes: Numbers, own: tuple[Numbers, Numbers, Numbers, Numbers]
) -> Hits:
    """Give the seeds that one sheet shares with others; `own` says where each kind of seed stands in it, and how often."""
    places, order, first, often = own
    sizes = bounds[others + 1] - bounds[others]
    rows = np.arange(sizes.sum()) + np.repeat(bounds[others] - np.cumsum(sizes) + sizes, sizes)
    counts = often[codes[rows]]
    kept = np.flatnonzero(counts)
    counts, owners, rows = counts[kept], np.repeat(others, sizes)[kept], rows[kept]
    offsets = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    at = order[np.repeat(first[codes[rows]], counts) + offsets]
    return Hits(np.full(len(at), sheet), np.repeat(owners, counts), places[at], places[np.repeat(rows, counts)])


def _gathered(held: Sequence[Hits]) -> Hits:
    return Hits(*(np.concatenate(column) for column in zip(*held, strict=True)))
