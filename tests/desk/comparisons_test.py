import itertools
from dataclasses import replace

import pytest

import stemma
from stemma.desk.settings import Settings
from stemma.desk.sheets import record_of, text_of


def paths(folder, *names):
    return [folder / f"{name}.txt" for name in names]


def test_reports_of_two_events_are_two_stories_the_larger_first(folder):
    comparison = stemma.compare([folder])

    assert [len(collation.reports) for collation in comparison.collations] == [2, 1]


def test_a_copy_adds_no_line(folder):
    count = stemma.compare(paths(folder, "dispatch", "copy")).story.story.count

    assert (count.reports, count.lines_min, count.lines_max) == (2, 1, 1)


def test_the_same_report_given_twice_is_one_and_is_said(folder):
    comparison = stemma.compare(paths(folder, "dispatch", "dispatch"))

    assert len(comparison.story.reports) == 1


@pytest.mark.parametrize("order", list(itertools.permutations(["dispatch", "copy", "market"])))
def test_the_order_of_the_reports_changes_nothing(folder, order):
    assert record_of(stemma.compare(paths(folder, *order))) == record_of(stemma.compare([folder]))


def test_several_processes_tell_what_one_tells(folder):
    alone = stemma.compare([folder], settings=Settings().but("readings", processes=1)).collations
    at_once = stemma.compare([folder], settings=Settings().but("readings", processes=2)).collations

    assert len(alone) == 2
    assert [replace(one, stamp=alone[0].stamp) for one in at_once] == list(alone)


def test_a_report_may_come_as_path_record_or_report(folder):
    ready = stemma.read(folder / "copy.txt").report
    text = (folder / "dispatch.txt").read_text()

    story = stemma.compare([str(folder / "market.txt"), {"id": "d", "text": text}, ready])

    assert {report.id for collation in story.collations for report in collation.reports} >= {"d", ready.id}


def test_a_record_keeps_its_text_and_id_to_the_letter(folder):
    text = "  Odd  blanks\r\n\r\nand \u00e9 and e\u0301, the harbour master said.\n"

    report = stemma.read({"id": "odd", "text": text}).report

    assert (report.id, report.text) == ("odd", text)


def test_what_cannot_be_read_is_refused_and_the_rest_goes_on(folder):
    comparison = stemma.compare([folder / "dispatch.txt", folder / "nowhere.txt"])

    assert len(comparison.story.reports) == 1
    assert [refusal.subject.endswith("nowhere.txt") for refusal in comparison.refusals] == [True]


def test_nothing_readable_is_an_error_with_the_reasons(folder):
    with pytest.raises(stemma.NothingReadableError) as caught:
        stemma.compare([folder / "nowhere.txt"])

    assert len(caught.value.reasons) == 1
    with pytest.raises(stemma.NothingReadableError):
        stemma.compare([])


def test_every_value_survives_its_record(folder):
    collation = stemma.compare([folder]).story

    assert stemma.from_record(stemma.to_record(collation), stemma.Collation) == collation


def test_every_span_lies_in_its_report(folder):
    for collation in stemma.compare([folder]).collations:
        texts = {report.id: report.text for report in collation.reports}
        for utterance in collation.utterances:
            for wording in utterance.wordings:
                for span in wording.spans:
                    assert span.cut(texts[span.report_id]).strip()


def test_a_story_is_told_in_eighty_columns(folder):
    told = text_of(stemma.compare([folder]))

    assert max(len(line) for line in told.splitlines()) <= 80
    assert "2 stories" in told


def test_a_watcher_is_told_how_far_it_is(folder):
    seen = []

    stemma.compare([folder], watch=lambda *step: seen.append(step))

    assert ("reading", 3, 3) in seen
    assert ("collating", 3, 3) in seen


def test_the_demonstration_is_one_story_of_five_reports():
    comparison = stemma.demo()

    assert len(comparison.collations) == 1
    assert len(comparison.story.reports) == 5


def test_a_notebook_shows_a_comparison_without_scripts(folder):
    shown = stemma.compare([folder])._repr_html_()

    assert "<script" not in shown
    assert "ferry" in shown.lower()


BRIDGE = (
    "The harbour bridge in Lindel was closed on Friday after divers found deep cracks in two of its old iron piers, and the "
    "lorries that bring fish to the inland markets must now take the long coast road round the bay."
)


def test_a_report_of_unknown_date_is_read_by_way_of_its_kin_and_says_so():
    dated = {"id": "dated", "text": BRIDGE, "published_at": "2022-01-08"}
    undated = {"id": "undated", "text": f"{BRIDGE}\n\nShops in the old town fear for their trade."}

    story = stemma.compare([dated, undated]).story
    fridays = {reading.report_id: reading.times[0].moment for reading in story.readings}

    assert {told.earliest.date().isoformat() for told in fridays.values()} == {"2022-01-07"}
    assert {report_id: told.inferred_from for report_id, told in fridays.items()} == {"dated": None, "undated": "dated"}
    assert "2022-01-07 (inferred by way of A)" in text_of(stemma.compare([dated, undated]))
