"""Where two reports' claims of one assertion do not agree."""

from collections.abc import Sequence

from stemma.model import Claim, Conflict, Name, Quantity, Reading, Report, Span
from stemma.stories.assertions import Statement
from stemma.text.words import fold


def find_conflicts(group: Sequence[Statement], readings: dict[str, Reading]) -> tuple[Conflict, ...]:
    """Give the conflicts between the first telling of an assertion in each two reports: polarity, then numbers."""
    found = []
    firsts: dict[str, Statement] = {}
    for statement in group:
        firsts.setdefault(statement.report.id, statement)
    told = list(firsts.values())
    for place, left in enumerate(told):
        for right in told[place + 1 :]:
            found.extend(_between(left, right, readings))
    return tuple(found)


def _between(left: Statement, right: Statement, readings: dict[str, Reading]) -> list[Conflict]:
    found = []
    if left.claim.polarity is not right.claim.polarity:
        note = f'"{_short(left.told)}" against "{_short(right.told)}"'
        found.append(Conflict(kind="polarity", left=left.claim.spans, right=right.claim.spans, note=note))
    numbers = _quantities(left.claim, readings[left.report.id])
    others = _quantities(right.claim, readings[right.report.id])
    for one in numbers:
        for other in others:
            if one.unit is not None and fold(one.unit) == fold(other.unit or "") and not _agree(one, other):
                note = f'"{_cut(one.span, left.report)}" against "{_cut(other.span, right.report)}"'
                found.append(Conflict(kind="number", left=(one.span,), right=(other.span,), note=note))
    return found


def _quantities(claim: Claim, reading: Reading) -> list[Quantity]:
    return [q for q in reading.quantities if any(q.span.overlap(span) for span in claim.spans)]


def _agree(left: Quantity, right: Quantity) -> bool:
    """Say whether two quantities can both be true: their ranges meet, a tenth's room where one is rough."""
    room = 0.1 if left.is_approximate or right.is_approximate else 0.0
    low, high = (left.low or 0.0) * (1 - room), (left.high if left.high is not None else float("inf")) * (1 + room)
    return low <= (right.high if right.high is not None else float("inf")) and (right.low or 0.0) <= high


def names_in(span: Span, reading: Reading) -> list[Name]:
    """Give the proper names that stand inside a span."""
    return [name for name in reading.names if name.span.overlap(span)]


def _cut(span: Span, report: Report) -> str:
    return report.text[span.start : span.end]


def _short(told: str, most: int = 70) -> str:
    plain = " ".join(told.split())
    return plain if len(plain) <= most else plain[: most - 3].rsplit(" ", 1)[0] + "..."
