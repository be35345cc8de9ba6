"""A plan's steps on arrays in memory: what an engine does, for rows that fit."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from stemma.matches.rows import Column, Numbers, Rows, count, cut, joined, numbers, texts
from stemma.matches.steps import EXPRESSION, Beside, Condition, Kernel, Plan, Select

MOST_JOINED = 100_000  # rows that a join holds at once: so few stay in the processor's nearer memory

_COMPARISONS: dict[str, Callable[[Any, Any], npt.NDArray[np.bool_]]] = {
    "=": np.equal,
    "<": np.less,
    "<=": np.less_equal,
    ">": np.greater,
    ">=": np.greater_equal,
}


class ArrayTable(NamedTuple):
    """Rows in memory, read as a table."""

    rows: Rows

    def __len__(self) -> int:
        """Give how many rows there are."""
        return count(self.rows)

    def blobs(self, column: str, rows: Sequence[int]) -> list[bytes]:
        """Give the bytes in some rows of a column."""
        return list(map(texts(self.rows, column).at, rows))

    def whole(self, names: Sequence[str]) -> Rows:
        """Give these columns of all rows."""
        return {name: self.rows[name] for name in names}


def run_on_arrays(plan: Plan, inputs: Mapping[str, Rows]) -> Mapping[str, Rows]:
    """Give what comes in and what every step of a plan makes of it."""
    tables = dict(inputs)
    for step in plan.steps:
        if isinstance(step, Select):
            if not step.passing:
                tables[step.name] = select(step, tables)
            continue
        given = None if step.table in tables else plan.step(step.table)
        beside = {name: ArrayTable(tables[name]) for name in step.beside}
        made = sifted(step, given, tables) if isinstance(given, Select) else mapped(step, tables[step.table], beside)
        tables[step.name] = joined(list(made), step.kinds)
    return tables


def mapped(step: Kernel, rows: Rows, beside: Beside) -> Iterator[Rows]:
    """Give what a kernel makes of rows, batch by batch."""
    size = step.batch or max(1, count(rows))
    for start in range(0, count(rows), size):
        yield step.function(
            cut({name: rows[name] for name in step.takes}, start, min(count(rows), start + size)), beside
        )


def sifted(step: Kernel, given: Select, tables: Mapping[str, Rows]) -> Iterator[Rows]:
    """Give what a kernel makes of the rows that a select gives, piece by piece."""
    for rows in pieces(given, tables):
        yield step.function(rows, {})


def sift_slice(rows: Rows, _beside: Beside, *, step: Kernel, given: Select) -> Rows:
    """Give what a kernel makes of a join of slices; each column is named with its table."""
    tables = {
        table: {name.partition(".")[2]: rows[name] for name in rows if name.startswith(f"{table}.")}
        for table in given.tables.values()
    }
    return joined(list(sifted(step, given, tables)), step.kinds)


def select(step: Select, tables: Mapping[str, Rows]) -> Rows:
    """Give the rows that plain SQL gives."""
    return joined(list(pieces(step, tables)), step.kinds)


def pieces(step: Select, tables: Mapping[str, Rows]) -> Iterator[Rows]:
    """Give the rows that plain SQL gives, those of some joined rows at a time."""
    named = {alias: tables[table] for alias, table in step.tables.items()}
    return (_folded(step, part) for part in _picked(step, named))


def _picked(step: Select, named: Mapping[str, Rows]) -> Iterator[dict[str, Numbers]]:
    """Give the rows that meet the conditions, as columns by alias and name; no group is cut in two."""
    if len(named) == 1:
        ((alias, rows),) = named.items()
        yield _kept({f"{alias}.{name}": numbers(rows, name) for name in rows}, step.where)
        return
    (first, ones), (second, others) = named.items()
    links = [one for one in step.where if one[1] == "="]
    (one_key, other_key), rest = _keys(links[0], first), [one for one in step.where if one is not links[0]]
    if ones is others and one_key == other_key and not step.group_by:
        ones = others = _sorted_by(ones, one_key, *_lower(rest, first, second))
        starts, ends = _behind(numbers(ones, one_key), is_after=bool(_lower(rest, first, second)))
    else:
        others, ones = _sorted_by(others, other_key), _by_group(step, first, ones)
        wanted = numbers(ones, one_key)
        starts, ends = (np.searchsorted(numbers(others, other_key), wanted, side=side) for side in ("left", "right"))
    for low, high in _pieces(step, first, ones, ends - starts):
        sizes = ends[low:high] - starts[low:high]
        right = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes - starts[low:high], sizes)
        columns = {f"{first}.{name}": np.repeat(numbers(ones, name)[low:high], sizes) for name in ones}
        columns |= {f"{second}.{name}": numbers(others, name)[right] for name in others}
        yield _kept(columns, rest)


def _lower(conditions: Sequence[Condition], first: str, second: str) -> list[str]:
    """Name the column of a table that is lower in the first row than in the second, where a condition says so."""
    told = [str(one).split(".") + str(other).split(".") for one, sign, other in conditions if sign == "<"]
    return [one[1] for one in told if one[::2] == [first, second] and one[1] == one[3]][:1]


def _sorted_by(rows: Rows, *names: str) -> Rows:
    order = np.lexsort([numbers(rows, name) for name in reversed(names)])
    return {name: numbers(rows, name)[order] for name in rows}


def _behind(keys: Numbers, *, is_after: bool) -> tuple[Numbers, Numbers]:
    """Give of each row of sorted keys the rows of its key, all or those that come after it."""
    firsts = np.flatnonzero(np.append(True, keys[1:] != keys[:-1])[: len(keys)])
    lasts = np.append(firsts, len(keys))[1:]
    ends = np.repeat(lasts, lasts - firsts)
    return np.arange(1, len(keys) + 1) if is_after else np.repeat(firsts, lasts - firsts), ends


def _keys(link: Condition, first: str) -> tuple[str, str]:
    """Give the columns that a condition sets equal: that of the first table, that of the other."""
    one, other = str(link[0]).split("."), str(link[2]).split(".")
    return (one[1], other[1]) if one[0] == first else (other[1], one[1])


def _by_group(step: Select, first: str, rows: Rows) -> Rows:
    """Sort rows by the first column that they are grouped by, where that is theirs."""
    if not step.group_by or not step.group_by[0].startswith(f"{first}."):
        return rows
    order = np.argsort(numbers(rows, step.group_by[0].split(".")[1]), kind="stable")
    return {name: numbers(rows, name)[order] for name in rows}


def _pieces(step: Select, first: str, rows: Rows, sizes: Numbers) -> Iterator[tuple[int, int]]:
    """Cut rows so that the join of a piece has about `MOST_JOINED` rows, and where the first grouped column changes."""
    total = len(sizes)
    if not step.group_by:
        edges = np.arange(1, total)
    elif step.group_by[0].startswith(f"{first}."):
        column = numbers(rows, step.group_by[0].split(".")[1])
        edges = np.flatnonzero(column[1:] != column[:-1]) + 1
    else:
        edges = np.empty(0, np.int64)
    sums = np.cumsum(sizes)
    low = 0
    while low < total:
        done = int(sums[low - 1]) if low else 0
        reach = int(np.searchsorted(sums, done + MOST_JOINED, side="right"))
        at = int(np.searchsorted(edges, reach, side="right"))
        high = int(edges[at - 1]) if at and edges[at - 1] > low else int(edges[at]) if at < len(edges) else total
        if reach >= total:
            high = total
        yield low, high
        low = high


def _kept(columns: dict[str, Numbers], where: Sequence[Condition]) -> dict[str, Numbers]:
    if not where:
        return columns
    flags = [_COMPARISONS[sign](_value(columns, one), _value(columns, other)) for one, sign, other in where]
    met = np.logical_and.reduce(flags)
    if met.all():
        return columns
    rows = np.flatnonzero(met)
    return {name: column[rows] for name, column in columns.items()}


def _value(columns: Mapping[str, Numbers], told: str | int) -> Any:
    return told if isinstance(told, int) else columns[told]


def _folded(step: Select, columns: dict[str, Numbers]) -> Rows:
    """Give a step's columns for rows that meet its conditions, one row for each group."""
    if not step.group_by:
        return {name: columns[expression] for name, expression in step.columns.items()}
    keys = [columns[name] for name in step.group_by]
    order = np.lexsort(keys[::-1])
    is_new = np.zeros(len(order), dtype=np.bool_)
    is_new[:1] = True
    for key in keys:
        is_new[1:] |= key[order[1:]] != key[order[:-1]]
    starts = np.flatnonzero(is_new)
    told = [
        *step.columns.values(),
        *(one for having in step.having for one in (having[0], having[2]) if isinstance(one, str)),
    ]
    values: dict[str, Column] = {one: _fold(one, columns, order, starts) for one in dict.fromkeys(told)}
    rows = _kept({name: numbers(values, name) for name in values}, step.having)
    return {name: rows[expression] for name, expression in step.columns.items()}


def _fold(expression: str, columns: Mapping[str, Numbers], order: Numbers, starts: Numbers) -> Numbers:
    """Give one expression's value for each group."""
    if expression == "count(*)":
        return np.diff(np.append(starts, len(order)))
    found = EXPRESSION.fullmatch(expression)
    assert found is not None, expression  # noqa: S101 - a plan is ours
    column = columns[f"{found['alias']}.{found['column']}"][order]
    if found["fold"] is None or not len(starts):
        return column[starts]
    return (np.minimum if found["fold"] == "min" else np.maximum).reduceat(column, starts)
