from tests.stories.originals_test import family_of

from stemma.stories.overlaps import overlaps_of

TEXTS = {
    "a": ["The night ferry to Orsund left the old quay at noon.", "Two cars stayed behind."],
    "b": ["The night ferry to Orsund sailed from the old quay at noon.", "Two cars stayed behind."],
    "c": ["The night ferry to Orsund sailed from the old quay at noon.", "Nobody was hurt."],
}


def overlaps(below):
    units, family = family_of(TEXTS)
    return overlaps_of(family.members, units, below)


def test_runs_of_eight_words_are_counted_wherever_they_stand():
    found = overlaps({one: {one} for one in TEXTS})

    assert found.shared("b", "c") == found.shared("c", "b") == 12 - 8 + 1, (
        "of the first sentence; what follows it parts them"
    )
    assert found.shared("a", "b") == 2, "from the old quay at noon and what follows"


def test_a_parent_lacks_what_others_have_but_not_what_they_may_have_from_the_child():
    alone = overlaps({one: {one} for one in TEXTS})
    above = overlaps({"a": {"a", "b", "c"}, "b": {"b", "c"}, "c": {"c"}})

    assert alone.lacking("a", "b") == 5, "four runs with sailed in them and one with from stand in c too"
    assert above.lacking("a", "b") == 0, "c may have them from b"
    assert above.lacking("a", "c") == 5
    assert above.lacking("b", "c") == 0


def test_what_two_reports_alone_have_is_lacked_by_neither():
    units, family = family_of({one: TEXTS[one] for one in "bc"})
    found = overlaps_of(family.members, units, {one: {one} for one in "bc"})

    assert found.lacking("b", "c") == 0
