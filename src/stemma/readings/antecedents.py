"""Antecedents: what "it" and "they" may go back to, bodies, documents and people in the plural, speaking or only named."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stemma.model import VoiceKind
from stemma.readings.lexicon import lexicon
from stemma.readings.mentions import Mention, describe
from stemma.readings.nouns import FUNCTION_WORDS, MEASURES, has_plural_form, singular
from stemma.readings.phrases import TIMES
from stemma.readings.sentence import DETERMINERS, POSSESSIVES, PREPOSITIONS, PRONOUNS, Sentence
from stemma.readings.subjects import at_verb
from stemma.readings.trails import Sight

Place = tuple[int, int]  # characters of the report's text, the last excluded
Range = tuple[int, int]  # tokens, the last excluded

REACH = 5  # sentences over which "it" and "they" go back
IT = frozenset("it its".split())
_THINGS_TOO = frozenset("chair head".split())  # posts, but seldom in the plural
_THINGS = frozenset({VoiceKind.BODY, VoiceKind.DOCUMENT, VoiceKind.NEWSROOM})
_OPENING = (DETERMINERS | POSSESSIVES) - {"'s"}
_KNOWN = (POSSESSIVES - {"'s"}) | frozenset("the these those".split())
_LONGEST = 6  # words of a phrase that is no subject


class Antecedent(NamedTuple):
    """A phrase that a pronoun may go back to: where it stands, how many sentences before, what it does, how well it fits."""

    place: Place
    age: int
    sight: Sight
    share: float


def antecedents(sentences: Sequence[Sentence], place: int, key: str) -> Iterator[Antecedent]:
    """Give the phrases before a place that "it" or "they" may go back to, the nearest sentence first, none in marks."""
    last = bisect_right([one.start for one in sentences], place) - 1
    for age, number in enumerate(range(last, max(-1, last - REACH - 1), -1)):
        sentence = sentences[number]
        is_led = False
        for phrase, is_subject in _phrases(sentence, place):
            where = sentence.starts[phrase[0]], sentence.ends[phrase[1] - 1]
            share = _share(describe(sentence.text[slice(*where)]), _head(sentence, phrase), key, is_subject=is_subject)
            if share:
                sight = Sight.OTHER if not is_subject else Sight.SUBJECT if is_led else Sight.FIRST
                yield Antecedent(where, age, sight, share)
            is_led = is_led or is_subject


def _phrases(sentence: Sentence, place: int) -> Iterator[tuple[Range, bool]]:
    """Give the noun phrases of a sentence before a place, and whether each is the subject of a verb."""
    for at in range(1, len(sentence)):
        if sentence.starts[at] >= place:
            break
        if sentence.marks[at] >= 0 or sentence.marks[at - 1] >= 0:
            continue
        is_subject = sentence.is_finite(at) and not sentence.is_capital(at)
        phrase = at_verb(sentence, at) if is_subject else _known_before(sentence, at)
        if phrase is not None:
            first, last = phrase
            while first < last - 1 and sentence.keys[first] in PREPOSITIONS | {"'s"}:
                first += 1
            if sentence.key(first - 1) != "to":
                yield (first, _core_end(sentence, first, last)), is_subject


def _core_end(sentence: Sentence, first: int, last: int) -> int:
    """Give the end of a phrase without what is said of it behind a comma."""
    return next((place for place in range(first + 1, last) if sentence.keys[place] == ","), last)


def _known_before(sentence: Sentence, at: int) -> Range | None:
    """Give the phrase whose last word, right before a token, is a known noun of people, papers or bodies."""
    known = lexicon()
    key = sentence.keys[at - 1]
    is_known = key in known.groups or key in known.documents or key in known.body or _is_post(key)
    goes_on = sentence.is_word(at) and sentence.keys[at] not in FUNCTION_WORDS and not key.endswith(("ed", "ing"))
    if not is_known or goes_on:
        return None
    first = at - 1
    while first > 0 and at - first < _LONGEST and sentence.keys[first] not in _OPENING:
        before = sentence.keys[first - 1]
        is_modifier = sentence.is_word(first - 1) and before not in FUNCTION_WORDS - _OPENING
        if not is_modifier or sentence.marks[first - 1] >= 0 or before in known.verbs or sentence.is_finite(first - 1):
            break
        first -= 1
    return first, at


def _head(sentence: Sentence, phrase: Range) -> str:
    """Give the noun of a phrase: the last word before a preposition."""
    last = phrase[0] + 1
    while last < phrase[1] and sentence.keys[last] not in PREPOSITIONS | {"who", "which", "that"}:
        last += 1
    return sentence.keys[last - 1]


def _is_post(key: str) -> bool:
    return key.endswith("s") and singular(key) in lexicon().titles - _THINGS_TOO


def _share(mention: Mention, head: str, key: str, *, is_subject: bool) -> float:
    """Give how well "it" or "they" fits a mention whose noun is the head, 0 where not at all; set by hand."""
    known = lexicon()
    if mention.pronoun or head in PRONOUNS or head in TIMES or singular(head) in MEASURES - {"person"}:
        return 0.0
    if key in IT:
        is_one = bool(mention.name) or not (mention.is_plural or has_plural_form(head))  # "the Times" is one
        return 1.0 if mention.kind in _THINGS and is_one else 0.0
    if head in known.groups or _is_post(head) or (mention.name and " and " in mention.text):
        return 1.0
    if has_plural_form(head) and not mention.name:
        is_told_of = mention.text.split(" ", 1)[0].casefold() in _KNOWN  # "the divers", not "no divers"
        return 0.4 if head in known.documents else 0.05 if is_told_of else 0.0
    return 0.3 if mention.kind is VoiceKind.BODY and is_subject else 0.0
