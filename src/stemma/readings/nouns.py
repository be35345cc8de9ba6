"""Nouns: which noun a number counts, and its singular; function words that are never one."""

import re
from typing import NamedTuple

FUNCTION_WORDS = frozenset(
    "a an the this that these those some any no every each either neither both all such what which who whom whose when "
    "where why how if unless although though while whereas because since until till before after as than and or but nor "
    "so yet for of in on at by to from with without within into onto upon about above across against along amid among "
    "around behind below beneath beside besides between beyond despite down during except inside like near off out "
    "outside over past per through throughout toward towards under underneath unlike up via versus not n't only also even "
    "just still already again ever never always often sometimes soon then there here now today yesterday tomorrow tonight "
    "ago later earlier together too very more most less least much many few little several i me my mine we us our ours you your "
    "yours he him his she her hers it its they them their theirs myself himself herself itself ourselves themselves one ones "
    "is are was were be been being am has have had having do does did done doing will would shall should can could may might "
    "must ought cannot 's 're 've 'll 'd 'm however moreover therefore thus meanwhile instead otherwise nevertheless "
    "nonetheless indeed perhaps maybe".split()
)
MEASURES = frozenset(
    "year month week day hour minute second mile kilometer kilometre meter metre foot inch yard acre hectare ton tonne "
    "kilogram gram pound ounce liter litre gallon barrel degree watt megawatt gigawatt mph km kg cm mm mg people person "
    "point seat vote percentage share times time".split()
)
_IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "lives": "life",
    "wives": "wife", "teeth": "tooth", "mice": "mouse", "policemen": "policeman", "servicemen": "serviceman",
    "firefighters": "firefighter", "crises": "crisis", "analyses": "analysis", "halves": "half", "knives": "knife",
    "leaves": "leaf", "thieves": "thief", "buses": "bus", "gases": "gas", "viruses": "virus", "campuses": "campus",
    "civilians": "civilian", "policewomen": "policewoman", "congressmen": "congressman", "lawmen": "lawman",
    "gunmen": "gunman", "spokesmen": "spokesman", "fishermen": "fisherman", "businessmen": "businessman", "series": "series",
    "troops": "troop", "aircraft": "aircraft", "sheep": "sheep", "fish": "fish", "species": "species", "staff": "staff",
    "personnel": "personnel", "police": "police", "cattle": "cattle", "countrymen": "countryman", "airmen": "airman",
    "movies": "movie", "ties": "tie", "lies": "lie", "cookies": "cookie", "calories": "calorie", "bonuses": "bonus",
    "km": "kilometre", "kg": "kilogram",
    "cm": "centimetre", "mm": "millimetre", "mph": "mph", "mg": "milligram", "ft": "foot", "lbs": "pound", "lb": "pound",
}  # fmt: skip
_UNCOUNTED = frozenset(
    "was is has does this his its as us gas news always perhaps yes less across various previous famous serious religious "
    "dangerous numerous conscious nervous anonymous enormous obvious suspicious massless access process progress success "
    "business class glass loss boss mass press stress illness witness address congress crisis basis analysis virus bus "
    "campus status focus census bonus politics economics physics thus plus towards afterwards sometimes besides".split()
)
_COLLECTIVES = frozenset(("crew",))  # of many, as it stands: "21 crew"
_STOPS = FUNCTION_WORDS | frozenset(
    "said says say told killed wounded injured died dead dies took take made make came come went go got get gave give "
    "held left found began became rose fell according including".split()
)
_NEXT = re.compile(
    r"(?P<gap> of (?:the |its |his |her |their |our |these |those )?| other | more | additional |[ -])"
    r"(?P<word>[^\W\d_]+(?:['’-][^\W\d_]+)*)",
    re.UNICODE,
)
_NO_UNITS = frozenset(
    "time way something plus one two three four five six seven eight nine ten odd fold off on up to and or".split()
)
_WINDOW = 5


class Noun(NamedTuple):
    """The noun that a number counts: where it ends and its singular."""

    end: int
    lemma: str


def singular(word: str) -> str:
    """Give the singular of an English noun by rule; a word that shows no plural stays as it is.

    >>> [singular(word) for word in ("waves", "cities", "people", "boxes", "crisis")]
    ['wave', 'city', 'person', 'box', 'crisis']
    """
    word = word.lower()
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in _UNCOUNTED or len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("xes", "ches", "shes", "sses", "zzes")):
        return word[:-2]
    return word[:-1]


def has_plural_form(word: str) -> bool:
    """Say that a word has the form of a plural noun.

    >>> [has_plural_form(word) for word in ("waves", "people", "was", "crisis")]
    [True, True, False, False]
    """
    return singular(word) != word.lower() or word.lower() in (
        "aircraft",
        "troops",
        "police",
        "staff",
        "personnel",
        "series",
    )


def head_noun(text: str, offset: int, end: int, *, is_plural: bool) -> Noun | None:
    """Find the noun that a number ending at an offset counts, at most five words on and within the phrase.

    >>> text = "six heavily armed men were"
    >>> head_noun(text, 3, len(text), is_plural=True)
    Noun(end=21, lemma='man')
    """
    last: Noun | None = None
    before: Noun | None = None
    for _ in range(_WINDOW):
        found = _NEXT.match(text, offset, end)
        if found is None or found["word"].lower() in _STOPS or re.search(r"n['’]t$", found["word"]):
            break
        word = re.sub(r"['’]s?$", "", found["word"])
        offset = found.start("word") + len(word)
        hyphened = word.lower().split("-")[0]
        if found["gap"] == "-" and hyphened not in _NO_UNITS:  # "a 34-year-old man", "a 20-mile march"
            return Noun(found.start("word") + len(hyphened), hyphened)
        if not is_plural and has_plural_form(word):
            return before if found["gap"] == " " else None  # "one party opposes"
        before = Noun(offset, word.lower())
        if has_plural_form(word) or word.lower() in MEASURES or (is_plural and word.lower() in _COLLECTIVES):
            last = Noun(offset, singular(word))
            if not _goes_on(text, offset, end):
                return last
        elif last is not None:
            break
        elif not is_plural and _ends_phrase(text, offset, end) and not word.endswith(("ed", "ing", "ly")):
            return Noun(offset, word.lower())
    return last


def _goes_on(text: str, offset: int, end: int) -> bool:
    """Say that another plural follows at once ("police officers")."""
    found = _NEXT.match(text, offset, end)
    return (
        found is not None
        and found["gap"] == " "
        and has_plural_form(found["word"])
        and found["word"].lower() not in _STOPS
    )


def _ends_phrase(text: str, offset: int, end: int) -> bool:
    found = _NEXT.match(text, offset, end)
    return found is None or found["gap"].strip() != "" or found["word"].lower() in _STOPS
