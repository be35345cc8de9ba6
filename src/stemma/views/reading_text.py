"""One report's reading as text: the report, its voices, who says what, times, numbers and names."""

from collections.abc import Sequence

from stemma.model import Attribution, Reading, Report, Span, Stance
from stemma.views.cells import clean, clip, isolate, quoted
from stemma.views.index import headline_of, joined
from stemma.views.paper import Paper, entry, heading, row
from stemma.views.phrases import moment_phrase, plural, timex_phrase
from stemma.views.statements import Statements
from stemma.views.story_text import credit_phrases, refusal_lines

STANCE_WORDS = {
    Stance.ASSERTS: "",
    Stance.DENIES: "denies it",
    Stance.DECLINES: "declined to comment",
    Stance.ASKS: "asks",
    Stance.UNVERIFIED: "could not be verified",
}


def reading_to_text(report: Report, reading: Reading, width: int = 80, colour: bool = False) -> str:
    """Give one report's reading as text, no line over `width` cells (at least 40); ANSI colour only where asked."""
    paper = Paper(width=max(40, width), colour=colour)
    parts = (
        _head(report, reading, paper),
        _credits(report, paper),
        _voices(Statements(report, reading), paper),
        _attributions(Statements(report, reading), paper),
        _citations(report, reading, paper),
        _own_account(report, reading, paper),
        _times(report, reading, paper),
        _quantities(report, reading, paper),
        _names(reading, paper),
        refusal_lines(reading.refusals, paper),
    )
    return "\n".join(line for part in parts for line in part) + "\n"


def words_of(report: Report, spans: Sequence[Span]) -> str:
    """Give the words of spans on one line, an ellipsis where words stand between them."""
    return joined(report.text, spans)


def voice_names(reading: Reading) -> dict[str, str]:
    """Give the names of a reading's voices by id."""
    return {voice.id: voice.name for voice in reading.voices}


def attribution_phrase(reading: Reading, attribution: Attribution) -> str:
    """Give who says it, by way of whom, and how: "Ilsa Brandt, indirect, via Coast Radio"."""
    names = voice_names(reading)
    name = names.get(attribution.voice_id, "nobody named") if attribution.voice_id else "nobody named"
    about = [name, attribution.manner.value]
    if attribution.via:
        about.append(f"by way of {names.get(attribution.via, 'another')}")
    if STANCE_WORDS[attribution.stance]:
        about.append(STANCE_WORDS[attribution.stance])
    return ", ".join(about)


def _head(report: Report, reading: Reading, paper: Paper) -> list[str]:
    lines = entry(paper, isolate(clip(clean(headline_of(report)), 300)), "", "bold")
    lines += entry(paper, clean(report.path or report.url or "(no path)"), "  ")
    about = [f"published {moment_phrase(report.published)}"] if report.published else ["no date of publication"]
    about += credit_phrases(report.credits) or ("credits nobody",)
    about.append(f"language {clean(report.language)}" if report.language else "language not known")
    lines += entry(paper, "; ".join(about), "  ")
    counts = (
        (len(reading.voices), "voice"),
        (len(reading.attributions), "attribution"),
        (len(reading.claims), "claim"),
    )
    return lines + entry(paper, ", ".join(plural(number, noun) for number, noun in counts), "  ")


def _credits(report: Report, paper: Paper) -> list[str]:
    """Give each credit with its role and the line that shows it."""
    lines = heading(paper, "Credits") if report.credits else []
    for credit in report.credits:
        shown = _line_at(report.text, credit.start) if credit.start >= 0 else "in the page's markup"
        told = f"{isolate(clean(credit.name))}: {quoted(clip(shown, 100)) if credit.start >= 0 else shown}"
        lines += row(paper, [credit.role.value], [13], told, "  ")
    return lines


def _citations(report: Report, reading: Reading, paper: Paper) -> list[str]:
    """Give each newsroom that the prose cites, as what, and the words around it."""
    lines = heading(paper, "Newsrooms cited") if reading.citations else []
    for citation in reading.citations:
        around = Span(report.id, max(0, citation.span.start - 40), citation.span.end)
        told = f"{isolate(clean(citation.name))}: {quoted('…' + clean(around.cut(report.text)))}"
        lines += row(paper, [citation.kind.value], [13], told, "  ")
    return lines


