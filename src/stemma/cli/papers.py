"""What a command puts out: text on the screen, one JSON object, a file that is whole or not there."""

import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from stemma.desk import Clipping, sheets
from stemma.desk.files import whole_file
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


def write_whole(path: Path, text: str) -> None:
    """Write a text so that its file is whole or, where anything fails, as it was before; raises UsageError, OSError."""
    with whole_file(path) as file:
        file.write(text.encode("utf-8", "replace"))


def _make_utf8() -> None:
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
