"""From what the user names to captures: files, folders, addresses, standard input."""

import hashlib
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from stemma.intake.archives import open_archive
from stemma.intake.rules import IntakeRules
from stemma.model import Capture, Refusal

_MEDIA_TYPES = {
    ".txt": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".xml": "application/xml",
}
_READ_IN_FOLDERS = (*_MEDIA_TYPES, ".warc", ".warc.gz")


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What came in: captures in the order they were named, and a line for everything that did not."""

    captures: tuple[Capture, ...]
    refusals: tuple[Refusal, ...]


def collect(
    references: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    rules: IntakeRules | None = None,
    now: datetime | None = None,
) -> Intake:
    """Give the captures that references name: a file, a folder, an http(s) address, or `-` for standard input.

    Of a folder its .txt .html .htm .json .jsonl .xml .warc(.gz) files are read, below it too, in order of their paths; the
    rest is named in one refusal. `now` is the moment written on captures. Raises nothing for anything that cannot be read.
    """
    settings = rules or IntakeRules()
    moment = now or datetime.now(UTC)
    parts = [_collect_one(reference, stdin, settings, moment) for reference in references]
    captures = {(capture.id, capture.url): capture for part in parts for capture in part.captures}
    return Intake(
        captures=tuple(captures.values()), refusals=tuple(refusal for part in parts for refusal in part.refusals)
    )


def make_capture(url: str, content: bytes, media_type: str, moment: datetime) -> Capture:
    """Give bytes as a capture; the id is their hash (blake2b, 16 bytes)."""
    return Capture(
        id="capture-" + hashlib.blake2b(content, digest_size=16).hexdigest(),
        url=url,
        fetched_at=moment,
        media_type=media_type,
        content=content,
    )


def _collect_one(reference: str, stdin: BinaryIO | None, rules: IntakeRules, moment: datetime) -> Intake:
    if reference == "-":
        stream = stdin if stdin is not None else sys.stdin.buffer
        return _bytes_in(stream.read(rules.largest_file + 1), "-", rules, moment)
    if reference.lower().startswith(("http://", "https://")):
        from stemma.intake.fetching import fetch

        fetched = fetch(reference, rules)
        if isinstance(fetched, Refusal):
            return Intake(captures=(), refusals=(fetched,))
        return Intake(captures=(make_capture(fetched.url, fetched.content, fetched.media_type, moment),), refusals=())
    if "://" in reference[:12]:
        return _refused(reference, "is an address that is not read; give http:// or https://")
    return _collect_path(Path(reference), rules, moment)


def _collect_path(path: Path, rules: IntakeRules, moment: datetime) -> Intake:
    try:
        if path.is_dir():
            return _collect_folder(path, rules, moment)
        if not path.exists():
            return _refused(str(path), "is not there; check the path")
        if not path.is_file():
            return _refused(str(path), "is neither a file nor a folder")
        return _collect_file(path, rules, moment)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return _refused(str(path), f"cannot be read: {reason}")


def _collect_file(path: Path, rules: IntakeRules, moment: datetime) -> Intake:
    size = path.stat().st_size
    if size > rules.largest_file:
        return _refused(
            str(path),
            f"is too large: {size // 1_000_000} MB, the limit is {rules.largest_file // 1_000_000} MB; split it",
        )
    return _bytes_in(path.read_bytes(), str(path), rules, moment)


def _bytes_in(content: bytes, url: str, rules: IntakeRules, moment: datetime) -> Intake:
    """Give bytes as captures: themselves, or what an archive holds."""
    if len(content) > rules.largest_file:
        return _refused(url, f"is too large: more than {rules.largest_file // 1_000_000} MB; split it")
    members, reasons = open_archive(content, url, rules)
    captures = tuple(
        make_capture(member.url, member.content, member.media_type or _media_type(member.url), moment)
        for member in members
    )
    return Intake(captures=captures, refusals=tuple(Refusal(subject=url, reason=reason) for reason in reasons))


def spread(references: Sequence[str]) -> tuple[tuple[str, ...], tuple[Refusal, ...]]:
    """Give references with each folder replaced by the files that are read in it, and a line for what is passed over there."""
    found: list[str] = []
    refusals: list[Refusal] = []
    for reference in references:
        try:
            is_folder = Path(reference).is_dir()
        except (OSError, ValueError):
            is_folder = False
        if is_folder:
            files, reasons = _files_in(Path(reference))
            found.extend(str(path) for path in files)
            refusals.extend(reasons)
        else:
            found.append(reference)
    return tuple(found), tuple(refusals)


def _collect_folder(folder: Path, rules: IntakeRules, moment: datetime) -> Intake:
    wanted, reasons = _files_in(folder)
    parts = [_collect_path(path, rules, moment) for path in wanted]
    return Intake(
        captures=tuple(capture for part in parts for capture in part.captures),
        refusals=(*(refusal for part in parts for refusal in part.refusals), *reasons),
    )


def _files_in(folder: Path) -> tuple[list[Path], list[Refusal]]:
    """Give the files of a folder that are read, below it too, in order of their paths, and a line for the others."""
    files = sorted(
        (path for path in folder.rglob("*") if path.is_file()), key=lambda path: path.relative_to(folder).parts
    )
    shown = [path for path in files if not any(part.startswith(".") for part in path.relative_to(folder).parts)]
    wanted = [path for path in shown if path.name.lower().endswith(_READ_IN_FOLDERS)]
    kept = set(wanted)
    passed_over = [path for path in files if path not in kept]
    refusals = [Refusal(subject=str(folder), reason=_passed_over(passed_over, folder))] if passed_over else []
    if not wanted:
        reason = "holds no .txt .html .htm .json .jsonl .xml .warc or .warc.gz file"
        refusals.append(Refusal(subject=str(folder), reason=reason))
    return wanted, refusals


def _passed_over(paths: list[Path], folder: Path) -> str:
    """Say in one line which files of a folder were not read: how many of each kind, and the first names."""
    kinds = Counter(path.suffix.lower() or "no ending" for path in paths)
    counts = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
    names = ", ".join(str(path.relative_to(folder)) for path in paths[:5]) + (", ..." if len(paths) > 5 else "")
    return f"passed over {len(paths)} files ({counts}): {names}"


def _media_type(url: str) -> str:
    return _MEDIA_TYPES.get(Path(url).suffix.lower(), "application/octet-stream")


def _refused(subject: str, reason: str) -> Intake:
    return Intake(captures=(), refusals=(Refusal(subject=subject, reason=reason),))
