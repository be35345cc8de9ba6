"""Findings on what reports tell otherwise: changes along an edge, conflicts, corrections; and on what they tell in a circle."""

import re
from collections.abc import Sequence

from stemma.model import Amendment, Assertion, Change, ChangeKind, Circle, Conflict, Finding, Span
from stemma.stories.scenery import Scenery, listed, quoted
from stemma.stories.witnesses import is_earlier, plain_name

_SENTENCE_END = re.compile(r"(?<=\w)[.!?;]\s")
_ALTERING = (
    ChangeKind.POLARITY,
    ChangeKind.NUMBER,
    ChangeKind.DATE,
    ChangeKind.CERTAINTY,
    ChangeKind.SCOPE,
    ChangeKind.ATTRIBUTION,
)
_ATTRIBUTION = re.compile(r'attribution (?P<verb>\w+) \((?P<before>.*) -> (?P<after>.*)\): "(?P<words>.*)"', re.DOTALL)
_CONFLICT = re.compile(r'"(?P<left>[^"]*)" against "(?P<right>[^"]*)"')
_QUOTE = '"'
# Two that wrote apart may choose how sure, of how many and on whose word they tell a thing: said, but no alarm.
_SHADES = frozenset({"certainty", "scope", "voice"})
_CONFLICT_WEIGHT, _SHADE_WEIGHT, _UNSURE_WEIGHT = 9.5, 4.5, 5.0
_CIRCLE_WEIGHT = 9.55  # above what contradicts: what looks like several confirms nothing
_KINDS = {
    "polarity": "yes or no",
    "certainty": "how sure",
    "scope": "whom or how much",
    "voice": "who says it",
}


def find_alterations(scenery: Scenery) -> list[Finding]:
    """Say what reports tell otherwise than the ones they are held against, each alteration once for all that have it alike."""
    alike: dict[tuple[ChangeKind, str], list[Change]] = {}
    for change in scenery.changes:
        is_bare = change.note.startswith(("attribution added", "attribution dropped (somebody not named"))
        is_own = change.kind is ChangeKind.ATTRIBUTION and _are_one_newsroom(change, scenery)
        if change.kind in _ALTERING and not (is_bare or is_own):
            alike.setdefault((change.kind, change.note), []).append(change)
    return [_alteration(kind, note, changes, scenery) for (kind, note), changes in alike.items()]


def _are_one_newsroom(change: Change, scenery: Scenery) -> bool:
    """Say whether a newsroom's later text is held against its earlier one: it knows on whose word it told a thing."""
    names = [plain_name(scenery.witnesses[one].name) for one in (change.report_id, change.against_report_id)]
    return bool(names[0]) and names[0] == names[1]


def _alteration(kind: ChangeKind, note: str, changes: Sequence[Change], scenery: Scenery) -> Finding:
    """Say an alteration as an editor would: what stands in one is that in the other, whoever has it from whom."""
    afters = {change.report_id for change in changes}
    against = scenery.names({change.against_report_id for change in changes} - afters or {changes[0].against_report_id})
    who = scenery.names(afters)
    found = _ATTRIBUTION.fullmatch(note)
    if found is None:
        pairs = [pair.partition(" -> ") for pair in note.split('"; "')]
        (one, other), *more = ((one.strip(_QUOTE), other.strip(_QUOTE)) for one, _, other in pairs)
        text = f'{_KINDS.get(kind, kind.value)}: "{one}" in {against} is "{other}" in {who}'
        text += "".join(f', and "{one}" is "{other}"' for one, other in more)
    elif found["verb"] == "dropped":
        verb = "tells" if len(afters) == 1 else "tell"
        text = (
            f"{who} {verb} without attribution what {against} gives to {found['before']}: {quoted(found['words'], 90)}"
        )
    else:
        text = f"{against} gives to {found['before']}, {who} to {found['after']}: {quoted(found['words'], 90)}"
    spans = tuple(span for change in changes for span in (*change.before, *change.after))
    return Finding(kind="alteration", weight=7.0 - _ALTERING.index(kind) / 10, text=text, spans=spans, is_warning=True)


def find_disagreements(scenery: Scenery) -> list[Finding]:
    """Say where claims contradict each other: of each assertion the first of a kind, each in the same words once."""
    alike: dict[tuple[str, str], list[Conflict]] = {}
    said = [claim for one in scenery.assertions for claim in one.claims if claim.attribution_id is not None]
    places = [span for claim in said for span in claim.spans]
    for assertion in scenery.assertions:
        told = sorted(filter(_is_worth_telling, assertion.conflicts), key=lambda one: not one.is_sure)
        for conflict in {one.kind: one for one in reversed(told)}.values():
            same = [one for one in told if (one.kind, one.note) == (conflict.kind, conflict.note)]
            alike.setdefault((conflict.kind, conflict.note), []).extend(same)
    return [_disagreement(same, places, scenery) for same in alike.values()]


def _is_worth_telling(conflict: Conflict) -> bool:
    """Say whether a conflict may be read first: of numbers that are not sure every other is right, of names one in ten."""
    return conflict.kind != "doubt" and (conflict.is_sure or conflict.kind == "number")


