"""Press releases and statements: texts that a body, a firm or a person gives out, and whose they are."""

import re
from collections.abc import Iterator

from stemma.model import Credit, CreditRole, ZoneKind
from stemma.reports.agencies import find_agency
from stemma.reports.bylines import is_person_name
from stemma.reports.datelines import is_city
from stemma.reports.lines import Label, Line
from stemma.reports.outlets import Naming, is_institution, naming

_REACH = 5  # paragraphs on top among which a release says that it is one
_ENDING = 14  # paragraphs at the end among which it says whom to ask
_LONGEST_LINE = 14  # words of a line that heads a release
_LONGEST_NAME = 7  # words of an issuer's name
_FIRST_PERSON = 3  # paragraphs in which a statement speaks of itself
_WORD = r"[A-ZÀ-ÖØ-Þ\d][\w’'.&/-]*"
_TITLE = rf"{_WORD}(?:\s(?:(?:of|and|for|the|&|de|of the|for the|and the)\s)?{_WORD})*"
_HEADING = re.compile(
    r"(?i)(?:embargoed\s)?(?:(?:official|joint)\s)?(?:(?:press|media|news)\s(?:release|statement|notice)|for immediate release)"
    r"(?:\s?[-:–—|/,(\n]\s*(?P<rest>.+)|\s*)"
)
_BEHIND = re.compile(
    rf"(?:[Tt]he\s)?(?P<name>{_TITLE})(?P<mark>\s?[-:–—|]\s?|\s)(?i:(?:press|media|news)\s(?:release|statement))",
    re.DOTALL,
)
_NEWSROOM = re.compile(
    rf"(?:[Tt]he\s)?(?P<name>{_TITLE})\s?[-:–—|]\s?(?i:news(?:room)?|(?:press|media) (?:office|cent(?:re|er)))"
    r"(?:\s(?:from|room|and)\b.*|\s[|/>–—-]\s.*)?"
)
_ALERT = re.compile(
    r"(?i)(?:[\w-]+\s){0,3}(?:alert|advisory|notice|bulletin|recall|warning)\b(?:\s(?:no|number|ref)\b\.?:?)?\s?[#\d].*"
)  # "Food alert 2022.031", under the name of who gives it out
_STATEMENT = re.compile(
    rf"(?i:(?:(?:full|joint|official|press|media|public)\s)*statement\s(?:by|from|of|on behalf of))\s(?i:the\s)?"
    rf"(?P<name>{_TITLE})(?:\s(?:on|about|regarding|following|after)\s.*|\s?[,:–—-].*)?"
)
_NO_ISSUER = re.compile(
    r"(?i)(?:facts?|intent|purpose|principles?|accounts?|works?|support|claim|us|me|this|our|(?:the )?authors?|cookies)\b"
)
_ABOUT = re.compile(rf"(?:About|ABOUT)\s(?:[Tt]he\s|THE\s)?(?P<name>{_TITLE})(?::?$|:\s|\n)")
_CONTACT = re.compile(
    r"(?i)\W*(?:for\s)?(?:(?:press|media|news)\s(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies))|notes?\s(?:to|for)\seditors?)\b"
    r"|\W*ends?(?:\sof\s(?:release|statement))?\W*$|(?:#\s?){3}$"  # "-ENDS-", "# # #"
)
_ISSUED = re.compile(rf"(?i:issued\s(?:by|on behalf of))\s?:?\s(?i:the\s)?(?P<name>{_TITLE})[.]?")
_SUBJECT = re.compile(rf"(?:The\s)?(?P<name>{_TITLE})(?=,?\s[a-z])")
_ANNOUNCES = re.compile(
    r"(?:,[^.]{0,90},)?\s(?:(?:has|have|is|are|today|proudly|very)\s)*"
    r"(?:announce[sd]?|launch(?:e[sd])?|pleased|proud|delighted|unveil(?:s|ed)?|welcome[sd]?|call(?:s|ed) on|condemn(?:s|ed)?|"
    r"introduce[sd]?|regrets?)\b"
)
_OPENS = re.compile(
    r"(?:A|An|In|On|At|After|Before|With|From|More|Over|Under|Nearly|About|Around|Almost|Some|Two|Three|Four|Five|Six|Seven|Eight|"
    r"Nine|Ten|All|Both|Many|Most|New|This|That|These|Today|Yesterday|Following|As|For|When|While|If|\d+\S*|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\s"
)
_OFFICE = re.compile(
    r"\b(?:Chief|Executive|Mayor|President|Minister|Dr|Prof|Professor|Director|Mrs?|Ms|Sir|Councillor|Secretary|Chair\w*|"
    r"Superintendent|Inspector|Captain|General)\b"
)
_SPEAKS = re.compile(r"\b(?:[Ww]e|[Oo]ur|I|[Mm]y)\b")
_QUOTED = re.compile(r"\"[^\"]*(?:\"|$)|“[^”]*(?:”|$)|‘[^’]*’")


def find_issuer(text: str, lines: list[Line], kinds: dict[int, ZoneKind], named: list[Credit]) -> str | None:
    r"""Give who gives out a text that is a press release or statement; None where it is none, or does not say whose.

    >>> from stemma.reports.lines import read_lines
    >>> from stemma.reports.paragraphs import paragraphs
    >>> text = "MEDIA RELEASE\n\nNew pumps for the lower town\n\nNorpump AG will build a hall in Hallin, it said."
    >>> lines = read_lines(text, paragraphs(text))
    >>> find_issuer(text, lines, {2: ZoneKind.BODY}, [])
    'Norpump AG'
    """
    if any(one.role in {CreditRole.AGENCY, CreditRole.OUTLET, CreditRole.CONTRIBUTOR} for one in named):
        return None  # a newsroom's own
    if any(line.byline is not None and line.byline.has_by for line in lines):
        return None
    bodies = [line for number, line in enumerate(lines) if kinds.get(number) is ZoneKind.BODY]
    if not bodies or not _is_release(text, lines, bodies):
        return None
    return next((name for name in map(_tidy, _names(text, lines, bodies)) if _may_issue(name)), None)


