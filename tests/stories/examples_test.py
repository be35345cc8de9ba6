"""The words that bear a reason: whole, on both sides, the telling ones first."""

import pytest
from tests.golden.truths import STORIES, told
from tests.stories.departures_test import WHOLE, units

from stemma.model import DerivationKind
from stemma.stories.examples import differing_sentences, differing_words, outvoted_words, shared_run, shared_words
from stemma.stories.kinship import Pairing
from stemma.text.align import aligned

WORDLESS = {"time", "unseen"}  # a moment may stand beside a text, not in it; of a text not seen there are no words


def pairing(left, right):
    return Pairing(left=left, right=right, equal=tuple(aligned(left.words, right.words)), bits=10.0)


def opposite(left, right):
    """Pair the sentences of two texts one by one."""
    texts = {"a": " ".join(left), "b": " ".join(right)}
    pairs = [pairing(*pair) for pair in zip(units("a", left), units("b", right), strict=True)]
    return pairs, lambda spans: [span.cut(texts[span.report_id]) for span in spans]


DIFFERENCES = [
    ("The ferry left at noon.", "The ferry sailed at noon.", ["left", "sailed"], "words stand against words"),
    (
        "Nobody was hurt.",
        "Nobody was badly hurt.",
        ["was hurt", "badly"],
        "where one side has none, what stands around",
    ),
    ("Two cars stayed.", "2 cars stayed.", ["Two", "2"], "house style is shown where nothing else differs"),
    ("Nobody was hurt.", "Nobody was hurt.", [], "a copy has nothing to show"),
    (
        "The ferry left at noon for Losten.",
        "The ferry sailed at noon, police said, for Losten.",
        ["left", "sailed", "noon for", "police said"],
        "words against words come before words against none",
    ),
]


@pytest.mark.parametrize(("left", "right", "expected", "why"), DIFFERENCES, ids=[case[-1] for case in DIFFERENCES])
def test_places_where_two_sentences_part(left, right, expected, why):
    pairs, cut = opposite([left], [right])

    assert cut(differing_words(pairs)) == expected


def test_an_exemplar_not_seen_read_as_most_others_do():
    one, other, third = (
        units(name, [text])[0] for name, text in zip("abc", ("It sank.", "It sailed.", "It sailed."), strict=True)
    )
    against_two, against_one = [pairing(one, other), pairing(one, third)], [pairing(other, one), pairing(other, third)]

    assert [span.report_id for span in outvoted_words(against_two)] == ["a", "b"]
    assert outvoted_words(against_one) == ()


SENTENCES = [
    (WHOLE, WHOLE[:2], ["Nobody was hurt."], "what was left out stands in the parent"),
    (WHOLE[:2], (*WHOLE[:2], "The sea was calm."), ["The sea was calm."], "what was added stands in the child"),
    (
        WHOLE,
        (WHOLE[0], "No car came aboard then.", *WHOLE[2:]),
        ["No car came aboard then.", "Two cars stayed on the quay."],
        "what was rewritten stands in both, the child first",
    ),
    (WHOLE[:2], (WHOLE[1], WHOLE[0]), [WHOLE[0], WHOLE[0]], "what was moved stands in both"),
]


@pytest.mark.parametrize(("parent", "child", "expected", "why"), SENTENCES, ids=[case[-1] for case in SENTENCES])
def test_sentences_in_which_two_texts_part(parent, child, expected, why):
    above, below = units("a", parent), units("b", child)
    same = [pairing(one, other) for one in below for other in above if one.keys == other.keys]
    texts = {"a": " ".join(parent), "b": " ".join(child)}

    assert [span.cut(texts[span.report_id]) for span in differing_sentences(below, above, same)] == expected


def test_words_that_stand_apart_are_shown_from_the_first_to_the_last():
    pairs, cut = opposite(["The old ferry left the quay at noon."], ["The new ferry left a quay near noon."])

    assert cut(shared_run(pairs[0])) == ["ferry left", "ferry left"]
    assert cut(shared_words(pairs[0])) == ["The old ferry left the quay at noon", "The new ferry left a quay near noon"]


@pytest.mark.parametrize("story", STORIES)
def test_every_reason_for_a_descent_has_its_words(story):
    derivations = told(story).collation.stemma.derivations
    reasons = [one for d in derivations for one in d.evidence if d.kind is not DerivationKind.SAME_OCCASION]

    assert [one for one in reasons if not one.spans and one.kind not in WORDLESS] == []
