"""How one report words an utterance, and what that wording is judged by: the order is part of the method."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from stemma.model import Edit, Evidence, Integrity, Manner, Span, Wording
from stemma.stories.ascriptions import Court, is_named, is_reattributed
from stemma.stories.integrity import Difference, differ
from stemma.stories.pieces import Piece, has_words
from stemma.stories.touches import is_real, touches_of
from stemma.stories.translations import says_translated
from stemma.stories.verdicts import Told, Verdict, beside, is_another_voices, is_later, is_likely_from, place_of, weigh
from stemma.text.sentences import sentences

ALIKE = "has the words beside it, in the same order"
MORE = f"{ALIKE}, and more"
_UNCHARGED = frozenset((Integrity.VERBATIM, Integrity.FRAGMENT, Integrity.PUNCTUATION))
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
_MOST = 0.8  # of a wording's words must stand in another that is to name another voice for them
_FOUND = 0.5  # of a wording's words must stand in a transcript that is to have it
_REMARK_CLEAR = 3.0  # times as many reports must tell without marks what one quotes as a whole remark
_SENTENCE = 3  # words without which a sentence of a quotation is too short to be missed
_PLAIN = frozenset({"will", "shall", "is", "are", "was", "were", "won't", "cannot"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judgement:
    integrity: Integrity
    against: str | None = None
    edits: tuple[Edit, ...] = ()
    touches: tuple[str, ...] = ()
    note: str = MORE
    also_possible: tuple[Integrity, ...] = ()


def judge_wording(piece: Piece, told: Told, voice_id: str | None, court: Court) -> Wording:
    """Give one wording of an utterance, judged against what the story has to judge it by."""
    judged = _judge(piece, told, voice_id, court)
    translation = _translation(piece, judged, told, court)
    if translation is not None:
        judged = replace(judged, integrity=Integrity.TRANSLATED, also_possible=(judged.integrity,), touches=())
    return Wording(
        report_id=piece.report.id,
        spans=piece.spans,
        integrity=judged.integrity,
        also_possible=judged.also_possible,
        edits=judged.edits,
        touches=judged.touches,
        is_marked=piece.is_marked,
        attribution_dropped=voice_id is not None and piece.is_nobodys,
        against_report_id=judged.against,
        evidence=_evidence(judged, told) + (() if translation is None else (_said_so(translation),)),
    )


def _translation(piece: Piece, judged: _Judgement, told: Told, court: Court) -> Span | None:
    """Give where it is said that words were translated, if that may be why they are others than those beside them.

    Kin have one translation: what one of them changes in it is a change.
    """
    against, own = judged.against, piece.report.id
    is_other = piece.is_marked and judged.integrity in _OTHER_WORDS
    if against is None or not is_other or against in court.descent.kin.get(own, ()):
        return None
    return says_translated([piece]) or says_translated(told[against])


def _said_so(span: Span) -> Evidence:
    return Evidence(kind="translation", weight=0.0, note="said in another language, as the report tells", spans=(span,))


def _evidence(judged: _Judgement, told: Told) -> tuple[Evidence, ...]:
    """Say what a wording was judged by: the words beside it, and how many stand here in the same order."""
    if judged.against is None:
        return ()
    others = told[judged.against]
    spans = tuple(span for piece in others for span in piece.spans)
    kind = "transcript" if others[0].is_transcript else "wording"
    return (Evidence(kind=kind, weight=0.0, note=judged.note, spans=spans),)


def _judge(piece: Piece, told: Told, voice_id: str | None, court: Court) -> _Judgement:
    """Judge by a transcript; else each place by what two lines, and then by what most reports of a line, have there."""
    if piece.is_transcript:
        return _Judgement(integrity=Integrity.VERBATIM)
    others = {one: pieces for one, pieces in told.items() if one != piece.report.id}
    transcripts = [one for one, pieces in others.items() if _is_heard(piece, pieces, court)]
    if transcripts:
        return _against_transcript(piece, transcripts, told, court)
    if voice_id in court.speakers:
        return _Judgement(integrity=Integrity.NOT_IN_TRANSCRIPT)
    written = {one: pieces for one, pieces in told.items() if not pieces[0].is_transcript}
    if len(written) == 1:
        return _Judgement(integrity=Integrity.SOLE_WITNESS)
    return _marked(piece, written, court) if piece.is_marked else _plain(piece, written, court)


def _is_heard(piece: Piece, said: Sequence[Piece], court: Court) -> bool:
    """Say whether a transcript shows what the voice of a wording said: it has turns there, or somebody says nearly these words.

    Who is named and has no turn is only spoken of there, in the words of others.
    """
    if not said[0].is_transcript:
        return False
    return piece.voice_id not in court.named or piece.voice_id in court.speakers or differ(said, piece).share > _MOST


def _against_transcript(piece: Piece, transcripts: Sequence[str], told: Told, court: Court) -> _Judgement:
    compared = {one: differ(told[one], piece) for one in transcripts}
    transcript = max(sorted(compared), key=lambda one: compared[one].share)
    said, difference = _own_words(piece, told[transcript], compared[transcript])
    if not piece.is_marked:
        absent = (Integrity.NOT_IN_TRANSCRIPT,) if difference.share < _FOUND else ()
        return _unmarked(transcript, difference, absent)
    if difference.share < _FOUND:
        doubt = (Integrity.PARAPHRASE_PUT_IN_MARKS,)
        return _Judgement(integrity=Integrity.NOT_IN_TRANSCRIPT, against=transcript, also_possible=doubt)
    nearest = max(said, key=lambda one: differ([one], piece).share)
    integrity = Integrity.REATTRIBUTED if is_reattributed(piece, nearest, court) else difference.integrity
    lacking = (Integrity.NOT_IN_TRANSCRIPT,) if _lacks_sentence(said, piece) else ()
    return replace(_judgement(integrity, transcript, difference), also_possible=lacking)


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


def _judgement(integrity: Integrity, against: str, difference: Difference) -> _Judgement:
    note = f"{difference.share:.0%} of its words stand in the same order there"
    return _Judgement(
        integrity=integrity, against=against, edits=difference.edits, touches=difference.touches, note=note
    )


def _aligned(difference: Difference) -> Difference:
    """Give a difference without marks on both sides: places only where two have much in common, and what these surely touch."""
    real = [
        replace(one, touches=frozenset(t for t in one.touches if t == "polarity" or is_real(t, one.edit)))
        for one in difference.variants
    ]
    return replace(difference, variants=tuple(real) if difference.is_akin else ())


def _unmarked(against: str, difference: Difference, also_possible: tuple[Integrity, ...] = ()) -> _Judgement:
    """Judge a wording without marks by one that has some."""
    is_same = difference.is_same_inside
    judged = _judgement(Integrity.MARKS_REMOVED if is_same else Integrity.PARAPHRASE, against, _aligned(difference))
    return replace(judged, also_possible=also_possible, touches=() if is_same else judged.touches)


def _marked(piece: Piece, told: Told, court: Court) -> _Judgement:
    """Judge a wording in marks by the others in marks, and by those that have its words as their own."""
    verdict = weigh(piece, {one: pieces for one, pieces in told.items() if pieces[0].is_marked}, court.descent)
    plain = {} if _is_name(piece) else _plain_akin(piece, told, court)
    same = [one for one, difference in plain.items() if difference.is_same]
    quoting = [piece.report.id, *verdict.akin]
    beside_it = [other for one in verdict.akin for other in told[one]]
    are_put = _are_put([piece, *beside_it], quoting, same or list(plain), court) if plain else False
    if are_put or (
        are_put is None and not verdict.akin and is_likely_from([piece.report.id], list(plain), court.descent)
    ):
        return _put_in_marks(piece, told, plain, are_put is None, court)
    if are_put is None and verdict.integrity in _UNCHARGED:
        return _by_either(Integrity.PARAPHRASE_PUT_IN_MARKS, beside(piece.report.id, plain, court.descent), piece, told)
    other, is_open = _other_voice(piece, told, verdict, court)
    if other is not None and (not is_open or verdict.integrity in _UNCHARGED):
        judged = _judgement(Integrity.REATTRIBUTED, other, differ(told[other], piece))
        return _by_either(Integrity.REATTRIBUTED, other, piece, told) if is_open else judged
    return _by_verdict(piece, told, verdict, list(plain), court)


def _are_put(marked: Sequence[Piece], quoting: Sequence[str], plain: Sequence[str], court: Court) -> bool | None:
    """Say whether marks were put round words that are a report's own, or (False) taken away; None: nobody can say.

    A whole remark is told directly here and indirectly there by any house: against it more must speak than against a phrase.
    """
    clear = _REMARK_CLEAR if any(piece.act is not None or piece.attribution is None for piece in marked) else 1.0
    return is_later(quoting, plain, court.descent, clear)


def _by_either(possible: Integrity, against: str, piece: Piece, told: Told) -> _Judgement:
    """Leave it open whether a wording has what another has not, for as many reports stand on either side."""
    judged = _judgement(Integrity.UNDECIDED, against, replace(differ(told[against], piece), variants=()))
    return replace(judged, also_possible=(possible,))


def _is_name(piece: Piece) -> bool:
    """Say whether all words of a wording have capitals: a name or a title is nobody's wording."""
    return all(not piece.report.text[word.start].islower() for word in piece.words)


