"""Near-copies: reports of which nearly all narration stands in each other, word for word."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from stemma.model import Match, NearCopy, Report, ZoneKind
from stemma.stories.kinship import equal_stretches
from stemma.stories.rules import StoryRules
from stemma.text.narration import narrated
from stemma.text.words import words

_UNTOLD = frozenset({ZoneKind.BYLINE, ZoneKind.DATELINE, ZoneKind.FURNITURE, ZoneKind.SPEAKER, ZoneKind.SPEECH})


def near_copies(
    reports: Sequence[Report], matches: Sequence[Match], rules: StoryRules = StoryRules()
) -> tuple[NearCopy, ...]:
    """Give every two reports that share at least `near_copy` of the narration of both, sorted by their ids; a trim is none."""
    told = {report.id: _narration(report) for report in reports}
    by_pair: defaultdict[tuple[str, str], list[Match]] = defaultdict(list)
    for match in matches:
        by_pair[match.left.report_id, match.right.report_id].append(match)
    found = []
    for (left_id, right_id), shared in sorted(by_pair.items()):
        stretches = [stretch for match in shared for stretch in equal_stretches(match)]
        left = _share(told[left_id], [(start, start + length) for start, _, length in stretches])
        right = _share(told[right_id], [(start, start + length) for _, start, length in stretches])
        if min(left, right) >= rules.near_copy:
            found.append(NearCopy(left_id=left_id, right_id=right_id, left_share=left, right_share=right))
    return tuple(found)


def _narration(report: Report) -> list[int]:
    """Give where the words of a report's narration begin, in text order."""
    found = words(report.text)
    zones = [(zone.start, zone.end) for zone in report.zones if zone.kind in _UNTOLD]
    return [word.start for word, is_told in zip(found, narrated(report.text, found, zones), strict=True) if is_told]


def _share(told: Sequence[int], ranges: Sequence[tuple[int, int]]) -> float:
    """Give the share of narration that begins inside one of the ranges; a word in two of them counts once."""
    inside: set[int] = set()
    for start, end in ranges:
        inside.update(range(bisect_left(told, start), bisect_left(told, end)))
    return round(len(inside) / len(told), 4) if told else 0.0
