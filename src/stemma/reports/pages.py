"""Web pages: the article's words as they stand on the page, with what the markup says beside them."""

import re
from typing import Any, NamedTuple

from lxml import etree, html

from stemma.model import Capture, Credit, Extraction, Refusal, ZoneKind
from stemma.reports.drafts import Draft, make_report
from stemma.reports.layouts import Layout, lay_out
from stemma.reports.lines import LONGEST_KEYED, is_prose
from stemma.reports.metadata import PageNotes, clean, read_notes
from stemma.reports.rules import ReportRules
from stemma.text.words import words

_BLOCKS = frozenset(
    {"p", "head", "quote", "item", "code", "li", "blockquote", "h2", "h3", "h4", "h5", "h6", "pre", "dd", "dt"}
)
_HEADINGS = frozenset({"head", "h2", "h3", "h4", "h5", "h6"})
_DROPPED = (
    "script",
    "style",
    "noscript",
    "iframe",
    "object",
    "embed",
    "svg",
    "template",
    "form",
    "nav",
    "aside",
    "footer",
    "button",
    "figure",
    "figcaption",
)
_SHARE_OF_LONGEST = 0.3  # an `article` shorter than this share of the longest is a teaser


class Piece(NamedTuple):
    """A paragraph or heading of an article."""

    words: str
    is_heading: bool


def read_page(capture: Capture, text: str, rules: ReportRules) -> Extraction:
    """Give the article of a page, or each of several that stand on it; a page without one is refused."""
    tree = parse_page(text)
    if tree is None:
        return _refusal(capture, "is no HTML that can be read")
    reason = _too_much(tree, rules)
    if reason is not None:
        return _refusal(capture, reason)
    notes = read_notes(tree)
    several = [] if notes.is_one_article else several_articles(tree, rules)
    if several:
        parts = [_read_part(capture, element, notes, rules) for element in several]
        reports = tuple(report for part in parts for report in part.reports)
        doubt = Refusal(
            subject=capture.url, reason=f"holds {len(reports)} articles; each is read as a report of its own"
        )
        refusals = tuple(refusal for part in parts for refusal in part.refusals)
        return Extraction(reports=reports, outlets=parts[0].outlets, refusals=(*refusals, doubt))
    pieces = article_pieces(tree)
    if prose_length(pieces) < rules.shortest_article:
        return _refusal(
            capture, "has no article: too few words that read as sentences; save the page of the article itself"
        )
    return make_report(capture, compose(notes, pieces, _page_url(capture, notes)))


def parse_page(text: str) -> Any | None:
    """Parse HTML as it comes; None where there is no element in it."""
    bare = re.sub(r"^\s*<\?xml[^>]*\?>", "", text).replace("\0", "")
    try:
        return html.document_fromstring(
            bare, parser=html.HTMLParser(huge_tree=False, no_network=True, remove_comments=True, remove_pis=True)
        )
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def compose(notes: PageNotes, pieces: list[Piece], url: str | None) -> Draft:
    """Put an article together: headline, byline where one is visible, and the pieces, with empty lines between."""
    headline = notes.headline or ""
    top = [line for line in (headline, notes.byline) if line]
    below = [piece.words for number, piece in enumerate(pieces) if number > 3 or piece.words not in top]
    text = "\n\n".join([*top, *below])
    layout = _with_headings(
        text, lay_out(text, headline), {piece.words for piece in pieces if piece.is_heading and piece.words != headline}
    )
    return Draft(
        text=text,
        outlet=notes.outlet,
        url=url,
        headline=headline,
        published=notes.published,
        language=notes.language,
        credits=_beside(notes.credits, layout),
        layout=layout,
    )


def _with_headings(text: str, layout: Layout, headings: set[str]) -> Layout:
    """Mark as subheads what the page marks as headings, whatever a plain text of the same words would be read as."""
    zones = [
        type(zone)(kind=ZoneKind.SUBHEAD, start=zone.start, end=zone.end)
        if zone.kind is not ZoneKind.HEADLINE and text[zone.start : zone.end] in headings
        else zone
        for zone in layout.zones
    ]
    return Layout(
        zones=tuple(zones), credits=layout.credits, published=layout.published, form=layout.form, issuer=layout.issuer
    )


def _beside(named: tuple[Credit, ...], layout: Layout) -> tuple[Credit, ...]:
    """Keep the credits known from markup alone."""
    told = {(credit.name, credit.role) for credit in layout.credits}
    return tuple(credit for credit in named if (credit.name, credit.role) not in told)


