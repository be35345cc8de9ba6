from datetime import datetime

import pytest

import stemma
from stemma.desk.anchors import anchors_of
from stemma.model import Granularity, Match, Moment, Report, Span


def report(report_id, day=None):
    moment = (
        Moment(earliest=datetime(2025, 5, day), latest=datetime(2025, 5, day, 23, 59), granularity=Granularity.DAY)
        if day
        else None
    )
    return Report(
        id=report_id,
        capture_id="c",
        path="p",
        url=None,
        outlet_id=None,
        text="x",
        zones=(),
        credits=(),
        published=moment,
        language="en",
    )


def match(left, right, bits):
    return Match(left=Span(left, 0, 1), right=Span(right, 0, 1), edits=(), score=1.0, surprisal=bits)


CASES = [
    ("b", [match("a", "b", 30.0), match("b", "c", 60.0)], "c", "the nearest dated kin"),
    ("b", [match("a", "b", 12.0), match("a", "b", 12.0), match("b", "c", 23.0)], "a", "all shared passages add up"),
    ("b", [match("b", "c", 19.0)], None, "too little is shared"),
    ("b", [match("b", "d", 90.0)], None, "the kin is not dated either"),
    ("b", [], None, "nothing is shared"),
    ("a", [match("a", "c", 90.0)], None, "a dated report needs no other"),
]


@pytest.mark.parametrize(("undated", "matches", "expected", "why"), CASES, ids=[case[-1] for case in CASES])
def test_anchors_of(undated, matches, expected, why):
    reports = {one.id: one for one in (report("a", 11), report("b"), report("c", 12), report("d"))}

    anchor = anchors_of(list(reports.values()), matches).get(undated)

    assert (anchor and anchor.inferred_from) == expected
    assert anchor is None or anchor.earliest == reports[expected].published.earliest


WIRE = "Pumps fail in Hallin\n\nHALLIN, March 6 (Norpress) - "
TOLD = (
    "The pumps of the lower town failed on Sunday night and forty families had to leave their homes before dawn.\n\n"
    "The council will meet on Friday to decide who pays for the sandbags that the fire brigade had bought."
)
PAPERS = [
    (WIRE, "2022-03-07", "2022-03-06", "the year is the anchor's"),
    (
        WIRE.replace("Norpress", "Lindel Echo / Norpress"),
        "2022-03-07",
        None,
        "a paper that prints an agency's text may do so later",
    ),
    (WIRE.replace("March 6", "November 6"), "2022-03-07", None, "months off, the year may be another"),
    (WIRE, None, None, "nobody tells the year"),
]


@pytest.mark.parametrize(("head", "dated", "day", "why"), PAPERS, ids=[case[-1] for case in PAPERS])
def test_the_day_of_a_dateline(head, dated, day, why):
    paper = {"id": "b", "headline": "Night of the pumps", "text": TOLD, **({"published": dated} if dated else {})}
    (collation,) = stemma.compare([{"id": "a", "text": f"{head}{TOLD}"}, paper]).collations
    published = next(one.published for one in collation.reports if one.id == "a")

    assert (published and str(published.earliest.date())) == day
    assert published is None or published.inferred_from == "b"
