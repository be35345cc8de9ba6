from hypothesis import given
from hypothesis import strategies as st

from stemma.text import columns as module
from stemma.text.columns import blocks, columns, cut, joined
from stemma.text.hashes import hash_words
from stemma.text.narration import narrated
from stemma.text.spelling import standard
from stemma.text.told import narration
from stemma.text.words import words

PIECES = [
    *"the Harbour Odun U.S. Mr. I'm 3,5% $40 co-op mayor’s a_b 5th ÉTÉ naïve Ⅷ ß Monday ships SHIPS Port".split(),
    *[*"\"“”'.,!— \n", "...", "  ", "\n\n", " \t", "\u00a0"],
]
TEXTS = st.lists(st.lists(st.sampled_from(PIECES) | st.just(" "), max_size=40).map("".join), max_size=5)


@given(TEXTS | st.lists(st.text(max_size=40), max_size=4))
def test_columns_hold_the_words_of_each_text(texts):
    found = columns(cut(texts))

    for number, text in enumerate(texts):
        own = slice(*found.bounds[number : number + 2].tolist())
        expected = words(text)
        assert list(zip(found.starts[own].tolist(), found.ends[own].tolist(), strict=True)) == [
            word[:2] for word in expected
        ]
        assert found.hashes[own].tolist() == hash_words([standard(word.key) for word in expected]).tolist()


@given(TEXTS, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=2))
def test_narration_is_that_of_each_text(texts, zones):
    zones = [(min(zone), max(zone)) for zone in zones if zone[0] != zone[1]]
    found = narration(cut(texts), texts, [zones] * len(texts))
    expected = [told for text in texts for told in narrated(text, words(text), zones)]

    assert found.tolist() == expected


@given(TEXTS)
def test_texts_cut_apart_make_the_same_columns(texts):
    whole = columns(cut(texts))
    parts = joined([columns(cut([text])) for text in texts])

    assert whole.bounds.tolist() == parts.bounds.tolist()
    assert whole.starts.tolist() == parts.starts.tolist()
    assert whole.hashes.tolist() == parts.hashes.tolist()


def test_only_some_texts_are_given_in_the_order_asked_for():
    found = columns(cut(["one two", "", "three four five"]))
    kept, places = found.only(module.np.array([2, 0]))

    assert kept.bounds.tolist() == [0, 3, 5]
    assert places.tolist() == [2, 3, 4, 0, 1]


def test_blocks_hold_all():
    assert list(blocks([])) == []
    assert list(blocks([50, 1, 1], 10)) == [(0, 1), (1, 3)]
