"""Finiteness: the words and marks of a sentence, and which of the words are finite verbs."""

import re
from collections.abc import Sequence
from functools import lru_cache
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

_TOKEN = re.compile(r"[^\W_]+(?:(?:[.'’&/-]|(?<=\d),(?=\d{3}))[^\W_]+)*|[,;:()—–]|[\"“”«»„]|''|``|--?(?=\s)|[.!?…]")
PRONOUNS = frozenset(
    "i he she it we they you who this that these those there he's she's it's they're we're i'm you're they've".split()
)
DETERMINERS = frozenset(
    "the a an his her its their our my your this that these those some any no every each both all several many most".split()
)
PREPOSITIONS = frozenset(
    "of in on at by to from with within without into onto upon about above across against along amid among around behind below "
    "beneath beside between beyond despite down during except inside like near off out outside over past per through throughout "
    "toward towards under via versus for as than".split()
)
RELATIVES = frozenset(("who", "which", "whom", "whose", "where"))
COMMAS = frozenset((",", ";", "—", "–", "--", "-"))
MARKS = frozenset('"“”«»„') | {"''", "``"}
_BEFORE_SUBJECTS = frozenset(
    "and but or that when if while because although though as since once where what which why how until unless whether so".split()
)
_QUANTITIES = frozenset(
    "most some all many few both several none half each any two three four five six one two-thirds".split()
)
_COMPOUNDING = frozenset(
    "sales arms sports news jobs savings systems rights drugs elections operations communications".split()
)
_CLAUSE_REACH = 14


class Token(NamedTuple):
    """A word or a mark with its offsets and its place among the others; `key` is its small form."""

    start: int
    end: int
    key: str
    is_capital: bool
    place: int


@lru_cache(maxsize=1024)  # a clause is looked at more than once
def tokenize(text: str, start: int, end: int) -> tuple[Token, ...]:
    """Give the words and marks between two offsets."""
    made = []
    for place, found in enumerate(_TOKEN.finditer(text, start, end)):
        word = found.group()
        made.append(Token(*found.span(), _key(word), word[0].isupper(), place))
    return tuple(made)


@lru_cache(maxsize=4096)
def _key(word: str) -> str:
    return word.lower().replace("’", "'")


def has_finite_verb(tokens: Sequence[Token]) -> bool:
    """Say that words hold a finite verb, as far as the lexicon tells.

    >>> [has_finite_verb(tokenize(text, 0, len(text))) for text in ("The mayor opened it", "an opened door", "Roe says so")]
    [True, False, True]
    """
    return first_finite(tokens) is not None


def first_finite(tokens: Sequence[Token], start: int = 0, stop: int | None = None) -> int | None:
    """Give the place of the first finite verb between two places."""
    last = len(tokens) if stop is None else min(stop, len(tokens))
    for place in range(start, last):
        if _may_be_finite(tokens[place].key) and is_finite(tokens, place):
            return place
    return None


@lru_cache(maxsize=4096)
def _may_be_finite(key: str) -> bool:
    """Say that a word is a finite verb somewhere: a known form, or one in -s."""
    return (
        key in AUXILIARIES
        or key.endswith(("s", "'re", "'ve", "'ll", "'m", "n't", "'d"))
        or key in PASTS
        or key in PASTS_OR_PARTICIPLES
        or is_regular_past(key)
        or key in THIRDS
        or key in BASES
    )


def is_finite(tokens: Sequence[Token], place: int) -> bool:  # noqa: PLR0911 - one question after another
    """Say that the word at a place is a finite verb, as far as the lexicon and the words beside it tell."""
    token = tokens[place]
    key = token.key
    before = tokens[place - 1].key if place else ""
    if key in AUXILIARIES or key.endswith(("'re", "'ve", "'ll", "'m", "n't")):
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
        return not (token.is_capital and place) and _is_past(tokens, place)
    if key in THIRDS:
        return _is_present(tokens, place, THIRDS[key], is_third=True)
    if key in BASES:
        return _is_present(tokens, place, key, is_third=False)
    return _follows_pronoun(tokens, place)


