"""A run: every step of a plan whose result is kept, made once, and found again by what it was made from."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeAlias

from stemma.engines.protocol import Engine
from stemma.engines.stages import Stage
from stemma.matches.rows import Rows, count, recut
from stemma.matches.steps import Kernel, Plan, Select

Watch: TypeAlias = Callable[[str, int, int], None]

_ROWS = 1_000_000  # rows of numbers in one part


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """Rows that come in: a name for just these rows, how many there are about, and what gives them in parts of a size."""

    key: str
    total: int
    parts: Callable[[int], Iterator[Rows]]


def run(
    plan: Plan, inputs: Mapping[str, Input | Stage], engine: Engine, folder: Path, watch: Watch | None = None
) -> dict[str, Stage]:
    """Give the stages of the steps whose results are kept, in the plan's order; those that are there are not made again.

    `watch` is told which step is at work, how many of its rows are done, and of how many.
    """
    shift = _Shift(plan, inputs, engine, folder, watch or _unwatched)
    return {step.name: shift.stage(step.name) for step in plan.steps if step.kept}


class _Shift:
    """One run at work: what is made already, on disk and in the engine."""

    def __init__(
        self, plan: Plan, inputs: Mapping[str, Input | Stage], engine: Engine, folder: Path, watch: Watch
    ) -> None:
        self.plan, self.inputs, self.engine, self.folder, self.watch = plan, inputs, engine, folder, watch
        self.tables: set[str] = set()

    def key(self, name: str) -> str:
        """Name a table by what it is made from: the steps that lead to it, their rules, this code, and what came in."""
        given = self.inputs.get(name)
        if given is not None:
            return given.key if isinstance(given, Input) else given.folder.name
        step = self.plan.step(name)
        told = repr((step.sql, step.kept)) if isinstance(step, Select) else repr((_named(step.function), step.batch))
        made = "\n".join([code_version(), name, told, *map(self.key, step.reads)])
        return f"{name}-{blake2b(made.encode(), digest_size=12).hexdigest()}"

    def stage(self, name: str) -> Stage:
        """Give the stage of a step, made now where it is not yet done."""
        given = self.inputs.get(name)
        if isinstance(given, Stage):
            return given
        stage = Stage(self.folder / self.key(name))
        if not stage.is_done:
            step = self.plan.step(name)
            if isinstance(step, Select):
                self._select_into(step, stage)
            else:
                self._map_into(step, stage)
        return stage

    def _select_into(self, step: Select, stage: Stage) -> None:
        if stage.folder.exists():  # of an interrupted run, whose order of rows nobody knows
            shutil.rmtree(stage.folder)
        self._need(step)
        self.watch(step.name, 0, 1)
        number = -1
        for number, rows in enumerate(recut(self.engine.rows(step), step.kinds, _ROWS)):
            stage.write(number, rows)
        stage.finish(number + 1)
        self.watch(step.name, 1, 1)

    def _map_into(self, step: Kernel, stage: Stage) -> None:
        waiting: list[tuple[int, int]] = []
        done = total = 0
        beside = {name: self.stage(name) for name in step.beside}

        def missing() -> Iterator[Rows]:
            nonlocal total, done
            for total, rows in enumerate(self._parts(step), start=1):
                if stage.has(total - 1):
                    done += count(rows)
                else:
                    waiting.append((total - 1, count(rows)))
                    yield rows

        whole = self._total(step)
        self.watch(step.name, 0, whole)
        for rows in self.engine.map(step, missing(), beside):
            number, size = waiting.pop(0)
            stage.write(number, rows)
            done += size
            self.watch(step.name, min(done, whole), whole)
        stage.finish(total)
        self.watch(step.name, whole, whole)

    def _need(self, step: Select) -> None:
        """See to it that the engine has the tables that a select reads."""
        for name in step.reads:
            if name in self.tables:
                continue
            self.tables.add(name)
            given = None if name in self.inputs else self.plan.step(name)
            if given is None or given.kept:
                kinds = self.plan.inputs[name] if given is None else given.kinds
                self.engine.load(name, kinds, self.stage(name).parts())
            elif isinstance(given, Select):
                self._need(given)
                self.watch(name, 0, 1)
                self.engine.select(given)
                self.watch(name, 1, 1)
            else:
                self._fill(given)

    def _fill(self, step: Kernel) -> None:
        given = None if step.table in self.inputs else self.plan.step(step.table)
        if isinstance(given, Select) and given.passing:
            self._need(given)
            self.watch(step.name, 0, 1)
            self.engine.sift(step, given)
            self.watch(step.name, 1, 1)
            return
        total, done = self._total(step), 0
        beside = {name: self.stage(name) for name in step.beside}

        def watched() -> Iterator[Rows]:
            nonlocal done
            for rows in self._parts(step):
                yield rows
                done += count(rows)
                self.watch(step.name, min(done, total), total)

        self.watch(step.name, 0, total)
        self.engine.fill(step, watched(), beside)
        self.watch(step.name, total, total)

    def _parts(self, step: Kernel) -> Iterator[Rows]:
        given = self.inputs.get(step.table)
        if isinstance(given, Input):
            return given.parts(step.batch)
        stage = self.stage(step.table)
        size = step.batch or max(1, len(stage.table()))
        return recut(stage.parts(list(step.takes)), step.takes, size)

    def _total(self, step: Kernel) -> int:
        given = self.inputs.get(step.table)
        return max(1, given.total if isinstance(given, Input) else len(self.stage(step.table).table()))


def _named(function: object) -> str:
    """Name a kernel's function with the rules that it is bound to."""
    if isinstance(function, partial):
        return f"{_named(function.func)} {sorted(function.keywords.items())!r}"
    return f"{getattr(function, '__module__', '')}.{getattr(function, '__qualname__', '')}"


@lru_cache(maxsize=1)
def code_version() -> str:
    """Give a hash of all code and tables that a result may depend on."""
    told = blake2b(digest_size=12)
    for room in ("model", "text", "intake", "reports", "matches", "engines", "desk"):
        _tell(files("stemma").joinpath(room), told.update)
    return told.hexdigest()


def _tell(place: Traversable, update: Callable[[bytes], None]) -> None:
    for one in sorted(place.iterdir(), key=lambda one: one.name):
        if one.is_dir():
            if not one.name.startswith("__"):
                _tell(one, update)
        elif not one.name.endswith(".pyc"):
            update(one.name.encode())
            update(one.read_bytes())


def _unwatched(_what: str, _done: int, _total: int) -> None:
    return None
