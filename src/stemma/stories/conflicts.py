"""Where two reports' claims of one assertion do not agree."""

from collections.abc import Mapping, Sequence

from stemma.model import Claim, Conflict, Quantity, Reading, Report, Span, Stance
from stemma.stories.assertions import Statement, jaccard
from stemma.stories.integrity import differ_whole
from stemma.stories.rules import StoryRules
from stemma.stories.touches import is_real
from stemma.text.align import aligned
from stemma.text.words import fold

DENIALS = frozenset(
    "deny denies denied denying reject rejects rejected refute refutes refuted insist insists insisted refuse refused fail "
    "failed unlikely rule ruled".split()
)


def find_conflicts(
    group: Sequence[Statement], readings: Mapping[str, Reading], rules: StoryRules
) -> tuple[Conflict, ...]:
    """Give the conflicts between the first telling of an assertion in each two reports: polarity, then numbers."""
    found: dict[tuple[str, frozenset[str]], Conflict] = {}
    firsts: dict[str, Statement] = {}
    for statement in group:
        firsts.setdefault(statement.report.id, statement)
    told = [(statement, _look(statement)) for statement in firsts.values()]
    known: dict[tuple[_Look, _Look], tuple[bool, str | None]] = {}  # copies are compared once
    for place, (left, look) in enumerate(told):
        for right, other in told[place + 1 :]:
            if (look, other) not in known:
                is_like = jaccard(left, right) >= rules.conflict_likeness
                known[look, other] = is_like, _opposed(left, right) if is_like else None
            is_like, note = known[look, other]
            if is_like:
                for conflict in _between(left, right, note, readings):
                    # copies of one text conflict with the same words: told once
                    found.setdefault((conflict.kind, frozenset(conflict.note.casefold().split(" against "))), conflict)
    return tuple(found.values())


_Look = tuple[str, tuple[tuple[int, int], ...]]


def _look(statement: Statement) -> _Look:
    """Give all that the wording of a claim is compared by: its text, and where in it the claim's stretches lie."""
    spans = statement.claim.spans
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    return statement.report.text[first:last], tuple((span.start - first, span.end - first) for span in spans)


def _between(left: Statement, right: Statement, note: str | None, readings: Mapping[str, Reading]) -> list[Conflict]:
    """Give the conflicts of two claims; `note` says in which words they are opposed."""
    found = []
    if not _is_one_voice(left, right):
        return []
    if note is not None:
        found.append(Conflict(kind="polarity", left=left.claim.spans, right=right.claim.spans, note=note))
    numbers = quantities_in(left.claim, readings[left.report.id])
    others = quantities_in(right.claim, readings[right.report.id]) if numbers else []
    for one in _unmatched(numbers, readings[right.report.id].quantities) if others else ():
        for other in _unmatched(others, readings[left.report.id].quantities):
            if is_same_unit(one, other):
                note = f'"{_cut(one.span, left.report)}" against "{_cut(other.span, right.report)}"'
                found.append(Conflict(kind="number", left=(one.span,), right=(other.span,), note=note))
    return found


def _opposed(left: Statement, right: Statement) -> str | None:
    """Say two claims that are the same words but for a negation by the words in which they differ; None if they are not.

    A cut quotation contradicts nothing; a denial told as such ("denied that") turns what it denies, and is left alone.
    """
    keys = {word.key for word in (*left.words, *right.words)}
    if keys & DENIALS or [word.key for word in left.words] == [word.key for word in right.words]:
        return None
    equal = aligned(left.words, right.words)
    if len(equal) < 0.7 * max(len(left.words), len(right.words)):
        return None
    difference = differ_whole(left.piece, right.piece)
    for edit, touched, shown in zip(difference.edits, difference.by_edit, difference.shown, strict=True):
        if "polarity" in touched and is_real("polarity", edit):
            return shown.replace(" -> ", " against ")
    return None


def _is_one_voice(left: Statement, right: Statement) -> bool:
    return left.voice_id == right.voice_id and Stance.DENIES not in {
        statement.attribution.stance for statement in (left, right) if statement.attribution is not None
    }


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
