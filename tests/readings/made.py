"""Reports made of a text: the first line of `#` is a headline, each further line a paragraph."""

from datetime import datetime, timedelta

from stemma.model import Granularity, Moment, Report, Zone, ZoneKind
from stemma.readings import ReadingRules

BY_RULES = ReadingRules(reader="fast")


def made_report(
    text: str, published: str | None = None, dateline: str | None = None, kind: ZoneKind = ZoneKind.BODY
) -> Report:
    """Make a report of a text; lines that begin with "# " are headlines, the dateline stands before all."""
    lines = ([f"{dateline}"] if dateline else []) + text.split("\n")
    zones, offset = [], 0
    for place, line in enumerate(lines):
        start = offset + (2 if line.startswith("# ") else 0)
        what = ZoneKind.DATELINE if dateline and place == 0 else ZoneKind.HEADLINE if line.startswith("# ") else kind
        if line.strip():
            zones.append(Zone(kind=what, start=start, end=offset + len(line)))
        offset += len(line) + 1
    return Report(
        id="report-made",
        capture_id="capture-made",
        path="made.txt",
        url=None,
        outlet_id=None,
        text="\n".join(lines),
        zones=tuple(zones),
        credits=(),
        published=moment(published) if published else None,
        language="en",
    )


def moment(told: str, inferred_from: str | None = None) -> Moment:
    """Make a moment: a day, or a minute where a time of day is told."""
    first = datetime.fromisoformat(told)
    if "T" in told:
        return Moment(earliest=first, latest=first, granularity=Granularity.MINUTE, inferred_from=inferred_from)
    last = first + timedelta(hours=23, minutes=59)
    return Moment(earliest=first, latest=last, granularity=Granularity.DAY, inferred_from=inferred_from)
