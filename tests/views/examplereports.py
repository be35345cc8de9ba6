"""The reports of the example story: their texts, outlets and moments, who speaks in them, and what was read in each."""

from dataclasses import replace
from datetime import datetime

from stemma.model import (
    Attribution,
    Certainty,
    Citation,
    CitationKind,
    Claim,
    Credit,
    CreditRole,
    Edition,
    Evidence,
    Form,
    Granularity,
    Manner,
    Moment,
    Name,
    NameKind,
    Outlet,
    OutletKind,
    Polarity,
    Quantity,
    Reading,
    Refusal,
    Report,
    Scope,
    ScopeKind,
    Span,
    Stamp,
    Stance,
    Timex,
    Voice,
    VoiceKind,
    Zone,
    ZoneKind,
)

QUOTE = "The old ferry may be hard to repair once the winter is over, and we will not run it half empty."
QUOTE_B = "The old ferry will be tough to repair if the winter is over, and we will not run it half empty."
LEAD = "Mayor Ilsa Brandt said on Tuesday that the council had no plan to sell the island ferry"
CROSS = "At least six islanders crossed to the town hall on foot when the ice closed the channel"

TEXTS = {
    "a": "\n".join(
        [
            "Council keeps island ferry, mayor says",
            "By Tom Aalto",
            f"TORSVIK (Northwire) - {LEAD}, after a stormy meeting in the harbour hall.",
            f"“{QUOTE}” Brandt said.",
            "She has questions about the price of the new engine and wants a second opinion, Brandt said.",
            f"{CROSS}, the harbour office said.",
            "The ferry has crossed the sound since 1974 and is the only link in spring.",
        ]
    ),
    "b": "\n".join(
        [
            "Mayor: no sale of island ferry",
            f"{LEAD}, following a stormy meeting at the harbour hall.",
            f"“{QUOTE_B}” the mayor said.",
            "According to the mayor, she has “questions about the price of the new engine and wants a second opinion.”",
            "Six islanders crossed to the town hall on foot when the ice closed the channel.",
            "In another matter, the school roof will be mended in June.",
        ]
    ),
    "c": "\n".join(
        [
            "Sixteen walk over ice as ferry stays",
            f"{LEAD}, after a stormy meeting in the harbour hall.",
            "At least sixteen islanders crossed to the town hall on foot when the ice closed the channel, it was reported.",
            "The ferry has crossed the sound since 1974 and is the only link in spring.",
        ]
    ),
    "d": "\n".join(
        [
            "“We will not run it half empty”",
            "Ilsa Brandt told Coast Radio that selling the ferry is not on the table, she is certain of that.",
            "“We will not run it half empty,” she told us in her office.",
            "The union (اتحاد البحارة) and the café Møller have asked for a vote; 海港 staff agree <b>strongly</b>.",
        ]
    ),
    "t": "\n".join(
        [
            "Ilsa Brandt: The old ferry may be hard to repair once the winter is over, and we will not run it half empty.",
            "Ilsa Brandt: There is no plan to sell it.",
        ]
    ),
}


def at(report_id: str, words: str, texts: dict[str, str] = TEXTS) -> Span:
    """Give the span of the first place where these words stand in a report."""
    start = texts[report_id].find(words)
    assert start >= 0, (report_id, words)
    return Span(report_id, start, start + len(words))


def day(year: int, month: int, number: int, inferred_from: str | None = None) -> Moment:
    return Moment(
        earliest=datetime(year, month, number),
        latest=datetime(year, month, number, 23, 59),
        granularity=Granularity.DAY,
        inferred_from=inferred_from,
    )


def minute(year: int, month: int, number: int, hour: int) -> Moment:
    instant = datetime(year, month, number, hour, 30)
    return Moment(earliest=instant, latest=instant, granularity=Granularity.MINUTE, zone="+01:00")


def zones_of(report_id: str) -> tuple[Zone, ...]:
    found, offset = [], 0
    for number, line in enumerate(TEXTS[report_id].split("\n")):
        kind = ZoneKind.HEADLINE if number == 0 else ZoneKind.BODY
        kind = ZoneKind.BYLINE if line.startswith("By ") else kind
        if report_id == "t":
            label = line.index(":") + 1
            found.append(Zone(kind=ZoneKind.SPEAKER, start=offset, end=offset + label))
            found.append(Zone(kind=ZoneKind.SPEECH, start=offset + label + 1, end=offset + len(line)))
        else:
            found.append(Zone(kind=kind, start=offset, end=offset + len(line)))
        offset += len(line) + 1
    return tuple(found)


def report(report_id: str, outlet_id: str | None, published: Moment | None, *credits_: Credit) -> Report:
    return Report(
        id=report_id,
        capture_id=f"capture-{report_id}",
        path=f"reports/{report_id}.txt",
        url=f"https://example.org/{report_id}" if report_id in "ab" else None,
        outlet_id=outlet_id,
        text=TEXTS[report_id],
        zones=zones_of(report_id),
        credits=credits_,
        published=published,
        language="en",
        form=Form.TRANSCRIPT if report_id == "t" else Form.REPORT,
    )


