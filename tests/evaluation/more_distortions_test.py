import hashlib
import json
import re
from collections import Counter
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "evaluation" / "distortions"
ROWS = [json.loads(line) for line in (FOLDER / "more.jsonl").read_text(encoding="utf-8").splitlines()]
FIRST = [json.loads(line) for line in (FOLDER / "claims.jsonl").read_text(encoding="utf-8").splitlines()]
SIDES = [(row["id"], row[side]) for row in ROWS for side in ("left", "right")]


def runs_of_words(text, size):
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[start : start + size]) for start in range(len(words) - size + 1)}


def test_the_rows_have_the_form_of_the_first_ones():
    assert {frozenset(row) for row in ROWS} == {frozenset(row) for row in FIRST}
    assert {frozenset(side) for _, side in SIDES} == {frozenset(FIRST[0]["left"])}
    assert {row["change"] for row in ROWS} == {row["change"] for row in FIRST}


def test_there_are_fifteen_of_each_distortion_and_ten_of_each_rewording():
    counts = Counter((row["kind"], row["change"]) for row in ROWS)

    assert {n for (kind, _), n in counts.items() if kind == "distorted"} == {15}
    assert {n for (kind, _), n in counts.items() if kind == "faithful"} == {10}
    assert len({row["id"] for row in (*ROWS, *FIRST)}) == len(ROWS) + len(FIRST)


def test_the_parts_are_drawn_by_the_hash_of_the_id():
    for row in ROWS:
        is_even = hashlib.sha256(row["id"].encode()).digest()[0] % 2 == 0

        assert row["part"] == ("develop" if is_even else "check"), row["id"]


def test_a_claim_is_a_stretch_of_words_in_its_text():
    for ident, side in SIDES:
        claim = side["text"][side["start"] : side["end"]]

        assert claim == claim.strip(), ident
        assert len(claim.split()) >= 3, ident
        assert side["start"] == 0 or not side["text"][side["start"] - 1].isalnum(), ident
        assert side["end"] == len(side["text"]) or not side["text"][side["end"]].isalnum(), ident


def test_the_two_sides_are_two_reports():
    assert [row["id"] for row in ROWS if row["left"]["outlet"] == row["right"]["outlet"]] == []
    assert [row["id"] for row in ROWS if row["right"]["published_at"] < row["left"]["published_at"]] == []


def test_no_left_text_shares_eight_words_in_a_row_with_a_first_one():
    first = set().union(*(runs_of_words(row["left"]["text"], 8) for row in FIRST))

    assert [row["id"] for row in ROWS if runs_of_words(row["left"]["text"], 8) & first] == []
