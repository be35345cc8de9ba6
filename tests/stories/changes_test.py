"""What a copy alters: a condition that it drops, a figure that it bounds otherwise, a sentence spun in parts."""

import pytest

import stemma

KEPT = (
    "The lighthouse keeper's cottage on Tern Rock was sold to a potter from Lisbon for a sum that neither side would name. "
    "A ferry carries the mail out twice a week when the swell allows it, and the goat that came with the deeds has a name day."
)
CASES = [
    (
        "The envoy urged both yards to lay off at least ten welders, and added that the fund was ready to pay them if it was "
        "asked to.",
        "The envoy urged both yards to lay off ten welders, and added that the fund was ready to pay them.",
        {("certainty", "if it was asked to"), ("certainty", "at least ten")},
        "two doubts of one sentence are both gone",
    ),
    (
        "A wall of mud came down the glen before dawn, sending about 2,300 people out of their homes.",
        "Mud filled the glen. More than 2,300 had to leave their homes.",
        {("number", "about 2,300 people")},
        "the figure is bounded otherwise, in words of its own",
    ),
    (
        "A wall of mud came down the glen before dawn. Around 60 people spent the night in a school hall near the church.",
        "A wall of mud came down the glen before dawn. Sixty people spent the night near the church, in the hall of a school.",
        {("certainty", "Around 60 people")},
        "the figure is told as exact",
    ),
    (
        "Thieves broke into the county archive in Hollen early on Tuesday and made off with a box of maps that a clerk had drawn "
        "in 1931.",
        "Burglars forced their way into the county archive in Hollen in the early hours of Tuesday and escaped with a chest of "
        "maps which a clerk had sketched in 1931.",
        {("synonym-spun", "Thieves broke")},
        "two claims told in one are compared as one",
    ),
    (
        "The freighter left the port of Antwerp on Monday with eleven men and a cargo of bells, and lost its rudder in fog.",
        "The freighter left the port of Hamburg on Monday with eleven men and a cargo of bells, and lost its rudder in fog.",
        {("place", "Hamburg")},
        "another place is no other name",
    ),
    (
        "The pilot who brought her in was Gustav Lindqvist, who had not slept since the Monday and said so to nobody.",
        "The pilot who brought her in was Henrik Lindqvist, who had not slept since the Monday and said so to nobody.",
        {("name", "Henrik")},
        "another person is no other place",
    ),
]


def changes_of(before, after):
    texts = {"before": f"{before} {KEPT}", "after": f"{after} {KEPT}"}
    days = {"before": "2031-03-05T08:00", "after": "2031-03-05T16:00"}
    records = [
        {"id": name, "headline": "Tern Rock", "published": days[name], "text": text} for name, text in texts.items()
    ]
    (collation,) = stemma.compare(records).collations
    return collation.stemma.changes


@pytest.mark.parametrize(("before", "after", "expected", "why"), CASES, ids=[case[-1] for case in CASES])
def test_what_a_copy_alters_is_told(before, after, expected, why):
    found = changes_of(before, after)

    assert all(any(one.kind == kind and words in one.note for one in found) for kind, words in expected)


def test_what_a_voice_urges_in_other_words_has_not_lost_its_voice():
    told = 'Harbour master Ada Orr said: "We would urge anyone who was on the landing between nine and ten to come forward."'
    again = "Harbour master Ada Orr spoke. She is urging anyone who was on the landing between nine and ten to come forward."

    assert "attribution" not in {one.kind for one in changes_of(told, again)}


def test_a_figure_told_alike_has_not_changed():
    told = "A wall of mud came down the glen before dawn, sending about 2,300 people out of their homes."
    found = changes_of(told, "Mud filled the glen. About 2,300 had to leave their homes.")

    assert not [one for one in found if one.kind == "number"]


def test_two_claims_that_lie_within_each_other_are_compared_in_the_order_of_their_words():
    before = "Ruth Brand, who was the challenger named by the board of the rowing league, fell to 36 - 3 (24 wins)."
    after = "Ruth Brand, the challenger named by the board of the rowing league, fell to 36 - 3 (24 wins by a length)."

    for first, second in ((before, after), (after, before)):
        notes = [one.note for one in changes_of(first, second)]
        assert not any("36" in note or "challenger" in note for note in notes), notes
