"""Trails: of whom a report is speaking at a place, so that "he" and "she" have somebody to go back to.

Every naming of a person outside quotation marks leaves a weight that fades with each sentence: most for the first subject of
a sentence. A pronoun adds to whom it is taken for, so that who is spoken of stays so. The factors are those of Lappin and
Leass, An algorithm for pronominal anaphora resolution, Computational Linguistics 20, 1994, as far as they show without a
parser; their weights are fitted together with what a first name or a title tells of gender, as a choice among candidates.
"""

import math
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from stemma.readings.fullnames import FullNames, Part
from stemma.readings.genders import Lean

Place = tuple[int, int]  # characters of the report's text, the last excluded

_GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}
_PRONOUN = re.compile(r"\b(he|she|him|his|her|himself|herself)\b", re.IGNORECASE)
_STOP = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|Lt|Sr|Jr|St))(?<!\b(?:Mrs|Sen|Rep|Gov|Gen|Rev))[.!?]+[\"”’'»)]*\s+(?=[^a-z\s])|\n+"
)


class Sight(Enum):
    """How somebody is spoken of at one place."""

    SPEAKS = "given as saying something there"
    FIRST = "the first subject of a sentence"
    SUBJECT = "another subject"
    OTHER = "named in any other way"
    PRONOUN = "a pronoun that is taken for him"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailRules:
    """What speaks for a candidate. Fitted on labelled pronouns (docs/decisions/0023)."""

    speaks: float = 5.6
    first: float = 3.4
    subject: float = 1.2
    other: float = 0.37
    pronoun: float = 0.45
    fading: float = 0.15  # what is left of a weight after each sentence
    least: float = 0.004  # what even who is far off weighs
    gender: float = 1.2  # times the log of how probable his gender is
    often: float = 0.45  # times the log of how often the report names him
    unsure: float = -1.1  # log-odds of whom the report calls by no name, or by one that may be no person's
    unlikely: float = -2.5  # the log of how probable his gender is, from which on somebody is no candidate
    reach: int = 8  # sentences over which a pronoun goes back

    def weight(self, sight: Sight) -> float:
        """Give what one way of being spoken of weighs."""
        weight: float = getattr(self, sight.name.lower())
        return weight


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A pronoun whose person is asked for, and what the words around it show."""

    place: int
    gender: str
    barred: Collection[str] = ()  # who it cannot be: whom he speaks to, who speaks the marks that it is in


class Trail:
    """The persons of one report, each with the places where he was spoken of; asked from its beginning on."""

    def __init__(self, text: str, names: FullNames, rules: TrailRules = TrailRules()) -> None:
        self.text = text
        self.names = names
        self.rules = rules
        self._weights = {sight: rules.weight(sight) for sight in Sight}
        self._count = Counter(full for _, full, _ in names.persons)
        self._next = 0
        self._noted: list[tuple[int, str]] = []
        self._left: dict[str, list[tuple[int, int, Sight]]] = defaultdict(list)
        self._taken: set[int] = set()
        self._unsure = set(names.doubtful)
        self._leans: defaultdict[str, Lean] = defaultdict(Lean)

    @cached_property
    def stops(self) -> list[int]:
        """The places where a sentence outside marks ends."""
        return [found.end() for found in _STOP.finditer(self.text) if not self.names.is_marked(found.end() - 1)]

    @cached_property
    def _genders(self) -> dict[int, str]:
        """The genders of the pronouns, by where they stand."""
        return {found.start(): _GENDERS[found.group().casefold()] for found in _PRONOUN.finditer(self.text)}

    @cached_property
    def _events(self) -> list[tuple[int, str, Sight]]:
        """Where persons are named and pronouns stand outside marks, in text order, and what they do there."""
        mentions = list(self.names.persons)
        for place in self._genders:
            if not self.names.is_marked(place):
                is_subject = self.text[place : place + 3].casefold().rstrip() in {"he", "she"}
                mentions.append((place, "", Part.SUBJECT if is_subject else Part.OTHER))
        told = []
        led = -1  # the last sentence that has a subject
        for start, full, part in sorted(mentions, key=lambda one: one[0]):
            is_first = part is Part.SUBJECT and self._sentence(start) != led
            led = self._sentence(start) if is_first else led
            named = Sight.FIRST if is_first else Sight.SUBJECT if part is Part.SUBJECT else Sight.OTHER
            told.append((start, full, named if full else Sight.PRONOUN))
        return told

    def _sentence(self, place: int) -> int:
        return bisect_right(self.stops, place)

    def note(self, place: Place, full: str, *, is_sure: bool) -> None:
        """Keep that a mention which speaks was taken for somebody; not sure is who may be no person."""
        named = next((start for start, _, _ in self.names.persons if place[0] <= start < place[1]), place[0])
        if named in self._taken or self.names.is_marked(place[0]):
            return
        self._taken.add(named)
        if not is_sure:
            self._unsure.add(full)
        self._noted.append((named, full))

    def foremost(self, asked: Asked) -> str | None:
        """Give who most probably is meant, None where nobody was named near."""
        for start, full in self._noted:
            self._left[full].append((self._sentence(start), start, Sight.SPEAKS))
        self._noted.clear()
        while self._next < len(self._events) and self._events[self._next][0] < asked.place:
            start, full, sight = self._events[self._next]
            self._next += 1
            if start in self._taken:
                continue
            who = full or self._choose(Asked(place=start, gender=self._genders[start]))
            if who is not None:
                self._left[who].append((self._sentence(start), start, sight))
        return self._choose(asked)

    def _choose(self, asked: Asked) -> str | None:
        found = {full: self._score(full, asked) for full in self.candidates(asked)}
        found = {
            full: score for full, score in found.items() if self.gender_odds(full, asked.gender) > self.rules.unlikely
        }
        who = max(found, key=lambda full: (found[full], full), default=None)
        if who is not None:
            self._leans[who].shown(asked.gender)
        return who

    def candidates(self, asked: Asked) -> list[str]:
        """Give those who were spoken of within reach."""
        first = self._sentence(asked.place) - self.rules.reach
        return [
            full
            for full, sights in self._left.items()
            if full not in asked.barred and any(first <= at and place < asked.place for at, place, _ in sights)
        ]

    def _score(self, full: str, asked: Asked) -> float:
        """Give how much speaks for a candidate, as log-odds."""
        rules = self.rules
        here = self._sentence(asked.place)
        total = rules.least
        for at, place, sight in self._left.get(full, ()):
            if here - at <= rules.reach and place < asked.place:
                total += self._weights[sight] * rules.fading ** (here - at)
        score = math.log(total) + rules.gender * self.gender_odds(full, asked.gender)
        score += rules.often * math.log(1 + self._count[full])
        return score + (rules.unsure if full in self._unsure else 0.0)

    def gender_odds(self, full: str, gender: str) -> float:
        """Give the log of how probable it is that somebody is of a gender, by title, first name and earlier pronouns."""
        return self._leans[full].log_share(gender, self.names.gender(full), full)
