"""Laws of the truth: what the files of a tradition say of its reports holds character by character."""

import json
import re
from functools import cache
from pathlib import Path
from random import Random

import pytest
from evaluation.traditions.breeding import breed
from evaluation.traditions.desk import OPERATORS
from evaluation.traditions.folder import FILES
from evaluation.traditions.roots import own_events
from evaluation.traditions.sets import SETS
from evaluation.traditions.truth import GRAVITY
from hypothesis import given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parents[3]
HOUSE = {"add", "furniture", "byline", "credit", "stock"}


@cache
def tradition(seed):
    """Give the records of one story of ours, as a reader of the files has them."""
    story = breed(own_events(), SETS["own"], Random(f"law {seed}"))
    return {name: json.loads(json.dumps(records(story))) for name, records in FILES.items()}


def law(test):
    return settings(max_examples=12, deadline=None)(given(seed=st.integers(0, 40))(test))


def texts_of(truth):
    """Give the texts by node and state; of a report there is but one state to see."""
    found = {(row["id"], state): text for row in truth["exemplars"] for state, text in enumerate(row["states"])}
    return found | {(row["id"], 0): row["text"] for row in truth["reports"]}


@law
def test_the_edit_list_gives_the_text(seed):
    truth = tradition(seed)
    texts = texts_of(truth)
    for row in truth["stemma"]:
        edits = [edit for edit in truth["edits"] if edit["report_id"] == row["id"] and edit["after"]]
        if not row["parents"]:
            assert not edits
            continue
        text, end = texts[row["id"], 0], 0
        for edit in sorted(edits, key=lambda edit: edit["after"]):
            parent = texts.get((edit["parent"], edit["state"]))
            words = parent[slice(*edit["before"])] if edit["operator"] == "kept" else edit["text"]

            assert text[slice(*edit["after"])] == words
            assert text[end : edit["after"][0]].strip() == ""
            end = edit["after"][1]

        assert text[end:].strip() == ""


@law
def test_what_was_left_out_stood_in_the_parent(seed):
    truth = tradition(seed)
    texts = texts_of(truth)
    for edit in truth["edits"]:
        assert edit["before"] or edit["after"]
        assert edit["operator"] in {*OPERATORS, "kept"}
        if edit["before"]:
            start, end = edit["before"]

            assert 0 <= start < end <= len(texts[edit["parent"], edit["state"]])


@law
def test_parents_are_a_graph_without_circles(seed):
    truth = tradition(seed)
    rows = [(row["id"], row["parents"]) for row in truth["stemma"]] + [
        (x["id"], x["parents"]) for x in truth["exemplars"]
    ]
    parents = {node: [one["id"] or one["exemplar"] for one in above] for node, above in rows}
    for node, first in parents.items():
        above, seen = [*first], set()
        while above:
            one = above.pop()
            seen.add(one)
            above += [parent for parent in parents[one] if parent not in seen]

        assert node not in seen


@law
def test_ids_name_what_is_there(seed):
    truth = tradition(seed)
    reports, exemplars = ({row["id"] for row in truth[name]} for name in ("reports", "exemplars"))

    assert {row["id"] for row in truth["stemma"]} == reports
    assert not reports & exemplars
    for row in truth["stemma"]:
        assert {parent["id"] for parent in row["parents"]} <= reports | {None}
        assert {parent["exemplar"] for parent in row["parents"]} <= exemplars | {None}
        assert all((parent["id"] is None) != (parent["exemplar"] is None) for parent in row["parents"])
        assert set(row["occasions"]) <= reports | exemplars
        assert set(row["cites"]) <= reports - {row["id"]}
    for name in ("quotations", "claims", "edits"):
        assert {row["report_id"] for row in truth[name]} <= reports


@law
def test_a_story_has_three_to_forty_reports_of_different_outlets(seed):
    outlets = [row["outlet"] for row in tradition(seed)["reports"] if row["outlet"] != "Public Record"]

    assert 3 <= len(tradition(seed)["reports"]) <= 40
    assert len(outlets) == len(set(outlets))


