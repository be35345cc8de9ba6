"""Words that desks exchange meet under one concept; words whose exchange changes the meaning do not."""

from itertools import chain, combinations

import pytest

from stemma.model import FormatError
from stemma.text.spelling import standard, stem
from stemma.text.synonyms import concept, load, parse

TOGETHER = [
    ("asked requested sought requesting", "asking in three words"),
    ("countries nation states nation's", "countries, one of them a possessive"),
    ("unrest instability turmoil", "nouns as they stand"),
    ("capacity resources means abilities", "means is a word of its own, not a mean"),
    ("found discovered locating uncovers", "an irregular past"),
    ("noon midday mid-day", "a hyphen that spelling takes out"),
    ("motorways highway freeways", "roads on both sides of the ocean"),
    ("near nearer closer closest", "comparatives"),
    ("cars vehicle automobiles", "vehicles"),
    ("killed dead died deaths fatalities dying slain", "deaths, told as verb and as noun"),
    ("wounded injured hurt injuries", "wounds"),
    ("police officers cops policemen", "the police"),
    ("companies firm", "a plural in -ies"),
    ("bigger largest huge", "a doubled consonant before -er"),
    ("began started commencing begun", "two irregular forms"),
    ("ended finishing", "ends"),
    ("helped aid assists assistance", "help as verb and as noun"),
    ("tougher harder difficult", "difficulty"),
    ("bought purchased acquiring", "buying"),
    ("cut cutting slashed reduction", "a verb that its past leaves as it is"),
    ("rose raised hikes increasing", "rises"),
    ("planned schemes proposal", "plans"),
    ("kids children", "an irregular plural"),
    ("doctors physician", "a stem that must not become doct"),
    ("about around roughly", "approximation"),
    ("labour worked toils", "a British spelling"),
]
APART = [
    ("said claimed denied admitted alleged", "who asserts how is news"),
    ("killed injured missing", "what became of people"),
    ("arrested charged convicted", "steps of the law"),
    ("suspects criminals", "no suspect is a criminal yet"),
    ("must may will", "modals"),
    ("all some many few", "quantifiers"),
    ("office officers", "words of one stem"),
    ("news new", "a word that only looks like an inflection"),
    ("refugees refuge", "a plural in -s that ends like one in -es"),
    ("aides aid", "people and what they give"),
    ("scraping scrapped", "a mute e and a doubled letter"),
    ("caring cars", "a stem that looks like a first word"),
    ("wines wins", "a noun and a verb"),
    ("presenter present", "a noun that ends like a comparative"),
    ("rose fell", "opposites"),
    ("killing murder", "a killing is not yet a murder"),
    ("militants terrorists rebels", "labels that desks choose on purpose"),
    ("migrants refugees", "people of different standing in law"),
    ("independence autonomy", "two ends of one quarrel"),
    ("believed knew", "certainty"),
]


@pytest.mark.parametrize(("keys", "why"), TOGETHER, ids=[case[-1] for case in TOGETHER])
def test_exchangeable_words_meet(keys, why):
    assert len({concept(key) for key in keys.split()}) == 1


@pytest.mark.parametrize(("keys", "why"), APART, ids=[case[-1] for case in APART])
def test_words_that_differ_stay_apart(keys, why):
    assert all(concept(left) != concept(right) for left, right in combinations(keys.split(), 2))


@pytest.mark.parametrize("key", ["zeppelins", "wobbled", "u.s", "3.5", "seed", "us", "his", "x", "'s", ""])
def test_a_word_without_a_group_is_its_stem(key):
    assert concept(key) == stem(key)


def test_every_word_of_a_group_and_every_irregular_form_gives_the_group():
    assert {word: concept(word) for word in load().concepts} == load().concepts


def test_the_words_stand_in_standard_spelling():
    assert [word for word in load().concepts if standard(word) != word] == []


def test_a_regular_inflection_gives_the_concept_of_its_base_unless_it_is_a_word_of_its_own():
    made = [
        (word, f"{word}s") for word, section in load().sections.items() if section == "noun" and word[-1] in "dgklmnprt"
    ]

    assert len(made) > 500
    assert [pair for pair in made if pair[1] not in load().concepts and concept(pair[1]) != concept(pair[0])] == []


def test_the_thesaurus_is_broad():
    concepts = load().concepts

    assert len(set(concepts.values())) > 500
    assert len(load().sections) > 2 * len(set(concepts.values()))


def test_no_group_holds_a_word_that_decides_certainty_or_quantity():
    kept_apart = (
        "say claim deny admit allege may might must not no all some many few likely suspect accuse convict charge"
    )

    assert set(kept_apart.split()).isdisjoint(chain(load().concepts, load().concepts.values()))


DAMAGED = [
    ("[verb]\nwaffle prattle\nprattle babble", "prattle stands in two groups", "a word in two groups"),
    ("[pronoun]\nit that", "no section [pronoun]", "a section that nobody knows"),
    ("waffle prattle", "no section []", "a group before any section"),
    ("[noun]\nwaffle wafer\n[irregular]\nprattle prot", "forms of prattle", "forms of a word without a group"),
]


@pytest.mark.parametrize(("text", "said", "why"), DAMAGED, ids=[case[-1] for case in DAMAGED])
def test_a_damaged_thesaurus_is_refused(text, said, why):
    with pytest.raises(FormatError) as refused:
        parse(text)

    assert said in str(refused.value)