def _disagreement(same: Sequence[Conflict], said: Sequence[Span], scenery: Scenery) -> Finding:
    """Say what does not agree; where both only tell what somebody says, it is not the reports that disagree."""
    kind, note = same[0].kind, same[0].note
    left = tuple(dict.fromkeys(span for one in same for span in one.left))
    right = tuple(dict.fromkeys(span for one in same for span in one.right))
    sides = [scenery.names(span.report_id for span in side) for side in (left, right)]
    found = _CONFLICT.fullmatch(note)
    told = (
        f'"{found["left"]}" in {sides[0]}, "{found["right"]}" in {sides[1]}'
        if found
        else f"{note} ({' against '.join(sides)})"
    )
    is_shade, is_sure = kind in _SHADES, any(one.is_sure for one in same)
    is_said = all(any(span.overlap(one) for span in side for one in said) for side in (left, right))
    what = "not told alike" if is_shade else "what is said does not agree" if is_said else "the reports do not agree"
    if not is_sure:
        what = "perhaps not told alike"
    text = f"{what} ({_KINDS.get(kind, kind)}): {told}"
    is_warning = is_sure and not is_shade
    weight = _CONFLICT_WEIGHT if is_warning else _SHADE_WEIGHT if is_sure else _UNSURE_WEIGHT
    return Finding(kind="conflict", weight=weight, text=text, spans=(*left, *right), is_warning=is_warning)


def find_circles(scenery: Scenery) -> list[Finding]:
    """Say which reports tell a claim on each other's word; of one circle the claim that most reports carry."""
    told: dict[tuple[str, ...], tuple[Assertion, Circle]] = {}
    for assertion in sorted(scenery.assertions, key=lambda one: -one.count.reports):
        for circle in assertion.circles:
            told.setdefault(circle.report_ids, (assertion, circle))
    return [_circle(assertion, circle, scenery) for assertion, circle in told.values()]


def _circle(assertion: Assertion, circle: Circle, scenery: Scenery) -> Finding:
    steps = zip(circle.report_ids, (*circle.report_ids[1:], circle.report_ids[0]), strict=True)
    named = [f"{scenery.letters[one]} names {scenery.witnesses[other].name}" for one, other in steps]
    text = f"{scenery.names(circle.report_ids)} tell in a circle {quoted(assertion.gist, 120)}: {listed(named)}"
    outlets = {scenery.witnesses[one].outlet for one in circle.report_ids}
    tellers = dict.fromkeys(claim.report_id for claim in assertion.claims if claim.report_id not in circle.report_ids)
    began = [one for one in tellers if scenery.witnesses[one].outlet in outlets]
    text += f"; {scenery.names(began)} tell{'s' if len(began) == 1 else ''} it too" if began else ""
    return Finding(kind="circle", weight=_CIRCLE_WEIGHT, text=text, spans=circle.spans, is_warning=True)


def find_corrections(scenery: Scenery) -> list[Finding]:
    """Say what outlets corrected in their own reports and who still has the wording before; a bare notice is said to be one."""
    return [_correction(amendment, scenery) for amendment in scenery.amendments]


def _correction(amendment: Amendment, scenery: Scenery) -> Finding:
    name = scenery.name(amendment.report_id)
    if not amendment.after:
        told = quoted(scenery.words(amendment.notice[0]), 120)
        text = f"{name} has a notice of correction ({told}); which of its words were wrong the texts do not show"
        return Finding(kind="correction", weight=5.8, text=text, spans=amendment.notice)
    behind = 2 if amendment.kind == "number" else 0  # what is counted
    sides = [scenery.words(side[0], behind) for side in (amendment.before, amendment.after)]
    before, now = (quoted(_SENTENCE_END.split(side)[0]) for side in sides)
    corrected = scenery.witnesses[amendment.report_id].report
    late = {span.report_id for span in amendment.uncorrected}
    ahead = {one for one in late if is_earlier(scenery.witnesses[one].report, corrected)}
    number, verb = f"{len(late)} report{'s' * (len(late) > 1)}", "carry" if len(late) > 1 else "carries"
    if amendment.notice and amendment.is_told:
        text = f"{name} corrects {before} to {now}"
        text += f"; {number} still {verb} the uncorrected wording: {scenery.names(late)}" if late else ""
    elif amendment.notice:
        text = f"{name} has a notice of correction and {now} where {scenery.names(late)} {_has(late)} {before}"
    else:
        text = f"{name} has {now} where its earlier edition has {before}"
        text += f"; {number} still {verb} the earlier wording: {scenery.names(late)}" if late else ""
    of_them = "" if ahead == late else f": {listed(scenery.ordered(ahead))}"
    text += f", published before it{of_them}" if ahead else ""
    spans = (*amendment.after, *amendment.uncorrected, *amendment.corrected)
    return Finding(kind="correction", weight=9.6 if late else 6.2, text=text, spans=spans, is_warning=bool(late))


def _has(report_ids: set[str]) -> str:
    return "has" if len(report_ids) == 1 else "have"