def _follows_pronoun(tokens: Sequence[Token], place: int) -> bool:
    """Say that an unknown word in -s is a verb, for "he", "she" or "it" stands before it as the subject ("when it rains")."""
    key = tokens[place].key
    if not place or tokens[place - 1].key not in ("he", "she", "it") or not key.endswith("s") or key in FUNCTION_WORDS:
        return False
    first = tokens[place - 2].key if place > 1 else ","
    return key.isalpha() and (not first[0].isalnum() or first in _BEFORE_SUBJECTS)


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
    if before.key == "whom":
        return place > 1 and tokens[place - 2].key == "of"
    if before.key in FUNCTION_WORDS and before.key not in PRONOUNS and before.key not in ("and", "or", "but"):
        return False
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
    if before.key in ("them", "us", "you", "these", "those", "both", "all", "many", "most", "others") and not is_third:
        return _are_counted(tokens, before) and _leads_on(tokens, place) and _is_only_verb(tokens, place)
    if before.key in FUNCTION_WORDS or before.key in AUXILIARIES or before.key.endswith(("'s", "s'")):
        return False
    is_name = before.is_capital and not _opens(tokens, before)
    is_before_plural = (has_plural_form(before.key) and not is_name) or (not is_third and _is_of_many(tokens, place))
    if is_third == is_before_plural:
        return False
    if base in NOUNISH:
        return (
            after in DETERMINERS
            or after in ("that", "it", "him", "them", "us", "to")
            or (before.is_capital and after in PREPOSITIONS)
            or (
                before.key not in _COMPOUNDING
                and _leads_on(tokens, place)
                and (not is_third or _has_determiner(tokens, place - 1))
                and _is_only_verb(tokens, place)
            )
        )
    return True


def _opens(tokens: Sequence[Token], word: Token) -> bool:
    """Say that a word is the first of its sentence, so that its capital says nothing."""
    return word is next(token for token in tokens if token.key not in MARKS)


def _is_of_many(tokens: Sequence[Token], place: int) -> bool:
    """Say that a plural with its "of" stands before a verb ("the lines of supply remain")."""
    for back in range(place - 2, max(0, place - 5), -1):
        key = tokens[back].key
        if key == "of":
            head = tokens[back - 1]
            return has_plural_form(head.key) and not head.is_capital and _is_only_verb(tokens, place)
        if (key in FUNCTION_WORDS and key not in DETERMINERS) or not key[0].isalnum():
            return False
    return False


def _are_counted(tokens: Sequence[Token], before: Token) -> bool:
    """Say that a pronoun is the subject as a part of many: "most of them", or it opens its clause ("many hope")."""
    place = next(at for at, token in enumerate(tokens) if token is before)
    if before.key in ("many", "most", "others", "all", "both", "these", "those"):
        return place == 0 or not tokens[place - 1].key[0].isalnum()
    return place > 1 and tokens[place - 1].key == "of" and tokens[place - 2].key in _QUANTITIES


def _has_determiner(tokens: Sequence[Token], place: int) -> bool:
    """Say that a noun surely is a subject's head: an article or the like stands before it, at most two words between."""
    for back in range(place - 1, max(-1, place - 4), -1):
        key = tokens[back].key
        if key in DETERMINERS or key.endswith("'s"):
            return True
        if key in FUNCTION_WORDS or not key[0].isalnum():
            return False
    return False


def _leads_on(tokens: Sequence[Token], place: int) -> bool:
    """Say that a preposition, a determiner or a number stands behind a word, so that it is hardly a noun before a noun."""
    if place + 1 >= len(tokens):
        return False
    after = tokens[place + 1].key
    return (
        (after in PREPOSITIONS and after not in ("of", "than", "as"))
        or after in DETERMINERS
        or after[0].isdigit()
        or after == "to"
    )


def _is_only_verb(tokens: Sequence[Token], place: int) -> bool:
    """Say that no other word of the clause is surely a verb: neither before this one nor up to the next break."""
    for step, stop in ((1, min(len(tokens), place + _CLAUSE_REACH)), (-1, max(-1, place - _CLAUSE_REACH))):
        for other in range(place + step, stop, step):
            key = tokens[other].key
            if key in RELATIVES or (key in _BEFORE_SUBJECTS and key not in ("and", "or")) or not key[0].isalnum():
                break
            if key in AUXILIARIES or key in PASTS or (is_regular_past(key) and other != place - 1):
                return False
    return True
