"""Clauses: a sentence cut into the finite clauses that each state something; where unsure it stays whole."""

from collections.abc import Sequence

from stemma.readings.finiteness import COMMAS, MARKS, RELATIVES, Token, first_finite
from stemma.readings.onsets import COORDINATORS, OPENERS, is_verb_again, last_opener, states
from stemma.readings.relatives import relatives
from stemma.readings.verbs import BASES

_SUBORDINATORS = OPENERS | {"so"}
_PARTING = frozenset((",", "—", "–", "--"))
_BREAKING = _SUBORDINATORS | COORDINATORS | _PARTING | {";", "-"}
_STUBS = frozenset("come comes came is was are were".split())
_FEWEST_IN_SUBORDINATE = 5  # with its conjunction
_LONGEST = 400  # words and marks; what is longer is a table or a list, no sentence
_DANGLING = frozenset(
    "after before and but that or nor yet which who when while because although though if whether as so".split()
)
_SUBJECTS = frozenset("he she they we i".split())
_FINAL = frozenset("that so though after before".split())  # good last words too: "the last to do so."
_STOPS = frozenset((".", "!", "?", "…", ",", ";"))
_LEADING = frozenset("and but that so yet".split())
_SHED = frozenset("although though while whereas because as".split())  # left out before a single clause
_NO_CONJUNCTIONS = frozenset(
    "just even as such ever so not soon long far well right the".split()
)  # "just as", "so long as"
_MEASURES = frozenset(  # "two days after it closed" stands with its clause
    "day days week weeks month months year years hour hours minute minutes moment moments shortly immediately".split()
)


def cut(tokens: Sequence[Token]) -> list[list[Token]]:
    """Cut the words of one sentence into clauses; a clause that another interrupts keeps its words from both sides.

    >>> from stemma.readings.finiteness import tokenize
    >>> text = "The council closed the bridge, and drivers blocked the road when the mayor went home."
    >>> [text[clause[0].start : clause[-1].end] for clause in cut(tokenize(text, 0, len(text)))]
    ['The council closed the bridge', 'drivers blocked the road', 'the mayor went home']
    """
    if len(tokens) > _LONGEST:
        return [whole] if (whole := trimmed(tokens)) else []
    main, others = relatives(list(tokens))
    clauses = []
    for part in (main, *others):
        clauses += _parts(part)
    return sorted((trimmed(clause) for clause in clauses if trimmed(clause)), key=lambda clause: clause[0].start)


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
    if len(tokens) < 6 or tokens[0].key not in OPENERS:
        return None
    if any(token.key in ("will", "shall", "won't") or token.key.endswith("'ll") for token in tokens):
        return None  # a condition of what is to come: it stays with its clause
    comma = next((place for place in range(2, len(tokens)) if tokens[place].key == ","), None)
    if comma is None or not states(tokens, 1, comma) or not states(tokens, comma + 1, len(tokens)):
        return None
    return comma


def _begins_clause(tokens: Sequence[Token], place: int, start: int) -> int | None:  # noqa: PLR0911 - one question after another
    """Give where the next clause begins if one begins after the word or mark at this place."""
    key = tokens[place].key
    if key not in _BREAKING:
        return None
    if not _is_whole(tokens, place, start):
        return None
    if (place - start < 4 and tokens[place - 1].key in BASES) or tokens[place - 1].key in _STUBS:
        return None
    if key == ";":
        return place + 1 if states(tokens, place + 1, len(tokens), has_comma=True) else None
    if key in _PARTING or (key == "-" and tokens[place].start > tokens[place - 1].end):  # not "low- and high-paid"
        return _coordinate(tokens, place + 2, start) if tokens[place + 1].key in COORDINATORS | {"so"} else None
    if key in COORDINATORS and tokens[place - 1].key not in COMMAS:
        return _coordinate(tokens, place + 1, start, has_comma=False)
    is_measured = key in ("after", "before") and tokens[place - 1].key in _MEASURES
    if key in _SUBORDINATORS and tokens[place - 1].key not in _NO_CONJUNCTIONS and not is_measured:
        return _subordinate(tokens, place, start)
    return None


def _is_whole(tokens: Sequence[Token], place: int, start: int) -> bool:
    """Say that the words before a place are a clause: what opened last has a verb, and so has what it stands in."""
    opener = last_opener(tokens, start, place, is_after_comma=tokens[place].key in COMMAS)
    verb = first_finite(tokens, opener, place)
    if verb is None:
        return False  # "that the mayor and the council ...": what opened last has no verb yet
    is_inner = opener > start + 1 and tokens[opener - 1].key in RELATIVES and tokens[opener - 2].key not in COMMAS
    return not is_inner or first_finite(tokens, start, opener - 1) is not None


def _coordinate(tokens: Sequence[Token], after: int, start: int, *, has_comma: bool = True) -> int | None:
    """Give where the clause behind an "and" or "but" begins, if one does; "and that it ..." begins behind its "that"."""
    if after >= len(tokens):
        return None
    if not has_comma and any(token.key == "," for token in tokens[max(start, after - 5) : after - 1]):
        return None  # the last of a list
    if tokens[after].key == "that" and states(tokens, after + 1, len(tokens), is_strict=True):
        return after + 1
    if states(tokens, after, len(tokens), is_strict=not has_comma, has_comma=has_comma):
        return after
    return after if is_verb_again(tokens, after, start) else None


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
    return after if states(tokens, after, len(tokens), is_strict=True) else None


def trimmed(clause: Sequence[Token]) -> list[Token]:
    """Leave out marks and connecting words at both ends of a clause; a "that" or "so" before a full stop is none of them."""
    first, last = 0, len(clause)
    while first < last and (not clause[first].key[0].isalnum() or clause[first].key in _LEADING):
        if (
            clause[first].key == "so"
            and first + 1 < last
            and clause[first + 1].key in ("far", "many", "much", "called")
        ):
            break
        first += 1
    if last - first > _FEWEST_IN_SUBORDINATE and clause[first].key in _SHED and _is_single(clause[first + 1 : last]):
        first += 1
    is_ended = _ends_in_stop(clause)
    if last - first > 2 and clause[last - 1].key in _SUBJECTS and clause[last - 2].key in _DANGLING | COMMAS:
        last -= 1  # the subject of a clause that is told elsewhere
    while last > first and (
        not clause[last - 1].key[0].isalnum()
        or (clause[last - 1].key in _DANGLING and not (is_ended and clause[last - 1].key in _FINAL))
    ):
        last -= 1
    return list(clause[first:last])


def _is_single(words: Sequence[Token]) -> bool:
    """Say that a verb stands behind a conjunction before any comma: it opens this clause alone ("although it closed")."""
    verb = first_finite(words)
    return verb is not None and all(token.key not in COMMAS for token in words[:-1])


def _ends_in_stop(clause: Sequence[Token]) -> bool:
    """Say that a full stop or a comma ends a clause, marks of quotation passed over."""
    for token in reversed(clause):
        if token.key not in MARKS:
            return token.key in _STOPS
    return False
