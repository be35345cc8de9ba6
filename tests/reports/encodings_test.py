"""Bytes in many encodings become characters; what cannot be read is said."""

import pytest

from stemma.reports.encodings import decode, is_binary

WORDS = "Grüße — “naïve” café"
CASES = [
    (WORDS.encode(), "utf-8", "UTF-8"),
    (b"\xef\xbb\xbf" + WORDS.encode(), "utf-8", "UTF-8 with a mark"),
    (WORDS.encode("utf-16"), "utf-16-le", "UTF-16 with a mark"),
    (b"\xfe\xff" + WORDS.encode("utf-16-be"), "utf-16-be", "UTF-16 the other way round"),
    (WORDS.encode("utf-16-le"), "utf-16-le", "UTF-16 without a mark"),
    (WORDS.encode("windows-1252"), "windows-1252", "windows-1252"),
]


@pytest.mark.parametrize(("content", "encoding", "why"), CASES, ids=[case[-1] for case in CASES])
def test_decode(content, encoding, why):
    decoded = decode(content)

    assert (decoded.text, decoded.encoding, decoded.doubt) == (WORDS, encoding, None)
    assert not is_binary(content)


def test_mixed_encodings_are_read_piece_by_piece_and_said():
    decoded = decode("Grüße ".encode() + "café".encode("windows-1252"))

    assert decoded.text == "Grüße café"
    assert "mixes UTF-8" in decoded.doubt


def test_a_declared_encoding_is_taken_where_utf8_does_not_fit():
    assert decode("Привет".encode("windows-1251"), "windows-1251").text == "Привет"


def test_broken_utf16_is_said():
    assert "U+FFFD" in decode(WORDS.encode("utf-16") + b"\x00\xd8").doubt


@pytest.mark.parametrize(
    "content",
    [b"\x89PNG\r\n\x1a\n" + bytes(100), b"%PDF-1.7 text", b"PK\x03\x04abc", bytes(range(256)) * 4],
    ids=["picture", "PDF", "zip", "all bytes"],
)
def test_binary(content):
    assert is_binary(content)
