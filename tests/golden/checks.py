"""One function for each kind of truth: it gives None where the collation holds it, else a sentence on what was found instead."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from tests.golden.truths import Told

from stemma.model import Assertion, Attribution, Count, Derivation, Direction, Span, Wording, ZoneKind

SURE = 0.8
DEPENDENT = frozenset({"copied", "edited", "rewritten", "siblings"})
COUNTED = ("reports", "lines_min", "lines_max", "voices_min", "voices_max")
TURNED = {"added": "dropped", "dropped": "added"}  # a change seen from its other side
PRESS = 0.8  # how much of an expected passage must be covered


def covered(wanted: Span, found: Iterable[Span]) -> float:
    """Give the share of a wanted span that the found ones cover."""
    return sum(wanted.overlap(span) for span in found) / max(1, wanted.end - wanted.start)


def is_gathered(told: Told, reports: Sequence[str]) -> str | None:
    missing = [report for report in reports if report not in told.ids]
    return f"not in the story: {', '.join(missing)}" if missing else None


def has_count(count: Count, allowed: dict) -> str | None:
    found = {key: getattr(count, key) for key in COUNTED}
    wrong = {key: value for key, value in found.items() if value not in allowed[key]}
    return f"counted {found}; allowed {allowed}" if wrong else None


def lead_is_counted(told: Told, allowed: dict) -> str | None:
    lead = next((one for one in told.collation.assertions if one.id == told.collation.story.lead_assertion_id), None)
    if lead is None:
        return "the story has no lead assertion"
    message = has_count(told.collation.story.count, allowed)
    lines = [sorted(told.names[one] for one in line.report_ids) for line in lead.lines]
    return message and f"{message}; lead: {lead.gist!r}; lines: {lines}"


def is_sure(derivation: Derivation) -> bool:
    return derivation.probability >= SURE and derivation.direction is Direction.DECIDED


def dependent_derivations(told: Told) -> list[Derivation]:
    return [one for one in told.collation.stemma.derivations if one.kind.value in DEPENDENT]


def direct_weight(told: Told, left: str, right: str, ignored: Sequence[Span] = ()) -> float:
    """Give how sure the stemma is that one of two reports depends on the other, or both on one unseen exemplar."""
    edges: dict[tuple[str, str], dict[tuple[Span, ...], float]] = {}
    for one in dependent_derivations(told):
        spans = tuple(span for span in one.spans if covered(span, ignored) < PRESS)
        if spans:
            blocks = edges.setdefault((told.names[one.report_id], told.node(one.exemplar_id)), {})
            blocks[spans] = blocks.get(spans, 0) + one.probability
    weight = {edge: max(blocks.values()) for edge, blocks in edges.items()}
    unseen = {node for _, node in weight if node.startswith("unseen:")}
    shared = sum(min(weight.get((left, node), 0), weight.get((right, node), 0)) for node in unseen)
    return weight.get((left, right), 0) + weight.get((right, left), 0) + shared


def are_apart(told: Told, left: str, right: str, ignored: Sequence[Span] = ()) -> str | None:
    weight = direct_weight(told, left, right, ignored)
    return f"joined with {weight:.2f}: {drawn(told, left, right)}" if weight >= SURE else None


def are_joined(told: Told, left: str, right: str, strangers: Iterable[str]) -> str | None:
    """Say if two reports are not of one family, paths through reports that are strangers to either left out.

    A report whose alternatives add up to sure dependence is of the family of all of them: undecided is not apart.
    """
    if direct_weight(told, left, right) >= SURE or right in family_of(told, left, set(strangers)):
        return None
    return f"not joined (directly {direct_weight(told, left, right):.2f}): {drawn(told, left, right)}"


def family_of(told: Told, report: str, strangers: set[str]) -> set[str]:
    """Give all that a report is connected with by sure dependence, itself included.

    Candidates for passages that overlap are alternatives: what they add up to is how sure the report depends on one of them.
    """
    ties = []
    found = dependent_derivations(told)
    for one in found:
        rivals = [d for d in found if d.report_id == one.report_id and any(covered(s, d.spans) for s in one.spans)]
        if sum(rival.probability for rival in rivals) >= SURE:
            ties.append({told.names[one.report_id], *(told.node(rival.exemplar_id) for rival in rivals)} - strangers)
    pairs = combinations(sorted(set(told.ids) - strangers), 2)
    ties += [{one, other} for one, other in pairs if direct_weight(told, one, other) >= SURE]
    family = {report}
    while grown := [tie for tie in ties if tie & family and not tie <= family]:
        family = family.union(*grown)
    return family


def drawn(told: Told, *reports: str) -> str:
    """Give the derivations of some reports in one line each."""
    rows = [
        f"{told.names[one.report_id]} <- {told.node(one.exemplar_id)} {one.kind} {one.direction} {one.probability:.2f}"
        f" ({len(one.spans)} spans)"
        for one in told.collation.stemma.derivations
        if told.names[one.report_id] in reports
    ]
    return "; ".join(rows) or "no derivations"


def has_parent(told: Told, report: str, allowed: Sequence[str], *, decided: bool) -> str | None:
    """Say if a report's likely exemplars are others than the allowed ones; "unseen" stands for any that we do not have."""
    found = [one for one in dependent_derivations(told) if told.names[one.report_id] == report]
    for one in found:
        node = told.node(one.exemplar_id)
        known = "unseen" if node.startswith("unseen:") else node
        is_named = known == "unseen" and told.exemplars[one.exemplar_id].name is not None
        if is_sure(one) and known not in allowed and not is_named:
            return f"surely from {node}, allowed {allowed}: {drawn(told, report)}"
    named = {told.node(one.exemplar_id).split(":")[0] for one in found}
    if not named & set(allowed):
        return f"none of {allowed} among its exemplars: {drawn(told, report)}"
    best = max(found, key=lambda one: one.probability)
    if decided and (best.probability < SURE or told.node(best.exemplar_id).split(":")[0] not in allowed):
        return f"the texts decide for {allowed}: {drawn(told, report)}"
    return None


