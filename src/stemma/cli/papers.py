"""What a command puts out: text on the screen, one JSON object, a file that is whole or not there."""

import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from stat import S_ISREG
from typing import Any

from stemma.desk import Clipping, sheets
from stemma.desk.sheets import Found
from stemma.model import NothingReadableError, Refusal, UsageError


def print_found(found: Found, as_json: bool) -> None:
    """Print what the desk found, for people or for a program."""
    if as_json:
        print_json(sheets.record_of(found))
    else:
        print_text(sheets.text_of(found, wants_colour()))


def print_each(
    found: Iterable[Clipping | Refusal], html: Path | None, as_json: bool, count: Callable[[int], None]
) -> list[Refusal]:
    """Print clippings as they come and give what was refused; one alone may be written as a page too.

    As JSON one alone is one object over many lines; of several each is an object on a line. Raises UsageError where a page is
    asked of several, NothingReadableError where there is none.
    """
    refusals: list[Refusal] = []
    held: Clipping | None = None
    done = 0
    for one in found:
        if isinstance(one, Refusal):
            refusals.append(one)
            continue
        refusals.extend(one.reading.refusals)
        done += 1
        count(done)
        if done == 1:
            held = one
            continue
        if html is not None:
            raise UsageError("--html writes one report's page; give one report")
        if held is not None:
            _print_among_others(held, as_json)
            held = None
        _print_among_others(one, as_json)
    if not done:
        raise NothingReadableError(tuple(f"{refusal.subject}: {refusal.reason}" for refusal in refusals))
    if held is not None:
        if html is not None:
            write_whole(html, sheets.page_of(held))
        print_found(replace(held, refusals=tuple(refusals)), as_json)
    return refusals


def _print_among_others(clipping: Clipping, as_json: bool) -> None:
    if as_json:
        import msgspec

        sys.stdout.flush()
        sys.stdout.buffer.write(msgspec.json.encode(sheets.record_of(clipping)) + b"\n")
    else:
        print_text(sheets.text_of(clipping, wants_colour()) + "\n")


def print_text(text: str) -> None:
    """Print a text for people; what the output cannot show becomes a mark."""
    _make_utf8()
    sys.stdout.write(text.rstrip("\n") + "\n")


def print_json(record: dict[str, Any]) -> None:
    """Print one JSON object in UTF-8."""
    import msgspec

    sys.stdout.flush()
    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(record), indent=1) + b"\n")


def wants_colour() -> bool:
    """Say whether to colour: on a terminal, unless NO_COLOR is set (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def place_of(path: Path) -> Path:
    """Give the place where a file is to be written; raises UsageError where it cannot hold one."""
    place = path.resolve()
    if place.is_dir():
        raise UsageError(f"{path} is a folder; give the name of a file to write")
    if not place.parent.is_dir():
        raise UsageError(f"{path}: the folder {place.parent} does not exist; make it first")
    return place


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it is whole or, where anything fails, as it was before.

    The text goes to a hidden neighbour first, which then takes the name. Raises UsageError where the place cannot hold a
    file, OSError where the disk is full.
    """
    place = place_of(path)
    content = text.encode("utf-8", "replace")
    if place.exists() and not place.is_file():  # a device or a pipe: nothing to replace
        _fill(os.open(place, os.O_WRONLY), content, path)
        return
    neighbour = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        _fill(_open_new(neighbour, path), content, path)
        neighbour.replace(place)
    finally:
        neighbour.unlink(missing_ok=True)


def _open_new(neighbour: Path, path: Path) -> int:
    try:
        return os.open(neighbour, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    except PermissionError as error:
        raise UsageError(f"{path}: no permission to write in {neighbour.parent}") from error


def _fill(descriptor: int, content: bytes, path: Path) -> None:
    """Write all bytes and let them reach the disk; an error names the file that was asked for."""
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            if S_ISREG(os.fstat(file.fileno()).st_mode):
                os.fsync(file.fileno())
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OSError(error.errno, f"{error.strerror}; nothing was left half-written", str(path)) from error


def _make_utf8() -> None:
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
