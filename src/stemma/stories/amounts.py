"""Numbers that two accounts of one assertion do not agree on."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from math import log10

from stemma.model import Conflict, Quantity, Report, Span
from stemma.stories.accounts import Account
from stemma.stories.terms import Measure, measure_of
from stemma.stories.touches import value_of
from stemma.text.relations import are_related, term

_ROOM = 0.1  # of a number told as rough
_CONVERTED = 0.03  # of a number that was turned from one unit into another
_TENS = 0.001
_ROUNDING = 0.005  # of a number: 1.95 million and 1,954,000 are one
_MONTH = timedelta(days=31)
_VAGUE = frozenset("dozens scores".split())  # numbers in the plural are none
_BESIDE = 2  # words behind "third" in which what it counts stands
_ORDINALS = frozenset(
    "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth 2nd 3rd 4th 5th 6th 7th 8th 9th 10th "
    "ground top".split()
)
_AS_OF = re.compile(
    r"\b(?:by|as of) (?:(?:the|early|late|mid|last)[ -])*((?:noon|midday|midnight|dawn|daybreak|sunrise|lunch|dusk|sunset|night|"
    r"morning|afternoon|evening|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\w*|\d+(?:[:.]\d\d)?(?: ?[ap]\.?m\b)?)",
    re.IGNORECASE,
)
_OLD = re.compile(r"[ -]?(?:years?[ -])?(?:old|of age)\b", re.IGNORECASE)
_YEARS = re.compile(r"years?$", re.IGNORECASE)
_CURRENCIES = frozenset(
    "dollar euro pound yen yuan rupee franc mark rouble ruble krone krona peso real rand lira won".split()
)
_OWN_KINDS = frozenset(
    {"duration", "length", "weight", "area", "percent", "percentage point", "share", "fold", "magnitude", "year"}
)


def amounts(left: Account, right: Account) -> Iterator[Conflict]:
    """Give the numbers of one thing that cannot both be true and of which neither report has the other's elsewhere.

    What was counted "by noon" and "by nightfall" was counted twice.
    """
    moments = _as_of(left), _as_of(right)
    if all(moments) and moments[0].isdisjoint(moments[1]):
        return
    is_same = left.is_word_for_word(right, lambda name: name.startswith("#"))
    beside = [one.quantities if is_same else one.background.reading.quantities for one in (left, right)]
    ours, theirs = _unmatched(left.quantities, beside[1]), _unmatched(right.quantities, beside[0])
    is_like = left.is_else_like(right, lambda name: name.startswith("#"))
    for one in ours:
        beside_it = [other for other in theirs if _are_of_one(one, left, other, right)]
        for other in beside_it:
            is_thing = one.unit == other.unit or measure_of(one).kind != "share" or is_like
            is_alone = len(beside_it) == 1 == sum(_are_of_one(also, left, other, right) for also in ours)
            is_unit = _is_converted(
                measure_of(one), measure_of(other)
            )  # the same figure of another unit is no agreement
            is_told = not is_unit and (_is_told(one, right) or _is_told(other, left))
            is_older = _is_age(one, left) and may_have_aged(left.background.report, right.background.report)
            if is_thing and is_alone and not is_told and not is_older and not agree(one, other):
                yield _conflict("number", left, one.span, right, other.span)
    yield from _left_over(left, right)
    yield from _ordinals(left, right)


def apart(left: Report, right: Report) -> timedelta | None:
    """Give the time between two reports; None where a date is not known."""
    days = [one.published.earliest for one in (left, right) if one.published and one.published.earliest]
    return abs(days[0] - days[1]) if len(days) == 2 else None


def may_have_aged(left: Report, right: Report) -> bool:
    """Say whether a birthday may well lie between two reports."""
    return (apart(left, right) or _MONTH) > _MONTH


def _are_of_one(one: Quantity, left: Account, other: Quantity, right: Account) -> bool:
    """Say whether two numbers may be of one thing: an age is no span of years."""
    return is_same_thing(one, other) and _is_age(one, left) == _is_age(other, right)


def _is_told(one: Quantity, account: Account) -> bool:
    """Say whether an account has a number of another's, whatever it counts there."""
    return one.low == one.high and one.low in (value_of(key) for key in account.keys if key not in _VAGUE)


def _is_age(one: Quantity, account: Account) -> bool:
    """Say whether a number of years tells how old somebody is: "Roe, 44," or "44 years old", not "44 years in office"."""
    behind = account.background.report.text[one.span.end : one.span.end + 12]
    return one.unit == "year" and (_OLD.match(behind) is not None or _YEARS.search(account.cut(one.span)) is None)


def _as_of(account: Account) -> set[str]:
    """Give the times up to which the claims of an account count."""
    return {found.group(1).casefold() for span in account.spans for found in _AS_OF.finditer(account.cut(span))}


def _left_over(left: Account, right: Account) -> Iterator[Conflict]:
    """Give the one bare number that each account has, where all else that they tell is much the same."""
    bare = _bare(left), _bare(right)
    if len(bare[0]) != 1 or len(bare[1]) != 1 or bare[0].keys() & bare[1].keys():
        return
    (ours, one), (theirs, other) = *bare[0].items(), *bare[1].items()
    is_elsewhere = ours in map(value_of, right.background.keys) or theirs in map(value_of, left.background.keys)
    if not is_elsewhere and left.is_else_like(right, lambda name: name.startswith("#")):
        yield _conflict("number", left, one, right, other)


