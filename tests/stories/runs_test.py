from itertools import permutations

import pytest

from stemma.stories.runs import runs_in
from stemma.text.sentences import sentences
from stemma.text.words import words

SPEECH = (
    "We painted the lanterns green in the winter. That is not so. The ferry, um, will carry barley to the island. "
    "Nobody asked the gardeners about the orchard wall. That is not so. Twelve copper pipes were stolen from the yard."
)
SAID = [words(SPEECH, *place) for place in sentences(SPEECH)]


def told(quotation):
    return [run.sentence for run in runs_in(SAID, words(quotation), quotation)]


@pytest.mark.parametrize("order", list(permutations([0, 2, 3, 5])))
def test_the_sentences_of_a_speech_are_found_in_whatever_order_they_are_quoted(order):
    assert told(" ".join(SPEECH[SAID[n][0].start : SAID[n][-1].end] + "." for n in order)) == list(order)


def test_a_filler_left_out_does_not_end_a_run():
    assert told("The ferry will carry barley") == [2]


@pytest.mark.parametrize(
    ("quotation", "numbers"),
    [
        ("We painted the lanterns green in the winter. That is not so.", [0, 1]),
        ("Nobody asked the gardeners about the orchard wall. That is not so.", [3, 4]),
        ("That is not so. Twelve copper pipes were stolen from the yard.", [4, 5]),
    ],
)
def test_of_what_was_said_twice_that_beside_the_rest_is_taken(quotation, numbers):
    assert told(quotation) == numbers


def test_a_few_words_in_a_row_are_no_run():
    assert told("That is not what the ferry will do to the gardeners in the winter") == []
