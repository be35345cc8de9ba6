import numpy as np
from tests.matches.made import babble, report

from stemma.matches.kernels import Postings, postings, seeds, shared
from stemma.matches.rules import MatchRules
from stemma.matches.sheets import lay_out
from stemma.model import Zone, ZoneKind


def index(*sheets):
    """Make postings of the seeds of some sheets."""
    rows = [(seed, sheet, place) for sheet, own in enumerate(sheets) for place, seed in enumerate(own)]
    hashes, numbers, places = zip(*rows, strict=True) if rows else ((), (), ())
    given = Postings(np.array(hashes, np.uint64), np.array(numbers, np.int64), np.array(places, np.int64))
    return postings(given)


def rows(table):
    return list(zip(*(column.tolist() for column in table), strict=True))


def test_a_seed_of_one_sheet_alone_is_left_out():
    assert rows(index([7, 5, 7], [5, 9])) == [(5, 0, 1), (5, 1, 0)]


def test_every_pair_of_sheets_meets_once_per_seed():
    hits = [row for part in shared(index([5], [5, 5], [5]), 100) for row in rows(part)]

    assert sorted(hits) == [(0, 1, 0, 0), (0, 1, 0, 1), (0, 2, 0, 0), (1, 2, 0, 0), (1, 2, 1, 0)]


def test_a_batch_bounds_the_rows_and_loses_none():
    found = index(*([list(range(20))] * 6))
    parts = [rows(part) for part in shared(found, 50)]

    assert len(parts) > 1
    assert sorted(row for part in parts for row in part) == sorted(rows(next(shared(found, 10**6))))


def test_nothing_shares_nothing():
    assert list(shared(index(), 10)) == []


def test_no_seed_runs_from_one_sheet_into_the_next():
    texts = ["word1 word2", "word3 word4 word5", "", "word6 word7"]
    found = seeds(lay_out([report(f"r{place}", text) for place, text in enumerate(texts)]), MatchRules())

    assert [(sheet, place) for _, sheet, place in rows(found)] == [(1, 0)]


def test_what_a_sheet_repeats_often_starts_nothing():
    refrain = "zum zam zoom "
    six, seven = (f"{refrain * times}{babble(times, 5)}" for times in (16, 17))
    found = seeds(lay_out([report("a", six), report("b", seven)]), MatchRules())

    assert sum(sheet == 0 for _, sheet, _ in rows(found)) == 51
    assert sum(sheet == 1 for _, sheet, _ in rows(found)) == 37


def test_common_runs_and_barred_words_start_nothing():
    zone = Zone(kind=ZoneKind.FURNITURE, start=0, end=11)
    text = "zebra crate plans one of the most zebra crate"
    plain, barred = (seeds(lay_out([report("a", text, zones)]), MatchRules()) for zones in ((), (zone,)))

    assert plain.places.tolist() == [0, 1, 2, 4, 5, 6]
    assert barred.places.tolist() == [2, 4, 5, 6]
