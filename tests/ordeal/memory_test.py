"""Reading a corpus holds nothing back: memory is as high after ten thousand reports as after the first hundreds."""

import json
import os
import subprocess
import sys

import pytest
from tests.ordeal.many_reports_test import (
    made_event,
    pytestmark,  # noqa: F401 - it marks this module too
)

READ = """
import resource, sys
import stemma
settings = stemma.Settings().but("readings", reader=sys.argv[2])
done, early = 0, 0
for found in stemma.read_each([sys.argv[1]], settings=settings):
    done += isinstance(found, stemma.Clipping)
    if done == int(sys.argv[3]):
        early = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(done, early, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.parametrize("reader", ["fast", "network"])
def test_memory_is_flat_over_many_reports(tmp_path, reader):
    import random

    count = 10_000 if os.environ.get("STEMMA_ORDEAL") == "1" else 1_200
    chance = random.Random(11)  # noqa: S311 made-up reports need no secure chance
    for number in range(count):
        text = "\n".join(chance.sample(made_event(chance), k=2))
        (tmp_path / f"{number:05}.json").write_text(json.dumps({"id": f"r{number}", "text": text}))

    ran = subprocess.run(
        [sys.executable, "-c", READ, tmp_path, reader, str(count // 2)], capture_output=True, text=True, check=False
    )
    done, early, late = map(int, ran.stdout.split())

    assert done == count, ran.stderr[-2000:]
    assert late < 1.1 * early
