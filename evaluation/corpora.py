"""Gold corpora as they lie on disk: JSON Lines, one record a line; a fingerprint says which bytes were measured."""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

Record = Mapping[str, Any]


def records_of(path: Path) -> tuple[Record, ...]:
    """Give the records of a JSON Lines file; raises ValueError that names the line which cannot be read."""
    records = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            records.append(json.loads(line))
        except ValueError as error:
            raise ValueError(f"{path}, line {number}: not JSON ({error})") from error
    return tuple(records)


def fingerprint(path: Path) -> str:
    """Give the SHA-256 of a file, or of the names and bytes of a folder's JSON Lines files in the order of their names."""
    if path.is_file():
        return sha256(path.read_bytes()).hexdigest()
    digest = sha256()
    for part in sorted(path.glob("*.jsonl")):
        digest.update(part.name.encode() + b"\0" + part.read_bytes())
    return digest.hexdigest()


def last_tenth(records: Sequence[Record]) -> tuple[Record, ...]:
    """Give the latest tenth of the records by publication, ties by id: what is kept out of every tuning.

    >>> [record["id"] for record in last_tenth([{"id": str(day), "published": f"2020-01-{day:02}"} for day in range(1, 11)])]
    ['10']
    """
    ordered = sorted(records, key=lambda record: (str(record.get("published", "")), str(record.get("id", ""))))
    return tuple(ordered[len(ordered) - len(ordered) // 10 :])
