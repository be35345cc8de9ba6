"""The lectern: where reports are read, one after the other or several at once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from stemma.desk.crew import crew_for, done_by
from stemma.desk.gazetteers import gazetteer_at
from stemma.desk.settings import Settings, shipped
from stemma.model import Moment, Reading, Report

_HANDFUL = 16  # reports that a process takes at a time: few enough that memory stays flat


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
    processes = crew_for(rules.processes, len(asked), -(-len(asked) // _HANDFUL))
    handful = _HANDFUL if processes > 1 else 1
    handfuls = [asked[start : start + handful] for start in range(0, len(asked), handful)]
    for readings in done_by(processes, _read_handful, handfuls):
        yield from readings


_Asked = tuple[Report, Moment | None, Any]


def _read(asked: _Asked) -> Reading:
    from stemma.readings import read

    report, anchor, rules = asked
    gazetteer, refusal = gazetteer_at(rules.gazetteer)
    reading = read(report, rules, anchor, gazetteer)
    return reading if refusal is None else replace(reading, refusals=(*reading.refusals, refusal))


def _read_handful(asked: Sequence[_Asked]) -> list[Reading]:
    return [_read(one) for one in asked]
