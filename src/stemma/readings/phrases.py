"""Phrases: the noun phrase that ends before a token."""

from stemma.readings.lexicon import lexicon
from stemma.readings.sentence import (
    AUXILIARIES,
    DETERMINERS,
    OBJECTS,
    PREPOSITIONS,
    PRONOUNS,
    QUESTION_WORDS,
    SUBORDINATORS,
    Sentence,
)

Range = tuple[int, int]  # tokens, the last excluded


_HARD = frozenset(';:—–"“”«»()[]') | {"--", "''", "``", "-", "..."}


OPENERS = frozenset("but and or yet so still then meanwhile however instead also indeed thus nor".split())


TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight january february march "
    "april may june  july august september october november december jan. feb. aug. sept. oct. nov. dec. morning "
    "afternoon evening night week month  year weekend earlier later last this next ago".split()
)


# Before one of these a noun phrase does not go on, but for "all the" and the like.
_CLOSING = DETERMINERS - frozenset("one two three four five more many other such most".split())


_QUANTIFYING = frozenset("of than about around over under between among to".split())


def phrase_before(sentence: Sentence, end: int) -> Range | None:
    """Give the noun phrase that ends before a token, or None where there is none."""
    first = end
    while first > 0:
        bracket = matching(sentence, first - 1, "(") if sentence.keys[first - 1] == ")" else None
        if bracket is not None and bracket > 0:
            first = bracket
            continue
        if not _belongs(sentence, first - 1, first, end):
            break
        first -= 1
        if sentence.keys[first] in PRONOUNS:
            break
    first = _with_participle(sentence, _with_relative(sentence, first, end), end)
    first = _trim(sentence, first, end)
    if first < end and sentence.keys[first] in PREPOSITIONS - _QUANTIFYING:
        return None
    return (first, end) if first < end and names_somebody(sentence, first, end) else None


def _with_relative(sentence: Sentence, first: int, end: int) -> int:
    """Go on to the noun before a relative clause that ends the subject ("people who have met him say")."""
    place = first
    while (
        place > 0 and first - place < 14 and sentence.marks[place - 1] < 0 and sentence.keys[place - 1] not in PART_ENDS
    ):
        place -= 1
        if sentence.keys[place] in {"who", "which"}:
            break
    else:
        return first
    if place in {0, first} or sentence.keys[place] not in {"who", "which"} or not sentence.is_word(place - 1):
        return first
    if not any(sentence.is_finite(at) for at in range(place + 1, first)) or first == end:
        return first
    outer = phrase_before(sentence, place)
    return outer[0] if outer is not None else first


def _with_participle(sentence: Sentence, first: int, end: int) -> int:
    """Go on to the noun before a participle that ends the subject ("a note taped to the door said")."""
    verb = first - 1
    if verb < 1 or first == end or sentence.keys[first] not in PREPOSITIONS or not sentence.keys[verb].endswith("ed"):
        return first
    if (
        end >= len(sentence)
        or not sentence.is_word(end)
        or sentence.marks[verb] >= 0
        or sentence.is_capital(verb)
        or not sentence.is_word(verb - 1)
    ):
        return first
    place = verb
    while place > 0 and _belongs(sentence, place - 1, place, end) and sentence.keys[place] not in DETERMINERS:
        place -= 1
    is_noun = place < verb and sentence.keys[place] in DETERMINERS and (place == 0 or sentence.keys[place - 1] == ",")
    return place if is_noun else first


def _belongs(sentence: Sentence, place: int, first: int, end: int) -> bool:
    """Say that a token goes on with the noun phrase to its right."""
    key = sentence.keys[place]
    if sentence.marks[place] >= 0:
        return is_title_in_marks(sentence, place)
    if key == "her" or (key in PRONOUNS and first == end):
        return True
    if key in _NO_NOUN or sentence.is_finite(place) or (sentence.is_adverb(place) and key not in {"only", "even"}):
        return False
    if first < end and sentence.keys[first] in _CLOSING:
        return key in PREPOSITIONS or key in {"all", "both", "half", "and"}
    if key == "to":
        return first < end and (sentence.is_capital(first) or sentence.keys[first] in DETERMINERS)
    return key not in {"and", "or"} or (first < end and not _has_verb(sentence, place))


_NO_NOUN = PRONOUNS | SUBORDINATORS | QUESTION_WORDS | OBJECTS | AUXILIARIES | _HARD | {"but", ",", "!", "?"}


