"""Terms: what a claim is compared by, its telling words under one concept each, its numbers and times as values."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from stemma.model import Granularity, Quantity, Timex
from stemma.stories.touches import value_of
from stemma.text.background import load
from stemma.text.relations import are_related, relations_of, terms
from stemma.text.words import Word

_RARITY = 9000  # millibits: rarer than about one word in 500 names a matter, the commoner ones bind
_NUMBER = 12_000  # millibits of a number ...
_TIME = 9_000  # ... and of a day, which many claims of a story share
_RELATED = 0.6  # of the rarity of two words that may name one thing
_VALUES = "#@"
_BINDING = frozenset(
    "say tell accord add note claim may will would could should might must can than that then there their they them these "
    "those which while when where what with from have has had into onto over under about after before during also other "
    "another same such some many much more most less few any all each every both either only just even ever very too not no "
    "nor never one two he she his her him it its who whom whose this be do did does done itself".split()
)
_MINUTES = {
    "second": 1 / 60,
    "minute": 1,
    "hour": 60,
    "day": 1440,
    "week": 10080,
    "month": 43800,
    "year": 525600,
    "decade": 5256000,
}
_METRES = {
    "inch": 0.0254,
    "foot": 0.3048,
    "yard": 0.9144,
    "mile": 1609.344,
    "centimetre": 0.01,
    "centimeter": 0.01,
    "metre": 1.0,
    "meter": 1.0,
    "kilometre": 1000.0,
    "kilometer": 1000.0,
}
_KILOGRAMS = {
    "kilogram": 1.0,
    "kilo": 1.0,
    "pound": 0.4536,
    "ton": 1000.0,
    "tonne": 1000.0,
    "gram": 0.001,
    "ounce": 0.02835,
}
_SQUARE_METRES = {"acre": 4046.86, "hectare": 10000.0}
_MEASURES = {
    unit: (kind, size)
    for kind, sizes in (("duration", _MINUTES), ("length", _METRES), ("weight", _KILOGRAMS), ("area", _SQUARE_METRES))
    for unit, size in sizes.items()
}
_PLURALS = {"feet": "foot", "inches": "inch"}
_FIGURES = {Granularity.YEAR: 4, Granularity.MONTH: 7, Granularity.QUARTER: 7}


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A number of something in the base of its kind of unit ("duration", "length", "weight"), or of the thing counted itself.

    `size` is how much of the base the unit is that it was told in.
    """

    kind: str
    low: float | None
    high: float | None
    size: float = 1.0


def measure_of(quantity: Quantity) -> Measure:
    """Give a quantity so that an hour and a half is 90 minutes, and a foot twelve inches."""
    unit = (quantity.unit or "").casefold()
    kind, size = _MEASURES.get(unit, (unit, 1.0))
    if unit == "percent":
        kind, size = "share", 0.01
    low, high = (None if bound is None else bound * size for bound in (quantity.low, quantity.high))
    return Measure(kind=kind, low=low, high=high, size=size)


def weigh(words: Sequence[Word], quantities: Iterable[Quantity], times: Iterable[Timex]) -> dict[str, int]:
    """Give the terms of a claim's words with their rarity in millibits; words of a number or time count as its value."""
    found: dict[str, int] = {}
    taken: set[int] = set()
    for quantity in quantities:
        found |= dict.fromkeys(_value(quantity), _NUMBER)
        taken.update(
            word.start for word in words if quantity.span.start <= word.start < quantity.span.end and _counts(word)
        )
    for time in times:
        values = _days(time)
        found |= dict.fromkeys(values, _TIME)
        taken.update(word.start for word in words if values and time.span.start <= word.start < time.span.end)
    background = load()
    for place, name in terms([word.key for word in words]):
        key = words[place].key
        if words[place].start not in taken and not {key, name} & _BINDING and len(name) > 1:
            value = value_of(key)
            rarity = background.rarity(key) if value is None else _NUMBER
            shown = name if value is None else f"#{value:g}"
            if rarity >= _RARITY:
                found[shown] = max(found.get(shown, 0), rarity)
    return found


def _value(quantity: Quantity) -> Iterator[str]:
    measure = measure_of(quantity)
    value = measure.low if measure.low is not None else measure.high
    if value is not None:
        yield f"#{value:.3g} {measure.kind}" if measure.kind in ("duration", "length", "weight") else f"#{value:g}"


def _counts(word: Word) -> bool:
    """Say whether a word is part of a number, of a unit of measure or of an age ("66-year-old")."""
    unit = _PLURALS.get(word.key, word.key.removesuffix("-old").removesuffix("s"))
    is_value = not word.key[0].isalpha() or value_of(word.key) is not None or word.key in ("a", "an", "half", "and")
    return is_value or unit in _MEASURES


def _days(time: Timex) -> Iterable[str]:
    if time.moment is None or time.moment.earliest is None:
        return ()
    return (f"@{time.moment.earliest.isoformat()[: _FIGURES.get(time.moment.granularity, 10)]}",)


def matched_terms(left: Mapping[str, int], right: Mapping[str, int]) -> dict[tuple[str, str], float]:
    """Give the terms that two claims share, with how much of a term that is: related words count in part."""
    found = {(name, name): 1.0 for name in left if name in right}
    own, rest = _apart(left, right), _apart(right, left)
    theirs = frozenset().union(*map(relations_of, rest))
    own = [name for name in own if not theirs.isdisjoint(relations_of(name))]
    if own:
        rest.sort(key=lambda name: (-right[name], name))
        for name in sorted(own, key=lambda name: (-left[name], name)):
            match = next((one for one in rest if are_related(name, one)), None)
            if match is not None:
                rest.remove(match)
                found[name, match] = _RELATED
    return found


def _apart(one: Mapping[str, int], other: Mapping[str, int]) -> list[str]:
    return [name for name in one if name not in other and name[0] not in _VALUES]


def shared_terms(left: Mapping[str, int], right: Mapping[str, int]) -> tuple[int, float]:
    """Give what two claims share: rarity in millibits and number of terms."""
    matched = matched_terms(left, right)
    weight = sum(int(share * min(left[one], right[other])) for (one, other), share in matched.items())
    return weight, sum(matched.values())
