"""Many reports put together before they are read: the passages they share, their events, their near-copies."""

from collections.abc import Iterable

from stemma.desk.settings import Settings, settings_in_force
from stemma.desk.tray import Reference, reasons_of, take
from stemma.desk.values import Gathering
from stemma.model import NothingReadableError


def gather(references: Iterable[Reference], *, settings: Settings | None = None) -> Gathering:
    """Match reports and group them by the event they tell of; nobody's words are read, so this is quick.

    References and settings are those of `compare`. Raises NothingReadableError where no report could be read.
    """
    from stemma import stories
    from stemma.matches import match

    settings = settings or settings_in_force()
    extraction = take(references, settings)
    if not extraction.reports:
        raise NothingReadableError(reasons_of(extraction.refusals))
    reports = tuple(sorted(extraction.reports, key=lambda report: report.id))
    matches = match(reports, **settings.of("matches"))
    return Gathering(
        reports=reports,
        matches=matches,
        groups=stories.gather(reports, matches, **settings.of("stories")),
        near_copies=stories.near_copies(reports, matches, **settings.of("stories")),
        refusals=extraction.refusals,
    )
