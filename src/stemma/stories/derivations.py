"""From families to derivations: which report has which passages from which exemplar, and why."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from math import exp, log1p

from stemma.model import Derivation, DerivationKind, Direction, Evidence, Exemplar, Span, make_id
from stemma.stories.departures import Departures
from stemma.stories.directions import is_above
from stemma.stories.examples import differing_sentences, differing_words, lacked_words, outvoted_words, shared_run, shared_words
from stemma.stories.families import Family
from stemma.stories.kinship import Pairing, UnitKey, Units, by_pair, matched
from stemma.stories.overlaps import LONG, Overlaps, overlaps_of
from stemma.stories.rules import StoryRules
from stemma.stories.steps import below_of, loose_in, passages_of, steps_of
from stemma.stories.tradition import Edge, Root, followed, marginals, tempered
from stemma.stories.witnesses import Witness, find_citation, has_one_clock, is_by_the_clock, is_same_name, lead_of

_LEAST_SHOWN = 0.1
_MOST_SHOWN = 5  # candidates, but for those that are likely by themselves
_BESIDE = 0.15  # of the likeliest: less beside it is no rival
_DECIDED = 0.8
_LONE = 0.25  # of a report's sentences
_TELLING = 5  # reports: of fewer, what a text not seen had is known as little as who would have had it
_EXAMPLES = 3  # places shown of one reason
_MOST_ASKED = 30  # reports, for how most of them read a sentence
_UNNAMED = "(unnamed)"
_MOST_WEIGHED_TWICE = 150  # members of a family: the trees of larger ones take long to sum
_ZONES = timedelta(hours=3), timedelta(hours=12)  # by so much a moment is off that was told for another clock


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


def derive(
    family: Family, units: Units, witnesses: Mapping[str, Witness], rules: StoryRules
) -> tuple[tuple[Exemplar, ...], tuple[Derivation, ...]]:
    """Give the exemplars of one family and who has its passages from which of them."""
    scene = scene_of(family, units, witnesses, rules)
    edges, roots = _edges(scene), _roots(scene)
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
    derivations = []
    for child in family.members:
        candidates = sorted(parents[child], reverse=True)
        if found.get((child, child), 0.0) >= 0.5:  # likelier its own writing than anybody else's
            least = 0.5 if _is_lone(scene) else 0.2
            candidates = [one for one in candidates if one[0] >= least]
        for share, parent in _shown(candidates):
            edge = _with_words(scene, by_edge[parent, child], followers[parent])
            is_seen = parent in family.members
            is_decided = is_above(edge, found, family.members) if is_seen else found[parent, child] >= _DECIDED
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


def exemplar_id(name: str, family: Family) -> str:
    """Give the id of an exemplar: a report's own, a named agency's, or that of a family's unnamed one."""
    if name in family.members:
        return make_id("exemplar", "report", name)
    if name == _UNNAMED:
        return make_id("exemplar", "unnamed", *family.members)
    return make_id("exemplar", "agency", name)


def _exemplars(scene: Scene) -> list[Exemplar]:
    family = scene.family
    seen = [
        Exemplar(id=exemplar_id(one, family), name=scene.witnesses[one].name, report_id=one) for one in family.members
    ]
    agencies = [Exemplar(id=exemplar_id(one, family), name=one, report_id=None) for one in scene.agencies]
    return [*seen, *agencies, Exemplar(id=exemplar_id(_UNNAMED, family), name=None, report_id=None)]


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


def _edges(scene: Scene) -> list[Edge]:
    edges = []
    for child in scene.family.members:
        for parent in scene.family.members:
            if (parent, child) in scene.steps:
                edges += [Edge(parent=parent, child=child, evidence=tuple(_seen_evidence(scene, parent, child)))]
        for agency in scene.agencies:
            edges += [Edge(parent=agency, child=child, evidence=tuple(_agency_evidence(scene, agency, child)))]
        evidence = [*_step_evidence(scene, "", child), *_supposed(scene, scene.rules.unseen_weight)]
        edges.append(Edge(parent=_UNNAMED, child=child, evidence=tuple(evidence)))
    return edges


def _supposed(scene: Scene, weight: float) -> list[Evidence]:
    """Set against an exemplar not seen that whatever suits is supposed of it; what stood between two reports nobody can know."""
    if len(scene.family.members) < _TELLING:
        return []
    return [Evidence(kind="unseen", weight=weight, note="what a text not seen had is supposed, not read")]


