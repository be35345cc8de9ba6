"""Head lines of pieces are read, and the outlets they name are credited where outlets stand and nowhere else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.model import CreditRole
from stemma.reports.layouts import lay_out

HEADLINE = "River floods town as mayor calls for help"
BODY = (
    "The river rose by two metres in one night in the lower town, the mayor said on Monday, and forty families had to "
    "leave their homes before dawn.\n\nThe council meets on Friday."
)
CASES = [
    ("POLITICS | 7 May 2025 | Capital Echo online desk", "2025-05-07T00:00", ["Capital Echo"], "a section and a desk"),
    (
        "By our parliamentary staff, The Council Record, 3.2.2025",
        "2025-02-03T00:00",
        ["The Council Record"],
        "our staff",
    ),
    (
        "The Fisher, weekly for Coast and Isle, published 6 February 2025",
        "2025-02-06T00:00",
        ["The Fisher"],
        "a subtitle",
    ),
    ("Spring Standard | Business | June 12, 2025, 4:45 p.m.", "2025-06-12T16:45", ["Spring Standard"], "bars"),
    ("Jane Roe · Coast Observer · 3 May 2025 · 4 min read", "2025-05-03T00:00", ["Coast Observer"], "dots"),
    ("Lindel Evening Echo\n8 October 2025", "2025-10-08T00:00", ["Lindel Evening Echo"], "a name over the day"),
    ("8 October 2025\nLindel Evening Echo", "2025-10-08T00:00", ["Lindel Evening Echo"], "a name under the day"),
    ("The Morning Post, 7 October 2025, 16:10", "2025-10-07T16:10", ["The Morning Post"], "a name beside the moment"),
    ("By Jane Roe, Springfield Gazette", None, ["Springfield Gazette"], "behind the author"),
    ("By Jane Roe for the Coast Times", None, ["Coast Times"], "for whom the author writes"),
    (
        "By JANE ROE, DEFENCE EDITOR, FOR THE LINDEL SENTINEL\nPUBLISHED: 13:06, 14 October 2025",
        "2025-10-14T13:06",
        ["THE LINDEL SENTINEL"],
        "for whom, behind a comma",
    ),
    ("Posted on Riverside Notes, 9 Oct 2025", "2025-10-09T00:00", ["Riverside Notes"], "posted on"),
    ("Metro Evening, staff and agencies", None, ["Metro Evening"], "staff beside the name"),
    ("Orvin Daily | Friday, March 14, 2025 | 14:20", "2025-03-14T14:20", ["Orvin Daily"], "a weekday between"),
    ("Gazette Online / Coastpress\n8 October 2025", "2025-10-08T00:00", ["Gazette Online"], "two names with a stroke"),
    ("Coast FM newsroom - Monday, Feb 3", None, ["Coast FM"], "a day without its year"),
    ("Harbour Standard\nMay 3, 2025\n4.45pm", "2025-05-03T16:45", ["Harbour Standard"], "the time under the day"),
    ("From the Coast Times, 3 May 2025", "2025-05-03T00:00", ["Coast Times"], "an article in small letters"),
    ("Coast Broadcasting Corporation, 3 May 2025", "2025-05-03T00:00", [], "a name of no known kind beside the day"),
    ("Published 3 May 2025, 07:45 local time", "2025-05-03T07:45", [], "a time of the place"),
    ("Lindel Evening Echo\nSaturday 3 May 2025, page 9", "2025-05-03T00:00", ["Lindel Evening Echo"], "a page"),
    ("LINDEL EVENING ECHO   03.05.2025   16:25   RIVER-FLOOD", "2025-05-03T16:25", ["LINDEL EVENING ECHO"], "a slug"),
    (
        "Capital Echo Arts Desk\nSaturday 3 May 2025 | Updated 17:05",
        "2025-05-03T00:00",
        ["Capital Echo"],
        "arts, updated",
    ),
    ("Hallin Advertiser online\nSaturday 3 May 2025, 14:10", "2025-05-03T14:10", ["Hallin Advertiser"], "online"),
    ("Echo Sport | 3 May 2025, 18:40 | Share | Comments (112)", "2025-05-03T18:40", [], "buttons beside the moment"),
    ("Posted 9.15pm, 13/11/24 by Jane Roe", "2024-11-13T21:15", [], "a year of two figures"),
    ("Published 3 May 2025\nUpdated: 4:45 p.m.", "2025-05-03T00:00", [], "a time of updating"),
    ("16:45\n3 May 2025", "2025-05-03T16:45", [], "the time over the day"),
    ("By Lindel Standard staff", None, ["Lindel Standard"], "its staff"),
    ("By a Lindel Echo reporter", None, ["Lindel Echo"], "one of its reporters"),
    ("By Lindel Echo reporters", None, ["Lindel Echo"], "its reporters"),
    ("By an Echo reporter", None, [], "a name of one word"),
    ("By Lindel Council staff", None, [], "the staff of a body"),
    ("By Jane Post reporter", None, [], "a person who reports"),
    ("Jane Post\n8 October 2025", "2025-10-08T00:00", [], "a person with an outlet's word for a surname"),
    ("By Jane Roe, Emily Post, 8 October 2025", "2025-10-08T00:00", [], "such a person behind another"),
    ("Jane Roe | 3 May 2025", "2025-05-03T00:00", [], "a person"),
    ("World News | 3 May 2025", "2025-05-03T00:00", [], "a section"),
    ("Business\n3 May 2025", "2025-05-03T00:00", [], "a section on its own line"),
    ("Oslo, 3 May 2025", "2025-05-03T00:00", [], "a place"),
    ("Springfield\n3 May 2025", "2025-05-03T00:00", [], "a place that no list has"),
    ("Reuters, 3 May 2025", "2025-05-03T00:00", [], "a listed agency"),
    ("Jane Roe, The White House, 3 May 2025", "2025-05-03T00:00", [], "a body"),
    ("Morning Briefing, 3 May 2025", "2025-05-03T00:00", [], "a kind of text"),
    ("Special report, 3 May 2025", "2025-05-03T00:00", [], "another kind of text"),
    ("Sunday Review, 3 May 2025", "2025-05-03T00:00", [], "undecided between a day and a name"),
]


def outlets_of(layout):
    return [credit.name for credit in layout.credits if credit.role is CreditRole.OUTLET]


@pytest.mark.parametrize("between", ["\n\n", "\n"], ids=["empty lines", "single lines"])
@pytest.mark.parametrize(("head", "published", "outlets", "why"), CASES, ids=[case[-1] for case in CASES])
def test_heads(head, published, outlets, why, between):
    text = f"{HEADLINE}{between}{head}{between}{BODY}"
    layout = lay_out(text)

    assert (layout.published.earliest.isoformat(timespec="minutes") if layout.published else None) == published
    assert outlets_of(layout) == outlets
    assert all(text[credit.start : credit.end] == credit.name for credit in layout.credits if credit.name in outlets)
    assert next(text[zone.start : zone.end] for zone in layout.zones if zone.kind.value == "headline") == HEADLINE
    assert "\n\n".join(text[zone.start : zone.end] for zone in layout.zones if zone.kind.value == "body") == BODY


def test_a_headline_about_an_outlet_stays_a_headline():
    text = f"Mayor Sues Coast Times\n3 May 2025\n\n{BODY}"
    layout = lay_out(text)

    assert text[layout.zones[0].start : layout.zones[0].end] == "Mayor Sues Coast Times"
    assert layout.zones[0].kind.value == "headline"
    assert outlets_of(layout) == []


def test_whoever_signs_the_dateline_as_its_agency_is_no_outlet():
    layout = lay_out(f"{HEADLINE}\n\nCoast Times\n\nBRISK, March 3 (Coast Times) - {BODY}")

    assert [(credit.name, credit.role.value) for credit in layout.credits] == [("Coast Times", "agency")]


def test_the_stated_outlet_is_read_once():
    layout = lay_out(f"Outlet: Coast Times\nDate: 3 May 2025\n\n{HEADLINE}\n\n{BODY}")

    assert outlets_of(layout) == ["Coast Times"]


PIECES = st.sampled_from(
    ["Coast Times", "Jane Roe", "Politics", "3 May 2025", "16:45", "Oslo", "staff", "The Fisher", "by", "AP", "/", "é🌧️"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=6), st.sampled_from([" | ", ", ", " · ", "\n", " - ", " "]))
def test_no_head_line_swallows_the_body_or_breaks_the_zones(pieces, between):
    text = f"{HEADLINE}\n\n{between.join(pieces)}\n\n{BODY}"
    layout = lay_out(text)

    assert [text[zone.start : zone.end] for zone in layout.zones][-2:] == BODY.split("\n\n")
    assert all(left.end <= right.start for left, right in zip(layout.zones, layout.zones[1:], strict=False))
    assert all(text[credit.start : credit.end].strip() for credit in layout.credits)


BORNE = [
    ("Halden Ledger, 4 March 2031", "HALDEN - ", "", ["Halden Ledger"], "the dateline has the place it begins with"),
    (
        "Halden Ledger, 4 March 2031",
        "",
        " She told the Halden Ledger so.",
        ["Halden Ledger"],
        "the text has it with an article",
    ),
    ("Halden Ledger, 4 March 2031", "", "", [], "it may be a person"),
]


@pytest.mark.parametrize(("line", "dateline", "rest", "names", "why"), BORNE, ids=[case[-1] for case in BORNE])
def test_a_name_that_a_person_could_have_is_an_outlets_where_the_text_bears_it_out(line, dateline, rest, names, why):
    text = f"{HEADLINE}\n\n{line}\n\n{dateline}{BODY}{rest}"
    credited = [one.name for one in lay_out(text).credits if one.role is CreditRole.OUTLET]

    assert credited == names


def test_a_name_alone_on_top_is_the_outlets_though_the_moment_stands_further_down():
    layout = lay_out(f"LINDEL EVENING ECHO\n\n{HEADLINE}\n\nJane Roe\nHallin\nPublished May 3, 2025\n\n{BODY}")

    assert outlets_of(layout) == ["LINDEL EVENING ECHO"]


def test_a_paper_of_the_place_that_its_text_tells_of_is_no_person():
    head = f"{HEADLINE}\n\nBy Jane Roe\n\nHallin Post, Saturday 3 May 2025\n\n"

    assert outlets_of(lay_out(f"{head}The Hallin fire brigade came at dawn. {BODY}")) == ["Hallin Post"]
    assert outlets_of(lay_out(f"{head}The pumps in Hallin, she said, stood. {BODY}")) == ["Hallin Post"]
    assert outlets_of(lay_out(f"{head}{BODY}")) == []


@pytest.mark.parametrize(
    ("head", "credited", "why"),
    [
        ("FINANCE DAY\nSat 3 May 2025 11:02\nMarkets desk", [("FINANCE DAY", "outlet")], "capitals over a desk"),
        ("The Meridian\nJane Roe in Hallin and Al Bo\nSat 3 May 2025 | Last updated 16.51", [("The Meridian", "outlet")],
         "over its authors and the day"),
        ("The Verdict\nSat 3 May 2025 11:02", [], "an article over a day alone"),
        ("JANE ROE\nSat 3 May 2025 11:02", [], "a person in capitals"),
        ("hearsay | posted by Jane Roe | 3 May 2025, 21:14 CEST", [("hearsay", "outlet")], "where somebody posted it"),
        ("Hallin Courant\n3 May 2025\nLINDEL WIRE / HEARSAY",
         [("Hallin Courant", "outlet"), ("LINDEL WIRE", "agency")], "an agency in front of a stroke is no photographer"),
    ],
    ids=lambda case: case if isinstance(case, str) and "\n" not in case else "",
)  # fmt: skip
def test_names_that_their_place_in_the_head_shows(head, credited, why):
    layout = lay_out(f"{HEADLINE}\n\n{head}\n\n{BODY}")

    assert [(one.name, one.role.value) for one in layout.credits if one.role.value != "author"] == credited, why
