"""A check as text, a reading as text and as a page, a story in one paragraph."""

from dataclasses import replace

import pytest
from tests.views import example

from stemma.model import Integrity
from stemma.views import check_to_text, notebook_html, reading_to_html, reading_to_text, summary
from stemma.views.cells import cell_width
from stemma.views.highlights import highlighted

CHECKED = [
    ("1 word for word", "how many of each class"),
    (
        "and we will not run it half empty.” (Ilsa Brandt) word for word as in the transcript",
        "held",
    ),
    ("“may be hard” → “will be tough”", "the edits"),
    ("touches: certainty, modality", "what they touch"),
    ("Not in the transcript (which may be partial)", "the rest under its own heading"),
    ("a part of the words in the transcript", "a fragment"),
]


@pytest.mark.parametrize(("words", "why"), CHECKED, ids=[case[-1] for case in CHECKED])
def test_a_check_says(collation, words, why):
    assert words in " ".join(check_to_text(collation, 300).split())


def test_altered_wordings_come_first_and_the_rest_last(collation):
    told = check_to_text(collation, 300)

    assert told.index("will be tough") < told.index("word for word as in the transcript")
    assert told.index("questions about the price") > told.index("Not in the transcript (which")


def test_what_is_not_in_the_transcript_is_never_under_it(collation):
    wordings = tuple(replace(one, integrity=Integrity.NOT_IN_TRANSCRIPT) for one in example.UTTERANCES[0].wordings[1:])
    utterances = (replace(example.UTTERANCES[0], wordings=wordings),)
    told = check_to_text(replace(collation, utterances=utterances))

    assert "Against the transcript" not in told


READ = [
    ("Ilsa Brandt (person; 3 mentions)", "voices"),
    ("harbour office, indirect, by way of Ilsa Brandt", "a chain"),
    ("shown by: Mayor Ilsa Brandt / said", "what shows it"),
    ("“on Tuesday” 2025-03-04", "times"),
    ("“in spring” not anchored", "a time that nothing anchors"),
    ("“At least six” at least 6 islanders", "numbers with bounds"),
    ("Torsvik (place)", "names"),
    ("credits Northwire (agency); by Tom Aalto", "credits"),
]


@pytest.mark.parametrize(("words", "why"), READ, ids=[case[-1] for case in READ])
def test_a_reading_says(words, why):
    assert words in " ".join(reading_to_text(example.REPORTS[0], example.READINGS[0], 200).split())


@pytest.mark.parametrize("width", [40, 80])
def test_readings_and_checks_keep_the_width(hostile, width):
    reading = replace(example.READINGS[0], voices=hostile.voices)
    texts = (reading_to_text(example.REPORTS[0], reading, width), check_to_text(hostile, width))

    assert max(cell_width(line) for text in texts for line in text.splitlines()) <= width


def test_a_highlighted_report_shows_every_character_once():
    sheet = highlighted(example.REPORTS[0], example.READINGS[0])
    shown = "\n".join("".join(one.text for one in paragraph.stretches) for paragraph in sheet.paragraphs)

    assert shown == example.TEXTS["a"]


def test_roles_are_told_by_words_too():
    page = reading_to_html(example.REPORTS[0], example.READINGS[0])

    assert 'title="1: Ilsa Brandt, indirect"' in page
    assert "(double line)" in page


def test_a_summary_is_one_paragraph(collation):
    told = summary(collation)

    assert told.startswith("5 reports, 2-3 lines, 1 voice for “the council has no plan to sell the island ferry”")
    assert "\n" not in told


def test_a_notebook_shows_count_findings_and_reports(collation):
    told = notebook_html(collation)

    assert "<strong>5 reports, 2-3 lines, 1 voice</strong>" in told
    assert told.count("<li>") == 7
    assert "A Harbour Gazette" in told
