"""Text in a terminal: widths, wrapping, and nothing that steers it."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.views.cells import cell_width, clean, clip, isolate, pad, wrap

WIDTHS = [
    ("ferry", 5, "plain letters fill one cell"),
    ("海港", 4, "wide letters fill two"),
    ("cafe\u0301", 4, "a combining accent fills none"),
    ("a\u200db", 2, "a joiner fills none"),
    ("\x1b[33;1m!\x1b[0m", 1, "colour fills none"),
]


@pytest.mark.parametrize(("text", "width", "why"), WIDTHS, ids=[case[-1] for case in WIDTHS])
def test_cell_width(text, width, why):
    assert cell_width(text) == width


HARMFUL = [
    ("a\x1b[2Jb", "a [2Jb", "an escape cannot clear the screen"),
    ("a\rb", "a b", "a return cannot write over the line"),
    ("a\u202eb", "ab", "an override cannot turn the line round"),
    ("a\x9b31mb", "a 31mb", "an eight-bit escape is no better"),
    ("a\ud800b", "a b", "half a character cannot break the output"),
]


@pytest.mark.parametrize(("text", "cleaned", "why"), HARMFUL, ids=[case[-1] for case in HARMFUL])
def test_clean(text, cleaned, why):
    assert clean(text) == cleaned


@given(st.text(max_size=200), st.integers(12, 60))
@settings(deadline=None, max_examples=60)
def test_no_wrapped_line_is_too_long_and_no_letter_is_lost(text, width):
    lines = wrap(clean(text), width, "  - ")

    assert all(cell_width(line) <= width for line in lines)
    assert "".join("".join(lines).split()).removeprefix("-") == "".join(clean(text).split())


@given(st.text(max_size=80), st.integers(2, 40))
@settings(deadline=None, max_examples=60)
def test_a_clipped_text_fits(text, width):
    assert cell_width(clip(clean(text), width)) <= width


@given(st.text(max_size=80))
@settings(deadline=None, max_examples=60)
def test_clean_text_has_no_control_characters(text):
    assert not [sign for sign in clean(text) if unicodedata.category(sign) == "Cc"]


def test_right_to_left_words_stay_isolated_over_a_line_break():
    lines = wrap(f"The union {isolate('اتحاد البحارة في الميناء القديم')} asked", 20)

    assert len(lines) > 1
    assert all(line.count("\u2068") == line.count("\u2069") for line in lines)


def test_padding_counts_cells():
    assert pad("海", 4) == "海  "
