import pytest

from stemma.text.spelling import standard, stem

SAME = [
    ("colour", "color"), ("honourable", "honorable"), ("neighbours", "neighbors"), ("labour's", "labor's"),
    ("recognise", "recognize"), ("organisations", "organizations"), ("privatised", "privatized"), ("emphasising", "emphasizing"),
    ("centre", "center"), ("theatres", "theaters"), ("centred", "centered"), ("travelled", "traveled"), ("labelling", "labeling"),
    ("defence", "defense"), ("programme", "program"), ("dialogue", "dialog"), ("paediatric", "pediatric"), ("anaemic", "anemic"),
    ("anti-colour", "anti-color"), ("u.n", "un"),
]  # fmt: skip
APART = [
    "advise",
    "promise",
    "surprise",
    "raised",
    "otherwise",
    "four",
    "tour",
    "hour",
    "acre",
    "rolled",
    "called",
    "does",
    "their",
]


@pytest.mark.parametrize(("british", "american"), SAME)
def test_variants_meet(british, american):
    assert standard(british) == standard(american)


@pytest.mark.parametrize("word", APART)
def test_what_has_no_variant_stays(word):
    assert standard(word) == word


@pytest.mark.parametrize(("british", "american"), SAME)
def test_the_standard_is_its_own_standard(british, american):
    assert standard(standard(british)) == standard(british)


STEMS = [
    ("requested", "requests", True), ("protesters", "protest", True), ("policies", "policy", True), ("stopping", "stopped", True),
    ("organised", "organizes", True), ("mayor's", "mayor", True), ("during", "dure", False), ("was", "wa", False),
    ("news", "new", False),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "expected"), STEMS)
def test_stem(left, right, expected):
    assert (stem(left) == stem(right)) is expected
