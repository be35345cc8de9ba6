"""Sentences of a report with what comparing needs to know of each word."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from stemma.model import Edition, Form, Manner, Reading, Report, Span, ZoneKind
from stemma.text.background import load
from stemma.text.marks import marked
from stemma.text.narration import narrated
from stemma.text.sentences import sentences
from stemma.text.spelling import stem
from stemma.text.synonyms import concept
from stemma.text.words import Word, words

TOLD = (ZoneKind.HEADLINE, ZoneKind.STANDFIRST, ZoneKind.SUBHEAD, ZoneKind.BODY, ZoneKind.SPEECH)
DISPLAY = (ZoneKind.HEADLINE, ZoneKind.STANDFIRST, ZoneKind.SUBHEAD)
CONTENT_RARITY = 9000  # millibits: rarer than about one word in 500 names a matter, the commoner ones bind


@dataclass(frozen=True, kw_only=True)
class Unit:
    """One sentence of a report; `number` counts within the report, masks run along `words`."""

    report_id: str
    number: int
    start: int
    end: int
    zone: ZoneKind
    words: tuple[Word, ...]
    is_marked: tuple[bool, ...]
    is_narrated: tuple[bool, ...]
    is_attributed: tuple[bool, ...]

    @property
    def span(self) -> Span:
        """Where the sentence stands."""
        return Span(self.report_id, self.start, self.end)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys of its words."""
        return tuple(word.key for word in self.words)

    @cached_property
    def look(self) -> "Look":
        """All that its kinship to another sentence is read off."""
        return Look(self.keys, self.is_marked, self.is_narrated, self.is_attributed)

    @cached_property
    def costs(self) -> tuple[int, ...]:
        """The surprisal of each of its words after the two before it, in millibits."""
        return tuple(int(cost) for cost in load().surprisal(self.keys))

    @cached_property
    def content(self) -> Mapping[str, int]:
        """Its content words: stem to rarity in millibits."""
        return content_of(self.keys)


class Look:
    """The words of a sentence and their masks, to be compared with others again and again: its hash is reckoned once."""

    __slots__ = ("_hash", "_told")

    def __init__(self, *told: tuple[object, ...]) -> None:
        self._told = told
        self._hash = hash(told)

    def __hash__(self) -> int:
        """Give the hash of what it holds."""
        return self._hash

    def __eq__(self, other: object) -> bool:
        """Say whether two hold the same."""
        return self is other or (isinstance(other, Look) and self._told == other._told)


def content_of(keys: Iterable[str]) -> dict[str, int]:
    """Give the content words among some words: stem of the concept to rarity in millibits; common words are left out."""
    return dict(entry for key in keys if (entry := _content_word(key)) is not None)


@lru_cache(maxsize=65536)  # a story's words come again and again
def _content_word(key: str) -> tuple[str, int] | None:
    """Give the stem of a word's concept and its rarity; None where it is a common word."""
    rarity = int(load().rarity(key))
    if rarity >= CONTENT_RARITY or any(letter.isdigit() for letter in key):
        return stem(concept(key)), rarity
    return None


def shared_weight(left: Mapping[str, int], right: Mapping[str, int]) -> int:
    """Give the rarity, in millibits, of the content words that two sides share."""
    small, large = (left, right) if len(left) <= len(right) else (right, left)
    return sum(small[key] for key in small.keys() & large.keys())


def units_of(report: Report, reading: Reading, blocks: Sequence[Span] = ()) -> tuple[Unit, ...]:
    """Give a report's sentences in text order; a headline that stands twice is one; block quotations count as in marks."""
    stretches = [(m.start, m.end) for m in marked(report.text)] + [(block.start, block.end) for block in blocks]
    if report.form is Form.TRANSCRIPT:
        stretches = [(zone.start, zone.end) for zone in report.zones if zone.kind is ZoneKind.SPEECH]
    contents = [
        (span.start, span.end)
        for attribution in reading.attributions
        if attribution.manner is not Manner.DIRECT
        for span in attribution.content
    ]
    return _cut(report, stretches, contents)


def units_of_edition(edition: Edition) -> tuple[Unit, ...]:
    """Give the sentences of an earlier edition, which is not read: nothing in it counts as attributed."""
    return _cut(edition, [(m.start, m.end) for m in marked(edition.text)], [])


def _cut(
    report: Report | Edition, stretches: Sequence[tuple[int, int]], contents: Sequence[tuple[int, int]]
) -> tuple[Unit, ...]:
    text = report.text
    told: list[Unit] = []
    seen: set[tuple[str, ...]] = set()
    for zone in report.zones:
        if zone.kind not in TOLD:
            continue
        for start, end in sentences(text, zone.start, zone.end):
            found = words(text, start, end)
            keys = tuple(word.key for word in found)
            if not found or (zone.kind is ZoneKind.HEADLINE and keys in seen):
                continue
            seen.add(keys)
            told.append(
                Unit(
                    report_id=report.id,
                    number=len(told),
                    start=start,
                    end=end,
                    zone=zone.kind,
                    words=tuple(found),
                    is_marked=tuple(_inside(found, stretches)),
                    is_narrated=tuple(narrated(text, found)),
                    is_attributed=tuple(_inside(found, contents)),
                )
            )
    return tuple(told)


def _inside(found: Sequence[Word], stretches: Sequence[tuple[int, int]]) -> list[bool]:
    return [any(start <= word.start and word.end <= end for start, end in stretches) for word in found]