def article_pieces(tree: Any) -> list[Piece]:
    """Give the paragraphs and headings of a page's article, as trafilatura tells it from the rest of the page."""
    import trafilatura

    try:
        document = trafilatura.bare_extraction(
            tree, include_comments=False, include_tables=False, with_metadata=False, fast=False
        )
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, RecursionError, etree.LxmlError):
        return []
    body = getattr(document, "body", None)
    return block_pieces(body) if body is not None else []


def block_pieces(root: Any) -> list[Piece]:
    """Give the blocks of an element in order, the innermost that hold words; text outside any block is a piece too."""
    pieces: list[Piece] = []
    for element in root.iter():
        if element.tag not in _BLOCKS or any(child.tag in _BLOCKS for child in element.iterdescendants()):
            continue
        told = clean("".join(element.itertext()))
        if told and not (pieces and pieces[-1].words == told):
            pieces.append(Piece(told, element.tag in _HEADINGS))
    if not pieces and clean("".join(root.itertext())):
        pieces = [Piece(clean(line), False) for line in "".join(root.itertext()).split("\n") if clean(line)]
    return pieces


def prose_length(pieces: list[Piece]) -> int:
    """Give how many words of an article read as sentences."""
    counts = [(piece, len(words(piece.words[:LONGEST_KEYED]))) for piece in pieces if not piece.is_heading]
    return sum(count for piece, count in counts if count and is_prose(piece.words, count))


def several_articles(tree: Any, rules: ReportRules) -> list[Any]:
    """Give the `article` elements of a page that each hold a headline and a text of their own, where there are several."""
    outermost = [
        element
        for element in tree.iter("article")
        if not any(parent.tag == "article" for parent in element.iterancestors())
    ]
    lengths = [
        (element, prose_length(block_pieces(without_furniture(element))))
        for element in outermost[:50]
        if element.xpath(".//h1 | .//h2 | .//h3")
    ]
    longest = max((length for _, length in lengths), default=0)
    kept = [
        element for element, length in lengths if length >= max(rules.shortest_article, _SHARE_OF_LONGEST * longest)
    ]
    return kept if len(kept) > 1 else []


def without_furniture(element: Any) -> Any:
    """Give a copy of an element without scripts, forms, navigation and pictures."""
    copied = html.fromstring(etree.tostring(element, encoding="unicode", method="html", with_tail=False))
    for dropped in list(copied.iter(*_DROPPED)):
        if dropped.getparent() is not None:
            dropped.drop_tree()
    return copied


def _read_part(capture: Capture, element: Any, page: PageNotes, rules: ReportRules) -> Extraction:
    """Read one of several articles of a page: its own heading, byline and moment, the page's outlet and language."""
    own = html.document_fromstring(
        f"<html><body>{etree.tostring(element, encoding='unicode', method='html', with_tail=False)}</body></html>"
    )
    notes = read_notes(own)
    heading = next(iter(element.xpath(".//h1 | .//h2 | .//h3")), None)
    headline = clean(heading.text_content()) if heading is not None else ""
    pieces = [piece for piece in block_pieces(without_furniture(element)) if piece.words != headline]
    named = PageNotes(
        headline=headline,
        outlet=page.outlet,
        published=notes.published,
        language=page.language,
        byline=notes.byline,
        credits=notes.credits,
    )
    link = next(
        (
            str(url)
            for url in element.xpath(".//h1//a/@href | .//h2//a/@href | .//h3//a/@href")
            if re.match(r"https?://\S+$", str(url))
        ),
        None,
    )
    return (
        make_report(capture, compose(named, pieces, link))
        if prose_length(pieces) >= rules.shortest_article
        else Extraction()
    )


def _too_much(tree: Any, rules: ReportRules) -> str | None:
    count, depth, deepest = 0, 0, 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        count += event == "start"
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
        if count > rules.most_elements:
            return f"is too large: more than {rules.most_elements} elements; save the article alone"
        if deepest > rules.deepest_page:
            return f"is nested too deep: more than {rules.deepest_page} elements in one another; save the article alone"
    return None


def _page_url(capture: Capture, notes: PageNotes) -> str | None:
    return notes.url or (capture.url if re.match(r"https?://", capture.url) else None)


def _refusal(capture: Capture, reason: str) -> Extraction:
    return Extraction(refusals=(Refusal(subject=capture.url, reason=reason),))
