"""Whose words stand where the wordings of one utterance differ: each place is judged by all reports that have it.

A transcript is asked elsewhere, and first (`wordings`). Without one a reading that several reports share is an error only against
two lines that share no narration; within a line the reading is the older one with which the trees of the stemma need fewer slips.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stemma.model import Integrity
from stemma.stories.ancestry import oldest
from stemma.stories.descent import Descent
from stemma.stories.integrity import SEVERITY, Difference, differ
from stemma.stories.pieces import Piece, has_words
from stemma.stories.touches import NEGATIONS
from stemma.stories.variants import Variant

_SURE = 0.85  # that a reading is not the oldest: from there on it is laid to those who have it
_LIKELIER = 0.55  # that it is: from there on nothing is said of those who have it
_CLEARLY = 0.5  # by which one direction must be likelier than the other where as many have marks as have none
_FAR = 2.0  # times as likely must one direction be where marks stand in one report alone
_CUTS = frozenset((Integrity.STITCHED, Integrity.TRIMMED_SILENTLY, Integrity.TRIMMED_MARKED, Integrity.CLEANED_UP))
Told = Mapping[str, Sequence[Piece]]


# where a wording departs from others, and the words that these have there
Place = tuple[tuple[int, int], tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a wording in marks is charged with, and `against` which report; None: with nothing.

    `is_open` says that nobody can tell whose words stand at the gravest place. `akin` are the reports that word the same thing.
    """

    integrity: Integrity = Integrity.VERBATIM
    is_open: bool = False
    places: frozenset[Place] = frozenset()
    against: str | None = None
    akin: Mapping[str, Difference]


def weigh(piece: Piece, told: Told, descent: Descent) -> Verdict:
    """Judge a wording in marks by the wordings in marks of the other reports."""
    akin = _akin(piece, told)
    supporters: dict[Place, list[str]] = defaultdict(list)
    variants: dict[Place, Variant] = {}
    for report_id, difference in akin.items():
        for variant in difference.variants:
            supporters[place_of(variant)].append(report_id)
            variants.setdefault(place_of(variant), variant)
    falls: dict[Place, bool | None] = {}
    for place, variant in variants.items():
        own = [piece.report.id, *(one for one, difference in akin.items() if _agrees(difference, variant))]
        thirds = [supporters[one] for one in variants if one != place and _overlap(one[0], place[0])]
        fallen = _falls_on(variant, own, supporters[place], thirds, descent)
        falls[place] = (
            None if fallen and _is_heard_otherwise(variant, own, supporters[place], akin, descent) else fallen
        )
    held = [place for place, fallen in falls.items() if fallen or (fallen is None and _is_grave(variants[place]))]
    if not held:
        return Verdict(akin=akin)
    gravest = min(
        held, key=lambda one: (SEVERITY.index(variants[one].integrity), not falls[one], -len(supporters[one]), one)
    )
    is_open = not falls[gravest]
    return Verdict(
        integrity=variants[gravest].integrity,
        is_open=is_open,
        places=frozenset(place for place in held if bool(falls[place]) is not is_open),
        against=beside(piece.report.id, {one: akin[one] for one in supporters[gravest]}, descent),
        akin=akin,
    )


def place_of(variant: Variant) -> Place:
    """Give what makes two departures from a wording one."""
    return variant.place, variant.out


def _is_grave(variant: Variant) -> bool:
    """Say whether it matters that nobody can tell whose words stand: of two spellings neither is wrong."""
    return variant.integrity is not Integrity.PUNCTUATION


def _akin(piece: Piece, told: Told) -> dict[str, Difference]:
    """Give how the wording differs from each other report's that words the same thing; the same words are compared once."""
    known: dict[tuple[str, ...], Difference] = {}
    found = {}
    own = [one for one in told.get(piece.report.id, ()) if one.is_marked and one.key != piece.key]
    for report_id, theirs in told.items():
        pieces = [one for one in theirs if not _is_elsewhere(one, piece, own)]
        if report_id == piece.report.id or not pieces:
            continue
        key = tuple(one.report.text[span.start : span.end] for one in pieces for span in one.spans)
        if key not in known:
            known[key] = differ(pieces, piece)
        if known[key].is_akin:
            found[report_id] = known[key]
    return found


def _is_elsewhere(other: Piece, piece: Piece, own: Sequence[Piece]) -> bool:
    """Say whether all that another report has stands in a further quotation of this one's report, and not in this one."""
    is_here = has_words(piece, other) or has_words(other, piece)
    return not is_here and any(has_words(one, other) for one in own)


