"""Reads one report: its voices, attributions, claims, times, quantities and names."""

from dataclasses import dataclass

from stemma.model import Moment, Reading, Report, Stamp
from stemma.readings.attributions import attribute, attribute_turns, is_transcript
from stemma.readings.claims import find_claims
from stemma.readings.drafts import draft
from stemma.readings.names import find_names
from stemma.readings.orphans import find_orphans
from stemma.readings.quantities import find_quantities
from stemma.readings.sentence import parse
from stemma.readings.times import find_times
from stemma.text.marks import marked

__all__ = ["ReadingRules", "read"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingRules:
    """How a report is read."""

    has_minds: bool = True  # whether attitudes ("wants to", "criticised") count as attributions beside speech


def read(report: Report, rules: ReadingRules = ReadingRules(), anchor: Moment | None = None) -> Reading:
    """Read one report by rules alone: no network, no model; the same text gives the same reading.

    `anchor` is a moment of publication known by way of another report, against which times are read where the report's own
    text gives none.
    """
    stretches = marked(report.text)
    names = find_names(report)
    if is_transcript(report):
        attributions, voices = attribute_turns(report, names)
    else:
        attributions, voices = attribute(
            report, draft(parse(report, stretches), has_minds=rules.has_minds), stretches, names
        )
        attributions = tuple(
            sorted(
                (*attributions, *find_orphans(report, stretches, attributions)),
                key=lambda a: (a.content[0].start, a.id),
            )
        )
    return Reading(
        report_id=report.id,
        stamp=Stamp(tool="stemma.readings.rules", version="1", settings={"has_minds": str(rules.has_minds)}),
        voices=voices,
        attributions=attributions,
        claims=find_claims(report, attributions),
        times=find_times(report, anchor),
        quantities=find_quantities(report),
        names=names,
    )
