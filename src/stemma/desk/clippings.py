"""One report read by itself."""

from stemma.desk.settings import Settings, settings_in_force
from stemma.desk.tray import Reference, take_one
from stemma.desk.values import Clipping
from stemma.model import UsageError


def read(reference: Reference, *, settings: Settings | None = None) -> Clipping:
    """Read one report: its zones, voices, attributions, claims, times, quantities and names.

    Raises NothingReadableError where there is no report, UsageError where there are several.
    """
    from stemma.readings import read as read_report

    settings = settings or settings_in_force()
    extraction = take_one(reference, settings)
    if len(extraction.reports) > 1:
        raise UsageError(f"{reference} holds {len(extraction.reports)} reports; compare them, or give one")
    report = extraction.reports[0]
    reading = read_report(report, **settings.of("readings"))
    return Clipping(
        report=report,
        reading=reading,
        outlets=extraction.outlets,
        refusals=extraction.refusals + reading.refusals,
    )