def _bare(account: Account) -> dict[float, Span]:
    """Give the numbers of an account that count nothing which was read, and stand in no time."""
    taken = [one.span for one in account.quantities if one.unit] + [one.span for one in account.times]
    return {
        value: account.span_of([place])
        for place, word in enumerate(account.words)
        if (value := value_of(word.key)) is not None and value > 1
        if not any(span.start <= word.start < span.end for span in taken)
    }


def _ordinals(left: Account, right: Account) -> Iterator[Conflict]:
    """Give the places in an order that the accounts give to one thing, where neither report has the other's anywhere."""
    for at, key in enumerate(left.keys):
        for other_at, other in enumerate(right.keys):
            if key == other or not {key, other} <= _ORDINALS:
                continue
            counted = left.around(at, 0, _BESIDE) & right.around(other_at, 0, _BESIDE)
            if counted and key not in right.background.keys and other not in left.background.keys:
                yield _conflict("number", left, left.span_of([at]), right, right.span_of([other_at]))
                return


def _conflict(kind: str, left: Account, span: Span, right: Account, other: Span) -> Conflict:
    note = f'"{left.cut(span)}" against "{right.cut(other)}"'
    return Conflict(kind=kind, left=(span,), right=(other,), note=note)


def bounds(left: Account, right: Account) -> Iterator[Conflict]:
    """Give a number that one account bounds ("at least six") and the other tells as it is."""
    for one in left.quantities:
        for other in right.quantities:
            if not is_same_thing(one, other) or _bound(one) != _bound(other):
                continue
            if _is_open(one) and _is_open(other) and (one.low is None) != (other.low is None):  # "up to", "more than"
                yield _conflict("number", left, one.span, right, other.span)
            elif _is_open(one) != _is_open(other):
                yield _conflict("certainty", left, one.span, right, other.span)


def _is_open(one: Quantity) -> bool:
    return (one.low is None) != (one.high is None)


def _bound(one: Quantity) -> float | None:
    return one.low if one.low is not None else one.high


def _unmatched(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> list[Quantity]:
    """Give the quantities that the other report has nothing to agree with; "dozens" of nothing named agree with all and none."""
    telling = [other for other in theirs if other.unit is not None or not _is_open(other)]
    return [one for one in ours if not any(agree(one, other) for other in telling if may_be_same(one, other))]


def may_be_same(one: Quantity, other: Quantity) -> bool:
    """Say whether two quantities may be of one thing, as far as their kinds of unit tell."""
    left, right = measure_of(one).kind, measure_of(other).kind
    return left == right or not {left, right} & _OWN_KINDS


def is_same_thing(one: Quantity, other: Quantity) -> bool:
    """Say whether two quantities count the same sort of thing, or things that may be the same."""
    left, right = measure_of(one).kind, measure_of(other).kind
    if not left or not right or {left, right} & _OWN_KINDS or {left, right} <= _CURRENCIES:
        return bool(left) and left == right
    return term(left) == term(right) or are_related(term(left), term(right))


def agree(left: Quantity, right: Quantity) -> bool:
    """Say whether two quantities can both be true: their ranges meet, a tenth's room where one is rough.

    Two ranges that have an end alone in common ("30 to 60", "60 to 90") do not meet. Who turns miles into kilometres rounds: to
    the last figure told, or to some hundredths.
    """
    is_rough = left.is_approximate or right.is_approximate
    are_ranges = not is_rough and _is_range(left) and _is_range(right)
    one, other = measure_of(left), measure_of(right)
    room = _ROOM if is_rough else -_ROUNDING if are_ranges else _ROUNDING
    step = 0.0
    if _is_converted(one, other):
        room, step = max(room, _CONVERTED), max(_half_step(left, one), _half_step(right, other))
    (low, high), (least, most) = _range(one, room), _range(other, 0.0)
    return low - step <= most and least <= high + step


def _is_converted(one: Measure, other: Measure) -> bool:
    """Say whether two units of one kind are not a power of ten apart: kilometres and miles, not grams and kilograms."""
    tens = log10(one.size / other.size)
    return one.kind == other.kind and one.kind != "duration" and abs(tens - round(tens)) > _TENS


def _half_step(quantity: Quantity, measure: Measure) -> float:
    """Give half of the last figure that a number was told to, in the base of its unit."""
    told = next((bound for bound in (quantity.low, quantity.high) if bound is not None), 0.0)
    return 0.5 * measure.size if float(told).is_integer() else 0.05 * measure.size


def _is_range(one: Quantity) -> bool:
    return one.low is not None and one.high is not None and one.low < one.high


def _range(measure: Measure, room: float) -> tuple[float, float]:
    low = float("-inf") if measure.low is None else measure.low - room * abs(measure.low)
    high = float("inf") if measure.high is None else measure.high + room * abs(measure.high)
    return low, high
