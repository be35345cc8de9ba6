"""What a newsroom notes about its own text is furniture, and never the headline."""

import pytest

from stemma.reports.layouts import lay_out
from stemma.text.notices import is_notice

HEADLINE = "River Floods Town As Mayor Calls For Help"
BODY = "The river rose by two metres in one night on Monday, the mayor of the town, Jane Roe, told reporters."

NOTICES = [
    ("CORRECTION: An earlier version of this report misstated how high the river rose.", "a correction"),
    ("Correction (March 3, 2021): The mayor of the flooded town is Jane Roe.", "a dated correction"),
    ("Editor's note: The mayor of the town calls for help.", "an editor's note"),
    ("Editors’ Note — The river is the Orvin.", "a note with a dash"),
    ("Clarification: The town calls its mayor for help.", "a clarification"),
    ("(This story corrects the name of the river in paragraph two.)", "in brackets, with a full stop"),
    ("(This story corrects the name of the river)", "in brackets, without one"),
    ("(Adds comment of the mayor, water level)", "what a new version adds"),
    ("An earlier version of this article misspelled the name of the river.", "an earlier version"),
    ("This story has been updated to say that the bridge is open.", "updated"),
    ("UPDATE: This story was updated with the comment of the mayor.", "an update that names the story"),
]
TOLD = [
    ("Correction of the river fails", "a headline about a correction"),
    ("UPDATE: Mayor asks for boats", "a headline that is an update"),
    ("UPDATE: The mayor said that nobody was hurt.", "news behind a label"),
    ("The report incorrectly stated the level of the river, the mayor said.", "a report that is told of"),
    ("The story changed on Monday, when the river rose.", "a story that is told of"),
    ("(The mayor was not hurt.)", "prose in brackets"),
    ("Corrections officers were sent to help.", "officers"),
]


@pytest.mark.parametrize(("line", "why"), NOTICES, ids=[case[-1] for case in NOTICES])
def test_notices_are_furniture_above_and_below_the_text(line, why):
    for place, parts in ((0, [line, HEADLINE, BODY, BODY]), (3, [HEADLINE, BODY, BODY, line])):
        zones = lay_out("\n\n".join(parts)).zones
        kinds = [zone.kind.value for zone in zones]

        assert is_notice(line)
        assert kinds == ["furniture" if n == place else "headline" if n == (place == 0) else "body" for n in range(4)]


@pytest.mark.parametrize(("line", "why"), TOLD, ids=[case[-1] for case in TOLD])
def test_what_is_told_is_no_notice(line, why):
    assert not is_notice(line)


def test_an_update_over_the_headline_is_furniture_and_under_the_text_it_is_news():
    update = "UPDATE: The mayor said in the evening that nobody in the flooded town was hurt."

    assert [zone.kind.value for zone in lay_out(f"{update}\n\n{HEADLINE}\n\n{BODY}").zones] == [
        "furniture",
        "headline",
        "body",
    ]
    assert [zone.kind.value for zone in lay_out(f"{HEADLINE}\n\n{BODY}\n\n{update}").zones] == [
        "headline",
        "body",
        "body",
    ]
