"""What the operators on speech share: the words of a quotation, and the sentence that is a quotation and its speaker."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from evaluation.traditions.draft import Part, Quote, Sentence, Word
from evaluation.traditions.operators.grammar import CUE, NAME, capitalise

DOTS = frozenset({"...", "…"})
SUBJECTS = frozenset("the we i it they he she you there our this that everyone nobody people".split())
FINITE = frozenset(
    "is are was were has have had will would can could may must should do did does need needs want know think believe".split()
)
_CUED = re.compile(
    rf"^ (?:(?P<who>{NAME}|he|she|they) (?P<cue>{CUE})|(?P<cue2>said|added|wrote) (?P<who2>{NAME}))(?P<rest>[^“”\"]*)\.$"
)
_EDGE = re.compile(r"^[^\w$£€]+|[^\w%]+$")
_FITTING = re.compile(r"|,(?! \w+ing\b)(?: [\w’'-]+){2,10}|(?: (?:on|in) [A-Za-z]+){1,2}")


def core(word: str) -> str:
    """Give a word without the punctuation around it, in small letters.

    >>> core("“Marle,"), core("can’t.")
    ('marle', 'can’t')
    """
    return _EDGE.sub("", word).casefold()


def text_of(words: Sequence[Word]) -> str:
    """Give words as they stand beside each other."""
    return " ".join(word.text for word in words)


def with_words(sentence: Sentence, number: int, words: Sequence[Word]) -> tuple[Part, ...]:
    """Give a sentence's parts with other words in its n-th stretch of speech."""
    return with_quote(sentence, number, replace(sentence.quotes[number], words=tuple(words)))


def with_quote(sentence: Sentence, number: int, quote: Quote) -> tuple[Part, ...]:
    """Give a sentence's parts with its n-th stretch of speech replaced."""
    place = [place for place, part in enumerate(sentence.parts) if isinstance(part, Quote)][number]
    return (*sentence.parts[:place], quote, *sentence.parts[place + 1 :])


def each_marked(sentence: Sentence, rng: Random, fewest: int = 3) -> Iterator[tuple[int, Quote]]:
    """Give the stretches in marks of so many words and more, with their numbers, in any order."""
    for number, quote in rng.sample(list(enumerate(sentence.quotes)), len(sentence.quotes)):
        if quote.is_marked and quote.is_known and len(quote.words) >= fewest:
            yield number, quote


def capital(words: Sequence[Word], like: Sequence[Word]) -> tuple[Word, ...]:
    """Give words that begin with a capital letter where those they stand for did."""
    if not words or not like[0].text[:1].isupper() or not words[0].text[:1].islower():
        return tuple(words)
    return (replace(words[0], text=capitalise(words[0].text)), *words[1:])


def ended(words: Sequence[Word], mark: str) -> tuple[Word, ...]:
    """Give words that end with this mark alone."""
    return (*words[:-1], replace(words[-1], text=words[-1].text.rstrip(",.;:—– ") + mark))


def is_clause(words: Sequence[Word]) -> bool:
    """Say whether words begin as a main clause does: a subject, and soon a finite verb."""
    return core(words[0].text) in SUBJECTS and any(core(word.text) in FINITE for word in words[1:4])


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A sentence that is a quotation and its speaker ("…," said Ann Roe, the mayor)."""

    quote: Quote
    who: str
    cue: str
    rest: str  # what follows cue and speaker, without the full stop
    is_turned: bool  # the cue stands before the speaker

    @property
    def is_pronoun(self) -> bool:
        """Say whether the speaker is only a pronoun."""
        return self.who in {"he", "she", "they"}

    @property
    def fits_before(self) -> bool:
        """Say whether the speaker can stand before his words with all that follows him: an apposition, a day, or nothing."""
        return bool(_FITTING.fullmatch(self.rest))

    @property
    def before(self) -> str:
        """Give the speaker as he stands before his words.

        >>> Told(quote=Quote(words=()), who="Ann Roe", cue="said", rest=", the mayor", is_turned=True).before
        'Ann Roe, the mayor, said '
        """
        if self.is_turned and self.rest.startswith(","):
            return f"{capitalise(self.who)}{self.rest}, {self.cue} "
        return f"{capitalise(self.who)} {self.cue}{self.rest} "


def told(sentence: Sentence) -> Told | None:
    """Give a sentence as a quotation and its speaker, where it is no more than that."""
    if len(sentence.parts) != 2 or not isinstance(sentence.parts[0], Quote) or not isinstance(sentence.parts[1], str):
        return None
    found = _CUED.match(sentence.parts[1])
    if found is None or not (sentence.parts[0].is_marked and sentence.parts[0].is_known):
        return None
    return Told(
        quote=sentence.parts[0],
        who=found["who"] or found["who2"],
        cue=found["cue"] or found["cue2"],
        rest=found["rest"],
        is_turned=found["who"] is None,
    )
