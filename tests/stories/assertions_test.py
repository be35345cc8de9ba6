"""Claims that say the same: of many copies each wording is compared once, and the answer is that of comparing all with all."""

from itertools import combinations

import pytest
from benchmarks.corpus import one_event

from stemma.desk.settings import Settings
from stemma.desk.tray import take
from stemma.readings import ReadingRules, read
from stemma.stories.assertions import _may_be_told, _scores, likeness, statements_of
from stemma.stories.units import units_of


@pytest.fixture(scope="module")
def statements():
    """Give the claims of twenty made reports of one event."""
    reports = sorted(take([record for record, _ in one_event(20, words=160)], Settings()).reports, key=lambda r: r.id)
    readings = {report.id: read(report, ReadingRules(reader="fast")) for report in reports}
    return [s for r in reports for s in statements_of(r, readings[r.id], units_of(r, readings[r.id]))]


def slowly(statements):
    """Compare all with all that share two terms, or one where that may do."""
    for i, j in combinations(range(len(statements)), 2):
        left, right = statements[i], statements[j]
        common = len(left.terms.keys() & right.terms.keys())
        if common > 1 or (common == 1 and _may_be_told(left, right)):
            score = likeness(left, right)
            if score:
                yield (i, j), score


def test_copies_are_compared_once_and_all_are_as_alike_as_if_each_had_been(statements):
    found = _scores(statements)

    assert len(found) > len(statements)
    assert found == pytest.approx(dict(slowly(statements)))
