"""Reports side by side: each one a column of lines, level with its fellows, with what differs marked in place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from stemma.model import Change, Report, Span, ZoneKind
from stemma.views.index import Index, cut_all, exemplar_report, is_transcript, letter_of
from stemma.views.kinship import Relation
from stemma.views.markings import Mark, marks_of
from stemma.views.matrix import ALTERATIONS
from stemma.views.passages import Passages, fellows_of, passages_of
from stemma.views.phrases import CHANGE_WORDS
from stemma.views.rows import row_spans, rows_of

WIDE = 60  # characters from which on an altered stretch is marked lightly
MOST = 60  # reports shown side by side; the page says so where there are more


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Characters of a report: `ins` where its base has none such, with what the base has instead; `note` says what they alter.

    `is_wide` where what is altered is a whole clause, so that the mark should be light.
    """

    text: str
    is_new: bool
    instead: str
    note: str
    is_wide: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence on screen, with the remarks and claims it carries, and its fellows by id and by letter."""

    id: str
    start: int
    fellow_ids: tuple[str, ...]
    utterance_ids: tuple[str, ...]
    claim_ids: tuple[str, ...]
    fellows: tuple[str, ...]
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One line of a report on screen: its part on the page, its row and over how many rows it reaches."""

    kind: str
    row: int
    rows: int
    sentences: tuple[Sentence, ...]

    @property
    def is_alone(self) -> bool:
        """Whether no other report has any sentence of it in the same words."""
        return not any(sentence.fellows for sentence in self.sentences)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One report on screen; `base_id` is the report that its differences are marked against."""

    report: Report
    letter: str
    base_id: str | None
    place: int | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Note:
    """What is altered at a place of a report; wide where a whole clause is."""

    span: Span
    words: str
    is_wide: bool


def columns_of(index: Index, relations: Sequence[Relation]) -> list[Column]:
    """Give the columns of the first reports (at most sixty), two of them placed."""
    reports = index.collation.reports[:MOST]
    passages = passages_of(index, reports)
    rows = rows_of(passages, _peers(reports, passages))
    reach = row_spans(passages, rows)
    bases = {report.id: base_of(index, relations, report.id) for report in reports}
    first = default_pair(index, bases)
    fellows = fellows_of(passages)
    found = []
    for report in reports:
        cutter = _Cutter(
            index=index,
            passages=passages,
            marks=_marks(index, passages, report, bases[report.id]),
            notes=_notes(index, report.id),
            fellows=fellows,
        )
        blocks = tuple(
            Block(
                kind=_kind(report, line),
                row=rows[line],
                rows=reach[line],
                sentences=tuple(_sentence(cutter, report, one) for one in _within(passages.sentences[report.id], line)),
            )
            for line in passages.lines[report.id]
        )
        place = first.index(report.id) if report.id in first else None
        found.append(
            Column(
                report=report, letter=letter_of(index, report.id), base_id=bases[report.id], place=place, blocks=blocks
            )
        )
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cutter:
    index: Index
    passages: Passages
    marks: tuple[Mark, ...]
    notes: tuple[_Note, ...]
    fellows: Mapping[Span, Sequence[Span]]


def _marks(index: Index, passages: Passages, report: Report, base_id: str | None) -> tuple[Mark, ...]:
    base = index.reports.get(base_id) if base_id is not None and base_id in passages.lines else None
    return tuple(marks_of(passages, report, base)) if base is not None else ()


def base_of(index: Index, relations: Sequence[Relation], report_id: str) -> str | None:
    """Give the report that another is compared with: its nearest exemplar that we have, else the one it shares most with.

    A transcript is compared with nothing: it is what was said.
    """
    if is_transcript(index, report_id):
        return None
    for relation in relations:
        base = exemplar_report(index, relation.exemplar_id) if relation.is_textual else None
        if relation.report_id == report_id and base is not None and base != report_id:
            return base
    before = list(index.letters)[: list(index.letters).index(report_id)]
    shared: dict[str, int] = {}
    for match in index.collation.matches:
        for own, other in ((match.left, match.right), (match.right, match.left)):
            if own.report_id == report_id and other.report_id in before:
                shared[other.report_id] = shared.get(other.report_id, 0) + own.end - own.start
    return max(shared, key=lambda one: (shared[one], -before.index(one)), default=None)


def default_pair(index: Index, bases: Mapping[str, str | None]) -> list[str]:
    """Give the two reports to show first: the one that is most altered against its base, after that base."""
    weights: dict[str, int] = {}
    for change in index.collation.stemma.changes:
        weight = 10 if change.kind in ALTERATIONS else 1
        weights[change.report_id] = weights.get(change.report_id, 0) + weight
    candidates = [report_id for report_id, base in bases.items() if base in bases]
    if candidates:
        chosen = max(candidates, key=lambda one: (weights.get(one, 0), -list(bases).index(one)))
        return [str(bases[chosen]), chosen]
    return list(bases)[:2]


def _notes(index: Index, report_id: str) -> tuple[_Note, ...]:
    """The alterations that touch a report, on either side, each with what it alters."""
    found = []
    for change in index.collation.stemma.changes:
        if change.kind in ALTERATIONS:
            note = f"{CHANGE_WORDS[change.kind]}: {_told(index, change)}"
            for side in (change.before, change.after):
                is_wide = sum(span.end - span.start for span in side) > WIDE
                found += [_Note(span=span, words=note, is_wide=is_wide) for span in side if span.report_id == report_id]
    return tuple(found)


def _told(index: Index, change: Change) -> str:
    sides = (cut_all(index, change.before) or "nothing", cut_all(index, change.after) or "nothing")
    left, right = letter_of(index, change.against_report_id), letter_of(index, change.report_id)
    return change.note or f"“{sides[0]}” in {left} is “{sides[1]}” in {right}"


def _peers(reports: Sequence[Report], passages: Passages) -> list[list[Span]]:
    """Give the lines that play the same part in several reports: their first headlines, bylines and so on."""
    groups: dict[str, list[Span]] = {}
    for report in reports:
        first: dict[str, Span] = {}
        for line in passages.lines[report.id]:
            first.setdefault(_kind(report, line), line)
        for kind in _HEADS & first.keys():
            groups.setdefault(kind, []).append(first[kind])
    return [groups[kind] for kind in sorted(groups)]


_HEADS = {ZoneKind.HEADLINE.value, ZoneKind.STANDFIRST.value, ZoneKind.BYLINE.value, ZoneKind.DATELINE.value}


def _kind(report: Report, line: Span) -> str:
    """Give the part that most of a line plays on the page."""
    extents: dict[ZoneKind, int] = {}
    for zone in report.zones:
        shared = min(zone.end, line.end) - max(zone.start, line.start)
        if shared > 0:
            extents[zone.kind] = extents.get(zone.kind, 0) + shared
    return max(extents, key=lambda kind: extents[kind]).value if extents else ZoneKind.BODY.value


def _within(sentences: Sequence[Span], line: Span) -> list[Span]:
    return [one for one in sentences if line.start <= one.start < line.end]


def _sentence(cutter: _Cutter, report: Report, span: Span) -> Sentence:
    fellows = cutter.fellows.get(span, ())
    return Sentence(
        id=_place(cutter.index, span),
        start=span.start,
        fellow_ids=tuple(_place(cutter.index, one) for one in fellows),
        utterance_ids=cutter.passages.utterances.get(span, ()),
        claim_ids=cutter.passages.claims.get(span, ()),
        fellows=tuple(dict.fromkeys(letter_of(cutter.index, one.report_id) for one in fellows)),
        pieces=tuple(_pieces(cutter, report.text, span)),
    )


def _place(index: Index, span: Span) -> str:
    return f"{letter_of(index, span.report_id)}-{span.start}"


def _pieces(cutter: _Cutter, text: str, span: Span) -> list[Piece]:
    """Cut a sentence wherever a difference or an alteration begins or ends."""
    marks = [
        mark for mark in cutter.marks if mark.start < span.end and mark.end >= span.start and mark.start >= span.start
    ]
    notes = [note for note in cutter.notes if note.span.start < span.end and note.span.end > span.start]
    edges = {span.start, span.end}
    for start, end in [(mark.start, mark.end) for mark in marks] + [(note.span.start, note.span.end) for note in notes]:
        edges |= {min(max(start, span.start), span.end), min(max(end, span.start), span.end)}
    found: list[Piece] = []
    told: set[Mark] = set()
    for start, end in pairwise(sorted(edges)):
        mark = next((one for one in marks if one.start <= start and end <= one.end), None)
        gone = [one for one in marks if one.start == start and one not in told]
        told |= set(gone)
        over = [note for note in notes if note.span.start <= start and end <= note.span.end]
        piece = Piece(
            text=text[start:end],
            is_new=mark is not None and mark.end > mark.start,
            instead=" ".join(one.instead.strip() for one in gone if one.instead.strip()),
            note="; ".join(dict.fromkeys(note.words for note in over)),
            is_wide=all(note.is_wide for note in over),
        )
        found += _trimmed(piece)
    return found


def _trimmed(piece: Piece) -> list[Piece]:
    """Keep the blanks round new words out of what is marked."""
    inner = piece.text.strip()
    if not piece.is_new or inner == piece.text or not inner:
        return [piece]
    start = piece.text.index(inner)
    before, after = piece.text[:start], piece.text[start + len(inner) :]
    blank = replace(piece, is_new=False, instead="", note="")
    return [
        *([replace(blank, text=before)] if before else []),
        replace(piece, text=inner),
        *([replace(blank, text=after)] if after else []),
    ]
