import sys

import pytest
from benchmarks.processes import cost_of, middle


def test_the_cost_of_a_process_is_its_own():
    cost = cost_of([sys.executable, "-c", "held = bytearray(60_000_000); sum(range(200_000))"])

    assert cost.megabytes >= 60
    assert cost.cpu > 0


def test_a_process_that_fails_says_why():
    with pytest.raises(RuntimeError, match="no such luck"):
        cost_of([sys.executable, "-c", "raise SystemExit('no such luck')"])


def test_the_middle_of_several_runs_is_their_median():
    costs = iter(range(3))

    assert middle(3, lambda: type("C", (), {"seconds": (n := next(costs)), "cpu": n, "megabytes": n})()).seconds == 1
