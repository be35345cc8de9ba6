"""Selects on tables of any whole numbers: each engine gives what the others give."""

import random
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stemma.matches.arrays import select
from stemma.matches.rows import NUMBER, in_order, numbers
from stemma.matches.steps import Select

KINDS = {"hash": NUMBER, "report": NUMBER}
HASHES = st.sampled_from([-(2**63), -7, 0, 7, 2**63 - 1]) | st.integers(-(2**63), 2**63 - 1)
ROWS = st.lists(st.tuples(HASHES, st.integers(0, 6)), max_size=30)
SELECTS = (
    Select(
        name="often",
        columns={"hash": "f.hash", "reports": "count(*)", "low": "min(f.report)", "high": "max(f.report)"},
        tables={"f": "prints"},
        where=(("f.report", ">=", 1), ("f.report", "<=", 5)),
        group_by=("f.hash",),
        having=(("count(*)", ">", 1), ("min(f.report)", "<", "max(f.report)")),
    ),
    Select(
        name="joined",
        columns={"hash": "o.hash", "report": "f.report", "reports": "o.reports"},
        tables={"f": "prints", "o": "often"},
        where=(("f.hash", "=", "o.hash"), ("f.report", ">", "o.low")),
    ),
    Select(
        name="pairs",
        columns={"one": "l.report", "other": "r.report", "shared": "count(*)"},
        tables={"l": "prints", "r": "prints"},
        where=(("l.hash", "=", "r.hash"), ("l.report", "<", "r.report")),
        group_by=("l.report", "r.report"),
        having=(("count(*)", "<", 4),),
    ),
    Select(
        name="met",
        columns={"one": "l.report", "other": "r.report", "hash": "l.hash"},
        tables={"l": "prints", "r": "prints"},
        where=(("l.hash", "=", "r.hash"), ("l.report", "<", "r.report")),
    ),
    Select(
        name="same",
        columns={"one": "l.report", "other": "r.report"},
        tables={"l": "prints", "r": "prints"},
        where=(("l.hash", "=", "r.hash"), ("l.report", "<=", "r.report")),
    ),
)


def check(engine, rows):
    """Run each select on an engine and on arrays."""
    table = {name: np.array([row[place] for row in rows], dtype=np.int64) for place, name in enumerate(KINDS)}
    expected = {"prints": table}
    engine.load("prints", KINDS, [table])
    for step in SELECTS:
        expected[step.name] = select(step, expected)
        engine.select(step)
        parts = list(engine.rows(Select(name=f"all_{step.name}", columns=whole(step), tables={"t": step.name})))
        found = [[one for part in parts for one in numbers(part, column).tolist()] for column in step.columns]

        assert found == [column.tolist() for column in in_order(expected[step.name]).values()]


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS)
def test_selects(fresh_embedded, rows):
    with TemporaryDirectory() as name, fresh_embedded(Path(name)) as engine:
        check(engine, rows)


@pytest.mark.spark
def test_selects_on_spark(local_spark):
    chance = random.Random(7)  # noqa: S311 - made-up rows need no secure chance
    hashes = [-(2**63), 2**63 - 1, 0, *(chance.getrandbits(64) - 2**63 for _ in range(20))]
    check(local_spark, [(chance.choice(hashes), chance.randint(0, 9)) for _ in range(120)])


def whole(step):
    return {column: f"t.{column}" for column in step.columns}
