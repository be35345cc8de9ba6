"""Capitals: runs of capitalised words that may be names, and words that a report shows to be none."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from stemma.model import Zone, ZoneKind
from stemma.readings.almanac import MONTHS, WEEKDAYS
from stemma.readings.nouns import FUNCTION_WORDS
from stemma.readings.titles import BODY_WORDS, FIRST_NAMES, PARTICLES, PLACE_WORDS, PLACES, TITLE_WORDS, is_demonym
from stemma.readings.verbs import BASES, THIRDS
from stemma.readings.wordlists import word_list

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|(?:Jr|Sr|Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|"
    r"Maj|Adm|Rev|Prof|Cmdr|Inc|Corp|Ltd|Co|Bros)\.(?=[ ,’'])|"
    r"[A-Z]\.(?= [A-Z])|[^\W_]+(?:[-'’&][^\W_]+)*"
)
_POSSESSIVE = re.compile(r"['’]s?$")
# "Roe-era", "state-run": the name ends before what is hung on it.
_TAIL = re.compile(
    r"-(?:era|led|backed|based|style|born|controlled|held|run|owned|only|wide|"
    r"funded|made|language|speaking|ruled|occupied|area|like|"
    r"friendly|appointed|nominated|linked|aligned|trained|educated|sponsored|"
    r"bound|dominated|brokered|endorsed|supported|affiliated|"
    r"built|sanctioned|designated|elect|related|inspired|supplied|allied|majority|heavy|leaning)$"
)
_PARTY_TAG = re.compile(r"[DRI]-[A-Z]")
_LINKS = frozenset(("of", "for", "and", "the", "&", "on", "in", "to"))
_NO_NAMES = frozenset(
    (
        *MONTHS,
        *WEEKDAYS,
        "i",
        "i'm",
        "i've",
        "i'd",
        "i'll",
        "mr",
        "ok",
        "tv",
        "a",
        "jan",
        "feb",
        "aug",
        "sept",
        "oct",
        "nov",
        "dec",
        "et",
        "est",
        "edt",
        "gmt",
        "utc",
        "pst",
        "pdt",
        "cst",
        "cet",
        "msk",
    )
)
_HEADS = BODY_WORDS | PLACE_WORDS | TITLE_WORDS | frozenset(
    "state states house gulf isle bill statue declaration treaty war battle "
"rights arts science cape day people friends sons "
    "daughters knights order office law strait republic union confederation".split()
)  # fmt: skip
_STARTS_SENTENCE = re.compile(r"(?:^|[.!?:;…][)\]\"'”’»]*|[-–—]|[|•*])\s*[\"'“‘«(\[„`]*$|[\"“«„`(\[]\s*$|''$")
_SUFFIXES = (
    "ly",
    "ing",
    "ed",
    "ion",
    "ions",
    "ment",
    "ments",
    "ness",
    "ers",
    "ists",
    "ies",
    "ful",
    "less",
    "ous",
    "ive",
    "ity",
)
_ADJECTIVES = (
    "ial",
    "ional",
    "ical",
    "ic",
    "able",
    "ible",
    "ary",
    "est",
    "ists",
    "ors",
    "tive",
    "like",
    "ward",
    "wide",
)

# "6.47 p.m. Eastern"
_ZONES = frozenset(("Eastern", "Central", "Mountain", "Pacific"))
_CLOCK = re.compile(r"\b[AaPp]\.?[Mm]\.? $")
_LONGEST = 24  # words; more capitals in a row are a line in capitals
_ENDS = re.compile(r"[.!?:,;][\"'”’)]*\s*$")
COMMON_WORDS = word_list("common_words")


class Token(NamedTuple):
    """A word with its offsets, the possessive ending left out; `is_first` where a sentence or a quotation begins."""

    start: int
    end: int
    word: str
    is_first: bool
    is_possessive: bool


class Run(NamedTuple):
    """Capitalised words in a row with what links them ("Ministry of Health"), and the offsets of each."""

    start: int
    end: int
    words: tuple[str, ...]
    offsets: tuple[tuple[int, int], ...]


class Vocabulary(NamedTuple):
    """Which words a report writes small, and which with a capital inside a sentence (keys folded)."""

    small: frozenset[str]
    capital: frozenset[str]


@lru_cache(maxsize=1024)  # a zone's words are asked for three times in one reading
def tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """Give the words between two offsets, possessive endings cut off.

    >>> [(token.word, token.is_first) for token in tokens("Roe's men left. So did J. Doe.", 0, 30)]
    [('Roe', True), ('men', False), ('left', False), ('So', True), ('did', False), ('J.', False), ('Doe', False)]
    """
    made: list[Token] = []
    for found in _TOKEN.finditer(text, start, end):
        word = found.group()
        bare = word if word.isalnum() else _POSSESSIVE.sub("", word)
        tail = _TAIL.search(bare) if "-" in bare else None
        if tail is not None:
            bare = bare[: tail.start()]
        left = text[max(start, found.start() - 6) : found.start()]
        is_inside = left[-1:] == " " and left[-2:-1].isalnum()  # as most words stand
        is_first = not left or (not is_inside and _STARTS_SENTENCE.search(left) is not None)
        if is_first and _ABBREVIATION.search(left):
            is_first = False
        made.append(Token(found.start(), found.start() + len(bare), bare, is_first, bare != word))
    return tuple(made)


_ABBREVIATION = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|[A-Z])|\b[A-Z]\.[A-Z])\. $")


def is_title_case(text: str, zone: Zone) -> bool:
    """Say that a line writes (nearly) all its longer words with a capital, as headlines do.

    >>> is_title_case("Mayor Opens New Bridge", Zone(kind=ZoneKind.HEADLINE, start=0, end=22))
    True
    >>> is_title_case("Mayor Roe opens new bridge", Zone(kind=ZoneKind.HEADLINE, start=0, end=26))
    False
    """
    is_prose = zone.kind in (ZoneKind.BODY, ZoneKind.SPEECH)
    if is_prose and (zone.end - zone.start > 200 or _ENDS.search(text, max(zone.start, zone.end - 4), zone.end)):
        return False
    longer = [token.word for token in tokens(text, zone.start, zone.end) if len(token.word) > 3 or token.word.isupper()]
    if is_prose and len(longer) < 4:
        return False
    capital = sum(not word[0].islower() for word in longer[1:])
    return len(longer) > 1 and capital >= 0.7 * (len(longer) - 1)


def vocabulary(text: str, zones: Sequence[Zone]) -> Vocabulary:
    """Give the words that a report's prose writes small, and those it capitalises inside sentences."""
    small, capital = set(), set()
    for zone in zones:
        if zone.kind not in (ZoneKind.BODY, ZoneKind.SPEECH, ZoneKind.STANDFIRST) or is_title_case(text, zone):
            continue
        for token in tokens(text, zone.start, zone.end):
            if token.word[0].islower():
                small.add(token.word.casefold())
            elif not token.is_first:
                capital.add(token.word.casefold())
    return Vocabulary(frozenset(small), frozenset(capital))


