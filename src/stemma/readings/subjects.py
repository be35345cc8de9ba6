"""Subjects: which words before or after a cue name whoever speaks."""

from stemma.readings.cues import Cue, CueKind
from stemma.readings.lexicon import lexicon
from stemma.readings.phrases import (
    OPENERS,
    PART_ENDS,
    TIMES,
    Range,
    is_title_in_marks,
    matching,
    names_somebody,
    phrase_before,
)
from stemma.readings.sentence import (
    AUXILIARIES,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    Sentence,
)

_RELATIVE = frozenset("who which that".split())


_APPOSED = frozenset(
    "a an the who whose which one his her its their then now formerly also former both himself herself along "
    "including".split()
)


_SUFFIXES = frozenset("jr. sr. jr sr ii iii iv".split())


def before(sentence: Sentence, cue: Cue) -> Range | None:
    """Give the subject that stands before a cue, with its title and what is said of it between commas, or None."""
    end = without_time(sentence, cue.first)
    if end <= 0 or cue.kind is CueKind.INFINITIVE:
        return None
    last = end - 1
    key = sentence.keys[last]
    quoted = _after_quotation(sentence, end)
    if quoted is not None or key in {"and", "or", "but"} or sentence.marks[last] >= 0:
        return quoted
    if key in _RELATIVE:
        return (last, end)
    is_apart = key in {",", "—", "–", "--", "-"} and cue.kind is not CueKind.PARTICIPLE
    return _apposed(sentence, last) if is_apart else phrase_before(sentence, end)


def without_time(sentence: Sentence, end: int) -> int:
    """Step back over when it was said, between subject and verb ("Orr on Friday said")."""
    place = end
    while place > 1 and (
        sentence.keys[place - 1] in TIMES
        or sentence.keys[place - 1] in {"past", "turn", "particular"}
        or (
            sentence.keys[place - 1].isdigit()
            and (sentence.keys[place - 2] in TIMES or sentence.keys[place - 2] == ",")
        )
        or (sentence.keys[place - 1] == "," and sentence.keys[place - 2].isdigit())
    ):
        place -= 1
    while place < end and place > 1 and (sentence.keys[place - 1] in PREPOSITIONS or sentence.keys[place - 1] == "the"):
        place -= 1
    while place < end and place > 1 and sentence.keys[place - 1] in AUXILIARIES:
        place -= 1
    return place if place < end and sentence.is_word(place - 1) else end


def _after_quotation(sentence: Sentence, end: int) -> Range | None:
    """Give all that stands between a closed quotation and the cue, where it is nothing but the speaker."""
    place = end
    while place > 0 and sentence.marks[place - 1] < 0:
        place -= 1
    if place in {0, end} or end - place > 40:
        return None
    if not sentence.quotes_clause(place - 1) or not sentence.is_word(place):
        return None
    if sentence.keys[place] in OPENERS or sentence.keys[place] in SUBORDINATORS or sentence.keys[place] in PREPOSITIONS:
        return None
    is_relative = False
    for at in range(place, end):
        key = sentence.keys[at]
        is_relative = is_relative or key in {"who", "whose", "which", "whom"}
        if not is_relative and (
            sentence.is_finite(at) or (sentence.keys[at] in {"and", "but"} and sentence.keys[at - 1] == ",")
        ):
            return None
    return (place, end)


def _apposed(sentence: Sentence, last: int) -> Range | None:
    """Give a subject with what stands between commas, dashes or brackets behind it; `last` is the closing sign."""
    sign = sentence.keys[last]
    if sign != ",":
        opening = matching(sentence, last, sign)
        core = phrase_before(sentence, opening) if opening else None
        return (core[0], last + 1) if core else None
    parts = _parts(sentence, last)
    while len(parts) > 1 and _leads_in(sentence, parts[0]):
        parts = parts[1:]
    if len(parts) < 2:
        return None
    core = phrase_before(sentence, parts[0][1])
    if core is None or not _is_subject_part(sentence, core, parts[0]):
        return None
    first = sentence.keys[parts[1][0]]
    is_apposition = (
        first in _APPOSED
        or first in _SUFFIXES
        or first in lexicon().titles
        or first[0].isdigit()
        or _is_name(sentence, *parts[1])
    )
    if any(_is_clause_part(sentence, part) for part in parts[1:]):
        return None
    return (core[0], last + 1) if is_apposition else core


def _parts(sentence: Sentence, last: int) -> list[Range]:
    """Give the stretches between commas from the start of the clause to a comma."""
    place = last
    found: list[Range] = []
    while place > 0 and last - place < 60:
        start = place
        while start > 0 and not (sentence.marks[start - 1] < 0 and sentence.keys[start - 1] in PART_ENDS):
            if sentence.marks[start - 1] >= 0 and not is_title_in_marks(sentence, start - 1):
                return found
            start -= 1
        if start < place:
            found.insert(0, (start, place))
        if start == 0 or sentence.keys[start - 1] != ",":
            break
        place = start - 1
    return found


