"""Newsrooms that prose cites: who was told, who reported, who was first, who has seen a document; nobody else."""

import pytest

import stemma
from stemma.model import Report, Zone, ZoneKind
from stemma.readings import ReadingRules, read
from stemma.readings.citations import find_citations

CITED = [
    ("“It was high,” the mayor told CNN on Monday.", [("told", "CNN")], "told"),
    (
        "The mayor told the Harbour Post’s Jane Roe that it was high.",
        [("told", "Harbour Post")],
        "told one of its writers",
    ),
    ("The mayor said in an interview with The Harbour Post.", [("told", "Harbour Post")], "an interview"),
    (
        "Two aides told CNN. The Washington Post first reported it.",
        [("told", "CNN"), ("first", "Washington Post")],
        "a name ends with its sentence",
    ),
    ("Her office, contacted by Reuters, said no.", [("told", "Reuters")], "contacted"),
    ("In a CBS interview, the mayor said it was high.", [("told", "CBS")], "an interview of it"),
    ("She told Britain’s ITV television that it was high.", [("told", "ITV")], "whose country is named"),
    ("“It was high,” she said on ABC’s “Good Day”.", [("told", "ABC")], "a programme"),
    ("The mayor said in an email to Reuters that it was high.", [("told", "Reuters")], "written to it"),
    ("The bridge was unsafe, CNN reported, citing two officials.", [("reported", "CNN")], "reported"),
    (
        "The bridge was unsafe, the Halden Ledger and the Northern Courier reported.",
        [("reported", "Halden Ledger"), ("reported", "Northern Courier")],
        "two that reported it",
    ),
    ("According to Coast Radio, the bridge was unsafe.", [("reported", "Coast Radio")], "according to"),
    ("The bridge was unsafe, according to Reuters.", [("reported", "Reuters")], "according to, behind"),
    ("The firm knew, Axios’s Ann Poe wrote on Monday.", [("reported", "Axios")], "one of its writers wrote"),
    ("The mayor wrote in a Harbour Post op-ed that it was high.", [("reported", "Harbour Post")], "an op-ed"),
    ("The crack was first reported by The Harbour Post.", [("first", "Harbour Post")], "first reported by"),
    ("The crack was first reported by Quayside.", [("first", "Quayside")], "first reported by an unknown one"),
    ("Axios first reported the crack.", [("first", "Axios")], "first, before the verb"),
    ("According to a document seen by Reuters, it was unsafe.", [("seen", "Reuters")], "a document seen"),
    ("A memo obtained by The Harbour Post says so.", [("seen", "Harbour Post")], "a document obtained"),
    ("The Harbour Post has it. The Post reported a crack.", [("reported", "Harbour Post")], "a short form"),
    ("Coast Radio told its listeners that it was high.", [("reported", "Coast Radio")], "told its public"),
    (
        "Channel Orrin told viewers in its late bulletin that it was high.",
        [("reported", "Channel Orrin")],
        "a name that begins with the trade",
    ),
    ("The mayor told Quay FM that it was high.", [("told", "Quay FM")], "a station by its band"),
    ("The Post-Herald puts the damage at a million.", [("reported", "Post-Herald")], "two names of the trade in one"),
    (
        "Quay Ledger, a website that tracks ships, puts the number of boats at 30.",
        [("reported", "Quay Ledger")],
        "one that is said to be a website",
    ),
    ("The Channel Islands reported a storm.", [], "islands"),
    ("The mayor told viewers that it was high.", [], "a person who told the public"),
    ("The station reported that it was high.", [], "a station, and none was named"),
    ("The mayor told the council that it was high.", [], "told a body"),
    ("The mayor told Jane Roe that it was high.", [], "told a person"),
    ("A Reuters poll found most residents in favour.", [], "a poll"),
    ("The bridge leads, according to a CNN poll.", [], "according to a poll"),
    ("Clinton leads, according to a Fox News tracking survey.", [], "according to a survey"),
    ("The Associated Press fired a reporter on Monday.", [], "a newsroom as the news"),
    ("CNN said in a statement that it regretted the error.", [], "a newsroom that speaks for itself"),
    ("He told Fox News executives that he would not come.", [], "told those who own it"),
    ("The debate will be shown on CNN on Monday.", [], "what it shows"),
    ("The ministry reported three deaths on Monday.", [], "a ministry reported"),
    ("Exxon reported a profit on Monday.", [], "a firm reported"),
]


def report_of(text, outlet_id=None):
    return Report(
        id="r",
        capture_id="c",
        path="r.txt",
        url=None,
        outlet_id=outlet_id,
        text=text,
        zones=(Zone(kind=ZoneKind.BODY, start=0, end=len(text)),),
        credits=(),
        published=None,
        language="en",
    )


@pytest.mark.parametrize(("text", "expected", "why"), CITED, ids=[case[-1] for case in CITED])
def test_citations(text, expected, why):
    found = find_citations(report_of(text))

    assert [(one.kind.value, one.name) for one in found] == expected
    assert all(one.name.endswith(one.span.cut(text).removeprefix("The ")) for one in found)


AGAIN = [
    ("Coast Radio reported a crack. The station said it was old.", "Coast Radio", "a station"),
    ("The Harbour Post reported a crack. It was old, the paper told its readers.", "Harbour Post", "a paper"),
    ("The Harbour Post reported a crack. The station said it was old.", None, "a station, and a paper was named"),
    ("The Harbour Post reported a crack. A girl who sat the paper said it was hard.", None, "a paper that is sat"),
    (f"The Harbour Post reported a crack. {'It rained. ' * 60}The paper said it was old.", None, "named far before"),
]


@pytest.mark.parametrize(("text", "name", "why"), AGAIN, ids=[case[-1] for case in AGAIN])
def test_a_newsroom_is_cited_again_by_its_sort(text, name, why):
    again = find_citations(report_of(text))[1:]

    assert [(one.kind.value, one.name) for one in again] == ([] if name is None else [("reported", name)])


def test_who_is_cited_again_by_its_sort_is_one_voice():
    reading = read(report_of("Coast Radio reported a crack. The station said the bridge was old."))

    assert [(one.name, one.kind.value) for one in reading.voices] == [("Coast Radio", "newsroom")]
    assert {one.voice_id for one in reading.attributions} == {reading.voices[0].id}


def via_of(text, outlet_id=None, reader="fast"):
    reading = read(report_of(text, outlet_id), ReadingRules(reader=reader))
    names = {voice.id: (voice.name, voice.kind.value) for voice in reading.voices}
    return [names.get(one.via) for one in reading.attributions]


def test_what_is_said_to_a_newsroom_comes_by_way_of_it():
    assert via_of("“It was high,” the mayor told Axios on Monday.") == [("Axios", "newsroom")]


def test_what_is_said_to_the_reports_own_outlet_comes_straight():
    assert via_of("“It was high,” the mayor told CNN on Monday.", "cnn-com") == [None]


def test_a_newsroom_that_tells_all_of_it_passes_it_on():
    assert ("Coast Radio", "newsroom") in via_of("The mayor said the river was high, Coast Radio reported.")
    assert ("CNN", "newsroom") in via_of("“It was high,” the mayor said, CNN reported.", reader="network")


def test_furniture_cites_nobody():
    text = "Rain Falls On Old Town\n\nBy Jane Roe\n\nRain fell on the town on Monday, she said.\n\nRead more: Mayor told CNN"

    assert stemma.read({"id": "a", "text": text}).reading.citations == ()
