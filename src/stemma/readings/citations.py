"""Citations between newsrooms: to whom a thing was said, who reported it first, whose report or document is leant on.

A newsroom as the subject of the news ("AP fires a reporter", "Fox said in a statement") is cited by nobody, nor is its poll.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from stemma.model import Citation, CitationKind, Report, Span, ZoneKind
from stemma.readings.lexicon import lexicon
from stemma.readings.mentions import is_station
from stemma.readings.wordlists import word_list

_PROSE = frozenset({ZoneKind.BODY, ZoneKind.HEADLINE, ZoneKind.STANDFIRST, ZoneKind.SUBHEAD})
_WORD = (
    r"(?:(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|June|July|August|September|October|"
    r"November|December)\b)[A-ZÀ-ÖØ-Þ](?:[\w&-]|\.(?!\s[A-Z“\"]|$)|(?<=\b[A-Z])\.|(?<=\bSt)\.)*|[0-9]{1,3}(?=[\s,.’']))"
)
_NAME = rf"(?P<name>(?!\d){_WORD}(?:\s(?:(?:of|the|and|&|de|della)\s)?{_WORD}){{0,5}})"
_LED = (
    r"(?:(?:the|an?|this|our|last|Saturday[’']s|Sunday[’']s|[A-Z][\w-]+[’']s?|[A-Z][a-z]+(?:ese|ish|ian|an|ch)|local|state|"
    r"national|public|private|rival|sister|conservative|liberal|independent|opposition|pro-\w+|\w+-language|weekly|daily|"
    r"recent|scathing|newspaper|broadcaster|magazine|website|station|network|channel|agency|news|wire|service|outlet|site|"
    r"tabloid|programme|program|show|radio|television|TV|host|business|with)\s+){0,4}?[“\"‘]?"
)
_SPOKE = (
    r"(?:said|says|saying|added|confirmed|explained|spoke|speaks|speaking|talked|talking|wrote|admitted|disclosed|revealed|"
    r"described|recalled|complained)"
)
_TALK = r"(?:interviews?|conversations?|discussions?|talks?|chats?|sit-down|q&a|phone call)"
_PAPERS = (
    r"(?:op-eds?|articles?|reports?|stor(?:y|ies)|columns?|editorials?|essays?|pieces?|investigations?|exclusives?|analys[ie]s|"
    r"profiles?|blog posts?|podcasts?|documentar(?:y|ies))"
)
_TELLS = (
    r"(?:reported|reports|wrote|writes|revealed|reveals|disclosed|published|publishes|uncovered|described|describes|cited|"
    r"quoted|noted|notes|explained|explains|found|learned|obtained|unearthed|detailed|puts?(?=\sthe\s))"
)
_SORT = r"(?:website|newspaper|blog|newsletter|magazine|broadcaster|radio station|news agency|news site|trade paper)"
_PUBLIC = (
    r"(?:tells|told|informed)\s(?:(?:its|their|the|his|her)\s)?(?:viewers|listeners|readers|subscribers|audiences?)"
)
_ADVERBS = (
    r"(?:(?:first|also|later|has|had|have|previously|earlier|recently|exclusively|originally|then|separately|once|"
    r"just)\s+){0,2}"
)
_DAY = r"(?:(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s+)?"
_JOURNALIST = r"[’']s?\s+(?:\w+\s+){0,2}?[A-ZÀ-ÖØ-Þ][\w.’-]+(?:\s[A-ZÀ-ÖØ-Þ][\w.’-]+){1,3}"
_NO_REPORT = (
    r"(?!\S*\s(?:\w+\s){0,2}?(?:polls?|polling|surveys?|tall(?:y|ies)|counts?|debates?|town\s?halls?|spokes\w+|executives?|"
    r"index|projections?|average|tracker|estimates?|rankings?)\b)(?![-/])"
)


_FARTHEST = 60  # characters before a name in which the one that it is joined to begins
_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-Þ][\w&]*")
_UNKNOWN = re.compile(
    r"\b(?:first|originally|initially|previously)\s(?:been\s)?[a-z]+ed\b|\b[KW][A-Z]{2,3}\b|\w\.(?:com|org|net)\b"
)
_OWNED = re.compile(rf"[’']s?\s{_NAME}")
_STAFF = re.compile(
    r"(?:[’']s?)?\s(?:officials?|executives?|lawyers?|spokes\w+|employees?|bosses|owners?|chief|management)\b|\sshow\b"
)


class _Form(NamedTuple):
    """A form of words in which a newsroom is cited, and as what; `is_sure` where whoever stands there is a newsroom.

    `clue` is a part of the form without which a paragraph cannot have it: looked for first, it saves the search for names.
    """

    kind: CitationKind
    words: str
    is_sure: bool = False
    clue: re.Pattern[str] | None = None

    @property
    def pattern(self) -> re.Pattern[str]:
        """The form as a pattern, made when a paragraph first asks for it."""
        return _pattern(self.words)


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words)


def _form(kind: CitationKind, words: str, *, is_sure: bool = False) -> _Form:
    return _Form(kind, words, is_sure)


def _named_first(kind: CitationKind, words: str, clue: str) -> _Form:
    """Give a form that begins with the newsroom's name."""
    return _Form(kind, _NAME + words, clue=re.compile(rf"\b{clue}\b"))


