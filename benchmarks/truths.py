"""What is true of made reports, by the sentences that they were made of: which are near-copies, how many words pairs share."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path

NEAR = 0.8  # of the words of both reports

Words = Mapping[int, frozenset[int]]  # number of a sentence as first written: the places of its words that were kept
Pair = tuple[str, str]


def words_of(truth: Mapping) -> dict[int, frozenset[int]]:
    """Give the words that a report has, by the sentences in which they were first written; new words are negative.

    >>> words_of({"sentences": [[0, 9, 4, [0, -1, 2]]], "lengths": [3]})[4]
    frozenset({0, 2, -2})
    """
    return {
        origin: frozenset(
            range(length) if kept is None else (at if at >= 0 else -place - 1 for place, at in enumerate(kept))
        )
        for (_, _, origin, kept), length in zip(truth["sentences"], truth["lengths"], strict=True)
    }


def shared(left: Words, right: Words) -> int:
    """Give how many words two reports have from one writing.

    >>> shared({4: frozenset({0, 2, -2})}, {4: frozenset({0, 1, 2, -2})})
    2
    """
    return sum(sum(place >= 0 for place in left[origin] & right[origin]) for origin in left.keys() & right.keys())


def near_copies(truths: Iterable[Mapping]) -> set[Pair]:
    """Give the pairs of one story that share four fifths of both reports' words."""
    stories: defaultdict[str, list[tuple[str, Words]]] = defaultdict(list)
    for truth in truths:
        stories[truth["id"].rpartition("-")[0]].append((truth["id"], words_of(truth)))
    return {
        (min(one, other), max(one, other))
        for story in stories.values()
        for (one, left), (other, right) in combinations(story, 2)
        if shared(left, right) >= NEAR * max(_count(left), _count(right))
    }


def _count(words: Words) -> int:
    return sum(map(len, words.values()))


def recall_and_precision(found: set[Pair], truth: set[Pair]) -> tuple[float, float]:
    """Give the share of the true pairs that were found, and of the found ones that are true.

    >>> recall_and_precision({("a", "b"), ("a", "c")}, {("a", "b")})
    (1.0, 0.5)
    """
    hits = len(found & truth)
    return hits / max(len(truth), 1), hits / max(len(found), 1)


def read_truths(folder: Path) -> Sequence[Mapping]:
    """Give the truth of a corpus that lies in a folder."""
    with (folder / "truth.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
