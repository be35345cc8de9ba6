"""Words and runs of words: the unit in which two texts are held to share something."""

import re
from collections.abc import Sequence

RUN = 4  # words; three recur by chance in one story ("said on Monday"), five miss a departure near the end of a passage
_TOKEN = re.compile(r"\w+(?:['’]\w+)*|''|[\"“”„«»]")
# Lines that houses set round any text: sharing one shows nothing. Common phrases of them, not a full list.
_FURNITURE = re.compile(
    r"©|all rights reserved|newsletter|\bsubscribe\b|\bfollow (?:us|\S.{0,40}) on\b|not responsible for the content"
    r"|may not be (?:published|reproduced|redistributed)|\bsign up (?:for|to)\b|click here|\bdo you have a story\b|read more:?$",
    re.IGNORECASE,
)
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


def told_lines(text: str) -> tuple[str, ...]:
    r"""Give the lines of a text that are no furniture: a line of at most 30 words with a phrase of furniture is left out.

    >>> told_lines("Rain fell.\nFollow The Echo on Twitter.\n© 2020 Echo")
    ('Rain fell.',)
    """
    lines = [line for line in text.split("\n") if line.strip()]
    return tuple(line for line in lines if len(line.split()) > 30 or not _FURNITURE.search(line))


def runs(text: str) -> Runs:
    """Give every run of four words outside furniture, marks counted as words, lines as if they were one."""
    return _cut(tokens("\n".join(told_lines(text))))


def narration_runs(text: str) -> Runs:
    """Give every run of four words outside furniture and double marks; a line's end closes a mark.

    >>> sorted(narration_runs('One two three four "five six seven eight" nine.'))
    [('one', 'two', 'three', 'four')]
    """
    found: Runs = frozenset()
    for paragraph in told_lines(text):
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
