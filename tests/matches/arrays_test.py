import numpy as np
import pytest

from stemma.matches import arrays
from stemma.matches.rows import numbers
from stemma.matches.steps import Select

SEEDS = {"hash": np.array([7, 5, 7, 9, 7, 5]), "report": np.array([0, 0, 1, 1, 2, 2])}
WANTED = {"hash": np.array([7, 9])}
TABLES = {"seeds": SEEDS, "wanted": WANTED}

CASES = [
    (
        Select(name="x", columns={"hash": "s.hash"}, tables={"s": "seeds"}, where=(("s.report", ">", 1),)),
        [(7,), (5,)],
        "a row is picked by its value",
    ),
    (
        Select(
            name="x",
            columns={"hash": "s.hash", "often": "count(*)", "first": "min(s.report)", "last": "max(s.report)"},
            tables={"s": "seeds"},
            group_by=("s.hash",),
            having=(("count(*)", ">", 1), ("min(s.report)", "<", "max(s.report)")),
        ),
        [(5, 2, 0, 2), (7, 3, 0, 2)],
        "groups are counted, and picked by what they hold",
    ),
    (
        Select(
            name="x",
            columns={"report": "s.report", "hash": "w.hash"},
            tables={"s": "seeds", "w": "wanted"},
            where=(("s.hash", "=", "w.hash"),),
        ),
        [(0, 7), (1, 7), (1, 9), (2, 7)],
        "two tables are joined where their columns are equal",
    ),
    (
        Select(
            name="x",
            columns={"one": "l.report", "other": "r.report", "shared": "count(*)"},
            tables={"l": "seeds", "r": "seeds"},
            where=(("l.hash", "=", "r.hash"), ("l.report", "<", "r.report")),
            group_by=("l.report", "r.report"),
        ),
        [(0, 1, 1), (0, 2, 2), (1, 2, 1)],
        "a table joined with itself gives pairs",
    ),
]


@pytest.mark.parametrize("at_once", [1, 3, 4_000_000])
@pytest.mark.parametrize(("step", "expected", "why"), CASES, ids=[case[-1] for case in CASES])
def test_select(step, expected, why, at_once, monkeypatch):
    monkeypatch.setattr(arrays, "MOST_JOINED", at_once)
    found = arrays.select(step, TABLES)

    assert sorted(zip(*(numbers(found, name).tolist() for name in step.columns), strict=True)) == sorted(expected)


@pytest.mark.parametrize("step", [case[0] for case in CASES])
def test_of_nothing_comes_nothing(step):
    nothing = {name: {column: rows[column][:0] for column in rows} for name, rows in TABLES.items()}
    found = arrays.select(step, nothing)

    assert {name: len(numbers(found, name)) for name in found} == dict.fromkeys(step.columns, 0)
