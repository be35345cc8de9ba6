"""Complements: what follows a cue, to whom it is said, and in which frame the cue therefore stands."""

from stemma.readings.bonds import Range
from stemma.readings.cues import Cue, CueKind
from stemma.readings.lexicon import Frame, lexicon
from stemma.readings.phrases import TIMES, is_title_in_marks, is_work
from stemma.readings.sentence import AUXILIARIES, DETERMINERS, OBJECTS, PREPOSITIONS, PRONOUNS, QUESTION_WORDS, Sentence

_ADJUNCTS = frozenset("on in at during to of after before through via by with from for".split())


_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday earlier later tonight last this".split()
)


_STRICT = frozenset(
    "on charge crack begin press interrupt reason counsel chime demand request urge continue agree "
    "rule find determine speak read cry sing snap fume sigh bark bellow roar thunder rant snarl sneer "
    "mutter growl muse  reflect venture volunteer post blog email text clarify elaborate verify certify specify posit "
    "submit rejoin counter object  pronounce beg plead sob shriek scream recite narrate relay summarize advise hiss "
    "scoff croon go disagree comment respond".split()
)


_LOOSE_HOLD = frozenset(
    "believe think hope fear doubt suspect expect worry assume guess figure presume suppose".split()
)


def says(cue: Cue) -> bool:
    """Say that a cue may bring in a clause or a quotation."""
    return bool(cue.frames & {Frame.SAY, Frame.TELL, Frame.ASK, Frame.HOLD, Frame.SHOW})


def skip(sentence: Sentence, cue: Cue) -> int:
    """Give the token after a cue where what was said may begin: when and where it was said is passed over."""
    place = cue.last
    while place < len(sentence) and (
        sentence.is_adverb(place) and sentence.keys[place] not in {"not", "never", "n't", "only", "even", "just"}
    ):
        place += 1
    limit = min(len(sentence), place + 12)
    key = sentence.key(place)
    if (key in _ADJUNCTS or key in _DAYS or key == ",") and says(cue):
        for later in range(place, limit):
            if sentence.marks[later] >= 0 and is_title_in_marks(sentence, later):
                continue
            if sentence.marks[later] >= 0 or sentence.keys[later] == ":":
                return later
            if sentence.keys[later] == "that" and later > place:
                return later
            if sentence.is_finite(later):
                break
        while place < limit and _is_when(sentence, place):
            place += 1
    if sentence.key(place) == "," and place + 1 < len(sentence) and sentence.opens_mark(place + 1):
        return place + 1
    return place


def _is_when(sentence: Sentence, place: int) -> bool:
    """Say that a token tells when something was said: a day, "last week", "on Monday"."""
    key, after = sentence.keys[place], sentence.key(place + 1)
    if key in {"last", "this", "on"}:
        return after in TIMES
    return key in _DAYS or (key in TIMES and sentence.keys[place - 1] in {"last", "this", *_DAYS})


def find_hearer(sentence: Sentence, cue: Cue, start: int) -> tuple[Range | None, int]:
    """Give who is spoken to and where what is said to him begins."""
    if start >= len(sentence) or sentence.marks[start] >= 0 or sentence.keys[start] in _BEHIND_HEARER | {",", "not"}:
        return None, start
    for place in range(start + 1, min(len(sentence), start + 25)):
        is_small = sentence.opens_mark(place) and place + 1 < len(sentence) and not sentence.is_capital(place + 1)
        if sentence.marks[place] >= 0 and not is_small and is_title_in_marks(sentence, place):
            continue
        if sentence.keys[place] in AUXILIARIES and Frame.TELL not in cue.frames:
            return None, start
        if _ends_hearer(sentence, cue, place):
            break
    else:
        return None, start
    if sentence.keys[place] == "," and place + 1 < len(sentence) and sentence.opens_mark(place + 1):
        return (start, place), place + 1
    if Frame.TELL in cue.frames and sentence.keys[place] in DETERMINERS and _that_follows(sentence, place):
        return (start, place), sentence.keys.index("that", place)  # "told me this week that"
    return (start, place), place


