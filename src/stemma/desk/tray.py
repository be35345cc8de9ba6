"""What lies on the desk: references of all kinds made into reports."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from stemma.desk.settings import Settings
from stemma.model import Capture, Extraction, NothingReadableError, Refusal, Report

Reference = str | Path | Report | Mapping[str, Any]

# A record given in Python was fetched at no moment; the year zero of computers says so and is the same in every run.
_NO_MOMENT = datetime(1970, 1, 1, tzinfo=UTC)


def take(references: Iterable[Reference], settings: Settings) -> Extraction:
    """Give the reports that the references stand for, each once, with their outlets and all that was refused.

    A reference is a file, a folder, an address or "-" as the command line takes it, a record (a mapping with at least
    `text`, as in a .json file), or a report already made.
    """
    from stemma.reports import distinct, extract, once_each

    given = tuple(references)
    captures, refusals = _captures(given, settings)
    extractions = [extract(capture, **settings.of("reports")) for capture in captures]
    reports, doubles = distinct(
        [reference for reference in given if isinstance(reference, Report)]
        + [report for extraction in extractions for report in extraction.reports],
        **settings.of("reports"),
    )
    return Extraction(
        reports=reports,
        outlets=once_each(extractions),
        refusals=refusals + tuple(refusal for extraction in extractions for refusal in extraction.refusals) + doubles,
    )


def take_one(reference: Reference, settings: Settings) -> Extraction:
    """Give the one report that a reference stands for; raises NothingReadableError where there is none."""
    extraction = take([reference], settings)
    if not extraction.reports:
        raise NothingReadableError(reasons_of(extraction.refusals))
    return extraction


def reasons_of(refusals: Sequence[Refusal]) -> tuple[str, ...]:
    """Give refusals as lines of text.

    >>> reasons_of([Refusal(subject="a.txt", reason="the file is empty")])
    ('a.txt: the file is empty',)
    """
    return tuple(f"{refusal.subject}: {refusal.reason}" for refusal in refusals)


def _captures(references: Sequence[Reference], settings: Settings) -> tuple[tuple[Capture, ...], tuple[Refusal, ...]]:
    from stemma.intake import collect

    intake = collect(
        [str(reference) for reference in references if isinstance(reference, str | Path)], **settings.of("intake")
    )
    records = tuple(_capture_of(reference) for reference in references if isinstance(reference, Mapping))
    return records + tuple(intake.captures), tuple(intake.refusals)


def _capture_of(record: Mapping[str, Any]) -> Capture:
    import msgspec

    from stemma.intake import make_capture

    content = msgspec.json.encode(dict(record))
    return make_capture(str(record.get("id", "record")), content, "application/json", _NO_MOMENT)
