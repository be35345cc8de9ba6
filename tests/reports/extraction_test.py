"""Any bytes give reports or reasons, never a traceback, and the same bytes the same."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.intake import make_capture
from stemma.reports import ReportRules, extract

NOW = datetime(2021, 3, 4, tzinfo=UTC)
PROSE = "Rain Falls On Town\n\nRain fell on the town on Monday, the mayor said, and the bridge was closed."


def read(content, name="a.txt", rules=None):
    return extract(make_capture(name, content, "text/plain", NOW), rules)


WRONG = [
    (b"", "is empty", "nothing"),
    (b" \n\t ", "is empty", "white space"),
    (b"\x89PNG\r\n\x1a\n" + bytes(50), "is no text", "a picture"),
    (b"WARC/1.0\r\n", "WARC", "an archive"),
    ("\ufeff".encode(), "is empty", "a mark alone"),
]


@pytest.mark.parametrize(("content", "said", "why"), WRONG, ids=[case[-1] for case in WRONG])
def test_refused(content, said, why):
    extraction = read(content)

    assert extraction.reports == ()
    assert said in extraction.refusals[0].reason


def test_a_text_over_the_limit_is_refused():
    assert "too large" in read(b"rain " * 100, rules=ReportRules(largest_text=100)).refusals[0].reason


def test_mixed_encodings_are_read_and_said():
    extraction = read(PROSE.encode() + " Grüße".encode() + b" caf\xe9")

    assert extraction.reports[0].text.endswith("Grüße café")
    assert "mixes" in extraction.refusals[0].reason


def test_line_ends_and_the_mark_change_nothing():
    plain = read(PROSE.encode()).reports[0]
    other = read(("\ufeff" + PROSE.replace("\n", "\r\n")).encode()).reports[0]

    assert (plain.id, plain.text, plain.zones) == (other.id, other.text, other.zones)


def test_identical_texts_are_one_report_unless_outlet_url_or_id_differ():
    def id_of(**keys):
        return read(json.dumps({"text": PROSE, **keys}).encode(), "a.json").reports[0].id

    ids = [id_of(), id_of(outlet="Echo"), id_of(outlet="Sun"), id_of(url="https://a.example/"), id_of(id="x")]
    assert len(set(ids)) == len(ids)
    assert id_of(outlet="Echo") == id_of(publisher="ECHO")
    assert id_of() == read(PROSE.encode(), "other name.txt").reports[0].id


def test_the_address_and_outlet_that_a_text_states_are_kept():
    text = (
        "Title: Rain Falls On Town\nOutlet: Springfield Echo\nURL: https://echo.example/a\n\n" + PROSE.split("\n\n")[1]
    )
    extraction = read(text.encode())

    assert (extraction.reports[0].url, extraction.reports[0].outlet_id) == (
        "https://echo.example/a",
        "springfield-echo",
    )


def test_right_to_left_text_emoji_and_combining_characters_keep_their_offsets():
    text = (
        "عاجل: المطر 🌧️\n\nهطل المطر على المدينة يوم الاثنين، وقال رئيس البلدية إن الجسر أغلق. "
        "e\u0301\n\n👩‍👩‍👧 Rain fell."
    )
    report = read(text.encode()).reports[0]

    assert report.text == text
    assert all(report.text[zone.start : zone.end].strip() for zone in report.zones)


def test_another_language_is_told():
    german = (
        "Der Fluss ist in der Nacht um zwei Meter gestiegen, und die Brücke war bis zum Abend nicht offen, "
        "sagte die Leiterin der Stadt."
    )

    assert read(german.encode()).reports[0].language == "de"


NAMES = st.sampled_from(["a.txt", "a.json", "a.jsonl", "a.html", "a.xml", "a", "-"])


@settings(max_examples=120, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=120).map(lambda text: text.encode("utf-8", "surrogatepass")), NAMES)
def test_any_bytes_give_reports_or_reasons_and_twice_the_same(content, name):
    first = read(content, name)

    assert first.reports or first.refusals
    assert first == read(content, name)
    assert all("\n" not in refusal.reason for refusal in first.refusals)
