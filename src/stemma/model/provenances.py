"""How much of a report's narration is agency copy, how much another report's, how much nobody's that we know of."""

from dataclasses import dataclass
from enum import StrEnum


class Origin(StrEnum):
    """Whose text a passage is: an agency's, another report's, an unnamed exemplar's, or none that the texts show."""

    AGENCY = "agency"
    REPORT = "report"
    UNNAMED = "unnamed"
    NONE_KNOWN = "none-known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion:
    """How many words of narration are of one origin, at least and at most; `exemplar_ids` are those they may be from."""

    origin: Origin
    exemplar_ids: tuple[str, ...]
    least: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Whose text the narration of one report, or of all reports of one outlet, is: body words outside quotation marks.

    `words` is the whole; an origin of which there is nothing has no portion.
    """

    report_ids: tuple[str, ...]
    outlet_id: str | None
    words: int
    portions: tuple[Portion, ...]
