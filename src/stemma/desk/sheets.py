"""What the desk found, put on a sheet: text, a JSON record, a page."""

from dataclasses import replace
from typing import Any

from stemma.desk.values import Check, Clipping, Comparison, Matching
from stemma.model import Collation

Found = Comparison | Clipping | Check | Matching


def text_of(found: Found, colour: bool = False) -> str:
    """Give what was found as text of 80 columns; refusals are left out, for they go their own way."""
    from stemma import views

    match found:
        case Comparison():
            return _stories(tuple(replace(one, refusals=()) for one in found.collations), colour)
        case Clipping():
            return views.reading_to_text(found.report, replace(found.reading, refusals=()), colour=colour)
        case Check():
            return views.check_to_text(replace(found.collation, refusals=()), colour=colour)
        case Matching():
            return views.matching_to_text(found.report_count, found.match_count, found.stock)


def record_of(found: Found) -> dict[str, Any]:
    """Give what was found as a record: one story as `stemma.story`, several as `stemma.stories`."""
    from stemma import views

    match found:
        case Comparison(collations=(only,)):
            return views.to_json(replace(only, refusals=found.refusals))
        case Comparison():
            return views.to_json_many(found.collations, found.refusals)
        case Clipping():
            reading = replace(found.reading, refusals=found.refusals)
            return views.reading_to_json(found.report, reading, outlet_name(found))
        case Check():
            return views.check_to_json(replace(found.collation, refusals=found.refusals))
        case Matching():
            counts = {"reports": found.report_count, "matches": found.match_count}
            return views.contents_record(found.corpus, counts, found.stock, found.refusals, found.stamp)


def page_of(found: Comparison | Clipping) -> str:
    """Give what was found as a page that needs nothing else."""
    from stemma import views

    match found:
        case Comparison():
            return views.to_html(found.collations, found.refusals)
        case Clipping():
            return views.reading_to_html(found.report, found.reading)


def outlet_name(clipping: Clipping) -> str | None:
    """Give the name of the outlet that published a report, if it is known."""
    return next((outlet.name for outlet in clipping.outlets if outlet.id == clipping.report.outlet_id), None)


def _stories(collations: tuple[Collation, ...], colour: bool) -> str:
    from stemma import views

    if len(collations) == 1:
        return views.to_text(collations[0], colour=colour)
    return views.stories_to_text(collations, colour)
