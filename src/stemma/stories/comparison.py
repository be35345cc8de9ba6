"""One story compared: from readings and matches to everything that is told of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from stemma.model import (
    Amendment,
    Assertion,
    Attribution,
    Change,
    ChangeKind,
    Collation,
    Conflict,
    Count,
    Derivation,
    DerivationKind,
    Direction,
    Evidence,
    Exemplar,
    Match,
    Moment,
    Outlet,
    Reading,
    Refusal,
    Report,
    Span,
    Stamp,
    Stemma,
    Story,
    Utterance,
    Voice,
    make_id,
)
from stemma.stories.accounts import Background
from stemma.stories.amendments import carried, find_amendments
from stemma.stories.assertions import group_statements
from stemma.stories.blocks import block_quotations
from stemma.stories.changes import Side, find_changes
from stemma.stories.citings import find_circles, find_citings
from stemma.stories.conflicts import Lineage, find_conflicts, untold
from stemma.stories.crediting import find_credited
from stemma.stories.derivations import derive
from stemma.stories.descent import descent_of
from stemma.stories.equivalence import Judge
from stemma.stories.families import Kinship, find_families
from stemma.stories.findings import find_findings
from stemma.stories.headings import find_unborne
from stemma.stories.issuers import issuers_of, own_voices, with_issuer
from stemma.stories.kinship import Kin, UnitKey, Units, by_pair, find_kin
from stemma.stories.leads import find_lead
from stemma.stories.ledger import Ledger
from stemma.stories.lines import tally
from stemma.stories.onetexts import find_one_texts
from stemma.stories.provenances import find_provenances
from stemma.stories.rules import StoryRules
from stemma.stories.scenery import Scenery, clipped
from stemma.stories.sides import deniers, main_statement
from stemma.stories.slips import find_slips
from stemma.stories.speakers import link_voices
from stemma.stories.statements import Statement, Vector, statements_of
from stemma.stories.timeline import draw_timeline, first_tellers
from stemma.stories.tolls import find_tolls
from stemma.stories.unions import Union
from stemma.stories.units import units_of
from stemma.stories.utterances import find_utterances
from stemma.stories.witnesses import Witness, names_itself, plain_name, witnesses_of
from stemma.text.letters import letter

_GIST = 140
_DECIDED = 0.8
_COMPARED = 0.25  # probability from which on a report is compared with an exemplar


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tree:
    """The stemma of a story before changes are read off it."""

    kinship: Kinship
    exemplars: tuple[Exemplar, ...]
    derivations: tuple[Derivation, ...]


def compare(
    reports: Sequence[Report],
    readings: Sequence[Reading],
    matches: Sequence[Match],
    *,
    outlets: Sequence[Outlet] = (),
    stamp: Stamp,
    refusals: Sequence[Refusal] = (),
    rules: StoryRules = StoryRules(),
    vectors: Mapping[str, Vector] = MappingProxyType({}),
    judge: Judge | None = None,
) -> Collation:
    """Compare the reports of one event; readings and matches of other reports are passed over.

    `vectors` say what claims are about, by the claims' ids: each of length 1, all by one model. A `judge` says where
    two accounts of one assertion perhaps do not say the same.

    The order of the reports changes nothing: they are taken by time of publication, then by path.
    """
    ordered = sorted(reports, key=_order)
    read = {reading.report_id: reading for reading in readings}
    witnesses = witnesses_of(ordered, outlets)
    chosen = [with_issuer(read[report.id], witnesses[report.id]) for report in ordered]
    blocks = block_quotations(ordered)
    units = {report.id: units_of(report, read[report.id], blocks.get(report.id, ())) for report in ordered}
    inside = [m for m in matches if m.left.report_id in units and m.right.report_id in units]
    kins = find_kin(units, [m for m in inside if not _has_transcript(m, witnesses)], rules, _house(units, witnesses))
    tree = _stemma(kins, units, witnesses, rules)
    texts = {report.id: report for report in ordered}
    passages = {a.id: _passages(a, units, tree.kinship) for reading in chosen for a in reading.attributions}
    voices, linked = link_voices(chosen, texts, lambda one, other: not passages[one.id].isdisjoint(passages[other.id]))
    by_report = {reading.report_id: reading for reading in linked}
    descent = descent_of(tree.derivations, tree.exemplars)
    utterances = find_utterances(ordered, by_report, voices, units, descent, rules, blocks)
    occasions = _occasions(ordered, utterances, kins, tree)
    tree = _Tree(kinship=tree.kinship, exemplars=tree.exemplars, derivations=(*tree.derivations, *occasions))
    issuers = issuers_of(linked, witnesses)
    own = {one.report_id: own_voices(one, witnesses[one.report_id]) for one in linked}
    statements = {
        r.id: statements_of(r, by_report[r.id], units[r.id], vectors, issuers.get(r.id), own[r.id]) for r in ordered
    }
    groups = group_statements([s for r in ordered for s in statements[r.id]], tree.kinship, utterances, rules)
    ledger = _ledger(tree, kins, witnesses, voices, utterances, units, by_report, rules)
    backgrounds = {
        r.id: Background(report=r, reading=by_report[r.id], house=witnesses[r.id].outlet or "") for r in ordered
    }
    pairs = _compared(tree, list(texts), witnesses)
    edges: Union[str] = Union()
    for parent, child in pairs:
        edges.join(parent, child)
    assertions = tuple(_assertion(group, ledger, backgrounds, edges, judge) for group in groups)
    assertions = _with_details(assertions, statements, by_report)
    sides = {
        r.id: Side(report=r, reading=by_report[r.id], units=units[r.id], statements=tuple(statements[r.id]))
        for r in ordered
    }
    amendments = find_amendments(ordered, units, kins)
    changes = _changes(tree, sides, kins, groups, pairs)
    changes += carried(amendments, {report.id: report.text for report in ordered})
    changes += tuple(change for report in ordered for change in find_unborne(report, by_report[report.id]))
    assertions = tuple(replace(one, conflicts=untold(one.conflicts, changes)) for one in assertions)
    lead = find_lead(assertions, groups, ledger)
    letters = {report.id: letter(number) for number, report in enumerate(ordered)}
    story = _story(ordered, lead, _scenery(ledger, letters, assertions, lead, changes, amendments), rules)
    return Collation(
        stamp=stamp,
        story=story,
        outlets=tuple(sorted(outlets, key=lambda outlet: outlet.id)),
        reports=tuple(ordered),
        readings=tuple(by_report[report.id] for report in ordered),
        voices=voices,
        matches=tuple(inside),
        stemma=Stemma(story_id=story.id, exemplars=tree.exemplars, derivations=tree.derivations, changes=changes),
        utterances=utterances,
        assertions=assertions,
        timeline=draw_timeline(ordered, [by_report[r.id] for r in ordered], units),
        refusals=tuple(refusals),
        provenances=find_provenances(units, witnesses, tree.kinship, tree.exemplars, tree.derivations),
        amendments=amendments,
        citings=find_citings(ledger),
    )


def _order(report: Report) -> tuple[bool, str, str, str]:
    moment = report.published
    start = moment.earliest.isoformat() if moment is not None and moment.earliest is not None else ""
    return (not start, start, report.path, report.id)


def _house(units: Units, witnesses: Mapping[str, Witness]) -> dict[UnitKey, str]:
    """Give the sentences in which reports name their own outlets, with the names."""
    return {
        (report_id, unit.number): plain_name(witnesses[report_id].outlet)
        for report_id, found in units.items()
        for unit in found
        if names_itself(witnesses[report_id], unit.span)
    }


def _has_transcript(match: Match, witnesses: Mapping[str, Witness]) -> bool:
    """A transcript has no narration: whoever shares its words was in the room, or read it."""
    return witnesses[match.left.report_id].is_transcript or witnesses[match.right.report_id].is_transcript


def _stemma(kins: Sequence[Kin], units: Units, witnesses: Mapping[str, Witness], rules: StoryRules) -> _Tree:
    kinship = find_families(kins, rules)
    exemplars: dict[str, Exemplar] = {}
    for one, witness in witnesses.items():
        exemplar_id = make_id("exemplar", "report", one)
        exemplars[exemplar_id] = Exemplar(id=exemplar_id, name=witness.name, report_id=one)
    derivations: list[Derivation] = []
    for family in kinship.families:
        found, derived = derive(family, units, witnesses, rules)
        exemplars.update({exemplar.id: exemplar for exemplar in found})
        derivations.extend(derived)
    derived_ids = {derivation.report_id for derivation in derivations}
    for one, witness in witnesses.items():
        if one not in derived_ids:
            for exemplar, derivation in find_credited(witness, witnesses, units):
                exemplars[exemplar.id] = exemplar
                derivations.append(derivation)
    place = {one: number for number, one in enumerate(witnesses)}
    derivations.sort(key=lambda d: (place[d.report_id], d.spans, -d.probability, d.exemplar_id))
    return _Tree(kinship=kinship, exemplars=tuple(exemplars.values()), derivations=tuple(derivations))


def _passages(attribution: Attribution, units: Units, kinship: Kinship) -> frozenset[UnitKey]:
    """Give the passages of several reports in which an attribution's content stands."""
    found = (
        kinship.cluster_of.get((span.report_id, unit.number))
        for span in attribution.content
        for unit in units[span.report_id]
        if unit.start < span.end and span.start < unit.end
    )
    return frozenset(one for one in found if one is not None)


