"""Matches of a corpus as a Parquet file."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from stemma.model import Match, StemmaError
from stemma.views.story_records import match_record

_ROWS = 50_000  # rows held at once

_COLUMNS = {
    "left_report_id": "varchar",
    "left_start": "bigint",
    "left_end": "bigint",
    "right_report_id": "varchar",
    "right_start": "bigint",
    "right_end": "bigint",
    "edits": "varchar",
    "score": "double",
    "surprisal": "double",
}


def write_parquet(place: Path, matches: Iterable[Match], contents: dict[str, Any], scratch: Path) -> None:
    """Write matches as Parquet, what they rest on in its metadata under `stemma`; edits are JSON, as in a line of JSON Lines.

    `scratch` is a folder that may hold a file on the way. Raises StemmaError where the disk does not take it.
    """
    import msgspec
    import numpy as np

    neighbour = place.with_name(f".{place.name}.{os.getpid()}.part")
    with _base(place, neighbour, scratch) as base:
        columns = ", ".join(f"{name} {kind}" for name, kind in _COLUMNS.items())
        base.execute(f"create or replace table matches ({columns})")
        given = iter(matches)
        while some := list(islice(given, _ROWS)):
            table = zip(*(_row(match, msgspec.json.encode) for match in some), strict=True)
            arrays = {
                name: np.array(column, dtype=None if kind != "varchar" else object)
                for (name, kind), column in zip(_COLUMNS.items(), table, strict=True)
            }
            base.register("incoming", arrays)
            base.execute("insert into matches select * from incoming")
            base.unregister("incoming")
        told = msgspec.json.encode(contents).decode().replace("'", "''")
        name = str(neighbour).replace("'", "''")
        base.execute(f"copy matches to '{name}' (format parquet, kv_metadata {{stemma: '{told}'}})")
        neighbour.replace(place)


@contextmanager
def _base(place: Path, neighbour: Path, scratch: Path) -> Iterator[Any]:
    """Give a scratch file of DuckDB; whatever the disk does not take becomes one line, and nothing stays behind."""
    import duckdb

    try:
        with duckdb.connect(scratch / "matches.duckdb", config={"preserve_insertion_order": True}) as base:
            yield base
    except (duckdb.OperationalError, duckdb.FatalException) as error:
        raise StemmaError(
            f"{place} cannot be written to its end: free space on its disk and on that of {scratch}; the same command goes on "
            "from what is finished"
        ) from error
    finally:
        for left in (neighbour, *scratch.glob("matches.duckdb*")):
            left.unlink(missing_ok=True)


def _row(match: Match, encode: Any) -> tuple[Any, ...]:
    record = match_record(match)
    left, right = record["left"], record["right"]
    edits = encode(record["edits"]).decode()
    places = (left["report_id"], left["start"], left["end"], right["report_id"], right["start"], right["end"])
    return *places, edits, match.score, match.surprisal
