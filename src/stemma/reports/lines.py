"""What each paragraph of a saved text is by itself, before its place on the page is weighed."""

import re
from enum import StrEnum
from typing import NamedTuple

from stemma.model import Credit, CreditRole
from stemma.reports.bylines import Byline, find_byline
from stemma.reports.credits import credit_line, ending_credit
from stemma.reports.datelines import Dateline, find_dateline
from stemma.reports.furniture import is_caption, is_furniture
from stemma.reports.paragraphs import Paragraph
from stemma.reports.photocredits import photo_line
from stemma.text.notices import is_notice, is_update_sentence
from stemma.text.words import keys

LONGEST_KEYED = 20_000  # characters of a paragraph whose words are looked at; longer ones are no head and no title
_SHORTEST_TITLE = 3  # words of a title that could be a name
_FINISHED = re.compile(r"[.!…][\s\"”’'»)\]]*$")
_ASKS = re.compile(r"\?[\"”’'»)\]]*$")
_TELLS = re.compile(
    r"(?i)\b(?:said|says|told|wrote|writes|added|adds|tweeted|posted|asked|explained|stated|read|reads|"
    r"replied|continued|noted|described|reported|is|are|was|were|has|have|had)\b"
)
_BULLET = re.compile(r"^(?:[•·*▪■►–—-]\s|\d{1,2}[.)]\s)")
_SMALL = frozenset(
    (
        "a an the of to in on at for by with and or but nor as is are was be from into over after his her its their "
        "that this it he she they we you who will has have had not no"
    ).split()
)


class Label(StrEnum):
    """What a paragraph is by itself: a title is a short line that ends like no sentence."""

    FURNITURE = "furniture"
    CREDIT = "credit"
    PHOTO = "photo"
    BYLINE = "byline"
    DATELINE = "dateline"
    PROSE = "prose"
    TITLE = "title"


class Line(NamedTuple):
    """A paragraph with its label, the keys of its words, and whatever was read in it."""

    start: int
    end: int
    label: Label
    keys: tuple[str, ...]
    credits: tuple[Credit, ...] = ()
    byline: Byline | None = None
    dateline: Dateline | None = None

    @property
    def content(self) -> frozenset[str]:
        """Give the keys of the words that carry content."""
        return frozenset(key for key in self.keys if key not in _SMALL)


def read_lines(text: str, found: list[Paragraph]) -> list[Line]:
    """Give each paragraph with its label, in text order."""
    read = [read_line(text, paragraph.start, paragraph.end) for paragraph in found]
    if len(read) > 1 and read[1].label is Label.TITLE and is_update_sentence(text[read[0].start : read[0].end]):
        read[0] = read[0]._replace(label=Label.FURNITURE)
    top = next((number for number, line in enumerate(read) if line.label is not Label.FURNITURE), len(read))
    if top + 1 < len(read) and _is_title_like_a_name(text, read[top], read[top + 1]):
        read[top] = read[top]._replace(label=Label.TITLE, byline=None)
    return read


def _is_title_like_a_name(text: str, line: Line, below: Line) -> bool:
    """Say whether a top line of capitalised words that could be a name is a title: the lede has most of them in small letters."""
    byline = line.byline
    if line.label is not Label.BYLINE or byline is None or byline.has_by or byline.told or byline.credits:
        return False
    if below.label not in {Label.PROSE, Label.DATELINE} or len(line.keys) < _SHORTEST_TITLE:
        return False
    lede = set(re.findall(r"\b[a-zß-öø-ÿ]\w+", text[below.start : below.end]))
    told = [word.lower() in lede for word in re.findall(r"\w+", text[line.start : line.end])]
    return sum(told) >= 0.5 * len(told)


def read_line(text: str, start: int, end: int) -> Line:
    """Label one paragraph by its own words alone.

    >>> line = "By Jane Roe, Reuters"
    >>> read_line(line, 0, len(line)).label.value
    'byline'
    """
    own = keys(text, start, min(end, start + LONGEST_KEYED))
    label, named, byline, dateline = _label(text, start, end, len(own))
    return Line(start, end, label, own, named, byline, dateline)


def is_bullet(line: str) -> bool:
    """Say whether a line is an entry of a list."""
    return _BULLET.match(line) is not None


def is_prose(line: str, word_count: int) -> bool:
    """Say whether a line reads as sentences and not as a title.

    >>> is_prose("The rain fell.", 3), is_prose("Rain falls on town", 4), is_prose("What happened?", 2)
    (True, False, False)
    """
    if word_count >= 30:
        return True
    if _FINISHED.search(line):
        return word_count >= 3 or (word_count >= 1 and line[:1] in '"“')
    if _ASKS.search(line):
        return word_count >= 12 or line[:1] in '"“' or re.search(r"[.!?]\s", line) is not None
    if line.endswith(":"):
        return word_count >= 4 and _TELLS.search(line) is not None
    is_quoted = (
        line[-1] in '"”»'
        and (line[:1] in '"“«' or word_count >= 12)
        and re.search(r"[,:.]\s*[\"“]|[a-z][,.?!][\"”]$|^[\"“]", line) is not None
    )
    return is_quoted and word_count >= 5


def _is_slashed(text: str, byline: Byline) -> bool:
    """Say whether a name and an agency with a stroke between sign a photograph ("Jane Roe / Reuters")."""
    return not byline.has_by and any(re.search(r"\w ?/ ?\w", text[start:end]) for start, end in byline.authors)


def _label(
    text: str, start: int, end: int, word_count: int
) -> tuple[Label, tuple[Credit, ...], Byline | None, Dateline | None]:
    """Try what a line may be from the surest to the least: notice, agency byline, photograph, credit, byline, furniture, text."""
    line = text[start:end]
    if is_notice(line):
        return Label.FURNITURE, (), None, None
    byline = find_byline(text, start, end)
    if byline is not None and _is_agency_byline(text, byline, line):
        return Label.BYLINE, byline.credits, byline, None
    for label, named in (
        (Label.PHOTO, photo_line(text, start, end, is_caption=is_caption(line))),
        (Label.CREDIT, credit_line(text, start, end)),
    ):
        if named is not None:
            return label, named, None, None
    if byline is not None and (byline.told or not is_furniture(line)):
        return Label.BYLINE, byline.credits, byline, None
    if is_furniture(line):
        return Label.FURNITURE, (), None, None
    return _text_label(text, start, end, word_count)


def _is_agency_byline(text: str, byline: Byline, line: str) -> bool:
    has_agency = any(credit.role is CreditRole.AGENCY for credit in byline.credits)
    return has_agency and not _is_slashed(text, byline) and not re.match(r"(?i)©|copyright", line)


def _text_label(
    text: str, start: int, end: int, word_count: int
) -> tuple[Label, tuple[Credit, ...], Byline | None, Dateline | None]:
    ending = ending_credit(text, start, end)
    has_prose = is_prose(text[start : end if ending is None else ending[0]].rstrip(), word_count)
    dateline = find_dateline(text, start, end)
    if dateline is not None and (has_prose or dateline.end >= end or dateline.credits):
        return Label.DATELINE, dateline.credits, None, dateline
    return (Label.PROSE if has_prose else Label.TITLE), (), None, None
