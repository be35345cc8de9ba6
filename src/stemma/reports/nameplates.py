"""The nameplate of a page: an outlet's name alone at the very top, with or without a bar, a slogan or a section behind it."""

import re

from stemma.model import Credit, CreditRole
from stemma.reports.agencies import find_agency
from stemma.reports.bylines import Byline, is_person_name
from stemma.reports.datelines import is_city
from stemma.reports.furniture import is_furniture
from stemma.reports.lines import Label, Line
from stemma.reports.mastheads import SECTION
from stemma.reports.outlets import Naming, is_institution, naming

_LONGEST_NAME = 4  # words, "The" not counted
_LONGEST_KNOWN = 3  # words of a name that its words alone show to be one
_REACH = 6  # paragraphs on top among which the headline stands
_TOLD_AT_LENGTH = 30  # words of a paragraph with which the body has surely begun
_LONGEST_HEADLINE = 24  # words of one that ends like a sentence
_LOOKED_THROUGH = 20_000  # characters of the text in which a newsroom is named
_PLATE = re.compile(
    r"(?P<name>[^|>›»·•\n]{2,60}?)\s*(?:(?P<mark>[|>›»·•\n]|(?<=\s)[/–—-](?=\s))\s*(?P<rest>\S.{0,120}))?$", re.DOTALL
)
_NAME = re.compile(r"(?:[Tt]he\s|THE\s)?(?P<plain>[A-ZÀ-ÖØ-Þ][\w’'.&-]*(?:\s(?:[A-ZÀ-ÖØ-Þ\d][\w’'.&-]*|of|and|&))*)")
_CAMEL = re.compile(r"[a-zß-öø-ÿ][A-ZÀ-ÖØ-Þ]")
_BAR = re.compile(r"\s*[|·•]\s*")
_PART = re.compile(r"(?i)\s(?:sports?|news|live|online|blog)$")  # of an outlet, behind its name
_TELLS = re.compile(r"\s[A-Z][\w’-]*(?:[^s’']s|ed|ES|ED|[^S’']S)\s|\s(?:For|In|On|To|At|As|With|By|From|Over|After)\s")
_OPEN_END = re.compile(
    r"(?i)\s(?:news|today|online|digest|review|bulletin|record|evening|daily|weekly|monitor|star|network|live)$"
)  # of a page's parts too: "Crime News"
_KICKER = re.compile(
    r"(?i)\b(?:reads?|verdict|interviews?|stor(?:y|ies)|views?|brief(?:ing)?|debate|essay|guide|report|issue|question|files?|picture|"
    r"lowdown|explainer|background|latest|conversation|lead|profile|diary|column|podcast|quiz|row|case|crisis|war|vote|election)$"
)  # what a text is or is about
_DESCRIBES = re.compile(
    r"(?i)(?:the|a)\s(?:\w+\s){0,3}(?:magazine|newspaper|paper|blog|voice|station)\b.*"
    r"|news\s(?:from|for|and)\s.*"
    r"|(?:[\w’']+\s){0,4}(?:news|edition|blog|magazine|online|sports?|newsletter|bulletin|website|service)"
)
_SLOGAN = re.compile(
    r"(?i)\b(?:your|since|est\.|established|founded|free|voice of|(?:news)?paper|weekly|copies|serving|magazine|news from)\b"
)
_POSTED = re.compile(r"(?im)^posted by\b")
_TOLD = r"(?:told|tells|spoke to|speaking to|spoken to|confirmed to|in an interview with|seen by|obtained by)\s(?P<the>[Tt]he\s)?"
_KNOWS = (
    r"(?:\s(?:understands|understood|has (?:learned|learnt|seen|been told)|can reveal)\b"
    r"|[’']s? (?:reporter|correspondent|columnist)s?\b)"
)


def read_nameplate(text: str, lines: list[Line]) -> list[Line]:
    r"""Give the lines with the nameplate on top, if there is one, as the byline of its outlet, and a slogan as furniture.

    >>> from stemma.reports.lines import read_lines
    >>> from stemma.reports.paragraphs import paragraphs
    >>> text = "THE LINDEL LANTERN\nHome | News | Sport\n\nRiver floods the lower town\n\nRain fell, she told the Lindel Lantern."
    >>> line = read_nameplate(text, read_lines(text, paragraphs(text)))[0]
    >>> line.label.value, [credit.name for credit in line.credits]
    ('byline', ['THE LINDEL LANTERN'])
    """
    if not _may_be_plate(lines) or not _has_headline_below(text, lines):
        return lines
    match = _PLATE.match(text[lines[0].start : lines[0].end].rstrip())
    if match is None:
        return lines
    below = text[lines[0].end : lines[0].end + _LOOKED_THROUGH]
    rest, mark = match["rest"] or "", match["mark"] or ""
    if is_institution(match["name"]) and re.match(r"(?i)news(?:room)?\b", rest):
        return [lines[0]._replace(label=Label.CREDIT, byline=None, credits=()), *lines[1:]]
    for name in dict.fromkeys((match["name"], _PART.sub("", match["name"]))):
        if _is_name(name) and _is_plate(text, lines, name, mark, rest, below):
            return _as_plate(text, lines, name)
    return lines


