"""Texts in transcript form are told from reports, and their turns from their labels."""

import pytest

from stemma.model import Form
from stemma.reports.layouts import lay_out


def cut(text):
    layout = lay_out(text)
    return layout.form, [(zone.kind.value, text[zone.start : zone.end]) for zone in layout.zones]


SPEAKERS = [
    (
        "TRANSCRIPT\nSpeaker: Jane Roe, mayor\nDate: 7 January 2021\n\nJane Roe: It rained.\n\nAnd then it stopped.",
        ["Jane Roe:"],
        "a header and one speaker",
    ),
    (
        "THE PRESIDENT: Good day.\n\nThank you.\n\nQ  Rain?\n\nTHE PRESIDENT: No.\n\nQ  Sun?\n\nTHE PRESIDENT: Yes.",
        ["THE PRESIDENT:", "Q", "THE PRESIDENT:", "Q", "THE PRESIDENT:"],
        "a press conference",
    ),
    (
        "SECRETARY ROE: It rained.\n\nQUESTION: Much?\n\nSECRETARY ROE: Yes.\n\nQUESTION: Where?\n\nSECRETARY ROE: Here.",
        ["SECRETARY ROE:", "QUESTION:", "SECRETARY ROE:", "QUESTION:", "SECRETARY ROE:"],
        "a title and a name",
    ),
    ("Q. Will it rain?\nA. Yes.\nQ. When?\nA. Now.", ["Q.", "A.", "Q.", "A."], "question and answer"),
    (
        "[00:01:12] Jane Roe: It rained.\n[00:01:20] John Doe: Much?\n[00:01:31] Jane Roe: Yes.\n[00:01:40] John Doe: Oh.",
        ["[00:01:12] Jane Roe:", "[00:01:20] John Doe:", "[00:01:31] Jane Roe:", "[00:01:40] John Doe:"],
        "times before the names",
    ),
    (
        "JANE ROE, HOST: Welcome.\n\nJOHN DOE: Hello.\n\nROE: Will it rain?\n\nDOE: Yes.\n\nROE: When?\n\nDOE: Now.",
        ["JANE ROE, HOST:", "JOHN DOE:", "ROE:", "DOE:", "ROE:", "DOE:"],
        "a broadcast",
    ),
]

REPORTS = [
    (
        "Rain Falls\n\nRain fell on the town on Monday, and the bridge was closed.\n\nNote: The bridge is old.",
        "one label",
    ),
    (
        "Rain Falls\n\nUpdate: The bridge is open.\n\nPhoto: AP\n\nRelated: Rain\n\nRain fell on the town on Monday.",
        "labels of furniture",
    ),
    (
        "What we know: rain.\n\nRain fell on the town on Monday.\n\nWhere: The town.\n\nWhen: Monday.\n\nWho: Everybody.",
        "labels that are no names",
    ),
]


@pytest.mark.parametrize(("text", "speakers", "why"), SPEAKERS, ids=[case[-1] for case in SPEAKERS])
def test_transcripts(text, speakers, why):
    form, zones = cut(text)

    assert form is Form.TRANSCRIPT
    assert [words for kind, words in zones if kind == "speaker"] == speakers
    assert {kind for kind, _ in zones} <= {"speaker", "speech", "furniture", "headline"}


@pytest.mark.parametrize(("text", "why"), REPORTS, ids=[case[-1] for case in REPORTS])
def test_reports_are_no_transcripts(text, why):
    assert cut(text)[0] is Form.REPORT


def test_the_header_is_furniture_its_title_the_headline_and_its_date_the_moment():
    text = "TRANSCRIPT\nTitle: Talk on Rain\nDate: 7 January 2021\n\nJane Roe: It rained.\n\n(Applause.)\n\nIt did."

    assert cut(text)[1] == [
        ("furniture", "TRANSCRIPT"),
        ("furniture", "Title:"),
        ("headline", "Talk on Rain"),
        ("furniture", "Date: 7 January 2021"),
        ("speaker", "Jane Roe:"),
        ("speech", "It rained."),
        ("furniture", "(Applause.)"),
        ("speech", "It did."),
    ]
    assert (lay_out(text).published.earliest.isoformat(), lay_out(text).published.granularity.value) == (
        "2021-01-07T00:00:00",
        "day",
    )
