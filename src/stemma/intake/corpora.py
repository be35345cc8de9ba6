"""A corpus, capture by capture: a folder, JSON Lines, CSV or Parquet, however many reports it holds."""

import csv
import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any, BinaryIO

from stemma.intake.collection import collect, make_capture, spread
from stemma.intake.rules import IntakeRules
from stemma.model import Capture, Refusal

READ_AS_ROWS = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".csv", ".parquet")
KEYS = (
    "id",
    "text",
    "outlet",
    "publisher",
    "headline",
    "title",
    "published_at",
    "published",
    "url",
    "language",
    "lang",
)

_LONGEST = 50_000_000  # bytes of one line or field
_BLOCK = 1 << 22
# When a corpus was fetched is not known; no date in it is doubted, and every run gives the same.
_NO_MOMENT = datetime(9999, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """The files of a corpus in order, a hash of all their bytes, how many captures they hold about, what was passed over."""

    files: tuple[Path, ...]
    key: str
    total: int
    refusals: tuple[Refusal, ...]


def survey(reference: str) -> Corpus:
    """Look through a corpus: a folder or a file; its bytes are read once."""
    found, refusals = spread([reference])
    paths = [Path(one) for one in found]
    told, total = blake2b(digest_size=16), 0
    kept = []
    for path in paths:
        try:
            with path.open("rb") as file:
                told.update(f"{path}\0".encode("utf-8", "surrogatepass"))
                lines = 0
                while block := file.read(_BLOCK):
                    told.update(block)
                    lines += block.count(b"\n")
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            refusals = (*refusals, Refusal(subject=str(path), reason=f"cannot be read: {reason}"))
            continue
        kept.append(path)
        total += max(1, lines) if path.name.lower().endswith((".jsonl", ".ndjson", ".csv")) else 1
    return Corpus(files=tuple(kept), key=told.hexdigest(), total=total, refusals=refusals)


def captures(corpus: Corpus, rules: IntakeRules | None = None) -> Iterator[Capture | Refusal]:
    """Give the captures of a corpus in order, each row of a file of rows as one, and a refusal for each that is not read."""
    limits = rules or IntakeRules()
    for path in corpus.files:
        name = path.name.lower()
        if not name.endswith(READ_AS_ROWS):
            intake = collect([str(path)], rules=limits, now=_NO_MOMENT)
            yield from intake.captures
            yield from intake.refusals
        elif name.endswith(".parquet"):
            yield from _parquet(path)
        elif name.endswith(".csv"):
            yield from _csv(path)
        else:
            yield from _lines(path, limits)


def _lines(path: Path, rules: IntakeRules) -> Iterator[Capture | Refusal]:
    """Give the lines of JSON Lines, packed or not."""
    is_packed = path.name.lower().endswith(".gz")
    most = rules.largest_ratio * max(1_000_000, path.stat().st_size) if is_packed else None
    number = size = 0
    try:
        with gzip.open(path) if is_packed else path.open("rb") as file:
            for number, line in enumerate(_bounded(file), start=1):
                size += len(line)
                if len(line) >= _LONGEST:
                    yield Refusal(subject=f"{path}:{number}", reason=f"is longer than {_LONGEST // 1_000_000} MB")
                elif line.strip():
                    yield make_capture(f"{path}:{number}", line, "application/json", _NO_MOMENT)
                if most is not None and size > most:
                    yield Refusal(subject=str(path), reason=f"unfolds too far; read up to line {number}")
                    return
    except (EOFError, gzip.BadGzipFile, zlib.error):
        yield Refusal(subject=str(path), reason=f"is a torn or damaged gzip file; read up to line {number}")
    except OSError as error:
        yield Refusal(subject=str(path), reason=f"cannot be read: {error.strerror}; read up to line {number}")


def _bounded(file: BinaryIO | gzip.GzipFile) -> Iterator[bytes]:
    """Give lines; of one that is too long its first bytes alone."""
    while line := file.readline(_LONGEST):
        yield line
        while len(line) == _LONGEST and not line.endswith(b"\n"):
            line = file.readline(_LONGEST)


def _csv(path: Path) -> Iterator[Capture | Refusal]:
    csv.field_size_limit(_LONGEST)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            if "text" not in (rows.fieldnames or ()):
                yield Refusal(subject=str(path), reason="has no column `text`; name the columns in its first line")
                return
            for row in rows:
                yield _row(f"{path}:{rows.line_num}", row)
    except UnicodeDecodeError:
        yield Refusal(subject=str(path), reason="is not UTF-8; save it as UTF-8")
    except csv.Error as error:
        yield Refusal(subject=str(path), reason=f"is no CSV that can be read: {error}")
    except OSError as error:
        yield Refusal(subject=str(path), reason=f"cannot be read: {error.strerror}")


def _parquet(path: Path) -> Iterator[Capture | Refusal]:
    import duckdb

    base = duckdb.connect(config={"threads": 1})
    try:
        there = [row[0] for row in base.execute("describe select * from read_parquet(?)", [str(path)]).fetchall()]
        if "text" not in there:
            yield Refusal(subject=str(path), reason="has no column `text`")
            return
        names = [name for name in KEYS if name in there]
        found = base.execute(f"select {', '.join(names)} from read_parquet(?)", [str(path)])  # noqa: S608 - names are ours
        number = 0
        while rows := found.fetchmany(1_000):
            for values in rows:
                number += 1
                yield _row(f"{path}:{number}", dict(zip(names, values, strict=True)))
    except duckdb.Error as error:
        yield Refusal(subject=str(path), reason=f"is no Parquet that can be read: {str(error).splitlines()[0]}")
    finally:
        base.close()


def _row(place: str, row: dict[str, Any]) -> Capture:
    import msgspec

    told = {name: row[name] for name in KEYS if row.get(name) is not None}
    return make_capture(place, msgspec.json.encode(told, enc_hook=str), "application/json", _NO_MOMENT)
