"""How one report words an utterance, and what that wording is judged by: the order is part of the method."""

from collections.abc import Sequence
from dataclasses import replace

from stemma.model import Evidence, Integrity, Span, Wording
from stemma.stories.ascriptions import Court
from stemma.stories.endings import find_cut_ends
from stemma.stories.judgements import Judgement
from stemma.stories.pieces import Piece
from stemma.stories.quotations import judge_marked, judge_voice
from stemma.stories.retellings import judge_plain
from stemma.stories.transcripts import against_transcript, is_heard
from stemma.stories.translations import says_translated
from stemma.stories.verdicts import Told, weigh

_GRAVITY = (
    Integrity.REATTRIBUTED,
    Integrity.STITCHED,
    Integrity.REWORDED_INSIDE_MARKS,
    Integrity.TRIMMED_SILENTLY,
    Integrity.UNDECIDED,
    *(one for one in Integrity if one is not Integrity.SOLE_WITNESS),
    Integrity.SOLE_WITNESS,
)
_OTHER_WORDS = frozenset(
    (
        Integrity.STITCHED,
        Integrity.PARAPHRASE_PUT_IN_MARKS,
        Integrity.REWORDED_INSIDE_MARKS,
        Integrity.TRIMMED_SILENTLY,
        Integrity.CLEANED_UP,
        Integrity.UNDECIDED,
    )
)


def judge_wording(stretches: Sequence[Piece], told: Told, voice_id: str | None, court: Court) -> Wording:
    """Give one wording of an utterance, judged against what the story has to judge it by.

    Its stretches are those of one quotation that its cue interrupts: each is judged for itself, and the gravest class is told.
    """
    judged = _joined([_judge(piece, told, voice_id, court) for piece in stretches])
    translation = _translation(stretches, judged, told, court)
    if translation is not None:
        judged = replace(judged, integrity=Integrity.TRANSLATED, also_possible=(judged.integrity,), touches=())
    return Wording(
        report_id=stretches[0].report.id,
        spans=tuple(span for piece in stretches for span in piece.spans),
        integrity=judged.integrity,
        also_possible=judged.also_possible,
        edits=judged.edits,
        touches=judged.touches,
        is_marked=stretches[0].is_marked,
        attribution_dropped=voice_id is not None and all(piece.is_nobodys for piece in stretches),
        against_report_id=judged.against,
        evidence=(
            *_evidence(judged, told),
            *(() if translation is None else (_said_so(translation),)),
            *find_cut_ends(stretches, told, judged.against),
        ),
    )


def _translation(stretches: Sequence[Piece], judged: Judgement, told: Told, court: Court) -> Span | None:
    """Give where it is said that words were translated, if that may be why they are others than those beside them.

    Kin have one translation: what one of them changes in it is a change.
    """
    against, own = judged.against, stretches[0].report.id
    is_other = stretches[0].is_marked and judged.integrity in _OTHER_WORDS
    if against is None or not is_other or against in court.descent.kin.get(own, ()):
        return None
    return says_translated(stretches) or says_translated(told[against])


def _said_so(span: Span) -> Evidence:
    return Evidence(kind="translation", weight=0.0, note="said in another language, as the report tells", spans=(span,))


def _joined(judged: Sequence[Judgement]) -> Judgement:
    """Give the gravest judgement, with what else stands against the same report."""
    gravest = min(judged, key=lambda one: _GRAVITY.index(one.integrity))
    alike = [one for one in judged if one.against == gravest.against]
    return replace(
        gravest,
        edits=tuple(edit for one in alike for edit in one.edits),
        touches=tuple(sorted({touch for one in alike for touch in one.touches})),
    )


def _evidence(judged: Judgement, told: Told) -> tuple[Evidence, ...]:
    """Say what a wording was judged by: the words beside it, and how many stand here in the same order."""
    if judged.against is None:
        return ()
    others = told[judged.against]
    spans = tuple(span for piece in others for span in piece.spans)
    kind = "transcript" if others[0].is_transcript else "wording"
    beside = Evidence(kind=kind, weight=0.0, note=judged.note, spans=spans)
    return (beside,) if judged.voices is None else (beside, judged.voices)


def _judge(piece: Piece, told: Told, voice_id: str | None, court: Court) -> Judgement:
    """Judge by a transcript; else each place by what two lines, and then by what most reports of a line, have there."""
    if piece.is_transcript:
        return Judgement(integrity=Integrity.VERBATIM)
    others = {one: pieces for one, pieces in told.items() if one != piece.report.id}
    transcripts = [one for one, pieces in others.items() if is_heard(piece, pieces, court)]
    written = {one: pieces for one, pieces in told.items() if not pieces[0].is_transcript}
    if transcripts:
        judged = against_transcript(piece, transcripts, told, court)
        is_nobodys = all(one.voice_id not in court.named for one in told[judged.against or ""])
        if not (is_nobodys and piece.is_marked and judged.integrity is Integrity.VERBATIM):
            return judged
        marked = {one: pieces for one, pieces in written.items() if pieces[0].is_marked}
        return judge_voice(piece, written, weigh(piece, marked, court.descent), court) or judged
    if voice_id in court.speakers:
        return Judgement(integrity=Integrity.NOT_IN_TRANSCRIPT)
    if len(written) == 1:
        return Judgement(integrity=Integrity.SOLE_WITNESS)
    return judge_marked(piece, written, court) if piece.is_marked else judge_plain(piece, written, court)
