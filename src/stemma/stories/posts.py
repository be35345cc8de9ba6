"""Posts: who is meant by "the foreign minister", where another report of the story gives the post with a name."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from stemma.model import Report, Span, Voice, VoiceKind
from stemma.stories.namesakes import plain

_NEAR = timedelta(days=31)  # a post may have passed to another since
_HELD_BY_ONE = frozenset(
    "minister secretary president premier chancellor governor mayor king queen pope chief chairman chairwoman chair head "
    "director ceo boss ambassador envoy commissioner speaker prosecutor attorney principal bishop archbishop sheriff".split()
)
_ONE_OF_MANY = frozenset("a an one another former ex then some any".split())
_PAST = re.compile(r"\b(?:former|ex|then|late|outgoing|deputy|vice|assistant|acting)\b[\s-]", re.IGNORECASE)
_BEHIND = re.compile(r",\s(?:the\s|its\s|their\s)?([^,.;:“\"\n]{4,70})[,.]")
_EMPTY = frozenset("the of for and in its their his her s".split())
_WORD = re.compile(r"[^\W\d_]+")


def post_of(voice: Voice) -> frozenset[str]:
    """Give the words of a post that one person holds, none where a role is one of many ("a minister", "officials").

    >>> sorted(post_of(Voice(id="v", name="foreign minister", kind=VoiceKind.ROLE, named_in=())))
    ['foreign', 'minister']
    >>> post_of(Voice(id="v", name="a senior official", kind=VoiceKind.ROLE, named_in=()))
    frozenset()
    """
    parts = plain_words(voice.name)
    is_one = voice.kind is VoiceKind.ROLE and voice.name.split(" ", 1)[0].casefold() not in _ONE_OF_MANY
    return (
        frozenset(parts - _EMPTY) if is_one and parts & _HELD_BY_ONE and not _PAST.search(voice.name) else frozenset()
    )


def headed(post: frozenset[str]) -> frozenset[str]:
    """Give the words of a post with one word for whoever is at the head, none where nobody is.

    >>> headed(frozenset({"board", "boss"})) == headed(frozenset({"board", "head"})), headed(frozenset({"board", "envoy"}))
    (True, frozenset())
    """
    return (post - _HEADS) | {"head"} if post & _HEADS else frozenset()


_HEADS = frozenset("chief head boss director ceo".split())


def plain_words(text: str) -> set[str]:
    """Give the words of a text in plain small letters."""
    return set(_WORD.findall(plain(text).replace("'s", " ")))


def posts_beside(voice: Voice, reports: Mapping[str, Report]) -> Iterator[tuple[frozenset[str], Span]]:
    """Give the words of each post that stands right before or behind a person's name, with the place that shows it."""
    name = plain_words(voice.name)
    for span in voice.named_in:
        text = reports[span.report_id].text
        shown, behind = span.cut(text), _BEHIND.match(text, span.end)
        for piece in (shown, behind.group(1) if behind else ""):
            words = frozenset(plain_words(piece) - name - _EMPTY)
            if words & _HELD_BY_ONE and not _PAST.search(piece):
                end = span.end if piece is shown or behind is None else behind.end(1)
                yield words, Span(span.report_id, span.start, end)


def is_near(left: Report, right: Report) -> bool:
    """Say that two reports were published so near each other that a post is taken to have passed to nobody between them."""
    one, other = _published(left), _published(right)
    return one is None or other is None or abs(one - other) <= _NEAR


def _published(report: Report) -> datetime | None:
    return None if report.published is None else report.published.earliest


def bearers(role: Voice, persons: Sequence[Voice], reports: Mapping[str, Report]) -> list[tuple[Voice, Span]]:
    """Give the persons whom reports of about the same days give the post of a role, each with the place that says so."""
    wanted = post_of(role)
    home = reports[role.named_in[0].report_id] if role.named_in else None
    if not wanted or home is None:
        return []
    found = []
    for person in persons:
        places = [
            span
            for words, span in posts_beside(person, reports)
            if wanted <= words and is_near(home, reports[span.report_id])
        ]
        if places:
            found.append((person, places[0]))
    return found
