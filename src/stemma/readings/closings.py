"""Closings: cues that stand behind what was said ("...," she said)."""

from stemma.readings import subjects
from stemma.readings.bonds import Bond, Range
from stemma.readings.complements import says
from stemma.readings.cues import Cue, CueKind
from stemma.readings.lexicon import Frame, lexicon
from stemma.readings.phrases import is_title_in_marks, phrase_before
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

_ADJUNCTS = frozenset("on in at during to of after before through via by with from for".split())


_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday earlier later tonight last this".split()
)


_LEADS = frozenset("but and still so yet then however meanwhile".split())


NOT_REST = frozenset(
    "in on at during who which as when while but citing after before a an the referring he she they though although".split()
)


_ONLY_QUOTED = frozenset("on speak rule determine find go read sing post blog".split())
_NO_NAME = PREPOSITIONS | OBJECTS | QUESTION_WORDS | SUBORDINATORS | {"there", "not", "no", "so"}
_NO_SPEAKER = frozenset({"", ",", ".", ":", "that", "to", "in", "on", "at"})


def takes_before(sentence: Sentence, cue: Cue) -> bool:
    """Say that what a cue brings in ended before it: nothing to be said follows the cue."""
    if not says(cue) or cue.first == 0 or cue.kind in {CueKind.PASSIVE, CueKind.INFINITIVE, CueKind.PARTICIPLE}:
        return False
    after = sentence.key(cue.last)
    opens = after in {",", ":"} and sentence.opens_mark(cue.last + 1) and not _quote_before(sentence, cue.first)
    return after not in {"that", "by"} and not opens


def _quote_before(sentence: Sentence, place: int) -> bool:
    """Say that a marked stretch ended in this sentence before a token."""
    return any(sentence.marks[earlier] >= 0 for earlier in range(place))


def bind_after(sentence: Sentence, cue: Cue) -> Bond | None:
    """Bind a cue whose content stands before it, speaker before or after the cue."""
    source = subjects.before(sentence, cue)
    inverted = _inverted(sentence, cue) if source is None or _is_last_word(sentence, cue) else None
    source = inverted or source
    if source is None:
        return None
    is_relative = inverted is None and sentence.keys[source[0]] in {"who", "which", "that"}
    end = min(source[0], cue.first) - 1
    clause_end = max(source[1], cue.last)
    if (
        end < 0
        or not _closes_content(sentence, end)
        or (inverted is None and not _is_done(sentence, cue, clause_end, end))
    ):
        return None
    content = _behind_relative(sentence, clause_end) if is_relative else _content(sentence, cue, end, clause_end)
    if not content or (cue.lemma in _ONLY_QUOTED and not _is_quoted(sentence, content[0])):
        return None
    return Bond(
        sentence=sentence, cue=cue, source=source, cues=((cue.first, cue.last),), content=content, is_after=True
    )


def _behind_relative(sentence: Sentence, place: int) -> tuple[Range, ...]:
    """Give the quotation behind "..., who said": what stands before a relative pronoun is never its content."""
    rest = _rest(sentence, place, is_marked=False, is_whole=False)
    return () if rest is None or sentence.marks[rest[0]] < 0 else (rest,)


def _is_quoted(sentence: Sentence, content: Range) -> bool:
    """Say that a content holds words in marks."""
    return any(sentence.marks[place] >= 0 for place in range(*content))


def _content(sentence: Sentence, cue: Cue, end: int, clause_end: int) -> tuple[Range, ...]:
    """Give the content that ends before speaker and cue, and what of it goes on behind them; empty where there is none."""
    if end <= 1 and sentence.keys[0] in _LEADS:
        alone = _rest(sentence, clause_end, is_marked=False, is_whole=False)
        return () if alone is None else (alone,)
    is_last = end > 2 and (clause_end >= sentence.stop() or _is_told(sentence, cue, clause_end))
    whole = _content_start(sentence, end, is_last=is_last)
    first = _lead(sentence, end) if whole is None else whole
    if first is None:
        return ()
    before = (first, end + (1 if sentence.marks[end] >= 0 else 0))
    is_marked = sentence.marks[first] >= 0 and sentence.marks[end] >= 0
    rest = _rest(sentence, clause_end, is_marked=is_marked, is_whole=whole is not None)
    if rest is None:
        return () if whole is None else (before,)
    return (before, rest)


def bind_unknown(sentence: Sentence) -> Bond | None:
    """Bind a quotation that opens its sentence and ends with a comma to whatever verb stands behind it ("...," Orr shot back)."""
    first = next((place for place in range(len(sentence)) if sentence.marks[place] < 0), len(sentence))
    if first < 4 or first >= sentence.stop() or not sentence.quotes_clause(first - 1) or not sentence.is_word(first):
        return None
    if _is_verb(sentence, first):
        verb, source = first, subjects.after(sentence, first + 1)
    else:
        near = range(first + 1, min(sentence.stop(), first + 12))
        verb = next((place for place in near if _is_verb(sentence, place)), 0)
        source = phrase_before(sentence, verb) if verb else None
    if source is None or (verb > first and source[0] != first):
        return None
    last = verb + 2 if sentence.key(verb + 1) in {"back", "on", "in", "up", "out", "off"} else verb + 1
    kind = CueKind.FINITE
    cue = Cue(first=verb, head=verb, last=last, lemma=sentence.keys[verb], frames=frozenset({Frame.SAY}), kind=kind)
    content = ((0, first),)
    return Bond(sentence=sentence, cue=cue, source=source, cues=((verb, last),), content=content, is_after=True)


