"""What a wording does to what was said: its class against another wording or a transcript, by the places of its words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from evaluation.traditions.draft import Origin, Quote, Word
from evaluation.traditions.operators.cuts import FILLERS
from evaluation.traditions.operators.quotes import DOTS, core
from evaluation.traditions.operators.tables import pairs

CLASSES = (
    "reattributed", "stitched", "paraphrase-put-in-marks", "reworded-inside-marks", "trimmed-silently", "trimmed-marked",
    "cleaned-up", "fragment", "punctuation", "verbatim", "marks-removed", "paraphrase",
)  # fmt: skip
_SPELLED = {british: american for american, british in pairs("spellings")}
_FILLER_WORDS = frozenset(word.casefold() for filler in FILLERS for word in filler.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The speeches of a story whose whole text is known: where their sentences begin."""

    starts: Mapping[str, Sequence[int]] = field(default_factory=dict)

    def utterance(self, origin: Origin) -> tuple[str, int]:
        """Give the utterance of a word: the sentence of a speech, or the quotation that a newsroom made."""
        starts = self.starts.get(origin[0], (0,))
        return origin[0], sum(start <= origin[1] for start in starts) - 1

    def name(self, quote: Quote) -> str:
        """Give the utterance that most words of a wording are from, the first among equals; a sentence of a speech is `s0.2`."""
        told = [self.name_of(word.origin) for word in quote.words if word.origin]
        return max(dict.fromkeys(told), key=told.count)

    def name_of(self, origin: Origin) -> str:
        """Give the name of a word's utterance."""
        speech_id, number = self.utterance(origin)
        return f"{speech_id}.{number}" if speech_id in self.starts else speech_id


def _plain(word: str) -> str:
    """Give a word as it sounds: without marks and case, in one spelling."""
    told = core(word).replace("’", "'").replace("‘", "'")
    return _SPELLED.get(told, told)


def ends_sentence(word: str) -> bool:
    """Say whether a word closes a sentence."""
    return word.rstrip("”’\"'").endswith((".", "!", "?"))


def classify(
    quote: Quote, reference: Sequence[Word], said: Said, *, is_own: bool = False, voice: str | None = None
) -> str:
    """Give the class of a wording against the words that it is judged by; `is_own` says that these are a reporter's own."""
    if quote.voice != voice:
        return "reattributed"
    if not quote.is_marked:
        return "marks-removed" if _is_same(quote, reference) and not is_own else "paraphrase"
    if len(_utterances(quote, said)) > 1 and not _stand_together(quote, reference, said):
        return "stitched"
    if quote.is_own and is_own:
        return "paraphrase-put-in-marks"
    return _inside(quote, reference, said)


def _utterances(quote: Quote, said: Said) -> list[tuple[str, int]]:
    return list(dict.fromkeys(said.utterance(word.origin) for word in quote.words if word.origin))


def _stand_together(quote: Quote, reference: Sequence[Word], said: Said) -> bool:
    """Say whether all utterances of a wording follow each other in one speech, or stand together in the reference too."""
    told = _utterances(quote, said)
    if set(told) <= {said.utterance(word.origin) for word in reference if word.origin} and not said.starts.get(
        told[0][0]
    ):
        return True
    return all(left[0] == right[0] and right[1] == left[1] + 1 for left, right in pairwise(told))


def _is_same(quote: Quote, reference: Sequence[Word]) -> bool:
    known = {word.origin: _plain(word.text) for word in reference}
    return all(word.origin in known and known[word.origin] == _plain(word.text) for word in quote.words) and not _gaps(
        quote, reference
    )


def _gaps(quote: Quote, reference: Sequence[Word]) -> list[Word]:
    """Give the words of the reference that are missing between the first and the last of a wording."""
    origins = [word.origin for word in reference]
    places = [origins.index(word.origin) for word in quote.words if word.origin in origins]
    kept = set(places)
    return [
        reference[place]
        for place in range(min(places, default=0), max(places, default=-1) + 1)
        if place not in kept and reference[place].origin
    ]


