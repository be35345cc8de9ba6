from tests.matches.made import OTHER, PASSAGE, report

from stemma.matches.chains import Stretch
from stemma.matches.passages import density, passages
from stemma.matches.rules import MatchRules
from stemma.matches.sheets import lay_out

RULES = MatchRules()


def found(left, right, *links):
    return passages(lay_out(report("a", left), RULES), lay_out(report("b", right), RULES), [list(links)], RULES)


def test_a_passage_grows_beyond_its_seeds():
    (only,) = found(PASSAGE, f"{OTHER} {PASSAGE}", Stretch(10, 10 + len(OTHER.split()), 3, 1))

    assert (only.left.start, only.left.end) == (0, len(PASSAGE) - 1)


def test_a_passage_begins_and_ends_with_equal_words():
    left = "zum zam " + " ".join(PASSAGE.split()[:12]) + " zoo"
    right = "lom lam " + " ".join(PASSAGE.split()[:12]) + " loo"
    (only,) = found(left, right, Stretch(2, 2, 12, 10))

    assert only.edits == ()
    assert only.left.cut(left) == " ".join(PASSAGE.split()[:12])


def test_the_better_of_two_that_tell_the_same_stays():
    links = Stretch(0, 0, 5, 3)

    assert len(passages(*[lay_out(report(name, PASSAGE), RULES) for name in "ab"], [[links], [links]], RULES)) == 1


def test_a_passage_repeated_on_one_side_is_found_twice():
    count = len(PASSAGE.split())
    chains = [[Stretch(0, 0, count, count)], [Stretch(0, count, count, count)]]
    twice = passages(
        lay_out(report("a", PASSAGE), RULES), lay_out(report("b", f"{PASSAGE} {PASSAGE}"), RULES), chains, RULES
    )

    assert [one.right.start for one in twice] == [0, len(PASSAGE) + 1]


def test_density_counts_the_longer_gap():
    assert density([(0, 0), (1, 1), (2, 5)]) == 0
