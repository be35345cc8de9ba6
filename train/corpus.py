"""Articles as the network learns from them: tokens, a tag for each, and which cue each content and each source belongs to."""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stemma.model import Report, Zone, ZoneKind
from stemma.readings.sentence import parse
from stemma.readings.signs import Token, tokens_of
from stemma.text.marks import marked
from stemma.text.wordpieces import Wordpieces

ROLES = ("content", "source", "cue")
TAGS = ("O", *(f"{part}-{role}" for role in ROLES for part in "BI"))  # B-content is 1, I-content 2, ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A run of tokens in one role, [first, last), and the number of the attribution that it belongs to."""

    role: str
    first: int
    last: int
    attribution: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article with its gold; an article without gold (tags None) is there for its teacher's answers alone."""

    id: str
    tokens: tuple[Token, ...]
    tags: tuple[int, ...] | None
    stretches: tuple[Stretch, ...]


def plain_report(article_id: str, text: str) -> Report:
    """Give a text as a report all of whose lines are body."""
    zones, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            zones.append(Zone(kind=ZoneKind.BODY, start=start, end=start + len(line)))
        start += len(line) + 1
    return Report(
        id=article_id,
        capture_id=article_id,
        path=article_id,
        url=None,
        outlet_id=None,
        text=text,
        zones=tuple(zones),
        credits=(),
        published=None,
        language="en",
    )


def article_of(record: Mapping[str, Any], wordpieces: Wordpieces) -> Article:
    """Give a record of a corpus as an article."""
    text = record["text"]
    tokens = tuple(tokens_of(parse(plain_report(str(record["id"]), text), marked(text)), wordpieces))
    if "attributions" not in record:
        return Article(id=str(record["id"]), tokens=tokens, tags=None, stretches=())
    stretches = tuple(_stretches(record["attributions"], tokens))
    tags = [0] * len(tokens)
    for one in stretches:
        begin = 1 + 2 * ROLES.index(one.role)
        if not any(tags[one.first : one.last]):
            tags[one.first : one.last] = [begin, *[begin + 1] * (one.last - one.first - 1)]
    return Article(id=str(record["id"]), tokens=tokens, tags=tuple(tags), stretches=stretches)


def _stretches(attributions: Iterable[Mapping[str, Any]], tokens: tuple[Token, ...]) -> Iterator[Stretch]:
    """Give the gold spans as runs of the tokens that they touch."""
    starts, ends = [token.start for token in tokens], [token.end for token in tokens]
    for number, attribution in enumerate(attributions):
        for role in ROLES:
            for start, end in attribution[role]:
                first, last = bisect_right(ends, start), bisect_left(starts, end)
                if first < last:
                    yield Stretch(role=role, first=first, last=last, attribution=number)


def records(path: Path) -> list[dict[str, Any]]:
    """Give the records of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def parted(rows: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Give what is learned from, and the latest tenth by date, which is kept out (as `evaluation.corpora.last_tenth`)."""
    ordered = sorted(rows, key=lambda row: (str(row.get("published", "")), str(row.get("id", ""))))
    cut = len(ordered) - len(ordered) // 10
    return ordered[:cut], ordered[cut:]
