"""Genders: what titles, first names and earlier pronouns tell of somebody's gender, as odds; never shown as a fact."""

import math
from dataclasses import dataclass

from stemma.readings.wordlists import word_list

# Log-odds, set by hand: a title tells nearly all, a listed first name much, the ending of another one a little.
_TITLE, _LISTED, _ENDING, _PRONOUN, _MOST = 4.0, 3.0, 1.0, 0.7, 2.0


def gender_of_name(full: str) -> str:
    """Give the gender that a full name's first name shows, "" for one that may be either or is not listed.

    >>> gender_of_name("Betty Orr"), gender_of_name("Kim Lind"), gender_of_name("George Haan")
    ('f', '', 'm')
    """
    first = full.split(" ", 1)[0].casefold() if " " in full else ""
    if first in word_list("female_names"):
        return "f"
    is_male = first in word_list("male_names") or first in word_list("first_names")
    return "m" if is_male and first not in word_list("either_names") else ""


@dataclass(slots=True)
class Lean:
    """What the pronouns that were taken for somebody tell of his gender: log-odds of "she"."""

    pronouns: float = 0.0

    def shown(self, gender: str) -> None:
        """Keep that a pronoun was taken for him."""
        step = _PRONOUN if gender == "f" else -_PRONOUN
        self.pronouns = max(-_MOST, min(_MOST, self.pronouns + step))

    def log_share(self, gender: str, title: str, full: str) -> float:
        """Give the log of the probability of a gender."""
        odds = self.pronouns + _TITLE * _sign(title) + lean_of_name(full)
        return -math.log1p(math.exp(-odds if gender == "f" else odds))


def lean_of_name(full: str) -> float:
    """Give the log-odds of "she" that a first name shows.

    >>> lean_of_name("Betty Orr"), lean_of_name("Zarmila Orr"), lean_of_name("Kim Lind")
    (3.0, 1.0, 0.0)
    """
    listed = gender_of_name(full)
    if listed:
        return _LISTED * _sign(listed)
    first = full.split(" ", 1)[0].casefold() if " " in full else ""
    return _ENDING if first.endswith("a") and first not in word_list("either_names") else 0.0


def _sign(gender: str) -> float:
    return {"f": 1.0, "m": -1.0}.get(gender, 0.0)
