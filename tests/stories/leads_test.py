"""The lead is what most reports surely carry, told in the words of those that agree."""

from dataclasses import replace
from math import cos, pi, sin

import numpy as np
import pytest

import stemma
from stemma.desk.settings import Settings
from stemma.desk.tray import take
from stemma.readings import ReadingRules, read
from stemma.stories.leads import sure_reports
from stemma.stories.rules import StoryRules
from stemma.stories.statements import likeness, statements_of
from stemma.stories.units import units_of

ACT = "the question was needed to enforce the Harbour Rights Act"
DENIED = [
    f"The ministry said {ACT}.\n\nShip owners disagree and have filed a suit.",
    f"Lawyers said {ACT}.\n\nNo date is set for the vote of the council.",
    f"Three former ministers wrote that {ACT.replace('was', 'is not')}.",
]


def records(texts):
    return [
        {"id": f"r{n}", "outlet": f"Post {n}", "headline": f"News {n}", "text": text} for n, text in enumerate(texts)
    ]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1)])
def test_a_denial_does_not_speak_for_those_who_assert(order):
    (collation,) = stemma.compare(records([DENIED[place] for place in order])).collations
    lead = next(one for one in collation.assertions if one.id == collation.story.lead_assertion_id)

    assert (lead.count.reports, lead.gist) == (2, ACT), "who denies it is shown with it, and not counted for it"


SURE = [
    (
        ["The old bridge at Aune was shut at noon.", "At noon the old bridge at Aune was shut."],
        2,
        "one claim in two orders",
    ),
    (
        [
            "The court is ready to block the huge lawsuit against Corbel Stores by its women.",
            "The question is not whether Corbel Stores wronged women on its payroll.",
        ],
        1,
        "a topic in common is no claim in common",
    ),
]


def statements(texts):
    """Give the claims of some texts below their headlines."""
    reports = take(records(texts), Settings()).reports
    read_ = {report.id: read(report, ReadingRules(reader="fast")) for report in reports}
    found = [s for r in reports for s in statements_of(r, read_[r.id], units_of(r, read_[r.id]))]
    return [statement for statement in found if statement.unit.zone in ("body", "speech")]


@pytest.mark.parametrize(("texts", "expected", "why"), SURE, ids=[case[-1] for case in SURE])
def test_reports_surely_carry_what_their_claims_share_by_themselves(texts, expected, why):
    reports = take(records(texts), Settings()).reports
    readings = {report.id: read(report, ReadingRules(reader="fast")) for report in reports}
    told = [
        s
        for r in reports
        for s in statements_of(r, readings[r.id], units_of(r, readings[r.id]))
        if s.unit.zone == "body"
    ]

    assert {s.report.id for s in told} == {report.id for report in reports}
    assert sure_reports(told, {}, StoryRules()) == expected
    assert sure_reports(told, {s.key: ("one", 1) for s in told}, StoryRules()) == 2


def test_a_transcript_adds_nothing_to_what_newsrooms_chose_to_tell():
    texts = ["The old bridge at Aune was shut at noon.", "At noon the old bridge at Aune was shut."]
    spoken = "TRANSCRIPT\nSpeaker: Ida Moen\n\nIda Moen: The old bridge at Aune was shut at noon."
    told = statements([*texts, spoken])

    assert len({s.report.id for s in told}) == 3
    assert sure_reports(told, {}, StoryRules()) == 2
    assert sure_reports([s for s in told if s.report.form == "transcript"], {}, StoryRules()) == 0


def test_a_chain_of_claims_that_are_alike_two_by_two_does_not_carry_its_ends():
    texts = ["Fog hid the cape.", "Nobody saw lanterns.", "Ships ran aground.", "Divers came late."]
    turns = [np.array((cos(pi * step / 6), sin(pi * step / 6)), np.float32) for step in range(len(texts))]
    told = [replace(one, vector=turn) for one, turn in zip(statements(texts), turns, strict=True)]

    assert sure_reports(told, {}, StoryRules()) == 3


def test_claims_that_their_place_alone_makes_alike_are_not_sure():
    near = [np.array(vector, np.float32) for vector in ((1, 0), (0.8, 0.6))]
    told = statements(["Fog hid the cape.", "Nobody saw lanterns."])
    left, right = (replace(one, vector=vector) for one, vector in zip(told, near, strict=True))

    assert likeness(left, right) >= StoryRules().same_claim
    assert sure_reports([left, right], {}, StoryRules()) == 1
