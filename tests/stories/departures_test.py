import pytest

from stemma.model import ZoneKind
from stemma.stories.departures import Departures, departures
from stemma.stories.kinship import Pairing
from stemma.stories.units import Unit
from stemma.text.align import aligned
from stemma.text.words import words

WHOLE = ("The ferry left at noon.", "Two cars stayed on the quay.", "Nobody was hurt.", "The captain waved.")
CASES = [
    (WHOLE, WHOLE, Departures(), "a copy takes no step"),
    (WHOLE, WHOLE[:2], Departures(is_cut=True), "a cut takes one step, however long"),
    (WHOLE[:2], WHOLE, Departures(added=1), "what is put behind is added"),
    (WHOLE, (WHOLE[0], *WHOLE[2:]), Departures(dropped=1), "a sentence from the middle is dropped"),
    (WHOLE, ("The ferry sailed at noon.", *WHOLE[1:]), Departures(exchanged=1), "a word is exchanged"),
    (
        WHOLE,
        (WHOLE[0], "2 cars stayed on the quay.", *WHOLE[2:]),
        Departures(restyled=1),
        "figures for words are house style",
    ),
    (WHOLE, (WHOLE[1], WHOLE[0], *WHOLE[2:]), Departures(moved=1), "a sentence stands before one that it followed"),
    (WHOLE, (*WHOLE[:3], "The captain waved twice."), Departures(put_in=1), "a word is put in"),
    ((*WHOLE[:3], "The captain waved twice."), WHOLE, Departures(left_out=1), "a word is left out"),
]


def nowhere(pairing, places):
    return False


def units(report_id, texts):
    found, start = [], 0
    for number, text in enumerate(texts):
        told = tuple(words(" " * start + text, start))
        flags = (False,) * len(told)
        found.append(
            Unit(
                report_id=report_id,
                number=number,
                start=start,
                end=start + len(text),
                zone=ZoneKind.BODY,
                words=told,
                is_marked=flags,
                is_narrated=flags,
                is_attributed=flags,
            )
        )
        start += len(text) + 1
    return found


def paired(left, right):
    found = []
    for one in left:
        for other in right:
            equal = tuple(aligned(one.words, other.words))
            if 2 * len(equal) > len(one.words):
                found.append(Pairing(left=one, right=other, equal=equal, bits=10.0))
    return found


@pytest.mark.parametrize(("parent", "child", "expected", "why"), CASES, ids=[case[-1] for case in CASES])
def test_steps_from_one_text_to_another(parent, child, expected, why):
    above, below = units("a", parent), units("b", child)
    found = departures(above, below, paired(above, below), set(range(len(below))), nowhere)

    assert found == expected


def test_wording_counts_only_where_a_third_report_has_the_passage():
    above, below = units("a", WHOLE), units("b", ("The ferry sailed at noon.", *WHOLE[1:]))

    assert departures(above, below, paired(above, below), set(), nowhere) == Departures()


def test_a_step_is_agreed_where_others_have_the_words_from_elsewhere():
    above, below = units("a", WHOLE), units("b", ("The ferry sailed at noon.", *WHOLE[1:]))

    def elsewhere(pairing, places):
        return [pairing.right.keys[place] for place in places] == ["sailed"]

    found = departures(above, below, paired(above, below), {0, 1, 2, 3}, elsewhere)

    assert found == Departures(exchanged=1, agreed=1)


ENDS = [
    (
        WHOLE[:3],
        WHOLE,
        {0, 1, 2},
        {0, 1, 2},
        Departures(is_closed=True),
        "what the child alone has at its end is its own",
    ),
    (WHOLE, WHOLE[:3], {0, 1, 2}, {0, 1, 2}, Departures(is_reopened=True), "what the parent alone has there is no cut"),
    (WHOLE, WHOLE[:3], {0, 1, 2, 3}, {0, 1, 2}, Departures(is_cut=True), "an end that a third report has was cut off"),
    (
        WHOLE[:1] * 2,
        (*WHOLE[:1] * 2, *"abcd"),
        {0, 1},
        {0, 1},
        Departures(added=1),
        "a long end is no desk's last words",
    ),
]


@pytest.mark.parametrize(
    ("parent", "child", "above_held", "below_held", "expected", "why"), ENDS, ids=[e[-1] for e in ENDS]
)
def test_a_short_end_that_no_third_report_has_is_a_desks_own(parent, child, above_held, below_held, expected, why):
    above, below = units("a", parent), units("b", child)
    pairs = [one for one in paired(above, below) if one.left.number == one.right.number]
    found = departures(above, below, pairs, set(), nowhere, (above_held, below_held))

    assert found == expected