def _is_release(text: str, lines: list[Line], bodies: list[Line]) -> bool:
    """Say whether a text shows that it is given out: by a line on top, or by whom to ask and what the issuer is at its end."""
    if _alerting(text, lines) is not None:
        return True
    for line in lines[:_REACH]:
        told = _told(text, line)
        if len(told.split()) > _LONGEST_LINE or line is bodies[0]:
            break
        if _HEADING.fullmatch(told) or _headed(told) is not None:
            return True
        if _NEWSROOM.fullmatch(told) and _speaks(text, bodies):
            return True
        if _STATEMENT.fullmatch(told) and (_speaks(text, bodies) or _has_contact(text, lines)):
            return True
    return _has_contact(text, lines) and next(_abouts(text, lines), None) is not None


def _names(text: str, lines: list[Line], bodies: list[Line]) -> Iterator[str]:
    """Give what may be the issuer's name, the surest first."""
    top = [_told(text, line) for line in lines[:_REACH]]
    stated = (_STATEMENT.fullmatch(told) for told in top)
    yield from (match["name"] for match in stated if match is not None)
    yield from (name for name in (_alerting(text, lines), *map(_headed, top)) if name is not None)
    newsrooms = (_NEWSROOM.fullmatch(told) for told in top) if _speaks(text, bodies) else ()
    yield from (match["name"] for match in newsrooms if match is not None)
    for match in (_HEADING.fullmatch(told) for told in top):
        rest = re.split(r"\s?[|:–—,]\s", (match["rest"] or "").strip(" )"))[0] if match is not None else ""
        if re.fullmatch(_TITLE, rest) and any(rest in text[line.start : line.end] for line in bodies):
            yield rest
    yield from _abouts(text, lines)
    for line in (*lines[:_REACH], *lines[-_ENDING:]):
        issued = _ISSUED.fullmatch(_told(text, line))
        if issued is not None:
            yield issued["name"]
    yield from (told for told in _below(text, lines, bodies) if re.fullmatch(_TITLE, told) and is_institution(told))
    yield from _subject(text, bodies[0])


def _headed(told: str) -> str | None:
    """Give the body that a line on top names as whose release or news it is ("Hallin Council press release")."""
    behind, newsroom = _BEHIND.fullmatch(told), _NEWSROOM.fullmatch(told)
    if behind is not None and (behind["mark"].strip() or is_institution(behind["name"])):
        return behind["name"]
    is_body = newsroom is not None and is_institution(newsroom["name"]) and len(newsroom["name"].split()) > 1
    return newsroom["name"] if newsroom is not None and is_body else None


def _alerting(text: str, lines: list[Line]) -> str | None:
    """Give the body whose name is the top line, over the kind and number of what it gives out."""
    name, kind = (_told(text, line) for line in lines[:2]) if len(lines) > 1 else ("", "")
    return name if is_institution(name) and re.fullmatch(_TITLE, name) and _ALERT.fullmatch(kind) else None


def _abouts(text: str, lines: list[Line]) -> Iterator[str]:
    """Give whom a paragraph near the end is said to be about ("About Norpump")."""
    ending = lines[-_ENDING:]
    for number, line in enumerate(ending):
        match = _ABOUT.match(text[line.start : line.end])
        is_followed = any(one.label is Label.PROSE for one in ending[number + 1 : number + 2])
        if (
            match is not None
            and (is_followed or len(line.keys) > _LONGEST_LINE)
            and not _NO_ISSUER.match(match["name"])
        ):
            yield match["name"]


def _has_contact(text: str, lines: list[Line]) -> bool:
    return any(_CONTACT.match(_told(text, line)) for line in lines[-_ENDING:])


def _below(text: str, lines: list[Line], bodies: list[Line]) -> list[str]:
    """Give the lines that stand under the last paragraph."""
    return [_told(text, line) for line in lines if line.start >= bodies[-1].end]


def _subject(text: str, line: Line) -> Iterator[str]:
    """Give the subject of the first sentence where it is a body or firm, or whoever announces something."""
    start = line.start if line.dateline is None else line.dateline.end
    told = text[start : line.end].lstrip()
    match = _SUBJECT.match(told)
    if match is None or " " not in match["name"] or _OPENS.match(match["name"]) or _OFFICE.search(match["name"]):
        return
    if is_institution(match["name"]) or _ANNOUNCES.match(told, match.end()):
        yield match["name"]


def _speaks(text: str, bodies: list[Line]) -> bool:
    """Say whether a text speaks of itself as "we" or "I" outside quotation marks, as no newsroom does."""
    return any(_SPEAKS.search(_QUOTED.sub("", text[line.start : line.end])) for line in bodies[:_FIRST_PERSON])


def _told(text: str, line: Line) -> str:
    return text[line.start : line.end].strip(" \t\n#*_")


def _tidy(name: str) -> str:
    return " ".join(name.split()).removesuffix(".")


def _may_issue(name: str) -> bool:
    """Say whether a name can be whose release a text is: no newspaper's, agency's or place's."""
    is_short = 0 < len(name.split()) <= _LONGEST_NAME and not _NO_ISSUER.match(name)
    is_other = find_agency(name) is not None or is_city(name.title())
    is_outlet = naming(name) is Naming.SURE and not is_institution(name) and not is_person_name(name)
    return is_short and not is_other and not is_outlet
