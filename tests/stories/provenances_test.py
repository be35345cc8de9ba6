"""How much of a report is agency copy: least what is decided, most with what is not, and never more than the texts bear."""

from functools import cache

import pytest

import stemma
from stemma.model import Origin

GATE = (
    "The great flood gate at Orrin will stay shut until the river has fallen by at least two metres, engineers of the canal "
    "board decided on Tuesday, as barges queued for miles on the swollen water.\n\n"
    "Skippers waiting below the lock have been living on tinned soup since the pumps failed on Sunday night, and several said "
    "that their cargo of seed potatoes had begun to rot in the hold.\n\n"
    "The gate, twice refurbished, weighs more than a loaded train and has to be lifted by hand cranks whenever the current fails."
)
OWN = (
    "Grocers along the Halver are already rationing starch flour, and the bakery in Mill Street hung a handwritten apology in "
    "its window before most customers were awake.\n\n"
    '"I have never had to say no to a child who wants a bun," said the baker, Tilda Moss, as she swept an empty shelf.\n\n'
    "Rail freight could take over, but the branch line was torn up eleven summers ago and nobody kept the sleepers."
)


def record(name, text, outlet, published="2031-03-04"):
    return {"id": name, "outlet": outlet, "headline": f"Canal news of {outlet}", "published": published, "text": text}


@cache
def provenances(*records):
    found = stemma.compare([dict(one) for one in records]).story.provenances
    return {one.report_ids: one for one in found}


def told(*records):
    return provenances(*(tuple(one.items()) for one in records))


def range_of(provenance, origin):
    return next(((one.least, one.most) for one in provenance.portions if one.origin is origin), (0, 0))


WIRE = record("wire", f"ORRIN (Reuters) - {GATE}", "Reuters")
CITY = record("city", f"By Reuters\n\n{GATE}\n\n{OWN}", "City Herald", "2031-03-05")
HALF = record("half", f"{GATE}\n\n{OWN}\n\nWith inputs from Reuters.", "Quay Post", "2031-03-05")
ALONE = record("alone", f"{OWN}\n\nWith inputs from Reuters.", "Lock Gazette", "2031-03-06")
FREE = record("free", OWN.replace("Mill", "Weir"), "Free Sheet", "2031-03-07")


def test_a_text_signed_by_an_agency_is_agency_copy_as_a_whole():
    city = told(WIRE, CITY)[("city",)]

    assert range_of(city, Origin.AGENCY) == (city.words, city.words)


def test_a_credit_for_part_of_a_text_is_least_what_is_seen_and_most_the_whole():
    half = told(WIRE, HALF)[("half",)]
    least, most = range_of(half, Origin.AGENCY)

    assert 0.5 * half.words < least < 0.7 * half.words
    assert most == half.words
    assert range_of(half, Origin.NONE_KNOWN) == (0, half.words - least)


def test_words_in_quotation_marks_are_no_narration():
    half = told(WIRE, HALF)[("half",)]
    quoted = "I have never had to say no to a child who wants a bun"

    assert half.words == len(f"{GATE} {OWN}".replace(" - ", " ").split()) - len(quoted.split())


def test_text_had_by_way_of_another_report_is_the_agencys():
    late = record("late", GATE, "Evening Canal", "2031-03-09")
    found = told(WIRE, CITY, late)[("late",)]

    assert range_of(found, Origin.AGENCY) == (found.words, found.words)


def test_a_credit_that_nothing_here_shows_leaves_all_undecided():
    alone = told(ALONE)[("alone",)]

    assert range_of(alone, Origin.AGENCY) == (0, alone.words)
    assert range_of(alone, Origin.NONE_KNOWN) == (0, alone.words)


@pytest.mark.parametrize("origin", [Origin.AGENCY, Origin.REPORT, Origin.UNNAMED])
def test_who_shares_with_nobody_and_credits_nobody_has_no_known_exemplar(origin):
    free = told(FREE)[("free",)]

    assert range_of(free, origin) == (0, 0)
    assert range_of(free, Origin.NONE_KNOWN) == (free.words, free.words)


def test_the_reports_of_one_outlet_are_added_up():
    first = record("first", GATE, "City Herald", "2031-03-05")
    second = record("second", f"{OWN}\n\n{GATE.split(chr(10), maxsplit=1)[0]}", "City Herald", "2031-03-06")
    found = told(WIRE, first, second)
    both = found[("first", "second")]
    parts = [range_of(found[(name,)], Origin.AGENCY) for name in ("first", "second")]

    assert both.words == found[("first",)].words + found[("second",)].words
    assert range_of(both, Origin.AGENCY) == tuple(map(sum, zip(*parts, strict=True)))
    assert both.outlet_id == "city-herald"


def test_no_portion_is_more_than_the_whole_and_the_least_add_up():
    for provenance in told(WIRE, CITY, HALF, FREE).values():
        assert all(0 <= one.least <= one.most <= provenance.words for one in provenance.portions)
        assert (
            sum(one.least for one in provenance.portions)
            <= provenance.words
            <= sum(one.most for one in provenance.portions)
        )
