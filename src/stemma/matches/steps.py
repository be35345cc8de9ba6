"""Steps: what a plan is made of. SQL moves rows of whole numbers; kernels look at characters; an engine runs both."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from stemma.matches.rows import NUMBER, Rows

Condition: TypeAlias = tuple[str, str, str | int]


class Table(Protocol):
    """Rows that may be too many to be held at once, read where they lie."""

    def __len__(self) -> int:
        """Give how many rows there are."""

    def blobs(self, column: str, rows: Sequence[int]) -> list[bytes]:
        """Give the bytes in some rows of a column."""

    def whole(self, names: Sequence[str]) -> Rows:
        """Give these columns of all rows."""


Beside: TypeAlias = Mapping[str, Table]


@dataclass(frozen=True, slots=True, kw_only=True)
class Select:
    """Rows picked from one table, or from two joined where columns are equal, maybe grouped: plain SQL over 64-bit integers.

    `columns` gives each column's expression: `alias.column`, `count(*)`, `min(alias.column)` or `max(alias.column)`. Conditions
    are triples such as ("l.report", "<", "r.report"). A result is kept on disk where it is `kept`; one that is `passing` is
    never set down: the kernel that reads it takes its rows as they come.
    """

    name: str
    columns: Mapping[str, str]
    tables: Mapping[str, str]
    where: tuple[Condition, ...] = ()
    group_by: tuple[str, ...] = ()
    having: tuple[Condition, ...] = ()
    kept: bool = False
    passing: bool = False

    @property
    def kinds(self) -> Mapping[str, str]:
        """Say of each column what it holds: numbers."""
        return dict.fromkeys(self.columns, NUMBER)

    @property
    def reads(self) -> tuple[str, ...]:
        """Name the tables that the step reads."""
        return tuple(dict.fromkeys(self.tables.values()))

    @property
    def sql(self) -> str:
        """Give the step as SQL that every engine understands alike.

        >>> often = Select(name="often", columns={"hash": "f.hash"}, tables={"f": "seeds"}, group_by=("f.hash",))
        >>> often.sql
        'select f.hash as hash from seeds f group by f.hash'
        """
        columns = ", ".join(f"{expression} as {name}" for name, expression in self.columns.items())
        tables = " inner join ".join(f"{table} {alias}" for alias, table in self.tables.items())
        return (
            f"select {columns} from {tables}"  # noqa: S608 - a plan is ours
            + _clause("where" if len(self.tables) == 1 else "on", " and ".join(map(_told, self.where)))
            + _clause("group by", ", ".join(self.group_by))
            + _clause("having", " and ".join(map(_told, self.having)))
        )


def _clause(word: str, told: str) -> str:
    return f" {word} {told}" if told else ""


def _told(condition: Condition) -> str:
    return " ".join(map(str, condition))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kernel:
    """A pure function from rows to rows; how its rows are cut into batches does not count.

    It reads the columns `takes` of one table, `batch` rows at a time (0: all at once), and may look into tables `beside`.
    """

    name: str
    function: Callable[[Rows, Beside], Rows]
    table: str
    takes: Mapping[str, str]
    kinds: Mapping[str, str]
    beside: tuple[str, ...] = ()
    batch: int = 0
    kept: bool = False

    @property
    def reads(self) -> tuple[str, ...]:
        """Name the tables that the step reads."""
        return (self.table, *self.beside)


Step: TypeAlias = Select | Kernel


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Steps, each of which reads what comes in or what a step before it gave."""

    steps: tuple[Step, ...] = field(default=())
    inputs: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def step(self, name: str) -> Step:
        """Give the step of this name; raises KeyError."""
        return {step.name: step for step in self.steps}[name]


EXPRESSION = re.compile(r"(?:(?P<fold>min|max)\()?(?P<alias>\w+)\.(?P<column>\w+)\)?")
