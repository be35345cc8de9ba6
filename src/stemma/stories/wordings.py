"""How one report words an utterance, and what that wording is judged by: the order is part of the method."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stemma.model import Derivation, Evidence, Exemplar, Integrity, Wording
from stemma.stories.integrity import Difference, differ
from stemma.stories.pieces import Piece
from stemma.stories.speakers import names_voice
from stemma.stories.touches import touches_of

MORE = "has the words beside it, in the same order, and more"
_SAME = (Integrity.VERBATIM, Integrity.FRAGMENT)
_PLAIN = frozenset({"will", "shall", "is", "are", "was", "were", "won't", "cannot"})
_CONSISTENT = (*_SAME, Integrity.CLEANED_UP, Integrity.TRIMMED_MARKED, Integrity.TRIMMED_SILENTLY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Descent:
    """Who may have whose words: by report, the reports that it may have its text from, and all its kin."""

    parents: Mapping[str, frozenset[str]]
    kin: Mapping[str, frozenset[str]]


def descent_of(derivations: Sequence[Derivation], exemplars: Sequence[Exemplar]) -> Descent:
    """Read off the stemma which reports may stand above which."""
    seen = {exemplar.id: exemplar.report_id for exemplar in exemplars}
    parents: dict[str, set[str]] = defaultdict(set)
    holders: dict[str, set[str]] = defaultdict(set)
    for derivation in derivations:
        parent = seen.get(derivation.exemplar_id)
        holders[derivation.exemplar_id].add(derivation.report_id)
        if parent is not None:
            parents[derivation.report_id].add(parent)
            holders[derivation.exemplar_id].add(parent)
    kin: dict[str, set[str]] = defaultdict(set)
    for members in holders.values():
        for one in members:
            kin[one] |= members
    return Descent(
        parents={one: frozenset(found) for one, found in parents.items()},
        kin={one: frozenset(found - {one}) for one, found in kin.items()},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Court:
    """What judging a wording needs of the story: who descends from whom, who speaks in a transcript, who is named in full."""

    descent: Descent
    speakers: frozenset[str | None]
    named: frozenset[str]
    names: Mapping[str, str]


Told = Mapping[str, Sequence[Piece]]


def judge_wording(report_id: str, told: Told, voice_id: str | None, court: Court) -> Wording:
    """Give one report's wording of an utterance, judged against what the story has to judge it by."""
    pieces = told[report_id]
    judged = _judge(report_id, told, voice_id, court)
    return Wording(
        report_id=report_id,
        spans=tuple(span for piece in pieces for span in piece.spans),
        integrity=judged.integrity,
        also_possible=judged.also_possible,
        edits=judged.difference.edits if judged.difference else (),
        touches=judged.touches,
        is_marked=pieces[0].is_marked,
        attribution_dropped=voice_id is not None and all(piece.is_nobodys for piece in pieces),
        against_report_id=judged.against,
        evidence=_evidence(judged, told),
    )


def _evidence(judged: "_Judgement", told: Told) -> tuple[Evidence, ...]:
    """Say what a wording was judged by: the words beside it, and how many stand here in the same order."""
    if judged.against is None:
        return ()
    beside = told[judged.against]
    spans = tuple(span for piece in beside for span in piece.spans)
    if judged.difference is None or judged.difference.is_more:
        note = MORE
    else:
        note = f"{judged.difference.share:.0%} of its words stand in the same order there"
    kind = "transcript" if beside[0].is_transcript else "wording"
    return (Evidence(kind=kind, weight=0.0, note=note, spans=spans),)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judgement:
    integrity: Integrity
    against: str | None = None
    difference: Difference | None = None
    touches: tuple[str, ...] = ()
    also_possible: tuple[Integrity, ...] = ()


