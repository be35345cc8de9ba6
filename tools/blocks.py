"""Measure what the weights of kinship make of real pairs: `python tools/blocks.py [--events N]`.

Reads STEMMA_DATA. For each pair of reports of one event by different outlets it takes the best block of kindred passages, in
bits as `stemma.stories` counts them, and prints for *apart*, *partly* and *copies* (by the share of the shorter one's 8-word
shingles: none to speak of, .1 to .5, .5 and more) the quantiles and the share of pairs that would be joined.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import numpy as np

from stemma.desk.settings import Settings
from stemma.desk.tray import take
from stemma.matches import match
from stemma.model import Report
from stemma.readings import read
from stemma.stories.kinship import find_kin
from stemma.stories.rules import StoryRules
from stemma.stories.units import units_of
from stemma.text.shingles import containment, shingles
from stemma.text.words import words

CORPORA = (
    "basil/articles.jsonl",
    "pac/articles.jsonl",
    "newswcl50/articles.jsonl",
    "ecbplus/train.jsonl",
    "outlets/spotify.jsonl",
)
MOST_REPORTS = 12


def events(path: Path) -> Iterator[list[Report]]:
    """Give the reports of each event of a corpus, at most a dozen of each."""
    groups: dict[str, list[dict[str, str]]] = {}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            record = {"id": row["id"], "text": row["text"], "outlet": row.get("publisher") or row["id"]}
            groups.setdefault(str(row["event"]), []).append(record)
    for _, records in sorted(groups.items()):
        yield list(take(records[:MOST_REPORTS], Settings()).reports)


def measure(reports: list[Report], rules: StoryRules) -> Iterator[tuple[float, float]]:
    """Give, for each pair, the shared part of their shingles and the bits of their best block."""
    units = {report.id: units_of(report, read(report)) for report in reports}
    kins = {(kin.left_id, kin.right_id): kin for kin in find_kin(units, match(reports), rules)}
    sets = {report.id: shingles([word.key for word in words(report.text)], 8) for report in reports}
    for left, right in combinations(sorted(sets), 2):
        kin = kins.get((left, right))
        blocks = (*kin.blocks, *kin.loose) if kin else ()
        yield containment(sets[left], sets[right]), max((block.bits for block in blocks), default=0.0)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--events", type=int, default=1000, help="events of each corpus at most")
    chosen = parser.parse_args()
    rules = StoryRules()
    kinds: dict[str, list[float]] = {"apart": [], "partly": [], "copies": []}
    for corpus in CORPORA:
        for number, reports in enumerate(events(Path(os.environ["STEMMA_DATA"]) / corpus)):
            if number >= chosen.events:
                break
            for share, bits in measure(reports, rules):
                kind = "copies" if share >= 0.5 else "partly" if share >= 0.1 else "apart" if share < 0.02 else None
                if kind:
                    kinds[kind].append(bits)
    for kind, found in kinds.items():
        marks = " ".join(f"p{mark}={np.percentile(found, mark):.0f}" for mark in (5, 25, 50, 75, 90, 95, 99))
        joined = sum(bits >= rules.least_bits for bits in found) / len(found)
        sure = sum(bits >= rules.least_bits + np.log(4) / rules.bits_weight for bits in found) / len(found)
        sys.stdout.write(f"{kind:7} n={len(found):5} {marks} joined {joined:.3f} probable or surer {sure:.3f}\n")


if __name__ == "__main__":
    main()
