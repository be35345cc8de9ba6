"""Credit lines beside the byline: inputs of agencies, contributors, copyright, photographs; a report's prose credits nobody."""

import re

from stemma.model import Credit, CreditRole
from stemma.reports.agencies import Named, find_agency, named_agencies

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
_INPUTS = re.compile(
    r"(?:with|additional|based on|includes?|including|contains|using)\s+(?:\w+\s+){0,3}?(?:inputs?|"
    r"reporting|reports?|material|files?|information|dispatches|copy|contributions?)\s+(?:from|"
    r"by)\s+(?P<names>.+)"
    r"|(?:with|and)\s+(?:news\s+)?agenc(?:y|ies)['’]?\s*(?:inputs?|reports?|wires?)?|"
    r"with\s+(?P<some>[\w, /&-]{2,60}?)\s+(?:inputs?|reports?)\b",
    re.IGNORECASE | re.DOTALL,
)
_VIA = re.compile(
    r"^[\[(*/–—-]*\s*(?:(?:news\s+)?(?:sources?|via|agency|courtesy|h/t|hat tip|"
    r"credits?))\s*[:–-]\s*(?P<names>.{2,80})$",
    re.IGNORECASE,
)
_OUTLET = re.compile(r"(?:outlet|publisher|publication|newspaper)\s*:\s*(?P<name>\S(?:.{0,60}\S)?)\s*$", re.IGNORECASE)
_COPYRIGHT = re.compile(
    r"(?:(?<!\w)©|\(c\)\s*(?:19|20)\d\d|\bcopyright\b|all rights reserved|the-cnn-wire)", re.IGNORECASE
)
_ORIGINAL = re.compile(
    r"^[\[(*–—-]*\s*(?:this|the)\s+(?:article|story|report|piece|post|content|material|version)\b.{0,40}?"
    r"\b(?:published|appeared|provided|produced|supplied|distributed|written|reported|syndicated|taken|"
    r"republished|reprinted)\b"
    r".{0,30}?\s(?:on|by|in|at|with|from)\s+(?P<names>(?:(?!\b(?:said|told|says|after)\b).){2,70})$",
    re.IGNORECASE | re.DOTALL,
)
_PHOTO = re.compile(
    r"^[\[(*]*\s*(?:(?:file |lead |top |main |cover |feature[d]? )?(?:photos?|images?|pictures?|pics?|"
    r"photographs?|illustration|screenshot|screengrab|graphic|composite)(?:\s+(?:credits?|courtesy|"
    r"via))?(?:\s+(?:by|of))?|(?:credits?|getty|ap images?))\s*[:|/]\s*(?P<names>.{2,100})$",
    re.IGNORECASE,
)
_PHOTO_TAIL = re.compile(
    r"[\[(](?P<names>[^()\[\]]{2,80})[\])]\s*$|(?P<bare>(?:photo|image|picture)\s*(?:credit)?s?\s*(?:by|"
    r":)\s*.{2,60})$",
    re.IGNORECASE,
)
_PHOTO_WORD = re.compile(
    r"(?i)\b(?:photos?|images?|pictures?|pool|handout|courtesy|via|file|getty|illustration|screengrab|"
    r"screenshot)\b|\w/\w|\w / ?\w"
)
_SLASHED = re.compile(
    r"^[\[(]?[A-ZÀ-ÖØ-Þ][\w.’' -]{1,40}(?:\s?[/|]\s?[\w.’' &-]{2,40}){1,4}(?: for [\w ]{2,40})?[\])]?$"
)
_SIGNED = re.compile(r"[\[(]?[A-ZÀ-ÖØ-Þ][\w.’'-]+(?:\s[A-ZÀ-ÖØ-Þ][\w.’'-]+){1,3}\s?/\s?(?:[A-Z][\w.&]*\s?){1,4}[\])]?")
_STATES = (
    "Ala|Alaska|Alabama|Ariz|Arizona|Ark|Arkansas|Calif|California|Colo|Colorado|Conn|Connecticut|Del|Delaware|Fla|Florida|Ga|Georgia|"
    "Hawaii|Idaho|Ill|Illinois|Ind|Indiana|Iowa|Kan|Kansas|Ky|Kentucky|La|Louisiana|Maine|Md|Maryland|Mass|Massachusetts|Mich|Michigan|"
    "Minn|Minnesota|Miss|Mississippi|Mo|Missouri|Mont|Montana|Neb|Nebraska|Nev|Nevada|N\\.H|New "
    "Hampshire|N\\.J|New Jersey|N\\.M|New Mexico|"
    "N\\.Y|New York|N\\.C|North Carolina|N\\.D|North "
    "Dakota|Ohio|Okla|Oklahoma|Ore|Oregon|Pa|Pennsylvania|R\\.I|Rhode Island|S\\.C|South Carolina|"
    "S\\.D|South Dakota|Tenn|Tennessee|Tex|Texas|Utah|Vt|Vermont|Va|Virginia|Wash|Washington|W\\.Va|West "
    "Virginia|Wis|Wisconsin|Wyo|Wyoming|"
    "D\\.C|Ontario|Quebec|Alberta|England|Scotland|Wales|Northern "
    "Ireland|Ireland|Australia|Germany|France|Italy|Spain|Kenya|India"
)
_PLACED = re.compile(
    rf"\s(?:in|from|at)\s+[A-ZÀ-ÖØ-Þ][\w.’'-]*(?:\s+[A-ZÀ-ÖØ-Þ][\w.’'-]*)*(?:,\s+(?:{_STATES})\b\.?)?"
)  # where a contributor wrote: no name of a contributor
_GENERIC = re.compile(r"(?i)\b(?:news |wire |other |foreign )?(?:agenc(?:y|ies)|wire (?:services?|reports?)|wires)\b")
_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'.&-]*(?:\s+(?:[A-ZÀ-ÖØ-Þ][\w’'.&-]*|de|van|von|der|of|the|al|bin|la|le))*")
_NO_NAMES = re.compile(
    r"(?i)^(?:editing|edited|writing|additional|reporting|and|the|this|report|story|article|in|with|"
    r"follow|produced|by|photos?|images?|file|courtesy|credit|via|pool|handout)$"
)
_ENDING = re.compile(
    r"(?:(?<=[.!?\"”’'])\s*(?:[-–—]{1,3}\s*|(?=[\[(/]))|"
    r"\s[-–—]{1,3}\s?)[\[(/]?(?P<names>[A-Z][\w./&, -]{1,40}?)[\])/]?\.?$|"
    r"[.!?\"”]\s+[\[(](?P<boxed>[^()\[\]]{3,60})[\])]\.?$"
)


