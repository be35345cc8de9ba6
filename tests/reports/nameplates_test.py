"""An outlet's name on top of a page is its nameplate; a headline about an outlet, a section or a person is none."""

import pytest

from stemma.model import CreditRole
from stemma.reports.layouts import lay_out

HEADLINE = "River floods the lower town again"
BODY = (
    "Forty families had to leave their homes before dawn when the river rose by two metres in one night, the mayor said "
    "on Monday.\n\nThe council meets on Friday."
)
PLATES = [
    ("HALLIN HERALD | Home | News | Tides | Obituaries", "", "HALLIN HERALD", "a bar to move about behind it"),
    ("HallinLIVE\nNews | What's On | Traffic | Sport", "", "HallinLIVE", "such a bar under it"),
    ("Health-Letter Today > Sleep", "", "Health-Letter Today", "the section behind a mark"),
    ("Hallin Radio - local news", "", "Hallin Radio", "what it brings"),
    ("HALLIN FM SPORT", "", "HALLIN FM", "capitals and its part"),
    ("Hallin Gazette", "", "Hallin Gazette", "a known sort of name, alone"),
    ("HALLINPOST / English edition", ' "I slept," he told the Hallinpost.', "HALLINPOST", "somebody told it something"),
    (
        "The Hallin Lantern",
        " The Hallin Lantern understands that more will go.",
        "The Hallin Lantern",
        "it understands",
    ),
    ("Hallin Lantern", " It has a leak, she told the Hallin Lantern.", "Hallin Lantern", "told, with an article"),
    ("THE HALLIN LANTERN\nThursday, May 4, 2028 | Town", "", "THE HALLIN LANTERN", "the day under it"),
    ("THE HALLIN SHOPPER\nYour FREE weekly - 9,000 copies to every door", "", "THE HALLIN SHOPPER", "a slogan"),
    ("hallinnews.example > Crime", "", None, "small letters"),
    ("HallinNews.example > Crime", "", "HallinNews.example", "an address"),
    (
        "SchoolWatch\na blog about schools, by somebody who used to work in one",
        "",
        "SchoolWatch",
        "what it is, under it",
    ),
    ("World News > Europe", "", None, "a section and its part"),
    ("Crime News", "", None, "a section that ends as outlets do"),
    ("LIVE UPDATES\nHome | News | Sport", "", None, "a heading over a bar"),
    ("Jane Roe", " I have seen worse, he told Jane Roe.", None, "a person who was told something"),
    ("Hallin Council", " He told the Hallin Council so.", None, "a body that was told something"),
    ("THE LOWER TOWN\nThursday, May 4, 2028", "", None, "words that the text has in small letters"),
    ("THE BIG READ\nThursday, May 4, 2028", "", None, "what a text is"),
    ("THE UMPIRE\nThursday, May 4, 2028", "", None, "one word"),
    ("FOOTBALL | Home | News | Sport", "", None, "a part of the page in its bar"),
    ("Springfield", "", None, "a place"),
    ("Reuters", "", None, "an agency"),
]


def outlets_of(layout):
    return [credit.name for credit in layout.credits if credit.role is CreditRole.OUTLET]


def headline_of(text, layout):
    return next(text[zone.start : zone.end] for zone in layout.zones if zone.kind.value == "headline")


@pytest.mark.parametrize(("top", "rest", "name", "why"), PLATES, ids=[case[-1] for case in PLATES])
def test_nameplates(top, rest, name, why):
    text = f"{top}\n\n{HEADLINE}\n\n{BODY}{rest}"
    layout = lay_out(text)

    assert outlets_of(layout) == ([] if name is None else [name])
    assert name is None or headline_of(text, layout) == HEADLINE
    assert all(text[credit.start : credit.end] == credit.name for credit in layout.credits)
    assert [text[zone.start : zone.end] for zone in layout.zones][-2:] == f"{BODY}{rest}".split("\n\n")


HEADLINES = [
    ("Flood Hits Radio", "a verb"),
    ("Mayor sues Coast Times", "small letters"),
    ("New Editor For Echo", "a small word in capitals"),
    ("FLOOD DRIVES FAMILIES OUT", "capitals"),
    ("Hallin Echo, 1901-2028", "years"),
]


@pytest.mark.parametrize(("line", "why"), HEADLINES, ids=[case[-1] for case in HEADLINES])
def test_a_headline_with_a_line_under_it_stays_one(line, why):
    text = f"{line}\n\nForty families leave their homes in the night\n\n{BODY}"
    layout = lay_out(text)

    assert outlets_of(layout) == []
    assert headline_of(text, layout) in {line, "Forty families leave their homes in the night"}


def test_a_name_alone_over_the_text_is_no_nameplate():
    assert outlets_of(lay_out(f"Hallin Gazette\n\n{BODY}")) == []


def test_where_the_headline_is_known_the_top_line_is_left():
    text = f"Hallin Gazette\n\n{HEADLINE}\n\n{BODY}"

    assert headline_of(text, lay_out(text, "Hallin Gazette")) == "Hallin Gazette"