def _roots(scene: Scene) -> list[Root]:
    """Give where the family may start; each sets down what it holds, and all others come by what they have beyond it later."""
    roots = []
    for one in scene.family.members:
        evidence = [_held(scene, len(scene.passages[one]))]
        witness = scene.witnesses[one]
        if witness.agencies and not witness.is_dispatch:
            note = f"credits {witness.agencies[0].name}, so it is hardly its own writing"
            evidence.append(Evidence(kind="credit", weight=scene.rules.other_credit_weight, note=note))
        elif witness.datelines:
            note = "signs as an agency does" if witness.is_dispatch else "has a dateline of its own"
            weight = scene.rules.dateline_weight * (2 if witness.is_dispatch else 1)
            evidence.append(Evidence(kind="dateline", weight=weight, note=note, spans=witness.datelines))
        roots.append(Root(name=one, evidence=tuple(evidence)))
    all_of_it = _held(scene, len(frozenset().union(*scene.passages.values())))
    roots.extend(Root(name=agency, evidence=(all_of_it,), is_seen=False) for agency in scene.agencies)
    # one passage in otherwise different reports may be stock, or a release: nobody need have it from the other
    weight = scene.rules.lone_weight if _is_lone(scene) else scene.rules.unnamed_weight
    nobody = Evidence(kind="unnamed", weight=weight, note="no text names such an exemplar")
    roots.append(Root(name=_UNNAMED, evidence=(all_of_it, nobody), is_seen=False, least_children=2))
    return roots


def _held(scene: Scene, passage_count: int) -> Evidence:
    weight = scene.rules.closeness_weight * passage_count
    return Evidence(kind="closeness", weight=weight, note=f"has {passage_count} passages from nobody")


def _is_lone(scene: Scene) -> bool:
    """Say whether the members share little else than this passage."""
    return all(len(numbers) < _LONE * len(scene.units[one]) for one, numbers in scene.family.members.items())


def _agency_evidence(scene: Scene, agency: str, child: str) -> list[Evidence]:
    found = [*_step_evidence(scene, "", child), *_supposed(scene, scene.rules.unseen_agency_weight)]
    for credit in scene.witnesses[child].agencies:
        if is_same_name(credit.name, agency):
            spans = (Span(child, credit.start, credit.end),) if credit.start >= 0 else ()
            if scene.witnesses[child].is_dispatch:
                note = f"signs as {credit.name} and names no other outlet: it may be the agency's own text"
                found.append(Evidence(kind="signature", weight=scene.rules.signature_weight, note=note, spans=spans))
            else:
                note = f"credits {credit.name}"
                found.append(Evidence(kind="credit", weight=scene.rules.agency_weight, note=note, spans=spans))
            return found
    return [*found, *_foreign_credit(scene, (agency,), child)]


def _seen_evidence(scene: Scene, parent: str, child: str) -> list[Evidence]:
    """Give what speaks for or against a report as the parent of another."""
    found = _step_evidence(scene, parent, child)
    found.extend(_gained(scene, parent, child))
    found.extend(_nearness(scene, parent, child))
    found.extend(_time_evidence(scene, parent, child))
    found.extend(_credit_evidence(scene, parent, child))
    found.extend(_marks_evidence(scene, parent, child))
    return found


def _gained(scene: Scene, parent: str, child: str) -> list[Evidence]:
    gained = len(scene.passages[child] - scene.passages[parent] - scene.loose[child])
    if not gained:
        return []
    note = f"lacks {gained} passages that the report shares with others"
    return [Evidence(kind="closeness", weight=scene.rules.closeness_weight * gained, note=note)]


def _nearness(scene: Scene, parent: str, child: str) -> list[Evidence]:
    """Give how much less two reports have in common, word for word, than the child has with others."""
    rules, found = scene.rules, []
    shared, most = scene.overlaps.shared(parent, child), scene.most[child]
    if shared < most:
        note = f"shares {shared} runs of eight words with the report, which shares {most} with another"
        weight = round(rules.overlap_weight * (1 - shared / most), 3)
        found.append(Evidence(kind="overlap", weight=weight, note=note))
    lacking = scene.overlaps.lacking(parent, child)
    if lacking:
        note = f"lacks {lacking} runs of four words that the report shares with others in these passages"
        found.append(Evidence(kind="lacking", weight=round(rules.lacking_weight * log1p(lacking), 3), note=note))
    return found


