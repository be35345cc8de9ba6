"""DuckDB as a scratch engine: tables lie in a file of its own and are looked at within a bound of memory."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from stemma.engines.rules import EngineRules
from stemma.engines.stages import Stage
from stemma.engines.workshop import Workshop
from stemma.matches.arrays import sift_slice
from stemma.matches.rows import Numbers, Rows, recut
from stemma.matches.steps import Kernel, Select
from stemma.model import StemmaError

_ROWS = 500_000  # rows handed over at once


class DuckEngine:
    """The steps on DuckDB; its scratch file is nobody else's and goes with it."""

    name = "duckdb"

    def __init__(self, rules: EngineRules, folder: Path) -> None:
        import tempfile

        import duckdb

        folder.mkdir(parents=True, exist_ok=True)
        self._scratch = tempfile.TemporaryDirectory(prefix=".duckdb-", dir=folder, ignore_cleanup_errors=True)
        place = Path(self._scratch.name)
        config: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": rules.memory,
            "threads": rules.processes,
            "temp_directory": str(place / "spill"),
            "preserve_insertion_order": False,
        }
        with self._clear():
            self._base: Any = duckdb.connect(place / "scratch.duckdb", config=config)
        self._workshop = Workshop(rules.processes)

    def load(self, name: str, kinds: Mapping[str, str], parts: Iterable[Rows]) -> None:
        """Make a table of rows of numbers."""
        self._ask(f"create table {name} ({', '.join(f'{column} bigint' for column in kinds)})")
        for part in recut(parts, kinds, _ROWS):
            self._base.register("incoming", {column: part[column] for column in kinds})
            self._ask(f"insert into {name} select {', '.join(kinds)} from incoming")  # noqa: S608 - a plan is ours
            self._base.unregister("incoming")

    def fill(self, step: Kernel, parts: Iterable[Rows], beside: Mapping[str, Stage]) -> None:
        """Make a table of what a kernel makes of rows."""
        self.load(step.name, step.kinds, self.map(step, parts, beside))

    def select(self, step: Select) -> None:
        """Make a table of what a select gives, sorted by its first column, so that a range of it lies together."""
        self._ask(f"create table {step.name} as {step.sql} order by 1")

    def sift(self, step: Kernel, given: Select) -> None:
        """Make a table of what a kernel makes of the rows of a join; several at once join slices of the column that joins."""
        joining = replace(step, function=partial(sift_slice, step=step, given=given), batch=1)
        self.load(step.name, step.kinds, self._workshop.map(joining, self._slices(given), {}))

    def _slices(self, given: Select) -> Iterator[Rows]:
        """Give the tables of a join cut at values of the column that joins them, a range of values for each slice."""
        link = next((str(left), str(right)) for left, sign, right in given.where if sign == "=")
        keys = {given.tables[alias]: column for alias, column in (one.split(".") for one in link)}
        table, column = next(iter(keys.items()))
        count, least, most = self._ask(f"select count(*), min({column}), max({column}) from {table}").fetchone()  # noqa: S608 - ours
        slices = 1 + count // _ROWS
        edges = [least + (most - least) * number // slices for number in range(1, slices)]
        for low, high in pairwise([None, *edges, None]):
            rows: dict[str, Numbers] = {}
            for table, column in keys.items():
                bounds = [f"{column} {sign} {edge}" for sign, edge in ((">=", low), ("<", high)) if edge is not None]
                within = f"select * from {table}" + (f" where {' and '.join(bounds)}" if bounds else "")  # noqa: S608 - ours
                rows |= {f"{table}.{name}": values for name, values in self._ask(within).fetchnumpy().items()}
            yield rows

    def rows(self, step: Select) -> Iterator[Rows]:
        """Give what a select gives, sorted; it is set down first and read in ranges of its first column."""
        self.select(step)
        first, columns = next(iter(step.columns)), ", ".join(step.columns)
        counted = f"select {first} as value, count(*) as often from {step.name} group by {first} order by {first}"  # noqa: S608 - ours
        found = self._ask(counted).fetchnumpy()
        for low, high in _ranges(found["value"], found["often"], _ROWS):
            within = f"select {columns} from {step.name} where {first} between {low} and {high} order by {columns}"  # noqa: S608 - ours
            yield self._ask(within).fetchnumpy()

    def _ask(self, sql: str) -> Any:
        with self._clear():
            return self._base.execute(sql)

    @contextmanager
    def _clear(self) -> Iterator[None]:
        """Make it one line that the disk or the bound on memory does not suffice, wherever DuckDB notices."""
        import duckdb

        try:
            yield
        except (duckdb.OperationalError, duckdb.FatalException) as error:
            raise StemmaError(
                f"DuckDB cannot go on ({str(error).splitlines()[0]}); free space on the disk of {self._scratch.name} or set "
                "`memory` under [engines] higher; the same command goes on from what is finished"
            ) from error

    def map(self, step: Kernel, parts: Iterable[Rows], beside: Mapping[str, Stage]) -> Iterator[Rows]:
        """Give what a kernel makes of each part, in their order."""
        return self._workshop.map(step, parts, beside)

    def close(self) -> None:
        """Let go of everything, the scratch file too."""
        import duckdb

        self._workshop.close()
        with suppress(duckdb.Error):  # what a full disk left half done is thrown away with the file
            self._base.close()
        self._scratch.cleanup()


def _ranges(values: Numbers, counts: Numbers, most: int) -> Iterator[tuple[int, int]]:
    """Cut sorted values into ranges that stand for about so many rows each."""
    sums = np.cumsum(counts)
    low = 0
    while low < len(values):
        done = int(sums[low - 1]) if low else 0
        high = max(low + 1, int(np.searchsorted(sums, done + most, side="right")))
        yield int(values[low]), int(values[high - 1])
        low = high
