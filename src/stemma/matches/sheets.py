"""Sheets: reports laid out as words, prepared for comparing."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

from stemma.matches.rules import MatchRules
from stemma.model import Report, ZoneKind
from stemma.text.background import load
from stemma.text.hashes import Hashes, hash_words
from stemma.text.narration import narrated
from stemma.text.spelling import standard
from stemma.text.words import Word, words

BARRED = frozenset({ZoneKind.BYLINE, ZoneKind.FURNITURE, ZoneKind.SPEAKER})
UNTOLD = BARRED | {ZoneKind.DATELINE, ZoneKind.SPEECH}


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One report as words: hashes of their standard keys, and which of them no passage may hold (byline, furniture)."""

    report: Report
    words: tuple[Word, ...]
    hashes: Hashes = field(repr=False)
    barred: npt.NDArray[np.bool_] = field(repr=False)
    rules: MatchRules

    @cached_property
    def ids(self) -> list[int]:
        """Equal for equal words; a barred word equals no other."""
        return [
            hash_ if not bar else ~place
            for place, (hash_, bar) in enumerate(zip(self.hashes.tolist(), self.barred.tolist(), strict=True))
        ]

    @cached_property
    def costs(self) -> list[int]:
        """Millibits of each word after the two before it."""
        costs: list[int] = load(self.rules.background).costs_of(self.hashes).tolist()
        return costs

    @cached_property
    def told(self) -> list[bool]:
        """Whether each word is narration."""
        zones = [(zone.start, zone.end) for zone in self.report.zones if zone.kind in UNTOLD]
        return narrated(self.report.text, self.words, zones)


def lay_out(report: Report, rules: MatchRules) -> Sheet:
    """Give a report's sheet."""
    found = tuple(words(report.text))
    return Sheet(
        report=report,
        words=found,
        hashes=hash_words([standard(word.key) for word in found]),
        barred=_barred(report, found),
        rules=rules,
    )


def _barred(report: Report, found: tuple[Word, ...]) -> npt.NDArray[np.bool_]:
    """Mark the words that begin inside a zone where no passage lies."""
    flags = np.zeros(len(found), dtype=np.bool_)
    starts = np.fromiter((word.start for word in found), dtype=np.int64, count=len(found))
    for zone in report.zones:
        if zone.kind in BARRED:
            flags[np.searchsorted(starts, zone.start) : np.searchsorted(starts, zone.end)] = True
    return flags
