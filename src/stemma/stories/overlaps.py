"""How much of their texts two reports have in common, word for word, beside what either has in common with others.

Kinship asks for narration that chance and a common occasion do not explain. Who of several kin stands nearest is asked
afterwards, and then all words tell: short sentences, quotations and formulas too, for whoever has another's text has these from
there as well.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from stemma.stories.kinship import Units
from stemma.stories.units import Unit

LONG = 8  # words in a row that hardly stand in two texts by chance
SHORT = 4  # words in a row: fewer recur in one story, more miss a departure at the edge of a passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlaps:
    """The runs of words of a family's members as sets of bits: all long runs of a report, and the short ones of its passages.

    `elsewhere` are of the short runs in a report's passages those that others have too which cannot have them from it.
    """

    texts: Mapping[str, int]
    readings: Mapping[str, int]
    elsewhere: Mapping[str, int]

    def shared(self, one: str, other: str) -> int:
        """Count the runs of eight words that two reports have in common, wherever they stand."""
        return (self.texts[one] & self.texts[other]).bit_count()

    def lacking(self, parent: str, child: str) -> int:
        """Count the runs of four words in a child's passages that others have too, not from it, and the parent has not."""
        return (self.elsewhere[child] & ~self.readings[parent]).bit_count()


def overlaps_of(members: Mapping[str, Sequence[int]], units: Units, below: Mapping[str, Collection[str]]) -> Overlaps:
    """Give the runs of words that the members of a family have in their texts, and in their passages (sentence numbers).

    `below` are for each those that may have their text from it, and itself.
    """
    passages = {one: [units[one][number] for number in numbers] for one, numbers in members.items()}
    readings = _as_bits(
        {one: {run for part in stretches(told) for run in runs_of(part, SHORT)} for one, told in passages.items()}
    )
    elsewhere = {}
    for one in members:
        others = (readings[other] for other in members if other not in below[one])
        elsewhere[one] = readings[one] & reduce(or_, others, 0)
    return Overlaps(
        texts=_as_bits({one: runs_of(units[one], LONG) for one in members}), readings=readings, elsewhere=elsewhere
    )


def stretches(units: Iterable[Unit]) -> list[list[Unit]]:
    """Give sentences that follow each other together."""
    found: list[list[Unit]] = []
    for unit in units:
        if found and found[-1][-1].number == unit.number - 1:
            found[-1].append(unit)
        else:
            found.append([unit])
    return found


def runs_of(units: Iterable[Unit], size: int) -> set[tuple[str, ...]]:
    """Give the runs of so many words in sentences that follow each other."""
    keys = [key for unit in units for key in unit.keys]
    return set(zip(*(keys[start:] for start in range(size)), strict=False))


def _as_bits(runs: Mapping[str, Iterable[tuple[str, ...]]]) -> dict[str, int]:
    """Give each set of runs as a number with a bit for every run, so that what two have in common is counted at once."""
    places: dict[tuple[str, ...], int] = {}
    found = {}
    for one, having in runs.items():
        mask = bytearray()
        for run in having:
            place = places.setdefault(run, len(places))
            if place // 8 >= len(mask):
                mask.extend(bytes(place // 8 + 1 - len(mask)))
            mask[place // 8] |= 1 << place % 8
        found[one] = int.from_bytes(mask, "little")
    return found
