"""The network of equivalence that ships: its file, its arithmetic, and what it says of lines that it was not fitted on."""

import json
import os
import subprocess
import sys
from hashlib import sha256
from importlib.resources import files
from itertools import islice
from pathlib import Path

import numpy as np
import pytest

from stemma.model import FormatError, Span
from stemma.stories import equivalence
from stemma.stories.equivalence import LONGEST, Verdict, assemble, tokens_of

ROOT = Path(__file__).parents[2]


def told(text):
    return tokens_of(text, [Span("a", 0, len(text))])


def held_against(judge, left, right) -> Verdict:
    return judge.weigh(judge.understand(told(left)), judge.understand(told(right)))


@pytest.fixture(scope="module")
def judge():
    loaded = equivalence.load()
    assert loaded is not None, "the network's file ships with the package"
    return loaded


def path_of_file():
    return files("stemma.stories").joinpath(f"{equivalence.NEWEST}.npz")


def test_the_file_is_small_and_the_one_that_the_card_describes():
    found = path_of_file().read_bytes()
    card = (ROOT / "train/EQUIVALENCE.md").read_text(encoding="utf-8")

    assert len(found) < 40_000_000
    assert sha256(found).hexdigest() in card


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The harbour fund is empty, Ada Orr said.", "Ada Orr said that there is nothing left in the harbour fund."),
        ("Police arrested nine men.", "Nine men were let go by police."),
        ("Rain.", "It rained all night in the valley, and the bridge at Tarn Mill was shut until noon."),
    ],
)
def test_which_account_is_left_changes_nothing_but_the_sides(judge, left, right):
    one, other = held_against(judge, left, right), held_against(judge, right, left)

    assert one.same == pytest.approx(other.same, abs=1e-5)
    assert one.altered == pytest.approx(other.altered, abs=1e-5)
    assert (one.kind, one.left, one.right) == (other.kind, other.right, other.left)


def test_an_account_is_as_likely_the_same_as_itself_as_can_be(judge):
    text = "The council voted by nine to four to shut the library in Mill Lane."

    assert held_against(judge, text, text).same > 0.9


def test_words_at_stake_are_shown_where_they_stand(judge):
    left, right = "The mill burned down on Tuesday night.", "The mill burned down on Thursday night."
    found = held_against(judge, left, right)

    assert found.same < 0.1
    assert [right[start:end] for start, end in found.right] == ["Thursday"]


def test_a_long_account_is_read_as_far_as_its_first_words(judge):
    sentence = "The council of Tarn Mill voted again on the fence by the old quarry road. "
    long = told(sentence * 40)

    assert len(long) == LONGEST
    assert 0 <= judge.weigh(judge.understand(long), judge.understand(long)).same <= 1


def test_the_answer_is_the_same_in_another_process_with_other_threads(judge):
    left, right = "Nine of the boats were lost.", "All but nine of the boats came back."
    script = (
        "from tests.stories.equivalence_test import *\n"
        f"print(repr(held_against(equivalence.load(), {left!r}, {right!r}).same))"
    )
    found = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "OMP_NUM_THREADS": "2", "OPENBLAS_NUM_THREADS": "2", "PYTHONHASHSEED": "7"},
    )

    assert float(found.stdout) == held_against(judge, left, right).same


def test_a_file_that_is_not_whole_is_told_in_one_line(tmp_path, monkeypatch):
    (tmp_path / "short.npz").write_bytes(path_of_file().read_bytes()[:1000])
    monkeypatch.setattr(equivalence, "files", lambda _: tmp_path)
    equivalence.load.cache_clear()
    try:
        with pytest.raises(FormatError, match="the network short cannot be read"):
            equivalence.load("short")
        assert equivalence.load("absent") is None
    finally:
        equivalence.load.cache_clear()


def test_stored_arrays_are_all_that_is_needed(judge):
    with path_of_file().open("rb") as stream, np.load(stream, allow_pickle=False) as arrays:
        again = assemble({key: arrays[key] for key in arrays.files})

    assert held_against(again, "It rained.", "It snowed.") == held_against(judge, "It rained.", "It snowed.")


def test_lines_that_were_kept_out_are_told_apart_as_the_card_says(judge):
    """Of the first of the lines that nothing was fitted on: each claim beside each of its rewordings and distortions."""
    from train.pairs import kept_out, lines_of

    found: dict[str, list[float]] = {"same": [], "altered": []}
    for line in islice(kept_out(lines_of()), 60):
        claim = judge.understand(told(line.claim))
        for text in line.rewordings:
            found["same"].append(judge.weigh(claim, judge.understand(told(text))).same)
        for twist in line.twists:
            found["altered"].append(judge.weigh(claim, judge.understand(told(twist.text))).same)
    above = [(one > other) + 0.5 * (one == other) for one in found["same"] for other in found["altered"]]
    card = json.loads((ROOT / "train/EQUIVALENCE.md").read_text(encoding="utf-8").split("```json")[1].split("```")[0])

    assert (len(found["same"]), len(found["altered"])) == (card["faithful"], card["distorted"])
    assert sum(above) / len(above) == pytest.approx(card["auc"], abs=0.005)
