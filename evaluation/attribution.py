"""Attributions against gold in the form of PolNeAR: who is given as saying what, span by span.

Gold is one JSON object a line: id, text, attributions [{source, cue, content: lists of [start, end)}, kind]. What is read must
keep the text as it is, for offsets are compared.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

import stemma
from evaluation import plain
from evaluation.corpora import Record, last_tenth, records_of
from evaluation.figures import Figure, Outcome, Ratio, Tally, f1, figures_of, share

Piece = tuple[int, int]
ROLES = ("content", "source", "cue")

# Two humans on 20 articles of the corpus, five or six annotators each, mean over ordered pairs (its own README).
CEILINGS = {
    "attribution.char_f1.content": 0.91,
    "attribution.char_f1.source": 0.81,
    "attribution.char_f1.cue": 0.69,
    "attribution.found_f1": 0.85,
    "attribution.source_exact": 0.86,
    "attribution.exact_f1.content": 0.658,
}

# What may stand between two pieces of one span: white space and quotation marks. PolNeAR's annotators kept the marks
# inside a span, our readings split a span where marks begin or end, so the seams are closed on both sides alike.
_SEAM = re.compile(r"[\s\"'“”„‟‘’‚‛«»‹›`´]*\Z")
_MARKS = re.compile(r"“([^”\n]*)”|''([^\n]*?)''|\"([^\"\n]*)\"|«([^»\n]*)»")
_WORD = re.compile(r"\w+(?:['’\-]\w+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One attribution as three lists of pieces, in characters, end exclusive."""

    content: tuple[Piece, ...]
    source: tuple[Piece, ...] = ()
    cue: tuple[Piece, ...] = ()
    is_direct: bool = False  # gold alone says it: all of the content stands in marks


class HasContent(Protocol):
    """Whatever has a content of one or more pieces."""

    @property
    def content(self) -> tuple[Piece, ...]:
        """Give the pieces."""


Content = TypeVar("Content", bound=HasContent)
Teller = Callable[[Record], Sequence[Told]]


def gold_of(record: Record) -> tuple[Told, ...]:
    """Give a record's gold attributions; those without content are skipped, as the corpus asks."""
    return tuple(
        Told(
            **{role: tuple((start, end) for start, end in row.get(role, ())) for role in ROLES},
            is_direct=row.get("kind") == "direct",
        )
        for row in record["attributions"]
        if row.get("kind") != "empty" and row.get("content")
    )


def told_by_stemma(record: Record) -> tuple[Told, ...]:
    """Give what stemma reads in a record's text."""
    return told_by(record, "network")


def told_by_rules(record: Record) -> tuple[Told, ...]:
    """Give what stemma reads by rules alone."""
    return told_by(record, "fast")


def told_by(record: Record, reader: str) -> tuple[Told, ...]:
    """Give what the reader of this name finds in a record's text."""
    settings = stemma.Settings().but("readings", reader=reader)
    reading = stemma.read({"id": str(record["id"]), "text": record["text"]}, settings=settings).reading
    return tuple(
        Told(**{role: tuple((span.start, span.end) for span in getattr(told, role)) for role in ROLES})
        for told in reading.attributions
        if told.content
    )


def join(pieces: Iterable[Piece], text: str) -> tuple[Piece, ...]:
    """Join pieces that overlap, touch or have only white space and quotation marks between them.

    >>> join([(0, 3), (5, 8), (12, 14)], 'abc "def and gh')
    ((0, 8), (12, 14))
    """
    joined: list[Piece] = []
    for start, end in sorted(pieces):
        if joined and (start <= joined[-1][1] or _SEAM.match(text[joined[-1][1] : start])):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def characters(pieces: Iterable[Piece]) -> set[int]:
    """Give the offsets that the pieces cover."""
    return {offset for start, end in pieces for offset in range(start, end)}


def pair(gold: Sequence[Content], found: Sequence[Content]) -> tuple[tuple[Content, Content], ...]:
    """Pair gold and found attributions whose contents overlap, one to one, those that share most characters first."""
    gold_cover = [characters(told.content) for told in gold]
    found_cover = [characters(told.content) for told in found]
    overlaps = sorted(
        (-len(left & right), i, j)
        for i, left in enumerate(gold_cover)
        for j, right in enumerate(found_cover)
        if left & right
    )
    pairs: dict[int, int] = {}
    for _, i, j in overlaps:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return tuple((gold[i], found[j]) for i, j in sorted(pairs.items()))


