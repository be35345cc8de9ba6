"""From families to derivations: which report has which passages from which exemplar, and why."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import exp

from stemma.model import Derivation, DerivationKind, Direction, Exemplar, make_id
from stemma.stories.bearings import narration_evidence, with_words
from stemma.stories.directions import is_above
from stemma.stories.families import Family
from stemma.stories.issuers import is_release
from stemma.stories.kinship import Units
from stemma.stories.reasons import edges_of, roots_of
from stemma.stories.rules import StoryRules
from stemma.stories.scenes import UNNAMED, Scene, is_lone, scene_of
from stemma.stories.tradition import Edge, followed, marginals, tempered
from stemma.stories.witnesses import Witness

_LEAST_SHOWN = 0.1
_MOST_SHOWN = 5  # candidates, but for those that are likely by themselves
_BESIDE = 0.15  # of the likeliest: less beside it is no rival
_DECIDED = 0.8
_MOST_WEIGHED_TWICE = 150  # members of a family: the trees of larger ones take long to sum


def derive(
    family: Family, units: Units, witnesses: Mapping[str, Witness], rules: StoryRules
) -> tuple[tuple[Exemplar, ...], tuple[Derivation, ...]]:
    """Give the exemplars of one family and who has its passages from which of them."""
    scene = scene_of(family, units, witnesses, rules)
    edges, roots = edges_of(scene), roots_of(scene)
    found = marginals(list(family.members), edges, roots)
    if len(family.members) <= _MOST_WEIGHED_TWICE:
        edges = followed(edges, found, rules.following_weight)
        found = marginals(list(family.members), edges, roots)
    by_edge = {(edge.parent, edge.child): edge for edge in edges}
    told = tempered(found, rules.temper)
    ranked = sorted(((share, one, parent) for (parent, one), share in found.items() if one != parent), reverse=True)
    followers: dict[str, list[str]] = defaultdict(list)
    for _, one, parent in ranked:
        followers[parent].append(one)
    parents: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for (parent, child), share in told.items():
        if parent != child:
            parents[child].append((share, parent))
    agencies = [one for one in family.members if witnesses[one].is_agency]
    releases = {one for one in family.members if is_release(witnesses[one])}
    derivations = []
    for child in family.members:
        candidates = sorted(parents[child], reverse=True)
        if found.get((child, child), 0.0) >= 0.5:  # likelier its own writing than anybody else's
            least = 0.5 if is_lone(scene) else 0.2
            candidates = [one for one in candidates if one[0] >= least]
        for share, parent in _shown(candidates):
            edge = with_words(scene, by_edge[parent, child], followers[parent])
            is_seen = parent in family.members
            if is_seen:
                is_decided = parent in releases or is_above(edge, found, family.members, agencies)
            else:
                is_decided = found[parent, child] >= _DECIDED
            derivations.append(_derivation(scene, edge, share, is_decided))
    used = {derivation.exemplar_id for derivation in derivations}
    return tuple(one for one in _exemplars(scene) if one.id in used), tuple(derivations)


def _shown(candidates: Sequence[tuple[float, str]]) -> list[tuple[float, str]]:
    """Give the candidates worth showing; where it is sure that a report has its text from one of them, as many as show that."""
    least = max(_LEAST_SHOWN, _BESIDE * candidates[0][0]) if candidates else 0.0
    found = [one for one in candidates if one[0] >= least]
    is_kin = sum(share for share, _ in candidates) >= _DECIDED
    rest = candidates[len(found) : _MOST_SHOWN]
    while is_kin and rest and sum(share for share, _ in found) < _DECIDED:
        found.append(rest[0])
        rest = rest[1:]
    return found


def exemplar_id(name: str, family: Family) -> str:
    """Give the id of an exemplar: a report's own, a named agency's, or that of a family's unnamed one."""
    if name in family.members:
        return make_id("exemplar", "report", name)
    if name == UNNAMED:
        return make_id("exemplar", "unnamed", *family.members)
    return make_id("exemplar", "agency", name)


def _exemplars(scene: Scene) -> list[Exemplar]:
    family = scene.family
    seen = [
        Exemplar(id=exemplar_id(one, family), name=scene.witnesses[one].name, report_id=one) for one in family.members
    ]
    agencies = [Exemplar(id=exemplar_id(one, family), name=one, report_id=None) for one in scene.agencies]
    return [*seen, *agencies, Exemplar(id=exemplar_id(UNNAMED, family), name=None, report_id=None)]


def _derivation(scene: Scene, edge: Edge, share: float, is_decided: bool) -> Derivation:
    child, family = edge.child, scene.family
    shared = scene.shared[child, edge.parent if edge.parent in family.members else ""]
    is_kin = 1 / (1 + exp(-scene.rules.bits_weight * (shared - scene.rules.least_bits)))
    numbers: Sequence[int] = family.members[child]
    if any(one.kind == "credit" and one.weight > 0 for one in edge.evidence):
        is_kin = 1.0  # a credit needs no shared narration beside it
        if len(scene.witnesses[child].agencies) == 1:  # and, alone, speaks of the whole text
            numbers = range(len(scene.units[child]))
    return Derivation(
        report_id=child,
        exemplar_id=exemplar_id(edge.parent, family),
        spans=tuple(scene.units[child][number].span for number in numbers),
        kind=_kind(scene, edge.parent, child),
        direction=Direction.DECIDED if is_decided else Direction.UNDECIDED,
        probability=round(share * is_kin, 4),
        evidence=(narration_evidence(scene, edge.parent, child), *edge.evidence),
    )


def _kind(scene: Scene, parent: str, child: str) -> DerivationKind:
    if parent not in scene.family.members:
        is_shared = len(scene.family.members) > 1
        return DerivationKind.SIBLINGS if is_shared else DerivationKind.UNDECIDED
    pairings = scene.between.get((parent, child), [])
    numbers = {pairing.right.number for pairing in pairings}
    own = sum(len(scene.units[child][number].words) for number in numbers)
    best: dict[int, int] = defaultdict(int)
    for pairing in pairings:
        best[pairing.right.number] = max(best[pairing.right.number], len(pairing.equal))
    share = sum(best.values()) / max(1, own)
    if share >= 0.97:
        return DerivationKind.COPIED
    return DerivationKind.EDITED if share >= 0.75 else DerivationKind.REWRITTEN
