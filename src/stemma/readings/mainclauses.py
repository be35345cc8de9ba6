"""Main clauses: a statement's words without its subordinate clauses, which say nothing of whether it is affirmed."""

from collections.abc import Sequence

from stemma.readings.finiteness import (
    COMMAS,
    MARKS,
    PREPOSITIONS,
    RELATIVES,
    Token,
    first_finite,
    is_finite,
    tokenize,
)
from stemma.readings.nouns import FUNCTION_WORDS
from stemma.readings.verbs import AUXILIARIES, BE, HAVE, MODALS

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
_QUESTIONING = frozenset(("whether", "why", "how", "when"))
_PARTITIVE = 3  # "most of which"
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


def has_main_verb(tokens: Sequence[Token]) -> bool:
    """Say that words have a finite verb beside the one inside a relative clause or an indirect question of theirs.

    >>> [has_main_verb(tokenize(text, 0, len(text))) for text in ("a man who left the town", "the man who left was ill")]
    [False, True]
    """
    first = next((place for place, token in enumerate(tokens) if token.key not in MARKS), 0)
    verb = first_finite(tokens)
    if verb is None:
        return False
    is_hanging = tokens[first].key in ("if", "unless")
    if not is_hanging and not any(_embeds(tokens, place, first) for place in range(first + 1, verb)):
        return True
    return _next_verb(tokens, verb) is not None


def _embeds(tokens: Sequence[Token], place: int, first: int) -> bool:
    """Say that a noun's relative clause or a question begins here; "of which ..." at the very beginning is a clause itself."""
    key, before = tokens[place].key, tokens[place - 1].key
    if key == "that":
        return before not in FUNCTION_WORDS and before[0].isalnum()
    if key not in RELATIVES and key not in _QUESTIONING:
        return False
    return not (before in PREPOSITIONS and place - first <= _PARTITIVE)


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
    while tokens[verb].key in AUXILIARIES and place < len(tokens) and _belongs(tokens[place].key):
        place += 1
    return first_finite(tokens, place)


def _belongs(key: str) -> bool:
    return key in BE | HAVE | MODALS or key == "not" or key.endswith("ly")


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