def read_name_over_authors(text: str, lines: list[Line]) -> list[Line]:
    r"""Give the lines with a name right over whoever wrote the text as its outlet's: over "posted by", or a known newsroom's.

    >>> from stemma.reports.lines import read_lines
    >>> from stemma.reports.mastheads import read_heads
    >>> from stemma.reports.paragraphs import paragraphs
    >>> text = "Floods at last\n\nRIVER LOG\nposted by kez | 3 March 2021\n\nRain fell on the town, and it fell on me."
    >>> line = read_name_over_authors(text, read_heads(text, read_lines(text, paragraphs(text))))[1]
    >>> line.label.value, [credit.name for credit in line.credits]
    ('byline', ['RIVER LOG'])
    """
    if any(one.role is CreditRole.OUTLET for line in lines[:_REACH] for one in line.credits):
        return lines
    for number, line in enumerate(lines[1:_REACH], start=1):
        if line.dateline is not None or line.label not in {Label.TITLE, Label.BYLINE}:
            return lines
        if _is_over_authors(text, lines, number):
            name = text[line.start : line.end].strip()
            return [*lines[:number], _with_outlet(text, line, name), *lines[number + 1 :]]
    return lines


def _is_over_authors(text: str, lines: list[Line], number: int) -> bool:
    """Say whether a line below an empty one is a name, right over a blog's author or over one who writes for that newsroom."""
    line, below = lines[number], lines[number + 1 : number + 2]
    name = text[line.start : line.end].strip()
    if line.credits or (line.byline is not None and (line.byline.told or line.byline.has_by)) or not _is_name(name):
        return False
    is_apart = "\n\n" in text[lines[number - 1].end : line.start]
    is_close = bool(below) and text[line.end : below[0].start].count("\n") == 1
    if not (is_apart and is_close) or below[0].byline is None or not below[0].byline.has_by:
        return False
    is_blog = _POSTED.search(text, below[0].start, below[0].end) is not None
    return is_blog or _is_newsroom(name, text[below[0].end : below[0].end + _LOOKED_THROUGH])


def _may_be_plate(lines: list[Line]) -> bool:
    """Say whether the top line may be a nameplate that nothing has been read in."""
    if len(lines) < 3 or lines[0].label not in {Label.TITLE, Label.FURNITURE, Label.BYLINE} or lines[0].credits:
        return False
    byline = lines[0].byline
    return byline is None or not (byline.told or byline.has_by)


def _has_headline_below(text: str, lines: list[Line]) -> bool:
    """Say whether a line near the top, under the first one, can be the headline."""
    for number, line in enumerate(lines[1:_REACH], start=1):
        if line.dateline is not None or len(line.keys) > _TOLD_AT_LENGTH:
            return False
        if line.label is Label.TITLE and len(line.keys) >= 3 and not _is_slogan(text, lines, number):
            return True
        if line.label is Label.PROSE and len(line.keys) <= _LONGEST_HEADLINE:
            near = lines[number + 1 : number + 4]
            return any(one.byline is not None and (one.byline.told or one.byline.has_by) for one in near)
    return False


def _is_name(name: str) -> bool:
    """Say whether words can be the name of an outlet at all."""
    match = _NAME.fullmatch(name)
    if match is None or len(match["plain"].split()) > _LONGEST_NAME or name[-1] in ".'’":
        return False
    agency = find_agency(name)
    is_other = SECTION.fullmatch(name) or is_city(name.title()) or is_furniture(name)
    return not is_other and (agency is None or not agency.country)


def _is_plate(text: str, lines: list[Line], name: str, mark: str, rest: str, below: str) -> bool:
    """Say whether what stands round a name shows that it is the outlet's."""
    is_known, is_named = _is_known(name), _is_newsroom(name, below)
    if rest and not (_is_bar(rest) or _is_section(mark, rest) or _DESCRIBES.fullmatch(rest)):
        return False
    if is_known or is_named:
        return True
    if _KICKER.search(name) or _share_in_small_letters(name, below) > 0:
        return False
    is_apart = _CAMEL.search(name) is not None or name[:4].lower() == "the " or naming(name) is Naming.SURE
    has_bar = _is_bar(rest) or (not rest and _is_bar(text[lines[1].start : lines[1].end]))
    is_headed = (
        not rest and re.match(r"(?i)the\s\S+\s", name) and (_is_dated(text, lines) or _is_slogan(text, lines, 1))
    )
    return is_headed or (is_apart and (has_bar or _is_section(mark, rest)))


