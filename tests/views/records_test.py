"""The JSON of a story: its keys, its two ways to write a span, and nothing lost."""

import json

import pytest
from tests.views import example

from stemma.model import Edit, Match, Span, from_record, to_record
from stemma.views import check_to_json, reading_to_json, to_json, to_json_many

STORY_KEYS = (
    "format version stamp story outlets reports readings voices matches exemplars derivations "
    "utterances assertions changes amendments citings provenances timeline refusals"
).split()

PAIRS = [
    (("readings", 0, "attributions", 0, "source", 0), "a", "Mayor Ilsa Brandt", "a reading belongs to one report"),
    (("derivations", 1, "spans", 0), "b", example.LEAD, "a derivation names its report"),
    (("utterances", 0, "wordings", 0, "spans", 0), "t", example.QUOTE, "a wording names its report"),
    (
        ("assertions", 0, "claims", 3, "spans", 0),
        "d",
        "selling the ferry is not on the table",
        "a claim names its report",
    ),
    (("timeline", 0, "spans", 0), "a", "on Tuesday", "an entry of the timeline names its report"),
    (("readings", 0, "quantities", 0, "span"), "a", "At least six", "a quantity belongs to its reading"),
]


def dig(record, path):
    for step in path:
        record = record[step]
    return record


def test_a_story_has_the_keys_of_its_format(collation):
    record = to_json(collation)

    assert list(record) == STORY_KEYS
    assert (record["format"], record["version"]) == ("stemma.story", 1)


@pytest.mark.parametrize(("path", "report_id", "words", "why"), PAIRS, ids=[case[-1] for case in PAIRS])
def test_spans_of_a_report_are_pairs(collation, path, report_id, words, why):
    start, end = dig(to_json(collation), path)

    assert example.TEXTS[report_id][start:end] == words


def test_spans_that_may_lie_anywhere_name_their_report(collation):
    record = to_json(collation)
    places = [
        *record["changes"][0]["before"],
        *record["assertions"][1]["conflicts"][0]["left"],
        *record["voices"][0]["named_in"],
        *record["derivations"][0]["evidence"][0]["spans"],
        *record["story"]["findings"][0]["spans"],
        record["matches"][0]["left"],
    ]

    assert all(set(place) == {"report_id", "start", "end"} for place in places)


def test_moments_are_wall_clock_times_to_the_minute(collation):
    reports = to_json(collation)["reports"]

    assert reports[0]["published"]["earliest"] == "2025-03-05T08:30"
    assert reports[3]["published"]["latest"] == "2025-03-05T23:59"
    assert reports[1]["published"] is None


def test_an_outlet_is_its_name_or_null(collation):
    reports = to_json(collation)["reports"]

    assert [report["outlet"] for report in reports] == [
        "Harbour Gazette",
        "Delta Courier",
        None,
        "Coast Radio",
        "Town of Torsvik",
    ]


def test_matches_survive_the_way_there_and_back(collation):
    for match, record in zip(collation.matches, to_json(collation)["matches"], strict=True):
        assert from_record(record, Match) == match


def test_edits_of_a_wording_survive(collation):
    wording = to_json(collation)["utterances"][0]["wordings"][2]

    assert tuple(from_record(edit, Edit) for edit in wording["edits"]) == example.QUOTE_EDITS


def test_no_field_of_a_value_is_lost(collation):
    """Whatever the general codec writes of an utterance, an assertion, a change stands in our record too."""
    record = to_json(collation)
    values = [
        (collation.utterances[0].wordings[2], record["utterances"][0]["wordings"][2]),
        (collation.assertions[1], record["assertions"][1]),
        (collation.stemma.derivations[1], record["derivations"][1]),
        (collation.stemma.changes[0], record["changes"][0]),
        (collation.readings[0].attributions[1], record["readings"][0]["attributions"][1]),
        (collation.story, record["story"]),
        (collation.story.findings[0], record["story"]["findings"][0]),
        (collation.timeline[0], record["timeline"][0]),
        (collation.voices[0], record["voices"][0]),
    ]

    for value, written in values:
        assert set(to_record(value)) <= set(written)


def test_the_record_is_plain_json_with_any_text(hostile):
    record = to_json(hostile)

    assert json.loads(json.dumps(record)) == record


def test_several_stories_stand_under_one_name(collation):
    record = to_json_many([collation, collation], example.REFUSALS)

    assert (record["format"], len(record["stories"]), len(record["refusals"])) == ("stemma.stories", 2, 2)


def test_a_reading_names_report_and_voices():
    record = reading_to_json(example.REPORTS[0], example.READINGS[0], "Harbour Gazette")

    assert (record["format"], record["version"]) == ("stemma.reading", 1)
    assert record["report"]["outlet"] == "Harbour Gazette"
    assert record["voices"][0]["name"] == "Ilsa Brandt"
    assert Span("a", *record["times"][0]["span"]).cut(example.TEXTS["a"]) == "on Tuesday"


def test_a_check_parts_report_and_transcript(collation):
    record = check_to_json(collation)

    assert [report["id"] for report in record["transcripts"]] == ["t"]
    assert all(wording["report_id"] != "t" for wording in record["wordings"])
    assert {wording["utterance_id"] for wording in record["wordings"]} == {"u-repair", "u-questions", "u-crossing"}
