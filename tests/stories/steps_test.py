from datetime import UTC, datetime

from tests.stories.originals_test import family_of

from stemma.model import Form, Moment, Report
from stemma.stories.departures import Departures
from stemma.stories.kinship import by_pair
from stemma.stories.steps import below_of, passages_of, steps_of
from stemma.stories.witnesses import Witness

TEXTS = {
    "a": ["The ferry left at noon.", "Two cars stayed on the quay."],
    "b": ["The ferry sailed at noon.", "Two cars stayed on the quay."],
    "c": ["The ferry sailed at noon.", "Two cars stayed on the quay."],
}


def witness(report_id, hour):
    moment = datetime(2024, 5, 1, hour, tzinfo=UTC)
    published = Moment(earliest=moment, latest=moment, granularity="minute", zone="UTC", inferred_from=None)
    report = Report(
        id=report_id, capture_id="", path="", url=None, outlet_id=None, text="", zones=(), credits=(),
        published=published, language="en", form=Form.REPORT,
    )  # fmt: skip
    return Witness(report=report, outlet=None, owner=None, agencies=(), datelines=())


def steps(texts, hours):
    units, family = family_of(texts)
    between = by_pair(family.pairings)
    witnesses = {one: witness(one, hours[one]) for one in texts}
    passage_of = passages_of(family)
    held = {one: frozenset(passage_of[one, number] for number in numbers) for one, numbers in family.members.items()}
    return steps_of(family, units, witnesses, between, between, below_of(held, witnesses))


def test_a_reading_shared_with_an_earlier_report_speaks_against_a_parent_that_lacks_it():
    found = steps(TEXTS, {"a": 8, "b": 9, "c": 10})

    assert found["a", "b"] == Departures(exchanged=1), "c may have it from b"
    assert found["a", "c"] == Departures(exchanged=1, agreed=1), "b is earlier and cannot have it from c"


def test_of_a_text_not_seen_neither_order_nor_gaps_are_known():
    turned = TEXTS | {"c": [TEXTS["c"][1], TEXTS["c"][0]]}
    found = steps(turned, {"a": 8, "b": 9, "c": 10})

    assert found["b", "c"].moved == 1
    assert found["", "c"].moved == 0


def test_between_two_reports_alone_a_text_not_seen_may_have_had_all_that_either_has():
    found = steps({one: TEXTS[one] for one in "ab"}, {"a": 8, "b": 9})

    assert found["", "a"] == found["b", "a"] == Departures()
    assert found["", "b"] == Departures()
