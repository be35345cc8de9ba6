"""One family of passages with everything that telling who has them from whom needs."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stemma.stories.departures import Departures
from stemma.stories.families import Family
from stemma.stories.kinship import Pairing, UnitKey, Units, by_pair, matched
from stemma.stories.overlaps import Overlaps, overlaps_of
from stemma.stories.rules import StoryRules
from stemma.stories.steps import below_of, loose_in, passages_of, steps_of
from stemma.stories.witnesses import Witness, is_same_name

UNNAMED = "(unnamed)"  # the exemplar that nobody has seen and no text names

_LONE = 0.25  # of a report's sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One family with everything that scoring its edges needs; `agencies` are credited and not among the reports.

    `passages` are those that each member has of the family's. `steps` leads from each member to each that it may have its text
    from, `(parent, child)`, and under `("", child)` from what most of the members have.
    """

    family: Family
    units: Units
    witnesses: Mapping[str, Witness]
    agencies: tuple[str, ...]
    passages: Mapping[str, frozenset[UnitKey]]
    shared: Mapping[tuple[str, str], float]
    between: Mapping[tuple[str, str], Sequence[Pairing]]
    steps: Mapping[tuple[str, str], Departures]
    loose: Mapping[str, frozenset[UnitKey]]  # of these, what others have beside other sentences
    places: Mapping[UnitKey, Sequence[UnitKey]]  # where each passage stands
    below: Mapping[str, frozenset[str]]  # who may have its text from whom
    overlaps: Overlaps
    most: Mapping[str, int]  # runs of eight words that each member shares with any that it may have its text from
    rules: StoryRules


def scene_of(family: Family, units: Units, witnesses: Mapping[str, Witness], rules: StoryRules) -> Scene:
    """Put together what scoring the edges of a family needs."""
    pairs = by_pair(family.pairings)
    between = {pair: matched(pairings) for pair, pairings in pairs.items()}
    shared = _shared_bits(between)
    passage_of = passages_of(family)
    kin = {pair: pairings for pair, pairings in pairs.items() if shared[pair] >= rules.least_edge}
    passages = {
        one: frozenset(passage_of[one, number] for number in numbers) for one, numbers in family.members.items()
    }
    below = below_of(passages, witnesses)
    overlaps = overlaps_of(family.members, units, below)
    most: dict[str, int] = defaultdict(int)
    for parent, child in kin:
        most[child] = max(most[child], overlaps.shared(parent, child))
    return Scene(
        family=family,
        units=units,
        witnesses=witnesses,
        agencies=_unseen_agencies(family, witnesses),
        passages=passages,
        shared=shared,
        between=between,
        steps=steps_of(family, units, witnesses, between, kin, below),
        loose=loose_in(passage_of),
        places=_places_of(passage_of),
        below=below,
        overlaps=overlaps,
        most=most,
        rules=rules,
    )


def _places_of(passage_of: Mapping[UnitKey, UnitKey]) -> dict[UnitKey, list[UnitKey]]:
    found: dict[UnitKey, list[UnitKey]] = defaultdict(list)
    for key, passage in sorted(passage_of.items()):
        found[passage].append(key)
    return found


def _unseen_agencies(family: Family, witnesses: Mapping[str, Witness]) -> tuple[str, ...]:
    names: list[str] = []
    for one in family.members:
        for credit in witnesses[one].agencies:
            own = [witness for other in family.members if is_same_name((witness := witnesses[other]).name, credit.name)]
            is_seen = len(own) == 1 or any(witness.outlet is not None for witness in own)
            if not is_seen and not any(is_same_name(credit.name, name) for name in names):
                names.append(credit.name)
    return tuple(sorted(names))


def _shared_bits(between: Mapping[tuple[str, str], Sequence[Pairing]]) -> dict[tuple[str, str], float]:
    """Give the bits that two members share, and under (child, "") those that it shares with any, by its best fellow."""
    shared: dict[tuple[str, str], float] = defaultdict(float)
    best: dict[UnitKey, float] = defaultdict(float)
    for (child, parent), pairings in between.items():
        for pairing in pairings:
            shared[child, parent] += pairing.bits
            best[child, pairing.left.number] = max(best[child, pairing.left.number], pairing.bits)
    for (child, _), bits in best.items():
        shared[child, ""] += bits
    return shared


def is_lone(scene: Scene) -> bool:
    """Say whether the members share little else than this passage."""
    return all(len(numbers) < _LONE * len(scene.units[one]) for one, numbers in scene.family.members.items())
