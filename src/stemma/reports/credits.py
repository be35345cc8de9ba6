"""Credit lines beside the byline: inputs of agencies, contributors, partners, hat-tips; a report's prose credits nobody."""

import re

from stemma.model import Credit, CreditRole
from stemma.reports.creditnames import GENERIC, agencies_in, is_of_names, names_in, only_agencies, unnamed_agencies
from stemma.text.words import has_any

_REPORTED = re.compile(
    r"^[\[(*–—-]*\s*(?:additional |further )?(?:report(?:ing|ed)|writing|written|editing|edited|compiled|"
    r"compiling|production|translat(?:ed|ion)|research)(?:\s+and\s+(?:writing|editing|"
    r"reporting))?\s+(?:\w+\s+){0,3}?by[:\s]",
    re.IGNORECASE,
)
_REPORTER = re.compile(r"(?:report(?:ing|ed)|writing|written)\b[^;]*?\bby[:\s]+(?P<names>[^;)\]]+)", re.IGNORECASE)
_CONTRIBUTED = re.compile(
    r"^[\[(*–—-]*\s*(?P<names>[^?!“”\"‘]{2,200}?)\s+(?:also\s+)?"
    r"(?:contributed\s+(?:to\s+(?:this|the)\s+(?:\w+\s+){0,2}(?:report|story|article|piece|post|"
    r"dispatch|analysis|column)\b[^.]{0,60}"
    r"|(?:\w+\s+)?(?:reporting|research)\b[^.]{0,80}|from\s[^.,]{2,40})"
    r"|reported from\s[^.,]{2,40}|contributed(?=\.?[\])]?$))\.?[\])]?$",
    re.IGNORECASE | re.DOTALL,
)
_FROM_PLACE = re.compile(r"\b(?P<names>[A-ZÀ-ÖØ-Þ][\w’'-]+(?:\s[A-ZÀ-ÖØ-Þ][\w’'-]+)?)(?:\s+reported)?,?\s+from\s")
_CONTRIBUTING = re.compile(
    r"^[\[(*–—-]*\s*contributing(?: writers?| reporters?)?\s*:\s*(?P<names>.{2,200})$", re.IGNORECASE
)
_LABELLED = re.compile(
    r"^[\[(*–—-]*\s*(?:(?:additional|further|extra|other)\s+)(?:reporting|writing|research|reports?)\s*:\s*"
    r"(?P<names>[^:]{2,160}?)[\])]*$",
    re.IGNORECASE,
)
_INPUTS = re.compile(
    r"(?:with|additional|based on|includes?|including|contains|using)\s+(?:\w+\s+){0,3}?(?:inputs?|"
    r"reporting|reports?|material|files?|information|dispatches|copy|contributions?|assistance|help)\s+(?:from|"
    r"by)\s+(?P<names>.+)"
    r"|(?:with|and)\s+(?:news\s+)?(?:agencies['’]?(?:\s*(?:inputs?|reports?|wires?))?|agency\s(?:inputs?|reports?|wires?))|"
    r"with\s+(?P<some>[\w, /&-]{2,60}?)\s+(?:inputs?|reports?)\b",
    re.IGNORECASE | re.DOTALL,
)
# What tells that a text or words of it are an agency's: only listed agencies in it are credited.
_SUPPLIED = re.compile(
    r"^[\[(*–—-]*\s*(?:"
    r"(?:some\s+)?(?:information|material)\s+(?:for this \w+ (?:came )?)?from\s.{2,100}"
    r"|this\s+(?:report|story|article|dispatch)\s+by\s.{2,80}"
    r"|(?:the\s+)?[A-Z][\w -]{1,40}\s(?:provided|supplied|produced)\sthis\s(?:report|story|article)\b.{0,40}"
    r"|.{2,300}\bis\ssolely\sresponsible\sfor\s(?:all|this)\scontent\b.{0,20}"
    r"|.{0,200}\bsyndicated\s(?:feed|news)\b.{0,80}"
    r"|.{0,80}\bdistributed\sby\s.{2,60}"
    r"|.{2,80}\b(?:supplemented|edited|updated)\sthis\s[A-Z][\w -]{1,40}\s(?:report|story|article)\b.{0,80}"
    r"|(?:compiled\s)?(?:from|by)\s(?:staff|wires?|agenc)[\w\s,]{3,40}"
    r"|staff\sand\swire\sreports?"
    r"|(?:from\s)?(?:our|(?-i:[A-Z]\w+(?:\s[A-Z]\w+){0,2}))\s(?:news|wire)\sservices"
    r")[\])*.]*$",
    re.IGNORECASE | re.DOTALL,
)
_WITH = re.compile(
    r"^[\[(*–—-]*\s*(?:(?!.*\b(?i:interviews?|talks?|deal)\b)[A-Z][\w.&-]*(?:\s[A-Z0-9][\w.&-]*){1,3}\s)?(?i:with)\s(?P<names>[^.]{2,50})$"
)
_INITIALS = re.compile(r"^[a-z]{2,4}(?:/[a-z]{2,4})*[,/ ]+[\[(](?P<names>[^()\[\]]{2,60})[\])]$")  # "jr/jd (AP, dpa)"
_SIGNED = re.compile(r"(?:--|[–—])\s?(?P<name>[A-ZÀ-ÖØ-Þ][\w-]{3,})$")
_HAT_TIP = re.compile(
    r"^[\[(*/–—-]*\s*(?:h/t|hat[ -]tip)\s*(?:to\b)?\s*[:–-]?\s*(?:to\s+)?(?P<names>[@\w].{1,80})$", re.IGNORECASE
)
_VIA = re.compile(
    r"^[\[(*/–—-]*\s*(?:(?:news\s+)?(?:sources?|background|via|agency|courtesy|credits?)\s*[:–-]|(?-i:[Vv]ia(?=\s[A-Z])))"
    r"\s*(?P<names>\S+(?:\s\S+){0,4})$",
    re.IGNORECASE,
)
_OUTLET = re.compile(r"(?:outlet|publisher|publication|newspaper)\s*:\s*(?P<name>\S(?:.{0,60}\S)?)\s*$", re.IGNORECASE)
_COPYRIGHT = re.compile(
    r"(?:(?<!\w)©\s*(?=(?:copyright\s)?(?:19|20)\d\d|(?-i:[A-Z]))|\(c\)\s*(?:19|20)\d\d"
    r"|\bcopyright\b|all rights reserved|the-cnn-wire)",
    re.IGNORECASE,
)
_NO_TEXT = re.compile(
    r"(?i)\b(?:market data|(?:stock |index |delayed |real-?time )?quotes? (?:are |is )?(?:provided|delayed|by)|data (?:provided|"
    r"by|from)|prices? (?:provided|delayed)|weather by|powered by|newsletter|sign up)\b"
)
_TITLED = r"(?:[Tt]he\s+)?[A-Z0-9][\w.&’'-]*(?:\s+(?:of\s+|the\s+|and\s+|&\s+|for\s+)?[A-Z0-9][\w.&’'-]*){0,5}"
_ORIGINAL = re.compile(
    r"(?i)^[\[(*–—-]*\s*(?:this|the)\s+(?:article|story|report|piece|post|content|material|version)\b[^,.;:]{0,40}?"
    r"\b(?:published|appeared|appears|provided|produced|supplied|distributed|(?P<work>written|reported)|syndicated|taken|"
    r"republished|reprinted)\b"
    rf"[^,.;:]{{0,30}}?\s(?:on|by|in|at|with|from)\s+(?P<names>(?-i:{_TITLED}))(?!.{{0,60}}\b(?:said|told|says|after)\b)",
    re.DOTALL,
)
_ENDING = re.compile(
    r"(?:(?<=[.!?\"”’'])\s*(?:[-–—]{1,3}\s*|(?=[\[(/]))|"
    r"\s[-–—]{1,3}\s?)[\[(/]?(?P<names>[A-Z][\w./&, -]{1,40}?)[\])/]?\.?$|"
    r"[.!?\"”’]\s+(?P<boxed>[\[(][^()\[\]]{3,300}[\])]\.?)$"
)
# Without one of these a line cannot have what it is looked through for.
_INPUTS_CLUES = tuple("input report material file information dispatch copy contribution assistance help agenc".split())
_CONTRIBUTED_CLUES = ("contributed", "reported from")
_COPYRIGHT_CLUES = ("©", "(c)", "copyright", "all rights reserved", "the-cnn-wire")
_SUPPLIED_CLUES = tuple(
    "information material report story article dispatch solely syndicated distributed staff wire agenc services".split()
)
_ENDING_CLUE = re.compile(r"[-–—(\[/]")
_LONGEST_LINE = 400
_LONGEST_ENDING = 310