_FIRST, _SEEN, _TOLD, _REPORTED = CitationKind.FIRST, CitationKind.SEEN, CitationKind.TOLD, CitationKind.REPORTED
# The surer and narrower forms come first: a name is cited once where it stands.
_FORMS = (
    _form(
        _FIRST,
        rf"\b(?:first|originally|initially|previously)\s(?:been\s)?(?:reported|revealed|published|disclosed|announced|broken)\s"
        rf"{_DAY}(?:by|in|on)\s{_LED}{_NAME}",
        is_sure=True,
    ),
    _form(_FIRST, rf"\b(?:uncovered|unearthed|broken|revealed|exposed)\sby\s{_LED}{_NAME}"),
    _named_first(_FIRST, r"\s(?:was|were)\s(?:the\s)?first\sto\s(?:report|reveal|publish|disclose)\b", "first"),
    _named_first(
        _FIRST,
        r"\s(?:first\s(?:reported|revealed|published)|broke\sthe\s(?:news|story)|uncovered)\b",
        "(?:first|broke|uncovered)",
    ),
    _form(
        _SEEN,
        rf"\b(?:seen|obtained|reviewed|viewed|examined|heard|verified|acquired)\s(?:\w+ly\s)?by\s{_LED}{_NAME}",
    ),
    _form(
        _SEEN,
        rf"\b(?:provided|leaked|shared|released|sent|given|handed|made\savailable|shown)\s(?:\w+ly\s)?(?:to|with)\s{_LED}{_NAME}",
    ),
    _named_first(_REPORTED, rf",?\s{_ADVERBS}{_PUBLIC}\b", "(?:viewers|listeners|readers|subscribers|audiences?)"),
    _form(_TOLD, rf"\b(?:[Tt]old|tells?|[Tt]elling|informed|assured|reminded)\s{_LED}{_NAME}"),
    _form(_TOLD, rf"\b{_SPOKE}\s(?:exclusively\s|\w+ly\s|{_DAY})?(?:to|with)\s{_LED}{_NAME}"),
    _form(
        _TOLD,
        rf"\b(?:{_TALK}|statement|comments?|remarks|e-?mail|message|letter|notes)\s(?:\w+\s){{0,3}}?(?:with|to|for|on|by)\s"
        rf"{_LED}{_NAME}",
    ),
    _form(_TOLD, rf"\b[Ii]nterviewed\s(?:\w+\s)?(?:by|on|for|with)\s{_LED}{_NAME}"),
    _form(_TOLD, rf"\b(?:contacted|reached|questioned|approached)\s(?:\w+\s)?by\s{_LED}{_NAME}"),
    _form(_TOLD, rf"\b(?:in|during|after|an?|the)\s{_LED}{_NAME}(?:[’']s)?\s(?:{_TALK})\b(?!\s(?:schedule|request))"),
    _form(
        _TOLD,
        rf"\b(?:[Ss]aid|[Aa]ppear\w*|[Ss]poke|[Ss]peaking|[Ii]nterviewed|went|[Aa]sked|[Aa]ppearance)\b[^.;\n“”\"]{{0,40}}?\son\s"
        rf"{_LED}{_NAME}",
    ),
    _form(_REPORTED, rf"\b[Aa]ccording\sto\s{_LED}{_NAME}{_NO_REPORT}"),
    _form(
        _REPORTED,
        rf"\b(?:[Cc]iting|[Qq]uoting|[Qq]uoted\sby|[Cc]ited\sby|[Aa]s\sreported\s(?:by|in))\s{_LED}{_NAME}{_NO_REPORT}",
    ),
    _form(
        _REPORTED,
        rf"\b(?:[Rr]eported|[Pp]ublished|wrote|writes|written|argued|argues|explained|appeared|appearing|carried)\s{_DAY}"
        rf"(?:\w+\s)?(?:by|in|for|at|on)\s{_LED}{_NAME}",
    ),
    _form(
        _REPORTED,
        rf"\b{_PAPERS}\s(?:\w+\s)?(?:by|in|from|for)\s{_LED}{_NAME}",
    ),
    _form(_REPORTED, rf"\b[Pp]er\s{_LED}{_NAME}(?=[,.])"),
    _named_first(_REPORTED, rf"{_JOURNALIST},?\s{_ADVERBS}{_TELLS}\b", _TELLS),
    _Form(
        _REPORTED,
        rf"{_NAME},\san?\s(?:[\w-]+\s){{0,3}}?{_SORT}(?:\s(?:that|which|for|in|about|on|run|owned|based)\s[^.;\n“”\"]{{0,80}}?)?,\s{_ADVERBS}(?:{_TELLS}|says|said)\b",
        is_sure=True,
        clue=re.compile(rf"\b{_SORT}\b"),
    ),
    _form(_REPORTED, rf"\b(?:[Ww]rites|[Rr]eports|[Ww]rote)\s{_LED}{_NAME}[’']"),
    _named_first(
        _REPORTED,
        rf"(?:\s(?:newspaper|magazine|news\sagency|agency|television|website))?,?\s{_ADVERBS}{_TELLS}\b",
        _TELLS,
    ),
    _named_first(_REPORTED, rf"(?:[’']s?)?\s(?:[a-z-]+\s){{0,2}}?(?:{_PAPERS})\b(?!\s(?:card|desk))", _PAPERS),
    _form(_REPORTED, rf"\b[Ff]rom\san?\s{_NAME}\s(?:reporter|correspondent|journalist)\b"),
)


