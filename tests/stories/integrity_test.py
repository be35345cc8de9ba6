import pytest
from tests.stories.quoted import piece

from stemma.model import Integrity
from stemma.stories.integrity import differ

SAID = (
    "We will not close the harbour before the ferries run again. That would be, um, foolish. I was asked and I said no."
)

CASES = [
    (SAID, Integrity.VERBATIM, (), "the same words"),
    (
        "We will not close the harbour before the ferries run again.",
        Integrity.VERBATIM,
        (),
        "one whole sentence of several",
    ),
    ("close the harbour before the ferries run again", Integrity.FRAGMENT, (), "a part of a sentence"),
    (
        "We will close the harbour before the ferries run again.",
        Integrity.REWORDED_INSIDE_MARKS,
        ("polarity",),
        "a not left out",
    ),
    ("We will not close the harbour ... again.", Integrity.TRIMMED_MARKED, (), "a cut that is shown"),
    ("That would be foolish.", Integrity.CLEANED_UP, (), "a filler left out"),
    (
        "We may not close the harbour before the ferries run again.",
        Integrity.REWORDED_INSIDE_MARKS,
        ("certainty",),
        "will -> may",
    ),
    (
        "We will not shut the harbour before the ferries run again.",
        Integrity.REWORDED_INSIDE_MARKS,
        (),
        "a synonym is a rewording",
    ),
    (
        "We will not close the harbour before the ferries run again. I was asked and I said no.",
        Integrity.TRIMMED_SILENTLY,
        (),
        "a sentence left out of one quotation is a cut",
    ),
    (
        "We will not close the [old] harbour before the ferries run again.",
        Integrity.TRIMMED_MARKED,
        (),
        "brackets show a hand",
    ),
    (
        "WE WILL NOT close the harbour, before the ferries run again",
        Integrity.VERBATIM,
        (),
        "case and commas are no words",
    ),
]


@pytest.mark.parametrize(("told", "integrity", "touches", "why"), CASES, ids=[case[-1] for case in CASES])
def test_the_class_comes_from_the_edits(told, integrity, touches, why):
    found = differ([piece("said", SAID)], piece("told", told))

    assert (found.integrity, found.touches) == (integrity, touches)


def test_one_letter_can_turn_the_meaning():
    found = differ([piece("said", "Let them sing it all on Sunday.")], piece("told", "Let them sing at all on Sunday."))

    assert found.integrity is Integrity.REWORDED_INSIDE_MARKS


def test_edits_lie_in_the_text_they_are_judged_by():
    found = differ([piece("said", SAID)], piece("told", "We may never close the harbour."))

    assert all(SAID[edit.start : edit.end] == edit.before for edit in found.edits)


def test_an_editors_words_in_brackets_are_nobodys():
    bare, noted = "These men had far too much to do.", "These (harbour) men had far too much to do."

    assert differ([piece("noted", noted)], piece("bare", bare)).is_same
    assert differ([piece("bare", bare)], piece("noted", noted)).integrity is Integrity.TRIMMED_MARKED


def test_two_remarks_that_begin_alike_are_not_stitched():
    first = "It is together that we can hold the dyke through the storms of another winter."
    second = "Together we will be able to keep the lamps of this town alight."
    found = differ(
        [piece("a", first), piece("a", second)],
        piece("b", "It is together that we will be able to keep the lamps of this town alight."),
    )

    assert found.integrity is not Integrity.STITCHED


def test_wordings_are_akin_from_both_sides():
    short, long = (
        "fines or other proper relief",
        "fines and any other relief the bench deems proper, because of false testimony",
    )

    assert (
        differ([piece("a", short)], piece("b", long)).is_akin == differ([piece("b", long)], piece("a", short)).is_akin
    )


SPELLED = [
    ("He’ s in the middle of it.", "He's in the middle of it.", "a gap behind the apostrophe"),
    ("The governor's been to the harbour.", "The governor has been to the harbour.", "a verb drawn in"),
    ("It was $412,000 in all.", "It was four hundred and twelve thousand dollars in all.", "a number in words"),
    ("We lost 2.3 million men.", "We lost 2,300,000 men.", "a number in both"),
    ("We asked for between $140 and $150 million.", "We asked for between $140 million and $150 million.", "one scale"),
    ("It has twenty-two rooms.", "It has 22 rooms.", "a number with a hyphen"),
    ("Gov. Orr lent $22bn at the eleventh hour.", "Governor Orr lent $22 billion at the 11th hour.", "written short"),
    (
        "There was a lot of goodwill",
        "There was a lot of good will among the crews.",
        "one word written apart at the end",
    ),
    (
        "The church has drawn attention since she became a vice-chair candidate on Aug. 29.",
        "The church has drawn attention since she became a vice chair candidate.",
        "a hyphen before what one has more",
    ),
]


@pytest.mark.parametrize(("one", "other", "why"), SPELLED, ids=[case[-1] for case in SPELLED])
def test_spellings_are_no_other_words(one, other, why):
    found = differ([piece("other", other)], piece("one", one))

    assert found.is_same
    assert found.touches == ()


def test_what_stands_whole_in_another_stands_there():
    whole = "I am not against wind. I am against this wind farm, on this moor."
    found = differ([piece("a", whole)], piece("b", "I am against this wind farm"))

    assert found.integrity is Integrity.FRAGMENT
    assert differ([piece("b", "I am against this wind farm")], piece("a", whole)).edits == ()


def test_small_words_alone_make_no_two_wordings_of_one_thing():
    found = differ(
        [piece("a", "My client is settled in the bosom of that house right now.")],
        piece("b", "She's in rehab right now."),
    )

    assert not found.is_akin
