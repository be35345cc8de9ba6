"""The command line: each command asks the desk and shows what the views draw; it holds no logic."""

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line and leave with its exit code; an interrupt never shows a traceback."""
    try:
        from stemma.cli.commands import app

        app(prog_name="stemma")
    except KeyboardInterrupt:
        sys.stderr.write("stemma: interrupted\n")
        sys.exit(130)
    sys.exit(0)
