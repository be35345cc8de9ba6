"""Cues that bring in nobody's words: a number to be quoted, what those who are studied measured, who is shouted down."""

import pytest
from tests.readings.made import BY_RULES, made_report

from stemma.readings import ReadingRules, read

READERS = [BY_RULES, ReadingRules(reader="network")]
IDLE = [
    ("Anyone who saw the boat is asked to ring 555, quoting incident 31 of 4 May.", "an incident and its day"),
    ("Witnesses can ring the harbour police, quoting the crime number 22-5581.", "a number of a crime"),
    ("Anyone who saw it can ring 555 quoting reference OR/4417.", "a reference"),
    ("Callers may ring 555, quoting 212 of 4 May.", "a bare number and its day"),
    ("Minister Ida Marl spoke at noon. She had a warning for the industry as well.", "a warning that is not told"),
    ("The sitting was halted when a protester shouted down the planning convener.", "somebody is shouted down"),
    ("Callers may ring 555, quoting Operation Heron.", "an operation"),
    ("The study ran for two years. Volunteers reported their meals themselves.", "of themselves"),
    ("In the trial of the new balm, patients reported pain in the knee.", "in a trial"),
]


def cues(text, rules):
    report = made_report(text)
    return [" ".join(span.cut(text) for span in one.cue) for one in read(report, rules).attributions]


@pytest.mark.parametrize("rules", READERS, ids=["rules", "network"])
@pytest.mark.parametrize(("text", "why"), IDLE, ids=[case[-1] for case in IDLE])
def test_idle_cues(text, why, rules):
    assert not [
        cue for cue in cues(text, rules) if any(word in cue for word in ("quoting", "reported", "shouted", "warning"))
    ]


SPOKEN = [
    ("The mayor read it out, quoting 12 lines of the report.", "quoting", "lines are quoted"),
    ("Police reported two arrests.", "reported", "what others did"),
    ("The study began in May. Patients reported that the ward was cold.", "reported", "a clause"),
    (
        "# Harbour Talk In Orrin\nPatients reported pain in the knee after the clinic shut on Monday.",
        "reported",
        "no study",
    ),
    ("The study began in May. Police reported two arrests.", "reported", "nobody who is studied"),
]


@pytest.mark.parametrize(("text", "cue", "why"), SPOKEN, ids=[case[-1] for case in SPOKEN])
def test_cues_that_bring_in_words(text, cue, why):
    assert cue in cues(text, ReadingRules(reader="network"))
