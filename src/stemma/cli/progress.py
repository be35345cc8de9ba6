"""A bar on the error stream while many reports are compared, where a terminal watches."""

import sys
from collections.abc import Callable

from stemma.desk.dossiers import Watch

MANY = 20  # fewer reports are done before a bar could be read
_WIDTH = 30


def watch() -> Watch | None:
    """Give what draws the bar; None where no terminal watches."""
    return draw if sys.stderr.isatty() else None


def counter(what: str) -> Callable[[int], None]:
    """Give what shows how many are done, where the total is not known; it shows nothing where no terminal watches."""
    if not sys.stderr.isatty() or sys.stdout.isatty():  # a counter would run through what is printed
        return lambda _done: None

    def show(done: int) -> None:
        if done >= MANY:
            sys.stderr.write(f"\r{what} {done}")
            sys.stderr.flush()

    return show


def draw(what: str, done: int, total: int) -> None:
    """Draw the bar anew, and wipe it when all is done."""
    if total < MANY:
        return
    if done >= total:
        sys.stderr.write("\r" + " " * (_WIDTH + 40) + "\r")
    else:
        sys.stderr.write("\r" + bar(what, done, total))
    sys.stderr.flush()


def bar(what: str, done: int, total: int) -> str:
    """Give one bar.

    >>> bar("reading", 15, 30)
    'reading    [###############               ] 15/30'
    """
    filled = _WIDTH * done // total
    return f"{what:10} [{'#' * filled}{' ' * (_WIDTH - filled)}] {done}/{total}"
