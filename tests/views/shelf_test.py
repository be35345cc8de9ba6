"""Many stories: the first whole, the others in brief, and what is not told is counted."""

import pytest
from tests.views.example import COLLATION

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


def test_the_page_tells_every_story_whole_or_in_brief(monkeypatch):
    monkeypatch.setattr(shelf, "WHOLE", 1)
    page = to_html([COLLATION] * 6)

    assert page.count('<article class="story"') == 1
    assert '<ol class="briefs" start="2">' in page
    assert "5 more stories in brief" in page
