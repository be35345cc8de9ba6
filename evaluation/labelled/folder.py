"""The labelled pairs as the task `pairs` reads them: a folder with the reports of one part and its pairs.

`python -m evaluation.labelled.folder --data FOLDER --part fit --out FOLDER` writes it; the reports come from the corpora.
"""

import argparse
import json
import os
from collections.abc import Iterable
from pathlib import Path

from evaluation.corpora import Record, records_of
from evaluation.labelled.selection import CORPORA, HALVES

GOLD = Path(__file__).with_name("pairs.jsonl")


def write(data: Path, part: str, out: Path) -> None:
    """Write `reports.jsonl` and `pairs.jsonl` of one part; the part "test" is for the last measurement alone."""
    pairs = [pair for pair in records_of(GOLD) if pair["part"] == part]
    wanted = {pair[side] for pair in pairs for side in ("left", "right")}
    reports = [one for rules in CORPORA.values() for one in records_of(data / rules.path) if one["id"] in wanted]
    out.mkdir(parents=True, exist_ok=True)
    _write_lines(out / "reports.jsonl", reports)
    _write_lines(out / "pairs.jsonl", pairs)


def _write_lines(path: Path, records: Iterable[Record]) -> None:
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")


def main() -> None:
    """Write the folder that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("STEMMA_DATA", ".")))
    parser.add_argument("--part", choices=HALVES, default="fit")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    write(options.data, options.part, options.out)


if __name__ == "__main__":
    main()
