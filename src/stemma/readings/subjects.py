"""Subjects: which words before or after a cue name whoever speaks."""

from stemma.readings.cues import Cue, CueKind
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

_HARD = frozenset(";:—–\"“”«»()[]") | {"--", "''", "``", "-", "..."}
_RELATIVE = frozenset("who which that".split())
_OPENERS = frozenset("but and or yet so still then meanwhile however instead also indeed thus nor".split())
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight january february march april may june "
    "july august september october november december jan. feb. aug. sept. oct. nov. dec. morning afternoon evening night week month "
    "year weekend earlier later last this next ago".split()
)
_APPOSED = frozenset("a an the who whose which one his her its their then now formerly also former both himself herself along including".split())
_SUFFIXES = frozenset("jr. sr. jr sr ii iii iv".split())


def before(sentence: Sentence, cue: Cue) -> Range | None:
    """Give the subject that stands before a cue, with its title and what is said of it between commas, or None."""
    end = cue.first
    if end <= 0:
        return None
    last = end - 1
    key = sentence.keys[last]
    if cue.kind is CueKind.INFINITIVE or key in {"and", "or", "but"}:
        return None
    if sentence.marks[last] >= 0:
        return None
    if key in _RELATIVE:
        return (last, end)
    if key in {",", "—", "–", "--", "-", ")"} and cue.kind is not CueKind.PARTICIPLE:
        return _apposed(sentence, last)
    return phrase_before(sentence, end)


def phrase_before(sentence: Sentence, end: int) -> Range | None:
    """Give the noun phrase that ends before a token, or None where there is none."""
    first = end
    while first > 0 and _belongs(sentence, first - 1, first, end):
        first -= 1
        if sentence.keys[first] in PRONOUNS:
            break
    first = _trim(sentence, first, end)
    return (first, end) if first < end and _names(sentence, first, end) else None


def _belongs(sentence: Sentence, place: int, first: int, end: int) -> bool:
    """Say that a token goes on with the noun phrase to its right."""
    key = sentence.keys[place]
    if sentence.marks[place] >= 0:
        return _is_title_in_marks(sentence, place)
    if key in _HARD or key in {",", "!", "?"}:
        return False
    if first < end and sentence.keys[first] in DETERMINERS - {"one", "two", "three", "four", "five", "more", "many", "other", "such", "most"}:
        return key in PREPOSITIONS or key in {"all", "both", "half", "and"}
    if key == "and" or key == "or":
        return first < end and not _has_verb(sentence, place)
    if key in SUBORDINATORS or key in QUESTION_WORDS or key == "but" or key in OBJECTS:
        return key == "her"
    if key in PRONOUNS:
        return first == end
    if key == "to":
        return first < end and (sentence.is_capital(first) or sentence.keys[first] in DETERMINERS)
    if key in AUXILIARIES or sentence.is_finite(place):
        return False
    return not sentence.is_adverb(place) or key in {"only", "even"}


def _is_title_in_marks(sentence: Sentence, place: int) -> bool:
    """Say that marked words are short enough to be a nickname or a title inside a name."""
    stretch = sentence.stretches[sentence.marks[place]]
    return stretch.inner_end - stretch.inner_start < 40 and sentence.text[stretch.inner_end - 1] not in ".,!?"


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
        if key in _OPENERS or sentence.is_adverb(first):
            first += 1
        elif key in PREPOSITIONS and key not in {"of", "than", "to"}:
            after = _past_time(sentence, first + 1, end)
            if after is None:
                return first if first > 0 else _past_place(sentence, first, end)
            first = after
        elif key in {"last", "this", "earlier", "later"} and sentence.keys[first + 1] in _TIMES:
            first += 2
        elif key in _TIMES and first + 1 < end and key not in {"may", "march"}:
            first += 1
        else:
            break
    return first


def _past_time(sentence: Sentence, first: int, end: int) -> int | None:
    """Give the token after an expression of time, or None where there is none."""
    place = first
    while place < end - 1 and (sentence.keys[place] in _TIMES or sentence.keys[place][0].isdigit() or sentence.keys[place] == "the"):
        place += 1
    return place if place > first and sentence.keys[place - 1] != "the" else None


def _past_place(sentence: Sentence, first: int, end: int) -> int:
    """Give where the subject begins after a sentence-opening phrase without a comma ("In Ohio voters said")."""
    for place in range(end - 1, first + 1, -1):
        key = sentence.keys[place]
        if key in DETERMINERS or key in PRONOUNS:
            return place
    return end - 1


def _names(sentence: Sentence, first: int, end: int) -> bool:
    """Say that a range can name a speaker: it holds a word that is no mere function word."""
    return any(
        sentence.is_word(place) and sentence.keys[place] not in PREPOSITIONS and sentence.keys[place] not in _TIMES
        for place in range(first, end)
    )


