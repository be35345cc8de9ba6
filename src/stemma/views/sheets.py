"""One story laid out for a page: every value in the words and the order that the templates write."""

from collections.abc import Sequence
from dataclasses import dataclass

from stemma.model import (
    Amendment,
    Assertion,
    Change,
    ChangeKind,
    Collation,
    DerivationKind,
    Event,
    Evidence,
    Finding,
    Form,
    Line,
    Report,
    Span,
)
from stemma.views.cells import clip
from stemma.views.columns import MOST, Column, columns_of
from stemma.views.drawing import Drawing, drawing_of
from stemma.views.index import (
    Index,
    cut_all,
    exemplar_name,
    exemplar_report,
    headline_of,
    index_of,
    letter_of,
    letters_of,
    outlet_name,
    owner_phrase,
    title_of,
    voice_names,
)
from stemma.views.kinship import Relation, alternatives, group_phrase, occasions_phrase, relations_of
from stemma.views.matrix import Cell, cell_of, conflict_phrases, is_contested, ranked_assertions
from stemma.views.phrases import (
    CHANGE_WORDS,
    count_phrase,
    denial_phrase,
    moment_phrase,
    spread,
)
from stemma.views.provenances import (
    amendment_phrase,
    circle_phrases,
    citing_phrases,
    first_phrase,
    notice_words,
    outlet_phrases,
    provenance_phrase,
)
from stemma.views.remarks import Remark, remark_of
from stemma.views.story_text import (
    EVENT_WORDS,
    change_phrase,
    credits_of,
    grouped_changes,
    timeline_parts,
    top_findings,
)
from stemma.views.utterances_text import is_telling, ranked_utterances
from stemma.views.waterfall import Bar, bars_of