def _is_known(name: str) -> bool:
    """Say whether the words of a name show by themselves that it is an outlet's, and no headline about one or part of a page."""
    plain = re.sub(r"(?i)^the\s", "", name)
    is_sure = naming(plain) is Naming.SURE and len(plain.split()) <= _LONGEST_KNOWN
    is_open = _OPEN_END.search(plain) is not None and _CAMEL.search(plain) is None
    return is_sure and not is_open and _TELLS.search(plain) is None


def _is_newsroom(name: str, below: str) -> bool:
    """Say whether the text names it as a newsroom: somebody told it something, or it understands or has learned something."""
    plain = re.sub(r"(?i)^the\s", "", name)
    called = rf"(?P<name>(?i:{re.escape(plain)}))(?![\w-])"
    knows = re.search(rf"\b{called}{_KNOWS}", below)
    if knows is not None and knows["name"][0].isupper():
        return True
    told = re.search(rf"\b{_TOLD}{called}(?!\s[A-ZÀ-ÖØ-Þ])", below)
    if told is None or not told["name"][0].isupper() or is_institution(plain):
        return False
    return bool(told["the"]) or naming(plain) is not Naming.NONE or not is_person_name(plain.title())


def _share_in_small_letters(name: str, below: str) -> float:
    """Give the share of a name's words that the text has in small letters, as it has those of a headline."""
    words = [word.lower() for word in re.findall(r"\w+", name) if word.lower() not in {"the", "of", "and"}]
    told = [re.search(rf"\b{re.escape(word)}\b", below) is not None for word in words]
    return sum(told) / len(told) if told else 1.0


def _is_bar(words: str) -> bool:
    """Say whether words are a bar to move about a site with: three or more short parts, half of them sections."""
    parts = [part for part in _BAR.split(words.strip()) if part]
    known = [part for part in parts if SECTION.fullmatch(part) or is_furniture(part)]
    return len(parts) >= 3 and all(len(part.split()) <= 3 for part in parts) and 2 * len(known) >= len(parts)


def _is_section(mark: str, rest: str) -> bool:
    """Say whether what stands behind a mark is the part of the site on which the text stands."""
    words = rest.split()
    is_path = mark in {">", "›", "»"} and len(words) <= 3
    return all(word[0].isupper() for word in words) and bool(words) and (is_path or SECTION.fullmatch(rest) is not None)


def _is_dated(text: str, lines: list[Line]) -> bool:
    """Say whether a day stands right under the top line, with no empty line between."""
    byline = lines[1].byline
    is_close = "\n" not in text[lines[0].end : lines[1].start].strip(" \t").removeprefix("\n")
    return is_close and byline is not None and bool(byline.told) and not byline.has_by


def _is_slogan(text: str, lines: list[Line], number: int) -> bool:
    """Say whether the second line is a slogan: close under the first and set apart from a title with which it shares nothing."""
    if number != 1 or len(lines) < 3 or lines[2].label not in {Label.TITLE, Label.PROSE}:
        return False
    is_close = "\n\n" not in text[lines[0].end : lines[1].start] and "\n\n" in text[lines[1].end : lines[2].start]
    told = lines[2].content.union(*(line.content for line in lines[3:6]))
    is_worded = _SLOGAN.search(text, lines[1].start, lines[1].end) is not None
    return is_close and is_worded and len(lines[1].content & told) <= 1 and lines[2].label is Label.TITLE


def _as_plate(text: str, lines: list[Line], name: str) -> list[Line]:
    """Give the lines with the first as its outlet's byline; a slogan or bar under it is no headline."""
    top = _with_outlet(text, lines[0], name)
    if not (_is_slogan(text, lines, 1) or _is_bar(text[lines[1].start : lines[1].end])):
        return [top, *lines[1:]]
    return [top, lines[1]._replace(label=Label.CREDIT, byline=None, credits=()), *lines[2:]]


def _with_outlet(text: str, line: Line, name: str) -> Line:
    start = text.index(name, line.start)
    credit = Credit(name=name, role=CreditRole.OUTLET, start=start, end=start + len(name))
    byline = Byline(authors=((start, start + len(name)),), told=(), credits=(credit,))
    return line._replace(label=Label.BYLINE, byline=byline, credits=(credit,))
