"""What the network sees of a report: for every token its word pieces, its letters' case, its marks, where it begins."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from stemma.readings.sentence import Sentence
from stemma.readings.wordpieces import Wordpieces

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A run of tokens that the network reads at once: [first, last) with context, [own_first, own_last) it answers for."""

    first: int
    last: int
    own_first: int
    own_last: int


def windows(tokens: Sequence[Token], longest: int = 254, before: int = 48, after: int = 16) -> Iterator[Window]:
    """Cut a report into windows of at most `longest` pieces, at sentences where they are short enough, with context around.

    >>> def token(sentence): return Token(start=0, end=1, pieces=(1,), shape=1, mark=0, begin=0, sentence=sentence, paragraph=0)
    >>> [(w.first, w.own_first, w.own_last, w.last) for w in windows([token(n // 4) for n in range(12)], 10, 2, 1)]
    [(0, 0, 4, 5), (2, 4, 8, 9), (6, 8, 12, 12)]
    """
    ends = [place + 1 for place in range(len(tokens)) if place + 1 == len(tokens) or _turns(tokens, place)]
    sizes = [len(token.pieces) for token in tokens]
    start = 0
    while start < len(tokens):
        room = longest - before - after
        end, used = start, 0
        while end < len(tokens) and (used + sizes[end] <= room or end == start):
            used += sizes[end]
            end += 1
        whole = [stop for stop in ends if start < stop <= end]
        end = whole[-1] if whole else end
        yield Window(
            first=_reach(sizes, start, -1, before), last=_reach(sizes, end, 1, after), own_first=start, own_last=end
        )
        start = end


def _turns(tokens: Sequence[Token], place: int) -> bool:
    return tokens[place + 1].sentence != tokens[place].sentence


def _reach(sizes: Sequence[int], place: int, step: int, room: int) -> int:
    """Give how far context reaches from a place, in tokens, with `room` pieces at most."""
    used = 0
    while 0 <= (there := place + (step if step < 0 else 0)) < len(sizes) and used + sizes[there] <= room:
        used += sizes[there]
        place += step
    return place