def _inside(quote: Quote, reference: Sequence[Word], said: Said) -> str:
    known = {word.origin: word.text for word in reference if word.origin}
    words = [word for word in quote.words if word.text not in DOTS]
    if any(word.origin not in known or _plain(known[word.origin]) != _plain(word.text) for word in words):
        return "reworded-inside-marks"
    dotted = any(word.text in DOTS for word in quote.words)
    missing = _gaps(quote, reference)
    if missing and all(core(word.text) in _FILLER_WORDS for word in missing) and not dotted:
        return "cleaned-up"
    if missing and not _is_shown(quote, reference):
        return "trimmed-silently"
    if missing or (dotted and not any(word.text in DOTS for word in reference)):
        return "trimmed-marked"
    if _begins_or_ends_inside(words, reference, said):
        return _cleaned_or("fragment", words, reference, said)
    return "punctuation" if any(_differs(word, known) for word in words) else "verbatim"


def _is_shown(quote: Quote, reference: Sequence[Word]) -> bool:
    """Say whether dots stand at every place where words are missing."""
    origins = [word.origin for word in reference]
    before: int | None = None
    dotted = False
    for word in quote.words:
        if word.text in DOTS or word.origin not in origins:
            dotted = True
            continue
        place = origins.index(word.origin)
        if before is not None and any(reference[between].origin for between in range(before + 1, place)) and not dotted:
            return False
        before, dotted = place, False
    return True


def _closes(place: int, reference: Sequence[Word], said: Said) -> bool:
    """Say whether a sentence ends behind a word: by its mark, or, where a comma leads over to the speaker, by what was said."""
    if place in (-1, len(reference) - 1) or ends_sentence(reference[place].text):
        return True
    here, there = reference[place].origin, reference[place + 1].origin
    return here is not None and there is not None and said.utterance(here) != said.utterance(there)


def _begins_or_ends_inside(words: Sequence[Word], reference: Sequence[Word], said: Said) -> bool:
    origins = [word.origin for word in reference]
    first, last = origins.index(words[0].origin), origins.index(words[-1].origin)
    return not (_closes(first - 1, reference, said) and _closes(last, reference, said))


def _cleaned_or(other: str, words: Sequence[Word], reference: Sequence[Word], said: Said) -> str:
    """Give "cleaned-up" where only fillers are missing at the beginning of the first sentence."""
    origins = [word.origin for word in reference]
    first, last = origins.index(words[0].origin), origins.index(words[-1].origin)
    start = next((place for place in range(first, 0, -1) if _closes(place - 1, reference, said)), 0)
    lost = reference[start:first]
    are_fillers = lost and all(core(word.text) in _FILLER_WORDS for word in lost)
    return "cleaned-up" if are_fillers and _closes(last, reference, said) else other


def _differs(word: Word, known: Mapping[Origin, str]) -> bool:
    """Say whether a word is spelled otherwise; the kind of marks and apostrophes is no difference."""
    before = known[word.origin] if word.origin else word.text
    table = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
    return core(before).translate(table) != core(word.text).translate(table)


TOUCHES = ("number", "polarity", "name", "modality", "letter")


def touches(quote: Quote, reference: Sequence[Word]) -> list[str]:
    """Give what the exchanged words of a wording touch."""
    known = {word.origin: word.change for word in reference}
    changes = {word.change for word in quote.words if word.change and known.get(word.origin) != word.change}
    return [name for name in TOUCHES if name in changes]


def rank(quote: Quote, truth: Sequence[Word], said: Said) -> int:
    """Give how near a wording is to what was said: the place of its class among the classes, the marked before the unmarked.

    Nearest of all is a reporter's own telling of what an edit later put in marks: it has no older wording.
    """
    if quote.is_own:
        return -1 if quote.is_marked else len(CLASSES)
    return CLASSES.index(classify(quote, truth, said)) - (0 if quote.is_marked else len(CLASSES))


def agree(left: Quote, right: Quote) -> bool:
    """Say whether two wordings have the same words wherever both should have them; dots excuse what they stand for."""
    if left.voice != right.voice:
        return False
    here, there = ({word.origin: _plain(word.text) for word in one.words if word.origin} for one in (left, right))
    common = [origin for origin in here if origin in there]
    if any(here[origin] != there[origin] for origin in common) or _invented(left) != _invented(right):
        return False
    if any(word.text in DOTS for word in (*left.words, *right.words)):
        return True
    low, high = min(common, default=("", 0)), max(common, default=("", -1))
    return all((origin in here) == (origin in there) for origin in {*here, *there} if low <= origin <= high)


def _invented(quote: Quote) -> list[str]:
    return [_plain(word.text) for word in quote.words if word.origin is None and word.text not in DOTS]
