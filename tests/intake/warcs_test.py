"""Pages come out of WARC archives, packed or not; what is torn or no page is said."""

import gzip
from datetime import UTC, datetime

import pytest

from stemma.intake import collect
from stemma.intake.rules import IntakeRules
from stemma.intake.warcs import open_warc

PAGE = b"<html><body><p>Rain fell.</p></body></html>"
NOW = datetime(2021, 3, 4, tzinfo=UTC)


def record(content, kind="response", address="http://a.example/1", more=b""):
    head = b"WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\n%sContent-Length: %d\r\n\r\n"
    return head % (kind.encode(), address.encode(), more, len(content)) + content + b"\r\n\r\n"


def answer(body, headers=b"Content-Type: text/html\r\n", status=b"200 OK"):
    return b"HTTP/1.1 " + status + b"\r\n" + headers + b"\r\n" + body


HTML = b"Content-Type: text/html\r\n"
PAGES = [
    (answer(PAGE), "plain"),
    (answer(gzip.compress(PAGE), HTML + b"Content-Encoding: gzip\r\n"), "packed"),
    (
        answer(
            b"5\r\n" + PAGE[:5] + b"\r\n%x\r\n" % len(PAGE[5:]) + PAGE[5:] + b"\r\n0\r\n\r\n",
            HTML + b"Transfer-Encoding: chunked\r\n",
        ),
        "in chunks",
    ),
    (answer(PAGE, HTML + b"Transfer-Encoding: chunked\r\n"), "joined by the crawler"),
]


@pytest.mark.parametrize(("content", "why"), PAGES, ids=[case[-1] for case in PAGES])
def test_pages(content, why):
    members, reasons = open_warc(record(b"a: b", "warcinfo") + record(content), IntakeRules())

    assert [(member.url, member.content) for member in members] == [("http://a.example/1", PAGE)]
    assert reasons == []


PASSED_OVER = [
    (record(answer(b"gone", status=b"404 Not Found")), "no answer with a page", "an error page"),
    (record(answer(b"\x89PNG", b"Content-Type: image/png\r\n")), "no text", "a picture"),
    (record(answer(b"broken", HTML + b"Content-Encoding: gzip\r\n")), "damaged", "a damaged packing"),
    (
        record(answer(gzip.compress(bytes(500)), HTML + b"Content-Encoding: gzip\r\n")),
        "too large",
        "a page that unfolds",
    ),
    (record(answer(PAGE))[:-30], "torn", "a torn file"),
    (record(b"a: b", "warcinfo"), "without a page", "no page"),
    (b"WARC/1.0\r\nContent-Length: nothing\r\n\r\n", "torn", "a length that is none"),
]


@pytest.mark.parametrize(("content", "said", "why"), PASSED_OVER, ids=[case[-1] for case in PASSED_OVER])
def test_what_is_no_page_is_said(content, said, why):
    members, reasons = open_warc(content, IntakeRules(largest_page=200))

    assert members == []
    assert said in reasons[0]


def test_a_packed_archive_in_a_folder_gives_its_pages_under_their_addresses(tmp_path):
    packed = b"".join(gzip.compress(record(answer(PAGE), address=f"http://a.example/{number}")) for number in range(2))
    (tmp_path / "crawl.warc.gz").write_bytes(packed)
    intake = collect([str(tmp_path)], now=NOW)

    assert [capture.url for capture in intake.captures] == ["http://a.example/0", "http://a.example/1"]
    assert intake.refusals == ()
