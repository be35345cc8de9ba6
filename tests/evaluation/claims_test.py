"""Pairs of claims against labels: which are joined, and who joins them."""

import json

import pytest
from evaluation.claims import evaluate, joined_by_stemma, joined_by_words, tally_of

LEFT = 'Officials met on Monday.\n\n"The harbour fund is empty," Mayor Ada Orr said. The pier was shut in March.'
RIGHT = 'Mayor Ada Orr said: "The harbour fund is empty." Nine boats were moved to Lowport.'
REPORTS = [
    {"id": "a", "text": LEFT, "story": 0, "outlet": "Echo"},
    {"id": "b", "text": RIGHT, "story": 0, "outlet": "Post"},
]


def claim(report, words):
    text = {"a": LEFT, "b": RIGHT}[report]
    start = text.index(words)
    return {"report": report, "spans": [[start, start + len(words)]]}


SAID = {"left": claim("a", "The harbour fund is empty"), "right": claim("b", "The harbour fund is empty")}
MOVED = {"left": claim("a", "The pier was shut in March"), "right": claim("b", "Nine boats were moved to Lowport")}


def write(folder, reports, pairs):
    for name, rows in (("reports", reports), ("claims", pairs)):
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return folder


@pytest.mark.parametrize("joiner", [joined_by_stemma, joined_by_words])
def test_what_is_said_in_the_same_words_is_joined_and_what_shares_none_is_not(joiner):
    assert joiner(REPORTS, [SAID, MOVED]) == [True, False]


def test_a_claim_of_which_stemma_has_less_than_half_is_not_found():
    wide = {"left": {"report": "a", "spans": [[0, len(LEFT)]]}, "right": SAID["right"]}

    assert joined_by_stemma(REPORTS, [wide]) == [False]


def test_each_label_is_counted_and_what_is_unclear_is_not():
    pairs = [{"label": label} for label in ("same", "same", "altered", "other", "unclear")]
    found = {name: (ratio.value, ratio.n) for name, ratio in tally_of(pairs, [True, False, True, False, True]).items()}

    assert found == {
        "claims.joined.same": (0.5, 2),
        "claims.joined.altered": (1.0, 1),
        "claims.joined.other": (0.0, 1),
        "claims.precision": (0.5, 2),
        "claims.f1": (0.5, 2),
    }


def test_the_outcome_names_the_plain_method_beside_stemma(tmp_path):
    pairs = [{"story": 0, "label": "same", **SAID}, {"story": 0, "label": "other", **MOVED}]
    outcome = evaluate(write(tmp_path, REPORTS, pairs))

    assert outcome.baselines.keys() == {"shared words"}
    assert {figure.name: figure.value for figure in outcome.figures} == {
        "claims.f1": 1.0,
        "claims.precision": 1.0,
        "claims.joined.same": 1.0,
        "claims.joined.other": 0.0,
        "claims.joined.altered": 0.0,
    }
    assert {figure.name for figure in outcome.figures if figure.less_is_better} == {
        "claims.joined.altered",
        "claims.joined.other",
    }


def test_a_report_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ValueError, match="holds no report 'b'"):
        evaluate(write(tmp_path, REPORTS[:1], [{"story": 0, "label": "same", **SAID}]))
