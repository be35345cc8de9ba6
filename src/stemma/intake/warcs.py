"""WARC archives: the pages that a crawler kept, as it got them."""

import zlib
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from stemma.intake.rules import IntakeRules

_READ = (
    "text/html",
    "text/plain",
    "text/xml",
    "application/xhtml",
    "application/json",
    "application/xml",
    "application/rss",
    "application/atom",
)
_HEAD_LIMIT = 1 << 16


class Member(NamedTuple):
    """Bytes out of a file, with the name they go by."""

    url: str
    content: bytes
    media_type: str | None = None


class _Record(NamedTuple):
    headers: dict[str, str]
    content: bytes


def open_warc(content: bytes, rules: IntakeRules) -> tuple[list[Member], list[str]]:
    r"""Give the pages of an unpacked WARC file under their addresses, and in one line what of it was passed over.

    >>> page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Rain."
    >>> head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Length: %d\r\n\r\n"
    >>> open_warc(head % len(page) + page + b"\r\n\r\n", IntakeRules())[0]
    [Member(url='http://a.example/', content=b'<p>Rain.', media_type='text/html')]
    """
    members: list[Member] = []
    passed_over: Counter[str] = Counter()
    reasons: list[str] = []
    for record in _records(content):
        if record is None:
            reasons.append(
                f"is a torn WARC archive: read up to its record {len(members) + sum(passed_over.values()) + 1}"
            )
            break
        kind = record.headers.get("warc-type", "")
        if kind not in {"response", "resource", "conversion"}:
            continue
        found = _page(record, rules) if kind == "response" else _resource(record)
        if isinstance(found, Member):
            members.append(found)
        else:
            passed_over[found] += 1
    if passed_over:
        reasons.append(
            "passed over " + ", ".join(f"{count} records: {why}" for why, count in sorted(passed_over.items()))
        )
    if not members and not reasons:
        reasons.append("is a WARC archive without a page")
    return members, reasons


def _records(content: bytes) -> Iterator[_Record | None]:
    """Give the records in order; None, and no more, where the file is torn."""
    offset = 0
    while offset < len(content):
        while content[offset : offset + 1] in {b"\r", b"\n"}:
            offset += 1
        if offset >= len(content):
            return
        head_end = content.find(b"\r\n\r\n", offset, offset + _HEAD_LIMIT)
        headers = _headers(content[offset:head_end]) if head_end >= 0 else {}
        length = headers.get("content-length", "")
        if (
            not content.startswith(b"WARC/", offset)
            or not length.isdigit()
            or head_end + 4 + int(length) > len(content)
        ):
            yield None
            return
        start = head_end + 4
        offset = start + int(length)
        yield _Record(headers, content[start:offset])


def _headers(head: bytes) -> dict[str, str]:
    """Give header lines by their names in small letters."""
    lines = [line.partition(":") for line in head.decode("utf-8", "replace").split("\r\n")[1:]]
    return {name.strip().lower(): value.strip() for name, _, value in lines}


def _resource(record: _Record) -> Member | str:
    media_type = record.headers.get("content-type", "")
    if not media_type.startswith(_READ):
        return "no text"
    return Member(_address(record), record.content, media_type)


def _page(record: _Record, rules: IntakeRules) -> Member | str:
    """Give the page of an answer, unchunked and unpacked, or why it is none."""
    head, _, body = record.content.partition(b"\r\n\r\n")
    status = head.split(b"\r\n", 1)[0].split(b" ")
    if not head.startswith(b"HTTP/") or len(status) < 2 or status[1] != b"200":
        return "no answer with a page"
    headers = _headers(head)
    media_type = headers.get("content-type", "text/html")
    if not media_type.lower().startswith(_READ):
        return "no text"
    if headers.get("transfer-encoding", "").lower() == "chunked":
        body = _unchunked(body)
    packing = headers.get("content-encoding", "").lower()
    if packing not in {"", "identity", "gzip", "x-gzip", "deflate"}:
        return f"packed as {packing}"
    unpacked = body if packing in {"", "identity"} else _unpacked(body, rules.largest_page)
    return Member(_address(record), unpacked, media_type) if unpacked is not None else "damaged or too large"


def _address(record: _Record) -> str:
    return record.headers.get("warc-target-uri", "").strip("<>") or "unnamed record"


def _unchunked(body: bytes) -> bytes:
    """Join the chunks of an answer; a body that is not chunked after all (some crawlers join it) is given as it is."""
    pieces: list[bytes] = []
    offset = 0
    while True:
        line_end = body.find(b"\r\n", offset, offset + 32)
        try:
            size = int(body[offset:line_end].split(b";")[0], 16) if line_end >= 0 else -1
        except ValueError:
            size = -1
        if size < 0:
            return body if not pieces else b"".join(pieces)
        if size == 0:
            return b"".join(pieces)
        pieces.append(body[line_end + 2 : line_end + 2 + size])
        offset = line_end + 2 + size + 2


def _unpacked(body: bytes, limit: int) -> bytes | None:
    """Unpack gzip or deflate up to a limit; None where it is damaged or larger."""
    for bits in (47, -15):
        try:
            unpacker = zlib.decompressobj(wbits=bits)
            unpacked = unpacker.decompress(body, limit + 1)
        except zlib.error:
            continue
        return unpacked if len(unpacked) <= limit and unpacker.eof else None
    return None
