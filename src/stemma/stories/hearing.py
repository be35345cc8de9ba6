"""Reports held against what was said: the utterances alone, without a stemma, assertions or counts."""

from collections.abc import Sequence

from stemma.model import Collation, Count, Outlet, Reading, Refusal, Report, Stamp, Stemma, Story, make_id
from stemma.stories.descent import descent_of
from stemma.stories.rules import StoryRules
from stemma.stories.speakers import link_voices
from stemma.stories.utterances import find_utterances


def hear(
    reports: Sequence[Report],
    readings: Sequence[Reading],
    *,
    outlets: Sequence[Outlet] = (),
    stamp: Stamp,
    refusals: Sequence[Refusal] = (),
    rules: StoryRules = StoryRules(),
) -> Collation:
    """Compare what reports quote with each other and with the transcripts among them; who has whose text is not asked."""
    read = {reading.report_id: reading for reading in readings}
    texts = {report.id: report for report in reports}
    voices, linked = link_voices([read[report.id] for report in reports], texts, lambda _one, _other: False)
    by_report = {reading.report_id: reading for reading in linked}
    story_id = make_id("story", *sorted(texts))
    return Collation(
        stamp=stamp,
        story=Story(
            id=story_id,
            report_ids=tuple(texts),
            began=None,
            lead_assertion_id=None,
            count=Count(reports=len(texts), lines_min=1, lines_max=len(texts), voices_min=0, voices_max=len(voices)),
            findings=(),
        ),
        outlets=tuple(sorted(outlets, key=lambda outlet: outlet.id)),
        reports=tuple(reports),
        readings=tuple(by_report[report.id] for report in reports),
        voices=voices,
        matches=(),
        stemma=Stemma(story_id=story_id, exemplars=(), derivations=(), changes=()),
        utterances=find_utterances(reports, by_report, voices, {}, descent_of((), ()), rules),
        assertions=(),
        timeline=(),
        refusals=tuple(refusals),
    )
