"""Who told a claim first, as far as the times of publication say."""

from datetime import datetime

import pytest

from stemma.model import Form, Granularity, Moment, Report
from stemma.stories.timeline import first_tellers
from stemma.stories.witnesses import witnesses_of


def report(name, earliest=None, latest=None, form=Form.REPORT):
    moment = (
        Moment(
            earliest=datetime.fromisoformat(earliest),
            latest=datetime.fromisoformat(latest or earliest),
            granularity=Granularity.MINUTE,
            zone="+01:00",
            inferred_from=None,
        )
        if earliest
        else None
    )
    return Report(
        id=name,
        capture_id="c",
        path=name,
        url=None,
        outlet_id=None,
        text="",
        zones=(),
        credits=(),
        published=moment,
        language="en",
        form=form,
    )


NOON, DAY = report("noon", "2031-03-05T12:00"), report("day", "2031-03-05T00:00", "2031-03-05T23:59")
LATE, OPEN = report("late", "2031-03-06T08:00"), report("open")
SPEECH = report("speech", "2031-03-04T08:00", form=Form.TRANSCRIPT)
CASES = [
    ([LATE, NOON], ("noon",), "the earlier one"),
    ([DAY, NOON], ("day", "noon"), "a day tells nothing of an hour in it"),
    ([LATE, OPEN, NOON], ("noon",), "a report without a date is never the first by its date"),
    ([OPEN], (), "no date, no first"),
    ([SPEECH, LATE], ("late",), "a transcript tells nothing"),
]


@pytest.mark.parametrize(("reports", "expected", "why"), CASES, ids=[case[-1] for case in CASES])
def test_first_tellers(reports, expected, why):
    witnesses = witnesses_of(reports, ())

    assert first_tellers([one.id for one in reports], witnesses) == expected
