"""A view never fails on a story whose parts do not fit: what is missing is left out or shown as unknown."""

from dataclasses import replace

import pytest
from tests.views import example

from stemma.views import check_to_text, notebook_html, summary, to_html, to_json, to_text

STORY = example.COLLATION
WORDLESS = replace(STORY.utterances[0], wordings=(replace(STORY.utterances[0].wordings[2], spans=()),))
CASES = [
    (replace(STORY, reports=STORY.reports[1:]), "a report is missing"),
    (replace(STORY, voices=(), readings=()), "no voice is known"),
    (replace(STORY, outlets=()), "no outlet is known"),
    (replace(STORY, stemma=replace(STORY.stemma, exemplars=())), "no exemplar is known"),
    (replace(STORY, story=replace(STORY.story, lead_assertion_id="gone")), "the lead assertion is not there"),
    (
        replace(
            STORY,
            utterances=(replace(STORY.utterances[0], wordings=(replace(STORY.utterances[0].wordings[2], spans=()),)),),
        ),
        "a wording without words",
    ),
    (replace(STORY, reports=tuple(replace(report, text="", zones=()) for report in STORY.reports)), "empty texts"),
    (replace(STORY, reports=(*STORY.reports, STORY.reports[0])), "the same report twice"),
]


@pytest.mark.parametrize(("story", "why"), CASES, ids=[case[-1] for case in CASES])
def test_every_view_is_drawn(story, why):
    assert to_text(story).startswith("5 reports")
    assert "<h1" in to_html(story)
    assert to_json(story)["format"] == "stemma.story"
    assert check_to_text(story)
    assert summary(story).startswith("5 reports")
    assert "5 reports" in notebook_html(story)
