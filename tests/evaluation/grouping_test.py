import json

import pytest
from evaluation.grouping import evaluate, figures_of, sums_of

GOLD = [{"id": name, "event": event, "text": "x"} for name, event in zip("abcd", "xxyy", strict=True)]
CASES = [
    ([["a", "b"], ["c", "d"]], 1, 1, "the events themselves"),
    ([["a", "b", "c", "d"]], 0.5, 1, "all in one"),
    ([["a"], ["b"], ["c"], ["d"]], 1, 0.5, "each alone"),
    ([["a", "b"]], 1, 0.75, "what stands in no group is alone"),
    ([["a", "b", "z"], ["c", "d"]], 1, 1, "what gold does not have does not count"),
]


@pytest.mark.parametrize(("groups", "precision", "recall", "why"), CASES, ids=[case[-1] for case in CASES])
def test_b_cubed(groups, precision, recall, why):
    figures = {figure.name: figure.value for figure in figures_of(list(sums_of(GOLD, groups).values()))}

    assert figures["grouping.b3_precision"] == pytest.approx(precision)
    assert figures["grouping.b3_recall"] == pytest.approx(recall)
    assert figures["grouping.b3_f1"] == pytest.approx(2 * precision * recall / (precision + recall))


def write(path, records):
    path.write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")


def test_files_of_a_folder_are_grouped_by_themselves(tmp_path):
    write(tmp_path / "one.jsonl", GOLD[:2])
    write(tmp_path / "two.jsonl", GOLD[2:])

    outcome = evaluate(tmp_path, {"all": lambda records: [[record["id"] for record in records]]})

    assert outcome.figures[0].value == 1


def test_a_report_without_an_event_is_refused(tmp_path):
    write(tmp_path / "one.jsonl", [{"id": "a", "text": "x"}])

    with pytest.raises(ValueError, match="names no `event`"):
        evaluate(tmp_path / "one.jsonl")