def _step_evidence(scene: Scene, parent: str, child: str) -> list[Evidence]:
    """Give what must have been done to a parent's text, by what it costs to suppose it."""
    rules, steps = scene.rules, scene.steps.get((parent, child)) or scene.steps["", child]
    wording = (
        (rules.exchanged_weight, steps.exchanged, "exchanged"),
        (rules.put_in_weight, steps.put_in, "put in"),
        (rules.left_out_weight, steps.left_out, "left out"),
        (rules.agreed_weight, steps.agreed, "of them read so in reports that have them from elsewhere"),
        (rules.restyled_weight, steps.restyled, "in another house style"),
    )
    extent = (
        (rules.rewritten_weight, steps.rewritten, "rewritten"),
        (rules.added_weight, steps.added, "added"),
        (rules.dropped_weight, steps.dropped, "left out"),
        (rules.cut_weight, int(steps.is_cut), "cut from the end"),
        (rules.moved_weight, steps.moved, "moved"),
        (rules.closed_weight, int(steps.is_closed), "of its own put at the end"),
        (rules.reopened_weight, int(steps.is_reopened), "left out that nobody else has at the end"),
    )
    found = []
    for kind, levels, what in (("wording", wording, "words"), ("extent", extent, "sentences")):
        weight = sum(each * count for each, count, _ in levels)
        if weight:
            told = ", ".join(f"{count:.0f} {how}" for _, count, how in levels if count >= 0.5)
            found.append(Evidence(kind=kind, weight=weight, note=f"runs of {what}: {told or 'some exchanged'}"))
    return found


def _foreign_credit(scene: Scene, names: Sequence[str | None], child: str) -> list[Evidence]:
    """A credit to an agency that the parent neither is nor names came to the report from elsewhere."""
    for credit in scene.witnesses[child].agencies:
        if not any(is_same_name(credit.name, name) for name in names):
            note = f"the report credits {credit.name}, which this exemplar does not name"
            spans = (Span(child, credit.start, credit.end),) if credit.start >= 0 else ()
            return [Evidence(kind="credit", weight=scene.rules.foreign_credit_weight, note=note, spans=spans)]
    return []


def _time_evidence(scene: Scene, parent: str, child: str) -> list[Evidence]:
    above, below = scene.witnesses[parent].report, scene.witnesses[child].report
    lead = lead_of(below, above)
    if not lead:
        return []
    is_timed = has_one_clock(above, below) and is_by_the_clock(above) and is_by_the_clock(below)
    is_zone = is_timed and _ZONES[0] <= lead <= _ZONES[1]
    weight = scene.rules.zone_weight if is_zone else scene.rules.later_weight
    note = f"was published {_ago(lead)} later than the report" + (", which may be a time zone's" if is_zone else "")
    return [Evidence(kind="time", weight=weight, note=note)]


