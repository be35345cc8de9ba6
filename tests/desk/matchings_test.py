import json
import subprocess
import sys

import duckdb
import pytest
from tests.matches.made import OTHER, PASSAGE, babble, report, spun

from stemma import NothingReadableError, Settings, UsageError, match
from stemma.matches import MatchRules
from stemma.matches import match as match_reports
from stemma.model import Edit, Match, Span, from_record

TEXTS = {
    "agency": f"{PASSAGE}\n{babble(1, 80)}",
    "daily": f"{babble(2, 50)}\n\n{spun(PASSAGE, 7)}",
    "herald": f"{OTHER} {PASSAGE.upper()}",
    "blog": babble(3, 90),
}


@pytest.fixture
def corpus(tmp_path):
    path = tmp_path / "corpus.jsonl"
    path.write_text("".join(json.dumps({"id": key, "text": text}) + "\n" for key, text in TEXTS.items()))
    return path


def lines_of(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("engine", [None, "memory", "duckdb"])
def test_a_file_of_matches_is_what_matching_gives(corpus, tmp_path, engine):
    out = tmp_path / "found.jsonl"
    found = match(corpus, out, engine=engine, settings=Settings())
    expected = match_reports([report(key, text) for key, text in TEXTS.items()])
    expected = sorted(expected, key=lambda one: (one.left.report_id, one.right.report_id, one.left, one.right))
    places = [(one.left, one.right, one.score, one.surprisal) for one in expected]

    assert found.match_count == len(expected) == 3
    assert [
        (Span(**row["left"]), Span(**row["right"]), row["score"], row["surprisal"]) for row in lines_of(out)
    ] == places
    assert [tuple(from_record(edit, Edit) for edit in row["edits"]) for row in lines_of(out)] == [
        one.edits for one in expected
    ]
    assert json.loads((tmp_path / "found.meta.json").read_text())["reports"] == 4
    assert sorted(path.name for path in tmp_path.iterdir()) == ["corpus.jsonl", "found.jsonl", "found.meta.json"]


def test_offsets_are_those_of_the_text_as_it_came(corpus, tmp_path):
    match(corpus, tmp_path / "found.jsonl", settings=Settings())
    row = lines_of(tmp_path / "found.jsonl")[0]

    assert TEXTS[row["left"]["report_id"]][row["left"]["start"] : row["left"]["end"]] == PASSAGE.removesuffix(".")


def test_parquet_holds_the_same_rows_and_what_they_rest_on(corpus, tmp_path):
    match(corpus, tmp_path / "found.jsonl", settings=Settings())
    match(corpus, tmp_path / "found.parquet", settings=Settings())
    base = duckdb.connect()
    rows = base.execute("select * from read_parquet(?)", [str(tmp_path / "found.parquet")]).fetchall()
    ((_, told),) = base.execute(
        "select key, value from parquet_kv_metadata(?)", [str(tmp_path / "found.parquet")]
    ).fetchall()
    base.close()

    assert [
        {
            "left": dict(zip(("report_id", "start", "end"), row[:3], strict=True)),
            "right": dict(zip(("report_id", "start", "end"), row[3:6], strict=True)),
            "edits": json.loads(row[6]),
            "score": row[7],
            "surprisal": row[8],
        }
        for row in rows
    ] == lines_of(tmp_path / "found.jsonl")
    assert json.loads(told)["format"] == "stemma.matches"


def test_stock_is_told_and_makes_no_match(tmp_path):
    path = tmp_path / "corpus.jsonl"
    texts = [f"{babble(number, 40)}\n{OTHER}" for number in range(9)]
    path.write_text("".join(json.dumps({"id": f"r{n}", "text": text}) + "\n" for n, text in enumerate(texts)))
    rules = MatchRules(whole_reports=0, stock_reports=8)
    found = match(path, tmp_path / "found.jsonl", settings=Settings(rules={"matches": rules}))

    assert found.match_count == 0
    assert [(span.report_id, often) for span, often in found.stock] == [("r0", 9)]
    assert len(found.stock[0][0].cut(texts[0])) > 0.8 * len(OTHER)


def test_rows_that_cannot_be_read_are_refused_and_the_rest_goes_on(corpus, tmp_path):
    with corpus.open("a") as file:
        file.write('not json\n{"id": "x"}\n\n{"id": "agency", "text": "Another."}\n')
    found = match(corpus, tmp_path / "found.jsonl", settings=Settings())

    assert found.match_count == 3
    assert sorted(refusal.subject.rsplit(":", 1)[1] for refusal in found.refusals) == ["5", "6", "8"]


def test_no_report_at_all(tmp_path):
    (tmp_path / "empty.jsonl").write_text("")
    with pytest.raises(NothingReadableError):
        match(tmp_path / "empty.jsonl", tmp_path / "found.jsonl", settings=Settings())

    assert not (tmp_path / "found.jsonl").exists()


WRONG = [
    ({"engine": "oracle"}, "no engine is called oracle"),
    ({"master": "local[2]"}, "--engine spark"),
    ({"engine": "duckdb", "master": "local[2]"}, "--engine spark"),
]


@pytest.mark.parametrize(("options", "reason"), WRONG)
def test_wrong_use(corpus, tmp_path, options, reason):
    with pytest.raises(UsageError, match=reason):
        match(corpus, tmp_path / "found.jsonl", settings=Settings(), **options)


def test_a_match_is_told_as_it_is_read(corpus, tmp_path):
    match(corpus, tmp_path / "found.jsonl", settings=Settings())

    for row in lines_of(tmp_path / "found.jsonl"):
        assert from_record(row, Match).left.report_id < row["right"]["report_id"]


def test_a_script_without_a_guard_is_run_once(tmp_path):
    """Several processes work on so many reports; none of them may run the caller's script again."""
    corpus = tmp_path / "corpus.jsonl"
    rows = [
        {"id": f"r{number:04}", "text": f"{TEXTS['agency'] if number < 2 else babble(number, 40)}"}
        for number in range(700)
    ]
    corpus.write_text("".join(json.dumps(row) + "\n" for row in rows))
    script = tmp_path / "script.py"
    script.write_text(
        "import stemma\n"
        "print('begun')\n"
        f"print(stemma.match({str(corpus)!r}, {str(tmp_path / 'found.jsonl')!r}).match_count)\n"
    )
    told = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=300, check=False)

    assert told.stderr == ""
    assert told.stdout.split() == ["begun", "1"]
