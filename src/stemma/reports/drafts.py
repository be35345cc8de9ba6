"""From a text and what is known beside it to a report."""

import re
from dataclasses import dataclass, replace

from stemma.model import (
    Capture,
    Credit,
    CreditRole,
    Extraction,
    Form,
    Moment,
    Outlet,
    OutletKind,
    Refusal,
    Report,
    Zone,
    ZoneKind,
    make_id,
)
from stemma.reports.agencies import agency_of_desk
from stemma.reports.languages import find_language
from stemma.reports.layouts import Layout, lay_out
from stemma.reports.outlets import is_same_outlet, outlet_named

_TOLD = (ZoneKind.BODY, ZoneKind.SPEECH, ZoneKind.HEADLINE)
_STATED_URL = re.compile(r"(?i)(?:url|link|address|permalink|web)\s*:\s*(?P<url>https?://\S+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A text with what its file says beside it: the keys of a record or the markup of a page; None is not said.

    `headline` is "" where it is known that the text holds none; `layout` is given where markup has told the zones already.
    """

    text: str
    given_id: str | None = None
    outlet: str | None = None
    owner: str | None = None
    url: str | None = None
    headline: str | None = None
    published: Moment | None = None
    language: str | None = None
    credits: tuple[Credit, ...] = ()
    layout: Layout | None = None


def make_report(capture: Capture, draft: Draft) -> Extraction:
    """Give the report of a draft, with its outlet and a line on anything in it that cannot be right.

    The id is the given one; without one it is made of text, outlet, URL, so that identical bytes are one report.
    """
    layout = draft.layout or lay_out(draft.text, draft.headline)
    named = _as_agencies(layout.credits + draft.credits, layout.zones, draft.outlet)
    outlet = _outlet(draft, named, layout.issuer)
    outlet_id = outlet.id if outlet else None
    url = draft.url or _stated_url(draft.text, layout.zones)
    published = _told_best(draft.published, layout.published)
    report = Report(
        id=draft.given_id or make_id("report", draft.text, outlet_id or "", url or "", ""),
        capture_id=capture.id,
        path=capture.url,
        url=url,
        outlet_id=outlet_id,
        text=draft.text,
        zones=layout.zones,
        credits=named,
        published=published,
        language=draft.language or find_language(_prose(draft.text, layout.zones)),
        form=layout.form,
    )
    return Extraction(reports=(report,), outlets=(outlet,) if outlet else (), refusals=_doubts(capture, report))


def _outlet(draft: Draft, named: tuple[Credit, ...], issuer: str | None) -> Outlet | None:
    """Give the outlet that the file names, else who issues the text, else the one that the text credits as its outlet."""
    if draft.outlet:
        outlet = outlet_named(draft.outlet)
        return replace(outlet, owner=draft.owner) if outlet and draft.owner else outlet
    if issuer:
        outlet = outlet_named(issuer)
        return replace(outlet, kind=OutletKind.PRESS_OFFICE) if outlet else None
    names = [credit.name for credit in named if credit.role is CreditRole.OUTLET]
    return outlet_named(names[0]) if names else None


def _as_agencies(named: tuple[Credit, ...], zones: tuple[Zone, ...], given: str | None) -> tuple[Credit, ...]:
    """Take an outlet that signs for an agency where another outlet is named elsewhere: it signs, the other publishes.

    It signs in a dateline, or by a name that an agency passes on ("By Jane Roe, CNN").
    """
    outlets = [credit for credit in named if credit.role is CreditRole.OUTLET]
    datelines = [zone for zone in zones if zone.kind is ZoneKind.DATELINE]
    signing = [
        c
        for c in named
        if (agency_of_desk(c.name) and c.role is not CreditRole.PHOTO)
        or (c.role is CreditRole.OUTLET and any(zone.start <= c.start < zone.end for zone in datelines))
    ]
    others = [c.name for c in outlets if c not in signing] + ([given] if given else [])
    return tuple(
        _as_agency(credit)
        if credit in signing and others and not any(is_same_outlet(name, credit.name) for name in others)
        else credit
        for credit in named
    )


def _as_agency(credit: Credit) -> Credit:
    agency = agency_of_desk(credit.name)
    return replace(credit, role=CreditRole.AGENCY, name=credit.name if agency is None else agency.name)


def _stated_url(text: str, zones: tuple[Zone, ...]) -> str | None:
    """Give the address that a line of its own in the head states as the text's ("URL: https://...")."""
    for zone in zones[:12]:
        match = _STATED_URL.fullmatch(text[zone.start : zone.end]) if zone.kind is ZoneKind.FURNITURE else None
        if match is not None:
            return match.group("url")
    return None


def _told_best(given: Moment | None, read: Moment | None) -> Moment | None:
    """Give the moment told beside the text; the one in the text where that is finer and of the same day, or the only one."""
    if given is None or read is None:
        return given or read
    is_same_day = (
        given.earliest is not None and read.earliest is not None and given.earliest.date() == read.earliest.date()
    )
    return read if is_same_day and given.earliest != given.latest and read.earliest == read.latest else given


def _prose(text: str, zones: tuple[Zone, ...]) -> str:
    return " ".join(text[zone.start : zone.end] for zone in zones if zone.kind in _TOLD)


def _doubts(capture: Capture, report: Report) -> tuple[Refusal, ...]:
    """Say what in a report cannot be right: a date later than the moment the capture was made (a day is left for zones)."""
    doubts = []
    published = report.published
    if (
        published is not None
        and published.earliest is not None
        and (published.earliest - capture.fetched_at.replace(tzinfo=None)).total_seconds() > 86_400
    ):
        told = published.earliest.date().isoformat()
        doubts.append(
            Refusal(
                subject=capture.url,
                reason=f"says that it was published on {told}, which is in the future; the date is kept, check it",
            )
        )
    if report.form is Form.REPORT and not any(
        zone.kind in _TOLD and report.text[zone.start : zone.end].strip() for zone in report.zones
    ):
        doubts.append(
            Refusal(subject=capture.url, reason="has no paragraph that reads as an article; it is kept, without a body")
        )
    return tuple(doubts)
