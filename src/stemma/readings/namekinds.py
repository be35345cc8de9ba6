"""Kinds of names: a run of capitals cut at its titles, and what each piece names."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stemma.model import NameKind
from stemma.readings.capitals import LAST_OF_BODIES, Run
from stemma.readings.nouns import FUNCTION_WORDS
from stemma.readings.titles import (
    BODY_WORDS,
    FIRST_NAMES,
    KNOWN_FORMS,
    LAST_OF_TITLES,
    PARTICLES,
    PLACE_WORDS,
    PLACES,
    TITLE,
    TITLE_WORDS,
    is_demonym,
)

_NO_BODIES = frozenset(
    (
        "TV CEO CFO DNA AIDS HIV PR PC ID GDP VIP AM PM AR MP MPs PhD DUI SUV ATM DVD CD COVID UFO IQ IT WMD IED IPO"
    ).split()
)
_PLACE_BEFORE = re.compile(
    r"\b(?:in|near|outside|across|throughout|inside|around|toward|towards) (?:the "
    r"(?:city|town|village|province|region) of )?$"
)
_SPEAKS = re.compile(
    r"(?: (?:administration|campaign|supporters?|aides?|allies)\b|,? (?:said|"
    r"says|told|added|adds|wrote|tweeted|argued|noted|explained|recalled|insisted|"
    r"testified|who|whose|himself|herself)\b|, \d\d,)"
)
_GENERIC = frozenset(
    "act amendment administration section article chapter government law bill "
    "court committee council commission ministry department "
    "agency party board university college hospital school police army church "
    "d r friends tweet freshman sens reps messrs republic city "
    "county province district region street road river airport".split()
)
_WORKS = frozenset(
    (
        "act plan rule rules treaty deal agreement accord law bill amendment award prize cup war day doctrine project"
    ).split()
)
# What an office is for: between a title with "of" and a person's name.
_FIELDS = frozenset(
    "health education finance defence defense justice foreign affairs interior transport transportation agriculture energy "
    "trade culture sport sports environment labour labor tourism science technology economy economics housing fisheries "
    "immigration communications prisons security homeland treasury public works prosecutions operations research state home "
    "welfare development planning industry commerce mines water forestry police meteorology statistics information "
    "social services youth women children family climate digital infrastructure and for the".split()
)
_NOBLE = frozenset(
    "dame king queen lord lady duke prince princess baron judge brother sister "
    "father general major private sir marshal agent chair "
    "coach captain miss author justice bishop pope sultan shah commander candidate "
    "manager leader director editor reporter".split()
)
_OCCUPATION = re.compile(
    r"\b(?!under|other|after|never|either|neither|whether|rather|later|former|larger|smaller|ever|further|another|"
    r"together|bigger|older|newer|lower|higher|greater|earlier|major|minor|prior|senior|junior|longer|stronger|together)"
    r"(?:host|chief|candidate|colleague|guest|head|boss|star|pilot|suspect|"
    r"victim|hero|son|daughter|wife|husband|[a-z]{3,}(?:er|or|ist|man|woman|"
    r"ian|person)) $"
)
# What a short sentence puts before a name in place of an article: "Student Ada Roe, 20, said".
_CALLINGS = frozenset(
    "accountant architect barber barrister bassist bricklayer broadcaster builder butcher bystander campaigner carer "
    "carpenter chef cleaner comedian commuter dentist drummer electrician engineer entrepreneur farmer firefighter "
    "fisherman florist grandfather grandmother guitarist hairdresser headmaster headmistress headteacher hiker holidaymaker "
    "housewife landlady landlord midwife mum dad neighbor neighbour novelist nurse paramedic passenger pensioner "
    "pharmacist photographer pilot playwright plumber poet postman presenter pupil researcher resident retiree scientist "
    "schoolboy schoolgirl shopkeeper shopper skipper solicitor student surgeon survivor teacher teenager tourist trucker "
    "vet vicar villager volunteer waiter waitress warehouseman widow widower worker businessman businesswoman".split()
)
_INITIALS = re.compile(r" [A-Z]\. |^[A-Z] [A-Z] ?[A-Z]?[a-z]")
_TITLE_BEFORE = re.compile(r"(?:^|[ (\"“])(?P<title>[\w.-]+(?: [\w.-]+){0,3}),? $")


class Piece(NamedTuple):
    """A part of a run that is one name; `has_title` where a person's title stands right before it."""

    start: int
    end: int
    words: tuple[str, ...]
    has_title: bool


