import json

import pytest
from evaluation.credits import Told, agencies_of, evaluate, scored, tally

BODY = (
    "The river rose on Monday and the town closed its bridge, the mayor told Coast Radio. Nobody was hurt in the night."
)
TEXT = f"River Rises In Old Town\n\nBy Jane Roe\n\nThe quay. REUTERS/John Doe\n\nOAK FALLS, Ohio (AP) — {BODY}"


def span(words, text=TEXT, **more):
    start = text.index(words)
    return {"start": start, "end": start + len(words), **more}


GOLD = {
    "id": "a",
    "text": TEXT,
    "agencies": [{"name": "Associated Press", "shown": "named"}],
    "credits": [span("AP", role="agency"), span("REUTERS/John Doe", role="photo")],
    "citations": [span("Coast Radio", kind="told")],
}


def figures(records, path):
    path.write_text("".join(json.dumps(one) + "\n" for one in records))
    outcome = evaluate(path)
    return {figure.name: figure.value for figure in outcome.figures}, outcome


def test_a_report_is_read_and_scored(tmp_path):
    found, outcome = figures([GOLD], tmp_path / "gold.jsonl")

    assert (
        found["credits.f1"]
        == found["credits.role_f1.photo"]
        == found["citations.f1"]
        == found["citations.kind_right"]
        == 1
    )
    assert found["credits.photo_as_text"] == 0
    assert [figure.less_is_better for figure in outcome.figures if figure.name == "credits.photo_as_text"] == [True]
    assert list(outcome.baselines)


def test_a_picture_taken_for_the_text_is_counted():
    photo = GOLD["credits"][1]
    told = Told(agencies=frozenset({"Reuters"}), credits={"agency": [(photo["start"], photo["end"])]})
    counted = tally(GOLD, told)

    assert counted["credits.photo_as_text"].value == 1
    assert counted["credits.f1"].value == 0


def test_an_agency_that_the_text_does_not_name_neither_helps_nor_harms():
    record = {"id": "a", "text": "Rain.", "agencies": [{"name": "Reuters", "shown": "form"}]}
    found, missed = (tally(record, Told(agencies=frozenset(names))) for names in ({"Reuters"}, set()))

    assert found["credits.f1"].whole == missed["credits.f1"].whole == 0
    assert found["credits.f1.with_unshown"].value == 1


def test_the_wire_of_a_corpus_counts_where_it_was_collected():
    records = [
        {"id": "a", "text": "Rain.", "publisher": "daily", "wire": "AP"},
        {"id": "b", "text": "Rain.", "publisher": "daily", "wire": None},
        {"id": "c", "text": "Rain.", "publisher": "weekly", "wire": None},
    ]

    assert [record["id"] for record in scored(records)] == ["a", "b"]
    assert agencies_of(records[0]) == {"Associated Press": "named"}


def test_gold_without_agencies_is_refused(tmp_path):
    (tmp_path / "gold.jsonl").write_text('{"id": "a", "text": "Rain."}\n')

    with pytest.raises(ValueError, match="no record has `agencies`"):
        evaluate(tmp_path / "gold.jsonl")
