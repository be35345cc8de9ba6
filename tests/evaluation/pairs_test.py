import json

import pytest
from evaluation import pairs
from evaluation.pairs import judge, label_plainly, macro_f1, score

PIER = (
    "The old pier at Marle was closed on Tuesday after inspectors found that two of its iron pillars had rusted through. "
    "Engineers from the harbour office spent the whole night fixing steel cables between the pillars and the sea wall. "
    "Three fishing boats that could no longer leave the basin were lifted out by a crane borrowed from the shipyard."
)
MARKET = (
    "A new covered market opened in the northern quarter of Losten with sixty stalls and a roof of recycled glass. "
    "Traders who had sold vegetables in the open street for decades moved their tables inside before the first bell."
)


def record(number, text):
    return {"id": number, "text": text}


PLAIN = [
    (PIER, PIER, "wholly-derived", "the same text"),
    (PIER, PIER.split(". ", maxsplit=1)[0] + ". " + MARKET, "partially-derived", "one sentence of another text"),
    (PIER, MARKET, "independent", "two texts that share nothing"),
]


@pytest.mark.parametrize(("left", "right", "label", "why"), PLAIN, ids=[case[-1] for case in PLAIN])
def test_the_plain_method(left, right, label, why):
    assert label_plainly(record("a", left), record("b", right)) == label


@pytest.mark.parametrize(("left", "right", "label", "why"), PLAIN, ids=[case[-1] for case in PLAIN])
def test_label_by_stemma(left, right, label, why):
    assert pairs.label_by_stemma(record("a", left), record("b", right)) == label


def test_the_order_of_a_pair_changes_nothing():
    short = PIER.split(". ", maxsplit=1)[0] + ". " + MARKET

    labels = {pairs.label_by_stemma(record("a", PIER), record("b", short))}
    labels |= {pairs.label_by_stemma(record("b", short), record("a", PIER))}

    assert len(labels) == 1


def test_an_acceptable_label_counts_as_the_gold_one():
    reports = {"a": record("a", PIER), "b": record("b", PIER)}
    gold = [{"left": "a", "right": "b", "label": "partially-derived", "also_acceptable": ["wholly-derived"]}]

    assert judge(gold, reports, lambda left, right: "wholly-derived") == [("wholly-derived", "wholly-derived")]
    assert judge(gold, reports, lambda left, right: "independent") == [("partially-derived", "independent")]


def test_macro_f1_is_the_mean_over_the_labels_of_the_gold():
    judged = [("independent", "independent"), ("wholly-derived", "independent")]

    assert macro_f1(judged) == pytest.approx((2 / 3 + 0) / 2)
    assert [figure.name for figure in score(judged)] == [
        "pairs.macro_f1",
        "pairs.f1.wholly-derived",
        "pairs.f1.independent",
    ]


def test_a_pair_that_names_an_unknown_report_is_refused(tmp_path):
    (tmp_path / "reports.jsonl").write_text(json.dumps(record("a", PIER)) + "\n")
    (tmp_path / "pairs.jsonl").write_text(json.dumps({"left": "a", "right": "z", "label": "independent"}) + "\n")

    with pytest.raises(ValueError, match="unknown report"):
        pairs.evaluate(tmp_path)
