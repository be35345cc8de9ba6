"""Passages: from a chain to the words that are equal, cut where the likeness ends, and to a `Match`."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from stemma.matches.chains import Stretch
from stemma.matches.rules import MatchRules
from stemma.matches.sheets import Sheet
from stemma.model import Match, Span
from stemma.text.align import Pairs, edits_between

FORBIDDEN = -1_000


class Box(NamedTuple):
    """A range of words on each sheet, ends exclusive."""

    left: int
    left_end: int
    right: int
    right_end: int


def passages(left: Sheet, right: Sheet, chains: Sequence[Sequence[Stretch]], rules: MatchRules) -> list[Match]:
    """Give the matches of two sheets along these chains, in text order; the better of two that tell the same stays."""
    candidates = sorted(_explored(left, right, chains, rules), key=lambda pairs: (-len(pairs), pairs))
    left_taken: set[int] = set()
    right_taken: set[int] = set()
    kept = []
    for pairs in candidates:
        left_new = sum(one not in left_taken for one, _ in pairs)
        right_new = sum(other not in right_taken for _, other in pairs)
        if 2 * max(left_new, right_new) > len(pairs) and is_enough(left, right, pairs, rules):
            kept.append(pairs)
            left_taken.update(one for one, _ in pairs)
            right_taken.update(other for _, other in pairs)
    return [as_match(left, right, pairs) for pairs in sorted(kept)]


def _explored(left: Sheet, right: Sheet, chains: Sequence[Sequence[Stretch]], rules: MatchRules) -> Iterator[Pairs]:
    """Align around each chain, the best first; one that lies inside passages found on both sheets can tell nothing new."""
    left_seen: set[int] = set()
    right_seen: set[int] = set()
    for links in chains:
        if all(one.left in left_seen and one.right in right_seen for one in links):
            continue
        for pairs in _aligned(left, right, links, rules):
            yield pairs
            if len(pairs) >= rules.min_words:
                left_seen.update(range(pairs[0][0], pairs[-1][0] + 1))
                right_seen.update(range(pairs[0][1], pairs[-1][1] + 1))


def _aligned(left: Sheet, right: Sheet, links: Sequence[Stretch], rules: MatchRules) -> list[Pairs]:
    """Align the words around a chain, looking further while the likeness goes on to the edge."""
    box = Box(links[0].left, links[-1].left + links[-1].length, links[0].right, links[-1].right + links[-1].length)
    while True:
        wider = _widened(box, left, right, rules.margin)
        found = [pairs for pairs in _cut(_steps(left, right, box, wider), rules.drop) if _touches(pairs, box)]
        if not found:
            return found
        reached = Box(
            min(box.left, found[0][0][0]),
            max(box.left_end, found[-1][-1][0] + 1),
            min(box.right, found[0][0][1]),
            max(box.right_end, found[-1][-1][1] + 1),
        )
        if reached == box or wider == _widened(reached, left, right, rules.margin):
            return found
        box = reached


def _touches(pairs: Pairs, box: Box) -> bool:
    """Say whether a passage lies in part inside a box."""
    (left_first, right_first), (left_last, right_last) = pairs[0], pairs[-1]
    return (
        left_first < box.left_end and left_last >= box.left and right_first < box.right_end and right_last >= box.right
    )


def _widened(box: Box, left: Sheet, right: Sheet, margin: int) -> Box:
    return Box(
        max(0, box.left - margin),
        min(len(left.words), box.left_end + margin),
        max(0, box.right - margin),
        min(len(right.words), box.right_end + margin),
    )


def _steps(left: Sheet, right: Sheet, box: Box, wider: Box) -> Iterator[tuple[int, int, int]]:
    """Walk a shortest path through a box and its margins: (gain, left place, right place); equal words gain, others lose.

    The path goes through the corners of the box, which begins and ends with equal words; without that a shortest path would
    rather replace words than shift them.
    """
    yield from _walk(left, right, Box(wider.left, box.left, wider.right, box.right))
    yield from _walk(left, right, box)
    yield from _walk(left, right, Box(box.left_end, wider.left_end, box.right_end, wider.right_end))


def _walk(left: Sheet, right: Sheet, box: Box) -> Iterator[tuple[int, int, int]]:
    ones, others = left.ids[box.left : box.left_end], right.ids[box.right : box.right_end]
    for block in Levenshtein.opcodes(ones, others):
        tag, one, one_end, other, other_end = (
            block.tag,
            block.src_start,
            block.src_end,
            block.dest_start,
            block.dest_end,
        )
        if tag == "equal":
            yield one_end - one, box.left + one, box.right + other
        else:
            is_barred = min(ones[one:one_end], default=0) < 0 or min(others[other:other_end], default=0) < 0
            yield (FORBIDDEN if is_barred else -max(one_end - one, other_end - other)), 0, 0


def _cut(steps: Iterator[tuple[int, int, int]], drop: int) -> Iterator[Pairs]:
    """Give the equal pairs of each stretch of the path that scores best locally; a drop too deep ends a stretch."""
    pairs: Pairs = []
    score = best = best_count = 0
    for gain, one, other in steps:
        score += gain
        if gain > 0:
            pairs.extend(zip(range(one, one + gain), range(other, other + gain), strict=True))
            if score >= best:
                best, best_count = score, len(pairs)
        elif score <= 0 or best - score > drop:
            if best_count:
                yield pairs[:best_count]
            pairs, score, best, best_count = [], 0, 0, 0
    if best_count:
        yield pairs[:best_count]


def is_enough(left: Sheet, right: Sheet, pairs: Pairs, rules: MatchRules) -> bool:
    """Say whether so many words, or so rare ones, standing so close together, make a passage."""
    if len(pairs) < rules.min_rare_words or density(pairs) < rules.min_score:
        return False
    bits = sum(min(left.costs[one], right.costs[other]) for one, other in pairs) / 1000
    return len(pairs) >= rules.min_words or bits >= rules.min_rare_bits


def density(pairs: Pairs) -> int:
    """Give the score of a passage: its equal words less the words between them.

    >>> density([(0, 0), (1, 1), (4, 2)])
    1
    """
    gaps = sum(max(b[0] - a[0], b[1] - a[1]) - 1 for a, b in pairwise(pairs))
    return len(pairs) - gaps


def as_match(left: Sheet, right: Sheet, pairs: Pairs) -> Match:
    """Give the match that these equal words make, from the first to the last of them."""
    (left_first, right_first), (left_last, right_last) = pairs[0], pairs[-1]
    left_start, left_end = left.words[left_first].start, left.words[left_last].end
    right_start, right_end = right.words[right_first].start, right.words[right_last].end
    longer = max(left_last - left_first, right_last - right_first) + 1
    return Match(
        left=Span(left.report.id, left_start, left_end),
        right=Span(right.report.id, right_start, right_end),
        edits=edits_between(
            left.report.text,
            right.report.text,
            (left.words, right.words),
            pairs,
            (left_start, left_end, right_start, right_end),
        ),
        score=round(len(pairs) / longer, 4),
        surprisal=round(shared_surprisal(left, right, pairs) / 1000, 3),
    )


def shared_surprisal(left: Sheet, right: Sheet, pairs: Pairs) -> int:
    """Give the millibits of the equal words that are narration on both sheets, each by the less surprising of its contexts."""
    return sum(min(left.costs[one], right.costs[other]) for one, other in pairs if left.told[one] and right.told[other])
