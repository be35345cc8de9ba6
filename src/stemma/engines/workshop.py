"""The workshop: kernels at work on one machine, in several processes at once."""

import os
import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import lru_cache
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread

from stemma.engines.stages import PartsTable, Stage
from stemma.matches.rows import Rows
from stemma.matches.steps import Kernel


class Workshop:
    """Processes that run kernels; they are started when there is more than one part to work on."""

    def __init__(self, processes: int) -> None:
        self.processes = processes
        self._pool: ProcessPoolExecutor | None = None

    def map(self, step: Kernel, parts: Iterable[Rows], beside: Mapping[str, Stage]) -> Iterator[Rows]:
        """Give what a kernel makes of each part, in their order; no more parts are held than there are hands, and two."""
        paths = tuple((name, tuple(stage.paths)) for name, stage in beside.items())
        given = iter(parts)
        if self.processes < 2 or not step.batch:
            yield from (work(step, part, paths) for part in given)
            return
        first, second = next(given, None), next(given, None)
        if first is None:
            return
        if second is None:
            yield work(step, first, paths)
            return
        waiting: deque[Future[Rows]] = deque(self._handed(step, part, paths) for part in (first, second))
        for part in given:
            if len(waiting) >= self.processes + 2:
                yield waiting.popleft().result()
            waiting.append(self._handed(step, part, paths))
        while waiting:
            yield waiting.popleft().result()

    def close(self) -> None:
        """Send everybody home, whatever they are at."""
        if self._pool is not None:
            _send_home(self._pool)
            self._pool = None

    def _handed(self, step: Kernel, part: Rows, paths: tuple[tuple[str, tuple[Path, ...]], ...]) -> Future[Rows]:
        with without_main():
            return self._started().submit(work, step, part, paths)

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = _hired(self.processes)
        return self._pool


@contextmanager
def hands(processes: int) -> Iterator[ProcessPoolExecutor]:
    """Give so many processes to work with; at the end they are sent home, whatever they are at."""
    pool = _hired(processes)
    try:
        yield pool
    finally:
        _send_home(pool)


def _hired(processes: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_begin)


def _send_home(pool: ProcessPoolExecutor) -> None:
    workers = list((pool._processes or {}).values())
    pool.shutdown(wait=False, cancel_futures=True)
    for worker in workers:
        worker.terminate()
    for worker in workers:
        worker.join()


@contextmanager
def without_main() -> Iterator[None]:
    """Keep processes that are started meanwhile from running the caller's script once more: they need nothing of it."""
    main = sys.modules["__main__"]
    spec, file = main.__spec__, main.__dict__.pop("__file__", None)
    main.__spec__ = None
    try:
        yield
    finally:
        main.__spec__ = spec
        if file is not None:
            main.__file__ = file


def work(step: Kernel, part: Rows, paths: tuple[tuple[str, tuple[Path, ...]], ...]) -> Rows:
    """Give what a kernel makes of one part; `paths` are the files of the tables beside it."""
    return step.function(part, {name: opened(found) for name, found in paths})


@lru_cache(maxsize=8)
def opened(paths: tuple[Path, ...]) -> PartsTable:
    """Give the table in these files, opened once in each process."""
    return PartsTable(paths)


def _begin() -> None:
    """Make a new process one that works alone with one thread, minds no interrupt, and leaves when its parent has gone."""
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
