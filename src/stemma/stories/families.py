"""Families: the passages of several reports that go back to one writing-down."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from stemma.stories.kinship import Kin, Pairing, UnitKey
from stemma.stories.rules import StoryRules
from stemma.stories.unions import Union

_TOGETHER = 0.5  # of the reports that have a passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Reports whose passages are kin: the sentence numbers of each, and the pairings that join them."""

    members: Mapping[str, tuple[int, ...]]
    pairings: tuple[Pairing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinship:
    """All that is kin in one story: `cluster_of` a sentence is the passage it belongs to, `families` join passages."""

    kins: tuple[Kin, ...]
    cluster_of: Mapping[UnitKey, UnitKey]
    families: tuple[Family, ...]

    def is_joined(self, left: UnitKey, right: UnitKey) -> bool:
        """Say whether two sentences go back to one writing-down."""
        one = self.cluster_of.get(left)
        return one is not None and one == self.cluster_of.get(right)


def find_families(kins: Sequence[Kin], rules: StoryRules) -> Kinship:
    """Join kindred sentences into passages, and passages that the same reports carry into families."""
    edges = _uncontested(_edges(kins), {frozenset((kin.left_id, kin.right_id)) for kin in kins if kin.blocks}, rules)
    clusters: Union[UnitKey] = Union()
    for pairing, _ in edges:
        clusters.join((pairing.left.report_id, pairing.left.number), (pairing.right.report_id, pairing.right.number))
    held: dict[UnitKey, set[str]] = defaultdict(set)
    for key in clusters.members():
        held[clusters.root(key)].add(key[0])
    family_of = _by_carriers(held)
    by_family: dict[int, list[Pairing]] = defaultdict(list)
    for pairing, _ in edges:
        by_family[family_of[clusters.root((pairing.left.report_id, pairing.left.number))]].append(pairing)
    return Kinship(
        kins=tuple(kins),
        cluster_of={key: clusters.root(key) for key in clusters.members()},
        families=tuple(_family(pairings) for _, pairings in sorted(by_family.items())),
    )


def _by_carriers(held: Mapping[UnitKey, set[str]]) -> dict[UnitKey, int]:
    """Give each passage the number of its family: passages go together where most reports that have the one have the other.

    Two reports at least must have both. So the passages of two texts that one report has joined stay apart, though all who have
    their text from there have both. The passages that most reports have go first.
    """
    family_of: dict[UnitKey, int] = {}
    members: list[set[str]] = []
    families: dict[str, set[int]] = defaultdict(set)
    for key in sorted(held, key=lambda key: (-len(held[key]), key)):
        near = {number for report_id in held[key] for number in families[report_id]}
        ranked = [(len(held[key] & members[number]), -number) for number in near]
        common, place = max(ranked, default=(0, 0))
        if common < max(2, _TOGETHER * len(held[key])):
            place = -len(members)
            members.append(set())
        family_of[key] = -place
        members[-place] |= held[key]
        for report_id in held[key]:
            families[report_id].add(-place)
    return family_of


def _edges(kins: Iterable[Kin]) -> list[tuple[Pairing, float]]:
    """Give kindred pairings with their strength: own bits, and half of what their neighbours on both sides have."""
    edges = []
    for kin in kins:
        for block in kin.blocks:
            for place, pairing in enumerate(block.pairings):
                near = block.pairings[max(0, place - 3) : place + 4]
                around = sum(other.bits for other in near if _is_next(pairing, other))
                edges.append((pairing, pairing.bits + around / 2))
    return edges


def _is_next(one: Pairing, other: Pairing) -> bool:
    steps = abs(one.left.number - other.left.number), abs(one.right.number - other.right.number)
    return one is not other and max(steps) <= 2


def _uncontested(
    edges: Sequence[tuple[Pairing, float]], kindred: set[frozenset[str]], rules: StoryRules
) -> list[tuple[Pairing, float]]:
    """Drop a sentence's weaker tie where it is tied to two reports that are not kin: it has its words from one of them."""
    ties: dict[UnitKey, list[tuple[str, float, float]]] = defaultdict(list)
    for pairing, strength in edges:
        left, right = pairing.left, pairing.right
        ties[left.report_id, left.number].append((right.report_id, strength, pairing.bits))
        ties[right.report_id, right.number].append((left.report_id, strength, pairing.bits))
    dropped: set[tuple[UnitKey, str]] = set()
    for key, others in ties.items():
        best_id, _, best_bits = max(others, key=lambda tie: (tie[1], tie[0]))
        for report_id, _, bits in others:
            is_kin = report_id == best_id or frozenset((report_id, best_id)) in kindred
            if not is_kin and min(bits, best_bits) < rules.least_bits:
                dropped.add((key, report_id))
    return [
        (pairing, strength)
        for pairing, strength in edges
        if ((pairing.left.report_id, pairing.left.number), pairing.right.report_id) not in dropped
        and ((pairing.right.report_id, pairing.right.number), pairing.left.report_id) not in dropped
    ]


def _family(pairings: Sequence[Pairing]) -> Family:
    members: dict[str, set[int]] = defaultdict(set)
    for pairing in pairings:
        members[pairing.left.report_id].add(pairing.left.number)
        members[pairing.right.report_id].add(pairing.right.number)
    return Family(
        members={report_id: tuple(sorted(numbers)) for report_id, numbers in sorted(members.items())},
        pairings=tuple(pairings),
    )
