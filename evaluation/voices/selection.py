"""Which reports are read for voices: drawn by a seed from the corpora, in three draws that share no event.

`python -m evaluation.voices.selection --data FOLDER` prints the rows of `articles.jsonl`. Nothing that any reader answers has a
part in it. Reports of the sealed part of the labelled pairs are not drawn. The first two draws were made as halves of one; the
third was made after the second had been measured on, from events of which nothing had been read, so that a part is blind again.
"""

import argparse
import json
import os
import random
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from evaluation.corpora import Record, last_tenth, records_of
from evaluation.labelled.__main__ import CORPORA

SEED = 20261122
WORDS = (250, 900)  # a moderate length
QUOTAS = {"polnear": 32, "basil": 8, "newswcl50": 8, "pac": 8, "census": 4, "spotify": 4}
THIRD = {"polnear": 18, "basil": 9, "newswcl50": 4, "pac": 9}
LABELLED = Path(__file__).parents[1] / "labelled"


def sealed_ids(folder: Path = LABELLED) -> frozenset[str]:
    """Give the ids of all reports in the sealed part of the labelled pairs and wordings."""
    pairs = [row for row in records_of(folder / "pairs.jsonl") if row["part"] == "test"]
    variants = [row for row in records_of(folder / "variants.jsonl") if row["part"] == "test"]
    return frozenset(
        [row[side] for row in pairs for side in ("left", "right")]
        + [row[side]["report"] for row in variants for side in ("left", "right")]
    )


def event_of(corpus: str, record: Record) -> str:
    """Give what holds reports together: their event, or the report itself where the corpus names none."""
    return f"{corpus}:{record.get('event') or record['id']}"


def drawn(corpus: str, records: Sequence[Record], sealed: frozenset[str], count: int, draw: str = "") -> list[Record]:
    """Give so many reports drawn from one corpus, in the order of their ids."""
    candidates = sorted(
        (one for one in records if WORDS[0] <= len(one["text"].split()) <= WORDS[1] and one["id"] not in sealed),
        key=lambda one: str(one["id"]),
    )
    chosen = random.Random(f"{SEED}:{corpus}{draw}").sample(candidates, count)  # noqa: S311  # a draw, not a secret
    return sorted(chosen, key=lambda one: str(one["id"]))


def halves(events: Mapping[str, int], corpus: str) -> Mapping[str, str]:
    """Give each event its half: in the order of their hashes, each to the half that has fewer reports.

    >>> sorted(halves({"a": 1, "b": 1}, "polnear").values())
    ['fit', 'held']
    """
    counts = {"fit": 0, "held": 0} if corpus != "census" else {"held": 0, "fit": 0}
    half = {}
    for event in sorted(events, key=lambda one: sha256(one.encode()).hexdigest()):
        half[event] = min(counts, key=lambda name: counts[name])
        counts[half[event]] += events[event]
    return half


def rows(data: Path) -> Iterator[Mapping[str, str]]:
    """Give a row for each report that is read: corpus, id, part (`fit` and `held` the halves of the first draw, then `test`)."""
    sealed = sealed_ids()
    third = []
    for corpus, count in QUOTAS.items():
        records = records_of(data / CORPORA[corpus], id=str, text=str)
        records = list(last_tenth(records) if corpus == "polnear" else records)
        chosen = drawn(corpus, records, sealed, count)
        events: dict[str, int] = {}
        for record in chosen:
            events[event_of(corpus, record)] = events.get(event_of(corpus, record), 0) + 1
        half = halves(events, corpus)
        for record in chosen:
            yield {"corpus": corpus, "id": record["id"], "part": half[event_of(corpus, record)]}
        unread = [one for one in records if event_of(corpus, one) not in events]
        third += [(corpus, one["id"]) for one in drawn(corpus, unread, sealed, THIRD.get(corpus, 0), ":third")]
    for corpus, report_id in third:
        yield {"corpus": corpus, "id": report_id, "part": "test"}


def main() -> None:
    """Print the rows."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.voices.selection", description="Draw the reports.")
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("STEMMA_DATA", "no-data")), help="the corpora")
    for row in rows(parser.parse_args().data):
        print(json.dumps(row))


if __name__ == "__main__":
    main()