def beside(report_id: str, akin: Mapping[str, Difference], descent: Descent) -> str:
    """Give the report to hold a wording against: one it may have its text from, then the one that has most of its words.

    Of two that have as many, the one that has its text from nobody.
    """
    parents = descent.parents.get(report_id, {})

    def rank(one: str) -> tuple[float, float, float, str]:
        above = sum(descent.parents.get(one, {}).values())
        return -round(parents.get(one, 0.0), 2), -round(akin[one].share, 4), round(above, 2), one

    return min(akin, key=rank)


def _agrees(difference: Difference, variant: Variant) -> bool:
    """Say whether another has a wording's very words at a place, and the words on both sides; spelling is asked of spelling."""
    place = start, end = variant.place
    around = set(range(max(0, start - 1), end + 1)) & set(range(difference.size))
    if not around <= difference.shared:
        return False
    return not any(
        _overlap(one.place, place) for one in difference.variants if _is_grave(one) or not _is_grave(variant)
    )


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _falls_on(
    variant: Variant, own: Sequence[str], other: Sequence[str], thirds: Sequence[Sequence[str]], descent: Descent
) -> bool | None:
    """Say whether a departure is to be laid to those who have it (own), or not; None: nobody can say.

    `thirds` have neither reading.
    """
    if variant.integrity is Integrity.TRIMMED_MARKED:
        return True  # dots and brackets say so themselves
    lines, others = descent.lines(own), descent.lines(other)
    if (lines > 1) != (others > 1):  # against many of one line, two that agree may be kin unseen: nobody can say
        return others > 1 if (len(other) > len(own)) == (others > 1) or len(other) == len(own) else None
    if descent.lines([*own, *other]) == 1 and variant.integrity in _CUTS and not _is_turned(variant):
        return True  # within a line words are lost on the way, and hardly ever found
    return False if _is_growth(variant) else _is_younger([own, other, *thirds], descent)


def _is_younger(readings: Sequence[Sequence[str]], descent: Descent) -> bool | None:
    """Say whether the first of several readings is not the oldest, or (False) likelier is; None: nobody can say.

    Of two lines that differ either may have heard it so.
    """
    own, other = readings[:2]
    if descent.lines(own) == descent.lines(other) == 1 < descent.lines([*own, *other]):
        return None
    taken: set[str] = set()
    apart = []
    for reading in readings:
        apart.append(frozenset(reading) - taken)
        taken |= apart[-1]
    share = oldest(tuple(one for one in apart if one), descent)[0]
    return True if share <= 1 - _SURE else False if share >= _LIKELIER else None


def _is_heard_otherwise(
    variant: Variant, own: Sequence[str], other: Sequence[str], akin: Mapping[str, Difference], descent: Descent
) -> bool:
    """Say whether a wording of another line lacks words and has some that all others lack: no cut makes that."""
    is_cut = variant.integrity in _CUTS - {Integrity.TRIMMED_MARKED}
    return is_cut and descent.lines([*own, *other]) > descent.lines(other) and all(akin[one].share < 1 for one in other)


def is_later(own: Sequence[str], other: Sequence[str], descent: Descent, clear: float) -> bool | None:
    """Say whether marks round what some reports have are a departure from what others have, or (False) not; None: nobody can say.

    Two lines that have the same have it from what was said. Within a line what more reports have, so many times as many, is
    the older state (`clear`), and as many on either side are judged by the stemma: marks come and go at many hands.
    """
    if descent.lines(own) > 1 or len(own) > len(other):
        return False
    if len(other) > len(own) and len(other) >= clear * len(own):
        return True
    balance = descent.later(own, other) - descent.later(other, own)
    return balance > 0 if len(own) == len(other) and abs(balance) >= _CLEARLY else None


def is_likely_from(own: Sequence[str], other: Sequence[str], descent: Descent) -> bool:
    """Say whether some reports are far likelier to have their text from some others than these from them."""
    above = descent.later(own, other)
    return above > 0 and above >= _FAR * descent.later(other, own)


def is_another_voices(own: Sequence[str], other: Sequence[str], descent: Descent) -> bool | None:
    """Say whether the voice that some reports name is not the first that was named, or (False) is; None: nobody can say."""
    return False if descent.lines(own) > 1 else _is_younger([own, other], descent)


def _is_turned(variant: Variant) -> bool:
    """Say whether a negation alone came or went: that is a slip either way."""
    words = {*variant.out, *variant.put}
    return bool(words & NEGATIONS) and len(words) <= 2


def _is_growth(variant: Variant) -> bool:
    """Say whether the other merely has fewer words here."""
    return not variant.out and not _is_turned(variant)
