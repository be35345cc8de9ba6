"""Where two reports' claims of one assertion do not agree."""

from collections.abc import Mapping, Sequence

from stemma.model import Claim, Conflict, Quantity, Reading, Report, Span
from stemma.stories.assertions import Statement, jaccard
from stemma.stories.integrity import differ, touches_of
from stemma.stories.rules import StoryRules
from stemma.text.align import aligned
from stemma.text.words import fold


def find_conflicts(
    group: Sequence[Statement], readings: Mapping[str, Reading], rules: StoryRules
) -> tuple[Conflict, ...]:
    """Give the conflicts between the first telling of an assertion in each two reports: polarity, then numbers."""
    found: dict[tuple[str, frozenset[str]], Conflict] = {}
    firsts: dict[str, Statement] = {}
    for statement in group:
        firsts.setdefault(statement.report.id, statement)
    told = list(firsts.values())
    for place, left in enumerate(told):
        for right in told[place + 1 :]:
            if jaccard(left, right) >= rules.conflict_likeness:
                for conflict in _between(left, right, readings):
                    # copies of one text conflict with the same words: told once
                    found.setdefault((conflict.kind, frozenset(conflict.note.casefold().split(" against "))), conflict)
    return tuple(found.values())


def _between(left: Statement, right: Statement, readings: Mapping[str, Reading]) -> list[Conflict]:
    found = []
    if left.claim.polarity is not right.claim.polarity and _differ_in_polarity(left, right):
        note = _opposed(left, right)
        found.append(Conflict(kind="polarity", left=left.claim.spans, right=right.claim.spans, note=note))
    numbers = quantities_in(left.claim, readings[left.report.id])
    others = quantities_in(right.claim, readings[right.report.id])
    for one in _unmatched(numbers, others):
        for other in _unmatched(others, numbers):
            if is_same_unit(one, other):
                note = f'"{_cut(one.span, left.report)}" against "{_cut(other.span, right.report)}"'
                found.append(Conflict(kind="number", left=(one.span,), right=(other.span,), note=note))
    return found


def _opposed(left: Statement, right: Statement) -> str:
    """Say two opposed claims by the words in which they differ."""
    difference = differ([left.piece], [right.piece])
    for shown, touched in zip(difference.shown, difference.by_edit, strict=True):
        if "polarity" in touched:
            return shown.replace(" -> ", " against ")
    return f'"{_short(left.told)}" against "{_short(right.told)}"'


def _differ_in_polarity(left: Statement, right: Statement) -> bool:
    """Say whether two claims are the same words but for a negation; a cut quotation is no contradiction."""
    equal = aligned(left.words, right.words)
    is_same_else = len(equal) >= 0.7 * max(len(left.words), len(right.words))
    return is_same_else and "polarity" in touches_of(left.told.split(), right.told.split())


def quantities_in(claim: Claim, reading: Reading) -> list[Quantity]:
    """Give the quantities that a claim tells."""
    return [q for q in reading.quantities if any(q.span.overlap(span) for span in claim.spans)]


def _unmatched(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> list[Quantity]:
    """Give the quantities that the other side has nothing to agree with."""
    return [one for one in ours if not any(is_same_unit(one, other) and _agree(one, other) for other in theirs)]


def is_same_unit(one: Quantity, other: Quantity) -> bool:
    """Say whether two quantities count the same sort of thing."""
    return one.unit is not None and fold(one.unit) == fold(other.unit or "")


def _agree(left: Quantity, right: Quantity) -> bool:
    """Say whether two quantities can both be true: their ranges meet, a tenth's room where one is rough."""
    room = 0.1 if left.is_approximate or right.is_approximate else 0.0
    low, high = (left.low or 0.0) * (1 - room), (left.high if left.high is not None else float("inf")) * (1 + room)
    return low <= (right.high if right.high is not None else float("inf")) and (right.low or 0.0) <= high


def _cut(span: Span, report: Report) -> str:
    return report.text[span.start : span.end]


def _short(told: str, most: int = 70) -> str:
    plain = " ".join(told.split())
    return plain if len(plain) <= most else plain[: most - 3].rsplit(" ", 1)[0] + "..."