def is_title_in_marks(sentence: Sentence, place: int) -> bool:
    """Say that marked words are a nickname or the title of a work inside a name, and no speech."""
    stretch = sentence.stretches[sentence.marks[place]]
    inner = sentence.text[stretch.inner_start : stretch.inner_end]
    if inner[-1:] in {",", "."} and len(inner) < 80:
        return all(word[0].isupper() for word in inner.split() if len(word) > 4) and " " in inner and inner[0].isupper()
    return len(inner) < 40 and inner[-1:] not in {"!", "?"}


def is_work(sentence: Sentence, place: int) -> bool:
    """Say that marked words are the title of a song, a book or a film: capitals all through, and no stop at their end."""
    stretch = sentence.stretches[sentence.marks[place]]
    words = sentence.text[stretch.inner_start : stretch.inner_end].split()
    return (
        len(words) > 1
        and words[-1][-1].isalnum()
        and all(word[0].isupper() or word in _SMALL_IN_TITLES for word in words)
    )


_SMALL_IN_TITLES = frozenset("a an the of in on at by for to and or with from".split())


def _has_verb(sentence: Sentence, place: int) -> bool:
    """Say that the clause to the left of a token has a verb."""
    while place > 0:
        place -= 1
        if sentence.marks[place] >= 0 or sentence.keys[place] in _HARD:
            return False
        if sentence.is_finite(place) or lexicon().verbs.get(sentence.keys[place]) is not None:
            return True
    return False


def _trim(sentence: Sentence, first: int, end: int) -> int:
    """Cut what leads into the clause and is no part of the name: "But", "On Friday"."""
    while first < end - 1:
        key = sentence.keys[first]
        if key in OPENERS or sentence.is_adverb(first) or key == "including":
            first += 1
        elif key in PREPOSITIONS and key not in {"of", "than", "to"}:
            after = _past_time(sentence, first + 1, end)
            if after is None:
                return first if first > 0 else _past_place(sentence, first, end)
            first = after
        elif key in {"last", "this", "earlier", "later"} and sentence.keys[first + 1] in TIMES:
            first += 2
        elif key in TIMES and first + 1 < end and key not in {"may", "march"}:
            first += 1
        else:
            break
    return first


def _past_time(sentence: Sentence, first: int, end: int) -> int | None:
    """Give the token after an expression of time, or None where there is none."""
    place = first
    while place < end - 1 and (
        sentence.keys[place] in TIMES or sentence.keys[place][0].isdigit() or sentence.keys[place] == "the"
    ):
        place += 1
    return place if place > first and sentence.keys[place - 1] != "the" else None


def _past_place(sentence: Sentence, first: int, end: int) -> int:
    """Give where the subject begins after a sentence-opening phrase without a comma ("In Ohio voters said")."""
    for place in range(end - 1, first + 1, -1):
        key = sentence.keys[place]
        if key in DETERMINERS or key in PRONOUNS:
            return place
    return end - 1


def names_somebody(sentence: Sentence, first: int, end: int) -> bool:
    """Say that a range can name a speaker: an article opens it, or it holds a name, a pronoun, a plural or a known word."""
    if sentence.keys[first] in DETERMINERS and end - first > 1:
        return True
    return any(_is_somebody(sentence, place) for place in range(first, end))


def _is_somebody(sentence: Sentence, place: int) -> bool:
    key = sentence.keys[place]
    if key in TIMES or key in PREPOSITIONS or not sentence.is_word(place) or key[0].isdigit():
        return False
    known = lexicon()
    is_known = key in known.titles or key in known.groups or key in known.documents or key in known.body
    is_plural = len(key) > 3 and key.endswith("s") and not key.endswith(("ss", "us", "is"))
    is_pronoun = key in PRONOUNS or key in DETERMINERS or key in QUESTION_WORDS
    return is_known or is_plural or is_pronoun or sentence.is_capital(place)


PART_ENDS = frozenset({",", ";", ":", "—", "–", "--"})


def matching(sentence: Sentence, last: int, sign: str) -> int | None:
    """Give the comma, dash or bracket that pairs with one at `last`."""
    for place in range(last - 1, max(-1, last - 45), -1):
        if sentence.marks[place] >= 0:
            if not is_title_in_marks(sentence, place):
                return None
        elif sentence.keys[place] == sign:
            return place
    return None