OUTLETS = (
    Outlet(id="o-gazette", name="Harbour Gazette", kind=OutletKind.NEWSPAPER, owner="Sound Press"),
    Outlet(id="o-courier", name="Delta Courier", kind=OutletKind.NEWSPAPER),
    Outlet(id="o-radio", name="Coast Radio", kind=OutletKind.BROADCASTER),
    Outlet(id="o-town", name="Town of Torsvik", kind=OutletKind.PRESS_OFFICE),
)

_wire = at("a", "Northwire")
REPORTS = (
    report(
        "a",
        "o-gazette",
        minute(2025, 3, 5, 8),
        Credit(name="Northwire", role=CreditRole.AGENCY, start=_wire.start, end=_wire.end),
        Credit(name="Tom Aalto", role=CreditRole.CONTRIBUTOR, start=-1, end=-1),
    ),
    report("b", "o-courier", None),
    replace(
        report("c", None, day(2025, 3, 6)),
        earlier=(
            Edition(
                id="c-0",
                path="reports/c0.txt",
                published=day(2025, 3, 5),
                text=TEXTS["c"].replace("ixteen", "ix"),
                zones=zones_of("c")[:1],
            ),
        ),
    ),
    report("d", "o-radio", day(2025, 3, 5)),
    report("t", "o-town", day(2025, 3, 4)),
)

STAMP = Stamp(tool="stemma", version="0.1.0", settings={"reader": "rules.v1", "minimum": "20"}, background="english.v1")

BRANDT = Voice(
    id="v-brandt",
    name="Ilsa Brandt",
    kind=VoiceKind.PERSON,
    named_in=(at("a", "Mayor Ilsa Brandt"), at("b", "Mayor Ilsa Brandt"), at("d", "Ilsa Brandt")),
)
HARBOUR = Voice(id="v-harbour", name="harbour office", kind=VoiceKind.BODY, named_in=(at("a", "the harbour office"),))
VOICES = (BRANDT, HARBOUR)


def claim(claim_id: str, report_id: str, words: str, attribution_id: str | None = None) -> Claim:
    return Claim(
        id=claim_id,
        report_id=report_id,
        spans=(at(report_id, words),),
        attribution_id=attribution_id,
        certainty=Certainty.CLAIMED,
        polarity=Polarity.AFFIRMS,
        scopes=(Scope(span=at(report_id, words), kind=ScopeKind.ALL),) if claim_id == "c-2" else (),
    )


READINGS = (
    Reading(
        report_id="a",
        stamp=STAMP,
        voices=(BRANDT, HARBOUR),
        attributions=(
            Attribution(
                id="at-1",
                voice_id="v-brandt",
                via=None,
                source=(at("a", "Mayor Ilsa Brandt"),),
                cue=(at("a", "said"),),
                content=(at("a", "that the council had no plan to sell the island ferry"),),
                manner=Manner.INDIRECT,
            ),
            Attribution(
                id="at-2",
                voice_id="v-brandt",
                via=None,
                source=(),
                cue=(),
                content=(at("a", f"“{QUOTE}”"),),
                manner=Manner.DIRECT,
                evidence=(Evidence(kind="marks", weight=4.0, note="stands in marks", spans=(at("a", QUOTE),)),),
            ),
            Attribution(
                id="at-3",
                voice_id="v-harbour",
                via="v-brandt",
                source=(at("a", "the harbour office"),),
                cue=(),
                content=(at("a", CROSS),),
                manner=Manner.INDIRECT,
                stance=Stance.ASSERTS,
            ),
        ),
        claims=(
            claim("c-1", "a", "the council had no plan to sell the island ferry", "at-1"),
            claim("c-2", "a", CROSS, "at-3"),
        ),
        times=(
            Timex(span=at("a", "on Tuesday"), moment=day(2025, 3, 4)),
            Timex(span=at("a", "in spring"), moment=None),
        ),
        quantities=(Quantity(span=at("a", "At least six"), low=6, high=None, unit="islanders", is_approximate=False),),
        names=(Name(span=at("a", "TORSVIK"), canonical="Torsvik", kind=NameKind.PLACE),),
        refusals=(Refusal(subject="reports/a.txt", reason="“in spring” has nothing to anchor it"),),
        citations=(Citation(kind=CitationKind.REPORTED, name="Northwire", span=at("a", "Northwire")),),
    ),
    Reading(
        report_id="b",
        stamp=STAMP,
        voices=(BRANDT,),
        attributions=(),
        claims=(claim("c-3", "b", "the council had no plan to sell the island ferry"),),
        times=(Timex(span=at("b", "on Tuesday"), moment=day(2025, 3, 4, inferred_from="a")),),
        quantities=(),
        names=(),
    ),
)
