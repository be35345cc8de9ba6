"""What shows an own recording: matter beside the assertion that no other line has; a bare retelling shows nothing."""

import pytest

import stemma

EVENT = "The ferry Silver Tern ran aground off Cape Hollin on Tuesday night with 214 people on board."
DOCKS = (
    f"{EVENT} It struck the reef at a quarter to ten in thick fog.\n\n"
    "Dockers in Hollin opened the fish hall for the rescued and lit its stoves. The baker Ismay Corrin carried forty loaves "
    "down from Tanner Street."
)
ROPES = (
    "Off Cape Hollin a passenger ferry, the Silver Tern, ran aground on Tuesday night; 214 people were on board.\n\n"
    "The coastguard's helicopter was grounded by an engine fault. Two trawlers, the Morwenna and the Gannet, took passengers "
    "off by rope ladder. Insurers put the worth of the vessel at ninety million crowns."
)
BARE = "Aground off Cape Hollin since Tuesday night is the ferry Silver Tern. On board were 214 people."


def lead_of(*texts):
    outlets = zip(("Quay Post", "Cape Gazette"), texts, strict=True)
    records = [
        {"id": o, "outlet": o, "headline": f"News, {o}", "published": "2031-03-05", "text": t} for o, t in outlets
    ]
    (collation,) = stemma.compare(records).collations
    return next(one for one in collation.assertions if one.id == collation.story.lead_assertion_id)


CASES = [
    ((DOCKS, ROPES), (2, 2), "each tells what the other has not: two recordings"),
    ((DOCKS, BARE), (1, 2), "a retelling that adds nothing may be from the other"),
    (
        (f"By Reuters\n\n{DOCKS}", f"By Reuters\n\n{ROPES}"),
        (1, 1),
        "what both have from one agency is one newsroom's",
    ),
]


@pytest.mark.parametrize(("texts", "lines", "why"), CASES, ids=[case[-1] for case in CASES])
def test_own_matter_beside_an_assertion_raises_the_minimum(texts, lines, why):
    count = lead_of(*texts).count

    assert (count.lines_min, count.lines_max) == lines


def test_own_matter_is_shown_where_it_stands():
    (line, _) = lead_of(DOCKS, ROPES).lines
    found = [one for one in line.evidence if one.kind == "own-material"]

    assert [len(one.spans) >= 3 for one in found] == [True]
    assert all(EVENT not in span.cut(DOCKS) for one in found for span in one.spans)


BARE_RELEASE = f"Quay Post is lending the rescued its hall. {BARE}"
OPENINGS = [
    (BARE_RELEASE, True, "who opens with his own name speaks of himself"),
    (f"{BARE} Quay Post has more at noon.", False, "a line at the end is furniture"),
    (f"Cape Gazette is lending the rescued its hall. {BARE}", False, "another's name shows nothing"),
]


@pytest.mark.parametrize(("text", "is_own", "why"), OPENINGS, ids=[case[-1] for case in OPENINGS])
def test_a_text_that_opens_with_its_outlet_is_an_own_recording(text, is_own, why):
    lines = lead_of(text, ROPES).lines

    assert any(one.kind == "own-name" for line in lines for one in line.evidence) == is_own
