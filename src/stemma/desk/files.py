"""Files that are written whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO

from stemma.model import UsageError


def place_of(path: Path) -> Path:
    """Give the place where a file is to be written; raises UsageError where it cannot hold one."""
    place = path.resolve()
    if place.is_dir():
        raise UsageError(f"{path} is a folder; give the name of a file to write")
    if not place.parent.is_dir():
        raise UsageError(f"{path}: the folder {place.parent} does not exist; make it first")
    return place


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Give a file to fill, so that it is whole in the end or, where anything fails, as it was before.

    What is written goes to a hidden neighbour first, which then takes the name. Raises UsageError where the place cannot hold
    a file, OSError with the name that was asked for where the disk is full.
    """
    place = place_of(path)
    if place.exists() and not place.is_file():  # a device or a pipe: nothing to replace
        with _filling(os.open(place, os.O_WRONLY), path) as file:
            yield file
        return
    neighbour = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        with _filling(_open_new(neighbour, path), path) as file:
            yield file
        neighbour.replace(place)
    finally:
        with suppress(OSError):
            neighbour.unlink(missing_ok=True)


def _open_new(neighbour: Path, path: Path) -> int:
    try:
        return os.open(neighbour, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    except PermissionError as error:
        raise UsageError(f"{path}: no permission to write in {neighbour.parent}") from error


@contextmanager
def _filling(descriptor: int, path: Path) -> Iterator[BinaryIO]:
    """Let all bytes reach the disk; an error names the file that was asked for."""
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            if S_ISREG(os.fstat(file.fileno()).st_mode):
                os.fsync(file.fileno())
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OSError(error.errno, f"{error.strerror}; nothing was left half-written", str(path)) from error
