"""Lines and captions that credit a photograph, a film or a drawing: whose text stands beside it they do not say."""

import re

from stemma.model import Credit, CreditRole
from stemma.reports.agencies import Named, named_agencies
from stemma.reports.creditnames import credit_of, is_of_names, names_in
from stemma.text.words import has_any

_LABEL = (
    r"(?:file |lead |top |main |cover |header |feature[d]? )?(?:photos?|images?|pictures?|pics?|photographs?|illustrations?|"
    r"screenshot|screengrab|graphics?|composite|videos?|footage|media|fotos?)"
)
_PHOTO = re.compile(
    rf"^[\[(*]*\s*(?:{_LABEL}(?:\s+(?:credits?|courtesy|sources?|via))?(?:\s+(?:by|of))?|(?:credits?|getty|ap images?))"
    r"\s*[:|/]\s*(?P<names>.{2,100})$",
    re.IGNORECASE,
)
_ON_PAGES = re.compile(rf"(?i)^[\[(*]*{_LABEL}[\s:–—-]+(?:see |on |turn to )*p(?:ages?|ps?\.?) ?\d")
_TAIL = re.compile(
    r"[\[(](?!h/t\b)(?P<names>[^()\[\]]{2,80})[\])][\s.]*$"
    r"|(?:(?P<bare>(?:photo|image|picture|photograph)s?\s*(?:credits?)?\s*(?:by\b|:)\s*.{2,60})"
    r"|(?<=[.!?\"”’\s])(?i:credits?|via)\s*:\s*(?P<credit>[A-Z].{1,60})"
    r"|(?<=[.!?\"”’])\s*(?P<loose>(?-i:[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){1,3}|[A-Z]{2,7}(?:\sPHOTO)?)\s?[/|–—-]\s?.{2,50}"
    r"|(?-i:[A-Z]{2,7} PHOTO\b).{0,40}))$",
    re.IGNORECASE,
)
_WORD = re.compile(
    r"(?i)\b(?:photos?|images?|pictures?|pool|handout|courtesy|via|file|getty|illustration|screengrab|"
    r"screenshot)\b"
)
_PHOTOGRAPHER = re.compile(
    r"^(?:by )?[A-ZÀ-ÖØ-Þ][\w.’'-]+(?:\s[A-ZÀ-ÖØ-Þ][\w.’'-]+)+\s?/\s?\w"
)  # "Jane Roe/The Springfield Echo"
_SLASHED = re.compile(
    r"^(?!(?i:by)\s)[\[(]?[A-ZÀ-ÖØ-Þ][\w.’' -]{1,40}(?:\s?[/|]\s?[\w.’' &-]{2,40}){1,4}(?: for [\w ]{2,40})?[\])]?\.?$"
)
_SIGNED = re.compile(
    r"(?!(?i:by)\s)[\[(]?[A-ZÀ-ÖØ-Þ][\w.’'-]+(?:\s[A-ZÀ-ÖØ-Þ][\w.’'-]+){1,3}\s?/\s?(?:[A-Z][\w.&]*\s?){1,4}[\])]?"
)
_GIVEN = re.compile(
    r"\b(?i:via|courtesy(?: of)?|credits?:?|(?:photo(?:graph)?|picture|image|taken|provided|supplied) by)\s+(?=[A-Z])"
)  # whom a caption credits, behind what it shows
_GIVES = re.compile(r"(?:[/|(\[,;:.–—-]|\b(?i:by|via|from|courtesy(?: of)?|credits?))\s*(?:[Tt]he\s)?$")
_MARK = re.compile(r"[\[(:/|–—-]")
_PICTURES = ("photo", "image", "picture")
_LONGEST_LINE = 120  # characters of a line that is nothing but a photographer's credit
_LONGEST_CAPTION = 700


