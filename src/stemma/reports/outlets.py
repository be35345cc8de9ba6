"""Outlets by name: the same name, however spaced or cased, is the same outlet."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from functools import lru_cache

from stemma.model import Extraction, Outlet, OutletKind
from stemma.reports.agencies import find_agency
from stemma.reports.datelines import is_city

_END = re.compile(
    r"(?:\b(?:News|Times|Herald|Tribune|Gazette|Journal|Chronicle|Observer|Guardian|Telegraph|Broadcasting|Radio|TV|"
    r"Television|Courier|Sentinel|Echo|Mirror|Globe|Independent|Dispatch|Examiner|Inquirer|Standard|Register|Daily|Weekly|"
    r"Network|Today|Monitor|Argus|Bulletin|Bugle|Online|Evening|Advertiser|Messenger|Review|FM|Magazine|Digest|Recorder|"
    r"Intelligencer|Statesman|Spectator|Enquirer|Advocate|Almanac|Mail|Express|Mercury|Record|Courant|Clarion|Gazetteer|"
    r"Post|Star|Sun|Press|Ledger|Notes|Voice|Pulse|Beacon|Banner|Wire|Newswire)"
    r"|\w\.(?:com|net|org|co\.uk|news|info|co\.in|ru|de|tv|example))$"
)
_SURNAME = re.compile(r"\b(?:Post|Star|Sun|Press|Ledger|Banner|Wire)$")  # of persons and other things too
_ALSO_GIVEN = frozenset(
    "Adelaide Alexandria Austin Charlotte Dallas Florence Orlando Paris Santiago Sydney Victoria".split()
)
_COMMON = re.compile(r"\b(?:Notes|Voice|Pulse|Beacon)$")  # of many things beside outlets
_OF_OUTLETS = re.compile(
    r"(?i)^(?:the|morning|evening|daily|weekly|sunday|north|south|east|west|northern|southern|eastern|western|national|"
    r"capital|city|metro|coast|coastal|valley|county|island|harbou?r|free|new|global|world|business|financial|people[’']?s)\s"
)
_FRONT = re.compile(
    r"(?:Daily|Radio)\s(?!(?:Briefing|Brief|Update|Round-?up|Newsletter|Report|Show|Column|Quiz|Interview)\b)[A-ZÀ-ÖØ-Þ]"
)
_FUSED = re.compile(
    r"[A-ZÀ-ÖØ-Þ][\w’-]*[a-z](?:News|Times|Watch|Hub|Press|Today|Daily|Post|Online|Radio|TV)\d*(?:\s[A-ZÀ-ÖØ-Þ][\w’-]+)?"
)
_NO_OUTLET = re.compile(
    r"(?i)^(?:(?:breaking|latest|top|world|local|national|international|business|sports?|more|related|us|uk|"
    r"tech|other|all|good|fake|big|in the|video|entertainment|political|featured?|live|your|my|every|this|that|"
    r"yesterday|tomorrow|early|late|read|watch|first|published|available|posted|play|listen|social) "
    r"|(?:the )?(?:film|book|books|music|theatre|theater|movie|restaurant|press|market|news|week|year|art|tv|album|judicial) "
    r"(?:review|digest|bulletin|notes|record)|"
    r"(?:the )?(?:[\w’']+ )*(?:editor|release|voting|track|criminal|world)[’']?s? (?:notes|record)$)"
)
_INSTITUTION = re.compile(
    r"\b(?i:universit\w+|college|institut\w+|academy|school|council|parliament|police|constabulary|ministry|department|"
    r"hospitals?|trust|authority|commission|committee|society|association|federation|foundation|union|party|church|"
    r"company|corporation|group|holdings?|limited|agency|bureau of|embassy|court|fire (?:brigade|service|department)|bank|"
    r"museum|(?:mayor|governor|president|sheriff)[’']s office|office of|"
    r"(?:national|federal|state|home|met)\s(?:\w+\s){0,3}office|city of|town of|county of|government of)\b"
    r"|\b(?:AG|SE|GmbH|KG|PLC|plc|Plc|Ltd|LTD|LLC|LLP|Inc|INC|Corp|Co|NV|N\.V|SA|S\.A|SpA|S\.p\.A|AB|ASA|Oy|BV|NHS)\b"
)  # what bodies and firms are called
_LONGEST_NAME = 5  # words
_TAIL = re.compile(
    r"(?P<before>.*\S)\s+(?P<bar>[|·•–—-])\s+(?P<name>[^|·•–—]{2,60})"
)  # "Rain Falls On Town | Springfield Echo"
_SHORTEST_HEADLINE = 3  # words


class Naming(StrEnum):
    """How surely words are the name of an outlet: `perhaps` where a person or another thing could have that name too."""

    SURE = "sure"
    PERHAPS = "perhaps"
    NONE = "none"


def naming(words: str) -> Naming:
    """Say how surely words are the name of an outlet, by the words such names are made of.

    >>> naming("Springfield Echo").value, naming("Jane Post").value, naming("Evening Post").value, naming("Jane Roe").value
    ('sure', 'perhaps', 'sure', 'none')
    >>> naming("Denver Post").value, naming("Florence Post").value
    ('sure', 'perhaps')
    >>> naming("SPRINGFIELD WEEKLY").value, naming("Radio Springfield").value, naming("SouthNews24").value
    ('sure', 'sure', 'sure')
    """
    name = _in_small(words) if words.isupper() and " " in words else words
    if _FUSED.fullmatch(name) or (_FRONT.match(name) and _is_titled(name)):
        return Naming.SURE
    if not is_outlet_name(name):
        return Naming.NONE
    first = name.split()[0]
    is_placed = _OF_OUTLETS.match(name) is not None or (is_city(first) and first not in _ALSO_GIVEN)
    is_person = _SURNAME.search(name) is not None and len(name.split()) <= 2 and not is_placed
    is_open = is_person or _COMMON.search(name) is not None
    return Naming.PERHAPS if is_open else Naming.SURE


def _in_small(words: str) -> str:
    """Write a name in capitals as names are written, but for what is always in capitals."""
    return re.sub(r"\b(?:Fm|Tv)\b", lambda match: match.group().upper(), words.title())


def is_outlet_name(line: str) -> bool:
    """Say whether a line is the name of an outlet, by the words such names end with.

    >>> is_outlet_name("Springfield Echo"), is_outlet_name("Breaking News"), is_outlet_name("The mayor reads the Echo")
    (True, False, False)
    """
    is_bare_word = " " not in line and "." not in line  # "Today", "Review": what many pages call their parts
    return _is_titled(line) and not is_bare_word and _END.search(line) is not None and not _NO_OUTLET.match(line)


def is_institution(words: str) -> bool:
    """Say whether a name is a body's or a firm's by the words such names are made of.

    >>> is_institution("University of Hallin"), is_institution("Norpump AG"), is_institution("Springfield Echo")
    (True, True, False)
    """
    return _INSTITUTION.search(words) is not None


def _is_titled(line: str) -> bool:
    words = line.split()
    return (
        1 <= len(words) <= _LONGEST_NAME
        and not re.search("[,@]", line)
        and all(
            word[0].isupper() or word[0].isdigit() or word in {"of", "the", "and", "&", "on"} or "." in word
            for word in words
        )
    )


def headline_length(line: str) -> int:
    """Give how many characters of a headline are left without the names of outlet and section that page titles end with.

    >>> title = "Rain Falls On Town | News | Springfield Echo"
    >>> title[: headline_length(title)], headline_length("Rain - Sun")
    ('Rain Falls On Town', 10)
    """
    length = len(line)
    while (match := _TAIL.fullmatch(line[:length])) is not None and _is_tail(match):
        length = match.end("before")
    return length


def _is_tail(match: re.Match[str]) -> bool:
    """Say whether what stands behind a bar or dash is no part of the headline: an outlet; behind a bar any short name."""
    name = match.group("name")
    if len(re.split(r"\s+[|·•–—-]\s+", match.group("before"))[0].split()) < _SHORTEST_HEADLINE:
        return False
    is_outlet = find_agency(name) is not None or naming(name.removeprefix("The ")) is Naming.SURE
    is_short = len(name.split()) <= _LONGEST_NAME and len(name.split()) < len(match.group("before").split())
    return is_outlet or (match.group("bar") == "|" and _is_titled(name) and is_short)


@lru_cache(maxsize=4_096)
def outlet_named(name: str) -> Outlet | None:
    """Give the outlet that a name means; None for a name with no letter or digit in it.

    >>> outlet_named("The Springfield  Echo").id, outlet_named("reuters").kind.value, outlet_named(" - ")
    ('the-springfield-echo', 'agency', None)
    """
    tidy = " ".join(name.split())[:120]
    decomposed = unicodedata.normalize("NFKD", tidy.casefold())
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    slug = re.sub(r"[\W_]+", "-", plain).strip("-")
    if not slug:
        return None
    agency = find_agency(tidy)
    kind = OutletKind.AGENCY if agency is not None and agency.kind == "agency" else OutletKind.UNKNOWN
    return Outlet(id=slug, name=tidy, kind=kind)


def once_each(extractions: Iterable[Extraction]) -> tuple[Outlet, ...]:
    """Give the outlets of several extractions, each once; what one of them says of the owner and the kind stands."""
    found: dict[str, Outlet] = {}
    for outlet in (outlet for extraction in extractions for outlet in extraction.outlets):
        known = found.get(outlet.id, outlet)
        kind = known.kind if outlet.kind is OutletKind.UNKNOWN else outlet.kind
        found[outlet.id] = replace(outlet if known.owner is None else known, kind=kind)
    return tuple(found.values())


def is_same_outlet(left: str, right: str) -> bool:
    """Say whether two names are one outlet's but for case, article and the parts of its address.

    >>> is_same_outlet("cnn.com", "CNN"), is_same_outlet("The Springfield Echo", "springfieldecho.com/news")
    (True, True)
    >>> is_same_outlet("Springfield Echo", "CNN")
    False
    """
    return _letters(left) == _letters(right) != ""


def _letters(name: str) -> str:
    bare = re.sub(
        r"^(?:https?://)?(?:www\.)?|(?<=\w)\.(?:com|net|org|info|news|co\.\w\w|[a-z]{2,3})(?:/\S*)?$",
        "",
        name.strip().casefold(),
    )
    return re.sub(r"^the\s+|[\W_]+", "", bare)
