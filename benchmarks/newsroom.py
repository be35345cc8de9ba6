"""Made newsrooms: a region with its outlets, furniture and stock paragraphs; desks that write, copy, trim, rewrite and join."""

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

import numpy as np

from benchmarks.vocabulary import vocabulary

OUTLETS = 25  # of a region: an outlet has some 20 reports
STOCK = 12  # paragraphs of a region that several stories have
SENTENCE = 21  # words, on average, as in news
ARMFUL = 2_000  # sentences drawn at a time
AGENCIES = ("Pressa", "Meridian Press", "Northern Wire", "Tidings Agency")
KINDS = {"copy": 3, "trim": 5, "rewrite": 5, "joined": 2, "own": 5}  # of twenty reports that are no agency's

_ONSETS = ("b", "br", "d", "f", "g", "gr", "h", "k", "kl", "l", "m", "n", "p", "r", "s", "st", "t", "v", "w", "z")
_ENDS = ("an", "el", "id", "om", "ur", "est", "ol", "ar", "im", "ev", "os", "und")
_PAPERS = ("Gazette", "Post", "Echo", "Herald", "Courier", "Observer", "Mercury", "Star", "Chronicle", "Argus")


class Sentence(NamedTuple):
    """Words as one report has them; `origin` numbers the first wording, `kept` the places of its words there (all: None)."""

    origin: int
    words: list[str]
    kept: list[int] | None = None
    is_said: bool = False


class Copy(NamedTuple):
    """One report: who publishes it, when after the story's start (minutes), what kind it is, its paragraphs."""

    outlet: str
    minutes: int
    kind: str
    agency: str
    sentences: list[Sentence]


class Region:
    """What the stories of one region share: names of places, outlets with their furniture, stock paragraphs."""

    def __init__(self, seed: int, number: int) -> None:
        self.known = vocabulary()
        self.chance = Random(f"{seed} {number}")
        self.numbers = np.random.default_rng([seed, number])
        self.origin = number * 1_000_000  # so that no two regions number a sentence alike
        self.armful: list[list[str]] = []
        self.places = [self.name() for _ in range(6)]
        self.outlets = [f"{self.chance.choice(self.places)} {self.chance.choice(_PAPERS)}" for _ in range(OUTLETS)]
        self.furniture = {outlet: self.house_lines(outlet) for outlet in self.outlets}
        self.stock = [self.sentences(self.chance.randint(2, 3), *self.subjects()) for _ in range(STOCK)]

    def name(self) -> str:
        """Give a name that no other region is likely to have."""
        return "".join(
            self.chance.choice(_ONSETS) + self.chance.choice(_ENDS) for _ in range(self.chance.randint(2, 3))
        ).title()

    def subjects(self) -> tuple[list[str], list[str]]:
        """Give what a story is about: its words, and its names of people and places."""
        words = [self.known.words[one] for one in self.numbers.choice(self.known.subjects, 40).tolist()]
        people = [f"{self.name()} {self.name()}" for _ in range(4)]
        return words, [*people, self.name(), self.chance.choice(self.places)]

    def sentences(self, count: int, subjects: Sequence[str], names: Sequence[str]) -> list[Sentence]:
        """Write so many new sentences about some subjects."""
        return [self.sentence(subjects, names) for _ in range(count)]

    def sentence(self, subjects: Sequence[str], names: Sequence[str]) -> Sentence:
        """Write a sentence, with names and figures set into it; one of seven is somebody's, in marks."""
        chance = self.chance
        words = [word or chance.choice(subjects) for word in self.drawn()]
        for _ in range(2):
            if chance.random() < 0.6:
                words[chance.randrange(len(words))] = chance.choice(names)
        if chance.random() < 0.3:
            words[chance.randrange(len(words))] = str(chance.randint(2, 900))
        self.origin += 1
        return Sentence(self.origin, " ".join(words).split(), None, chance.random() < 1 / 7)

    def drawn(self) -> list[str]:
        """Give the words of a sentence that tells of nothing yet; they are drawn in armfuls."""
        if not self.armful:
            lengths = np.clip(self.numbers.normal(SENTENCE, 8, ARMFUL).astype(np.int64), 6, 45)
            self.armful = self.known.sentences(self.numbers, lengths)
        return self.armful.pop()

    def house_lines(self, outlet: str) -> list[str]:
        """Give the lines that an outlet sets under its reports: most of the common kind, some only its own."""
        own = " ".join(word for word in self.drawn()[:16] if word)
        lines = [
            f"Follow {outlet} on Twitter and Facebook",
            f"© 2024 {outlet}. All rights reserved.",
            f"Sign up for the daily newsletter of {outlet}",
            f"{outlet} {own}.",
        ]
        return self.chance.sample(lines, k=self.chance.randint(1, 3))


