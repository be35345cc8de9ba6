"""Set phrases: cues of several words, such as "pointed out", "made it clear" or "was quoted as saying"."""

from dataclasses import dataclass
from enum import StrEnum

from stemma.readings.lexicon import Frame
from stemma.readings.sentence import Sentence


class CueKind(StrEnum):
    """How a cue is built."""

    FINITE = "finite"
    PARTICIPLE = "participle"
    INFINITIVE = "infinitive"
    PASSIVE = "passive"
    ACCORDING = "according"
    NOUN = "noun"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A cue in its sentence: its tokens (last excluded), the token that carries it, its verb and frames."""

    first: int
    head: int
    last: int
    lemma: str
    frames: frozenset[Frame]
    kind: CueKind


_LEFT = frozenset(
    "have has had having 've 'd 'll 's 're 'm will would shall should can could may might must do does did is are was "
    "were  be been being am ca wo n't not".split()
)


# Verbs that bring in speech only with the words that follow them; every part but the first may come after adverbs.
PHRASES: dict[str, tuple[tuple[tuple[str, ...], Frame], ...]] = {
    form: found
    for forms, found in (
        (
            ("went", "go", "goes", "going", "gone"),
            (
                (("on", "to", "say"), Frame.SAY),
                (("on", "to", "add"), Frame.SAY),
                (("on", "to", "call"), Frame.TREAT),
                (("on", "to", "explain"), Frame.SAY),
                (("on",), Frame.SAY),
            ),
        ),
        (("pointed", "point", "points", "pointing"), ((("out",), Frame.SAY), (("to",), Frame.TREAT))),
        (
            ("made", "make", "makes", "making"),
            (
                (("it", "clear"), Frame.SAY),
                (("clear",), Frame.SAY),
                (("the", "case"), Frame.SAY),
                (("a", "case"), Frame.SAY),
                (("fun", "of"), Frame.TREAT),
                (("mention", "of"), Frame.TREAT),
            ),
        ),
        (("put", "puts"), ((("it",), Frame.SAY),)),
        (
            ("took", "take", "takes", "taking"),
            ((("issue", "with"), Frame.TREAT), (("aim", "at"), Frame.TREAT), (("credit", "for"), Frame.TREAT)),
        ),
        (("let", "lets"), ((("it", "be", "known"), Frame.SAY),)),
        (("laid", "lay", "lays", "spelled", "spells", "set", "sets"), ((("out",), Frame.TREAT),)),
        (("lashed", "lashes", "lashing"), ((("out", "at"), Frame.TREAT),)),
        (("has", "have", "had"), ((("no", "doubt"), Frame.HOLD), (("no", "idea"), Frame.HOLD))),
        (
            ("gave", "give", "gives", "giving"),
            ((("assurances",), Frame.SAY), (("warning",), Frame.SAY), (("notice",), Frame.SAY)),
        ),
        (("issued", "issues", "issuing"), ((("a", "statement", "saying"), Frame.SAY), (("a", "warning"), Frame.SAY))),
        (
            ("is", "are", "was", "were", "'s", "'re", "'m", "am"),
            (
                (("convinced",), Frame.HOLD),
                (("confident",), Frame.HOLD),
                (("adamant",), Frame.HOLD),
                (("hopeful",), Frame.HOLD),
                (("certain",), Frame.HOLD),
                (("skeptical",), Frame.TREAT),
                (("skeptical", "of"), Frame.TREAT),
                (("critical", "of"), Frame.TREAT),
                (("aware",), Frame.HOLD),
                (("worried",), Frame.HOLD),
                (("concerned",), Frame.HOLD),
                (("afraid",), Frame.HOLD),
                (("sure",), Frame.HOLD),
                (("quoted", "as", "saying"), Frame.SAY),
                (("willing",), Frame.WISH),
                (("unwilling",), Frame.WISH),
                (("eager",), Frame.WISH),
                (("reluctant",), Frame.WISH),
                (("determined",), Frame.WISH),
                (("supportive", "of"), Frame.TREAT),
                (("opposed", "to"), Frame.TREAT),
                (("wary", "of"), Frame.TREAT),
            ),
        ),
    )
    for form in forms
}


def phrase_cue(sentence: Sentence, place: int) -> Cue | None:
    """Read a cue of several words, such as "pointed out" or "made it clear"."""
    for words, frame in PHRASES[sentence.keys[place]]:
        after = place + 1
        for word in words:
            while after < len(sentence) and sentence.is_adverb(after):
                after += 1
            if sentence.key(after) != word:
                break
            after += 1
        else:
            kind = CueKind.PARTICIPLE if sentence.keys[place].endswith("ing") else CueKind.FINITE
            lemma = " ".join(words)
            return Cue(
                first=first_of(sentence, place),
                head=place,
                last=after,
                lemma=lemma,
                frames=frozenset({frame}),
                kind=kind,
            )
    return None


def first_of(sentence: Sentence, place: int) -> int:
    """Give the first token of a cue: its auxiliaries and adverbs belong to it."""
    first = place
    while first > 0 and sentence.marks[first - 1] < 0:
        key = sentence.keys[first - 1]
        is_floating = key in {"both", "all", "each"} and first > 1 and sentence.keys[first - 2] in _LEFT
        is_adverb = first > 1 and sentence.is_adverb(first - 1)
        if not (key in _LEFT or is_floating or is_adverb or (key == "to" and first == place)):
            break
        first -= 1
    return first
