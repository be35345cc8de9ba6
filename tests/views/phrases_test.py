"""The words on screen: the scale, moments, classes."""

from dataclasses import replace
from datetime import datetime

import pytest
from tests.views import example

from stemma.model import Direction, Granularity, Integrity, Moment
from stemma.views.index import index_of
from stemma.views.phrases import best_phrase, integrity_phrase, is_altered, moment_phrase, scale_phrase

SCALE_CASES = [
    (0.95, Direction.DECIDED, "has its text from", "from .95"),
    (0.949, Direction.DECIDED, "probably has its text from", "just below .95"),
    (0.80, Direction.DECIDED, "probably has its text from", "from .80"),
    (0.799, Direction.DECIDED, "undecided", "just below .80"),
    (0.99, Direction.UNDECIDED, "undecided", "a high number without a direction decides nothing"),
]


@pytest.mark.parametrize(
    ("probability", "direction", "phrase", "why"), SCALE_CASES, ids=[case[-1] for case in SCALE_CASES]
)
def test_scale_phrase(probability, direction, phrase, why):
    assert scale_phrase(replace(example.DERIVATIONS[0], probability=probability, direction=direction)) == phrase


def moment(earliest, latest, granularity, zone=None, inferred_from=None):
    return Moment(earliest=earliest, latest=latest, granularity=granularity, zone=zone, inferred_from=inferred_from)


NOON = datetime(2025, 3, 4, 12)
MOMENTS = [
    (moment(NOON, NOON, Granularity.MINUTE), "2025-03-04 12:00", "a minute"),
    (moment(NOON, NOON, Granularity.MINUTE, "GMT"), "2025-03-04 12:00 GMT", "a zone as told"),
    (moment(datetime(2025, 3, 4), datetime(2025, 3, 4, 23, 59), Granularity.DAY), "2025-03-04", "a day"),
    (moment(datetime(2025, 3, 1), datetime(2025, 3, 31, 23, 59), Granularity.MONTH), "2025-03", "a month"),
    (moment(datetime(2025, 1, 1), datetime(2025, 12, 31), Granularity.YEAR), "2025", "a year"),
    (moment(datetime(2025, 3, 3), datetime(2025, 3, 9), Granularity.WEEK), "2025-03-03 to 2025-03-09", "a week"),
    (moment(datetime(2025, 3, 4, 6), NOON, Granularity.DAYPART), "2025-03-04 06:00 to 12:00", "a part of a day"),
    (moment(None, NOON, Granularity.DAY), "by 2025-03-04", "an open beginning"),
    (moment(NOON, None, Granularity.DAY), "from 2025-03-04", "an open end"),
    (moment(None, None, Granularity.UNKNOWN), "no date", "nothing known"),
    (None, "no date", "no moment"),
    (
        moment(NOON, NOON, Granularity.DAY, None, "a"),
        "2025-03-04 (inferred by way of A)",
        "inferred by way of another report",
    ),
]


@pytest.mark.parametrize(("value", "phrase", "why"), MOMENTS, ids=[case[-1] for case in MOMENTS])
def test_moment_phrase(value, phrase, why):
    assert moment_phrase(value, index_of(example.COLLATION)) == phrase


@pytest.mark.parametrize("integrity", list(Integrity))
@pytest.mark.parametrize("against", [None, "a", "t"])
def test_every_class_has_words_and_none_is_jargon(integrity, against):
    utterance = example.UTTERANCES[0]
    wording = replace(utterance.wordings[2], integrity=integrity, against_report_id=against)
    phrase = integrity_phrase(index_of(example.COLLATION), wording, utterance)

    assert phrase
    assert "-" not in phrase
    assert "verbatim" not in phrase
    assert ("word for word" in phrase) == (integrity is Integrity.VERBATIM and against == "t")


def test_own_words_that_another_has_in_marks_are_no_alteration():
    wording = replace(
        example.UTTERANCES[1].wordings[0], integrity=Integrity.UNDECIDED, also_possible=(Integrity.MARKS_REMOVED,)
    )

    assert not is_altered(wording)
    assert (
        integrity_phrase(index_of(example.COLLATION), wording, example.UTTERANCES[1])
        == "without marks here: its own words, or the marks were taken away"
    )


def test_a_remark_that_another_tells_without_marks_is_no_alteration_either():
    wording = replace(
        example.UTTERANCES[0].wordings[2],
        integrity=Integrity.UNDECIDED,
        also_possible=(Integrity.PARAPHRASE_PUT_IN_MARKS,),
        is_marked=True,
        against_report_id="a",
    )

    assert not is_altered(wording)
    assert "undecided who changed that" in integrity_phrase(index_of(example.COLLATION), wording, example.UTTERANCES[0])


@pytest.mark.parametrize(("held", "phrase"), [("a", "are held against this one"), (None, "no other wording is known")])
def test_a_lone_wording_says_whether_others_are_held_against_it(held, phrase):
    own, other = (replace(one, report_id=name) for one, name in zip(example.UTTERANCES[0].wordings, "ab", strict=False))
    own = replace(
        own, integrity=Integrity.SOLE_WITNESS, against_report_id=None, is_marked=True, attribution_dropped=False
    )
    utterance = replace(example.UTTERANCES[0], wordings=(own, replace(other, against_report_id=held)))

    assert integrity_phrase(index_of(example.COLLATION), own, utterance).endswith(phrase)


def test_whose_wording_is_best_attested_is_said_where_some_are_altered():
    index = index_of(example.COLLATION)
    utterance = example.UTTERANCES[0]
    at = next(at for at, one in enumerate(utterance.wordings) if one.report_id == "a")

    assert best_phrase(index, replace(utterance, best=at)) == "best attested as in A"
    assert best_phrase(index, replace(utterance, best=None)) == ""
    assert best_phrase(index, replace(utterance, best=at, wordings=utterance.wordings[: at + 1])) == "", (
        "none is altered"
    )
    assert best_phrase(index, replace(utterance, best=0)) == "", "the transcript has it, which is said beside it"
