from itertools import permutations

import pytest

from stemma.model import ZoneKind
from stemma.stories.carriers import Carriers
from stemma.stories.families import Family
from stemma.stories.kinship import Pairing, by_pair
from stemma.stories.originals import restore
from stemma.stories.steps import passages_of
from stemma.stories.units import Unit
from stemma.text.align import aligned
from stemma.text.words import words

CASES = [
    (
        {"a": ["The ferry left at noon."], "b": ["The ferry left at noon."], "c": ["The ferry sailed at noon."]},
        ["the ferry left at noon"],
        "what most have stands",
    ),
    (
        {
            "a": ["The old ferry left the quay at noon."],
            "b": ["The old ferry sailed the quay at noon."],
            "c": ["The grey ferry left the quay at noon."],
            "d": ["The old ferry left the quay at dusk."],
        },
        ["the old ferry left the quay at noon"],
        "what each has for itself is outvoted",
    ),
    (
        {
            "a": ["The ferry left at noon.", "Two cars stayed on the quay."],
            "b": ["The ferry left at noon.", "Nobody was hurt on board.", "Two cars stayed on the quay."],
            "c": ["The ferry left at noon.", "Nobody was hurt on board."],
        },
        ["the ferry left at noon", "nobody was hurt on board", "two cars stayed on the quay"],
        "it has every passage, in the order of the one that has most",
    ),
]


def unit(report_id, number, text):
    told = tuple(words(text))
    flags = (False,) * len(told)
    return Unit(
        report_id=report_id, number=number, start=0, end=len(text), zone=ZoneKind.BODY, words=told,
        is_marked=flags, is_narrated=flags, is_attributed=flags,
    )  # fmt: skip


def family_of(texts):
    units = {one: tuple(unit(one, number, text) for number, text in enumerate(told)) for one, told in texts.items()}
    pairings = [
        Pairing(left=left, right=right, equal=equal, bits=30.0)
        for one in units
        for other in units
        if one < other
        for left in units[one]
        for right in units[other]
        if 2 * len(equal := tuple(aligned(left.words, right.words))) > len(left.words)
    ]
    members = {one: tuple(range(len(told))) for one, told in units.items()}
    return units, Family(members=members, pairings=tuple(pairings))


@pytest.mark.parametrize(("texts", "expected", "why"), CASES, ids=[case[-1] for case in CASES])
def test_what_an_exemplar_of_all_may_have_held(texts, expected, why):
    fullest = max(texts, key=lambda one: len(texts[one]))
    for order in permutations(texts):
        units, family = family_of({one: texts[one] for one in order})
        found = restore(family.members, fullest, units, passages_of(family), by_pair(family.pairings))

        assert [" ".join(unit.keys) for unit in found.units] == expected


def test_who_carries_a_reading_is_told_by_the_words_beside_it():
    units, family = family_of(CASES[1][0])
    carriers = Carriers(units, passages_of(family))

    assert carriers.of(("a", 0), units["a"][0].keys, range(1, 2)) == {"a", "b", "d"}
    assert carriers.of(("b", 0), units["b"][0].keys, range(3, 4)) == {"b"}
