"""Sheets: reports laid out as words, prepared for comparing."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

from stemma.model import Report, ZoneKind
from stemma.text.background import load
from stemma.text.columns import Columns, blocks, columns, cut, joined
from stemma.text.hashes import Hashes
from stemma.text.told import narration

Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

BARRED = frozenset({ZoneKind.BYLINE, ZoneKind.FURNITURE, ZoneKind.SPEAKER})
UNTOLD = BARRED | {ZoneKind.DATELINE, ZoneKind.SPEECH}


@dataclass(frozen=True, kw_only=True, eq=False)
class Sheets:
    """Reports as words: the columns of all their words, and which are barred from passages (byline, furniture) or narration.

    A sheet's number is the place of its report.
    """

    reports: Sequence[Report]
    columns: Columns = field(repr=False)
    barred: Flags = field(repr=False)
    told: Flags = field(repr=False)

    def only(self, numbers: Numbers) -> "Sheets":
        """Give the sheets of these numbers, numbered anew in this order."""
        kept, places = self.columns.only(numbers)
        reports = tuple(self.reports[number] for number in numbers.tolist())
        return Sheets(reports=reports, columns=kept, barred=self.barred[places], told=self.told[places])

    @cached_property
    def keys(self) -> Hashes:
        """One number for each word: equal for equal words; a barred word equals no other."""
        keys = self.columns.hashes | np.uint64(1)
        barred = np.flatnonzero(self.barred)
        keys[barred] = barred.astype(np.uint64) << np.uint64(1)
        return keys

    def costs(self, background: str) -> Numbers:
        """Give the millibits of each word after the two before it in its report."""
        return load(background).costs_of(self.columns.hashes, self.columns.bounds)


def lay_out(reports: Sequence[Report]) -> Sheets:
    """Give the sheets of reports, in their order."""
    parts = [_laid_out(reports[first:last]) for first, last in blocks([len(report.text) for report in reports])]
    nothing = np.empty(0, dtype=np.bool_)
    return Sheets(
        reports=tuple(reports),
        columns=joined([part.columns for part in parts]),
        barred=np.concatenate([nothing, *(part.barred for part in parts)]),
        told=np.concatenate([nothing, *(part.told for part in parts)]),
    )


def _laid_out(reports: Sequence[Report]) -> Sheets:
    texts = [report.text for report in reports]
    found = cut(texts)
    words = columns(found)
    zones = [[(zone.start, zone.end) for zone in report.zones if zone.kind in UNTOLD] for report in reports]
    return Sheets(
        reports=tuple(reports), columns=words, barred=_barred(reports, words), told=narration(found, texts, zones)
    )


def _barred(reports: Sequence[Report], found: Columns) -> Flags:
    """Mark the words that begin inside a zone where no passage lies."""
    flags = np.zeros(len(found.starts), dtype=np.bool_)
    for number, report in enumerate(reports):
        zones = [zone for zone in report.zones if zone.kind in BARRED]
        if zones:
            first, last = found.bounds[number : number + 2]
            starts = found.starts[first:last]
            for zone in zones:
                flags[first + np.searchsorted(starts, zone.start) : first + np.searchsorted(starts, zone.end)] = True
    return flags
