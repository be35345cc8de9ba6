"""Reports with what was read in each and what they share: all that a story is told from."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from stemma.desk.anchors import anchor_of
from stemma.model import Collation, Extraction, Match, Outlet, Reading, Refusal, Report, Stamp

Watch = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Reports in the order of their ids, their readings in the same order, and every passage that two of them share."""

    reports: tuple[Report, ...]
    readings: tuple[Reading, ...]
    matches: tuple[Match, ...]
    outlets: tuple[Outlet, ...]
    refusals: tuple[Refusal, ...]


def compile_dossier(extraction: Extraction, watch: Watch | None = None) -> Dossier:
    """Read every report and match them all; `watch` is told what is done, how many of it, and of how many.

    Matching comes first: a report without a date is read against the date of the report it shares most text with.
    """
    from stemma.matches import match

    watch = watch or _unwatched
    reports = tuple(sorted(extraction.reports, key=lambda report: report.id))
    watch("matching", 0, len(reports))
    matches = match(reports)
    watch("matching", len(reports), len(reports))
    readings = _read_all(reports, matches, watch)
    return Dossier(
        reports=reports,
        readings=readings,
        matches=matches,
        outlets=extraction.outlets,
        refusals=extraction.refusals + tuple(refusal for reading in readings for refusal in reading.refusals),
    )


def collate(dossier: Dossier, group: Iterable[str]) -> Collation:
    """Collate the reports of one story, given by their ids."""
    from stemma.stories import compare

    members = frozenset(group)
    reports = tuple(report for report in dossier.reports if report.id in members)
    named = {report.outlet_id for report in reports}
    return compare(
        reports,
        tuple(reading for reading in dossier.readings if reading.report_id in members),
        tuple(match for match in dossier.matches if {match.left.report_id, match.right.report_id} <= members),
        outlets=tuple(outlet for outlet in dossier.outlets if outlet.id in named),
        stamp=stamp(),
    )


def stamp() -> Stamp:
    """Say which stemma made the results of this run."""
    from stemma import __version__

    return Stamp(tool="stemma", version=__version__)


def _read_all(reports: Sequence[Report], matches: Sequence[Match], watch: Watch) -> tuple[Reading, ...]:
    from stemma.readings import read

    readings = []
    for number, report in enumerate(reports, start=1):
        readings.append(read(report, anchor=anchor_of(report, reports, matches)))
        watch("reading", number, len(reports))
    return tuple(readings)


def _unwatched(_what: str, _done: int, _total: int) -> None:
    return None
