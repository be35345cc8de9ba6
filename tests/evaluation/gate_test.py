import json

import pytest
from evaluation import gate
from evaluation.figures import Figure, Outcome
from evaluation.gate import Suite, raised, shortfalls

SUITE = Suite(name="made", task="attribution", corpus="made.jsonl")


def outcome(value, sha256="s1"):
    figure = Figure(name="a", value=value, n=10, standard_error=0.01)
    return Outcome(task="attribution", path="made.jsonl", sha256=sha256, figures=(figure,))


def floors(value, sha256="s1"):
    return {"made": {"sha256": sha256, "floors": {"a": value}}}


CASES = [
    (outcome(0.9), floors(0.88), 0, "above the floor"),
    (outcome(0.87), floors(0.88), 1, "below the floor"),
    (outcome(0.9, "s2"), floors(0.88), 1, "another corpus"),
    (outcome(0.9), {}, 1, "no floors yet"),
    (outcome(0.9), {"made": {"sha256": "s1", "floors": {"b": 0.1}}}, 1, "a figure that is no longer measured"),
]


@pytest.mark.parametrize(("got", "kept", "count", "why"), CASES, ids=[case[-1] for case in CASES])
def test_shortfalls(got, kept, count, why):
    assert len(shortfalls(SUITE, got, kept)) == count


RAISES = [
    (0.95, None, 0.93, "better raises the floor"),
    (0.80, None, 0.88, "worse never lowers it by itself"),
    (0.80, "texts were cleaned", 0.78, "worse lowers it with a reason"),
]


@pytest.mark.parametrize(("value", "reason", "floor", "why"), RAISES, ids=[case[-1] for case in RAISES])
def test_raised(value, reason, floor, why):
    assert raised(SUITE, outcome(value), floors(0.88), reason)["made"]["floors"]["a"] == floor


def test_the_reason_for_a_lower_floor_is_kept():
    record = raised(SUITE, outcome(0.80), floors(0.88), "texts were cleaned")

    assert record["made"]["regressions"] == [{"why": "texts were cleaned", "lowered": ["a"]}]


def test_the_gate_fails_below_a_floor_and_writes_the_results(tmp_path, monkeypatch, capsys):
    (tmp_path / "made.jsonl").write_text("")
    monkeypatch.setenv("STEMMA_DATA", str(tmp_path))
    monkeypatch.setattr(gate, "SUITES", (SUITE,))
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.json")
    monkeypatch.setattr(gate, "RESULTS", tmp_path / "results.json")
    monkeypatch.setattr(gate, "measure", lambda suite, folder: outcome(0.9))

    assert gate.main(["--update"]) == 0
    monkeypatch.setattr(gate, "measure", lambda suite, folder: outcome(0.8))
    assert gate.main([]) == 1
    assert "below its floor" in capsys.readouterr().err
    assert json.loads((tmp_path / "results.json").read_text())["results"][0]["figures"][0]["value"] == 0.8


def test_lowering_needs_a_reason():
    assert gate.main(["--allow-regression", "because"]) == 2
    assert gate.main(["--update", "--allow-regression", " "]) == 2


def test_a_missing_corpus_is_passed_over_but_not_where_all_is_required(tmp_path, monkeypatch):
    monkeypatch.setenv("STEMMA_DATA", str(tmp_path))
    monkeypatch.delenv("STEMMA_REQUIRE_ALL", raising=False)
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.json")

    assert gate.main([]) == 0
    monkeypatch.setenv("STEMMA_REQUIRE_ALL", "1")
    assert gate.main([]) == 1
