"""Which lines of several reports stand level with each other."""

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from stemma.model import Span
from stemma.views.passages import Passages

Weights = Mapping[Span, Mapping[Span, float]]
SAME_REMARK, SAME_CLAIM = 0.5, 0.25  # what a shared remark or claim weighs beside shared words


def rows_of(passages: Passages, peers: Sequence[Sequence[Span]] = ()) -> dict[Span, int]:
    """Give for each line the row it stands in, counted from 0; rows rise within each report.

    `peers` are lines that play the same part (headlines, bylines): they stand level where no shared words speak against it.

    Reports are placed one after the other, each by the heaviest alignment that keeps its order.
    """
    weights = line_weights(passages)
    for group in peers:
        for number, left in enumerate(group):
            for right in group[number + 1 :]:
                _add(weights, left, right, 1.0)
    rows: list[list[Span]] = []
    for lines in passages.lines.values():
        rows = _placed(rows, lines, weights)
    return {line: number for number, row in enumerate(rows) for line in row}


def row_spans(passages: Passages, rows: Mapping[Span, int]) -> dict[Span, int]:
    """Give for each line over how many rows it reaches: down to its last fellow, but not beside its own next line."""
    weights = line_weights(passages)
    found = {}
    for lines in passages.lines.values():
        for line, after in zip_longest(lines, lines[1:]):
            limit = rows[after] if after is not None else len(rows) + 1
            fellows = [rows[one] for one, weight in weights.get(line, {}).items() if 2 * weight >= one.end - one.start]
            last = max([row for row in fellows if rows[line] <= row < limit], default=rows[line])
            found[line] = last - rows[line] + 1
    return found


def line_weights(passages: Passages) -> dict[Span, dict[Span, float]]:
    """Give how strongly lines of different reports belong together: shared characters, remarks and claims."""
    line_of = {
        sentence: line
        for report_id, lines in passages.lines.items()
        for line in lines
        for sentence in passages.sentences[report_id]
        if line.start <= sentence.start < line.end
    }
    weights: dict[Span, dict[Span, float]] = {}
    for (left, right), extent in passages.links.items():
        _add(weights, line_of[left], line_of[right], extent)
    for carried, factor in ((passages.utterances, SAME_REMARK), (passages.claims, SAME_CLAIM)):
        for left, right in _fellows(carried):
            _add(weights, line_of[left], line_of[right], factor * min(left.end - left.start, right.end - right.start))
    return weights


def _fellows(carried: Mapping[Span, Sequence[str]]) -> list[tuple[Span, Span]]:
    by_name: dict[str, list[Span]] = {}
    for sentence, names in carried.items():
        for name in names:
            by_name.setdefault(name, []).append(sentence)
    return [
        (left, right)
        for group in by_name.values()
        for number, left in enumerate(group)
        for right in group[number + 1 :]
        if left.report_id != right.report_id
    ]


def _add(weights: dict[Span, dict[Span, float]], left: Span, right: Span, extent: float) -> None:
    for one, other in ((left, right), (right, left)):
        row = weights.setdefault(one, {})
        row[other] = row.get(other, 0.0) + extent


def _placed(rows: Sequence[Sequence[Span]], lines: Sequence[Span], weights: Weights) -> list[list[Span]]:
    """Place a report's lines in the rows there are, new rows where a line has no fellow."""
    chosen = _aligned([[_weight(weights, line, row) for row in rows] for line in lines], len(rows))
    placed: list[list[Span]] = []
    taken = 0
    for line, row in zip(lines, chosen, strict=True):
        if row is None:
            placed.append([line])
        else:
            placed.extend(list(one) for one in rows[taken:row])
            placed.append([*rows[row], line])
            taken = row + 1
    return placed + [list(one) for one in rows[taken:]]


def _weight(weights: Weights, line: Span, row: Sequence[Span]) -> float:
    own = weights.get(line, {})
    return sum(own.get(one, 0.0) for one in row)


def _aligned(table: Sequence[Sequence[float]], width: int) -> list[int | None]:
    """Give for each line its row, None for none: the heaviest choice in which rows rise."""
    best = [[0.0] * (width + 1) for _ in range(len(table) + 1)]
    for number, own in enumerate(table, 1):
        for row in range(1, width + 1):
            joined = best[number - 1][row - 1] + own[row - 1] if own[row - 1] > 0 else 0.0
            best[number][row] = max(best[number - 1][row], best[number][row - 1], joined)
    chosen: list[int | None] = [None] * len(table)
    number, row = len(table), width
    while number and row:
        if best[number][row] == best[number - 1][row]:
            number -= 1
        elif best[number][row] == best[number][row - 1]:
            row -= 1
        else:
            number, row = number - 1, row - 1
            chosen[number] = row
    return chosen
