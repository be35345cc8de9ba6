"""Wordings in marks, held against other reports: whose words, whose marks, whose voice."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from stemma.model import Integrity, Manner
from stemma.stories.ascriptions import Court, given_to, is_named, is_reattributed
from stemma.stories.integrity import Difference, differ
from stemma.stories.judgements import MORE, Judgement, are_marks_later, by_either, judgement
from stemma.stories.pieces import Piece, has_words
from stemma.stories.touches import touches_of
from stemma.stories.units import content_of
from stemma.stories.verdicts import Told, Verdict, beside, is_another_voices, is_likely_from, place_of, weigh
from stemma.text.words import words

_UNCHARGED = frozenset((Integrity.VERBATIM, Integrity.FRAGMENT, Integrity.PUNCTUATION))
_MOST = 0.8  # of a wording's words must stand in another that is to name another voice for them
_PLAIN = frozenset({"will", "shall", "is", "are", "was", "were", "won't", "cannot"})


def judge_marked(piece: Piece, told: Told, court: Court) -> Judgement:
    """Judge a wording in marks by the others in marks, and by those that have its words as their own."""
    verdict = weigh(piece, {one: pieces for one, pieces in told.items() if pieces[0].is_marked}, court.descent)
    plain = {} if piece.is_name else _plain_akin(piece, told, court)
    same = [one for one, difference in plain.items() if difference.is_same]
    quoting = [piece.report.id, *verdict.akin]
    beside_it = [other for one in verdict.akin for other in told[one]]
    are_put = are_marks_later([piece, *beside_it], quoting, same or list(plain), court) if plain else False
    if are_put or (
        are_put is None and not verdict.akin and is_likely_from([piece.report.id], list(plain), court.descent)
    ):
        return _put_in_marks(piece, told, plain, are_put is None, court)
    if are_put is None and verdict.integrity in _UNCHARGED:
        return by_either(Integrity.PARAPHRASE_PUT_IN_MARKS, beside(piece.report.id, plain, court.descent), piece, told)
    return judge_voice(piece, told, verdict, court) or _by_verdict(piece, told, verdict, list(plain), court)


def judge_voice(piece: Piece, told: Told, verdict: Verdict, court: Court) -> Judgement | None:
    """Judge whose words those of a wording are, where another report names another voice for them; None: nobody else's."""
    other, is_open = _other_voice(piece, told, verdict, court)
    if other is None or (is_open and verdict.integrity not in _UNCHARGED):
        return None
    judged = judgement(Integrity.REATTRIBUTED, other, differ(told[other], piece))
    judged = by_either(Integrity.REATTRIBUTED, other, piece, told) if is_open else judged
    return replace(judged, voices=given_to(piece, told[other], court))


def _plain_akin(piece: Piece, told: Told, court: Court) -> dict[str, Difference]:
    """Give how a wording in marks differs from what others have of it without marks.

    Of a phrase in marks inside what is told indirectly, kin that tell the whole without marks have it in whatever words, where
    they have words that stand nowhere else in that whole.
    """
    plain = [one for one in told if one != piece.report.id and not told[one][0].is_marked]
    compared = {one: differ(told[one], piece) for one in plain}
    akin = {one: difference for one, difference in compared.items() if difference.is_akin}
    is_part = piece.attribution is not None and piece.attribution.manner is Manner.MIXED
    if akin or not is_part:
        return akin
    kin = court.descent.kin.get(piece.report.id, frozenset())
    return {one: difference for one, difference in compared.items() if one in kin and _has_more(told[one], piece)}


def _has_more(pieces: Sequence[Piece], part: Piece) -> bool:
    """Say whether others have content words that the whole around a part in marks has not: some that may stand for the part."""
    whole = part.attribution.content if part.attribution is not None else ()
    here = content_of(word.key for span in whole for word in words(part.report.text, span.start, span.end))
    return any(not here.keys() >= piece.content.keys() for piece in pieces)


