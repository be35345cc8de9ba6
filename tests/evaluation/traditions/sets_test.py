"""What is held out is held out; what is bred from is independent; the same seed gives the same bytes."""

import os
import re
import subprocess
import sys
from itertools import combinations
from pathlib import Path
from random import Random

import pytest
from evaluation.traditions import truth
from evaluation.traditions.__main__ import main
from evaluation.traditions.breeding import breed
from evaluation.traditions.desk import OPERATORS
from evaluation.traditions.roots import LEAD, corpus_events, narrated_runs, own_events
from evaluation.traditions.sets import HELD_OUT, SETS, SetRules

ROOT = Path(__file__).resolve().parents[3]


def test_six_operators_are_held_out_of_fitting():
    assert len(HELD_OUT) == 6
    assert set(OPERATORS) >= HELD_OUT
    assert SETS["fit"].without == HELD_OUT
    assert SETS["test"].without == frozenset()


def test_sets_share_neither_corpora_nor_seeds():
    for left, right in combinations(SETS.values(), 2):
        assert not set(left.corpora) & set(right.corpora)
        assert not set(left.seeds) & set(right.seeds)


def operators_of(rules, stories):
    made = (breed(own_events(), rules, Random(f"held out {number}")) for number in range(stories))
    return {row["operator"] for story in made for row in truth.edit_records(story)}


def test_what_is_held_out_never_occurs():
    assert not operators_of(SetRules(corpora=("own",), without=HELD_OUT), 25) & HELD_OUT


def test_every_operator_occurs():
    assert set(OPERATORS) - operators_of(SetRules(corpora=("own",)), 60) == set()


def test_our_events_are_written_independently():
    events = own_events()

    assert len(events) >= 6
    for event in events:
        articles = [root for root in event.roots if not root.is_release]
        sizes = [len([one for one in root.draft.sentences if one.kind == "body"]) for root in articles]

        assert len(articles) == 3
        assert all(12 <= size <= 25 for size in sizes)
        assert all(LEAD in {claim for one in root.draft.sentences for claim, _ in one.claims} for root in articles)
        for left, right in combinations(event.roots, 2):
            assert not narrated_runs(left.draft, 6) & narrated_runs(right.draft, 6)


@pytest.mark.parametrize("corpus", ["basil", "newswcl50", "pac", "polnear"])
def test_events_of_the_corpora(corpus, data_folder):
    events = corpus_events(corpus, data_folder)

    assert len(events) >= 10
    for event in events:
        leads = [{claim for one in root.draft.sentences for claim, _ in one.claims} & {LEAD} for root in event.roots]

        assert all(leads) if event.is_marked else len(event.roots) == 1
        for left, right in combinations(event.roots, 2):
            assert not narrated_runs(left.draft, 7) & narrated_runs(right.draft, 7)


def written(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*.jsonl"))}


def test_the_same_seed_gives_the_same_bytes(tmp_path):
    for name, hash_seed in (("one", "1"), ("two", "2")):
        command = [sys.executable, "-m", "evaluation.traditions", "--set", "own", "--stories", "3", "--seed", "7"]
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
        subprocess.run([*command, "--out", str(tmp_path / name)], cwd=ROOT, env=environment, check=True)

    assert written(tmp_path / "one") == written(tmp_path / "two")
    assert len(written(tmp_path / "one")) == 21


def test_a_story_does_not_depend_on_how_many_are_bred(tmp_path):
    main(["--set", "own", "--stories", "1", "--seed", "3", "--out", str(tmp_path / "one")])
    main(["--set", "own", "--stories", "2", "--seed", "3", "--out", str(tmp_path / "two")])

    assert written(tmp_path / "one").items() <= written(tmp_path / "two").items()


def test_a_set_of_corpora_asks_for_their_folder(tmp_path, monkeypatch, capsys):
    monkeypatch.delenv("STEMMA_DATA", raising=False)

    assert main(["--set", "fit", "--stories", "1", "--out", str(tmp_path)]) == 2
    assert "STEMMA_DATA" in capsys.readouterr().err


def test_the_page_tells_every_operator_and_the_split():
    page = (ROOT / "docs" / "explanation" / "traditions.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([\w-]+)` \|.*\| (fit, test|test) \|$", page, flags=re.MULTILINE))

    assert set(rows) == set(OPERATORS)
    assert {name for name, side in rows.items() if side == "test"} == HELD_OUT
