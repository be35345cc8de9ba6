"""Titles, first names, bodies and places: the lexicons by which a capitalised name shows what it names."""

import re

from stemma.readings.wordlists import word_list

_PHRASES = sorted((re.escape(title).replace("\\ ", "[ -]") for title in word_list("titles")), key=len, reverse=True)
_QUALIFIERS = (
    "local|veteran|sitting|longtime|former|ex|acting|then|late|outgoing|incoming|interim|"
    "deputy|vice|senior|assistant|associate|retired|hon"
)
TITLE = re.compile(
    rf"(?<![\w-])(?:(?:{_QUALIFIERS})[ -])*(?P<title>{'|'.join(_PHRASES)})(?![\w-])",
    re.IGNORECASE,
)
LAST_OF_TITLES = frozenset(re.findall(r"\w+", title.casefold())[-1] for title in word_list("titles"))
# One of these alone is a role or a common noun, never a name.
TITLE_WORDS = frozenset(
    word.strip(".")
    for title in word_list("titles")
    for word in title.split()
    if word not in ("us", "u.s.", "of", "the")
) | frozenset(_QUALIFIERS.split("|"))

FIRST_NAMES = word_list("first_names")
BODY_WORDS = word_list("body_words")
PLACE_WORDS = word_list("place_words")
PLACES = word_list("places")
_DEMONYMS = word_list("demonyms")
# Short forms with one full form everywhere.
KNOWN_FORMS = {short: full for short, _, full in (entry.partition(": ") for entry in word_list("short_forms"))}
PARTICLES = frozenset(
    "de da del della der den des di do dos du el al bin ibn ben la le van von ten ter und y e abu".split()
)


def is_demonym(word: str) -> bool:
    """Say that a word names a nationality, a people or a faith, in either number.

    >>> is_demonym("Danish"), is_demonym("Peruvians"), is_demonym("Frenchman"), is_demonym("Waves")
    (True, True, True, False)
    """
    key = word.lower()
    if key in _DEMONYMS or (key.endswith("s") and key[:-1] in _DEMONYMS):
        return True
    return key.endswith(("man", "men", "woman", "women")) and re.sub(r"(?:wo)?m[ae]n$", "", key) in _DEMONYMS
