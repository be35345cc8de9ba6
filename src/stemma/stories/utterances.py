"""Each thing said once, in every wording that the reports give it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stemma.model import Derivation, Exemplar, Integrity, Manner, Reading, Report, Utterance, Wording, make_id
from stemma.stories.integrity import Difference, differ, touches_of
from stemma.stories.kinship import Units
from stemma.stories.pieces import Piece, find_in, pieces_of
from stemma.stories.rules import StoryRules
from stemma.stories.units import shared_weight
from stemma.text.align import aligned

PieceKey = tuple[str, int, int, bool]
_FOUND_SHARE = 0.75


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


def find_utterances(
    reports: Sequence[Report], readings: Mapping[str, Reading], units: Units, descent: Descent, rules: StoryRules
) -> tuple[Utterance, ...]:
    """Give the utterances of a story in the order in which its reports tell them."""
    pieces = [piece for report in reports for piece in pieces_of(report, readings[report.id], rules)]
    found = pieces + _found_elsewhere(pieces, units, {report.id: report for report in reports}, descent)
    links = _links(pieces, rules) + _found_links(found)
    groups = _groups(found, links + _part_links(pieces, links))
    speakers = {piece.voice_id for piece in pieces if piece.is_transcript}
    return tuple(_utterance(group, descent, speakers) for group in groups if not _is_remnant(group))


def _is_mixed_whole(piece: Piece) -> bool:
    return not piece.is_marked and piece.attribution is not None and piece.attribution.manner is Manner.MIXED


def _is_remnant(group: Sequence[Piece]) -> bool:
    """Say whether a group is but the frame of a mixed content, whose marked parts stand elsewhere, or a turn nobody quotes."""
    return len(group) == 1 and (_is_mixed_whole(group[0]) or group[0].is_transcript)


def _part_links(pieces: Sequence[Piece], links: Sequence[tuple[Piece, Piece]]) -> list[tuple[Piece, Piece]]:
    """Tie a marked part of a mixed content to the whole, where another report has the whole's gist but not the part's words."""
    linked = {piece.key for pair in links for piece in pair}
    wholes = {
        (piece.report.id, piece.attribution.id): piece
        for piece in pieces
        if piece.attribution is not None and _is_mixed_whole(piece) and piece.key in linked
    }
    return [
        (piece, wholes[piece.report.id, piece.attribution.id])
        for piece in pieces
        if piece.is_marked
        and piece.key not in linked
        and piece.attribution is not None
        and (piece.report.id, piece.attribution.id) in wholes
    ]


def _found_elsewhere(
    pieces: Sequence[Piece], units: Units, reports: Mapping[str, Report], descent: Descent
) -> list[Piece]:
    """Give the plain words of kindred reports that another has in marks."""
    found: dict[PieceKey, Piece] = {}
    for piece in pieces:
        if not piece.is_marked or piece.is_transcript or len(piece.words) < 3:
            continue
        for other in sorted(descent.kin.get(piece.report.id, ())):
            place = find_in(piece, units[other], _FOUND_SHARE)
            if place is not None:
                plain = Piece(
                    report=reports[other],
                    spans=(place[1],),
                    is_marked=False,
                    voice_id=piece.voice_id,
                    attribution=None,
                    act=f"found:{piece.key}",
                    is_found=True,
                )
                found.setdefault(plain.key, plain)
    return list(found.values())


def _found_links(pieces: Sequence[Piece]) -> list[tuple[Piece, Piece]]:
    by_name = {f"found:{piece.key}": piece for piece in pieces if not piece.is_found}
    return [(by_name[piece.act], piece) for piece in pieces if piece.is_found and piece.act in by_name]


def _links(pieces: Sequence[Piece], rules: StoryRules) -> list[tuple[Piece, Piece]]:
    by_stem: dict[str, list[int]] = defaultdict(list)
    for number, piece in enumerate(pieces):
        for key in piece.content:
            by_stem[key].append(number)
    pairs = {(i, j) for group in by_stem.values() for i in group for j in group if i < j}
    scored = []
    for i, j in sorted(pairs):
        left, right = pieces[i], pieces[j]
        if left.report.id == right.report.id:
            continue
        score = (
            _marked_score(left, right, rules) if left.is_marked and right.is_marked else _gist_score(left, right, rules)
        )
        if score > 0:
            scored.append((score, i, j))
    return [(pieces[i], pieces[j]) for _, i, j in _mutual(scored, pieces)]


def _mutual(scored: Sequence[tuple[float, int, int]], pieces: Sequence[Piece]) -> list[tuple[float, int, int]]:
    """Keep sure links (1 and more), and of the others those that are the best for both pieces between two reports."""
    best: dict[tuple[int, str], float] = defaultdict(float)
    for score, i, j in scored:
        for one, other in ((i, j), (j, i)):
            key = (one, pieces[other].report.id)
            best[key] = max(best[key], score)
    return [
        (score, i, j)
        for score, i, j in scored
        if score >= 1 or score == best[i, pieces[j].report.id] == best[j, pieces[i].report.id]
    ]


def _marked_score(left: Piece, right: Piece, rules: StoryRules) -> float:
    """Give 1 and more where two quotations have the same words, their common part below that, 0 where they differ."""
    size = min(len(left.words), len(right.words))
    equal = aligned(left.words, right.words)
    share = len(equal) / size
    is_one_voice = left.voice_id == right.voice_id or None in (left.voice_id, right.voice_id)
    if not is_one_voice and (share < 0.8 or size < 6):
        return 0.0
    if size < 4:
        return 1 + share if share == 1 and is_one_voice and _is_dense(equal) else 0.0
    if share < rules.utterance_share or shared_weight(left.content, right.content) < 12_000:
        return _gist_score(left, right, rules)
    return 1 + share if _is_dense(equal) or share >= 0.8 else share


def _is_dense(equal: Sequence[tuple[int, int]]) -> bool:
    span = max(equal[-1][0] - equal[0][0], equal[-1][1] - equal[0][1]) + 1
    return len(equal) >= 0.6 * span


def _gist_score(left: Piece, right: Piece, rules: StoryRules) -> float:
    """Give the common weight of what one voice is told to have said in two reports, 0 where it is too little."""
    if left.voice_id is None or left.voice_id != right.voice_id:
        return 0.0
    if left.is_transcript and right.is_transcript:
        return 0.0
    common = shared_weight(left.content, right.content)
    stems = sum(1 for key in left.content if key in right.content)
    least = min(sum(left.content.values()), sum(right.content.values()))
    whole = max(sum(left.content.values()), sum(right.content.values()))
    if stems < 2 or not least or common < rules.link_share * least or common < 0.2 * whole:
        return 0.0
    return min(0.99, common / whole)


def _groups(pieces: Sequence[Piece], links: Sequence[tuple[Piece, Piece]]) -> list[list[Piece]]:
    parent = {piece.key: piece.key for piece in pieces}

    def root(key: PieceKey) -> PieceKey:
        while parent[key] != key:
            key = parent[key]
        return key

    def join(left: PieceKey, right: PieceKey) -> None:
        one, other = sorted((root(left), root(right)))
        parent[other] = one

    for left, right in links:
        join(left.key, right.key)
    acts: dict[tuple[str, str], PieceKey] = {}
    for piece in pieces:
        if piece.act is not None and not piece.is_found:
            join(acts.setdefault((piece.report.id, piece.act), piece.key), piece.key)
    groups: dict[PieceKey, list[Piece]] = defaultdict(list)
    order = {piece.report.id: number for number, piece in reversed(list(enumerate(pieces)))}
    for piece in sorted(pieces, key=lambda p: (order[p.report.id], p.key)):
        groups[root(piece.key)].append(piece)
    return list(groups.values())


def _utterance(group: Sequence[Piece], descent: Descent, speakers: set[str | None]) -> Utterance:
    by_report: dict[str, list[Piece]] = defaultdict(list)
    for piece in group:
        by_report[piece.report.id].append(piece)
    told = {report_id: _told(pieces) for report_id, pieces in by_report.items()}
    voices = [piece.voice_id for piece in group if piece.voice_id is not None]
    voice_id = max(sorted(set(voices)), key=voices.count) if voices else None
    wordings = tuple(_wording(report_id, told, descent, voice_id, speakers) for report_id in told)
    first = group[0]
    return Utterance(id=make_id("utterance", *map(str, first.key)), voice_id=voice_id, wordings=wordings)


def _told(pieces: Sequence[Piece]) -> list[Piece]:
    """Give the pieces that word an utterance in one report: those in marks where there are any, none twice."""
    chosen = (
        [piece for piece in pieces if piece.is_marked] or [piece for piece in pieces if not piece.is_found] or pieces
    )
    kept: list[Piece] = []
    for piece in sorted(chosen, key=lambda p: (p.spans[0].start - p.spans[-1].end, p.key)):
        if not any(span.overlap(other) for one in kept for other in one.spans for span in piece.spans):
            kept.append(piece)
    return sorted(kept, key=lambda p: p.key)


Told = Mapping[str, Sequence[Piece]]


def _wording(report_id: str, told: Told, descent: Descent, voice_id: str | None, speakers: set[str | None]) -> Wording:
    pieces = told[report_id]
    judged = _judge(report_id, told, descent, voice_id, speakers)
    is_named = any(piece.voice_id is not None for piece in pieces)
    return Wording(
        report_id=report_id,
        spans=tuple(span for piece in pieces for span in piece.spans),
        integrity=judged.integrity,
        also_possible=judged.also_possible,
        edits=judged.difference.edits if judged.difference else (),
        touches=judged.touches,
        is_marked=pieces[0].is_marked,
        attribution_dropped=voice_id is not None and (not is_named or all(piece.is_found for piece in pieces)),
        against_report_id=judged.against,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judgement:
    integrity: Integrity
    against: str | None = None
    difference: Difference | None = None
    touches: tuple[str, ...] = ()
    also_possible: tuple[Integrity, ...] = ()


def _judge(report_id: str, told: Told, descent: Descent, voice_id: str | None, speakers: set[str | None]) -> _Judgement:
    others = [one for one in told if one != report_id]
    pieces = told[report_id]
    transcripts = [one for one in others if told[one][0].is_transcript]
    if pieces[0].is_transcript:
        return _Judgement(integrity=Integrity.VERBATIM)
    if transcripts:
        return _against_transcript(pieces, transcripts[0], told)
    if voice_id in speakers:
        return _Judgement(integrity=Integrity.NOT_IN_TRANSCRIPT)
    if not others:
        return _Judgement(integrity=Integrity.SOLE_WITNESS)
    above = [one for one in others if one in descent.parents.get(report_id, frozenset())]
    if above:
        return _against_parent(pieces, _marked_first(above, told), told)
    apart = [one for one in others if one not in descent.kin.get(report_id, frozenset())]
    return _against_lines(report_id, apart, [one for one in others if one not in apart], told)


def _marked_first(report_ids: Sequence[str], told: Told) -> str:
    return min(report_ids, key=lambda one: (not told[one][0].is_marked, one))


def _against_transcript(pieces: Sequence[Piece], transcript: str, told: Told) -> _Judgement:
    difference = differ(told[transcript], pieces)
    touches = _touches(told[transcript], pieces, difference)
    if pieces[0].is_marked:
        if pieces[0].voice_id is not None and pieces[0].voice_id != told[transcript][0].voice_id:
            return _Judgement(
                integrity=Integrity.REATTRIBUTED, against=transcript, difference=difference, touches=touches
            )
        if difference.share < 0.5:
            return _Judgement(
                integrity=Integrity.PARAPHRASE_PUT_IN_MARKS,
                against=transcript,
                difference=difference,
                touches=touches,
                also_possible=(Integrity.NOT_IN_TRANSCRIPT,),
            )
        return _Judgement(
            integrity=difference.integrity, against=transcript, difference=difference, touches=difference.touches
        )
    return _unmarked(transcript, difference, touches, (Integrity.NOT_IN_TRANSCRIPT,) if difference.share < 0.5 else ())


def _unmarked(
    against: str, difference: Difference, touches: tuple[str, ...], also_possible: tuple[Integrity, ...] = ()
) -> _Judgement:
    is_same = difference.integrity in (Integrity.VERBATIM, Integrity.FRAGMENT)
    return _Judgement(
        integrity=Integrity.MARKS_REMOVED if is_same else Integrity.PARAPHRASE,
        against=against,
        difference=difference,
        touches=() if is_same else touches,
        also_possible=also_possible,
    )


def _against_parent(pieces: Sequence[Piece], parent: str, told: Told) -> _Judgement:
    difference = differ(told[parent], pieces)
    touches = _touches(told[parent], pieces, difference)
    if not pieces[0].is_marked:
        return _unmarked(parent, difference, touches)
    if not told[parent][0].is_marked:
        return _Judgement(
            integrity=Integrity.PARAPHRASE_PUT_IN_MARKS,
            against=parent,
            difference=difference,
            touches=touches,
            also_possible=(Integrity.MARKS_REMOVED,),
        )
    if pieces[0].voice_id != told[parent][0].voice_id and None not in (pieces[0].voice_id, told[parent][0].voice_id):
        return _Judgement(integrity=Integrity.REATTRIBUTED, against=parent, difference=difference, touches=touches)
    return _Judgement(integrity=difference.integrity, against=parent, difference=difference, touches=difference.touches)


def _against_lines(report_id: str, apart: Sequence[str], below: Sequence[str], told: Told) -> _Judgement:
    """Judge the first wording of a line by those of other lines, and where there are none by its own followers."""
    pieces = told[report_id]
    if not pieces[0].is_marked:
        marked = [one for one in apart if told[one][0].is_marked]
        if marked:
            difference = differ(told[marked[0]], pieces)
            return _unmarked(marked[0], difference, _touches(told[marked[0]], pieces, difference))
        if any(told[one][0].is_marked for one in below):
            return _Judgement(integrity=Integrity.UNDECIDED, also_possible=(Integrity.MARKS_REMOVED,))
        return _Judgement(integrity=Integrity.PARAPHRASE)
    compared = [(one, differ(told[one], pieces)) for one in (*apart, *below) if told[one][0].is_marked]
    for one, difference in compared:
        if difference.integrity in (Integrity.VERBATIM, Integrity.FRAGMENT):
            return _Judgement(integrity=difference.integrity, against=one, difference=difference)
    for one, difference in compared:
        if one in apart and differ(pieces, told[one]).integrity not in (Integrity.VERBATIM, Integrity.FRAGMENT):
            return _Judgement(
                integrity=Integrity.UNDECIDED, against=one, difference=difference, touches=difference.touches
            )
    agreeing = [one for one, _ in compared if one in apart]
    return (
        _Judgement(integrity=Integrity.VERBATIM, against=agreeing[0])
        if agreeing
        else _Judgement(integrity=Integrity.SOLE_WITNESS)
    )


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
    there = set(" ".join(left).split())
    return touches_of([], [word for word in " ".join(right).split() if word not in there])
