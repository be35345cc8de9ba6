"""What comparing reports shows, as plain JSON records."""

from typing import Any

from stemma.model import (
    Amendment,
    Assertion,
    Change,
    Circle,
    Citing,
    Conflict,
    Count,
    Derivation,
    Event,
    Finding,
    Line,
    Match,
    Portion,
    Provenance,
    Story,
    Utterance,
    Wording,
)
from stemma.views.reading_records import claim_record, edit_record, evidence_record, moment_record, pairs, places


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
        "best": utterance.best,
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
        "sure": conflict.is_sure,
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
        "first_ids": list(assertion.first_ids),
        "circles": [circle_record(circle) for circle in assertion.circles],
    }


def circle_record(circle: Circle) -> dict[str, Any]:
    """Give reports that tell an assertion on each other's word, and where each names the next."""
    return {"report_ids": list(circle.report_ids), "spans": places(circle.spans)}


def citing_record(citing: Citing) -> dict[str, Any]:
    """Give that a report names a newsroom, and that newsroom's reports here."""
    return {
        "report_id": citing.report_id,
        "name": citing.name,
        "cited_ids": list(citing.cited_ids),
        "spans": places(citing.spans),
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


def amendment_record(amendment: Amendment) -> dict[str, Any]:
    """Give what an outlet corrected, and who has the wording before and after."""
    return {
        "report_id": amendment.report_id,
        "kind": amendment.kind,
        "is_told": amendment.is_told,
        "notice": places(amendment.notice),
        "before": places(amendment.before),
        "after": places(amendment.after),
        "uncorrected": places(amendment.uncorrected),
        "corrected": places(amendment.corrected),
    }


def provenance_record(provenance: Provenance) -> dict[str, Any]:
    """Give whose text the narration of a report, or of an outlet's reports, is."""
    return {
        "report_ids": list(provenance.report_ids),
        "outlet_id": provenance.outlet_id,
        "words": provenance.words,
        "portions": [portion_record(portion) for portion in provenance.portions],
    }


def portion_record(portion: Portion) -> dict[str, Any]:
    """Give how many words are of one origin."""
    return {
        "origin": portion.origin.value,
        "exemplar_ids": list(portion.exemplar_ids),
        "least": portion.least,
        "most": portion.most,
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
