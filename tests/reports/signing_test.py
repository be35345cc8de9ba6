"""Whose text a whole report is said to be: its agencies, contributors and partners, never the agency of a picture."""

from datetime import UTC, datetime

import pytest

from stemma.model import Capture
from stemma.reports.drafts import Draft, make_report
from stemma.reports.layouts import lay_out

HEAD = "River Rises Over Quay In Old Town\n\n"
BODY = (
    "The river rose on Monday and the town closed its bridge, the mayor said. Nobody was hurt.\n\n"
    "Workers put sand along the quay through the night, and the school will stay shut until Friday.\n\n"
)
ENDING = "The water is expected to fall by the weekend, she said."
AP, AFP = ("agency", "Associated Press"), ("agency", "Agence France-Presse")
REUTERS, ANYBODY = ("agency", "Reuters"), ("agency", "agencies")
DOE, POE = ("contributor", "John Doe"), ("contributor", "Ann Poe")

DATELINES = [
    ("(Reuters) -", {REUTERS}),
    ("OAK FALLS, Ohio (AP) --", {AP}),
    ("LONDON, May 3 (Reuters) -", {REUTERS}),
    ("MOSCOW, May 3. /TASS/.", {("agency", "TASS")}),
    ("BEIJING, May 3 (Xinhua) --", {("agency", "Xinhua")}),
    ("TOKYO, May 3 (Kyodo) -", {("agency", "Kyodo News")}),
    ("SEOUL, May 3 (Yonhap) --", {("agency", "Yonhap")}),
    ("Madrid, May 3 (EFE).-", {("agency", "EFE")}),
    ("(ANSA) - Rome, May 3 -", {("agency", "ANSA")}),
    ("New Delhi [India], May 3 (ANI):", {("agency", "Asian News International")}),
    ("Berlin (dpa) -", {("agency", "Deutsche Presse-Agentur")}),
]
HEADS = [
    ("By JANE ROE, Associated Press", {AP}),
    ("By Jane Roe of The Associated Press", {AP}),
    ("By JANE ROE\nAssociated Press Writer", {AP}),
    ("By JANE ROE, AP Business Writer", {AP}),
    ("By Jane Roe / The Associated Press", {AP}),
    ("Jane Roe | Reuters", {REUTERS}),
    ("By Reuters Staff", {REUTERS}),
    ("May 31, 2019 / 10:50 AM / AP", {AP}),
    ("/ Source: Associated Press", {AP}),
    ("By Jane Roe, PA Media", {("agency", "PA Media")}),
    ("From staff and wire reports", {ANYBODY}),
    ("FRANCE 24 with AFP", {AFP}),
    ("By Jane Roe\n\nFILE PHOTO: The quay, May 3, 2019. REUTERS/John Doe/File Photo", {("photo", "Reuters")}),
    ("By Jane Roe\n\nThe quay on Monday. (Photo by John Doe/Getty Images)", {("photo", "Getty Images")}),
    ("By Jane Roe\n\nThe mayor at the quay in Old Town. (Reuters)", {("photo", "Reuters")}),
    ("By Jane Roe\n\nThe mayor at the quay. Credit: AFP", {("photo", "Agence France-Presse")}),
    ("By Jane Roe\n\nThe mayor at the quay. Photograph: John Doe/AP", {("photo", "Associated Press")}),
    ("By Jane Roe\n\nPicture: Reuters/John Doe", {("photo", "Reuters")}),
]
TAILS = [
    ("Associated Press writer John Doe contributed to this report.", {("contributor", "Associated Press"), DOE}),
    ("AFP contributed to this report.", {("contributor", "Agence France-Presse")}),
    ("Contributing: John Doe and Ann Poe", {DOE, POE}),
    ("Roe reported from Oak Falls. Doe reported from Elm Bay.", {("contributor", "Roe"), ("contributor", "Doe")}),
    ("—With assistance from John Doe.", {DOE}),
    ("(With inputs from PTI)", {("agency", "Press Trust of India")}),
    ("- with files from The Canadian Press", {("agency", "Canadian Press")}),
    ("Agencies", {ANYBODY}),
    ("dpa/afp", {("agency", "Deutsche Presse-Agentur"), AFP}),
    ("jr/jd (AP, AFP)", {AP, AFP}),
    ("– with AFP", {AFP}),
    ("The bridge opens on Monday, she said. (AFP)", {AFP}),
    ("The bridge opens on Monday, she said. — Reuters", {REUTERS}),
    ("Rain is forecast, she said. (Reporting by Ann Poe in Oslo; Editing by Bob Low)", {POE}),
    ("Copyright 2019 The Associated Press. All rights reserved.", {AP}),
    ("Information from the Associated Press was used in this report.", {AP}),
    ("Some information for this report came from AP and Reuters.", {AP, REUTERS}),
    ("Distributed by Tribune News Service.", {("agency", "Tribune News Service")}),
    ("This report by The Canadian Press was first published May 3, 2019.", {("agency", "Canadian Press")}),
    ("(This story has not been edited by our staff and is from a syndicated feed from AFP.)", {AFP}),
    ("This story was originally published by Reuters.", {REUTERS}),
    ("This story originally appeared on The Harbour Post.", {("partner", "The Harbour Post")}),
    ("This article is republished from The Elm Review under a licence.", {("partner", "The Elm Review")}),
    ("via The Conversation", {("partner", "The Conversation")}),
    ("(h/t Old Town Notes)", {("hat-tip", "Old Town Notes")}),
    ("Hat tip: John Doe", {("hat-tip", "John Doe")}),
    ("Top image: John Doe/Reuters", {("photo", "Reuters")}),
    ("This story has been updated from an earlier version.", set()),
    ("Follow AP’s coverage of the flood at https://example.org/floods", set()),
    ("Related from AP\n\nMayor of Elm Bay resigns\n\nMore from Reuters\n\nStorm nears coast", set()),
    ("Sign up for the AP newsletter to get the news in your inbox.", set()),
    ("Market data provided by Reuters. Copyright 2019 Springfield Echo.", set()),
    ("© 2019 Springfield Echo. All rights reserved.", set()),
    ("Sources: Town May Not Be Out Of Flood Danger", set()),
    ("The story, written by Oak Falls lawyer John Doe, did not say how.", set()),
    ("What no harm means rests with agency staff.", set()),
]
PROSE = [
    ("“It was high,” the mayor told CNN. She told Reuters the same.", "told is a citation"),
    ("A Reuters poll found most residents in favour. A Reuters/Ipsos poll found fewer.", "a poll"),
    ("The AP fired a reporter over its story about the river, Reuters reported.", "an agency as the news"),
    ("Asked for fares, riders were split (IBD/TIPP).", "two pollsters in brackets"),
]


