"""Accordances: "according to X", "in a poll", "the minister's claim that ..."."""

from stemma.readings.bonds import Bond, Range
from stemma.readings.closings import NOT_REST
from stemma.readings.cues import Cue, CueKind
from stemma.readings.extents import content_end
from stemma.readings.lexicon import Frame
from stemma.readings.phrases import phrase_before
from stemma.readings.sentence import Sentence


def bind_according(sentence: Sentence, cue: Cue) -> Bond | None:
    """Bind "according to X" before, inside or after what he is said to say."""
    end, size = cue.last, sentence.stop()
    while end < size and not (sentence.keys[end] in _BREAKS and _is_break(sentence, end)) and sentence.marks[end] < 0:
        end += 1
    if end == cue.last:
        return None
    is_set_off = sentence.key(cue.first - 1) == ","
    content: list[Range] = []
    stop = cue.first - 1 if is_set_off else cue.first
    if stop > 1:
        content.append((1 if sentence.keys[0] in {"but", "and"} else 0, stop))
    behind = end + 1 if sentence.key(end) == "," else end
    if behind < size and (not content or (behind > end and is_set_off and _goes_on(sentence, behind))):
        content.append((behind, size))
    if not content:
        return None
    return Bond(
        sentence=sentence, cue=cue, source=(cue.last, end), cues=((cue.first, cue.last),), content=tuple(content)
    )


_BREAKS = frozenset({",", ";", ":", "—", "–"})


def _goes_on(sentence: Sentence, place: int) -> bool:
    """Say that what stands behind ", according to X," goes on with the content before it."""
    return sentence.keys[place] not in NOT_REST and not sentence.keys[place].endswith("ing")


def _is_break(sentence: Sentence, place: int) -> bool:
    """Say that a comma after "according to X" ends the name: what follows is no apposition."""
    if sentence.keys[place] != ",":
        return True
    after = sentence.key(place + 1)
    closes = next(
        (at for at in range(place + 1, min(len(sentence), place + 14)) if sentence.keys[at] in {",", "."}), None
    )
    if after in {"a", "an", "who", "which", "the"} and closes is not None and sentence.keys[closes] == ",":
        return any(sentence.is_finite(at) for at in range(place + 1, closes)) and after not in {"who", "which"}
    return after not in {"inc.", "r-", "d-"}


def bind_noun(sentence: Sentence, cue: Cue, later: list[Cue]) -> Bond | None:
    """Bind "the minister's claim that ..." to the minister."""
    end = _one_clause(sentence, cue.last, content_end(sentence, cue.last, later, Frame.SAY, "that"))
    source: Range | None = None
    if cue.first > 0 and sentence.keys[cue.first - 1] == "'s":
        source = phrase_before(sentence, cue.first - 1)
    elif cue.first > 0 and sentence.keys[cue.first - 1] in {"his", "her", "their", "its", "my", "our"}:
        source = (cue.first - 1, cue.first)
    if end <= cue.last + 2:
        return None
    return Bond(sentence=sentence, cue=cue, source=source, cues=((cue.first, cue.last),), content=((cue.last, end),))


def _one_clause(sentence: Sentence, begin: int, end: int) -> int:
    """Give the end of the one clause that depends on a noun: the verb behind it is the main clause's."""
    has_verb, is_open = False, False
    for place in range(begin, end):
        if sentence.marks[place] >= 0:
            continue
        if sentence.keys[place] in _OPENS:
            is_open = True
        elif sentence.is_finite(place) and not sentence.is_finite(place - 1) and not sentence.is_adverb(place - 1):
            if has_verb and not is_open:
                return place
            has_verb, is_open = True, False
    return end


_OPENS = frozenset("and or but who which that whom whose what when where while because if as after before to ,".split())


_COUNTS = frozenset("poll polls survey surveys".split())


def bind_poll(sentence: Sentence) -> Bond | None:
    """Bind "In a poll by X, six in ten ..." to the poll."""
    if sentence.key(0) != "in":
        return None
    comma = next((place for place in range(2, min(len(sentence), 22)) if sentence.keys[place] == ","), None)
    if comma is None or not any(sentence.keys[place] in _COUNTS for place in range(1, comma)):
        return None
    cue = Cue(first=0, head=0, last=1, lemma="in", frames=frozenset({Frame.SHOW}), kind=CueKind.ACCORDING)
    content = (comma + 1, sentence.stop())
    if content[1] - content[0] < 4:
        return None
    return Bond(sentence=sentence, cue=cue, source=(1, comma), cues=((0, 1),), content=(content,), frame=Frame.SHOW)
