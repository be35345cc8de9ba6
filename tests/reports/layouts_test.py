"""Saved texts are cut into the parts they had on the page, in many layouts."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.model import Form, ZoneKind
from stemma.reports.layouts import lay_out

BODY = (
    "The river rose by two metres in one night on Monday, the mayor of the town, Jane Roe, told reporters.",
    '"We have never seen so much water," Roe said. "It will take weeks to clear the cellars of the old quarter."',
    "Firefighters from three counties were sent to help, and the bridge stayed closed until the evening.",
)
HEADLINE = "River Floods Town As Mayor Calls For Help"


def cut(text, headline=None):
    return [(zone.kind.value, text[zone.start : zone.end]) for zone in lay_out(text, headline).zones]


def kinds_of(text):
    return [kind for kind, _ in cut(text)]


LAYOUTS = [
    ([HEADLINE, *BODY], ["headline", "body", "body", "body"], "headline first"),
    ([HEADLINE, "By Jane Doe and Al Bo", *BODY], ["headline", "byline", "body", "body", "body"], "a byline"),
    (
        [HEADLINE, "Jane Doe Published March 03, 2021 | 11:40 PM", HEADLINE.upper(), *BODY],
        ["headline", "byline", "furniture", "headline", "body", "body", "body"],
        "byline and moment in one line, the headline again",
    ),
    (
        [HEADLINE, "Published 3 Mar 2021 14:05 GMT", *BODY],
        ["headline", "furniture", "body", "body", "body"],
        "a moment alone",
    ),
    ([HEADLINE, "PARIS (AP) — " + BODY[0], *BODY[1:]], ["headline", "dateline", "body", "body", "body"], "a dateline"),
    (
        [HEADLINE, "Bridge stays closed until the evening", "By Jane Doe", *BODY],
        ["headline", "standfirst", "byline", "body", "body", "body"],
        "a second line to the headline",
    ),
    (
        [HEADLINE, "The town asks its neighbours for boats and sand.", "By Jane Doe", "March 3, 2021", *BODY],
        ["headline", "standfirst", "byline", "furniture", "body", "body", "body"],
        "a standfirst over the byline",
    ),
    (
        [HEADLINE, "Roe asks the neighbours of her town for boats.", *BODY],
        ["headline", "standfirst", "body", "body", "body"],
        "a standfirst that names by surname whom the lede names in full",
    ),
    ([HEADLINE, BODY[0], "What comes next", *BODY[1:]], ["headline", "body", "subhead", "body", "body"], "a subhead"),
    (
        [HEADLINE, BODY[0], "What comes next?", *BODY[1:]],
        ["headline", "body", "subhead", "body", "body"],
        "a subhead that asks",
    ),
    (
        [HEADLINE, *BODY, "(Reporting by Jane Doe; Editing by Al Bo)"],
        ["headline", "body", "body", "body", "furniture"],
        "a credit line",
    ),
    (
        [HEADLINE, "Advertisement", *BODY, "Read more: Rain expected", "Follow us on Twitter"],
        ["headline", "furniture", "body", "body", "body", "furniture", "furniture"],
        "advertisement and links",
    ),
    (
        [HEADLINE, "FILE - In this May 1 photo, the river is low. (AP Photo/Al Bo)", *BODY],
        ["headline", "furniture", "body", "body", "body"],
        "a caption",
    ),
    ([*BODY], ["body", "body", "body"], "no headline"),
    ([HEADLINE, *BODY, "Reuters"], ["headline", "body", "body", "body", "furniture"], "an agency on the last line"),
    (
        [HEADLINE, *BODY[:2], BODY[2] + " (AFP)"],
        ["headline", "body", "body", "body", "furniture"],
        "an agency at the end of the last paragraph",
    ),
    (
        ["Springfield Echo", HEADLINE, *BODY],
        ["byline", "headline", "body", "body", "body"],
        "the outlet's name on top",
    ),
    (
        [HEADLINE + " | Springfield Echo", HEADLINE, *BODY],
        ["headline", "furniture", "headline", "body", "body", "body"],
        "a page title before the headline",
    ),
    (
        [HEADLINE, BODY[0], "Most read", "Dog Finds Its Way Home", "Cat Does Not"],
        ["headline", "body", "furniture", "furniture", "furniture"],
        "links after the end",
    ),
    (
        [HEADLINE, *BODY, "Jane Doe is a reporter for the Springfield Echo."],
        ["headline", "body", "body", "body", "furniture"],
        "who the writer is",
    ),
    (
        ["Title: " + HEADLINE, "Outlet: Springfield Echo", "Date: 2021-03-03", *BODY],
        ["furniture", "headline", "furniture", "furniture", "body", "body", "body"],
        "keys before the head's parts",
    ),
    (
        ["# " + HEADLINE, "*By Jane Doe*", BODY[0], "## What comes next", *BODY[1:]],
        ["furniture", "headline", "byline", "body", "furniture", "subhead", "body", "body"],
        "Markdown",
    ),
    ([HEADLINE, "Jane Doe in Oslo", *BODY], ["headline", "byline", "body", "body", "body"], "a name with its place"),
    (
        [HEADLINE, "• Roe asks for boats", "• Bridge closed", *BODY],
        ["headline", "standfirst", "standfirst", "body", "body", "body"],
        "points under the headline",
    ),
    ([HEADLINE, "OSLO, Norway", *BODY], ["headline", "dateline", "body", "body", "body"], "a dateline on its own line"),
    (
        ["River floods town, one is hurt.", "OSLO — " + BODY[0], *BODY[1:]],
        ["headline", "dateline", "body", "body", "body"],
        "a headline that ends like a sentence",
    ),
    (
        [HEADLINE, BODY[0], "What comes next?", "- The bridge", "- The wall", *BODY[1:]],
        ["headline", "body", "subhead", "body", "body", "body", "body"],
        "a list under a subhead",
    ),
    (["Rain."], ["body"], "one word"),
    (
        ["Share", "River Floods Town", BODY[0].replace("river", "river flooded, it floods"), BODY[1]],
        ["furniture", "headline", "body", "body"],
        "a headline of capitals like a name",
    ),
    (["Jane Ann Roe", *BODY], ["byline", "body", "body", "body"], "a name of three words"),
    (
        ['"We will not leave our homes"', "Springfield Echo | Business | March 3, 2021, 4:45 p.m.", *BODY],
        ["headline", "byline", "furniture", "body", "body", "body"],
        "a headline wholly in quotation marks over a head line of pieces",
    ),
    (
        ['"We will not leave our homes"', *BODY],
        ["headline", "body", "body", "body"],
        "a headline wholly in quotation marks over the body",
    ),
    (
        ['"We will not leave our homes," the mayor said.', *BODY],
        ["body", "body", "body", "body"],
        "a quotation that is told begins the body",
    ),
    (
        ["Council splits on wall.", BODY[0], *BODY[1:]],
        ["headline", "body", "body", "body"],
        "a clipped headline with a full stop",
    ),
    (
        ["It was a long night.", BODY[0], *BODY[1:]],
        ["body", "body", "body", "body"],
        "a short first sentence worded as prose",
    ),
    (
        ["The council splits on a wall.", "By Jane Doe", *BODY],
        ["headline", "byline", "body", "body", "body"],
        "a headline that ends like a sentence over a byline",
    ),
    (
        [HEADLINE, "Published 3 March 2021, the first report told of rain.", *BODY],
        ["headline", "body", "body", "body", "body"],
        "prose with a moment is no head line",
    ),
]


@pytest.mark.parametrize("between", ["\n\n", "\n"], ids=["empty lines", "single lines"])
@pytest.mark.parametrize(("parts", "expected", "why"), LAYOUTS, ids=[case[-1] for case in LAYOUTS])
def test_layouts(parts, expected, why, between):
    assert kinds_of(between.join(parts)) == expected


def test_lines_wrapped_at_a_width_are_one_paragraph():
    import textwrap

    paragraphs = [HEADLINE, "LONDON, March 3 (Reuters) - " + BODY[0], *BODY[1:]]
    text = "\n\n".join("\n".join(textwrap.wrap(paragraph, 60)) for paragraph in paragraphs)

    assert kinds_of(text) == ["headline", "dateline", "body", "body", "body"]


def test_the_dateline_zone_holds_bracket_and_dash_and_the_body_begins_after_it():
    text = f"{HEADLINE}\n\nLONDON (Echo News / AFP - 08th March, 2022) {BODY[0]}"

    assert cut(text)[1:] == [("dateline", "LONDON (Echo News / AFP - 08th March, 2022)"), ("body", BODY[0])]


def test_a_first_paragraph_with_its_own_time_and_full_name_is_no_standfirst():
    text = "\n\n".join([HEADLINE, "Mayor Jane Roe said on Monday that the river rose.", BODY[0], BODY[1]])

    assert ZoneKind.STANDFIRST.value not in kinds_of(text)


def test_the_headline_given_beside_the_text_decides():
    text = "\n\n".join(["River floods town.", *BODY])

    assert cut(text, "River Floods Town")[0] == ("headline", "River floods town.")
    assert cut(text, "Dog Finds Home")[0][0] == "body"


def test_a_note_makes_no_transcript():
    text = "\n\n".join([HEADLINE, *BODY, "Note: The bridge is closed."])

    assert lay_out(text).form is Form.REPORT


PARTS = st.sampled_from(
    [
        HEADLINE,
        *BODY,
        "By Jane Doe",
        "Advertisement",
        "Rain?",
        "Q: Why?",
        "Jane Roe: It rained.",
        "PARIS —",
        "___",
        "Photo: AP",
        "3 March 2021",
        "  \t",
        "“",
        "TRANSCRIPT",
        "\u202eolleh",
        "e\u0301🌧️",
        "AP",
        "(",
        "Note:",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PARTS | st.text(max_size=40), max_size=9), st.sampled_from(["\n", "\n\n", " ", "\r\n"]))
def test_zones_are_in_order_apart_and_hold_every_character_that_is_no_space(parts, between):
    text = between.join(parts)
    layout = lay_out(text)

    ends = [0, *(zone.end for zone in layout.zones)]
    assert all(end <= zone.start < zone.end for end, zone in zip(ends, layout.zones, strict=False))
    left_out = "".join(
        text[end:start] for end, start in zip(ends, [*(zone.start for zone in layout.zones), len(text)], strict=True)
    )
    assert not left_out.strip()
    assert all(text[credit.start : credit.end].strip() for credit in layout.credits)


def seeds():
    folder = os.environ.get("STEMMA_SEEDS", "")
    if not Path(folder, "expected.json").is_file():
        if os.environ.get("STEMMA_REQUIRE_ALL") == "1":
            pytest.fail("STEMMA_SEEDS names no folder with expected.json")
        pytest.skip("STEMMA_SEEDS names no folder with expected.json")
    return Path(folder)


def test_the_seeds_are_cut_as_an_editor_does():
    folder = seeds()
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    for name, wanted in expected["reports"].items():
        text = (folder / expected["files"][name]).read_text(encoding="utf-8")
        layout = lay_out(text)
        spans = {kind: [[zone.start, zone.end] for zone in layout.zones if zone.kind is kind] for kind in ZoneKind}

        assert wanted["headline"] in spans[ZoneKind.HEADLINE]
        assert spans[ZoneKind.BYLINE] == ([wanted["byline"]] if wanted["byline"] else [])
        assert spans[ZoneKind.STANDFIRST] == ([wanted["standfirst"]] if wanted.get("standfirst") else [])
        assert spans[ZoneKind.SUBHEAD] == wanted.get("subheads", [])
        assert [(credit.role.value, [credit.start, credit.end]) for credit in layout.credits] == [
            (credit["role"], credit["span"]) for credit in wanted["credits"]
        ]
        told = wanted["published"]
        assert (layout.published is None) == (told is None)
        if told is not None:
            assert (
                layout.published.earliest.isoformat(timespec="minutes"),
                layout.published.granularity.value,
                layout.published.zone,
            ) == (told["earliest"], told["granularity"], told["zone"])
        if "dateline_place" in wanted:
            assert spans[ZoneKind.DATELINE][0][0] == wanted["dateline_place"][0]