def credit_line(text: str, start: int, end: int) -> tuple[Credit, ...] | None:
    """Give the credits of a line that is nothing but a credit line (perhaps none of them known); None for any other line.

    >>> line = "(Reporting by Jane Roe; Editing by John Doe)"
    >>> [(credit.name, credit.role.value) for credit in credit_line(line, 0, len(line))]
    [('Jane Roe', 'contributor')]
    >>> credit_line("The ministry told Reuters that rain fell.", 0, 41) is None
    True
    """
    line = text[start:end]
    if len(line) > 400:
        return None
    bare = re.sub(r"^[\s\[(*_–—-]+|[\s\])*_.–—-]+$", "", line)
    agencies = _all_agencies(text, start, end, bare)
    if agencies is not None:
        return agencies
    if _REPORTED.match(line):
        found = [
            _names(text, start, *match.span("names"), CreditRole.CONTRIBUTOR) for match in _REPORTER.finditer(line)
        ]
        return tuple(credit for names in found for credit in names)
    contributed = _CONTRIBUTED.match(line)
    if contributed is not None and (line[0] in "[(*–—-" or line[0].isupper()):
        named = _names(text, start, *contributed.span("names"), CreditRole.CONTRIBUTOR)
        if named:
            return named
    return _taken_from(text, start, end)


