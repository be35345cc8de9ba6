"""A newsroom's own text made a draft: paragraphs, sentences, speech in marks."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from sentencex import segment

from evaluation.traditions.draft import Draft, Part, Quote, Sentence, Word, tidy

MARKS = (("“", "”"), ('"', '"'), ("''", "''"))
_DATELINE = re.compile(
    r"^((?:[A-Z][A-Z.’'\-]+)(?:[ ,]+(?:[A-Z][A-Za-z.]+))*|[A-Z][a-z]+(?= \())(?: \((?:AP|Reuters|UPI|AFP|CNN)\))?"
    r"\s*(?:(?:—|―|–-|–|--)\s*|-\s+)(?=[A-Z“\"])"
)
_JUNK = re.compile(
    r"(?i)contributed (?:to|reporting)|^(?:read more|related|watch|see also|click here|advertisement|story continues|photo|image|"
    r"follow .* on|sign up|subscribe|copyright|\(?©|by [A-Z]|updated|share this|also on|video|correction|editor.s note|more:|"
    r"like us|get the latest|\*|abstract|full text)|twitter\.com|facebook|https?://|www\.|@\w{3,}|\bpic\.|newsletter|getty|embed|"
    r"^[^a-z]+$|[\ufffd\u0080-\u009f]|Ã|â€|Â"
)
_UNENDED = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|St|No|vs|Jr|Sr|Inc|Co))\. ?$"
)  # abbreviations
_BEGIN = re.compile(r"[A-Z\d“\"'‘$£€(\[]")
Tellers = Callable[[Sequence[str]], tuple[Word, ...]]


def pieces(text: str) -> tuple[tuple[str, tuple[str, str] | None], ...] | None:
    """Give a stretch of text cut where double marks open and close; None where they do not pair.

    >>> pieces('It is “late,” she said.')
    (('It is ', None), ('late,', ('“', '”')), (' she said.', None))
    """
    found, rest = [], text
    while rest:
        starts = [(rest.find(opening), opening, closing) for opening, closing in MARKS if opening in rest]
        if not starts:
            break
        start, opening, closing = min(starts)
        end = rest.find(closing, start + len(opening))
        if end < 0 or opening in rest[start + len(opening) : end] or end == start + len(opening):
            return None
        found += [(rest[:start], None), (rest[start + len(opening) : end], (opening, closing))]
        rest = rest[end + len(closing) :]
    if any(mark in rest for pair in MARKS for mark in pair):
        return None
    return tuple(piece for piece in (*found, (rest, None)) if piece[0])


def sentences_of(paragraph: str) -> tuple[str, ...]:
    """Give the sentences of a paragraph; a quotation of several sentences stays in one.

    >>> sentences_of("It rained. “Go. Go now,” she said.")
    ('It rained.', '“Go. Go now,” she said.')
    """
    joined: list[str] = []
    for sentence in segment("en", paragraph):
        before = joined[-1] if joined else ""
        is_open = (
            pieces(before) is None or _UNENDED.search(before) or not before.endswith(" ") or not _BEGIN.match(sentence)
        )
        if joined and is_open:
            joined[-1] += sentence
        else:
            joined.append(sentence)
    return tuple(sentence.strip() for sentence in joined if sentence.strip())


def make_sentence(text: str, tell: Tellers) -> Sentence | None:
    """Give a sentence with its speech apart; None where its marks do not pair."""
    cut = pieces(text)
    if cut is None:
        return None
    parts: list[Part] = []
    for piece, marks in cut:
        words = piece.split()
        if marks is None or len(words) == 0 or piece != " ".join(words):
            parts.append(piece if marks is None else marks[0] + piece + marks[1])
        else:
            parts.append(Quote(words=tell(words), marks=marks))
    return Sentence(parts=tidy(tuple(parts)))


def plain_tale(prefix: str) -> Tellers:
    """Give a teller of words for a text with no transcript: each quotation is an utterance of its own."""
    count = 0

    def tell(words: Sequence[str]) -> tuple[Word, ...]:
        nonlocal count
        count += 1
        return tuple(Word(text=word, origin=(f"{prefix}q{count}", place)) for place, word in enumerate(words))

    return tell


def read_manuscript(text: str, *, prefix: str, headline: str | None, most_paragraphs: int = 30) -> Draft | None:
    """Give the draft of an article of others, without its furniture; None where too little reads as running text."""
    tell, number = plain_tale(prefix), 0
    paragraphs: list[tuple[Sentence, ...]] = []
    lines = [" ".join(line.split()) for line in text.replace("\u00a0", " ").splitlines() if line.strip()]
    begins = next(
        (place for place, line in enumerate(lines[:5]) if _DATELINE.match(line)), 0
    )  # what stands above it are captions
    lines = lines[begins:]
    for line in lines[:most_paragraphs]:
        words = line if paragraphs else _DATELINE.sub("", line)
        if _JUNK.search(words) or words[-1] not in ".!?”\"'" or len(words.split()) < 5 or words == headline:
            continue
        cut = [make_sentence(sentence, tell) for sentence in sentences_of(words)]
        told = [
            replace(one, claims=((f"{prefix}s{number + place}", prefix),))
            for place, one in enumerate(cut)
            if one is not None
        ]
        if len(told) == len(cut):
            paragraphs.append(tuple(told))
            number += len(told)
    place = _DATELINE.match(lines[0]) if lines else None
    if place and paragraphs:
        dateline = Sentence(parts=(f"{place.group(1)} —",), kind="dateline")
        paragraphs[0] = (dateline, *paragraphs[0])
    return Draft(paragraphs=tuple(paragraphs), headline=headline) if number >= 8 else None
