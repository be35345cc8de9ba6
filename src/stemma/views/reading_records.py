"""One report and its reading as plain JSON records, and the small records that all others are made of."""

from collections.abc import Iterable
from typing import Any

from stemma.model import (
    Attribution,
    Citation,
    Claim,
    Credit,
    Edit,
    Edition,
    Evidence,
    Moment,
    Name,
    Quantity,
    Reading,
    Refusal,
    Report,
    Scope,
    Span,
    Stamp,
    Timex,
    Voice,
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
        "editions": [edition_record(edition) for edition in report.earlier],
    }


def edition_record(edition: Edition) -> dict[str, Any]:
    """Give an earlier edition with the text that offsets into it count in."""
    return {
        "id": edition.id,
        "path": edition.path,
        "published": moment_record(edition.published),
        "text": edition.text,
    }


def voice_record(voice: Voice) -> dict[str, Any]:
    """Give a voice with all its mentions, and why it is one in several reports."""
    return {
        "id": voice.id,
        "name": voice.name,
        "kind": voice.kind.value,
        "named_in": places(voice.named_in),
        "may_be": list(voice.may_be),
        "evidence": [evidence_record(evidence) for evidence in voice.evidence],
    }


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
        "scopes": [scope_record(scope) for scope in claim.scopes],
    }


def scope_record(scope: Scope) -> dict[str, Any]:
    """Give a word that limits a claim, and how."""
    return {"span": [scope.span.start, scope.span.end], "kind": scope.kind.value}


def timex_record(timex: Timex) -> dict[str, Any]:
    """Give an expression of time with the moment it stands for."""
    return {
        "span": [timex.span.start, timex.span.end],
        "moment": moment_record(timex.moment),
        "relation": timex.relation,
        "value": timex.value,
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


def citation_record(citation: Citation) -> dict[str, Any]:
    """Give a newsroom that the prose cites, where it stands."""
    return {"kind": citation.kind.value, "name": citation.name, "span": [citation.span.start, citation.span.end]}


def reading_record(reading: Reading) -> dict[str, Any]:
    """Give what was found in one report; voices stand beside it."""
    return {
        "report_id": reading.report_id,
        "attributions": [attribution_record(attribution) for attribution in reading.attributions],
        "claims": [claim_record(claim) for claim in reading.claims],
        "times": [timex_record(timex) for timex in reading.times],
        "quantities": [quantity_record(quantity) for quantity in reading.quantities],
        "names": [name_record(name) for name in reading.names],
        "citations": [citation_record(citation) for citation in reading.citations],
        "refusals": [refusal_record(refusal) for refusal in reading.refusals],
    }
