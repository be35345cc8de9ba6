import json
import os
import re
from collections import Counter, defaultdict
from datetime import datetime
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROWS = [
    json.loads(line)
    for line in (ROOT / "evaluation" / "distortions" / "claims.jsonl").read_text(encoding="utf-8").splitlines()
]
DISTORTED = ["number", "negation", "name", "date", "scope", "certainty", "attribution", "place"]
FAITHFUL = [
    *("synonym", "active-passive", "direct-indirect", "order", "split", "fused"),
    *("number-form", "date-form", "name-form", "nominalisation", "voice-form", "compression"),
]
SIDES = [(row["id"], row[side]) for row in ROWS for side in ("left", "right")]


def of_meantime(row):
    return row["origin"].removeprefix("meantime:") if row["origin"] != "own" else None


def runs_of_words(text, size):
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[start : start + size]) for start in range(len(words) - size + 1)}


def test_every_row_has_the_fields_of_the_format_and_no_others():
    side = {"text", "start", "end", "outlet", "published_at"}

    assert {tuple(sorted(row)) for row in ROWS} == {("change", "id", "kind", "left", "origin", "part", "right")}
    assert all(set(fields) == side for _, fields in SIDES)


def test_ids_are_unique_and_name_the_change():
    assert len({row["id"] for row in ROWS}) == len(ROWS)
    assert all(re.fullmatch(re.escape(row["change"]) + r"-\d\d", row["id"]) for row in ROWS)


def test_there_are_200_of_either_kind_and_25_of_each_distortion():
    changes = Counter((row["kind"], row["change"]) for row in ROWS)

    assert Counter(row["kind"] for row in ROWS) == {"distorted": 200, "faithful": 200}
    assert {change: n for (kind, change), n in changes.items() if kind == "distorted"} == dict.fromkeys(DISTORTED, 25)
    assert sorted(change for kind, change in changes if kind == "faithful") == sorted(FAITHFUL)
    assert {n for (kind, _), n in changes.items() if kind == "faithful"} == {16, 17}


def test_a_claim_is_a_stretch_of_words_in_its_text():
    for ident, side in SIDES:
        claim = side["text"][side["start"] : side["end"]]

        assert 0 <= side["start"] < side["end"] <= len(side["text"]), ident
        assert claim == claim.strip(), ident
        assert len(claim.split()) >= 3, ident
        assert side["start"] == 0 or not side["text"][side["start"] - 1].isalnum(), ident
        assert side["end"] == len(side["text"]) or not side["text"][side["end"]].isalnum(), ident


def test_the_two_sides_are_two_reports():
    assert [row["id"] for row in ROWS if row["left"]["outlet"] == row["right"]["outlet"]] == []
    assert [row["id"] for row in ROWS if row["left"]["text"] == row["right"]["text"]] == []
    assert all(datetime.fromisoformat(side["published_at"]) for _, side in SIDES)
    assert [row["id"] for row in ROWS if row["right"]["published_at"] < row["left"]["published_at"]] == []


def test_a_distorted_claim_never_has_the_same_words():
    def claim(side):
        return side["text"][side["start"] : side["end"]].casefold()

    assert [row["id"] for row in ROWS if claim(row["left"]) == claim(row["right"])] == []


def test_the_halves_are_balanced():
    kinds, changes = Counter(), defaultdict(Counter)
    for row in ROWS:
        kinds[row["kind"], row["part"], of_meantime(row) is None] += 1
        changes[row["change"]][row["part"]] += 1

    assert {row["part"] for row in ROWS} == {"fit", "test"}
    for kind in ("distorted", "faithful"):
        for own in (True, False):
            assert kinds[kind, "fit", own] == kinds[kind, "test", own]
    assert all(abs(halves["fit"] - halves["test"]) <= 1 for halves in changes.values())


def test_no_two_left_texts_share_eight_words_in_a_row():
    found = defaultdict(set)
    for row in ROWS:
        for run in runs_of_words(row["left"]["text"], 8):
            found[run].add(row["id"])

    assert {" ".join(run): ids for run, ids in found.items() if len(ids) > 1} == {}


def test_the_pages_name_every_field_and_count():
    page = (ROOT / "docs" / "formats" / "distortions.md").read_text(encoding="utf-8")
    made = (ROOT / "evaluation" / "distortions" / "README.md").read_text(encoding="utf-8")
    counts = Counter(row["change"] for row in ROWS)

    assert [field for field in (*ROWS[0], *ROWS[0]["left"]) if f"| `{field}` |" not in page] == []
    assert [change for change in counts if f"`{change}`" not in page] == []
    assert [change for change, n in counts.items() if f"| `{change}` | {n} |" not in made] == []


def test_the_texts_of_meantime_stand_there_word_for_word(data_folder):
    path = data_folder / "meantime_en" / "docs.jsonl"
    if not path.exists():
        if os.environ.get("STEMMA_REQUIRE_ALL") == "1":
            pytest.fail("STEMMA_DATA holds no meantime_en")
        pytest.skip("STEMMA_DATA holds no meantime_en")
    documents = {doc["id"]: doc["text"].split("\n") for doc in map(json.loads, path.read_text("utf-8").splitlines())}
    taken = {row["id"]: (of_meantime(row), row["left"]["text"].split("\n")) for row in ROWS if of_meantime(row)}

    assert len(taken) >= 60
    assert [ident for ident, (document, _) in taken.items() if document not in documents] == []
    assert [ident for ident, (document, lines) in taken.items() if not set(lines) <= set(documents[document])] == []
