"""Mentions: what a stretch that names a speaker shows of him: name, titles, gender, what sort of speaker he is."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stemma.model import VoiceKind
from stemma.readings.lexicon import lexicon
from stemma.readings.nouns import has_plural_form
from stemma.readings.titles import is_demonym

_WORD = re.compile(r"(?:[A-Za-z]\.)+(?=\s|$|,)|[^\W_]+(?:[&.'’-][^\W_]+)*[.]?|[,()]")
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ\u0400-\u042f]")
_JOINS = frozenset("of the and for de la le van von der den bin ibn al el da di du dos del y st. & on".split())
_PARTICLES = frozenset("de la le van von der den bin ibn al el da di du dos del y st.".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """What one naming shows: the proper name in it ("" for none), words that describe, gender (m, f or ""), kind."""

    text: str
    name: str
    described: frozenset[str]
    gender: str
    kind: VoiceKind
    pronoun: str = ""
    is_plural: bool = False
    issuer: str = ""


def describe(text: str) -> Mention:
    """Give what a mention shows.

    >>> describe("the harbour minister Ada Orr, a former pilot").name
    'Ada Orr'
    >>> describe("a senior official").kind.value, describe("the Harbour Board").kind.value
    ('role', 'body')
    """
    if _DOWNING_STREET.fullmatch(text):
        return Mention(text=text, name=text, described=frozenset(), gender="", kind=VoiceKind.BODY)
    core, _, rest = _core(_without_clause(text))
    words = [found.group() for found in _WORD.finditer(core)]
    if words and words[0].casefold() in SMALL:
        words[0] = words[0].casefold()  # the capital is the sentence's
    keys = [word.casefold() for word in words]
    if len(keys) == 1 and keys[0] in _PRONOUNS:
        return Mention(
            text=text, name="", described=frozenset(), gender=gender_of(keys), kind=VoiceKind.PERSON, pronoun=keys[0]
        )
    if _is_medium(keys):
        kind, is_many = VoiceKind.NEWSROOM, _is_plural(keys, "")
        return Mention(
            text=core.strip().casefold(), name="", described=frozenset(), gender="", kind=kind, is_plural=is_many
        )
    is_anothers = _is_of_another(words, keys) or _is_apposed(words, rest)
    first, last = (len(words), len(words)) if is_anothers else _name_range(words, keys)
    if (
        first < last < len(words)
        and _is_noun_behind(keys, last)
        and _kind(words, keys, first, last) in {VoiceKind.PERSON, VoiceKind.BODY}
    ):
        kind = _unnamed_kind([plain(key) for key in keys[last:]])
        is_many = _is_plural(keys, "")
        return Mention(
            text=core.strip(), name="", described=frozenset(keys) - _EMPTY, gender="", kind=kind, is_plural=is_many
        )
    name = " ".join(words[first:last])
    described = frozenset(plain(key) for key in keys[:first] + keys[last:]) | frozenset(
        plain(found.group().casefold()) for found in _WORD.finditer(rest)
    )
    kind = _kind(words, keys, first, last)
    return Mention(
        text=core.strip(),
        name=name,
        described=described - _EMPTY,
        gender=gender_of([*keys, *(found.group().casefold() for found in _WORD.finditer(rest))]),
        kind=kind,
        is_plural=_is_plural(keys, "" if kind is VoiceKind.ROLE else name),
        issuer=_issuer(core) if kind is VoiceKind.DOCUMENT else "",
    )


_DOWNING_STREET = re.compile(r"(?:[Nn]o\.?|Number) ?1[01]")
_PRONOUNS = frozenset("he she it they we i you who which that his her its their my our him them us me".split())
_EMPTY = frozenset("the a an of and for in , ( ) on at to his her its their".split())


def _is_medium(keys: list[str]) -> bool:
    """Say that a medium in general speaks, whatever its capitals, and no newsroom in particular ("TELEVISION news")."""
    return bool(keys) and keys[0] in {"television", "tv", "radio"} and _OF_MEDIA.issuperset(keys[1:])


_OF_MEDIA = frozenset("news and radio television tv media reports bulletins stations channels networks".split())


def _is_of_another(words: list[str], keys: list[str]) -> bool:
    """Say that the name in a mention is another's: "a spokesman for Ada Orr", "the head of the Harbour Board"."""
    if _is_handed_on(words, keys):
        return True
    for at, key in enumerate(keys):
        is_many = keys[0] in lexicon().groups or keys[0].endswith("s")
        if at and (at > 1 or is_many) and key in _OF_ANOTHER:
            head = [place for place in range(at) if not (place == 0 and keys[0] in _LEADS)]
            if any(_CAPITAL.match(words[place]) for place in head) or not head:
                return False
            known = {plain(keys[place]) for place in head}
            if not known & (lexicon().titles | lexicon().groups | lexicon().documents):
                return (
                    key != "of" and not known & lexicon().body
                )  # "an executive from Orrline", but "the board of Orrline"
            after = keys[at + 1 :]
            return key != "of" or not (after and after[0] in lexicon().office)
    return False


