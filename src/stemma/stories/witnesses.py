"""What a report shows of itself as a witness: who publishes it, whom it credits, when it is from."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache

from stemma.model import Credit, CreditRole, Form, Granularity, Outlet, OutletKind, Report, Span, ZoneKind
from stemma.text.words import fold

_ADDRESS = 8  # letters: a shorter name may stand in another word
_INITIALS = 3  # letters: two may be anybody's
_SORT = re.compile(
    r"(?<=\w)\s(?:news agency|news service|news wire|press agency|newswire|wire service|"
    r"(?<!daily )(?<!evening )(?<!morning )news)$"
)  # what a name has of the sort of newsroom that it is
_INPUTS = re.compile(
    r"(?i)\b(?:with|inputs?|additional|some|includ(?:es|ing)|contains|using|based on|compiled|materials?|information|files?|"
    r"supplemented|staff)\b"
)
_NOBODY = frozenset({"agencies", "agency", "wire", "wires", "wire services", "wire reports", "staff", "news agencies"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """A report as a witness of its story's text; `agencies` are the agency credits that do not name its own outlet."""

    report: Report
    outlet: str | None
    owner: str | None
    agencies: tuple[Credit, ...]
    datelines: tuple[Span, ...]
    kind: OutletKind = OutletKind.UNKNOWN

    @property
    def is_agency(self) -> bool:
        """Whether its own text is agency copy."""
        return self.kind is OutletKind.AGENCY or self.is_dispatch

    @property
    def is_transcript(self) -> bool:
        """Whether it is taken as what was said."""
        return self.report.form is Form.TRANSCRIPT

    @property
    def is_dispatch(self) -> bool:
        """Whether it may be an agency's own text: it names one agency in its dateline and no other outlet."""
        return (
            self.outlet is None
            and len(self.agencies) == 1
            and any(
                span.start <= credit.start < span.end and plain_name(credit.name) == plain_name(self.agencies[0].name)
                for credit in self.report.credits
                for span in self.datelines
            )
        )

    @property
    def name(self) -> str | None:
        """Whose text it is, as far as it says: its outlet, else the agency whose own text it may be."""
        return self.agencies[0].name if self.is_dispatch else self.outlet

    @property
    def label(self) -> str:
        """What an editor would call it: its outlet, else the name of its file."""
        return self.outlet or self.report.path.rsplit("/", 1)[-1] or self.report.id


def witnesses_of(reports: Iterable[Report], outlets: Iterable[Outlet]) -> dict[str, Witness]:
    """Give each report as a witness, by report id."""
    publishers = {outlet.id: outlet for outlet in outlets}
    return {report.id: _witness(report, publishers.get(report.outlet_id or "")) for report in reports}


def _witness(report: Report, publisher: Outlet | None) -> Witness:
    outlet = publisher.name if publisher is not None else None
    agencies: dict[str, Credit] = {}
    for credit in report.credits:
        names_one = fold(credit.name) not in _NOBODY and not is_same_name(credit.name, outlet)
        if credit.role is CreditRole.AGENCY and names_one:
            agencies.setdefault(_unwired(credit.name), credit)
    return Witness(
        report=report,
        outlet=outlet,
        owner=publisher.owner if publisher is not None else None,
        agencies=tuple(agencies.values()),
        datelines=tuple(Span(report.id, z.start, z.end) for z in report.zones if z.kind is ZoneKind.DATELINE),
        kind=publisher.kind if publisher is not None else OutletKind.UNKNOWN,
    )


def is_in_part(witness: Witness, credit: Credit) -> bool:
    """Say whether a credit may speak of any sentence or of none: "with inputs from" does, an agency's byline does not."""
    text = witness.report.text
    before = text[text.rfind("\n", 0, max(0, credit.start)) + 1 : max(0, credit.start)]
    return _INPUTS.search(before[-80:]) is not None


def is_same_name(left: str | None, right: str | None) -> bool:
    """Say whether two outlet names are one but for case, article and domain ending, or one is the other's initials.

    >>> is_same_name("The Harbour Post", "harbour post"), is_same_name("Post", None)
    (True, False)
    >>> is_same_name("NCA", "Northern Coast Agency"), is_same_name("NCA", "News"), is_same_name("Lindel", "Lindel Wire")
    (True, False, True)
    """
    if left is None or right is None:
        return False
    return _unwired(left) == _unwired(right) or _is_short(left, right) or _is_short(right, left)


def _unwired(name: str) -> str:
    """Give a plain name without "wire": "Meridian Wire" signs its files "(Meridian)"; whoever names Meridian need not mean it."""
    return plain_name(name).removesuffix(" wire")


