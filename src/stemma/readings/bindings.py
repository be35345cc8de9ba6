"""Bindings: every cue of a sentence with its speaker and its content."""

from stemma.readings import subjects
from stemma.readings.bonds import Bond, Range
from stemma.readings.closings import NOT_REST, bind_after, takes_before
from stemma.readings.complements import choose_frame, complement, find_hearer, says, skip
from stemma.readings.cues import Cue, CueKind, find_cues
from stemma.readings.extents import content_end, fronted
from stemma.readings.headings import bind_headline
from stemma.readings.lexicon import Frame
from stemma.readings.phrases import phrase_before
from stemma.readings.sentence import QUESTION_WORDS, Sentence


def bind(sentence: Sentence) -> list[Bond]:
    """Give the bonds of a sentence in the order of their cues."""
    cues = find_cues(sentence)
    found: list[Bond] = []
    for number, cue in enumerate(cues):
        bond = _bind_cue(sentence, cue, cues[number + 1 :], found)
        if bond is not None:
            found.append(bond)
    if not found:
        heading = bind_headline(sentence)
        if heading is not None:
            return [heading]
    return found


def _bind_cue(sentence: Sentence, cue: Cue, later: list[Cue], found: list[Bond]) -> Bond | None:
    if cue.kind is CueKind.ACCORDING:
        return _bind_according(sentence, cue)
    if cue.kind is CueKind.NOUN:
        return _bind_noun(sentence, cue, later)
    if takes_before(sentence, cue):
        bond = bind_after(sentence, cue)
        if bond is not None:
            return bond
    return _bind_before(sentence, cue, later, found)


def _bind_before(sentence: Sentence, cue: Cue, later: list[Cue], found: list[Bond]) -> Bond | None:
    """Bind a cue whose content follows it."""
    source, is_shared = _source(sentence, cue, found)
    start = skip(sentence, cue)
    hearer: Range | None = None
    if cue.frames & {Frame.TELL, Frame.URGE} or (Frame.ASK in cue.frames and sentence.key(start) not in QUESTION_WORDS):
        hearer, start = find_hearer(sentence, cue, start)
    shape = complement(sentence, start)
    frame = choose_frame(sentence, cue, shape, source, start, hearer)
    if frame is None:
        return None
    if frame is Frame.URGE and hearer is not None:
        pieces: tuple[Range, ...] = (hearer,)
    else:
        pieces = ()
    if shape in {"none", "colon"} and start >= sentence.stop():
        if not says(cue) or source is None or shape != "colon":
            return None
        return Bond(
            sentence=sentence,
            cue=cue,
            source=source,
            cues=((cue.first, cue.last),),
            content=(),
            waits=True,
            is_joined=is_shared,
        )
    begin = start + 1 if shape == "colon" else start
    if begin >= len(sentence):
        return None
    end = content_end(sentence, begin, later, frame, shape)
    if cue.kind in {CueKind.PARTICIPLE, CueKind.INFINITIVE}:
        end, follower = fronted(sentence, cue, begin, end, frame)
        source = follower or source
    if end <= begin or not any(sentence.is_word(place) for place in range(begin, end)):
        return None
    return Bond(
        sentence=sentence,
        cue=cue,
        source=source,
        cues=((cue.first, cue.last),),
        content=(*pieces, (begin, end)),
        is_joined=is_shared,
    )


def _source(sentence: Sentence, cue: Cue, found: list[Bond]) -> tuple[Range | None, bool]:
    """Give the speaker before a cue; True where he is taken over from an earlier verb."""
    if cue.kind in {CueKind.FINITE, CueKind.PASSIVE}:
        source = subjects.before(sentence, cue)
        if source is not None:
            return source, False
    if (
        cue.kind is CueKind.PARTICIPLE
        and cue.first > 0
        and sentence.is_word(cue.first - 1)
        and not cue.frames & {Frame.SAY, Frame.TELL}
    ):
        owner = phrase_before(sentence, cue.first)
        if owner is not None and (
            owner[1] - owner[0] > 1 or sentence.is_capital(owner[0]) or sentence.keys[owner[0]].endswith("s")
        ):
            return owner, False
    earlier = [bond for bond in reversed(found) if bond.source is not None and bond.cue.kind is not CueKind.NOUN]
    for bond in [*(one for one in earlier if one.cue.frames & {Frame.SAY, Frame.TELL, Frame.ASK}), *earlier]:
        return bond.source, True
    return subjects.of_clause(sentence, cue.first), True


def _bind_according(sentence: Sentence, cue: Cue) -> Bond | None:
    """Bind "according to X" before, inside or after what he is said to say."""
    end = cue.last
    size = sentence.stop()
    while (
        end < size
        and not (sentence.keys[end] in {",", ";", ":", "—", "–"} and _is_break(sentence, end))
        and sentence.marks[end] < 0
    ):
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
        goes_on = not content or (
            is_set_off and sentence.keys[opens] not in NOT_REST and not sentence.keys[opens].endswith("ing")
        )
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
    after = sentence.key(place + 1)
    closes = next(
        (at for at in range(place + 1, min(len(sentence), place + 14)) if sentence.keys[at] in {",", "."}), None
    )
    if after in {"a", "an", "who", "which", "the"} and closes is not None and sentence.keys[closes] == ",":
        return any(sentence.is_finite(at) for at in range(place + 1, closes)) and after not in {"who", "which"}
    return after not in {"inc.", "r-", "d-"}


def _bind_noun(sentence: Sentence, cue: Cue, later: list[Cue]) -> Bond | None:
    """Bind "the minister's claim that ..." to the minister."""
    end = content_end(sentence, cue.last, later, Frame.SAY, "that")
    source: Range | None = None
    if cue.first > 0 and sentence.keys[cue.first - 1] == "'s":
        source = phrase_before(sentence, cue.first - 1)
    elif cue.first > 0 and sentence.keys[cue.first - 1] in {"his", "her", "their", "its", "my", "our"}:
        source = (cue.first - 1, cue.first)
    return (
        Bond(sentence=sentence, cue=cue, source=source, cues=((cue.first, cue.last),), content=((cue.last, end),))
        if end > cue.last + 2
        else None
    )
