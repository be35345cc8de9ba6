"""Which of several reports are one: the same report come twice, and editions of one article by one outlet."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from stemma.model import Edition, Refusal, Report, ZoneKind
from stemma.reports.rules import ReportRules
from stemma.text.words import words

_EARLIEST = datetime(1, 1, 1)


def distinct(
    reports: Iterable[Report], rules: ReportRules | None = None
) -> tuple[tuple[Report, ...], tuple[Refusal, ...]]:
    """Give each report once and of editions the latest, in the order given, with a line for each one left out.

    Reports with one id are one. Editions have one known outlet and share most of their words; the latest published is kept,
    then the longest. What it replaced is kept as its earlier editions.
    """
    settings = rules or ReportRules()
    once: dict[str, Report] = {}
    refusals = []
    for report in reports:
        first = once.setdefault(report.id, report)
        if first is not report:
            same = "is the same report as" if first.text == report.text else f"has the id {report.id!r} of"
            refusals.append(Refusal(subject=report.path, reason=f"{same} {first.path}; read once"))
    kept, left_out = _latest(list(once.values()), settings)
    return kept, (*refusals, *left_out)


def _latest(reports: list[Report], rules: ReportRules) -> tuple[tuple[Report, ...], list[Refusal]]:
    refusals = []
    dropped: set[str] = set()
    earlier: dict[str, list[Edition]] = {}
    pairs = {report.id: _word_pairs(report) for report in reports if report.outlet_id is not None}
    for group in _by_outlet(reports).values():
        ranked = sorted(group, key=_rank, reverse=True)
        for number, older in enumerate(ranked):
            newer = next(
                (
                    one
                    for one in ranked[:number]
                    if one.id not in dropped and _is_edition(pairs[one.id], pairs[older.id], rules)
                ),
                None,
            )
            if newer is not None:
                dropped.add(older.id)
                earlier.setdefault(newer.id, []).extend((_edition(older), *older.earlier))
                refusals.append(
                    Refusal(
                        subject=older.path,
                        reason=f"is an earlier edition of {newer.path} by the same outlet; the latest is read",
                    )
                )
    kept = [report for report in reports if report.id not in dropped]
    return tuple(
        replace(one, earlier=(*earlier[one.id], *one.earlier)) if one.id in earlier else one for one in kept
    ), refusals


def _edition(report: Report) -> Edition:
    return Edition(id=report.id, path=report.path, published=report.published, text=report.text, zones=report.zones)


def _by_outlet(reports: list[Report]) -> dict[str, list[Report]]:
    groups: dict[str, list[Report]] = {}
    for report in reports:
        if report.outlet_id is not None:
            groups.setdefault(report.outlet_id, []).append(report)
    return groups


def _rank(report: Report) -> tuple[datetime, int, str]:
    moment = report.published.latest if report.published is not None else None
    return moment or _EARLIEST, len(report.text), report.id


def _word_pairs(report: Report) -> frozenset[tuple[str, str]]:
    keys = [
        word.key
        for zone in report.zones
        if zone.kind in {ZoneKind.BODY, ZoneKind.SPEECH}
        for word in words(report.text, zone.start, zone.end)
    ]
    return frozenset(pairwise(keys))


def _is_edition(left: frozenset[tuple[str, str]], right: frozenset[tuple[str, str]], rules: ReportRules) -> bool:
    smaller = min(len(left), len(right))
    return smaller >= 10 and len(left & right) >= rules.edition_overlap * smaller
