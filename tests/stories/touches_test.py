import pytest

from stemma.model import Edit, EditKind
from stemma.stories.touches import is_real, touches_of

TOUCHES = [
    (["six"], ["seven"], {"number"}, "number words"),
    (["on", "Monday"], ["on", "Tuesday"], {"date"}, "days"),
    (["all", "trains"], ["some", "trains"], {"scope"}, "all and some"),
    (["with", "Anna"], ["with", "Maria"], {"name"}, "a name for a name"),
    (["the", "United", "Nations"], ["the", "UN"], set(), "an acronym is the same name"),
    (["ship"], ["vessel"], set(), "a synonym touches nothing"),
]


@pytest.mark.parametrize(("before", "after", "expected", "why"), TOUCHES, ids=[case[-1] for case in TOUCHES])
def test_touches(before, after, expected, why):
    assert touches_of(before, after) == expected


REAL = [
    ("polarity", "not", "", True, "a negation that goes by itself"),
    ("polarity", "innocent", "not guilty", False, "two turns are none"),
    ("polarity", "injured", "killed", True, "opposites"),
    ("number", "in two", "apart", False, "a number on one side alone"),
    ("date", "Tuesday", "Monday", True, "a day for a day"),
    ("date", "Tuesday", "today", False, "today may be that day"),
]


@pytest.mark.parametrize(("touch", "before", "after", "expected", "why"), REAL, ids=[case[-1] for case in REAL])
def test_is_real(touch, before, after, expected, why):
    edit = Edit(kind=EditKind.SUBSTITUTE, start=0, end=len(before), before=before, after=after)

    assert is_real(touch, edit) is expected
