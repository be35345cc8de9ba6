"""The language of a text, by its commonest small words; the heavier identifier is asked only when these do not decide."""

import re
from collections import Counter
from functools import cache

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
_ENOUGH = 0.15  # share of small words from which a text of twelve words or more is taken as that language
_LOOKED_AT = 6000  # characters


def find_language(text: str) -> str | None:
    """Give the BCP 47 tag of a text's language, or None when the text is too short to tell.

    >>> find_language("The rain fell on the town and the mayor said that it was the worst in years.")
    'en'
    >>> find_language("12 34") is None
    True
    """
    words = [word.casefold() for word in _WORD.findall(text[:_LOOKED_AT])]
    if len(words) < 3:
        return None
    counts = Counter(words)
    shares = {tag: sum(counts[word] for word in small) / len(words) for tag, small in _sets().items()}
    best = max(sorted(shares), key=lambda tag: shares[tag])
    if shares[best] >= _ENOUGH or (len(words) < 12 and shares[best] > 0):
        return best
    return _identified(text) if len(words) >= 12 else None


@cache
def _sets() -> dict[str, frozenset[str]]:
    return {tag: frozenset(words.split()) for tag, words in _SMALL_WORDS.items()}


def _identified(text: str) -> str | None:
    import py3langid

    tag, _ = py3langid.classify(text[:_LOOKED_AT])
    return str(tag)
