import pytest

from stemma.text.hashes import hash_words
from stemma.text.shingles import containment, shingle, shingles

CASES = [
    ("a b c d", "a b c d", 1.0, "a copy"),
    ("a b c d e f", "a b c", 1.0, "a part is contained whole"),
    ("a b c", "c b a", 0.0, "the order counts"),
    ("", "a b", 0.0, "nothing is contained nowhere"),
]


@pytest.mark.parametrize(("left", "right", "expected", "why"), CASES, ids=[case[-1] for case in CASES])
def test_containment(left, right, expected, why):
    assert containment(shingles(left.split(), 2), shingles(right.split(), 2)) == expected


def test_a_text_shorter_than_a_shingle_has_none():
    assert shingle(hash_words(["one", "two"]), 3).size == 0