def _occasions(
    reports: Sequence[Report], utterances: Sequence[Utterance], kins: Sequence[Kin], tree: _Tree
) -> list[Derivation]:
    """Give the reports that have a quotation in common and no narration: they heard the same speech or read the same text.

    Not where the one credits the other, whose text it may have told in other words.
    """
    kindred = {frozenset((kin.left_id, kin.right_id)) for kin in kins if kin.blocks}
    above = {exemplar.id: exemplar.report_id for exemplar in tree.exemplars}
    kindred |= {frozenset((one.report_id, above[one.exemplar_id] or "")) for one in tree.derivations}
    place = {report.id: (report.form != "transcript", number) for number, report in enumerate(reports)}
    found: dict[tuple[str, str], Derivation] = {}
    for utterance in utterances:
        marked = sorted((w for w in utterance.wordings if w.is_marked), key=lambda w: place[w.report_id])
        for wording in marked[1:]:
            anchor = marked[0]
            pair = (wording.report_id, anchor.report_id)
            if wording.report_id == anchor.report_id or frozenset(pair) in kindred or pair in found:
                continue
            shared = Evidence(
                kind="quotation",
                weight=0.0,
                note="has a quotation in common and no narration",
                spans=(*anchor.spans, *wording.spans),
            )
            found[pair] = Derivation(
                report_id=wording.report_id,
                exemplar_id=make_id("exemplar", "report", anchor.report_id),
                spans=wording.spans,
                kind=DerivationKind.SAME_OCCASION,
                direction=Direction.UNDECIDED,
                probability=0.0,
                evidence=(shared,),
            )
    return list(found.values())


