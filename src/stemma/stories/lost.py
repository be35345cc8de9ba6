"""Exemplars not seen that stand between reports: what several have in common against the text beside them.

Where two reports depart from a third in the same words, and in several places, nobody had them from the third as it stands: between
the three stood another text (textual criticism's hyparchetype). Its wording is the third's with what the others agree on.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import NamedTuple

from stemma.stories.departures import runs_apart
from stemma.stories.kinship import Pairing, UnitKey, Units
from stemma.stories.units import Unit
from stemma.text.align import aligned

_LEAST_COVERAGE = 0.5  # of the shorter sentence's words, for two of one passage to stand opposite each other
_MOST_BESIDE = 40  # neighbours of one report that are looked at, those first that agree most


class Reading(NamedTuple):
    """Words that a report has for a stretch of another's sentence."""

    number: int
    start: int
    stop: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """An exemplar not seen: its sentences, the passages that they belong to, and the reports that stand beside it."""

    name: str
    units: tuple[Unit, ...]
    passage_of: Mapping[int, UnitKey]
    beside: tuple[str, ...]

    @property
    def passages(self) -> frozenset[UnitKey]:
        """The passages that it has."""
        return frozenset(self.passage_of.values())

    def pairings(self, units: Sequence[Unit], passage_of: Mapping[UnitKey, UnitKey]) -> list[Pairing]:
        """Lay its sentences opposite those that a report has of the same passages."""
        theirs: dict[UnitKey, list[Unit]] = defaultdict(list)
        for unit in units:
            if (unit.report_id, unit.number) in passage_of:
                theirs[passage_of[unit.report_id, unit.number]].append(unit)
        found = [
            Pairing(left=mine, right=other, equal=tuple(aligned(mine.words, other.words)), bits=0.0)
            for mine in self.units
            for other in theirs[self.passage_of[mine.number]]
        ]
        return [pairing for pairing in found if pairing.coverage >= _LEAST_COVERAGE]


def agreements(
    pairings: Mapping[str, Sequence[Pairing]],
) -> list[tuple[frozenset[Reading], tuple[str, ...]]]:
    """Give the readings that two or more neighbours of a report share against it, with those who have most of them; the most first.

    `pairings` are the report's sentences, on the left, with those of each neighbour.
    """
    apart = {one: readings(found) for one, found in pairings.items()}
    counts = Counter(reading for found in apart.values() for reading in found)
    common = {one: frozenset(r for r in found if counts[r] > 1) for one, found in apart.items()}
    asked = sorted((one for one in common if common[one]), key=lambda one: (-len(common[one]), one))[:_MOST_BESIDE]
    found: dict[frozenset[Reading], tuple[str, ...]] = {}
    for left, right in combinations(sorted(asked), 2):
        shared = common[left] & common[right]
        if shared and shared not in found:
            found[shared] = tuple(one for one in sorted(common) if 2 * len(common[one] & shared) > len(shared))
    return sorted(found.items(), key=lambda one: (-len(one[0]) * (len(one[1]) - 1), sorted(one[0])))


def readings(pairings: Iterable[Pairing]) -> frozenset[Reading]:
    """Give what the right side has for stretches of the left one's sentences; house style is no reading."""
    best: dict[int, Pairing] = {}
    for pairing in pairings:
        held = best.get(pairing.left.number)
        if held is None or len(pairing.equal) > len(held.equal):
            best[pairing.left.number] = pairing
    return frozenset(
        Reading(pairing.left.number, left.start, left.stop, tuple(pairing.right.keys[right.start : right.stop]))
        for pairing in best.values()
        for left, right in runs_apart(pairing)
    )


def common(
    name: str,
    members: Sequence[str],
    fullest: str,
    units: Units,
    passage_of: Mapping[UnitKey, UnitKey],
    between: Mapping[tuple[str, str], Sequence[Pairing]],
) -> Lost:
    """Give what an exemplar of all may have held: of each passage the wording nearest to all, with what most have otherwise.

    Its sentences stand in the order of the report that has most of the passages.
    """
    texts: dict[UnitKey, list[Unit]] = defaultdict(list)
    for passage, report_id in sorted(_nearest(passage_of, between).items()):
        for unit in units[report_id]:
            if passage_of.get((report_id, unit.number)) == passage:
                opposite = [
                    pairing
                    for other in members
                    for pairing in between.get((report_id, other), ())
                    if pairing.left.number == unit.number and pairing.coverage >= _LEAST_COVERAGE
                ]
                texts[passage].append(_edited(unit, _outvoted(opposite)))
    order = sorted(_order(members, fullest, units, passage_of, between).items(), key=lambda one: one[1])
    told: list[Unit] = []
    passages: dict[int, UnitKey] = {}
    for passage, _ in order:
        for unit in texts[passage]:
            passages[len(told)] = passage
            told.append(_renamed(unit, name, len(told)))
    return Lost(name=name, units=tuple(told), passage_of=passages, beside=tuple(members))


