"""Cues: the words of a sentence that bring in what another says, thinks or wants."""

from stemma.readings.lexicon import Entry, Frame, Lexicon, Shape, lexicon
from stemma.readings.sentence import BE, POSSESSIVES, PREPOSITIONS, PRONOUNS, QUESTION_WORDS, Sentence
from stemma.readings.setphrases import PHRASES, Cue, CueKind, first_of, phrase_cue

__all__ = ["Cue", "CueKind", "find_cues"]


_MODALS = frozenset("will would shall should can could may might must 'll 'd do does did ca wo".split())


_BEFORE_NOUN = frozenset("the a an no every such".split()) | POSSESSIVES


_PLURALS = frozenset("people many some most others all both few several police those men women who that".split())


_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday again repeatedly publicly".split()
)


_SURE = frozenset("say believe think argue contend insist agree want".split())


def find_cues(sentence: Sentence) -> list[Cue]:
    """Give the cues of a sentence that stand outside quotation marks, in text order."""
    words = lexicon()
    found: list[Cue] = []
    for place, key in enumerate(sentence.keys):
        if sentence.marks[place] >= 0:
            continue
        if key in {"according", "per"}:
            cue = _according(sentence, place)
        elif key in words.nouns and _is_noun(sentence, place):
            cue = _noun(sentence, place)
        elif key in PHRASES:
            cue = phrase_cue(sentence, place) or _verb(sentence, place, words)
        else:
            cue = _verb(sentence, place, words)
        if cue is not None and (not found or cue.first >= found[-1].last):
            found.append(cue)
    return found


def _according(sentence: Sentence, place: int) -> Cue | None:
    """Read "according to"."""
    if sentence.keys[place] == "according" and sentence.key(place + 1) == "to":
        return Cue(
            first=place,
            head=place,
            last=place + 2,
            lemma="according",
            frames=frozenset({Frame.SAY}),
            kind=CueKind.ACCORDING,
        )
    return None


def _verb(sentence: Sentence, place: int, words: Lexicon) -> Cue | None:
    """Read a verb of the lexicon where it stands as a verb."""
    entry = words.verbs.get(sentence.keys[place])
    if entry is None or (place > 0 and sentence.is_capital(place) and not _is_titled(sentence)):
        return None
    kind = _kind(sentence, place, entry, words)
    if kind is None or _is_unknowable(sentence, place):
        return None
    frames, last = _with_particle(sentence, place, entry)
    if not frames:
        return None
    first = first_of(sentence, place)
    return Cue(first=first, head=place, last=last, lemma=entry.lemma, frames=frames, kind=kind)


_HARD_TO = frozenset("early soon hard difficult impossible premature".split())
_KNOWING = frozenset("tell say know predict judge guess".split())


def _is_unknowable(sentence: Sentence, place: int) -> bool:
    """Say that nobody tells or says anything: "it is too early to tell whether"."""
    return (
        sentence.keys[place] in _KNOWING
        and sentence.key(place - 1) == "to"
        and any(sentence.key(at) in _HARD_TO for at in (place - 2, place - 3))
    )


def _is_titled(sentence: Sentence) -> bool:
    """Say that a sentence is written like a headline: nearly all its longer words begin with a capital."""
    longer = [place for place, key in enumerate(sentence.keys) if len(key) > 3 and key.isalpha()]
    return len(longer) > 2 and sum(sentence.is_capital(place) for place in longer) > 0.75 * len(longer)


def _with_particle(sentence: Sentence, place: int, entry: Entry) -> tuple[frozenset[Frame], int]:
    """Give the frames of a verb here and where its cue ends: "called" is no "called on"."""
    behind = place + 2 if sentence.key(place + 1) in _DAYS else place + 1
    for particle, frame in entry.particles:
        if sentence.key(behind) == particle:
            return frozenset({frame}), behind + 1
    return entry.frames, place + 1


def before_adverbs(sentence: Sentence, place: int) -> int:
    """Give the token before a place, adverbs passed over."""
    before = place - 1
    while before >= 0 and sentence.is_adverb(before) and sentence.marks[before] < 0:
        before -= 1
    return before


