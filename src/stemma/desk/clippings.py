"""Reports read by themselves: one, or as many as there are."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from stemma.desk.lectern import read_all
from stemma.desk.settings import Settings, settings_in_force
from stemma.desk.tray import Reference, take, take_one
from stemma.desk.values import Clipping
from stemma.model import Extraction, Reading, Refusal, Report, UsageError

_ARMFUL = 512  # references taken up at a time, so that memory does not grow with the corpus


def read(reference: Reference, *, settings: Settings | None = None) -> Clipping:
    """Read one report: its zones, voices, attributions, claims, times, quantities and names.

    Raises NothingReadableError where there is no report, UsageError where there are several.
    """
    settings = settings or settings_in_force()
    extraction = take_one(reference, settings)
    if len(extraction.reports) > 1:
        raise UsageError(f"{reference} holds {len(extraction.reports)} reports; give one, or ask for each")
    (reading,) = read_all(extraction.reports, settings)
    return _clipping(extraction.reports[0], reading, extraction)


def read_each(references: Iterable[Reference], *, settings: Settings | None = None) -> Iterator[Clipping | Refusal]:
    """Read every report that references name, each by itself; give each as soon as it is read, and what was refused.

    Nothing is held back: memory stays flat however many files there are. The settings say in how many processes it is read.
    """
    settings = settings or settings_in_force()
    given = iter(references)
    while armful := list(islice(given, _ARMFUL)):
        spread_out, refusals = _spread(armful)
        yield from refusals
        for start in range(0, len(spread_out), _ARMFUL):
            extraction = take(spread_out[start : start + _ARMFUL], settings)
            yield from extraction.refusals
            outlets = {outlet.id: outlet for outlet in extraction.outlets}
            for report, reading in zip(extraction.reports, read_all(extraction.reports, settings), strict=True):
                own = outlets.get(report.outlet_id or "")
                yield _clipping(report, reading, Extraction(outlets=() if own is None else (own,)))


def _spread(references: Sequence[Reference]) -> tuple[list[Reference], tuple[Refusal, ...]]:
    """Give references with the files of each folder in its place."""
    from stemma.intake import spread

    spread_out: list[Reference] = []
    refusals: list[Refusal] = []
    for reference in references:
        if isinstance(reference, str | Path):
            files, reasons = spread([str(reference)])
            spread_out.extend(files)
            refusals.extend(reasons)
        else:
            spread_out.append(reference)
    return spread_out, tuple(refusals)


def _clipping(report: Report, reading: Reading, extraction: Extraction) -> Clipping:
    return Clipping(
        report=report,
        reading=reading,
        outlets=extraction.outlets,
        refusals=extraction.refusals + reading.refusals,
    )
