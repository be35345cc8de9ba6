import resource

import numpy as np
import pytest

from stemma.engines import embedded
from stemma.engines.embedded import DuckEngine
from stemma.engines.rules import EngineRules
from stemma.engines.sqlite import SqliteEngine
from stemma.matches.rows import NUMBER
from stemma.matches.steps import Kernel, Select
from stemma.model import StemmaError

KINDS = {"hash": NUMBER, "report": NUMBER}
ONCE = Select(
    name="once",
    columns={"hash": "f.hash", "often": "count(*)"},
    tables={"f": "prints"},
    group_by=("f.hash",),
)


def prints(row_count):
    return {"hash": np.arange(row_count) * 2_654_435_761 % (2**61 - 1), "report": np.arange(row_count)}


def counted(engine):
    engine.load("prints", KINDS, [prints(1_500_000)])
    return list(engine.rows(ONCE))


def test_what_is_larger_than_the_bound_on_memory_goes_by_the_disk(tmp_path):
    engine = DuckEngine(EngineRules(memory="40MB", processes=1), tmp_path)
    parts = counted(engine)
    engine.close()

    assert sum(len(part["hash"]) for part in parts) == 1_500_000
    assert all((part["often"] == 1).all() for part in parts)
    assert len(parts) > 1
    assert list(tmp_path.iterdir()) == []


def test_a_bound_too_low_is_one_line(tmp_path):
    engine = DuckEngine(EngineRules(memory="1MB", processes=1), tmp_path)
    with pytest.raises(StemmaError, match="set `memory` under") as found:
        counted(engine)
    engine.close()

    assert len(str(found.value).splitlines()) == 1


@pytest.fixture
def narrow():
    """Let no file grow beyond a megabyte, as on a full disk."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, limits[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_a_full_disk_is_one_line_and_leaves_nothing(tmp_path, narrow):
    engine = DuckEngine(EngineRules(memory="40MB", processes=1), tmp_path)
    with pytest.raises(StemmaError, match="free space on the disk") as raised:
        counted(engine)
    engine.close()

    assert len(str(raised.value).splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


MEETINGS = Select(
    name="meetings",
    columns={"hash": "l.hash", "one": "l.report", "other": "r.report"},
    tables={"l": "prints", "r": "prints"},
    where=(("l.hash", "=", "r.hash"), ("l.report", "<", "r.report")),
    passing=True,
)


def far_apart(rows, _beside):
    """Keep the meetings of reports that have three numbers or more between them."""
    kept = np.flatnonzero(rows["other"] - rows["one"] > 2)
    return {name: column[kept] for name, column in rows.items()}


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.parametrize("at_once", [7, 40, 10_000])
def test_a_join_in_slices_is_the_whole_join(tmp_path, monkeypatch, at_once, processes):
    monkeypatch.setattr(embedded, "_ROWS", at_once)
    chance = np.random.default_rng(at_once)
    hashes = chance.choice([-(2**63), -5, 0, 1, 2, 3, 40, 2**62, 2**63 - 1], size=200)
    table = {"hash": hashes.astype(np.int64), "report": chance.integers(0, 12, size=200)}
    kinds = dict.fromkeys(MEETINGS.columns, NUMBER)
    step = Kernel(name="far", function=far_apart, table="meetings", takes=kinds, kinds=kinds)
    told = Select(name="told", columns={name: f"f.{name}" for name in kinds}, tables={"f": "far"})
    found = []
    for engine in (DuckEngine(EngineRules(processes=processes), tmp_path), SqliteEngine()):
        engine.load("prints", KINDS, [table])
        engine.sift(step, MEETINGS)
        parts = list(engine.rows(told))
        found.append([[one for part in parts for one in part[name].tolist()] for name in kinds])
        engine.close()

    assert found[0] == found[1]
    assert found[0][0]
