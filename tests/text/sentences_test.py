"""Sentences end at stops, but neither inside marks nor behind short forms."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.text.sentences import sentences

CASES = [
    ("One is. Two is.", ["One is.", "Two is."], "a stop and a capital"),
    (
        '"Two is. And on," he said. She left.',
        ['"Two is. And on," he said.', "She left."],
        "a quotation stays in one piece",
    ),
    ('"No. Yes." He left.', ['"No. Yes."', "He left."], "a quotation that ends with a stop ends its sentence"),
    ('"Why?" Mr. Dell asked. He left.', ['"Why?" Mr. Dell asked.', "He left."], "a question goes on to its cue"),
    (
        'Orr wrote: "Why?" The board said it was late.',
        ['Orr wrote: "Why?"', "The board said it was late."],
        "who says something of his own behind a question begins a sentence",
    ),
    ("She said no. No. 5 won.", ["She said no.", "No. 5 won."], "no before a stop, and before a number"),
    ('"Why?" The fund closed.', ['"Why?"', "The fund closed."], "a question without a cue behind it ends"),
    ("Gen. A. J. Dorn met Sen. Orr vs. Smith.", ["Gen. A. J. Dorn met Sen. Orr vs. Smith."], "titles and initials"),
    (
        "He left the U.S. on Jan. 5. He is back.",
        ["He left the U.S. on Jan. 5.", "He is back."],
        "short forms of months and lands",
    ),
    ("It was 5 p.m. He left.", ["It was 5 p.m.", "He left."], "a short form that ends a sentence"),
    ("Orr, R-Tenn. The board met.", ["Orr, R-Tenn.", "The board met."], "a state's short form that ends a sentence"),
    ("It cost 3.5 million… Then it fell.", ["It cost 3.5 million…", "Then it fell."], "decimals and dots"),
    ("A headline\nA line. Another.", ["A headline", "A line.", "Another."], "a line ends a sentence"),
    ("", [], "no text"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[case[-1] for case in CASES])
def test_sentences(text, expected, why):
    assert [text[start:end] for start, end in sentences(text)] == expected


def test_offsets_are_those_of_the_whole_text():
    assert sentences("Zero. One is. Two is.", 6) == [(6, 13), (14, 21)]


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet='aB. "“”?!\n1', max_size=60))
def test_nothing_is_lost_or_told_twice(text):
    found = sentences(text)

    assert "".join("".join(text[start:end].split()) for start, end in found) == "".join(text.split())
    assert all(left[1] <= right[0] for left, right in pairwise(found))