def never_from(told: Told, report: str, parent: str) -> str | None:
    for one in dependent_derivations(told):
        if told.names[one.report_id] == report and told.node(one.exemplar_id) == parent and is_sure(one):
            return f"{report} cannot be from {parent}: {drawn(told, report)}"
    return None


def no_exemplar_is(told: Told, name: str) -> str | None:
    named = [one.name for one in told.exemplars.values() if one.name and name.casefold() in one.name.casefold()]
    return f"{named[0]!r} is taken for an exemplar" if named else None


def find_wording(told: Told, wanted: Span) -> Wording | None:
    """Give the wording that has most of a passage, the tighter one first where two have it whole."""
    found = [
        wording
        for utterance in told.collation.utterances
        for wording in utterance.wordings
        if wording.report_id == wanted.report_id and covered(wanted, wording.spans) >= PRESS
    ]
    size = {id(one): sum(span.end - span.start for span in one.spans) for one in found}
    return min(found, key=lambda one: size[id(one)], default=None)


def has_integrity(told: Told, wanted: Span, allowed: Sequence[str], touches_any: Sequence[str]) -> str | None:
    wording = find_wording(told, wanted)
    if wording is None:
        near = [
            f"{one.integrity}: {told.words(*one.spans)!r}"
            for utterance in told.collation.utterances
            for one in utterance.wordings
            if any(span.overlap(wanted) for span in one.spans)
        ]
        return f"no wording has {told.words(wanted)!r}; overlapping: {near}"
    against = told.names.get(wording.against_report_id or "", "none")
    edits = [f"{edit.before!r}->{edit.after!r}" for edit in wording.edits][:8]
    seen = f"{wording.integrity} (also {[str(one) for one in wording.also_possible]}) against {against}, edits {edits}"
    if wording.integrity.value not in allowed:
        return f"{told.words(wanted)!r} is {seen}; allowed {allowed}"
    if touches_any and not set(touches_any) & set(wording.touches):
        return f"{told.words(wanted)!r} touches {wording.touches}, wanted any of {touches_any}; {seen}"
    return None


def find_attribution(told: Told, report: str, wanted: Span) -> Attribution | None:
    """Give the attribution that has most of a passage as its content, an inner one before the outer."""
    found = [(covered(wanted, one.content), one) for one in told.attributions(report)]
    found = [(share, one) for share, one in found if share >= PRESS]
    size = {one.id: sum(span.end - span.start for span in one.content) for _, one in found}
    return min((one for _, one in found), key=lambda one: size[one.id], default=None)


def is_attributed(told: Told, report: str, wanted: Span, voices: Sequence[str], manners: Sequence[str]) -> str | None:
    attribution = find_attribution(told, report, wanted)
    if attribution is None:
        near = [
            f"{told.voice(one)}: {told.words(*one.content)!r}"
            for one in told.attributions(report)
            if any(span.overlap(wanted) for span in one.content)
        ]
        return f"nobody is given as saying {told.words(wanted)!r}; overlapping: {near}"
    name, problems = told.voice(attribution), []
    if not any(one.casefold() in name.casefold() for one in voices):
        problems.append(f"voice {name!r}, wanted {voices}")
    if attribution.manner.value not in manners:
        problems.append(f"manner {attribution.manner}, wanted {manners}")
    return f"{told.words(wanted)!r}: {'; '.join(problems)}" if problems else None


