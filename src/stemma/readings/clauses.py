"""Clauses: a sentence cut into the finite clauses that each state something; where unsure it stays whole."""

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
_PRONOUNS = frozenset(
    "i he she it we they you who this that these those there he's she's it's they're we're i'm you're they've".split()
)
_DETERMINERS = frozenset(
    "the a an his her its their our my your this that these those some any no every each both all several many most".split()
)
_PREPOSITIONS = frozenset(
    "of in on at by to from with without into onto upon about above across against along amid among around behind below "
    "beneath beside between beyond despite down during except inside like near off out outside over past per through throughout "
    "toward towards under via versus for as than".split()
)
_COORDINATORS = frozenset(("and", "but", "yet", "nor"))
_SUBORDINATORS = frozenset(
    ("when", "while", "whereas", "because", "although", "though", "after", "before", "since", "as", "so")
)
_OPENERS = frozenset(("when", "while", "whereas", "because", "although", "though", "after", "before", "since", "as"))
_RELATIVES = frozenset(("who", "which", "whom", "whose", "where"))
_COMMAS = frozenset((",", ";", "—", "–", "--", "-"))
_MARKS = frozenset('"“”«»„') | {"''", "``"}
_SAYING = frozenset(
    "said says say told added adds believes believed thinks thought knows knew claims claimed warned argued".split()
)
_STUBS = frozenset("come comes came is was are were".split())
_SUBJECT_REACH = 9
_DANGLING = frozenset("and but that or nor yet which who when while because although though if whether as so".split())
_IF = frozenset(("if", "unless", "once", "whether", "until"))

_BREAKS = _RELATIVES | _IF | _OPENERS | {"that"}


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
    return next((place for place in range(start, last) if _is_finite(tokens, place)), None)


def _is_finite(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    key = token.key
    before = tokens[place - 1].key if place else ""
    if key in AUXILIARIES or key.endswith(("'re", "'ve", "'ll", "n't")):
        return (
            before not in ("to", "at")
            and not (token.is_capital and place and key in ("may", "will"))
            and not (before in MODALS and key in ("have", "do"))
        )
    if key.endswith(("'s", "'d")) and key[:-2] in _PRONOUNS | {"what", "here", "who", "how", "where", "let"}:
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
        tokens[place].key in _MARKS
        or tokens[place].key in ("also", "then", "later", "still", "now", "never", "again", "just")
        or (tokens[place].key.endswith("ly") and len(tokens[place].key) > 4)
    ):
        place -= 1
    return tokens[place] if place >= 0 else None


def _is_past(tokens: Sequence[Token], place: int) -> bool:
    """Say that a past form is no participle: a subject stands before it, and no "by" behind it."""
    before = _before(tokens, place)
    if (
        before is None
        or before.key in _DETERMINERS
        or before.key in _PREPOSITIONS
        or before.key in BE
        or before.key in HAVE
    ):
        return (
            before is not None
            and before.key in ("this", "that", "these", "those", "all", "both", "most", "many", "several")
            and place + 1 < len(tokens)
        )
    if before.key in FUNCTION_WORDS and before.key not in _PRONOUNS and before.key not in ("and", "or", "but", "which"):
        return before.key in ("him", "her", "them", "it", "one") and False
    after = tokens[place + 1].key if place + 1 < len(tokens) else ""
    if after == "by" or (after not in FUNCTION_WORDS and before.key in _COMMAS and not _follows_subject(tokens, place)):
        return False
    return _is_bare_noun(before) or before.key in _PRONOUNS or before.key in ("and", "but", "or", "which", ",")


def _follows_subject(tokens: Sequence[Token], place: int) -> bool:
    return any(token.key in _RELATIVES for token in tokens[max(0, place - 12) : place])


def _is_bare_noun(token: Token) -> bool:
    return token.key[0].isalnum() and token.key not in FUNCTION_WORDS


