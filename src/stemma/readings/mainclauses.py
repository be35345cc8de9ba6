"""Main clauses: a statement's words without its subordinate clauses, which say nothing of whether it is affirmed."""

from collections.abc import Sequence

from stemma.readings.finiteness import (
    COMMAS,
    MARKS,
    RELATIVES,
    Token,
    first_finite,
    is_finite,
    tokenize,
)
from stemma.readings.verbs import BE, HAVE, MODALS

_OPENERS = frozenset(
    "if when while although though because since as after before once until unless whereas whether to".split()
)
_CONJUNCTIONS = frozenset(
    "that because although though while whereas if unless when until before after since as once whether than why how what".split()
)
_TELLING = frozenset(
    "saying adding arguing claiming noting insisting warning suggesting stating writing asserting".split()
)
_SAID = frozenset("said says told tells claimed claims added adds insisted insists argued argues".split())
_REACH = 10


def main_clause(words: str) -> str:
    """Give a statement's main clause; what subordinate clauses take is blanked out, so that offsets stay.

    Left out are what opens it up to its comma ("If it rains, ..."), relative clauses inside its subject, and all from the
    first subordinate clause behind its verb on ("... that it rains", "..., who left", "... because it rains").

    >>> main_clause("Those who did not vote were fined because they had no reason").split()
    ['Those', 'were', 'fined']
    """
    tokens = tokenize(words, 0, len(words))
    kept: list[Token] = []
    start = _main_start(tokens)
    verb = first_finite(tokens, start)
    if verb is None:
        return words
    opener = next((place for place in range(start + 1, verb) if _is_relative(tokens, place)), None)
    if opener is not None:
        later = _next_verb(tokens, verb)
        if later is not None:
            kept += tokens[start:opener]
            start = verb = later
    stop = next((place for place in range(verb + 1, len(tokens)) if _is_subordinate(tokens, place)), len(tokens))
    if tokens[verb].key in _SAID and first_finite(tokens, verb + 1) is not None:
        stop = verb + 1
    kept += tokens[start:stop]
    return _without_others(words, kept)


def _main_start(tokens: Sequence[Token]) -> int:
    """Give where the main clause begins: behind the comma of what opens the sentence, where a verb is on both sides."""
    first = next((place for place, token in enumerate(tokens) if token.key not in MARKS), None)
    if first is None or tokens[first].key not in _OPENERS:
        return 0
    comma = next((place for place in range(first + 1, len(tokens)) if tokens[place].key == ","), None)
    if comma is None or first_finite(tokens, comma + 1) is None:
        return 0
    return comma + 1


def _is_relative(tokens: Sequence[Token], place: int) -> bool:
    return tokens[place].key in RELATIVES or (tokens[place].key == "that" and tokens[place - 1].key not in COMMAS)


def _next_verb(tokens: Sequence[Token], verb: int) -> int | None:
    """Give the next verb that is no part of the one before it ("had not left" is one)."""
    place = verb + 1
    while place < len(tokens) and (
        tokens[place].key in BE | HAVE | MODALS | {"not"} or tokens[place].key.endswith("ly")
    ):
        place += 1
    return first_finite(tokens, place)


def _is_subordinate(tokens: Sequence[Token], place: int) -> bool:
    """Say that a clause that hangs on the main one begins here: its conjunction, and a verb within reach."""
    key = tokens[place].key
    if key == ":":
        return True
    if key not in _CONJUNCTIONS and key not in RELATIVES and key not in _TELLING:
        return False
    for after in range(place + 1, min(len(tokens), place + _REACH)):
        if is_finite(tokens, after):
            return True
        if tokens[after].key == ",":
            return False
    return False


def _without_others(words: str, kept: Sequence[Token]) -> str:
    blank = [" "] * len(words)
    for token in kept:
        blank[token.start : token.end] = words[token.start : token.end]
    return "".join(blank)
