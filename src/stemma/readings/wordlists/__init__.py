"""Word lists: the lexicons of the readers, compiled by hand for news in English; one file each, entries between commas."""

from functools import cache
from importlib.resources import files


@cache
def word_list(name: str) -> frozenset[str]:
    """Give the entries of one list; lines that begin with # are comments.

    >>> "danish" in word_list("demonyms"), "prime minister" in word_list("titles")
    (True, True)
    """
    lines = files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8").splitlines()
    text = " ".join(line for line in lines if not line.startswith("#"))
    return frozenset(entry.strip() for entry in text.split(",") if entry.strip())
