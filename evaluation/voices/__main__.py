"""`python -m evaluation.voices --part fit --part held --out FOLDER`: the labelled voices as a folder of the task `voices`.

The labels hold ids and offsets, no words; the reports come from the corpora in STEMMA_DATA. The part `test` is sealed: nothing
but this command with `--part test` writes it.
"""

import argparse
import json
import os
import sys
from collections.abc import Collection, Iterable
from pathlib import Path

from evaluation.answers import KEYS
from evaluation.corpora import Record, records_of
from evaluation.labelled.__main__ import CORPORA

HERE = Path(__file__).parent
PARTS = ("fit", "held", "test")


def write_voices(data: Path, parts: Collection[str], out: Path, labels: Path = HERE) -> None:
    """Write the task `voices` of some parts together; raises FileNotFoundError where a corpus is not there."""
    ids = {(row["corpus"], row["id"]) for row in records_of(labels / "articles.jsonl") if row["part"] in parts}
    rows = [row for row in records_of(labels / "labels.jsonl", corpus=str, id=str) if (row["corpus"], row["id"]) in ids]
    reports = []
    for corpus in sorted({row["corpus"] for row in rows}):
        texts = {record["id"]: record for record in records_of(data / CORPORA[corpus], id=str, text=str)}
        for row in rows:
            if row["corpus"] == corpus:
                record = texts[row["id"]]
                reports.append({key: record[key] for key in KEYS if record.get(key) is not None})
    _write(out / "reports.jsonl", reports)
    _write(out / "voices.jsonl", rows)


def _write(path: Path, records: Iterable[Record]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")


def main(arguments: list[str] | None = None) -> int:
    """Write the folder; exit code 0 done, 3 the labels or the corpora cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.voices", description="Write labelled voices.")
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("STEMMA_DATA", "no-data")), help="the corpora")
    parser.add_argument(
        "--part", choices=PARTS, required=True, action="append", help="a part to fit on (fit, held), or the sealed one"
    )
    parser.add_argument("--out", type=Path, required=True, help="an empty folder")
    asked = parser.parse_args(arguments)
    if asked.out.exists() and any(asked.out.iterdir()):
        parser.error(f"{asked.out} is not empty")
    try:
        write_voices(asked.data, asked.part, asked.out)
    except (OSError, ValueError, KeyError) as error:
        print(f"cannot write the labelled part {', '.join(asked.part)}: {error}", file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
