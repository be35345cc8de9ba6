"""What the desk gives back: a comparison, a gathering, one report with its reading, a check, a corpus matched."""

from dataclasses import dataclass
from html import escape

from stemma.model import (
    Collation,
    Group,
    Match,
    NearCopy,
    NothingReadableError,
    Outlet,
    Reading,
    Refusal,
    Report,
    Span,
    Stamp,
    Wording,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The stories that some reports tell, each collated, the one with most reports first, and what was refused."""

    collations: tuple[Collation, ...]
    refusals: tuple[Refusal, ...] = ()

    @property
    def story(self) -> Collation:
        """Give the story that most of the reports tell."""
        if not self.collations:
            raise NothingReadableError(tuple(f"{refusal.subject}: {refusal.reason}" for refusal in self.refusals))
        return self.collations[0]

    def _repr_html_(self) -> str:
        """Give the piece of HTML that a notebook shows."""
        from stemma.views import notebook_html

        return "\n".join(notebook_html(collation) for collation in self.collations)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """Reports in the order of their ids, the passages they share, their groups by event, and which are near-copies."""

    reports: tuple[Report, ...]
    matches: tuple[Match, ...]
    groups: tuple[Group, ...]
    near_copies: tuple[NearCopy, ...]
    refusals: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clipping:
    """One report cut out of its page, with what was read in it."""

    report: Report
    reading: Reading
    outlets: tuple[Outlet, ...] = ()
    refusals: tuple[Refusal, ...] = ()

    def _repr_html_(self) -> str:
        """Give the piece of HTML that a notebook shows."""
        from stemma.views import reading_to_text

        return f"<pre>{escape(reading_to_text(self.report, self.reading))}</pre>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A report held against a transcript, which is taken as what was said."""

    collation: Collation
    report_id: str
    transcript_ids: tuple[str, ...]
    refusals: tuple[Refusal, ...] = ()

    @property
    def wordings(self) -> tuple[Wording, ...]:
        """Give the report's wordings with their integrity, in text order."""
        wordings = [
            wording
            for utterance in self.collation.utterances
            for wording in utterance.wordings
            if wording.report_id == self.report_id
        ]
        return tuple(sorted(wordings, key=lambda wording: wording.spans))

    def _repr_html_(self) -> str:
        """Give the piece of HTML that a notebook shows."""
        from stemma.views import check_to_text

        return f"<pre>{escape(check_to_text(self.collation))}</pre>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """What matching a corpus came to: what it read and refused, how many matches it wrote, and the stock it set apart.

    `stock` are passages that too many reports share to say anything of two of them, the commonest first: where each stands, and
    in how many reports.
    """

    corpus: str
    report_count: int
    match_count: int
    stock: tuple[tuple[Span, int], ...]
    refusals: tuple[Refusal, ...]
    stamp: Stamp
