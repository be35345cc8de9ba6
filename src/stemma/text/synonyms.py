"""Synonyms: ordinary words that news desks exchange for one another, as one concept each.

The groups stand in `thesaurus.txt`, written for stemma (CC0); how, and what they leave out: `docs/explanation/thesaurus.md`.
A key is brought back to a base form by the endings that its section allows, so that *needing* is `need` and *news* is not `new`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from stemma.model import FormatError
from stemma.text.spelling import standard, stem

_Endings = tuple[tuple[str, str], ...]
_PLURAL: _Endings = (("s", ""), ("es", ""), ("ies", "y"))
_PAST: _Endings = (("ed", ""), ("d", ""), ("ied", "y"))
_GOING: _Endings = (("ing", ""), ("ing", "e"))
_DEGREES: _Endings = (("er", ""), ("r", ""), ("ier", "y"), ("est", ""), ("st", ""), ("iest", "y"))
_ENDINGS = {"verb": (*_PLURAL, *_PAST, *_GOING), "noun": _PLURAL, "adjective": _DEGREES, "adverb": ()}
_DOUBLING = frozenset({"ed", "ing", "er", "est"})
_SHORTEST = 3  # letters of a base that may take an ending: "us" is no plural
_FIT = {  # what a base must look like to take an ending, so that refugees hold no refuge and scraping is not to scrap
    "es": re.compile(r"(?:s|x|z|ch|sh|o)$"),
    "d": re.compile(r"e$"),
    "r": re.compile(r"e$"),
    "st": re.compile(r"e$"),
    "er": re.compile(
        r"^[^aeiou]*[aeiou]+[^aeiou]+$|ow$"
    ),  # longer words compare with more and most: a presenter is no present
    "est": re.compile(r"^[^aeiou]*[aeiou]+[^aeiou]+$|ow$"),
}
_DOUBLES = re.compile(
    r"^[^aeiou]*[aeiou][bdfgklmnprtz]$"
)  # doubles its last letter before these endings: planned, not planed


@dataclass(frozen=True, slots=True, kw_only=True)
class Thesaurus:
    """The concept of every base form and irregular form, and for every base form its section.

    A base form with irregular forms in -ed's place takes no -ed, so that *seed* is no form of *see*.
    """

    concepts: Mapping[str, str]
    sections: Mapping[str, str]
    strong: frozenset[str]

    def lookup(self, key: str) -> str | None:
        """Give the concept of a key in standard spelling, or None where no group has it.

        >>> load().lookup("requests"), load().lookup("slammed"), load().lookup("zeppelin")
        ('ask', 'criticize', None)
        """
        if key in self.concepts:
            return self.concepts[key]
        return next((self.concepts[base] for base, ending in _bases(key) if self._takes(base, ending)), None)

    def _takes(self, base: str, ending: str) -> bool:
        """Say whether a word is a base form that takes an ending."""
        section = self.sections.get(base)
        if section is None or (ending in _ENDED and base in self.strong):
            return False
        return ending in _TAKEN[section]


_TAKEN = {section: frozenset(ending for ending, _ in endings) for section, endings in _ENDINGS.items()}
_ENDED = frozenset(ending for ending, _ in _PAST)
_ALL = tuple(dict.fromkeys((*_ENDINGS["verb"], *_DEGREES)))


@lru_cache(maxsize=65536)
def concept(key: str) -> str:
    """Give the one key under which exchangeable words meet in any inflection: the first word of their group, else the stem.

    Words without a group are apart as their stems are. Two words of one stem may have two concepts (*office* is no *officer*):
    whoever asks for kinship of words asks for the stem too.

    >>> concept("requested"), concept("sought"), concept("countries"), concept("nation"), concept("motorways")
    ('ask', 'ask', 'country', 'country', 'motorway')
    >>> concept("tougher"), concept("officers"), concept("office"), concept("news"), concept("zeppelins")
    ('hard', 'police', 'office', 'news', 'zeppelin')
    """
    base = standard(key).removesuffix("'s").removesuffix("'")
    found = load().lookup(base)
    if found is not None:
        return found
    root = stem(key)
    return (
        base if root != base and root in load().concepts and _DOUBLES.match(root) else root
    )  # caring is no form of car


def _bases(key: str) -> Iterator[tuple[str, str]]:
    """Give every word that a key may be an inflection of, with the ending, the least change first."""
    for ending, replacement in _ALL:
        if not key.endswith(ending):
            continue
        base = key[: len(key) - len(ending)]
        if len(base) + len(replacement) >= _SHORTEST and _fits(base + replacement, ending):
            yield base + replacement, ending
        if ending in _DOUBLING and len(base) > _SHORTEST and base[-1] == base[-2]:
            yield base[:-1], ending


def _fits(base: str, ending: str) -> bool:
    """Say whether a word may take an ending as it stands, by how it is spelled."""
    if ending in _DOUBLING and _DOUBLES.match(base):
        return False
    return ending not in _FIT or _FIT[ending].search(base) is not None


@cache
def load() -> Thesaurus:
    """Give the shipped thesaurus; raise `FormatError` where its text has a line outside its sections."""
    return parse(files(__package__).joinpath("thesaurus.txt").read_text(encoding="utf-8"))


def parse(text: str) -> Thesaurus:
    r"""Read groups, one per line under `[verb]`, `[noun]`, `[adjective]` or `[adverb]`, then forms under `[irregular]`.

    Lines that begin with # are comments.

    Raises `FormatError` for a word in two groups, an unknown section, or forms of a word that no group has.

    >>> parse("[verb]\nwaffle prattle\n[irregular]\nprattle prot").concepts
    {'waffle': 'waffle', 'prattle': 'waffle', 'prot': 'waffle'}
    """
    concepts: dict[str, str] = {}
    sections: dict[str, str] = {}
    strong: set[str] = set()
    section = ""
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            section = line[1:-1]
        elif section == "irregular":
            base, *forms = line.split()
            _add_forms(base, forms, concepts)
            if any(not form.endswith("ing") for form in forms):
                strong.add(base)
        else:
            _add_group(line.split(), section, concepts, sections)
    return Thesaurus(concepts=concepts, sections=sections, strong=frozenset(strong))


def _add_group(group: list[str], section: str, concepts: dict[str, str], sections: dict[str, str]) -> None:
    """Enter a group; raise `FormatError` where a word has one already or the section is unknown."""
    if section not in _ENDINGS:
        raise FormatError(f"thesaurus: no section [{section}]; there are {', '.join(_ENDINGS)} and irregular")
    for word in group:
        if word in concepts:
            raise FormatError(f"thesaurus: {word} stands in two groups, {concepts[word]} and {group[0]}; keep one")
        concepts[word] = group[0]
        sections[word] = section


def _add_forms(base: str, forms: list[str], concepts: dict[str, str]) -> None:
    """Enter irregular forms; a form that is a word of its own group keeps that group."""
    if base not in concepts:
        raise FormatError(f"thesaurus: forms of {base}, which stands in no group")
    for form in forms:
        concepts.setdefault(form, concepts[base])
