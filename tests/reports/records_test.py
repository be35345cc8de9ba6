"""JSON records become reports; offsets hold where a record has its own id."""

import json
from datetime import UTC, datetime

import pytest

from stemma.intake import make_capture
from stemma.reports.records import read_records

NOW = datetime(2021, 3, 4, tzinfo=UTC)
TEXT = "Rain fell on the town on Monday, the mayor said, and the bridge was closed."


def read(value, name="a.json"):
    text = value if isinstance(value, str) else json.dumps(value)
    return read_records(make_capture(name, text.encode(), "application/json", NOW), text)


def test_a_record_with_an_id_keeps_id_and_text():
    report = read({"id": "a1", "text": f"  {TEXT}\r\n", "headline": "Rain Falls"}).reports[0]

    assert (report.id, report.text) == ("a1", f"  {TEXT}\r\n")


def test_a_headline_apart_is_put_in_front_where_there_is_no_id():
    report = read({"text": TEXT, "headline": "Rain Falls On Town"}).reports[0]

    assert report.text == f"Rain Falls On Town\n\n{TEXT}"
    assert [zone.kind.value for zone in report.zones] == ["headline", "body"]


def test_a_headline_that_begins_the_text_is_not_put_there_twice():
    text = f"RAIN FALLS ON TOWN\n\n{TEXT}"

    assert read({"text": text, "title": "Rain Falls on Town"}).reports[0].text == text


KEYS = [
    ({"outlet": "Springfield Echo"}, "springfield-echo", "outlet"),
    ({"publisher": "Springfield Echo"}, "springfield-echo", "publisher"),
    ({"publisher": {"name": "Springfield Echo"}}, "springfield-echo", "a publisher with a name"),
    ({}, None, "none"),
]


@pytest.mark.parametrize(("keys", "outlet_id", "why"), KEYS, ids=[case[-1] for case in KEYS])
def test_outlets(keys, outlet_id, why):
    extraction = read({"text": TEXT, **keys})

    assert extraction.reports[0].outlet_id == outlet_id
    assert [outlet.id for outlet in extraction.outlets] == ([outlet_id] if outlet_id else [])


def test_the_moment_of_a_key_is_read_with_its_zone():
    published = read({"text": TEXT, "published_at": "2021-03-03T10:00:00+01:00"}).reports[0].published

    assert (published.earliest, published.granularity.value, published.zone) == (
        datetime(2021, 3, 3, 10),
        "minute",
        "+01:00",
    )


def test_a_moment_in_the_future_is_kept_and_said():
    extraction = read({"text": TEXT, "published": "2031-01-01"})

    assert extraction.reports[0].published.earliest.year == 2031
    assert "future" in extraction.refusals[0].reason


FORMS = [
    ([{"text": TEXT}, {"text": TEXT + " Again."}], 2, "an array"),
    ({"articles": [{"text": TEXT}]}, 1, "an object that holds a list"),
    (f'{{"text": "{TEXT}"}}\n\n{{"text": "Other. {TEXT}"}}\n', 2, "JSON Lines"),
]


@pytest.mark.parametrize(("value", "count", "why"), FORMS, ids=[case[-1] for case in FORMS])
def test_forms(value, count, why):
    extraction = read(value)

    assert (len(extraction.reports), extraction.refusals) == (count, ())


WRONG = [
    ("{", "no valid JSON", "torn"),
    ("[1, 2]", "record 1 is int", "numbers"),
    ('{"a": 1}', "no key `text`", "no text"),
    ('{"text": 3}', "no `text` that is a string", "a number for a text"),
    ('{"text": " "}', "empty `text`", "an empty text"),
    ("[]", "holds no record", "an empty array"),
    ("[" * 100_000, "nested too deep", "deep nesting"),
    ('{"text": "Rain fell."}\n{"text": \n', "line 2", "one line torn"),
]


@pytest.mark.parametrize(("value", "said", "why"), WRONG, ids=[case[-1] for case in WRONG])
def test_what_cannot_be_read_is_said(value, said, why):
    refusals = read(value).refusals

    assert any(said in refusal.reason for refusal in refusals)
    assert all("\n" not in refusal.reason for refusal in refusals)


def test_two_texts_under_one_id_and_the_same_record_twice_are_said():
    extraction = read(
        [
            {"id": "a", "text": TEXT},
            {"id": "a", "text": "Other. " + TEXT},
            {"id": "b", "text": TEXT},
            {"id": "b", "text": TEXT},
        ]
    )

    assert [report.id for report in extraction.reports] == ["a", "b"]
    assert len(extraction.refusals) == 2


def test_lone_surrogates_are_no_characters():
    extraction = read('{"id": "a", "text": "Rain \\ud800 fell on the town."}')

    assert extraction.reports[0].text == "Rain \ufffd fell on the town."
    assert "surrogates" in extraction.refusals[0].reason
