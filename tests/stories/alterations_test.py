"""What does not agree, said as far as the texts bear it."""

import pytest

from stemma.model import Assertion, Certainty, Claim, Conflict, Count, Polarity, Report, Span
from stemma.stories.alterations import find_disagreements
from stemma.stories.scenery import Scenery
from stemma.stories.witnesses import Witness

TEXT = "the bridge is needed"
ONE = Count(reports=2, lines_min=2, lines_max=2, voices_min=1, voices_max=2)
CASES = [
    ("polarity", None, None, "the reports do not agree (yes or no): ", True, "both tell it themselves"),
    ("polarity", "x", None, "the reports do not agree (yes or no): ", True, "one tells it itself"),
    ("polarity", "x", "y", "what is said does not agree (yes or no): ", True, "both only tell what somebody says"),
    ("number", None, None, "the reports do not agree (number): ", True, "a kind that is a word already"),
    ("certainty", None, None, "not told alike (how sure): ", False, "a shade is no disagreement"),
]


def witness(name):
    report = Report(
        id=name, capture_id="", path=name, url=None, outlet_id=None, text=TEXT, zones=(), credits=(), published=None,
        language="en",
    )  # fmt: skip
    return Witness(report=report, outlet=f"{name} Post", owner=None, agencies=(), datelines=())


def claim(name, attribution_id):
    return Claim(
        id=name, report_id=name, spans=(Span(name, 0, 20),), attribution_id=attribution_id, certainty=Certainty.STATED,
        polarity=Polarity.AFFIRMS,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "left", "right", "opening", "is_warning", "why"), CASES, ids=[one[-1] for one in CASES]
)
def test_who_disagrees(kind, left, right, opening, is_warning, why):
    conflict = Conflict(
        kind=kind, left=(Span("one", 14, 20),), right=(Span("two", 14, 20),), note='"needed" against "not needed"'
    )
    assertion = Assertion(
        id="s", gist=TEXT, claims=(claim("one", left), claim("two", right)), voice_ids=(), lines=(), count=ONE,
        conflicts=(conflict,), would_settle=(),
    )  # fmt: skip
    scenery = Scenery(
        letters={"one": "A", "two": "B"}, witnesses={"one": witness("one"), "two": witness("two")}, exemplars={},
        derivations=(), changes=(), amendments=(), utterances=(), assertions=(assertion,), lead=None, voices={}, sizes={},
        texts=(),
    )  # fmt: skip
    (finding,) = find_disagreements(scenery)

    assert finding.text == f'{opening}"needed" in A (one Post), "not needed" in B (two Post)'
    assert finding.is_warning is is_warning
