import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from stemma.matches.rows import BYTES, NUMBER, blobs, count, cut, joined, numbers, recut, texts

KINDS = {"number": NUMBER, "word": BYTES}


def rows_of(values):
    return {"number": np.array([n for n, _ in values], dtype=np.int64), "word": blobs([word for _, word in values])}


def values_of(rows):
    return list(zip(numbers(rows, "number").tolist(), texts(rows, "word").all(), strict=True))


VALUES = st.lists(st.tuples(st.integers(-(2**63), 2**63 - 1), st.binary(max_size=9)), max_size=12)


@given(st.lists(VALUES, max_size=5), st.integers(1, 7))
def test_rows_cut_anew_are_the_same_rows(parts, size):
    found = list(recut([rows_of(part) for part in parts], KINDS, size))

    assert [one for rows in found for one in values_of(rows)] == [one for part in parts for one in part]
    assert all(count(rows) == size for rows in found[:-1])


@given(VALUES, st.integers(0, 12), st.integers(0, 12))
def test_a_cut_gives_what_lies_between(values, one, other):
    start, end = sorted((min(one, len(values)), min(other, len(values))))

    assert values_of(cut(rows_of(values), start, end)) == values[start:end]
    assert (
        values_of(joined([cut(rows_of(values), 0, start), cut(rows_of(values), start, len(values))], KINDS)) == values
    )
