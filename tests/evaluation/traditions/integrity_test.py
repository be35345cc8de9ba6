"""The class of a wording, solved by hand for what each operator on speech does to a remark."""

import pytest
from evaluation.traditions.draft import Quote, Word
from evaluation.traditions.integrity import Said, agree, classify, touches

SPOKEN = "We came at ten. Nobody, you know, was there then. Later it rained on the harbor, and we went home."
SAID = Said(starts={"s0": (0, 4, 10)})
WORDS = tuple(Word(text=text, origin=("s0", place)) for place, text in enumerate(SPOKEN.split()))


def quote(*places, marked=True, **changes):
    """Give a wording of these words of the speech; a string is put in, a pair is a word in place of another."""
    words = []
    for place in places:
        if isinstance(place, str):
            words.append(Word(text=place))
        elif isinstance(place, tuple):
            words.append(
                Word(text=place[1], origin=("s0", place[0]), change=place[2] if len(place) > 2 else "spelling")
            )
        else:
            words.append(WORDS[place])
    return Quote(words=tuple(words), is_marked=marked, **changes)


CASES = [
    (quote(*range(20)), "verbatim", "all of it"),
    (quote(0, 1, 2, 3), "verbatim", "a whole sentence of it"),
    (quote(*range(10)), "verbatim", "two sentences that follow each other"),
    (quote(0, 1, 2, 3, voice="Max Poe"), "reattributed", "another speaker"),
    (quote(0, 1, 2, 3, *range(10, 20)), "stitched", "the sentence between them is gone"),
    (quote(0, 1, (2, "at"), (3, "eleven", "number")), "reworded-inside-marks", "a number"),
    (quote(4, "never", 7, 8, 9), "reworded-inside-marks", "a word more"),
    (quote(10, 11, 12, 15, 16, 17, 18, 19), "trimmed-silently", "words are gone"),
    (quote(10, 11, 12, "...", 16, 17, 18, 19), "trimmed-marked", "dots show it"),
    (quote(10, "...", 12, 16, 17, 18, 19), "trimmed-silently", "dots show one gap, not the other"),
    (quote(4, 7, 8, 9), "cleaned-up", "only the filler is gone"),
    (quote(16, 17, 18, 19), "fragment", "begins inside a sentence"),
    (quote(10, 11, 12), "fragment", "ends inside a sentence"),
    (quote(10, 11, 12, 13, 14, (15, "harbour,"), 16, 17, 18, 19), "punctuation", "another spelling"),
    (quote(10, 11, 12, (13, "On"), 14, 15, 16, 17, 18, 19), "verbatim", "case is no change"),
    (quote(10, 11, 12, marked=False), "marks-removed", "the same words without marks"),
    (quote(10, (11, "the", "wording"), 12, marked=False), "paraphrase", "other words without marks"),
    (quote(10, 12, marked=False), "paraphrase", "fewer words without marks"),
]


@pytest.mark.parametrize(("wording", "expected", "why"), CASES, ids=[case[-1] for case in CASES])
def test_the_class_against_a_transcript(wording, expected, why):
    assert classify(wording, WORDS, SAID) == expected


def test_a_sentence_ends_where_what_was_said_ends_it_though_a_comma_leads_over_to_the_speaker():
    text = tuple(Word(text="ten," if word.origin == ("s0", 3) else word.text, origin=word.origin) for word in WORDS)

    assert classify(quote(0, 1, 2, 3), text, SAID) == "verbatim"
    assert classify(quote(0, 1, 2), text, SAID) == "fragment"


def test_a_reporters_own_words_in_marks():
    put, telling = quote(0, 1, 2, 3, is_own=True), quote(0, 1, 2, 3, marked=False, is_own=True)

    assert classify(put, WORDS, SAID, is_own=True) == "paraphrase-put-in-marks"
    assert classify(telling, WORDS, SAID, is_own=True) == "paraphrase"
    assert classify(put, WORDS, SAID) == "verbatim"  # where no report shows that they were his own


def test_what_is_touched():
    assert touches(quote(0, 1, 2, (3, "eleven", "number")), WORDS) == ["number"]
    assert touches(quote(0, 1, 2, 3), WORDS) == []


AGREEMENTS = [
    (quote(0, 1, 2, 3), quote(2, 3, 4, 5), True, "the words that both have are the same"),
    (quote(0, 1, 2, 3), quote(0, (1, "ran", "wording"), 2, 3), False, "one word differs"),
    (quote(0, 1, 2, 3), quote(0, 2, 3), False, "one lacks a word"),
    (quote(0, 1, 2, 3), quote(0, "...", 3), True, "dots excuse it"),
]


@pytest.mark.parametrize(("left", "right", "expected", "why"), AGREEMENTS, ids=[case[-1] for case in AGREEMENTS])
def test_whether_two_wordings_agree(left, right, expected, why):
    assert agree(left, right) is expected
    assert agree(right, left) is expected
