"""Reports with what was read in each and what they share: all that a story is told from."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from stemma.desk.anchors import anchors_of, with_day
from stemma.desk.crew import crew_for, done_by
from stemma.desk.lectern import read_all
from stemma.desk.settings import Settings
from stemma.desk.vectors import encoder_in, vectors_of
from stemma.model import Collation, Extraction, Match, Outlet, Reading, Refusal, Report, Span, Stamp

Watch = Callable[[str, int, int], None]

_STOCK_SHARE = 0.8  # of a passage: with less of it elsewhere it is more than the stock that it holds


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """Reports in the order of their ids, their readings in the same order, and every passage that two of them share."""

    reports: tuple[Report, ...]
    readings: tuple[Reading, ...]
    matches: tuple[Match, ...]
    outlets: tuple[Outlet, ...]
    refusals: tuple[Refusal, ...]
    settings: Settings

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where each report and its reading stand."""
        return {report.id: number for number, report in enumerate(self.reports)}

    @cached_property
    def shared(self) -> Mapping[str, Sequence[int]]:
        """Where each report's matches stand."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, match in enumerate(self.matches):
            for side in (match.left, match.right):
                found[side.report_id].append(number)
        return found


def compile_dossier(extraction: Extraction, settings: Settings, watch: Watch | None = None) -> Dossier:
    """Read every report and match them all; `watch` is told what is done, how many of it, and of how many.

    Matching comes first: a report without a date is read against the date of the report it shares most text with, and has the
    day of its own dateline then.
    """
    from stemma.matches import match

    watch = watch or unwatched
    reports = tuple(sorted(extraction.reports, key=lambda report: report.id))
    watch("matching", 0, len(reports))
    matches = match(reports, **settings.of("matches"))
    watch("matching", len(reports), len(reports))
    anchors = anchors_of(reports, matches)
    readings = []
    for reading in read_all(reports, settings, anchors):
        readings.append(reading)
        watch("reading", len(readings), len(reports))
    asked = settings.rules_of("readings")
    _, refusal = encoder_in(asked.vectors, asked.reader)
    unread = [one for reading in readings for one in reading.refusals] + ([] if refusal is None else [refusal])
    dated = (with_day(*pair, anchors.get(pair[0].id)) for pair in zip(reports, readings, strict=True))
    return Dossier(
        reports=tuple(dated),
        readings=tuple(readings),
        matches=matches,
        outlets=extraction.outlets,
        refusals=(*extraction.refusals, *unread),
        settings=settings,
    )


def collate_all(dossier: Dossier, groups: Iterable[Collection[str]]) -> Iterator[Collation]:
    """Collate each story, given by the ids of its reports, the largest first; many in several processes."""
    ordered = sorted(groups, key=lambda group: (-len(group), sorted(group)))
    wanted = dossier.settings.rules_of("readings").processes
    processes = crew_for(wanted, sum(map(len, ordered)), len(ordered))
    yield from done_by(processes, _collate, (_excerpt(dossier, group) for group in ordered))


def collate(dossier: Dossier, group: Collection[str]) -> Collation:
    """Collate the reports of one story, given by their ids."""
    return _collate(_excerpt(dossier, group))


def _excerpt(dossier: Dossier, group: Collection[str]) -> Dossier:
    """Give what a dossier has of some reports: all that their story is told from."""
    places = sorted(dossier.places[one] for one in group)
    reports = tuple(dossier.reports[place] for place in places)
    named = {report.outlet_id for report in reports}
    numbers = sorted({number for one in group for number in dossier.shared.get(one, ())})
    return replace(
        dossier,
        reports=reports,
        readings=tuple(dossier.readings[place] for place in places),
        matches=_inner_matches([dossier.matches[number] for number in numbers], frozenset(group)),
        outlets=tuple(outlet for outlet in dossier.outlets if outlet.id in named),
        refusals=(),
    )


def _collate(story: Dossier) -> Collation:
    """Collate the reports of a dossier that holds one story.

    The network that doubts is asked where claims have vectors: who wants it fast, or by words alone, has no time for it.
    """
    from stemma.stories import compare
    from stemma.stories.equivalence import load

    vectors = vectors_of(story.reports, story.readings, story.settings.rules_of("readings"))
    return compare(
        story.reports,
        story.readings,
        story.matches,
        outlets=story.outlets,
        stamp=stamp(story.settings),
        vectors=vectors,
        judge=load() if vectors and story.settings.rules_of("stories").doubted else None,
        **story.settings.of("stories"),
    )


def _inner_matches(matches: Sequence[Match], members: frozenset[str]) -> tuple[Match, ...]:
    """Give the matches between reports of one story, without those that are stock: passages that occur in another story too."""
    inner = [match for match in matches if match.left.report_id in members and match.right.report_id in members]
    outer = [match for match in matches if (match.left.report_id in members) != (match.right.report_id in members)]
    stock: dict[str, set[Span]] = defaultdict(set)
    for match in outer:
        own = match.left if match.left.report_id in members else match.right
        stock[own.report_id].add(own)
    return tuple(match for match in inner if not (_is_in(match.left, stock) and _is_in(match.right, stock)))


def _is_in(span: Span, stock: Mapping[str, Iterable[Span]]) -> bool:
    beside = stock.get(span.report_id, ())
    return any(span.overlap(other) >= _STOCK_SHARE * (span.end - span.start) for other in beside)


def stamp(settings: Settings) -> Stamp:
    """Say which stemma, with which settings and which background table, made the results of this run."""
    from stemma import __version__
    from stemma.text.background import NEWEST

    return Stamp(tool="stemma", version=__version__, settings=dict(settings.told), background=NEWEST)


def unwatched(_what: str, _done: int, _total: int) -> None:
    """Watch nothing."""
