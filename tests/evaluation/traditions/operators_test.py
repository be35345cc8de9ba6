"""Every operator on a small case that was solved by hand."""

from random import Random

import pytest
from evaluation.traditions.desk import OPERATORS, apply_once
from evaluation.traditions.draft import Draft, Sentence
from evaluation.traditions.manuscript import make_sentence, plain_tale
from evaluation.traditions.operators import alterations, cuts, marks, shape, wording
from evaluation.traditions.operators.shape import without_furniture


def sentence(text, number=0):
    made = make_sentence(text, plain_tale(f"r{number}"))
    return Sentence(parts=made.parts, claims=((f"r0s{number}", "r0"),))


def texts(operator, text):
    """Give all that an operator makes of a sentence under twenty seeds."""
    made = [operator(sentence(text), Random(seed)) for seed in range(20)]
    return {one.text for one in made if one is not None}


CASES = [
    (wording.synonym, "Residents frequently walked.", {"Residents often walked."}, "a word for a word"),
    (wording.synonym, "A crucial vote came.", {"A vital vote came."}, "the article still fits"),
    (wording.numbers, "They found two boats.", {"They found 2 boats."}, "a counted word as a figure"),
    (wording.numbers, "They found 3 boats.", {"They found three boats."}, "and back"),
    (wording.numbers, "It opened on March 3 with one or two keys.", set(), "dates and rough counts stay"),
    (wording.spelling, "The harbor was “gray” then.", {"The harbour was “grey” then."}, "quotations too"),
    (wording.spelling, "The harbour was shut.", {"The harbor was shut."}, "the other way round"),
    (
        wording.passive,
        "The council approved the plan on Tuesday.",
        {"The plan was approved by the council on Tuesday."},
        "active to passive",
    ),
    (wording.passive, "Two bridges were closed by police.", {"Police closed two bridges."}, "passive to active"),
    (wording.passive, "The council approved two plans.", {"Two plans were approved by the council."}, "plural"),
    (wording.passive, "The council approved what it had to.", set(), "no plain object"),
    (
        wording.condense,
        "The bridge over the Senn was closed, which nobody had expected.",
        set(),
        "what is left would be too short",
    ),
    (
        wording.condense,
        "The bridge over the river Senn was closed for two weeks, which nobody had expected.",
        {"The bridge over the river Senn was closed for two weeks."},
        "a clause at the end goes",
    ),
    (
        wording.condense,
        "Ann Roe, the mayor of the town, was away (she is 60) when the rain came down on it.",
        {
            "Ann Roe was away (she is 60) when the rain came down on it.",
            "Ann Roe, the mayor of the town, was away when the rain came down on it.",
        },
        "an apposition or a bracket goes",
    ),
    (
        wording.day_moved,
        "The council met in the old town hall on Monday night.",
        {"On Monday night, the council met in the old town hall."},
        "the day to the front",
    ),
    (
        wording.day_moved,
        "On Monday, Ann Roe met the owners of the quarry.",
        {"Ann Roe met the owners of the quarry on Monday."},
        "the day to the end",
    ),
    (wording.day_moved, "Ann Roe said the council would meet on Monday.", set(), "whose day it is would be lost"),
    (
        wording.cue,
        "The town, Roe said, is safe.",
        {f"The town, Roe {word}, is safe." for word in ("stated", "declared", "explained", "noted")},
        "another word for said",
    ),
    (wording.cue, "He is said, by some, to be away.", set(), "no word of saying"),
    (marks.speaker_first, "“It is late,” said Ann Roe, the mayor.", {"Ann Roe, the mayor, said: “It is late.”"}, "turned"),
    (wording.certainty, "At dawn at least six ships sank.", {"At dawn six ships sank."}, "a bound is lost"),
    (wording.certainty, "The wall may fall.", {"The wall will fall."}, "may to will"),
    (wording.certainty, "He suspected foul play.", set(), "a verb is no hedge"),
    (wording.scope, "Smoke lay over some of the towns.", {"Smoke lay over all of the towns."}, "some to all"),
    (
        alterations.reword_number,
        "“We lost 40 of the goats,” she said.",
        {f"“We lost {n} of the goats,” she said." for n in (30, 38, 39, 42, 43, 45)},
        "a number near it",
    ),
    (alterations.reword_number, "“We met in June 1999 here,” she said.", set(), "a year is no number"),
    (
        alterations.reword_negation,
        "“We did not know, and it is late,” she said.",
        {"“We did not know, and it is not late,” she said."},
        "a negation more",
    ),
    (alterations.reword_negation, "“I never saw it,” she said.", {"“I always saw it,” she said."}, "or turned round"),
    (alterations.reword_modality, "“They must go now,” she said.", {"“They should go now,” she said."}, "must to should"),
    (alterations.reword_letter, "“We sing there, always,” she said.", {"“We sing here, always,” she said."}, "a letter"),
    (cuts.clean, "“It is, you know, very late,” she said.", {"“It is very late,” she said."}, "a filler and its commas"),
    (cuts.clean, "“Look, we are late now,” she said.", {"“We are late now,” she said."}, "the capital moves on"),
    (cuts.clean, "“It is very late,” she said.", set(), "nothing to clean"),
    (
        cuts.trim_silently,
        "“We came at ten. Nobody was there yet. Then the others came,” she said.",
        {"“We came at ten. Then the others came,” she said."},
        "a middle sentence goes",
    ),
    (
        cuts.trim_silently,
        "“The bridge, which nobody had inspected, is simply gone,” she said.",
        {"“The bridge is simply gone,” she said."},
        "a clause goes",
    ),
    (
        cuts.fragment,
        "“I asked the board, and they will not pay for it,” said Ann Roe.",
        {"Ann Roe said “they will not pay for it.”"},
        "the last clause",
    ),
    (marks.marks_removed, "He called it “a lost cause” then.", {"He called it a lost cause then."}, "inside a sentence"),
    (marks.marks_removed, "He said “I am lost” then.", set(), "a first person would be the reporter"),
    (
        marks.indirect,
        "“The pier will not be safe for years,” said Ann Roe, the mayor.",
        {"Ann Roe, the mayor, said that the pier will not be safe for years."},
        "the same words",
    ),
    (
        marks.indirect,
        "“I can’t see my own house,” she said.",
        {"She said she cannot see her own house.", "She said that she cannot see her own house."},
        "the person changes",
    ),
    (marks.indirect, "“I cannot see the house,” Roe said.", set(), "nobody knows whether he or she"),
    (
        marks.direct,
        "Roe said the old pier was closed for repairs in spring.",
        {"“The old pier was closed for repairs in spring,” Roe said."},
        "a telling becomes a quotation",
    ),
    (
        marks.marks_put,
        "Roe said the bridge was a danger to everybody.",
        {"Roe said the bridge was “a danger to everybody.”", "Roe said “the bridge was a danger to everybody.”"},
        "the end of a telling",
    ),
    (marks.drop_attribution, "“It is late,” Roe said.", {"“It is late.”"}, "a quotation of nobody"),
    (
        marks.drop_attribution,
        "The bridge had been closed for years, police said.",
        {"The bridge had been closed for years."},
        "a fact of nobody",
    ),
    (marks.house_marks, "“It’s late,” Roe said.", {'"It\'s late," Roe said.'}, "straight marks"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("operator", "text", "expected", "why"), CASES, ids=[f"{c[0].__name__}: {c[-1]}" for c in CASES]
)
def test_a_sentence_operator(operator, text, expected, why):
    assert texts(operator, text) == expected


def test_what_stands_before_a_filler_keeps_its_comma_only_where_it_must():
    assert texts(cuts.clean, "“It stopped, you know, because, um, we stopped,” she said.") == {
        "“It stopped, because we stopped,” she said."
    }


def test_dots_stand_where_words_were_taken():
    made = texts(
        cuts.trim_marked,
        "“We waited for the boats, because nobody told us, and then it was too late for us,” she said.",
    )

    assert made
    assert all(text.count("...") + text.count("…") == 1 for text in made)


def test_a_quotation_is_given_to_another_speaker():
    made = marks.reattribute(sentence("“It is late,” said Ann Roe, the mayor."), Random(1), ["Ann Roe", "Max Poe"])

    assert made.text == "“It is late,” Max Poe said."
    assert made.quotes[0].voice == "Max Poe"


def test_a_name_inside_the_marks_is_exchanged():
    made = alterations.reword_name(sentence("“We told Poe of it,” Roe said."), Random(1), ["Poe", "Coe"])

    assert made.text == "“We told Coe of it,” Roe said."


def test_words_that_follow_each_other_are_joined_only_by_the_same_speaker():
    left, right = sentence("“It is late,” said Ann Roe, the mayor.", 1), sentence("“Nobody came here,” Roe said.", 2)

    assert cuts.stitch(left, right).text == "“It is late. Nobody came here,” said Ann Roe, the mayor."
    assert cuts.stitch(left, sentence("“Nobody came here,” Poe said.", 3)) is None


def draft(*paragraphs):
    number, made = 0, []
    for paragraph in paragraphs:
        made.append(tuple(sentence(text, number + place) for place, text in enumerate(paragraph)))
        number += len(paragraph)
    return Draft(paragraphs=tuple(made))


STORY = draft(
    ["Rain fell on Marle."],
    ["Ann Roe, the mayor, was out of town.", "Shops stayed shut."],
    ["Schools closed at noon on Monday."],
    ["Trains ran late all day."],
    ["Farmers welcomed the water."],
    ["Forecasters expect more."],
)


def paragraphs(made):
    return [" ".join(one.text for one in paragraph) for paragraph in made.paragraphs]


@pytest.mark.parametrize("seed", range(10))
def test_a_trim_keeps_the_top(seed):
    made = paragraphs(shape.trim(STORY, Random(seed)))

    assert made == paragraphs(STORY)[: len(made)]
    assert 3 <= len(made) < 6


@pytest.mark.parametrize("seed", range(10))
def test_a_cut_takes_what_nothing_leans_on(seed):
    leaning = draft(
        ["Rain fell."], ["Ann Roe watched it."], ["Roe went home."], ["Trains ran."], ["Boats sank."], ["Cows swam."]
    )

    made = paragraphs(shape.cut_paragraphs(leaning, Random(seed)))

    assert ("Ann Roe watched it." in made) or ("Roe went home." not in made)
    assert made[0] == "Rain fell."


@pytest.mark.parametrize("seed", range(10))
def test_a_sentence_is_cut_from_a_paragraph_that_keeps_one(seed):
    assert paragraphs(shape.cut_sentence(STORY, Random(seed)))[1] == "Ann Roe, the mayor, was out of town."


@pytest.mark.parametrize("seed", range(10))
def test_reordering_exchanges_neighbours_behind_the_first(seed):
    made = paragraphs(shape.reorder(STORY, Random(seed)))

    assert sorted(made) == sorted(paragraphs(STORY))
    assert made != paragraphs(STORY)
    assert made[0] == paragraphs(STORY)[0]


def test_two_sentences_are_fused_and_one_is_split():
    fused = shape.fuse_two(draft(["Rain fell on Marle.", "The river rose."]), Random(1))
    parted = shape.split_one(
        draft(["The river rose over the banks of the town, but it was back by noon on Monday."]), Random(1)
    )

    assert paragraphs(fused) == ["Rain fell on Marle, and the river rose."]
    assert fused.sentences[0].claims == (("r0s0", "r0"), ("r0s1", "r0"))
    assert paragraphs(parted) == ["The river rose over the banks of the town. But it was back by noon on Monday."]


def test_two_exemplars_are_joined_where_nothing_is_told_twice():
    other = draft(["Boats were lost at sea in the same night."])
    other = Draft(paragraphs=((Sentence(parts=other.sentences[0].parts, claims=(("r1s0", "r1"),)),),))

    made = shape.join(STORY, other.paragraphs, Random(1))

    assert paragraphs(made) == [*paragraphs(STORY), "Boats were lost at sea in the same night."]
    assert shape.join(STORY, STORY.paragraphs, Random(1)) is None


def test_furniture_comes_off_again():
    from evaluation.traditions.house import AGENCIES, PAPERS, byline, furniture, stock, with_credit

    rng = Random(3)
    dressed = Draft(paragraphs=(byline(rng), *STORY.paragraphs, stock(PAPERS[0]), *furniture(PAPERS[0], 2020, rng)))
    dressed = with_credit(dressed, AGENCIES[0], Random(2))

    assert paragraphs(dressed) != paragraphs(STORY)
    assert [one for one in paragraphs(without_furniture(dressed)) if "(AP)" not in one] == paragraphs(STORY)


def test_an_operator_that_has_nothing_to_do_gives_nothing():
    assert apply_once(draft(["Rain fell."]), "reattribute", Random(1)) is None


def test_every_operator_has_one_name():
    assert len(OPERATORS) == len(set(OPERATORS))