def _is_apposed(words: list[str], rest: str) -> bool:
    """Say that who is described is named behind the comma: "the former treasurer of Orrin, Bruno Kast," is not Orrin."""
    at = words.index("of") if "of" in words else 0
    is_small = at > 0 and not any(_CAPITAL.match(word) for word in words[:at])
    return is_small and _APPOSED.match(rest) is not None


_APPOSED = re.compile(r"\s(?:[A-ZÀ-ÖØ-Þ][\w.’'-]+\s){1,2}[A-ZÀ-ÖØ-Þ][\w’'-]+\s*(?:,|$)")


def _is_handed_on(words: list[str], keys: list[str]) -> bool:
    """Say that what a mention names comes from whom it names last: "questions obtained by the Harbour Post"."""
    at = next((at for at in range(2, len(keys)) if keys[at] in {"by", "to", "in"} and keys[at - 1] in _HANDED), 0)
    return at > 0 and not any(_CAPITAL.match(word) for word in words[: at - 1])


_HANDED = frozenset(
    "seen obtained reviewed reported published issued released provided leaked written compiled disclosed submitted".split()
)
_OF_ANOTHER = frozenset("for from at by with in to of on familiar close".split())
_LEADS = frozenset("the a an one another some many several two three most few other his her its their".split())


def _is_noun_behind(keys: list[str], last: int) -> bool:
    """Say that a common noun follows a name and is what speaks: "the Orr campaign team"."""
    return keys[last].isalpha() and keys[last] not in {
        "for",
        "from",
        "with",
        "at",
        "in",
        "of",
        "on",
        "and",
        "during",
        "after",
        "before",
        "through",
        "by",
        "about",
        "via",
        "himself",
        "herself",
        "itself",
        "too",
    }


SMALL = frozenset(
    "the a an this that these those his her its their our my your some any no each every both all many several few "
    "most such other  another one two three in on at by for from with but and or as while when if critics supporters "
    "officials residents people police  aides experts analysts observers opponents authorities researchers scientists "
    "sources voters".split()
)


def plain(key: str) -> str:
    """Give a word in small letters without its possessive ending, a title in full ("sen.": "senator")."""
    key = re.sub(r"['’]s$", "", key)
    return _SHORT_TITLES.get(key, key)


_SHORT_TITLES = {
    "sen.": "senator",
    "rep.": "representative",
    "gov.": "governor",
    "gen.": "general",
    "prof.": "professor",
    "dr.": "doctor",
    "dr": "doctor",
}


def _core(text: str) -> tuple[str, str, str]:
    """Split a mention at what is said of it behind a comma."""
    place = _ASIDE.search(text)
    return (text, "", "") if place is None else (text[: place.start()], text[place.start()], text[place.end() :])


def _without_clause(text: str) -> str:
    """Give a mention of a document without the clause that says more of it ("a study of naps that followed 13,482 people")."""
    found = _CLAUSE.search(text)
    head = () if found is None else text[: found.start()].casefold().split()
    is_document = not lexicon().documents.isdisjoint(head)
    return text[: found.start()] if found is not None and is_document else text


