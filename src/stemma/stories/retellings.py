"""Wordings without marks: the words of those that quote them, or what their own line tells."""

from collections.abc import Sequence
from dataclasses import replace

from stemma.model import Integrity
from stemma.stories.ascriptions import Court
from stemma.stories.integrity import differ
from stemma.stories.judgements import ALIKE, PART, Judgement, aligned, are_marks_later, judgement, unmarked
from stemma.stories.pieces import Piece
from stemma.stories.verdicts import Told, beside


def judge_plain(piece: Piece, told: Told, court: Court) -> Judgement:
    """Judge a wording without marks: by those that have its words in marks, else by what it may have its text from."""
    compared = {one: differ(pieces, piece) for one, pieces in told.items() if one != piece.report.id}
    same = {one: difference for one, difference in compared.items() if difference.is_same_inside}
    quoting = {one: difference for one, difference in same.items() if _is_quotation(told[one])}
    if quoting:
        own = [piece.report.id, *(one for one in same if one not in quoting)]
        against = beside(piece.report.id, quoting, court.descent)
        return _without_marks(unmarked(against, compared[against]), list(quoting), own, told, court)
    parents = court.descent.parents.get(piece.report.id, {})
    kin = court.descent.kin.get(piece.report.id, frozenset())
    above = {one: compared[one] for one in compared if one in parents or one not in kin}
    if not above:  # the first to tell it: those that have it from here are held against this one
        return Judgement(integrity=Integrity.PARAPHRASE)
    against = beside(
        piece.report.id, {one: above[one] for one in above if told[one][0].is_marked} or above, court.descent
    )
    judged = judgement(Integrity.PARAPHRASE, against, aligned(compared[against]))
    is_copy = compared[against].is_same and not told[against][0].is_marked
    note = PART if compared[against].is_part else ALIKE
    return replace(judged, note=note, edits=(), touches=()) if is_copy else judged


def _is_quotation(pieces: Sequence[Piece]) -> bool:
    return pieces[0].is_marked and not all(piece.is_name for piece in pieces)


def _without_marks(
    judged: Judgement, quoting: Sequence[str], own: Sequence[str], told: Told, court: Court
) -> Judgement:
    """Say of words that stand in marks elsewhere whether they lost theirs, or were put in marks there."""
    are_put = are_marks_later([one for other in quoting for one in told[other]], quoting, own, court)
    if are_put is False:
        return judged
    integrity = Integrity.PARAPHRASE if are_put else Integrity.UNDECIDED
    return replace(judged, integrity=integrity, also_possible=(Integrity.MARKS_REMOVED,))
