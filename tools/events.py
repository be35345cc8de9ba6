"""Measure how reports are gathered into events: `python tools/events.py`.

Reads STEMMA_DATA. Mixes the reports of several known events of one corpus, gathers them and prints B-cubed precision, recall
and F1 (Bagga and Baldwin 1998): NewsWCL50 whole, 20 events of BASIL, 5 topics of ECB+ train (two look-alike events each),
25 events of PAC, chosen by a fixed seed.
"""

import json
import os
import random
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from stemma.desk.settings import Settings
from stemma.desk.tray import take
from stemma.matches import match
from stemma.stories import gather

CORPORA = (
    ("newswcl50/articles.jsonl", "event", 10),
    ("basil/articles.jsonl", "event", 20),
    ("ecbplus/train.jsonl", "topic", 5),
    ("pac/articles.jsonl", "event", 25),
)


def b_cubed(groups: Iterable[Sequence[str]], event_of: dict[str, str]) -> tuple[float, float, float]:
    """Give precision, recall and F1, averaged over reports."""
    sizes = Counter(event_of.values())
    precision = recall = 0.0
    for group in groups:
        inside = Counter(event_of[one] for one in group)
        precision += sum(count * count / len(group) for count in inside.values())
        recall += sum(count * count / sizes[event] for event, count in inside.items())
    precision, recall = precision / len(event_of), recall / len(event_of)
    return precision, recall, 2 * precision * recall / (precision + recall)


def main() -> None:
    """Print a line for each corpus."""
    for name, key, count in CORPORA:
        with (Path(os.environ["STEMMA_DATA"]) / name).open(encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        chosen = sorted({str(row[key]) for row in rows})
        random.Random(1).shuffle(chosen)  # noqa: S311 - a choice of events needs no secure chance
        rows = [row for row in rows if str(row[key]) in set(chosen[:count])]
        reports = take([{"id": row["id"], "text": row["text"]} for row in rows], Settings()).reports
        events = {row["id"]: str(row["event"]) for row in rows}
        precision, recall, f1 = b_cubed(gather(reports, match(reports)), events)
        told = f"B3 P {precision:.3f} R {recall:.3f} F1 {f1:.3f}"
        sys.stdout.write(f"{name:28} n={len(rows):4} events={len(set(events.values())):3} {told}\n")


if __name__ == "__main__":
    main()
