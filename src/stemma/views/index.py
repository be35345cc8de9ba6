"""One story's values by their ids, and the letter that stands for each report on screen."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from stemma.model import Assertion, Collation, Exemplar, Form, Outlet, OutletKind, Report, Span, Voice, ZoneKind
from stemma.views.cells import clean, clip

_LONGEST_HEADLINE, _LONGEST_OPENING = 300, 140  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """Where to find each value of one story, and what to call it."""

    collation: Collation
    reports: Mapping[str, Report]
    letters: Mapping[str, str]
    outlets: Mapping[str, Outlet]
    voices: Mapping[str, Voice]
    exemplars: Mapping[str, Exemplar]
    assertions: Mapping[str, Assertion]


def index_of(collation: Collation) -> Index:
    """Give the index of a story; letters follow the order of its reports."""
    return Index(
        collation=collation,
        reports={report.id: report for report in collation.reports},
        letters={report.id: letter(number) for number, report in enumerate(collation.reports)},
        outlets={outlet.id: outlet for outlet in collation.outlets},
        voices=_voices_of(collation),
        exemplars={exemplar.id: exemplar for exemplar in collation.stemma.exemplars},
        assertions={assertion.id: assertion for assertion in collation.assertions},
    )


def _voices_of(collation: Collation) -> dict[str, Voice]:
    """A voice of a single reading is known too, where the story has no joined one of that id."""
    found = {voice.id: voice for reading in collation.readings for voice in reading.voices}
    return found | {voice.id: voice for voice in collation.voices}


def letter(number: int) -> str:
    """Give the letter of the n-th report, counted from 0.

    >>> letter(0), letter(25), letter(26), letter(701), letter(702)
    ('A', 'Z', 'AA', 'ZZ', 'AAA')
    """
    found = ""
    rest = number + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        found = ascii_uppercase[digit] + found
    return found


def letter_of(index: Index, report_id: str) -> str:
    """Give the letter of a report, "?" for one that the story does not hold."""
    return index.letters.get(report_id, "?")


def letters_of(index: Index, report_ids: object, most: int = 12) -> str:
    """Give the letters of reports in order, the rest as a count.

    >>> from types import SimpleNamespace
    >>> letters_of(SimpleNamespace(letters={"x": "A", "y": "B"}), ["y", "x"])
    'A, B'
    """
    known = set(report_ids) if isinstance(report_ids, (list, tuple, set, frozenset)) else set()
    found = [sign for report_id, sign in index.letters.items() if report_id in known]
    more = f" and {len(found) - most} more" if len(found) > most else ""
    return ", ".join(found[:most]) + more


def cut(index: Index, span: Span) -> str:
    """Give the words of a span, "" where its report is not in the story."""
    report = index.reports.get(span.report_id)
    return span.cut(report.text) if report else ""


def cut_all(index: Index, spans: Sequence[Span]) -> str:
    """Give the words of several spans on one line, an ellipsis where words stand between them."""
    report = index.reports.get(spans[0].report_id) if spans else None
    return joined(report.text, spans) if report else ""


def joined(text: str, spans: Sequence[Span]) -> str:
    """Give the words of several spans of one text on one line, an ellipsis where words stand between them.

    >>> text = 'to help "in peace," he said, "always"'
    >>> joined(text, [Span("a", 0, 7), Span("a", 9, 18), Span("a", 30, 36)])
    'to help "in peace, … always'
    """
    pieces = []
    for number, span in enumerate(spans):
        between = text[spans[number - 1].end : span.start] if number else ""
        pieces.append(" … " if any(sign.isalnum() for sign in between) else between)
        pieces.append(span.cut(text))
    return " ".join("".join(pieces).split())


def outlet_name(index: Index, report: Report) -> str | None:
    """Give the name of a report's outlet, None where it is not known."""
    outlet = index.outlets.get(report.outlet_id) if report.outlet_id is not None else None
    return outlet.name if outlet else None


def short_path(report: Report) -> str:
    """Give the last part of the path that the user gave a report from.

    >>> from types import SimpleNamespace
    >>> short_path(SimpleNamespace(path="in/reports/a.txt", url=None)), short_path(SimpleNamespace(path="", url=None))
    ('a.txt', '(no path)')
    """
    path = report.path or report.url or ""
    return path.rstrip("/").rsplit("/", 1)[-1] or "(no path)"


def owner_phrase(index: Index, report: Report) -> str:
    """Give " (of Halden Media)" where it is known who owns a report's outlet; " (its own statement)" of a press office."""
    outlet = index.outlets.get(report.outlet_id or "")
    if outlet is not None and outlet.kind is OutletKind.PRESS_OFFICE:
        return " (its own statement)"
    return f" (of {clean(outlet.owner)})" if outlet is not None and outlet.owner else ""


def title_of(index: Index, report: Report) -> str:
    """Give what a report is called on screen: its outlet, or the name of its file."""
    return outlet_name(index, report) or short_path(report)


def headline_of(report: Report) -> str:
    """Give a report's headline; without one the beginning of its body, or its first line that is not empty."""
    opening = (ZoneKind.BODY, ZoneKind.SPEECH)
    for kinds, most in (((ZoneKind.HEADLINE,), _LONGEST_HEADLINE), (opening, _LONGEST_OPENING)):
        for zone in report.zones:
            if zone.kind in kinds:
                return clip(" ".join(report.text[zone.start : zone.end].split()), most)
    return next((" ".join(line.split()) for line in report.text.splitlines() if line.strip()), "")


def voice_names(index: Index, voice_ids: Iterable[str]) -> list[str]:
    """Give the names of voices, each once: two that are called alike are told by their number."""
    return list(dict.fromkeys(voice_name(index, voice_id) for voice_id in voice_ids))


def voice_name(index: Index, voice_id: str | None) -> str:
    """Give the name of a voice, "nobody named" for None."""
    voice = index.voices.get(voice_id) if voice_id is not None else None
    return voice.name if voice else "nobody named"


def exemplar_report(index: Index, exemplar_id: str) -> str | None:
    """Give the id of the report that an exemplar is, None for one not seen."""
    exemplar = index.exemplars.get(exemplar_id)
    if exemplar is None:
        return exemplar_id if exemplar_id in index.reports else None
    return exemplar.report_id if exemplar.report_id in index.reports else None


def exemplar_name(index: Index, exemplar_id: str) -> str:
    """Give what an exemplar is called: a letter, or its name and that it was not seen."""
    report_id = exemplar_report(index, exemplar_id)
    if report_id is not None:
        return letter_of(index, report_id)
    exemplar = index.exemplars.get(exemplar_id)
    name = exemplar.name if exemplar and exemplar.name else "an unnamed text"
    return f"{name} (not seen)"


def is_transcript(index: Index, report_id: str | None) -> bool:
    """Say whether a report is a transcript, so that its words are taken as what was said."""
    report = index.reports.get(report_id) if report_id is not None else None
    return report is not None and report.form is Form.TRANSCRIPT
