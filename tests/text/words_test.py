from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.text.words import fold, keys, words

CASES = [
    ("The mayor’s plan", ["the", "mayor's", "plan"], "curly and straight apostrophes have one key"),
    ("$3.5 million, 40%", ["$3.5", "million", "40%"], "numbers keep their signs"),
    ("re‑read re-read", ["re-read", "re-read"], "hyphens have one key"),
    ("U.S. 10:30", ["u.s", "10:30"], "abbreviations and times stay whole"),
    ("Straße ÉTÉ 港", ["strasse", "été", "港"], "other letters are letters"),
    ("… — “”", [], "marks are no words"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[case[-1] for case in CASES])
def test_words(text, expected, why):
    assert [word.key for word in words(text)] == expected


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_offsets_give_the_words_back(text):
    found = words(text)

    assert all(word.key == fold(text[word.start : word.end]) for word in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_words_between_two_offsets_keep_the_offsets_of_the_text():
    assert [(word.start, word.key) for word in words("one two three", 4, 7)] == [(4, "two")]


PLAIN = st.text(alphabet="aZ09 .,:'&-_$%\n|", max_size=40)


@settings(deadline=None)
@given(text=PLAIN | st.text(max_size=40), cut=st.integers(0, 8))
def test_keys_are_those_of_the_words_in_plain_letters_and_others(text, cut):
    assert keys(text, cut, len(text) - cut) == tuple(word.key for word in words(text, cut, len(text) - cut))