@law
def test_a_copied_text_has_only_sentences_of_its_parents(seed):
    truth = tradition(seed)
    fold = str.maketrans("“”’‘", "\"\"''")
    texts = {node: text.translate(fold) for (node, _), text in texts_of(truth).items()}
    for row in truth["stemma"]:
        if [parent["kind"] for parent in row["parents"]] != ["copied"]:
            continue
        whole = " ".join(
            text
            for (node, _), text in texts_of(truth).items()
            if node in {p["id"] or p["exemplar"] for p in row["parents"]}
        )
        for edit in (edit for edit in truth["edits"] if edit["report_id"] == row["id"] and edit["after"]):
            if edit["operator"] not in HOUSE:
                words = texts[row["id"]][slice(*edit["after"])]

                assert words in whole.translate(fold)


@law
def test_spans_of_quotations_are_whole_words_in_or_without_marks(seed):
    truth = tradition(seed)
    texts = {row["id"]: row["text"] for row in truth["reports"]}
    for row in truth["quotations"]:
        text, start, end = texts[row["report_id"]], row["start"], row["end"]

        assert text[start:end].strip() == text[start:end] != ""
        assert (text[start - 1] in '“"' and text[end] in '”"') == row["is_marked"]
        assert not re.match(r"\w", text[end : end + 1])


@law
def test_a_verbatim_wording_has_the_words_that_it_is_judged_by(seed):
    truth = tradition(seed)
    texts = {row["id"]: row["text"] for row in truth["reports"]}

    def plain(text):
        return re.sub(r"[^\w ]", "", text.casefold().replace("\n\n", " "))

    for row in truth["quotations"]:
        words = texts[row["report_id"]][row["start"] : row["end"]]
        if row["integrity"] == "verbatim" and "TRANSCRIPT" in texts[row["against_report_id"]]:
            assert plain(words) in plain(texts[row["against_report_id"]])


@law
def test_the_classes_that_need_no_other_report_have_none(seed):
    for row in tradition(seed)["quotations"]:
        assert (row["against_report_id"] is None) == (row["integrity"] in {"sole-witness", "undecided"})


@law
def test_claims_agree_with_the_number_of_lines(seed):
    truth = tradition(seed)
    texts = {row["id"]: row["text"] for row in truth["reports"]}
    lead = truth["lines"][0]
    carriers = {}
    for row in truth["claims"]:
        carriers.setdefault(row["assertion_id"], set()).add(row["report_id"])

        assert texts[row["report_id"]][row["start"] : row["end"]].strip()
        assert 1 <= row["lines_min"] == row["lines_max"]
        assert 1 <= row["voices_min"] <= row["voices_max"]
        assert row["change"] in {*GRAVITY, None}
        if row["assertion_id"] == lead["assertion_id"]:
            assert row["lines_min"] == lead["lines"]

    assert all(len(reports) > 1 for reports in carriers.values())
    assert len(carriers.get(lead["assertion_id"], {None})) == max(map(len, carriers.values()), default=1)


def fields_of(page, heading):
    """Give the fields that a section of the page names in its table."""
    section = re.split(rf"^#+ {re.escape(heading)}$", page, flags=re.MULTILINE)[1].split("\n#")[0]
    return re.findall(r"^\| `(\w+)` \|", section, flags=re.MULTILINE)


@pytest.mark.parametrize("name", FILES)
def test_the_page_of_the_form_names_every_field(name):
    page = (ROOT / "docs" / "formats" / "tradition.md").read_text(encoding="utf-8")
    rows = [row for seed in range(6) for row in tradition(seed)[name]]

    assert rows
    assert all(list(row) == fields_of(page, f"{name}.jsonl") for row in rows)


def test_the_page_of_the_form_names_every_field_of_parents_and_every_class():
    from evaluation.traditions.integrity import CLASSES

    page = (ROOT / "docs" / "formats" / "tradition.md").read_text(encoding="utf-8")
    parents = [parent for seed in range(6) for row in tradition(seed)["stemma"] for parent in row["parents"]]
    classes = re.findall(
        r"^\| `([\w-]+)` \| [^|]+\|$", page.split("### integrity")[1].split("\n#")[0], flags=re.MULTILINE
    )

    assert all(list(parent) == fields_of(page, "parents") for parent in parents)
    assert classes == ["not-in-transcript", *CLASSES, "sole-witness", "undecided"]
    assert all(f"`{kind}`" in page for kind in GRAVITY)
