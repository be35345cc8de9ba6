"""Relative clauses that follow a comma: taken out of their sentence, each a statement of its own."""

from collections.abc import Sequence

from stemma.readings.finiteness import COMMAS, MARKS, PREPOSITIONS, RELATIVES, Token, first_finite
from stemma.readings.onsets import is_strong, last_opener
from stemma.readings.verbs import PASTS

_SAYING = frozenset(
    "said says say told added adds believes believed thinks thought knows knew claims claimed warned argued".split()
)
_LEADING = PREPOSITIONS | {"after", "before", "since", "until"}
_REACH = 12
_PARTITIVE = 3  # "most of which", "the last of whom"


def relatives(tokens: list[Token]) -> tuple[list[Token], list[list[Token]]]:
    """Take out the relative clauses behind a comma ("the mayor, who left, said", "..., after which it closed")."""
    for place in range(2, len(tokens) - 2):
        if tokens[place].key not in RELATIVES:
            continue
        first = _beginning(tokens, place)
        if first is None:
            continue
        verb = first_finite(tokens, place + 1, place + _REACH)
        if verb is None or tokens[place + 1].key in COMMAS:
            continue
        close = _closing(tokens, verb + 1)
        if _is_complete(tokens, first - 1):
            if _goes_on(tokens, verb):
                continue  # where the relative clause ends cannot be told
            return tokens[: first - 1], [tokens[first:]]
        if close is None:
            continue
        main, more = relatives(tokens[: first - 1] + tokens[close + 1 :])
        return main, [tokens[first:close], *more]
    return tokens, []


def _beginning(tokens: Sequence[Token], place: int) -> int | None:
    """Give where a relative clause begins, behind its comma: at its pronoun, or at "after", "most of" before it."""
    if _is_comma(tokens, place - 1):
        return place
    if tokens[place].key in ("who", "where") or tokens[place - 1].key not in _LEADING:
        return None
    if place > 2 and _is_comma(tokens, place - 2):
        return place - 1
    if tokens[place - 1].key != "of":
        return None
    return next((at for at in range(place - 2, max(2, place - 2 - _PARTITIVE), -1) if _is_comma(tokens, at - 1)), None)


def _goes_on(tokens: Sequence[Token], verb: int) -> bool:
    """Say that something behind a comma may belong to the main clause again."""
    return any(token.key in COMMAS for token in tokens[verb:-1])


def _is_complete(tokens: Sequence[Token], stop: int) -> bool:
    """Say that the words before a place have a verb of their own and do not end in the subject of a further one."""
    verb = None
    while (later := first_finite(tokens, 0 if verb is None else verb + 1, stop)) is not None:
        verb = later
    return (
        verb is not None
        and tokens[verb].key not in _SAYING
        and first_finite(tokens, last_opener(tokens, 0, stop, is_after_comma=True), stop) is not None
    )


def _is_comma(tokens: Sequence[Token], place: int) -> bool:
    while place > 0 and tokens[place].key in MARKS:
        place -= 1
    return tokens[place].key in (",", "—", "–", "--")


def _closing(tokens: Sequence[Token], place: int) -> int | None:
    """Give the comma that ends a relative clause: the main clause's verb follows it at once."""
    for comma in range(place, len(tokens) - 1):
        if tokens[comma].key in (",", "—", "–", "--"):
            after = comma + 1
            while after < len(tokens) - 1 and tokens[after].key in MARKS:
                after += 1
            if is_strong(tokens, after) or tokens[after].key in PASTS:
                return after - 1
    return None
