"""Who did not answer, and what nobody could confirm."""

import pytest
from tests.readings.made import BY_RULES, made_report

from stemma.readings import read

SILENCES = [
    (
        "The ferry’s owner did not immediately respond to a request for comment.",
        ("ferry’s owner", "declines", "a request for comment"),
        "no response",
    ),
    ("Ada Orr, the mayor, didn’t return several calls.", ("Ada Orr", "declines", "several calls"), "no call returned"),
    ("Prosecutors did not comment.", ("prosecutors", "declines", "comment"), "no comment"),
    ("Bo Lind could not be reached for comment.", ("Bo Lind", "declines", "for comment"), "not reached"),
    (
        "A spokesman for the ministry had not yet responded to an email seeking comment.",
        ("a spokesman for the ministry", "declines", "an email seeking comment"),
        "who speaks for another",
    ),
    (
        "The reports could not be independently verified.",
        (None, "unverified", "The reports"),
        "nobody could verify it",
    ),
]


def told(text):
    report = made_report(text)
    reading = read(report, BY_RULES)
    names = {one.id: one.name for one in reading.voices}
    return [
        (names.get(one.voice_id), one.stance.value, " ".join(span.cut(report.text) for span in one.content))
        for one in reading.attributions
    ]


@pytest.mark.parametrize(("text", "expected", "why"), SILENCES, ids=[case[-1] for case in SILENCES])
def test_silences(text, expected, why):
    assert told(text) == [expected]


@pytest.mark.parametrize("text", ["Ada Orr did not return to the city.", "The bridge was not closed."])
def test_what_is_no_silence(text):
    assert told(text) == []
