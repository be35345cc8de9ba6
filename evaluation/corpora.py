"""Gold corpora as they lie on disk: JSON Lines, one record a line; a fingerprint says which bytes were measured."""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

Record = Mapping[str, Any]


def records_of(path: Path, **wanted: type) -> tuple[Record, ...]:
    """Give the records of a JSON Lines file, each with the wanted keys.

    Raises ValueError that names the line which is no JSON object, or has a wanted key not at all or of another type.
    """
    records = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise ValueError(f"{path}, line {number}: not JSON ({error})") from error
        wrong = _wrong(record, wanted)
        if wrong:
            raise ValueError(f"{path}, line {number}: {wrong}")
        records.append(record)
    return tuple(records)


def _wrong(record: object, wanted: Mapping[str, type]) -> str | None:
    """Say what a line lacks, if it lacks anything."""
    if not isinstance(record, dict):
        return "not an object"
    lacking = [
        key for key, kind in wanted.items() if not isinstance(record.get(key), kind) or isinstance(record[key], bool)
    ]
    return f"`{lacking[0]}` is missing or is no {wanted[lacking[0]].__name__}" if lacking else None


def fingerprint(path: Path) -> str:
    """Give the SHA-256 of a file, or of the paths and bytes of all JSON Lines files in a folder in the order of their paths."""
    if path.is_file():
        return sha256(path.read_bytes()).hexdigest()
    digest = sha256()
    for part in sorted(path.rglob("*.jsonl")):
        digest.update(part.relative_to(path).as_posix().encode() + b"\0" + part.read_bytes())
    return digest.hexdigest()


def last_tenth(records: Sequence[Record]) -> tuple[Record, ...]:
    """Give the latest tenth of the records by publication, ties by id: what is kept out of every tuning.

    >>> [record["id"] for record in last_tenth([{"id": str(day), "published": f"2020-01-{day:02}"} for day in range(1, 11)])]
    ['10']
    """
    ordered = sorted(records, key=lambda record: (str(record.get("published", "")), str(record.get("id", ""))))
    return tuple(ordered[len(ordered) - len(ordered) // 10 :])


def in_part(records: Sequence[Record], part: str | None) -> tuple[Record, ...]:
    """Give the records of one part, "all" for all of them; without a part those to fit on, or all where none are marked so.

    So what is sealed is read only where that is asked for.

    >>> [record["id"] for record in in_part([{"id": 1, "part": "fit"}, {"id": 2, "part": "test"}], None)]
    [1]
    """
    if part == "all" or (part is None and not any(record.get("part") == "fit" for record in records)):
        return tuple(records)
    return tuple(record for record in records if record.get("part") == (part or "fit"))
