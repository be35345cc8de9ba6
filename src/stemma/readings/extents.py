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


def content_end(sentence: Sentence, begin: int, cue: Cue, later: list[Cue], frame: Frame, shape: str) -> int:
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
        if _cuts(sentence, place, frame, cue, next_cues):
            return place
    return end


def _cuts(sentence: Sentence, place: int, frame: Frame, cue: Cue, next_cues: dict[int, Cue]) -> bool:
    """Say that a content ends before a token."""
    key, after = sentence.keys[place], sentence.key(place + 1)
    if key == ";" or (key in {"—", "–", "--"} and key not in sentence.keys[place + 1 :]):
        return True
    if key == "," and after in {"a", "an"} and "that" in sentence.keys[place + 3 : place + 5]:
        return True
    follower = next_cues.get(place + 1)
    if key == "," and (
        after in _CUT_AFTER_COMMA or (follower is not None and follower.kind in {CueKind.PARTICIPLE, CueKind.ACCORDING})
    ):
        return True
    if (
        key == ","
        and after == "and"
        and (other := next_cues.get(place + 2)) is not None
        and other.kind is CueKind.FINITE
    ):
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


def fronted(sentence: Sentence, cue: Cue, begin: int, end: int, frame: Frame) -> tuple[int, Range | None]:
    """Give the end of the content of a participle that opens its sentence, and the subject of the main clause behind it."""
    if any(sentence.is_finite(place) for place in range(cue.first)):
        if frame in {Frame.TREAT, Frame.WISH, Frame.SHOW} and cue.first > 0 and sentence.keys[cue.first - 1] != ",":
            verb = next(
                (at for at in range(begin + 1, end) if sentence.keys[at] in AUXILIARIES and sentence.marks[at] < 0), end
            )
            return verb, None
        return end, None
    for comma in range(begin + 1, end):
        if sentence.keys[comma] != "," or sentence.marks[comma] >= 0:
            continue
        verb = next(
            (at for at in range(comma + 1, len(sentence)) if sentence.is_finite(at) and sentence.marks[at] < 0), None
        )
        if verb is None:
            break
        subject = subjects.at_verb(sentence, verb)
        if subject is not None and subject[0] <= comma + 2:
            return comma, subject if sentence.keys[0] == sentence.keys[cue.first] or cue.first <= 4 else None
    return end, None
