"""Slips: a detail of one thing that two reports give otherwise, in claims that need not say the same.

A figure of which two digits changed places ("31,482 adults", "13,482 adults") or one is another, how old one person is, how long
the one trial was, how a person is spelt: what is miscopied, and what no joined claim shows where the sentences around it are
different ones.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from stemma.model import Conflict, NameKind, Quantity, Reading, Span
from stemma.stories.amounts import apart, is_same_thing, may_be_same, may_have_aged
from stemma.stories.namesakes import are_one_person, may_be_one_person, plain
from stemma.stories.statements import Statement
from stemma.stories.tolls import quote
from stemma.text.numerals import NUMBER, number_of

_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+|\d{3,}")
_YEARS = r"(?P<years>[1-9]\d|10\d)\b(?![:.,]\d| ?[ap]\.?m\b| ?%| per)"
_BEHIND = re.compile(rf"(?:,? who (?:is|was)|,)? (?:aged )?{_YEARS}(?=[,;.]| years old)")
_IN_BRACKETS = re.compile(rf" \((?:aged )?{_YEARS}\)")
_DIED = re.compile(rf"(?i)\b(?:dies|died|dead|passed away)\b[^.;]{{0,60}}?\b(?:at|aged|at the age of) {_YEARS}")
_BEFORE = re.compile(rf"\b{_YEARS}-year-old (?:[a-z]+ ){{0,3}}$")
_REACH = 60
_LONG = 5
_MAY_BE_PERSONS = frozenset((NameKind.PERSON, NameKind.OTHER))  # of a first name that no list has, nobody knows
_SPAN = r"(?:minute|hour|day|week|month|year|mile|kilometre|metre|foot)"
_LASTING = re.compile(rf"(?i)\b(?:(?P<the>the) )?(?P<number>{NUMBER})-(?P<what>{_SPAN}[ -][a-z]{{3,}})\b")

Sentence = tuple[Span, Statement]


@dataclass(frozen=True, slots=True)
class Detail:
    """A number that a sentence gives for some thing, or a name; `is_one` where the words say that there is one such thing."""

    statement: Statement
    what: str
    number: str
    spans: tuple[Span, ...]
    is_one: bool = True
    quantity: Quantity | None = None


def find_slips(
    statements: Mapping[str, Sequence[Statement]], readings: Mapping[str, Reading]
) -> Iterator[tuple[Statement, Conflict]]:
    """Give the details of one thing that two reports give otherwise, each two values once, with a claim of the first's sentence.

    A report that has both values tells of the contradiction, or of two things, and contradicts nobody. Of what a report gives
    two numbers for itself nobody can know which is which.
    """
    figures: list[Detail] = []
    details: list[Detail] = []
    persons: list[Detail] = []
    numbers: dict[str, set[str]] = {}
    for report_id, own in statements.items():
        places = [(one.unit.span, one) for one in {one.unit.start: one for one in reversed(own)}.values()]
        found = list(_figures(places, readings[report_id]))
        numbers[report_id] = {one.number for one in found}
        figures += _alone(found, _counts_same)
        details += _alone([*_ages(places, readings[report_id]), *_lasting(places)], _is_of_same)
        persons += _alone(_persons(places, readings[report_id]), _is_of_same)
    yield from _miscopied(figures, numbers)
    yield from _unlike(details)
    yield from _misspelt(persons)


def _alone(details: Sequence[Detail], is_same: Callable[[Detail, Detail], bool]) -> Iterator[Detail]:
    """Give the details of a report that it gives no other number for."""
    return (one for one in details if all(one.number == other.number or not is_same(one, other) for other in details))


def _is_of_same(one: Detail, other: Detail) -> bool:
    return one.what == other.what


def _counts_same(one: Detail, other: Detail) -> bool:
    return one.quantity is not None and other.quantity is not None and is_same_thing(one.quantity, other.quantity)


def _may_count_same(one: Detail, other: Detail) -> bool:
    """Say whether two figures count the same, or are so long that they have the same digits for no other reason."""
    is_long = len(one.number) >= _LONG and sorted(one.number) == sorted(other.number)
    may_be = one.quantity is not None and other.quantity is not None and may_be_same(one.quantity, other.quantity)
    return _counts_same(one, other) or (is_long and may_be)


def _miscopied(figures: Iterable[Detail], numbers: Mapping[str, set[str]]) -> Iterator[tuple[Statement, Conflict]]:
    """Give the figures of two reports that are one but for a digit, or two digits that changed places."""
    told = defaultdict(list)
    for one in figures:
        told[one.number].append(one)
    for first, second in _slips(told):
        left = [one for one in told[first] if second not in numbers[one.statement.report.id]]
        right = [one for one in told[second] if first not in numbers[one.statement.report.id]]
        pair = next((pair for pair in product(left, right) if _may_count_same(*pair)), None)
        if pair is not None:
            yield _conflict(*pair)


def _slips(numbers: Iterable[str]) -> list[tuple[str, str]]:
    """Give the numbers of which one may be the other miscopied, in the order in which they stand."""
    alike = defaultdict(list)
    for number in numbers:
        alike["".join(sorted(number))].append(number)
        for place in range(len(number)):
            alike[f"{number[:place]}_{number[place + 1 :]}"].append(number)
    pairs = {pair: None for group in alike.values() for pair in combinations(group, 2)}
    return [pair for pair in pairs if _is_slip(*pair)]


def _is_slip(one: str, other: str) -> bool:
    """Say whether two figures of as many digits have two in another order, or one other that is not told in hundreds."""
    unlike = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    is_round = one.endswith("00") or other.endswith("00")
    return (len(unlike) == 2 and unlike[0] == unlike[1][::-1]) or (len(unlike) == 1 and not is_round)


def _unlike(details: Iterable[Detail]) -> Iterator[tuple[Statement, Conflict]]:
    """Give the details of one thing for which two reports of one month give two numbers."""
    told: dict[str, dict[str, list[Detail]]] = defaultdict(lambda: defaultdict(list))
    for one in details:
        told[one.what][one.number].append(one)
    for numbers in told.values():
        for left, right in combinations(numbers.values(), 2):
            pairs = ((one, other) for one, other in product(left, right) if one.is_one or other.is_one)
            near = (pair for pair in pairs if not may_have_aged(*(one.statement.report for one in pair)))
            pair = next(near, None)
            if pair is not None:
                yield _conflict(*pair, is_sure=apart(*(one.statement.report for one in pair)) is not None)


def _misspelt(persons: Iterable[Detail]) -> Iterator[tuple[Statement, Conflict]]:
    """Give the persons whose surnames differ by a letter in two reports; that they are one is not sure."""
    told: dict[str, dict[str, Detail]] = defaultdict(dict)
    for one in persons:
        told[one.what].setdefault(one.number, one)
    for spelt in told.values():
        for left, right in combinations(spelt, 2):
            is_plural = left.removesuffix("s") == right.removesuffix("s")
            if may_be_one_person(left, right) and not (is_plural or are_one_person(left, right)):
                yield _conflict(spelt[left], spelt[right], kind="name", is_sure=False)


def _conflict(left: Detail, right: Detail, *, kind: str = "number", is_sure: bool = True) -> tuple[Statement, Conflict]:
    note = " against ".join(quote(one.statement.report, one.spans) for one in (left, right))
    return left.statement, Conflict(kind=kind, left=left.spans, right=right.spans, note=note, is_sure=is_sure)


def _figures(sentences: Sequence[Sentence], reading: Reading) -> Iterator[Detail]:
    """Give the exact figures of three digits and more."""
    for one in reading.quantities:
        statement = _statement_at(one.span, sentences)
        match = _FIGURE.match(one.span.cut(statement.report.text)) if statement else None
        if statement and match and one.low == one.high and not one.is_approximate:
            yield Detail(statement, one.unit or "", match.group().replace(",", ""), (one.span,), quantity=one)


def _statement_at(span: Span, sentences: Iterable[Sentence]) -> Statement | None:
    return next((statement for place, statement in sentences if place.overlap(span)), None)


def _ages(sentences: Sequence[Sentence], reading: Reading) -> Iterator[Detail]:
    """Give how old a report says that a person with a whole name is; the age of who died may stand behind the death."""
    persons = [one for one in reading.names if one.kind is NameKind.PERSON]
    for name in (one for one in persons if " " in one.canonical):
        statement = _statement_at(name.span, sentences)
        if statement is None:
            continue
        unit, text = statement.unit, statement.report.text
        start, end = name.span.start, name.span.end
        found = _BEHIND.match(text, end) or _IN_BRACKETS.match(text, end)
        found = found or _BEFORE.search(text, max(unit.start, start - _REACH), start)
        beside = {one.canonical for one in persons if unit.span.overlap(one.span)}
        if found is None and len(beside) == 1:
            found = _DIED.search(text, end, unit.end)
        if found is not None:
            places = sorted([(start, end), found.span("years")])
            spans = tuple(Span(name.span.report_id, *place) for place in places)
            yield Detail(statement, name.canonical.casefold(), found["years"], spans)


def _persons(sentences: Sequence[Sentence], reading: Reading) -> list[Detail]:
    """Give the persons whom a report names whole, by what they are called before the surname."""
    named: dict[str, Detail] = {}
    for one in reading.names:
        name = plain(one.canonical)
        if one.kind in _MAY_BE_PERSONS and " " in name and name not in named:
            statement = _statement_at(one.span, sentences)
            if statement is not None:
                named[name] = Detail(statement, name.rpartition(" ")[0], name, (one.span,))
    return list(named.values())


def _lasting(sentences: Iterable[Sentence]) -> Iterator[Detail]:
    """Give how long, or how far, the things of a report are that have a number joined to them: "the 19-day trial"."""
    for place, statement in sentences:
        for match in _LASTING.finditer(statement.report.text, place.start, place.end):
            number = number_of(match["number"])
            if number is not None and not match["what"].casefold().endswith("old"):
                what = match["what"].casefold().replace("-", " ")
                span = Span(place.report_id, match.start("number"), match.end())
                yield Detail(statement, what, str(number), (span,), is_one=match["the"] is not None)
