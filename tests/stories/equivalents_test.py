"""Where no rule finds a conflict, the network may doubt that two accounts say the same; nothing else comes of it."""

import pytest

import stemma

LEFT = "Quarry news\n{}. The quarry lies above Tarn Mill and employs forty people."
RIGHT = "From the hills\nForty people have work in the quarry over Tarn Mill. {}."
DOUBTED = [
    (
        "The quarry's owner has promised the union a vote on the closure",
        "The union threatened the quarry's owner with a vote over the closure",
    ),
    (
        "The foreman was questioned by police about the missing dynamite",
        "Police took the foreman into custody over the dynamite that is missing",
    ),
    (
        "Neighbours lent the owner of the quarry 40,000 pounds",
        "The owner of the quarry gave his neighbours 40,000 pounds",
    ),
]
SAME = [
    ("The owner will close the quarry in May", "In May the quarry is to be shut by its owner"),
    (
        "The crane fell over in the storm, killing the foreman",
        "The foreman was killed when the storm brought the crane down",
    ),
]


def told(left, right, settings=None):
    reports = [
        {"id": name, "outlet": name, "text": text.format(claim)}
        for name, text, claim in (("hill", LEFT, left), ("dale", RIGHT, right))
    ]
    compared = stemma.compare(reports, settings=settings or stemma.Settings().but("stories", doubted=0.2))
    return [
        conflict
        for collation in compared.collations
        for assertion in collation.assertions
        for conflict in assertion.conflicts
    ]


@pytest.mark.parametrize(("left", "right"), DOUBTED)
def test_what_turns_on_the_verb_is_doubted(left, right):
    found = told(left, right)

    assert [conflict.kind for conflict in found] == ["doubt"]
    assert {span.report_id for span in found[0].left} != {span.report_id for span in found[0].right}


@pytest.mark.parametrize(("left", "right"), SAME)
def test_a_rewording_is_not(left, right):
    assert told(left, right) == []


@pytest.mark.parametrize("pair", DOUBTED[:2])
def test_what_is_surely_doubted_is_told_as_stemma_ships(pair):
    assert [conflict.kind for conflict in told(*pair, stemma.Settings())] == ["doubt"]


@pytest.mark.parametrize("pair", DOUBTED)
@pytest.mark.parametrize(
    "asked", [("stories", {"doubted": 0.0}), ("readings", {"reader": "fast"})], ids=["none", "fast"]
)
def test_who_asks_for_no_doubts_or_has_no_time_gets_none(pair, asked):
    assert told(*pair, stemma.Settings().but(asked[0], **asked[1])) == []


def test_a_doubt_is_no_finding_and_parts_nothing():
    reports = [
        {"id": "hill", "outlet": "Hill", "text": LEFT.format(DOUBTED[0][0])},
        {"id": "dale", "outlet": "Dale", "text": RIGHT.format(DOUBTED[0][1])},
    ]
    with_it, without = (
        stemma.compare(reports, settings=stemma.Settings().but("stories", doubted=at)).collations[0]
        for at in (0.2, 0.0)
    )

    assert with_it.story == without.story
    assert [one.claims for one in with_it.assertions] == [one.claims for one in without.assertions]
