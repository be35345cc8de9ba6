"""Passives: "was praised by X", "was asked whether", "could not be verified"."""

from dataclasses import replace

from stemma.readings import subjects
from stemma.readings.bonds import Bond, Range
from stemma.readings.complements import complement, skip
from stemma.readings.cues import Cue, CueKind
from stemma.readings.extents import content_end, fronted
from stemma.readings.lexicon import Frame
from stemma.readings.sentence import BE, Sentence

_ENDS = frozenset(
    "for as after over in on at during because while when who which to with before if though from".split()
)
_VERIFIED = frozenset("verify corroborate confirm".split())


def bind_passive(sentence: Sentence, cue: Cue, later: list[Cue]) -> Bond | None:
    """Bind a passive cue to who did it, or leave the speaker open where nobody is named."""
    if Frame.ASK in cue.frames:
        asked = bind_asked(sentence, cue, later)
        if asked is not None:
            return asked
    subject = subjects.before(sentence, replace(cue, kind=CueKind.FINITE))
    if subject is None:
        return None
    if cue.lemma in _VERIFIED and any(key in {"not", "n't"} for key in sentence.keys[cue.first : cue.head]):
        return _open(sentence, cue, subject, Frame.SAY)
    source = _doer(sentence, cue)
    if source is None:
        return None
    cues = ((cue.first, cue.last),)
    return Bond(
        sentence=sentence, cue=cue, source=source, cues=cues, content=(subject,), is_after=True, frame=Frame.TREAT
    )


def bind_asked(sentence: Sentence, cue: Cue, later: list[Cue]) -> Bond | None:
    """Bind "was asked whether ..." and "was asked about ..." to nobody."""
    start = skip(sentence, cue)
    if complement(sentence, start) == "question":
        end = content_end(sentence, start, later, Frame.ASK, "question")
        return _open(sentence, cue, (start, fronted(sentence, cue, start, end, Frame.ASK)[0]), Frame.ASK)
    if sentence.key(start) != "about" or start + 1 >= sentence.stop():
        return None
    return _open(sentence, cue, (start + 1, content_end(sentence, start + 1, later, Frame.TREAT, "phrase")), Frame.ASK)


def _doer(sentence: Sentence, cue: Cue) -> Range | None:
    """Give who did what a passive tells, where "by" names him."""
    if not cue.frames & {Frame.SAY, Frame.TREAT, Frame.URGE}:
        return None
    if sentence.keys[cue.head - 1] not in BE | {"been"} and not sentence.is_adverb(cue.head - 1):
        return None
    near = range(cue.last, min(len(sentence), cue.last + 4))
    done_by = next((place for place in near if sentence.keys[place] == "by"), None)
    return None if done_by is None else _agent(sentence, done_by + 1)


def _open(sentence: Sentence, cue: Cue, content: Range, frame: Frame) -> Bond | None:
    """Give a bond without a speaker."""
    if content[1] <= content[0]:
        return None
    return Bond(sentence=sentence, cue=cue, source=None, cues=((cue.first, cue.last),), content=(content,), frame=frame)


def _agent(sentence: Sentence, start: int) -> Range | None:
    """Give the noun phrase behind "by"."""
    end = start
    while (
        end < sentence.stop()
        and sentence.marks[end] < 0
        and sentence.keys[end] not in _ENDS | {",", ";", ":", "—", "–", "("}
    ):
        if end > start and sentence.is_finite(end):
            break
        end += 1
    is_named = end > start and (sentence.is_capital(start) or sentence.is_capital(end - 1) or end - start > 1)
    return (start, end) if is_named and not sentence.keys[start].endswith("ing") else None