def find_citations(report: Report) -> tuple[Citation, ...]:
    """Give the citations of newsrooms in a report's prose, in text order; a name is cited once where it stands."""
    found: dict[int, Citation] = {}
    for zone in report.zones:
        for form in _FORMS if zone.kind in _PROSE and _may_cite(report.text[zone.start : zone.end]) else ():
            for start, end in _named(form, report.text, zone.start, zone.end):
                if not any(one.span.start < end and start < one.span.end for one in found.values()):
                    name = _full(report.text, report.text[start:end])
                    found[start] = Citation(kind=form.kind, name=name, span=Span(report.id, start, end))
    named = [found[start] for start in sorted(found)]
    return tuple(sorted([*named, *_named_before(report, named)], key=lambda one: one.span.start))


def _named_before(report: Report, cited: Sequence[Citation]) -> Iterator[Citation]:
    """Give the citations of a newsroom by its sort alone, of the one that was cited shortly before ("the station reported")."""
    for zone in report.zones if cited else ():
        for found in _AGAIN.finditer(report.text, zone.start, zone.end) if zone.kind in _PROSE else ():
            before = [one for one in cited if found.start() - _SHORTLY <= one.span.start < found.start()]
            is_air = before and _ON_AIR.search(before[-1].name) is not None
            if before and _SORTS.get(found["sort"], is_air) is is_air:
                span = Span(report.id, found.start(), found.end("sort"))
                yield Citation(kind=CitationKind.REPORTED, name=before[-1].name, span=span)


_SHORTLY = 600  # characters, two paragraphs: farther off "the paper" may be another, or none that prints news
_AGAIN = re.compile(
    r"(?:^|(?<=\n)|(?<=[.,;:“”\"] )|(?<=\band )|(?<=\bbut )|(?<=\bthat )|(?<=\bas )|(?<=\bwhat ))"  # as a subject stands
    r"[Tt]he\s(?P<sort>newspaper|paper|station|channel|broadcaster|network|magazine|website|news\sagency|outlet)"
    rf"\s{_ADVERBS}(?:{_TELLS}|said|says|{_PUBLIC})\b"
)
_ON_AIR = re.compile(r"\b(?:Radio|TV|Television|FM|Channel|News|[A-Z]{3,4}\d?)\b")
_SORTS = {  # whether it is on the air; of what is not here it may be so or not
    "newspaper": False, "paper": False, "magazine": False,
    "station": True, "channel": True, "broadcaster": True, "network": True,
}  # fmt: skip


def _may_cite(told: str) -> bool:
    """Say whether a paragraph has any word that newsrooms are called by, or says who was first: most have none."""
    return not _hints().isdisjoint(_CAPITALS.findall(told)) or _UNKNOWN.search(told) is not None