def _line_at(text: str, offset: int) -> str:
    """Give the line of a place in a text, from at most sixty characters before it on."""
    start, end = max(text.rfind("\n", 0, offset) + 1, offset - 60), text.find("\n", offset)
    return clean(text[start : end if end >= 0 else len(text)])


def _voices(statements: Statements, paper: Paper) -> list[str]:
    """Give who speaks: by which other names, how often, how sure, and when."""
    voices = statements.reading.voices
    lines = heading(paper, "Voices") if voices else []
    for voice in voices:
        named = plural(len(voice.named_in), "mention")
        lines += entry(paper, f"{isolate(clean(voice.name))} ({voice.kind.value}; {named})")
        if forms := statements.forms(voice):
            lines += entry(paper, isolate("also " + ", ".join(quoted(form) for form in forms)), "    ", "dim")
        if does := statements.does(voice):
            lines += entry(paper, isolate(does), "    ", "dim")
    return lines


def _attributions(statements: Statements, paper: Paper) -> list[str]:
    report, reading = statements.report, statements.reading
    lines = heading(paper, "Who says what") if reading.attributions else []
    for attribution in reading.attributions:
        lines += entry(paper, isolate(clean(attribution_phrase(reading, attribution))), "  ", "name")
        lines += entry(paper, isolate(clean(words_of(report, attribution.content))), "    ")
        shown = [clean(words_of(report, spans)) for spans in (attribution.source, attribution.cue) if spans]
        if shown:
            lines += entry(paper, isolate(f"shown by: {' / '.join(shown)}"), "    ", "dim")
        for name, told in (("when", statements.when(attribution)), ("how sure", statements.how_sure(attribution))):
            lines += entry(paper, isolate(f"{name}: {told}"), "    ", "dim") if told else []
    return lines


def _own_account(report: Report, reading: Reading, paper: Paper) -> list[str]:
    own = [claim for claim in reading.claims if claim.attribution_id is None]
    lines = heading(paper, "Told on the newsroom's own account") if own else []
    for claim in own:
        told = [] if claim.certainty.value == "stated" else [claim.certainty.value]
        told += dict.fromkeys(scope.span.cut(report.text).lower() for scope in claim.scopes)
        sure = f" ({clean(', '.join(told))})" if told else ""
        lines += entry(paper, isolate(clean(words_of(report, claim.spans))) + sure, "  - ")
    return lines


def _times(report: Report, reading: Reading, paper: Paper) -> list[str]:
    lines = heading(paper, "Times") if reading.times else []
    for timex in reading.times:
        lines += row(
            paper, [quoted(clip(timex.span.cut(report.text), 24)) + " "], [28], clean(timex_phrase(timex)), "  "
        )
    return lines


def _quantities(report: Report, reading: Reading, paper: Paper) -> list[str]:
    lines = heading(paper, "Numbers") if reading.quantities else []
    for quantity in reading.quantities:
        rough = "about " if quantity.is_approximate else ""
        told = f"{rough}{bounds_phrase(quantity.low, quantity.high)} {clean(quantity.unit or '')}"
        lines += row(paper, [quoted(clip(quantity.span.cut(report.text), 24)) + " "], [28], told, "  ")
    return lines


def bounds_phrase(low: float | None, high: float | None) -> str:
    """Give the bounds of a quantity in words.

    >>> bounds_phrase(6, None), bounds_phrase(2, 2), bounds_phrase(None, 9.5), bounds_phrase(2, 3)
    ('at least 6', '2', 'at most 9.5', '2 to 3')
    """
    if low is None and high is None:
        return "some"
    if low is None or high is None:
        return f"at most {_figure(high)}" if low is None else f"at least {_figure(low)}"
    return _figure(low) if low == high else f"{_figure(low)} to {_figure(high)}"


def _figure(number: float | None) -> str:
    """Give a number in digits, no power of ten.

    >>> _figure(1.2e12), _figure(1 / 3), _figure(6.0)
    ('1,200,000,000,000', '0.333', '6')
    """
    number = number or 0.0
    return f"{number:,.0f}" if number == int(number) else f"{number:,.3f}".rstrip("0").rstrip(".")


def _names(reading: Reading, paper: Paper) -> list[str]:
    known = dict.fromkeys((name.canonical, name.kind.value) for name in reading.names)
    if not known:
        return []
    told = "; ".join(f"{isolate(clean(canonical))} ({kind})" for canonical, kind in known)
    return heading(paper, "Names") + entry(paper, told)
