import json

import pytest
from evaluation import pairs
from evaluation.pairs import LABELLERS, evaluate, label_by_credits, label_by_headlines, label_plainly, tally

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


CREDITED = {"id": "a", "outlet": "Echo", "text": "LOSTEN (Pressa) - A market opened."}

OTHERS = [
    (
        label_by_credits,
        {"id": "b", "text": "A market opened, (Pressa) – says."},
        "wholly-derived",
        "both name one agency",
    ),
    (label_by_credits, {"id": "b", "outlet": "Pressa", "text": "A market."}, "wholly-derived", "one names the other"),
    (label_by_credits, {"id": "b", "outlet": "Post", "text": "A market."}, "independent", "they name nobody in common"),
    (
        label_by_headlines,
        {"id": "b", "headline": "LOSTEN: a market opened (Pressa)", "text": "x"},
        "wholly-derived",
        "alike",
    ),
    (label_by_headlines, {"id": "b", "headline": "Storm over Marle", "text": "x"}, "independent", "not alike"),
]


@pytest.mark.parametrize(
    ("method", "other", "label", "why"), OTHERS, ids=[f"{case[0].__name__}, {case[-1]}" for case in OTHERS]
)
def test_other_plain_methods(method, other, label, why):
    assert method(CREDITED, other) == label


def test_an_acceptable_label_counts_as_the_gold_one():
    gold = {"label": "partially-derived", "also_acceptable": ["wholly-derived"]}

    assert {label: ratio.value for label, ratio in tally(gold, "wholly-derived").items()} == {"wholly-derived": 1.0}
    assert {label: ratio.value for label, ratio in tally(gold, "independent").items()} == {
        "partially-derived": 0.0,
        "independent": 0.0,
    }


def write(folder, reports, pairs):
    for name, rows in (("reports", reports), ("pairs", pairs)):
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return folder


def test_macro_f1_is_the_mean_over_the_labels_of_the_gold(tmp_path):
    pairs = [{"left": "a", "right": "b", "label": label} for label in ("independent", "wholly-derived")]
    write(tmp_path, [record("a", PIER), record("b", MARKET)], pairs)

    found = evaluate(tmp_path, {"made": LABELLERS["each its own line"]}).figures

    assert {figure.name: figure.value for figure in found} == pytest.approx(
        {"pairs.macro_f1": (2 / 3 + 0) / 2, "pairs.f1.wholly-derived": 0, "pairs.f1.independent": 2 / 3}
    )
    assert found[0].low < found[0].value < found[0].high


BROKEN = [
    ([record("a", PIER)], [{"left": "a", "right": "z", "label": "independent"}], "unknown report", "an unknown report"),
    ([record("a", PIER)], [{"left": "a", "right": "a", "label": "kin"}], "unknown report or label", "an unknown label"),
    ([record("a", PIER)], [{"left": "a", "right": "a"}], "`label` is missing", "no label"),
    ([record("a", PIER)], [], "holds no pair", "no pair"),
]


@pytest.mark.parametrize(("reports", "pairs_", "words", "why"), BROKEN, ids=[case[-1] for case in BROKEN])
def test_what_is_not_in_the_form_is_refused(tmp_path, reports, pairs_, words, why):
    with pytest.raises(ValueError, match=words):
        evaluate(write(tmp_path, reports, pairs_))
