"""Each value as a plain JSON record; what whole files look like stands in `records`."""

from collections.abc import Iterable
from typing import Any

from stemma.model import (
    Assertion,
    Attribution,
    Change,
    Claim,
    Conflict,
    Count,
    Credit,
    Derivation,
    Edit,
    Event,
    Evidence,
    Finding,
    Line,
    Match,
    Moment,
    Name,
    Quantity,
    Reading,
    Refusal,
    Report,
    Span,
    Stamp,
    Story,
    Timex,
    Utterance,
    Voice,
    Wording,
)


def pairs(spans: Iterable[Span]) -> list[list[int]]:
    """Give spans of a report that the record already names as [start, end] pairs.

    >>> pairs([Span("a", 0, 3)])
    [[0, 3]]
    """
    return [[span.start, span.end] for span in spans]


def places(spans: Iterable[Span]) -> list[dict[str, Any]]:
    """Give spans that may lie in several reports, each with its report.

    >>> places([Span("a", 0, 3)])
    [{'report_id': 'a', 'start': 0, 'end': 3}]
    """
    return [{"report_id": span.report_id, "start": span.start, "end": span.end} for span in spans]


def stamp_record(stamp: Stamp) -> dict[str, Any]:
    """Give which stemma made a result, with its settings in the order of their names."""
    return {
        "tool": stamp.tool,
        "version": stamp.version,
        "settings": dict(sorted(stamp.settings.items())),
        "background": stamp.background,
    }


def moment_record(moment: Moment | None) -> dict[str, Any] | None:
    """Give a moment with its two ends as wall-clock ISO 8601 to the minute ("2022-01-08T01:00"), or None."""
    if moment is None:
        return None
    return {
        "earliest": moment.earliest.isoformat(timespec="minutes") if moment.earliest else None,
        "latest": moment.latest.isoformat(timespec="minutes") if moment.latest else None,
        "granularity": moment.granularity.value,
        "zone": moment.zone,
        "inferred_from": moment.inferred_from,
    }


def refusal_record(refusal: Refusal) -> dict[str, Any]:
    """Give what was refused and why."""
    return {"subject": refusal.subject, "reason": refusal.reason}


def evidence_record(evidence: Evidence) -> dict[str, Any]:
    """Give one reason with its weight (natural log-odds) and the places that show it."""
    return {"kind": evidence.kind, "weight": evidence.weight, "note": evidence.note, "spans": places(evidence.spans)}


def edit_record(edit: Edit) -> dict[str, Any]:
    """Give one difference; start and end lie in the left (or judged-against) report."""
    return {
        "kind": edit.kind.value,
        "start": edit.start,
        "end": edit.end,
        "before": edit.before,
        "after": edit.after,
    }


def count_record(count: Count) -> dict[str, Any]:
    """Give a count with its two ranges."""
    return {
        "reports": count.reports,
        "lines_min": count.lines_min,
        "lines_max": count.lines_max,
        "voices_min": count.voices_min,
        "voices_max": count.voices_max,
    }


def finding_record(finding: Finding) -> dict[str, Any]:
    """Give one finding with the places that bear it."""
    return {
        "kind": finding.kind,
        "weight": finding.weight,
        "text": finding.text,
        "is_warning": finding.is_warning,
        "spans": places(finding.spans),
    }


def story_record(story: Story) -> dict[str, Any]:
    """Give the story itself: its reports, count, lead assertion and findings."""
    return {
        "id": story.id,
        "report_ids": list(story.report_ids),
        "began": moment_record(story.began),
        "count": count_record(story.count),
        "lead_assertion_id": story.lead_assertion_id,
        "findings": [finding_record(finding) for finding in story.findings],
    }


def credit_record(credit: Credit) -> dict[str, Any]:
    """Give a credit; start and end are -1 where it is known from markup alone."""
    return {"name": credit.name, "role": credit.role.value, "start": credit.start, "end": credit.end}


def report_record(report: Report, outlets: dict[str, str]) -> dict[str, Any]:
    """Give a report with its text; `outlets` names outlets by id."""
    return {
        "id": report.id,
        "path": report.path,
        "url": report.url,
        "capture_id": report.capture_id,
        "outlet": outlets.get(report.outlet_id) if report.outlet_id is not None else None,
        "outlet_id": report.outlet_id,
        "credits": [credit_record(credit) for credit in report.credits],
        "published": moment_record(report.published),
        "language": report.language,
        "form": report.form.value,
        "text": report.text,
        "zones": [{"kind": zone.kind.value, "start": zone.start, "end": zone.end} for zone in report.zones],
    }


def voice_record(voice: Voice) -> dict[str, Any]:
    """Give a voice with all its mentions."""
    return {"id": voice.id, "name": voice.name, "kind": voice.kind.value, "named_in": places(voice.named_in)}


def attribution_record(attribution: Attribution) -> dict[str, Any]:
    """Give an attribution; its spans are pairs, for it belongs to one report."""
    return {
        "id": attribution.id,
        "voice_id": attribution.voice_id,
        "via": attribution.via,
        "source": pairs(attribution.source),
        "cue": pairs(attribution.cue),
        "content": pairs(attribution.content),
        "manner": attribution.manner.value,
        "stance": attribution.stance.value,
        "parent_id": attribution.parent_id,
        "evidence": [evidence_record(evidence) for evidence in attribution.evidence],
    }


