"""Evidence as a waterfall: bar after bar, how far each reason moves a judgement."""

from collections.abc import Sequence
from dataclasses import dataclass

from stemma.model import Evidence, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One reason: its bar from `left` for `width`, both per cent of the drawing; `is_for` says which way it moves."""

    note: str
    weight: float
    left: float
    width: float
    is_for: bool
    spans: tuple[Span, ...]


def bars_of(evidence: Sequence[Evidence]) -> list[Bar]:
    """Give the bars of some evidence, each beginning where the one before ended, on one scale that holds them all.

    >>> reasons = [Evidence(kind="a", weight=3.0, note="x"), Evidence(kind="b", weight=-1.0, note="y")]
    >>> [(bar.left, bar.width, bar.is_for) for bar in bars_of(reasons)]
    [(0.0, 100.0, True), (66.7, 33.3, False)]
    """
    sums = [0.0]
    for reason in evidence:
        sums.append(sums[-1] + reason.weight)
    low, high = min(sums), max(sums)
    scale = 100 / (high - low) if high > low else 0.0
    return [
        Bar(
            note=reason.note or reason.kind,
            weight=reason.weight,
            left=round((min(before, after) - low) * scale, 1),
            width=round(abs(after - before) * scale, 1),
            is_for=reason.weight >= 0,
            spans=reason.spans,
        )
        for reason, before, after in zip(evidence, sums, sums[1:], strict=False)
    ]
