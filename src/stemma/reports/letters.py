"""Letters to an editor and open letters: whoever signs one gives it out, whoever prints it."""

import re
from collections.abc import Iterator

from stemma.reports.bylines import is_person_name
from stemma.reports.datelines import is_city
from stemma.reports.lines import Label, Line
from stemma.reports.outlets import Naming, is_institution, naming

_REACH = 9  # paragraphs on top among which a letter begins
_LONGEST_SIGNATURE = 12  # words of a line that signs
_MOST_LINES = 7  # of a signature
_SALUTED = re.compile(
    r"(?:SIRS?|MADAM|(?:Dear\s)?Sirs?|(?:Dear\s)?Madam|Dear\sEditor|EDITOR)(?:\s(?i:or)\s(?i:madam))?(?:\s?[,:]|\s[–—-])\s"
)
_SALUTE = re.compile(
    r"(?:Dear\s[^.!?\n]{2,70}|DEAR\s[^.!?\n]{2,70}|(?:SIRS?|Sirs?|MADAM|Madam)|To\swhom\sit\smay\sconcern)\s?[,:–—-]"
)
_FAREWELL = re.compile(
    r"(?i)(?:yours(?: (?:sincerely|faithfully|truly|etc))?|sincerely(?: yours)?|(?:with )?(?:kind|best|warm) (?:regards|wishes)|"
    r"respectfully(?: yours)?|in solidarity|signed)\W*"
)
_ASIDE = re.compile(r"[\[(].*[\])]|(?i:name and address supplied)\W*", re.DOTALL)
_TITLED = re.compile(
    r"(?i)^(?:[–—-]\s*)?(?:(?:dr|prof(?:essor)?|mrs?|ms|miss|sir|dame|rev(?:d|erend)?|cllr|councillor)\.?\s)+"
)
_REST = re.compile(r"\s*\(.*|\s+(?i:and|&)\s.*|\s+(?i:on behalf of|for)\s.*")
_BEHALF = re.compile(r"(?i)\b(?:on behalf of|for)\s(?:the\s)?(?P<name>(?-i:[A-Z]).+)$")
_OFFICE = re.compile(
    r"(?i)\((?:\w+ )?(?:chair\w*|secretary|president|treasurer|convenor|spokes\w+|director|co-?ordinator)\)"
)
_GROUP = re.compile(
    r"^(?:Save|Friends|Stop|Keep|Protect|Campaign|Citizens|Residents|Parents)\s"
    r"|\b(?:Campaign|Action|Alliance|Coalition|Network|Forum|Club|Group|Residents|Neighbours|Friends|Parents|Volunteers)\b"
)
_ADDRESS = re.compile(
    r"(?i)\d|@|\b(?:road|street|lane|avenue|drive|close|way|place|square|terrace|crescent|hill|park|court)$"
)
_NAMED = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'.&-]*(?:\s(?:of|the|for|and|&|against|[A-ZÀ-ÖØ-Þ][\w’'.&-]*))+")


def find_signer(text: str, lines: list[Line]) -> str | None:
    r"""Give the group or person that signs a text that is one letter; None where it is none or nobody signs it.

    >>> from stemma.reports.lines import read_lines
    >>> from stemma.reports.paragraphs import paragraphs
    >>> text = "Open letter\n\nDear members,\n\nThe pump must stay in the square.\n\nJane Roe (chair)\nFriends of the Pump"
    >>> find_signer(text, read_lines(text, paragraphs(text)))
    'Friends of the Pump'
    """
    saluting = [number for number, line in enumerate(lines) if _salutes(text, line)]
    if len(saluting) != 1 or saluting[0] >= _REACH:
        return None  # a page of letters has several
    if any(line.byline is not None and line.byline.has_by for line in lines):
        return None
    return _signer(_signature(text, lines, saluting[0]))


def _salutes(text: str, line: Line) -> bool:
    told = text[line.start : line.end]
    return told[0] in "SMDTE" and (_SALUTED.match(told) is not None or _SALUTE.fullmatch(told.strip()) is not None)


def _signature(text: str, lines: list[Line], salutation: int) -> list[str]:
    """Give the lines that sign, from the top: short ones under the last paragraph, without farewell and editor's note."""
    signing: list[str] = []
    for line in reversed(lines[salutation + 1 :]):
        told = text[line.start : line.end].strip()
        if _ASIDE.fullmatch(told):
            continue
        if (
            line.label in {Label.PROSE, Label.DATELINE}
            or len(line.keys) > _LONGEST_SIGNATURE
            or len(signing) == _MOST_LINES
        ):
            break
        if _FAREWELL.fullmatch(told):
            break
        signing.insert(0, told)
    return signing


def _signer(signing: list[str]) -> str | None:
    """Give the group named in a signature, else the person."""
    pieces = list(_pieces(signing))
    if any(naming(piece) is Naming.SURE for piece in pieces):
        return None  # an editor's letter to the readers
    person = next((name for name in map(_person, pieces) if name is not None), None)
    return next(_groups(pieces), None) or person


def _pieces(signing: list[str]) -> Iterator[str]:
    for line in signing:
        yield from (piece.strip(" \t–—-*_") for piece in re.split(r",\s|\n", line) if piece.strip(" \t–—-*_"))


def _groups(pieces: list[str]) -> Iterator[str]:
    """Give what is named as a group: on whose behalf a person signs, what stands under an office, a name of groups."""
    for before, piece in zip(["", *pieces], pieces, strict=False):
        behalf = _BEHALF.search(piece)
        name = behalf["name"] if behalf is not None else piece
        is_group = behalf is not None or _OFFICE.search(before) or _GROUP.search(name) or is_institution(name)
        is_place = _ADDRESS.search(name) is not None and not (behalf or _OFFICE.search(before))
        if is_group and _NAMED.fullmatch(name) and not is_place and not is_city(name):
            yield name


def _person(piece: str) -> str | None:
    name = _REST.sub("", _TITLED.sub("", piece)).strip()
    is_other = _ADDRESS.search(name) or _GROUP.search(name) or is_institution(name)
    return name if is_person_name(name) and not is_other else None
