"""The crew: one piece of work for each of many things, in several processes at once."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

_MANY = 32  # reports: of fewer, starting processes costs more than they spare
_MOST = 8  # processes, where nobody says how many: each holds the networks, and memory is to stay small


def crew_for(wanted: int, reports: int, parts: int) -> int:
    """Give in how many processes so many reports, in so many parts, are worked on: as are wanted, or as are cores."""
    if parts < 2 or (not wanted and reports <= _MANY):
        return 1
    return min(wanted or min(_MOST, _cores()), parts)


def _cores() -> int:
    """Give the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def done_by(processes: int, work: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
    """Give what a function of a module makes of each task, in their order, each as soon as it is there.

    No more is handed out than every process has in hand, and two tasks more.
    """
    if processes < 2:
        yield from map(work, tasks)
        return
    from concurrent.futures import Future

    from stemma.engines import hands, without_main

    waiting: deque[Future[Result]] = deque()
    with hands(processes) as pool:
        for task in tasks:
            if len(waiting) >= processes + 2:
                yield waiting.popleft().result()
            with without_main():
                waiting.append(pool.submit(work, task))
        while waiting:
            yield waiting.popleft().result()
