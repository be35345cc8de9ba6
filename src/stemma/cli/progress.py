"""A bar on the error stream while many reports are compared, where a terminal watches."""

import sys

from stemma.desk.dossiers import Watch

MANY = 20  # fewer reports are done before a bar could be read
_WIDTH = 30


def watch() -> Watch | None:
    """Give what draws the bar; None where no terminal watches."""
    return draw if sys.stderr.isatty() else None


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
