import json

import pytest
from evaluation import gate
from evaluation.figures import Figure, Outcome
from evaluation.gate import raised, shortfalls
from evaluation.suites import SUITES, Suite

SUITE = Suite(name="made", task="attribution", corpus="made.jsonl")


def outcome(value, sha256="s1", **more):
    figure = Figure(**{"name": "a", "value": value, "n": 100, "standard_error": 0.01} | more)
    return Outcome(task="attribution", path="made.jsonl", sha256=sha256, figures=(figure,))


def floors(value, sha256="s1"):
    return {"made": {"sha256": sha256, "floors": {"a": value}}}


CASES = [
    (outcome(0.9), floors(0.88), 0, "above the floor"),
    (outcome(0.87), floors(0.88), 1, "below the floor"),
    (outcome(0.9, "s2"), floors(0.88), 1, "another corpus"),
    (outcome(0.9), {}, 1, "no floors yet"),
    (outcome(0.9), {"made": {"sha256": "s1", "floors": {"b": 0.1}}}, 1, "a figure that is no longer measured"),
    (outcome(0.9, less_is_better=True), floors(0.88), 1, "an error above its limit"),
    (outcome(0.8, less_is_better=True), floors(0.88), 0, "an error below its limit"),
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


LIMITS = [
    (0.80, None, 0.82, "less of an error lowers the limit"),
    (0.95, None, 0.88, "more never raises it by itself"),
    (0.95, "texts were cleaned", 0.97, "more raises it with a reason"),
]


@pytest.mark.parametrize(("value", "reason", "limit", "why"), LIMITS, ids=[case[-1] for case in LIMITS])
def test_limits_of_errors(value, reason, limit, why):
    record = raised(SUITE, outcome(value, less_is_better=True), floors(0.88), reason)

    assert record["made"]["floors"]["a"] == limit


FLOORED = [
    ({}, {"a": 0.88}, "enough, with an error"),
    ({"n": 29}, {}, "too few"),
    ({"standard_error": None}, {}, "no standard error"),
    ({"standard_error": 0.5}, {}, "so wide that the floor would be nothing"),
    ({"standard_error": 0.0}, {"a": 0.88}, "no spread: one thing in n stands for it"),
]


@pytest.mark.parametrize(("more", "expected", "why"), FLOORED, ids=[case[-1] for case in FLOORED])
def test_which_figures_set_floors(more, expected, why):
    assert raised(SUITE, outcome(0.9, **more), {}, None)["made"]["floors"] == expected


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
    monkeypatch.setattr(gate, "SUITES", (SUITE,))
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.json")

    assert gate.main([]) == 0
    monkeypatch.setenv("STEMMA_REQUIRE_ALL", "1")
    assert gate.main([]) == 1


def test_a_suite_can_be_our_own_or_made_from_the_corpora(tmp_path, monkeypatch):
    def copied(data, folder):
        (folder / "claims.jsonl").write_bytes((data / "corpus.jsonl").read_bytes())

    seen = []
    monkeypatch.setitem(gate.TASKS, "distortion", lambda path: seen.append((path / "claims.jsonl").read_text()))
    monkeypatch.setattr(gate, "HERE", tmp_path / "own")
    (tmp_path / "own" / "set").mkdir(parents=True)
    (tmp_path / "own" / "set" / "claims.jsonl").write_text("ours")
    own = Suite(name="own", task="distortion", corpus="set", is_own=True)
    made = Suite(name="made", task="distortion", corpus="corpus.jsonl", make=copied)

    gate.measure(own, tmp_path)
    gate.measure(made, tmp_path)
    (tmp_path / "corpus.jsonl").write_text("theirs")
    gate.measure(made, tmp_path)

    assert seen == ["ours", "theirs"]


def test_every_suite_has_a_task_and_a_name_of_its_own():
    names = [suite.name for suite in SUITES]

    assert len(set(names)) == len(names)
    assert {suite.task for suite in SUITES} == gate.TASKS.keys()
    assert not any("test" in suite.name for suite in SUITES)  # what is sealed is no suite
