"""From bytes to characters: what can be decoded is, and what could not be is said."""

import codecs
import re
from typing import NamedTuple

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = bytes([*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F])
_SIGNATURES = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
    b"RIFF",
    b"\x7fELF",
    b"MZ\x90",
    b"SQLite format 3",
)


class Decoded(NamedTuple):
    """The characters of some bytes, the encoding they were read as, and a line on what could not be read, if anything."""

    text: str
    encoding: str
    doubt: str | None


def is_binary(content: bytes) -> bool:
    r"""Say whether bytes are no text in any encoding that texts come in.

    >>> is_binary(b"\x89PNG\r\n"), is_binary("Grüße".encode("utf-16")), is_binary(b"plain")
    (True, False, False)
    """
    if any(content.startswith(bom) for bom, _ in _BOMS):
        return False
    if content.startswith(_SIGNATURES):
        return True
    head = content[:65536]
    if _unmarked_utf16(head) is not None:
        return False
    return len(head) - len(head.translate(None, _CONTROL)) > max(1, len(head) // 200)


def decode(content: bytes, declared: str | None = None) -> Decoded:
    r"""Decode bytes by their mark, as UTF-8, as declared (a web page's charset), or as windows-1252, in this order.

    Bytes that mix UTF-8 and windows-1252 are decoded piece by piece; where something stays unreadable it becomes U+FFFD.
    A byte order mark is no character of the text.

    >>> decode(b"caf\xe9").text, decode("café".encode()).encoding
    ('café', 'utf-8')
    """
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _strict_or_replaced(content[len(bom) :], encoding)
    unmarked = _unmarked_utf16(content[:65536])
    if unmarked is not None:
        return _strict_or_replaced(content, unmarked)
    try:
        return Decoded(content.decode("utf-8"), "utf-8", None)
    except UnicodeDecodeError:
        return _fallback(content, declared)


def _strict_or_replaced(content: bytes, encoding: str) -> Decoded:
    text = content.decode(encoding, "replace")
    lost = text.count("\ufffd")
    doubt = (
        f"{lost} places are not valid {encoding} and were read as U+FFFD; save the file again as UTF-8"
        if lost
        else None
    )
    return Decoded(text, encoding, doubt)


def _unmarked_utf16(head: bytes) -> str | None:
    """Tell UTF-16 without a mark by the zero bytes that Latin letters have in it."""
    if len(head) < 8 or 0 not in head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) / 2
    if odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _fallback(content: bytes, declared: str | None) -> Decoded:
    if declared is not None and declared.lower().replace("_", "-") not in {"utf-8", "utf8"}:
        try:
            return Decoded(content.decode(declared), declared, None)
        except (UnicodeDecodeError, LookupError):
            pass
    has_utf8 = (
        re.search(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}", content) is not None
    )
    if not has_utf8:
        return Decoded(content.decode("windows-1252", "replace"), "windows-1252", None)
    text, foreign = _mixed(content)
    lost = text.count("\ufffd")
    doubt = f"mixes UTF-8 with another encoding: {foreign} bytes were read as windows-1252" + (
        f", {lost} could not be read" if lost else ""
    )
    return Decoded(text, "utf-8", doubt + "; save the file again as UTF-8")


def _mixed(content: bytes) -> tuple[str, int]:
    """Decode UTF-8, taking each byte that does not fit as windows-1252; give the text and how many those were."""
    text = content.decode("utf-8", "surrogateescape")
    foreign = re.findall(r"[\udc80-\udcff]", text)
    return re.sub(
        r"[\udc80-\udcff]", lambda match: bytes([ord(match.group()) - 0xDC00]).decode("windows-1252", "replace"), text
    ), len(foreign)
