"""Departures: the steps that a desk would have taken to make one text of another, counted.

Words and sentences that stand in both show that two reports are kin, but not how near. What tells a parent from a brother is how
little must have been done, and which way: a text is cut more often than it grows in many places.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from stemma.stories.kinship import Pairing
from stemma.stories.units import Unit

_MOST_STEPS = 3  # in one sentence: who turns a sentence about takes one decision, not many
_LONE = 0.25  # of the shorter report's sentences: who shares less did not go by the rest of the other's text
_COMPARABLE = 0.5  # of the words: less stands in no place of the other's
_LAST_WORDS = (
    3  # sentences: what a desk puts at the end on its own account is no longer; an end that was cut off may be
)
_NUMBERS = {
    word: str(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split()
    )
} | {
    word: str(value)
    for value, word in zip(range(30, 100, 10), "thirty forty fifty sixty seventy eighty ninety".split(), strict=True)
}


Elsewhere = Callable[[Pairing, range], bool]
Run = tuple[int, int]  # the first and the last of sentences that follow each other


@dataclass(frozen=True, slots=True, kw_only=True)
class Departures:
    """What was done to a parent's text: runs of words in shared sentences, and runs of sentences."""

    exchanged: float = 0.0
    put_in: float = 0.0
    left_out: float = 0.0
    agreed: float = 0.0  # of these, runs that the child has like reports which cannot have them from the child
    restyled: int = 0  # places where house style was exchanged; many are one decision
    moved: int = 0  # sentences that stand before one that they stood behind
    rewritten: int = 0  # runs of sentences without equal words that stand in each other's place
    added: int = 0
    dropped: int = 0
    is_cut: bool = False  # the parent's end is missing
    is_closed: bool = False  # the child has a short end that no third report has: a desk's own last words
    is_reopened: bool = False  # the parent's own last words are missing


def departures(
    parent: Sequence[Unit],
    child: Sequence[Unit],
    pairings: Sequence[Pairing],
    telling: Set[int],
    is_had_elsewhere: Elsewhere,
    held: tuple[Set[int], Set[int]] | None = None,
) -> Departures:
    """Count the steps from a parent's sentences to a child's; the parent's stand on the left of the pairings.

    Steps inside sentences, and sentences moved, are counted among those of the child that are `telling`. What two reports alone
    have does not tell whether anybody stood between them. `is_had_elsewhere` says of words of a child's sentence whether a report
    has them that cannot have them from the child. `held` are the sentences of the parent and of the child that others of their
    family have: without a third report nobody can know which words at an end are one desk's own.
    """
    inside: dict[int, set[int]] = defaultdict(set)
    outside: dict[int, set[int]] = defaultdict(set)
    best: dict[int, Pairing] = {}
    for pairing in pairings:
        inside[pairing.left.number].update(i for i, _ in pairing.equal)
        outside[pairing.right.number].update(j for _, j in pairing.equal)
        rival = best.get(pairing.right.number)
        if rival is None or len(pairing.equal) > len(rival.equal):
            best[pairing.right.number] = pairing
    told = {number: pairing for number, pairing in best.items() if number in telling}
    steps = [
        word_steps(one, inside[one.left.number], outside[one.right.number], is_had_elsewhere) for one in told.values()
    ]
    is_one_text = len(best) >= _LONE * min(len(parent), len(child))
    exchanged, put_in, left_out, agreed = (
        (sum(column) for column in zip(*steps, strict=True)) if steps else (0, 0, 0, 0)
    )
    extent = _sentence_steps(parent, child, best, held) if is_one_text else Departures()
    return replace(
        extent,
        exchanged=exchanged,
        put_in=put_in,
        left_out=left_out,
        agreed=agreed,
        restyled=min(_MOST_STEPS, sum(sum(1 for _ in restyled(one)) for one in told.values())),
        moved=_moved(told),
    )


def word_steps(
    pairing: Pairing, inside: Set[int], outside: Set[int], is_had_elsewhere: Elsewhere
) -> tuple[int, int, int, int]:
    """Count the runs of words exchanged, put in and left out from the left sentence to the right one, and those had elsewhere.

    `inside` and `outside` are the words of either that stand anywhere in the other text. What house style exchanges is no step,
    but may be had elsewhere.
    """
    if len(pairing.equal) == len(pairing.left.words) == len(pairing.right.words):
        return 0, 0, 0, 0
    exchanged = put_in = left_out = agreed = 0
    for left, right in runs_apart(pairing, inside, outside):
        is_lost, is_won = any(i not in inside for i in left), any(j not in outside for j in right)
        exchanged += is_lost and is_won and not _is_of_style(pairing, left, right)
        put_in += not is_lost
        left_out += not is_won
        agreed += is_had_elsewhere(pairing, right)
    most = _MOST_STEPS
    return min(most, exchanged), min(most, put_in), min(most, left_out), min(most, agreed)


