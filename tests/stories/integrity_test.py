import pytest

from stemma.model import Form, Integrity, Report, Span
from stemma.stories.integrity import differ
from stemma.stories.pieces import Piece

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


def piece(text: str, name: str) -> Piece:
    report = Report(
        id=name,
        capture_id=name,
        path=name,
        url=None,
        outlet_id=None,
        text=text,
        zones=(),
        credits=(),
        published=None,
        language="en",
        form=Form.REPORT,
    )
    return Piece(report=report, spans=(Span(name, 0, len(text)),), is_marked=True, voice_id=None, attribution=None)


@pytest.mark.parametrize(("told", "integrity", "touches", "why"), CASES, ids=[case[-1] for case in CASES])
def test_the_class_comes_from_the_edits(told, integrity, touches, why):
    found = differ([piece(SAID, "said")], piece(told, "told"))

    assert (found.integrity, found.touches) == (integrity, touches)


def test_one_letter_can_turn_the_meaning():
    found = differ([piece("Let them sing it all on Sunday.", "said")], piece("Let them sing at all on Sunday.", "told"))

    assert found.integrity is Integrity.REWORDED_INSIDE_MARKS


def test_edits_lie_in_the_text_they_are_judged_by():
    found = differ([piece(SAID, "said")], piece("We may never close the harbour.", "told"))

    assert all(SAID[edit.start : edit.end] == edit.before for edit in found.edits)
