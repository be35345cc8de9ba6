"""A report held against a transcript."""

from dataclasses import replace

from stemma.desk.dossiers import collate, compile_dossier
from stemma.desk.tray import Reference, take_one
from stemma.desk.values import Check
from stemma.model import Extraction, Form, Report, UsageError, ZoneKind


def check(reference: Reference, against: Reference) -> Check:
    """Check one report's wordings against a transcript, which is taken as what was said.

    A text without `Speaker:` lines is taken as one speech. Raises NothingReadableError where either cannot be read,
    UsageError where either holds several texts or both are the same text.
    """
    told, said = take_one(reference), take_one(against)
    for one, given in ((told, reference), (said, against)):
        if len(one.reports) > 1:
            raise UsageError(f"{given} holds {len(one.reports)} texts; check takes one report and one transcript")
    report, transcript = told.reports[0], as_transcript(said.reports[0])
    if report.id == transcript.id:
        raise UsageError(f"{reference} and {against} are the same text; give a report and a transcript")
    outlets = {outlet.id: outlet for outlet in told.outlets + said.outlets}
    joined = Extraction(
        reports=(report, transcript), outlets=tuple(outlets.values()), refusals=told.refusals + said.refusals
    )
    dossier = compile_dossier(joined)
    return Check(
        collation=collate(dossier, (report.id, transcript.id)),
        report_id=report.id,
        transcript_ids=(transcript.id,),
        refusals=dossier.refusals,
    )


def as_transcript(report: Report) -> Report:
    """Give a text as a transcript: where no speaker is marked, its paragraphs are speech.

    >>> from stemma.model import Zone
    >>> text = Report(
    ...     id="a", capture_id="c", path="a.txt", url=None, outlet_id=None, text="We shall build.",
    ...     zones=(Zone(kind=ZoneKind.BODY, start=0, end=15),), credits=(), published=None, language="en",
    ... )
    >>> as_transcript(text).form, as_transcript(text).zones[0].kind
    (<Form.TRANSCRIPT: 'transcript'>, <ZoneKind.SPEECH: 'speech'>)
    """
    if report.form is Form.TRANSCRIPT:
        return report
    zones = tuple(replace(zone, kind=ZoneKind.SPEECH) if zone.kind is ZoneKind.BODY else zone for zone in report.zones)
    return replace(report, form=Form.TRANSCRIPT, zones=zones)
