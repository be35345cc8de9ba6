"""Work shared out to processes: how many there are, and that the order is kept."""

import pytest

from stemma.desk import crew

CASES = [
    (0, 10, 5, 1, "few reports are worked on in one process"),
    (0, 1000, 63, 3, "many on every core"),
    (0, 33, 2, 2, "no more processes than parts"),
    (1, 1000, 63, 1, "in one where one is asked for"),
    (5, 1000, 63, 5, "in as many as are asked for"),
    (5, 10, 1, 1, "one part is not parted"),
]


@pytest.mark.parametrize(("wanted", "reports", "parts", "expected", "why"), CASES, ids=[case[-1] for case in CASES])
def test_how_many_processes_there_are(monkeypatch, wanted, reports, parts, expected, why):
    monkeypatch.setattr(crew, "_cores", lambda: 3)

    assert crew.crew_for(wanted, reports, parts) == expected


@pytest.mark.parametrize("processes", [1, 3])
def test_results_come_in_the_order_of_the_tasks(processes):
    assert list(crew.done_by(processes, abs, iter(range(-9, 0)))) == list(range(9, 0, -1))


def test_what_fails_in_a_process_fails_here():
    with pytest.raises(ZeroDivisionError):
        list(crew.done_by(2, divmod_of, [(4, 2), (1, 0)]))


def divmod_of(pair):
    return divmod(*pair)
