"""The errors of stemma.

StemmaError
UsageError            wrong use: exit code 2
NothingReadableError  nothing could be read: exit code 3
FormatError           a file of ours that is damaged or unknown
NewerFormatError    written by a newer stemma
"""

from pathlib import Path


class StemmaError(Exception):
    """Anything that stemma itself raises; its text is one line that says what, where and what to do."""


class UsageError(StemmaError):
    """A command or function was asked for something that it cannot mean."""


class NothingReadableError(StemmaError):
    """Of all that was given, nothing could be read; `reasons` says why, one line each."""

    def __init__(self, reasons: tuple[str, ...]) -> None:
        super().__init__("nothing readable: " + ("; ".join(reasons) if reasons else "no reports were given"))
        self.reasons = reasons


class FormatError(StemmaError):
    """A file of ours that is damaged or of an unknown format."""


class NewerFormatError(FormatError):
    """A file written by a newer stemma than this one."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(f"{path} has version {found}, this stemma reads up to {known}; upgrade stemma to open it")
        self.path, self.found, self.known = path, found, known
