"""Edits in place."""

from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.model import Edit, EditKind, Span
from stemma.views.differences import Piece, diff_of, pieces_of, plain_letters, right_offset, word_edit

WORDS = st.lists(st.sampled_from(["ferry", "ice", "six", "the", "hall", "once"]), min_size=1, max_size=12)


def edit(start, end, before, after):
    return Edit(kind=EditKind.SUBSTITUTE, start=start, end=end, before=before, after=after)


@given(WORDS, st.data())
@settings(deadline=None, max_examples=50)
def test_right_offsets_lead_to_the_same_words(words, drawn):
    """A word that was not edited stands where the offset says."""
    chosen = drawn.draw(st.integers(0, len(words) - 1))
    left = " ".join(words)
    start = len(" ".join(words[:chosen])) + (1 if chosen else 0)
    right = left[:start] + "replacement" + left[start + len(words[chosen]) :]
    change = edit(start, start + len(words[chosen]), words[chosen], "replacement")
    at = 0
    for number, word in enumerate(words):
        if number != chosen:
            begins = right_offset([change], 0, 0, at)
            assert right[begins : begins + len(word)] == word
        at += len(word) + 1


def test_a_diff_shows_exactly_the_words_after():
    """Edits of whole words may leave blanks out; the words shown are those of the report."""
    before, after = "authorities and government", "authorities and the government"
    insert = Edit(kind=EditKind.INSERT, start=15, end=15, before="", after="the")
    pieces = diff_of(pieces_of(before, [Span("a", 0, len(before))], [insert]), after)

    assert "".join(piece.text for piece in pieces if piece.op != "del") == after
    assert Piece("ins", "the ") in pieces


def test_edits_that_do_not_lead_there_give_no_diff():
    assert diff_of([Piece("same", "one two")], "one three") == ()


def test_an_inserted_word_is_not_glued_to_the_one_before():
    before, after = "authorities and government", "authorities and the government"
    insert = Edit(kind=EditKind.INSERT, start=15, end=15, before="", after="the")

    assert word_edit(insert, before, after) == insert


def test_spans_that_lie_apart_are_parted_by_an_ellipsis():
    pieces = pieces_of("one (he said) two", [Span("a", 0, 3), Span("a", 14, 17)], [])

    assert "".join(piece.text for piece in pieces) == "one … two"


def test_letters_alone_decide_sameness():
    assert plain_letters("“Order,” he") == plain_letters("order. He")
