"""Sentences that go together across reports: the same words, the same remark, the same claim."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from stemma.model import Match, Report, Span
from stemma.text.sentences import sentences
from stemma.views.differences import right_offset
from stemma.views.index import Index

HALF = 0.5  # two sentences go together when they share at least half of the shorter one


@dataclass(frozen=True, slots=True, kw_only=True)
class Passages:
    """The sentences of some reports, which of them share words, and which carry which remark and claim.

    `links` give for two sentences that go together how many characters they share; each pair stands once.
    """

    lines: Mapping[str, tuple[Span, ...]]
    sentences: Mapping[str, tuple[Span, ...]]
    links: Mapping[tuple[Span, Span], int]
    utterances: Mapping[Span, tuple[str, ...]]
    claims: Mapping[Span, tuple[str, ...]]


def passages_of(index: Index, reports: Sequence[Report]) -> Passages:
    """Give the passages of these reports; sentences of others are left aside."""
    lines = {report.id: tuple(lines_of(report)) for report in reports}
    cut = {report.id: tuple(_sentences_of(report, lines[report.id])) for report in reports}
    links: dict[tuple[Span, Span], int] = {}
    for match in index.collation.matches:
        if match.left.report_id in cut and match.right.report_id in cut:
            for left, right, extent in _linked(match, cut):
                links[left, right] = links.get((left, right), 0) + extent
    return Passages(
        lines=lines,
        sentences=cut,
        links={pair: extent for pair, extent in links.items() if extent >= HALF * min(map(_length, pair))},
        utterances=_by_utterance(index, cut),
        claims=_by_claim(index, cut),
    )


def lines_of(report: Report) -> Iterable[Span]:
    """Give the lines of a report that are not empty, white space trimmed."""
    offset = 0
    for line in report.text.splitlines(keepends=True):
        inner = line.strip()
        if inner:
            start = offset + len(line) - len(line.lstrip())
            yield Span(report.id, start, start + len(inner))
        offset += len(line)


def _sentences_of(report: Report, lines: Iterable[Span]) -> Iterable[Span]:
    for line in lines:
        cuts = [start for start, _ in sentences(report.text, line.start, line.end)] or [line.start]
        cuts[0] = line.start
        yield from (Span(report.id, start, end) for start, end in zip(cuts, [*cuts[1:], line.end], strict=True))


def overlapped(cut: Sequence[Span], span: Span) -> list[Span]:
    """Give the sentences that a span touches, in text order."""
    found = []
    for sentence in cut[max(0, bisect_right(cut, span.start, key=lambda one: one.start) - 1) :]:
        if sentence.start >= span.end:
            break
        if sentence.overlap(span):
            found.append(sentence)
    return found


def touched(cut: Sequence[Span], span: Span) -> list[Span]:
    """Give the sentences that a span covers to the half, or that hold at least half of it."""
    return [one for one in overlapped(cut, span) if one.overlap(span) >= HALF * min(_length(one), _length(span))]


def _linked(match: Match, cut: Mapping[str, Sequence[Span]]) -> Iterable[tuple[Span, Span, int]]:
    """Give the sentences that a match lays over each other, with how many characters of the right one it lays there."""
    for left in overlapped(cut[match.left.report_id], match.left):
        start, end = max(left.start, match.left.start), min(left.end, match.left.end)
        low, high = (right_offset(match.edits, match.left.start, match.right.start, at) for at in (start, end))
        image = Span(match.right.report_id, low, high)
        for right in overlapped(cut[match.right.report_id], image):
            yield left, right, right.overlap(image)


def _length(span: Span) -> int:
    return span.end - span.start


def fellows_of(passages: Passages) -> dict[Span, list[Span]]:
    """Give for each sentence those of other reports that it goes together with, in the order of the reports.

    From a report that shares no words with it directly come the fellows of its fellows.
    """
    direct: dict[Span, set[Span]] = {}
    for left, right in passages.links:
        direct.setdefault(left, set()).add(right)
        direct.setdefault(right, set()).add(left)
    order = {report_id: number for number, report_id in enumerate(passages.sentences)}
    found = {}
    for sentence, own in direct.items():
        met = {one.report_id for one in own} | {sentence.report_id}
        further = {other for one in own for other in direct[one] if other.report_id not in met}
        found[sentence] = sorted(own | further, key=lambda other: (order[other.report_id], other.start))
    return found


def _by_utterance(index: Index, cut: Mapping[str, Sequence[Span]]) -> dict[Span, tuple[str, ...]]:
    pairs = (
        (utterance.id, span)
        for utterance in index.collation.utterances
        for wording in utterance.wordings
        for span in wording.spans
    )
    return _carried(pairs, cut)


def _by_claim(index: Index, cut: Mapping[str, Sequence[Span]]) -> dict[Span, tuple[str, ...]]:
    pairs = (
        (assertion.id, span)
        for assertion in index.collation.assertions
        for claim in assertion.claims
        for span in claim.spans
    )
    return _carried(pairs, cut)


def _carried(pairs: Iterable[tuple[str, Span]], cut: Mapping[str, Sequence[Span]]) -> dict[Span, tuple[str, ...]]:
    found: dict[Span, list[str]] = {}
    for name, span in pairs:
        for sentence in touched(cut.get(span.report_id, ()), span):
            names = found.setdefault(sentence, [])
            if name not in names:
                names.append(name)
    return {sentence: tuple(names) for sentence, names in found.items()}
