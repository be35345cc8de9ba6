"""Block quotations: paragraphs behind a colon, or a post set into a page, without marks, whose words others have in marks."""

from collections.abc import Iterator, Mapping, Sequence

from stemma.model import Form, Report, Span, Zone, ZoneKind
from stemma.text.marks import marked
from stemma.text.words import Word, words

_EMBEDDED = "View this post on"  # what a page's text has where a post stood
_GRAM = 5  # words in a row that are no chance, as in a quotation of a speech
_SHARE = (
    0.5  # of a paragraph's runs must stand in marks elsewhere: a report may quote more of a statement than the others
)

Gram = tuple[str, ...]


def block_quotations(reports: Sequence[Report]) -> Mapping[str, tuple[Span, ...]]:
    """Give, by report, the paragraphs behind one that ends with a colon, as far as most of their words are in marks elsewhere."""
    following = {report.id: list(_following(report)) for report in reports if report.form is not Form.TRANSCRIPT}
    sought = {gram for runs in following.values() for run in runs for _, grams in run for gram in grams}
    quoted = _quoted(reports, sought) if sought else {}
    found = {
        report_id: tuple(span for run in runs for span in _borne_out(report_id, run, quoted))
        for report_id, runs in following.items()
    }
    return {report_id: spans for report_id, spans in found.items() if spans}


def _following(report: Report) -> Iterator[list[tuple[Span, list[Gram]]]]:
    """Give the paragraphs behind each one that ends with a colon, with their runs of words, up to the first that has marks."""
    body = [zone for zone in report.zones if zone.kind in (ZoneKind.BODY, ZoneKind.SUBHEAD)]
    stretches = marked(report.text)
    for number, zone in enumerate(body):
        told = report.text[zone.start : zone.end]
        if not (told.rstrip().endswith(":") if zone.kind is ZoneKind.BODY else told.startswith(_EMBEDDED)):
            continue
        run = []
        for paragraph in body[number + 1 :]:
            if paragraph.kind is ZoneKind.SUBHEAD:
                break
            if any(one.start < paragraph.end and paragraph.start < one.end for one in stretches):
                break
            run.append((Span(report.id, paragraph.start, paragraph.end), _grams(_words(report, paragraph))))
        yield run


def _words(report: Report, zone: Zone) -> list[Word]:
    return list(words(report.text, zone.start, zone.end))


def _grams(told: Sequence[Word]) -> list[Gram]:
    keys = [word.key for word in told]
    return [tuple(keys[place : place + _GRAM]) for place in range(len(keys) - _GRAM + 1)]


def _quoted(reports: Sequence[Report], sought: set[Gram]) -> Mapping[Gram, set[str]]:
    """Give the reports that have each of some runs of words in marks."""
    quoted: dict[Gram, set[str]] = {}
    for report in reports:
        for stretch in marked(report.text):
            if stretch.depth == 0:
                for gram in sought.intersection(_grams(words(report.text, stretch.inner_start, stretch.inner_end))):
                    quoted.setdefault(gram, set()).add(report.id)
    return quoted


def _borne_out(
    report_id: str, run: Sequence[tuple[Span, Sequence[Gram]]], quoted: Mapping[Gram, set[str]]
) -> Iterator[Span]:
    for span, grams in run:
        held = sum(bool(quoted.get(gram, set()) - {report_id}) for gram in grams)
        if not grams or held < _SHARE * len(grams):
            return
        yield span