def _plain_akin(piece: Piece, told: Told, court: Court) -> dict[str, Difference]:
    """Give how a wording in marks differs from what others have of it without marks.

    Of a phrase in marks inside what is told indirectly, kin that tell the whole without marks have it in whatever words.
    """
    plain = [one for one in told if one != piece.report.id and not told[one][0].is_marked]
    compared = {one: differ(told[one], piece) for one in plain}
    akin = {one: difference for one, difference in compared.items() if difference.is_akin}
    is_part = piece.attribution is not None and piece.attribution.manner is Manner.MIXED
    if akin or not is_part:
        return akin
    kin = court.descent.kin.get(piece.report.id, frozenset())
    return {one: difference for one, difference in compared.items() if one in kin}


def _put_in_marks(piece: Piece, told: Told, plain: Mapping[str, Difference], is_open: bool, court: Court) -> _Judgement:
    same = {one: difference for one, difference in plain.items() if difference.is_same} or plain
    against = beside(piece.report.id, same, court.descent)
    if is_open and piece.act is not None and plain[against].is_same:
        return _by_either(Integrity.PARAPHRASE_PUT_IN_MARKS, against, piece, told)
    judged = _judgement(Integrity.PARAPHRASE_PUT_IN_MARKS, against, plain[against])
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