class Desk:
    """Makes the reports of one story."""

    def __init__(self, region: Region, words: int) -> None:
        self.chance, self.region = region.chance, region
        self.length = max(1.0, words / SENTENCE)
        self.subjects = region.subjects()
        self.said = [one._replace(is_said=True) for one in self.write(3)]

    def story(self, size: int) -> list[Copy]:
        """Give the reports of a story in the order in which they were published."""
        copies: list[Copy] = []
        while len(copies) < size:
            agencies = [copy for copy in copies if copy.kind == "agency"]
            if size > 1 and (not agencies or (len(agencies) < 3 and self.chance.random() < 0.04)):
                copies.extend(self.file(self.chance.choice(AGENCIES), len(copies)))
            else:
                copies.append(self.copy(copies, agencies))
        return copies[:size]

    def write(self, count: int) -> list[Sentence]:
        """Write so many new sentences about the story."""
        return self.region.sentences(count, *self.subjects)

    def some(self) -> int:
        """Give how many sentences a report has: some are thrice as long as others."""
        return max(1, round(self.length * self.chance.lognormvariate(-0.08, 0.4)))

    def file(self, agency: str, before: int) -> list[Copy]:
        """Give an agency's report and its write-throughs, each with some sentences put in and some words changed."""
        sentences = self.write(self.some())
        states = [sentences]
        while self.chance.random() < 0.3 and len(states) < 3:
            sentences = [self.edited(one, 0.1) if self.chance.random() < 0.1 else one for one in sentences]
            for new in self.write(max(1, len(sentences) // 10)):
                sentences.insert(self.chance.randrange(len(sentences) + 1), new)
            states.append(sentences)
        return [Copy(agency, 10 * before + 45 * number, "agency", agency, one) for number, one in enumerate(states)]

    def copy(self, copies: Sequence[Copy], agencies: Sequence[Copy]) -> Copy:
        """Give a report that has its text from an earlier one, or writes its own."""
        outlet, minutes = self.chance.choice(self.region.outlets), 10 * len(copies) + self.chance.randrange(300)
        kind = self.chance.choices(list(KINDS), list(KINDS.values()))[0] if agencies else "own"
        if kind == "own":
            own = self.write(self.some())
            for said in self.said:
                if self.chance.random() < min(0.5, self.length / 20):
                    own.insert(self.chance.randrange(len(own) + 1), said)
            return Copy(outlet, minutes, kind, "", self.with_stock(own))
        parent = self.chance.choice(agencies) if self.chance.random() < 0.7 else self.chance.choice(copies)
        sentences = list(parent.sentences) if kind == "copy" else getattr(self, kind)(parent.sentences, copies)
        return Copy(
            outlet, minutes, kind, parent.agency if self.chance.random() < 0.6 else "", self.with_stock(sentences)
        )

    def trim(self, sentences: Sequence[Sentence], _copies: Sequence[Copy]) -> list[Sentence]:
        """Cut from the end, as desks do, and a sentence here and there."""
        kept = list(sentences[: max(1, round(len(sentences) * self.chance.uniform(0.3, 0.9)))])
        return [one for one in kept if self.chance.random() < 0.95] or kept

    def rewrite(self, sentences: Sequence[Sentence], _copies: Sequence[Copy]) -> list[Sentence]:
        """Change words, drop and move sentences, add own ones."""
        rate = self.chance.uniform(0.03, 0.3)
        kept = [self.edited(one, rate) for one in sentences if self.chance.random() < 0.8] or sentences[:1]
        for _ in range(self.chance.randint(0, 3)):
            kept.insert(self.chance.randrange(len(kept)), kept.pop(self.chance.randrange(len(kept))))
        for new in self.write(len(kept) // 8):
            kept.insert(self.chance.randrange(len(kept) + 1), new)
        return kept

    def joined(self, sentences: Sequence[Sentence], copies: Sequence[Copy]) -> list[Sentence]:
        """Set parts of two reports under each other."""
        other = self.chance.choice(copies).sentences
        first = self.trim(sentences, copies)
        held = {one.origin for one in first}
        return first + [one for one in other[: len(other) // 2 + 1] if one.origin not in held]

    def edited(self, sentence: Sentence, rate: float) -> Sentence:
        """Replace, drop or put in words at a rate; who is quoted keeps his words two times in three."""
        if sentence.is_said and self.chance.random() < 2 / 3:
            return sentence
        words, kept = [], []
        old = sentence.kept or range(len(sentence.words))
        others = self.region.known.words
        for place, word in zip(old, sentence.words, strict=True):
            drawn = self.chance.random()
            if drawn < rate * 0.3:
                continue
            is_new = drawn < rate * 0.8
            words.append(others[int(len(others) * self.chance.random() ** 3)] if is_new else word)
            kept.append(-1 if is_new else place)
            if rate * 0.8 <= drawn < rate:
                words.append(others[int(len(others) * self.chance.random() ** 3)])
                kept.append(-1)
        return Sentence(sentence.origin, words, kept, sentence.is_said) if words else sentence

    def with_stock(self, sentences: list[Sentence]) -> list[Sentence]:
        """Set a stock paragraph of the region under one longer report of five."""
        if self.length > 10 and self.chance.random() < 0.2:
            return sentences + self.chance.choice(self.region.stock)
        return sentences
