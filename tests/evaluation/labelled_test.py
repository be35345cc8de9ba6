import json
import os
from collections import Counter

import pytest
from evaluation.corpora import records_of
from evaluation.labelled.__main__ import CORPORA as PATHS
from evaluation.labelled.__main__ import write_pairs, write_variants
from evaluation.labelled.agreement import FOLDER, accepted, kappa, percent
from evaluation.labelled.selection import Candidate, draw, select, sheet, stratum_of
from evaluation.pairs import LABELS
from evaluation.truths import truths_in

import stemma

SETS = {name: records_of(FOLDER / f"{name}.jsonl") for name in ("pairs", "variants", "stock")}
FIELDS = {
    "pairs": "corpus left right label also_acceptable first second part",
    "variants": "corpus left right integrity also_possible first second part note",
    "stock": "corpus report start end label also_acceptable first second part",
}
CLASSES = {
    "pairs": set(LABELS),
    "variants": {member.value for member in stemma.Integrity},
    "stock": {"stock", "story"},
}
LEAST = {"pairs": 150, "variants": 60, "stock": 20}


def spans_of(record):
    return [record] if "start" in record else [record["left"], record["right"]]


def reports_of(record):
    if isinstance(record.get("left"), str):
        return {record["left"], record["right"]}
    return {span["report"] for span in spans_of(record)}


def group_of(corpus, report_id):
    """Give the event or topic that an id names; in the other corpora the report stands for itself."""
    if corpus == "basil":
        return report_id.rpartition("_")[0]
    return report_id.partition("_")[0] if corpus == "ecbplus" else report_id


def groups(part, names):
    chosen = [record for name in names for record in SETS[name] if record["part"] == part]
    return {(one["corpus"], group_of(one["corpus"], each)) for one in chosen for each in reports_of(one)}


@pytest.mark.parametrize("name", SETS)
def test_every_record_has_the_agreed_form(name):
    for record in SETS[name]:
        settled = record.get("label") or record["integrity"]
        others = record.get("also_acceptable", record.get("also_possible"))

        assert " ".join(record) == FIELDS[name]
        assert {settled, record["first"], record["second"], *others} <= CLASSES[name]
        assert settled not in others
        assert record["corpus"] in PATHS
        assert record["part"] in {"fit", "test"}


@pytest.mark.parametrize("name", SETS)
def test_nothing_is_labelled_twice(name):
    keys = Counter(
        json.dumps([record.get(key) for key in ("left", "right", "report", "start")]) for record in SETS[name]
    )

    assert set(keys.values()) == {1}


@pytest.mark.parametrize("name", SETS)
def test_there_are_enough_and_the_halves_are_balanced(name):
    fit = sum(record["part"] == "fit" for record in SETS[name])

    assert len(SETS[name]) >= LEAST[name]
    assert 0.4 <= fit / len(SETS[name]) <= 0.6


def test_the_halves_of_the_pairs_are_balanced_in_each_corpus_and_label():
    for key in ("corpus", "label"):
        for value, count in Counter(pair[key] for pair in SETS["pairs"]).items():
            fit = sum(pair["part"] == "fit" for pair in SETS["pairs"] if pair[key] == value)

            assert abs(2 * fit - count) <= (0 if key == "corpus" else 0.15 * count), value


def test_no_event_no_topic_and_no_report_of_a_sealed_pair_is_among_what_may_be_looked_at():
    sealed = groups("test", ["pairs"])

    assert sealed & groups("fit", SETS) == set()


def test_basil_events_and_ecb_topics_stand_in_one_half_in_all_sets():
    both = groups("test", SETS) & groups("fit", SETS)

    assert {corpus for corpus, _ in both} <= {"census", "spotify"}


def test_at_least_twenty_passages_are_stock():
    assert sum(record["label"] == "stock" for record in SETS["stock"]) >= 20


def test_a_disagreement_was_settled_for_one_of_the_readings():
    for record in (record for name in SETS for record in SETS[name] if record["first"] != record["second"]):
        settled = record.get("label") or record["integrity"]

        assert settled in {record["first"], record["second"]}
    assert all(accepted(record) for record in SETS["pairs"])


@pytest.fixture(scope="module")
def texts(data_folder):
    missing = [path for path in PATHS.values() if not (data_folder / path).exists()]
    if missing:
        if os.environ.get("STEMMA_REQUIRE_ALL") == "1":
            pytest.fail(f"STEMMA_DATA holds no {', '.join(missing)}")
        pytest.skip(f"STEMMA_DATA holds no {', '.join(missing)}")
    return {
        corpus: {one["id"]: one["text"] for one in records_of(data_folder / path)} for corpus, path in PATHS.items()
    }


@pytest.mark.parametrize("name", SETS)
def test_the_reports_are_known(name, texts):
    for record in SETS[name]:
        assert reports_of(record) <= texts[record["corpus"]].keys()


