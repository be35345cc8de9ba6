from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.model import EditKind
from stemma.text.align import aligned, apply, edits, is_cosmetic
from stemma.text.words import words

WORDS = st.sampled_from(
    ["the", "The", "grey", "gray", "ship", "ship's", "sank", "3.5", "US", "us", "e\u0301te\u0301", "港", "🙂", "-"]
)
GAPS = st.sampled_from([" ", ", ", ". ", "\n\n", "-", " “", "” ", " - ", "… ", ""])
TEXTS = st.lists(st.tuples(WORDS, GAPS), max_size=14).map(lambda parts: "".join(word + gap for word, gap in parts))


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS, st.integers(0, 50))
def test_edits_applied_to_the_left_give_the_right(left, right, offset):
    assert apply(left, edits(left, right, offset), offset) == right


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40))
def test_edits_hold_for_any_text(left, right):
    assert apply(left, edits(left, right)) == right


@settings(max_examples=100, deadline=None)
@given(TEXTS, TEXTS)
def test_edits_come_in_order_and_do_not_overlap(left, right):
    found = edits(left, right)

    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(edit.before != edit.after and left[edit.start : edit.end] == edit.before for edit in found)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_equal_texts_have_no_edits(text):
    assert edits(text, text) == ()


EDITS = [
    ("with protests, to row", "with protests and to row", [(",", " and")], "a mark and a word change places"),
    ("with protests to row", "with protests and to row", [("", "and ")], "a word is put in between"),
    ("it really sank", "it sank", [("really ", "")], "a word is left out"),
    ("the old boat sank", "the new boat sank", [("old", "new")], "a word is replaced whole"),
    ("she requested help", "she request help", [("requested", "request")], "a word is never cut inside"),
    ("A grey day", "a gray day", [("A", "a"), ("grey", "gray")], "case and spelling are edits of their own words"),
    ("one", "one two", [("", " two")], "words after the last equal one are added"),
]


@pytest.mark.parametrize(("left", "right", "expected", "why"), EDITS, ids=[case[-1] for case in EDITS])
def test_edits(left, right, expected, why):
    assert [(edit.before, edit.after) for edit in edits(left, right)] == expected


def test_an_edit_says_its_kind():
    kinds = [edit.kind for edit in edits("one ship quickly left old Veld", "one grey ship left new Veld")]

    assert kinds == [EditKind.INSERT, EditKind.DELETE, EditKind.SUBSTITUTE]


def test_edits_that_do_not_fit_are_refused():
    with pytest.raises(ValueError, match="does not stand there"):
        apply("another text", edits("the ship sank", "the boat sank"))


def test_spelling_variants_are_equal_words():
    assert aligned(words("the travelled harbour"), words("a traveled harbor")) == [(1, 1), (2, 2)]


COSMETIC = [
    ("organised", "organized", True, "a variant of the spelling"),
    ("well-trained", "well trained", True, "a hyphen for a space"),
    ("co-operate", "cooperate", True, "a hyphen left out"),
    ("“go”", '"go"', True, "curly and straight marks"),
    ("Harbour", "harbour", True, "case"),
    ("U.S.", "US", True, "an abbreviation's stops"),
    (" - ", " – ", True, "a dash"),
    ("it all", "at all", False, "one letter"),
    ("may be", "maybe", False, "two words are not one"),
    ("a part", "apart", False, "two words are not one, shorter"),
    ("3.5", "35", False, "a number's point"),
    ("us", "US", False, "a pronoun and a country"),
    ("May", "may", False, "a month and a verb"),
    ("can", "can't", False, "a negation"),
    ("", "not ", False, "a word put in"),
]


@pytest.mark.parametrize(("before", "after", "expected", "why"), COSMETIC, ids=[case[-1] for case in COSMETIC])
def test_is_cosmetic(before, after, expected, why):
    found = edits(f"x {before} y", f"x {after} y")

    assert all(is_cosmetic(edit) for edit in found) is expected