def runs_apart(
    pairing: Pairing, inside: Set[int] = frozenset(), outside: Set[int] = frozenset()
) -> Iterator[tuple[range, range]]:
    """Give the runs of words in which two sentences part, on both sides; words that stand elsewhere in the texts part nothing."""
    for left, right in _gaps(pairing):
        if any(i not in inside for i in left) or any(j not in outside for j in right):
            yield left, right


def restyled(pairing: Pairing) -> Iterator[tuple[range, range]]:
    """Give the runs of words in which two sentences differ in spelling, or in what house style settles."""
    left, right = pairing.left.keys, pairing.right.keys
    yield from ((range(i, i + 1), range(j, j + 1)) for i, j in pairing.equal if left[i] != right[j])
    yield from (run for run in _gaps(pairing) if _is_of_style(pairing, *run))


def _moved(best: Mapping[int, Pairing]) -> int:
    places = [best[number].left.number for number in sorted(best)]
    return sum(after < before for before, after in pairwise(places))


def _gaps(pairing: Pairing) -> Iterator[tuple[range, range]]:
    i = j = 0
    for left, right in (*pairing.equal, (len(pairing.left.words), len(pairing.right.words))):
        if left > i or right > j:
            yield range(i, left), range(j, right)
        i, j = left + 1, right + 1


def _is_of_style(pairing: Pairing, left: Iterable[int], right: Iterable[int]) -> bool:
    lost, won = [pairing.left.keys[i] for i in left], [pairing.right.keys[j] for j in right]
    return bool(lost and won) and _plain(lost) == _plain(won)


def _plain(keys: Iterable[str]) -> str:
    """Give words without what house style settles: figures or words for numbers, hyphens, percent."""
    parts = (part for key in keys for part in key.replace("%", "-percent").replace("-", " ").split())
    return "".join(_NUMBERS.get(part, part).replace(".", "") for part in parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """Runs of sentences: those in each other's place, the parent's first, and those that one side alone has."""

    rewritten: tuple[tuple[Run, Run], ...]
    added: tuple[Run, ...]
    dropped: tuple[Run, ...]


def extent_of(parent: Sequence[Unit], child: Sequence[Unit], opposite: Mapping[int, int]) -> Extent:
    """Give what stands in one text alone; `opposite` leads from the child's sentences to the parent's that they are like."""
    held = set(opposite.values())
    lost = _runs(number for number in range(len(parent)) if number not in held)
    won = _runs(number for number in range(len(child)) if number not in opposite)
    rewritten: dict[Run, Run] = {}
    added = []
    for run in won:
        edges = _edges_of(run, opposite, len(child), len(parent))
        rival = next((one for one in lost if one not in rewritten and (one[0] in edges or one[1] in edges)), None)
        if rival is not None and _are_comparable(_size(parent, rival), _size(child, run)):
            rewritten[rival] = run
        else:
            added.append(run)
    dropped = tuple(run for run in lost if run not in rewritten)
    return Extent(rewritten=tuple(rewritten.items()), added=tuple(added), dropped=dropped)


def _sentence_steps(
    parent: Sequence[Unit], child: Sequence[Unit], best: Mapping[int, Pairing], held: tuple[Set[int], Set[int]] | None
) -> Departures:
    extent = extent_of(parent, child, {number: pairing.left.number for number, pairing in best.items()})
    added, left = extent.added, extent.dropped
    is_closed = held is not None and bool(added) and _is_own_end(added[-1], len(child), held[1])
    is_reopened = held is not None and bool(left) and _is_own_end(left[-1], len(parent), held[0])
    is_cut = bool(left) and left[-1][1] == len(parent) - 1 and not is_reopened
    return Departures(
        rewritten=len(extent.rewritten),
        added=len(added) - is_closed,
        dropped=len(left) - is_cut - is_reopened,
        is_cut=is_cut,
        is_closed=is_closed,
        is_reopened=is_reopened,
    )


def _is_own_end(run: Run, size: int, held: Set[int]) -> bool:
    first, last = run
    return last == size - 1 and size - first <= _LAST_WORDS and held.isdisjoint(range(first, size))


def _runs(numbers: Iterable[int]) -> list[Run]:
    """Give the first and last of each run of numbers that follow each other."""
    found: list[Run] = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def _edges_of(run: Run, opposite: Mapping[int, int], size: int, other_size: int) -> set[int]:
    """Give the sentences of the other text that stand beside the counterparts of what stands beside a run."""
    first, last = run
    found = {opposite[first - 1] + 1} if first - 1 in opposite else set()
    found |= {opposite[last + 1] - 1} if last + 1 in opposite else set()
    found |= {0} if first == 0 else set()
    return found | ({other_size - 1} if last == size - 1 else set())


def _size(units: Sequence[Unit], run: Run) -> int:
    return sum(len(unit.words) for unit in units[run[0] : run[1] + 1])


def _are_comparable(left: int, right: int) -> bool:
    return min(left, right) >= _COMPARABLE * max(left, right)
