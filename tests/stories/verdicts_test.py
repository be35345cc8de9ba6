from collections.abc import Mapping

import pytest
from tests.stories.quoted import descent, piece

from stemma.model import Integrity
from stemma.stories.descent import Descent
from stemma.stories.verdicts import is_later, weigh

TRUE = "We will not sell the ferry before the pier is paid for, and that is final."
TURNED = "We will sell the ferry before the pier is paid for, and that is final."
OTHER = "We will not sell the ferry before the quay is paid for, and that is final."
CUT = "We will not sell the ferry, and that is final."
HEARD = "I think we will not sell the ferry before the pier is paid, and that is final."
SHOWN = "We will not sell the ferry ... and that is final."
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
    ({"a": TRUE, "b": TRUE, "c": CUT, "d": CUT}, ["a", "b", "c", "d"], "c", Integrity.TRIMMED_SILENTLY, True,
     "two lines lack what two lines have: both have been heard so"),
    ({"a": TRUE, "b": TRUE, "c": CUT, "d": CUT}, ["a", "b", "c", "d"], "a", Integrity.VERBATIM, False,
     "what two lines have, none has added"),
    ({"a": TRUE, "b": TRUE, "c": HEARD}, ["a", "b", "c"], "c", Integrity.TRIMMED_SILENTLY, True,
     "who lacks words and has others may have heard it so"),
    ({"a": TRUE, "b": TRUE, "c": CUT}, ["a", "b", "c"], "c", Integrity.TRIMMED_SILENTLY, False, "who only lacks words cut them"),
    ({"a": TRUE, "b": SHOWN}, ["a", "b"], "b", Integrity.TRIMMED_MARKED, False, "dots say so themselves"),
    ({"a": TURNED, "b": CUT, "c": TRUE, "d": TRUE}, ["abcd"], "b", Integrity.TRIMMED_SILENTLY, False,
     "each place is judged by those that have it"),
]  # fmt: skip


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
        unseen={},
        parents={"b": {"a": 0.9}},
        kin={"a": frozenset("b"), "b": frozenset("a")},
        line_of={"a": "a", "b": "a"},
    )

    assert weigh(pieces["b"][0], pieces, line).integrity is Integrity.REWORDED_INSIDE_MARKS
    assert not weigh(pieces["b"][0], pieces, line).is_open
    assert weigh(pieces["a"][0], pieces, line).against is None


# who has it, who has not, who is of one line, how many times as many must lack it, whether it is a departure
LATER = [
    ("a", "bcd", ["abcd"], 2.0, True, "most of a line lack it"),
    ("abc", "d", ["abcd"], 2.0, False, "most of a line have it"),
    ("ab", "cde", ["a", "b", "cde"], 2.0, False, "two lines that have it have heard it"),
    ("a", "b", ["ab"], 2.0, None, "one against one: nobody can say"),
    ("ab", "cde", ["abcde"], 2.0, None, "a bare majority is not clear"),
    ("ab", "cde", ["abcde"], 1.0, True, "where a majority is asked for, it will do"),
    ("a", "bc", ["abc"], 3.0, None, "where more is asked for, two against one will not"),
]


@pytest.mark.parametrize(("own", "other", "lines", "clear", "expected", "why"), LATER, ids=[case[-1] for case in LATER])
def test_what_is_a_departure(own, other, lines, clear, expected, why):
    assert is_later(list(own), list(other), descent(lines), clear) is expected


def kin_of(parents: Mapping[str, Mapping[str, float]], names: str) -> Descent:
    line = dict.fromkeys(names, names[0])
    return Descent(parents=parents, unseen={}, kin={one: frozenset(names) - {one} for one in names}, line_of=line)


def test_who_has_nobody_above_is_not_charged_by_the_many_below_an_early_slip():
    pieces = {"a": [piece("a", TRUE)], **{name: [piece(name, OTHER)] for name in "bcde"}}
    apart = kin_of({"c": {"b": 0.9}, "d": {"b": 0.9}, "e": {"c": 0.9}}, "abcde")
    below = kin_of({"a": {"b": 0.9}, "c": {"b": 0.9}, "d": {"b": 0.9}, "e": {"c": 0.9}}, "abcde")

    assert weigh(pieces["a"][0], pieces, apart).is_open
    assert not weigh(pieces["a"][0], pieces, below).is_open
    assert weigh(pieces["a"][0], pieces, below).integrity is Integrity.REWORDED_INSIDE_MARKS


def test_a_spelling_beside_an_exchange_does_not_part_those_who_agree():
    texts = {"a": "The tolls rise by 4 per cent on the north road this winter.",
             "b": "The tolls rise by 4 percent on the north road this winter.",
             "c": "The tolls rise by 4 percent on the north road this winter.",
             "d": "The tolls rise by 5 percent on the north road this winter.",
             "e": "The tolls rise by 5 percent on the north road this winter."}  # fmt: skip
    pieces = {name: [piece(name, text)] for name, text in texts.items()}
    line = kin_of({"a": {"b": 0.9}, "c": {"b": 0.9}, "d": {"c": 0.9}, "e": {"d": 0.9}}, "abcde")

    assert weigh(pieces["a"][0], pieces, line).integrity is Integrity.PUNCTUATION
    assert weigh(pieces["d"][0], pieces, line).integrity is Integrity.REWORDED_INSIDE_MARKS


def test_four_of_one_line_are_one_against_one_of_another():
    pieces = {"a": [piece("a", TRUE)], **{name: [piece(name, OTHER)] for name in "bcde"}}

    assert weigh(pieces["a"][0], pieces, descent(["a", "bcde"])).is_open
