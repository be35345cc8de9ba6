"""What is found in one report by itself."""

from dataclasses import dataclass
from enum import StrEnum

from stemma.model.evidence import Evidence, Refusal, Stamp
from stemma.model.moments import Moment
from stemma.model.spans import Span


class VoiceKind(StrEnum):
    """What sort of asserter a voice is."""

    PERSON = "person"
    BODY = "body"
    DOCUMENT = "document"
    ROLE = "role"
    NEWSROOM = "newsroom"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Whoever asserts: a person, a body, a document, an unnamed role ("a senior official"), a newsroom on its own account.

    `name` is the fullest form; `named_in` are all its mentions, pronouns included, in text order. In a `Collation` one voice
    stands for the same asserter in all reports: `evidence` says why, `may_be` are the ids of voices that it may be as well.
    """

    id: str
    name: str
    kind: VoiceKind
    named_in: tuple[Span, ...]
    may_be: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Manner(StrEnum):
    """How content is given: all in marks, none in marks, or some."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Stance(StrEnum):
    """What the voice does with the content."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DECLINES = "declines"
    ASKS = "asks"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who is given as saying what: spans for source, cue and content, each of one or more pieces in text order.

    Content spans include their quotation marks and are split wherever marked words begin or end, so that each piece is
    wholly inside or wholly outside marks. `source` and `cue` may be empty (a sentence of pure quotation). `voice_id` is
    None when nobody is named and nobody can be inferred. `via` is the voice id of one who reports another's utterance.
    `parent_id` is the attribution inside whose content this one stands (chains), if any.
    """

    id: str
    voice_id: str | None
    via: str | None
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    manner: Manner
    stance: Stance = Stance.ASSERTS
    parent_id: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A mark that a reader sets: these words are given as said; who the voice is has not been asked yet."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


class Certainty(StrEnum):
    """How sure a claim is told, most sure first."""

    STATED = "stated"
    CLAIMED = "claimed"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"


class Polarity(StrEnum):
    """Whether a claim affirms or denies."""

    AFFIRMS = "affirms"
    NEGATES = "negates"


class ScopeKind(StrEnum):
    """How a word limits what a claim is said to hold for: how many, which alone, part of a group, or on what condition."""

    ALL = "all"
    MOST = "most"
    SOME = "some"
    NONE = "none"
    ONLY = "only"
    AMONG = "among"
    IF = "if"
    ONCE = "once"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """A word that says for how many, for whom alone or on what condition a claim holds; `once` waits, `if` may never come."""

    span: Span
    kind: ScopeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One finite clause that states something, inside an attribution or (None) told by the reporter.

    `certainty` is that of the clause itself ("may", "if", "likely"); CLAIMED where it is attributed and otherwise plain.
    """

    id: str
    report_id: str
    spans: tuple[Span, ...]
    attribution_id: str | None
    certainty: Certainty
    polarity: Polarity
    scopes: tuple[Scope, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """An expression of time and the moment it stands for (TimeML's TIMEX3); moment is None when nothing anchors it.

    `value` is what TIMEX3 writes, after ISO 8601: a day, a month, a quarter ("2022-Q1"), the length of a duration ("P3D"), the
    period of a repetition ("P1W"), or PAST_REF, PRESENT_REF, FUTURE_REF; None when nothing anchors it.
    """

    span: Span
    moment: Moment | None
    relation: str = "at"
    value: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number of something: bounds (None is open), the unit or the thing counted, and whether it is told as rough."""

    span: Span
    low: float | None
    high: float | None
    unit: str | None
    is_approximate: bool


class NameKind(StrEnum):
    """What a proper name names, as far as the text shows."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A proper name where it stands; `canonical` is the fullest form of it in the report."""

    span: Span
    canonical: str
    kind: NameKind


class CitationKind(StrEnum):
    """As what a newsroom is cited: it was told, reported, was first to report, or has seen a document."""

    TOLD = "told"
    REPORTED = "reported"
    FIRST = "first"
    SEEN = "seen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A newsroom named in a report's prose as the one that heard, told or saw something; `span` is its name there.

    A citation credits nobody with the text; a newsroom that is itself the news is not cited.
    """

    kind: CitationKind
    name: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything found in one report by one version of the readers."""

    report_id: str
    stamp: Stamp
    voices: tuple[Voice, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    times: tuple[Timex, ...]
    quantities: tuple[Quantity, ...]
    names: tuple[Name, ...]
    refusals: tuple[Refusal, ...] = ()
    citations: tuple[Citation, ...] = ()
