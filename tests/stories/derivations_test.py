"""Which way a text went: what decides it, what leaves it open, and what shows nothing."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

import stemma
from stemma.model import Direction, Granularity, Moment, Report
from stemma.stories.reasons import _time_evidence
from stemma.stories.rules import StoryRules
from stemma.stories.steps import loose_in
from stemma.stories.witnesses import Witness

STORY = (
    "The ferry between Marle and Losten ran aground on a sandbank shortly before midnight with ninety people aboard. "
    "Two lifeboats took the passengers off in the dark while the crew stayed behind to keep the pumps going. "
    "A crane barge from the naval yard is to pull the hull free as soon as the spring tide lifts the stern. "
    "Divers who went down at first light found a gash as long as a bus below the engine room."
)
CLOCKS = [
    (("2024-03-02T08:00", 0), ("2024-03-02T09:10", 0), -2.5, "an hour is no zone's"),
    (("2024-03-02T08:00", 0), ("2024-03-02T13:00", 0), -1.0, "five hours may be a zone's"),
    (("2024-03-02T08:00", 0), ("2024-03-03T13:00", 0), -3.0, "a day and five hours are no zone's"),
    (("2024-03-02T00:00", 24), ("2024-03-03T04:00", 0), -3.0, "a day alone is told for no clock"),
    (("2024-03-02T08:00", 0), ("2024-03-02T07:00", 0), None, "the earlier one may well be the parent"),
    (("2024-03-02T00:00", 24), ("2024-03-02T07:00", 0), None, "who can know on one day"),
]


def witness(name, told):
    start = datetime.fromisoformat(told[0]).replace(tzinfo=UTC)
    fine = Granularity.DAY if told[1] else Granularity.MINUTE
    moment = Moment(earliest=start, latest=start + timedelta(hours=told[1]), granularity=fine, zone="+00:00")
    report = Report(
        id=name,
        capture_id="",
        path="",
        url=None,
        outlet_id=None,
        text="",
        zones=(),
        credits=(),
        published=moment,
        language="en",
    )
    return Witness(report=report, outlet=name, owner=None, agencies=(), datelines=())


def derivations_of(*reports):
    told = [dict(report, id=report["outlet"]) for report in reports]
    return [one for collation in stemma.compare(told).collations for one in collation.stemma.derivations]


@pytest.mark.parametrize(("early", "late", "weight", "why"), CLOCKS, ids=[one[-1] for one in CLOCKS])
def test_a_later_parent_is_less_likely_the_less_a_clock_explains_it(early, late, weight, why):
    witnesses = {"child": witness("child", early), "parent": witness("parent", late)}
    found = _time_evidence(SimpleNamespace(witnesses=witnesses, rules=StoryRules()), "parent", "child")

    assert [one.weight for one in found] == ([] if weight is None else [weight])


def test_a_formula_that_stands_beside_other_sentences_shows_no_descent():
    passages = {("a", 0): "lead", ("a", 1): "middle", ("a", 2): "formula"}
    passages |= {("b", 0): "lead", ("b", 1): "formula", ("c", 0): "lead", ("c", 1): "middle"}

    assert loose_in({key: (passage, 0) for key, passage in passages.items()}) == {
        "a": frozenset({("formula", 0)}),
        "b": frozenset({("formula", 0)}),
    }


def test_who_names_the_other_report_has_its_text_from_there():
    text = STORY.replace("before midnight with", "before midnight, the Early Echo reported, with")
    found = derivations_of({"outlet": "Early Echo", "text": STORY}, {"outlet": "Late Lantern", "text": text})
    decided = [one for one in found if one.direction is Direction.DECIDED]

    assert [one.report_id for one in decided] == ["Late Lantern"]


def test_two_texts_that_name_nobody_leave_the_way_open():
    found = derivations_of(
        {"outlet": "Early Echo", "text": STORY},
        {"outlet": "Late Lantern", "text": STORY.replace("midnight", "one")},
    )

    assert found
    assert all(one.direction is Direction.UNDECIDED for one in found)


def test_who_says_that_he_was_told_it_in_a_shared_sentence_is_not_below_who_leaves_that_out():
    told = f"{STORY} The hull had not been tied for the flood, and nobody would say so, the pilot Ada Orr told the Observer."
    reports = [
        {"id": "own", "outlet": "Hallin Observer", "headline": "Hull", "text": told},
        {"id": "copy", "outlet": "Coast Times", "headline": "Hull", "text": told.replace("told the Observer", "said")},
    ]
    (collation,) = stemma.compare(reports).collations
    above = {
        (one.report_id, exemplar.report_id): one.probability
        for one in collation.stemma.derivations
        for exemplar in collation.stemma.exemplars
        if exemplar.id == one.exemplar_id
    }

    assert above["copy", "own"] > 2 * above.get(("own", "copy"), 0.0)
