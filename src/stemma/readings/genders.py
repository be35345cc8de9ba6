"""Genders of first names: which of the commonest are given to one gender alone.

A weak sign, used to pass over whom "she" can hardly be; what a title or an earlier pronoun shows comes first.
"""

from stemma.readings.wordlists import word_list


def gender_of_name(full: str) -> str:
    """Give the gender that a full name's first name shows, "" for one that may be either or is not listed.

    >>> gender_of_name("Betty Orr"), gender_of_name("Kim Lind"), gender_of_name("George Haan")
    ('f', '', 'm')
    """
    first = full.split(" ", 1)[0].casefold() if " " in full else ""
    if first in word_list("female_names"):
        return "f"
    return "m" if first in word_list("first_names") - word_list("either_names") else ""
