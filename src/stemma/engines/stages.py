"""Stages: what a step gave, kept on disk in parts, each of which is whole or not there.

A part is one file: a line of JSON that begins with the format's name and version and says which column stands where, then the
columns. It is written beside its place, made to reach the disk, and then takes its name. A stage is a folder of parts; it is
done when the file `done` is there, which is written last.
"""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from io import BytesIO
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np

from stemma.matches.rows import Blobs, Column, Numbers, Rows, count
from stemma.model import FormatError

FORMAT, VERSION = "stemma.rows", 1
DONE = "done"
_ALIGNED = 64  # columns begin at multiples of this, so that they can be read in place


def encode(rows: Rows) -> bytes:
    """Give rows as the bytes of a part."""
    arrays: list[np.ndarray[Any, Any]] = []
    columns: list[dict[str, Any]] = []
    for name, column in rows.items():
        pieces: list[np.ndarray[Any, Any]] = [column]  # type: ignore[list-item]
        if isinstance(column, Blobs):
            pieces = [column.ends, column.content]
        columns.append({"name": name, "sizes": [piece.nbytes for piece in pieces]})
        arrays.extend(pieces)
    head = json.dumps({"format": FORMAT, "version": VERSION, "rows": count(rows), "columns": columns}).encode() + b"\n"
    parts = [head[:-1] + b" " * (-len(head) % _ALIGNED) + b"\n"]
    for array in arrays:
        parts += [array.tobytes(), bytes(-array.nbytes % _ALIGNED)]
    return b"".join(parts)


class Part:
    """One part of a stage, on disk or as its bytes; its columns are read when asked for.

    A file is opened anew for each reading: it is not mapped into memory, for pages once read would count as this process's
    own, and it is not kept open, for a stage may have thousands of parts.
    """

    def __init__(self, place: Path | bytes) -> None:
        self.place = place
        with place.open("rb") if isinstance(place, Path) else BytesIO(place) as file:
            line = file.readline()
        name = place if isinstance(place, Path) else "what came in"
        try:
            head = json.loads(line)
            self.count: int = head["rows"]
            self._places = _places_of(len(line), head["columns"])
            is_known = (head["format"], head["version"]) == (FORMAT, VERSION)
        except (ValueError, KeyError, TypeError) as error:
            raise FormatError(f"{name} is no part of a stage; delete its folder and start again") from error
        if not is_known:
            raise FormatError(f"{name} was written by another stemma; delete its folder and start again")
        self._ends: dict[str, Numbers] = {}

    def rows(self, names: Sequence[str] | None = None) -> Rows:
        """Give columns, all or those named."""
        return {name: self._column(name) for name in (self._places if names is None else names)}

    def blobs(self, column: str, rows: Sequence[int]) -> list[bytes]:
        """Give the bytes in some rows of a column."""
        if column not in self._ends:
            found = np.frombuffer(self._read([self._places[column][0]])[0], np.int64)
            self._ends[column] = np.append(0, found) + self._places[column][1][0]
        edges, asked = self._ends[column], np.array(rows, dtype=np.int64)
        starts = edges[asked]
        return self._read(zip(starts.tolist(), (edges[asked + 1] - starts).tolist(), strict=True))

    def _column(self, name: str) -> Column:
        pieces = self._read(self._places[name])
        first = np.frombuffer(pieces[0], np.int64)
        return first if len(pieces) == 1 else Blobs(first, np.frombuffer(pieces[1], np.uint8))

    def _read(self, places: Iterable[tuple[int, int]]) -> list[bytes]:
        """Give the bytes at these places, of these sizes."""
        if isinstance(self.place, bytes):
            return [self.place[at : at + size] for at, size in places]
        file = os.open(self.place, os.O_RDONLY)
        try:
            return [os.pread(file, size, at) for at, size in places]
        finally:
            os.close(file)


def decode(content: bytes) -> Rows:
    """Give the rows of a part's bytes."""
    return Part(content).rows()


def _places_of(start: int, columns: Sequence[dict[str, Any]]) -> dict[str, list[tuple[int, int]]]:
    places: dict[str, list[tuple[int, int]]] = {}
    at = start
    for column in columns:
        places[column["name"]] = []
        for size in column["sizes"]:
            places[column["name"]].append((at, size))
            at += size + -size % _ALIGNED
    return places


class PartsTable:
    """Parts read as one table."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self.parts = [Part(path) for path in paths]
        self._ends = list(accumulate(part.count for part in self.parts))

    def __len__(self) -> int:
        """Give how many rows there are."""
        return self._ends[-1] if self._ends else 0

    def blobs(self, column: str, rows: Sequence[int]) -> list[bytes]:
        """Give the bytes in some rows of a column; each part is opened once."""
        asked = np.array(rows, dtype=np.int64)
        places = np.searchsorted(self._ends, asked, side="right")
        found: list[bytes] = [b""] * len(rows)
        order = np.argsort(places, kind="stable")
        for own in np.split(order, np.flatnonzero(np.diff(places[order])) + 1) if len(rows) else []:
            part = int(places[own[0]])
            within = asked[own] - (self._ends[part - 1] if part else 0)
            for at, content in zip(own.tolist(), self.parts[part].blobs(column, within.tolist()), strict=True):
                found[at] = content
        return found

    def whole(self, names: Sequence[str]) -> Rows:
        """Give columns of numbers of all rows."""
        return {name: self._whole(name) for name in names}

    def _whole(self, name: str) -> Numbers:
        columns = [part.rows([name])[name] for part in self.parts]
        return np.concatenate([np.empty(0, np.int64), *(one for one in columns if not isinstance(one, Blobs))])


class Stage:
    """A step's result on disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def is_done(self) -> bool:
        """Say whether all parts are there."""
        return (self.folder / DONE).is_file()

    @property
    def paths(self) -> list[Path]:
        """Give the parts' files, in order."""
        return sorted(self.folder.glob("*.part"))

    def has(self, number: int) -> bool:
        """Say whether a part is there."""
        return self._path(number).is_file()

    def write(self, number: int, rows: Rows) -> None:
        """Write one part, whole or not at all."""
        self.folder.mkdir(parents=True, exist_ok=True)
        _write(self._path(number), encode(rows))

    def finish(self, part_count: int) -> None:
        """Say that all parts are there."""
        self.folder.mkdir(parents=True, exist_ok=True)
        _write(self.folder / DONE, json.dumps({"format": "stemma.stage", "version": 1, "parts": part_count}).encode())

    def parts(self, names: Sequence[str] | None = None) -> Iterator[Rows]:
        """Give the rows part by part: all columns, or those named."""
        for path in self.paths:
            yield Part(path).rows(names)

    def table(self) -> PartsTable:
        """Give all parts as one table."""
        return PartsTable(self.paths)

    def _path(self, number: int) -> Path:
        return (
            self.folder / f"{self.folder.name}.{number:06}.part"
        )  # the name says whose it is wherever the file is taken


def _write(path: Path, content: bytes) -> None:
    neighbour = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with neighbour.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        neighbour.replace(path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    except OSError:
        with suppress(OSError):
            neighbour.unlink(missing_ok=True)
        raise
