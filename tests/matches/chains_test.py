import pytest

from stemma.matches.chains import Stretch, chain

CASES = [
    ([], [], "nothing makes no chain"),
    ([(0, 0, 5)], [[0]], "one stretch is a chain"),
    ([(0, 0, 5), (7, 7, 5)], [[0, 7]], "what follows closely in both belongs together"),
    ([(0, 0, 5), (7, 40, 5)], [[0], [7]], "what follows in one alone does not"),
    ([(0, 9, 5), (7, 0, 5)], [[0], [7]], "what comes before in one is another chain"),
    ([(0, 0, 5), (60, 60, 5)], [[0], [60]], "what lies far off is another chain"),
    ([(0, 0, 12), (20, 20, 12)], [[0, 20]], "like gaps may hide equal words"),
    ([(0, 0, 40), (3, 90, 3), (42, 42, 5)], [[0, 42], [3]], "a long stretch is remembered behind a short one"),
]


@pytest.mark.parametrize(("given", "expected", "why"), CASES, ids=[case[-1] for case in CASES])
def test_chain(given, expected, why):
    stretches = [Stretch(*row) for row in given]
    chains = chain(stretches, 10)

    assert sorted([stretches[place].left for place in links] for links in chains) == expected
