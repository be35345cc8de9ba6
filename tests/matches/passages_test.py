import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.matches.made import OTHER, PASSAGE, report

from stemma.matches import passages
from stemma.matches.kernels import Hits
from stemma.matches.records import matches_of, rows_of
from stemma.matches.rows import count
from stemma.matches.rules import MatchRules
from stemma.matches.sheets import lay_out
from stemma.text.align import apply

RULES = MatchRules()


def found(left, right, *seeds):
    hits = Hits(*(np.array(column) for column in zip(*((0, 1, *seed) for seed in seeds), strict=True)))
    sheets = lay_out([report("a", left), report("b", right)])
    rows = rows_of(sheets, passages.found(sheets, hits, RULES), np.arange(2), RULES)
    return list(matches_of(rows, ("a", "b")))


def test_a_passage_grows_beyond_its_seeds():
    (only,) = found(PASSAGE, f"{OTHER} {PASSAGE}", (10, 10 + len(OTHER.split())))

    assert (only.left.start, only.left.end) == (0, len(PASSAGE) - 1)


def test_a_passage_begins_and_ends_with_equal_words():
    left = "zum zam " + " ".join(PASSAGE.split()[:12]) + " zoo"
    right = "lom lam " + " ".join(PASSAGE.split()[:12]) + " loo"
    (only,) = found(left, right, (4, 4))

    assert only.edits == ()
    assert only.left.cut(left) == " ".join(PASSAGE.split()[:12])


def test_a_passage_repeated_on_one_side_is_found_twice():
    count = len(PASSAGE.split())
    twice = found(PASSAGE, f"{PASSAGE} {PASSAGE}", (3, 3), (3, 3 + count))

    assert [one.right.start for one in sorted(twice, key=lambda one: one.right)] == [0, len(PASSAGE) + 1]


def test_no_seeds_make_no_passage():
    nothing = np.empty(0, dtype=np.int64)

    sheets = lay_out([report("a", PASSAGE)])
    none = passages.found(sheets, Hits(*[nothing] * 4), RULES)

    assert len(none.left) == 0
    assert count(rows_of(sheets, none, np.arange(1), RULES)) == 0


LETTERS = st.lists(st.sampled_from("abcde"), max_size=40).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(LETTERS, LETTERS, st.data())
def test_any_seeds_give_edits_that_hold(left, right, data):
    ones, others = left.split(), right.split()
    equal = [
        (one, other)
        for one in range(len(ones) - 2)
        for other in range(len(others) - 2)
        if ones[one : one + 3] == others[other : other + 3]
    ]
    if not equal:
        return
    seeds = data.draw(st.lists(st.sampled_from(equal), min_size=1, unique=True))

    for one in found(left, right, *sorted(seeds)):
        assert apply(one.left.cut(left), one.edits, one.left.start) == one.right.cut(right)
        assert 0 < one.score <= 1
        assert len(one.left.cut(left).split()) >= 5