def runs(text: str, zone: Zone, words: Vocabulary | None) -> Iterator[Run]:
    """Give the runs of capitalised words in a zone; with a vocabulary, without words that only begin a sentence."""
    row: list[Token] = []
    links: list[Token] = []
    listed = tokens(text, zone.start, zone.end)
    for place, token in enumerate(listed):
        is_capital = _is_capital(token) and (words is None or not token.is_first or _may_begin(listed, place, words))
        is_capital = is_capital and not (
            token.word in _ZONES and _CLOCK.search(text, max(0, token.start - 6), token.start)
        )
        if not is_capital and (token.word in _MONTH_NAMES or (len(token.word) == 1 and token.word.isupper())):
            is_capital = _is_given(text, listed, place)
        joint = text[(links or row)[-1].end : token.start] if row else ""
        if is_capital and row and _joins(row, links, token, joint):
            row += [*links, token]
            links = []
        elif row and not is_capital and joint in (" ", " & ") and _is_link(row, links, token):
            links.append(token)
        else:
            yield from _closed(row)
            row, links = [token] if is_capital else [], []
    yield from _closed(row)


def _is_given(text: str, listed: Sequence[Token], place: int) -> bool:
    """Say that a lone letter or a month's name is what somebody is called by before his surname ("K P Roe", "April Roe")."""
    token = listed[place]
    behind = listed[place + 1] if place + 1 < len(listed) else None
    if behind is None or behind.is_first or text[token.end : behind.start] != " ":
        return False
    is_surname = len(behind.word) > 2 and _is_capital(behind) and behind.word[1:].islower()
    if token.word in _MONTH_NAMES:
        return is_surname and not _IN_MONTH.search(text, max(0, token.start - 8), token.start)
    before = listed[place - 1].word if place and listed[place - 1].end + 1 == token.start else ""
    is_behind_name = before.casefold() in FIRST_NAMES and before.istitle()
    is_second = len(before) == 1 and before.isupper()
    is_next_letter = len(behind.word) == 1 and behind.word.isupper()
    if is_next_letter:
        return is_behind_name or not before[:1].isupper()
    return is_surname and (is_second or is_behind_name) and token.word != "I"


_MONTH_NAMES = frozenset(("Jan", "April", "June", "May", "August"))
_IN_MONTH = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Ll]ast|[Nn]ext|[Uu]ntil|[Bb]y|[Ll]ate|[Ee]arly|[Mm]id|[Dd]uring|[Oo]f|\d)[ -]$"
)


def _closed(row: Sequence[Token]) -> Iterator[Run]:
    if row:
        offsets = tuple((token.start, token.end) for token in row)
        yield Run(row[0].start, row[-1].end, tuple(token.word for token in row), offsets)


def _is_capital(token: Token) -> bool:
    word = token.word
    if word.islower() and word.isalpha():  # most words
        return False
    if not word or len(word) == 1 or word.casefold() in _NO_NAMES or _PARTY_TAG.match(word):
        return False
    if word[0].isupper() or word.isalnum():
        return word[0].isupper()
    parts = re.split(r"[-'’]", word)
    return len(parts) > 1 and len(parts[0]) <= 3 and parts[0].isalpha() and parts[-1][:1].isupper()  # "al-Roe", "d'Ore"


