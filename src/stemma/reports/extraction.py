"""The entry of the room: what a capture holds, told by its bytes rather than by its name."""

import re

from stemma.model import Capture, Extraction, Refusal
from stemma.reports.drafts import Draft, make_report
from stemma.reports.encodings import decode, is_binary
from stemma.reports.records import read_records
from stemma.reports.rules import ReportRules

_HTML = re.compile(
    r"^\s*(?:<!--.*?-->\s*)*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|"
    r"meta|title|article|div|p|h1|section|script)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,30})", re.IGNORECASE)


def extract(capture: Capture, rules: ReportRules | None = None) -> Extraction:
    r"""Give the reports that a capture holds, the outlets they name, and a line for everything that was not read.

    Plain text is kept as it is (line ends become LF, a byte order mark is dropped); of a web page the article's text is
    composed from the words on it. Raises nothing for any bytes.

    >>> from datetime import UTC, datetime
    >>> now = datetime(2021, 3, 4, tzinfo=UTC)
    >>> saved = b"Rain Falls\n\nRain fell on Monday."
    >>> capture = Capture(id="c", url="a.txt", fetched_at=now, media_type="text/plain", content=saved)
    >>> [report.language for report in extract(capture).reports], extract(capture).refusals
    (['en'], ())
    """
    limits = rules or ReportRules()
    refused = _refuse_bytes(capture, limits)
    if refused is not None:
        return _refusal(capture, refused)
    decoded = decode(capture.content, None if capture.content.isascii() else _declared(capture))
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return _refusal(capture, "is empty")
    extraction = _read(capture, text, limits)
    if decoded.doubt is None:
        return extraction
    doubt = Refusal(subject=capture.url, reason=decoded.doubt)
    return Extraction(reports=extraction.reports, outlets=extraction.outlets, refusals=(*extraction.refusals, doubt))


def _read(capture: Capture, text: str, rules: ReportRules) -> Extraction:
    kind = find_kind(capture, text)
    if kind != "json" and len(capture.content) > (rules.largest_text if kind == "text" else rules.largest_page):
        return _refusal(capture, f"is too large for {kind}: {len(capture.content) // 1_000_000} MB; split it")
    if kind == "json":
        return read_records(capture, text)
    if kind in {"html", "xml"}:
        from stemma.reports.feeds import read_feed  # lxml and trafilatura take a second to import
        from stemma.reports.pages import read_page

        return read_page(capture, text, rules) if kind == "html" else read_feed(capture, text, rules)
    url = capture.url if re.match(r"https?://", capture.url) else None
    return make_report(capture, Draft(text=text, url=url))


def find_kind(capture: Capture, text: str) -> str:
    """Tell JSON, HTML, XML and plain text apart: by the first characters, then by the name and media type."""
    head = text[:2000]
    name = capture.url.lower().split("?", maxsplit=1)[0]
    if name.endswith((".json", ".jsonl", ".ndjson")) or "json" in capture.media_type:
        return "json"
    if re.match(r"\s*[\[{]\s*[\"{\]}]", head) and not name.endswith((".txt", ".html", ".htm", ".xml")):
        return "json"
    if _HTML.match(head) or name.endswith((".html", ".htm", ".xhtml")) or "html" in capture.media_type:
        return "html"
    if (
        re.match(r"\s*<\?xml|\s*<(?:rss|feed|nitf|urlset|newsitem|newsml)\b", head, re.IGNORECASE)
        or name.endswith(".xml")
        or capture.media_type.endswith("/xml")
    ):
        return "xml"
    return "text"


def _refuse_bytes(capture: Capture, rules: ReportRules) -> str | None:
    if not capture.content.strip():
        return "is empty"
    if capture.media_type == "application/warc" or capture.content.startswith(b"WARC/"):
        return "is a WARC archive, which is not read as one report; give it to intake by its name"
    if len(capture.content) > rules.largest_records:
        return f"is too large: {len(capture.content) // 1_000_000} MB; split it"
    if is_binary(capture.content):
        return "is no text: it looks like a picture, an archive or a program; save the report as text or HTML"
    return None


def _declared(capture: Capture) -> str | None:
    match = _CHARSET.search(capture.media_type.encode("ascii", "ignore")) or _CHARSET.search(capture.content[:2048])
    return match.group(1).decode("ascii") if match else None


def _refusal(capture: Capture, reason: str) -> Extraction:
    return Extraction(refusals=(Refusal(subject=capture.url, reason=reason),))
