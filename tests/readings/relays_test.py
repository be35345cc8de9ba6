"""Who passes words on: cited beside or before the cue, quoted, seen, told, in an interview, through a lawyer, by an account."""

from dataclasses import replace

import pytest
from tests.readings.made import BY_RULES, made_report

from stemma.readings import read

RELAYS = [
    (
        "The Evening Post, quoting an unnamed aide, said that the letter was sent.",
        ("an unnamed aide", "Evening Post"),
        "cited between the newsroom and its verb",
    ),
    (
        "Quoting a police source, the Daily Echo said two men fled.",
        ("a police source", "Daily Echo"),
        "cited before the newsroom",
    ),
    (
        "According to the Evening Post, which cited a leaked memo, the port will close.",
        ("a leaked memo", "Evening Post"),
        "cited behind the newsroom's name",
    ),
    (
        "State television, citing the cabinet office, said the mayor would go.",
        ("cabinet office", "state television"),
        "a newsroom of which only the sort is named cites",
    ),
    (
        "The Daily Post quoted a ministry official as saying that six people were missing.",
        ("a ministry official", "Daily Post"),
        "quoted as saying",
    ),
    (
        "“It is over,” Ada Orr was quoted by Coast Radio as saying.",
        ("Ada Orr", "Coast Radio"),
        "was quoted as saying",
    ),
    (
        "According to a document seen by the Evening Post, the mayor lied.",
        ("a document seen by the Evening Post", "Evening Post"),
        "a document that a newsroom has seen",
    ),
    (
        "The mayor told state television that all was well.",
        ("mayor", "state television"),
        "told to a newsroom of which only the sort is named",
    ),
    (
        "In an interview with the Harbour Post on Monday, Bo Lind said he knew.",
        ("Bo Lind", "Harbour Post"),
        "an interview before the voice",
    ),
    ("Orr’s office, when contacted by Reuters, said she was ill.", ("Orr’s office", "Reuters"), "asked by a newsroom"),
    (
        "The clinic said through its lawyer, Bo Lind, that it would help.",
        ("clinic", "Bo Lind"),
        "said through a lawyer",
    ),
    (
        "The Board said, through spokesman Bo Lind, that it was untrue.",
        ("Board", "Bo Lind"),
        "said through a spokesman",
    ),
]


def told(text, outlet_id=None):
    report = replace(made_report(text), outlet_id=outlet_id)
    reading = read(report, BY_RULES)
    names = {one.id: one.name for one in reading.voices}
    return [(names.get(one.voice_id), names.get(one.via)) for one in reading.attributions]


@pytest.mark.parametrize(("text", "expected", "why"), RELAYS, ids=[case[-1] for case in RELAYS])
def test_who_passes_words_on(text, expected, why):
    assert expected in told(text)


def test_whom_a_newsroom_cites_says_nothing_that_is_not_told():
    text = "The fund was empty, Reuters reported, citing a senior official."

    assert told(text) == [("a senior official", "Reuters")]


def test_later_words_of_an_interview_come_by_way_of_it():
    text = (
        "Bo Lind told the Harbour Post that he was ill. In the interview, Lind said he would rest. Lind said no more."
    )

    assert told(text)[:2] == [("Bo Lind", "Harbour Post")] * 2
    assert told(text)[2:] == [("Bo Lind", None)]


def test_a_quotation_by_an_account_comes_by_way_of_it():
    text = "Bo Lind met them. “We need help,” he said, according to notes of the Harbour Board."

    assert ("Bo Lind", "notes of the Harbour Board") in told(text)


def test_a_report_that_a_newspaper_published_is_its_own():
    assert told("A report published in the Harbour Post said that the fund was empty.")[0][1] is None


@pytest.mark.parametrize("outlet_id", ["harbour-post", "harb-post", "harbourpost-com"])
def test_nobody_is_told_by_way_of_the_own_outlet(outlet_id):
    assert told("Bo Lind told the Harbour Post that he was ill.", outlet_id) == [("Bo Lind", None)]


def test_a_newsroom_s_short_form_is_that_newsroom():
    reading = read(made_report("Bo Lind told the Harbour Post that he was ill. The Post said he was not."), BY_RULES)

    assert [one.name for one in reading.voices] == ["Bo Lind", "Harbour Post"]


NETWORK = [
    (
        "A senior official said the work might take weeks, Northwire reported.",
        ("a senior official", "Northwire"),
        "what a newsroom that nobody knows reports somebody to have said",
    ),
    (
        "Vlast reported on Monday, citing the ministry, that ten had died.",
        ("ministry", "Vlast"),
        "cited between the cue and what is said",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), NETWORK, ids=[case[-1] for case in NETWORK])
def test_who_passes_words_on_as_the_network_marks_them(text, expected, why):
    reading = read(made_report(text))
    names = {one.id: one.name for one in reading.voices}

    assert expected in [(names.get(one.voice_id), names.get(one.via)) for one in reading.attributions]
