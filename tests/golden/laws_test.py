"""Laws that hold over every golden story, whatever its truth."""

from pathlib import Path

import pytest
from tests.golden import checks
from tests.golden.truths import STORIES, Told, paths_of, told, truth_of

import stemma


def compared(paths):
    return Told(stemma.compare(paths).collations[0])


def tree_of(value):
    """Give the derivations by file names, without the ids that depend on where a file lies."""
    return sorted(
        (value.names[one.report_id], value.node(one.exemplar_id), one.kind.value, round(one.probability, 6))
        for one in value.collation.stemma.derivations
    )


def counts_of(value):
    return sorted((one.gist, one.count) for one in value.collation.assertions)


def claims_of(value, assertion):
    """Give an assertion's claims by file name and place."""
    return [(value.names[one.report_id], one.spans[0].start) for one in assertion.claims]


@pytest.mark.parametrize("story", STORIES)
def test_the_order_of_the_reports_changes_nothing(story):
    turned = compared(paths_of(story)[::-1])

    assert tree_of(turned) == tree_of(told(story))
    assert counts_of(turned) == counts_of(told(story))


@pytest.mark.parametrize("story", STORIES)
def test_a_copy_under_another_headline_adds_no_line_and_no_voice(story, tmp_path):
    paths = paths_of(story)
    first = next(path for path in paths if not path.read_text(encoding="utf-8").startswith("TRANSCRIPT"))
    _, _, body = first.read_text(encoding="utf-8").partition("\n")
    copy = tmp_path / "copy.txt"
    copy.write_text(f"What happened and what comes next: all that matters today\n{body}", encoding="utf-8")
    before, after = told(story), compared([*paths, copy])
    counts = {key: one.count for one in after.collation.assertions for key in claims_of(after, one)}
    grown = [
        (one.gist, one.count, counts[key])
        for one in before.collation.assertions
        for key in claims_of(before, one)
        if key in counts
        and (counts[key].lines_max > one.count.lines_max or counts[key].voices_max > one.count.voices_max)
        and counts[key].reports == one.count.reports + (first.name in {name for name, _ in claims_of(before, one)})
    ]

    assert not grown


@pytest.mark.parametrize("story", STORIES)
def test_what_is_told_of_a_story_lies_inside_its_texts(story):
    value = told(story)
    spans = [span for one in value.collation.stemma.derivations for span in one.spans]
    spans += [span for one in value.collation.stemma.changes for span in one.before + one.after]
    spans += [span for one in value.collation.utterances for wording in one.wordings for span in wording.spans]
    spans += [span for one in value.collation.assertions for claim in one.claims for span in claim.spans]
    spans += [span for one in value.collation.story.findings for span in one.spans]
    outside = [one for one in spans if not 0 <= one.start < one.end <= len(value.texts[one.report_id])]

    assert not outside


@pytest.mark.parametrize("story", STORIES)
def test_edits_turn_the_other_wording_into_this_one(story):
    value = told(story)
    wrong = [
        (value.words(*wording.spans), edit)
        for utterance in value.collation.utterances
        for wording in utterance.wordings
        for edit in wording.edits
        if value.texts[wording.against_report_id][edit.start : edit.end] != edit.before
    ]

    assert not wrong


@pytest.mark.parametrize("story", STORIES)
def test_alternatives_add_up_to_one_at_most(story):
    value = told(story)
    totals = {}
    for one in value.collation.stemma.derivations:
        key = (one.report_id, one.spans)
        totals[key] = totals.get(key, 0) + one.probability

    assert not [total for total in totals.values() if total > 1 + 1e-6]


@pytest.mark.parametrize("story", STORIES)
def test_a_count_is_a_range_within_its_reports(story):
    counts = [one.count for one in told(story).collation.assertions]
    wrong = [
        one
        for one in counts
        if not (1 <= one.lines_min <= one.lines_max <= one.reports and 1 <= one.voices_min <= one.voices_max)
    ]

    assert not wrong


@pytest.mark.parametrize("story", STORIES)
def test_the_lead_is_what_most_reports_carry(story):
    value = told(story)
    lead = next(one for one in value.collation.assertions if one.id == value.collation.story.lead_assertion_id)

    assert lead.count.reports == max(one.count.reports for one in value.collation.assertions)


def test_a_report_without_its_credit_keeps_its_line(tmp_path):
    plain = tmp_path / "daily.txt"
    (daily,) = (path for path in paths_of("dispatch") if path.name == "daily.txt")
    plain.write_text(daily.read_text(encoding="utf-8").replace("TARVIK (HNA) — ", ""), encoding="utf-8")
    value = compared([*(path for path in paths_of("dispatch") if path.name != "daily.txt"), plain])
    found = checks.are_joined(value, "agency.txt", "daily.txt", ())

    assert found is None, found


def test_the_stories_do_not_mix():
    stories = ("dispatch", "one_room", "spun", "one_post")
    paths = [path for story in stories for path in paths_of(story)]
    groups = {frozenset(Path(one.path).name for one in each.reports) for each in stemma.compare(paths).collations}

    assert groups == {frozenset(truth_of(story)["reports"]) for story in stories}