def _nearest(
    passage_of: Mapping[UnitKey, UnitKey], between: Mapping[tuple[str, str], Sequence[Pairing]]
) -> dict[UnitKey, str]:
    """Give of each passage the report whose sentence has most words in common with all others."""
    shared: dict[UnitKey, int] = defaultdict(int)
    for pairings in between.values():
        for pairing in pairings:
            shared[pairing.left.report_id, pairing.left.number] += len(pairing.equal)
    found: dict[UnitKey, str] = {}
    for key in sorted(passage_of, key=lambda key: (-shared[key], key)):
        found.setdefault(passage_of[key], key[0])
    return found


def _outvoted(pairings: Sequence[Pairing]) -> list[tuple[Reading, Unit, range]]:
    """Give what more reports have for words of a sentence than have these words."""
    votes: dict[Reading, list[tuple[Unit, range]]] = defaultdict(list)
    parted: Counter[int] = Counter()
    for pairing in pairings:
        for left, right in runs_apart(pairing):
            keys = tuple(pairing.right.keys[right.start : right.stop])
            votes[Reading(pairing.left.number, left.start, left.stop, keys)].append((pairing.right, right))
            parted.update(range(left.start, max(left.stop, left.start + 1)))
    return [
        (reading, *held[0])
        for reading, held in sorted(votes.items())
        if len(held) > 1 + len(pairings) - parted[reading.start]
    ]


def _order(
    members: Sequence[str],
    fullest: str,
    units: Units,
    passage_of: Mapping[UnitKey, UnitKey],
    between: Mapping[tuple[str, str], Sequence[Pairing]],
) -> dict[UnitKey, tuple[int, int, str, int]]:
    """Give the place of each passage: where the fullest report has it, else behind what stands before it in another."""
    found: dict[UnitKey, tuple[int, int, str, int]] = {}
    for unit in units[fullest]:
        passage = passage_of.get((fullest, unit.number))
        if passage is not None:
            found.setdefault(passage, (unit.number, 0, "", 0))
    for other in members:
        last = -1
        for unit in units[other]:
            passage = passage_of.get((other, unit.number))
            if passage is None:
                continue
            last = found.setdefault(passage, (last, 1, other, unit.number))[0]
    return found


def restored(
    name: str,
    report_id: str,
    others: Sequence[str],
    agreed: Iterable[Reading],
    units: Units,
    passage_of: Mapping[UnitKey, UnitKey],
    pairings: Mapping[str, Sequence[Pairing]],
) -> Lost:
    """Give an exemplar not seen as a report with what the others agree on against it.

    It has the passages that the report shares with one of them at least, and those that two of them have.
    """
    edits: dict[int, list[tuple[Reading, Unit, range]]] = defaultdict(list)
    wanted = set(agreed)
    for one in others:
        for pairing in pairings[one]:
            for left, right in runs_apart(pairing):
                keys = tuple(pairing.right.keys[right.start : right.stop])
                reading = Reading(pairing.left.number, left.start, left.stop, keys)
                if reading in wanted:
                    wanted.discard(reading)
                    edits[reading.number].append((reading, pairing.right, right))
    held = Counter(
        passage for one in others for passage in {passage_of[key] for key in _keys(one, units) if key in passage_of}
    )
    own = [unit for unit in units[report_id] if (report_id, unit.number) in passage_of]
    kept = [(unit.number, 0, 0, unit) for unit in own if passage_of[report_id, unit.number] in held]
    missing = {passage for passage, count in held.items() if count > 1}
    missing -= {passage_of[report_id, unit.number] for unit in own}
    for one in others:
        opposite = {pairing.right.number: pairing.left.number for pairing in pairings[one]}
        last = -1
        for unit in units[one]:
            last = opposite.get(unit.number, last)
            passage = passage_of.get((one, unit.number))
            if passage in missing:
                missing.discard(passage)
                kept.append((last, 1, unit.number, unit))
    told, passages = [], {}
    for number, (_, is_added, _, unit) in enumerate(sorted(kept, key=lambda one: one[:3])):
        passages[number] = passage_of[unit.report_id, unit.number]
        told.append(_renamed(unit if is_added else _edited(unit, edits[unit.number]), name, number))
    return Lost(name=name, units=tuple(told), passage_of=passages, beside=(report_id, *others))


def _keys(report_id: str, units: Units) -> list[UnitKey]:
    return [(report_id, unit.number) for unit in units[report_id]]


def _renamed(unit: Unit, name: str, number: int) -> Unit:
    return replace(unit, report_id=name, number=number)


def _edited(unit: Unit, edits: Iterable[tuple[Reading, Unit, range]]) -> Unit:
    """Give a sentence with the words of others in some places."""
    words, marked = list(unit.words), list(unit.is_marked)
    narrated, attributed = list(unit.is_narrated), list(unit.is_attributed)
    end = len(words) + 1
    for reading, other, places in sorted(edits, key=lambda one: -one[0].start):
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
