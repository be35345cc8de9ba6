"""Words and runs of words: the unit in which two texts are held to share something."""

import re
from collections.abc import Sequence

RUN = 4  # words; three recur by chance in one story ("said on Monday"), five miss a departure near the end of a passage
_TOKEN = re.compile(r"\w+(?:['’]\w+)*|''|[\"“”„«»]")
_MARKS = frozenset({"''", '"', "“", "”", "„", "«", "»"})

Run = tuple[str, ...]
Runs = frozenset[Run]


def tokens(text: str) -> tuple[str, ...]:
    """Give a text's words and double marks, whatever their letter case and shape.

    >>> tokens("He said: “It’s late.”")
    ('he', 'said', '"', "it's", 'late', '"')
    """
    return tuple(_shape(token) for token in _TOKEN.findall(text))


def _shape(token: str) -> str:
    return '"' if token in _MARKS else token.casefold().replace("’", "'")


def runs(text: str) -> Runs:
    """Give every run of four words, marks counted as words."""
    return _cut(tokens(text))


def narration_runs(text: str) -> Runs:
    """Give every run of four words that stands outside double marks; a line's end closes a mark.

    >>> sorted(narration_runs('One two three four "five six seven eight" nine.'))
    [('one', 'two', 'three', 'four')]
    """
    found: Runs = frozenset()
    for paragraph in text.split("\n"):
        pieces: list[list[str]] = [[]]
        for word in tokens(paragraph):
            if word == '"':
                pieces.append([])
            else:
                pieces[-1].append(word)
        found |= frozenset().union(*(_cut(piece) for piece in pieces[::2]))
    return found


def _cut(words: Sequence[str]) -> Runs:
    return frozenset(tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1))
