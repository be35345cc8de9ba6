"""Forms of one name: cut short, spelt by another transliteration, abbreviated; and names that are merely alike."""

import re
from functools import cache, lru_cache

from anyascii import anyascii

from stemma.text.spelling import standard

_ARTICLES = ("the ", "a ", "an ")
_LONG = 5  # letters of a surname in which one more or less is likelier a slip than another name
_SMALL = frozenset("of the and for de la on in".split())
# One sound that is spelt in several ways where a name is brought into Latin letters, in the order of their replacing.
_SPELLINGS = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"(?:skiy|skyy|skyi|sky|ski|skii|skij)$", "ski"),
        (r"(?:off|ow)$", "ov"),
        (r"eff$", "ev"),
        (r"dzh|dj", "j"),
        (r"ou", "u"),
        (r"kh|gh", "h"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"ck|q", "k"),
        (r"w", "v"),
        (r"[yj]", "i"),
        (r"^i(?=e)", ""),
        (r"(?<=[aeiou])i(?=e)|(?<=i)i", ""),
        (r"(.)\1", r"\1"),
    )
)
_NICKNAMES = (
    "william bill will,joseph joe,michael mike,thomas tom,james jim,robert bob rob,richard rick dick,anthony tony,"
    "edward ed,daniel dan,david dave,donald don,charles charlie chuck,christopher chris,benjamin ben,andrew andy,"
    "nicholas nick,timothy tim,kenneth ken,gerald jerry,lawrence larry,ronald ron,stephen steve steven,elizabeth liz beth,"
    "katherine kate katie kathy,kathryn kate katie kathy,catherine cathy,margaret maggie,deborah debbie,susan sue,"
    "alexander alex,samuel sam,matthew matt,gregory greg,jeffrey jeff,patrick pat,philip phil,vincent vince,frederick fred,"
    "bernard bernie,mitchell mitch,newton newt"
)
_STATES = dict(
    pair.split()
    for pair in (
        "ala alabama,ariz arizona,ark arkansas,calif california,colo colorado,conn connecticut,del delaware,fla florida,"
        "ga georgia,ill illinois,ind indiana,kan kansas,ky kentucky,la louisiana,mass massachusetts,md maryland,mich michigan,"
        "minn minnesota,miss mississippi,mo missouri,mont montana,neb nebraska,nev nevada,okla oklahoma,ore oregon,"
        "pa pennsylvania,tenn tennessee,tex texas,vt vermont,va virginia,wash washington,wis wisconsin,wyo wyoming"
    ).split(",")
)
_PEOPLE = re.compile(
    r"(?<=\w{4})(?:ians?|eans?|ans?|ese|ish|is?|ns?|ey|ers?|ia|[aeoys])$"
)  # Turkey and Turkish, Brazil and Brazilian
_ALIASES = (
    "us usa america american americans united states washington",
    "uk britain british england english briton britons london united kingdom",
    "eu european europe brussels",
    "un united nations",
    "france french paris",
    "spain spanish spaniard madrid",
    "netherlands dutch holland hague",
    "germany german germans berlin",
    "greece greek greeks athens",
    "denmark danish dane danes copenhagen",
    "poland polish pole poles warsaw",
    "turkey turkish turk turks ankara",
    "ireland irish dublin",
    "wales welsh cardiff",
    "russia russian kremlin moscow",
    "china chinese beijing",
    "japan japanese tokyo",
    "switzerland swiss bern",
    "sweden swedish swede stockholm",
    "norway norwegian oslo",
    "finland finnish finn helsinki",
    "portugal portuguese lisbon",
    "philippines filipino philippine manila",
    "thailand thai bangkok",
    "iran iranian tehran",
    "israel israeli jerusalem",
    "nato alliance",
)
_COUNTRIES = {
    word: number for number, group in enumerate(_ALIASES) for word in group.split() if word not in {"united", "states"}
}


@lru_cache(maxsize=65536)
def plain(name: str) -> str:
    """Give a name in plain small letters, without stops, hyphens and the article.

    >>> plain("The Łódź-Marle Board")
    'lodz marle board'
    """
    letters = anyascii(name).casefold().replace(".", "")
    for article in _ARTICLES:
        letters = letters.removeprefix(article)
    return " ".join(letters.replace("-", " ").split())