def pieces(text: str, run: Run) -> Iterator[Piece]:
    """Cut a run at its titles and after a nationality that qualifies a person; give what is a name."""
    shown = " ".join(run.words)
    found = _title_in(shown)
    if found is None:
        yield from _qualified(run, 0, len(run.words), has_title=_has_small_title(text, run.start))
        return
    first, last = shown[: found.start()].count(" "), shown[: found.end()].count(" ") + 1
    if first:
        yield from _qualified(run, 0, first, has_title=False)
    after = last
    while after < len(run.words) and run.words[after][0].islower() and run.words[after] not in PARTICLES:
        after += 1
    if after < len(run.words):
        rest = Run(run.offsets[after][0], run.end, run.words[after:], run.offsets[after:])
        place = _person_in_office(rest.words) if after > last and run.words[last] in ("of", "for") else None
        if place is not None:
            if not all(word.lower() in _FIELDS for word in rest.words[:place]):
                yield from _qualified(rest, 0, place, has_title=False)
            yield from _qualified(rest, place, len(rest.words), has_title=True)
        elif _title_in(" ".join(rest.words)) is not None:
            yield from pieces(text, rest)
        else:
            yield from _qualified(rest, 0, len(rest.words), has_title=after == last)


def _person_in_office(words: Sequence[str]) -> int | None:
    """Give the place where a person's name begins behind "Director General of": at a first name, or behind a field.

    >>> _person_in_office(("Health", "Ada", "Roe")), _person_in_office(("Ore", "Mills"))
    (1, None)
    """
    keys = [word.lower() for word in words]
    if keys[-1] in BODY_WORDS or keys[-1] in PLACE_WORDS or " ".join(keys) in PLACES:
        return None
    for place in range(1, len(keys) - 1):
        if keys[place].split("-")[0] in FIRST_NAMES and keys[place] not in PLACES and keys[place] not in _FIELDS:
            return place
    fields = next((place for place, key in enumerate(keys) if key not in _FIELDS), len(keys))
    return fields if fields and 1 < len(keys) - fields < 4 else None


def _title_in(shown: str) -> re.Match[str] | None:
    """Find the title in a run, if what follows it is no part of a body's or place's name ("General Motors")."""
    for found in TITLE.finditer(shown):
        rest = shown[found.end() :].split()
        names = [word.lower().rstrip(".") for word in rest]
        if any(word in BODY_WORDS or word in PLACE_WORDS for word in names) and not _starts_person(names):
            if names and names[0] in ("of", "for"):
                return found
            continue
        if names and (" ".join(names) in PLACES and " ".join(names) not in FIRST_NAMES):
            continue
        if (
            not names
            and found["title"].lower() in _NOBLE
            and found.start()
            and not _qualifies(shown[: found.start()].rsplit(maxsplit=1)[-1])
        ):
            continue  # "Notre Dame"
        if found.start() and shown[: found.start()].rstrip().lower().endswith((" of", " for", " the", " and")):
            continue
        return found
    return None


def _qualifies(word: str) -> bool:
    return is_demonym(word) or word.lower() in PLACES or word.lower() in BODY_WORDS or word.lower() in TITLE_WORDS


def _starts_person(names: Sequence[str]) -> bool:
    return bool(names) and names[0] in FIRST_NAMES


def _has_small_title(text: str, start: int) -> bool:
    """Say that a title in small letters stands right before ("the mayor Ada Roe")."""
    found = _TITLE_BEFORE.search(text[max(0, start - 60) : start])
    if found is None or text[start - 2 : start] == ", ":
        return False
    if LAST_OF_TITLES.isdisjoint(re.findall(r"\w+", found["title"].casefold())[-1:]):
        return False
    return any(title.end() == len(found["title"]) for title in TITLE.finditer(found["title"]))


