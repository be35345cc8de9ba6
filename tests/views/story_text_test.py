"""A story as text: findings first, what the value says and no more, nothing over the width."""

import re
from dataclasses import replace

import pytest
from tests.views import example

from stemma.model import Collation, Count, Granularity, Integrity, Stemma, Story
from stemma.views import to_text
from stemma.views.cells import cell_width

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def emptied(collation: Collation) -> Collation:
    nothing = Count(reports=0, lines_min=0, lines_max=0, voices_min=0, voices_max=0)
    return replace(
        collation,
        story=Story(id="s", report_ids=(), began=None, lead_assertion_id=None, count=nothing, findings=()),
        outlets=(),
        reports=(),
        readings=(),
        voices=(),
        matches=(),
        stemma=Stemma(story_id="s", exemplars=(), derivations=(), changes=()),
        utterances=(),
        assertions=(),
        timeline=(),
        refusals=(),
        amendments=(),
        provenances=(),
    )


@pytest.mark.parametrize("width", [40, 60, 80, 132])
def test_no_line_is_over_the_width(collation, hostile, width):
    for story in (collation, hostile, emptied(collation)):
        assert max(map(cell_width, to_text(story, width).splitlines())) <= width
        assert max(map(cell_width, to_text(story, width, colour=True).splitlines())) <= width


def test_the_count_and_the_findings_come_first(collation):
    lines = to_text(collation, 100).splitlines()

    assert lines[0].startswith("5 reports, 2-3 lines, 1 voice   “the council has no plan to sell the island ferry”")
    assert lines[1] == "  ! C has “sixteen” islanders where A has “six”"
    assert lines[8] == "  and 1 further finding; --json and --html have all."


def test_the_count_is_not_told_twice(collation):
    told = replace(collation.story.findings[0], kind="count", text="told already")
    story = replace(collation, story=replace(collation.story, findings=(told,)))

    assert "told already" not in to_text(story)


SAID = [
    ("A Harbour Gazette -- has its text from Northwire (not seen), copied (0.97)", "from .95 it is said plainly"),
    ("C c.txt -- probably has its text from A, copied (0.86)", "from .80 probably"),
    ("B Delta Courier -- from A (0.52) or from Northwire (not seen) (0.45): undecided", "below that, both candidates"),
    ("probably has its text from an unnamed text (not seen)", "an exemplar without a name"),
    ("tells of the same speech or document as E, in its own words", "the same occasion is no copy"),
    ("transcript: taken as what was said", "a transcript is named as one"),
    ("word for word as in the transcript", "only a transcript makes words word for word"),
    (
        "in marks here only; A has the same words as its own; or A took the marks away",
        "what is seen, not what was done",
    ),
    ("“may be hard” → “will be tough”; “once” → “if”", "edits in the words of the texts"),
    ("touches: certainty, modality", "what the edits touch"),
    ("here nobody is named as saying it", "a dropped attribution"),
    ("number: at least six in A, at least sixteen in C (A against C)", "a conflict with both sides"),
    ("2025-03-04 (inferred by way of A)", "an inferred date is shown as inferred"),
    ("“six” → “sixteen”", "a change without a note in the words of both"),
    ("would settle it: whether Coast Radio heard the mayor itself", "what would settle a range"),
    ("reports/photo.jpg: not a text: passed over", "what was refused"),
    ("! x ! . . islanders crossed to the town hall on foot", "contested claims by report"),
    ("outlet unknown", "an outlet that is not known"),
]


@pytest.mark.parametrize(("words", "why"), SAID, ids=[case[-1] for case in SAID])
def test_the_text_says(collation, words, why):
    told = " ".join(to_text(collation, 200).split())

    assert words in told


def test_without_a_transcript_nothing_is_word_for_word(collation):
    wordings = (
        replace(collation.utterances[0].wordings[1], against_report_id="b"),
        replace(collation.utterances[0].wordings[2], integrity=Integrity.PUNCTUATION, edits=(), touches=()),
    )
    told = to_text(replace(collation, utterances=(replace(collation.utterances[0], wordings=wordings),)))

    assert "same words as in B" in told
    assert "word for word" not in told
    assert "verbatim" not in told


def test_colour_only_where_asked(collation):
    plain, coloured = to_text(collation), to_text(collation, colour=True)

    assert "\x1b" not in plain
    assert ESCAPE.sub("", coloured) == plain


def test_hostile_words_cannot_steer_the_terminal(hostile):
    told = to_text(hostile)

    assert "\x1b" not in told
    assert "\u202e" not in told
    assert "alert(1)" in told


def test_a_story_without_anything_is_still_told(collation):
    assert to_text(emptied(collation)) == "0 reports, 0 lines, 0 voices\n"


def test_many_reports_are_folded(collation):
    many = tuple(replace(example.REPORTS[2], id=f"r{number}") for number in range(200))
    told = to_text(replace(collation, reports=many))

    assert "and 160 more reports; --json and --html have all." in told
    assert len(told.splitlines()) < 400


def test_years_do_not_push_days_out_of_the_timeline(collation):
    year = replace(
        collation.timeline[0].moment, granularity=Granularity.YEAR, latest=collation.timeline[0].moment.earliest
    )
    many = tuple(replace(collation.timeline[0], moment=year, text=f"long ago {number}") for number in range(30))
    text = to_text(replace(collation, timeline=(*many, *collation.timeline)))

    assert "the mayor spoke" in text
    assert "long ago" not in text
    assert "and 30 more entries; --json and --html have all." in text


def test_years_alone_are_told(collation):
    year = replace(collation.timeline[0].moment, granularity=Granularity.YEAR)
    text = to_text(replace(collation, timeline=(replace(collation.timeline[0], moment=year, text="long ago"),)))

    assert "long ago" in text


def test_a_lead_that_few_reports_carry_says_of_how_many(collation):
    ids = tuple(f"r{number}" for number in range(12))

    assert to_text(replace(collation, story=replace(collation.story, report_ids=ids))).startswith(
        "5 of 12 reports, 2-3"
    )
