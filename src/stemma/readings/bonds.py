"""Bonds: what one cue ties together inside its sentence: speaker, cue, content."""

from dataclasses import dataclass, replace

from stemma.model import ZoneKind
from stemma.readings import subjects
from stemma.readings.cues import Cue, CueKind, find_cues
from stemma.readings.lexicon import Frame, lexicon
from stemma.readings.sentence import (
    AUXILIARIES,
    DETERMINERS,
    OBJECTS,
    PREPOSITIONS,
    PRONOUNS,
    QUESTION_WORDS,
    Sentence,
)

Range = tuple[int, int]  # tokens, the last excluded

_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday earlier later tonight last this".split())
_ADJUNCTS = frozenset("on in at during to of after before through via by with from for".split())
_STRICT = frozenset(
    "continue agree rule find determine speak read cry sing snap fume sigh bark bellow roar thunder rant snarl sneer mutter growl muse "
    "reflect venture volunteer post blog email text clarify elaborate verify certify specify posit submit rejoin counter object "
    "pronounce beg plead sob shriek scream recite narrate relay summarize advise hiss scoff croon go disagree comment respond".split()
)
_LOOSE_HOLD = frozenset("believe think hope fear doubt suspect expect worry assume guess figure presume suppose".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """Speaker, cue and content of one cue, as token ranges of its sentence; `waits` where the content stands in what follows.

    `is_inner` says that the cue stands inside another bond's content.
    """

    sentence: Sentence
    cue: Cue
    source: Range | None
    cues: tuple[Range, ...]
    content: tuple[Range, ...]
    is_after: bool = False
    waits: bool = False
    is_joined: bool = False


def bind(sentence: Sentence) -> list[Bond]:
    """Give the bonds of a sentence in the order of their cues."""
    cues = find_cues(sentence)
    found: list[Bond] = []
    for number, cue in enumerate(cues):
        bond = _bind_cue(sentence, cue, cues[number + 1 :], found)
        if bond is not None:
            found.append(bond)
    if not found:
        headline = _headline(sentence)
        if headline is not None:
            return [headline]
    return found


def _key(sentence: Sentence, place: int) -> str:
    return sentence.keys[place] if 0 <= place < len(sentence) else ""


def _bind_cue(sentence: Sentence, cue: Cue, later: list[Cue], found: list[Bond]) -> Bond | None:
    if cue.kind is CueKind.ACCORDING:
        return _bind_according(sentence, cue)
    if cue.kind is CueKind.NOUN:
        return _bind_noun(sentence, cue, later)
    if _takes_before(sentence, cue):
        bond = _bind_after(sentence, cue)
        if bond is not None:
            return bond
    return _bind_before(sentence, cue, later, found)


# ---- content before the cue: "...," she said


def _says(cue: Cue) -> bool:
    return bool(cue.frames & {Frame.SAY, Frame.TELL, Frame.ASK, Frame.HOLD, Frame.SHOW})


def _takes_before(sentence: Sentence, cue: Cue) -> bool:
    """Say that what a cue brings in ended before it: nothing to be said follows the cue."""
    if not _says(cue) or cue.first == 0 or cue.kind in {CueKind.PASSIVE, CueKind.INFINITIVE, CueKind.PARTICIPLE}:
        return False
    after = _key(sentence, cue.last)
    if after in {"that", "by"} or (after in {",", ":"} and cue.last + 1 < len(sentence) and _is_opening(sentence, cue.last + 1) and not _quote_before(sentence, cue.first)):
        return False
    return True


def _is_opening(sentence: Sentence, place: int) -> bool:
    """Say that a token opens a marked stretch."""
    mark = sentence.marks[place] if place < len(sentence) else -1
    return mark >= 0 and sentence.starts[place] == sentence.stretches[mark].start


def _quote_before(sentence: Sentence, place: int) -> bool:
    """Say that a marked stretch ended in this sentence before a token."""
    return any(sentence.marks[earlier] >= 0 for earlier in range(place))


def _bind_after(sentence: Sentence, cue: Cue) -> Bond | None:
    """Bind a cue whose content stands before it, speaker before or after the cue."""
    source = subjects.before(sentence, cue)
    inverted = _inverted(sentence, cue) if source is None else None
    source = source or inverted
    if source is None:
        return None
    clause_start = min(source[0], cue.first)
    clause_end = max(source[1], cue.last)
    end = clause_start - 1
    if end < 0 or not _closes_content(sentence, end):
        return None
    if inverted is None and not _is_done(sentence, clause_end, end):
        return None
    if end <= 1 and sentence.keys[0] in _LEADS:
        alone = _rest(sentence, clause_end, is_marked=False, is_whole=False)
        return None if alone is None else Bond(sentence=sentence, cue=cue, source=source, cues=((cue.first, cue.last),), content=(alone,), is_after=True)
    first = _content_start(sentence, end)
    is_whole = first is not None
    if first is None:
        first = _lead(sentence, end)
    if first is None:
        return None
    content = [(first, end + (1 if sentence.marks[end] >= 0 else 0))]
    rest = _rest(sentence, clause_end, is_marked=sentence.marks[first] >= 0 and sentence.marks[end] >= 0, is_whole=is_whole)
    if rest is not None:
        content.append(rest)
    elif not is_whole:
        return None
    return Bond(sentence=sentence, cue=cue, source=source, cues=((cue.first, cue.last),), content=tuple(content), is_after=True)


def _inverted(sentence: Sentence, cue: Cue) -> Range | None:
    """Give the speaker that follows a cue right after its content ("...," said Orr)."""
    before = _key(sentence, cue.first - 1)
    if before not in {",", "?", "!", "—", "–", "--"} and sentence.marks[cue.first - 1] < 0:
        return None
    if (Frame.SAY not in cue.frames and Frame.ASK not in cue.frames) or cue.lemma in {"tell", "write"}:
        return None
    after = _key(sentence, cue.last)
    if after in {"", ",", ".", ":", "that", "to", "in", "on", "at"} or cue.last >= len(sentence) or sentence.marks[cue.last] >= 0:
        return None
    if sentence.is_capital(cue.last) or after in DETERMINERS or after in lexicon().titles or after in PRONOUNS | lexicon().groups:
        return subjects.after(sentence, cue.last)
    return None


def _closes_content(sentence: Sentence, place: int) -> bool:
    """Say that the token before the speaker ends a content: a comma, or a mark that closes."""
    mark = sentence.marks[place]
    if mark >= 0:
        stretch = sentence.stretches[mark]
        return sentence.ends[place] == stretch.end and (sentence.text[stretch.inner_end - 1] in ",.?!—-…" or _key(sentence, 0) == sentence.keys[place])
    return sentence.keys[place] in {",", "?", "!", "—", "–", "--"}


def _is_done(sentence: Sentence, place: int, end: int) -> bool:
    """Say that nothing to be said follows speaker and cue."""
    while place < len(sentence) and sentence.is_adverb(place):
        place += 1
    after = _key(sentence, place)
    if after in {"", ".", ",", ";", "—", "–", "--", ")"}:
        return True
    if after == ":" or (place < len(sentence) and _is_opening(sentence, place)):
        return sentence.marks[end] >= 0 and after != ":"
    if sentence.marks[end] >= 0:
        return True
    return (after in _ADJUNCTS or after in _DAYS) and "that" not in sentence.keys[place : place + 8]


def _content_start(sentence: Sentence, end: int) -> int | None:
    """Give where the content that ends at a token began: its marked stretch, or the clause."""
    mark = sentence.marks[end]
    first = end
    while first > 0 and sentence.keys[first - 1] not in {";"} and not (sentence.keys[first - 1] == ":" and sentence.marks[first - 1] < 0):
        first -= 1
    if mark >= 0:
        opening = end
        while opening > first and sentence.marks[opening - 1] == mark:
            opening -= 1
        lead = opening - first
        if lead and not any(sentence.is_finite(place) for place in range(first, opening)):
            return opening if lead < 4 else first
    if sentence.keys[first] in {"but", "and"} and end - first > 3:
        first += 1
    if mark < 0 and not any(sentence.is_finite(place) or sentence.marks[place] >= 0 for place in range(first, end)):
        return None
    return first if end > first else None


_LEADS = frozenset("but and still so yet then however meanwhile".split())


def _lead(sentence: Sentence, end: int) -> int | None:
    """Give where a content without a verb of its own began; the verb is looked for behind the cue ("Voters, Orr said, will come")."""
    first = 1 if sentence.keys[0] in _LEADS else 0
    if _key(sentence, first) == ",":
        first += 1
    return first if end > first and sentence.marks[end] < 0 and sentence.keys[end] == "," else None


def _rest(sentence: Sentence, place: int, *, is_marked: bool, is_whole: bool) -> Range | None:
    """Give what goes on after ", she said," inside the sentence: a quotation, or a finite clause that goes on."""
    start = place
    while start < len(sentence) and sentence.marks[start] < 0 and not (sentence.keys[start] == ","):
        start += 1
    if start >= len(sentence):
        return None
    if sentence.marks[start] < 0:
        start += 1
    if start >= len(sentence):
        return None
    if sentence.marks[start] >= 0:
        end = start
        while end < len(sentence) and sentence.marks[end] == sentence.marks[start]:
            end += 1
        return (start, end) if _is_opening(sentence, start) and end - start > 3 else None
    if is_marked or (is_whole and (sentence.keys[start] in _NOT_REST or sentence.keys[start].endswith(("ing", "ed")))):
        return None
    if sentence.keys[start].endswith("ing"):
        return None
    end = _sentence_end(sentence)
    return (start, end) if any(sentence.is_finite(at) for at in range(start, end)) and _is_short(sentence, place, start) else None


def _is_short(sentence: Sentence, place: int, comma: int) -> bool:
    """Say that nothing but a hearer or a time stands between a cue and the comma behind it."""
    return comma - place <= 7 and not any(sentence.is_finite(at) for at in range(place, comma))


_NOT_REST = frozenset("in on at during who which as when while but citing after before a an the referring he she they though although".split())


def _sentence_end(sentence: Sentence) -> int:
    """Give the end of a sentence without the stop that closes it."""
    end = len(sentence)
    while end > 0 and sentence.keys[end - 1] in {".", "!", "?", "..."} and sentence.marks[end - 1] < 0:
        end -= 1
    return end


# ---- content after the cue: she said that ...


def _bind_before(sentence: Sentence, cue: Cue, later: list[Cue], found: list[Bond]) -> Bond | None:
    """Bind a cue whose content follows it."""
    source, is_shared = _source(sentence, cue, found)
    start = _skip(sentence, cue)
    hearer: Range | None = None
    if cue.frames & {Frame.TELL, Frame.URGE} or (Frame.ASK in cue.frames and _key(sentence, start) not in QUESTION_WORDS):
        hearer, start = _hearer(sentence, cue, start)
    shape = _complement(sentence, start)
    frame = _frame(sentence, cue, shape, source, start, hearer)
    if frame is None:
        return None
    if frame is Frame.URGE and hearer is not None:
        pieces: tuple[Range, ...] = (hearer,)
    else:
        pieces = ()
    if shape in {"none", "colon"} and start >= _sentence_end(sentence):
        if not _says(cue) or source is None or shape != "colon":
            return None
        return Bond(sentence=sentence, cue=cue, source=source, cues=((cue.first, cue.last),), content=(), waits=True, is_joined=is_shared)
    begin = start + 1 if shape == "colon" else start
    if begin >= len(sentence):
        return None
    end = _content_end(sentence, begin, cue, later, frame, shape)
    if cue.kind in {CueKind.PARTICIPLE, CueKind.INFINITIVE}:
        end, follower = _fronted(sentence, cue, begin, end, frame)
        source = follower or source
    if end <= begin or not any(sentence.is_word(place) for place in range(begin, end)):
        return None
    return Bond(
        sentence=sentence, cue=cue, source=source, cues=((cue.first, cue.last),), content=(*pieces, (begin, end)), is_joined=is_shared
    )


def _source(sentence: Sentence, cue: Cue, found: list[Bond]) -> tuple[Range | None, bool]:
    """Give the speaker before a cue; True where he is taken over from an earlier verb."""
    if cue.kind in {CueKind.FINITE, CueKind.PASSIVE}:
        source = subjects.before(sentence, cue)
        if source is not None:
            return source, False
    if cue.kind is CueKind.PARTICIPLE and cue.first > 0 and sentence.is_word(cue.first - 1) and not cue.frames & {Frame.SAY, Frame.TELL}:
        owner = subjects.phrase_before(sentence, cue.first)
        if owner is not None and (owner[1] - owner[0] > 1 or sentence.is_capital(owner[0]) or sentence.keys[owner[0]].endswith("s")):
            return owner, False
    earlier = [bond for bond in reversed(found) if bond.source is not None and bond.cue.kind is not CueKind.NOUN]
    for bond in [*(one for one in earlier if one.cue.frames & {Frame.SAY, Frame.TELL, Frame.ASK}), *earlier]:
        return bond.source, True
    return subjects.of_clause(sentence, cue.first), True


def _skip(sentence: Sentence, cue: Cue) -> int:
    """Give the token after a cue where what was said may begin: when and where it was said is passed over."""
    place = cue.last
    while place < len(sentence) and (sentence.is_adverb(place) and sentence.keys[place] not in {"not", "never", "n't", "only", "even", "just"}):
        place += 1
    limit = min(len(sentence), place + 12)
    key = _key(sentence, place)
    if (key in _ADJUNCTS or key in _DAYS or key == ",") and _says(cue):
        for later in range(place, limit):
            if sentence.marks[later] >= 0 and subjects.is_title_in_marks(sentence, later):
                continue
            if sentence.marks[later] >= 0 or sentence.keys[later] == ":":
                return later
            if sentence.keys[later] == "that" and later > place:
                return later
            if sentence.is_finite(later):
                break
        while place < limit and sentence.keys[place] in _DAYS | {"on", "night", "morning", "afternoon", "evening", "week", "month", "year"}:
            place += 1
    if _key(sentence, place) == "," and place + 1 < len(sentence) and _is_opening(sentence, place + 1):
        return place + 1
    return place


def _hearer(sentence: Sentence, cue: Cue, start: int) -> tuple[Range | None, int]:
    """Give who is spoken to and where what is said to him begins."""
    if start >= len(sentence) or sentence.marks[start] >= 0 or sentence.keys[start] in {"that", ":", ",", "."}:
        return None, start
    for place in range(start + 1, min(len(sentence), start + 25)):
        key = sentence.keys[place]
        if sentence.marks[place] >= 0 and subjects.is_title_in_marks(sentence, place):
            continue
        if key == "," and Frame.TELL in cue.frames and _that_follows(sentence, place):
            continue
        if sentence.marks[place] >= 0 or key in {"that", ":", ",", "."} or (key == "to" and place > start) or key in QUESTION_WORDS:
            break
        if key in PRONOUNS and sentence.keys[place - 1] not in PREPOSITIONS:
            break
        if key in {"not", "n't"} and _key(sentence, place + 1) == "to":
            break
        if Frame.TELL in cue.frames and key in DETERMINERS and sentence.keys[place - 1] not in PREPOSITIONS | {"and"}:
            break
        if Frame.TELL in cue.frames and (key in {"about", "there"}):
            break
    else:
        return None, start
    if sentence.keys[place] == "," and place + 1 < len(sentence) and _is_opening(sentence, place + 1):
        return (start, place), place + 1
    return (start, place), place


def _that_follows(sentence: Sentence, comma: int) -> bool:
    """Say that "that" follows a comma inside the name of a hearer or a place, before any verb."""
    for place in range(comma + 1, min(len(sentence), comma + 12)):
        if sentence.keys[place] == "that":
            return True
        if sentence.is_finite(place) or sentence.marks[place] >= 0:
            return False
    return False


def _complement(sentence: Sentence, place: int) -> str:
    """Say what follows a cue: that, quote, colon, to, question, clause, phrase, preposition, or none."""
    key = _key(sentence, place)
    if not key or key in {".", ",", ";", ")", "—", "–", "?", "!", "--"}:
        return "none"
    if _is_opening(sentence, place):
        return "quote"
    if key == "that":
        return "that"
    if key == ":":
        return "colon"
    if key == "to" or (key in {"not", "n't"} and _key(sentence, place + 1) == "to"):
        return "to"
    if key in QUESTION_WORDS:
        return "question"
    if key in PRONOUNS or key == "there":
        return "clause" if key != "it" or place + 1 >= len(sentence) or sentence.is_finite(place + 1) or _key(sentence, place + 1) in AUXILIARIES else "phrase"
    if key in OBJECTS and key != "her":
        return "object"
    if key in PREPOSITIONS:
        return "preposition"
    return "clause" if _is_clause(sentence, place) else "phrase"


def _is_clause(sentence: Sentence, start: int) -> bool:
    """Say that a clause with a verb of its own begins here."""
    for place in range(start + 1, min(len(sentence), start + 22)):
        key = sentence.keys[place]
        if key in {";", ":", "who", "which", "that", "—", "–", "where", "because", "while", "when", "as", "after", "before"}:
            return False
        if key in {"and", "but"} and place + 1 < len(sentence) and sentence.is_finite(place + 1):
            return False
        if sentence.marks[place] < 0 and sentence.is_finite(place):
            if sentence.keys[place - 1] == "," and sentence.keys[place].endswith("ed"):
                return False
            return True
    return False


def _frame(
    sentence: Sentence, cue: Cue, shape: str, source: Range | None, start: int, hearer: Range | None
) -> Frame | None:
    """Give the frame in which a cue stands with what follows it, or None where it is no cue here."""
    frames = cue.frames
    if cue.kind is CueKind.PASSIVE or _key(sentence, start) in AUXILIARIES - {"'s"}:
        return None
    if shape == "phrase" and hearer is None and cue.lemma in {"say"} and cue.kind is not CueKind.INFINITIVE and source is not None:
        return Frame.SAY
    if shape in {"that", "quote", "colon", "question", "clause"}:
        for frame in (Frame.SAY, Frame.TELL, Frame.ASK):
            if frame in frames and _suits(cue, frame, shape, hearer):
                return frame
        if Frame.HOLD in frames and shape != "colon" and _suits_hold(cue, shape):
            return Frame.HOLD
        if Frame.SHOW in frames and shape in {"that", "clause"} and _is_document(sentence, source):
            return Frame.SHOW
    if shape == "to":
        if Frame.URGE in frames and hearer is not None:
            return Frame.URGE
        if Frame.WISH in frames:
            return Frame.WISH
        return Frame.ASK if Frame.ASK in frames and hearer is not None else None
    if Frame.TREAT in frames and _key(sentence, start) not in {"as", "so"} and shape in {"phrase", "object", "clause", "quote"} and cue.kind is not CueKind.INFINITIVE:
        return Frame.TREAT
    if shape == "phrase" and Frame.SHOW in frames and _is_document(sentence, source):
        return Frame.SHOW
    if shape == "preposition" and cue.last - cue.head > 1 and Frame.TREAT in frames:
        return Frame.TREAT
    return None


def _suits(cue: Cue, frame: Frame, shape: str, hearer: Range | None) -> bool:
    if frame is Frame.TELL:
        return hearer is not None or cue.lemma == "tell"
    if frame is Frame.ASK:
        return shape != "clause"
    if cue.lemma in _STRICT:
        return shape in {"quote", "colon", "that"}
    return shape in {"that", "quote", "colon", "question"} or cue.kind is not CueKind.INFINITIVE


def _suits_hold(cue: Cue, shape: str) -> bool:
    if cue.kind is CueKind.INFINITIVE:
        return False
    return shape in {"that", "question"} or cue.lemma in _LOOSE_HOLD


def _is_document(sentence: Sentence, source: Range | None) -> bool:
    """Say that the subject is a poll, a study, a report or another document."""
    if source is None:
        return False
    return any(sentence.keys[place] in lexicon().documents for place in range(*source))


def _fronted(sentence: Sentence, cue: Cue, begin: int, end: int, frame: Frame) -> tuple[int, Range | None]:
    """Give the end of the content of a participle that opens its sentence, and the subject of the main clause behind it."""
    if any(sentence.is_finite(place) for place in range(cue.first)):
        if frame in {Frame.TREAT, Frame.WISH, Frame.SHOW} and cue.first > 0 and sentence.keys[cue.first - 1] != ",":
            verb = next((at for at in range(begin + 1, end) if sentence.keys[at] in AUXILIARIES and sentence.marks[at] < 0), end)
            return verb, None
        return end, None
    for comma in range(begin + 1, end):
        if sentence.keys[comma] != "," or sentence.marks[comma] >= 0:
            continue
        verb = next((at for at in range(comma + 1, len(sentence)) if sentence.is_finite(at) and sentence.marks[at] < 0), None)
        if verb is None:
            break
        subject = subjects.at_verb(sentence, verb)
        if subject is not None and subject[0] <= comma + 2:
            return comma, subject if sentence.keys[0] == sentence.keys[cue.first] or cue.first <= 4 else None
    return end, None


_CUT_AFTER_COMMA = frozenset("but while although though whereas according as even despite".split())
_MEANWHILE = frozenset("meaning citing referring alluding pointing appearing speaking using giving drawing prompting".split())
_CUT_OBJECT = frozenset("when after before while during because as since although though until if".split())


def _content_end(sentence: Sentence, begin: int, cue: Cue, later: list[Cue], frame: Frame, shape: str) -> int:
    """Give the token after the last of a content that begins at `begin`."""
    end = _sentence_end(sentence)
    if _is_opening(sentence, begin) or (sentence.keys[begin] == "that" and begin + 1 < len(sentence) and _is_opening(sentence, begin + 1)):
        quote = sentence.marks[begin] if sentence.marks[begin] >= 0 else sentence.marks[begin + 1]
        stretch = sentence.stretches[quote]
        if sentence.text[stretch.inner_end - 1] in ".,!?…" or shape == "colon":
            return max(place for place in range(begin, len(sentence)) if sentence.marks[place] == quote) + 1
    next_cues = {other.first: other for other in later}
    for place in range(begin + 1, end):
        if sentence.marks[place] >= 0:
            continue
        if _cuts(sentence, place, frame, cue, next_cues):
            return place
    return end


def _cuts(sentence: Sentence, place: int, frame: Frame, cue: Cue, next_cues: dict[int, Cue]) -> bool:
    """Say that a content ends before a token."""
    key, after = sentence.keys[place], _key(sentence, place + 1)
    if key == ";" or (key in {"—", "–", "--"} and key not in sentence.keys[place + 1 :]):
        return True
    if key == "," and after in {"a", "an"} and "that" in sentence.keys[place + 3 : place + 5]:
        return True
    follower = next_cues.get(place + 1)
    if key == "," and (after in _CUT_AFTER_COMMA or (follower is not None and follower.kind in {CueKind.PARTICIPLE, CueKind.ACCORDING})):
        return True
    if key == "," and after == "and" and (other := next_cues.get(place + 2)) is not None and other.kind is CueKind.FINITE:
        return True
    if key == "and" and follower is not None and follower.kind is CueKind.FINITE:
        return True
    if key == "according" and after == "to":
        return True
    if frame in {Frame.TREAT, Frame.WISH, Frame.URGE}:
        if key in _CUT_OBJECT and frame is Frame.TREAT:
            return True
        if key == "," and (after.endswith("ing") or after in {"who", "which", "a", "an", "and", "where"}):
            return True
        return key == "and" and place + 1 < len(sentence) and sentence.is_finite(place + 1)
    return key == "," and after in _MEANWHILE


# ---- according to, nouns, headlines


def _bind_according(sentence: Sentence, cue: Cue) -> Bond | None:
    """Bind "according to X" before, inside or after what he is said to say."""
    end = cue.last
    size = _sentence_end(sentence)
    while end < size and not (sentence.keys[end] in {",", ";", ":", "—", "–"} and _is_break(sentence, end)) and sentence.marks[end] < 0:
        end += 1
    if end == cue.last:
        return None
    source = (cue.last, end)
    before_end = cue.first
    is_set_off = before_end > 0 and sentence.keys[before_end - 1] == ","
    first = 0
    content: list[Range] = []
    if before_end - (1 if is_set_off else 0) > first + 1:
        stop = before_end - 1 if is_set_off else before_end
        start = 1 if sentence.keys[0] in {"but", "and"} else 0
        content.append((start, stop))
    if end < size and sentence.keys[end] == ",":
        opens = end + 1
        goes_on = not content or (is_set_off and sentence.keys[opens] not in _NOT_REST and not sentence.keys[opens].endswith("ing"))
        if goes_on and opens < size:
            content.append((opens, size))
    elif not content and end < size:
        content.append((end, size))
    if not content:
        return None
    return Bond(sentence=sentence, cue=cue, source=source, cues=((cue.first, cue.last),), content=tuple(content))


def _is_break(sentence: Sentence, place: int) -> bool:
    """Say that a comma after "according to X" ends the name: what follows is no apposition."""
    if sentence.keys[place] != ",":
        return True
    after = _key(sentence, place + 1)
    closes = next((at for at in range(place + 1, min(len(sentence), place + 14)) if sentence.keys[at] in {",", "."}), None)
    if after in {"a", "an", "who", "which", "the"} and closes is not None and sentence.keys[closes] == ",":
        return any(sentence.is_finite(at) for at in range(place + 1, closes)) and after not in {"who", "which"}
    return after not in {"inc.", "r-", "d-"}


def _bind_noun(sentence: Sentence, cue: Cue, later: list[Cue]) -> Bond | None:
    """Bind "the minister's claim that ..." to the minister."""
    end = _content_end(sentence, cue.last, cue, later, Frame.SAY, "that")
    source: Range | None = None
    if cue.first > 0 and sentence.keys[cue.first - 1] == "'s":
        source = subjects.phrase_before(sentence, cue.first - 1)
    elif cue.first > 0 and sentence.keys[cue.first - 1] in {"his", "her", "their", "its", "my", "our"}:
        source = (cue.first - 1, cue.first)
    return Bond(sentence=sentence, cue=cue, source=source, cues=((cue.first, cue.last),), content=((cue.last, end),)) if end > cue.last + 2 else None


def _headline(sentence: Sentence) -> Bond | None:
    """Bind a headline of the form "Name: what he said" or "What he said: Name"."""
    if sentence.zone not in {ZoneKind.HEADLINE, ZoneKind.SUBHEAD, ZoneKind.STANDFIRST}:
        return None
    colons = [place for place, key in enumerate(sentence.keys) if key == ":" and sentence.marks[place] < 0]
    if len(colons) != 1 or len(sentence) < 5:
        return None
    colon = colons[0]
    left, right = (0, colon), (colon + 1, len(sentence))
    for source, content in ((left, right), (right, left)):
        if content[1] - content[0] >= 3 and _is_speaker(sentence, source) and content[1] - content[0] > source[1] - source[0]:
            cue = Cue(first=colon, head=colon, last=colon + 1, lemma=":", frames=frozenset({Frame.SAY}), kind=CueKind.FINITE)
            return Bond(sentence=sentence, cue=cue, source=source, cues=((colon, colon + 1),), content=(content,))
    return None


def _is_speaker(sentence: Sentence, place: Range) -> bool:
    """Say that a short stretch names somebody: capitals all through, or a word for a group or a post."""
    words = [at for at in range(*place) if sentence.is_word(at)]
    if not words or len(words) > 5:
        return False
    known = lexicon()
    if any(sentence.keys[at] in PREPOSITIONS - {"of"} or sentence.keys[at] in {"and", "the"} for at in words):
        return False
    if any(sentence.keys[at] in known.titles or sentence.keys[at] in known.groups or sentence.keys[at] in known.documents for at in words):
        return True
    last = sentence.text[sentence.starts[words[-1]] : sentence.ends[words[-1]]]
    is_known = sentence.text.count(last) > 1  # a name of a headline stands in the body too
    return is_known and all(sentence.is_capital(at) or sentence.keys[at] == "of" for at in words)


def joined(first: Bond, second: Bond) -> Bond:
    """Give one bond of two that are one act ("said that he believes ...")."""
    return replace(second, source=first.source, cues=((first.cue.first, second.cue.last),), cue=first.cue)