def _taken_from(text: str, start: int, end: int) -> tuple[Credit, ...] | None:
    """Read a line that says where a text or parts of it came from: "via", "originally published by", inputs, copyright."""
    line = text[start:end]
    match = _OUTLET.match(line)
    if match is not None:
        return (
            Credit(
                name=match.group("name"),
                role=CreditRole.OUTLET,
                start=start + match.start("name"),
                end=start + match.end("name"),
            ),
        )
    match = _VIA.match(line) or _ORIGINAL.match(line)
    if match is not None:
        return _names(text, start, *match.span("names"), CreditRole.CONTRIBUTOR, listed=CreditRole.AGENCY)
    match = _INPUTS.search(line)
    is_near_front = match is not None and match.start() <= 60 and len(line) <= 220
    if match is not None and is_near_front and not re.search(r"\b(?:said|says|told)\b", line):
        found = _inputs(text, start, end, match)
        if found:
            return found
    if _COPYRIGHT.search(line) and len(line) <= 300:
        return _agencies(text, start, end, CreditRole.AGENCY)[:1]
    return None


def photo_line(text: str, start: int, end: int, *, is_caption: bool = False) -> tuple[Credit, ...] | None:
    """Give the credits of a line or caption that credits a photograph; None for any other line.

    >>> line = "The bridge after the flood. (AP Photo/Jane Roe)"
    >>> [(credit.name, credit.role.value) for credit in photo_line(line, 0, len(line))]
    [('Associated Press', 'photo')]
    """
    line = text[start:end]
    match = _PHOTO.match(line)
    if match is not None:
        return _photo_credits(text, start + match.start("names"), end)
    if len(line) <= 120 and (_SIGNED.fullmatch(line) or (_SLASHED.match(line) and named_agencies(text, start, end))):
        return _photo_credits(text, start, end)
    if len(line) <= 120 and _is_photo_agency_line(text, start, end):
        return _photo_credits(text, start, end)
    tail = _PHOTO_TAIL.search(line)
    if tail is not None and len(line) <= 700:
        group = "names" if tail.group("names") else "bare"
        left, right = start + tail.start(group), start + tail.end(group)
        if _PHOTO_WORD.search(text[left:right]) or any(
            named.agency.kind == "photo" for named in named_agencies(text, left, right)
        ):
            return _photo_credits(text, left, right)
    return () if is_caption else None


def ending_credit(text: str, start: int, end: int) -> tuple[int, tuple[Credit, ...]] | None:
    """Give where a credit at the end of a paragraph begins, and the agencies it names ("... he said. (AFP)"); None: none.

    >>> line = "Rain fell, she said. (AFP)"
    >>> offset, credits = ending_credit(line, 0, len(line))
    >>> line[offset:], credits[0].role.value
    ('(AFP)', 'agency')
    """
    match = _ENDING.search(text[max(start, end - 90) : end])
    if match is None:
        return None
    base = max(start, end - 90)
    offset = base + match.start() + len(match.group()) - len(match.group().lstrip(" .!?\"”’'\t\n\xa0"))
    if match.group("boxed"):
        named = credit_line(text, offset, end)
        return (offset, named) if named else None
    left, right = base + match.start("names"), base + match.end("names")
    named = _all_agencies(text, left, right, text[left:right].strip())
    return (offset, named) if named and offset > start else None


def _all_agencies(text: str, start: int, end: int, bare: str) -> tuple[Credit, ...] | None:
    """Give the agencies of a line made of nothing but their names ("AP, AFP"; "Agencies")."""
    if len(bare) > 80 or not bare:
        return None
    if re.fullmatch(_GENERIC.pattern, bare):
        left = start + text[start:end].index(bare)
        return (Credit(name="agencies", role=CreditRole.AGENCY, start=left, end=left + len(bare)),)
    parts = [part.strip() for part in re.split(r"[/,&+]|\sand\s|\s[–—-]\s", bare)]
    agencies = [find_agency(part) for part in parts]
    if not any(agencies) or not all(
        agency or re.fullmatch(_GENERIC.pattern, part) for agency, part in zip(agencies, parts, strict=True)
    ):
        return None
    if all(agency is None or agency.kind == "photo" for agency in agencies):
        return None
    return _agencies(text, start, end, CreditRole.AGENCY)