def _by_verdict(piece: Piece, told: Told, verdict: Verdict, plain: Sequence[str], court: Court) -> _Judgement:
    akin = verdict.akin
    if not akin:
        against = plain[0] if plain else None
        return _Judgement(integrity=Integrity.VERBATIM if plain else Integrity.SOLE_WITNESS, against=against)
    if verdict.against is None:
        return _uncharged(piece, akin, told, court)
    difference = differ(told[verdict.against], piece)
    places = tuple(one for one in difference.variants if place_of(one) in verdict.places)
    judged = _judgement(verdict.integrity, verdict.against, replace(difference, variants=places))
    if not verdict.is_open:
        return judged
    return replace(judged, integrity=Integrity.UNDECIDED, also_possible=(verdict.integrity,))


def _uncharged(piece: Piece, akin: Mapping[str, Difference], told: Told, court: Court) -> _Judgement:
    """Hold a wording that is charged with nothing beside one that has all its words, else beside one that has a part of them.

    Whose report has more of the remark at another place has cut nothing off here.
    """
    whole = {one: difference for one, difference in akin.items() if difference.share == 1 and difference.is_same}
    is_wider = any(one is not piece and has_words(one, piece) for one in told[piece.report.id])
    wider = {} if is_wider else {one: difference for one, difference in whole.items() if difference.is_part}
    same = {one: difference for one, difference in akin.items() if difference.is_same}
    if not same:  # the others depart from it
        return _Judgement(integrity=Integrity.VERBATIM)
    against = beside(piece.report.id, wider or whole or same, court.descent)
    judged = _judgement(
        Integrity.FRAGMENT if wider else Integrity.VERBATIM, against, replace(akin[against], variants=())
    )
    return judged if whole else replace(judged, note=MORE)


def _plain(piece: Piece, told: Told, court: Court) -> _Judgement:
    """Judge a wording without marks: by those that have its words in marks, else by what it may have its text from."""
    compared = {one: differ(pieces, piece) for one, pieces in told.items() if one != piece.report.id}
    same = {one: difference for one, difference in compared.items() if difference.is_same_inside}
    quoting = {one: difference for one, difference in same.items() if told[one][0].is_marked}
    if quoting:
        own = [piece.report.id, *(one for one in same if one not in quoting)]
        against = beside(piece.report.id, quoting, court.descent)
        return _without_marks(_unmarked(against, compared[against]), list(quoting), own, told, court)
    parents = court.descent.parents.get(piece.report.id, {})
    kin = court.descent.kin.get(piece.report.id, frozenset())
    above = {one: compared[one] for one in compared if one in parents or one not in kin}
    if not above:  # the first to tell it: those that have it from here are held against this one
        return _Judgement(integrity=Integrity.PARAPHRASE)
    against = beside(
        piece.report.id, {one: above[one] for one in above if told[one][0].is_marked} or above, court.descent
    )
    judged = _judgement(Integrity.PARAPHRASE, against, _aligned(compared[against]))
    is_copy = compared[against].is_same and not told[against][0].is_marked
    return replace(judged, note=ALIKE, edits=(), touches=()) if is_copy else judged


def _without_marks(
    judged: _Judgement, quoting: Sequence[str], own: Sequence[str], told: Told, court: Court
) -> _Judgement:
    """Say of words that stand in marks elsewhere whether they lost theirs, or were put in marks there."""
    are_put = _are_put([one for other in quoting for one in told[other]], quoting, own, court)
    if are_put is False:
        return judged
    integrity = Integrity.PARAPHRASE if are_put else Integrity.UNDECIDED
    return replace(judged, integrity=integrity, also_possible=(Integrity.MARKS_REMOVED,))


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