_CLAUSE = re.compile(r"\sthat\s(?=[a-z]+\b)(?!day\b|week\b|month\b|year\b)")
# Where what is said of whoever is named begins; a comma inside a number is none ("a study that followed 13,482 people").
_ASIDE = re.compile(r",(?!\s+(?:Jr|Sr)\b|(?<=\d,)\d)|\s(?:[—–(]|--)|\swho\b|\swhich\b")


def _name_range(words: list[str], keys: list[str]) -> tuple[int, int]:
    """Give the words of the proper name: the last run of capitals that stands before any "of", titles cut off."""
    stop = next(
        (
            at
            for at, key in enumerate(keys)
            if at and key in {"for", "from", "with", "at", "in"} and _CAPITAL.match(words[at - 1])
        ),
        len(words),
    )
    if any(_CAPITAL.match(word) for word in words[:stop]) is False:
        stop = len(words)
    last = stop
    while last > 0 and (not _CAPITAL.match(words[last - 1]) or keys[last - 1] in _DAYS):
        last -= 1
    first = last
    while first > 0 and (
        _CAPITAL.match(words[first - 1])
        or (keys[first - 1] in _JOINS and first > 1 and _CAPITAL.match(words[first - 2]))
    ):
        if re.search(r"['’]s$", words[first - 1]) and first < last and _is_title(keys[first]):
            break
        first -= 1
    return _without_titles(keys, first, last)


_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february july september october november december".split()
)


def _is_title(key: str) -> bool:
    return plain(key) in lexicon().titles


def _without_titles(keys: list[str], first: int, last: int) -> tuple[int, int]:
    """Cut the titles off the front of a name: what stands before the person's own names."""
    while first < last and keys[first] in {"the", "a", "an"}:
        first += 1
    cut = first
    for at in range(first, last):
        key = plain(keys[at])
        if key in lexicon().titles or key in lexicon().groups or (key.endswith("s") and is_demonym(key)):
            cut = _past_office(keys, at + 1, last)
    return (last, last) if cut >= last else (cut, last)


def _past_office(keys: list[str], at: int, last: int) -> int:
    """Give the word after an office: "of State", "of Homeland Security", "General"."""
    if at < last and keys[at] in {"of", "for"}:
        at += 1
        while at < last and keys[at] == "the":
            at += 1
        start = at
        while at < last and (keys[at] in lexicon().office or (keys[at] == "and" and at > start) or at == start):
            at += 1
        return at if last - at != 0 or at - start > 0 else start
    while at < last and keys[at] in lexicon().office:
        at += 1
    return at


def gender_of(keys: Iterable[str]) -> str:
    """Give the gender that titles and words of kinship show: "m", "f" or ""."""
    shown = set(keys)
    if shown & lexicon().female:
        return "f"
    return "m" if shown & lexicon().male else ""


def _kind(words: list[str], keys: list[str], first: int, last: int) -> VoiceKind:
    """Say what sort of speaker a mention names."""
    if first >= last:
        return _unnamed_kind([plain(key) for key in keys])
    name = [plain(key) for key in keys[first:last]]
    tail = [plain(key) for key in keys[last:]]
    is_titled = any(_is_title(key) for key in keys[:first])
    is_acronym = len(name) == 1 and words[first].isupper() and len(words[first]) > 1
    known = lexicon()
    tests = (
        (is_titled and not _is_body(name), VoiceKind.PERSON),
        (any(key in known.documents for key in tail), VoiceKind.DOCUMENT),
        (
            _is_newsroom(name, has_article=keys[0] == "the")
            or tail[-2:] == ["news", "agency"]
            or tail[-1:] == ["newspaper"],
            VoiceKind.NEWSROOM,
        ),
        (any(key in known.groups or _is_title(key) for key in tail), VoiceKind.ROLE),
        (_is_body(name) or is_acronym or (keys[0] == "the" and first > 0 and not is_titled), VoiceKind.BODY),
        (bool(tail) and tail[-1] in known.body, VoiceKind.BODY),
    )
    return next((kind for is_so, kind in tests if is_so), VoiceKind.PERSON)


def is_station(name: Sequence[str]) -> bool:
    """Say that a name in small letters is a broadcaster's that begins with the trade.

    >>> is_station(["channel", "north"]), is_station(["channel", "islands"])
    (True, False)
    """
    return 1 < len(name) < 4 and name[0] in {"channel", "radio"} and name[1] not in _NO_STATION


