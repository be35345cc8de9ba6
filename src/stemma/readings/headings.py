"""Headings: attributions in the short form of headlines, "Orr: Fund is empty" or "Fund is empty: Orr"."""

from stemma.model import ZoneKind
from stemma.readings.bonds import Bond, Range
from stemma.readings.cues import Cue, CueKind
from stemma.readings.lexicon import Frame, lexicon
from stemma.readings.sentence import PREPOSITIONS, Sentence


def bind_headline(sentence: Sentence) -> Bond | None:
    """Bind a headline of the form "Name: what he said" or "What he said: Name"."""
    if sentence.zone not in {ZoneKind.HEADLINE, ZoneKind.SUBHEAD, ZoneKind.STANDFIRST}:
        return None
    colons = [place for place, key in enumerate(sentence.keys) if key == ":" and sentence.marks[place] < 0]
    if len(colons) != 1 or len(sentence) < 5:
        return None
    colon = colons[0]
    left, right = (0, colon), (colon + 1, len(sentence))
    for source, content in ((left, right), (right, left)):
        if (
            content[1] - content[0] >= 3
            and _is_speaker(sentence, source)
            and content[1] - content[0] > source[1] - source[0]
        ):
            cue = Cue(
                first=colon, head=colon, last=colon + 1, lemma=":", frames=frozenset({Frame.SAY}), kind=CueKind.FINITE
            )
            return Bond(sentence=sentence, cue=cue, source=source, cues=((colon, colon + 1),), content=(content,))
    return None


def bind_turn(sentence: Sentence) -> Bond | None:
    """Bind a turn of an interview printed in the body: a label in capitals and a colon ("ORR: We shall see." or "Q: Why?")."""
    colon = next((place for place in range(1, min(6, len(sentence) - 2)) if sentence.keys[place] == ":"), None)
    if (
        sentence.zone is not ZoneKind.BODY
        or colon is None
        or (sentence.start > 0 and sentence.text[sentence.start - 1] != "\n")
    ):
        return None
    label = sentence.text[sentence.start : sentence.ends[colon - 1]]
    if not label.isupper() or (len(label) < 3 and label not in _SIDES) or label in _NOTICES:
        return None
    cue = Cue(first=colon, head=colon, last=colon + 1, lemma=":", frames=frozenset({Frame.SAY}), kind=CueKind.FINITE)
    content = (colon + 1, len(sentence))
    source = None if label in _SIDES else (0, colon)
    return Bond(sentence=sentence, cue=cue, source=source, cues=((colon, colon + 1),), content=(content,), is_turn=True)


_SIDES = frozenset({"Q", "A"})
_NOTICES = frozenset(
    (
        "UPDATE",
        "UPDATED",
        "NOTE",
        "READ MORE",
        "WATCH",
        "ALSO",
        "MORE",
        "PHOTOS",
        "VIDEO",
        "CORRECTION",
        "EXCLUSIVE",
        "BREAKING",
        "RELATED",
        "NEW",
        "JUST IN",
        "ALERT",
        "LIVE",
    )
)


def _is_speaker(sentence: Sentence, place: Range) -> bool:
    """Say that a short stretch names somebody: capitals all through, or a word for a group or a post."""
    words = [at for at in range(*place) if sentence.is_word(at)]
    if not words or len(words) > 5:
        return False
    known = lexicon()
    if any(sentence.keys[at] in PREPOSITIONS - {"of"} or sentence.keys[at] in {"and", "the"} for at in words):
        return False
    if any(
        sentence.keys[at] in known.titles or sentence.keys[at] in known.groups or sentence.keys[at] in known.documents
        for at in words
    ):
        return True
    last = sentence.text[sentence.starts[words[-1]] : sentence.ends[words[-1]]]
    is_known = sentence.text.count(last) > 1  # a name of a headline stands in the body too
    return is_known and all(sentence.is_capital(at) or sentence.keys[at] == "of" for at in words)
