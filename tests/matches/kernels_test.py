from tests.matches.made import babble, report

from stemma.matches.kernels import seeds
from stemma.matches.rules import MatchRules
from stemma.matches.sheets import lay_out
from stemma.model import Zone, ZoneKind


def rows(table):
    return list(zip(*(column.tolist() for column in table), strict=True))


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