def marked_stretches(text: str, word_count: int = 5) -> tuple[Piece, ...]:
    """Give what stands inside double marks within one line of text, where it has at least so many words.

    >>> marked_stretches('He said "one two three four five" and "six".')
    ((9, 32),)
    """
    found = []
    for match in _MARKS.finditer(text):
        start, end = next(match.span(group) for group in range(1, 5) if match.group(group) is not None)
        if len(_WORD.findall(text[start:end])) >= word_count:
            found.append((start, end))
    return tuple(found)


def whole_marked(text: str, gold: Sequence[Told], found: Sequence[Told], word_count: int = 5) -> Ratio:
    """Say how many stretches of direct gold content of five or more words lie whole, letter by letter, in one found content."""
    found_cover = [characters(told.content) for told in found]
    wanted = [
        {offset for offset in range(start, end) if text[offset].isalnum()}
        for told in gold
        if told.is_direct
        for start, end in join(told.content, text)
        if len(_WORD.findall(text[start:end])) >= word_count
    ]
    return share(sum(any(letters <= cover for cover in found_cover) for letters in wanted), len(wanted))


def _char_f1(role: str, gold: Sequence[Told], found: Sequence[Told]) -> Ratio:
    gold_cover = characters(piece for told in gold for piece in getattr(told, role))
    found_cover = characters(piece for told in found for piece in getattr(told, role))
    has_role = sum(bool(getattr(told, role)) for told in gold)
    return f1(len(gold_cover & found_cover), len(found_cover), len(gold_cover), n=has_role)


def _exact_f1(role: str, text: str, gold: Sequence[Told], found: Sequence[Told]) -> Ratio:
    gold_pieces = {piece for told in gold for piece in join(getattr(told, role), text)}
    found_pieces = {piece for told in found for piece in join(getattr(told, role), text)}
    return f1(len(gold_pieces & found_pieces), len(found_pieces), len(gold_pieces))


def tally(text: str, gold: Sequence[Told], found: Sequence[Told]) -> Tally:
    """Count one article: every figure of the task as a ratio that adds up over articles."""
    pairs = pair(gold, found)
    same_source = sum(join(left.source, text) == join(right.source, text) for left, right in pairs)
    figures = {f"attribution.char_f1.{role}": _char_f1(role, gold, found) for role in ROLES}
    figures["attribution.found_f1"] = f1(len(pairs), len(found), len(gold))
    figures["attribution.source_exact"] = share(same_source, len(pairs))
    figures |= {f"attribution.exact_f1.{role}": _exact_f1(role, text, gold, found) for role in ROLES}
    figures["attribution.marked_found_whole"] = whole_marked(text, gold, found)
    return figures


def told_plainly(record: Record) -> tuple[Told, ...]:
    """Give what a plain method reads: whatever stands in marks, the nearest cue word, the nearest capitalised name."""
    text = record["text"]
    told = []
    for start, end in marked_stretches(text, word_count=3):
        cue, source = plain.nearest_cue_and_name(text, start - 1, end + 1)
        told.append(
            Told(content=((start - 1, end + 1),), source=(source,) if source else (), cue=(cue,) if cue else ())
        )
    return tuple(told)


def score(records: Sequence[Record], teller: Teller) -> tuple[Figure, ...]:
    """Measure one way of telling who said what on gold records."""
    tallies = [tally(record["text"], gold_of(record), teller(record)) for record in records]
    return figures_of(tallies, CEILINGS)


def evaluate(path: Path, fold: str | None = None, tellers: Mapping[str, Teller] | None = None) -> Outcome:
    """Run the task on a .jsonl file; `fold` "last-tenth" takes only the latest tenth of it by publication."""
    records = records_of(path)
    if fold == "last-tenth":
        records = last_tenth(records)
    if tellers is None:
        tellers = {"stemma --reader fast": told_by_rules, "marks and nearest capitalised name": told_plainly}
    figures = {"stemma": score(records, told_by_stemma)}
    return Outcome.of("attribution", path, figures | {name: score(records, teller) for name, teller in tellers.items()})
