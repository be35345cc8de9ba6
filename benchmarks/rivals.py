"""`python -m benchmarks.rivals NAME REPORTS OUT`: one method on one job, in a process of its own.

Near-copies, written as pairs of ids: `stemma`, `datasketch` and `rensa` (MinHash LSH of 128 permutations over runs of five words,
Jaccard from .5 on; both libraries' own defaults else). Shared passages: `polars` (a plain join of runs of eight words, pairs with
the count of runs they share), `twin` (local alignment of every pair).
"""

import json
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from itertools import combinations
from pathlib import Path

THRESHOLD = 0.5
PERMUTATIONS = 128
RUN = 5
GRAM = 8
_WORD = re.compile(r"\w+")

Pairs = Iterable[tuple[str, str]]


def records_of(path: Path) -> list[dict]:
    """Give the reports of a corpus."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def runs_of(text: str) -> list[str]:
    """Give the runs of five words of a text."""
    words = _WORD.findall(text.casefold())
    return [" ".join(words[start : start + RUN]) for start in range(max(1, len(words) - RUN + 1))]


def by_stemma(path: Path) -> Pairs:
    """Give the near-copies that stemma finds, all its passages and groups with them.

    Each report gets an outlet of its own: editions of one outlet would be taken for one report, which no rival does.
    """
    import stemma

    shown = [{"id": one["id"], "outlet": one["id"], "text": one["text"]} for one in records_of(path)]
    found = stemma.gather(shown, settings=stemma.Settings())
    return [(one.left_id, one.right_id) for one in found.near_copies]


def by_datasketch(path: Path) -> Pairs:
    """Give the pairs that datasketch's index of MinHash signatures finds."""
    from datasketch import MinHash, MinHashLSH

    records = records_of(path)
    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    signatures = []
    for place, record in enumerate(records):
        signature = MinHash(num_perm=PERMUTATIONS)
        signature.update_batch([run.encode() for run in runs_of(record["text"])])
        index.insert(place, signature)
        signatures.append(signature)
    return _paired(records, (index.query(signature) for signature in signatures))


def by_rensa(path: Path) -> Pairs:
    """Give the pairs that rensa's index of MinHash signatures finds."""
    from rensa import RMinHash, RMinHashLSH

    records = records_of(path)
    index = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=32)
    signatures = []
    for place, record in enumerate(records):
        signature = RMinHash(num_perm=PERMUTATIONS, seed=1)
        signature.update(runs_of(record["text"]))
        index.insert(place, signature)
        signatures.append(signature)
    return _paired(records, (index.query(signature) for signature in signatures))


def _paired(records: list[dict], found: Iterable[Iterable[int]]) -> Pairs:
    ids = [record["id"] for record in records]
    return sorted(
        {tuple(sorted((ids[one], ids[other]))) for one, others in enumerate(found) for other in others if one != other}
    )


def by_polars(path: Path) -> Pairs:
    """Give the pairs that share a run of eight words: one join, no alignment."""
    import polars as pl

    words = (
        pl.read_ndjson(path)
        .with_row_index("report")
        .select("report", "id", word=pl.col("text").str.to_lowercase().str.extract_all(r"\w+"))
        .explode("word")
        .with_columns(hash=pl.col("word").hash())
    )
    runs = words.select(
        "report", "id", *(pl.col("hash").shift(-step).over("report").alias(f"w{step}") for step in range(GRAM))
    ).drop_nulls()
    grams = runs.select("report", "id", gram=pl.struct(f"w{step}" for step in range(GRAM)).hash()).unique()
    pairs = grams.join(grams, on="gram").filter(pl.col("report") < pl.col("report_right"))
    return pairs.group_by("id", "id_right").len().select("id", "id_right").rows()


def by_twin(path: Path) -> Pairs:
    """Give the pairs that share a passage by the alignment of all words of every pair."""
    from evaluation.alignment import passages

    known: dict[str, int] = {}
    rows = {
        record["id"]: [known.setdefault(word, len(known)) for word in _WORD.findall(record["text"].casefold())]
        for record in records_of(path)
    }
    return [pair for pair in combinations(sorted(rows), 2) if passages(rows[pair[0]], rows[pair[1]])]


METHODS: Mapping[str, Callable[[Path], Pairs]] = {
    "stemma": by_stemma,
    "datasketch": by_datasketch,
    "rensa": by_rensa,
    "polars": by_polars,
    "twin": by_twin,
}


def main(name: str, path: str, out: str) -> int:
    """Run one method and write its pairs."""
    Path(out).write_text(json.dumps([list(pair) for pair in METHODS[name](Path(path))]), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
