"""What an editor reads first: in whole words that stand in the texts, each thing once, every report by name."""

import re

import pytest
from tests.golden.truths import STORIES, told

from stemma.model import Count, Finding, Span
from stemma.stories.findings import _once, count_words
from stemma.stories.scenery import clipped
from stemma.text.words import words

_QUOTED = re.compile(r'"([^"]+)"')
_CUT = re.compile(r"\s*(?:\.\.\.|…)\s*")


def keys(text):
    return [word.key.removesuffix("'s") for word in words(text)]


def stands_in(wanted, texts):
    size = len(wanted)
    return any(text[at : at + size] == wanted for text in texts for at in range(len(text) - size + 1))


@pytest.mark.parametrize("story", STORIES)
def test_words_between_marks_stand_whole_in_the_texts(story):
    collation = told(story).collation
    texts = [keys(report.text) for report in collation.reports]
    shown = [
        piece
        for finding in collation.story.findings
        for quoted in _QUOTED.findall(finding.text)
        for piece in _CUT.split(quoted)
        if piece.strip()
    ]

    assert [piece for piece in shown if not stands_in(keys(piece), texts)] == []


@pytest.mark.parametrize("story", STORIES)
def test_a_finding_that_names_a_report_names_its_outlet(story):
    value = told(story)
    names = {outlet.id: outlet.name for outlet in value.collation.outlets}
    known = [report for report in value.collation.reports if report.outlet_id in names]
    for finding in value.collation.story.findings:
        first = re.match(r"([A-Z]) (?!\()(?:has|quotes|leaves|adds|tells|probably|may|corrects)\b", finding.text)
        letters = "ABCDEFGHIJ"[: len(value.collation.reports)]
        unnamed = first and value.collation.reports[letters.index(first[1])]

        assert unnamed not in known


def test_a_warning_whose_words_all_stand_in_a_weightier_one_is_left_out():
    whole = Finding(kind="a", weight=9.0, text="first", spans=(Span("x", 0, 40),), is_warning=True)
    part = Finding(kind="b", weight=8.0, text="second", spans=(Span("x", 10, 20),), is_warning=True)
    other = Finding(kind="b", weight=7.0, text="third", spans=(Span("x", 10, 20), Span("y", 0, 5)), is_warning=True)

    assert list(_once([whole, part, other, other])) == [whole, other]


CUTS = [
    ("We might find it hard", 8, "We might…", "the cut falls behind a whole word"),
    ("We might find it hard", 10, "We might…", "never inside one"),
    ("We might, find it", 9, "We might…", "and leaves no comma"),
    ("We might", 8, "We might", "what fits is whole"),
]


@pytest.mark.parametrize(("text", "most", "expected", "why"), CUTS, ids=[case[-1] for case in CUTS])
def test_clipped(text, most, expected, why):
    assert clipped(text, most) == expected


def test_a_count_in_words():
    told_ = count_words(Count(reports=1, lines_min=1, lines_max=1, voices_min=0, voices_max=2))

    assert told_ == "1 report, 1 line, 0-2 voices"
