"""In memory: tables are arrays; for rows that fit."""

from collections.abc import Iterable, Iterator, Mapping

from stemma.engines.rules import EngineRules
from stemma.engines.stages import Stage
from stemma.engines.workshop import Workshop
from stemma.matches.arrays import select, sifted
from stemma.matches.rows import Rows, in_order, joined
from stemma.matches.steps import Kernel, Select


class MemoryEngine:
    """The steps on arrays."""

    name = "memory"

    def __init__(self, rules: EngineRules) -> None:
        self._tables: dict[str, Rows] = {}
        self._workshop = Workshop(rules.processes)

    def load(self, name: str, kinds: Mapping[str, str], parts: Iterable[Rows]) -> None:
        """Make a table of rows of numbers."""
        self._tables[name] = joined(list(parts), kinds)

    def fill(self, step: Kernel, parts: Iterable[Rows], beside: Mapping[str, Stage]) -> None:
        """Make a table of what a kernel makes of rows."""
        self.load(step.name, step.kinds, self.map(step, parts, beside))

    def select(self, step: Select) -> None:
        """Make a table of what a select gives."""
        self._tables[step.name] = select(step, self._tables)

    def sift(self, step: Kernel, given: Select) -> None:
        """Make a table of what a kernel makes of the rows of a select, as they come."""
        self.load(step.name, step.kinds, sifted(step, given, self._tables))

    def rows(self, step: Select) -> Iterator[Rows]:
        """Give what a select gives, sorted."""
        yield in_order(select(step, self._tables))

    def map(self, step: Kernel, parts: Iterable[Rows], beside: Mapping[str, Stage]) -> Iterator[Rows]:
        """Give what a kernel makes of each part, in their order."""
        return self._workshop.map(step, parts, beside)

    def close(self) -> None:
        """Let go of everything."""
        self._tables.clear()
        self._workshop.close()
