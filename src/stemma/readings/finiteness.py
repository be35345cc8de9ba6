"""Finiteness: the words and marks of a sentence, and which of the words are finite verbs."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from stemma.readings.nouns import FUNCTION_WORDS, has_plural_form
from stemma.readings.verbs import (
    AUXILIARIES,
    BASES,
    BE,
    HAVE,
    MODALS,
    NOUNISH,
    PASTS,
    PASTS_OR_PARTICIPLES,
    THIRDS,
    is_regular_past,
)

_TOKEN = re.compile(r"[^\W_]+(?:[.'’&/-][^\W_]+)*|[,;:()—–]|[\"“”«»„]|''|``|--?(?=\s)|[.!?…]")
PRONOUNS = frozenset(
    "i he she it we they you who this that these those there he's she's it's they're we're i'm you're they've".split()
)
DETERMINERS = frozenset(
    "the a an his her its their our my your this that these those some any no every each both all several many most".split()
)
PREPOSITIONS = frozenset(
    "of in on at by to from with without into onto upon about above across against along amid among around behind below "
    "beneath beside between beyond despite down during except inside like near off out outside over past per through throughout "
    "toward towards under via versus for as than".split()
)
RELATIVES = frozenset(("who", "which", "whom", "whose", "where"))
COMMAS = frozenset((",", ";", "—", "–", "--", "-"))
MARKS = frozenset('"“”«»„') | {"''", "``"}


class Token(NamedTuple):
    """A word or a mark with its offsets and its place among the others; `key` is its small form."""

    start: int
    end: int
    key: str
    is_capital: bool
    place: int


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """Give the words and marks between two offsets."""
    return [
        Token(found.start(), found.end(), found.group().lower().replace("’", "'"), found.group()[0].isupper(), place)
        for place, found in enumerate(_TOKEN.finditer(text, start, end))
    ]


def has_finite_verb(tokens: Sequence[Token]) -> bool:
    """Say that words hold a finite verb, as far as the lexicon tells.

    >>> [has_finite_verb(tokenize(text, 0, len(text))) for text in ("The mayor opened it", "an opened door", "Roe says so")]
    [True, False, True]
    """
    return first_finite(tokens) is not None


def first_finite(tokens: Sequence[Token], start: int = 0, stop: int | None = None) -> int | None:
    """Give the place of the first finite verb between two places."""
    last = len(tokens) if stop is None else min(stop, len(tokens))
    return next((place for place in range(start, last) if is_finite(tokens, place)), None)


def is_finite(tokens: Sequence[Token], place: int) -> bool:  # noqa: PLR0911 - one question after another
    """Say that the word at a place is a finite verb, as far as the lexicon and the words beside it tell."""
    token = tokens[place]
    key = token.key
    before = tokens[place - 1].key if place else ""
    if key in AUXILIARIES or key.endswith(("'re", "'ve", "'ll", "n't")):
        return (
            before not in ("to", "at")
            and not (token.is_capital and place and key in ("may", "will"))
            and not (before in MODALS and key in ("have", "do"))
        )
    if key.endswith(("'s", "'d")) and key[:-2] in PRONOUNS | {"what", "here", "who", "how", "where"}:
        return True
    if key in PASTS:
        return True
    if key in PASTS_OR_PARTICIPLES or is_regular_past(key):
        return _is_past(tokens, place)
    if key in THIRDS:
        return _is_present(tokens, place, THIRDS[key], is_third=True)
    if key in BASES:
        return _is_present(tokens, place, key, is_third=False)
    return False


def _before(tokens: Sequence[Token], place: int) -> Token | None:
    """Give the word before a place, adverbs and marks of quotation passed over."""
    place -= 1
    while place >= 0 and (
        tokens[place].key in MARKS
        or tokens[place].key
        in ("also", "then", "later", "still", "now", "never", "again", "just", "only", "not", "even")
        or (tokens[place].key.endswith("ly") and len(tokens[place].key) > 4)
    ):
        place -= 1
    return tokens[place] if place >= 0 else None


def _is_past(tokens: Sequence[Token], place: int) -> bool:
    """Say that a past form is no participle: a subject stands before it, and no "by" behind it."""
    before = _before(tokens, place)
    if (
        before is None
        or before.key in DETERMINERS
        or before.key in PREPOSITIONS
        or before.key in BE
        or before.key in HAVE
    ):
        return (
            before is not None
            and before.key in ("this", "that", "these", "those", "all", "both", "most", "many", "several")
            and place + 1 < len(tokens)
        )
    if before.key in FUNCTION_WORDS and before.key not in PRONOUNS and before.key not in ("and", "or", "but", "which"):
        return before.key in ("him", "her", "them", "it", "one") and False
    after = tokens[place + 1].key if place + 1 < len(tokens) else ""
    if after == "by" or (after not in FUNCTION_WORDS and before.key in COMMAS and not _follows_subject(tokens, place)):
        return False
    return _is_bare_noun(before) or before.key in PRONOUNS or before.key in ("and", "but", "or", "which", ",")


def _follows_subject(tokens: Sequence[Token], place: int) -> bool:
    return any(token.key in RELATIVES for token in tokens[max(0, place - 12) : place])


def _is_bare_noun(token: Token) -> bool:
    return token.key[0].isalnum() and token.key not in FUNCTION_WORDS


def _is_present(tokens: Sequence[Token], place: int, base: str, *, is_third: bool) -> bool:  # noqa: PLR0911 - one question after another
    """Say that a present form is a verb there: after a pronoun, a name, or a noun that agrees with it."""
    before = _before(tokens, place)
    if before is None or not before.key[0].isalnum():
        return False
    after = tokens[place + 1].key if place + 1 < len(tokens) else ""
    if before.key in ("he", "she", "it", "who", "which", "that", "this") and is_third:
        return True
    if before.key in ("they", "we", "i", "you", "who", "which", "people", "that") and not is_third:
        return before.key != "that" or base not in NOUNISH
    if before.key in FUNCTION_WORDS or before.key in AUXILIARIES or before.key.endswith(("'s", "s'")):
        return False
    is_before_plural = has_plural_form(before.key) and not before.is_capital
    if is_third == is_before_plural:
        return False
    if not is_third and not is_before_plural:
        return False
    if base in NOUNISH:
        return (
            after in DETERMINERS
            or after in ("that", "it", "him", "them", "us", "to")
            or (before.is_capital and after in PREPOSITIONS)
        )
    return True
