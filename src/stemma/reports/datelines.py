"""The dateline at the start of a report: place, day, and who is credited in its bracket, in the styles of many agencies."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from stemma.model import Credit, CreditRole, Moment
from stemma.reports.agencies import Agency, find_agency
from stemma.reports.moments import DAY_AND_MONTH, WEEKDAY, find_moments


class Dateline(NamedTuple):
    """A dateline with its bracket and dash: offsets of the whole and of the place (-1, -1: none), credits, day if dated."""

    start: int
    end: int
    place: tuple[int, int]
    credits: tuple[Credit, ...]
    published: Moment | None


_CAPS = r"(?:[A-ZÀ-ÖØ-ÞĀŁŚŠŻŽČĆĐĞİŞ][A-ZÀ-ÖØ-ÞĀŁŚŠŻŽČĆĐĞİŞ.'’]+)"
_PLACE = rf"(?P<place>{_CAPS}(?:(?:\s|-|/|\s?&\s?)(?:{_CAPS}|DE|de|del|la|of|the|al|el))*)"
_CAPITALISED = r"[A-ZÀ-ÖØ-Þ][\w.'’]*"
_MIXED = rf"(?P<place>{_CAPITALISED}(?:[\s/-](?:{_CAPITALISED}|de|del|la|of|the|al|el)){{0,3}})"
_REGION = (
    rf"(?:,\s*(?!{DAY_AND_MONTH}|{WEEKDAY}[\s,])(?:{_CAPITALISED}|[A-Z]\.)"
    rf"(?:[\s-](?:{_CAPITALISED}|of|the|and)){{0,3}}){{0,2}}"
)
_COUNTRY = r"(?:\s*[\[(][A-Z][\w .]{2,25}[\])])?"
_FIGURES = r"[0-3]?\d[./][01]?\d[./](?:19|20)\d\d"  # "03.11.2021"
_WHEN = rf"(?:[,.]?\s*(?:{WEEKDAY},?\s*)?(?:{DAY_AND_MONTH}|{_FIGURES})|[,.]\s*{WEEKDAY})?"
_MUST_WHEN = rf"[,.]?\s*(?:{WEEKDAY},?\s*)?(?i:{DAY_AND_MONTH})"
_BRACKET = r"\((?P<bracket>[^()\n]{2,90})\)"
_DASH = r"(?:[—–_−―-]{1,3}|:)"

# Each with what it must show, and with a mark without which no dateline is of its style.
_STYLES = (
    # as in "LONDON, March 3 (Reuters) - ", "WASHINGTON (Echo News / AFP - 08th March, 2022) "
    (rf"{_PLACE}{_REGION}(?i:{_WHEN})\s*{_BRACKET}\s*:?(?:\s*{_DASH})?(?=\s|$|[—–])[—–-]*\s*", "bracket", "("),
    # as in "Paris, March 3 (AFP) - ", "New Delhi [India], March 3 (ANI): "
    (
        rf"{_MIXED}{_COUNTRY}{_REGION}(?i:{_WHEN})\s*{_BRACKET}\s*\.?\s*(?:{_DASH})?(?=\s|$|[—–])[—–-]*\s*",
        "agency",
        "(",
    ),
    # as in "(Oslo, dpa) 11.06.2025 - ", "(Oslo/AFP) - "
    (
        rf"\({_MIXED}\s*[,/]\s*(?P<bracket>[^(),\n]{{2,40}})\)[,.]?\s*(?i:{DAY_AND_MONTH}|{_FIGURES})?[,.]?\s*{_DASH}{{1,2}}\s*",
        "agency",
        "(",
    ),
    # as in "(EFE) Oslo, Nov 7, 2022. - ", "(AFP) OSLO - "
    (rf"{_BRACKET}[\s.,:/-]*{_MIXED}{_REGION}(?i:{_WHEN})[,.]?\s*(?:\s-{{1,2}}|\.-|[—–]{{1,2}})\s+", "agency", "("),
    # as in "March 3 (UPI) -- "
    (rf"(?i:{DAY_AND_MONTH})\s*{_BRACKET}\s*{_DASH}{{1,2}}\s*", "agency", "("),
    # as in "(Reuters) - ", "(CNN) "
    (rf"{_BRACKET}\s*{_DASH}{{1,2}}\s*", "agency", "("),
    (r"\((?P<bracket>[A-Z]{2,6}(?: News)?)\)\s*(?:[—–-]{1,2}\s*)?", "outlet", "("),
    # as in "MOSCOW. March 3. INTERFAX.COM - ", "MOSCOW, March 3. /TASS/. "
    (
        rf"{_PLACE}{_REGION}{_MUST_WHEN}\.?\s*/?(?P<bracket>[A-Za-z][\w.]{{2,20}}(?: [A-Z]\w+)?)/?\.?(?:\s*{_DASH})?\s+",
        "agency",
        "",
    ),
    (rf"{_PLACE}\s*/(?P<bracket>[A-Z][\w. ]{{2,30}})/\.?(?:\s*{_DASH})?\s+", "agency", "/"),
    # as in "PARIS — ", "ST. PAUL, Minn. -- ", "BERLIN, 3 March - "
    (rf"{_PLACE}{_REGION}(?i:{_WHEN})\s*(?:[—–―][—–-]{{0,2}}|(?<=\s)-{{1,3}}|--)(?=\s|$|[A-Z“\"])\s*", "capitals", ""),
    # as in "NEW DELHI: "
    (rf"{_PLACE}{_REGION}(?i:{_WHEN})\s*:\s+", "capitals", ":"),
    # as in "LONDON, March 3." before a text, or alone on its line
    (rf"{_PLACE}{_REGION}{_MUST_WHEN}\.?(?:\s+|$)", "line", ""),
    # as in "Oslo — ", "New Delhi: "
    (rf"{_MIXED}{_REGION}(?i:{_WHEN})\s*(?:[—–―][—–-]{{0,2}}|\s-{{1,3}}|--|:)\s+", "known", ""),
    # as in OSLO, alone on its line
    (rf"{_PLACE}{_REGION}$", "city", ""),
)
_CLUE = re.compile(r"[(\d/:_—–―−-]")  # every dateline has one but the city in capitals alone on its line
_CITY = re.compile(_CAPS)
_NO_PLACES = frozenset(
    "FILE EXCLUSIVE BREAKING UPDATE UPDATED NOTE NOTES WATCH VIDEO PHOTO PHOTOS CORRECTION CORRECTED "
    "ANALYSIS OPINION COMMENT READ MORE RELATED "
    "TOPSHOT EDITORIAL INTERVIEW FACTBOX TIMELINE EXPLAINER LIVE ALSO WARNING ADVERTISEMENT SPEAKER "
    "TRANSCRIPT HOST MODERATOR QUESTION ANSWER "
    "NATO WHO UN EU US UK USA FBI CIA NASA IMF OPEC BBC CNN NBC ABC CBS FOX NPR HERE NOW WHAT WHY HOW "
    "STORY TITLE DATE CREDIT IMAGE "
    "CAPTION TAGS TOPICS URGENT REPORT REVIEW FACT FALSE TRUE CLAIM VERDICT Q A PRESIDENT SECRETARY "
    "SENATOR MR MRS MS DR SEN REP GOV "
    "TL;DR ICYMI PICTURED LISTEN SEE CONTACT FOLLOW SUBSCRIBE".split()
)
_AGENCY_WORDS = re.compile(
    r"(?i)\b(?:\w*wires?|agency|agencies|news ?service|press service|telegraph(?:ic)? agency|presse)$"
)
_NOBODY = re.compile(
    r"(?i)(?:(?:news |wire |other |foreign |and )?agenc(?:y|ies)|wires?|(?:news )?wires?[ -](?:services?|reports?|staff)|"
    r"(?:and )?staff(?: and (?:agencies|wires?))?|(?:our |staff |own )?(?:writer|reporter|correspondent)s?|(?:web |news )?bureau)"
)  # who is credited so is not named
_NO_OUTLETS = re.compile(
    rf"(?i)^(?:web ?desk|staff|news ?desk|file|updated?|.*\d.*|{_NOBODY.pattern.removeprefix('(?i)')})$"
)


def find_dateline(text: str, start: int, end: int) -> Dateline | None:
    """Give the dateline with which a paragraph begins, or None.

    >>> line = "NAIROBI, Kenya, March 3 (Reuters) - Rain fell."
    >>> found = find_dateline(line, 0, len(line))
    >>> line[:found.end], line[slice(*found.place)], [credit.name for credit in found.credits]
    ('NAIROBI, Kenya, March 3 (Reuters) - ', 'NAIROBI', ['Reuters'])
    >>> find_dateline("NATO — the alliance — met.", 0, 26) is None
    True
    """
    stop = min(end, start + 200)
    if _CLUE.search(text, start, stop) is None and _CITY.match(text, start, stop) is None:
        return None
    line = text[:stop]  # so that $ is the paragraph's end
    for pattern, needs, mark in _STYLES:
        match = _style(pattern).match(line, start) if line.find(mark, start) >= 0 else None
        if match is None or match.end() == start:
            continue
        dateline = _check(text, match, needs, is_whole=match.end() >= end)
        if dateline is not None:
            return dateline
    return None


@cache
def _style(pattern: str) -> re.Pattern[str]:
    """Give a pattern, compiled when it is first asked for: it takes long, and who matches reads no report himself."""
    return re.compile(pattern)


def _check(text: str, match: re.Match[str], needs: str, *, is_whole: bool) -> Dateline | None:
    groups = match.groupdict()
    place = match.span("place") if groups.get("place") else (-1, -1)
    name = groups.get("place") or ""
    if name.endswith(".") and name.count(".") == 1:
        name, place = name[:-1], (place[0], place[1] - 1)
    named = _bracket_credits(text, *match.span("bracket")) if groups.get("bracket") else ()
    if (
        needs in {"bracket", "outlet"} and len(named) == 1 and _is_dashed(match.group())
    ):  # "(Coast) -": so agencies sign
        named = (replace(named[0], role=CreditRole.AGENCY),)
    if not _may_be_place(name) or not (is_whole or _begins_sentence(text, match.end())):
        return None
    is_unnamed = needs == "agency" and _is_dashed(match.group()) and _NOBODY.fullmatch(groups["bracket"].strip())
    if not is_unnamed and not _has_needed(match.group(), needs, name, named, is_whole=is_whole):
        return None
    if needs == "capitals" and place != (-1, -1) and (agency := find_agency(name)) is not None:
        named, place = (_agency_credit(agency, *match.span("place")),), (-1, -1)
    return Dateline(match.start(), match.end(), place, named, _dated(match.group()))


def _may_be_place(name: str) -> bool:
    """Say whether the words where a place would stand could be one; no place at all is well."""
    return len(name.split()) <= 6 and not any(word in _NO_PLACES for word in re.split(r"[\s/]+", name)[:1])


def _has_needed(words: str, needs: str, name: str, named: tuple[Credit, ...], *, is_whole: bool) -> bool:
    """Say whether a stretch has what its style must show, so that no other beginning is taken for it."""
    has_agency = any(credit.role is CreditRole.AGENCY for credit in named)
    if needs == "capitals":
        return not words.rstrip().endswith(":") or (len(name.split()) <= 3 and re.search(r"[’']", name) is None)
    if needs == "bracket":
        return has_agency or _is_dashed(words) or _dated(words) is not None
    is_known = is_city(name)
    return {
        "agency": has_agency,
        "outlet": bool(named),
        "line": is_whole,
        "city": is_whole and is_known,
        "known": is_known,
    }[needs]


def is_city(name: str) -> bool:
    """Say whether a name is of the listed places that stand without their country in datelines.

    >>> is_city("Oslo"), is_city("Springfield")
    (True, False)
    """
    return name.upper() in _cities()


@cache
def _cities() -> frozenset[str]:
    listed = (Path(__file__).parent / "cities.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in listed if not line.startswith("#"))


def _is_dashed(words: str) -> bool:
    return words.rstrip()[-1:] in "—–-_−―:"


def _begins_sentence(text: str, offset: int) -> bool:
    first = text[offset : offset + 1]
    return bool(first) and (first.isupper() or first.isdigit() or first in "\"“‘'«$€£[(" or not first.isascii())


def _dated(words: str) -> Moment | None:
    return next((told.moment for told in find_moments(words) if told.moment is not None), None)


def _bracket_credits(text: str, start: int, end: int) -> tuple[Credit, ...]:
    """Read "Echo News / AFP - 3 March, 2021": listed agencies are credited as such, other names are outlets.

    Where none is listed the last of several stands where an agency's does ("Echo News / Coast"); a name alone is an agency
    where it says so ("Coast Wire"), else the outlet.
    """
    named = []
    for piece in re.finditer(r"[^/;|,&+]+", text[start:end]):
        for part in re.finditer(r"(?:(?!\s[-–—]\s|\sand\s|\swith\s).)+", piece.group()):
            words = re.sub(r"^(?:\s[-–—]\s|\sand\s|\swith\s)", "   ", part.group())
            name = words.strip()
            if not name:
                continue
            left = start + piece.start() + part.start() + words.index(name[0])
            credit = _bracket_credit(name, left)
            if credit is not None:
                named.append(credit)
    is_unlisted = bool(named) and all(credit.role is CreditRole.OUTLET for credit in named)
    if is_unlisted and (len(named) > 1 or _AGENCY_WORDS.search(named[-1].name)):
        named[-1] = replace(named[-1], role=CreditRole.AGENCY)
    return tuple(named)


def _bracket_credit(name: str, start: int) -> Credit | None:
    agency = find_agency(name)
    if agency is not None:
        return _agency_credit(agency, start, start + len(name))
    is_name = name[0].isupper() and len(name.split()) <= 5 and not _NO_OUTLETS.match(name) and not _is_day(name)
    return Credit(name=name, role=CreditRole.OUTLET, start=start, end=start + len(name)) if is_name else None


def _is_day(name: str) -> bool:
    return re.fullmatch(rf"(?:{WEEKDAY}|{DAY_AND_MONTH})", name, re.IGNORECASE) is not None


def _agency_credit(agency: Agency, start: int, end: int) -> Credit:
    return Credit(name=agency.name, role=CreditRole.AGENCY, start=start, end=end)