def claim_record(claim: Claim) -> dict[str, Any]:
    """Give a claim with the report it stands in."""
    return {
        "id": claim.id,
        "report_id": claim.report_id,
        "spans": pairs(claim.spans),
        "attribution_id": claim.attribution_id,
        "certainty": claim.certainty.value,
        "polarity": claim.polarity.value,
    }


def timex_record(timex: Timex) -> dict[str, Any]:
    """Give an expression of time with the moment it stands for."""
    return {
        "span": [timex.span.start, timex.span.end],
        "moment": moment_record(timex.moment),
        "relation": timex.relation,
    }


def quantity_record(quantity: Quantity) -> dict[str, Any]:
    """Give a quantity with its bounds."""
    return {
        "span": [quantity.span.start, quantity.span.end],
        "low": quantity.low,
        "high": quantity.high,
        "unit": quantity.unit,
        "is_approximate": quantity.is_approximate,
    }


def name_record(name: Name) -> dict[str, Any]:
    """Give a proper name where it stands."""
    return {"span": [name.span.start, name.span.end], "canonical": name.canonical, "kind": name.kind.value}


def reading_record(reading: Reading) -> dict[str, Any]:
    """Give what was found in one report; voices stand beside it."""
    return {
        "report_id": reading.report_id,
        "attributions": [attribution_record(attribution) for attribution in reading.attributions],
        "claims": [claim_record(claim) for claim in reading.claims],
        "times": [timex_record(timex) for timex in reading.times],
        "quantities": [quantity_record(quantity) for quantity in reading.quantities],
        "names": [name_record(name) for name in reading.names],
        "refusals": [refusal_record(refusal) for refusal in reading.refusals],
    }


def match_record(match: Match) -> dict[str, Any]:
    """Give a shared passage: two places, what differs, score in 0..1, surprisal in bits."""
    left, right = places((match.left, match.right))
    return {
        "left": left,
        "right": right,
        "edits": [edit_record(edit) for edit in match.edits],
        "score": match.score,
        "surprisal": match.surprisal,
    }


def derivation_record(derivation: Derivation) -> dict[str, Any]:
    """Give from which exemplar passages of a report have their words."""
    return {
        "report_id": derivation.report_id,
        "exemplar_id": derivation.exemplar_id,
        "spans": pairs(derivation.spans),
        "kind": derivation.kind.value,
        "direction": derivation.direction.value,
        "probability": derivation.probability,
        "evidence": [evidence_record(evidence) for evidence in derivation.evidence],
    }


def wording_record(wording: Wording) -> dict[str, Any]:
    """Give how one report words an utterance."""
    return {
        "report_id": wording.report_id,
        "spans": pairs(wording.spans),
        "integrity": wording.integrity.value,
        "also_possible": [integrity.value for integrity in wording.also_possible],
        "edits": [edit_record(edit) for edit in wording.edits],
        "touches": list(wording.touches),
        "is_marked": wording.is_marked,
        "attribution_dropped": wording.attribution_dropped,
        "against_report_id": wording.against_report_id,
        "evidence": [evidence_record(evidence) for evidence in wording.evidence],
    }


def utterance_record(utterance: Utterance) -> dict[str, Any]:
    """Give one thing said once in all its wordings."""
    return {
        "id": utterance.id,
        "voice_id": utterance.voice_id,
        "wordings": [wording_record(wording) for wording in utterance.wordings],
    }


def line_record(line: Line) -> dict[str, Any]:
    """Give one line of an assertion."""
    return {
        "id": line.id,
        "root": line.root,
        "report_ids": list(line.report_ids),
        "evidence": [evidence_record(evidence) for evidence in line.evidence],
    }


def conflict_record(conflict: Conflict) -> dict[str, Any]:
    """Give what two reports' claims do not agree in."""
    return {
        "kind": conflict.kind,
        "left": places(conflict.left),
        "right": places(conflict.right),
        "note": conflict.note,
    }


def assertion_record(assertion: Assertion) -> dict[str, Any]:
    """Give the claims that say the same thing, and on how much they rest."""
    return {
        "id": assertion.id,
        "gist": assertion.gist,
        "claims": [claim_record(claim) for claim in assertion.claims],
        "voice_ids": list(assertion.voice_ids),
        "count": count_record(assertion.count),
        "lines": [line_record(line) for line in assertion.lines],
        "conflicts": [conflict_record(conflict) for conflict in assertion.conflicts],
        "would_settle": list(assertion.would_settle),
    }


def change_record(change: Change) -> dict[str, Any]:
    """Give what a report added, dropped or altered."""
    return {
        "kind": change.kind.value,
        "report_id": change.report_id,
        "against_report_id": change.against_report_id,
        "before": places(change.before),
        "after": places(change.after),
        "note": change.note,
    }


def event_record(event: Event) -> dict[str, Any]:
    """Give one entry of the timeline."""
    return {
        "moment": moment_record(event.moment),
        "kind": event.kind,
        "report_id": event.report_id,
        "text": event.text,
        "spans": pairs(event.spans),
    }