def photo_line(text: str, start: int, end: int, *, is_caption: bool = False) -> tuple[Credit, ...] | None:
    """Give the credits of a line or caption that credits a photograph; None for any other line.

    >>> line = "The bridge after the flood. (AP Photo/Jane Roe)"
    >>> [(credit.name, credit.role.value) for credit in photo_line(line, 0, len(line))]
    [('Associated Press', 'photo')]
    """
    line = text[start:end]
    if _ON_PAGES.match(line) is not None:
        return ()
    match = _PHOTO.match(line)
    if match is not None:
        return _credits(text, start + match.start("names"), end)
    if len(line) <= _LONGEST_LINE and _is_credit_alone(text, start, end):
        return _credits(text, start, end)
    tail = _TAIL.search(line) if len(line) <= _LONGEST_CAPTION and _may_have_tail(line) else None
    if tail is not None:
        group = next(name for name in ("names", "bare", "credit", "loose") if tail.group(name))
        left, right = start + tail.start(group), start + tail.end(group)
        if _is_tail(text, left, right, group):
            return _credits(text, left, right)
    return () if is_caption else None


def _may_have_tail(line: str) -> bool:
    """Say that a line has a mark or a word without which none ends in a credit."""
    return _MARK.search(line) is not None or has_any(_PICTURES, line)


def _is_tail(text: str, start: int, end: int, group: str) -> bool:
    """Say whether what ends a line credits its picture: a word of pictures in brackets, or an agency behind a name."""
    named = named_agencies(text, start, end)
    if group in {"loose", "credit"}:
        return bool(named)
    told = text[start:end]
    is_signed = _PHOTOGRAPHER.match(told) is not None or (bool(named) and "/" in told)
    return is_signed or _WORD.search(told) is not None or any(one.agency.kind == "photo" for one in named)


def _is_credit_alone(text: str, start: int, end: int) -> bool:
    line = text[start:end]
    if _SIGNED.fullmatch(line) or (_SLASHED.match(line) and named_agencies(text, start, end)):
        return True
    return _is_photo_agency_line(text, start, end)


def _is_photo_agency_line(text: str, start: int, end: int) -> bool:
    """Say whether a short line is a photographer's credit: it names a photo agency and tells nothing."""
    line = text[start:end]
    if len(line.split()) > 12 or re.search(r"\b(?:is|was|are|were|has|have|had|said|in this)\b", line) is not None:
        return False
    named = named_agencies(text, start, end)
    return any(one.agency.kind == "photo" for one in named) or bool(
        named and re.search(r"(?i)\b(?:photo|images?)\b", line) is not None
    )


def _credits(text: str, start: int, end: int) -> tuple[Credit, ...]:
    """Give the agencies that a stretch names, else the first other name; where it tells what a picture shows, whom it credits."""
    agencies = named_agencies(text, start, end)
    lead = re.match(r"(?i)[\s\[(]*(?:photos?|images?|pictures?|file)?\s*(?:credits?)?\s*(?:by|:)\s*", text[start:end])
    start += lead.end() if lead else 0
    if not (is_of_names(text[start:end]) or any(one.start <= start for one in agencies)):
        return _credited_in_caption(text, start, end, agencies)
    if agencies:
        return tuple(credit_of(named, CreditRole.PHOTO) for named in agencies)
    given = _GIVEN.match(text, start, end)
    return names_in(text, start if given is None else given.end(), end, CreditRole.PHOTO)[:1]


def _credited_in_caption(text: str, start: int, end: int, agencies: list[Named]) -> tuple[Credit, ...]:
    """Give whom a caption credits: an agency behind a mark or "via", a name behind "courtesy of"; what it shows is nobody's."""
    named = [one for one in agencies if _GIVES.search(text[start : one.start])]
    if named:
        return tuple(credit_of(one, CreditRole.PHOTO) for one in named)
    given = _GIVEN.search(text, start, end)
    return () if given is None else names_in(text, given.end(), end, CreditRole.PHOTO)[:1]