def _joins(row: Sequence[Token], links: Sequence[Token], token: Token, joint: str) -> bool:
    """Say that a capitalised word goes on the run before it."""
    last = (links or row)[-1]
    if token.is_first or len(row) > _LONGEST or (last.is_possessive and not links):
        return False
    if joint not in (" ", " & ", "-", "–") and not (
        joint == ", " and token.word in ("Jr.", "Sr.", "Inc.", "Jr", "Inc")
    ):
        return False
    if not links:
        return True
    linked = [link.word.lower() for link in links]
    if all(word in PARTICLES for word in linked):
        return linked != ["y"] or len(row) > 1
    head = row[-1].word.lower()
    if linked[0] == "and":
        has_of = any(word.word.lower() in ("of", "for") for word in row)
        return has_of and len(links) == 1 and not _is_known_alone(token.word)
    return linked[0] in ("of", "for", "on") and head in _HEADS and linked[-1] != "and"


def _is_known_alone(word: str) -> bool:
    key = word.casefold()
    return key in PLACES or key in FIRST_NAMES or key in TITLE_WORDS or is_demonym(word)


def _is_link(row: Sequence[Token], links: Sequence[Token], token: Token) -> bool:
    word = token.word
    if row[-1].is_possessive or not word[0].islower() or len(links) > 1:
        return False
    return (word in _LINKS or word in PARTICLES) if not links else word in ("the", "la", "los", "al")


def _may_begin(listed: Sequence[Token], place: int, words: Vocabulary) -> bool:  # noqa: PLR0911 - one question after another
    """Say that a capitalised word at the start of a sentence is a name and not only a first word."""
    token = listed[place]
    key = token.word.casefold()
    if key in FUNCTION_WORDS or key in _NO_NAMES or "'" in key or key.split("’")[0] in FUNCTION_WORDS:
        return token.word == "US" or (token.word.isupper() and len(token.word) > 1 and key in words.capital)
    if key in words.capital and (key not in words.small or key in PLACES or key in FIRST_NAMES):
        return True
    if len(token.word) > 1 and token.word.isupper():
        return True
    if key in PLACES or is_demonym(token.word):
        return True
    follower = listed[place + 1] if place + 1 < len(listed) else None
    is_followed = (
        follower is not None and not follower.is_first and _is_capital(follower) and follower.start - token.end == 1
    )
    if key in TITLE_WORDS and _opens_office(listed, place):
        return True
    if key in _BODY_OPENERS and _opens_body(listed, place):
        return True
    if key in TITLE_WORDS or key in BODY_WORDS or key in FIRST_NAMES:
        return is_followed or (key in FIRST_NAMES and key not in COMMON_WORDS and key not in words.small)
    if key in COMMON_WORDS or key in words.small or key in BASES or key in THIRDS:
        return False
    if key.endswith(_SUFFIXES) or key.endswith(_ADJECTIVES):
        return False
    return is_followed or _is_subject(token, follower)


def _opens_office(listed: Sequence[Token], place: int) -> bool:
    """Say that a title at the start of a sentence goes on as an office ("Minister of Works Ada Roe")."""
    behind = listed[place + 1 : place + 3]
    return len(behind) == 2 and behind[0].word in ("of", "for") and not behind[1].is_first and _is_capital(behind[1])


# Common words that begin the names of bodies.
_BODY_OPENERS = frozenset(
    "national international human royal federal central general united public civil social world global democratic liberal "
    "conservative christian islamic muslim jewish catholic doctors reporters save free open foreign interior defence defense "
    "justice health finance education transport energy agriculture environment state city county supreme high constitutional "
    "criminal european regional local provincial metropolitan medical environmental independent joint special security "
    "northern southern eastern western north south east west".split()
)
LAST_OF_BODIES = frozenset(
    "international watch borders power energy electric pharma pharmaceuticals foods resources".split()
)


def _opens_body(listed: Sequence[Token], place: int) -> bool:
    """Say that a common word at the start of a sentence begins a body's name ("National Harbour Association")."""
    words = []
    for left, token in zip(listed[place:], listed[place + 1 : place + 6], strict=False):
        if (
            token.is_first
            or token.start - left.end != 1
            or left.is_possessive
            or not (_is_capital(token) or token.word in _LINKS)
        ):
            break
        words.append(token.word)
    while words and words[-1][0].islower():
        words.pop()
    last = words[-1].casefold() if words else ""
    return last in BODY_WORDS or (len(words) > 1 and last in LAST_OF_BODIES)


def _is_subject(token: Token, follower: Token | None) -> bool:
    """Say that an unknown first word is followed by what follows a person's or a body's name."""
    if token.is_possessive:
        return True
    spoken = (
        "said says told added also was is has had did will would could denied called "
        "asked wrote tweeted argued noted who"
    )
    return follower is not None and follower.word in spoken.split() and not token.word.endswith("s")