def _with_details(
    assertions: Sequence[Assertion],
    statements: Mapping[str, Sequence[Statement]],
    readings: Mapping[str, Reading],
) -> tuple[Assertion, ...]:
    """Add to each assertion the contradictions of tolls, and of figures and ages, that one of its claims tells.

    What the claims' own comparison has found is not told again.
    """
    told = [(conflict.left, conflict.right) for one in assertions for conflict in one.conflicts]
    more = [
        *find_tolls(statements, {report_id: reading.times for report_id, reading in readings.items()}),
        *find_slips(statements, readings),
    ]
    new = [(statement.claim.id, conflict) for statement, conflict in more if not _is_told(conflict, told)]
    found = []
    for one in assertions:
        ids = {claim.id for claim in one.claims}
        own = [conflict for claim_id, conflict in new if claim_id in ids]
        found.append(replace(one, conflicts=(*one.conflicts, *own)) if own else one)
    return tuple(found)


def _is_told(conflict: Conflict, told: Iterable[tuple[Sequence[Span], Sequence[Span]]]) -> bool:
    """Say whether a conflict of the same two places is among those told, in either order."""
    sides = conflict.left, conflict.right
    return any(
        all(
            any(one.overlap(other) for one in mine for other in theirs)
            for mine, theirs in zip(sides, pair, strict=True)
        )
        for left, right in told
        for pair in ((left, right), (right, left))
    )


def _ledger(
    tree: _Tree,
    kins: Sequence[Kin],
    witnesses: Mapping[str, Witness],
    voices: Sequence[Voice],
    utterances: Sequence[Utterance],
    units: Units,
    readings: Mapping[str, Reading],
    rules: StoryRules,
) -> Ledger:
    return Ledger(
        kinship=tree.kinship,
        kins={(kin.left_id, kin.right_id): kin for kin in kins},
        witnesses=witnesses,
        voices={voice.id: voice for voice in voices},
        derivations=tree.derivations,
        exemplars={exemplar.id: exemplar for exemplar in tree.exemplars},
        utterances=utterances,
        units=units,
        readings=readings,
        rules=rules,
    )


def _assertion(
    group: Sequence[Statement],
    ledger: Ledger,
    backgrounds: Mapping[str, Background],
    edges: Union[str],
    judge: Judge | None,
) -> Assertion:
    conflicts = find_conflicts(group, backgrounds, Lineage(kinship=ledger.kinship, edges=edges), ledger.rules, judge)
    main = main_statement(group, conflicts)
    denying = deniers(main, group, conflicts)
    held = [statement for statement in group if statement.report.id not in denying]
    counted = tally(held, ledger)
    return Assertion(
        id=make_id("assertion", *(statement.claim.id for statement in group)),
        gist=clipped(main.told, _GIST),
        claims=tuple(statement.claim for statement in group),
        voice_ids=counted.voice_ids,
        lines=counted.lines,
        count=counted.count,
        conflicts=conflicts,
        would_settle=counted.would_settle,
        first_ids=first_tellers(dict.fromkeys(s.report.id for s in held), ledger.witnesses),
        circles=find_circles(group, ledger),
    )