def is_narrated(told: Told, report: str, wanted: Span) -> str | None:
    """Say if a passage that the reporter tells himself is given to somebody."""
    attribution = find_attribution(told, report, wanted)
    if attribution is None:
        return None
    return f"{told.words(wanted)!r} is given to {told.voice(attribution)!r} by {told.words(*attribution.cue)!r}"


def shows_change(told: Told, truth: dict, before: Span | None, after: Span | None) -> str | None:
    """Say if no change of these kinds meets both passages; its sides may stand the other way round where undecided."""
    kinds, report, against = truth["kinds"], truth["report"], truth["against"]
    sides = {told.ids[report]: after, told.ids[against]: before}
    near = []
    for one in told.collation.stemma.changes:
        if {one.report_id, one.against_report_id} - set(sides):
            continue
        found = {one.report_id: one.after, one.against_report_id: one.before}
        meets = [any(span.overlap(wanted) for span in found[key]) for key, wanted in sides.items() if wanted]
        kind = one.kind.value if one.report_id == told.ids[report] else TURNED.get(one.kind.value, one.kind.value)
        if all(meets) and kind in kinds:
            return None
        if any(meets):
            near.append(f"{one.kind}: {one.note or told.words(*one.before, *one.after)}")
    return f"no change {kinds} of {report} against {against}; meeting these passages: {near}"


def stands_alone(told: Told, wanted: Span) -> str | None:
    """Say if a passage's claims are joined with those of another report, or if it holds no claim."""
    carried = [one for one in told.collation.assertions if carries(one, wanted)]
    if not carried:
        return f"no claim was read in {told.words(wanted)!r}"
    for one in carried:
        others = {told.names[claim.report_id] for claim in one.claims if claim.report_id != wanted.report_id}
        if others:
            return f"{told.words(wanted)!r} is joined with {sorted(others)}: {[told.words(*claim.spans) for claim in one.claims]}"
    return None


def carries(assertion: Assertion, wanted: Span) -> bool:
    """Tell whether an assertion has a claim most of which lies in a passage, or which has most of it."""
    for claim in assertion.claims:
        overlap = sum(span.overlap(wanted) for span in claim.spans)
        length = sum(span.end - span.start for span in claim.spans)
        if overlap and overlap >= 0.6 * min(length, wanted.end - wanted.start):
            return True
    return False


def is_asserted(told: Told, passages: Sequence[Span], allowed: dict) -> str | None:
    common = [one for one in told.collation.assertions if all(carries(one, wanted) for wanted in passages)]
    if not common:
        return f"no assertion has all of {[told.words(one) for one in passages]}"
    messages = [has_count(one.count, allowed) for one in common]
    return messages[0] if all(messages) else None


def conflicts_only(told: Told, allowed: Sequence[Sequence[Span]]) -> str | None:
    """Say which conflicts lie elsewhere than between two passages of one allowed group."""
    wrong = []
    for one in (conflict for assertion in told.collation.assertions for conflict in assertion.conflicts):
        both = (
            any(span.overlap(place) for span in one.left for place in group)
            and any(span.overlap(place) for span in one.right for place in group)
            for group in allowed
        )
        if not any(both):
            wrong.append(f"{one.kind}: {told.words(*one.left)!r} against {told.words(*one.right)!r}")
    return f"{len(wrong)} conflicts that are none: {wrong}" if wrong else None


def is_unchanged(told: Told, wanted: Span, kinds: Sequence[str]) -> str | None:
    """Say if a change of one of these kinds meets a passage that has none."""
    found = [
        f"{one.kind}: {one.note}"
        for one in told.collation.stemma.changes
        if one.kind.value in kinds and any(span.overlap(wanted) for span in one.before + one.after)
    ]
    return f"{told.words(wanted)!r} is called changed: {found}" if found else None


def is_headed(told: Told, report: str, headline: str) -> str | None:
    value = next(one for one in told.collation.reports if one.id == told.ids[report])
    found = [value.text[zone.start : zone.end] for zone in value.zones if zone.kind is ZoneKind.HEADLINE]
    return None if found and found[0].strip() == headline else f"headline {found}, wanted {headline!r}"


def is_published(told: Told, report: str, day: str | None) -> str | None:
    value = next(one for one in told.collation.reports if one.id == told.ids[report])
    moment = value.published
    found = moment.earliest.date().isoformat() if moment and moment.earliest else None
    return None if found == day or day is None else f"published {found}, wanted {day}"


def is_credited(told: Told, report: str, names: Sequence[str], roles: Sequence[str]) -> str | None:
    value = next(one for one in told.collation.reports if one.id == told.ids[report])
    found = [(credit.name, credit.role.value) for credit in value.credits]
    meets = any(name.casefold() in one.casefold() and role in roles for one, role in found for name in names)
    return None if meets else f"credits {found}, wanted {names} as {roles}"
