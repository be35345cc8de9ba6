"""The exemplar that nobody has: what a text not seen may have held from which a whole family comes.

Of each passage it is taken to have the wording that has most in common with all others, and wherever more reports read otherwise,
what these read (the majority's reading, as in any edition of a text whose original is lost).
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from stemma.stories.departures import runs_apart
from stemma.stories.kinship import Pairing, UnitKey, Units
from stemma.stories.units import Unit
from stemma.text.align import aligned

_LEAST_COVERAGE = 0.5  # of the shorter sentence's words, for two of one passage to stand opposite each other

Between = Mapping[tuple[str, str], Sequence[Pairing]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """A text not seen: its sentences as far as they can be restored, and the passage that each belongs to."""

    units: tuple[Unit, ...]
    passages: tuple[UnitKey, ...]

    def pairings(self, units: Sequence[Unit], passage_of: Mapping[UnitKey, UnitKey]) -> list[Pairing]:
        """Lay its sentences opposite those that a report has of the same passages."""
        theirs: dict[UnitKey, list[Unit]] = defaultdict(list)
        for unit in units:
            if (unit.report_id, unit.number) in passage_of:
                theirs[passage_of[unit.report_id, unit.number]].append(unit)
        found = [
            Pairing(left=mine, right=other, equal=tuple(aligned(mine.words, other.words)), bits=0.0)
            for mine, passage in zip(self.units, self.passages, strict=True)
            for other in theirs[passage]
        ]
        return [pairing for pairing in found if pairing.coverage >= _LEAST_COVERAGE]


class _Reading(NamedTuple):
    """What reports have for the words from `start` to `stop` of a sentence."""

    start: int
    stop: int
    keys: tuple[str, ...]


def restore(
    members: Mapping[str, Collection[int]],
    fullest: str,
    units: Units,
    passage_of: Mapping[UnitKey, UnitKey],
    between: Between,
) -> Original:
    """Give what an exemplar of all members may have held, in the order of the one that has most of the passages."""
    nearest = _nearest(passage_of, between)
    told = [
        (passage, _restored(units[nearest[passage]][number], members, between))
        for passage in _ordered(members, fullest, passage_of)
        for number in sorted(members[nearest[passage]])
        if passage_of[nearest[passage], number] == passage
    ]
    return Original(
        units=tuple(replace(unit, report_id="", number=number) for number, (_, unit) in enumerate(told)),
        passages=tuple(passage for passage, _ in told),
    )


def _nearest(passage_of: Mapping[UnitKey, UnitKey], between: Between) -> dict[UnitKey, str]:
    """Give of each passage the report whose sentence has most words in common with all others."""
    shared: dict[UnitKey, int] = defaultdict(int)
    for pairings in between.values():
        for pairing in pairings:
            shared[pairing.left.report_id, pairing.left.number] += len(pairing.equal)
    found: dict[UnitKey, str] = {}
    for key in sorted(passage_of, key=lambda key: (-shared[key], key)):
        found.setdefault(passage_of[key], key[0])
    return found


def _ordered(
    members: Mapping[str, Collection[int]], fullest: str, passage_of: Mapping[UnitKey, UnitKey]
) -> list[UnitKey]:
    """Give the passages as the fullest member has them; what it lacks stands behind what precedes it in another."""
    place: dict[UnitKey, tuple[int, int, str, int]] = {}
    for number in sorted(members[fullest]):
        place.setdefault(passage_of[fullest, number], (number, 0, "", 0))
    for one in members:
        last = -1
        for number in sorted(members[one]):
            last = place.setdefault(passage_of[one, number], (last, 1, one, number))[0]
    return sorted(place, key=lambda passage: place[passage])


def _restored(unit: Unit, members: Iterable[str], between: Between) -> Unit:
    """Give a sentence with what more reports have wherever they read otherwise."""
    opposite = [
        pairing
        for one in members
        for pairing in between.get((unit.report_id, one), ())
        if pairing.left.number == unit.number and pairing.coverage >= _LEAST_COVERAGE
    ]
    votes: dict[_Reading, list[tuple[Unit, range]]] = defaultdict(list)
    parted: Counter[int] = Counter()
    for pairing in opposite:
        for left, right in runs_apart(pairing):
            keys = pairing.right.keys[right.start : right.stop]
            votes[_Reading(left.start, left.stop, keys)].append((pairing.right, right))
            parted[left.start] += 1
    outvoted = [
        (reading, *held[0])
        for reading, held in sorted(votes.items(), reverse=True)
        if len(held) > 1 + len(opposite) - parted[reading.start]
    ]
    return _edited(unit, outvoted)


def _edited(unit: Unit, readings: Iterable[tuple[_Reading, Unit, range]]) -> Unit:
    """Give a sentence with the words of others in some places, told from the last place to the first."""
    words, marked = list(unit.words), list(unit.is_marked)
    narrated, attributed = list(unit.is_narrated), list(unit.is_attributed)
    end = len(words) + 1
    for reading, other, places in readings:
        if reading.stop <= end:
            here, there = slice(reading.start, reading.stop), slice(places.start, places.stop)
            words[here], marked[here] = other.words[there], other.is_marked[there]
            narrated[here], attributed[here] = other.is_narrated[there], other.is_attributed[there]
            end = reading.start
    return replace(
        unit,
        words=tuple(words),
        is_marked=tuple(marked),
        is_narrated=tuple(narrated),
        is_attributed=tuple(attributed),
    )