def credit_line(text: str, start: int, end: int) -> tuple[Credit, ...] | None:
    """Give the credits of a line that is nothing but a credit line (perhaps none of them known); None for any other line.

    >>> line = "(Reporting by Jane Roe; Editing by John Doe)"
    >>> [(credit.name, credit.role.value) for credit in credit_line(line, 0, len(line))]
    [('Jane Roe', 'contributor')]
    >>> credit_line("The ministry told Reuters that rain fell.", 0, 41) is None
    True
    """
    line = text[start:end]
    if len(line) > _LONGEST_LINE:
        return None
    agencies = only_agencies(text, start, end) or _joined(text, start, end) or _signed(text, start, end)
    if agencies is not None:
        return agencies
    if _REPORTED.match(line):
        found = [
            names_in(text, start + match.start("names"), start + match.end("names"), CreditRole.CONTRIBUTOR)
            for match in _REPORTER.finditer(line)
        ]
        return tuple(credit for names in found for credit in names)
    return _contributed(text, start, end) or _taken_from(text, start, end)


def _signed(text: str, start: int, end: int) -> tuple[Credit, ...] | None:
    """Read one name behind a dash at the very end of a text as the agency that signs it ("-- Norpress")."""
    match = _SIGNED.match(text[start:end]) if not text[end:].strip() else None
    if match is None:
        return None
    left = start + match.start("name")
    return (Credit(name=match["name"], role=CreditRole.AGENCY, start=left, end=start + match.end("name")),)


