"""A press release or statement is its issuer's; an article about one is not."""

from datetime import UTC, datetime

import pytest

from stemma.model import Capture, OutletKind
from stemma.reports.drafts import Draft, make_report
from stemma.reports.layouts import lay_out

HEADLINE = "New pumps for the lower town"
FIRM = (
    "Norpump AG will build a hall for pumps in Hallin by the end of 2028. The board decided so today.\n\n"
    "“We are glad of it,” said Jane Roe, Chief Executive Officer of Norpump AG. “It took us two years.”"
)
PLAIN = (
    "The hall in Hallin will have room for ninety pumps by the end of 2028. The board decided so today.\n\n"
    "“We are glad of it,” said Jane Roe, who heads the firm. “It took us two years.”"
)
WE = (
    "We are sorry for what happened at the weir on Monday.\n\nWe have asked for the report and will publish it in full."
)
ABOUT = "About Norpump\nNorpump AG makes pumps. It was founded in 1921 and has nine hundred people."
CONTACT = "Press contact: Al Bo, Corporate Communications"

RELEASES = [
    (f"PRESS RELEASE\n\n{HEADLINE}\n\nHallin, 14 March 2028\n\n{FIRM}\n\n{ABOUT}\n\n{CONTACT}", "Norpump", "all signs"),
    (f"FOR IMMEDIATE RELEASE\n\n{HEADLINE}\n\n{FIRM}", "Norpump AG", "the subject of its first sentence"),
    (f"Media release\n\n{HEADLINE}\n\n{PLAIN}", None, "nobody named as its issuer"),
    (f"NEWS RELEASE\n\n{HEADLINE}\n\n{PLAIN}\n\nIssued by Norpump Ltd", "Norpump Ltd", "issued by"),
    (f"NEWS RELEASE\n\n{HEADLINE}\n\n{PLAIN}\n\nHallin Water Company", "Hallin Water Company", "a body signs"),
    (f"Press release: Hallin Council\n\n{HEADLINE}\n\nHallin Council will pay. {PLAIN}", "Hallin Council", "a colon"),
    (f"Hallin Council press release\n\n{HEADLINE}\n\n{PLAIN}", "Hallin Council", "a body before the word"),
    (f"Norpump: press release\n\n{HEADLINE}\n\n{PLAIN}", "Norpump", "a name and a colon before the word"),
    (f"University of Hallin - News from research\n\n{HEADLINE}\n\n{PLAIN}", "University of Hallin", "a body's news"),
    (
        f"NATIONAL PUMP SAFETY OFFICE\nPump alert 2028.031\n\n{HEADLINE}\n\n{PLAIN}",
        "NATIONAL PUMP SAFETY OFFICE",
        "an alert",
    ),
    (f"NATIONAL PUMP SAFETY OFFICE\nWhat it does\n\n{HEADLINE}\n\n{PLAIN}", None, "a body on top of no alert"),
    (f"{HEADLINE}\n\n{PLAIN}\n\nNotes to editors\n\n{ABOUT}", "Norpump", "notes to editors and what it is"),
    (f"{HEADLINE}\n\n{PLAIN}\n\nMedia enquiries: 01234 567890", None, "whom to ask alone"),
    (f"{HEADLINE}\n\n{PLAIN}\n\n{ABOUT}", None, "what it is alone"),
    (
        f"{HEADLINE}\n\n{PLAIN}\n\nAbout the author\nJane Roe writes on pumps and weirs.\n\n{CONTACT}",
        None,
        "the author",
    ),
    (
        f"STATEMENT FROM NORPUMP AG: HALL IN HALLIN\n\nIssued 3 March 2028, 08:30\n\n{PLAIN}\n\nENDS",
        "NORPUMP AG",
        "a statement that says where it ends",
    ),
    (f"STATEMENT BY HALLIN COUNCIL\n\n{WE}", "HALLIN COUNCIL", "a statement that speaks of itself"),
    (f"Statement from Mayor Jane Roe on the weir\n\n{WE}", "Mayor Jane Roe", "a person's statement"),
    (f"Statement of Facts\n\n{WE}", None, "a statement of another kind"),
    (f"Statement by Hallin Council\n\n{HEADLINE}\n\n{PLAIN}", None, "an article under such a title"),
    (f"Council statement on the weir angers town\n\n{PLAIN}", None, "a headline about a statement"),
    (
        f"{HEADLINE}\n\n{FIRM}\n\nThe pumps are slow, Norpump said in a press release.",
        None,
        "a release that is told of",
    ),
    (f"Press release\n\n{HEADLINE}\n\nBy Jane Roe\n\n{FIRM}", None, "a byline"),
    (f"Hallin Herald\n\nPRESS RELEASE\n\n{HEADLINE}\n\n{FIRM}", None, "a newspaper's page"),
    (f"PRESS RELEASE\n\n{HEADLINE}\n\nHALLIN, March 14 (Reuters) - {FIRM}", None, "an agency's dispatch"),
    (f"PRESS RELEASE\n\n{HEADLINE}\n\nJane Roe has been made head of the hall. {PLAIN}", None, "a person as subject"),
    (
        f"PRESS RELEASE\n\n{HEADLINE}\n\nHallin Pumps today announced a new hall. {PLAIN}",
        "Hallin Pumps",
        "who announces",
    ),
    (f"PRESS RELEASE\n\n{HEADLINE}\n\nTwo Hallin Councils have agreed. {PLAIN}", None, "a number before a body"),
]


def report_of(text, **known):
    capture = Capture(
        id="c", url="c.txt", fetched_at=datetime(2030, 1, 1, tzinfo=UTC), media_type="text/plain", content=b""
    )
    return make_report(capture, Draft(text=text, **known))


@pytest.mark.parametrize(("text", "issuer", "why"), RELEASES, ids=[case[-1] for case in RELEASES])
def test_releases(text, issuer, why):
    assert lay_out(text).issuer == issuer


def test_the_issuer_is_the_outlet_and_a_press_office():
    read = report_of(RELEASES[0][0])

    assert [(one.id, one.name, one.kind) for one in read.outlets] == [("norpump", "Norpump", OutletKind.PRESS_OFFICE)]
    assert read.reports[0].outlet_id == "norpump"
    assert read.reports[0].credits == ()


def test_the_outlet_that_a_file_names_stays():
    read = report_of(RELEASES[0][0], outlet="Hallin Herald")

    assert [(one.id, one.kind) for one in read.outlets] == [("hallin-herald", OutletKind.UNKNOWN)]


def test_the_headline_of_a_release_is_its_own():
    for text in (RELEASES[0][0], RELEASES[8][0]):
        headlines = [text[zone.start : zone.end] for zone in lay_out(text).zones if zone.kind.value == "headline"]
        assert headlines == [HEADLINE]