def _judge(report_id: str, told: Told, voice_id: str | None, court: Court) -> _Judgement:
    """Judge by a transcript; else by what two lines agree on; else by the report it may come from; else by other lines."""
    others = [one for one in told if one != report_id]
    pieces = told[report_id]
    transcripts = [one for one in others if told[one][0].is_transcript]
    if transcripts and not pieces[0].is_transcript:
        return _against_transcript(pieces, transcripts[0], told, court)
    plain = _without_another(pieces, others, voice_id, court)
    if plain is not None:
        return _Judgement(integrity=plain)
    agreed = _agreed(report_id, others, told, court)
    if agreed is not None:
        return _against(agreed, pieces, told, court)
    kin = court.descent.kin.get(report_id, frozenset())
    for one in others:
        if one not in kin and told[one][0].is_marked and pieces[0].is_marked and _is_same(told[one], pieces):
            return _against(one, pieces, told, court)
    above = [one for one in others if one in court.descent.parents.get(report_id, frozenset())]
    if above:
        return _against(_nearest(above, pieces, told), pieces, told, court)
    return _against_lines(
        pieces, [one for one in others if one not in kin], [one for one in others if one in kin], told
    )


def _without_another(
    pieces: Sequence[Piece], others: Sequence[str], voice_id: str | None, court: Court
) -> Integrity | None:
    """Give the class of a wording that has nothing to be judged by."""
    if pieces[0].is_transcript:
        return Integrity.VERBATIM
    if voice_id in court.speakers:
        return Integrity.NOT_IN_TRANSCRIPT
    return None if others else Integrity.SOLE_WITNESS


def _agreed(report_id: str, others: Sequence[str], told: Told, court: Court) -> str | None:
    """Give a wording in marks that two lines without shared narration have alike, apart from this report's own."""
    marked = [one for one in others if told[one][0].is_marked]
    for place, left in enumerate(marked):
        for right in marked[place + 1 :]:
            if right in court.descent.kin.get(left, frozenset()) or report_id in (left, right):
                continue
            if _is_consistent(told[left], told[right]):
                return max((left, right), key=lambda one: (sum(len(piece.words) for piece in told[one]), one))
    return None


