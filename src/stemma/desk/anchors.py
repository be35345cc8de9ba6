"""When a report that tells no date was published, as far as another report that shares its text shows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from stemma.model import CreditRole, Granularity, Match, Moment, Reading, Report, ZoneKind


@dataclass(frozen=True, slots=True, kw_only=True)
class AnchorRules:
    """How much text two reports must share before the date of one says something about the other."""

    most_apart: timedelta = timedelta(days=31)  # of a dateline's day and the anchor: farther, the year may be another
    least_bits: float = 20.0  # of surprisal: the minimum of evidence below which kinship is undecided too


def anchors_of(
    reports: Sequence[Report], matches: Sequence[Match], rules: AnchorRules = AnchorRules()
) -> dict[str, Moment]:
    """Give, by the ids of undated reports, the moment against which their times are read.

    It is that of the dated report with which each shares most narration, and carries that report's id in `inferred_from`.
    A report that shares too little with every dated one has no entry, nor has one that is dated itself.
    """
    dated = {report.id: report.published for report in reports if report.published is not None}
    shared: dict[str, dict[str, float]] = {report.id: {} for report in reports if report.id not in dated}
    for match in matches:
        one, other = match.left.report_id, match.right.report_id
        for here, there in ((one, other), (other, one)):
            if here in shared and there in dated:
                shared[here][there] = shared[here].get(there, 0.0) + match.surprisal
    anchors = {}
    for report_id, bits in shared.items():
        nearest = min(bits, key=lambda there: (-bits[there], there), default=None)
        if nearest is not None and bits[nearest] >= rules.least_bits:
            anchors[report_id] = replace(dated[nearest], inferred_from=nearest)
    return anchors


def with_day(report: Report, reading: Reading, anchor: Moment | None, rules: AnchorRules = AnchorRules()) -> Report:
    """Give an undated report with the day of its dateline, the year of which its anchor shows ("OSLO, March 6 (Norpress) -").

    What another outlet printed of an agency keeps the agency's dateline, and may have been published later: it stays undated.
    """
    if report.published is not None or anchor is None or anchor.earliest is None:
        return report
    if any(credit.role is CreditRole.OUTLET for credit in report.credits):
        return report
    lines = [zone for zone in report.zones if zone.kind is ZoneKind.DATELINE]
    for time in reading.times:
        moment = time.moment
        is_on_line = any(zone.start <= time.span.start < zone.end for zone in lines)
        if not is_on_line or moment is None or moment.granularity is not Granularity.DAY or moment.earliest is None:
            continue
        is_near = abs(moment.earliest - anchor.earliest) <= rules.most_apart
        return replace(report, published=moment) if is_near else report
    return report