def _joined(text: str, start: int, end: int) -> tuple[Credit, ...] | None:
    """Read initials or an outlet with agencies behind them, and nothing else ("jr/jd (AP, dpa)", "- with AFP")."""
    line = text[start:end]
    match = _INITIALS.match(line) or (_WITH.match(line.rstrip(")].")) if "with" in line.lower() else None)
    return None if match is None else only_agencies(text, start + match.start("names"), start + match.end("names"))


def _contributed(text: str, start: int, end: int) -> tuple[Credit, ...]:
    """Read who contributed: names before "contributed to this report", each "reported from" a place, or behind a label."""
    line = text[start:end]
    labelled = _CONTRIBUTING.match(line) or _labelled(line)
    match = labelled or (_CONTRIBUTED.match(line) if has_any(_CONTRIBUTED_CLUES, line) else None)
    if match is None or not (line[0] in "[(*–—-" or line[0].isupper()):
        return ()
    if labelled is not None or "reported from" not in line:
        left, right = start + match.start("names"), start + match.end("names")
        return names_in(text, left, right, CreditRole.CONTRIBUTOR)
    named: list[Credit] = []
    for sentence in re.finditer(r"[^.;]+(?:[.;]|$)", line):
        placed = _FROM_PLACE.search(sentence.group())
        told = _CONTRIBUTED.match(sentence.group().strip())
        found = placed if placed is not None and "contributed" not in sentence.group() else told
        if found is not None:
            left = start + sentence.start() + sentence.group().index(found.group("names"))
            named += names_in(text, left, left + len(found.group("names")), CreditRole.CONTRIBUTOR)
    return tuple(named)


