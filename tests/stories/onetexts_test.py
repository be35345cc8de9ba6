"""Which reports are one text: copies and cuts are, what shares a passage is not, and each report stands in one text."""

import pytest

import stemma
from stemma import desk
from stemma.desk import sheets

FERRY = (
    "The ferry between Marle and Losten ran aground on a sandbank shortly before midnight with ninety people aboard. "
    "Two lifeboats took the passengers off in the dark while the crew stayed behind to keep the pumps going. "
    "A crane barge from the naval yard is to pull the hull free as soon as the spring tide lifts the stern. "
)
GASH = (
    "Divers who went down at first light found a gash as long as a bus below the engine room of the ship. "
    "The harbour office has closed the channel to all traffic and sends the mail round by the western sound. "
)
OWN = (
    "Ninety passengers of the Marle-Losten ferry were brought ashore in lifeboats after it struck a sandbank at midnight. "
    "Whoever was on board had to leave luggage, cars and a prize bull, said Losten's mayor, Ida Brandt. "
    "Brandt hopes for the spring tide, which should float the hull before a barge with a crane arrives. "
    "At the school of Losten lessons were put off, since half of the teachers live on the other shore. "
)
OTHER = (
    "The council of Brenne has voted to tear down the old tannery and to plant walnut trees in its place. "
    "Nine of the fifteen members were for it; the mayor abstained because her brother owns the ground. "
    "The county archaeologist asked for three weeks to look for the foundations of the medieval mill. "
)
HOW = "stands word for word in"
CASES = [
    (
        (FERRY + GASH, FERRY + GASH),
        f"A (Echo) and B (Lantern) have one text: all of the narration of B {HOW} A",
        "a copy",
    ),
    ((FERRY, FERRY + GASH), f"A (Echo) and B (Lantern) have one text: all of the narration of A {HOW} B", "a cut"),
    ((FERRY + GASH, FERRY + OWN), None, "a passage in common is no common text"),
    (
        (FERRY, OWN),
        "A (Echo) and B (Lantern) share too little narration to show that any of them has text from another",
        "nothing in common",
    ),
    (
        (FERRY, FERRY, OWN, OWN),
        f"4 reports, 2 texts: one in A and B; one in C and D; all of the narration of each {HOW} the fullest",
        "two texts of two reports each",
    ),
]


def told(texts):
    names = ("Echo", "Lantern", "Mirror", "Pilot")
    reports = [{"id": name, "outlet": name, "text": text} for name, text in zip(names, texts, strict=False)]
    (collation,) = stemma.compare(reports).collations
    return collation, [one for one in collation.story.findings if one.kind in ("one-text", "no-text-shared")]


@pytest.mark.parametrize(("texts", "expected", "why"), CASES, ids=[case[-1] for case in CASES])
def test_which_reports_are_one_text(texts, expected, why):
    _, findings = told(texts)

    assert [finding.text for finding in findings] == ([expected] if expected else [])


def test_the_words_that_show_it_stand_in_both():
    collation, (finding,) = told((FERRY + GASH, FERRY))
    texts = {report.id: report.text for report in collation.reports}
    left, right = finding.spans

    assert left.report_id != right.report_id
    assert left.cut(texts[left.report_id]) == right.cut(texts[right.report_id])


def test_a_folder_of_two_events_begins_with_what_is_one_text(tmp_path):
    for name, text in {"echo": FERRY + GASH, "lantern": FERRY, "brenne": OTHER}.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    text = sheets.text_of(desk.compare([tmp_path]))
    opening = " ".join(text[: text.index("Story 1 of 2")].split())

    assert opening.startswith("3 reports, 2 stories")
    assert f"A and B have one text: all of the narration of B {HOW} A" in opening
    assert "A echo.txt, B lantern.txt" in opening
