import resource

import numpy as np
import pytest

from stemma.engines.embedded import DuckEngine
from stemma.engines.rules import EngineRules
from stemma.matches.rows import NUMBER
from stemma.matches.steps import Select
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