def _kind(sentence: Sentence, place: int, entry: Entry, words: Lexicon) -> CueKind | None:
    """Say as what a verb form stands here, or None where it is no verb."""
    before = before_adverbs(sentence, place)
    key = sentence.key(before)
    shapes = entry.shapes
    if Shape.ING in shapes:
        return (
            None
            if key in _BEFORE_NOUN - {"'s"} or _is_means(sentence, place)
            else _ing_kind(key, sentence.keys[place], words)
        )
    if key in _BEFORE_NOUN or (key in PREPOSITIONS and key != "to"):
        return None
    if key in _MODALS | {"to", "not", "n't"} and Shape.BASE in shapes:
        return CueKind.INFINITIVE if key == "to" else CueKind.FINITE
    if shapes & {Shape.PAST, Shape.PARTICIPLE}:
        return None if key == "to" or key in _MODALS - {"'d"} else _past_kind(sentence, place, key)
    is_both = entry.lemma in words.both
    if Shape.THIRD in shapes:
        is_verb = not is_both or _is_third(sentence, place, before, key)
    else:
        is_verb = _is_plural(sentence, before, key, is_both=is_both)
    return CueKind.FINITE if is_verb else None


def _ing_kind(before: str, key: str, words: Lexicon) -> CueKind | None:
    if before in BE:
        return CueKind.FINITE
    if key in words.both and before not in {",", "and"}:
        return None
    if words.verbs[key].lemma in {"ask", "challenge", "question"} and (before in PREPOSITIONS or before == "that"):
        return None  # "asking members whether they pay would help": nobody asks here
    return CueKind.PARTICIPLE


def _past_kind(sentence: Sentence, place: int, before: str) -> CueKind | None:
    if before in BE and before != "'s":
        return CueKind.PASSIVE
    if before in {"", "when", "if", "though"}:  # "Asked about the fund, Orr ..."
        return CueKind.PARTICIPLE
    if before == "'s" and sentence.keys[place] != "said":
        return None
    return CueKind.FINITE


def _is_third(sentence: Sentence, place: int, before: int, key: str) -> bool:
    """Say that a word such as "claims" or "calls" is a verb: one person before it, or the start of a clause after it."""
    if key in {"he", "she", "it", "who", "which", ")"} or sentence.opens_mark(place + 2):
        return True
    after = sentence.key(place + 1)
    is_clause = (
        after
        in {"that", "to", "the", "a", "an", "his", "her", "its", "it", "he", "she", "they", ":", "on", "for"}
        | QUESTION_WORDS
    )
    if before >= 0 and sentence.is_capital(before):
        return is_clause or (
            place + 1 < len(sentence) and (sentence.marks[place + 1] >= 0 or sentence.is_capital(place + 1))
        )
    if before < 0 or not sentence.is_word(before) or after not in {"that", "he", "she", "it", "they", "whether"}:
        return False
    known = lexicon()
    is_noun = key in known.documents or key in known.titles or key in known.body or key in known.groups
    return (
        is_noun
        or (after == "that" and key.endswith("s") and len(key) > 3)
        or (after != "that" and not key.endswith("s"))
    )


def _is_plural(sentence: Sentence, before: int, key: str, *, is_both: bool) -> bool:
    """Say that a base form such as "say" has a subject of many before it."""
    if before < 0 or not key:
        return False
    if key in PRONOUNS or key in _PLURALS:
        return key not in {"he", "she", "it"}
    if key in {"and", "or"}:
        return not is_both
    after = sentence.key(before + 2)
    if is_both:
        return after in {"that", "this", "they", "he", "she", "it"} or (
            key.endswith("s") and (key in lexicon().documents or key in lexicon().groups)
        )
    if sentence.keys[before + 1] in _SURE and sentence.is_word(before) and key not in PREPOSITIONS:
        return True
    return (
        (key.endswith("s") and not key.endswith(("'s", "ss")) and sentence.is_word(before))
        or key in {")", ","}
        or key in lexicon().groups
    )


def _is_noun(sentence: Sentence, place: int) -> bool:
    """Say that a word for an utterance stands as a noun and is followed by what was uttered."""
    if sentence.key(place + 1) not in {"that"}:
        return False
    before = sentence.key(place - 1)
    if _is_means(sentence, place):
        return False
    return (
        before in _BEFORE_NOUN
        or before in PREPOSITIONS
        or before.endswith("s")
        or sentence.keys[place].endswith(("ion", "ment", "ief"))
    )


def _is_means(sentence: Sentence, place: int) -> bool:
    """Say that a word for an utterance tells by what means something was said ("said in a brief statement that")."""
    for at in range(place - 1, max(0, place - 5), -1):
        if sentence.keys[at] in {"a", "an"}:
            return sentence.keys[at - 1] in {"in", "at", "during", "through"}
        if not sentence.is_word(at) or (sentence.is_finite(at) and not sentence.keys[at].endswith("ed")):
            return False
    return False


def _noun(sentence: Sentence, place: int) -> Cue:
    lemma = sentence.keys[place].removesuffix("s")
    return Cue(first=place, head=place, last=place + 1, lemma=lemma, frames=frozenset({Frame.SAY}), kind=CueKind.NOUN)
