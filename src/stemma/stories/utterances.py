"""Each thing said once, in every wording that the reports give it."""

from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence

from stemma.model import Integrity, Reading, Report, Span, Utterance, Voice, VoiceKind, Wording, ZoneKind, make_id
from stemma.stories.ascriptions import Court
from stemma.stories.descent import Descent
from stemma.stories.kinship import Units
from stemma.stories.pieces import Piece, goes_on, has_words, pieces_of
from stemma.stories.plainwords import plain_words
from stemma.stories.remarks import NEARLY, SURE_WORDS, is_mixed_whole, links_between, part_links
from stemma.stories.rules import StoryRules
from stemma.stories.speakers import has_full_name
from stemma.stories.wordings import judge_wording
from stemma.text.align import aligned

_SAME_WORDS = 1 + NEARLY  # a link between pieces of which the shorter has so many of its words in the other
_SAID_WORDS = 1.8  # beside a speech, which has fillers among them


def find_utterances(
    reports: Sequence[Report],
    readings: Mapping[str, Reading],
    voices: Sequence[Voice],
    units: Units,
    descent: Descent,
    rules: StoryRules,
    blocks: Mapping[str, Sequence[Span]] = {},
) -> tuple[Utterance, ...]:
    """Give the utterances of a story in the order in which its reports tell them; `blocks` are quotations without marks."""
    pieces = [
        piece
        for report in reports
        for piece in pieces_of(report, readings[report.id], rules, blocks.get(report.id, ()))
    ]
    plain = plain_words(pieces, units, {report.id: report for report in reports}, descent, readings)
    court = Court(
        descent=descent,
        speakers=frozenset(piece.voice_id for piece in pieces if piece.is_transcript),
        named=frozenset(voice.id for voice in voices if has_full_name(voice)),
        persons=frozenset(voice.id for voice in voices if voice.kind is VoiceKind.PERSON),
        names={voice.id: voice.name for voice in voices},
    )
    links = links_between(pieces, rules) + [(_SAME_WORDS, piece, found) for piece, found in plain]
    groups = _groups([*pieces, *(found for _, found in plain)], links + part_links(pieces, links), court.named)
    return tuple(_utterance(group, court) for group in groups if not _is_remnant(group))


def _is_remnant(group: Sequence[Piece]) -> bool:
    """Say whether a group is but frames of mixed contents, quotations inside others, or a turn nobody quotes."""
    return all(is_mixed_whole(piece) or piece.is_nested for piece in group) or (
        len(group) == 1 and group[0].is_transcript
    )


def _groups(
    pieces: Sequence[Piece], links: Sequence[tuple[float, Piece, Piece]], named: frozenset[str]
) -> list[list[Piece]]:
    """Join pieces along the surest links; only the same words put two remarks together of which one report has both."""
    group_of = {piece.key: [piece] for piece in pieces}

    def join(left: Piece, right: Piece) -> None:
        one, other = group_of[left.key], group_of[right.key]
        if one is not other:
            one.extend(other)
            group_of.update((piece.key, one) for piece in other)

    acts: dict[tuple[str, str], Piece] = {}
    for piece in pieces:
        if piece.act is not None and not piece.is_found:
            join(acts.setdefault((piece.report.id, piece.act), piece), piece)
    apart: dict[tuple[int, ...], bool] = {}  # the same two groups meet again and again
    for score, left, right in sorted(links, key=lambda link: (-link[0], link[1].key, link[2].key)):
        one, other = group_of[left.key], group_of[right.key]
        if one is other:
            continue
        is_said = score >= 1 and (left.is_transcript or right.is_transcript)
        is_sure = _is_sure(score, left, right) or (is_said and score >= _SAID_WORDS)
        if not is_sure and not is_said:
            whole = max(left, right, key=lambda piece: len(piece.words))
            sides = (id(one), len(one), id(other), len(other), id(whole))
            apart[sides] = apart[sides] if sides in apart else _do_meet(one, other, whole)
            if apart[sides]:
                continue
        if is_sure or _are_voices_one(one, other, named):
            join(left, right)
    order = {report_id: number for number, report_id in enumerate(dict.fromkeys(piece.report.id for piece in pieces))}
    groups = {id(group): sorted(group, key=lambda p: (order[p.report.id], p.key)) for group in group_of.values()}
    return sorted(groups.values(), key=lambda group: (order[group[0].report.id], group[0].key))


def _are_voices_one(one: Sequence[Piece], other: Sequence[Piece], named: frozenset[str]) -> bool:
    return len({piece.voice_id for piece in (*one, *other)} & named) <= 1


def _is_sure(score: float, left: Piece, right: Piece) -> bool:
    """Say whether two have the same words, and enough of them: a phrase may be of two remarks."""
    is_found = left.is_found or right.is_found
    return is_found or (score >= _SAME_WORDS and min(len(left.words), len(right.words)) >= SURE_WORDS)


