"""The lead assertion of a story: the one that most reports carry, or nearly as many, and tell surely and first."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations, product

from stemma.model import Assertion, Form
from stemma.stories.kinship import UnitKey
from stemma.stories.ledger import Ledger
from stemma.stories.rules import StoryRules
from stemma.stories.statements import TOP, Statement, likeness_anywhere
from stemma.stories.unions import Union
from stemma.stories.units import DISPLAY

_MOST_UNSURE = 3  # reports for each that surely says the same
_FALL = 1.5  # by hand: with 1 details lead stories, with 2 one remark of a briefing that all quote does not lead
_NEARLY = 0.75  # of the reports that carry what most carry


def find_lead(
    assertions: Sequence[Assertion], groups: Sequence[Sequence[Statement]], ledger: Ledger
) -> Assertion | None:
    """Give the assertion that most reports carry; of several that nearly as many do, the one told most surely and farthest up.

    What all tell may be a remark far down; what nearly all tell first is the news. Claims with little more than their topic in
    common may be one assertion, but none to lead with: reports count up to three times those that surely say the same, and a
    third of one that may. What only says that something is not known, and a bare infinitive, lead only where none else is told.
    """
    every = [(one, group) for one, group in zip(assertions, groups, strict=True) if is_stated(group)]
    told = sorted(every or zip(assertions, groups, strict=True), key=lambda one: -_telling(one[1]))
    most, ranked = 0, []
    for assertion, group in told:
        if _telling(group) < _NEARLY * most:
            break  # nor will any that follows be carried by more
        sure = sure_reports(group, ledger.kinship.cluster_of, ledger.rules)
        carried = min(_telling(group), _MOST_UNSURE * sure) if sure > 1 else sure
        most = max(most, carried)
        place = sum(min(places) for places in body_places(group).values())
        worth = round((sure + carried / _MOST_UNSURE) * _height(group), 6)
        ranked.append((carried, worth, carried, sure, assertion.count.lines_max, -place, assertion.id, assertion))
    near = [one for one in ranked if one[0] >= _NEARLY * most]
    return max(near, key=lambda one: one[1:-1])[-1] if near else None


def _telling(group: Sequence[Statement]) -> int:
    """Give how many reports tell an assertion or deny it: what is news to one is news to the other."""
    return len({statement.report.id for statement in group})


def _height(group: Sequence[Statement]) -> float:
    """Give how many reports tell an assertion; one that does so below its first sentences counts the less the farther down."""
    places: dict[str, int] = {}
    for one in _chosen(group):
        place = 0 if one.unit.zone in DISPLAY else one.unit.number
        places[one.report.id] = min(place, places.get(one.report.id, place))
    return sum(float((TOP / max(TOP, place)) ** _FALL) for place in places.values())


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
