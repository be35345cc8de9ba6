"""Many stories: the first whole, the others in brief, and what is not told is counted."""

from dataclasses import replace

import pytest
from tests.views import example
from tests.views.example import COLLATION

from stemma.model import Finding
from stemma.views import shelf, stories_to_text, to_html
from stemma.views.shelf import count_whole

CASES = [
    (1, 200, 1, "one story is told whole"),
    (3, 200, 3, "few reports are told whole"),
    (5, 1, 1, "the first is told whole, however large it is"),
    (5, 2 * len(COLLATION.reports), 2, "as many as the page can bear"),
]


@pytest.mark.parametrize(("stories", "most", "expected", "why"), CASES, ids=[case[-1] for case in CASES])
def test_stories_told_whole(monkeypatch, stories, most, expected, why):
    monkeypatch.setattr(shelf, "WHOLE", most)

    assert count_whole([COLLATION] * stories) == expected


def test_the_text_counts_what_it_does_not_tell(monkeypatch):
    monkeypatch.setattr(shelf, "WHOLE", 1)
    monkeypatch.setattr(shelf, "BRIEF", 2)
    told = stories_to_text([COLLATION] * 6)

    assert told.startswith("30 reports, 6 stories\n")
    assert told.count(" in brief\n") == 2
    assert "And 3 more stories of at most" in told
    assert "--json has all of the others" in told
    assert max(map(len, told.splitlines())) <= 80


SAID = "no plan to sell the island ferry"
WORDS = (example.at("a", SAID), example.at("b", SAID))
ONE_TEXT = Finding(kind="one-text", weight=9.9, text="A and B have one text", spans=WORDS)


@pytest.fixture
def copied():
    return replace(COLLATION, story=replace(COLLATION.story, findings=(*COLLATION.story.findings, ONE_TEXT)))


def test_which_reports_are_one_is_told_before_any_story(copied):
    text = stories_to_text([copied, COLLATION])
    opening = text[: text.index("Story 1 of 2")]

    assert opening.startswith("10 reports, 2 stories\n")
    assert opening.count("A and B have one text") == 1
    assert "A Harbour Gazette, B Delta Courier" in opening


def test_reports_of_one_text_are_named_before_others(copied):
    others = tuple(replace(COLLATION.reports[2], id=f"r{number}") for number in range(12))
    a, b, *rest = copied.reports
    opening = stories_to_text([replace(copied, reports=(*others, *rest, a, b)), COLLATION])

    assert "P Harbour Gazette, Q Delta Courier and 9 more" in " ".join(opening.split())


def test_words_show_that_reports_are_one(copied):
    text = " ".join(stories_to_text([copied, COLLATION]).split())

    assert "A and B have one text A, B: “no plan to sell the island ferry”" in text


def test_the_page_lists_them_too(copied):
    page = to_html([copied, COLLATION])
    opening = page[page.index("<body>") : page.index("<main")]

    assert "10 reports, 2 stories" in opening
    assert "A and B have one text" in opening


def test_the_page_tells_every_story_whole_or_in_brief(monkeypatch):
    monkeypatch.setattr(shelf, "WHOLE", 1)
    page = to_html([COLLATION] * 6)

    assert page.count('<article class="story"') == 1
    assert '<ol class="briefs" start="2">' in page
    assert "5 more stories in brief" in page
