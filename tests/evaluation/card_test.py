"""The model card: the file that ships gives the figures that the card tells of it."""

import re
from pathlib import Path

import pytest
from evaluation.attribution import score, told_by_rules, told_by_stemma
from evaluation.corpora import last_tenth, records_of

CARD = Path(__file__).parents[2] / "train/CARD.md"
ROW = re.compile(r"^\| `(attribution\.[\w.]+)` \| (\d+) \| (\.\d+) \| (\.\d+) \|", re.MULTILINE)
SLACK = 0.002  # a float's last digit may turn a tie; nothing else may


@pytest.fixture(scope="module")
def kept_out(data_folder):
    return last_tenth(records_of(data_folder / "polnear/train.jsonl"))


@pytest.mark.parametrize(("teller", "column"), [(told_by_stemma, 2), (told_by_rules, 3)], ids=["network", "fast"])
def test_the_card_tells_what_is_measured(teller, column, kept_out):
    told = {row[1]: (int(row[2]), float(row[column + 1])) for row in ROW.finditer(CARD.read_text(encoding="utf-8"))}
    found = {figure.name: (figure.n, figure.value) for figure in score(kept_out, teller)}

    assert len(told) == 9
    assert {name: abs(found[name][1] - value) < SLACK + 0.0005 for name, (_, value) in told.items()} == dict.fromkeys(
        told, True
    )
    assert all(found[name][0] == n for name, (n, _) in told.items() if name != "attribution.source_exact")
