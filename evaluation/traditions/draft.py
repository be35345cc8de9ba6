"""A report in the making: paragraphs of sentences that know where their words come from, and the text they are laid out as."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

Origin = tuple[str, int]  # an utterance, and the place of a word in it
Claim = tuple[str, str]  # an assertion, and the newsroom whose own sentence states it here


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word of speech as written, the spoken word it stands for, and what an edit did to it."""

    text: str
    origin: Origin | None = None
    change: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A stretch of speech in a sentence; `is_own`: the words are the reporter's; `voice`: whom an edit gave it to."""

    words: tuple[Word, ...]
    is_marked: bool = True
    is_own: bool = False
    voice: str | None = None
    is_unattributed: bool = False
    marks: tuple[str, str] = ("“", "”")

    @property
    def is_known(self) -> bool:
        """Say whether it is known what was said: not where two newsrooms quote it differently."""
        return any(word.origin for word in self.words)

    @property
    def inner(self) -> str:
        """Give the words without their marks."""
        return " ".join(word.text for word in self.words)

    @property
    def text(self) -> str:
        """Give the words as they stand in the sentence."""
        return f"{self.marks[0]}{self.inner}{self.marks[1]}" if self.is_marked else self.inner


Part = str | Quote


def is_unmarked(text: str) -> bool:
    """Say whether no double quotation mark stands in a text."""
    return not any(mark in text for mark in ("“", "”", '"', "''"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A sentence of an exemplar: its node, the state of that node, and the sentence's place in it."""

    node_id: str
    state: int
    index: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence: its words, the assertions it carries, how it was changed since its newsroom wrote it, and whence it comes."""

    parts: tuple[Part, ...]
    kind: str = "body"  # body, byline, dateline, credit, furniture, subhead
    claims: tuple[Claim, ...] = ()
    changes: tuple[str, ...] = ()
    cites: str | None = None
    prior: tuple[Place, ...] = ()
    operator: str | None = None

    @property
    def text(self) -> str:
        """Give the sentence's characters."""
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Give its stretches of speech."""
        return tuple(part for part in self.parts if isinstance(part, Quote))

    @property
    def newsrooms(self) -> frozenset[str]:
        """Give the newsrooms that its words go back to."""
        return frozenset(newsroom for _, newsroom in self.claims)

    @property
    def is_plain(self) -> bool:
        """Say whether it is body without any speech and without marks."""
        return self.kind == "body" and not self.quotes and is_unmarked(self.text)

    def edited(self, operator: str, parts: tuple[Part, ...], *changes: str) -> "Sentence":
        """Give the sentence in other words, with the operator that did it and what it changed."""
        kept = self.changes + tuple(change for change in changes if change not in self.changes)
        return replace(self, parts=tidy(parts), operator=operator, changes=kept)


def tidy(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Give the parts with neighbouring strings joined and empty ones gone.

    >>> tidy(("a", "", "b"))
    ('ab',)
    """
    tidied: list[Part] = []
    for part in parts:
        if isinstance(part, str) and tidied and isinstance(tidied[-1], str):
            tidied[-1] += part
        elif part != "":
            tidied.append(part)
    return tuple(tidied)


Paragraph = tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A report in the making."""

    paragraphs: tuple[Paragraph, ...]
    headline: str | None = None

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Give all sentences in their order."""
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph)

    def with_sentence(self, index: int, *sentences: Sentence) -> "Draft":
        """Give the draft with one sentence replaced by others, or by none."""
        paragraphs, place = [], 0
        for paragraph in self.paragraphs:
            local = index - place
            place += len(paragraph)
            if 0 <= local < len(paragraph):
                paragraph = (*paragraph[:local], *sentences, *paragraph[local + 1 :])  # noqa: PLW2901 - it grows as it is split
            if paragraph:
                paragraphs.append(paragraph)
        return replace(self, paragraphs=tuple(paragraphs))


def is_body(paragraph: Paragraph) -> bool:
    """Say whether a paragraph tells of an event or stands over one that does: neither byline nor credit nor furniture."""
    return any(sentence.kind in {"body", "subhead"} for sentence in paragraph)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A draft's text, and where its sentences and their speech stand in it."""

    text: str
    sentences: tuple[tuple[int, int], ...]
    quotes: tuple[tuple[tuple[int, int], ...], ...]  # of each sentence, without the marks


def _quote_spans(sentence: Sentence, start: int) -> Iterator[tuple[int, int]]:
    for part in sentence.parts:
        if isinstance(part, Quote):
            inner = start + (len(part.marks[0]) if part.is_marked else 0)
            yield inner, inner + len(part.inner)
        start += len(part if isinstance(part, str) else part.text)


def lay_out(draft: Draft) -> Layout:
    """Give the draft's text: a space between sentences, an empty line between paragraphs.

    >>> lay_out(Draft(paragraphs=((Sentence(parts=("It rained.",)),),))).sentences
    ((0, 10),)
    """
    text, spans, quotes = "", [], []
    for paragraph in draft.paragraphs:
        gap = "\n\n" if text else ""
        for sentence in paragraph:
            start = len(text) + len(gap)
            text += gap + sentence.text
            spans.append((start, len(text)))
            quotes.append(tuple(_quote_spans(sentence, start)))
            gap = " "
    return Layout(text=text, sentences=tuple(spans), quotes=tuple(quotes))
