"""Credit lines give names with roles; prose credits nobody."""

import pytest

from stemma.reports.bylines import find_byline
from stemma.reports.credits import credit_line, ending_credit
from stemma.reports.photocredits import photo_line

LINES = [
    (
        "(Reporting by Jane Roe and Al Bo in New York; Editing by John Doe)",
        [("Jane Roe", "contributor"), ("Al Bo", "contributor")],
        "reporters, without their places and editors",
    ),
    (
        "The Associated Press contributed to this report.",
        [("Associated Press", "contributor")],
        "an agency that contributed",
    ),
    (
        "Jane Roe in Raleigh, North Carolina, contributed to this report.",
        [("Jane Roe", "contributor")],
        "a contributor and a state",
    ),
    (
        "Additional reporting was contributed by Jane Roe from Orrin, Lindel. Ann Poe contributed research.",
        [("Jane Roe", "contributor"), ("Ann Poe", "contributor")],
        "two sentences, and a place in its country",
    ),
    ("With inputs from agencies", [("agencies", "agency")], "agencies without a name"),
    ("(With inputs from PTI)", [("Press Trust of India", "agency")], "inputs of one agency"),
    ("Agencies", [("agencies", "agency")], "the word alone"),
    ("- Reuters", [("Reuters", "agency")], "a dash and a name"),
    ("Springfield wire services", [("agencies", "agency")], "an outlet's wire services"),
    ("From our news services", [("agencies", "agency")], "news services without a name"),
    ("The storm cut news services", None, "such services, told of"),
    ("AFP, AP", [("Agence France-Presse", "agency"), ("Associated Press", "agency")], "two agencies"),
    ("(Sources: Lindel Wire)", [("Lindel Wire", "agency")], "an agency by its name, which no list has"),
    ("Lindel News Service", [("Lindel News Service", "agency")], "such an agency alone"),
    ("-- Norpress", [("Norpress", "agency")], "one name behind a dash, at the end of all"),
    ("-- Jane Roe", None, "who signs with two names is a person"),
    ("Additional reporting: Norpress", [("Norpress", "contributor")], "a colon in place of by"),
    (
        "(Further reporting: Jane Roe and Al Bo, Reuters)",
        [("Jane Roe", "contributor"), ("Al Bo", "contributor"), ("Reuters", "contributor")],
        "names behind a colon",
    ),
    ("Additional reporting: what we found in Oslo", None, "a colon before a phrase"),
    ("Background: TASS", [("TASS", "agency")], "a label for a part"),
    ("Source: TASS", [("TASS", "agency")], "a label"),
    ("© 2021 The Associated Press. All rights reserved.", [("Associated Press", "agency")], "copyright of an agency"),
    ("© 2021 Springfield Echo", [], "copyright of another"),
    (
        "This story was originally published by The Springfield Echo.",
        [("The Springfield Echo", "partner")],
        "first published elsewhere",
    ),
    ("The ministry told Reuters that rain fell.", None, "told Reuters is no credit"),
    ("Police charged the swimmer with filing a false report over the flood.", None, "with and report, in prose"),
    ("Heavy rain contributed to the delay.", None, "contributed, in prose"),
    ("It was a clichÃ© of the trade.", None, "a sign that is half a letter"),
    ("Reuters was first to report the flood, the mayor said on Monday.", None, "an agency as subject"),
    ("The flood was reported by Reuters on Monday, and the mayor said more would come.", None, "reported by, in prose"),
]

PHOTOS = [
    ("The bridge after the flood. (AP Photo/Jane Roe)", ["Associated Press"], "a bracket"),
    ("Photo: AFP", ["Agence France-Presse"], "a label"),
    ("PICTURES: Pages 2, 3 and 4", [], "where the pictures are"),
    ("Credit: Getty Images", ["Getty Images"], "credit"),
    ("Jane Roe/Invision/AP", ["Associated Press"], "strokes"),
    ("Jane Roe / Reuters", ["Reuters"], "photographer and agency"),
    ("Image: Jane Roe", ["Jane Roe"], "a person"),
    ("The bridge (Photo: Jane Roe)", ["Jane Roe"], "a person in a bracket"),
    ("[Image: rising water in Quay Lane]", [], "a caption in a bracket with its label"),
    ("Image: The mayor visits Quay Lane", [], "a caption that begins with a capital"),
    ("Photo: a Reuters office in Quay Lane", [], "an agency in what a picture shows"),
    ("Photo: rising water in Quay Lane (AFP)", ["Agence France-Presse"], "a caption and its credit"),
    ("Image: rising water, courtesy of Jane Roe", ["Jane Roe"], "a caption and whom it credits"),
    ("Photo: courtesy of Jane Roe", ["Jane Roe"], "courtesy"),
    ("Photo: Jane Roe for the Springfield Echo", ["Jane Roe"], "a person and her outlet"),
    ("photo: Jane Roe via picturehost", ["Jane Roe"], "a host in small letters"),
    ("Photo: dpa", ["Deutsche Presse-Agentur"], "an agency in small letters"),
    ("The bridge (built in 1901) was closed.", None, "another bracket"),
]

BYLINES = [
    ("By Jane Roe, Reuters", [("Reuters", "agency")], "an agency after the name"),
    ("By The Associated Press", [("Associated Press", "agency")], "an agency alone"),
    ("BY JANE ROE ASSOCIATED PRESS", [("Associated Press", "agency")], "capitals"),
    ("AP June 1, 2018, 10:35 PM", [("Associated Press", "agency")], "an agency and a moment"),
    ("By Jane Roe", [], "a person"),
    ("By Petra Novak", [], "a person with the name of an agency"),
    ("By ANA RUIZ", [], "a person whose name is an agency's letters"),
    ("By Jane Roe, Petra", [("Petra", "agency")], "that agency"),
    ("By Jane Roe, AAA Magazine", [], "an unlisted name"),
]


def named(found):
    return None if found is None else [(credit.name, credit.role.value) for credit in found]


@pytest.mark.parametrize(("line", "expected", "why"), LINES, ids=[case[-1] for case in LINES])
def test_credit_line(line, expected, why):
    assert named(credit_line(line, 0, len(line))) == expected


@pytest.mark.parametrize(("line", "expected", "why"), PHOTOS, ids=[case[-1] for case in PHOTOS])
def test_photo_line(line, expected, why):
    found = photo_line(line, 0, len(line))

    assert (None if found is None else [credit.name for credit in found]) == expected
    assert all(credit.role.value == "photo" for credit in found or ())


@pytest.mark.parametrize(("line", "expected", "why"), BYLINES, ids=[case[-1] for case in BYLINES])
def test_byline_credits(line, expected, why):
    assert named(find_byline(line, 0, len(line)).credits) == expected


def test_a_credit_at_the_end_of_prose_is_cut_off():
    line = "Rain fell, she said. — AFP"
    offset, found = ending_credit(line, 0, len(line))

    assert (line[:offset].strip(), named(found)) == ("Rain fell, she said.", [("Agence France-Presse", "agency")])


@pytest.mark.parametrize(
    "line",
    ["He works for Reuters.", "She said: “We told the AP.”", "It was a pa", "They met (the mayor and AFP staff)."],
)
def test_other_endings_are_prose(line):
    assert ending_credit(line, 0, len(line)) is None
