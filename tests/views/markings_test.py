"""Where a report differs from its base."""

from dataclasses import replace

import pytest
from tests.views import example

from stemma.model import Match, Span
from stemma.views.index import index_of
from stemma.views.markings import marks_of
from stemma.views.passages import passages_of

CASES = [
    ("The ferry may sail on Friday.", "The ferry will sail on Friday.", [("will", "may")], "a word exchanged"),
    ("The ferry may sail.", "THE FERRY may sail!", [], "case and marks are no difference"),
    ("The old ferry sails today.", "The ferry sails today.", [("", "old")], "a word left out"),
    ("The ferry sails today.", "The old ferry sails today.", [("old", "")], "a word put in"),
    ("The ferry sails.", "The ferry sails today", [("today", "")], "a word put in at the end"),
]


def compared(before, after):
    base = replace(example.REPORTS[2], id="base", text=before, zones=())
    report = replace(example.REPORTS[2], id="own", text=after, zones=())
    match = Match(
        left=Span("base", 0, len(before)), right=Span("own", 0, len(after)), edits=(), score=0.9, surprisal=20.0
    )
    index = index_of(replace(example.COLLATION, reports=(base, report), matches=(match,)))
    return marks_of(passages_of(index, (base, report)), report, base)


@pytest.mark.parametrize(("before", "after", "expected", "why"), CASES, ids=[case[-1] for case in CASES])
def test_marks_of(before, after, expected, why):
    assert [(after[mark.start : mark.end], mark.instead) for mark in compared(before, after)] == expected


def test_sentences_without_a_fellow_carry_no_marks():
    index = index_of(replace(example.COLLATION, matches=()))
    passages = passages_of(index, example.REPORTS)

    assert marks_of(passages, example.REPORTS[1], example.REPORTS[0]) == []
