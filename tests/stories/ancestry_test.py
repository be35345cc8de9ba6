"""Which of several readings is the oldest."""

from collections.abc import Mapping

import pytest

from stemma.stories.ancestry import oldest
from stemma.stories.descent import Descent


def descent(parents: Mapping[str, Mapping[str, float]], *lines: str, unseen: Mapping[str, float] = {}) -> Descent:
    kin = {one: frozenset(line) - {one} for line in lines for one in line}
    line_of = {one: line[0] for line in lines for one in line}
    return Descent(parents=parents, unseen=unseen, kin=kin, line_of=line_of)


# who has which reading, who has it from whom, the lines, the least and the most that the first reading may be the oldest
CASES = [
    ("a|b", {}, ["ab"], 0.49, 0.51, "one against one, and nothing is known"),
    ("a|bcd", {}, ["abcd"], 0.0, 0.3, "one against three, and nothing is known"),
    ("a|b", {}, ["a", "b"], 0.49, 0.51, "two lines with a reading each"),
    ("a|bc", {}, ["a", "b", "c"], 0.0, 0.2, "two lines that agree"),
    ("a|bcd", {"b": {"a": 0.9}, "c": {"b": 0.9}, "d": {"b": 0.9}}, ["abcd"], 0.8, 1.0, "an early slip that all hand on"),
    ("a|bcd", {"a": {"d": 0.9}, "c": {"b": 0.9}, "d": {"b": 0.9}}, ["abcd"], 0.0, 0.2, "the last hand's slip"),
    ("a|bc|d", {"b": {"a": 0.9}, "c": {"b": 0.9}, "d": {"a": 0.9}}, ["abcd"], 0.8, 1.0, "two slips from one text"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "parents", "lines", "least", "most", "why"), CASES, ids=[case[-1] for case in CASES])
def test_how_probably_a_reading_is_the_oldest(told, parents, lines, least, most, why):
    shares = oldest(tuple(frozenset(names) for names in told.split("|")), descent(parents, *lines))

    assert least <= shares[0] <= most
    assert sum(shares) == pytest.approx(1)


def test_two_that_have_it_from_an_exemplar_not_seen_are_two_witnesses_of_it():
    readings = frozenset("a"), frozenset("bc")
    unseen = descent({}, "abc", unseen={"b": 0.9, "c": 0.9, "a": 0.9})

    assert oldest(readings, unseen)[0] < 0.1


def test_of_very_many_the_number_decides():
    names = [f"r{number}" for number in range(400)]
    many = Descent(parents={}, unseen={}, kin={}, line_of=dict.fromkeys(names, "r0"))

    assert oldest((frozenset(names[:100]), frozenset(names[100:])), many) == (0.25, 0.75)
