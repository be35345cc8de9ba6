"""`python -m evaluation.labelled --part fit --out FOLDER`: the labelled pairs and wordings as folders of the tasks.

The labels hold ids and offsets, no words; the reports come from the corpora in STEMMA_DATA. Written are FOLDER/pairs for the
task `pairs`, FOLDER/claims for the task `claims`, FOLDER/credits for the task `credits`, and FOLDER/variants, one story of
two reports for each pair of reports, for the task `tradition`: what is scored there is the integrity of the right wording.
The part `test` is sealed: nothing but this command with `--part test` writes it.
"""

import argparse
import json
import os
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from evaluation.answers import KEYS
from evaluation.corpora import Record, records_of

HERE = Path(__file__).parent
PARTS = ("fit", "test")
CORPORA = {
    "census": "outlets/census.jsonl",
    "spotify": "outlets/spotify.jsonl",
    "ecbplus": "ecbplus/train.jsonl",
    "basil": "basil/articles.jsonl",
    "newswcl50": "newswcl50/articles.jsonl",
    "pac": "pac/articles.jsonl",
    "polnear": "polnear/train.jsonl",
}


def write_pairs(data: Path, part: str, out: Path, labels: Path = HERE) -> None:
    """Write the task `pairs` of one part; raises FileNotFoundError where a corpus is not there."""
    pairs = _labelled(labels / "pairs.jsonl", part, left=str, right=str, label=str)
    wanted = {(pair["corpus"], pair[side]) for pair in pairs for side in ("left", "right")}
    _write(out / "reports.jsonl", _reports(wanted, data))
    _write(
        out / "pairs.jsonl",
        ({key: pair.get(key) for key in ("left", "right", "label", "also_acceptable")} for pair in pairs),
    )


def write_variants(data: Path, part: str, out: Path, labels: Path = HERE) -> None:
    """Write the wordings of one part as stories of two reports; raises FileNotFoundError where a corpus is not there."""
    stories: dict[tuple[str, str, str], list[Record]] = defaultdict(list)
    for row in _labelled(labels / "variants.jsonl", part, left=dict, right=dict, integrity=str):
        stories[row["corpus"], row["left"]["report"], row["right"]["report"]].append(row)
    for number, ((corpus, left, right), rows) in enumerate(sorted(stories.items())):
        story = out / f"{number:03}"
        _write(story / "reports.jsonl", _reports({(corpus, left), (corpus, right)}, data))
        _write(story / "quotations.jsonl", _quotations(rows))


def write_claims(data: Path, part: str, out: Path, labels: Path = HERE) -> None:
    """Write the task `claims` of one part; raises FileNotFoundError where a corpus is not there."""
    pairs = _labelled(labels / "claims.jsonl", part, left=dict, right=dict, label=str, story=int)
    stories = {(pair["corpus"], pair[side]["report"]): pair["story"] for pair in pairs for side in ("left", "right")}
    of_report = {report: story for (_, report), story in stories.items()}
    _write(out / "reports.jsonl", (one | {"story": of_report[one["id"]]} for one in _reports(set(stories), data)))
    _write(out / "claims.jsonl", ({key: pair[key] for key in ("story", "left", "right", "label")} for pair in pairs))


def write_credits(data: Path, part: str, out: Path, labels: Path = HERE) -> None:
    """Write the task `credits` of one part; raises FileNotFoundError where a corpus is not there."""
    rows = {row["report"]: row for row in _labelled(labels / "credits.jsonl", part, report=str, agencies=list)}
    texts = _reports({(row["corpus"], row["report"]) for row in rows.values()}, data)
    kept = ("read", "agencies", "credits", "citations")
    _write(
        out / "credits.jsonl",
        (one | {key: rows[one["id"]][key] for key in kept if key in rows[one["id"]]} for one in texts),
    )


def _labelled(path: Path, part: str, **wanted: type) -> list[Record]:
    rows = records_of(path, corpus=str, part=str, **wanted)
    unknown = {row["corpus"] for row in rows} - CORPORA.keys()
    if unknown:
        raise ValueError(f"{path}: {', '.join(sorted(unknown))} is no corpus that is known")
    return [row for row in rows if row["part"] == part]


def _reports(wanted: set[tuple[str, str]], data: Path) -> Iterator[Record]:
    """Give the wanted reports with the keys that any user would give; raises ValueError where one is not in its corpus."""
    for corpus in sorted({corpus for corpus, _ in wanted}):
        ids = {report_id for name, report_id in wanted if name == corpus}
        for record in records_of(data / CORPORA[corpus], id=str, text=str):
            if record["id"] in ids:
                ids.remove(record["id"])
                yield {key: record[key] for key in KEYS if record.get(key) is not None}
        if ids:
            raise ValueError(f"{data / CORPORA[corpus]} holds no report {min(ids)!r}")


def _quotations(rows: Iterable[Record]) -> Iterator[Record]:
    for number, row in enumerate(rows):
        right = {"report_id": row["right"]["report"], "start": row["right"]["start"], "end": row["right"]["end"]}
        yield right | {
            "utterance_id": f"u{number}",
            "integrity": row["integrity"],
            "also_possible": row.get("also_possible", []),
        }


def _write(path: Path, records: Iterable[Record]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")


def main(arguments: list[str] | None = None) -> int:
    """Write both; exit code 0 done, 3 the labels or the corpora cannot be read."""
    parser = argparse.ArgumentParser(
        prog="python -m evaluation.labelled", description="Write labelled pairs, wordings and credits."
    )
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("STEMMA_DATA", "no-data")), help="the corpora")
    parser.add_argument("--part", choices=PARTS, required=True, help="the part to fit on, or the sealed one")
    parser.add_argument("--out", type=Path, required=True, help="an empty folder")
    asked = parser.parse_args(arguments)
    if asked.out.exists() and any(asked.out.iterdir()):
        parser.error(f"{asked.out} is not empty")
    try:
        write_pairs(asked.data, asked.part, asked.out / "pairs")
        write_variants(asked.data, asked.part, asked.out / "variants")
        write_credits(asked.data, asked.part, asked.out / "credits")
        write_claims(asked.data, asked.part, asked.out / "claims")
    except (OSError, ValueError) as error:
        print(f"cannot write the labelled part {asked.part}: {error}", file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
