"""The lectern: where reports are read, one after the other or several at once."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from stemma.desk.gazetteers import gazetteer_at
from stemma.desk.settings import Settings, shipped
from stemma.model import Moment, Reading, Report

_HANDFUL = 16  # reports that a process takes at a time: few enough that memory stays flat


def read_all(
    reports: Sequence[Report], settings: Settings, anchors: Mapping[str, Moment] | None = None
) -> Iterator[Reading]:
    """Give the readings of reports in their order, each as soon as it is there; the settings say in how many processes.

    `anchors` are moments of publication known by way of other reports, by the report's id.
    """
    anchors = anchors or {}
    rules = settings.of("readings").get("rules") or shipped("readings")
    asked = [(report, anchors.get(report.id), rules) for report in reports]
    if rules.processes > 1 and len(asked) > _HANDFUL:
        yield from _read_at_once(asked, rules.processes)
    else:
        yield from map(_read, asked)


_Asked = tuple[Report, Moment | None, Any]


def _read(asked: _Asked) -> Reading:
    from stemma.readings import read

    report, anchor, rules = asked
    gazetteer, refusal = gazetteer_at(rules.gazetteer)
    reading = read(report, rules, anchor, gazetteer)
    return reading if refusal is None else replace(reading, refusals=(*reading.refusals, refusal))


def _read_at_once(asked: Sequence[_Asked], processes: int) -> Iterator[Reading]:
    """Read in processes of their own, each with one thread; no more is handed out than two rounds of work."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    from stemma.engines import without_main

    round_size = 2 * _HANDFUL * processes
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_with_one_thread) as pool:
        for start in range(0, len(asked), round_size):
            with without_main():
                found = pool.map(_read, asked[start : start + round_size], chunksize=_HANDFUL)
            yield from found


def _with_one_thread() -> None:
    """Let numpy, which is not yet loaded in a new process, use one thread: the processes share the cores."""
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"
