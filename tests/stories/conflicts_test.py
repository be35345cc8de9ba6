"""The same claim in other words is one assertion; what differs in it is told by its kind, and else nothing is."""

import pytest

import stemma

LEFT = "Quarry news\n{}. The quarry lies above Tarn Mill and employs forty people."
RIGHT = "From the hills\nForty people have work in the quarry over Tarn Mill. {}."
DIFFERENT = [
    (
        "Fire crews needed eleven hours to put the blaze out",
        "It took crews nineteen hours to douse the blaze",
        "number",
    ),
    ("The owner paid 92,000 pounds for the crane", "The owner bought the crane for 29,000 pounds", "number"),
    ("Foreman Ada Brock opened the gate", "Foreman Ida Brock opened the gate", "name"),
    ("The new crane was built at a yard in Norway", "The new crane was built at a yard in Portugal", "place"),
    (
        "The council will not renew the permit of the quarry",
        "The council will renew the permit of the quarry",
        "polarity",
    ),
    ("The owners failed to agree on a price", "The owners had agreed on a price", "polarity"),
    ("The ledge could fall this winter", "The ledge is certain to fall this winter", "certainty"),
    ("Some of the sheds were saved", "All of the sheds were saved", "scope"),
]
SAME = [
    ("The gates sank by a foot within a year", "Within twelve months the gates sank twelve inches"),
    ("The council turned down the plan for a second pit", "The plan for a second pit was rejected by the council"),
    ("The owner refused to sign the lease", "The owner would not sign the lease"),
    ("Blasting stopped for an hour and a half", "Blasting stopped for 90 minutes"),
]


def assertions_of(left, right):
    reports = [{"id": "left", "text": LEFT.format(left)}, {"id": "right", "text": RIGHT.format(right)}]
    told = [one for collation in stemma.compare(reports).collations for one in collation.assertions]
    places = {"left": LEFT.index("{}"), "right": RIGHT.index("{}")}
    return [
        one
        for one in told
        if {claim.report_id for claim in one.claims} == {"left", "right"}
        and any(abs(claim.spans[0].start - places[claim.report_id]) < 20 for claim in one.claims)
    ]


@pytest.mark.parametrize(("left", "right", "kind"), DIFFERENT, ids=[f"{one[-1]}: {one[0]}" for one in DIFFERENT])
def test_what_differs_is_told_by_its_kind(left, right, kind):
    kinds = {conflict.kind for one in assertions_of(left, right) for conflict in one.conflicts}

    assert kind in kinds


@pytest.mark.parametrize(("left", "right"), SAME, ids=[one[0] for one in SAME])
def test_the_same_in_other_words_is_one_assertion_without_conflict(left, right):
    found = assertions_of(left, right)

    assert found
    assert not [conflict for one in found for conflict in one.conflicts]
