"""What a web page says of its article in its markup: JSON-LD, meta tags, `time`, bylines and photo credits."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from stemma.model import Credit, CreditRole, Moment
from stemma.reports.bylines import find_byline
from stemma.reports.moments import find_moments, first_day, read_moment
from stemma.reports.photocredits import photo_line

_ARTICLE_TYPES = re.compile(r"(?:article|report|posting|newsstory)$", re.IGNORECASE)
_BYLINES = (
    "//*[@rel='author' or @itemprop='author' or contains(concat(' ', normalize-space(@class), ' '), ' byline ')"
    " or contains(@class, 'byline') or contains(@class, 'author') or contains(@class, 'Byline')]"
)
_CAPTIONS = (
    "//figcaption | //figure//*[contains(@class, 'credit')]"
    " | //*[contains(@class, 'photo-credit') or contains(@class, 'caption') or contains(@class, 'image-credit')]"
)
_DEEPEST_RECORD = 40  # nested objects of JSON-LD


@dataclass(frozen=True, slots=True, kw_only=True)
class PageNotes:
    """What markup says beside the article's text; None is not said.

    `byline` is a line that is visible on the page; `is_one_article` that the markup calls the page an article.
    """

    headline: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: Moment | None = None
    language: str | None = None
    byline: str | None = None
    credits: tuple[Credit, ...] = ()
    is_one_article: bool = False


def read_notes(tree: Any) -> PageNotes:
    """Read the notes of a parsed page (an lxml element)."""
    article = next(_articles(tree), {})
    return PageNotes(
        headline=_headline(tree, article),
        outlet=_named(article.get("publisher"))
        or _meta(tree, "og:site_name", "application-name", "publisher", "dc.publisher"),
        url=_address(tree),
        published=_published(tree, article),
        language=_language(tree),
        byline=_byline(tree),
        credits=_photo_credits(tree),
        is_one_article=bool(article.get("headline")) or _meta(tree, "og:type") == "article",
    )


def clean(words: Any) -> str:
    """Give words with their white space made single; "" for anything that is no string."""
    return " ".join(words.split()) if isinstance(words, str) else ""


def _articles(tree: Any) -> Iterator[dict[str, Any]]:
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            yield from _nested_articles(json.loads(script.text_content(), strict=False), 0)
        except (ValueError, RecursionError):
            continue


def _nested_articles(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST_RECORD:
        return
    if isinstance(value, list):
        for member in value:
            yield from _nested_articles(member, depth + 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        if any(
            isinstance(kind, str) and _ARTICLE_TYPES.search(kind)
            for kind in (kinds if isinstance(kinds, list) else [kinds])
        ):
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            yield from _nested_articles(value.get(key), depth + 1)


def _named(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return clean(value.get("name") if isinstance(value, dict) else value) or None


def _meta(tree: Any, *names: str) -> str | None:
    for name in names:
        found = tree.xpath("//meta[@property=$name or @name=$name or @itemprop=$name]/@content", name=name)
        if found and clean(str(found[0])):
            return clean(str(found[0]))
    return None


def _headline(tree: Any, article: dict[str, Any]) -> str | None:
    """Give the heading that is visible on the page: the h1 that the markup's headline names, else the only or first h1."""
    told = [
        clean(article.get("headline")),
        _meta(tree, "og:title", "twitter:title") or "",
        clean(tree.findtext(".//title")),
    ]
    visible = [clean(heading.text_content()) for heading in tree.xpath("//h1 | //h2[@itemprop='headline']")]
    visible = [heading for heading in visible if heading]
    for title in told:
        match = next(
            (
                heading
                for heading in visible
                if title and (heading.casefold() == title.casefold() or heading in title or title in heading)
            ),
            None,
        )
        if match is not None:
            return match
    return next((heading for heading in visible if len(heading.split()) >= 3), None) or next(
        (title for title in told if title), None
    )


def _address(tree: Any) -> str | None:
    found = [*tree.xpath("//link[@rel='canonical']/@href"), *tree.xpath("//meta[@property='og:url']/@content")]
    return next((str(url).strip() for url in found if re.match(r"https?://[^\s<>\"]+$", str(url).strip())), None)


def _published(tree: Any, article: dict[str, Any]) -> Moment | None:
    """Give the finest moment of publication that the markup tells: JSON-LD, meta tags, then the first `time`."""
    values = [clean(article.get("datePublished")), clean(article.get("dateCreated"))]
    values += [
        _meta(tree, name) or ""
        for name in (
            "article:published_time",
            "og:published_time",
            "datePublished",
            "pubdate",
            "publish-date",
            "date",
            "dc.date",
            "DC.date.issued",
            "sailthru.date",
            "parsely-pub-date",
            "cXenseParse:recs:publishtime",
        )
    ]
    values += [
        str(value)
        for value in tree.xpath("//time[@pubdate or @itemprop='datePublished']/@datetime | //time/@datetime")[:1]
    ]
    moments = [moment for moment in (read_moment(value) for value in values if value) if moment is not None]
    if not moments:
        visible = [
            clean(element.text_content())
            for element in tree.xpath(
                "//time | //*[contains(@class, 'publish') or contains(@class, 'timestamp') or contains(@class, 'date')]"
            )[:20]
        ]
        moments = [
            told.moment for line in visible if len(line) < 120 for told in find_moments(line) if told.moment is not None
        ][:1]
    same_day = [moment for moment in moments if first_day(moment) == first_day(moments[0])]
    return next((moment for moment in same_day if moment.earliest == moment.latest), same_day[0] if same_day else None)


def _language(tree: Any) -> str | None:
    told = clean(str(next(iter(tree.xpath("/html/@lang | /html/@xml:lang")), "")))
    return told if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", told) else None


def _byline(tree: Any) -> str | None:
    """Give the first short visible line that is marked as a byline and reads as one."""
    for element in tree.xpath(_BYLINES)[:30]:
        line = re.sub(r"(?i)^by\s*:?\s*(?=\S)", "By ", clean(element.text_content()))
        byline = find_byline(line, 0, len(line)) if 4 < len(line) <= 160 else None
        if byline is not None and byline.authors:
            return line
    return None


def _photo_credits(tree: Any) -> tuple[Credit, ...]:
    """Give the names that captions credit; they are no part of the text, so their offsets are -1."""
    names: dict[str, None] = {}
    for element in tree.xpath(_CAPTIONS)[:60]:
        line = clean(element.text_content())
        for credit in photo_line(line, 0, len(line)) or () if 2 < len(line) <= 700 else ():
            names.setdefault(credit.name)
    return tuple(Credit(name=name, role=CreditRole.PHOTO, start=-1, end=-1) for name in names)
