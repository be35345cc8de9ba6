"""Sheets as rows: what matching needs of a report, so that it can lie on disk and be read by any process."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, overload

import msgspec
import numpy as np

from stemma.matches.kernels import SEED, Numbers, Postings, seeds
from stemma.matches.rows import BYTES, Rows, blobs
from stemma.matches.rules import MatchRules
from stemma.matches.sheets import Sheets, lay_out
from stemma.matches.steps import Table
from stemma.model import Report
from stemma.text.columns import Columns
from stemma.text.shingles import shingle

_BARRED, _TOLD = 1, 2

SHEET_KINDS = {"id": BYTES, "sheet": BYTES}


@dataclass(frozen=True, kw_only=True, eq=False)
class KeptSheets(Sheets):
    """Sheets that keep what their words cost."""

    millibits: Numbers

    def costs(self, background: str) -> Numbers:  # noqa: ARG002 - it was one table's when it was laid out
        """Give the millibits of each word after the two before it in its report."""
        return self.millibits


class _Reports(Sequence[Report]):
    """Reports as they were kept, each read when it is asked for: of most pairs no text is."""

    def __init__(self, pieces: Sequence[bytes]) -> None:
        self._pieces = pieces
        self._read: dict[int, Report] = {}

    def __len__(self) -> int:
        return len(self._pieces)

    @overload
    def __getitem__(self, number: int) -> Report: ...

    @overload
    def __getitem__(self, number: slice) -> Sequence[Report]: ...

    def __getitem__(self, number: int | slice) -> Report | Sequence[Report]:
        """Give the report of a sheet."""
        if isinstance(number, slice):
            return _Reports(self._pieces[number])
        if number not in self._read:
            self._read[number] = msgspec.msgpack.decode(self._pieces[number], type=Report)
        return self._read[number]


def packed(reports: Sequence[Report], rules: MatchRules) -> Rows:
    """Lay reports out and give each as a row: its id, and its sheet with the places of its seeds."""
    sheets = lay_out(reports)
    found, costs = seeds(sheets, rules), sheets.costs(rules.background)
    words = sheets.columns
    edges = np.searchsorted(found.sheets, np.arange(len(reports) + 1)).tolist()
    pieces = []
    for number, report in enumerate(reports):
        first, last = words.bounds[number : number + 2].tolist()
        own = found.places[edges[number] : edges[number + 1]]
        told = msgspec.msgpack.encode(report)
        pieces.append(
            b"".join(
                (
                    np.array([last - first, len(own), len(told)], dtype="<i8").tobytes(),
                    words.hashes[first:last].astype("<u8").tobytes(),
                    words.starts[first:last].astype("<i4").tobytes(),
                    words.ends[first:last].astype("<i4").tobytes(),
                    own.astype("<i4").tobytes(),
                    costs[first:last].astype("<u2").tobytes(),
                    (sheets.barred[first:last] * _BARRED + sheets.told[first:last] * _TOLD).astype("u1").tobytes(),
                    told,
                )
            )
        )
    return {"id": blobs([report.id.encode("utf-8", "surrogatepass") for report in reports]), "sheet": blobs(pieces)}


def unpacked(table: Table, rows: Numbers) -> tuple[Sheets, Postings]:
    """Give the sheets in these rows of a table, numbered anew in this order, and their seeds by sheet and place."""
    parts = [_columns(table.blob("sheet", row)) for row in rows.tolist()]
    sizes = np.array([len(part[0]) for part in parts], dtype=np.int64)
    bounds = np.concatenate((np.zeros(1, np.int64), np.cumsum(sizes)))
    hashes, starts, ends, places, costs, flags = (
        np.concatenate([np.empty(0, kind), *(part[at] for part in parts)]).astype(kind, copy=False)
        for at, kind in enumerate((np.uint64, np.int32, np.int32, np.int64, np.int64, np.uint8))
    )
    owners = np.repeat(np.arange(len(parts)), [len(part[3]) for part in parts])
    runs = shingle(hashes, SEED)[bounds[owners] + places] if len(places) else np.empty(0, np.uint64)
    columns = Columns(bounds=bounds, starts=starts, ends=ends, hashes=hashes)
    sheets = KeptSheets(
        reports=_Reports([part[-1] for part in parts]),
        columns=columns,
        barred=(flags & _BARRED).astype(np.bool_),
        told=(flags & _TOLD).astype(np.bool_),
        millibits=costs,
    )
    return sheets, Postings(runs, owners, places)


def _columns(sheet: bytes) -> tuple[Any, ...]:
    word_count, seed_count, _ = np.frombuffer(sheet, "<i8", 3).tolist()
    kinds = ["<u8", "<i4", "<i4", "<i4", "<u2", "u1"]
    counts = [word_count, word_count, word_count, seed_count, word_count, word_count]
    edges = np.cumsum([24, *(int(kind[-1]) * count for kind, count in zip(kinds, counts, strict=True))]).tolist()
    hashes, starts, ends, places, costs, flags = (
        np.frombuffer(sheet, kind, count, offset=edge) for kind, count, edge in zip(kinds, counts, edges, strict=False)
    )
    return hashes, starts, ends, places, costs, flags, sheet[edges[-1] :]


def report_in(sheet: bytes) -> Report:
    """Give the report of a sheet."""
    return msgspec.msgpack.decode(_columns(sheet)[-1], type=Report)
