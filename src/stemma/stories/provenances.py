"""Whose text the narration of a report is: agency copy, another report's, an unnamed text's, or none that is known."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from stemma.model import Derivation, DerivationKind, Exemplar, Form, Origin, Portion, Provenance, ZoneKind
from stemma.stories.families import Kinship
from stemma.stories.kinship import UnitKey, Units
from stemma.stories.units import Unit
from stemma.stories.witnesses import Witness, is_in_part, is_same_name

_DECIDED = 0.8
_LEAST_OPEN = 1e-6
_LEAST_FOLLOWED = 0.05  # of a sentence's probability: a way back that is less likely is not followed further
_IN_PART = 0.5  # a credit for part of a text may speak of any sentence or of none
_APART = (DerivationKind.SAME_OCCASION, DerivationKind.UNRELATED)

Shares = Mapping[tuple[Origin, str], float]  # of one sentence: by origin and exemplar, adding up to at most 1


@dataclass(frozen=True, kw_only=True)
class Ground:
    """What the origin of a sentence is read off."""

    units: Units
    witnesses: Mapping[str, Witness]
    kinship: Kinship
    exemplars: Mapping[str, Exemplar]
    derivations: Mapping[str, Sequence[Derivation]]  # by report
    passages: Mapping[UnitKey, Sequence[UnitKey]] = field(
        default_factory=dict
    )  # sentences by the passage they belong to


def find_provenances(
    units: Units,
    witnesses: Mapping[str, Witness],
    kinship: Kinship,
    exemplars: Iterable[Exemplar],
    derivations: Iterable[Derivation],
) -> tuple[Provenance, ...]:
    """Give the provenance of each report that is no transcript, then of each outlet that has several."""
    by_report: dict[str, list[Derivation]] = defaultdict(list)
    for derivation in derivations:
        if derivation.kind not in _APART:
            by_report[derivation.report_id].append(derivation)
    passages: dict[UnitKey, list[UnitKey]] = defaultdict(list)
    for key, passage in sorted(kinship.cluster_of.items()):
        passages[passage].append(key)
    ground = Ground(
        units=units,
        witnesses=witnesses,
        kinship=kinship,
        exemplars={exemplar.id: exemplar for exemplar in exemplars},
        derivations=by_report,
        passages=passages,
    )
    told = [_of_report(one, ground) for one in witnesses if witnesses[one].report.form is not Form.TRANSCRIPT]
    outlets: dict[str, list[Provenance]] = defaultdict(list)
    for provenance in told:
        if provenance.outlet_id is not None:
            outlets[provenance.outlet_id].append(provenance)
    return (*told, *(_added_up(same) for same in outlets.values() if len(same) > 1))


def _of_report(report_id: str, ground: Ground) -> Provenance:
    least: dict[Origin, int] = defaultdict(int)
    most: dict[Origin, int] = defaultdict(int)
    named: dict[Origin, list[str]] = defaultdict(list)
    for unit in ground.units[report_id]:
        count = _narration(unit)
        shares = _shares(unit, ground, frozenset({report_id}))
        by_origin = {origin: _share_of(origin, shares) for origin in Origin}
        decided = {origin for origin, share in by_origin.items() if share >= _DECIDED}
        for origin in decided or _open(by_origin):
            least[origin] += count * (origin in decided)
            most[origin] += count
            ranked = sorted((-share, one) for (whose, one), share in shares.items() if whose is origin)
            named[origin] += [one for _, one in ranked if count and one not in named[origin]]
    portions = (
        Portion(origin=one, exemplar_ids=tuple(named[one]), least=least[one], most=most[one])
        for one in Origin
        if most[one]
    )
    return Provenance(
        report_ids=(report_id,),
        outlet_id=ground.witnesses[report_id].report.outlet_id,
        words=sum(map(_narration, ground.units[report_id])),
        portions=tuple(portions),
    )


def _open(by_origin: Mapping[Origin, float]) -> set[Origin]:
    """Give what a sentence of which nothing is decided may be; nobody's it is not where it is decided that it is somebody's."""
    found = {origin for origin, share in by_origin.items() if share > _LEAST_OPEN}
    return found - ({Origin.NONE_KNOWN} if by_origin[Origin.NONE_KNOWN] <= 1 - _DECIDED + _LEAST_OPEN else set())


def _narration(unit: Unit) -> int:
    """Count the words of a sentence of the body that stand outside quotation marks."""
    return unit.is_marked.count(False) if unit.zone is ZoneKind.BODY else 0


def _share_of(origin: Origin, shares: Shares) -> float:
    if origin is Origin.NONE_KNOWN:
        return 1 - sum(shares.values())
    return sum(share for (one, _), share in shares.items() if one is origin)


def _shares(unit: Unit, ground: Ground, passed: frozenset[str], mass: float = 1.0) -> Shares:
    """Give from whom a sentence may be; text had from a report that has it from an agency is the agency's.

    `passed` are the reports on the way here, `mass` is how probable the way is: nobody has his text from one who has it from him.
    """
    probable = _candidates(unit, ground)
    whole = sum(probable.values())
    seen = {one: ground.exemplars[one].report_id for one in probable}
    ahead = {one: share for one, share in probable.items() if seen[one] not in passed or seen[one] is None}
    if not ahead:
        return {}
    scale = min(1.0, whole) / sum(ahead.values())
    found: dict[tuple[Origin, str], float] = defaultdict(float)
    for exemplar_id, share in ahead.items():
        for key, part in _origins(unit, exemplar_id, ground, passed, mass * share * scale).items():
            found[key] += share * scale * part
    return found


def _candidates(unit: Unit, ground: Ground) -> dict[str, float]:
    """Give how probable each exemplar of a sentence is."""
    is_kin = (unit.report_id, unit.number) in ground.kinship.cluster_of
    found: dict[str, float] = {}
    for derivation in ground.derivations.get(unit.report_id, ()):
        if any(span.start <= unit.start and unit.end <= span.end for span in derivation.spans):
            # a sentence that no other text here has is the exemplar's on the word of the credit alone
            is_shown = is_kin or _signs(derivation, ground.witnesses[unit.report_id])
            share = derivation.probability if is_shown else min(_IN_PART, derivation.probability)
            found[derivation.exemplar_id] = max(found.get(derivation.exemplar_id, 0.0), share)
    return found


def _signs(derivation: Derivation, witness: Witness) -> bool:
    """Say whether a derivation's credit speaks of the whole text: an agency's byline does, "with inputs from" does not."""
    names = [one for one in derivation.evidence if one.kind == "credit" and one.weight > 0]
    told = {span.start for one in names for span in one.spans}
    return bool(names) and not any(is_in_part(witness, one) for one in witness.agencies if one.start in told)


def _origins(unit: Unit, exemplar_id: str, ground: Ground, passed: frozenset[str], mass: float) -> Shares:
    exemplar = ground.exemplars[exemplar_id]
    if exemplar.report_id is None:
        return {(Origin.AGENCY if exemplar.name else Origin.UNNAMED, exemplar_id): 1.0}
    parent = exemplar.report_id
    credited = ground.witnesses[unit.report_id].agencies
    if ground.witnesses[parent].is_agency or any(is_same_name(one.name, exemplar.name) for one in credited):
        return {(Origin.AGENCY, exemplar_id): 1.0}
    passage = ground.kinship.cluster_of.get((unit.report_id, unit.number))
    numbers = (
        []
        if passage is None or mass < _LEAST_FOLLOWED
        else [number for one, number in ground.passages[passage] if one == parent]
    )
    above = _shares(ground.units[parent][numbers[0]], ground, passed | {parent}, mass) if numbers else {}
    found = {key: share for key, share in above.items() if key[0] is Origin.AGENCY}
    rest = 1 - sum(found.values())
    return {**found, (Origin.REPORT, exemplar_id): rest} if rest > 1e-9 else found


def _added_up(provenances: Sequence[Provenance]) -> Provenance:
    """Give the provenance of all reports of one outlet together."""
    portions = []
    for origin in Origin:
        same = [portion for one in provenances for portion in one.portions if portion.origin is origin]
        ids = tuple(dict.fromkeys(one for portion in same for one in portion.exemplar_ids))
        least, most = sum(portion.least for portion in same), sum(portion.most for portion in same)
        portions += [Portion(origin=origin, exemplar_ids=ids, least=least, most=most)] if same else []
    return Provenance(
        report_ids=tuple(one for provenance in provenances for one in provenance.report_ids),
        outlet_id=provenances[0].outlet_id,
        words=sum(provenance.words for provenance in provenances),
        portions=tuple(portions),
    )
