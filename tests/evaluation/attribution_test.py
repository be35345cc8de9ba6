import json
import os
from pathlib import Path

import pytest
from evaluation import attribution
from evaluation.attribution import Told, gold_of, join, marked_stretches, pair, tally, told_plainly
from evaluation.corpora import last_tenth, records_of
from evaluation.figures import total

TEXT = 'Ana Sol said "we will mend the old pier" on Monday. The mayor denied it.'
#       0        9    13                       40

RECORD = {
    "id": "r1",
    "text": TEXT,
    "attributions": [
        {"source": [[0, 7]], "cue": [[8, 12]], "content": [[13, 40]], "kind": "direct"},
        {"source": [[52, 61]], "cue": [[62, 68]], "content": [[69, 71]], "kind": "indirect"},
        {"source": [[0, 7]], "cue": [], "content": [], "kind": "empty"},
    ],
}


def values(found):
    return {name: ratio.value for name, ratio in total([tally(TEXT, gold_of(RECORD), found)]).items()}


def test_gold_found_whole_is_one_everywhere():
    assert set(values(gold_of(RECORD)).values()) == {1.0}


def test_nothing_found_is_nought_everywhere():
    assert set(values(()).values()) == {0.0}


def test_attributions_without_content_are_skipped():
    assert len(gold_of(RECORD)) == 2


def test_characters_count_over_the_union_of_a_role():
    half = (Told(content=((13, 40),), source=((0, 7), (0, 3))),)

    result = values(half)

    assert result["attribution.char_f1.content"] == pytest.approx(2 * 27 / (27 + 29))
    assert result["attribution.char_f1.source"] == pytest.approx(2 * 7 / (7 + 16))


def test_found_is_one_to_one():
    twice = (Told(content=((13, 20),)), Told(content=((20, 40),)))

    assert values(twice)["attribution.found_f1"] == pytest.approx(2 * 1 / (2 + 2))


def test_the_pair_that_shares_most_goes_first():
    gold = (Told(content=((0, 10),)), Told(content=((10, 12),)))
    found = (Told(content=((5, 12),)),)

    assert pair(gold, found) == ((gold[0], found[0]),)


def test_source_is_exact_only_where_the_attribution_is_found():
    found = (Told(content=((13, 40),), source=((0, 3),)), Told(content=((41, 43),), source=((52, 61),)))

    assert values(found)["attribution.source_exact"] == 0.0


JOINS = [
    ([(0, 3), (3, 6)], ((0, 6),), "pieces that touch are one"),
    ([(4, 7), (0, 3)], ((0, 7),), "white space does not part, order does not matter"),
    ([(0, 3), (8, 11)], ((0, 3), (8, 11)), "a word parts"),
    ([], (), "nothing stays nothing"),
]


@pytest.mark.parametrize(("pieces", "expected", "why"), JOINS, ids=[case[-1] for case in JOINS])
def test_join(pieces, expected, why):
    assert join(pieces, "one two six ten") == expected


MARKED = [
    ("“One two three four five,” she said.", 1, "curly marks"),
    ("''One two three four five,'' she said.", 1, "two apostrophes"),
    ('A "few words" only.', 0, "fewer than five words"),
    ('He said "one two three\nfour five six".', 0, "a mark does not reach over a line's end"),
]


@pytest.mark.parametrize(("text", "count", "why"), MARKED, ids=[case[-1] for case in MARKED])
def test_marked_stretches(text, count, why):
    assert len(marked_stretches(text)) == count


def test_the_plain_method_finds_marks_cue_and_name():
    (told,) = told_plainly(RECORD)

    assert [TEXT[start:end] for start, end in told.content + told.cue + told.source] == [
        '"we will mend the old pier"',
        "said",
        "Ana Sol",
    ]


def test_the_last_tenth_is_the_latest_whatever_the_order():
    records = [{"id": str(n), "published": f"2020-01-{n:02}"} for n in range(1, 21)]

    assert {record["id"] for record in last_tenth(records[::-1])} == {"19", "20"}


def test_a_line_that_is_not_json_is_named(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": "a"}\n{oops\n')

    with pytest.raises(ValueError, match="line 2"):
        records_of(path)


def test_the_printed_object_has_the_agreed_form(tmp_path, monkeypatch):
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(RECORD) + "\n")
    monkeypatch.setattr(attribution, "told_by_stemma", gold_of)

    record = attribution.evaluate(path).to_record()

    assert list(record) == ["format", "task", "data", "figures", "baselines"]
    assert all(list(figure) == ["name", "value", "n", "ceiling"] for figure in record["figures"])
    assert len(record["data"]["sha256"]) == 64


def test_stemma_beats_the_plain_method_on_real_articles():
    path = Path(os.environ.get("STEMMA_DATA", "no-data")) / "polnear" / "train.jsonl"
    if not path.exists():
        if os.environ.get("STEMMA_REQUIRE_ALL") == "1":
            pytest.fail("STEMMA_DATA holds no polnear")
        pytest.skip("STEMMA_DATA holds no polnear")
    sample = last_tenth(records_of(path))[:10]

    ours = {figure.name: figure.value for figure in attribution.score(sample, attribution.told_by_stemma)}
    plain = {figure.name: figure.value for figure in attribution.score(sample, told_plainly)}

    assert ours["attribution.found_f1"] > plain["attribution.found_f1"]
    assert ours["attribution.char_f1.content"] > plain["attribution.char_f1.content"]
    assert ours["attribution.char_f1.source"] > plain["attribution.char_f1.source"]