_NO_STATION = frozenset("islands island tunnel crossing crossings port ports coast city times news operators".split())


def _is_newsroom(name: list[str], *, has_article: bool) -> bool:
    known = lexicon()
    if is_station(name):
        return True
    ends = known.media | known.media_article if has_article else known.media
    is_paper = len(name) > 1 and (name[-1] in ends or name[0] == "daily")
    return name[-1] in known.media_alone or is_paper


def _unnamed_kind(head: list[str]) -> VoiceKind:
    """Say what sort of speaker a mention without a name stands for."""
    if any(key in _OUTLETS for key in head):
        return VoiceKind.NEWSROOM
    core = head[: next((at for at, key in enumerate(head) if at and key in _OF_ANOTHER), len(head))]
    if (len(core) > 1 and core[-1] in {"television", "radio"}) or " ".join(core[-2:]) in _UNNAMED_OUTLETS:
        return VoiceKind.NEWSROOM
    if any(key in lexicon().documents for key in core) and not (core and core[-1] in lexicon().titles):
        return VoiceKind.DOCUMENT
    return VoiceKind.BODY if core and core[-1] in lexicon().body else VoiceKind.ROLE


_UNNAMED_OUTLETS = frozenset(
    (
        "news agency",
        *(f"{reach} {paper}" for reach in ("local", "regional", "national") for paper in ("paper", "papers")),
    )
)
_OUTLETS = frozenset("outlets media newspapers newspaper broadcaster broadcasters magazine outlet".split())


def _is_body(name: list[str]) -> bool:
    return any(key in lexicon().body for key in name) or any(key in {"of", "for", "and", "&"} for key in name[1:])


def _is_plural(keys: list[str], name: str) -> bool:
    return not name and (
        any(key in lexicon().groups for key in keys)
        or bool(set(keys[:2]) & _NUMBERS)
        or (bool(keys) and has_plural_form(keys[-1]) and keys[0] not in {"a", "an", "one"})
    )


def _issuer(core: str) -> str:
    """Give who issued a document, where the mention says: "a statement from the ministry", "the ministry's statement"."""
    after = re.search(
        r"\b(?:statement|release|communiqué|communique|post|tweet|letter|memo|message)s?\s+(?:from|by|of)\s+(.+)$", core
    )
    if after:
        return "" if _DATED.match(after.group(1)) else after.group(1)
    before = re.match(
        r"(.+?)['’]s?\s+(?:\w+\s+){0,3}(?:statement|release|communiqué|post|posts|tweet|tweets|letter|memo|message)$",
        core,
    )
    if before is None:
        before = re.match(rf"(his|her|their|its)\s+(?:\w+\s+){{0,2}}(?:{_PAPERS})$", core, re.IGNORECASE)
    return before.group(1) if before else ""


_NUMBERS = frozenset("two three four five six both".split())
_DATED = re.compile(
    r"(?:late|early|mid|last|this|that|the day|\d|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\b)",
    re.IGNORECASE,
)
_PAPERS = "statement|release|communiqué|posts?|tweets?|letter|memo|message|note|ruling|judgment|judgement|order"


def is_many(text: str) -> bool:
    """Say that a lone word in capitals is the plural of a post, a word for a group ("Detectives") or for a document."""
    key = text.casefold()
    known = lexicon()
    is_group = key in known.groups - _PARTIES or key.removesuffix("s") in known.titles - {key}
    return text.isalpha() and (is_group or key in known.documents)


def bare(text: str) -> str:
    """Give a description without its article "the"; one that opens a sentence loses its capital."""
    bare = re.sub(r"^(?:the|The)\s+", "", text.strip(" ,.\u00a0"))
    first = bare.split(" ", 1)[0].casefold()
    known = lexicon()
    second = bare.split(" ")[1:2]
    if second and second[0][:1].isupper():
        return bare
    is_small = first in SMALL or (first in known.groups | known.titles | known.documents and first not in _PARTIES)
    return bare[:1].lower() + bare[1:] if is_small and not bare[1:2].isupper() else bare


_PARTIES = frozenset("republicans democrats".split())
