"""Claims against reports: which report has a claim, which has it otherwise, which has it not."""

from collections.abc import Sequence
from enum import StrEnum

from stemma.model import Assertion, Change, ChangeKind, Conflict, Span
from stemma.views.index import Index, cut_all, letters_of
from stemma.views.phrases import CONFLICT_WORDS


class Cell(StrEnum):
    """How a report stands to an assertion."""

    HAS = "has it"
    OTHERWISE = "has it otherwise"
    NOT = "has it not"


CELL_SIGNS = {Cell.HAS: "x", Cell.OTHERWISE: "!", Cell.NOT: "."}

# how sure, of how many and on whose word a thing is told: shades, in which nobody contradicts anybody
SHADES = frozenset(("certainty", "scope", "voice", "doubt"))

ALTERATIONS = frozenset(
    (
        ChangeKind.NUMBER,
        ChangeKind.DATE,
        ChangeKind.PLACE,
        ChangeKind.NAME,
        ChangeKind.POLARITY,
        ChangeKind.CERTAINTY,
        ChangeKind.ATTRIBUTION,
        ChangeKind.SCOPE,
    )
)


def cell_of(index: Index, assertion: Assertion, report_id: str) -> Cell:
    """Say how a report stands to an assertion: otherwise, where a conflict or an altered passage lies in its claims."""
    spans = [span for claim in assertion.claims if claim.report_id == report_id for span in claim.spans]
    if not spans:
        return Cell.NOT
    told = [conflict for conflict in assertion.conflicts if is_told(conflict)]
    disputed = (span for conflict in told for span in (*conflict.left, *conflict.right))
    if any(span.report_id == report_id for span in disputed) or _is_denied_alike(index, assertion, report_id):
        return Cell.OTHERWISE
    return Cell.OTHERWISE if alterations_in(index, report_id, spans) else Cell.HAS


def _is_denied_alike(index: Index, assertion: Assertion, report_id: str) -> bool:
    """Say whether a report tells an assertion in the very words of one that contradicts others: such a conflict is told once."""
    own, told = set(), set()
    disputed = [span for one in assertion.conflicts if is_plain(one) for span in (*one.left, *one.right)]
    for claim in assertion.claims:
        words = cut_all(index, claim.spans).casefold()
        if claim.report_id == report_id:
            own.add(words)
        elif any(span.overlap(place) for span in disputed for place in claim.spans):
            told.add(words)
    return bool(own & told)


def alterations_in(index: Index, report_id: str, spans: list[Span]) -> list[Change]:
    """Give the alterations of meaning whose new words lie in these spans of a report; a voice that is named besides is none."""
    return [
        change
        for change in index.collation.stemma.changes
        if change.report_id == report_id
        and change.kind in ALTERATIONS
        and not change.note.startswith("attribution added")
        and any(after.overlap(span) for after in change.after for span in spans)
    ]


def is_plain(conflict: Conflict) -> bool:
    """Say whether two reports contradict each other, and do not perhaps tell two things."""
    return conflict.is_sure and conflict.kind not in SHADES


def is_told(conflict: Conflict) -> bool:
    """Say whether one report surely has it otherwise than the other, if only by a shade."""
    return conflict.is_sure and conflict.kind != "doubt"


def is_contested(index: Index, assertion: Assertion) -> bool:
    """Say whether reports contradict each other on an assertion, or one has it altered."""
    if any(is_plain(conflict) for conflict in assertion.conflicts):
        return True
    places: dict[str, list[Span]] = {}
    for claim in assertion.claims:
        places.setdefault(claim.report_id, []).extend(claim.spans)
    return any(alterations_in(index, report_id, spans) for report_id, spans in places.items())


def ranked_assertions(index: Index) -> list[Assertion]:
    """Give the assertions: those in conflict or altered, then the lead, then those not told alike, then those of most reports."""
    lead = index.collation.story.lead_assertion_id
    return sorted(
        index.collation.assertions,
        key=lambda one: (not is_contested(index, one), one.id != lead, not one.conflicts, -one.count.reports),
    )


def conflict_phrases(index: Index, conflicts: Sequence[Conflict]) -> list[str]:
    """Give conflicts as sentences; those of several reports in the same words are told once, with all letters."""
    groups: dict[tuple[str, str], list[Conflict]] = {}
    for conflict in conflicts:
        told = conflict.note or f"“{cut_all(index, conflict.left)}” against “{cut_all(index, conflict.right)}”"
        groups.setdefault((_heading(conflict), told), []).append(conflict)
    return [f"{heading}: {told} ({_sides(index, group)})" for (heading, told), group in groups.items()]


def _heading(conflict: Conflict) -> str:
    told = CONFLICT_WORDS.get(conflict.kind, conflict.kind)
    if conflict.kind in SHADES:
        return f"not told alike, {told}"
    return told if conflict.is_sure else f"perhaps not told alike, {told}"


def _sides(index: Index, group: Sequence[Conflict]) -> str:
    """Give the letters of both sides: "A, B against D"."""
    left = [span.report_id for conflict in group for span in conflict.left]
    right = [span.report_id for conflict in group for span in conflict.right]
    return " against ".join(letters_of(index, side) or "none" for side in (left, right))