def _ago(lead: timedelta) -> str:
    """Say by how much one moment is later than another.

    >>> _ago(timedelta(hours=5, minutes=20)), _ago(timedelta(days=1)), _ago(timedelta(minutes=1))
    ('5 hours', '1 day', '1 minute')
    """
    minutes = max(1, round(lead.total_seconds() / 60))
    number, unit = next(
        (minutes // size, unit) for size, unit in ((1440, "day"), (60, "hour"), (1, "minute")) if minutes >= size
    )
    return f"{number} {unit}" + ("" if number == 1 else "s")


def _credit_evidence(scene: Scene, parent: str, child: str) -> list[Evidence]:
    outlet = scene.witnesses[parent].name
    found = []
    for credit in scene.witnesses[child].report.credits:
        if credit.role in ("agency", "contributor", "partner", "hat-tip") and is_same_name(credit.name, outlet):
            spans = (Span(child, credit.start, credit.end),) if credit.start >= 0 else ()
            return [Evidence(kind="credit", weight=scene.rules.credit_weight, note=f"credits {outlet}", spans=spans)]
    citation = find_citation(scene.witnesses[child].report, scene.witnesses[parent].outlet)
    if citation is not None and not is_same_name(scene.witnesses[child].outlet, outlet):
        note = f"names {outlet} as telling it"
        found.append(Evidence(kind="citation", weight=scene.rules.citation_weight, note=note, spans=(citation,)))
    names = [outlet, *(credit.name for credit in scene.witnesses[parent].agencies)]
    return [*found, *_foreign_credit(scene, names, child)]


def _marks_evidence(scene: Scene, parent: str, child: str) -> list[Evidence]:
    marked = [
        pairing
        for pairing in scene.between.get((child, parent), [])
        if sum(pairing.right.is_marked[j] and not pairing.left.is_marked[i] for i, j in pairing.equal) >= 3
    ]
    if not marked:
        return []
    weight = scene.rules.marks_weight * min(2, len(marked))
    note = "puts marks round words that the report has as its own: a sign of the later text"
    return [
        Evidence(kind="marks", weight=weight, note=note, spans=tuple(s for one in marked for s in _newly_marked(one)))
    ]


def _newly_marked(pairing: Pairing) -> tuple[Span, ...]:
    """Give the longest run of words that stands in marks on the right alone."""
    return shared_run(pairing, lambda i, j: pairing.right.is_marked[j] and not pairing.left.is_marked[i])


def _derivation(scene: Scene, edge: Edge, share: float, is_decided: bool) -> Derivation:
    child, family = edge.child, scene.family
    shared = scene.shared[child, edge.parent if edge.parent in family.members else ""]
    is_kin = 1 / (1 + exp(-scene.rules.bits_weight * (shared - scene.rules.least_bits)))
    numbers: Sequence[int] = family.members[child]
    if any(one.kind == "credit" and one.weight > 0 for one in edge.evidence):
        is_kin = 1.0  # a credit needs no shared narration beside it, and speaks of the whole text
        numbers = range(len(scene.units[child]))
    return Derivation(
        report_id=child,
        exemplar_id=exemplar_id(edge.parent, family),
        spans=tuple(scene.units[child][number].span for number in numbers),
        kind=_kind(scene, edge.parent, child),
        direction=Direction.DECIDED if is_decided else Direction.UNDECIDED,
        probability=round(share * is_kin, 4),
        evidence=(_narration_evidence(scene, edge.parent, child), *edge.evidence),
    )


def _with_words(scene: Scene, edge: Edge, followers: Sequence[str]) -> Edge:
    """Give an edge with the words that bear its reasons, wherever words do; `followers` may have their text from its parent."""
    found = []
    for one in edge.evidence:
        spans = one.spans or _words_of(one.kind, scene, edge, followers)
        found.append(replace(one, spans=spans))
    return replace(edge, evidence=tuple(found))


def _words_of(kind: str, scene: Scene, edge: Edge, followers: Sequence[str]) -> tuple[Span, ...]:
    parent, child = edge.parent, edge.child
    fellows = [one for one in scene.family.members if one != child]
    if kind in ("wording", "extent") and len(fellows) == 1:
        parent = fellows[0]  # of two reports, what an exemplar not seen had is what the other has
    pairings = scene.between.get((child, parent), ())
    is_seen = parent in scene.family.members
    if kind == "wording":
        return differing_words(pairings) if is_seen else outvoted_words(_with_all(scene, child, most=_MOST_ASKED))
    if kind == "extent":
        return (
            differing_sentences(scene.units[child], scene.units[parent], pairings)
            if is_seen
            else (*_unshared(scene, child), *_told_elsewhere(scene, _all_passages(scene) - scene.passages[child], ""))
        )
    if kind == "closeness":
        return _told_elsewhere(scene, scene.passages[child] - scene.passages[parent] - scene.loose[child], child)
    if kind == "overlap":
        nearest = max(fellows, key=lambda one: (scene.overlaps.shared(one, child), one))
        return lacked_words(scene.units[child], scene.units[parent], [scene.units[nearest]], LONG)
    if kind == "lacking":
        others = [_passages(scene, one) for one in fellows if one not in scene.below[child]]
        return lacked_words(_passages(scene, child), _passages(scene, parent), others)
    if kind == "following":
        others = [one for one in followers if one != child][:_EXAMPLES]
        beside = (scene.between.get((one, parent if is_seen else child), ()) for one in others)
        return tuple(span for found in beside for one in _heaviest(found)[:1] for span in shared_words(one))
    return ()


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


def _narration_evidence(scene: Scene, parent: str, child: str) -> Evidence:
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
