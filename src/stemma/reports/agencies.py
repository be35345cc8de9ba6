"""The shipped list of news agencies, what an agency calls itself, and where a credit line names one."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

_WORD = re.compile(r"\w+")
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"
_CALLED = (
    rf"(?!(?:A|An|By|From|With|Our|This|Other|More|Local|National|Foreign|World)\s)(?:{_CAPITAL}\s){{1,3}}"
    r"(?:News\s(?:Agency|Service|Wire)|Press\s(?:Agency|Association|Service)|Wire(?:\sService)?|Newswire)"
)  # what an agency that no list has calls itself
_BY_ITS_NAME = re.compile(rf"(?<![\w.@#])(?:the\s|The\s)?(?P<name>{_CALLED})(?![\w@])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """A news agency as the list has it; `short` forms mean it only where they stand alone.

    A name that is itself short ("ANA", "Petra") is one of them: persons are called so.
    `desks` are the outlets whose text it passes on: their name means it in a text that another outlet publishes.
    """

    name: str
    forms: tuple[str, ...]
    short: tuple[str, ...]
    desks: tuple[str, ...]
    country: str
    kind: str

    @property
    def long(self) -> tuple[str, ...]:
        """The forms that mean it wherever a credit line has them."""
        return (*self.forms,) if self.name in self.short else (self.name, *self.forms)


class Named(NamedTuple):
    """An agency where a text names it."""

    agency: Agency
    start: int
    end: int


@cache
def agencies() -> tuple[Agency, ...]:
    """Give the agencies of the shipped list, `agencies.toml`, in its order.

    >>> len(agencies()) > 80
    True
    """
    listed = tomllib.loads((Path(__file__).parent / "agencies.toml").read_text(encoding="utf-8"))["agency"]
    return tuple(
        Agency(
            name=entry["name"],
            forms=tuple(entry.get("forms", ())),
            short=tuple(entry.get("short", ())),
            desks=tuple(entry.get("desks", ())),
            country=entry["country"],
            kind=entry["kind"],
        )
        for entry in listed
    )


@cache
def _by_name() -> dict[str, Agency]:
    return {form: agency for agency in agencies() for form in (*agency.long, *agency.short)}


@cache
def _by_folded_name() -> dict[str, Agency]:
    return {form.casefold(): agency for agency in agencies() for form in agency.long}


def find_agency(name: str) -> Agency | None:
    """Give the agency that a name standing alone means, if any; letter case counts for short forms alone.

    What no list has is an agency where its name says so.

    >>> find_agency("AFP").name, find_agency("the associated press").name, find_agency("Springfield Echo")
    ('Agence France-Presse', 'Associated Press', None)
    >>> find_agency("SPRINGFIELD NEWS SERVICE").name, find_agency("News Agency")
    ('Springfield News Service', None)
    """
    bare = name.strip(" \t.,;:()[]/-–—")
    return _by_name().get(bare) or _by_folded_name().get(bare.casefold()) or _called(bare)


@lru_cache(maxsize=4096)
def _called(name: str) -> Agency | None:
    """Give the agency that a name by itself tells to be one ("Springfield News Service")."""
    match = _BY_ITS_NAME.fullmatch(name.title() if name.isupper() else name)
    if match is None:
        return None
    return Agency(name=match.group("name"), forms=(), short=(), desks=(), country="", kind="agency")


def agency_of_desk(name: str) -> Agency | None:
    """Give the agency that passes on the text of this outlet, if one does.

    >>> agency_of_desk("CNN").name, agency_of_desk("Springfield Echo")
    ('CNN Wire', None)
    """
    return _by_desk().get(name.strip().removeprefix("The ").casefold())


@cache
def _by_desk() -> dict[str, Agency]:
    return {desk.casefold(): agency for agency in agencies() for desk in agency.desks}


@cache
def _first_words() -> frozenset[str]:
    """Give the word with which each form of a name begins, in small letters."""
    firsts = (_WORD.search(form) for form in _by_name())
    return frozenset(first.group().casefold() for first in firsts if first is not None)


@cache
def _pattern(with_short: bool) -> re.Pattern[str]:
    names = {form for agency in agencies() for form in agency.long}
    if with_short:
        names |= {form for agency in agencies() for form in agency.short}
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(r"(?<![\w.@#])(?:" + "|".join(map(_form_pattern, longest_first)) + r")(?![\w@])")


def named_agencies(text: str, start: int = 0, end: int | None = None, *, with_short: bool = True) -> list[Named]:
    """Give the agencies that a stretch of a credit line names, in text order; longer names win over shorter.

    >>> [(named.agency.name, named.start) for named in named_agencies("By Jane Roe, The Associated Press")]
    [('Associated Press', 13)]
    """
    stop = len(text) if end is None else end
    if _first_words().isdisjoint(map(str.casefold, _WORD.findall(text, start, stop))):
        return []  # as most lines
    found = _pattern(with_short).finditer(text[:stop], start)
    return [Named(_listed(match.group()), match.start(), match.end()) for match in found]


def called_agencies(text: str, start: int, end: int) -> list[Named]:
    """Give the names in a stretch that no list has and that say of themselves that they are an agency's."""
    found = ((_called(match["name"]), match) for match in _BY_ITS_NAME.finditer(text[:end], start))
    return [Named(agency, match.start("name"), match.end("name")) for agency, match in found if agency is not None]


def _listed(form: str) -> Agency:
    return _by_name().get(form) or _by_folded_name()[form.casefold()]


def _form_pattern(form: str) -> str:
    """Match a form of one word as it is written, one of several words in any letter case."""
    return f"(?i:{re.escape(form)})" if " " in form else re.escape(form)
