"""Words of a text with their offsets and the key under which two words are the same."""

import re
from collections.abc import Iterable
from typing import NamedTuple

_WORD = re.compile(r"[$€£¥]?\d+(?:[.,:]\d+)*%?|[^\W_]+(?:['’ʼ.&‐‑-][^\W_]+)*")
_ASCII_WORD = re.compile(r"\$?[0-9]+(?:[.,:][0-9]+)*%?|[a-z0-9]+(?:['.&-][a-z0-9]+)*")
_FOLD = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "‐": "-", "‑": "-", "–": "-"})


class Word(NamedTuple):
    """One word: its characters in the text, and its key (case folded, marks straightened)."""

    start: int
    end: int
    key: str


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Give the words of a text between two offsets; offsets stay those of the whole text.

    >>> [word.key for word in words("The mayor’s $3.5 plan, “re-read”.")]
    ['the', "mayor's", '$3.5', 'plan', 're-read']
    """
    stop = len(text) if end is None else end
    return [Word(found.start(), found.end(), fold(found.group())) for found in _WORD.finditer(text, start, stop)]


def keys(text: str, start: int, end: int) -> tuple[str, ...]:
    """Give the keys of the words between two offsets, without their places.

    >>> keys("The mayor’s plan", 4, 16)
    ("mayor's", 'plan')
    """
    told = text[start:end]
    if told.isascii():  # as most: folded at once, and looked through for fewer letters
        return tuple(_ASCII_WORD.findall(told.lower()))
    return tuple(map(fold, _WORD.findall(told)))


def has_any(clues: Iterable[str], text: str) -> bool:
    """Say whether a text has any of some strings in it, in whatever case; a search for a pattern that needs one costs more.

    >>> has_any(("rain", "snow"), "RAINY days"), has_any(("rain",), "sun")
    (True, False)
    """
    return any(map(text.lower().__contains__, clues))


def fold(word: str) -> str:
    """Give the key of a word: case folded, apostrophes and hyphens made plain."""
    return word.lower() if word.isascii() else word.translate(_FOLD).casefold()
