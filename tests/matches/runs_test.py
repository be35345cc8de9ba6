import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.matches.made import all_hits, report

from stemma.matches.company import in_company
from stemma.matches.kernels import Hits, Postings
from stemma.matches.rules import MatchRules
from stemma.matches.runs import ordered, runs
from stemma.matches.sheets import lay_out
from stemma.model import Zone, ZoneKind

LETTERS = st.lists(st.sampled_from("abcd"), max_size=30)


def rows(table):
    return list(zip(*(column.tolist() for column in table), strict=True))


def sheets_of(texts, barred=()):
    """Lay texts of one-letter words out; of the first the words at these places are barred."""
    zones = tuple(Zone(kind=ZoneKind.FURNITURE, start=2 * place, end=2 * place + 1) for place in sorted(barred))
    return lay_out([report(f"r{number}", " ".join(text), () if number else zones) for number, text in enumerate(texts)])


def seeds_of(texts, barred=frozenset()):
    """Give every run of three words that any two of the texts share, one by one."""
    found = []
    for right, others in enumerate(texts):
        for left, ones in enumerate(texts[:right]):
            for one in range(len(ones) - 2):
                for other in range(len(others) - 2):
                    is_barred = left == 0 and not barred.isdisjoint(range(one, one + 3))
                    if ones[one : one + 3] == others[other : other + 3] and not is_barred:
                        found.append((left, right, one, other))
    return sorted(found)


@settings(max_examples=100, deadline=None)
@given(st.lists(LETTERS, min_size=2, max_size=4), st.frozensets(st.integers(0, 29), max_size=3))
def test_runs_are_the_longest_that_hold_a_seed(texts, barred):
    barred = {place for place in barred if place < len(texts[0])}
    sheets, hits = sheets_of(texts, barred), seeds_of(texts, barred)
    expected = set()
    for left, right, one, other in hits:
        first, last = 0, 3
        ones, others = texts[left], texts[right]
        is_barred = [left == 0 and place in barred for place in range(len(ones))]
        while one + first > 0 < other + first and ones[one + first - 1] == others[other + first - 1]:
            if is_barred[one + first - 1]:
                break
            first -= 1
        while one + last < len(ones) and other + last < len(others) and ones[one + last] == others[other + last]:
            if is_barred[one + last]:
                break
            last += 1
        expected.add((left, right, one + first, other + first, last - first))
    bounds = sheets.columns.bounds
    columns = [np.array(column, dtype=np.int64) for column in zip(*hits, strict=True)] or [np.empty(0, np.int64)] * 4
    found = rows(runs(Hits(*columns), sheets))

    assert found == sorted(found)
    assert {(a, b, one - bounds[a], other - bounds[b], length) for a, b, one, other, length in found} == expected
    assert len(found) == len(expected)


@given(st.lists(st.tuples(*[st.integers(-(2**40), 2**40)] * 3) | st.tuples(*[st.integers(0, 9)] * 3)))
def test_rows_are_sorted_packed_or_not(table):
    columns = [np.array(column, dtype=np.int64) for column in zip(*table, strict=True)] or [np.empty(0, np.int64)] * 3

    assert rows(ordered(columns)) == sorted(table)


def test_a_seed_stays_where_more_words_are_equal_near_by():
    texts = ["x a b c d e f g h".split(), "y a b c z e f q r".split(), "v w a b c s t u".split()]
    sheets = sheets_of(texts)
    hits = Hits(*(np.array(column) for column in zip((0, 1, 1, 1), (0, 2, 1, 2), strict=True)))

    assert rows(in_company(hits, sheets, MatchRules())) == [(0, 1, 1, 1)]


@given(st.lists(LETTERS, max_size=5), st.integers(1, 40))
def test_seeds_meet_as_a_plain_join_has_it_and_a_pair_stays_together(texts, batch):
    table = [
        (int.from_bytes("".join(text[place : place + 3]).encode(), "big"), number, place)
        for number, text in enumerate(texts)
        for place in range(len(text) - 2)
    ]
    columns = zip(*table, strict=True) if table else ((), (), ())
    kinds = (np.uint64, np.int64, np.int64)
    seeds = Postings(*(np.array(column, kind) for column, kind in zip(columns, kinds, strict=True)))
    parts = [rows(hits) for hits in all_hits(seeds, batch)]
    found = [row for part in parts for row in part]

    assert [row[:2] for row in found] == sorted(row[:2] for row in found)
    assert len({row[:2] for row in found}) == sum(len({row[:2] for row in part}) for part in parts)
    assert sorted(found) == seeds_of(texts)
