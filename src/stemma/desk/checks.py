"""A report held against a transcript."""

from stemma.desk.dossiers import stamp
from stemma.desk.lectern import read_all
from stemma.desk.settings import Settings, settings_in_force
from stemma.desk.tray import Reference, take_one
from stemma.desk.values import Check
from stemma.model import Form, UsageError


def check(reference: Reference, against: Reference, *, settings: Settings | None = None) -> Check:
    """Check one report's wordings against a transcript, which is taken as what was said.

    Raises NothingReadableError where either cannot be read, UsageError where either holds several texts, where both are
    the same text, or where the transcript has no `Speaker:` lines, for then nobody is known to have said it.
    """
    from stemma.stories import hear

    settings = settings or settings_in_force()
    told, said = take_one(reference, settings), take_one(against, settings)
    for one, given in ((told, reference), (said, against)):
        if len(one.reports) > 1:
            raise UsageError(f"{given} holds {len(one.reports)} texts; check takes one report and one transcript")
    report, transcript = told.reports[0], said.reports[0]
    if report.id == transcript.id:
        raise UsageError(f"{reference} and {against} are the same text; give a report and a transcript")
    if transcript.form is not Form.TRANSCRIPT:
        raise UsageError(f"{against} is no transcript; put the speaker's name and a colon before each turn")
    outlets = {outlet.id: outlet for outlet in told.outlets + said.outlets}
    reports = (report, transcript)
    readings = tuple(read_all(reports, settings, {}))
    refusals = told.refusals + said.refusals + tuple(refusal for reading in readings for refusal in reading.refusals)
    return Check(
        collation=hear(
            reports,
            readings,
            outlets=tuple(outlets.values()),
            stamp=stamp(settings),
            **settings.of("stories"),
        ),
        report_id=report.id,
        transcript_ids=(transcript.id,),
        refusals=refusals,
    )
