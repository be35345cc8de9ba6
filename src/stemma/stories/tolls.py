"""Tolls: how many died as of a time of day, and where two reports give two numbers for one and the same time.

A toll rises from hour to hour: two numbers are no contradiction by themselves, but where both are said to hold for one time.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, zip_longest

from stemma.model import Conflict, Granularity, Report, Span, Timex
from stemma.stories.days import is_one_clock
from stemma.stories.scenery import clipped
from stemma.stories.statements import Statement
from stemma.stories.units import Unit
from stemma.text.numerals import NUMBER, number_of

_WHO = r"(?:people|persons|passengers|men|women|children|soldiers|civilians|workers|others|victims|miners|fans|pupils)"
_DEAD = re.compile(
    rf"\b(?P<bound>at least |more than |over |up to |about |around |some |nearly |almost )?(?P<number>{NUMBER}) "
    rf"(?:{_WHO} )?(?:(?:are|were|have been|had been|have|had|now|known|confirmed) ){{0,3}}"
    r"(?:dead|deaths?|killed|died|bodies|fatalities|lives)\b"
    r"|\b(?:death toll|dead)\b[^.;]{0,40}? (?P<bound2>at least )?(?:at|to|was|is) "
    rf"(?P<number2>{NUMBER})\b(?!\.\d|:\d| ?[ap]\.?m| o['’]clock)",
    re.IGNORECASE,
)
_CLOCKS = (Granularity.MINUTE, Granularity.HOUR)
_AS_OF = re.compile(r"(?i)\b(?:by|as of|until|up to)(?: about| around| the end of)? $")
_FIGURES = re.compile(
    r"(?i)^(?:the|these|those|all|both) (?:latest |official |above )?(?:figures?|numbers?|counts?|toll|tally|totals?)\b"
)  # what a sentence says of the numbers in the one before it
_COUNTED = re.compile(r"(?i)\b(?:count|toll|tally|figure|number|stands?|stood)\b")
_LONGEST = 70


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of dead with the time that it holds for, and the claim that tells it; `spans` hold both."""

    statement: Statement
    spans: tuple[Span, ...]
    number: float
    time: Timex


def find_tolls(
    statements: Mapping[str, Sequence[Statement]], times: Mapping[str, Sequence[Timex]]
) -> Iterator[tuple[Statement, Conflict]]:
    """Give the conflicts of two reports' numbers of dead for one time, each two numbers once, with the claim of the first.

    A report that has both numbers tells of the contradiction, and contradicts nobody.
    """
    told = {report_id: list(_tolls(own, times[report_id])) for report_id, own in statements.items()}
    shown: set[frozenset[float]] = set()
    for ours, theirs in combinations(told.values(), 2):
        numbers = [{toll.number for toll in own} for own in (ours, theirs)]
        for left, right in ((left, right) for left in ours for right in theirs):
            pair = frozenset((left.number, right.number))
            is_new = len(pair) == 2 and pair not in shown and not any(pair <= own for own in numbers)
            if is_new and _is_one_time(left, right):
                shown.add(pair)
                note = " against ".join(quote(toll.statement.report, toll.spans) for toll in (left, right))
                yield left.statement, Conflict(kind="number", left=left.spans, right=right.spans, note=note)


def _is_one_time(left: Toll, right: Toll) -> bool:
    days = {one.time.moment.earliest.date() for one in (left, right) if one.time.moment and one.time.moment.earliest}
    told, again = (toll.time.span.cut(toll.statement.report.text) for toll in (left, right))
    spans = {(one.time.moment.earliest, one.time.moment.latest) for one in (left, right) if one.time.moment}
    return len(days) == 1 and (len(spans) == 1 or is_one_clock(told, again))


def _tolls(statements: Iterable[Statement], times: Sequence[Timex]) -> Iterator[Toll]:
    """Give the tolls of a report without a bound, in sentences that say, or the next says, for which time of day they hold."""
    units = {statement.unit.start: statement for statement in reversed(list(statements))}
    ordered = [units[start] for start in sorted(units)]
    for statement, following in zip_longest(ordered, ordered[1:]):
        unit, text = statement.unit, statement.report.text
        clocks = _clocks(unit, times)
        found = [
            match for match in _DEAD.finditer(text, unit.start, unit.end) if not (match["bound"] or match["bound2"])
        ]
        numbers = {number_of(match["number"] or match["number2"]) for match in found}
        if not clocks and following is not None and _FIGURES.match(text[following.unit.start : following.unit.end]):
            clocks = _clocks(following.unit, times)
        if len(clocks) != 1 or len(numbers) != 1 or None in numbers:
            continue
        (clock,), number = clocks, numbers.pop()
        if clock.span.start >= unit.end and number is not None:
            places = (found[0].start(), found[0].end()), (clock.span.start, clock.span.end)
            yield Toll(statement, tuple(Span(statement.report.id, *place) for place in places), number, clock)
            continue
        is_as_of = _AS_OF.search(text[unit.start : clock.span.start]) or _COUNTED.search(text, unit.start, unit.end)
        if is_as_of and number is not None:
            start, end = min(found[0].start(), clock.span.start), max(found[0].end(), clock.span.end)
            yield Toll(statement, (Span(statement.report.id, start, end),), number, clock)


def _clocks(unit: Unit, times: Iterable[Timex]) -> list[Timex]:
    """Give the times of day that a sentence tells."""
    told = (one for one in times if one.moment is not None and one.moment.granularity in _CLOCKS)
    return [one for one in told if unit.span.overlap(one.span)]


def quote(report: Report, spans: Iterable[Span]) -> str:
    """Give the words at some places of a report in marks, cut where they are many."""
    told = " ... ".join(" ".join(span.cut(report.text).split()) for span in spans)
    return f'"{clipped(told, _LONGEST)}"'
