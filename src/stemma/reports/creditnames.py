"""The names in a stretch of a credit line: listed agencies, "agencies", persons and outlets, without places and trades."""

import re

from stemma.model import Credit, CreditRole
from stemma.reports.agencies import Agency, Named, called_agencies, find_agency, named_agencies

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
    rf"\s(?:in|from|at)\s+[A-ZÀ-ÖØ-Þ][\w.’'-]*(?:\s+[A-ZÀ-ÖØ-Þ][\w.’'-]*)*(?:,\s+(?:(?:{_STATES})\b\.?|[A-ZÀ-ÖØ-Þ]\w+(?=\.\s|\.?[)\]]?$)))?"
)  # where a contributor wrote: no name of a contributor
GENERIC = re.compile(
    r"(?i)\b(?:news |wire |other |foreign )?(?:agenc(?:y|ies)|wire (?:services?|reports?)|wires|news services)\b",
)
_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'.&-]*(?:\s+(?:[A-ZÀ-ÖØ-Þ][\w’'.&-]*|de|van|von|der|of|the|al|bin|la|le))*")
_NO_NAMES = re.compile(
    r"(?i)^(?:editing|edited|writing|additional|reporting|and|the|this|report|story|article|in|with|"
    r"follow|produced|by|photos?|images?|file|courtesy|credit|via|pool|handout)$"
)
TRADE = (
    r"(?:(?:staff|senior|political|business|national|foreign|special|freelance|video|sports|science|health|medical|news|"
    r"[A-Z]\w+)\s+){0,3}?"
    r"(?i:writers?|reporters?|correspondents?|journalists?|editors?|producers?|photographers?|staff|bureau(?: chief)?)"
)  # what someone is, behind the name of a newsroom: "Associated Press writer", "CNN Supreme Court Reporter"
_TRADE = re.compile(rf"\b{TRADE}\b")
_OWN = re.compile(r"\b[A-Z][\w&.]*(?:\s[A-Z][\w&.]*)*['’]s?\s+(?=[A-Z])")  # "CNET's Jane Roe"
_SPACES = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029"
    "\u202f\u205f\u3000"
)
_BEFORE, _BEHIND = _SPACES + "[(*_–—-", _SPACES + "])*_.–—-"
_ASIDE = re.compile(
    r"\s*(?:[,;|/()\[\]–—]|\s-\s|\svia\s)"
)  # what ends the first name of a list, and what is said beside it
_JOINING = frozenset(
    "a and at by for from in of on the to via with & al ben bin da de del den der di du el ibn la le van von y "
    "photo photos image images picture pictures photograph courtesy credit credits provided supplied handout file pool "
    "screenshot screengrab still stills staff".split()
)  # small words beside names in a credit
_LISTED = re.compile(r"[/,&+]|\s(?:and|AND)\s|\s[–—-]\s")


def is_of_names(words: str) -> bool:
    """Say whether words begin with names as credits have them: a phrase in small letters tells what a picture shows.

    >>> is_of_names("Jane Roe for the Springfield Echo"), is_of_names("Rising water in Quay Lane")
    (True, False)
    """
    first = _ASIDE.split(words.strip(_BEFORE + _BEHIND), maxsplit=1)[0]
    return all(word in _JOINING or not word.islower() for word in first.strip(".:").split())


def credit_of(named: Named, role: CreditRole) -> Credit:
    """Give the credit of an agency where a line names it."""
    return Credit(name=named.agency.name, role=role, start=named.start, end=named.end)


def agencies_in(text: str, start: int, end: int, role: CreditRole) -> tuple[Credit, ...]:
    """Give the agencies that a stretch names, those of photographs alone left out."""
    listed = named_agencies(text, start, end)
    called = [
        one
        for one in called_agencies(text, start, end)
        if not any(one.start < other.end and other.start < one.end for other in listed)
    ]
    named = sorted([*listed, *called], key=lambda one: one.start)
    return tuple(credit_of(one, role) for one in named if one.agency.kind != "photo")


def unnamed_agencies(text: str, start: int, end: int) -> tuple[Credit, ...]:
    """Give the credit of agencies without a name ("wire reports"), if a stretch has it."""
    match = GENERIC.search(text[:end], start)
    return (Credit(name="agencies", role=CreditRole.AGENCY, start=match.start(), end=match.end()),) if match else ()