def _put_in_marks(piece: Piece, told: Told, plain: Mapping[str, Difference], is_open: bool, court: Court) -> Judgement:
    same = {one: difference for one, difference in plain.items() if difference.is_same} or plain
    against = beside(piece.report.id, same, court.descent)
    if is_open and piece.act is not None and plain[against].is_same:
        return by_either(Integrity.PARAPHRASE_PUT_IN_MARKS, against, piece, told)
    judged = judgement(Integrity.PARAPHRASE_PUT_IN_MARKS, against, plain[against])
    touches = () if plain[against].is_same else _touches(told[against], piece)
    return replace(judged, touches=touches, also_possible=(Integrity.MARKS_REMOVED,) if is_open else ())


def _other_voice(piece: Piece, told: Told, verdict: Verdict, court: Court) -> tuple[str | None, bool]:
    """Give a report that names another voice for the same words, and whether it is open who is right; None: this one is."""
    beside_it = {one: [other for other in told[one] if differ([other], piece).share > _MOST] for one in verdict.akin}
    rivals: dict[str | None, list[str]] = defaultdict(list)
    for one, pieces in beside_it.items():
        for other in pieces:
            if is_reattributed(piece, other, court):
                rivals[other.voice_id].append(one)
    agreeing = [one for one, pieces in beside_it.items() if any(is_named(o, piece.voice_id, court) for o in pieces)]
    those = max(rivals.values(), key=lambda found: (len(found), found), default=[])
    fallen = is_another_voices([piece.report.id, *agreeing], those, court.descent) if those else False
    return (None if fallen is False else min(those)), fallen is None


def _by_verdict(piece: Piece, told: Told, verdict: Verdict, plain: Sequence[str], court: Court) -> Judgement:
    akin = verdict.akin
    if not akin:
        against = plain[0] if plain else None
        return Judgement(integrity=Integrity.VERBATIM if plain else Integrity.SOLE_WITNESS, against=against)
    if verdict.against is None:
        return _uncharged(piece, akin, told, court)
    difference = differ(told[verdict.against], piece)
    places = tuple(one for one in difference.variants if place_of(one) in verdict.places)
    judged = judgement(verdict.integrity, verdict.against, replace(difference, variants=places))
    if not verdict.is_open:
        return judged
    return replace(judged, integrity=Integrity.UNDECIDED, also_possible=(verdict.integrity,))


def _uncharged(piece: Piece, akin: Mapping[str, Difference], told: Told, court: Court) -> Judgement:
    """Hold a wording that is charged with nothing beside one that has all its words, else beside one that has a part of them.

    Whose report has more of the remark at another place has cut nothing off here.
    """
    whole = {one: difference for one, difference in akin.items() if difference.share == 1 and difference.is_same}
    is_wider = any(one is not piece and has_words(one, piece) for one in told[piece.report.id])
    wider = {} if is_wider else {one: difference for one, difference in whole.items() if difference.is_part}
    same = {one: difference for one, difference in akin.items() if difference.is_same}
    if not same:  # the others depart from it
        return Judgement(integrity=Integrity.VERBATIM)
    against = beside(piece.report.id, wider or whole or same, court.descent)
    judged = judgement(
        Integrity.FRAGMENT if wider else Integrity.VERBATIM, against, replace(akin[against], variants=())
    )
    return judged if whole else replace(judged, note=MORE)


def _touches(before: Sequence[Piece], after: Piece) -> tuple[str, ...]:
    """Say what a rewording touches; where the order differs too, the words are compared as sets."""
    left = [piece.report.text[span.start : span.end] for piece in before for span in piece.spans]
    right = [after.report.text[span.start : span.end] for span in after.spans]
    kinds = touches_of(" ".join(left).split(), " ".join(right).split())
    shorter = len(" ".join(right).split()) < 0.6 * len(" ".join(left).split())
    if shorter:  # what a fragment merely leaves out is not touched: only what it brings counts
        kinds = {kind for kind in kinds if kind in _brought(left, right)}
    return tuple(sorted(kinds))


def _brought(left: Sequence[str], right: Sequence[str]) -> set[str]:
    there, here = " ".join(left).split(), " ".join(right).split()
    new = [word for word in here if word not in set(there)]
    kinds = touches_of([], new)
    if _PLAIN & {word.casefold() for word in new}:  # "may be" has become "will be": said outright
        kinds.add("certainty")
    return kinds
