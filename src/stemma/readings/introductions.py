"""Introductions: who is called by his post alone in headline and lede, and by name right after."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stemma.model import Name, NameKind, Report, ZoneKind
from stemma.readings.lexicon import Frame, lexicon
from stemma.readings.mentions import Mention, describe

Place = tuple[int, int]  # characters of the report's text, the last excluded

_SPEAKS = re.compile(r"\s+(?:\w+ly\s+|also\s+|has\s+|had\s+)?([a-z]+)\b")
_OFTEN = 3  # how often who is merely given as saying something must be named to be the bearer of the post
_REACH = 2  # paragraphs behind the lede in which the name has to stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction:
    """A person whom a report first calls by his post: his full name, the words of the post, where the name stands first."""

    full: str
    described: frozenset[str]
    place: int

    def fits(self, mention: Mention, place: Place) -> bool:
        """Say that a description before the name is this person's post: one holds the other's titles."""
        if place[0] > self.place:
            return False
        titles, own = mention.described & lexicon().titles, self.described & lexicon().titles
        return self.is_held(mention) or (bool(titles) and not mention.is_plural and own <= titles)

    def is_held(self, mention: Mention) -> bool:
        """Say that the titles of a description are among this person's ("the secretary" behind "the Secretary of State")."""
        titles = mention.described & lexicon().titles
        return bool(titles) and not mention.is_plural and titles <= self.described


def introduced(report: Report, sources: Iterable[Place], names: Sequence[Name]) -> Introduction | None:
    """Give the person whom the lede calls by a post alone ("the city's surveyor said") and it or the next paragraphs name.

    None where anybody else is named before, where the first named has a post of his own beside his name, or does not speak.
    """
    body = [zone for zone in report.zones if zone.kind is ZoneKind.BODY]
    if not body:
        return None
    lede = body[0]
    posts = [(describe(report.text[a:b]), b) for a, b in sorted(sources) if lede.start <= a < lede.end]
    post, since = next(((one, end) for one, end in posts if _is_post(one)), (None, 0))
    read = [zone for zone in report.zones if zone.kind in _TOLD]
    persons = [
        name
        for name in sorted(names, key=lambda one: one.span.start)
        if name.kind is NameKind.PERSON and any(zone.start <= name.span.start < zone.end for zone in read)
    ]
    if post is None or not persons:
        return None
    first, last = persons[0], body[min(_REACH, len(body) - 1)]
    is_near = since <= first.span.start < last.end
    if not is_near or " " not in first.span.cut(report.text) or not _is_bare(report, first):
        return None
    return Introduction(full=first.canonical, described=post.described, place=first.span.start)


_TOLD = frozenset({ZoneKind.HEADLINE, ZoneKind.STANDFIRST, ZoneKind.SUBHEAD, ZoneKind.BODY})


def _is_post(mention: Mention) -> bool:
    """Say that a mention is a singular post that one person holds, and no unnamed one of many ("an official")."""
    first = mention.text.split(" ", 1)[0].casefold()
    titles = mention.described & lexicon().titles
    is_one = not mention.is_plural and first not in {"a", "an", "one", "another"}
    return is_one and not mention.name and not mention.pronoun and bool(titles - lexicon().common)


def _is_bare(report: Report, name: Name) -> bool:
    """Say that a name opens its sentence or follows a quotation, with no post before or behind it, and speaks."""
    before = report.text[: name.span.start].rstrip(" ")[-1:]
    verb = _SPEAKS.match(report.text, name.span.end)
    entry = None if verb is None else lexicon().verbs.get(verb.group(1))
    surname = name.span.cut(report.text).rsplit(" ", 1)[-1]
    if entry is not None and entry.lemma == "say" and report.text.count(surname) < _OFTEN:
        return False  # "Bo Lind said his house was gone": anybody may
    return before in {"", "\n", ".", ",", '"', "”", "’", "'", "!", "?"} and (
        entry is not None and bool(entry.frames & {Frame.SAY, Frame.TELL})
    )
