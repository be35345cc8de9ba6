from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.matches.margins import Corners, grow

WORDS = st.lists(st.integers(1, 4), min_size=1, max_size=14)


def best_score(left, right):
    """Give the best score of an alignment that begins with the first words of both."""
    scores = {(0, 0): 0}
    for one in range(len(left) + 1):
        for other in range(len(right) + 1):
            ways = [scores[one - 1, other] - 1] if one else []
            ways += [scores[one, other - 1] - 1] if other else []
            if one and other:
                ways.append(scores[one - 1, other - 1] + (1 if left[one - 1] == right[other - 1] else -1))
            scores[one, other] = max(ways, default=0)
    return max(scores.values())


def score_of(pairs):
    ends = [(-1, -1), *pairs]
    gaps = sum(max(b[0] - a[0], b[1] - a[1]) - 1 for a, b in pairwise(ends))
    return len(pairs) - gaps


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=4), st.booleans())
def test_a_chain_grows_by_the_best_alignment(cases, is_forwards):
    step = 1 if is_forwards else -1
    keys = np.array([word for case in cases for side in case for word in side[::step]], dtype=np.uint64)
    sizes = [len(side) for case in cases for side in case]
    starts = np.cumsum([0, *sizes])[:-1] if is_forwards else np.cumsum(sizes) - 1
    rooms = np.array(sizes)
    count = len(cases)
    corners = Corners(np.arange(count), starts[::2], starts[1::2], rooms[::2], rooms[1::2], np.full(count, 99))
    found = grow(corners, keys, 14, step)

    for number, (left, right) in enumerate(cases):
        own = found.chain == number
        ones, others = (
            step * (found.left_at[own] - starts[2 * number]),
            step * (found.right_at[own] - starts[2 * number + 1]),
        )
        pairs = sorted(zip(ones.tolist(), others.tolist(), strict=True))
        assert all(left[one] == right[other] for one, other in pairs)
        assert score_of(pairs) == best_score(left, right)
