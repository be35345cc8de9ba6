import pytest

from stemma.model import Form, Integrity, Report, Span
from stemma.stories.descent import Descent
from stemma.stories.pieces import Piece
from stemma.stories.verdicts import is_later, weigh

TRUE = "We will not sell the ferry before the pier is paid for, and that is final."
TURNED = "We will sell the ferry before the pier is paid for, and that is final."
OTHER = "We will not sell the ferry before the quay is paid for, and that is final."
CUT = "We will not sell the ferry, and that is final."
FILLED = "We will not, you know, sell the ferry before the pier is paid for, and that is final."

# who words it how, who is of one line, whose wording is judged, its class, whether nobody can say
CASES = [
    ({"a": TRUE, "b": TRUE, "c": TRUE}, ["abc"], "a", Integrity.VERBATIM, False, "the same words everywhere"),
    ({"a": TRUE, "b": TRUE, "c": TURNED}, ["abc"], "c", Integrity.REWORDED_INSIDE_MARKS, False, "the odd one out"),
    ({"a": TRUE, "b": TRUE, "c": TURNED}, ["abc"], "a", Integrity.VERBATIM, False, "one slip makes the others no slips"),
    ({"a": TRUE, "b": OTHER}, ["ab"], "a", Integrity.REWORDED_INSIDE_MARKS, True, "one against one: nobody can say"),
    ({"a": TRUE, "b": OTHER}, ["ab"], "b", Integrity.REWORDED_INSIDE_MARKS, True, "and that from both sides"),
    ({"a": TRUE, "b": TRUE, "c": OTHER, "d": OTHER, "e": OTHER}, ["abcde"], "a", Integrity.REWORDED_INSIDE_MARKS, True,
     "a bare majority of one line is not clear"),
    ({"a": TRUE, "b": TRUE, "c": OTHER}, ["a", "b", "c"], "c", Integrity.REWORDED_INSIDE_MARKS, False, "two lines agree"),
    ({"a": TRUE, "b": TRUE, "c": OTHER, "d": OTHER, "e": OTHER}, ["a", "b", "cde"], "a", Integrity.VERBATIM, True,
     "two lines against many copies of one"),
    ({"a": TRUE, "b": CUT, "c": CUT, "d": CUT}, ["abcd"], "a", Integrity.VERBATIM, False, "the longer is never the cut one"),
    ({"a": TRUE, "b": CUT, "c": CUT, "d": CUT}, ["abcd"], "b", Integrity.TRIMMED_SILENTLY, False, "words are lost, not found"),
    ({"a": FILLED, "b": TRUE}, ["ab"], "b", Integrity.CLEANED_UP, False, "who lacks a filler took it out"),
    ({"a": TURNED, "b": CUT, "c": TRUE, "d": TRUE}, ["abcd"], "b", Integrity.TRIMMED_SILENTLY, False,
     "each place is judged by those that have it"),
]  # fmt: skip


def piece(name: str, text: str) -> Piece:
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


def descent(lines: list[str]) -> Descent:
    kin = {one: frozenset(line) - {one} for line in lines for one in line}
    return Descent(parents={}, kin=kin, line_of={one: line[0] for line in lines for one in line})


@pytest.mark.parametrize(
    ("told", "lines", "judged", "integrity", "is_open", "why"), CASES, ids=[case[-1] for case in CASES]
)
def test_each_place_is_judged_by_all_that_have_it(told, lines, judged, integrity, is_open, why):
    pieces = {name: [piece(name, text)] for name, text in told.items()}
    verdict = weigh(pieces[judged][0], pieces, descent(lines))

    if integrity is Integrity.VERBATIM and is_open:
        assert not verdict.places or verdict.is_open
    else:
        assert (verdict.integrity, verdict.is_open) == (integrity, is_open)


def test_who_may_have_it_from_whom_decides_between_equals():
    pieces = {"a": [piece("a", TRUE)], "b": [piece("b", OTHER)]}
    line = Descent(
        parents={"b": {"a": 0.9}}, kin={"a": frozenset("b"), "b": frozenset("a")}, line_of={"a": "a", "b": "a"}
    )

    assert weigh(pieces["b"][0], pieces, line).integrity is Integrity.REWORDED_INSIDE_MARKS
    assert not weigh(pieces["b"][0], pieces, line).is_open
    assert weigh(pieces["a"][0], pieces, line).against is None


MARKS = [
    ("a", "bcd", ["abcd"], True, "most of a line have it as their own words"),
    ("abc", "d", ["abcd"], False, "most of a line have it in marks"),
    ("ab", "cde", ["a", "b", "cde"], False, "two lines that quote it have heard it"),
    ("a", "b", ["ab"], None, "one against one: nobody can say"),
]


@pytest.mark.parametrize(("marked", "plain", "lines", "expected", "why"), MARKS, ids=[case[-1] for case in MARKS])
def test_marks_put_or_taken(marked, plain, lines, expected, why):
    assert is_later(list(marked), list(plain), descent(lines)) is expected
