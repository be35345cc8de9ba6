"""Corrections: what was corrected, who still has the wording before, and nothing where the texts do not show it."""

from functools import cache

import pytest

import stemma
from stemma.model import ChangeKind

STORM = (
    "The storm that crossed the Vellin strait on Monday night tore {number} fishing boats from their moorings in the old basin "
    "and left two of them on the breakwater."
)
MASTER = "Harbour master {name} walked the quays before dawn with a torch and wrote down the name of every hull that was missing."
DIVERS = (
    "Divers will look at the sunken pontoon as soon as the swell drops below a metre, a task that may take until the end of the "
    "week."
)
INSURERS = (
    "Insurers in the provincial capital have asked owners to send photographs rather than wait for an inspector to make the "
    "crossing."
)


def record(outlet, *paragraphs, hour=10, number="21", name="Ilsa Brandt"):
    text = "\n\n".join(paragraphs or (STORM, MASTER, DIVERS, INSURERS)).format(number=number, name=name)
    key = outlet.split()[0].lower() + str(hour)
    return {
        "id": key,
        "outlet": outlet,
        "headline": f"{outlet}: storm",
        "published": f"2031-03-05T{hour:02}:00",
        "text": text,
    }


def noticed(notice, **more):
    return record("Harbour Post", STORM, MASTER, DIVERS, INSURERS, notice, hour=14, **more)


@cache
def _told(key):
    return stemma.compare([dict(one) for one in key]).story


def told(*records):
    return _told(tuple(tuple(one.items()) for one in records))


def words(story, spans):
    texts = {report.id: report.text for report in story.reports}
    texts |= {edition.id: edition.text for report in story.reports for edition in report.earlier}
    return sorted((span.report_id, span.cut(texts[span.report_id])) for span in spans)


COURIER = record("Vellin Courier", STORM, MASTER, DIVERS)
PORTAL = record("Strait Portal", STORM, MASTER, INSURERS, hour=11)
RADIO = record("Radio Sund", STORM, DIVERS, INSURERS, hour=18, number="12")
NOTICE = "Correction: An earlier version of this article gave a wrong number of boats. The storm tore 12 boats loose, not 21."


def test_a_notice_that_has_both_readings_shows_who_carries_which():
    story = told(noticed(NOTICE, number="12"), COURIER, PORTAL, RADIO)
    (found,) = story.amendments

    assert (found.kind, found.is_told) == ("number", True)
    assert words(story, found.notice) == [("harbour14", NOTICE)]
    assert words(story, found.after) == [("harbour14", "12")]
    assert words(story, found.uncorrected) == [("strait11", "21"), ("vellin10", "21")]
    assert words(story, found.corrected) == [("radio18", "12")]


def test_who_carries_a_correction_is_a_change_and_a_finding():
    story = told(noticed(NOTICE, number="12"), COURIER, PORTAL, RADIO)
    changes = [one for one in story.stemma.changes if one.kind is ChangeKind.CORRECTION]
    findings = [one for one in story.story.findings if one.kind == "correction"]

    assert sorted((one.report_id, one.note.split(":")[0]) for one in changes) == [
        ("radio18", "carried"),
        ("strait11", "not carried"),
        ("vellin10", "not carried"),
    ]
    assert len(findings) == 1
    assert (
        'corrects "21 fishing boats" to "12 fishing boats"; 2 reports still carry the uncorrected wording'
        in findings[0].text
    )
    assert findings[0].text.endswith("A (Vellin Courier) and B (Strait Portal), published before it")
    assert findings[0].is_warning
    assert not any(one.kind == "conflict" for one in story.story.findings)


POINTING = [
    (
        "An earlier version of this article misspelled the name of the harbour master, Ilsa Brandt.",
        "name",
        "Brand",
        False,
    ),
    ("(This story corrects the name of the harbour master to Brandt from Brand)", "name", "Brand", True),
]


@pytest.mark.parametrize(
    ("notice", "kind", "old", "is_told"), POINTING, ids=["the new name alone", "both, as agencies do"]
)
def test_a_notice_may_point_with_either_reading(notice, kind, old, is_told):
    portal = record("Strait Portal", STORM, MASTER, INSURERS, hour=11, name="Ilsa Brand")
    story = told(noticed(notice), portal, COURIER)
    (found,) = story.amendments

    assert (found.kind, found.is_told) == (kind, is_told)
    assert words(story, found.uncorrected) == [("strait11", old)]
    assert words(story, found.corrected) == [("vellin10", "Brandt")]


