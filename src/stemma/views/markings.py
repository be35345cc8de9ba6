"""Where a report differs from its base, word by word, inside the sentences that go together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from stemma.model import Report, Span
from stemma.text.words import words
from stemma.views.passages import Passages


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A place in a report whose words its base has not; `instead` are the base's words there ("" for none)."""

    start: int
    end: int
    instead: str


@dataclass(frozen=True, slots=True)
class _Placed:
    """One word of one sentence."""

    key: str
    start: int
    end: int
    sentence: Span


def marks_of(passages: Passages, report: Report, base: Report) -> list[Mark]:
    """Give the marks of a report against its base, in text order.

    Case, blanks and punctuation make no difference; sentences without a fellow in the base carry no marks.
    """
    found: list[Mark] = []
    for own, others in _together(passages, report.id, base.id):
        found += _differences(_words(report, own), _words(base, others), base.text)
    return sorted(found, key=lambda mark: (mark.start, mark.end))


def _together(passages: Passages, report_id: str, base_id: str) -> list[tuple[list[Span], list[Span]]]:
    """Give sentences of both that hang together by shared words, each bundle in text order."""
    bundles: list[tuple[set[Span], set[Span]]] = []
    for left, right in passages.links:
        if {left.report_id, right.report_id} != {report_id, base_id}:
            continue
        own, other = (left, right) if left.report_id == report_id else (right, left)
        touching = [bundle for bundle in bundles if own in bundle[0] or other in bundle[1]]
        bundles = [bundle for bundle in bundles if bundle not in touching]
        joined = ({own}.union(*(bundle[0] for bundle in touching)), {other}.union(*(bundle[1] for bundle in touching)))
        bundles.append(joined)
    return [(sorted(own), sorted(other)) for own, other in bundles]


def _words(report: Report, sentences: Iterable[Span]) -> list[_Placed]:
    return [
        _Placed(word.key, word.start, word.end, sentence)
        for sentence in sentences
        for word in words(report.text, sentence.start, sentence.end)
    ]


def _differences(own: Sequence[_Placed], others: Sequence[_Placed], base: str) -> Iterable[Mark]:
    if not own:
        return
    matcher = SequenceMatcher(None, [word.key for word in others], [word.key for word in own], autojunk=False)
    for op, first, last, start, end in matcher.get_opcodes():
        if op == "equal":
            continue
        instead = _told(others[first:last], base)
        if start == end:
            at = own[start].start if start < len(own) else own[-1].end
            yield Mark(start=at, end=at, instead=instead)
        else:
            yield from _by_sentence(own[start:end], instead)


def _told(gone: Sequence[_Placed], base: str) -> str:
    """Give words of the base as they stand there, sentence by sentence."""
    runs = _runs(gone)
    return " ".join(base[run[0].start : run[-1].end] for run in runs)


def _runs(placed: Sequence[_Placed]) -> list[list[_Placed]]:
    runs: list[list[_Placed]] = []
    for word in placed:
        if runs and runs[-1][-1].sentence == word.sentence:
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _by_sentence(new: Sequence[_Placed], instead: str) -> Iterable[Mark]:
    for number, run in enumerate(_runs(new)):
        yield Mark(start=run[0].start, end=run[-1].end, instead="" if number else instead)
