"""A newsroom's own text made a draft: paragraphs, sentences, speech in marks."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from sentencex import segment

from evaluation.traditions.draft import Draft, Part, Quote, Sentence, Word, tidy

MARKS = (("“", "”"), ('"', '"'), ("''", "''"))
_DATELINE = re.compile(
    r"^((?:[A-Z][A-Z.’'\-]+)(?:[ ,]+(?:[A-Z][A-Za-z.]+))*|[A-Z][a-z]+(?= \())(?: \((?:AP|Reuters|UPI|AFP|CNN)\))?"
    r"\s*(?:(?:—|―|–-|–|--)\s*|-\s+)(?=[A-Z“\"])"
)
_JUNK = re.compile(
    r"(?i)contributed (?:to|reporting)|^\d+\.|^(?:read more|related|watch|see also|click here|advertisement|story continues|"
    r"photo|image|follow .* on|sign up|subscribe|copyright|\(?©|by [A-Z]|updated|share this|also on|video|correction|"
    r"editor.s note|more:|like us|get the latest|\*|abstract|full text)|twitter\.com|facebook|https?://|www\.|@\w{3,}|\bpic\.|newsletter|getty|embed|"
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


def is_remark(words: Sequence[str]) -> bool:
    """Say whether words in marks were likely said: neither a title nor a name nor one or two words.

    >>> is_remark("the worst day of my life".split()), is_remark("The Queen of Rage".split()), is_remark(["sexist"])
    (True, False, False)
    """
    return len(words) > 2 and not all(word[0].isupper() for word in words if len(word) > 3)


def plain_tale(prefix: str) -> Tellers:
    """Give a teller of words for a text with no transcript: each remark is an utterance of its own."""
    count = 0

    def tell(words: Sequence[str]) -> tuple[Word, ...]:
        nonlocal count
        if not is_remark(words):
            return tuple(Word(text=word) for word in words)
        count += 1
        return tuple(Word(text=word, origin=(f"{prefix}q{count}", place)) for place, word in enumerate(words))

    return tell


def _left_open(line: str, *, is_open: bool) -> bool:
    """Say whether a quotation that began in this line or before it goes on behind it."""
    if line.count('"') % 2:
        return not is_open
    if "“" in line or "”" in line:
        return line.rfind("“") > line.rfind("”")
    return is_open


def running_lines(text: str, headline: str | None) -> Iterator[str]:
    """Give the paragraphs that read as running text; a quotation that goes over several of them is left out whole."""
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    begins = next(
        (place for place, line in enumerate(lines[:5]) if _DATELINE.match(line)), 0
    )  # above it stand captions
    was_open = False
    for line in lines[begins:]:
        is_open = _left_open(line, is_open=was_open)
        is_whole, was_open = not (is_open or was_open), is_open
        is_title = headline is not None and line.rstrip(".") == headline.rstrip(".")
        if is_whole and not (
            is_title or _JUNK.search(line) or line.isupper() or line[-1] not in ".!?”\"'" or len(line.split()) < 5
        ):
            yield line


def read_manuscript(text: str, *, prefix: str, headline: str | None, most_paragraphs: int = 30) -> Draft | None:
    """Give the draft of an article of others, without its furniture; None where too little reads as running text."""
    tell, number = plain_tale(prefix), 0
    paragraphs: list[tuple[Sentence, ...]] = []
    for line in islice(running_lines(text, headline), most_paragraphs):
        place = None if paragraphs else _DATELINE.match(line)
        cut = [make_sentence(sentence, tell) for sentence in sentences_of(line[place.end() :] if place else line)]
        told = [one for one in cut if one is not None]
        if len(told) < len(cut):
            continue
        first = (Sentence(parts=(f"{place.group(1)} —",), kind="dateline"),) if place else ()
        claimed = (replace(one, claims=((f"{prefix}s{number + at}", prefix),)) for at, one in enumerate(told))
        paragraphs.append((*first, *claimed))
        number += len(told)
    return Draft(paragraphs=tuple(paragraphs), headline=headline) if number >= 8 else None
