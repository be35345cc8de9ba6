"""Numbers of a headline or subhead that the report's own paragraphs do not have: shown as that, and no conflict with others."""

import re
from collections.abc import Iterator
from dataclasses import replace

from stemma.model import Change, ChangeKind, Quantity, Reading, Report, Span, ZoneKind
from stemma.stories.amounts import agree, may_be_same
from stemma.stories.integrity import ORDINALS
from stemma.stories.scenery import quoted
from stemma.stories.touches import value_of
from stemma.text.words import words

_HEADINGS = {ZoneKind.HEADLINE: "headline", ZoneKind.SUBHEAD: "subhead"}
_PROSE = (ZoneKind.BODY, ZoneKind.STANDFIRST)
# what a headline counts on the page and not in the world: "5 things we know"
_ON_THE_PAGE = frozenset(
    "thing reason way question takeaway fact photo picture image video point story chart graphic map quote tip step lesson "
    "moment sign key update headline minute read page part".split()
)


_SET = re.compile(r"\d\s?[:/.,–-]\s?\d|\d\D{1,20}\d|\n")  # times and scores


def find_unborne(report: Report, reading: Reading) -> tuple[Change, ...]:
    """Give the numbers in headings that no paragraph has, nor any that agrees: rounding is a headline's right."""
    told_in_body = (one for one in reading.quantities if _zone(report, one.span) in _PROSE)
    body = [one for one in told_in_body if None not in (one.low, one.high)]  # "several" bears out no six
    if not any(zone.kind is ZoneKind.BODY for zone in report.zones):
        return ()
    told = frozenset(_values(report, reading))
    return tuple(
        _unborne(report, one)
        for one in reading.quantities
        if _zone(report, one.span) in _HEADINGS and _is_detail(one, report, reading) and not _is_borne(one, body, told)
    )


def _zone(report: Report, span: Span) -> ZoneKind | None:
    return next((zone.kind for zone in report.zones if zone.start <= span.start < zone.end), None)


def _values(report: Report, reading: Reading) -> Iterator[float]:
    """Give the numbers of a report's paragraphs, but for those of its days and hours."""
    times = [one.span for one in reading.times]
    for zone in report.zones:
        for word in words(report.text, zone.start, zone.end) if zone.kind in _PROSE else ():
            value = value_of(_cardinal(word.key))
            if value is not None and not any(time.start <= word.start < time.end for time in times):
                yield value


def _cardinal(key: str) -> str:
    """Give a place in an order as the number of such: "in the sixth round" bears out "in six rounds".

    >>> _cardinal("sixth"), _cardinal("21st"), _cardinal("barge")
    ('6', '21', 'barge')
    """
    return ORDINALS.get(key, (re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", key),))[0]


def _is_detail(one: Quantity, report: Report, reading: Reading) -> bool:
    """Say whether a number of a heading counts something; hours and scores are set like numbers, and say little alone."""
    zone = next(zone for zone in report.zones if zone.start <= one.span.start < zone.end)
    is_plain = one.unit is not None or not _SET.search(report.text, zone.start, zone.end)
    is_counted = (one.unit or "").casefold() not in _ON_THE_PAGE and is_plain
    is_time = any(time.span.overlap(one.span) for time in reading.times)
    return is_counted and bool(one.low) and one.low == one.high and not is_time


def _is_borne(one: Quantity, body: list[Quantity], told: frozenset[float]) -> bool:
    rough = replace(one, is_approximate=True)
    return one.low in told or any(may_be_same(one, other) and agree(rough, other) for other in body)


def _unborne(report: Report, one: Quantity) -> Change:
    zone = _HEADINGS[_zone(report, one.span) or ZoneKind.HEADLINE]
    note = f"{quoted(one.span.cut(report.text))} in the {zone}: no paragraph has this number"
    return Change(
        kind=ChangeKind.UNBORNE,
        report_id=report.id,
        against_report_id=report.id,
        before=(),
        after=(one.span,),
        note=note,
    )