def _qualified(run: Run, first: int, last: int, *, has_title: bool) -> Iterator[Piece]:
    """Give the words first:last of a run as one name, or two where a nationality stands before a person's name."""
    while last > first and (
        run.words[last - 1][0].islower() or (last - first == 1 and _is_lone_title(run.words[first]))
    ):
        last -= 1
    words = run.words[first:last]
    if not words or _is_shouted(words) or (len(words) == 1 and _is_no_name(words[0])):
        return
    if len(words) > 2 and words[0].lower() in _CALLINGS and _starts_person([word.lower() for word in words[1:]]):
        first, words, has_title = first + 1, words[1:], True
    is_native = is_demonym(words[0]) or (
        len(words) > 2 and words[0].endswith(("an", "ese")) and words[0].lower() not in FIRST_NAMES
    )
    if len(words) > 1 and is_native and (words[1].lower() in FIRST_NAMES and words[1].lower() not in PLACES):
        yield Piece(run.offsets[first][0], run.offsets[first][1], words[:1], False)
        first += 1
    yield Piece(run.offsets[first][0], run.offsets[last - 1][1], run.words[first:last], has_title)


def _is_shouted(words: Sequence[str]) -> bool:
    """Say that words stand in a line in capitals ("MORE ON THE BRIDGE")."""
    return len(words) > 3 and " ".join(words).isupper()


def _is_no_name(word: str) -> bool:
    key = word.lower()
    return (
        key in _GENERIC
        or word in _NO_BODIES
        or (key in FUNCTION_WORDS and key not in FIRST_NAMES and not word.isupper())
    )


def _is_lone_title(word: str) -> bool:
    return word.lower().strip(".") in TITLE_WORDS


def kind_of(text: str, piece: Piece) -> tuple[NameKind, bool]:  # noqa: PLR0911 - one question after another
    """Give what a name names as far as its words and surroundings show, and whether its own words or a title do."""
    keys = [word.lower().rstrip(".") for word in piece.words]
    phrase = " ".join(word.lower() for word in piece.words)
    if phrase in PLACES or (len(keys) == 1 and KNOWN_FORMS.get(keys[0], "").lower() in PLACES):
        return NameKind.PLACE, True
    if all(is_demonym(word) for word in keys) or (len(keys) > 1 and is_demonym(keys[-1]) and not piece.has_title):
        return NameKind.OTHER, True
    if piece.has_title:
        return NameKind.PERSON, True
    if keys[-1] in _WORKS and len(keys) > 1 and keys[0] not in FIRST_NAMES:
        return NameKind.OTHER, True
    if any(part in BODY_WORDS for key in keys for part in (key, *key.split("-")[1:])) and not (
        keys[0] in FIRST_NAMES and keys[-1] not in BODY_WORDS
    ):
        return NameKind.BODY, True
    if len(keys) > 1 and keys[-1] in LAST_OF_BODIES and keys[0] not in FIRST_NAMES:
        return NameKind.BODY, True
    if len(keys) > 1 and keys[0].split("-")[0] in FIRST_NAMES and keys[-1] not in PLACE_WORDS:
        return NameKind.PERSON, True
    if keys[-1] in PLACE_WORDS:
        return NameKind.PLACE, True
    return _by_surroundings(text, piece)


def _by_surroundings(text: str, piece: Piece) -> tuple[NameKind, bool]:
    word = piece.words[0]
    if len(piece.words) == 1 and re.fullmatch(r"(?:[A-Z]\.?){2,6}", word):
        return (NameKind.OTHER, True) if word in _NO_BODIES else (NameKind.BODY, False)
    if any(word in PARTICLES for word in piece.words[1:-1]) or _INITIALS.search(" ".join(piece.words)):
        return NameKind.PERSON, False
    is_alone = (
        re.match(
            (
                r" (?![A-Z])(?!(?:and|or|on|in|at|for|after|before|since|when|where|who|"
                r"which|that|to|from|was|is|were|are|has|had)\b)\w"
            ),
            text[piece.end : piece.end + 7],
        )
        is None
    )
    if len(piece.words) < 4 and is_alone and _PLACE_BEFORE.search(text[max(0, piece.start - 30) : piece.start]):
        return NameKind.PLACE, False
    if len(piece.words) < 4 and _SPEAKS.match(text, piece.end):
        return NameKind.PERSON, False
    if word.lower() in FIRST_NAMES or (
        len(piece.words) > 1 and _OCCUPATION.search(text[max(0, piece.start - 24) : piece.start])
    ):
        return NameKind.PERSON, False
    return NameKind.OTHER, False