def test_a_notice_with_both_figures_shows_who_has_them_in_whatever_sentences():
    count = "Somebody counted 1,412 herring crates in the harbour, and nobody knows why."
    blog = record("Mole Notes", DIVERS, count, hour=20)
    anew = "All morning the masters of {number} herring crates looked for them along the mole of the old basin, in the rain."
    wrong = "Correction: An earlier version of this article gave a wrong number. It is 1,142 crates, not 1,412."
    corrected = record("Harbour Post", anew, MASTER, DIVERS, wrong, hour=14, number="1,142")
    (found,) = told(corrected, COURIER, blog).amendments

    assert (found.kind, found.is_told) == ("number", True)
    assert found.before[0].report_id == found.after[0].report_id == "harbour14"
    assert words(told(corrected, COURIER, blog), found.uncorrected) == [("mole20", "1,412")]


def test_a_heading_with_a_date_goes_with_the_paragraph_under_it():
    under = "An article on Monday about the storm gave a wrong number of fishing boats. It was 12, not 21."
    story = told(noticed(f"Correction: March 6, 2031\n\n{under}", number="12"), COURIER)
    (found,) = story.amendments

    assert words(story, found.uncorrected) == [("vellin10", "21")]
    assert under in words(story, found.notice)[0][1]


BARE = [
    ("Correction: A number in this story has been corrected.", "it names no reading"),
    ("(Corrects number in first paragraph)", "an agency's line that names the place alone"),
    (
        "Clarification: This story has been amended to say that the ferry to Lund runs on Sundays.",
        "it is about something else",
    ),
]


@pytest.mark.parametrize(("notice", "why"), BARE, ids=[case[-1] for case in BARE])
def test_of_a_notice_that_points_nowhere_only_the_notice_is_told(notice, why):
    story = told(noticed(notice, number="12"), COURIER, PORTAL)
    (found,) = story.amendments

    assert words(story, found.notice) == [("harbour14", notice)], why
    assert (found.before, found.after, found.uncorrected, found.corrected) == ((), (), (), ())
    assert not any(one.kind is ChangeKind.CORRECTION for one in story.stemma.changes)
    assert [one.is_warning for one in story.story.findings if one.kind == "correction"] == [False]


@pytest.mark.parametrize(
    "notice", ["(This story has been updated with a comment of the ministry.)", "Editor's note: See page two."]
)
def test_an_update_is_no_correction(notice):
    assert told(noticed(notice, number="12"), COURIER).amendments == ()


def test_editions_show_what_was_altered_and_who_has_the_earlier_wording():
    early, late = record("Harbour Post", hour=9), record("Harbour Post", hour=14, number="12")
    story = told(late, early, COURIER, RADIO)
    (found,) = story.amendments

    assert len(story.reports) == 3
    assert [one.id for report in story.reports for one in report.earlier] == ["harbour9"]
    assert (found.notice, found.is_told) == ((), True)
    assert words(story, found.before) == [("harbour9", "21")]
    assert words(story, found.uncorrected) == [("vellin10", "21")]
    assert words(story, found.corrected) == [("radio18", "12")]
    assert any(
        'has "12 fishing boats" where its earlier edition has "21 fishing boats"' in one.text
        for one in story.story.findings
    )


def test_a_matter_of_style_between_editions_is_no_correction():
    early = record("Harbour Post", STORM, MASTER, DIVERS.replace("look at", "inspect"), INSURERS, hour=9)

    assert told(early, record("Harbour Post", hour=14), COURIER).amendments == ()


def test_the_same_number_in_letters_is_no_other_reading():
    courier = record("Vellin Courier", STORM, MASTER, DIVERS, number="twelve")
    (found,) = told(noticed(NOTICE, number="12"), courier).amendments

    assert found.uncorrected == ()


def test_who_has_the_wording_before_need_not_be_like_the_corrected_sentence():
    """The corrected report was written anew; a paper has its earlier wording, cut and turned, and the wrong number with it."""
    anew = (
        "The storm that crossed the Vellin strait tore {number} fishing boats from their moorings late on Monday, when most "
        "masters slept, and one that nobody had manned went down off the old mole before the pilots came."
    )
    cut = "A storm tore {number} fishing boats from their moorings in the old basin and left two of them on the breakwater."
    agency = record("Vellin Wire", number="14", hour=8)
    corrected = record(
        "Harbour Post", anew, MASTER, DIVERS, "(Corrects number of boats to 11, not 14.)", number="11", hour=14
    )
    paper = record("Strait Courier", cut, DIVERS, INSURERS, number="14", hour=18)
    (found,) = told(agency, corrected, paper).amendments

    assert {span.report_id for span in found.uncorrected} == {agency["id"], paper["id"]}
