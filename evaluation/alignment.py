"""The oracle of shared passages: local alignment of all words of two texts, without seeds, index or table.

Smith and Waterman's alignment (equal word +1, mismatch and gap -1), again and again over the words not yet aligned (Waterman and
Eggert 1987); a path is cut where its score falls more than the drop below its best so far. Only what a new path can change is
reckoned anew, so that thousands of pairs are feasible; nothing is left out.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

LEAST_WORDS = 8  # equal words of a passage
LEAST_SCORE = 4  # equal words less the words between them: below this two texts of one subject meet by chance
DROP = 10

Pairs = list[tuple[int, int]]
Steps = list[tuple[int, int, bool]]


def passages(left: Sequence[int], right: Sequence[int]) -> list[Pairs]:
    """Give every passage of two rows of word numbers as the places of its equal words, the best first.

    >>> row = list(range(20))
    >>> [len(pairs) for pairs in passages(row, [*row[:9], 77, *row[9:]])], passages(row[:7], row[:7])
    ([20], [])
    """
    if not may_share(left, right):
        return []
    table = _Table(np.asarray(left), np.asarray(right))
    found = []
    while (path := table.best()) is not None:
        found.extend(pairs for pairs in cut(path) if len(pairs) >= LEAST_WORDS)
        table.take_out(path)
    return found


def may_share(left: Sequence[int], right: Sequence[int]) -> bool:
    """Say whether two rows can share a passage: if not, they need no alignment.

    k equal words in r runs have r - 1 gaps that cost at least 1 each, so the score is at most k - r + 1; from a score of 2 on
    some run has two words, and those stand side by side in both rows.

    >>> row = list(range(8))
    >>> may_share(row, [0, 1, 7, 6, 5, 4, 3, 2]), may_share(row, row[::-1])
    (True, False)
    """
    if min(len(left), len(right)) < LEAST_WORDS:
        return False
    return not set(pairwise(left)).isdisjoint(pairwise(right))


class _Table:
    """The scores of the best paths that end at each two words; row and column 0 stand before the first words."""

    def __init__(self, left: np.ndarray, right: np.ndarray) -> None:
        kind = np.int16 if len(left) + len(right) < 30_000 else np.int32  # short numbers are quicker
        self.gains = np.where(left[:, None] == right[None, :], kind(1), kind(-1))
        self.scores = np.zeros((len(left) + 1, len(right) + 1), dtype=kind)
        self.places = np.arange(1, len(right) + 1, dtype=kind)
        self.highest = np.zeros(len(left) + 1, dtype=kind)
        self._reckon(1, 1, len(left))

    def _reckon(self, first: int, column: int, last: int) -> None:
        """Reckon the rows from the first on and the columns from one on, until after the last row nothing changes."""
        places = self.places[column - 1 :]
        for row in range(first, len(self.scores)):
            above, old = self.scores[row - 1], self.scores[row, column:]
            own = above[column - 1 : -1] + self.gains[row - 1, column - 1 :]
            np.maximum(own, above[column:] - 1, out=own)
            own[0] = max(own[0], self.scores[row, column - 1] - 1)
            own += places
            np.maximum.accumulate(own, out=own)
            own -= places
            np.maximum(own, 0, out=own)
            if row > last and np.array_equal(own, old):
                return
            self.scores[row, column:] = own
            self.highest[row] = self.scores[row].max()

    def best(self) -> Steps | None:
        """Give the path of the best score, None where that is too low."""
        row = int(self.highest.argmax())
        if self.highest[row] < LEAST_SCORE:
            return None
        return self._walked(row, int(self.scores[row].argmax()))

    def _walked(self, row: int, column: int) -> Steps:
        path: Steps = []
        scores = self.scores
        while scores[row, column] > 0:
            gain = self.gains[row - 1, column - 1]
            if scores[row, column] == scores[row - 1, column - 1] + gain:
                row, column = row - 1, column - 1
                path.append((row, column, bool(gain > 0)))
            elif scores[row, column] == scores[row - 1, column] - 1:
                row -= 1
                path.append((row, column, False))
            else:
                column -= 1
                path.append((row, column, False))
        return path[::-1]

    def take_out(self, path: Steps) -> None:
        """Take the equal words of a path out: they are equal no more."""
        for one, other, is_equal in path:
            if is_equal:
                self.gains[one, other] = -1
        self._reckon(path[0][0] + 1, path[0][1] + 1, path[-1][0] + 1)


def cut(path: Steps) -> list[Pairs]:
    """Give the equal words of each stretch of a path up to its best score; a drop too deep ends a stretch."""
    pieces: list[Pairs] = [[]]
    score = best = count = 0
    for one, other, is_equal in path:
        score += 1 if is_equal else -1
        if is_equal:
            pieces[-1].append((one, other))
            if score >= best:
                best, count = score, len(pieces[-1])
        elif best - score > DROP or score <= 0:
            pieces[-1] = pieces[-1][:count]
            pieces.append([])
            score = best = count = 0
    pieces[-1] = pieces[-1][:count]
    return [piece for piece in pieces if piece]
