"""The lectern: where reports are read, one after the other or several at once."""

import os
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from stemma.desk.gazetteers import gazetteer_at
from stemma.desk.settings import Settings, shipped
from stemma.model import Moment, Reading, Report

_HANDFUL = 16  # reports that a process takes at a time: few enough that memory stays flat
_MANY = 32  # reports: of fewer, starting processes costs more than they spare
_MOST = 8  # processes, where nobody says how many: each holds the network, and memory is to stay small


def read_all(
    reports: Sequence[Report], settings: Settings, anchors: Mapping[str, Moment] | None = None
) -> Iterator[Reading]:
    """Give the readings of reports in their order, each as soon as it is there.

    The settings say in how many processes; where they do not, many reports are read on all cores.

    `anchors` are moments of publication known by way of other reports, by the report's id.
    """
    anchors = anchors or {}
    rules = settings.of("readings").get("rules") or shipped("readings")
    asked = [(report, anchors.get(report.id), rules) for report in reports]
    processes = _processes(rules.processes, len(asked))
    if processes > 1:
        yield from _read_at_once(asked, processes)
    else:
        yield from map(_read, asked)


def _processes(wanted: int, reports: int) -> int:
    """Give in how many processes so many reports are read: as many as are wanted, or as there are cores where that is 0."""
    if reports <= _HANDFUL or (not wanted and reports <= _MANY):
        return 1
    return min(wanted or min(_MOST, _cores()), -(-reports // _HANDFUL))


def _cores() -> int:
    """Give the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


_Asked = tuple[Report, Moment | None, Any]


def _read(asked: _Asked) -> Reading:
    from stemma.readings import read

    report, anchor, rules = asked
    gazetteer, refusal = gazetteer_at(rules.gazetteer)
    reading = read(report, rules, anchor, gazetteer)
    return reading if refusal is None else replace(reading, refusals=(*reading.refusals, refusal))


def _read_at_once(asked: Sequence[_Asked], processes: int) -> Iterator[Reading]:
    """Read in processes of their own; no more is handed out than every process has in hand, and two handfuls more."""
    from concurrent.futures import Future

    from stemma.engines import hands, without_main

    waiting: deque[Future[list[Reading]]] = deque()
    with hands(processes) as pool:
        for start in range(0, len(asked), _HANDFUL):
            if len(waiting) >= processes + 2:
                yield from waiting.popleft().result()
            with without_main():
                waiting.append(pool.submit(_read_handful, asked[start : start + _HANDFUL]))
        while waiting:
            yield from waiting.popleft().result()


def _read_handful(asked: Sequence[_Asked]) -> list[Reading]:
    return [_read(one) for one in asked]
