"""Reasons, refusals and stamps: what every judgement brings along."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from stemma.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One reason for a judgement, with its weight (log-odds, natural) and the text that shows it."""

    kind: str
    weight: float
    note: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Something that was not read or not judged, and why; one clear line that says what, where and what to do."""

    subject: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """Which stemma made a result, with which settings and which background table."""

    tool: str
    version: str
    settings: Mapping[str, str] = field(default_factory=dict)
    background: str | None = None
