"""Captures laid out: the kernel that turns what came in into reports and these into sheets."""

from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec

from stemma.matches import MatchRules
from stemma.matches.packing import SHEET_KINDS, packed
from stemma.matches.rows import BYTES, Rows, blobs, joined, texts
from stemma.matches.steps import Beside
from stemma.model import Capture, Refusal, Report
from stemma.reports.extraction import extract
from stemma.reports.rules import ReportRules

CAPTURE_KINDS = {"url": BYTES, "media_type": BYTES, "content": BYTES, "refused": BYTES}

_NO_MOMENT = datetime(9999, 1, 1, tzinfo=UTC)  # no date in a corpus is doubted


def capture_rows(captures: Sequence[Capture | Refusal]) -> Rows:
    """Give captures as rows; a refusal among them is a row with its reason."""
    columns: dict[str, list[bytes]] = {name: [] for name in CAPTURE_KINDS}
    for one in captures:
        told: tuple[str | bytes, ...] = (
            (one.url, one.media_type, one.content, "")
            if isinstance(one, Capture)
            else (one.subject, "", b"", one.reason)
        )
        for name, value in zip(columns, told, strict=True):
            columns[name].append(value if isinstance(value, bytes) else value.encode("utf-8", "surrogatepass"))
    return {name: blobs(column) for name, column in columns.items()}


def laid_out(rows: Rows, _beside: Beside, *, report_rules: ReportRules, match_rules: MatchRules) -> Rows:
    """Give the sheets of the reports in captures; what was refused is a row without an id."""
    reports: list[Report] = []
    refusals: list[Refusal] = []
    for url, media_type, content, refused in zip(*(texts(rows, name).all() for name in CAPTURE_KINDS), strict=True):
        subject = url.decode("utf-8", "surrogatepass")
        if refused:
            refusals.append(Refusal(subject=subject, reason=refused.decode("utf-8", "surrogatepass")))
            continue
        capture = Capture(id="", url=subject, fetched_at=_NO_MOMENT, media_type=media_type.decode(), content=content)
        found = extract(capture, report_rules)
        reports.extend(found.reports)
        refusals.extend(found.refusals)
    told = {"id": blobs([b""] * len(refusals)), "sheet": blobs([msgspec.msgpack.encode(one) for one in refusals])}
    return joined([packed(reports, match_rules), told], SHEET_KINDS)
