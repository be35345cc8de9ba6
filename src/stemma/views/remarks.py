"""What was said, laid out for a page: each remark with its wordings, their class in plain words, their word diff."""

from dataclasses import dataclass

from stemma.model import Utterance, Wording
from stemma.views.differences import Piece, diff_of, pieces_of
from stemma.views.index import Index, cut_all, letter_of, voice_name
from stemma.views.phrases import best_phrase, integrity_phrase, is_altered
from stemma.views.utterances_text import edit_phrases
from stemma.views.waterfall import Bar, bars_of


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingCard:
    """How one report words a remark: its words, its class in plain words, and the word diff where there is one."""

    letter: str
    words: str
    is_marked: bool
    is_altered: bool
    phrase: str
    against: str | None
    pieces: tuple[Piece, ...]
    edits: tuple[str, ...]
    touches: tuple[str, ...]
    bars: tuple[Bar, ...]
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One utterance with its voice and wordings."""

    id: str
    voice: str
    best: str
    is_altered: bool
    wordings: tuple[WordingCard, ...]


def remark_of(index: Index, utterance: Utterance) -> Remark:
    """Give an utterance with its wordings."""
    wordings = tuple(wording_card(index, utterance, wording) for wording in utterance.wordings)
    return Remark(
        id=utterance.id,
        voice=voice_name(index, utterance.voice_id),
        best=best_phrase(index, utterance),
        is_altered=any(one.is_altered for one in wordings),
        wordings=wordings,
    )


def wording_card(index: Index, utterance: Utterance, wording: Wording) -> WordingCard:
    """Give one report's wording; the word diff only where the edits really turn the one wording into the other."""
    against = wording.against_report_id
    pieces = _diff(index, utterance, wording)
    return WordingCard(
        letter=letter_of(index, wording.report_id),
        words=cut_all(index, wording.spans),
        is_marked=wording.is_marked,
        is_altered=is_altered(wording),
        phrase=integrity_phrase(index, wording, utterance),
        against=letter_of(index, against) if against else None,
        pieces=pieces,
        edits=() if pieces else tuple(edit_phrases(index, wording)),
        touches=wording.touches,
        bars=tuple(bars_of(wording.evidence)),
        place=f"{letter_of(index, wording.report_id)}-{wording.spans[0].start}" if wording.spans else "",
    )


def _diff(index: Index, utterance: Utterance, wording: Wording) -> tuple[Piece, ...]:
    """Give the word diff from the wording it is judged by, () where there is none to draw."""
    others = [one for one in utterance.wordings if one.report_id == wording.against_report_id]
    if not others or not wording.edits or others[0].report_id not in index.reports:
        return ()
    first = wording.edits[0]  # of several stretches in marks there, the one that the edits are in
    other = next((one for one in others if any(s.start <= first.start <= s.end for s in one.spans)), others[0])
    pieces = pieces_of(index.reports[other.report_id].text, other.spans, wording.edits)
    return diff_of(pieces, cut_all(index, wording.spans))
