"""What happened when, as told, and when each report told it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from stemma.model import Event, Moment, Reading, Report, Timex
from stemma.stories.units import Unit
from stemma.stories.witnesses import Witness, is_earlier


def draw_timeline(
    reports: Sequence[Report], readings: Sequence[Reading], units: dict[str, tuple[Unit, ...]]
) -> tuple[Event, ...]:
    """Give every dated telling and every publication in the order of time."""
    events = [
        Event(moment=report.published, kind="published", report_id=report.id, text="")
        for report in reports
        if report.published is not None
    ]
    texts = {report.id: report.text for report in reports}
    for reading in readings:
        for timex in reading.times:
            if timex.moment is None or timex.moment.earliest is None or _is_in_name(timex, reading):
                continue
            unit = next((u for u in units[reading.report_id] if u.start <= timex.span.start < u.end), None)
            if unit is not None:
                start, end = _clause(timex, reading) or (unit.start, unit.end)
                told = " ".join(texts[reading.report_id][start:end].split())
                events.append(
                    Event(moment=timex.moment, kind="told", report_id=reading.report_id, text=told, spans=(timex.span,))
                )
    return tuple(sorted(events, key=lambda event: (_start(event.moment), event.kind, event.report_id, event.spans)))


def first_tellers(report_ids: Iterable[str], witnesses: Mapping[str, Witness]) -> tuple[str, ...]:
    """Give the reports that may have told something first: dated ones of which no other was surely published earlier.

    A transcript tells nothing; a report without a date may be earlier than any.
    """
    reports = [witnesses[one].report for one in report_ids if not witnesses[one].is_transcript]
    dated = [report for report in reports if (when := report.published) is not None and (when.earliest or when.latest)]
    return tuple(one.id for one in dated if not any(is_earlier(other, one) for other in dated if other is not one))


def _is_in_name(timex: Timex, reading: Reading) -> bool:
    """Say whether a date is part of a name, as in the name of a law or a war."""
    return any(name.span.overlap(timex.span) and name.span != timex.span for name in reading.names)


def _clause(timex: Timex, reading: Reading) -> tuple[int, int] | None:
    """Give the claim in which a time is told; None where it stands outside of all."""
    inside = [span for claim in reading.claims for span in claim.spans if span.overlap(timex.span)]
    return (inside[0].start, inside[0].end) if inside else None


def _start(moment: Moment) -> datetime:
    return moment.earliest or moment.latest or datetime.max
