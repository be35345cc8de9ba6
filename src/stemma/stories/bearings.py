"""The words that bear the reasons of a derivation, looked up once it is known which of them are told."""

from collections.abc import Sequence
from dataclasses import replace

from stemma.model import Evidence, Span
from stemma.stories.examples import differing_sentences, differing_words, lacked_words, outvoted_words, shared_words
from stemma.stories.kinship import Pairing, UnitKey
from stemma.stories.overlaps import LONG
from stemma.stories.scenes import Scene
from stemma.stories.tradition import Edge
from stemma.stories.units import Unit

_EXAMPLES = 3  # places shown of one reason
_MOST_ASKED = 30  # reports, for how most of them read a sentence


def with_words(scene: Scene, edge: Edge, followers: Sequence[str]) -> Edge:
    """Give an edge with the words that bear its reasons, wherever words do; `followers` may have their text from its parent."""
    found = []
    for one in edge.evidence:
        spans = one.spans or _words_of(one.kind, scene, edge, followers)
        found.append(replace(one, spans=spans))
    return replace(edge, evidence=tuple(found))


def _words_of(kind: str, scene: Scene, edge: Edge, followers: Sequence[str]) -> tuple[Span, ...]:
    finds = {
        "wording": _wording,
        "extent": _extent,
        "closeness": _closeness,
        "overlap": _overlap,
        "lacking": _lacking,
    }
    if kind == "following":
        return _following(scene, edge, [one for one in followers if one != edge.child][:_EXAMPLES])
    return finds[kind](scene, edge.parent, edge.child) if kind in finds else ()


def _fellows(scene: Scene, child: str) -> list[str]:
    return [one for one in scene.family.members if one != child]


def _seen(scene: Scene, parent: str, child: str) -> str | None:
    """Give the report whose text stands for a parent's: its own; of two reports, what an unseen one had is what the other has."""
    fellows = _fellows(scene, child)
    return parent if parent in scene.family.members else fellows[0] if len(fellows) == 1 else None


def _wording(scene: Scene, parent: str, child: str) -> tuple[Span, ...]:
    seen = _seen(scene, parent, child)
    if seen is None:
        return outvoted_words(_with_all(scene, child, most=_MOST_ASKED))
    return differing_words(scene.between.get((child, seen), ()))


def _extent(scene: Scene, parent: str, child: str) -> tuple[Span, ...]:
    seen = _seen(scene, parent, child)
    if seen is None:
        return (*_unshared(scene, child), *_told_elsewhere(scene, _all_passages(scene) - scene.passages[child], ""))
    return differing_sentences(scene.units[child], scene.units[seen], scene.between.get((child, seen), ()))


def _closeness(scene: Scene, parent: str, child: str) -> tuple[Span, ...]:
    return _told_elsewhere(scene, scene.passages[child] - scene.passages[parent] - scene.loose[child], child)


def _overlap(scene: Scene, parent: str, child: str) -> tuple[Span, ...]:
    nearest = max(_fellows(scene, child), key=lambda one: (scene.overlaps.shared(one, child), one))
    return lacked_words(scene.units[child], scene.units[parent], [scene.units[nearest]], LONG)


def _lacking(scene: Scene, parent: str, child: str) -> tuple[Span, ...]:
    others = [_passages(scene, one) for one in _fellows(scene, child) if one not in scene.below[child]]
    return lacked_words(_passages(scene, child), _passages(scene, parent), others)


def _following(scene: Scene, edge: Edge, others: Sequence[str]) -> tuple[Span, ...]:
    beside = edge.parent if edge.parent in scene.family.members else edge.child
    pairings = (scene.between.get((one, beside), ()) for one in others)
    return tuple(span for found in pairings for one in _heaviest(found)[:1] for span in shared_words(one))


def _passages(scene: Scene, one: str) -> list[Unit]:
    return [scene.units[one][number] for number in scene.family.members[one]]


def _all_passages(scene: Scene) -> frozenset[UnitKey]:
    return frozenset().union(*scene.passages.values())


def _with_all(scene: Scene, child: str, most: int | None = None) -> list[Pairing]:
    fellows = [one for one in scene.family.members if (child, one) in scene.between][:most]
    return [pairing for one in fellows for pairing in scene.between[child, one]]


def _unshared(scene: Scene, child: str) -> tuple[Span, ...]:
    """Give the first sentences that no other member has."""
    shared = set(scene.family.members[child])
    return tuple(unit.span for unit in scene.units[child] if unit.number not in shared)[:_EXAMPLES]


def _told_elsewhere(scene: Scene, passages: frozenset[UnitKey], child: str) -> tuple[Span, ...]:
    """Give the first of some passages as a report has them, and as another has them."""
    found = []
    for passage in sorted(passages, key=lambda one: scene.places[one][0])[:_EXAMPLES]:
        keys = sorted(scene.places[passage], key=lambda key: key[0] != child)
        other = next((key for key in keys if key[0] != keys[0][0]), None)
        shown = [keys[0], *([other] if child and other is not None else [])]
        found += [scene.units[report_id][number].span for report_id, number in shown]
    return tuple(found)


def _heaviest(pairings: Sequence[Pairing]) -> list[Pairing]:
    return sorted(pairings, key=lambda p: (-p.bits, p.left.number, p.right.report_id))


def narration_evidence(scene: Scene, parent: str, child: str) -> Evidence:
    """Say which narration the child shares, with the three passages that weigh most."""
    if parent in scene.family.members:
        pairings, whom = scene.between.get((child, parent), []), scene.witnesses[parent].label
    else:
        pairings = _with_all(scene, child)
        whom = "the others of its family"
    spans = tuple(span for p in _heaviest(pairings)[:_EXAMPLES] for span in shared_words(p))
    bits = scene.shared[child, parent if parent in scene.family.members else ""]
    numbers = {pairing.left.number for pairing in pairings}
    note = f"shares narration with {whom} in {len(numbers)} sentences, worth {bits:.0f} bits"
    weight = round(scene.rules.bits_weight * (bits - scene.rules.least_bits), 3)
    return Evidence(kind="narration", weight=weight, note=note, spans=spans)
