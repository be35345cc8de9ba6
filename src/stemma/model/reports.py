"""What came in: outlets, captures, reports and the zones of their text."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from stemma.model.evidence import Refusal
from stemma.model.moments import Moment


class OutletKind(StrEnum):
    """What sort of publisher an outlet is."""

    NEWSPAPER = "newspaper"
    AGENCY = "agency"
    BROADCASTER = "broadcaster"
    PRESS_OFFICE = "press-office"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """Whoever publishes reports: a newspaper, an agency, a broadcaster, a press office."""

    id: str
    name: str
    kind: OutletKind = OutletKind.UNKNOWN
    owner: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """The bytes as they came, never altered; the id is their hash; url is the file's path or the address."""

    id: str
    url: str
    fetched_at: datetime
    media_type: str
    content: bytes


class ZoneKind(StrEnum):
    """What a stretch of a report's text is on the page.

    `speaker` and `speech` occur in transcripts alone: the label before a turn, and what was said in it.
    """

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    SUBHEAD = "subhead"
    BODY = "body"
    FURNITURE = "furniture"
    SPEAKER = "speaker"
    SPEECH = "speech"


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """One stretch of a report's text with its part on the page; a body zone is one paragraph; zones never overlap."""

    kind: ZoneKind
    start: int
    end: int


class CreditRole(StrEnum):
    """As what a name stands in a credit line."""

    OUTLET = "outlet"
    AGENCY = "agency"
    CONTRIBUTOR = "contributor"
    PARTNER = "partner"
    HAT_TIP = "hat-tip"
    PHOTO = "photo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """A name in a report's byline, dateline or credit line, with its role; start and end are -1 if known from markup alone."""

    name: str
    role: CreditRole
    start: int
    end: int


class Form(StrEnum):
    """Whether a text tells (report) or is taken as what was said (transcript)."""

    REPORT = "report"
    TRANSCRIPT = "transcript"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """An earlier text of a report's article by the same outlet, which counts as no report of its own."""

    id: str
    path: str
    published: Moment | None
    text: str
    zones: tuple[Zone, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One text that one outlet published at one moment; `text` never changes, `zones` mark its parts in text order.

    `path` is where the user gave it from; `url` the address it states or came from, if any; `language` a BCP 47 tag or None;
    `earlier` are the editions that it replaced, of those given, the latest first.
    """

    id: str
    capture_id: str
    path: str
    url: str | None
    outlet_id: str | None
    text: str
    zones: tuple[Zone, ...]
    credits: tuple[Credit, ...]
    published: Moment | None
    language: str | None
    form: Form = Form.REPORT
    earlier: tuple[Edition, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What one capture gave: its reports, the outlets they name, and what was refused."""

    reports: tuple[Report, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    refusals: tuple[Refusal, ...] = ()
