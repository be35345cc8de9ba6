"""What was told with which probability, held against what is true."""

import json

import pytest
from evaluation import calibration
from evaluation.__main__ import main
from evaluation.calibration import Told, evaluate, score

PIER = (
    "The old pier at Marle was closed on Tuesday after inspectors found that two of its iron pillars had rusted through. "
    "Engineers from the harbour office spent the whole night fixing steel cables between the pillars and the sea wall. "
    "Three fishing boats that could no longer leave the basin were lifted out by a crane borrowed from the shipyard."
)
MARKET = (
    "A new covered market opened in the northern quarter of Losten with sixty stalls and a roof of recycled glass. "
    "Traders who had sold vegetables in the open street for decades moved their tables inside before the first bell."
)
CASES = [
    ([(0.9, True)] * 9 + [(0.9, False)], 0.09, 0.0, "nine of ten told with .9 are true"),
    ([(1.0, True), (0.0, False)], 0.0, 0.0, "all is known"),
    ([(1.0, False), (0.0, True)], 1.0, 1.0, "all is wrong"),
    ([(0.75, True), (0.75, False)], 0.3125, 0.25, "told too surely"),
]


@pytest.mark.parametrize(("told", "brier", "error", "why"), CASES, ids=[case[-1] for case in CASES])
def test_scores(told, brier, error, why):
    figures = {one.name: one.value for one in score([[Told(*one) for one in told]])}

    assert figures["calibration.brier"] == pytest.approx(brier)
    assert figures["calibration.error"] == pytest.approx(error)


def test_each_bin_tells_what_was_said_and_what_is_true():
    figures = {
        one.name: (one.value, one.n) for one in score([[Told(0.97, True)], [Told(0.82, False), Told(0.9, True)]])
    }

    assert figures["calibration.told.0.80-0.95"] == (pytest.approx(0.86), 2)
    assert figures["calibration.true.0.80-0.95"] == (0.5, 2)
    assert figures["calibration.true.0.95-1.00"] == (1.0, 1)


def written(folder, **files):
    for name, rows in files.items():
        (folder / f"{name}.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return folder


def test_labelled_pairs(tmp_path):
    reports = [{"id": "a", "text": PIER}, {"id": "b", "text": PIER.replace("old", "iron")}, {"id": "c", "text": MARKET}]
    pairs = [
        {"left": "a", "right": "b", "label": "wholly-derived"},
        {"left": "a", "right": "c", "label": "independent"},
    ]
    figures = {one.name: one for one in evaluate(written(tmp_path, reports=reports, pairs=pairs)).figures}

    assert figures["calibration.brier"].value < 0.05
    assert figures["calibration.brier"].n == 2


def test_bred_stories(tmp_path, capsys):
    reports = [
        {"id": "a", "text": PIER},
        {"id": "b", "text": PIER.split(" Three", maxsplit=1)[0]},
        {"id": "c", "text": MARKET},
    ]
    stemma = [{"id": "b", "parents": [{"id": "a", "kind": "edited"}]}, *({"id": one, "parents": []} for one in "ac")]
    status = main(["calibration", "--data", str(written(tmp_path, reports=reports, stemma=stemma)), "--json"])
    told = json.loads(capsys.readouterr().out)

    assert status == 0
    assert {one["name"] for one in told["figures"]} >= {"calibration.brier", "calibration.error"}


def test_one_from_the_other_and_both_from_one_add_up():
    shares = {("a", "b"): 0.5, ("b", "a"): 0.3, ("x", "a"): 0.1, ("x", "b"): 0.1}

    assert calibration._together(shares) == pytest.approx(0.9)
