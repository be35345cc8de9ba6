"""Lines that say who wrote a report and when: "By Jane Roe, Reuters", "Jane Roe Published March 3, 2021 | 11:40 PM"."""

import re
from dataclasses import dataclass

from stemma.model import Credit, CreditRole, Moment
from stemma.reports.agencies import agency_of_desk, find_agency, named_agencies
from stemma.reports.creditnames import TRADE
from stemma.reports.datelines import is_city
from stemma.reports.moments import WEEKDAY, Told, find_moments, strip_labels
from stemma.reports.outlets import is_outlet_name
from stemma.text.words import has_any

MONTHS = r"january|february|march|april|may|june|july|august|september|october|november|december"
_NAME_WORD = r"(?:[A-ZÀ-ÖØ-Þ][\w’'.-]*|de|da|di|du|del|della|dos|van|von|der|den|ten|ter|la|le|el|al|bin|ben|ibn|y)"
_NAME = re.compile(rf"[A-ZÀ-ÖØ-Þ][\w’'.-]*(?:\s+{_NAME_WORD}){{1,4}}")
_BY = re.compile(
    r"(?:^[*_]{0,2}|[|•·—–-]\s*|\s{2,}|\bnews\s+)(?:written\s+|reported\s+|compiled\s+|posted\s+|published\s+|"
    r"story\s+|report\s+|words\s+)?(by|from)(?:\s*:\s*|\s+)(?=\S)",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"(?i)\b(?:the|and|of|in|on|for|at|to|is|are|was|news|world|breaking|live|video|photo|update[sd]?|"
    r"published|posted|read|more|share|home|business|sports?|opinion|politics|top|latest|"
    r"stories|story|magazine|images?|advertisement|city|state|county|white|house|united|north|south|east|"
    r"west|new|here|what|why|how|who|not|does|do|did|can|could|may|might|has|have|had|should|would|after|"
    r"before|over|under|all|its|it|his|her|our|their|find|finds|go|goes|get|gets|site|mobile|navigation|"
    r"footer|menu|search|account|edition|section|related|content|judge|district|federal|national|american|"
    r"americans|republicans?|democrats?|gop|pleads?|prefers?|wins?|wants?|seeks?|gives?|takes?|makes?|"
    r"calls?|tells?|asks?|dies|guilty|your|you|this|that|says?|"
    r"said|will|with|from|"
    r"january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|"
    r"wednesday|thursday|friday|saturday|sunday|party|court|council|bank|school|"
    r"police|minister|ministry|government|president|key|points|background|contents|summary|introduction|"
    r"conclusion|analysis|timeline|facts?|editorial|comments?|privacy|policy|terms)\b"
)
_PLACED = re.compile(r"\sin\s[A-ZÀ-ÖØ-Þ][\w.’'-]*(?:\s[A-ZÀ-ÖØ-Þ][\w.’'-]*){0,2}(?=$|,|\sand\s)")  # "Jane Roe in Oslo"
_NAME_FIRST = re.compile(rf"[\W_]*(?:and\s[\W_]*)*[A-ZÀ-ÖØ-Þ][\w’'.-]*\s+{_NAME_WORD}")  # so every line of names begins
_PARTED = re.compile(r",|\sand\s|\s&\s|\s[|•·/–—-]\s|\s?[|/]\s?|;|\(|\)")
_LONGEST_NAME = 4  # words of a name that stands on a line without "by"
_DESK = re.compile(
    r"(?i)^(?:by\s+)?(?:our|the)?\s*(?:web|news|staff|foreign|digital|national|online|sports|business|international|"
    r"city)?\s*(?:desk|staff|staff (?:writers?|reporters?)|correspondents?|reporters?|bureau|team|"
    r"editors?|newsroom|agencies|admin)$"
    r"|^(?:by\s+)?our\s+(?:own\s+)?(?:\w+\s+){0,2}(?:staff|correspondents?|reporters?|team|desk|bureau)$"
)
_NAMED_DESK = re.compile(
    r"(?:[A-ZÀ-ÖØ-Þ][\w’'&.-]*\s+){1,4}(?i:(?:online|news|web|digital|foreign|business|city)\s+)?"
    r"(?:[Dd]esk|[Nn]ewsroom|[Ss]taff|[Tt]eam)"
)
_TAIL = re.compile(
    r"(?i)^[\s,|•·:;/()\[\]—–-]*(?:(?:on|at|by|in|ist|edt|hrs|min read|read|GMT|and|online)\b[\s,|•·:;/()\[\]—–-]*)*$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """A line of authors or moments, cut into stretches: `authors` are bylines, the rest (moments, labels) is furniture."""

    authors: tuple[tuple[int, int], ...]
    told: tuple[Told, ...]
    credits: tuple[Credit, ...]
    has_by: bool = False

    @property
    def published(self) -> Moment | None:
        """Give the first moment that tells of publication, else the first of updating."""
        return first_published(self.told)


def first_published(told: tuple[Told, ...]) -> Moment | None:
    """Give the moment of publication among those told: one of updating only where no other is told."""
    known = [one for one in told if one.moment is not None]
    chosen = next((one for one in known if not one.is_later), known[0] if known else None)
    return chosen.moment if chosen else None


def find_byline(text: str, start: int, end: int) -> Byline | None:
    """Read a line as authors, moments or both; None where it is anything else.

    >>> line = "Jane Roe Published March 03, 2021 | 11:40 PM"
    >>> byline = find_byline(line, 0, len(line))
    >>> [line[slice(*author)] for author in byline.authors], byline.published.earliest.isoformat()
    (['Jane Roe'], '2021-03-03T23:40:00')
    >>> find_byline("By noon the rain had stopped.", 0, 29) is None
    True
    """
    if end - start > 240 or text[end - 1 : end] == ":":
        return None
    told = tuple(find_moments(text, start, end))
    pieces = beside_moments(text, start, end, told)
    if not pieces:
        return Byline(authors=(), told=told, credits=()) if told else None
    authors: list[tuple[int, int]] = []
    named: list[Credit] = []
    has_by = False
    for left, right in pieces:
        found = _authors(text, left, right, has_moment=bool(told))
        if found is None:
            return None
        authors.append((left, right))
        named.extend(found[0])
        has_by = has_by or found[1]
    return Byline(authors=tuple(authors), told=told, credits=tuple(named), has_by=has_by)


def is_desk(words: str) -> bool:
    """Say whether words are a desk and no name: "Web Desk", "our parliamentary staff".

    >>> is_desk("our parliamentary staff"), is_desk("Capital Echo online desk"), is_desk("The desk was wet")
    (True, True, False)
    """
    return _DESK.match(words) is not None or _NAMED_DESK.fullmatch(words) is not None


def is_person_name(words: str) -> bool:
    """Say whether words look like a person's name and like nothing else that stands on a line alone.

    >>> is_person_name("Jane van Roe"), is_person_name("World News"), is_person_name("Why It Rains")
    (True, False, False)
    """
    return (
        _NAME.fullmatch(words) is not None
        and not re.search(r"\b(?:Jr|Sr)\.\s", words)
        and not _NO_NAME.search(words)
        and not re.search(r"\d", words)
    )


def beside_moments(text: str, start: int, end: int, told: tuple[Told, ...]) -> list[tuple[int, int]]:
    """Give what a line has beside its moments, their labels and the marks between them."""
    line = text[start:end]
    taken = [(one.start - start, one.end - start) for one in told]
    if told:
        taken += strip_labels(line)
        taken += [
            match.span()
            for match in re.finditer(rf"(?i)\b{WEEKDAY},?|\b\d+ min(?:ute)?s? read\b|\((?:IST|GMT|UTC)\)", line)
        ]
    pieces = []
    for first, last in _gaps(taken, len(line)):
        words = line[first:last]
        if _TAIL.match(words):
            continue
        left = first + len(words) - len(words.lstrip(" \t\xa0,|•·:;/—–-"))
        right = last - (len(words) - len(words.rstrip(" \t\xa0,|•·:;/—–-")))
        pieces.append((start + left, start + right))
    return pieces


def _gaps(taken: list[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """Give what stretches leave free of a line, in text order."""
    gaps, offset = [], 0
    for left, right in sorted(taken):
        if left > offset:
            gaps.append((offset, left))
        offset = max(offset, right)
    return [*gaps, (offset, length)] if offset < length else gaps


def _authors(text: str, start: int, end: int, *, has_moment: bool) -> tuple[list[Credit], bool] | None:
    """Read a stretch as authors: credits of agencies in it and whether it says "by"; None where it is no byline."""
    words = text[start:end]
    by = _BY.search(words) if has_any(("by", "from"), words) else None
    if by is not None and _names_first(words[by.end() :]) and by.start() <= 40:
        return _agency_credits(text, start, end), True
    agency = find_agency(words)
    if agency is not None and agency.kind != "photo":
        return [Credit(name=agency.name, role=CreditRole.AGENCY, start=start, end=end)], False
    if _DESK.match(words):
        return _agency_credits(text, start, end), False
    if _is_names(words) and (has_moment or not is_outlet_name(words)):
        return _agency_credits(text, start, end), False
    if has_moment and is_outlet_name(words):
        return [Credit(name=words, role=CreditRole.OUTLET, start=start, end=end)], False
    return None


def _names_first(words: str) -> bool:
    """Say whether what follows "by" begins with a name and is no sentence."""
    if len(words.split()) > 30 or (
        words.endswith(".") and len(words.split()) > 8 and not words.endswith(("Jr.", "Sr."))
    ):
        return False
    first = re.split(r",|\sand\s|\s[|•·–—-]\s|\s(?:for|in|of|at)\s|\(|;|&|\s\S+@", words, maxsplit=1)[0].strip(" .*_")
    if re.match(rf"(?i)(?:{WEEKDAY}|{MONTHS})(?:\W|$)", first):
        return False
    is_name = _NAME.fullmatch(first) is not None and not re.search(r"\d", first)
    return bool(
        find_agency(first)
        or _DESK.match(first)
        or is_outlet_name(first)
        or is_name
        or (re.fullmatch(r"[A-Z][\w’'-]+", first) and len(words.split()) <= 2)
    )


def _is_names(words: str) -> bool:
    """Say whether a line is one or more names, with nothing but an agency, an outlet or a role of the trade after them."""
    if _NAME_FIRST.match(words) is None:
        return False
    parts = [part.strip(" .") for part in _PARTED.split(_PLACED.sub("", words)) if part.strip(" .")]
    if not parts or not is_person_name(parts[0]) or any(len(part.split()) > _LONGEST_NAME for part in parts[:1]):
        return False
    return all(
        is_person_name(part)
        or find_agency(part) is not None
        or _DESK.match(part)
        or is_outlet_name(part)
        or is_role(part)
        or is_city(part)
        for part in parts[1:]
    )


def is_role(words: str) -> bool:
    """Say whether words tell a role of the trade ("transport correspondent")."""
    return (
        len(words.split()) <= 7
        and re.search(
            r"(?i)\b(?:reporter|correspondent|editor|writer|bureau|staff|desk|columnist|analyst|contributor|"
            r"producer|journalist)s?\b",
            words,
        )
        is not None
    )


def _agency_credits(text: str, start: int, end: int) -> list[Credit]:
    """Give the agencies that a byline names; short forms count only as a whole part of it."""
    found = {(named.start, named.end): named.agency for named in named_agencies(text, start, end, with_short=False)}
    for part in re.finditer(r"[^,|•·()/;–—]+?(?=,|\||•|·|\(|\)|/|;|–|—|\sand\s|\s-\s|$)", text[start:end]):
        words = re.sub(
            r"(?i)^(?:(?:\s*by|\s*for|\s*from|\s*and|\s*-)\s)+", lambda match: " " * len(match.group()), part.group()
        )
        name = _newsroom(words.strip(" -")) if words.strip() else ""
        agency = find_agency(name) or agency_of_desk(name)
        if agency is not None:
            left = start + part.start() + words.index(name)
            found.setdefault((left, left + len(name)), agency)
    kept: list[Credit] = []
    for (left, right), agency in sorted(found.items()):
        if agency.kind != "photo" and not any(left < credit.end and credit.start < right for credit in kept):
            is_desk = find_agency(text[left:right]) is None
            name, role = (text[left:right], CreditRole.OUTLET) if is_desk else (agency.name, CreditRole.AGENCY)
            kept.append(Credit(name=name, role=role, start=left, end=right))
    return kept


def _newsroom(words: str) -> str:
    """Give a newsroom's name without the trade behind it ("AP Business Writer"); the words as they are where none is behind.

    >>> _newsroom("AP Business Writer"), _newsroom("Jane Roe")
    ('AP', 'Jane Roe')
    """
    cuts = [match.start() for match in re.finditer(r"\s", words)]
    return next(
        (words[:cut] for cut in cuts if re.fullmatch(TRADE, words[cut:].strip()) and _is_newsroom(words[:cut])), words
    )


def _is_newsroom(name: str) -> bool:
    return find_agency(name) is not None or agency_of_desk(name) is not None
