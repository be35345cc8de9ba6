"""A number in a headline or subhead that the report's own paragraphs do not have is shown as that, and is no conflict."""

import pytest

import stemma
from stemma.model import ChangeKind

BODY = (
    "ORRIN - Police in Orrin made several rounds of arrests on Monday after the theft of paintings from the city museum, the "
    'prosecutor\'s office said.\n\n"We are not finished," said prosecutor Dana Feld. {}'
)
OTHER = (
    "Arrests in museum theft\n\nNorthern Courier, 6 January 2031\n\nPolice in Orrin arrested eleven people over stolen "
    "paintings, the director of the city museum said on Monday."
)


def unborne(headline, rest):
    reports = [{"text": f"{headline}\n\nHalden Gazette, 6 January 2031\n\n{BODY.format(rest)}"}, {"text": OTHER}]
    changes = [one for story in stemma.compare(reports).collations for one in story.stemma.changes]
    return [one for one in changes if one.kind is ChangeKind.UNBORNE]


CASES = [
    ("Six waves of arrests in Orrin", "Nobody was hurt.", True, "the text tells of several"),
    (
        "Six waves of arrests in Orrin",
        "It was the sixth wave since Friday.",
        False,
        "a place in an order is a number too",
    ),
    ("Six waves of arrests in Orrin", "The 6 waves of arrests went on till dawn.", False, "in figures"),
    ("Nearly 500 officers search Orrin", "Some 487 officers took part in the search.", False, "a headline may round"),
    ("Nearly 500 officers search Orrin", "Some 300 officers took part in the search.", True, "but not so far"),
    ("5 things to know about the arrests in Orrin", "Nobody was hurt.", False, "counted on the page"),
    ("Arrests in Orrin after theft of paintings", "Nobody was hurt.", False, "no number"),
    ("Seven people held in Orrin", "She spoke on January 7 in the evening.", True, "a day is no number of people"),
]


@pytest.mark.parametrize(("headline", "rest", "is_shown", "why"), CASES, ids=[case[-1] for case in CASES])
def test_numbers_of_headings_are_sought_in_the_paragraphs(headline, rest, is_shown, why):
    found = unborne(headline, rest)

    assert len(found) == is_shown
    assert all(one.report_id == one.against_report_id and "no paragraph has this number" in one.note for one in found)
