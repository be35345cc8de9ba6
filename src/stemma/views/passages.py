"""Sentences that go together across reports: the same words, the same remark, the same claim."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from stemma.model import Match, Report, Span
from stemma.text.sentences import sentences
from stemma.views.differences import right_offset
from stemma.views.index import Index

HALF = 0.5  # a sentence belongs to a passage when at least half of the shorter of both lies in it


@dataclass(frozen=True, slots=True, kw_only=True)
class Passages:
    """The sentences of some reports, which of them share words, and which carry which remark and claim."""

    lines: Mapping[str, tuple[Span, ...]]
    sentences: Mapping[str, tuple[Span, ...]]
    links: Mapping[tuple[Span, Span], int]
    groups: Mapping[Span, str]
    utterances: Mapping[Span, tuple[str, ...]]
    claims: Mapping[Span, tuple[str, ...]]


@dataclass(slots=True)
class _Grouping:
    """Sentences joined two by two."""

    parents: dict[Span, Span] = field(default_factory=dict)

    def root(self, span: Span) -> Span:
        path = []
        while self.parents.get(span, span) != span:
            path.append(span)
            span = self.parents[span]
        for one in path:
            self.parents[one] = span
        return span

    def join(self, left: Span, right: Span) -> None:
        first, second = sorted((self.root(left), self.root(right)))
        self.parents.setdefault(first, first)
        self.parents[second] = first


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
        links=links,
        groups=_groups(links, cut),
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


def touched(cut: Sequence[Span], span: Span) -> list[Span]:
    """Give the sentences that a span covers to the half, or that hold at least half of it."""
    first = max(0, bisect_right(cut, span.start, key=lambda one: one.start) - 1)
    found = []
    for sentence in cut[first:]:
        if sentence.start >= span.end:
            break
        shared = sentence.overlap(span)
        if shared and shared >= HALF * min(sentence.end - sentence.start, span.end - span.start):
            found.append(sentence)
    return found


def _linked(match: Match, cut: Mapping[str, Sequence[Span]]) -> Iterable[tuple[Span, Span, int]]:
    for left in touched(cut[match.left.report_id], match.left):
        start, end = max(left.start, match.left.start), min(left.end, match.left.end)
        ends = (right_offset(match.edits, match.left.start, match.right.start, at) for at in (start, end))
        low, high = ends
        image = Span(match.right.report_id, low, high)
        for right in touched(cut[match.right.report_id], image):
            yield left, right, right.overlap(image)


def _groups(links: Iterable[tuple[Span, Span]], cut: Mapping[str, Sequence[Span]]) -> dict[Span, str]:
    grouping = _Grouping()
    for left, right in links:
        grouping.join(left, right)
    names: dict[Span, str] = {}
    found: dict[Span, str] = {}
    for sentence in (one for own in cut.values() for one in own):
        if sentence in grouping.parents:
            root = grouping.root(sentence)
            found[sentence] = names.setdefault(root, f"p{len(names) + 1}")
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
