"""Clauses: a sentence cut into the finite clauses that each state something; where unsure it stays whole."""

from collections.abc import Sequence

from stemma.readings.finiteness import (
    COMMAS,
    DETERMINERS,
    MARKS,
    PREPOSITIONS,
    RELATIVES,
    Token,
    first_finite,
    is_finite,
)
from stemma.readings.verbs import AUXILIARIES, BASES, NOUNISH, PASTS, PASTS_OR_PARTICIPLES, THIRDS, is_regular_past

_COORDINATORS = frozenset(("and", "but", "yet", "nor"))
_SUBORDINATORS = frozenset(
    ("when", "while", "whereas", "because", "although", "though", "after", "before", "since", "as", "so")
)
_OPENERS = frozenset(("when", "while", "whereas", "because", "although", "though", "after", "before", "since", "as"))
_SAYING = frozenset(
    "said says say told added adds believes believed thinks thought knows knew claims claimed warned argued".split()
)
_STUBS = frozenset("come comes came is was are were".split())
_SUBJECT_REACH = 9
_FEWEST_IN_SUBORDINATE = 5  # with its conjunction
_LONGEST = 400  # words and marks; what is longer is a table or a list, no sentence
_DANGLING = frozenset("and but that or nor yet which who when while because although though if whether as so".split())
_IF = frozenset(("if", "unless", "once", "whether", "until"))

_BREAKS = RELATIVES | _IF | _OPENERS | {"that"}


def cut(tokens: Sequence[Token]) -> list[list[Token]]:
    """Cut the words of one sentence into clauses; a clause that another interrupts keeps its words from both sides.

    >>> from stemma.readings.finiteness import tokenize
    >>> text = "The council closed the bridge, and drivers blocked the road when the mayor went home."
    >>> [text[clause[0].start : clause[-1].end] for clause in cut(tokenize(text, 0, len(text)))]
    ['The council closed the bridge', 'drivers blocked the road', 'the mayor went home']
    """
    if len(tokens) > _LONGEST:
        return [whole] if (whole := trimmed(tokens)) else []
    main, relatives = _relatives(list(tokens))
    clauses = []
    for part in (main, *relatives):
        clauses += _parts(part)
    return sorted((trimmed(clause) for clause in clauses if trimmed(clause)), key=lambda clause: clause[0].start)


def _relatives(tokens: list[Token]) -> tuple[list[Token], list[list[Token]]]:
    """Take out the relative clauses that follow a comma ("the mayor, who left early, said")."""
    for place in range(2, len(tokens) - 2):
        if tokens[place].key not in RELATIVES or not _is_comma(tokens, place - 1):
            continue
        verb = first_finite(tokens, place + 1, place + _SUBJECT_REACH)
        if verb is None or tokens[place + 1].key in COMMAS:
            continue
        close = _closing(tokens, verb + 1)
        if _is_complete(tokens, place - 1):
            if any(token.key in COMMAS for token in tokens[verb:-1]):
                continue  # where the relative clause ends cannot be told
            return tokens[: place - 1], [tokens[place:]]
        if close is None:
            continue
        main, more = _relatives(tokens[: place - 1] + tokens[close + 1 :])
        return main, [tokens[place:close], *more]
    return tokens, []


