"""Trails: of whom a report is speaking at a place, so that "he" and "she" have somebody to go back to.

Every naming of a person outside quotation marks leaves a weight that fades with each sentence: more for the subject of a verb
than for whoever is named beside it. A pronoun adds to whom it is taken for, so that who is spoken of stays so. After Lappin and
Leass, An algorithm for pronominal anaphora resolution, Computational Linguistics 20, 1994, with fewer factors and no parser.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass

from stemma.readings.fullnames import FullNames, Part
from stemma.readings.genders import gender_of_name

Place = tuple[int, int]  # characters of the report's text, the last excluded

_GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}
_PRONOUN = re.compile(r"\b(he|she|him|his|her|himself|herself)\b", re.IGNORECASE)
_STOP = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|Lt|Sr|Jr|St))(?<!\b(?:Mrs|Sen|Rep|Gov|Gen|Rev))[.!?]+[\"”’'»)]*\s+(?=\S)|\n+"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailRules:
    """What a mention weighs. Fitted by hand on the part of the labelled voices that may be looked at (evaluation/voices)."""

    subject: float = 1.0
    other: float = 0.5
    owner: float = 0.4
    speaker: float = 0.3  # is given as saying something there: on top of how he is named
    fading: float = 0.5  # what is left of a weight after each sentence
    clearly: float = 2.0  # so many times the next one's weight shows whose gender a pronoun tells
    reach: int = 8  # sentences over which a pronoun goes back


class Trail:
    """The persons of one report, each with the weights that he has left so far; asked from its beginning on."""

    def __init__(self, text: str, names: FullNames, rules: TrailRules = TrailRules()) -> None:
        self.names = names
        self.rules = rules
        self.stops = [found.end() for found in _STOP.finditer(text)]
        own = {Part.SUBJECT: rules.subject, Part.OWNER: rules.owner, Part.OTHER: rules.other}
        self._events = sorted(
            [(start, full, own[part]) for start, full, part in names.persons]
            + [
                (found.start(), "", rules.subject if found.group().casefold() in {"he", "she"} else rules.owner)
                for found in _PRONOUN.finditer(text)
                if not names.is_marked(found.start())
            ]
        )
        self._genders = {found.start(): _GENDERS[found.group().casefold()] for found in _PRONOUN.finditer(text)}
        self._next = 0
        self._left: dict[str, list[tuple[int, float]]] = defaultdict(list)
        self._taken: set[int] = set()
        self._shown: dict[str, str] = {}

    def note(self, place: Place, full: str) -> None:
        """Keep that a mention which speaks was taken for somebody."""
        if place[0] in self._taken or self.names.is_marked(place[0]):
            return
        is_named = any(place[0] <= start < place[1] for start, _, _ in self.names.persons)
        self._taken.add(place[0])
        self._left[full].append((place[0], self.rules.speaker + (0.0 if is_named else self.rules.subject)))

    def foremost(self, place: int, gender: str) -> str | None:
        """Give who weighs most at a place among those who may be of a gender, the later named of two."""
        while self._next < len(self._events) and self._events[self._next][0] < place:
            start, full, weight = self._events[self._next]
            self._next += 1
            who = full or (None if start in self._taken else self._learnt(start, self._genders[start]))
            if who is not None:
                self._left[who].append((start, weight))
        ranked = self._ranked(place, gender)
        return ranked[0][1] if ranked else None

    def _learnt(self, place: int, gender: str) -> str | None:
        """Give whom a pronoun is taken for; his gender is known from then on if nobody else was near."""
        ranked = self._ranked(place, gender)
        if not ranked:
            return None
        if len(ranked) == 1 or ranked[0][0] > self.rules.clearly * ranked[1][0]:
            self._shown.setdefault(ranked[0][1], gender)
        return ranked[0][1]

    def _ranked(self, place: int, gender: str) -> list[tuple[float, str]]:
        """Give those who may be of a gender with what they weigh at a place, the heaviest first."""
        weights = ((self._weight(full, place), full) for full in self._left if self._gender(full) in {"", gender})
        return sorted((one for one in weights if one[0] > 0), reverse=True)

    def _gender(self, full: str) -> str:
        return self.names.gender(full) or gender_of_name(full) or self._shown.get(full, "")

    def _weight(self, full: str, place: int) -> float:
        here = bisect_right(self.stops, place)
        total = 0.0
        for at, weight in reversed(self._left[full]):
            age = here - bisect_right(self.stops, at)
            if age > self.rules.reach:
                break
            total += weight * self.rules.fading**age if at < place else 0.0
        return total