def _is_consistent(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """Say whether two quotations have the same words as far as both go."""
    return any(differ(one, other).integrity in _CONSISTENT for one, other in ((left, right), (right, left)))


def _is_same(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """Say whether the shorter of two quotations has the other's words, no word less between its first and last."""
    return any(differ(one, other).integrity in _SAME for one, other in ((left, right), (right, left)))


def _nearest(report_ids: Sequence[str], pieces: Sequence[Piece], told: Told) -> str:
    """Give, of several possible exemplars, the one in marks whose words are nearest."""
    return min(report_ids, key=lambda one: (not told[one][0].is_marked, -differ(told[one], pieces).share, one))


def _is_reattributed(pieces: Sequence[Piece], others: Sequence[Piece], court: Court) -> bool:
    one, other = pieces[0].voice_id, others[0].voice_id
    is_other = one != other and one in court.named and other in court.named
    passed_on = {piece.attribution.via for piece in (*pieces, *others) if piece.attribution is not None}
    return is_other and not {one, other} & passed_on and all(_names_voice(told[0], court) for told in (pieces, others))


def _names_voice(piece: Piece, court: Court) -> bool:
    """Say whether the attribution itself has the voice's name: a pronoun or a role may be read wrongly."""
    return piece.attribution is not None and names_voice(piece.attribution, piece.report, court.names)


def _against_transcript(pieces: Sequence[Piece], transcript: str, told: Told, court: Court) -> _Judgement:
    difference = differ(told[transcript], pieces)
    if not pieces[0].is_marked:
        absent = (Integrity.NOT_IN_TRANSCRIPT,) if difference.share < 0.5 else ()
        return _unmarked(transcript, difference, True, absent)
    if difference.share < 0.5:
        doubt = (Integrity.PARAPHRASE_PUT_IN_MARKS,)
        return _Judgement(integrity=Integrity.NOT_IN_TRANSCRIPT, against=transcript, also_possible=doubt)
    return _same_or_altered(pieces, transcript, difference, told, court)


def _same_or_altered(
    pieces: Sequence[Piece], against: str, difference: Difference, told: Told, court: Court
) -> _Judgement:
    is_other_voice = _is_reattributed(pieces, told[against], court)
    return _Judgement(
        integrity=Integrity.REATTRIBUTED if is_other_voice else difference.integrity,
        against=against,
        difference=difference,
        touches=difference.touches,
    )


def _unmarked(
    against: str, difference: Difference, is_other_marked: bool, also_possible: tuple[Integrity, ...] = ()
) -> _Judgement:
    """Judge a wording without marks: the same words may have lost their marks only where the other has some."""
    is_same = difference.integrity in _SAME
    same = Integrity.MARKS_REMOVED if is_other_marked else Integrity.VERBATIM
    return _Judgement(
        integrity=same if is_same else Integrity.PARAPHRASE,
        against=against,
        difference=difference,
        touches=() if is_same else difference.touches,
        also_possible=also_possible,
    )


def _against(against: str, pieces: Sequence[Piece], told: Told, court: Court) -> _Judgement:
    difference = differ(told[against], pieces)
    touches = _touches(told[against], pieces, difference)
    if not pieces[0].is_marked:
        return _unmarked(against, difference, told[against][0].is_marked)
    if not told[against][0].is_marked:
        return _Judgement(
            integrity=Integrity.PARAPHRASE_PUT_IN_MARKS,
            against=against,
            difference=difference,
            touches=touches,
            also_possible=(Integrity.MARKS_REMOVED,),
        )
    if difference.integrity not in _CONSISTENT and differ(pieces, told[against]).integrity in _CONSISTENT:
        return _Judgement(integrity=Integrity.VERBATIM, against=against)
    return _same_or_altered(pieces, against, difference, told, court)


def _against_lines(pieces: Sequence[Piece], apart: Sequence[str], below: Sequence[str], told: Told) -> _Judgement:
    """Judge the first wording of a line by those of other lines, and where there are none by its own followers."""
    marked = [one for one in (*apart, *below) if told[one][0].is_marked]
    if not pieces[0].is_marked:
        return _plain_against_lines(pieces, [one for one in marked if one in apart], bool(marked), told)
    for one in marked:
        difference = differ(told[one], pieces)
        if difference.integrity in _CONSISTENT:
            return _Judgement(
                integrity=difference.integrity, against=one, difference=difference, touches=difference.touches
            )
    for one in marked:
        if differ(pieces, told[one]).integrity in _CONSISTENT:  # the fuller of two that agree; the other was cut
            return _Judgement(integrity=Integrity.VERBATIM, against=one)
    if marked and marked[0] in apart:
        difference = differ(told[marked[0]], pieces)
        return _Judgement(
            integrity=Integrity.UNDECIDED, against=marked[0], difference=difference, touches=difference.touches
        )
    return _Judgement(integrity=Integrity.SOLE_WITNESS)


def _plain_against_lines(
    pieces: Sequence[Piece], apart: Sequence[str], is_marked_below: bool, told: Told
) -> _Judgement:
    if apart:
        difference = differ(told[apart[0]], pieces)
        return _unmarked(apart[0], difference, True)
    if is_marked_below:
        return _Judgement(integrity=Integrity.UNDECIDED, also_possible=(Integrity.MARKS_REMOVED,))
    return _Judgement(integrity=Integrity.PARAPHRASE)


def _touches(before: Sequence[Piece], after: Sequence[Piece], difference: Difference) -> tuple[str, ...]:
    """Say what a rewording touches; where the order differs too, the words are compared as sets."""
    if difference.integrity in (Integrity.VERBATIM, Integrity.FRAGMENT):
        return ()
    left = [piece.report.text[span.start : span.end] for piece in before for span in piece.spans]
    right = [piece.report.text[span.start : span.end] for piece in after for span in piece.spans]
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