def _is_complete(tokens: Sequence[Token], stop: int) -> bool:
    """Say that the words before a place have a verb of their own and do not end in the subject of a further one."""
    verb = None
    while (later := first_finite(tokens, 0 if verb is None else verb + 1, stop)) is not None:
        verb = later
    return (
        verb is not None
        and tokens[verb].key not in _SAYING
        and first_finite(tokens, _last_opener(tokens, 0, stop), stop) is not None
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
            if _is_strong(tokens, after) or tokens[after].key in PASTS:
                return after - 1
    return None


def _is_strong(tokens: Sequence[Token], place: int) -> bool:
    """Say that a finite verb stands at a place beyond doubt: an auxiliary, or a past that is no participle."""
    if place >= len(tokens):
        return False
    key = tokens[place].key
    if key in ("also", "then", "later") and place + 1 < len(tokens):
        key = tokens[place + 1].key
    return (key in AUXILIARIES and not tokens[place].is_capital) or key in PASTS


def _parts(tokens: list[Token]) -> list[list[Token]]:
    """Cut at coordinators and subordinators that begin a clause of their own."""
    opening = _opening(tokens)
    if opening is not None:
        return [tokens[1:opening], *_parts(tokens[opening + 1 :])]
    start, found = 0, []
    depth = 0
    for place in range(1, len(tokens) - 2):
        key = tokens[place].key
        depth += (key == "(") - (key == ")")
        if depth or place - start < 2:
            continue
        right = _begins_clause(tokens, place, start)
        if right is not None:
            found.append(tokens[start:place])
            start = right
    found.append(tokens[start:])
    return found


def _opening(tokens: Sequence[Token]) -> int | None:
    """Give the comma after a subordinate clause that opens the sentence ("When the mayor left, drivers ...")."""
    if len(tokens) < 6 or tokens[0].key not in _OPENERS:
        return None
    if any(token.key in ("will", "shall", "won't") or token.key.endswith("'ll") for token in tokens):
        return None  # a condition of what is to come: it stays with its clause
    comma = next((place for place in range(2, len(tokens)) if tokens[place].key == ","), None)
    if comma is None or not _states(tokens, 1, comma) or not _states(tokens, comma + 1, len(tokens)):
        return None
    return comma


def _begins_clause(tokens: Sequence[Token], place: int, start: int) -> int | None:  # noqa: PLR0911 - one question after another
    """Give where the next clause begins if one begins after the word or mark at this place."""
    key = tokens[place].key
    if first_finite(tokens, _last_opener(tokens, start, place), place) is None:
        return None  # "that the mayor and the council ...": what opened last has no verb yet
    if (place - start < 4 and tokens[place - 1].key in BASES) or tokens[place - 1].key in _STUBS:
        return None
    if key == ";":
        return place + 1 if _states(tokens, place + 1, len(tokens)) else None
    if key in (",", "—", "–", "--") and tokens[place + 1].key in _COORDINATORS | {"so"}:
        after = place + 2
        return (
            after
            if after < len(tokens) and (_states(tokens, after, len(tokens)) or _is_verb_again(tokens, after, start))
            else None
        )
    if key in _COORDINATORS and tokens[place - 1].key not in COMMAS:
        if any(token.key == "," for token in tokens[max(start, place - 4) : place]):
            return None  # the last of a list
        return (
            place + 1
            if _states(tokens, place + 1, len(tokens), is_strict=True) or _is_verb_again(tokens, place + 1, start)
            else None
        )
    if key in _SUBORDINATORS and tokens[place - 1].key not in (
        "just",
        "even",
        "as",
        "such",
        "ever",
        "so",
        "not",
        "soon",
        "long",
        "far",
        "well",
    ):
        return _subordinate(tokens, place, start)
    return None


def _last_opener(tokens: Sequence[Token], start: int, place: int) -> int:
    """Give where the innermost clause before a place begins."""
    openers = _IF | RELATIVES | _OPENERS | {"that", "why", "how", "what"}
    return next((back + 1 for back in range(place - 1, start, -1) if tokens[back].key in openers), start)


def _subordinate(tokens: Sequence[Token], place: int, start: int) -> int | None:
    key = tokens[place].key
    is_future = any(
        token.key in ("will", "shall", "won't", "may", "might", "could", "would") for token in tokens[start:place]
    )
    if key in ("when", "after", "before", "as", "since") and is_future:
        return None
    if key == "so" and not (tokens[place - 1].key == "," or tokens[place + 1].key == "that"):
        return None
    if len(tokens) - place < _FEWEST_IN_SUBORDINATE:
        return None  # "as Doe spoke" says when, it states little
    if tokens[place + 1].key == "it" and tokens[place + 2].key in ("comes", "came"):
        return None  # "when it comes to"
    after = place + (2 if key == "so" and tokens[place + 1].key == "that" else 1)
    return after if _states(tokens, after, len(tokens), is_strict=True) else None


def _states(tokens: Sequence[Token], start: int, end: int, *, is_strict: bool = False) -> bool:  # noqa: PLR0911 - one question after another
    """Say that a clause of its own, subject first, begins at a place: its verb comes within reach and before a break."""
    if start >= end:
        return False
    first = tokens[start].key
    if first in _IF or first in RELATIVES or first in ("that", "not", "to") or first.endswith("ing"):
        return False
    if first in ("he", "she", "it", "they", "we", "i", "there") or first.startswith(
        ("it's", "he's", "she's", "they'", "we'", "i'")
    ):
        return first_finite(tokens, start, min(end, start + 6)) is not None
    if first in PREPOSITIONS:
        return False
    for place in range(start + 1, min(end, start + _SUBJECT_REACH)):
        if tokens[place].key in COMMAS or tokens[place].key in _COORDINATORS or tokens[place].key in _BREAKS:
            return False
        if is_finite(tokens, place):
            return not is_strict or _is_strong(tokens, place) or _is_sure_past(tokens, place)
    return False


def _is_sure_past(tokens: Sequence[Token], place: int) -> bool:
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


def _is_verb_again(tokens: Sequence[Token], place: int, start: int) -> bool:
    """Say that a second verb of the same subject begins at a place ("closed the bridge and opened a road")."""
    if place + 2 >= len(tokens):
        return False
    key = tokens[place].key
    verb = first_finite(tokens, start, place)
    if verb is None:
        return False
    first = tokens[verb].key
    is_simple = first in PASTS or first in PASTS_OR_PARTICIPLES or (is_regular_past(first) and first not in AUXILIARIES)
    if key in PASTS:
        return is_simple
    if is_regular_past(key) or key in PASTS_OR_PARTICIPLES:
        return is_simple and _is_sure_past(tokens, place)
    return False


def trimmed(clause: Sequence[Token]) -> list[Token]:
    """Leave out marks and connecting words at both ends of a clause."""
    first, last = 0, len(clause)
    while first < last and (
        not clause[first].key[0].isalnum() or clause[first].key in ("and", "but", "that", "so", "yet")
    ):
        if (
            clause[first].key == "so"
            and first + 1 < last
            and clause[first + 1].key in ("far", "many", "much", "called")
        ):
            break
        first += 1
    while last > first and (not clause[last - 1].key[0].isalnum() or clause[last - 1].key in _DANGLING):
        last -= 1
    return list(clause[first:last])
