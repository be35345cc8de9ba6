"""Sheets as rows: what matching needs of a report, so that it can lie on disk and be read by any process."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from struct import Struct
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
_HEAD = Struct("<3q")  # how many words, seeds and bytes of the report
_KINDS = ("<u8", "<i4", "<i4", "<i4", "<u2", "u1")  # of hashes, starts, ends, places of seeds, costs, flags
_SIZES = tuple(np.dtype(kind).itemsize for kind in _KINDS)

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
    found, words = seeds(sheets, rules), sheets.columns
    flags = sheets.barred * _BARRED + sheets.told * _TOLD
    given: tuple[np.ndarray[Any, Any], ...] = (
        words.hashes,
        words.starts,
        words.ends,
        found.places,
        sheets.costs(rules.background),
        flags,
    )
    columns = [column.astype(kind).tobytes() for column, kind in zip(given, _KINDS, strict=True)]
    edges = np.searchsorted(found.sheets, np.arange(len(reports) + 1)).tolist()
    pieces = []
    for report, own, placed in zip(reports, pairwise(words.bounds.tolist()), pairwise(edges), strict=True):
        told = msgspec.msgpack.encode(report)
        ranges = (own, own, own, placed, own, own)
        cuts = (
            column[size * low : size * high] for column, size, (low, high) in zip(columns, _SIZES, ranges, strict=True)
        )
        pieces.append(b"".join((_HEAD.pack(own[1] - own[0], placed[1] - placed[0], len(told)), *cuts, told)))
    return {"id": blobs([report.id.encode("utf-8", "surrogatepass") for report in reports]), "sheet": blobs(pieces)}


def unpacked(table: Table, rows: Numbers) -> tuple[Sheets, Postings]:
    """Give the sheets in these rows of a table, numbered anew in this order, and their seeds by sheet and place."""
    parts = [_columns(sheet) for sheet in table.blobs("sheet", rows.tolist())]
    hashes, starts, ends, places, costs, flags = (
        np.frombuffer(b"".join([part[at] for part in parts]), kind) for at, kind in enumerate(_KINDS)
    )
    sizes, counts = (np.array([len(part[at]) for part in parts], dtype=np.int64) // _SIZES[at] for at in (0, 3))
    bounds = np.concatenate((np.zeros(1, np.int64), np.cumsum(sizes)))
    owners = np.repeat(np.arange(len(parts)), counts)
    runs = shingle(hashes, SEED)[bounds[owners] + places] if len(places) else np.empty(0, np.uint64)
    sheets = KeptSheets(
        reports=_Reports([part[-1] for part in parts]),
        columns=Columns(bounds=bounds, starts=starts, ends=ends, hashes=hashes),
        barred=(flags & _BARRED).astype(np.bool_),
        told=(flags & _TOLD).astype(np.bool_),
        millibits=costs.astype(np.int64),
    )
    return sheets, Postings(runs, owners, places.astype(np.int64))


def _columns(sheet: bytes) -> list[bytes]:
    """Cut a sheet into the bytes of its columns and of its report."""
    word_count, seed_count, _ = _HEAD.unpack_from(sheet)
    cuts, edge = [], _HEAD.size
    for size, count in zip(
        _SIZES, (word_count, word_count, word_count, seed_count, word_count, word_count), strict=True
    ):
        cuts.append(sheet[edge : edge + size * count])
        edge += size * count
    return [*cuts, sheet[edge:]]


def report_in(sheet: bytes) -> Report:
    """Give the report of a sheet."""
    return msgspec.msgpack.decode(_columns(sheet)[-1], type=Report)