def _is_verb(sentence: Sentence, place: int) -> bool:
    """Say that a small word may be a verb in the third person or the past."""
    key = sentence.keys[place]
    is_small = key.isalpha() and not sentence.is_capital(place)
    is_third = key.endswith("s") and not key.endswith("ss") and key not in lexicon().groups and len(key) > 3
    return (
        is_small
        and key not in AUXILIARIES
        and (sentence.is_finite(place) or (is_third and key not in _NO_NAME | DETERMINERS))
    )


def _is_last_word(sentence: Sentence, cue: Cue) -> bool:
    """Say that after a comma "said" and a name with what is said of it end the sentence."""
    if cue.lemma != "say" or sentence.key(cue.first - 1) != "," or cue.last >= sentence.stop():
        return False
    for place in range(cue.last, sentence.stop()):
        if sentence.keys[place] in {"who", "which", "whose"} and place > cue.last:
            return True
        if sentence.is_finite(place) or sentence.keys[place] in {"that", ":"} or sentence.marks[place] >= 0:
            return False
    return sentence.is_capital(cue.last) or sentence.keys[cue.last] in DETERMINERS


def _inverted(sentence: Sentence, cue: Cue) -> Range | None:
    """Give the speaker that follows a cue right after its content ("...," said Orr)."""
    before = sentence.key(cue.first - 1)
    if before not in {",", "?", "!", "—", "–", "--"} and sentence.marks[cue.first - 1] < 0:
        return None
    after = sentence.key(cue.last)
    if not cue.frames & {Frame.SAY, Frame.ASK} or cue.lemma == "tell" or after in _NO_SPEAKER:
        return None
    if (
        sentence.is_capital(cue.last)
        or after in DETERMINERS
        or (after.isalpha() and cue.lemma == "say" and after not in _NO_NAME)
        or after in lexicon().titles
        or after in PRONOUNS | lexicon().groups
    ):
        return subjects.after(sentence, cue.last)
    return None


def _closes_content(sentence: Sentence, place: int) -> bool:
    """Say that the token before the speaker ends a content: a comma, or a mark that closes."""
    mark = sentence.marks[place]
    if mark < 0:
        return sentence.keys[place] in {",", "?", "!", "—", "–", "--"}
    is_end = sentence.ends[place] == sentence.stretches[mark].end
    return is_end and (sentence.quotes_clause(place) or sentence.key(0) == sentence.keys[place])


def _is_done(sentence: Sentence, cue: Cue, place: int, end: int) -> bool:
    """Say that nothing to be said follows speaker and cue."""
    while place < len(sentence) and sentence.is_adverb(place):
        place += 1
    after = sentence.key(place)
    if after in {"", ".", ",", ";", "—", "–", "--", ")"}:
        return True
    if after == ":" or (place < len(sentence) and sentence.opens_mark(place)):
        return sentence.marks[end] >= 0 and after != ":"
    if sentence.marks[end] >= 0:
        return True
    if _is_told(sentence, cue, place):
        return True
    return (after in _ADJUNCTS or after in _DAYS) and "that" not in sentence.keys[place : place + 8]


def _is_told(sentence: Sentence, cue: Cue, place: int) -> bool:
    """Say that nothing but a hearer stands behind a cue ("..., she told the Gazette")."""
    behind = range(place, sentence.stop())
    return (
        Frame.TELL in cue.frames
        and Frame.SAY not in cue.frames
        and not any(
            sentence.is_finite(at) or sentence.keys[at] in {"that", "to", ":"} or sentence.marks[at] >= 0
            for at in behind
        )
    )


def _content_start(sentence: Sentence, end: int, *, is_last: bool) -> int | None:
    """Give where the content that ends at a token began: its marked stretch, or the clause.

    `is_last` says that nothing follows speaker and cue, so that all before them is content, whether a verb is known in it or not.
    """
    mark = sentence.marks[end]
    first = end
    while first > 0 and (sentence.keys[first - 1] not in {";", ":"} or sentence.marks[first - 1] >= 0):
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
    has_verb = (
        is_last or mark >= 0 or any(sentence.is_finite(at) or sentence.marks[at] >= 0 for at in range(first, end))
    )
    return first if has_verb and end > first else None


def _lead(sentence: Sentence, end: int) -> int | None:
    """Give where a content without a verb of its own began; its verb stands behind the cue ("Voters, Orr said, will come")."""
    first = 1 if sentence.keys[0] in _LEADS else 0
    if sentence.key(first) == ",":
        first += 1
    return first if end > first and sentence.marks[end] < 0 and sentence.keys[end] == "," else None


def _rest(sentence: Sentence, place: int, *, is_marked: bool, is_whole: bool) -> Range | None:
    """Give what goes on after ", she said," inside the sentence: a quotation, or a finite clause that goes on."""
    start = place
    while start < len(sentence) and sentence.marks[start] < 0 and sentence.keys[start] != ",":
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
        is_speech = sentence.opens_mark(start) and end - start > 3 and not is_title_in_marks(sentence, start)
        return (start, end) if is_speech else None
    if is_marked or (is_whole and (sentence.keys[start] in NOT_REST or sentence.keys[start].endswith(("ing", "ed")))):
        return None
    if sentence.keys[start].endswith("ing"):
        return None
    end = sentence.stop()
    return (
        (start, end)
        if any(sentence.is_finite(at) for at in range(start, end)) and _is_short(sentence, place, start)
        else None
    )


def _is_short(sentence: Sentence, place: int, comma: int) -> bool:
    """Say that nothing but a hearer or a time stands between a cue and the comma behind it."""
    return comma - place <= 7 and not any(sentence.is_finite(at) for at in range(place, comma))
