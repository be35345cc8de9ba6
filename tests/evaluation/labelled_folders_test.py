import json

import pytest
from evaluation import pairs
from evaluation.labelled import __main__ as labelled
from evaluation.truths import truths_in

TEXTS = {"census": ["One pier.", "Two piers."], "basil": ["He said “stay”.", "“Stay”, he said."]}
SPAN = {"start": 9, "end": 13}
PAIRS = [
    {
        "corpus": "census",
        "left": "census0",
        "right": "census1",
        "label": "independent",
        "also_acceptable": [],
        "part": "fit",
    },
    {"corpus": "basil", "left": "basil0", "right": "basil1", "label": "common-source", "first": "x", "part": "test"},
]
VARIANTS = [
    {
        "corpus": "basil",
        "left": {"report": "basil0", **SPAN},
        "right": {"report": "basil1", "start": 1, "end": 5},
        "integrity": integrity,
        "also_possible": ["fragment"],
        "part": part,
    }
    for integrity, part in (("verbatim", "fit"), ("punctuation", "test"))
]
CREDITS = [
    {"corpus": "census", "report": f"census{number}", "agencies": [{"name": name, "shown": "named"}], "part": part}
    for number, (name, part) in enumerate([("Reuters", "fit"), ("Associated Press", "test")])
]
CLAIMS = [
    {
        "corpus": corpus,
        "story": number,
        "left": {"report": f"{corpus}0", "spans": [[0, 3]]},
        "right": {"report": f"{corpus}1", "spans": [[0, 3]]},
        "drawn": "joined",
        "label": "same",
        "part": part,
    }
    for number, (corpus, part) in enumerate([("census", "fit"), ("basil", "test")])
]


def write(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


@pytest.fixture
def data(tmp_path, monkeypatch):
    for corpus, texts in TEXTS.items():
        rows = [
            {"id": f"{corpus}{number}", "text": text, "publisher": "Echo", "agency_credit": ["gold"]}
            for number, text in enumerate(texts)
        ]
        write(tmp_path / "data" / labelled.CORPORA[corpus], rows)
    write(tmp_path / "labels" / "pairs.jsonl", PAIRS)
    write(tmp_path / "labels" / "variants.jsonl", VARIANTS)
    write(tmp_path / "labels" / "credits.jsonl", CREDITS)
    write(tmp_path / "labels" / "claims.jsonl", CLAIMS)
    monkeypatch.setattr(labelled.write_claims, "__defaults__", (tmp_path / "labels",))
    monkeypatch.setattr(labelled.write_credits, "__defaults__", (tmp_path / "labels",))
    monkeypatch.setattr(labelled.write_pairs, "__defaults__", (tmp_path / "labels",))
    monkeypatch.setattr(labelled.write_variants, "__defaults__", (tmp_path / "labels",))
    return tmp_path / "data"


def run(data, part, out):
    return labelled.main(["--data", str(data), "--part", part, "--out", str(out)])


def test_the_pairs_of_one_part_are_a_folder_of_the_task(data, tmp_path):
    assert run(data, "fit", tmp_path / "out") == 0
    (figure, _) = pairs.evaluate(tmp_path / "out" / "pairs", {"made": lambda left, right: "independent"}).figures

    assert (figure.value, figure.n) == (1.0, 1)


def test_the_reports_come_with_what_any_user_would_give_and_no_more(data, tmp_path):
    run(data, "fit", tmp_path / "out")
    rows = (tmp_path / "out" / "pairs" / "reports.jsonl").read_text().splitlines()

    assert [list(json.loads(row)) for row in rows] == [["id", "publisher", "text"]] * 2


@pytest.mark.parametrize(("part", "ids"), [("fit", ["census0", "census1"]), ("test", ["basil0", "basil1"])])
def test_the_claims_of_one_part_come_with_the_reports_of_their_stories(data, tmp_path, part, ids):
    assert run(data, part, tmp_path / "out") == 0
    rows, pairs = (
        [json.loads(line) for line in (tmp_path / "out/claims" / f"{name}.jsonl").read_text().splitlines()]
        for name in ("reports", "claims")
    )

    assert [row["id"] for row in rows] == ids
    assert [row["story"] for row in rows] == [pairs[0]["story"]] * 2
    assert list(pairs[0]) == ["story", "left", "right", "label"]


@pytest.mark.parametrize(("part", "integrity"), [("fit", "verbatim"), ("test", "punctuation")])
def test_the_wordings_of_one_part_are_stories_of_two_reports(data, tmp_path, part, integrity):
    assert run(data, part, tmp_path / "out") == 0
    (truth,) = truths_in(tmp_path / "out" / "variants")

    assert [(one.report_id, one.integrity, one.also_possible) for one in truth.quotations] == [
        ("basil1", integrity, ("fragment",))
    ]
    assert len(truth.reports) == 2
    assert (truth.handings, truth.lines) == (None, None)


def test_a_corpus_that_is_not_there_is_said_in_one_line(data, tmp_path, capsys):
    (data / labelled.CORPORA["census"]).unlink()

    assert run(data, "fit", tmp_path / "out") == 3
    assert "census.jsonl" in capsys.readouterr().err


def test_a_report_that_its_corpus_lacks_is_named(data, tmp_path, capsys):
    write(data / labelled.CORPORA["census"], [{"id": "census0", "text": "One pier."}])

    assert run(data, "fit", tmp_path / "out") == 3
    assert "'census1'" in capsys.readouterr().err


def test_the_part_must_be_said_and_the_folder_empty(data, tmp_path):
    with pytest.raises(SystemExit):
        labelled.main(["--data", str(data), "--out", str(tmp_path / "out")])
    with pytest.raises(SystemExit):
        run(data, "fit", tmp_path)


@pytest.mark.parametrize(("part", "name"), [("fit", "Reuters"), ("test", "Associated Press")])
def test_the_credits_of_one_part_come_with_their_texts(data, tmp_path, part, name):
    assert run(data, part, tmp_path / "out") == 0
    (row,) = [json.loads(line) for line in (tmp_path / "out" / "credits" / "credits.jsonl").read_text().splitlines()]

    assert ([one["name"] for one in row["agencies"]], "text" in row, "agency_credit" in row) == ([name], True, False)
