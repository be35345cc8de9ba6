"""Onsets: whether a clause with a verb of its own begins at a word, subject first or with the subject of the one before."""

from collections.abc import Sequence

from stemma.readings.finiteness import COMMAS, DETERMINERS, PREPOSITIONS, RELATIVES, Token, first_finite, is_finite
from stemma.readings.verbs import (
    AUXILIARIES,
    HAVE,
    MODALS,
    NOUNISH,
    PASTS,
    PASTS_OR_PARTICIPLES,
    THIRDS,
    is_regular_past,
)

COORDINATORS = frozenset(("and", "but", "yet", "nor"))
OPENERS = frozenset(("when", "while", "whereas", "because", "although", "though", "after", "before", "since", "as"))
_PREPOSITIONAL = frozenset(("after", "before", "since", "as", "until"))
_IF = frozenset(("if", "unless", "once", "whether", "until"))
_EMBEDDING = _IF | RELATIVES | OPENERS | {"that", "why", "how", "what"}
_BREAKS = RELATIVES | _IF | OPENERS | {"that"}
_SUBJECT_REACH = 9
_FEWEST_BEHIND_VERB = 2
_FEWEST_IN_PREDICATE = 3


def last_opener(tokens: Sequence[Token], start: int, place: int, *, is_after_comma: bool = False) -> int:
    """Give where the innermost clause before a place begins; behind a comma an "as" or "after" without a verb opens none."""
    for back in range(place - 1, start, -1):
        key = tokens[back].key
        if key in _EMBEDDING and not (
            is_after_comma and key in _PREPOSITIONAL and first_finite(tokens, back + 1, place) is None
        ):
            return back + 1
    return start


def states(  # noqa: PLR0911 - one question after another
    tokens: Sequence[Token], start: int, end: int, *, is_strict: bool = False, has_comma: bool = False
) -> bool:
    """Say that a clause of its own, subject first, begins at a place: its verb comes within reach and before a break.

    Behind a comma or a semicolon a preposition may stand before the subject ("and in May the mayor left").
    """
    if start >= end:
        return False
    first = tokens[start].key
    if first in _IF or first in RELATIVES or first in ("that", "not", "to") or first.endswith("ing"):
        return False
    if first in ("he", "she", "it", "they", "we", "i", "there") or first.startswith(
        ("it's", "he's", "she's", "they'", "we'", "i'")
    ):
        return first_finite(tokens, start, min(end, start + 6)) is not None
    if first in PREPOSITIONS and not has_comma:
        return False
    for place in range(start + 1, min(end, start + _SUBJECT_REACH)):
        if tokens[place].key in COMMAS or tokens[place].key in COORDINATORS or tokens[place].key in _BREAKS:
            return False
        if is_finite(tokens, place):
            return not is_strict or is_strong(tokens, place) or is_sure_past(tokens, place)
    return False


def is_strong(tokens: Sequence[Token], place: int) -> bool:
    """Say that a finite verb stands at a place beyond doubt: an auxiliary, or a past that is no participle."""
    if place >= len(tokens):
        return False
    key = tokens[place].key
    if key in ("also", "then", "later") and place + 1 < len(tokens):
        key = tokens[place + 1].key
    return (key in AUXILIARIES and not tokens[place].is_capital) or key in PASTS


def is_sure_past(tokens: Sequence[Token], place: int) -> bool:
    """Say that a regular past has an object or a complement with an article, a number or a name behind it."""
    key = tokens[place].key
    if not (is_regular_past(key) or key in PASTS_OR_PARTICIPLES or key in THIRDS):
        return False
    if place + 1 >= len(tokens):
        return False
    after = tokens[place + 1]
    if THIRDS.get(key) in NOUNISH:  # "serious legal and border issues that he raised"
        return after.key in ("the", "a", "an", "its", "their", "his", "her", "him", "them", "it", "us")
    return (
        after.key in DETERMINERS
        or after.key[0].isdigit()
        or after.is_capital
        or after.key in ("to", "that", "him", "them", "it", "us", "more", "out", "up", "down", "off", "back", "into")
    )


def is_verb_again(tokens: Sequence[Token], place: int, start: int) -> bool:
    """Say that a second verb of the same subject begins at a place ("closed the bridge and opened a road")."""
    if place + 2 >= len(tokens):
        return False
    key = tokens[place].key
    verb = first_finite(tokens, start, place)
    if verb is None:
        return False
    first = tokens[verb].key
    if key in AUXILIARIES:
        return _is_predicate(tokens, place, start, verb)
    is_simple = first in PASTS or first in PASTS_OR_PARTICIPLES or (is_regular_past(first) and first not in AUXILIARIES)
    if key in PASTS:
        return is_simple
    if is_regular_past(key) or key in PASTS_OR_PARTICIPLES:
        return is_simple and is_sure_past(tokens, place)
    return False


def _is_predicate(tokens: Sequence[Token], place: int, start: int, verb: int) -> bool:
    """Say that a second predicate with its own auxiliary begins: the first is whole, and neither stands inside another clause."""
    stop = place - 1 if tokens[place - 1].key in COORDINATORS else place
    if stop - verb <= _FEWEST_BEHIND_VERB or any(token.key in _EMBEDDING for token in tokens[start + 1 : stop]):
        return False
    if tokens[verb].key in MODALS and tokens[place].key in HAVE | {"be"}:
        return False
    rest = next((at for at in range(place, len(tokens)) if not tokens[at].key[0].isalnum()), len(tokens))
    return rest - place >= _FEWEST_IN_PREDICATE
