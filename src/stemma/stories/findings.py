"""The sentences that an editor reads first: at most seven, and never more than the texts bear."""

from collections.abc import Iterable, Iterator
from itertools import islice

from stemma.model import Count, Finding
from stemma.stories.alterations import find_alterations, find_circles, find_corrections, find_disagreements
from stemma.stories.descents import find_descents, find_one_texts, find_totals
from stemma.stories.misquotations import find_misquotations
from stemma.stories.rules import StoryRules
from stemma.stories.scenery import Scenery, plural

_LEAST_DESCENTS = 2  # who has whose text is said before what was altered, for two reports at least


def count_words(count: Count) -> str:
    """Give a count in words.

    >>> count_words(Count(reports=40, lines_min=1, lines_max=3, voices_min=1, voices_max=1))
    '40 reports, 1-3 lines, 1 voice'
    """
    return ", ".join(
        (
            plural(count.reports, count.reports, "report"),
            plural(count.lines_min, count.lines_max, "line"),
            plural(count.voices_min, count.voices_max, "voice"),
        )
    )


def find_findings(scenery: Scenery, rules: StoryRules) -> tuple[Finding, ...]:
    """Give the count, and the findings: which reports are one text, who has whose, and the rest by weight."""
    descents = sorted(find_descents(scenery), key=_rank)
    rest = [*find_misquotations(scenery), *find_alterations(scenery), *find_disagreements(scenery)]
    rest += [*find_circles(scenery), *find_corrections(scenery), *find_totals(scenery), *descents[_LEAST_DESCENTS:]]
    told = _once([*find_one_texts(scenery), *descents[:_LEAST_DESCENTS], *sorted(rest, key=_rank)])
    return (*_lead(scenery), *islice(told, rules.most_findings))


def _rank(finding: Finding) -> tuple[float, str]:
    return (-finding.weight, finding.text)


def _once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Leave out a warning or a conflict whose words all stand in a weightier warning, and whatever is said twice."""
    kept: list[Finding] = []
    for finding in findings:
        told = [one for one in kept if one.is_warning and _covers(one, finding)]
        is_weighed = finding.is_warning or finding.kind == "conflict"
        if not (is_weighed and told) and finding.text not in {one.text for one in kept}:
            kept.append(finding)
            yield finding


def _covers(one: Finding, other: Finding) -> bool:
    return bool(other.spans) and all(any(span.overlap(own) for own in one.spans) for span in other.spans)


def _lead(scenery: Scenery) -> list[Finding]:
    lead = scenery.lead
    if lead is None:
        return []
    voices = [scenery.voices[one].name for one in lead.voice_ids if one in scenery.voices]
    told = f" ({', '.join(voices[:3])})" if voices else ""
    denying = len({claim.report_id for claim in lead.claims}) - lead.count.reports
    told += (
        f"; {plural(denying, denying, 'report')} {'has' if denying == 1 else 'have'} the opposite" if denying else ""
    )
    text = f'{count_words(lead.count)}   "{lead.gist}"{told}'
    return [Finding(kind="count", weight=10.0, text=text, spans=lead.claims[0].spans)]
