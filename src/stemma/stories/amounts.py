"""Numbers that two accounts of one assertion do not agree on."""

from collections.abc import Iterator, Sequence

from stemma.model import Conflict, Quantity
from stemma.stories.accounts import Account
from stemma.stories.terms import Measure, measure_of
from stemma.text.relations import are_related, term

_ROOM = 0.1  # of a number told as rough
_ROUNDING = 0.005  # of a number: 1.95 million and 1,954,000 are one
_OWN_KINDS = frozenset(
    {"time", "length", "weight", "percent", "percentage point", "share", "fold", "magnitude", "year"}
)


def amounts(left: Account, right: Account) -> Iterator[Conflict]:
    """Give the numbers of one thing that cannot both be true and of which neither report has the other's elsewhere."""
    ours = _unmatched(left.quantities, right.background.reading.quantities)
    theirs = _unmatched(right.quantities, left.background.reading.quantities)
    for one in ours:
        for other in theirs:
            if is_same_thing(one, other) and not agree(one, other):
                note = f'"{left.cut(one.span)}" against "{right.cut(other.span)}"'
                yield Conflict(kind="number", left=(one.span,), right=(other.span,), note=note)


def bounds(left: Account, right: Account) -> Iterator[Conflict]:
    """Give a number that one account bounds ("at least six") and the other tells as it is."""
    for one in left.quantities:
        for other in right.quantities:
            if is_same_thing(one, other) and _is_open(one) != _is_open(other) and _bound(one) == _bound(other):
                note = f'"{left.cut(one.span)}" against "{right.cut(other.span)}"'
                yield Conflict(kind="certainty", left=(one.span,), right=(other.span,), note=note)


def _is_open(one: Quantity) -> bool:
    return (one.low is None) != (one.high is None)


def _bound(one: Quantity) -> float | None:
    return one.low if one.low is not None else one.high


def _unmatched(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> list[Quantity]:
    """Give the quantities that the other report has nothing to agree with."""
    return [one for one in ours if not any(agree(one, other) for other in theirs if _may_be_same(one, other))]


def _may_be_same(one: Quantity, other: Quantity) -> bool:
    left, right = measure_of(one).kind, measure_of(other).kind
    return left == right or not {left, right} & _OWN_KINDS


def is_same_thing(one: Quantity, other: Quantity) -> bool:
    """Say whether two quantities count the same sort of thing, or things that may be the same."""
    left, right = measure_of(one).kind, measure_of(other).kind
    if not left or not right or {left, right} & _OWN_KINDS:
        return bool(left) and left == right
    return term(left) == term(right) or are_related(term(left), term(right))


def agree(left: Quantity, right: Quantity) -> bool:
    """Say whether two quantities can both be true: their ranges meet, a tenth's room where one is rough."""
    room = _ROOM if left.is_approximate or right.is_approximate else _ROUNDING
    (low, high), (least, most) = _range(measure_of(left), room), _range(measure_of(right), 0.0)
    return low <= most and least <= high


def _range(measure: Measure, room: float) -> tuple[float, float]:
    low = float("-inf") if measure.low is None else measure.low - room * abs(measure.low)
    high = float("inf") if measure.high is None else measure.high + room * abs(measure.high)
    return low, high
