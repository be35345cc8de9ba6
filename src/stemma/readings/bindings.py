"""Bindings: every cue of a sentence with its speaker and its content."""

from dataclasses import replace

from stemma.readings import subjects
from stemma.readings.accordances import bind_according, bind_noun, bind_poll
from stemma.readings.bonds import Bond, Range
from stemma.readings.closings import bind_after, bind_unknown, takes_before
from stemma.readings.complements import choose_frame, complement, find_hearer, says, skip
from stemma.readings.cues import Cue, CueKind, find_cues
from stemma.readings.extents import content_end, fronted
from stemma.readings.headings import bind_headline, bind_turn
from stemma.readings.lexicon import Frame
from stemma.readings.passives import bind_asked, bind_passive
from stemma.readings.phrases import phrase_before
from stemma.readings.sentence import AUXILIARIES, QUESTION_WORDS, Sentence


def bind(sentence: Sentence) -> list[Bond]:
    """Give the bonds of a sentence in the order of their cues."""
    turn = bind_turn(sentence)
    if turn is not None:
        return [turn]
    cues = find_cues(sentence)
    found: list[Bond] = []
    for number, cue in enumerate(cues):
        bond = _bind_cue(sentence, cue, cues[number + 1 :], found)
        if bond is not None:
            found.append(bond)
    if not found:
        alone = bind_headline(sentence) or bind_poll(sentence) or bind_unknown(sentence)
        return [] if alone is None else [alone]
    return found


def _bind_cue(sentence: Sentence, cue: Cue, later: list[Cue], found: list[Bond]) -> Bond | None:
    if cue.kind is CueKind.ACCORDING:
        return bind_according(sentence, cue)
    if cue.kind is CueKind.NOUN:
        return bind_noun(sentence, cue, later)
    if cue.kind is CueKind.PASSIVE:
        return bind_passive(sentence, cue, later)
    if cue.kind is CueKind.PARTICIPLE and Frame.ASK in cue.frames and not sentence.keys[cue.head].endswith("ing"):
        return bind_asked(sentence, cue, later)
    if takes_before(sentence, cue):
        bond = bind_after(sentence, cue)
        if bond is not None:
            return bond
    return _bind_before(sentence, cue, later, found)


def _bind_before(sentence: Sentence, cue: Cue, later: list[Cue], found: list[Bond]) -> Bond | None:
    """Bind a cue whose content follows it."""
    is_fronted = cue.kind is CueKind.PARTICIPLE and not sentence.keys[cue.head].endswith("ing")
    source = None if is_fronted else _source(sentence, cue, found)
    start = skip(sentence, cue)
    hearer: Range | None = None
    if cue.frames & {Frame.TELL, Frame.URGE} or (Frame.ASK in cue.frames and sentence.key(start) not in QUESTION_WORDS):
        hearer, start = find_hearer(sentence, cue, start)
    said_of = _relative(sentence, cue, source, start)
    if said_of is not None:
        return said_of
    shape = complement(sentence, start)
    frame = choose_frame(sentence, cue, shape, source, start, hearer)
    if _asks_for(sentence, cue, frame, hearer, start):
        return None
    if frame is None or (frame in {Frame.TREAT, Frame.WISH} and _is_past_act(sentence, cue, start)):
        return None
    bond = Bond(sentence=sentence, cue=cue, source=source, cues=((cue.first, cue.last),), content=(), frame=frame)
    begin = start + 1 if shape == "colon" else start
    if begin >= sentence.stop():
        return replace(bond, waits=True) if says(cue) and source is not None and shape == "colon" else None
    end = content_end(sentence, begin, later, frame, shape)
    if cue.kind in {CueKind.PARTICIPLE, CueKind.INFINITIVE}:
        end, follower = fronted(sentence, cue, begin, end, frame)
        bond = replace(bond, source=None if is_fronted else follower or source)
    if not any(sentence.is_word(place) for place in range(begin, end)):
        return None
    return replace(bond, content=((begin, end),))


_AID = frozenset(
    "help assistance aid support backup troops reinforcements money funds cash shelter asylum refuge".split()
)


def _asks_for(sentence: Sentence, cue: Cue, frame: Frame | None, hearer: Range | None, start: int) -> bool:
    """Say that somebody asks for a thing, and no question or wish is told in words ("asked the league for help when ...")."""
    if cue.lemma != "ask" or any(mark >= 0 for mark in sentence.marks[start:]):
        return False
    if frame is Frame.TREAT:
        return cue.last - cue.head > 1 and not _AID.isdisjoint(sentence.keys[start : start + 6])
    is_for = hearer is not None and "for" in sentence.keys[hearer[0] : hearer[1]]
    return is_for and sentence.key(start) not in {"whether", "if", "to"}


def _is_past_act(sentence: Sentence, cue: Cue, start: int) -> bool:
    """Say that a cue tells what somebody had done before, without his words ("who had backed the sale")."""
    has_had = "had" in sentence.keys[cue.first : cue.head] and Frame.SAY not in cue.frames
    return has_had and not any(mark >= 0 for mark in sentence.marks[start:])


def _relative(sentence: Sentence, cue: Cue, source: Range | None, start: int) -> Bond | None:
    """Bind "... which officials said will close": the relative pronoun and what is said of it."""
    if (
        source is None
        or sentence.key(start) not in AUXILIARIES
        or sentence.key(source[0] - 1) not in {"which", "that", "who", "what"}
    ):
        return None
    if not cue.frames & {Frame.SAY, Frame.HOLD} or source[1] != cue.first or sentence.key(source[0]) in QUESTION_WORDS:
        return None
    end = next((at for at in range(start, sentence.stop()) if sentence.keys[at] in {",", ";", "—"}), sentence.stop())
    content = ((source[0] - 1, source[0]), (start, end))
    return Bond(sentence=sentence, cue=cue, source=source, cues=((cue.first, cue.last),), content=content)


def _source(sentence: Sentence, cue: Cue, found: list[Bond]) -> Range | None:
    """Give the speaker before a cue, one taken over from an earlier verb where it has none of its own."""
    if cue.kind is CueKind.FINITE:
        source = subjects.before(sentence, cue)
        if source is not None:
            return source
    owner = _owner(sentence, cue)
    if owner is not None:
        return owner
    earlier = [bond for bond in reversed(found) if bond.source is not None and bond.cue.kind is not CueKind.NOUN]
    speaking = [bond for bond in earlier if bond.cue.frames & {Frame.SAY, Frame.TELL, Frame.ASK}]
    shared = next(iter(speaking or earlier), None)
    return subjects.of_clause(sentence, cue.first) if shared is None else shared.source


def _owner(sentence: Sentence, cue: Cue) -> Range | None:
    """Give the noun right before a participle that goes with it ("groups opposing the plan")."""
    if cue.kind is not CueKind.PARTICIPLE or cue.first == 0 or cue.frames & {Frame.SAY, Frame.TELL}:
        return None
    end = subjects.without_time(sentence, cue.first)
    owner = phrase_before(sentence, end) if sentence.is_word(end - 1) else None
    if owner is None:
        return None
    first = owner[0]
    is_noun = owner[1] - first > 1 or sentence.is_capital(first) or sentence.keys[first].endswith("s")
    return owner if is_noun else None