def _changes(
    tree: _Tree,
    sides: Mapping[str, Side],
    kins: Sequence[Kin],
    groups: Sequence[Sequence[Statement]],
    pairs: Iterable[tuple[str, str]],
) -> tuple[Change, ...]:
    """Compare each report with the seen report, in each of its families, that it most probably has its text from."""
    pairings = by_pair(p for kin in kins for block in (*kin.blocks, *kin.loose) for p in block.pairings)
    found: list[Change] = []
    compared: set[frozenset[str]] = set()
    for parent, child in pairs:
        if frozenset((parent, child)) not in compared:
            compared.add(frozenset((parent, child)))
            found.extend(find_changes(sides[parent], sides[child], pairings.get((parent, child), []), groups))
    parents = descent_of(tree.derivations, tree.exemplars).parents
    passages: dict[str, set[UnitKey]] = defaultdict(set)
    for (report_id, _), cluster in tree.kinship.cluster_of.items():
        passages[report_id].add(cluster)
    had = {one: frozenset().union(*(passages[parent] for parent in parents.get(one, ()))) for one in sides}
    return tuple(
        change
        for change in found
        if change.kind is not ChangeKind.ADDED
        or not _is_had(change, sides[change.report_id], had[change.report_id], tree.kinship)
    )


def _is_had(change: Change, side: Side, had: frozenset[UnitKey], kinship: Kinship) -> bool:
    """Say whether what a report adds to one exemplar is had from another: one of the passages that its exemplars have."""
    numbers = [unit.number for unit in side.units if unit.start <= change.after[0].start < unit.end]
    return any(kinship.cluster_of.get((side.report.id, number)) in had for number in numbers)


def _compared(tree: _Tree, report_ids: Sequence[str], witnesses: Mapping[str, Witness]) -> list[tuple[str, str]]:
    """Give (exemplar, report) for each report: in each family the seen one that it most probably has it from; surest first."""
    seen = {exemplar.id: exemplar.report_id for exemplar in tree.exemplars}
    families: dict[str, set[int]] = defaultdict(set)
    for number, family in enumerate(tree.kinship.families):
        for member in family.members:
            families[member].add(number)
    best: dict[tuple[str, int], tuple[float, str]] = {}
    for derivation in tree.derivations:
        parent = seen.get(derivation.exemplar_id)
        if parent is None or derivation.probability < _COMPARED:
            continue
        for number in families[parent] & families[derivation.report_id]:
            key = (derivation.report_id, number)
            best[key] = max(best.get(key, (0.0, "")), (derivation.probability, parent))
    place = {one: number for number, one in enumerate(report_ids)}
    ranked = sorted(best.items(), key=lambda one: (-one[1][0], place[one[0][0]], one[0][1]))
    is_credited = {one: bool(witnesses[one].agencies) for one in report_ids}
    pairs = []
    for (child, _), (probability, parent) in ranked:
        is_open = probability < _DECIDED
        # where the texts do not decide, the one with the credit is taken as the text, the one without as its reader
        is_turned = is_open and is_credited[child] and not is_credited[parent]
        pairs.append((child, parent) if is_turned else (parent, child))
    return pairs


def _scenery(
    ledger: Ledger,
    letters: Mapping[str, str],
    assertions: Sequence[Assertion],
    lead: Assertion | None,
    changes: Sequence[Change],
    amendments: Sequence[Amendment],
) -> Scenery:
    return Scenery(
        letters=letters,
        witnesses=ledger.witnesses,
        exemplars=ledger.exemplars,
        derivations=ledger.derivations,
        changes=changes,
        amendments=amendments,
        utterances=ledger.utterances,
        assertions=assertions,
        lead=lead,
        voices=ledger.voices,
        sizes={report_id: len(found) for report_id, found in ledger.units.items()},
        texts=find_one_texts(letters, ledger.kins.values(), ledger.units, ledger.rules),
    )


def _story(reports: Sequence[Report], lead: Assertion | None, scenery: Scenery, rules: StoryRules) -> Story:
    ids = [report.id for report in reports]
    return Story(
        id=make_id("story", *sorted(ids)),
        report_ids=tuple(ids),
        began=_began(reports),
        lead_assertion_id=lead.id if lead else None,
        count=lead.count
        if lead
        else Count(reports=len(ids), lines_min=1, lines_max=len(ids), voices_min=0, voices_max=0),
        findings=find_findings(scenery, rules),
    )


def _began(reports: Sequence[Report]) -> Moment | None:
    return next((report.published for report in reports if report.published is not None), None)
