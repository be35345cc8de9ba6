import hashlib
import os
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from stemma.model import FormatError
from stemma.text.background import CAP, NEWEST, load
from stemma.text.hashes import hash_words

ROOT = Path(__file__).parents[2]


def total(text):
    return sum(load().surprisal(text.split()))


CASES = [
    ("in the united states", "in the teal flotillas", "a set phrase surprises less than a strange one"),
    (
        "did not immediately respond to a request for comment",
        "hardly once painted over the old harbour wall",
        "newsroom stock is cheap",
    ),
    ("colour", "zyzzyvas", "a known word surprises less than an unknown one"),
]


@pytest.mark.parametrize(("common", "rare", "why"), CASES, ids=[case[-1] for case in CASES])
def test_what_is_common_surprises_less(common, rare, why):
    assert total(common) < total(rare)


def test_spelling_does_not_count():
    assert load().surprisal(["the", "organisation"]) == load().surprisal(["the", "organization"])


def test_no_word_surprises_beyond_the_cap():
    costs = load().surprisal("qwx the vbn qwx of the of qwx".split())

    assert max(costs) <= CAP
    assert min(costs) >= 0


def test_only_the_two_words_before_count():
    long, short = load().surprisal("storm the end of".split()), load().surprisal("the end of".split())

    assert long[-1] == short[-1]


def test_joint_is_the_sum_of_a_run_by_itself():
    keys = "the end of the storm".split()

    assert load().joint(hash_words(keys), 3).tolist() == [sum(load().surprisal(keys[at : at + 3])) for at in range(3)]
    assert load().joint(hash_words(keys[:2]), 3).size == 0


def test_nothing_surprises_nothing():
    assert load().surprisal([]) == []


def test_a_table_that_is_not_there_is_named():
    with pytest.raises(FormatError, match="en-nowhere-9"):
        load("en-nowhere-9")


def test_the_table_is_small_sorted_and_named():
    table = load()

    assert table.name == NEWEST
    assert all(bool(np.all(column[1:] > column[:-1])) for column in table.keys.values())
    assert len(files("stemma.text").joinpath(f"{NEWEST}.npz").read_bytes()) < 6_000_000


def test_the_script_builds_the_shipped_table_again(data_folder, tmp_path):
    built = tmp_path / "table.npz"
    command = [sys.executable, "tools/build_background.py", "--out", str(built)]
    subprocess.run(
        command, cwd=ROOT, check=True, capture_output=True, env={**os.environ, "STEMMA_DATA": str(data_folder)}
    )
    shipped = files("stemma.text").joinpath(f"{NEWEST}.npz").read_bytes()

    assert hashlib.sha256(built.read_bytes()).hexdigest() == hashlib.sha256(shipped).hexdigest()