@cache
def _hints() -> frozenset[str]:
    known = (word for name in word_list("newsrooms") for word in _CAPITALS.findall(name))
    ends = lexicon().media | lexicon().media_article
    return frozenset((*known, "Channel", *(form(word) for word in ends for form in (str.title, str.upper))))


def _named(form: _Form, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give where a form names a newsroom: the longest part of the name, from its first word, that is one."""
    if form.clue is not None and form.clue.search(text, start, end) is None:
        return
    offset, pattern = start, form.pattern
    while (match := pattern.search(text, offset, end)) is not None:
        left, name = match.start("name"), match.group("name")
        offset = max(left, match.start()) + 1
        length = _newsroom_length(name, has_article=text[max(0, left - 4) : left].casefold() == "the ")
        owned = _OWNED.match(text, match.end("name"), end)
        if not length and owned is not None:  # "Britain's ITV"
            left, name = owned.start("name"), owned.group("name")
            length = _newsroom_length(name, has_article=False)
        if not length and form.is_sure:
            length = len(name.rstrip("."))
        # else other words stand before the verb
        is_whole = length == len(name) or match.end() == match.end("name")
        is_newsrooms = form.kind is CitationKind.REPORTED or _STAFF.match(text, left + length) is None
        if length and is_whole and is_newsrooms:
            yield left, left + length
            yield from _beside(text, start, left)


def _beside(text: str, start: int, left: int) -> Iterator[tuple[int, int]]:
    """Give the newsroom that stands before another with an "and" between ("the Ledger and the Courier reported")."""
    match = _pattern(rf"(?P<article>[Tt]he\s)?{_NAME},?\sand\s(?:the\s)?$").search(
        text, max(start, left - _FARTHEST), left
    )
    if match is not None and _is_newsroom(match.group("name"), has_article=match.group("article") is not None):
        yield match.span("name")


def _newsroom_length(name: str, *, has_article: bool) -> int:
    """Give how many characters of a name, from its start, are a newsroom's; 0 where none are.

    >>> _newsroom_length("Fox News Sunday", has_article=False), _newsroom_length("Jane Roe", has_article=False)
    (8, 0)
    """
    for end in reversed([match.start() for match in re.finditer(r"\s|$", name)]):
        part = name[:end].rstrip(".,")
        if _is_newsroom(part, has_article=has_article):
            return len(part)
    return 0


def _is_newsroom(name: str, *, has_article: bool) -> bool:
    """Say whether a name is a newsroom's: a known one, a call sign, or one that ends with a word of the trade."""
    known = word_list("newsrooms")
    if not name or name in known or (has_article and f"The {name}" in known):
        return bool(name)
    if re.fullmatch(r"[KW][A-Z]{2,3}(?:-(?:TV|FM|AM))?|[A-Z][\w-]+\.(?:com|org|net)", name) is not None:
        return True
    words, media = name.casefold().split(), lexicon()
    if is_station(words):
        return True
    if len(words) == 1:
        first, *more = words[0].split("-")
        if more and has_article and {first, more[-1]} <= media.media:  # "the Post-Herald"
            return True
        is_alone = words[0] in media.media_alone or (has_article and words[0] in media.media)
        return is_alone and name not in _PLAIN
    ends = media.media | media.media_article if has_article else media.media
    return words[-1] in ends and words[-1] not in _NO_ENDS


def _full(text: str, name: str) -> str:
    """Give the longest name in the text that ends with this one: "the Post" is the Harbour Post; else the name itself."""
    name = name if name in word_list("newsrooms") else name.removeprefix("The ")
    if name not in _ENDINGS:
        return name
    longer = re.findall(rf"\b((?!(?:A|An|As|At|In|On|But|And|The)\s)(?:[A-Z][\w&-]+\s){{1,3}}{name})\b", text)
    return max((one for one in longer if "\n" not in one), key=len, default=name)


_PLAIN = frozenset(
    "News Press Media Radio Television TV Paper Papers Newspaper Newspapers Magazine Magazines Outlets".split()
)
_NO_ENDS = frozenset("paper papers agency agencies media outlet outlets newspapers magazines star".split())
# What newsrooms are called for short by the last word of their names.
_ENDINGS = frozenset(
    "Times Post Journal Herald Tribune Gazette Globe Chronicle Mail Mirror Sun Star Examiner Inquirer Dispatch Standard Courier "
    "Echo Argus Sentinel Telegraph Independent Observer Review Bulletin Register Record Ledger Beacon Monitor".split()
)
