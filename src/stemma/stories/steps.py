"""The steps from each text of a family to each other, and from what all of them may go back to."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from stemma.stories.carriers import Carriers
from stemma.stories.departures import Departures, Elsewhere, departures
from stemma.stories.families import Family
from stemma.stories.kinship import Pairing, UnitKey, Units
from stemma.stories.originals import restore
from stemma.stories.unions import Union
from stemma.stories.witnesses import Witness, is_earlier

_TELLING = 3  # reports
_OPENING = ("", 0)  # where a text begins, as if a passage stood there
_LONE = 0.25  # of a report's sentences: who shares less with its family did not go by the rest of the other's text

Between = Mapping[tuple[str, str], Sequence[Pairing]]


def passages_of(family: Family) -> dict[UnitKey, UnitKey]:
    """Give the passage that each sentence of a family belongs to."""
    sets: Union[UnitKey] = Union()
    for pairing in family.pairings:
        sets.join((pairing.left.report_id, pairing.left.number), (pairing.right.report_id, pairing.right.number))
    return {key: sets.root(key) for key in sets.members()}


def loose_in(passage_of: Mapping[UnitKey, UnitKey]) -> Mapping[str, frozenset[UnitKey]]:
    """Give for each report the passages that stand beside none of those beside which others have them.

    So stand formulas and what a house puts at its ends: two reports that have them need not have them from each other.
    """
    beside: dict[UnitKey, list[UnitKey]] = defaultdict(list)
    for report_id, number in passage_of:
        near = [passage_of.get((report_id, place)) for place in (number - 1, number + 1)]
        beside[report_id, number] = [one for one in near if one is not None] + ([_OPENING] if number == 0 else [])
    having: dict[tuple[UnitKey, UnitKey], set[str]] = defaultdict(set)
    for key, passage in passage_of.items():
        for one in beside[key]:
            having[passage, one].add(key[0])
    found: dict[str, set[UnitKey]] = defaultdict(set)
    bound: dict[str, set[UnitKey]] = defaultdict(set)
    for key, passage in passage_of.items():
        is_bound = any(len(having[passage, one]) > 1 for one in beside[key])
        (bound if is_bound else found)[key[0]].add(passage)
    return defaultdict(frozenset, {one: frozenset(loose - bound[one]) for one, loose in found.items()})


def steps_of(
    family: Family,
    units: Units,
    witnesses: Mapping[str, Witness],
    between: Between,
    kin: Between,
    below: Mapping[str, frozenset[str]],
) -> dict[tuple[str, str], Departures]:
    """Give the steps between those that are `kin`, as (parent, child), and under ("", child) from what all may go back to.

    `between` has of the pairings of two members those in which each sentence stands once, `kin` all of them; `below` are for each
    member those that may have their text from it.
    """
    passage_of = passages_of(family)
    held = {one: frozenset(passage_of[one, number] for number in numbers) for one, numbers in family.members.items()}
    telling = _telling(passage_of)
    elsewhere = _elsewhere(Carriers(units, passage_of), below)
    shared = {one: frozenset(numbers) for one, numbers in family.members.items()}
    has_third = len(shared) > 2
    found = {
        (parent, child): departures(
            units[parent],
            units[child],
            pairings,
            telling[child],
            elsewhere,
            (shared[parent], shared[child]) if has_third else None,
        )
        for (parent, child), pairings in kin.items()
    }
    named = {one for one in family.members if witnesses[one].agencies}
    fullest = _fullest(held, named)
    if len(family.members) < _TELLING:  # nobody knows what stood between two: it may have had all that either has
        return found | {("", child): found.get((fullest, child), Departures()) for child in family.members}
    original = restore(family.members, fullest, units, passage_of, between)
    for child in family.members:
        opposite = original.pairings(units[child], passage_of)
        ends = (frozenset(range(len(original.units))), shared[child])
        steps = departures(original.units, units[child], opposite, telling[child], elsewhere, ends)
        is_lone = len(family.members[child]) < _LONE * len(units[child])
        found["", child] = _as_far_as_known(steps, is_lone=is_lone)
    return found


def _as_far_as_known(steps: Departures, *, is_lone: bool) -> Departures:
    """Leave out what cannot be known of a text not seen: in which order it had its passages, and whether it had all of them."""
    if is_lone:
        return replace(steps, moved=0, rewritten=0, added=0, dropped=0, is_cut=False)
    return replace(steps, moved=0, dropped=min(1, steps.dropped))


def _telling(passage_of: Mapping[UnitKey, UnitKey]) -> dict[str, set[int]]:
    """Give the sentences of each report whose passage three reports have or more."""
    carriers: dict[UnitKey, set[str]] = defaultdict(set)
    for (report_id, _), passage in passage_of.items():
        carriers[passage].add(report_id)
    found: dict[str, set[int]] = defaultdict(set)
    for (report_id, number), passage in passage_of.items():
        if len(carriers[passage]) >= _TELLING:
            found[report_id].add(number)
    return found


def below_of(held: Mapping[str, frozenset[UnitKey]], witnesses: Mapping[str, Witness]) -> dict[str, frozenset[str]]:
    """Give for each report those that may have their text from it, and itself.

    They are not surely earlier, and share no passage with others that it lacks.
    """
    return {
        one: frozenset(
            other
            for other in held
            if other == one
            or (held[other] <= held[one] and is_earlier(witnesses[one].report, witnesses[other].report) is not False)
        )
        for one in held
    }


def _elsewhere(carriers: Carriers, below: Mapping[str, frozenset[str]]) -> Elsewhere:
    """Say of words of a child's sentence whether a report has them that cannot have them from the child."""

    def is_had_elsewhere(pairing: Pairing, places: range) -> bool:
        child = pairing.right
        found = carriers.of((child.report_id, child.number), child.keys, places) - below[child.report_id]
        return any(one != pairing.left.report_id for one in found)

    return is_had_elsewhere


def _fullest(held: Mapping[str, frozenset[UnitKey]], named: Collection[str]) -> str:
    """Give the member that has most of the passages; of several one of `named`, who credit an agency and so stand near it."""
    return max(held, key=lambda one: (len(held[one]), one in named, one))
