"""Sayings: on which day a quotation was said, as far as the sentences around its marks tell it."""

import re
from collections.abc import Sequence

from stemma.readings.timewords import Told
from stemma.text.marks import Marked, marked

_SAYS = re.compile(
    r"\b(?:said|told|says|added|wrote|tweeted|posted|declared|announced|warned|insisted|stated|replied|shouted|asked|"
    r"testified|vowed|pledged|promised|argued|explained|admitted|recalled|joked|speech|statement|interview|address|rally|"
    r"letter|message|post|briefing|broadcast)\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"(?<![ap]\.m)(?<!\b[A-Z])(?<!\bMr)(?<!\bMrs)(?<!\bDr)[.!?]\s")
_DAYS = frozenset(("weekday", "month_day", "day_month", "deictic", "iso"))


def quotations(text: str) -> list[Marked]:
    """Give the outermost stretches in quotation marks.

    >>> [stretch.start for stretch in quotations("He left. “I go,” he said.")]
    [9]
    """
    return [stretch for stretch in marked(text) if stretch.depth == 0]


def quotation_around(told: Told, stretches: Sequence[Marked]) -> Marked | None:
    """Give the quotation that an expression of time stands in."""
    return next((one for one in stretches if one.inner_start <= told.start and told.end <= one.inner_end), None)


def day_of_saying(quotation: Marked, tolds: Sequence[Told], stretches: Sequence[Marked], text: str) -> Told | None:
    """Give the day told beside a verb of saying in the sentence around a quotation; `tolds` are those of its paragraph.

    The sentence that goes on behind the marks is asked first, then what leads up to them.
    """
    outside = [told for told in tolds if told.form in _DAYS and quotation_around(told, stretches) is None]
    for first, last in (_behind(quotation, text), _before(quotation, text)):
        if _SAYS.search(text, first, last):
            days = [told for told in outside if first <= told.start and told.end <= last]
            if days:
                return days[0]
    return _told_before(quotation, outside, text)


def _told_before(quotation: Marked, days: Sequence[Told], text: str) -> Told | None:
    """Give the day of the last saying told earlier in the paragraph, where one sentence tells both."""
    for day in reversed(days):
        if day.end <= quotation.start:
            line = text.rfind("\n", 0, day.start) + 1
            first = max((stop.end() for stop in _STOP.finditer(text, line, day.start)), default=line)
            stop = _STOP.search(text, day.end, quotation.start)
            return day if _SAYS.search(text, first, stop.end() if stop else quotation.start) else None
    return None


def _behind(quotation: Marked, text: str) -> tuple[int, int]:
    """Give the stretch from a quotation's end to the end of its sentence; none where the sentence ended in the marks."""
    goes_on = re.match(
        r",? [a-z]|,? [A-Z][\w.’'-]*(?: [\w.’'-]+){0,8} (?:said|told|added|wrote)\b", text[quotation.end :][:90]
    )
    if goes_on is None:
        return quotation.end, quotation.end
    line = text.find("\n", quotation.end)
    limit = len(text) if line < 0 else line
    stop = _STOP.search(text, quotation.end, limit)
    return quotation.end, stop.start() if stop else limit


def _before(quotation: Marked, text: str) -> tuple[int, int]:
    first = text.rfind("\n", 0, quotation.start) + 1
    if re.search(r"[.!?][\"”’]?\s$", text[max(0, quotation.start - 3) : quotation.start]):
        return quotation.start, quotation.start
    stops = [stop.end() for stop in _STOP.finditer(text, first, quotation.start)]
    return max(stops, default=first), quotation.start