def _inputs(text: str, start: int, end: int, match: re.Match[str]) -> tuple[Credit, ...]:
    """Read "with inputs from ...": agencies, and other names where the line is short or nothing but this."""
    left, right = start + match.start(), end
    agencies = _agencies(text, left, right, CreditRole.AGENCY) or _generic(text, left, right)
    if not match.group("names") or (match.start() > 3 and end - start > 120):
        return agencies
    return _names(text, start, *match.span("names"), CreditRole.CONTRIBUTOR, listed=CreditRole.AGENCY)


def _agencies(text: str, start: int, end: int, role: CreditRole) -> tuple[Credit, ...]:
    return tuple(_credit(named, role) for named in named_agencies(text, start, end) if named.agency.kind != "photo")


def _credit(named: Named, role: CreditRole) -> Credit:
    return Credit(name=named.agency.name, role=role, start=named.start, end=named.end)


def _generic(text: str, start: int, end: int) -> tuple[Credit, ...]:
    match = _GENERIC.search(text[:end], start)
    return (Credit(name="agencies", role=CreditRole.AGENCY, start=match.start(), end=match.end()),) if match else ()


def _names(
    text: str, base: int, left: int, right: int, role: CreditRole, listed: CreditRole | None = None
) -> tuple[Credit, ...]:
    """Give the names of a stretch of a credit line: listed agencies as `listed`, "agencies", and other names as `role`."""
    start, end = base + left, base + right
    named = list(_agencies(text, start, end, listed or role))
    if listed is CreditRole.AGENCY and not named:
        named += _generic(text, start, end)
    stretch = _PLACED.sub(lambda match: "," + " " * (len(match.group()) - 1), text[start:end])
    for part in re.finditer(r"(?:(?!,|;|/|\sand\s|\s&\s|\sfor\s|\sof\s).)+", stretch):
        match = _NAME.search(re.sub(r"^\s*and\s", lambda found: " " * len(found.group()), part.group()))
        if match is None or _NO_NAMES.match(match.group()) or re.match(r"\s*(?:in|of|for)\s", part.group()):
            continue
        found = (start + part.start() + match.start(), start + part.start() + match.end())
        if not any(found[0] < credit.end and credit.start < found[1] for credit in named):
            named.append(
                Credit(
                    name=text[slice(*found)].rstrip("."),
                    role=role,
                    start=found[0],
                    end=found[1] - text[slice(*found)].endswith("."),
                )
            )
    return tuple(sorted(named, key=lambda credit: credit.start))


def _photo_credits(text: str, start: int, end: int) -> tuple[Credit, ...]:
    agencies = named_agencies(text, start, end)
    lead = re.match(r"(?i)\s*(?:photos?|images?|pictures?|file)?\s*(?:credits?)?\s*(?:by|:)\s*", text[start:end])
    start += lead.end() if lead else 0
    if agencies:
        return tuple(_credit(named, CreditRole.PHOTO) for named in agencies)
    return _names(text, start, 0, end - start, CreditRole.PHOTO)[:1]


def _is_photo_agency_line(text: str, start: int, end: int) -> bool:
    """Say whether a short line is a photographer's credit: it names a photo agency and tells nothing."""
    line = text[start:end]
    if len(line.split()) > 12 or re.search(r"\b(?:is|was|are|were|has|have|had|said|in this)\b", line) is not None:
        return False
    named = named_agencies(text, start, end)
    return any(one.agency.kind == "photo" for one in named) or bool(
        named and re.search(r"(?i)\b(?:photo|images?)\b", line) is not None
    )
