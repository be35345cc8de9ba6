"""Who has whose text, in a sentence: copy of one agency is said to be that, though nobody knows by which hand it came."""

from dataclasses import replace

import pytest

from stemma.model import (
    Credit,
    CreditRole,
    Derivation,
    DerivationKind,
    Direction,
    Evidence,
    Exemplar,
    Report,
    Span,
)
from stemma.stories.descents import find_descents
from stemma.stories.scenery import Scenery
from stemma.stories.witnesses import Witness


def witness(name, agency):
    credits_ = (Credit(name=agency, role=CreditRole.AGENCY, start=0, end=4),) if agency else ()
    report = Report(
        id=name, capture_id="", path=name, url=None, outlet_id=None, text="words", zones=(), credits=credits_,
        published=None, language="en",
    )  # fmt: skip
    return Witness(report=report, outlet=f"{name} Post", owner=None, agencies=credits_, datelines=())


def undecided(name, others):
    return [
        Derivation(
            report_id=name, exemplar_id=other, spans=(), kind=DerivationKind.EDITED, direction=Direction.UNDECIDED,
            probability=0.9 / len(others), evidence=(),
        )
        for other in others
    ]  # fmt: skip


def told(credits_):
    names = list(credits_)
    exemplars = {name: Exemplar(id=name, name=name, report_id=name) for name in names}
    exemplars["x"] = Exemplar(id="x", name="Norvik Wire", report_id=None)
    scenery = Scenery(
        letters=dict(zip(names, "ABC", strict=False)),
        witnesses={name: witness(name, agency) for name, agency in credits_.items()},
        exemplars=exemplars,
        derivations=[d for name in names for d in undecided(name, ["x", *(one for one in names if one != name)])],
        changes=(), amendments=(), utterances=(), assertions=(), lead=None, voices={}, sizes=dict.fromkeys(names, 4), texts=(),
    )  # fmt: skip
    return [finding.text for finding in find_descents(scenery)]


CASES = [
    (
        {"one": "Norvik Wire", "two": "Norvik Wire", "three": None},
        "A (one Post), B (two Post) and C (three Post) have copy of Norvik Wire (not seen), which A (one Post) and "
        "B (two Post) credit: by which hand is undecided",
        "most credit it",
    ),
    (
        {"one": "Norvik Wire", "two": None, "three": None},
        "A (one Post), B (two Post) and C (three Post) have sentences in common: who has them from whom, or from "
        "Norvik Wire (not seen), is undecided",
        "one in three credits it",
    ),
    (
        {"one": "Norvik Wire", "two": "Aldgate News", "three": "Norvik Wire"},
        "A (one Post), B (two Post) and C (three Post) have sentences in common: who has them from whom, or from "
        "Norvik Wire (not seen), is undecided",
        "one credits another agency",
    ),
]


@pytest.mark.parametrize(("credits_", "expected", "why"), CASES, ids=[case[-1] for case in CASES])
def test_agency_copy_by_an_unknown_hand(credits_, expected, why):
    assert told(credits_) == [expected]


def decided(name, probability, *evidence):
    return Derivation(
        report_id=name, exemplar_id="x", spans=(Span(name, 0, 4),), kind=DerivationKind.SIBLINGS, direction=Direction.DECIDED,
        probability=probability, evidence=evidence,
    )  # fmt: skip


CREDIT = Evidence(kind="credit", weight=4.0, note="credits Norvik Wire")
TOLD_AT_ONCE = [
    (
        (0.93, 0.9),
        ["A (one Post) and B (two Post) probably have text from Norvik Wire (not seen), credit it"],
        "with the same word of the scale",
    ),
    (
        (0.97, 0.9),
        [
            "A (one Post) has its text from Norvik Wire (not seen), credits it",
            "B (two Post) probably has its text from Norvik Wire (not seen), credits it",
        ],
        "never with more than both bear",
    ),
]


@pytest.mark.parametrize(("shares", "expected", "why"), TOLD_AT_ONCE, ids=[case[-1] for case in TOLD_AT_ONCE])
def test_two_of_one_exemplar_are_told_at_once(shares, expected, why):
    names = ("one", "two")
    scenery = Scenery(
        letters=dict(zip(names, "AB", strict=True)), witnesses={name: witness(name, "Norvik Wire") for name in names},
        exemplars={"x": Exemplar(id="x", name="Norvik Wire", report_id=None)}, changes=(), amendments=(), utterances=(),
        derivations=[decided(name, share, CREDIT) for name, share in zip(names, shares, strict=True)], assertions=(), lead=None,
        voices={}, sizes=dict.fromkeys(names, 1), texts=(),
    )  # fmt: skip

    assert [finding.text for finding in find_descents(scenery)] == expected


def test_two_that_may_have_it_from_each_other_are_told_at_once():
    scenery = Scenery(
        letters={"one": "A", "two": "B"}, witnesses={name: witness(name, None) for name in ("one", "two")},
        exemplars={name: Exemplar(id=name, name=name, report_id=name) for name in ("one", "two")}, changes=(), amendments=(),
        utterances=(), assertions=(), lead=None, voices={}, sizes={"one": 4, "two": 4}, texts=(),
        derivations=[
            replace(one, probability=0.55)
            for child, parent in (("one", "two"), ("two", "one"))
            for one in undecided(child, [parent])
        ],
    )  # fmt: skip

    assert [finding.text for finding in find_descents(scenery)] == [
        "A (one Post) and B (two Post) have sentences in common and credit nobody: who has them from whom is undecided"
    ]
