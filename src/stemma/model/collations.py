"""What is found by comparing the reports of one story."""

from dataclasses import dataclass
from enum import StrEnum

from stemma.model.amendments import Amendment
from stemma.model.evidence import Evidence, Refusal, Stamp
from stemma.model.matches import Edit, Match
from stemma.model.moments import Moment
from stemma.model.provenances import Provenance
from stemma.model.readings import Claim, Reading, Voice
from stemma.model.reports import Outlet, Report
from stemma.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemplar:
    """What a text was made from: a report we have, or (report_id None) one we have not seen; name None is unnamed."""

    id: str
    name: str | None
    report_id: str | None


class DerivationKind(StrEnum):
    """What a report's passages are to those of an exemplar or of another report."""

    COPIED = "copied"
    EDITED = "edited"
    REWRITTEN = "rewritten"
    SIBLINGS = "siblings"
    SAME_OCCASION = "same-occasion"
    UNRELATED = "unrelated"
    UNDECIDED = "undecided"


class Direction(StrEnum):
    """Whether the texts decide who has whose words."""

    DECIDED = "decided"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """These passages of a report have their words from that exemplar, with the probability that the evidence gives it.

    Where several exemplars are possible for the same spans there is one derivation each, direction undecided, the
    probabilities adding up to at most 1.
    """

    report_id: str
    exemplar_id: str
    spans: tuple[Span, ...]
    kind: DerivationKind
    direction: Direction
    probability: float
    evidence: tuple[Evidence, ...]


class ChangeKind(StrEnum):
    """What kind of difference a report shows against its exemplar or another report of its line."""

    ADDED = "added"
    DROPPED = "dropped"
    MOVED = "moved"
    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    NAME = "name"
    POLARITY = "polarity"
    CERTAINTY = "certainty"
    ATTRIBUTION = "attribution"
    SCOPE = "scope"
    SYNONYM = "synonym-spun"
    WORDING = "wording"
    HEADLINE = "headline"
    UNBORNE = "not-borne-out"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a report added, dropped or altered against another; `before` lies in the exemplar, `after` in the report.

    `note` says it in the words of the texts; `before` or `after` is empty where there is nothing on that side.
    """

    kind: ChangeKind
    report_id: str
    against_report_id: str
    before: tuple[Span, ...]
    after: tuple[Span, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stemma:
    """The family tree of one story's passages."""

    story_id: str
    exemplars: tuple[Exemplar, ...]
    derivations: tuple[Derivation, ...]
    changes: tuple[Change, ...]


class Integrity(StrEnum):
    """Whether a wording is what was said: one class, the first that fits."""

    NOT_IN_TRANSCRIPT = "not-in-transcript"
    TRANSLATED = "translated"
    REATTRIBUTED = "reattributed"
    STITCHED = "stitched"
    PARAPHRASE_PUT_IN_MARKS = "paraphrase-put-in-marks"
    REWORDED_INSIDE_MARKS = "reworded-inside-marks"
    TRIMMED_SILENTLY = "trimmed-silently"
    TRIMMED_MARKED = "trimmed-marked"
    CLEANED_UP = "cleaned-up"
    FRAGMENT = "fragment"
    PUNCTUATION = "punctuation"
    VERBATIM = "verbatim"
    MARKS_REMOVED = "marks-removed"
    PARAPHRASE = "paraphrase"
    SOLE_WITNESS = "sole-witness"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How one report words an utterance.

    `spans` exclude the outer quotation marks. `against_report_id` is the report whose wording the class is judged by (None:
    none); `edits` turn that wording into this one, offsets into that report's text. `touches` names what the edits touch:
    polarity, number, date, name, modality, certainty, scope.
    """

    report_id: str
    spans: tuple[Span, ...]
    integrity: Integrity
    also_possible: tuple[Integrity, ...] = ()
    edits: tuple[Edit, ...] = ()
    touches: tuple[str, ...] = ()
    is_marked: bool = False
    attribution_dropped: bool = False
    against_report_id: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One thing said once, in every wording the reports give it.

    `best` numbers the wording that is best attested: the transcript's, where there is one; else one in marks that nothing speaks
    against. None where the reports are undecided, nobody has it in marks, or one report alone has it.
    """

    id: str
    voice_id: str | None
    wordings: tuple[Wording, ...]
    best: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One newsroom's own writing-down of an assertion, and all passages that have it from there.

    `root` names the newsroom the line goes back to, as far as the texts say: an exemplar's id.
    """

    id: str
    root: str
    report_ids: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """On how much an assertion rests: reports, and ranges of lines and voices."""

    reports: int
    lines_min: int
    lines_max: int
    voices_min: int
    voices_max: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two reports' claims of one assertion that do not agree: number, date, place, name, polarity, certainty, scope, voice.

    A `doubt` is none yet: no word shows it, but a network that read both doubts that they say the same. `is_sure` where the two
    tell all else alike, so that what differs stands for each other; else they perhaps tell two things.
    """

    kind: str
    left: tuple[Span, ...]
    right: tuple[Span, ...]
    note: str
    is_sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Citing:
    """A report names a newsroom as telling, hearing or having seen something: a relation of its own, no descent of the text.

    `cited_ids` are that newsroom's reports in the story (empty: it has none here); `spans` are where it is named.
    """

    report_id: str
    name: str
    cited_ids: tuple[str, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """Reports that tell an assertion on each other's word: each names the newsroom of the next one, the last that of the first.

    `spans` are where each of them names the next.
    """

    report_ids: tuple[str, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """The claims of several reports that say the same thing.

    `first_ids` are the dated reports that may have told it first: no other dated one was surely published earlier.
    """

    id: str
    gist: str
    claims: tuple[Claim, ...]
    voice_ids: tuple[str, ...]
    lines: tuple[Line, ...]
    count: Count
    conflicts: tuple[Conflict, ...]
    would_settle: tuple[str, ...]
    first_ids: tuple[str, ...] = ()
    circles: tuple[Circle, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One sentence an editor should read, with its weight and the text that bears it; `kind` says what sort it is."""

    kind: str
    weight: float
    text: str
    spans: tuple[Span, ...] = ()
    is_warning: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One entry of a timeline: what happened then as told, or that a report was published; `moment` is when."""

    moment: Moment
    kind: str
    report_id: str
    text: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The reports that tell of the same event; its count is that of its lead assertion (None: no claim was read)."""

    id: str
    report_ids: tuple[str, ...]
    began: Moment | None
    lead_assertion_id: str | None
    count: Count
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Collation:
    """Everything found about one story: its reports, their readings, and what comparing them shows."""

    stamp: Stamp
    story: Story
    outlets: tuple[Outlet, ...]
    reports: tuple[Report, ...]
    readings: tuple[Reading, ...]
    voices: tuple[Voice, ...]
    matches: tuple[Match, ...]
    stemma: Stemma
    utterances: tuple[Utterance, ...]
    assertions: tuple[Assertion, ...]
    timeline: tuple[Event, ...]
    refusals: tuple[Refusal, ...]
    provenances: tuple[Provenance, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    citings: tuple[Citing, ...] = ()
