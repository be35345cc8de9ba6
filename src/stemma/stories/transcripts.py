"""Wordings held against what a transcript shows to have been said."""

from collections.abc import Sequence
from dataclasses import replace

from stemma.model import Integrity, Span
from stemma.stories.ascriptions import Court, given_to, is_reattributed
from stemma.stories.integrity import Difference, differ
from stemma.stories.judgements import Judgement, judgement, unmarked
from stemma.stories.pieces import Piece
from stemma.stories.verdicts import Told
from stemma.text.sentences import sentences

_MOST = 0.8  # of a wording's words stand in a transcript in which its voice has no turn, and yet were said there
_FOUND = 0.5  # of a wording's words must stand in a transcript that is to have it
_SENTENCE = 3  # words without which a sentence of a quotation is too short to be missed


def is_heard(piece: Piece, said: Sequence[Piece], court: Court) -> bool:
    """Say whether a transcript shows what the voice of a wording said: it has turns there, or somebody says nearly these words.

    Who is named and has no turn is only spoken of there, in the words of others.
    """
    if not said[0].is_transcript:
        return False
    return piece.voice_id not in court.named or piece.voice_id in court.speakers or differ(said, piece).share > _MOST


def against_transcript(piece: Piece, transcripts: Sequence[str], told: Told, court: Court) -> Judgement:
    """Judge a wording by the transcript that has most of its words."""
    compared = {one: differ(told[one], piece) for one in transcripts}
    transcript = max(sorted(compared), key=lambda one: compared[one].share)
    said, difference = _own_words(piece, told[transcript], compared[transcript])
    if not piece.is_marked:
        absent = (Integrity.NOT_IN_TRANSCRIPT,) if difference.share < _FOUND else ()
        return unmarked(transcript, difference, absent)
    if difference.share < _FOUND:
        doubt = (Integrity.PARAPHRASE_PUT_IN_MARKS,)
        return Judgement(integrity=Integrity.NOT_IN_TRANSCRIPT, against=transcript, also_possible=doubt)
    nearest = max(said, key=lambda one: differ([one], piece).share)
    integrity = Integrity.REATTRIBUTED if is_reattributed(piece, nearest, court) else difference.integrity
    voices = given_to(piece, [nearest], court) if integrity is Integrity.REATTRIBUTED else None
    lacking = (Integrity.NOT_IN_TRANSCRIPT,) if _lacks_sentence(said, piece) else ()
    return replace(judgement(integrity, transcript, difference), also_possible=lacking, voices=voices)


def _lacks_sentence(said: Sequence[Piece], piece: Piece) -> bool:
    """Say whether less than half of some sentence of a quotation stands in a transcript, which has the rest."""
    places = [place for span in piece.spans for place in sentences(piece.report.text, span.start, span.end)]
    told = [replace(piece, spans=(Span(piece.report.id, *place),)) for place in places] if len(places) > 1 else []
    return any(len(one.words) >= _SENTENCE and differ(said, one).share < _FOUND for one in told)


def _own_words(piece: Piece, said: Sequence[Piece], difference: Difference) -> tuple[Sequence[Piece], Difference]:
    """Give what the voice itself says in a transcript where it has as much of a wording as what others say there."""
    own = [one for one in said if one.voice_id == piece.voice_id]
    if not own or len(own) == len(said):
        return said, difference
    alone = differ(own, piece)
    return (own, alone) if alone.share >= difference.share or alone.is_same else (said, difference)
