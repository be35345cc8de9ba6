"""Two real reports and a transcript, which lie outside the repository: everything that a careful editor finds in them."""

import json
import os
from pathlib import Path

import pytest
from tests.seeds.expectations import Trial, Trials, expectations

FOLDER = Path(os.environ.get("STEMMA_SEEDS") or "/nowhere")
EXPECTED = FOLDER / "expected.json"
CASES = expectations(json.loads(EXPECTED.read_text(encoding="utf-8"))) if EXPECTED.exists() else []


@pytest.fixture(scope="module")
def trials(seeds_folder):
    return Trials(Trial(json.loads((seeds_folder / "expected.json").read_text(encoding="utf-8")), seeds_folder))


def test_the_editors_findings_are_there(seeds_folder):
    assert (seeds_folder / "expected.json").exists()
    assert CASES


@pytest.mark.parametrize("case", CASES, ids=[case.sentence for case in CASES])
def test_the_seeds_are_read_as_an_editor_reads_them(case, trials):
    found = case.check(trials)

    assert found is None, found