_BEHIND_HEARER = frozenset({"that", ":", ".", "to"}) | QUESTION_WORDS


def _ends_hearer(sentence: Sentence, cue: Cue, place: int) -> bool:
    """Say that what is said to a hearer begins at a token."""
    key, before, is_told = sentence.keys[place], sentence.keys[place - 1], Frame.TELL in cue.frames
    if key == ",":
        return not (is_told and _that_follows(sentence, place))
    if sentence.marks[place] >= 0 or key in _BEHIND_HEARER or (key in PRONOUNS and before not in PREPOSITIONS):
        return True
    if key in {"not", "n't"} and sentence.key(place + 1) == "to":
        return True
    is_noun = key in DETERMINERS and before not in PREPOSITIONS | {"and"}
    return is_told and (is_noun or key in {"about", "there"})


def _that_follows(sentence: Sentence, comma: int) -> bool:
    """Say that "that" follows a comma inside the name of a hearer or a place, before any verb."""
    for place in range(comma + 1, min(len(sentence), comma + 12)):
        if sentence.keys[place] == "that":
            return True
        if sentence.is_finite(place) or sentence.marks[place] >= 0:
            return False
    return False


def complement(sentence: Sentence, place: int) -> str:
    """Say what follows a cue: that, quote, colon, to, question, clause, phrase, preposition, or none."""
    key = sentence.key(place)
    if sentence.opens_mark(place):
        return "phrase" if is_work(sentence, place) else "quote"
    if key in {"not", "n't"} and sentence.key(place + 1) == "to":
        return "to"
    if key == "it" and place + 1 < len(sentence) and not sentence.is_finite(place + 1):
        return "phrase"
    shape = _SHAPES.get(key)
    if shape is None:
        shape = "clause" if _is_clause(sentence, place) else "phrase"
    return shape


def _shapes() -> dict[str, str]:
    """Give the shape that a complement's first word decides alone; the later groups overrule the earlier."""
    groups = (
        ("preposition", PREPOSITIONS),
        ("object", OBJECTS - {"her"}),
        ("clause", PRONOUNS | {"there"}),
        ("question", QUESTION_WORDS),
        ("none", {"", ".", ",", ";", ")", "—", "–", "?", "!", "--"}),
        ("to", {"to"}),
        ("that", {"that"}),
        ("colon", {":"}),
    )
    return {key: shape for shape, keys in groups for key in keys}


_SHAPES = _shapes()
_ENDS_CLAUSE = frozenset({";", ":", "—", "–"}) | frozenset(
    "who which that where because while when as after before".split()
)


def _is_clause(sentence: Sentence, start: int) -> bool:
    """Say that a clause with a verb of its own begins here."""
    for place in range(start + 1, min(len(sentence), start + 22)):
        key = sentence.keys[place]
        if key in _ENDS_CLAUSE:
            return False
        if key in {"and", "but"} and place + 1 < len(sentence) and sentence.is_finite(place + 1):
            return False
        if sentence.marks[place] < 0 and sentence.is_finite(place):
            return not (sentence.keys[place - 1] == "," and key.endswith("ed"))
    return False


def choose_frame(
    sentence: Sentence, cue: Cue, shape: str, source: Range | None, start: int, hearer: Range | None
) -> Frame | None:
    """Give the frame in which a cue stands with what follows it, or None where it is no cue here."""
    if cue.kind is CueKind.PASSIVE or sentence.key(start) in AUXILIARIES - {"'s"}:
        return None
    is_paper = is_document(sentence, source)
    if shape in _SPOKEN:
        spoken = _spoken_frame(cue, shape, hearer, is_paper=is_paper)
        if spoken is not None:
            return spoken
    if shape == "to":
        return _infinitive_frame(cue, hearer)
    if shape == "phrase" and hearer is None and cue.lemma in _CLAUSAL and cue.kind is not CueKind.INFINITIVE and source:
        return Frame.SAY
    return _object_frame(sentence, cue, shape, start, is_paper=is_paper)


