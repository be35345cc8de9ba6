"""When a report that tells no date was published, as far as another report that shares its text shows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from stemma.model import Match, Moment, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class AnchorRules:
    """How much text two reports must share before the date of one says something about the other."""

    least_bits: float = 20.0  # of surprisal: the minimum of evidence below which kinship is undecided too


def anchor_of(
    report: Report, reports: Sequence[Report], matches: Sequence[Match], rules: AnchorRules = AnchorRules()
) -> Moment | None:
    """Give the moment against which an undated report's times are read: that of the dated report it shares most text with.

    The moment carries the id of that report in `inferred_from`. None where the report is dated itself, or where no dated
    report shares enough narration with it.
    """
    if report.published is not None:
        return None
    dated = {other.id: other.published for other in reports if other.published is not None}
    shared: dict[str, float] = {}
    for match in matches:
        sides = {match.left.report_id, match.right.report_id}
        if report.id in sides:
            for other in sides & dated.keys():
                shared[other] = shared.get(other, 0.0) + match.surprisal
    nearest = min(shared, key=lambda other: (-shared[other], other), default=None)
    if nearest is None or shared[nearest] < rules.least_bits:
        return None
    return replace(dated[nearest], inferred_from=nearest)
