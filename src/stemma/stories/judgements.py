"""What a wording is told to be, and beside which report."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from stemma.model import Edit, Evidence, Integrity
from stemma.stories.ascriptions import Court
from stemma.stories.integrity import Difference, differ
from stemma.stories.pieces import Piece
from stemma.stories.touches import is_real
from stemma.stories.verdicts import Told, is_later

ALIKE = "has the words beside it, in the same order"
MORE = f"{ALIKE}, and more"
PART = "has a part of the words beside it, in the same order"
_REMARK_CLEAR = 3.0  # times as many reports must tell without marks what one quotes as a whole remark


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The class of a wording, the report that it is held against, and what it shows; None: nobody else words it."""

    integrity: Integrity
    against: str | None = None
    edits: tuple[Edit, ...] = ()
    touches: tuple[str, ...] = ()
    note: str = MORE
    also_possible: tuple[Integrity, ...] = ()
    voices: Evidence | None = None  # to whom the words are given here and there, if to two


def judgement(integrity: Integrity, against: str, difference: Difference) -> Judgement:
    """Judge a wording beside another report's, with all places where the two part."""
    note = f"{difference.share:.0%} of its words stand in the same order there"
    return Judgement(
        integrity=integrity, against=against, edits=difference.edits, touches=difference.touches, note=note
    )


def aligned(difference: Difference) -> Difference:
    """Give a difference without marks on both sides: places only where two have much in common, and what these surely touch."""
    real = [
        replace(one, touches=frozenset(t for t in one.touches if t == "polarity" or is_real(t, one.edit)))
        for one in difference.variants
    ]
    return replace(difference, variants=tuple(real) if difference.is_akin else ())


def unmarked(against: str, difference: Difference, also_possible: tuple[Integrity, ...] = ()) -> Judgement:
    """Judge a wording without marks by one that has some."""
    is_same = difference.is_same_inside
    judged = judgement(Integrity.MARKS_REMOVED if is_same else Integrity.PARAPHRASE, against, aligned(difference))
    return replace(judged, also_possible=also_possible, touches=() if is_same else judged.touches)


def by_either(possible: Integrity, against: str, piece: Piece, told: Told) -> Judgement:
    """Leave it open whether a wording has what another has not, for as many reports stand on either side."""
    judged = judgement(Integrity.UNDECIDED, against, replace(differ(told[against], piece), variants=()))
    return replace(judged, also_possible=(possible,))


def are_marks_later(marked: Sequence[Piece], quoting: Sequence[str], plain: Sequence[str], court: Court) -> bool | None:
    """Say whether marks were put round words that are a report's own, or (False) taken away; None: nobody can say.

    A whole remark is told directly here and indirectly there by any house: against it more must speak than against a phrase.
    """
    clear = _REMARK_CLEAR if any(piece.act is not None or piece.attribution is None for piece in marked) else 1.0
    return is_later(quoting, plain, court.descent, clear)
