import numpy as np

from stemma.matches.kernels import Hits, postings, promising, shared, stretches


def column(*numbers):
    return np.array(numbers, dtype=np.uint64), np.arange(len(numbers), dtype=np.int64)


def rows(table):
    return list(zip(*(column.tolist() for column in table), strict=True))


def test_a_seed_of_one_sheet_alone_is_left_out():
    index = postings([column(7, 5, 7), column(5, 9)])

    assert rows(index) == [(5, 0, 1), (5, 1, 0)]


def test_every_pair_of_sheets_meets_once_per_seed():
    hits = [row for part in shared(postings([column(5), column(5, 5), column(5)]), 100) for row in rows(part)]

    assert sorted(hits) == [(0, 1, 0, 0), (0, 1, 0, 1), (0, 2, 0, 0), (1, 2, 0, 0), (1, 2, 1, 0)]


def test_a_batch_bounds_the_rows_and_loses_none():
    index = postings([column(*range(20)) for _ in range(6)])
    parts = [rows(part) for part in shared(index, 50)]

    assert len(parts) > 1
    assert sorted(row for part in parts for row in part) == sorted(rows(next(shared(index, 10**6))))


def test_seeds_on_one_diagonal_make_a_stretch():
    hits = Hits(*(np.array(one) for one in ([0, 0, 0, 0], [1, 1, 1, 1], [3, 4, 8, 30], [1, 2, 6, 28])))

    assert rows(stretches(hits, 5)) == [(0, 1, 3, 1, 8, 3), (0, 1, 30, 28, 3, 1)]


def test_nothing_makes_no_stretch():
    empty = np.empty(0, dtype=np.int64)

    assert rows(stretches(Hits(empty, empty, empty, empty), 5)) == []
    assert list(shared(postings([]), 10)) == []


def test_a_short_stretch_stays_where_equal_words_surround_it():
    left = [1, 2, 3, 4, 50, 6, 7]
    right = [1, 2, 3, 4, 60, 6, 7]
    lonely = [8, 9, 3, 4, 5, 10, 11, 2]
    words = np.array(left + right + lonely, dtype=np.uint64)
    starts, lengths = np.array([0, 7, 14]), np.array([7, 7, 8])
    found = stretches(Hits(np.array([0, 0]), np.array([1, 2]), np.array([0, 2]), np.array([0, 2])), 5)

    assert promising(found, (words, starts, lengths), 5, 10).tolist() == [True, False]
