"""The language of a text, by its commonest small words; the heavier identifier is asked only when these do not decide."""

import re
from collections import Counter
from functools import cache
from itertools import chain

_SMALL_WORDS = {
    "en": "the of and to in a is that was for on it with as at by his he from said has be this have not "
    "are were which who will but an they their had its been would",
    "de": "der die und das nicht von mit ist den auf ein eine für im dem sich auch des zu werden wurde "
    "nach bei aus hat dass",
    "fr": "le la les des et est une du que dans pour qui au sur pas plus par avec ce il elle sont été aux cette",
    "es": "el los las del que y una por con para se su como más está fue son sobre entre ha también pero",
    "it": "il di che della per una con sono del non è nel alla più gli anche dei ha delle",
    "pt": "os do da que em uma para com não por mais dos das foi ao como ele pela também são",
    "nl": "het van een en dat is niet te zijn voor met op aan door ook naar bij uit heeft",
}
_WORD = re.compile(r"[^\W\d_]+")
_ASCII_WORD = re.compile("[a-z]+")
_ENOUGH = 0.15  # share of small words from which a text of twelve words or more is taken as that language
_LOOKED_AT = 6000  # characters


def find_language(text: str) -> str | None:
    """Give the BCP 47 tag of a text's language, or None when the text is too short to tell.

    >>> find_language("The rain fell on the town and the mayor said that it was the worst in years.")
    'en'
    >>> find_language("12 34") is None
    True
    """
    words = _words(text[:_LOOKED_AT])
    if len(words) < 3:
        return None
    counts = Counter(chain.from_iterable(filter(None, map(_languages().get, words))))
    best, count = min(counts.items(), key=lambda one: (-one[1], one[0]), default=("", 0))
    share = count / len(words)
    if share >= _ENOUGH or (len(words) < 12 and share > 0):
        return best
    return _identified(text) if len(words) >= 12 else None


def _words(text: str) -> list[str]:
    """Give the words of a text, their case folded; of one in plain letters all at once."""
    if text.isascii():
        return _ASCII_WORD.findall(text.lower())
    return [word.casefold() for word in _WORD.findall(text)]


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    """Give the languages of each small word."""
    found: dict[str, tuple[str, ...]] = {}
    for tag, words in _SMALL_WORDS.items():
        for word in dict.fromkeys(words.split()):
            found[word] = (*found.get(word, ()), tag)
    return found


def _identified(text: str) -> str | None:
    import py3langid

    tag, _ = py3langid.classify(text[:_LOOKED_AT])
    return str(tag)