@cache
def sounds(word: str) -> str:
    """Give a word of a plain name so that its usual transliterations come out alike.

    >>> sounds("tokayev") == sounds("tokaev"), sounds("zelenskyy") == sounds("zelensky"), sounds("orr") == sounds("orn")
    (True, True, False)
    >>> sounds("yevgeny") == sounds("evgeni")
    True
    """
    for pattern, put in _SPELLINGS:
        word = pattern.sub(put, word)
    return word


def are_one_person(left: str, right: str) -> bool:
    """Say that two plain full names are one person's by their spelling: the surnames sound alike, the first names agree.

    >>> are_one_person("antony lund", "anthony j lund"), are_one_person("mike orr", "michael orr")
    (True, True)
    >>> are_one_person("john orr", "jane orr"), are_one_person("orr", "ada orr")
    (False, False)
    """
    one, other = left.split(), right.split()
    if len(one) < 2 or len(other) < 2 or sounds(one[-1]) != sounds(other[-1]):
        return False
    return sounds(one[0]) == sounds(other[0]) or _is_nickname(one[0], other[0]) or _is_initial(one[0], other[0])


def _is_nickname(left: str, right: str) -> bool:
    return any({left, right} <= set(group.split()) for group in _NICKNAMES.split(","))


def _is_initial(left: str, right: str) -> bool:
    short, full = sorted((left, right), key=len)
    return len(short) == 1 and full.startswith(short)


def may_be_one_person(left: str, right: str) -> bool:
    """Say that two plain full names differ so little that one may be the other misspelt: a letter of the first name or the last.

    >>> may_be_one_person("jon orr", "john orr"), may_be_one_person("ada orr", "bo orr")
    (True, False)
    >>> may_be_one_person("ada teague", "ada teage"), may_be_one_person("ada teague", "bo teage")
    (True, False)
    """
    from rapidfuzz.distance import Levenshtein

    one, other = left.split(), right.split()
    if len(one) < 2 or len(other) < 2:
        return False
    if sounds(one[-1]) == sounds(other[-1]):
        return Levenshtein.distance(one[0], other[0]) <= 1
    return one[:-1] == other[:-1] and min(len(one[-1]), len(other[-1])) >= _LONG and is_slip(one[-1], other[-1])


def may_be_one_name(left: str, right: str) -> bool:
    """Say whether two words of names may name one: by their sound, a people and its country, a country and its seat.

    >>> may_be_one_name("iranian", "tehran"), may_be_one_name("brazil", "brazilian"), may_be_one_name("lima", "quito")
    (True, True, False)
    >>> may_be_one_name("vendome", "vendôme"), may_be_one_name("calif", "california")
    (True, True)
    """
    country = _COUNTRIES.get(left)
    is_country = country is not None and _COUNTRIES.get(right) == country
    is_spelt = standard(left) == standard(right) or sounds(anyascii(left)) == sounds(anyascii(right))
    return is_country or is_spelt or _PEOPLE.sub("", left) == _PEOPLE.sub("", right) or _is_state(left, right)


def _is_state(left: str, right: str) -> bool:
    """Say whether one word is an American state as houses shorten it: "calif", "mo"."""
    short, full = sorted((left.strip("."), right), key=len)
    return _STATES.get(short) == full


def is_slip(left: str, right: str) -> bool:
    """Say whether two words differ by a letter, or by the order of their letters.

    >>> is_slip("brown", "browne"), is_slip("orr", "lund")
    (True, False)
    """
    from rapidfuzz.distance import Levenshtein

    return sorted(left) == sorted(right) or Levenshtein.distance(left, right) <= 1


def abbreviates(short: str, full: str) -> bool:
    """Say that a name is the other's first letters, as written: small words may be left out.

    >>> abbreviates("HBM", "Harbour Board of Marle"), abbreviates("HBOM", "Harbour Board of Marle"), abbreviates("HM", "Hmm Co")
    (True, True, False)
    """
    letters, parts = short.replace(".", ""), plain(full).split()
    if not letters.isupper() or len(letters) < 2 or len(parts) < 2:
        return False
    all_first = "".join(part[0] for part in parts)
    long_first = "".join(part[0] for part in parts if part not in _SMALL)
    return letters.casefold() in {all_first, long_first}