def _apposed(sentence: Sentence, last: int) -> Range | None:
    """Give a subject with what stands between commas or dashes behind it; `last` is the closing comma."""
    sign = sentence.keys[last]
    opening = _matching(sentence, last, "(" if sign == ")" else sign)
    if opening is None or opening == 0:
        return None
    core = phrase_before(sentence, opening)
    if sign == ")":
        return (core[0], last + 1) if core else None
    between = sentence.keys[opening + 1] if opening + 1 < last else ""
    if core is not None and sentence.keys[core[0]] not in {"that"} and core[1] - core[0] < 16:
        wider = _wider(sentence, core, opening)
        is_apposition = between in _APPOSED or between in _SUFFIXES or _is_name(sentence, opening + 1, last)
        if wider is not None:
            return (wider[0], last + 1)
        return (core[0], last + 1) if is_apposition else core
    return None


def _wider(sentence: Sentence, core: Range, opening: int) -> Range | None:
    """Give the subject where what seemed its core is itself said of something before it ("Ann Orr, R-Ore., chair of ...")."""
    first = core[0]
    if first < 2 or sentence.keys[first - 1] != ",":
        return None
    is_said_of = sentence.keys[first] in {"a", "an", "the", "who"} or opening - first <= 2
    outer = phrase_before(sentence, first - 1)
    if not is_said_of or outer is None or not sentence.is_capital(outer[1] - 1) or sentence.keys[outer[1] - 1] in _TIMES:
        return None
    if sentence.keys[outer[0]] in PREPOSITIONS:
        return None
    return outer


def _is_name(sentence: Sentence, first: int, last: int) -> bool:
    """Say that a stretch between commas is a party, a place or a post, and no clause."""
    return last - first < 9 and not any(sentence.is_finite(place) or sentence.keys[place].endswith("ing") for place in range(first, last)) and (
        sentence.keys[first] not in PREPOSITIONS and sentence.keys[first] not in _OPENERS and not sentence.is_adverb(first)
    )


def _matching(sentence: Sentence, last: int, sign: str) -> int | None:
    """Give the comma, dash or bracket that pairs with one at `last`."""
    for place in range(last - 1, max(-1, last - 45), -1):
        if sentence.marks[place] >= 0:
            if not _is_title_in_marks(sentence, place):
                return None
        elif sentence.keys[place] == sign:
            return place
    return None


def after(sentence: Sentence, start: int) -> Range | None:
    """Give the speaker that follows a cue: up to a full stop, a quotation, or what the speaker did meanwhile."""
    place = start
    size = len(sentence)
    while place < size and not _ends_after(sentence, place, start):
        place += 1
    while place > start and not sentence.is_word(place - 1) and sentence.keys[place - 1] != ")":
        place -= 1
    return (start, place) if place > start and _names(sentence, start, place) else None


def _ends_after(sentence: Sentence, place: int, start: int) -> bool:
    key = sentence.keys[place]
    if sentence.marks[place] >= 0:
        return not _is_title_in_marks(sentence, place)
    if key in {".", ";", ":", "!", "?"} and place + 1 >= len(sentence):
        return True
    if key in {";", ":"}:
        return True
    if place > start and key in PRONOUNS and sentence.keys[place - 1] != "and":
        return True
    if place > start and sentence.keys[start] in PRONOUNS:
        return True
    if key in {"during", "after", "before", "while", "when", "as", "if", "because", "since"} and place > start:
        return True
    if key == "," and place + 1 < len(sentence):
        following = sentence.keys[place + 1]
        return (
            following in {"who", "which", "and", "but", "as", "when", "while", "during", "after", "before", "in", "on", "at"}
            or following.endswith("ing")
            or sentence.marks[place + 1] >= 0
            or following in PRONOUNS
            or sentence.is_adverb(place + 1)
        )
    return place > start and key in {"in", "on", "at"} and _is_when(sentence, place)


def _is_when(sentence: Sentence, place: int) -> bool:
    """Say that "in", "on" or "at" opens when or where it was said, not a part of the name."""
    following = sentence.keys[place + 1 : place + 3]
    return bool(following) and (
        following[0] in {"a", "an", "his", "her", "their"} or following[0] in _TIMES or following[0][0].isdigit() or following[-1] in _TIMES
    )


def of_clause(sentence: Sentence, place: int) -> Range | None:
    """Give the subject of the clause around a token: the first noun phrase of the sentence before its first verb."""
    first = 0
    for verb in range(place):
        if sentence.marks[verb] >= 0:
            continue
        if sentence.is_finite(verb) and sentence.keys[verb] not in {"'s"}:
            found = _at_verb(sentence, verb)
            if found is not None:
                return found
            first = verb
    del first
    return None


def _at_verb(sentence: Sentence, verb: int) -> Range | None:
    """Give the subject of a finite verb."""
    first = verb
    while first > 0 and (sentence.is_adverb(first - 1) or sentence.keys[first - 1] in AUXILIARIES):
        first -= 1
    plain = Cue(first=first, head=verb, last=verb + 1, lemma="", frames=frozenset(), kind=CueKind.FINITE)
    return before(sentence, plain)
