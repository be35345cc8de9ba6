"""Lines of a page that are not the report: advertisements, sharing, navigation, notices, captions of pictures."""

import re
from functools import cache
from pathlib import Path

from stemma.text.words import has_any

_QUICK_LIMIT = 400
_CAPTION = re.compile(
    r"^(?:file\s?(?:photo|image|picture)?\s*[-–—:]|file\s+photo\b"
    r"|in this\b.{0,60}\b(?:file )?(?:photo|image|picture|frame grab|photograph)\b"
    r"|(?:image|photo|picture)\s*(?:caption|credit)?\s*:"
    r"|.{0,80}\b(?:pictured|seen|shown|poses?|arrives?|speaks?|listens|performs?)\b.{0,120}"
    r"\bin (?:this|an?)\b.{0,30}\b(?:file )?(?:photo|image|picture)\b)",
    re.IGNORECASE,
)
_CAPTION_CLUES = ("photo", "image", "picture", "file", "frame grab")  # every caption has one
_BIO = re.compile(
    r"^(?:(?:[A-Z][\w.'’-]+\s+){1,4}(?:is|was|are|covers|writes|reports|joined|has (?:covered|been|"
    r"reported))\b(?=.{0,200}\b(?:reporter|correspondent|editor|writer|columnist|journalist|contributor|"
    r"freelance"
    r"|professor|fellow|author of|producer|bureau chief|intern|covers|writes (?:about|for)|staff)\b).*)$",
    re.DOTALL,
)


def is_furniture(line: str) -> bool:
    """Say whether a line by itself is no part of the report.

    >>> is_furniture("Advertisement"), is_furniture("Read more: Rain fell"), is_furniture("Rain fell on Monday.")
    (True, True, False)
    """
    if len(line) > _QUICK_LIMIT:
        return False
    told = line.strip()
    if told.isascii():  # in small letters, for which a pattern that minds the case takes half the time
        return _furniture(re.NOFLAG).fullmatch(told.lower()) is not None
    return _furniture(re.IGNORECASE).fullmatch(told) is not None


@cache
def _furniture(letter_case: re.RegexFlag) -> re.Pattern[str]:
    listed = (Path(__file__).parent / "furniture.txt").read_text(encoding="utf-8").splitlines()
    patterns = [pattern for pattern in listed if pattern and not pattern.startswith("# ")]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), letter_case | re.DOTALL)


def is_caption(line: str) -> bool:
    """Say whether a line is the caption of a picture, by the words captions have.

    >>> is_caption("FILE - In this May 1 photo, the mayor waves.")
    True
    """
    return has_any(_CAPTION_CLUES, line) and _CAPTION.match(line) is not None


def is_biography(line: str) -> bool:
    """Say whether a paragraph tells who the writer is: "Jane Roe is a reporter for ..."."""
    return len(line) <= 700 and _BIO.match(line) is not None
