"""Reports with what was read in each and what they share: all that a story is told from."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from stemma.desk.anchors import anchors_of
from stemma.desk.lectern import read_all
from stemma.desk.settings import Settings
from stemma.model import Collation, Extraction, Match, Outlet, Reading, Refusal, Report, Span, Stamp

Watch = Callable[[str, int, int], None]

_STOCK_SHARE = 0.8  # of a passage: with less of it elsewhere it is more than the stock that it holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Reports in the order of their ids, their readings in the same order, and every passage that two of them share."""

    reports: tuple[Report, ...]
    readings: tuple[Reading, ...]
    matches: tuple[Match, ...]
    outlets: tuple[Outlet, ...]
    refusals: tuple[Refusal, ...]
    settings: Settings


def compile_dossier(extraction: Extraction, settings: Settings, watch: Watch | None = None) -> Dossier:
    """Read every report and match them all; `watch` is told what is done, how many of it, and of how many.

    Matching comes first: a report without a date is read against the date of the report it shares most text with.
    """
    from stemma.matches import match

    watch = watch or _unwatched
    reports = tuple(sorted(extraction.reports, key=lambda report: report.id))
    watch("matching", 0, len(reports))
    matches = match(reports, **settings.of("matches"))
    watch("matching", len(reports), len(reports))
    anchors = anchors_of(reports, matches)
    readings = []
    for reading in read_all(reports, settings, anchors):
        readings.append(reading)
        watch("reading", len(readings), len(reports))
    return Dossier(
        reports=reports,
        readings=tuple(readings),
        matches=matches,
        outlets=extraction.outlets,
        refusals=extraction.refusals + tuple(refusal for reading in readings for refusal in reading.refusals),
        settings=settings,
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
        _inner_matches(dossier.matches, members),
        outlets=tuple(outlet for outlet in dossier.outlets if outlet.id in named),
        stamp=stamp(dossier.settings),
        **dossier.settings.of("stories"),
    )


def _inner_matches(matches: Sequence[Match], members: frozenset[str]) -> tuple[Match, ...]:
    """Give the matches between reports of one story, without those that are stock: passages that occur in another story too."""
    inner = [match for match in matches if match.left.report_id in members and match.right.report_id in members]
    outer = [match for match in matches if (match.left.report_id in members) != (match.right.report_id in members)]
    stock = [span for match in outer for span in (match.left, match.right) if span.report_id in members]
    return tuple(match for match in inner if not (_is_in(match.left, stock) and _is_in(match.right, stock)))


def _is_in(span: Span, stock: Sequence[Span]) -> bool:
    return any(span.overlap(other) >= _STOCK_SHARE * (span.end - span.start) for other in stock)


def stamp(settings: Settings) -> Stamp:
    """Say which stemma, with which settings and which background table, made the results of this run."""
    from stemma import __version__
    from stemma.text.background import NEWEST

    return Stamp(tool="stemma", version=__version__, settings=dict(settings.told), background=NEWEST)


def _unwatched(_what: str, _done: int, _total: int) -> None:
    return None
