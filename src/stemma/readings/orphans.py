"""Orphan quotations: marked words of some length that nobody beside them is given as saying."""

import re
from collections.abc import Sequence

from stemma.model import Attribution, Evidence, Manner, Report, Span, ZoneKind, make_id
from stemma.text.marks import Marked
from stemma.text.words import words

LEAST_WORDS = 5  # shorter ones are titles, labels and scare quotes
_TITLED = re.compile(
    r"(?:titled|entitled|headlined|dubbed|called|named|book|novel|film|movie|song|album|play|show|series|episode|column|essay|"
    r"article|reading|read|slogan|headline)[\s,:—–-]*(?:the\s)?$",
    re.IGNORECASE,
)
_TOLD = (ZoneKind.BODY, ZoneKind.STANDFIRST)


def find_orphans(
    report: Report, stretches: Sequence[Marked], attributions: Sequence[Attribution], least_words: int = LEAST_WORDS
) -> tuple[Attribution, ...]:
    """Give the quotations of so many words and more that stand in no attribution's content; whose they are is not told.

    One behind other words in marks, in their paragraph, is taken for the same speaker's.

    A title is none: marked words of which most have a capital, or that a word such as "entitled" announces.
    """
    covered = [span for attribution in attributions for span in attribution.content]
    found = []
    for stretch in stretches:
        span = Span(report.id, stretch.start, stretch.end)
        is_plain = stretch.depth == 0 and stretch.is_closed and _is_told(report, span)
        if (
            is_plain
            and not any(span.overlap(other) for other in covered)
            and _is_speech(report.text, stretch, least_words)
        ):
            before = _speaking_before(report.text, span, attributions)
            note = "stands in marks; nobody beside it is given as saying it"
            found.append(
                Attribution(
                    id=make_id("attribution", report.id, "orphan", f"{span.start}-{span.end}"),
                    voice_id=None if before is None else before.voice_id,
                    via=None,
                    source=(),
                    cue=(),
                    content=(span,),
                    manner=Manner.DIRECT,
                    evidence=(Evidence(kind="marks", weight=0.8, note=note, spans=(span,)), *_going_on(before)),
                )
            )
    return tuple(found)


def _speaking_before(text: str, span: Span, attributions: Sequence[Attribution]) -> Attribution | None:
    """Give the attribution of words in marks that goes before a quotation in its paragraph, if there is one."""
    first = text.rfind("\n", 0, span.start) + 1
    before = [one for one in attributions if first <= one.content[-1].end <= span.start and one.parent_id is None]
    latest = max(before, key=lambda one: one.content[-1].end, default=None)
    return latest if latest is not None and latest.manner is not Manner.INDIRECT and latest.voice_id else None


def _going_on(before: Attribution | None) -> tuple[Evidence, ...]:
    note = "goes on behind what this voice says in the paragraph"
    return () if before is None else (Evidence(kind="goes-on", weight=0.5, note=note, spans=before.source),)


def _is_told(report: Report, span: Span) -> bool:
    return any(zone.start <= span.start < zone.end for zone in report.zones if zone.kind in _TOLD)


def _is_speech(text: str, stretch: Marked, least_words: int) -> bool:
    found = words(text, stretch.inner_start, stretch.inner_end)
    if len(found) < least_words or _TITLED.search(text[max(0, stretch.start - 40) : stretch.start]):
        return False
    long = [word for word in found[1:] if word.end - word.start > 3]
    capital = sum(text[word.start].isupper() for word in long)
    return capital * 2 < max(1, len(long)) and not text[stretch.end : stretch.end + 4].startswith((" by ", ", by"))
