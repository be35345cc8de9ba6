"""How a command ends: the exit codes, and every error as one line on the error stream."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import IntEnum

import typer

from stemma.model import NothingReadableError, Refusal, StemmaError, UsageError


class Exit(IntEnum):
    """What the exit code says."""

    DONE = 0
    REFUSED = 1  # done, and something was refused
    WRONG_USE = 2
    NOTHING_READABLE = 3
    FAULT = 70  # a fault of stemma's own (sysexits.h: EX_SOFTWARE)
    INTERRUPTED = 130  # 128 + SIGINT, as shells count
    READER_GONE = 141  # 128 + SIGPIPE


def tell(line: str) -> None:
    """Write one line to the error stream, whatever it holds."""
    sys.stderr.write(" ".join(printable(line).split("\n")) + "\n")


def printable(text: str) -> str:
    r"""Give a text without the control characters by which a hostile report could steer a terminal.

    >>> printable("one\x1b[2J\ttwo")
    'one\ufffd[2J\ttwo'
    """
    return "".join("\ufffd" if is_control(character) else character for character in text)


def is_control(character: str) -> bool:
    """Say whether a character steers a terminal: C0 and C1 controls but tab and line feed, and lone surrogates."""
    code = ord(character)
    return (code < 32 and character not in "\t\n") or 127 <= code < 160 or 0xD800 <= code < 0xE000


def tell_refusals(refusals: Sequence[Refusal]) -> None:
    """Write one line for each refusal."""
    for refusal in refusals:
        tell(f"{refusal.subject}: {refusal.reason}")


@contextmanager
def ending(resumed: str = "") -> Iterator[Callable[[Exit], None]]:
    """Run a command's body; whatever it raises becomes one line and an exit code.

    `resumed` says how work that was interrupted goes on.
    """
    code = Exit.DONE

    def leave_with(exit_code: Exit) -> None:
        nonlocal code
        code = exit_code

    try:
        yield leave_with
        sys.stdout.flush()
    except NothingReadableError as error:
        for reason in error.reasons:
            tell(reason)
        tell("stemma: nothing readable" if error.reasons else f"stemma: {error}")
        code = Exit.NOTHING_READABLE
    except UsageError as error:
        tell(f"stemma: {error}")
        code = Exit.WRONG_USE
    except StemmaError as error:
        tell(f"stemma: {error}")
        code = Exit.REFUSED
    except KeyboardInterrupt:
        if sys.stderr.isatty():  # leave the bar, and the ^C that the terminal shows, on a line of their own
            sys.stderr.write("\n")
        tell(f"stemma: interrupted; {resumed}" if resumed else "stemma: interrupted")
        code = Exit.INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        code = Exit.READER_GONE
    except OSError as error:
        tell(f"stemma: {error.filename or 'output'}: {error.strerror or error}")
        _drop_output()
        code = Exit.REFUSED
    except Exception as error:
        if os.environ.get("STEMMA_DEBUG"):
            raise
        tell(f"stemma: a fault of stemma's own ({type(error).__name__}: {error}); STEMMA_DEBUG=1 shows where")
        code = Exit.FAULT
    raise typer.Exit(int(code))


def _drop_output() -> None:
    """Point the output at nothing, so that leaving does not try to write what could not be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
