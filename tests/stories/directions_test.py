from stemma.model import Evidence
from stemma.stories.directions import is_above
from stemma.stories.tradition import Edge

MEMBERS = ("a", "b", "c", "d", "e", "f")
SURE = {("a", "b"): 0.96, ("b", "a"): 0.01}


def edge(*kinds):
    return Edge(parent="a", child="b", evidence=tuple(Evidence(kind=one, weight=1.0, note="") for one in kinds))


def test_who_is_followed_by_others_is_above():
    others = {("a", one): 0.9 for one in "cdef"}

    assert is_above(edge(), SURE | others, MEMBERS)
    assert not is_above(edge(), SURE, MEMBERS), "an edge alone, however probable, has been turned round too often"


def test_who_is_credited_is_above():
    assert is_above(edge("credit"), SURE, MEMBERS)
    assert is_above(edge("citation"), SURE, MEMBERS)
    assert not is_above(edge("wording"), SURE, MEMBERS)


def test_a_credit_is_not_enough_where_the_reverse_is_as_probable():
    even = {("a", "b"): 0.3, ("b", "a"): 0.6}

    assert not is_above(edge("credit"), even, MEMBERS)


def test_who_was_published_later_needs_more():
    others = {("a", one): 0.9 for one in "cdef"}
    later = Edge(parent="a", child="b", evidence=(Evidence(kind="time", weight=-1.0, note=""),))

    assert not is_above(later, SURE | others, MEMBERS)


def test_a_text_that_may_come_from_none_of_these_has_nobody_above():
    unseen = {("a", "b"): 0.2, ("b", "a"): 0.01, ("", "b"): 0.8} | {("a", one): 0.9 for one in "cdef"}

    assert not is_above(edge(), unseen, MEMBERS)


def test_an_agencys_own_text_is_above_a_customers_and_not_below():
    assert is_above(edge(), SURE, MEMBERS, agencies=["a"])
    assert not is_above(edge(), SURE, MEMBERS, agencies=["a", "b"]), "of two agencies nobody knows"
    assert not is_above(edge("credit"), SURE, MEMBERS, agencies=["b"])
