from functools import partial

import numpy as np
import pytest

from stemma.engines.memory import MemoryEngine
from stemma.engines.rules import EngineRules
from stemma.engines.runs import Input, run
from stemma.matches.rows import NUMBER, numbers
from stemma.matches.steps import Kernel, Plan, Select

KINDS = {"number": NUMBER}


class Interruption(Exception):  # noqa: N818 - it is none
    """What stops a run in the middle."""


def doubled(rows, beside, *, marks, stop=None):
    """Double numbers, leaving a mark for each batch in a file."""
    first = int(numbers(rows, "number")[0])
    if first == stop:
        raise Interruption
    with marks.open("a") as file:
        file.write(f"{first}\n")
    return {"number": 2 * numbers(rows, "number")}


def plan_of(marks, factor=doubled, stop=None):
    """Give a plan of a kept kernel, a select that is not kept, and one that is."""
    function = partial(factor, marks=marks, **({} if stop is None else {"stop": stop}))
    columns = {"number": "d.number"}
    return Plan(
        inputs={"given": KINDS},
        steps=(
            Kernel(name="doubles", function=function, table="given", takes=KINDS, kinds=KINDS, batch=2, kept=True),
            Select(name="some", columns=columns, tables={"d": "doubles"}, where=(("d.number", "<", 12),)),
            Select(name="few", columns=columns, tables={"d": "some"}, where=(("d.number", ">", 3),), kept=True),
        ),
    )


def given(key, values=range(8)):
    def parts(size):
        for start in range(0, len(values), size):
            yield {"number": np.array(values[start : start + size], dtype=np.int64)}

    return Input(key=key, total=len(values), parts=parts)


@pytest.fixture
def go(tmp_path):
    """Give a function that runs a plan in one folder and tells what came out, and which batches were worked on."""

    def going(key="a", **options):
        marks = tmp_path / "marks"
        marks.write_text("")
        engine = MemoryEngine(EngineRules(processes=1))
        try:
            found = run(plan_of(marks, **options), {"given": given(key)}, engine, tmp_path / "stages")
            return found["few"].table().whole(["number"])["number"].tolist(), marks.read_text().split()
        finally:
            engine.close()

    going.marks = lambda: (tmp_path / "marks").read_text().split()
    going.stages = tmp_path / "stages"
    return going


def test_what_is_done_is_not_done_again(go):
    assert go() == ([4, 6, 8, 10], ["0", "2", "4", "6"])
    assert go() == ([4, 6, 8, 10], [])


def test_other_rows_or_rules_are_other_work(go):
    go()

    assert go("b")[1] == ["0", "2", "4", "6"]
    assert go(stop=100)[1] == ["0", "2", "4", "6"]


def test_an_interrupted_stage_goes_on_where_it_was(go, monkeypatch):
    def stopping(rows, beside, *, marks):
        return doubled(rows, beside, marks=marks, stop=4)

    monkeypatch.setattr("stemma.engines.runs._named", lambda function: "the same work")
    with pytest.raises(Interruption):
        go(factor=stopping)

    assert go.marks() == ["0", "2"]
    assert [path.name for path in go.stages.iterdir() if (path / "done").exists()] == []
    assert go() == ([4, 6, 8, 10], ["4", "6"])


def test_a_select_half_written_is_made_anew(go):
    go()
    (few,) = go.stages.glob("few-*")
    (few / "done").unlink()
    next(few.glob("*.part")).write_bytes(b"half")

    assert go() == ([4, 6, 8, 10], [])
