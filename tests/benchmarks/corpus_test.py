import json
from collections import Counter

import pytest
from benchmarks.corpus import main, one_event, reports
from benchmarks.truths import near_copies, read_truths, shared, words_of


@pytest.fixture(scope="module")
def made():
    return list(reports(150))


def test_the_same_seed_makes_the_same_reports_and_another_seed_others(made):
    assert list(reports(150)) == made
    assert list(reports(20, seed=2)) != made[:20]


def test_a_small_corpus_is_the_head_of_a_larger_one(made):
    assert list(reports(40)) == made[:40]


def test_a_report_has_about_as_many_words_as_were_asked_for(made):
    assert 350 < sum(len(record["text"].split()) for record, _ in made) / len(made) < 650


def test_a_story_has_at_most_sixty_reports(made):
    assert max(Counter(record["event"] for record, _ in made).values()) <= 60


def test_each_sentence_stands_where_the_truth_says(made):
    for record, truth in made:
        for (start, end, _, kept), length in zip(truth["sentences"], truth["lengths"], strict=True):
            told = record["text"][start:end].removesuffix('," the spokesman said.').removeprefix('"')
            assert len(told.split()) == length
            assert kept is None or len(kept) == length


def test_words_that_the_truth_calls_shared_are_the_same_words(made):
    by_origin = {}
    for record, truth in made:
        for start, end, origin, kept in truth["sentences"]:
            words = record["text"][start:end].strip('".').casefold().split()
            for place, at in enumerate(kept if kept is not None else range(len(words))):
                if at >= 0 and place < len(words):
                    by_origin.setdefault((origin, at), set()).add(words[place].strip('",.'))
    assert all(len(words) == 1 for words in by_origin.values())


def test_every_kind_of_report_occurs(made):
    assert {truth["kind"] for _, truth in made} == {"agency", "copy", "trim", "rewrite", "joined", "own"}


def test_a_whole_copy_is_a_near_copy_and_own_reporting_is_none(made):
    truths = {truth["id"]: truth for _, truth in made}
    found = near_copies(truths.values())

    assert found
    for left, right in found:
        assert shared(words_of(truths[left]), words_of(truths[right])) > 0
        assert "own" not in {truths[left]["kind"], truths[right]["kind"]} or shared(
            words_of(truths[left]), words_of(truths[right])
        )


def test_the_command_writes_reports_and_their_truth(tmp_path, capsys):
    assert main(["--reports", "5", "--words", "40", "--out", str(tmp_path / "made")]) == 0

    lines = (tmp_path / "made" / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == [truth["id"] for truth in read_truths(tmp_path / "made")]
    assert capsys.readouterr().out.strip().endswith("reports.jsonl")


def test_reports_of_one_event_are_as_many_as_are_asked_for():
    made = [record for record, _ in one_event(80, words=40)]

    assert len({record["id"] for record in made}) == 80
    assert {record["event"] for record in made} == {"e0-0"}
