"""A bar on the error stream while many reports are compared, where a terminal watches."""

import sys
from collections.abc import Callable
from time import monotonic

from stemma.desk.dossiers import Watch

MANY = 20  # fewer reports are done before a bar could be read
_WIDTH = 30
_WHOLE = _WIDTH + 60
_EARLY = 2.0  # seconds before an estimate is worth anything
_NAMES = {  # the steps of matching a corpus
    "sheets": "reading",
    "fingerprints": "indexing",
    "shared": "joining",
    "stock": "joining",
    "postings": "joining",
    "pairs": "joining",
    "matches": "aligning",
    "stock_runs": "stock",
}


def watch() -> Watch | None:
    """Give what draws the bar; None where no terminal watches."""
    return Bar() if sys.stderr.isatty() else None


def counter(what: str) -> Callable[[int], None]:
    """Give what shows how many are done, where the total is not known; it shows nothing where no terminal watches."""
    if not sys.stderr.isatty() or sys.stdout.isatty():  # a counter would run through what is printed
        return lambda _done: None

    def show(done: int) -> None:
        if done >= MANY:
            sys.stderr.write(f"\r{what} {done}")
            sys.stderr.flush()

    return show


class Bar:
    """The bar of the step at work, with an estimate of the time it still takes; it is wiped when all is done."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._what, self._began, self._first = "", 0.0, 0

    def __call__(self, what: str, done: int, total: int) -> None:
        """Draw the bar anew, or wipe it."""
        if what != self._what:
            self._what, self._began, self._first = what, self._clock(), done
        name = _NAMES.get(what, what)
        if done >= total:
            sys.stderr.write("\r" + " " * _WHOLE + "\r")
        elif total >= MANY:
            sys.stderr.write(f"\r{bar(name, done, total)}{self._left(done, total):20}")
        elif name != what:  # one piece of work that cannot be counted
            sys.stderr.write(f"\r{name} ...".ljust(_WHOLE + 1))
        sys.stderr.flush()

    def _left(self, done: int, total: int) -> str:
        """Say how long the rest takes if it goes on as it went since this step began."""
        taken, since = self._clock() - self._began, done - self._first
        if taken < _EARLY or since <= 0:
            return ""
        seconds = round(taken * (total - done) / since)
        return f" about {seconds} s left" if seconds < 100 else f" about {round(seconds / 60)} min left"


def bar(what: str, done: int, total: int) -> str:
    """Give one bar.

    >>> bar("reading", 15, 30)
    'reading    [###############               ] 15/30'
    """
    filled = _WIDTH * done // total
    return f"{what:10} [{'#' * filled}{' ' * (_WIDTH - filled)}] {done}/{total}"
