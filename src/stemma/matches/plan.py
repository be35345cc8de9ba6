"""The plan: reports in, shared passages out.

Steps: lay each report out as words; index the rarer runs of three words; join the index with itself; gather shared runs
into stretches along a diagonal; chain the stretches of a pair; align the words around each chain and cut where the likeness ends.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy as np

from stemma.matches.chains import Stretch, chain
from stemma.matches.kernels import SEED, Numbers, Stretches, postings, promising, shared, stretches
from stemma.matches.passages import passages
from stemma.matches.rules import MatchRules
from stemma.matches.sheets import Sheet, lay_out
from stemma.model import Match, Report
from stemma.text.background import load
from stemma.text.hashes import Hashes
from stemma.text.shingles import shingle

DEFAULT = MatchRules()


def match(reports: Sequence[Report], rules: MatchRules = DEFAULT) -> tuple[Match, ...]:
    """Give every passage that two of the reports share, word for word or edited; left is the report with the lower id.

    Sorted by left and right span; the order of the reports does not count; of reports with one id the first counts.
    """
    by_id = {report.id: report for report in reversed(reports)}
    sheets = [lay_out(by_id[report_id], rules) for report_id in sorted(by_id)]
    found = [
        found
        for left, right, group in _candidates(sheets, rules)
        for found in passages(sheets[left], sheets[right], chain(group, rules.max_gap)[: rules.max_chains], rules)
    ]
    return tuple(sorted(found, key=lambda one: (one.left, one.right)))


def _candidates(sheets: Sequence[Sheet], rules: MatchRules) -> Iterator[tuple[int, int, list[Stretch]]]:
    """Give the pairs of sheets that may share a passage, with the stretches to start from."""
    if len(sheets) < 2:
        return
    lengths = np.array([len(sheet.words) for sheet in sheets], dtype=np.int64)
    starts = np.cumsum(lengths) - lengths
    hashes = np.concatenate([sheet.hashes for sheet in sheets])
    for hits in shared(postings([_seeds(sheet, rules) for sheet in sheets]), rules.batch):
        found = stretches(hits, SEED + rules.max_gap // 2)
        keep = promising(found, (hashes, starts, lengths), rules.min_rare_words, rules.max_gap)
        yield from _by_pair(Stretches(*(column[keep] for column in found)))


def _seeds(sheet: Sheet, rules: MatchRules) -> tuple[Hashes, Numbers]:
    """Give the runs of three words that may start a passage: not barred, not common in news at large or in the report."""
    runs = shingle(sheet.hashes, SEED)
    bits = load(rules.background).joint(sheet.hashes, SEED)
    count = len(runs)
    barred = np.logical_or.reduce([sheet.barred[step : step + count] for step in range(SEED)])
    _, kind, often = np.unique(runs, return_inverse=True, return_counts=True)
    places = np.flatnonzero(~barred & (bits >= rules.seed_bits * 1000) & (often[kind] <= rules.max_repeats))
    return runs[places], places


def _by_pair(found: Stretches) -> Iterator[tuple[int, int, list[Stretch]]]:
    rows = zip(*(column.tolist() for column in found), strict=True)
    for (left, right), group in groupby(rows, key=lambda row: (row[0], row[1])):
        yield left, right, [Stretch(*row[2:]) for row in group]
