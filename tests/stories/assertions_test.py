"""Claims that say the same: of many copies each wording is compared once, and the answer is that of comparing all with all."""

from collections import defaultdict
from itertools import combinations

import pytest
from benchmarks.corpus import one_event

from stemma.desk.settings import Settings
from stemma.desk.tray import take
from stemma.matches import match
from stemma.readings import ReadingRules, read
from stemma.stories.assertions import Scores, group_statements, is_sure, likeness, statements_of
from stemma.stories.families import find_families
from stemma.stories.kinship import find_kin
from stemma.stories.rules import StoryRules
from stemma.stories.units import DISPLAY, units_of

RULES = StoryRules()


@pytest.fixture(scope="module")
def story():
    """Give the claims of thirty made reports of one event, and what is kin among them."""
    reports = sorted(take([record for record, _ in one_event(30, words=160)], Settings()).reports, key=lambda r: r.id)
    readings = {report.id: read(report, ReadingRules(reader="fast")) for report in reports}
    units = {report.id: units_of(report, readings[report.id]) for report in reports}
    kinship = find_families(find_kin(units, match(tuple(reports)), RULES), RULES)
    return [s for r in reports for s in statements_of(r, readings[r.id], units[r.id])], kinship


def common(left, right):
    return len(left.content.keys() & right.content.keys())


def grouped_slowly(statements, kinship):
    """Compare all with all, then merge as the method says."""
    known = {}
    for i, j in combinations(range(len(statements)), 2):
        if common(statements[i], statements[j]) > 1:
            bonus = 0.2 if kinship.is_joined(statements[i].key, statements[j].key) else 0.0
            known[i, j] = likeness(statements[i], statements[j]), bonus
    ranked = sorted(
        (-score - bonus, i, j)
        for (i, j), (score, bonus) in known.items()
        if score >= (0.3 if bonus else 0.5) and (bonus or is_sure(statements[i].claim) == is_sure(statements[j].claim))
    )
    group_of = {number: [number] for number in range(len(statements))}

    def alike(one, other):
        best = defaultdict(float)
        for i in one:
            likest = max(sum(known.get((min(i, j), max(i, j)), (0.0, 0.0))) for j in other)
            best[statements[i].report.id] = max(best[statements[i].report.id], likest)
        return sum(best.values()) >= 0.4 * len(best)

    def may_meet(left, right):
        if left.report.id != right.report.id:
            return True
        is_display = left.unit.zone in DISPLAY or right.unit.zone in DISPLAY
        is_lede = min(left.place, right.place) <= 3
        return likeness(left, right) >= (0.25 if is_display else 0.45 if is_lede else 1.0)

    for _, i, j in ranked:
        one, other = group_of[i], group_of[j]
        may = one is not other and all(may_meet(statements[a], statements[b]) for a in one for b in other)
        if may and alike(one, other) and alike(other, one):
            one.extend(other)
            group_of.update(dict.fromkeys(other, one))
    return sorted({id(group): sorted(group) for group in group_of.values()}.values())


def test_claims_are_grouped_as_if_all_were_compared_with_all(story):
    statements, kinship = story

    groups = group_statements(statements, kinship, (), RULES)

    assert max(map(len, groups)) > 5
    assert [[statements.index(one) for one in group] for group in groups] == grouped_slowly(statements, kinship)


def test_every_likeness_is_that_of_the_two_claims(story):
    statements, _ = story
    scores = Scores(statements)

    assert len(scores.members) < len(statements)
    for i, j in combinations(range(len(statements)), 2):
        told = likeness(statements[i], statements[j]) if common(statements[i], statements[j]) > 1 else None
        assert scores.of(i, j) == told
