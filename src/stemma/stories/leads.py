"""The lead assertion of a story: the one that most reports carry, of those that surely say the same."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations, product

from stemma.model import Assertion, Form
from stemma.stories.kinship import UnitKey
from stemma.stories.ledger import Ledger
from stemma.stories.rules import StoryRules
from stemma.stories.statements import Statement, likeness_anywhere
from stemma.stories.unions import Union
from stemma.stories.units import DISPLAY


def find_lead(
    assertions: Sequence[Assertion], groups: Sequence[Sequence[Statement]], ledger: Ledger
) -> Assertion | None:
    """Give the assertion that most reports surely carry; ties by the fewest others, all reports, lines, where they tell it.

    Claims with little more than their topic in common may be one assertion, but none to lead with. What only says that
    something is not known, and a bare infinitive, lead only where nothing else is told.
    """
    found: tuple[tuple[bool, int, int, int, int, int, str], Assertion] | None = None
    every = zip(assertions, groups, strict=True)
    told = sorted(every, key=lambda one: (not is_stated(one[1]), -_telling(one[1])))
    for assertion, group in told:
        if found is not None and (is_stated(group), _telling(group)) < found[0][:2]:
            break  # nor will any that follows be carried by more
        sure = sure_reports(group, ledger.kinship.cluster_of, ledger.rules)
        unsure = len({statement.report.id for statement in _chosen(group)}) - sure
        place = sum(min(places) for places in body_places(group).values())
        count = assertion.count
        rank = (is_stated(group), sure, -unsure, _telling(group), count.lines_max, -place, assertion.id)
        found = max(found, (rank, assertion), key=lambda one: one[0]) if found is not None else (rank, assertion)
    return found[1] if found is not None else None


def _telling(group: Sequence[Statement]) -> int:
    """Give how many reports tell an assertion or deny it: what is news to one is news to the other."""
    return len({statement.report.id for statement in group})


def _chosen(group: Sequence[Statement]) -> list[Statement]:
    """Leave out transcripts: they have all that was said, and nobody chose it for news."""
    return [statement for statement in group if statement.report.form is not Form.TRANSCRIPT]


def is_stated(group: Sequence[Statement]) -> bool:
    """Say whether some claim states something."""
    return any(not (statement.is_question or statement.is_bare) for statement in group)


def sure_reports(group: Sequence[Statement], passages: Mapping[UnitKey, UnitKey], rules: StoryRules) -> int:
    """Give how many reports, at most, carry an assertion in one passage, or in claims alike enough to those of that passage.

    Alike by themselves: that two stand at the top makes it likely, and not sure, that they say the same.
    """
    group = _chosen(group)
    ties: Union[tuple[str, str]] = Union()
    for statement in group:
        home = ("report", statement.report.id)
        passage = passages.get(statement.key)
        ties.join(home, ("passage", str(passage)) if passage is not None else home)
    kinds: dict[tuple[str, str], dict[frozenset[str], Statement]] = defaultdict(dict)
    reports: dict[tuple[str, str], set[str]] = defaultdict(set)
    for statement in group:
        root = ties.root(("report", statement.report.id))
        kinds[root].setdefault(frozenset(statement.terms), statement)
        reports[root].add(statement.report.id)
    sure = {root: len(own) for root, own in reports.items()}
    for one, other in combinations(kinds, 2):  # what is one passage is not compared
        if any(
            likeness_anywhere(left, right) >= rules.same_claim
            for left, right in product(kinds[one].values(), kinds[other].values())
        ):
            sure[one] += len(reports[other])
            sure[other] += len(reports[one])
    return max(sure.values(), default=0)


def body_places(group: Sequence[Statement]) -> dict[str, list[int]]:
    """Give where each report tells an assertion, by number of claim; its headline counts only where its body does not."""
    places: dict[str, list[int]] = {}
    for statement in sorted(group, key=lambda s: s.unit.zone in DISPLAY):
        if statement.unit.zone not in DISPLAY or statement.report.id not in places:
            places.setdefault(statement.report.id, []).append(statement.place)
    return places
