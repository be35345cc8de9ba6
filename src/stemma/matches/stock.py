"""Stock: passages that stand in so many reports that they say nothing of any two: set apart, counted, told."""

import numpy as np

from stemma.matches.kernels import SEED
from stemma.matches.packing import unpacked
from stemma.matches.rows import NUMBER, Rows, numbers
from stemma.matches.rules import MatchRules
from stemma.matches.steps import Beside
from stemma.text.hashes import combine

RUN_KINDS = {"run": NUMBER, "report": NUMBER, "first": NUMBER, "last": NUMBER}


def stock_runs(rows: Rows, beside: Beside, *, rules: MatchRules) -> Rows:
    """Give the passages of `min_words` and more words that stock seeds make in reports: first and last character, a hash."""
    stock = numbers(beside["stock"].whole(("hash",)), "hash")
    found: list[tuple[int, int, int, int]] = []
    if len(stock):
        sheets, seeds = unpacked(beside["sheets"], numbers(rows, "row"))
        kept = np.flatnonzero(np.isin(seeds.hashes.view(np.int64), stock))
        owners, places = seeds.sheets[kept], seeds.places[kept]
        # Between two stock seeds a common run may lie that is no seed: up to three words do not part a passage.
        edges = np.flatnonzero((owners[1:] != owners[:-1]) | (places[1:] - places[:-1] > SEED)) + 1
        words, reports = sheets.columns, numbers(rows, "report")
        for group in np.split(np.arange(len(kept)), edges) if len(kept) else []:
            owner = owners[group[0]]
            low, high = words.bounds[owner] + places[group[0]], words.bounds[owner] + places[group[-1]] + SEED
            if high - low >= rules.min_words:
                run = int(combine(words.hashes[low:high, None])[0].view(np.int64))
                found.append((run, int(reports[owner]), int(words.starts[low]), int(words.ends[high - 1])))
    columns = np.array(found, dtype=np.int64).reshape(-1, 4)
    return {name: np.ascontiguousarray(columns[:, at]) for at, name in enumerate(RUN_KINDS)}