@pytest.mark.parametrize("name", ["variants", "stock"])
def test_a_span_lies_inside_its_text_and_begins_and_ends_with_a_letter_or_mark(name, texts):
    for record in SETS[name]:
        for span in spans_of(record):
            text = texts[record["corpus"]][span["report"]]
            words = text[span["start"] : span["end"]]

            assert 0 <= span["start"] < span["end"] <= len(text)
            assert words == words.strip()
            assert not text[span["start"] - 1 : span["start"]].isalnum()
            assert not text[span["end"] : span["end"] + 1].isalnum()


def test_the_selection_gives_the_same_pairs_again(data_folder, texts):
    keys = ("corpus", "left", "right", "part")

    assert [[one[key] for key in keys] for one in select(data_folder)] == [
        [one[key] for key in keys] for one in SETS["pairs"]
    ]


def test_the_folder_of_a_part_holds_its_pairs_and_their_reports(data_folder, texts, tmp_path):
    write_pairs(data_folder, "fit", tmp_path)
    pairs = records_of(tmp_path / "pairs.jsonl")
    reports = {record["id"] for record in records_of(tmp_path / "reports.jsonl")}

    assert len(pairs) == sum(pair["part"] == "fit" for pair in SETS["pairs"])
    assert set.union(*(reports_of(pair) for pair in pairs)) == reports


@pytest.mark.parametrize("part", ["fit", "test"])
def test_the_stories_of_a_part_hold_its_wordings(data_folder, texts, tmp_path, part):
    write_variants(data_folder, part, tmp_path)
    quotations = [one for truth in truths_in(tmp_path) for one in truth.quotations]

    assert len(quotations) == sum(variant["part"] == part for variant in SETS["variants"])


STRATA = [
    (0.9, 0, "whole", "nearly all"),
    (0.2, 5, "much", "a good part"),
    (0.02, 0, "some", "little"),
    (0.01, 2, "speech", "next to nothing but marked words"),
    (0.01, 1, "apart", "next to nothing"),
]


@pytest.mark.parametrize(("share", "spoken", "stratum", "why"), STRATA, ids=[case[-1] for case in STRATA])
def test_stratum_of(share, spoken, stratum, why):
    assert stratum_of(share, spoken) == stratum


class Unmoved:
    """A chance that changes nothing."""

    def shuffle(self, _listed):
        """Leave the order."""


def candidate(left, right, stratum):
    return Candidate(pair=(left, right), share=0.5, stratum=stratum)


def test_a_report_is_drawn_no_more_often_than_allowed():
    candidates = [candidate("a", other, "whole") for other in "bcd"]

    assert draw(candidates, {"whole": 6}, 2, Unmoved()) == [("a", "b"), ("a", "c")]


def test_a_poor_stratum_is_filled_from_the_others():
    candidates = [candidate("a", "b", "whole"), candidate("c", "d", "apart"), candidate("e", "f", "apart")]

    drawn = draw(candidates, {"whole": 4, "apart": 2}, 1, Unmoved())

    assert sorted(drawn) == [("a", "b"), ("c", "d"), ("e", "f")]


def test_a_sheet_holds_both_texts_and_their_equal_words_outside_marks():
    told = 'The old pier at Marle was closed today. "We will mend the old pier soon," she said.'
    left, right = {"id": "a", "text": told}, {"id": "b", "text": told.replace("today", "on Monday")}

    written = sheet(7, left, right)

    assert left["text"] in written
    assert right["text"] in written
    assert written.endswith("= The old pier at Marle was closed\n")


def test_agreement_by_hand():
    readings = [("a", "a"), ("a", "a"), ("b", "a"), ("b", "b")]

    assert percent(readings) == 75
    assert kappa(readings) == pytest.approx((0.75 - 0.5) / 0.5)
    assert kappa([("a", "a")]) == 1


def test_the_labelled_claims_have_the_agreed_form_and_lie_inside_their_texts(texts):
    claims = records_of(FOLDER / "claims.jsonl")

    assert len(claims) >= 400
    for record in claims:
        assert " ".join(record) == "corpus story left right drawn label part"
        assert record["label"] in {"same", "altered", "other", "unclear"}
        for side in (record["left"], record["right"]):
            text = texts[record["corpus"]][side["report"]]
            assert all(0 <= start < end <= len(text) for start, end in side["spans"])


def test_the_labelled_claims_keep_to_the_halves_of_the_other_labels():
    claims = records_of(FOLDER / "claims.jsonl")
    mine = {
        part: {
            (one["corpus"], group_of(one["corpus"], one[side]["report"]))
            for one in claims
            if one["part"] == part
            for side in ("left", "right")
        }
        for part in ("fit", "test")
    }

    assert not mine["fit"] & (mine["test"] | groups("test", SETS))
    assert not mine["test"] & groups("fit", SETS)