def _is_present(tokens: Sequence[Token], place: int, base: str, *, is_third: bool) -> bool:
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
            after in _DETERMINERS
            or after in ("that", "it", "him", "them", "us", "to")
            or (before.is_capital and after in _PREPOSITIONS)
        )
    return True


# Cutting


def cut(tokens: Sequence[Token]) -> list[list[Token]]:
    """Cut the words of one sentence into clauses; a clause that another interrupts keeps its words from both sides.

    >>> text = "The council closed the bridge, and drivers blocked the road when the mayor went home."
    >>> [text[clause[0].start : clause[-1].end] for clause in cut(tokenize(text, 0, len(text)))]
    ['The council closed the bridge', 'drivers blocked the road', 'the mayor went home']
    """
    main, relatives = _relatives(list(tokens))
    clauses = []
    for part in (main, *relatives):
        clauses += _parts(part)
    return sorted((trimmed(clause) for clause in clauses if trimmed(clause)), key=lambda clause: clause[0].start)


def _relatives(tokens: list[Token]) -> tuple[list[Token], list[list[Token]]]:
    """Take out the relative clauses that follow a comma ("the mayor, who left early, said")."""
    for place in range(2, len(tokens) - 2):
        if tokens[place].key not in _RELATIVES or not _is_comma(tokens, place - 1):
            continue
        verb = first_finite(tokens, place + 1, place + _SUBJECT_REACH)
        if verb is None or tokens[place + 1].key in _COMMAS:
            continue
        close = _closing(tokens, verb + 1)
        if _is_complete(tokens, place - 1):
            if any(token.key in _COMMAS for token in tokens[verb:-1]):
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
    while place > 0 and tokens[place].key in _MARKS:
        place -= 1
    return tokens[place].key in (",", "—", "–", "--")


def _closing(tokens: Sequence[Token], place: int) -> int | None:
    """Give the comma that ends a relative clause: the main clause's verb follows it at once."""
    for comma in range(place, len(tokens) - 1):
        if tokens[comma].key in (",", "—", "–", "--"):
            after = comma + 1
            while after < len(tokens) - 1 and tokens[after].key in _MARKS:
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
        return [tokens[:opening], *_parts(tokens[opening + 1 :])]
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


def _begins_clause(tokens: Sequence[Token], place: int, start: int) -> int | None:
    """Give where the next clause begins if one begins after the word or mark at this place."""
    key = tokens[place].key
    if first_finite(tokens, _last_opener(tokens, start, place), place) is None:
        return None  # "that the mayor and the council ...": what opened last has no verb yet
    if place - start < 4 and tokens[place - 1].key in BASES or tokens[place - 1].key in _STUBS:
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
    if key in _COORDINATORS and tokens[place - 1].key not in _COMMAS:
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
    openers = _IF | _RELATIVES | _OPENERS | {"that", "why", "how", "what"}
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
    if tokens[place + 1].key == "it" and tokens[place + 2].key in ("comes", "came"):
        return None  # "when it comes to"
    after = place + (2 if key == "so" and tokens[place + 1].key == "that" else 1)
    return after if _states(tokens, after, len(tokens), is_strict=True) else None


def _states(tokens: Sequence[Token], start: int, end: int, *, is_strict: bool = False) -> bool:
    """Say that a clause of its own, subject first, begins at a place: its verb comes within reach and before a break."""
    if start >= end:
        return False
    first = tokens[start].key
    if first in _IF or first in _RELATIVES or first in ("that", "not", "to") or first.endswith("ing"):
        return False
    if first in ("he", "she", "it", "they", "we", "i", "there") or first.startswith(
        ("it's", "he's", "she's", "they'", "we'", "i'")
    ):
        return first_finite(tokens, start, min(end, start + 6)) is not None
    if first in _PREPOSITIONS:
        return False
    for place in range(start + 1, min(end, start + _SUBJECT_REACH)):
        if tokens[place].key in _COMMAS or tokens[place].key in _COORDINATORS or tokens[place].key in _BREAKS:
            return False
        if _is_finite(tokens, place):
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
    return (
        after.key in _DETERMINERS
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