VOICES = 3  # of the lead assertion, named over the story


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One report in the list of reports."""

    letter: str
    title: str
    path: str
    url: str | None
    headline: str
    published: str
    credits: tuple[str, ...]
    provenance: str
    is_transcript: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """Why a report should have its text from the text of that name."""

    name: str
    bars: tuple[Bar, ...]
    total: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Descent:
    """One sentence on whose text a report has, with its reasons, by candidate; `id` is where links point."""

    id: str
    letter: str
    phrase: str
    passages: int
    reasons: tuple[Reasons, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRow:
    """One line of an assertion: who stands on it and what it goes back to, with the reasons where they are told."""

    phrase: str
    reasons: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """One assertion in the matrix: a cell per report, the count, and what stands behind it."""

    id: str
    gist: str
    is_contested: bool
    cells: tuple[Cell, ...]
    count: str
    voices: str
    has: str
    otherwise: str
    first: str
    lines: tuple[LineRow, ...]
    conflicts: tuple[str, ...]
    circles: tuple[str, ...]
    would_settle: tuple[str, ...]
    wordings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeGroup:
    """What one report changed against another; what it added and left out stands apart, for it may be long."""

    letter: str
    against: str
    entries: tuple[tuple[str, str], ...]
    added: tuple[str, ...]
    dropped: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What an outlet corrected in one report: said in words, with the notice and the places."""

    letter: str
    phrase: str
    notice: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """A way from a judgement to the words that bear it: the letter of the report, the sentence to go to, its first words.

    `place` counts the sentences of one report: it is named at the first alone.
    """

    letter: str
    target: str
    words: str
    place: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One story, laid out."""

    id: str
    collation: Collation
    letters: tuple[str, ...]
    count: str
    lines: str
    voices: str
    lead: str | None
    lead_voices: str
    lead_denial: str
    findings: tuple[Finding, ...]
    further: tuple[Finding, ...]
    cards: tuple[Card, ...]
    drawing: Drawing
    descents: tuple[Descent, ...]
    columns: tuple[Column, ...]
    columns_left_out: int
    remarks: tuple[Remark, ...]
    remarks_alone: tuple[Remark, ...]
    contested: tuple[ClaimRow, ...]
    agreed: tuple[ClaimRow, ...]
    changes: tuple[ChangeGroup, ...]
    outlets: tuple[str, ...]
    notices: tuple[Notice, ...]
    timeline: tuple[tuple[str, str, str], ...]
    timeline_rest: tuple[tuple[str, str, str], ...]

    def points(self, spans: Sequence[Span]) -> list[Pointer]:
        """Give the ways to the sentences where spans begin, at most six, report by report; none to reports not shown."""
        found: dict[str, Pointer] = {}
        columns = {column.report.id: column for column in self.columns}
        for span in spans:
            column = columns.get(span.report_id)
            starts = [] if column is None else [one for block in column.blocks for one in block.sentences]
            before = [one for one in starts if one.start <= span.start]
            if column is not None and before:
                words = " ".join(span.cut(column.report.text).split())
                place = 1 + sum(one.letter == column.letter for one in found.values())
                pointer = Pointer(letter=column.letter, target=before[-1].id, words=clip(words, 90), place=place)
                found.setdefault(pointer.target, pointer)
        order = list(dict.fromkeys(one.letter for one in found.values()))
        return sorted(found.values(), key=lambda one: order.index(one.letter))[:6]

    def quotes(self, spans: Sequence[Span]) -> list[Pointer]:
        """Give the words of spans as they stand, at most eight, each with the way to its sentence where that is shown."""
        texts = {
            report.id: (card.letter, report) for card, report in zip(self.cards, self.collation.reports, strict=True)
        }
        found = []
        for span in [one for one in spans if one.report_id in texts][:8]:
            sign, report = texts[span.report_id]
            ways = self.points([span])
            words = clip(" ".join(span.cut(report.text).split()), 160)
            found.append(Pointer(letter=sign, target=ways[0].target if ways else "", words=words))
        return found


def sheet_of(collation: Collation, sheet_id: str = "s1") -> Sheet:
    """Give one story laid out for a page; ids of its parts begin with `sheet_id`."""
    index = index_of(collation)
    relations = relations_of(index)
    story = collation.story
    lead = index.assertions.get(story.lead_assertion_id) if story.lead_assertion_id else None
    findings, further = top_findings(story)
    utterances = ranked_utterances(index)
    dated, rest = timeline_parts(collation.timeline)
    claims = [claim_row(index, assertion) for assertion in ranked_assertions(index)]
    first = [row for row in claims if row.is_contested or (lead is not None and row.id == lead.id)]
    return Sheet(
        id=sheet_id,
        collation=collation,
        letters=tuple(index.letters.values()),
        count=count_phrase(story.count, len(story.report_ids)),
        lines=spread(story.count.lines_min, story.count.lines_max, "line"),
        voices=spread(story.count.voices_min, story.count.voices_max, "voice"),
        lead=lead.gist if lead else None,
        lead_voices=_voices_of(index, lead) if lead else "",
        lead_denial=denial_phrase(lead) if lead else "",
        findings=findings,
        further=further,
        cards=tuple(card_of(index, report) for report in collation.reports),
        drawing=drawing_of(index, relations),
        descents=descents_of(index, relations),
        columns=tuple(columns_of(index, relations)),
        columns_left_out=max(0, len(collation.reports) - MOST),
        remarks=tuple(remark_of(index, utterance) for utterance in utterances if is_telling(utterance)),
        remarks_alone=tuple(remark_of(index, utterance) for utterance in utterances if not is_telling(utterance)),
        contested=tuple(first),
        agreed=tuple(row for row in claims if row not in first),
        changes=change_groups(index, collation.stemma.changes),
        outlets=tuple(outlet_phrases(index)),
        notices=tuple(notice_of(index, amendment) for amendment in collation.amendments),
        timeline=moments_of(index, dated),
        timeline_rest=moments_of(index, rest),
    )


def _voices_of(index: Index, lead: Assertion) -> str:
    names = voice_names(index, lead.voice_ids)
    rest = len(names) - VOICES
    return ", ".join(names[:VOICES]) + (f" and {rest} more" if rest > 0 else "")


def card_of(index: Index, report: Report) -> Card:
    """Give a report for the list of reports."""
    return Card(
        letter=letter_of(index, report.id),
        title=title_of(index, report)
        + (owner_phrase(index, report) if outlet_name(index, report) else " (outlet unknown)"),
        path=report.path,
        url=report.url,
        headline=headline_of(report),
        published=moment_phrase(report.published, index),
        credits=(*credits_of(report), *citing_phrases(index, report)),
        provenance=next(
            (provenance_phrase(index, p) for p in index.collation.provenances if p.report_ids == (report.id,)), ""
        ),
        is_transcript=report.form is Form.TRANSCRIPT,
    )


def descents_of(index: Index, relations: Sequence[Relation]) -> tuple[Descent, ...]:
    """Give the relations of the stemma as sentences; the candidates of an undecided text stand in one."""
    found: list[Descent] = []
    told: list[Relation] = []
    for relation in relations:
        if any(relation is one for one in told):
            continue
        group = [relation, *alternatives(relations, relation), *_fellow_occasions(relations, relation)]
        told += group
        found.append(descent_of(index, group, len(found) + 1))
    return tuple(found)


def _fellow_occasions(relations: Sequence[Relation], relation: Relation) -> list[Relation]:
    """Give the other reports that heard or read what a report did: they stand in one sentence."""
    kind = DerivationKind.SAME_OCCASION
    if relation.derivation.kind is not kind:
        return []
    own = (one for one in relations if one.report_id == relation.report_id and one is not relation)
    return [one for one in own if one.derivation.kind is kind]


def descent_of(index: Index, group: Sequence[Relation], number: int) -> Descent:
    """Give one relation, or several that are candidates for the same text, as a sentence with evidence."""
    first = group[0]
    is_heard = first.derivation.kind is DerivationKind.SAME_OCCASION
    reasons = tuple(
        Reasons(
            name=exemplar_name(index, one.exemplar_id),
            bars=tuple(bars_of(one.derivation.evidence)),
            total=sum(reason.weight for reason in one.derivation.evidence),
        )
        for one in group
        if one.derivation.evidence
    )
    return Descent(
        id=f"descent-{number}",
        letter=letter_of(index, first.report_id),
        phrase=occasions_phrase(index, group) if is_heard else group_phrase(index, group),
        passages=0 if is_heard else max(sum(len(one.spans) for one in relation.derivations) for relation in group),
        reasons=reasons,
    )


def notice_of(index: Index, amendment: Amendment) -> Notice:
    """Give a correction with the places of both wordings."""
    return Notice(
        letter=letter_of(index, amendment.report_id),
        phrase=amendment_phrase(index, amendment),
        notice=notice_words(index, amendment),
        spans=(*amendment.after, *amendment.uncorrected, *amendment.corrected),
    )


def claim_row(index: Index, assertion: Assertion) -> ClaimRow:
    """Give an assertion as a row of the matrix."""
    is_first = is_contested(index, assertion) or assertion.id == index.collation.story.lead_assertion_id
    cells = {report_id: cell_of(index, assertion, report_id) for report_id in index.letters}
    return ClaimRow(
        id=assertion.id,
        gist=assertion.gist,
        is_contested=is_contested(index, assertion),
        cells=tuple(cells.values()),
        count=count_phrase(assertion.count) + denial_phrase(assertion),
        voices=_voices_of(index, assertion),
        has=letters_of(index, [one for one, cell in cells.items() if cell is not Cell.NOT], most=len(cells)),
        otherwise=letters_of(index, [one for one, cell in cells.items() if cell is Cell.OTHERWISE], most=len(cells)),
        first=first_phrase(index, assertion),
        lines=tuple(line_row(index, line, is_first=is_first) for line in assertion.lines),
        conflicts=tuple(conflict_phrases(index, assertion.conflicts)),
        circles=circle_phrases(index, assertion),
        would_settle=assertion.would_settle,
        wordings=tuple((letter_of(index, claim.report_id), cut_all(index, claim.spans)) for claim in assertion.claims),
    )


def line_row(index: Index, line: Line, *, is_first: bool) -> LineRow:
    """Give a line with its reasons; for claims that stand first alone, since a story has hundreds."""
    letters = ", ".join(letter_of(index, one) for one in line.report_ids)
    reasons = tuple(one for one in line.evidence if one.note) if is_first else ()
    return LineRow(phrase=f"{letters}: goes back to {root_name(index, line.root)}", reasons=reasons)


def root_name(index: Index, root: str) -> str:
    """Give what the root of a line is called."""
    report_id = exemplar_report(index, root)
    if report_id is not None:
        return f"{letter_of(index, report_id)} itself"
    return exemplar_name(index, root)


def change_groups(index: Index, changes: Sequence[Change]) -> tuple[ChangeGroup, ...]:
    """Give the changes by the report and the one that it is held against."""
    return tuple(_change_group(index, pair, group) for pair, group in grouped_changes(changes).items())


def _change_group(index: Index, pair: tuple[str, str], group: Sequence[Change]) -> ChangeGroup:
    def told(kind: ChangeKind) -> tuple[str, ...]:
        return tuple(change_phrase(index, change) for change in group if change.kind is kind)

    apart = (ChangeKind.ADDED, ChangeKind.DROPPED)
    altered = [change for change in group if change.kind not in apart]
    return ChangeGroup(
        letter=letter_of(index, pair[0]),
        against=letter_of(index, pair[1]),
        entries=tuple(dict.fromkeys((CHANGE_WORDS[change.kind], change_phrase(index, change)) for change in altered)),
        added=told(ChangeKind.ADDED),
        dropped=told(ChangeKind.DROPPED),
    )


def moments_of(index: Index, timeline: Sequence[Event]) -> tuple[tuple[str, str, str], ...]:
    """Give entries of the timeline as moment, letter and words."""
    return tuple(
        (
            moment_phrase(event.moment, index),
            letter_of(index, event.report_id),
            event.text or EVENT_WORDS.get(event.kind, event.kind),
        )
        for event in timeline
    )