def _is_short(initials: str, name: str) -> bool:
    letters = "".join(word[0] for word in re.split(r"[\s-]+", name.strip()) if word[:1].isupper())
    return len(initials) >= _INITIALS and initials == letters.removeprefix("T" if name.startswith("The ") else "")


def plain_name(name: str | None) -> str:
    """Give an outlet's name without case, article, domain ending, and what says of an agency that it is one."""
    return _SORT.sub("", fold(name or "").removeprefix("the ").removesuffix(".com").strip())


def names_itself(witness: Witness, sentence: Span) -> bool:
    """Say whether a sentence of a report names the report's own outlet, be it in an address on the web."""
    name = plain_name(witness.outlet)
    text = fold(sentence.cut(witness.report.text))
    if not name or re.search(rf"\b{re.escape(name)}\b", text):
        return bool(name)
    joined = re.sub(r"\W", "", name)
    return len(joined) >= _ADDRESS and joined in text


def find_citation(report: Report, outlet: str | None) -> Span | None:
    """Find where a report names an outlet as telling or hearing something ("told the Post", "the Post reported").

    The first word of a longer name will do where it stands so ("told the Harbour").
    """
    names = _citable(outlet)
    if not names:
        return None
    hears, tells = _places_of_telling(report.text)
    starts = {*hears, *(place - len(name) for place in tells for name in names)}
    pattern = _citing(names)
    for start in sorted(starts):
        if start >= 0 and (found := pattern.match(report.text, start)):
            return Span(report.id, found.start(), found.end())
    return None


_HEARS = r"(?:told|tells|according to|reported by|interview with|citing)\s+"
_TELLS = r"\s+(?:first\s+)?(?:reported|reports)\b"
_HEARING = re.compile(rf"\b{_HEARS}", re.IGNORECASE)
_TELLING = re.compile(rf"(?<=\S)(?={_TELLS})", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _places_of_telling(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Give where words begin that an outlet's name may follow, and where a name may end that such words follow."""
    return tuple(found.start() for found in _HEARING.finditer(text)), tuple(
        found.start() for found in _TELLING.finditer(text)
    )


@lru_cache(maxsize=4096)
def _citing(names: tuple[str, ...]) -> re.Pattern[str]:
    name = "(?:" + "|".join(re.escape(one) for one in names) + ")"
    return re.compile(rf"\b(?:{_HEARS}(?:the\s+)?{name}\b|{name}{_TELLS})", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _citable(outlet: str | None) -> tuple[str, ...]:
    bare = plain_name(outlet)
    first = bare.split()[0] if bare else ""
    return tuple(one for one in dict.fromkeys((bare, first)) if len(one) > 3 or ((outlet or "").isupper() and one))


def find_hearing(outlet: str | None, text: str, within: Span) -> list[Span]:
    """Find where a stretch says that an outlet was told something ("told the Post"); the last word of a longer name will do.

    >>> text = "It sank, she told the Post. He said no."
    >>> [span.cut(text) for span in find_hearing("Harbour Post", text, Span("a", 0, len(text)))]
    ['told the Post']
    """
    bare = plain_name(outlet)
    names = [re.escape(one) for one in dict.fromkeys((bare, *bare.split()[-1:])) if len(one) > 2]
    if not names:
        return []
    pattern = re.compile(rf"\b(?:told|tells) (?:the )?(?:{'|'.join(names)})\b", re.IGNORECASE)
    return [Span(within.report_id, *one.span()) for one in pattern.finditer(text, within.start, within.end)]


def is_earlier(left: Report, right: Report) -> bool | None:
    """Say whether one report was surely published before another; None where their times do not tell."""
    if lead_of(left, right):
        return True
    return False if lead_of(right, left) else None


def lead_of(left: Report, right: Report) -> timedelta:
    """Give by how much one report was surely published before another; nothing where their times do not tell.

    Times told for two different clocks are compared with half a day's room on either side.
    """
    one, other = left.published, right.published
    if one is None or other is None or one.latest is None or other.earliest is None:
        return timedelta(0)
    room = timedelta(0) if has_one_clock(left, right) else timedelta(hours=12)
    return max(timedelta(0), other.earliest - one.latest - room)


def has_one_clock(left: Report, right: Report) -> bool:
    """Say whether the times of two reports are told for one clock, as far as they say."""
    zones = [one.published and one.published.zone for one in (left, right)]
    return zones[0] == zones[1]


def is_by_the_clock(report: Report) -> bool:
    """Say whether a report tells the time of day at which it was published."""
    return report.published is not None and report.published.granularity is Granularity.MINUTE
