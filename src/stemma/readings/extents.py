"""Extents: how far what was said goes on behind its cue."""

from stemma.readings import subjects
from stemma.readings.bonds import Range
from stemma.readings.cues import Cue, CueKind
from stemma.readings.lexicon import Frame
from stemma.readings.sentence import AUXILIARIES, Sentence

_CUT_AFTER_COMMA = frozenset("but while although though whereas according as even despite".split())


_MEANWHILE = frozenset(
    "meaning citing referring alluding pointing appearing speaking using giving drawing prompting".split()
)


_CUT_OBJECT = frozenset("when after before while during because as since although though until if".split())


def content_end(sentence: Sentence, begin: int, later: list[Cue], frame: Frame, shape: str) -> int:
    """Give the token after the last of a content that begins at `begin`."""
    end = sentence.stop()
    if sentence.opens_mark(begin) or (
        sentence.keys[begin] == "that" and begin + 1 < len(sentence) and sentence.opens_mark(begin + 1)
    ):
        quote = sentence.marks[begin] if sentence.marks[begin] >= 0 else sentence.marks[begin + 1]
        stretch = sentence.stretches[quote]
        if sentence.text[stretch.inner_end - 1] in ".,!?…" or shape == "colon":
            return max(place for place in range(begin, len(sentence)) if sentence.marks[place] == quote) + 1
    next_cues = {other.first: other for other in later}
    for place in range(begin + 1, end):
        if sentence.marks[place] >= 0:
            continue
        if _cuts(sentence, place, frame, next_cues):
            return place
    return end


def _cuts(sentence: Sentence, place: int, frame: Frame, next_cues: dict[int, Cue]) -> bool:
    """Say that a content ends before a token."""
    key, after = sentence.keys[place], sentence.key(place + 1)
    if key == ";" or (key in {"—", "–", "--"} and key not in sentence.keys[place + 1 :]):
        return True
    if key == "according":
        return after == "to"
    if key not in {",", "and"} and not (frame is Frame.TREAT and key in _CUT_OBJECT):
        return False
    if _is_next_cue(key, after, place, next_cues):
        return True
    if frame in {Frame.TREAT, Frame.WISH, Frame.URGE}:
        return _cuts_object(sentence, place, key, after)
    is_remark = after in {"a", "an"} and "that" in sentence.keys[place + 3 : place + 5]
    return key == "," and (is_remark or after in _MEANWHILE or after in _CUT_AFTER_COMMA)


def _is_next_cue(key: str, after: str, place: int, next_cues: dict[int, Cue]) -> bool:
    """Say that a comma or "and" leads to the next cue of the same speaker, or to another's."""
    follower = next_cues.get(place + 1)
    if key == ",":
        beyond = next_cues.get(place + 2) if after == "and" else None
        is_aside = follower is not None and follower.kind in {CueKind.PARTICIPLE, CueKind.ACCORDING}
        return is_aside or (beyond is not None and beyond.kind is CueKind.FINITE)
    return key == "and" and follower is not None and follower.kind is CueKind.FINITE


def _cuts_object(sentence: Sentence, place: int, key: str, after: str) -> bool:
    """Say that a thing or an aim that is spoken of ends before a token."""
    if key == ",":
        return (
            after in _CUT_AFTER_COMMA or after.endswith("ing") or after in {"who", "which", "a", "an", "and", "where"}
        )
    return key in _CUT_OBJECT or (place + 1 < len(sentence) and sentence.is_finite(place + 1))


def fronted(sentence: Sentence, cue: Cue, begin: int, end: int, frame: Frame) -> tuple[int, Range | None]:
    """Give the end of the content of a participle that opens its sentence, and the subject of the main clause behind it."""
    if any(sentence.is_finite(place) for place in range(cue.first)):
        is_bound = frame in {Frame.TREAT, Frame.WISH, Frame.SHOW} and sentence.key(cue.first - 1) != ","
        verb = next(
            (at for at in range(begin + 1, end) if sentence.keys[at] in AUXILIARIES and sentence.marks[at] < 0), end
        )
        return (verb if is_bound else end), None
    for comma in range(begin + 1, end):
        if sentence.keys[comma] != "," or sentence.marks[comma] >= 0:
            continue
        behind = range(comma + 1, len(sentence))
        verb = next((at for at in behind if sentence.is_finite(at) and sentence.marks[at] < 0), -1)
        subject = subjects.at_verb(sentence, verb) if verb > 0 else None
        if subject is not None and subject[0] <= comma + 2:
            return comma, subject if cue.first <= 4 else None
    return end, None
