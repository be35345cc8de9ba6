"""One report's text cut for a page: which words name a voice, which are the cue, which the content, and times and names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from stemma.model import Reading, Report, Span, Stamp, Voice, ZoneKind
from stemma.views.index import headline_of
from stemma.views.passages import lines_of
from stemma.views.phrases import moment_phrase, timex_phrase
from stemma.views.reading_text import attribution_phrase, bounds_phrase, words_of
from stemma.views.statements import Statements
from stemma.views.story_text import credit_phrases

ROLES = ("source", "cue", "content", "time", "quantity", "name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Characters that play the same parts: `roles` for the style, `note` says what they are, `number` of the attribution."""

    text: str
    roles: tuple[str, ...]
    note: str
    number: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One line of the report with its part on the page."""

    kind: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One attribution in words, numbered as in the text."""

    number: int
    phrase: str
    words: str
    about: str  # when it was said and how sure it is told


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingSheet:
    """One report's reading, laid out."""

    report: Report
    headline: str
    published: str
    credits: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    sayings: tuple[Saying, ...]
    voices: tuple[tuple[Voice, str], ...]  # each with what it does: "says 4 (1 possible)"
    reading: Reading
    times: tuple[tuple[str, str], ...]
    quantities: tuple[tuple[str, str], ...]
    names: tuple[tuple[str, str], ...]
    stamp: Stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layer:
    """A span with the part it plays."""

    span: Span
    role: str
    note: str
    number: int | None = None


def highlighted(report: Report, reading: Reading) -> ReadingSheet:
    """Give one report's reading laid out for a page."""
    layers, statements = list(_layers(reading)), Statements(report, reading)
    return ReadingSheet(
        report=report,
        headline=headline_of(report),
        published=moment_phrase(report.published),
        credits=credit_phrases(report.credits),
        paragraphs=tuple(
            Paragraph(kind=_kind(report, line), stretches=tuple(_stretches(report.text, line, layers)))
            for line in lines_of(report)
        ),
        sayings=tuple(
            Saying(
                number=number,
                phrase=attribution_phrase(reading, one),
                words=words_of(report, one.content),
                about="; ".join(part for part in (statements.when(one), statements.how_sure(one)) if part),
            )
            for number, one in enumerate(reading.attributions, 1)
        ),
        voices=tuple((voice, statements.does(voice)) for voice in reading.voices),
        reading=reading,
        times=tuple((timex.span.cut(report.text), timex_phrase(timex)) for timex in reading.times),
        quantities=tuple(
            (one.span.cut(report.text), f"{bounds_phrase(one.low, one.high)} {one.unit or ''}".strip())
            for one in reading.quantities
        ),
        names=tuple(dict.fromkeys((name.canonical, name.kind.value) for name in reading.names)),
        stamp=reading.stamp,
    )


def _layers(reading: Reading) -> Iterable[_Layer]:
    for number, one in enumerate(reading.attributions, 1):
        who = attribution_phrase(reading, one)
        for role, spans in (("source", one.source), ("cue", one.cue), ("content", one.content)):
            yield from (_Layer(span=span, role=role, note=f"{number}: {who}", number=number) for span in spans)
    for timex in reading.times:
        yield _Layer(span=timex.span, role="time", note=timex_phrase(timex))
    for quantity in reading.quantities:
        told = f"{bounds_phrase(quantity.low, quantity.high)} {quantity.unit or ''}".strip()
        yield _Layer(span=quantity.span, role="quantity", note=told)
    for name in reading.names:
        yield _Layer(span=name.span, role="name", note=f"{name.canonical} ({name.kind.value})")


def _kind(report: Report, line: Span) -> str:
    for zone in report.zones:
        if zone.start < line.end and zone.end > line.start:
            return zone.kind.value
    return ZoneKind.BODY.value


def _stretches(text: str, line: Span, layers: Sequence[_Layer]) -> Iterable[Stretch]:
    """Cut a line wherever a layer begins or ends."""
    here = [layer for layer in layers if layer.span.start < line.end and layer.span.end > line.start]
    edges = {line.start, line.end}
    for layer in here:
        edges |= {max(layer.span.start, line.start), min(layer.span.end, line.end)}
    ordered = sorted(edges)
    for start, end in pairwise(ordered):
        over = [layer for layer in here if layer.span.start <= start and end <= layer.span.end]
        numbers = [layer.number for layer in over if layer.number is not None and layer.span.start == start]
        yield Stretch(
            text=text[start:end],
            roles=tuple(role for role in ROLES if any(layer.role == role for layer in over)),
            note="; ".join(dict.fromkeys(layer.note for layer in over)),
            number=numbers[0] if numbers else None,
        )
