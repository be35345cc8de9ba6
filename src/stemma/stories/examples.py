"""The words that bear a reason: a few places for each step from one text to another, on either side where it has words."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from stemma.model import Span
from stemma.stories.departures import extent_of, restyled, runs_apart
from stemma.stories.kinship import Pairing
from stemma.stories.overlaps import SHORT, runs_of, stretches
from stemma.stories.units import Unit

_SHOWN = 3  # places of one kind
_LONGEST = 12  # words: a longer run is no example that can be read at a glance

Place = tuple[Pairing, range, range]


def shared_run(pairing: Pairing, is_shown: Callable[[int, int], bool] = lambda _left, _right: True) -> tuple[Span, ...]:
    """Give the longest run of equal words on both sides; of those alone that `is_shown` says it of."""
    best: list[tuple[int, int]] = []
    run: list[tuple[int, int]] = []
    for i, j in pairing.equal:
        if is_shown(i, j):
            run = [*run, (i, j)] if run and run[-1] == (i - 1, j - 1) else [(i, j)]
            best = max(best, run, key=len)
    if not best:
        return ()
    (left, right), (last_left, last_right) = best[0], best[-1]
    return _span(pairing.left, range(left, last_left + 1)), _span(pairing.right, range(right, last_right + 1))


def shared_words(pairing: Pairing) -> tuple[Span, ...]:
    """Give on both sides the longest run of equal words; where most of them stand apart, all from the first to the last."""
    run = shared_run(pairing)
    if not run:
        return ()
    (first, opposite), (last, last_opposite) = pairing.equal[0], pairing.equal[-1]
    inside = sum(run[0].start <= pairing.left.words[i].start < run[0].end for i, _ in pairing.equal)
    if 2 * inside >= len(pairing.equal):
        return run
    return _span(pairing.left, range(first, last + 1)), _span(pairing.right, range(opposite, last_opposite + 1))


def differing_words(pairings: Sequence[Pairing]) -> tuple[Span, ...]:
    """Give the most telling places where shared sentences read otherwise, left and right in turn."""
    inside: dict[int, set[int]] = defaultdict(set)
    outside: dict[int, set[int]] = defaultdict(set)
    for pairing in pairings:
        inside[pairing.left.number].update(i for i, _ in pairing.equal)
        outside[pairing.right.number].update(j for _, j in pairing.equal)
    apart = [
        (one, left, right)
        for one in pairings
        for left, right in runs_apart(one, inside[one.left.number], outside[one.right.number])
    ]
    return _told(apart or [(one, *run) for one in pairings for run in restyled(one)])


def outvoted_words(pairings: Sequence[Pairing]) -> tuple[Span, ...]:
    """Give where a report, on the left of all pairings, reads otherwise than most of those that have the same sentence."""
    having = Counter(pairing.left.number for pairing in pairings)
    readings: dict[tuple[int, range], list[Place]] = defaultdict(list)
    for pairing in pairings:
        for left, right in runs_apart(pairing):
            readings[pairing.left.number, left].append((pairing, left, right))
    return _told([places[0] for (number, _), places in readings.items() if 2 * len(places) > having[number]])


def lacked_words(
    child: Sequence[Unit], parent: Sequence[Unit], others: Iterable[Sequence[Unit]], size: int = SHORT
) -> tuple[Span, ...]:
    """Give the longest stretches of a child's sentences in runs of so many words that another has too and the parent lacks."""
    having = set().union(*(_runs_in(other, size) for other in others)) - _runs_in(parent, size)
    found = []
    for part in stretches(child):
        words = [(unit, place) for unit in part for place in range(len(unit.words))]
        starts = [n for n in range(len(words) - size + 1) if tuple(u.keys[i] for u, i in words[n : n + size]) in having]
        found += [words[run[0] : run[-1] + size] for run in _in_a_row(starts)]
    longest = sorted(found, key=len, reverse=True)[:_SHOWN]
    ends = (((run[0][0], run[0][1]), (run[-1][0], run[-1][1])) for run in longest)
    return tuple(Span(first.report_id, first.words[i].start, last.words[j].end) for (first, i), (last, j) in ends)


def _runs_in(units: Sequence[Unit], size: int) -> set[tuple[str, ...]]:
    return {run for part in stretches(units) for run in runs_of(part, size)}


def _in_a_row(numbers: Iterable[int]) -> list[list[int]]:
    found: list[list[int]] = []
    for number in numbers:
        if found and found[-1][-1] == number - 1:
            found[-1].append(number)
        else:
            found.append([number])
    return found


def differing_sentences(child: Sequence[Unit], parent: Sequence[Unit], pairings: Iterable[Pairing]) -> tuple[Span, ...]:
    """Give a sentence or two for each way in which a text parts from another, that of the child first."""
    opposite = {pairing.left.number: pairing.right.number for pairing in pairings}
    extent = extent_of(parent, child, opposite)
    found = [span for lost, won in extent.rewritten[:1] for span in (child[won[0]].span, parent[lost[0]].span)]
    found += [child[run[0]].span for run in extent.added[:_SHOWN]]
    found += [parent[run[0]].span for run in extent.dropped[:_SHOWN]]
    turned = (after for before, after in pairwise(sorted(opposite)) if opposite[after] < opposite[before])
    moved = next(turned, None)
    return (*found, *(() if moved is None else (child[moved].span, parent[opposite[moved]].span)))


def _told(places: Sequence[Place]) -> tuple[Span, ...]:
    """Give both sides of the places that say most: words against words before words against none, the rarer words first."""
    short = [one for one in places if max(len(one[1]), len(one[2])) <= _LONGEST]
    ranked = sorted(short or places, key=lambda one: (not (one[1] and one[2]), -_cost(one)))
    return tuple(
        span
        for pairing, left, right in ranked[:_SHOWN]
        for span in (_span(pairing.left, left), _span(pairing.right, right))
    )


def _cost(place: Place) -> int:
    pairing, left, right = place
    return sum(pairing.left.costs[i] for i in left) + sum(pairing.right.costs[j] for j in right)


def _span(unit: Unit, places: range) -> Span:
    """Give where words stand; for none, the words before and behind the gap."""
    first, last = (places[0], places[-1]) if places else (places.start - 1, places.start)
    return Span(unit.report_id, unit.words[max(0, first)].start, unit.words[min(last, len(unit.words) - 1)].end)
