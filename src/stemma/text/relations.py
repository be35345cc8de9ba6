"""Relations: words that two desks may use of one and the same thing, as families, and phrases that stand for one word.

The families stand in `relations.txt`, written for stemma (CC0); how, and what they are for: `docs/explanation/thesaurus.md`.
A family is looser than a group of synonyms: it helps to find the claim that tells the same, and never says that it does.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from stemma.model import FormatError
from stemma.text.spelling import standard, stem
from stemma.text.synonyms import concept

_REACH = 3  # words between a verb and its particle: "took the fence on the left away"
_DERIVED = re.compile(
    r"(?:ational|ations?|itions?|(?<=[st])ions?|als?|ures?|ances?|ences?|ments?|ness|ity|ities|ives?|ics?|isms?|ists?|ers?|ors?|ings?|"
    r"ships?|hoods?|ed|ly|y|ies|es|s|e)$"
)
_SHORTEST_ROOT = 4
_SILENT = re.compile(r"(?!having)([^aeiouy]*[aeiou][^aeiouwxy])(?:ed|ing)")  # "having" says as little as "have"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relations:
    """The families of every term, the base of irregular forms, and by first term the phrases that stand for a word."""

    families: Mapping[str, frozenset[int]]
    bases: Mapping[str, str]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


@lru_cache(maxsize=65536)
def term(key: str) -> str:
    """Give what a word is compared by: the stem of its concept, an irregular form as its base.

    >>> term("requests") == term("sought"), term("harbours")
    (True, 'harb')
    >>> term("fined") == term("fines"), term("hoping") == term("hoped") == term("hope")
    (True, True)
    >>> term("taken") == term("took") == term("takes")
    True
    """
    return _based(key, load().bases)


def _based(key: str, bases: Mapping[str, str]) -> str:
    base = standard(key)
    silent = _SILENT.fullmatch(base)  # "fined" is of "fine": of "fin" it would be "finned"
    return stem(concept(bases.get(base, f"{silent.group(1)}e" if silent else base)))


@lru_cache(maxsize=65536)
def root(word: str) -> str:
    """Give the part of a term that derived words share; the term itself where too little would be left.

    >>> root("agreement") == root("agreed"), root("confirmation") == root("confirmed"), root("owner")
    (True, True, 'owner')
    """
    base = standard(word)
    while (found := _DERIVED.search(base)) is not None and found.start() >= _SHORTEST_ROOT:
        base = base[: found.start()]
    return base


def are_related(left: str, right: str) -> bool:
    """Say whether two terms may name one thing in one story: a family holds both, or one is derived from the other.

    >>> are_related(term("horses"), term("animals")), are_related(term("horses"), term("harbour"))
    (True, False)
    >>> are_related(term("recommends"), term("recommendation"))
    True
    """
    return not relations_of(left).isdisjoint(relations_of(right))


@lru_cache(maxsize=65536)
def relations_of(word: str) -> frozenset[str]:
    """Give what a term has in common with those that may name the same: its families, and the root of derived words.

    >>> sorted(relations_of("agreement"))
    ['agr-agre']
    """
    families = {str(number) for number in load().families.get(word, _NONE)}
    base = root(word)
    return frozenset(families | {f"{word[:3]}-{base}"} if len(base) >= _SHORTEST_ROOT else families)


_NONE: frozenset[int] = frozenset()


def terms(keys: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Give the term of each word with its place; a phrase ("turned the plan down") is the term of the word it stands for.

    >>> [word for _, word in terms(["they", "turned", "it", "down"])]
    ['they', 'reject', 'it']
    """
    found = [term(key) for key in keys]
    taken: set[int] = set()
    for place, word in enumerate(found):
        if place in taken:
            continue
        meaning, places = next(_phrases_at(found, keys, place), (word, []))
        taken.update(places)
        yield place, meaning


def _phrases_at(found: Sequence[str], keys: Sequence[str], place: int) -> Iterator[tuple[str, list[int]]]:
    for rest, meaning in load().phrases.get(found[place], ()):
        places, at = [], place
        for word in rest:
            near = range(at + 1, min(len(keys), at + 2 + _REACH))
            at = next((other for other in near if word in (keys[other], found[other])), -1)
            if at < 0:
                break
            places.append(at)
        else:
            yield meaning, places


@cache
def load() -> Relations:
    """Give the shipped families; raise `FormatError` where their text has a line outside its sections."""
    return parse(files(__package__).joinpath("relations.txt").read_text(encoding="utf-8"))


def parse(text: str) -> Relations:
    r"""Read families, one per line under `[family]`, and phrases under `[phrase]` ("turn down: reject"); # begins a comment.

    >>> sorted(parse("[family]\nhorse animal\n[phrase]\nturn down: reject").families)
    ['animal', 'hors']
    """
    sections = dict(_sections(text))
    bases = {form: line.split()[0] for line in sections.get("irregular", {}).values() for form in line.split()[1:]}
    families: dict[str, set[int]] = defaultdict(set)
    for number, line in sections.get("family", {}).items():
        for word in line.split():
            families[_based(word, bases)].add(number)
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for line in sections.get("phrase", {}).values():
        words, _, meaning = line.partition(":")
        first, *rest = words.split()
        phrases[_based(first, bases)].append((tuple(rest), _based(meaning.strip(), bases)))
    return Relations(
        families={word: frozenset(held) for word, held in families.items()},
        bases=bases,
        phrases={word: tuple(held) for word, held in phrases.items()},
    )


def _sections(text: str) -> Iterator[tuple[str, dict[int, str]]]:
    """Give the lines of each section by their number; raise `FormatError` for a line outside of all."""
    lines: dict[int, str] | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            lines = {}
            yield line[1:-1], lines
        elif lines is None:
            raise FormatError(f"relations: line {number} stands in no section")
        else:
            lines[number] = line
