"""The short names that reports go by in one story: A, B, ... Z, AA, AB ..."""


def letter(number: int) -> str:
    """Give the letter of the report at this place, counted from 0.

    >>> letter(0), letter(25), letter(26), letter(701), letter(702)
    ('A', 'Z', 'AA', 'ZZ', 'AAA')
    """
    letters = ""
    rest = number + 1
    while rest:
        rest, place = divmod(rest - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters
