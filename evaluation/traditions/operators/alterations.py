"""Operators that alter words inside the marks: a number, a negation, a modal verb, a name, one letter."""

import re
from collections.abc import Callable, Sequence
from random import Random

from evaluation.traditions.draft import Sentence, Word
from evaluation.traditions.operators.grammar import SMALL, capitalise
from evaluation.traditions.operators.quotes import core, each_marked, text_of, with_words
from evaluation.traditions.operators.tables import mapping

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NO_FIGURE_AFTER = re.compile(rf"(?:{_MONTHS}|one|or|to)\W*$")
_FIGURE = re.compile(r"([^\w]*\$?)(\d{1,3})((?:,\d{3})*(?:\.\d+)?)(%?[^\w]*)")
_TURNED_ROUND = frozenset(
    "not never no nobody nothing you i we they it he she than there".split()
)  # behind a verb: a question, or negated already

Change = Callable[[Sequence[Word], int], str | None]  # what to put at a place among words, if anything


def _altered(sentence: Sentence, rng: Random, change: Change, operator: str, kind: str) -> Sentence | None:
    """Give the sentence with one of its spoken words exchanged, the first and last ones never."""
    for number, quote in each_marked(sentence, rng, 4):
        words = quote.words
        found = [(place, put) for place in range(1, len(words) - 1) if (put := change(words, place)) is not None]
        if found:
            place, put = rng.choice(found)
            old = words[place]
            new = [
                Word(text=text, origin=None if at else old.origin, change=kind) for at, text in enumerate(put.split())
            ]
            touched = kind if kind in {"number", "polarity", "name"} else "wording"
            return sentence.edited(
                operator, with_words(sentence, number, (*words[:place], *new, *words[place + 1 :])), touched
            )
    return None


def _other_number(word: str, rng: Random) -> str | None:
    found = _FIGURE.fullmatch(word)
    if found and not re.fullmatch(r"(?:19|20)\d\d", core(word)):
        number = int(found[2])
        other = (
            number + rng.choice([1, 2, 3, 5]) if number < 20 else max(2, number + rng.choice([-10, -2, -1, 2, 3, 5]))
        )
        return f"{found[1]}{other}{found[3]}{found[4]}"
    if core(word) in SMALL:
        place = SMALL.index(core(word))
        return word.lower().replace(
            core(word), rng.choice([one for at, one in enumerate(SMALL[:8]) if 0 < abs(at - place) <= 4])
        )
    return None


def reword_number(sentence: Sentence, rng: Random) -> Sentence | None:
    """Exchange a number inside the marks for another near it."""

    def change(words: Sequence[Word], place: int) -> str | None:
        return None if _NO_FIGURE_AFTER.search(words[place - 1].text) else _other_number(words[place].text, rng)

    return _altered(sentence, rng, change, "reword-number", "number")


def reword_negation(sentence: Sentence, rng: Random) -> Sentence | None:
    """Put a negation inside the marks, or take one away."""

    def change(words: Sequence[Word], place: int) -> str | None:
        if core(words[place + 1].text) in _TURNED_ROUND:
            return None
        return mapping("negations").get(words[place].text.replace("’", "'"))

    return _altered(sentence, rng, change, "reword-negation", "polarity")


def reword_modality(sentence: Sentence, rng: Random) -> Sentence | None:
    """Exchange a modal verb inside the marks ("must" to "should")."""
    return _altered(
        sentence, rng, lambda words, place: mapping("modals").get(words[place].text), "reword-modality", "modality"
    )


def reword_letter(sentence: Sentence, rng: Random) -> Sentence | None:
    """Change a word inside the marks by a letter or two that make it another word."""

    def change(words: Sequence[Word], place: int) -> str | None:
        text = words[place].text
        other = mapping("letters").get(core(text)) if text[0].islower() else None
        return text.replace(core(text), other, 1) if other else None

    return _altered(sentence, rng, change, "reword-letter", "letter")


def reword_name(sentence: Sentence, rng: Random, names: Sequence[str]) -> Sentence | None:
    """Exchange a name inside the marks for another person's of the same story."""

    def change(words: Sequence[Word], place: int) -> str | None:
        bare = re.sub(r"(?:['’]s)?\W*$", "", words[place].text)
        others = [name for name in names if name not in text_of(words)]
        if bare not in names or not others or words[place + 1].text[:1].isupper():
            return None
        return words[place].text.replace(bare, capitalise(rng.choice(others)), 1)

    return _altered(sentence, rng, change, "reword-name", "name")
