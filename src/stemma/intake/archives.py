"""Packed files: a gzip member becomes the bytes in it; a bomb or a torn file becomes a reason."""

import zlib

from stemma.intake.rules import IntakeRules
from stemma.intake.warcs import Member, open_warc

_BLOCK = 1 << 16
_GZIP = b"\x1f\x8b"


def open_archive(content: bytes, url: str, rules: IntakeRules) -> tuple[list[Member], list[str]]:
    """Give what a file holds: itself, or what is packed in it, with a reason for what could not be unpacked.

    >>> open_archive(b"plain", "a.txt", IntakeRules())
    ([Member(url='a.txt', content=b'plain', media_type=None)], [])
    """
    name = url
    if content.startswith(_GZIP):
        unpacked, reason = unpack(content, rules)
        if reason is not None:
            return [], [reason]
        content, name = unpacked, url[:-3] if url.lower().endswith(".gz") else url
    if content.startswith(b"WARC/"):
        return open_warc(content, rules)
    return [Member(url, content, None) if name == url else Member(name, content)], []


def unpack(content: bytes, rules: IntakeRules) -> tuple[bytes, str | None]:
    """Unpack gzip members one after the other; give the bytes and None, or nothing and the reason.

    >>> import gzip
    >>> unpack(gzip.compress(b"rain"), IntakeRules())[0], unpack(gzip.compress(b"rain")[:-6], IntakeRules())[1]
    (b'rain', 'is a torn gzip file; fetch it again')
    """
    pieces: list[bytes] = []
    size = 0
    limit = min(rules.largest_unpacked, max(1_000_000, rules.largest_ratio * len(content)))
    rest = content
    while rest:
        unpacker = zlib.decompressobj(wbits=31)
        try:
            while rest and not unpacker.eof:
                piece = unpacker.decompress(rest, _BLOCK)
                rest = unpacker.unconsumed_tail
                size += len(piece)
                if size > limit:
                    return (
                        b"",
                        f"unfolds to more than {limit // 1_000_000} MB, too much for its size; unpack it by hand if you trust it",
                    )
                pieces.append(piece)
                if not piece and not rest:
                    break
        except zlib.error:
            return b"", "is a damaged gzip file; fetch it again"
        if not unpacker.eof:
            return b"", "is a torn gzip file; fetch it again"
        rest = unpacker.unused_data.lstrip(b"\0")
    return b"".join(pieces), None
