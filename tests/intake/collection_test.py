"""Files, folders, packed files and standard input become captures; the rest is said."""

import gzip
import io
from datetime import UTC, datetime

import pytest

from stemma.intake import IntakeRules, collect

NOW = datetime(2021, 3, 4, tzinfo=UTC)


def test_a_file_is_kept_as_it_came(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xff rain")
    intake = collect([str(path)], now=NOW)

    assert [(capture.url, capture.content, capture.media_type, capture.fetched_at) for capture in intake.captures] == [
        (str(path), b"\xff rain", "text/plain", NOW)
    ]
    assert intake.refusals == ()


def test_the_id_is_the_hash_of_the_bytes(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(b"rain")
    first, second = collect([str(tmp_path)], now=NOW).captures

    assert first.id == second.id
    assert first.url != second.url


def test_a_folder_is_read_in_order_and_the_rest_is_passed_over_in_one_line(tmp_path):
    for name in ("b.txt", "a.html", "sub/c.jsonl", "d.png", "e.pdf", "sub/f.png", ".hidden/g.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    intake = collect([str(tmp_path)], now=NOW)

    assert [capture.content for capture in intake.captures] == [b"a.html", b"b.txt", b"sub/c.jsonl"]
    assert len(intake.refusals) == 1
    assert "passed over 4 files (1 .pdf, 2 .png, 1 .txt)" in intake.refusals[0].reason


def test_standard_input_is_a_reference():
    assert collect(["-"], stdin=io.BytesIO(b"rain"), now=NOW).captures[0].content == b"rain"


def test_a_packed_file_is_unpacked(tmp_path):
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(b"rain ") + gzip.compress(b"fell"))
    capture = collect([str(path)], now=NOW).captures[0]

    assert (capture.content, capture.media_type) == (b"rain fell", "text/plain")


WRONG = [
    ("torn.gz", gzip.compress(b"rain" * 100)[:-9], "torn gzip"),
    ("damaged.gz", b"\x1f\x8b\x08\x00" + b"\xff" * 40, "damaged gzip"),
    ("bomb.gz", gzip.compress(bytes(30_000_000)), "unfolds to more"),
]


@pytest.mark.parametrize(("name", "content", "said"), WRONG, ids=[case[0] for case in WRONG])
def test_packed_files_that_are_refused(tmp_path, name, content, said):
    (tmp_path / name).write_bytes(content)
    intake = collect([str(tmp_path / name)], now=NOW)

    assert intake.captures == ()
    assert said in intake.refusals[0].reason


def test_what_is_not_there_or_too_large_or_no_address_is_said(tmp_path):
    (tmp_path / "large.txt").write_bytes(b"x" * 100)
    references = [
        str(tmp_path / "none.txt"),
        str(tmp_path / "large.txt"),
        "ftp://a.example/b",
        "file:///etc/passwd",
        "bad\0name",
    ]
    intake = collect(references, rules=IntakeRules(largest_file=10), now=NOW)

    assert intake.captures == ()
    assert len(intake.refusals) == len(references)


def test_an_empty_folder_is_said(tmp_path):
    assert "holds no" in collect([str(tmp_path)], now=NOW).refusals[0].reason


def test_nothing_asked_gives_nothing():
    intake = collect([], now=NOW)

    assert (intake.captures, intake.refusals) == ((), ())