def credited(text):
    return {(credit.role.value, credit.name) for credit in lay_out(text).credits}


@pytest.mark.parametrize(("line", "expected"), DATELINES, ids=[case[0] for case in DATELINES])
def test_a_dateline_signs(line, expected):
    assert credited(f"{HEAD}By Jane Roe\n\n{line} {BODY}") == expected


@pytest.mark.parametrize(("line", "expected"), HEADS, ids=[case[0] for case in HEADS])
def test_a_line_over_the_text(line, expected):
    assert credited(f"{HEAD}{line}\n\n{BODY}{ENDING}") == expected


@pytest.mark.parametrize(("line", "expected"), TAILS, ids=[case[0] for case in TAILS])
def test_a_line_under_the_text(line, expected):
    assert credited(f"{HEAD}By Jane Roe\n\n{BODY}{ENDING}\n\n{line}") == expected


@pytest.mark.parametrize(("sentence", "why"), PROSE, ids=[case[-1] for case in PROSE])
def test_prose_credits_nobody(sentence, why):
    assert credited(f"{HEAD}By Jane Roe\n\n{BODY}{sentence}\n\n{ENDING}") == set()


def test_a_picture_of_one_agency_over_the_text_of_another():
    text = f"{HEAD}By Jane Roe, Associated Press\n\nThe quay. REUTERS/John Doe\n\nOAK FALLS, Ohio (AP) — {BODY}"

    assert credited(text) == {AP, ("photo", "Reuters")}


def test_in_a_column_of_briefs_every_agency_signs_its_own():
    text = f"{HEAD}The river rose on Monday, the mayor said. (AFP)\n\nA bridge fell in Elm Bay. (Reuters)\n\n{BODY}"

    assert ("photo", "Agence France-Presse") not in credited(text)


@pytest.mark.parametrize(
    ("outlet", "expected"),
    [("springfieldecho.com", ("agency", "CNN Wire")), ("cnn.com", ("outlet", "CNN")), (None, ("outlet", "CNN"))],
    ids=["another publishes", "its own page", "nobody else is named"],
)
def test_an_outlet_that_signs_in_anothers_pages_is_its_agency(outlet, expected):
    text = f"{HEAD}By Jane Roe, CNN\n\n{BODY}{ENDING}"
    capture = Capture(
        id="c", url="c.txt", fetched_at=datetime(2026, 1, 1, tzinfo=UTC), media_type="text/plain", content=b""
    )
    report = make_report(capture, Draft(text=text, outlet=outlet)).reports[0]

    assert [(credit.role.value, credit.name) for credit in report.credits] == [expected]