def only_agencies(text: str, start: int, end: int) -> tuple[Credit, ...] | None:
    """Give the agencies of a stretch made of nothing but their names ("AP, AFP"; "dpa/afp"; "Agencies"); None for another."""
    told = text[start:end]
    bare = told.lstrip(_BEFORE).rstrip(_BEHIND)
    left = start + told.find(bare)
    if len(bare) > 80 or not bare:
        return None
    if GENERIC.fullmatch(bare):
        return (Credit(name="agencies", role=CreditRole.AGENCY, start=left, end=left + len(bare)),)
    pieces = _pieces(bare)
    is_listed = any(find_agency(piece) for _, piece in pieces)
    found = [
        find_agency(piece) or (find_agency(piece.upper()) or _cited(text, piece) if is_listed else None)
        for _, piece in pieces
    ]
    is_whole = all(agency or GENERIC.fullmatch(piece) for agency, (_, piece) in zip(found, pieces, strict=True))
    if not is_whole or all(agency is None or agency.kind == "photo" for agency in found):
        return None
    return tuple(
        Credit(name=agency.name, role=CreditRole.AGENCY, start=left + offset, end=left + offset + len(piece))
        for agency, (offset, piece) in zip(found, pieces, strict=True)
        if agency is not None and agency.kind != "photo"
    )


def _cited(text: str, name: str) -> Agency | None:
    """Give an agency that no list has, beside one that is known: its name alone, to which the text says things were told."""
    if not re.fullmatch(r"[A-ZÀ-ÖØ-Þ][\w’'-]+(?:\s[A-ZÀ-ÖØ-Þ][\w’'-]+)?", name):
        return None
    called = re.escape(name)
    if not re.search(
        rf"\b(?:told|according to|quoted by|reported by) (?:the )?{called}\b|\bthe {called} (?:news )?agency\b", text
    ):
        return None
    return Agency(name=name, forms=(), short=(), desks=(), country="", kind="agency")


def _pieces(bare: str) -> list[tuple[int, str]]:
    """Cut a list of names at commas, strokes, "and" and dashes; give each with where it begins."""
    cuts = [(match.start(), match.end()) for match in _LISTED.finditer(bare)]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(bare)]
    cut = [(start, bare[start:end]) for start, end in zip(starts, ends, strict=True)]
    return [(start + len(piece) - len(piece.lstrip()), piece.strip()) for start, piece in cut if piece.strip()]


def names_in(text: str, start: int, end: int, role: CreditRole, listed: CreditRole | None = None) -> tuple[Credit, ...]:
    """Give the names of a stretch of a credit line: listed agencies as `listed`, "agencies", and other names as `role`."""
    named = list(agencies_in(text, start, end, listed or role))
    if listed is CreditRole.AGENCY and not named:
        named += unnamed_agencies(text, start, end)
    stretch = text[start:end]
    for pattern in (_PLACED, _OWN):
        stretch = pattern.sub(_blank, stretch)
    for credit in named:
        stretch = _blanked(stretch, credit.start - start, credit.end - start)
    stretch = _TRADE.sub(_blank, stretch)
    for part in re.finditer(r"(?:(?!,|;|/|(?<=[a-z]{3})\.\s|\s(?:and|AND)\s|\s&\s|\sfor\s|\sof\s).)+", stretch):
        match = _NAME.search(re.sub(r"^\s*(?:and|AND)\s", lambda found: " " * len(found.group()), part.group()))
        if match is None or _NO_NAMES.match(match.group()) or re.match(r"\s*(?:in|of|for)\s", part.group()):
            continue
        left = start + part.start() + match.start()
        name = match.group().rstrip(".")
        named.append(Credit(name=name, role=role, start=left, end=left + len(name)))
    return tuple(sorted(named, key=lambda credit: credit.start))


def _blank(match: re.Match[str]) -> str:
    """Put a comma and spaces for what is no name, so that offsets stay."""
    return "," + " " * (len(match.group()) - 1)


def _blanked(stretch: str, start: int, end: int) -> str:
    return stretch[:start] + "," + " " * (end - start - 1) + stretch[end:]
