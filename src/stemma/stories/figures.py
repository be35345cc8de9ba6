"""Figures that a report bounds otherwise than the report it is compared with: "about 2,300" has become "more than 2,300"."""

from collections.abc import Iterator, Sequence

from stemma.model import Quantity
from stemma.stories.amounts import agree, is_same_thing
from stemma.stories.statements import Statement
from stemma.stories.terms import matched_terms
from stemma.stories.units import DISPLAY

_LEAST = 13  # a smaller number may count anything

Pair = tuple[Quantity, Quantity]
Bound = tuple[float | None, float | None, bool]


def figures_changed(left: Statement, right: Statement) -> list[Pair]:
    """Give the quantities of two claims that say the same: of one thing, but another number or another bound.

    Where a claim tells several numbers of such a thing, which of them stands for which nobody can know.
    """
    pairs = [(one, other) for one in left.quantities for other in right.quantities if is_same_thing(one, other)]
    alone = [(one, other) for one, other in pairs if sum(one in pair or other in pair for pair in pairs) == 1]
    return [(one, other) for one, other in alone if _bound(one) != _bound(other) and not _is_converted(one, other)]


def figures_rebounded(before: Sequence[Statement], after: Sequence[Statement]) -> Iterator[Pair]:
    """Give the figures that a report tells with a bound which the other sets nowhere, in claims with one more term in common.

    Such claims need not say the same: who has the figure and the matter has them from somewhere, in whatever words.
    """
    told = {_bound(one) for statement in before for one in statement.quantities}
    for right in (one for one in after if one.unit.zone not in DISPLAY):
        for other in (one for one in right.quantities if _bound(one) not in told and _is_bounded(one)):
            for left in (one for one in before if one.unit.zone not in DISPLAY):
                same = (one for one in left.quantities if _is_bounded(one) and _is_one_figure(one, other))
                one = next(same, None)
                if one is not None and len(matched_terms(left.terms, right.terms)) > 1:
                    yield one, other


def _bound(one: Quantity) -> Bound:
    return one.low, one.high, one.is_approximate


def _is_converted(one: Quantity, other: Quantity) -> bool:
    """Say whether two figures of one kind are told in two units and agree: "about two and a half minutes", "149 seconds"."""
    return one.unit != other.unit and agree(one, other)


def is_hedge_alone(one: Quantity, other: Quantity) -> bool:
    """Say whether one figure is told as rough or bounded and as it is: "around 60" has become "sixty"."""
    value, again = (side.low if side.low is not None else side.high for side in (one, other))
    return value == again and _is_bounded(one) != _is_bounded(other)


def _is_bounded(one: Quantity) -> bool:
    return one.low is None or one.high is None or one.is_approximate


def _is_one_figure(one: Quantity, other: Quantity) -> bool:
    value, again = (side.low if side.low is not None else side.high for side in (one, other))
    is_alike = not one.unit or not other.unit or is_same_thing(one, other)
    return value is not None and value == again and value >= _LEAST and is_alike
