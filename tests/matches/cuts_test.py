import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.matches.alignments import Passages
from stemma.matches.chains import Blocks
from stemma.matches.cuts import cut

CHAIN = st.lists(st.tuples(st.integers(0, 14), st.integers(0, 14), st.integers(1, 12)), min_size=1, max_size=8)


def plainly(blocks, drop):
    """Cut a chain word by word: give the places of the left words of each piece."""
    pieces, piece, score, best, count, end = [], [], 0, 0, 0, None
    for left, right, length in blocks:
        gap = 0 if end is None else max(left - end[0], right - end[1])
        score -= gap
        if gap and (score <= 0 or best - score > drop):
            pieces.append(piece[:count])
            piece, score, best, count = [], 0, 0, 0
        for place in range(left, left + length):
            piece.append(place)
            score += 1
            if score > best:
                best, count = score, len(piece)
        end = left + length, right + length
    return [*pieces, piece[:count]]


@settings(max_examples=300, deadline=None)
@given(st.lists(CHAIN, min_size=1, max_size=4))
def test_chains_are_cut_as_word_by_word(chains):
    rows, expected = [], []
    for number, chain in enumerate(chains):
        left = right = 1000 * number
        blocks = []
        for left_gap, right_gap, length in chain:
            left, right = left + left_gap, right + right_gap
            blocks.append((left, right, length))
            left, right = left + length, right + length
        rows += [(number, *block) for block in blocks]
        expected += [(number, piece) for piece in plainly(blocks, 10)]
    numbers = np.arange(len(chains))
    found = cut(Passages(numbers, numbers, Blocks(*np.array(rows, dtype=np.int64).T)), 10)
    pieces = [[] for _ in found.left]
    for row, place, _, length in zip(*(column.tolist() for column in found.blocks), strict=True):
        pieces[row].extend(range(place, place + length))

    assert list(zip(found.left.tolist(), pieces, strict=True)) == expected