_CLAUSAL = frozenset("say argue contend insist assert allege believe conclude".split())  # what follows them is a clause
_RUNG = TIMES | PREPOSITIONS | {"", ".", ","}
_MINDS = frozenset("hope believe think suspect doubt fear".split())
_SPOKEN = frozenset({"that", "quote", "colon", "question", "clause"})


def _spoken_frame(cue: Cue, shape: str, hearer: Range | None, *, is_paper: bool) -> Frame | None:
    """Give the frame in which a cue takes a clause or a quotation."""
    for frame in (Frame.SAY, Frame.TELL, Frame.ASK):
        if (
            cue.lemma == "add" and shape == "clause" and cue.kind is CueKind.PARTICIPLE
        ):  # "adding a question to the form"
            break
        if frame in cue.frames and _suits(cue, frame, shape, hearer):
            return frame
    if shape == "quote" and hearer is not None and cue.kind is CueKind.FINITE and Frame.URGE in cue.frames:
        return Frame.URGE
    if Frame.HOLD in cue.frames and shape != "colon" and _suits_hold(cue, shape):
        return Frame.HOLD
    return Frame.SHOW if Frame.SHOW in cue.frames and (shape == "that" or (shape == "clause" and is_paper)) else None


def _infinitive_frame(cue: Cue, hearer: Range | None) -> Frame | None:
    """Give the frame in which a cue takes an infinitive: with a hearer he is urged, without one it is wished."""
    if hearer is not None:
        return next((frame for frame in (Frame.URGE, Frame.WISH, Frame.ASK) if frame in cue.frames), None)
    return Frame.WISH if Frame.WISH in cue.frames else None


def _object_frame(sentence: Sentence, cue: Cue, shape: str, start: int, *, is_paper: bool) -> Frame | None:
    """Give the frame in which a cue takes a thing or a person."""
    is_plain = shape in {"phrase", "object", "clause", "quote"} and cue.kind is not CueKind.INFINITIVE
    if Frame.HOLD in cue.frames and shape == "phrase" and cue.lemma in _MINDS and is_plain:
        return Frame.HOLD
    if cue.lemma == "call" and shape == "object" and sentence.key(start + 1) in _RUNG:
        return None  # "she called him last week"
    is_sure = is_paper or shape not in {"phrase", "clause"} or _is_thing(sentence, cue, start)
    if cue.lemma in lexicon().both and not is_sure and cue.last - cue.head == 1:
        return None  # "the files hold detailed plans"
    is_with_particle = shape in {"preposition", "question"} and cue.last - cue.head > 1
    if Frame.TREAT in cue.frames and (
        (is_plain and sentence.key(start) not in {"as", "so", "by"})
        or (is_with_particle and sentence.key(start) != "by")
    ):
        return Frame.TREAT
    return Frame.SHOW if shape == "phrase" and Frame.SHOW in cue.frames and is_paper else None


def _is_thing(sentence: Sentence, cue: Cue, place: int) -> bool:
    """Say that a noun phrase with a sure beginning follows, or that a name or pronoun right before shows the verb."""
    before = cue.first - 1
    if cue.first < cue.head or (
        before >= 0
        and (sentence.text[sentence.starts[before]].isupper() or sentence.keys[before] in PRONOUNS | QUESTION_WORDS)
    ):
        return True
    key = sentence.key(place)
    return (
        key in DETERMINERS
        or key in OBJECTS
        or key in PRONOUNS
        or (place < len(sentence) and sentence.is_capital(place))
    )


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


def is_document(sentence: Sentence, source: Range | None) -> bool:
    """Say that the subject is a poll, a study, a report or another document."""
    if source is None:
        return False
    return any(sentence.keys[place] in lexicon().documents for place in range(*source))
