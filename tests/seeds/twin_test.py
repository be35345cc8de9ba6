"""The twin of the seeds comes out the same: nothing in the program knows the seeds."""

import json
import os
import re
from pathlib import Path

import pytest
from tests.seeds.expectations import Trial, Trials, expectations
from tests.seeds.twin import make_twin, plan_change, share_exchanged

FOLDER = Path(os.environ.get("STEMMA_SEEDS") or "/nowhere")
EXPECTED = FOLDER / "expected.json"
SENTENCES = (
    [case.sentence for case in expectations(json.loads(EXPECTED.read_text(encoding="utf-8")))]
    if EXPECTED.exists()
    else []
)
SEEDS = (7, 1911, 52_004)


def read_texts(folder):
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    return {letter: (folder / name).read_text(encoding="utf-8") for letter, name in expected["files"].items()}, expected


@pytest.fixture(scope="module", params=SEEDS)
def twin(request, seeds_folder, tmp_path_factory):
    texts, expected = read_texts(seeds_folder)
    folder = tmp_path_factory.mktemp("twin")
    twins, carried = make_twin(texts, expected, request.param)
    for letter, text in twins.items():
        (folder / expected["files"][letter]).write_text(text, encoding="utf-8")
    return Trials(Trial(carried, folder))


@pytest.mark.parametrize("number", range(len(SENTENCES)), ids=SENTENCES)
def test_the_twin_is_read_as_the_seeds_are(number, twin):
    found = expectations(twin.expected)[number].check(twin)

    assert found is None, found


@pytest.mark.parametrize("seed", SEEDS)
def test_a_third_of_the_words_are_exchanged_and_no_name_is_left(seed, seeds_folder):
    texts, expected = read_texts(seeds_folder)
    change = plan_change(texts, expected, seed)
    twins, _ = make_twin(texts, expected, seed)
    left = {name for name in change.names for text in twins.values() if re.search(rf"\b{name}\b", text, re.IGNORECASE)}

    assert min(share_exchanged(text, change.words, change.names) for text in texts.values()) >= 1 / 3
    assert not left


@pytest.mark.parametrize("seed", SEEDS)
def test_offsets_are_carried_to_the_same_words(seed, seeds_folder):
    texts, expected = read_texts(seeds_folder)
    change = plan_change(texts, expected, seed)
    twins, carried = make_twin(texts, expected, seed)
    wrong = []
    for before, after in zip(expected["attributions"], carried["attributions"], strict=True):
        for key in ("source", "cue", "content"):
            for (s, e), (start, end) in zip(before[key], after[key], strict=True):
                words = [
                    change.word(word) for word in re.findall(r"[A-Za-z]+(?:-[A-Za-z]+)*", texts[before["report"]][s:e])
                ]
                found = re.findall(r"[A-Za-z]+(?:-[A-Za-z]+)*", twins[after["report"]][start:end])
                wrong += [(words, found)] if len(words) != len(found) else []

    assert not wrong
