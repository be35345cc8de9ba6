"""What the network sees of a report: for every token its word pieces, its letters' case, its marks, where it begins."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil

from stemma.readings.sentence import Sentence
from stemma.text.wordpieces import Wordpieces

SHAPES = 6  # none, small, Capital, CAPITALS, mIxed, figures
MARKS = 5  # outside, inside, inside what nothing closes, opening mark, closing mark
BEGINS = 3  # inside a sentence, at its first token, at the first token of a paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One token of a report as the network sees it; start and end are characters of the report's text."""

    start: int
    end: int
    pieces: tuple[int, ...]
    shape: int
    mark: int
    begin: int
    sentence: int
    paragraph: int


def tokens_of(sentences: Iterable[Sentence], wordpieces: Wordpieces) -> list[Token]:
    """Give the tokens of a report's sentences in text order."""
    found: list[Token] = []
    paragraph = -1
    for number, sentence in enumerate(sentences):
        for place in range(len(sentence)):
            start, end = sentence.starts[place], sentence.ends[place]
            word = sentence.text[start:end]
            begin = 0 if place else (1 if sentence.paragraph == paragraph else 2)
            found.append(
                Token(
                    start=start,
                    end=end,
                    pieces=wordpieces.of(word),
                    shape=shape_of(word),
                    mark=_mark(sentence, place),
                    begin=begin,
                    sentence=number,
                    paragraph=sentence.paragraph,
                )
            )
        paragraph = sentence.paragraph
    return found


def shape_of(word: str) -> int:
    """Give the class of a token's letters.

    >>> [shape_of(word) for word in ("--", "said", "Orr", "NATO", "iPhone", "2022")]
    [0, 1, 2, 3, 4, 5]
    """
    if any(sign.isdigit() for sign in word):
        return 5
    if not any(sign.isalpha() for sign in word):
        return 0
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 2
    return 2 if word[0].isupper() else 4


def _mark(sentence: Sentence, place: int) -> int:
    """Give where a token stands to the marked stretch around it."""
    mark = sentence.marks[place]
    if mark < 0:
        return 0
    stretch = sentence.stretches[mark]
    if sentence.starts[place] < stretch.inner_start:
        return 3
    if stretch.is_closed and sentence.starts[place] >= stretch.inner_end:
        return 4
    return 1 if stretch.is_closed else 2


def windows(tokens: Sequence[Token], longest: int = 254, worth: int = 30) -> Iterator[tuple[int, int]]:
    """Cut a report into windows [first, last) of at most `longest` pieces, of like size, at the ends of sentences.

    The network was fitted on windows that begin with a sentence; context that begins in the midst of one confuses it. A
    paragraph's end is worth a window of up to `worth` pieces more or less than its like share.

    >>> def token(sentence): return Token(start=0, end=1, pieces=(1,), shape=1, mark=0, begin=0, sentence=sentence, paragraph=0)
    >>> list(windows([token(n // 4) for n in range(16)], 10))
    [(0, 8), (8, 16)]
    """
    before = [0, *accumulate(len(token.pieces) for token in tokens)]
    ends = [place + 1 for place in range(len(tokens)) if _turns(tokens, place)]
    start = 0
    while start < len(tokens):
        left = before[-1] - before[start]
        share = left / ceil(left / longest)
        whole = [end for end in ends if end > start and before[end] - before[start] <= longest]
        most = bisect_right(before, before[start] + longest) - 1
        end = min(
            whole or [max(most, start + 1)],
            key=lambda end: abs(before[end] - before[start] - share) - worth * _ends_paragraph(tokens, end),
        )
        yield start, end
        start = end


def _turns(tokens: Sequence[Token], place: int) -> bool:
    return place + 1 == len(tokens) or tokens[place + 1].sentence != tokens[place].sentence


def _ends_paragraph(tokens: Sequence[Token], end: int) -> bool:
    return end == len(tokens) or tokens[end].paragraph != tokens[end - 1].paragraph
