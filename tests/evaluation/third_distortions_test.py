import hashlib
import json
import re
from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "evaluation" / "distortions"


def read(name):
    return [json.loads(line) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()]


ROWS = read("third.jsonl")
EARLIER = [*read("claims.jsonl"), *read("more.jsonl")]
SIDES = [(row["id"], row[side]) for row in ROWS for side in ("left", "right")]
CHANGES = sorted({row["change"] for row in ROWS})


def runs_of_words(text, size):
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[start : start + size]) for start in range(len(words) - size + 1)}


def claim(side):
    return side["text"][side["start"] : side["end"]]


def test_the_rows_have_the_form_of_the_first_ones():
    assert {tuple(row) for row in ROWS} == {tuple(EARLIER[0])}
    assert {tuple(side) for _, side in SIDES} == {tuple(EARLIER[0]["left"])}
    assert {(row["kind"], row["change"]) for row in ROWS} == {(row["kind"], row["change"]) for row in EARLIER}
    assert {row["origin"] for row in ROWS} == {"own"}


def test_there_are_fifteen_of_each_distortion_and_ten_of_each_rewording():
    counts = Counter((row["kind"], row["change"]) for row in ROWS)

    assert Counter(row["kind"] for row in ROWS) == {"distorted": 120, "faithful": 120}
    assert {n for (kind, _), n in counts.items() if kind == "distorted"} == {15}
    assert {n for (kind, _), n in counts.items() if kind == "faithful"} == {10}


def test_ids_are_unique_and_name_the_change():
    assert len({row["id"] for row in (*ROWS, *EARLIER)}) == len(ROWS) + len(EARLIER)
    assert [row["id"] for row in ROWS if not re.fullmatch(re.escape(row["change"]) + r"-t\d\d", row["id"])] == []


@pytest.mark.parametrize("change", CHANGES)
def test_of_each_change_the_first_half_in_the_order_of_the_hashes_is_for_developing(change):
    parts = [
        row["part"]
        for row in sorted(ROWS, key=lambda row: hashlib.sha256(row["id"].encode()).hexdigest())
        if row["change"] == change
    ]
    first = parts.count("develop")

    assert parts == ["develop"] * first + ["check"] * (len(parts) - first)
    assert abs(2 * first - len(parts)) <= 1


def test_half_of_either_kind_is_for_developing():
    assert set(Counter((row["kind"], row["part"]) for row in ROWS).values()) == {60}


def test_a_claim_is_a_stretch_of_words_in_its_text():
    for ident, side in SIDES:
        assert 0 <= side["start"] < side["end"] <= len(side["text"]), ident
        assert claim(side) == claim(side).strip(), ident
        assert len(claim(side).split()) >= 3, ident
        assert side["start"] == 0 or not side["text"][side["start"] - 1].isalnum(), ident
        assert side["end"] == len(side["text"]) or not side["text"][side["end"]].isalnum(), ident
        assert not claim(side).endswith("."), ident


def test_the_two_sides_are_two_reports():
    assert [row["id"] for row in ROWS if row["left"]["outlet"] == row["right"]["outlet"]] == []
    assert [row["id"] for row in ROWS if row["right"]["published_at"] < row["left"]["published_at"]] == []
    assert all(datetime.fromisoformat(side["published_at"]) for _, side in SIDES)
    assert [row["id"] for row in ROWS if claim(row["left"]).casefold() == claim(row["right"]).casefold()] == []


def test_no_text_shares_eight_words_in_a_row_with_another_pair():
    owner = {}
    for row in (*EARLIER, *ROWS):
        for side in (row["left"], row["right"]):
            for run in runs_of_words(side["text"], 8):
                owner.setdefault(run, set()).add(row["id"])
    own = {row["id"] for row in ROWS}

    assert {" ".join(run): ids for run, ids in owner.items() if len(ids) > 1 and ids & own} == {}
