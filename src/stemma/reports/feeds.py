"""XML: feeds (RSS, Atom) whose entries carry their text, and NITF articles; other XML is refused by name."""

import re
from typing import Any

from lxml import etree

from stemma.model import Capture, Extraction, Refusal
from stemma.reports.drafts import make_report
from stemma.reports.metadata import PageNotes, clean
from stemma.reports.moments import read_moment
from stemma.reports.pages import Piece, block_pieces, compose, parse_page, prose_length, read_page, without_furniture
from stemma.reports.rules import ReportRules


def read_feed(capture: Capture, text: str, rules: ReportRules) -> Extraction:
    """Give the reports of an XML text: the full entries of a feed, or one NITF article; no entity is ever followed."""
    bare = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    try:
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
        )
        root = etree.fromstring(bare, parser=parser)
    except (etree.LxmlError, ValueError) as error:
        return _refusal(capture, f"is no well-formed XML: {str(error).splitlines()[0]}")
    kind = _local(root)
    if kind == "html":
        return read_page(capture, text, rules)
    if kind == "nitf":
        return _read_nitf(capture, root, rules)
    if kind in {"rss", "feed", "rdf"}:
        return _read_entries(capture, root, rules)
    return _refusal(capture, f"is XML of a kind that is not read (<{kind}>); RSS, Atom and NITF are")


def _read_entries(capture: Capture, root: Any, rules: ReportRules) -> Extraction:
    entries = [element for element in root.iter() if _local(element) in {"item", "entry"}]
    channel = next((element for element in root.iter() if _local(element) in {"channel", "feed"}), root)
    outlet = _text(channel, "title")
    parts = [_read_entry(capture, entry, outlet, rules) for entry in entries]
    reports = tuple(report for part in parts for report in part.reports)
    short = sum(not part.reports for part in parts)
    refusals = [refusal for part in parts for refusal in part.refusals]
    if short or not entries:
        refusals.append(
            Refusal(
                subject=capture.url,
                reason=f"has {short} of {len(entries)} entries without a full text; give the pages they link to",
            )
        )
    outlets = {outlet.id: outlet for part in parts for outlet in part.outlets}
    return Extraction(reports=reports, outlets=tuple(outlets.values()), refusals=tuple(refusals))


def _read_entry(capture: Capture, entry: Any, outlet: str, rules: ReportRules) -> Extraction:
    content = (
        _text(entry, "encoded") or _text(entry, "content") or _text(entry, "description") or _text(entry, "summary")
    )
    page = parse_page(f"<html><body><div>{content}</div></body></html>") if content else None
    pieces = block_pieces(without_furniture(page)) if page is not None else []
    if prose_length(pieces) < rules.shortest_article:
        return Extraction()
    author = _text(entry, "creator") or _text(
        next((child for child in entry if _local(child) == "author"), entry), "name"
    )
    notes = PageNotes(
        headline=clean(_text(entry, "title")) or None,
        outlet=outlet or None,
        published=next(
            (
                moment
                for name in ("pubDate", "published", "date", "updated")
                if (moment := read_moment(_text(entry, name)))
            ),
            None,
        ),
        byline=f"By {clean(author)}" if clean(author) else None,
    )
    return make_report(capture, compose(notes, pieces, _link(entry)))


def _read_nitf(capture: Capture, root: Any, rules: ReportRules) -> Extraction:
    body = next((element for element in root.iter() if _local(element) == "body.content"), None)
    pieces = (
        [
            Piece(clean("".join(element.itertext())), _local(element) == "hl2")
            for element in body.iter()
            if _local(element) in {"p", "hl2"}
        ]
        if body is not None
        else []
    )
    pieces = [piece for piece in pieces if piece.words]
    if prose_length(pieces) < rules.shortest_article:
        return _refusal(capture, "is NITF without an article in body.content")
    issued = next((element.get("norm", "") for element in root.iter() if _local(element) == "date.issue"), "")
    notes = PageNotes(
        headline=clean(_text(root, "hl1")) or None,
        outlet=clean(_text(root, "distributor")) or None,
        published=read_moment(issued),
        byline=clean(_text(root, "byline")) or None,
    )
    return make_report(capture, compose(notes, pieces, None))


def _local(element: Any) -> str:
    return etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""


def _text(parent: Any, name: str) -> str:
    """Give the words of the first element of this name below another, its own markup included where it is no CDATA."""
    for element in parent.iter():
        if _local(element) == name.lower() and element is not parent:
            inner = "".join(etree.tostring(child, encoding="unicode") for child in element)
            return (element.text or "") + inner
    return ""


def _link(entry: Any) -> str | None:
    found = [child.get("href") or child.text or "" for child in entry if _local(child) == "link"]
    return next((url.strip() for url in found if re.match(r"https?://\S+$", url.strip())), None)


def _refusal(capture: Capture, reason: str) -> Extraction:
    return Extraction(refusals=(Refusal(subject=capture.url, reason=reason),))
