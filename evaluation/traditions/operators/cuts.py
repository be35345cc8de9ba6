"""Operators that shorten speech: fillers, a middle sentence, a clause, all but a fragment; and two remarks made one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from random import Random

from evaluation.traditions.draft import Quote, Sentence, Word
from evaluation.traditions.operators.quotes import (
    capital,
    core,
    each_marked,
    ended,
    is_clause,
    text_of,
    told,
    with_words,
)

FILLERS = ("you know", "I mean", "let me tell you", "um", "uh", "er", "well", "look", "listen", "so", "okay", "now")
Stretch = tuple[int, int]

_BOUND = frozenset("and but because who that or so are is was were have has".split())
_LOOSE = frozenset(
    "really very absolutely completely totally certainly definitely simply also still truly clearly extremely entirely".split()
)
_BEFORE_LOOSE = frozenset("a an not much so only good bad well".split())
_AFTER_LOOSE = frozenset("much few little often many well".split())
_ASIDES = frozenset(
    {"of course", "however", "in fact", "after all", "in my view", "for example", "to be honest", "in the end"}
)
_JOINTS = frozenset("and but because so if when which".split())
_LOOKING_BACK = frozenset("it they he she that this".split())
_ABBREVIATED = re.compile(r"(?:Mr|Ms|Mrs|Dr|Sen|Gov|Rep)\.$")


def clean(sentence: Sentence, rng: Random) -> Sentence | None:
    """Take the fillers out of a quotation ("you know", "I mean"), and nothing else."""
    for number, quote in each_marked(sentence, rng, 4):
        words = quote.words
        for filler in FILLERS:
            words = _without(words, [core(word) for word in filler.split()])
        if len(words) < len(quote.words):
            return sentence.edited("clean", with_words(sentence, number, words), "wording")
    return None


def _without(words: tuple[Word, ...], filler: Sequence[str]) -> tuple[Word, ...]:
    """Give words without a filler wherever it stands set off by commas."""
    for place in range(len(words) - len(filler) - 2, -1, -1):
        end = place + len(filler)
        begins = place == 0 or words[place - 1].text[-1] in ",.?!—"
        if begins and [core(word.text) for word in words[place:end]] == filler and words[end - 1].text.endswith(","):
            before = words[:place]
            if before and core(before[-1].text) in _BOUND:  # its comma only set off the filler
                before = (*before[:-1], replace(before[-1], text=before[-1].text.rstrip(",")))
            words = (*before, *capital(words[end:], words[place:end]))
    return words


def _each_without_inner(sentence: Sentence, rng: Random, fewest: int) -> Iterator[tuple[int, Quote]]:
    """Give the stretches in marks that hold no quotation of their own, which a cut might leave open."""
    return (
        found
        for found in each_marked(sentence, rng, fewest)
        if not any(word.text[0] in "‘'" for word in found[1].words)
    )


def trim_silently(sentence: Sentence, rng: Random) -> Sentence | None:
    """Take words out of the inside of a quotation and show nothing: a middle sentence, an inserted clause, an adverb."""
    for number, quote in _each_without_inner(sentence, rng, 7):
        found = [*_middle_sentences(quote.words), *_insertions(quote.words)] or _adverbs(quote.words)
        if found:
            start, end = rng.choice(found)
            before = quote.words[:start]
            if before[-1].text.endswith(",") and quote.words[end - 1].text.endswith(
                ","
            ):  # both commas set the clause off
                before = ended(before, "")
            words = (*before, *quote.words[end:])
            return sentence.edited("trim-silently", with_words(sentence, number, words), "wording")
    return None


def trim_marked(sentence: Sentence, rng: Random) -> Sentence | None:
    """Take words out of a quotation and put dots where they stood: a clause, or a middle sentence."""
    for number, quote in _each_without_inner(sentence, rng, 12):
        found = [*_clauses(quote.words), *_middle_sentences(quote.words)]
        if found:
            start, end = rng.choice(found)
            words = (*quote.words[:start], Word(text=rng.choice(["...", "…"])), *quote.words[end:])
            return sentence.edited("trim-marked", with_words(sentence, number, words), "wording")
    return None


def _middle_sentences(words: Sequence[Word]) -> list[Stretch]:
    """Give the sentences with one before and one behind them that does not look back."""
    texts = [word.text for word in words]
    ends = [
        at + 1 for at, text in enumerate(texts) if re.search(r"[a-z]{2}[.!?]$", text) and not _ABBREVIATED.match(text)
    ]
    inner = [(start, end) for start, end in pairwise(ends) if end < len(words)]
    return [(start, end) for start, end in inner if texts[end][0].isupper() and core(texts[end]) not in _LOOKING_BACK]


def _insertions(words: Sequence[Word]) -> list[Stretch]:
    """Give what stands between two commas and can be missed: a relative clause, an aside."""
    commas = [place + 1 for place, word in enumerate(words) if word.text.endswith(",")]
    found = []
    for start, end in pairwise(commas):
        is_aside = text_of(words[start:end]).casefold().rstrip(",") in _ASIDES
        is_relative = (
            core(words[start].text) in {"which", "who", "including", "especially", "except"} and end - start >= 3
        )
        found += [(start, end)] if is_aside or is_relative else []
    return found


def _adverbs(words: Sequence[Word]) -> list[Stretch]:
    found = []
    for place in range(1, len(words) - 1):
        before, after = words[place - 1].text, words[place + 1].text
        fits = (
            before[-1].isalpha()
            and core(before) not in _BEFORE_LOOSE
            and after[0].islower()
            and core(after) not in _AFTER_LOOSE
        )
        found += [(place, place + 1)] if words[place].text in _LOOSE and fits else []
    return found


def _clauses(words: Sequence[Word]) -> list[Stretch]:
    """Give what stands from a comma to a joint behind another, or from a joint to its like."""
    joints = [
        place for place in range(3, len(words)) if core(words[place].text) in _JOINTS and words[place].text[0].islower()
    ]
    commas = [place for place in range(3, len(words)) if words[place - 1].text.endswith(",")]
    between = [(start, end) for start in commas for end in joints if end in commas and 3 <= end - start <= 16]
    twins = [
        (start, end)
        for start in joints
        for end in joints
        if core(words[start].text) == core(words[end].text) and 4 <= end - start <= 16
    ]
    return [(start, end) for start, end in (*between, *twins) if len(words) - end >= 4]


def fragment(sentence: Sentence, _rng: Random) -> Sentence | None:
    """Keep only the last clause of a quotation, in marks inside the reporter's own sentence."""
    one = told(sentence)
    if one is None or len(one.quote.words) < 9 or not one.fits_before:
        return None
    words = one.quote.words
    joints = [
        place for place in range(4, len(words) - 4) if core(words[place].text) in {"because", "that", "and", "but"}
    ]
    starts = [place + 1 for place in joints if is_clause(words[place + 1 :])]
    if not starts or any(word.text[-1] in ".!?" for word in words[starts[-1] : -1]):
        return None
    quote = replace(one.quote, words=ended(words[starts[-1] :], "."))
    return sentence.edited("fragment", (one.before, quote), "wording")


def stitch(left: Sentence, right: Sentence) -> Sentence | None:
    """Join two quotations of one speaker, which stood apart, inside one pair of marks; the second names him or says "he"."""
    one, two = told(left), told(right)
    if one is None or two is None or two.rest or one.is_pronoun:
        return None
    if not two.is_pronoun and two.who.split()[-1] != one.who.split()[-1]:
        return None
    mark = one.quote.words[-1].text[-1]
    if mark not in ",!?":
        return None
    quote = replace(
        one.quote, words=(*ended(one.quote.words, "." if mark == "," else ""), *ended(two.quote.words, ","))
    )
    joined = left.edited("stitch", (quote, left.parts[1]), "wording", *right.changes)
    return replace(joined, claims=left.claims + right.claims, prior=left.prior + right.prior)
