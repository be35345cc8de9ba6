"""stemma: who said what, which report has its text from which, and on how few lines each claim rests.

Everything a program needs is here: `compare`, `read`, `check`, `match`, `demo` and the values of the vocabulary. Names are loaded
when first asked for, so that `import stemma` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from stemma.desk import (
        Check,
        Clipping,
        Comparison,
        Matching,
        Settings,
        check,
        compare,
        match,
        read,
        read_each,
        read_settings,
    )
    from stemma.desk.comparisons import demo
    from stemma.model import (
        Assertion,
        Attribution,
        Capture,
        Certainty,
        Change,
        ChangeKind,
        Citation,
        CitationKind,
        Claim,
        Collation,
        Conflict,
        Count,
        Credit,
        CreditRole,
        Derivation,
        DerivationKind,
        Direction,
        Edit,
        EditKind,
        Event,
        Evidence,
        Exemplar,
        Extraction,
        Finding,
        Form,
        FormatError,
        Granularity,
        Integrity,
        Line,
        Manner,
        Match,
        Moment,
        Name,
        NameKind,
        NewerFormatError,
        NothingReadableError,
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
        Stemma,
        StemmaError,
        Story,
        Telling,
        Timex,
        UsageError,
        Utterance,
        Voice,
        VoiceKind,
        Wording,
        Zone,
        ZoneKind,
        from_record,
        to_record,
    )

_DESK = frozenset(
    "Check Clipping Comparison Matching Settings check compare demo match read read_each read_settings".split()
)

__all__ = [
    "Assertion",
    "Attribution",
    "Capture",
    "Certainty",
    "Change",
    "ChangeKind",
    "Check",
    "Citation",
    "CitationKind",
    "Claim",
    "Clipping",
    "Collation",
    "Comparison",
    "Conflict",
    "Count",
    "Credit",
    "CreditRole",
    "Derivation",
    "DerivationKind",
    "Direction",
    "Edit",
    "EditKind",
    "Event",
    "Evidence",
    "Exemplar",
    "Extraction",
    "Finding",
    "Form",
    "FormatError",
    "Granularity",
    "Integrity",
    "Line",
    "Manner",
    "Match",
    "Matching",
    "Moment",
    "Name",
    "NameKind",
    "NewerFormatError",
    "NothingReadableError",
    "Outlet",
    "OutletKind",
    "Polarity",
    "Quantity",
    "Reading",
    "Refusal",
    "Report",
    "Scope",
    "ScopeKind",
    "Settings",
    "Span",
    "Stamp",
    "Stance",
    "Stemma",
    "StemmaError",
    "Story",
    "Telling",
    "Timex",
    "UsageError",
    "Utterance",
    "Voice",
    "VoiceKind",
    "Wording",
    "Zone",
    "ZoneKind",
    "__version__",
    "check",
    "compare",
    "demo",
    "from_record",
    "match",
    "read",
    "read_each",
    "read_settings",
    "to_record",
]


def __getattr__(name: str) -> object:
    """Load a public name when it is first asked for."""
    if name not in __all__:
        raise AttributeError(f"module 'stemma' has no attribute {name!r}")
    return getattr(import_module("stemma.desk" if name in _DESK else "stemma.model"), name)


def __dir__() -> list[str]:
    """Give the public names."""
    return sorted(__all__)
