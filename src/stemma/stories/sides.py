"""In whose words an assertion is told, and which reports say the opposite: shown with it, and never counted for it."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from stemma.model import Conflict, Polarity
from stemma.stories.statements import Statement, is_sure, jaccard
from stemma.stories.units import DISPLAY


def main_statement(group: Sequence[Statement], conflicts: Sequence[Conflict]) -> Statement:
    """Give the claim that is most like all others of an assertion; ties by fullness, then by the earlier report.

    What most reports assert is not told in the words of the one that denies it, nor the other way round.
    """
    denied = Counter(one for conflict in _turned(conflicts) for ends in _ends(conflict) for one in ends)
    fewest = min(denied[s.report.id] for s in group)
    group = [s for s in group if denied[s.report.id] == fewest]
    body = [s for s in group if s.unit.zone in ("body", "speech")] or list(group)
    polarities = Counter(s.claim.polarity for s in body)
    body = [s for s in body if 2 * polarities[s.claim.polarity] > len(body)] or body

    def closeness(one: Statement) -> float:
        return sum(jaccard(one, other) for other in group if other is not one)

    return max(
        body, key=lambda s: (not s.is_bare, round(closeness(s), 6), is_sure(s.claim), len(s.content), -body.index(s))
    )


def deniers(main: Statement, group: Sequence[Statement], conflicts: Sequence[Conflict]) -> frozenset[str]:
    """Give the reports that deny what the main claim says: those in conflict with it, and all that tell it in the same words.

    Where a conflict is of a claim and its denial, every report that denies the claim in its body is on that side.
    """
    told = _polarities(group)
    own = main.report.id
    found: set[str] = set()
    for conflict in _turned(conflicts):
        left, right = _ends(conflict)
        poles = [{told[one] for one in ends if one in told} for ends in (left, right)]
        if all(len(pole) == 1 for pole in poles) and poles[0] != poles[1] and own in told:
            found |= {one for one, pole in told.items() if pole is not told[own]}
        elif own in left | right:
            found |= _same_words(right if own in left else left, group)
    return frozenset(found - {own})


def _turned(conflicts: Sequence[Conflict]) -> list[Conflict]:
    return [conflict for conflict in conflicts if conflict.kind == "polarity" and conflict.is_sure]


def _ends(conflict: Conflict) -> tuple[frozenset[str], frozenset[str]]:
    left, right = (frozenset(span.report_id for span in ends) for ends in (conflict.left, conflict.right))
    return left, right


def _polarities(group: Sequence[Statement]) -> Mapping[str, Polarity]:
    """Give for each report whether its body affirms or denies; a report that does both is on no side."""
    found: dict[str, set[Polarity]] = defaultdict(set)
    for statement in group:
        if statement.unit.zone not in DISPLAY:
            found[statement.report.id].add(statement.claim.polarity)
    return {report_id: poles.pop() for report_id, poles in found.items() if len(poles) == 1}


def _same_words(reports: frozenset[str], group: Sequence[Statement]) -> set[str]:
    """Give the reports that tell the assertion in the very words of some."""
    worded = {_words(one) for one in group if one.report.id in reports}
    return {one.report.id for one in group if _words(one) in worded}


def _words(statement: Statement) -> tuple[str, ...]:
    return tuple(word.key for word in statement.words)
