"""What an engine is."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from stemma.engines.stages import Stage
from stemma.matches.rows import Rows
from stemma.matches.steps import Kernel, Select


class Engine(Protocol):
    """Whoever runs the steps of a plan: it holds tables by their names while the run lasts."""

    name: str

    def load(self, name: str, kinds: Mapping[str, str], parts: Iterable[Rows]) -> None:
        """Make a table of rows of numbers."""

    def fill(self, step: Kernel, parts: Iterable[Rows], beside: Mapping[str, Stage]) -> None:
        """Make a table of what a kernel makes of rows."""

    def select(self, step: Select) -> None:
        """Make a table of what a select gives."""

    def sift(self, step: Kernel, given: Select) -> None:
        """Make a table of what a kernel, which looks at each row by itself, makes of the rows of a select as they come."""

    def rows(self, step: Select) -> Iterator[Rows]:
        """Give what a select gives, sorted by all its columns, the first one first."""

    def map(self, step: Kernel, parts: Iterable[Rows], beside: Mapping[str, Stage]) -> Iterator[Rows]:
        """Give what a kernel makes of each part, in their order."""

    def close(self) -> None:
        """Let go of everything."""
