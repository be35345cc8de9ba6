"""Claims that say the same: of many copies each wording is compared once, and the answer is that of comparing all with all."""

from dataclasses import replace
from itertools import combinations
from math import log

import numpy as np
import pytest
from benchmarks.corpus import one_event

from stemma.desk.settings import Settings
from stemma.desk.tray import take
from stemma.readings import ReadingRules, read
from stemma.stories.assertions import _is_retold, _may_be_told, _scores
from stemma.stories.statements import likeness, statements_of
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


def with_vectors(texts, vectors):
    """Give the claims of one-sentence reports, each with its vector."""
    reports = take([{"id": str(number), "text": text} for number, text in enumerate(texts)], Settings()).reports
    found = []
    for report, vector in zip(sorted(reports, key=lambda r: r.id), vectors, strict=True):
        reading = read(report, ReadingRules(reader="fast"))
        given = {claim.id: np.array(vector, np.float32) for claim in reading.claims if vector is not None}
        found += statements_of(report, reading, units_of(report, reading), given)
    return found


SAID_OTHERWISE = ("The governor stepped down over the fire.", "Smoke cost a provincial leader her office.")


def test_claims_without_a_common_word_are_compared_by_their_vectors():
    near = with_vectors(SAID_OTHERWISE, [(1, 0), (0.8, 0.6)])
    far = with_vectors(SAID_OTHERWISE, [(1, 0), (0.2, 0.98)])

    assert _scores(near) == pytest.approx({(0, 1): 1.16 * 0.8 - 0.08 - 0.17 * log(4)})
    assert _scores(far) == {}


def last_claims(before):
    """Give the last claim of each of two reports that say the same behind so many sentences of another matter."""
    texts = [f"{'Gulls sat on the quay. ' * before}{text}" for text in SAID_OTHERWISE]
    return list({one.report.id: one for one in with_vectors(texts, [(1, 0), (0.8, 0.6)])}.values())


def test_the_deeper_two_claims_stand_the_less_alike_they_are():
    first, deep = last_claims(0), last_claims(12)

    assert likeness(*first) > likeness(*deep) > 0
    assert likeness(first[0], deep[1]) == likeness(*deep)  # the deeper of the two counts


FAR_APART = (
    "The carrier's shares opened five percent lower.",
    "Transport minister asks carrier about lower airport fees.",
)


def test_what_shares_words_and_not_the_matter_is_less_alike_by_vectors():
    plain = with_vectors(FAR_APART, [None, None])
    apart = with_vectors(FAR_APART, [(1, 0), (0.28, 0.96)])

    assert _scores(plain)[0, 1] > 0.2
    assert _scores(apart).get((0, 1), 0.0) < _scores(plain)[0, 1] - 0.1


RETOLD = f"{SAID_OTHERWISE[0]} {'Gulls sat on the quay. ' * 4}{SAID_OTHERWISE[1]}"
SAID = (
    '"We shall fight this fire together," said Ann Hale. "Not one of us goes home before the smoke is gone," she said.'
)


def is_retold(text, first, second, likeness_of_both=0.8):
    """Say whether two claims of a report, by their numbers, may be one."""
    found = with_vectors([text], [(1, 0)])
    other = replace(found[second], vector=np.array((likeness_of_both, 0.6), np.float32))
    return _is_retold(found[first], other)


def test_what_a_lede_tells_may_be_told_again_further_down_in_other_words():
    assert is_retold(RETOLD, 0, -1)
    assert not is_retold(RETOLD, 0, -1, likeness_of_both=0.2)


def test_what_is_told_twice_in_other_words_below_the_lede_stays_two():
    assert not is_retold(f"{'Gulls sat on the quay. ' * 5}{RETOLD}", 5, -1)


def test_two_remarks_in_one_report_stay_two():
    assert not is_retold(SAID, 0, 1)
