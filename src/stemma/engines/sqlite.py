"""SQLite, in memory: the plainest engine, kept to hold the others to the letter of the shared SQL."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping

import numpy as np

from stemma.engines.stages import Stage
from stemma.engines.workshop import work
from stemma.matches.rows import Rows, numbers
from stemma.matches.steps import Kernel, Select


class SqliteEngine:
    """The steps on SQLite, one process, one part after the other."""

    name = "sqlite"

    def __init__(self) -> None:
        self._base = sqlite3.connect(":memory:")

    def load(self, name: str, kinds: Mapping[str, str], parts: Iterable[Rows]) -> None:
        """Make a table of rows of numbers."""
        self._base.execute(f"create table {name} ({', '.join(f'{column} integer' for column in kinds)})")
        marks = ", ".join("?" for _ in kinds)
        for part in parts:
            rows = zip(*(numbers(part, column).tolist() for column in kinds), strict=True)
            self._base.executemany(f"insert into {name} values ({marks})", rows)  # noqa: S608 - a plan is ours

    def fill(self, step: Kernel, parts: Iterable[Rows], beside: Mapping[str, Stage]) -> None:
        """Make a table of what a kernel makes of rows."""
        self.load(step.name, step.kinds, self.map(step, parts, beside))

    def select(self, step: Select) -> None:
        """Make a table of what a select gives."""
        self._base.execute(f"create table {step.name} as {step.sql}")

    def sift(self, step: Kernel, given: Select) -> None:
        """Make a table of what a kernel makes of the rows of a select, as they come."""
        self.load(step.name, step.kinds, [step.function(self._rows(given.sql, given.columns), {})])

    def rows(self, step: Select) -> Iterator[Rows]:
        """Give what a select gives, sorted."""
        order = ", ".join(str(place) for place in range(1, len(step.columns) + 1))
        yield self._rows(f"{step.sql} order by {order}", step.columns)

    def _rows(self, sql: str, columns: Iterable[str]) -> Rows:
        names = list(columns)
        table = np.array(self._base.execute(sql).fetchall(), dtype=np.int64).reshape(-1, len(names))
        return {name: np.ascontiguousarray(table[:, place]) for place, name in enumerate(names)}

    def map(self, step: Kernel, parts: Iterable[Rows], beside: Mapping[str, Stage]) -> Iterator[Rows]:
        """Give what a kernel makes of each part, in their order."""
        paths = tuple((name, tuple(stage.paths)) for name, stage in beside.items())
        return (work(step, part, paths) for part in parts)

    def close(self) -> None:
        """Let go of everything."""
        self._base.close()