def _labelled(line: str) -> re.Match[str] | None:
    """Read "Additional reporting: Jane Roe", with nothing but names behind the colon."""
    match = _LABELLED.match(line)
    return match if match is not None and is_of_names(match["names"]) and match["names"][0].isupper() else None


def _taken_from(text: str, start: int, end: int) -> tuple[Credit, ...] | None:
    """Read a line that says where a text or parts of it came from: "via", "originally published by", inputs, copyright."""
    line = text[start:end]
    outlet, tip = _OUTLET.match(line), _HAT_TIP.match(line)
    if outlet is not None:
        left = start + outlet.start("name")
        name = outlet.group("name")
        return (Credit(name=name, role=CreditRole.OUTLET, start=left, end=left + len(name)),)
    if tip is not None:
        return names_in(text, start + tip.start("names"), start + tip.end("names"), CreditRole.HAT_TIP)
    match = _VIA.match(line) or _ORIGINAL.match(line)
    if match is not None:
        left, right = start + match.start("names"), start + match.end("names")
        role = CreditRole.CONTRIBUTOR if match.groupdict().get("work") else CreditRole.PARTNER
        taken: tuple[Credit, ...] | None = names_in(text, left, right, role, listed=CreditRole.AGENCY)
    else:
        taken = _inputs(text, start, end) or _supplied(text, start, end)
    return None if taken is None or _NO_TEXT.search(line) else taken


def _inputs(text: str, start: int, end: int) -> tuple[Credit, ...]:
    """Read "with inputs from ...": agencies, and other names where the line is short or nothing but this."""
    line = text[start:end]
    match = _INPUTS.search(line) if len(line) <= 220 and has_any(_INPUTS_CLUES, line) else None
    is_near_front = match is not None and match.start() <= 60
    if match is None or not is_near_front or re.search(r"\b(?:said|says|told)\b|(?i:\barchives?\b)", line):
        return ()  # an archive is a newsroom's own
    left = start + match.start()
    agencies = agencies_in(text, left, end, CreditRole.AGENCY) or unnamed_agencies(text, left, end)
    if not match.group("names") or (match.start() > 3 and end - start > 120):
        return agencies
    return names_in(text, start + match.start("names"), end, CreditRole.CONTRIBUTOR, listed=CreditRole.AGENCY)


def _supplied(text: str, start: int, end: int) -> tuple[Credit, ...] | None:
    """Read a line that gives a text as an agency's ("Distributed by ...", copyright); None where it is no such line."""
    line = text[start:end]
    if len(line) <= 300 and has_any(_COPYRIGHT_CLUES, line) and _COPYRIGHT.search(line):
        return agencies_in(text, start, end, CreditRole.AGENCY)[:1]
    if (
        not has_any(_SUPPLIED_CLUES, line)
        or _SUPPLIED.match(line) is None
        or re.search(r"\b(?:said|says|told)\b", line)
    ):
        return None
    generic = unnamed_agencies(text, start, end) if GENERIC.search(line) else ()
    return agencies_in(text, start, end, CreditRole.AGENCY) or generic or None


def ending_credit(text: str, start: int, end: int) -> tuple[int, tuple[Credit, ...]] | None:
    """Give where a credit at the end of a paragraph begins, and the agencies it names ("... he said. (AFP)"); None: none.

    >>> line = "Rain fell, she said. (AFP)"
    >>> offset, credits = ending_credit(line, 0, len(line))
    >>> line[offset:], credits[0].role.value
    ('(AFP)', 'agency')
    """
    base = max(start, end - _LONGEST_ENDING)
    match = _ENDING.search(text[base:end]) if _ENDING_CLUE.search(text, base, end) else None
    if match is None:
        return None
    if match.group("boxed"):
        offset = base + match.start("boxed")
        named = credit_line(text, offset, end)
        return (offset, named) if named else None
    offset = base + match.start() + len(match.group()) - len(match.group().lstrip(" .!?\"”’'\t\n\xa0"))
    named = only_agencies(text, base + match.start("names"), base + match.end("names"))
    return (offset, named) if named and offset > start else None