def _leads_in(sentence: Sentence, part: Range) -> bool:
    """Say that a part before the subject leads into the sentence ("In a speech on Monday", "When asked", "However")."""
    key = sentence.keys[part[0]]
    return (
        key in PREPOSITIONS
        or key in SUBORDINATORS
        or (key in OPENERS and part[1] - part[0] == 1)
        or key in TIMES
        or sentence.is_adverb(part[0])
        or (key.endswith(("ing", "ed")) and not sentence.is_capital(part[0] + 1 if part[0] + 1 < part[1] else part[0]))
    )


def _is_subject_part(sentence: Sentence, core: Range, part: Range) -> bool:
    """Say that nothing but the subject, or a conjunction before it, stands in its part."""
    return not any(sentence.is_finite(place) for place in range(part[0], core[0])) or (
        sentence.keys[core[0] - 1] in SUBORDINATORS | {"and", "but"}
    )


def _is_clause_part(sentence: Sentence, part: Range) -> bool:
    """Say that a part between commas is a predicate or a clause of its own, not something said of the subject."""
    first = part[0]
    if sentence.keys[first] in {"who", "whose", "which", "whom", "where"} or sentence.keys[first] in PREPOSITIONS:
        return False
    relative = next((at for at in range(*part) if sentence.keys[at] in {"who", "whose", "which", "that"}), part[1])
    return (sentence.is_finite(first) and not sentence.keys[first].endswith("ed")) or (
        sentence.keys[first] in PRONOUNS | {"and", "but"}
        and any(sentence.is_finite(at) for at in range(first, relative))
    )


def _is_name(sentence: Sentence, first: int, last: int) -> bool:
    """Say that a stretch between commas is a party, a place or a post, and no clause."""
    if any(sentence.is_finite(place) or sentence.keys[place].endswith("ing") for place in range(first, last)):
        return False
    opening = sentence.keys[first]
    return last - first < 9 and opening not in PREPOSITIONS and opening not in OPENERS and not sentence.is_adverb(first)


def after(sentence: Sentence, start: int) -> Range | None:
    """Give the speaker that follows a cue: up to a full stop, a quotation, or what the speaker did meanwhile."""
    place = start
    size = len(sentence)
    while place < size and not _ends_after(sentence, place, start):
        place += 1
    while place > start and not sentence.is_word(place - 1) and sentence.keys[place - 1] != ")":
        place -= 1
    return (start, place) if place > start and names_somebody(sentence, start, place) else None


def _ends_after(sentence: Sentence, place: int, start: int) -> bool:
    key = sentence.keys[place]
    if sentence.marks[place] >= 0:
        return not is_title_in_marks(sentence, place)
    if key in {";", ":"} or (key in {".", "!", "?"} and place + 1 >= len(sentence)):
        return True
    if place == start:
        return False
    if (key in PRONOUNS and sentence.keys[place - 1] != "and") or sentence.keys[start] in PRONOUNS or key in _WHEN:
        return True
    if key == ",":
        return place + 1 < len(sentence) and _leaves(sentence, place + 1)
    return key in {"in", "on", "at"} and _is_when(sentence, place)


_WHEN = frozenset("during after before while when as if because since".split())


_LEAVES = _WHEN | PRONOUNS | {"and", "but", "in", "on", "at"}


def _leaves(sentence: Sentence, place: int) -> bool:
    """Say that what follows a comma is no longer said of the speaker."""
    key = sentence.keys[place]
    return (
        key in _LEAVES
        or key in AUXILIARIES
        or key.endswith("ing")
        or sentence.marks[place] >= 0
        or sentence.is_adverb(place)
    )


def _is_when(sentence: Sentence, place: int) -> bool:
    """Say that "in", "on" or "at" opens when or where it was said, not a part of the name."""
    following = sentence.keys[place + 1 : place + 3]
    return bool(following) and (
        following[0] in {"a", "an", "his", "her", "their"}
        or following[0] in TIMES
        or following[0][0].isdigit()
        or following[-1] in TIMES
    )


def of_clause(sentence: Sentence, place: int) -> Range | None:
    """Give the subject of the clause around a token: that of the nearest verb before it that has one of its own."""
    for verb in range(place - 1, -1, -1):
        if sentence.marks[verb] >= 0 or not sentence.is_finite(verb) or sentence.keys[verb] == "'s":
            continue
        found = at_verb(sentence, verb)
        if found is not None and sentence.keys[found[0]] not in _RELATIVE:
            return found
    return None


def at_verb(sentence: Sentence, verb: int) -> Range | None:
    """Give the subject of a finite verb."""
    first = verb
    while first > 0 and (sentence.is_adverb(first - 1) or sentence.keys[first - 1] in AUXILIARIES):
        first -= 1
    plain = Cue(first=first, head=verb, last=verb + 1, lemma="", frames=frozenset(), kind=CueKind.FINITE)
    return before(sentence, plain)
