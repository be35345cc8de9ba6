"""The slow, obvious twin: local alignment of all words of two texts, without seeds or an index.

Smith and Waterman's alignment (word +1, mismatch and gap -1), again and again over the words not yet aligned (Waterman and
Eggert); a path is cut where its score falls more than the drop below its best so far.
"""

from collections.abc import Sequence

import numpy as np

Pairs = list[tuple[int, int]]

DIAGONAL, UP, LEFT = 1, 2, 3


def shared_words(
    left: Sequence[int], right: Sequence[int], min_words: int = 8, drop: int = 10, min_score: int = 4
) -> list[Pairs]:
    """Give the passages of at least `min_words` equal words, as pairs of places; best first."""
    if not left or not right:
        return []
    equal = np.asarray(left)[:, None] == np.asarray(right)[None, :]
    found = []
    while True:
        path, score = _best(equal)
        if score < min_score:
            return found
        found.extend(pairs for pairs in _cut(path, drop) if len(pairs) >= min_words)
        for one, other, is_equal in path:
            if is_equal:
                equal[one, other] = False


def _best(equal: np.ndarray) -> tuple[list[tuple[int, int, bool]], int]:
    height, width = equal.shape
    scores = np.zeros((height + 1, width + 1), dtype=np.int32)
    places = np.arange(1, width + 1)
    for row in range(1, height + 1):
        above = scores[row - 1]
        own = np.maximum(above[:-1] + np.where(equal[row - 1], 1, -1), above[1:] - 1)
        own = np.maximum(own, 0)
        scores[row, 1:] = np.maximum(np.maximum.accumulate(own + places) - places, 0)
    row, column = np.unravel_index(int(scores.argmax()), scores.shape)
    return _walked(scores, equal, int(row), int(column)), int(scores.max())


def _walked(scores: np.ndarray, equal: np.ndarray, row: int, column: int) -> list[tuple[int, int, bool]]:
    path = []
    while scores[row, column] > 0:
        gain = 1 if equal[row - 1, column - 1] else -1
        if scores[row, column] == scores[row - 1, column - 1] + gain:
            row, column = row - 1, column - 1
            path.append((row, column, gain > 0))
        elif scores[row, column] == scores[row - 1, column] - 1:
            row -= 1
            path.append((row, column, False))
        else:
            column -= 1
            path.append((row, column, False))
    return path[::-1]


def _cut(path: list[tuple[int, int, bool]], drop: int) -> list[Pairs]:
    pieces: list[Pairs] = [[]]
    score = best = best_count = 0
    for one, other, is_equal in path:
        score += 1 if is_equal else -1
        if is_equal:
            pieces[-1].append((one, other))
            if score >= best:
                best, best_count = score, len(pieces[-1])
        elif best - score > drop or score <= 0:
            pieces[-1] = pieces[-1][:best_count]
            pieces.append([])
            score = best = best_count = 0
    pieces[-1] = pieces[-1][:best_count]
    return [piece for piece in pieces if piece]
