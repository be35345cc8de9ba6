"""Reports put together before they are read: which tell of one event, which are near-copies."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Reports that tell of one event; `words` are rare words that most of them share, the most telling first."""

    report_ids: tuple[str, ...]
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NearCopy:
    """Two reports that are nearly one text: of each one's narration, the share of words that the other has in shared passages."""

    left_id: str
    right_id: str
    left_share: float
    right_share: float
