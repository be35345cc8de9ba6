import json

import pytest
from evaluation import times
from evaluation.suites import timed
from evaluation.times import Told, gold_of, kind_of, pair, tally, told_by_stemma, told_plainly

TEXT = "The pier shut on Friday. It had been open for three days, and every week since May."
RECORD = {
    "docid": "r1",
    "dct": "2022-01-08",
    "text": TEXT,
    "timexes": [
        {"type": "DATE", "value": "2022-01-07", "span": [17, 23]},
        {"type": "DURATION", "value": "P3D", "span": [46, 56]},
        {"type": "SET", "value": "P1W", "span": [62, 72]},
        {"type": "DATE", "value": "2021-05", "span": [79, 82]},
    ],
}


def values(found):
    return {name: ratio.value for name, ratio in tally(gold_of(RECORD), found).items()}


def test_gold_found_whole_is_one_wherever_there_is_gold():
    assert {name: value for name, value in values(gold_of(RECORD)).items() if value != 1} == {
        "times.value_f1.time": 0.0
    }


def test_nothing_found_is_nought_everywhere():
    assert set(values(()).values()) == {0.0}


def test_stemma_reads_the_example_right():
    assert told_by_stemma(RECORD) == gold_of(RECORD)


VALUES = [
    ((Told(start=20, end=30, kind="DATE", value="2022-01-07"),), 0.4, 0.4, 0.0, "an overlap is enough for the value"),
    ((Told(start=17, end=23, kind="DATE", value="2022-01-14"),), 0.0, 0.4, 0.4, "a wrong value is found all the same"),
    ((Told(start=0, end=8, kind="DATE", value="2022-01-07"),), 0.0, 0.0, 0.0, "a right value elsewhere is nothing"),
]


@pytest.mark.parametrize(("found", "value", "overlap", "exact", "why"), VALUES, ids=[case[-1] for case in VALUES])
def test_figures(found, value, overlap, exact, why):
    figures = values(found)

    assert (figures["times.value_f1"], figures["times.found_f1"], figures["times.exact_f1"]) == (value, overlap, exact)


def test_the_pair_of_equal_value_goes_first():
    gold = (Told(start=0, end=10, kind="DATE", value="2022"),)
    found = (
        Told(start=0, end=8, kind="DATE", value="2021"),
        Told(start=8, end=10, kind="DATE", value="2022"),
    )

    assert pair(gold, found) == ((gold[0], found[1]),)


KINDS = [
    ("PAST_REF", "at", "DATE"),
    ("PRESENT_REF", "at", "DATE"),
    ("FUTURE_REF", "at", "DATE"),
    ("PXY", "for", "DURATION"),
    ("PT2H", "for", "DURATION"),
    ("2022-01-07TNI", "at", "TIME"),
    ("XXXX-WXX-1", "every", "SET"),
    (None, "at", "DATE"),
]


@pytest.mark.parametrize(("value", "relation", "expected"), KINDS, ids=[str(case[0]) for case in KINDS])
def test_kind_of(value, relation, expected):
    assert kind_of(value, relation) == expected


def test_the_plain_method_reads_named_days():
    record = {"dct": "2022-01-08", "text": "On Friday, May 3, on 2015-03-03 and in June 2020, not yesterday."}

    assert [told.value for told in told_plainly(record)] == [
        "2022-01-07",
        "2021-05-03",
        "2015-03-03",
        "2020-06",
        "2022-01-07",
    ]


def test_a_file_and_its_folder_give_the_same_figures(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(RECORD) + "\n")

    assert times.evaluate(path).figures == times.evaluate(tmp_path).figures


def test_a_folder_without_records_is_said_to_hold_none(tmp_path):
    with pytest.raises(ValueError, match=r"holds no \.jsonl"):
        times.evaluate(tmp_path)


def test_the_parts_share_no_article_and_leave_none_out(data_folder, tmp_path):
    ids = {}
    for part in ("fit", "held"):
        (tmp_path / part).mkdir()
        timed(part)(data_folder, tmp_path / part)
        lines = [line for path in (tmp_path / part).iterdir() for line in path.read_text().splitlines()]
        ids[part] = {json.loads(line)["docid"] for line in lines}

    assert len(ids["fit"]) + len(ids["held"]) == len(ids["fit"] | ids["held"]) == 256
