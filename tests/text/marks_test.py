"""Quotation marks are paired by type, and a stray one spoils nothing behind it."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.text.marks import marked

CASES = [
    ("He said: “Go on.” She left.", ["Go on."], "curly marks"),
    ('He said: "Go on." She left.', ["Go on."], "straight marks"),
    ("''Go on,'' he said. ''Now.''", ["Go on,", "Now."], "two apostrophes are one mark"),
    ("„Weiter“, sagte er. «Plus loin» dit-il", ["Weiter", "Plus loin"], "low and angle marks"),
    ("»Weiter«, sagte er, »geht es.« Er ging.", ["Weiter", "geht es."], "angle marks that point inwards"),
    ("« Plus loin », dit-il.", [" Plus loin "], "angle marks with spaces inside"),
    ("»Vidare», sade han.", ["Vidare"], "angle marks that all point right"),
    (
        "‘Go on,’ she said. ‘It’s the crew’s turn.’",
        ["Go on,", "It’s the crew’s turn."],
        "single marks beside apostrophes",
    ),
    ("It's the '90s and the crews' boats aren't here", [], "apostrophes and decades are no marks"),
    ("‘the crews’ boats,’ she said", ["the crews’ boats,"], "a plural's apostrophe does not close"),
    ("“She told me ‘go on’ twice,” he said", ["She told me ‘go on’ twice,", "go on"], "a quotation inside a quotation"),
    ("\"She told me 'go on' twice,\" he said", ["She told me 'go on' twice,", "go on"], "the same with straight marks"),
    (
        "\"It says he 'wrote of 'some other towns,'' as it seems,\" she said",
        ["It says he 'wrote of 'some other towns,'' as it seems,", "wrote of 'some other towns,'", "some other towns,"],
        "two apostrophes close two quotations inside a third",
    ),
    ("“One.\n\n“Two.”", ["One.", "Two."], "a quotation over two paragraphs opens anew"),
    ('"One.\n\n"Two," he said.', ["One.", "Two,"], "the same with straight marks over two paragraphs"),
    (
        "The “fund is empty, he said.\nIt is “not” so.",
        ["fund is empty, he said.", "not"],
        "an unclosed mark ends with its paragraph",
    ),
    (
        '"Odd one, he said. "Then more," she said.',
        ["Odd one, he said.", "Then more,"],
        "a lost closing mark does not turn the rest",
    ),
    ('It was so" and then "good" was it', ["good"], "a stray closing mark is passed over"),
    ('He is 5\'10" tall and said "no" to a 12" pipe', ["no"], "feet and inches are no marks"),
    ('“Go on," he said. “More,”', ["Go on,", "More,"], "a curly mark may be closed by a straight one"),
    ("”Go on,” he said", ["Go on,"], "a mark set the wrong way round opens all the same"),
    ("“Go on,“ he said. It is fine.", ["Go on,"], "and closes all the same"),
    ('He (“a pilot”) and "b"-"c"', ["a pilot", "b", "c"], "marks beside brackets and dashes"),
    (
        "“It was\nlate in the year,” he said",
        ["It was\nlate in the year,"],
        "a line that is merely wrapped ends no paragraph",
    ),
    (
        '"Go on, "she said. "No, "they said.',
        ["Go on, ", "No, "],
        "a closing mark that a gap has parted from its quotation",
    ),
    ('"I said, "go," and he went."', ["I said,", "go,"], "but not where the next mark closes what this one opens"),
    (
        "He said: “Go on.\nThey won't be ‘glad’.\nWe stay,” and left.\nThe “old” boat.",
        ["Go on.", "They won't be ‘glad’.", "glad", "We stay,", "old"],
        "a quotation that opens once and closes two lines below",
    ),
    (
        "A friend said: 'He’ s a good kid.\nThey'd all looked after him.\nHis mother too. '\nThe boys' house is empty.",
        ["He’ s a good kid.", "They'd all looked after him.", "His mother too. "],
        "the same with single marks",
    ),
    ("", [], "no text"),
    ('"', [], "a mark alone"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[case[-1] for case in CASES])
def test_marked(text, expected, why):
    assert [text[mark.inner_start : mark.inner_end] for mark in marked(text)] == expected


def test_depth_and_closing_are_told():
    found = marked("“She told me ‘go on’ twice,” he said, “and")

    assert [(mark.depth, mark.is_closed) for mark in found] == [(0, True), (1, True), (0, False)]


@settings(max_examples=120, deadline=None)
@given(st.text(alphabet="ab .,\n\"'“”‘’«»„1s", max_size=60))
def test_stretches_lie_in_order_inside_the_text(text):
    found = marked(text)

    assert all(0 <= mark.start <= mark.inner_start <= mark.inner_end <= mark.end <= len(text) for mark in found)
    assert found == sorted(found, key=lambda mark: (mark.start, -mark.end))
    outer = [mark for mark in found if mark.depth == 0]
    assert all(left.end <= right.start for left, right in pairwise(outer))


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet="ab ", min_size=1, max_size=12).filter(str.strip),
    st.sampled_from(['"{}"', "“{}”", "«{}»", "''{}''"]),
)
def test_a_paragraph_with_a_stray_mark_changes_no_other(words, pair):
    words = words.strip()
    text = "Odd “one here\n" + pair.format(words) + '\nand a stray" one'

    assert text.index(words, 14) in [mark.inner_start for mark in marked(text)]