def _do_meet(one: Sequence[Piece], other: Sequence[Piece], whole: Piece) -> bool:
    """Say whether two groups hold different remarks of one report.

    These are no remarks apart: one attribution, words that the report has twice, and two parts of what another quotes whole.
    """
    held: dict[str, list[Piece]] = defaultdict(list)
    for piece in one:
        if not piece.is_found:
            held[piece.report.id].append(piece)
    return any(
        _act(piece) != _act(beside)
        and not _is_within(piece, beside)
        and not (_is_within(piece, whole) and _is_within(beside, whole))
        for piece in other
        if not piece.is_found
        for beside in held.get(piece.report.id, ())
    )


def _is_within(one: Piece, other: Piece) -> bool:
    """Say whether nearly all words of the shorter stand in the other in order, as a headline has a phrase of the body."""
    least = min(len(one.words), len(other.words))
    return len(aligned(one.words, other.words)) >= NEARLY * least


_SOUND = frozenset((Integrity.VERBATIM, Integrity.PUNCTUATION, Integrity.SOLE_WITNESS))


def _act(piece: Piece) -> str:
    return piece.attribution.id if piece.attribution is not None else str(piece.key)


def _utterance(group: Sequence[Piece], court: Court) -> Utterance:
    by_report: dict[str, list[Piece]] = defaultdict(list)
    for piece in group:
        by_report[piece.report.id].append(piece)
    told = {report_id: _told(pieces) for report_id, pieces in by_report.items()}
    voices = [piece.voice_id for piece in group if piece.voice_id is not None]
    voice_id = max(sorted(set(voices)), key=lambda one: (voices.count(one), one in court.named)) if voices else None
    is_recorded = any(piece.is_transcript for piece in group)
    wordings = tuple(
        judge_wording(stretches, told, voice_id, court)
        for pieces in told.values()
        for stretches in (_by_quotation(pieces) if is_recorded else [[piece] for piece in pieces])
    )
    spoken = frozenset(piece.report.id for piece in group if piece.is_transcript)
    return Utterance(
        id=make_id("utterance", *map(str, group[0].key)),
        voice_id=voice_id,
        wordings=wordings,
        best=best_attested(wordings, spoken),
    )


def best_attested(wordings: Sequence[Wording], transcripts: Container[str] = ()) -> int | None:
    """Give which wording is best attested: a transcript's; else one in marks that no place speaks against.

    Of several the one that most others are held against, then the longest; which place speaks against whom the stemma has
    decided, and no majority. None where one is undecided: then nobody can say which was spoken.
    """
    held = Counter(wording.against_report_id for wording in wordings)
    spoken = [at for at, wording in enumerate(wordings) if wording.report_id in transcripts]
    marked = [at for at, wording in enumerate(wordings) if wording.is_marked]
    is_open = any(wordings[at].integrity is Integrity.UNDECIDED for at in marked)
    sound = [] if is_open else [at for at in marked if wordings[at].integrity in _SOUND]
    if len({wording.report_id for wording in wordings}) < 2 or not (spoken or sound):
        return None

    def rank(at: int) -> tuple[int, int, int]:
        return held[wordings[at].report_id], sum(span.end - span.start for span in wordings[at].spans), -at

    return max(spoken or sound, key=rank)


def _by_quotation(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Give the stretches of each quotation: more than one where nothing but its cue interrupts it.

    What a speaker said is one there, and so is the question whether it was said so; a transcript's sentences stay apart.
    """
    found: list[list[Piece]] = []
    for piece in pieces:
        if found and piece.is_marked and not piece.is_transcript and goes_on(found[-1][-1], piece):
            found[-1].append(piece)
        else:
            found.append([piece])
    return found


def _is_of_body(piece: Piece) -> bool:
    start = piece.spans[0].start
    return any(zone.kind is ZoneKind.BODY and zone.start <= start < zone.end for zone in piece.report.zones)


def _told(pieces: Sequence[Piece]) -> list[Piece]:
    """Give the pieces that word an utterance in one report: those in marks where there are any, none twice."""
    chosen = (
        [piece for piece in pieces if piece.is_marked] or [piece for piece in pieces if not piece.is_found] or pieces
    )
    kept: list[Piece] = []
    for piece in sorted(chosen, key=lambda p: (p.spans[0].start - p.spans[-1].end, p.key)):
        is_inside = any(span.overlap(other) for one in kept for other in one.spans for span in piece.spans)
        # a headline's fragment of what the body quotes in full is no further wording
        is_repeated = any(has_words(one, piece) for one in kept)
        if not is_inside and not (is_repeated and not (piece.is_marked and _is_of_body(piece))):
            kept.append(piece)
    return sorted(kept, key=lambda p: p.key)
