"""Paragraphs are found whether lines are wrapped, set apart by empty lines, or each a paragraph."""

import textwrap
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.reports.paragraphs import paragraphs

LONG = (
    "The river rose by two metres in one night and the bridge over it stayed closed until the evening of "
    "the next day, the mayor of the town told reporters."
)


def cut(text):
    return [text[paragraph.start : paragraph.end] for paragraph in paragraphs(text)]


def test_wrapped_lines_are_joined_and_short_lines_end_a_paragraph():
    wrapped = "\n".join(textwrap.wrap(LONG, 50))
    text = f"A Short Headline\n{wrapped}\n{wrapped}"

    assert cut(text) == ["A Short Headline", wrapped, wrapped]


def test_a_lone_break_inside_a_sentence_is_no_end():
    assert cut("The river rose by two metres in one night and the bridge over it\nstayed closed.\nThen it opened.") == [
        "The river rose by two metres in one night and the bridge over it\nstayed closed.",
        "Then it opened.",
    ]


def test_windows_line_ends_and_trailing_spaces():
    assert cut("One.  \r\n\r\n  Two.\r\nThree.\r\n") == ["One.", "Two.", "Three."]


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="ab .\n\r\t\u2028\x85é", max_size=80))
def test_no_character_is_lost(text):
    found = paragraphs(text)

    assert "".join("".join(cut(text)).split()) == "".join(text.split())
    assert all(left.end <= right.start for left, right in pairwise(found))
