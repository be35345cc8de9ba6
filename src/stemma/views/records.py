"""A story, a reading, a check as JSON: plain dicts in the shape of `docs/formats`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from stemma.model import Collation, Form, Reading, Refusal, Report, to_record
from stemma.views.reading_records import reading_record, refusal_record, report_record, stamp_record, voice_record
from stemma.views.story_records import (
    amendment_record,
    assertion_record,
    change_record,
    citing_record,
    derivation_record,
    event_record,
    match_record,
    provenance_record,
    story_record,
    utterance_record,
    wording_record,
)

STORY_VERSION = 1
READING_VERSION = 1
CHECK_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Formats:
    """The names that our JSON files begin with."""

    story: str = "stemma.story"
    stories: str = "stemma.stories"
    reading: str = "stemma.reading"
    check: str = "stemma.check"
    matches: str = "stemma.matches"


FORMATS = Formats()


def to_json(collation: Collation) -> dict[str, Any]:
    """Give one story as the record `stemma.story`, version 1; field by field in `docs/formats/story.md`."""
    outlets = {outlet.id: outlet.name for outlet in collation.outlets}
    return {
        "format": FORMATS.story,
        "version": STORY_VERSION,
        "stamp": stamp_record(collation.stamp),
        "story": story_record(collation.story),
        "outlets": [to_record(outlet) for outlet in collation.outlets],
        "reports": [report_record(report, outlets) for report in collation.reports],
        "readings": [reading_record(reading) for reading in collation.readings],
        "voices": [voice_record(voice) for voice in collation.voices],
        "matches": [match_record(match) for match in collation.matches],
        "exemplars": [to_record(exemplar) for exemplar in collation.stemma.exemplars],
        "derivations": [derivation_record(derivation) for derivation in collation.stemma.derivations],
        "utterances": [utterance_record(utterance) for utterance in collation.utterances],
        "assertions": [assertion_record(assertion) for assertion in collation.assertions],
        "changes": [change_record(change) for change in collation.stemma.changes],
        "amendments": [amendment_record(amendment) for amendment in collation.amendments],
        "citings": [citing_record(citing) for citing in collation.citings],
        "provenances": [provenance_record(provenance) for provenance in collation.provenances],
        "timeline": [event_record(event) for event in collation.timeline],
        "refusals": [refusal_record(refusal) for refusal in collation.refusals],
    }


def to_json_many(collations: Sequence[Collation], refusals: Iterable[Refusal] = ()) -> dict[str, Any]:
    """Give several stories as the record `stemma.stories`, with what was refused before any story was told.

    >>> to_json_many([], [Refusal(subject="a.txt", reason="empty file")])["refusals"]
    [{'subject': 'a.txt', 'reason': 'empty file'}]
    """
    return {
        "format": FORMATS.stories,
        "version": STORY_VERSION,
        "stories": [to_json(collation) for collation in collations],
        "refusals": [refusal_record(refusal) for refusal in refusals],
    }


def reading_to_json(report: Report, reading: Reading, outlet: str | None = None) -> dict[str, Any]:
    """Give one report's reading as the record `stemma.reading`, version 1; `outlet` is the outlet's name."""
    outlets = {report.outlet_id: outlet} if report.outlet_id is not None and outlet is not None else {}
    return {
        "format": FORMATS.reading,
        "version": READING_VERSION,
        "stamp": stamp_record(reading.stamp),
        "report": report_record(report, outlets),
        "voices": [voice_record(voice) for voice in reading.voices],
        **reading_record(reading),
    }


def check_to_json(collation: Collation) -> dict[str, Any]:
    """Give the check of a report against a transcript as the record `stemma.check`, version 1.

    The collation holds the report and the transcript; every wording of a report stands with its utterance and voice.
    """
    transcripts = {report.id for report in collation.reports if report.form is Form.TRANSCRIPT}
    outlets = {outlet.id: outlet.name for outlet in collation.outlets}
    return {
        "format": FORMATS.check,
        "version": CHECK_VERSION,
        "stamp": stamp_record(collation.stamp),
        "reports": [report_record(report, outlets) for report in collation.reports if report.id not in transcripts],
        "transcripts": [report_record(report, outlets) for report in collation.reports if report.id in transcripts],
        "voices": [voice_record(voice) for voice in collation.voices],
        "utterances": [utterance_record(utterance) for utterance in collation.utterances],
        "wordings": [
            {"utterance_id": utterance.id, "voice_id": utterance.voice_id, **wording_record(wording)}
            for utterance in collation.utterances
            for wording in utterance.wordings
            if wording.report_id not in transcripts
        ],
        "refusals": [refusal_record(refusal) for refusal in collation.refusals],
    }
