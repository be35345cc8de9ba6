"""Invented wordings for the tests of what is said."""

from collections.abc import Sequence

from stemma.model import Form, Report, Span, Zone, ZoneKind
from stemma.stories.descent import Descent
from stemma.stories.pieces import Piece


def report_of(name: str, text: str, form: Form = Form.REPORT) -> Report:
    """Give a report whose paragraphs are body."""
    zones, start = [], 0
    for paragraph in text.split("\n\n"):
        zones.append(Zone(kind=ZoneKind.BODY, start=start, end=start + len(paragraph)))
        start += len(paragraph) + 2
    return Report(
        id=name,
        capture_id=name,
        path=name,
        url=None,
        outlet_id=None,
        text=text,
        zones=tuple(zones),
        credits=(),
        published=None,
        language="en",
        form=form,
    )


def piece(
    name: str, text: str, *, form: Form = Form.REPORT, voice_id: str | None = None, is_marked: bool = True
) -> Piece:
    """Give a whole text as one wording."""
    return Piece(
        report=report_of(name, text, form),
        spans=(Span(name, 0, len(text)),),
        is_marked=is_marked,
        voice_id=voice_id,
        attribution=None,
    )


def descent(lines: Sequence[str]) -> Descent:
    """Give kinship where each string is one line of reports with a letter each."""
    kin = {one: frozenset(line) - {one} for line in lines for one in line}
    return Descent(parents={}, unseen={}, kin=kin, line_of={one: line[0] for line in lines for one in line})
