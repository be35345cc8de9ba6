"""Many stories: the first are told whole, the others in brief, so that a screen and a browser can bear them."""

from collections.abc import Sequence
from dataclasses import dataclass

from stemma.model import Collation
from stemma.views.cells import clean, isolate, quoted
from stemma.views.index import index_of, letter_of, title_of
from stemma.views.paper import Paper, entry, ink, row
from stemma.views.phrases import count_phrase, plural
from stemma.views.story_text import folded, summary_lines, to_text, top_findings

WHOLE = 200  # reports whose stories are told whole: a page of them opens in seconds, one of 2,000 in minutes
BRIEF = 40  # further stories that the text tells in brief
LISTED = 12  # stories listed before the first is told
_NAMED, _MOST_NAMED = 8, 24  # reports of a story named in brief; where more are one text, these
_ONE_TEXT = "one-text"
_TEXTS = (_ONE_TEXT, "no-text-shared")  # findings on which reports are one


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """One story in brief."""

    number: int
    count: str
    lead: str | None
    texts: tuple[str, ...]
    reports: str
    findings: tuple[str, ...]


def count_whole(collations: Sequence[Collation]) -> int:
    """Give how many of the first stories are told whole: as long as they have few reports together, and one at least."""
    total = 0
    for place, collation in enumerate(collations):
        total += len(collation.reports)
        if place and total > WHOLE:
            return place
    return len(collations)


def brief_of(collation: Collation, number: int) -> Brief:
    """Give a story in brief: its count, what it is about, which reports are one text, their names, and its findings."""
    index, story = index_of(collation), collation.story
    lead = index.assertions.get(story.lead_assertion_id) if story.lead_assertion_id else None
    return Brief(
        number=number,
        count=count_phrase(story.count, len(story.report_ids)),
        lead=lead.gist if lead else None,
        texts=tuple(finding.text for finding in story.findings if finding.kind in _TEXTS),
        reports=_reports(collation),
        findings=tuple(finding.text for finding in top_findings(story)[0]),
    )


def stories_to_text(collations: Sequence[Collation], colour: bool = False) -> str:
    """Give several stories as text of 80 columns, each under its number; what is not told is counted."""
    whole, paper = count_whole(collations), Paper(width=80, colour=colour)
    parts = ["\n".join(_contents(collations, paper)) + "\n"]
    for number, collation in enumerate(collations[: whole + BRIEF], start=1):
        told = to_text(collation, colour=colour) if number <= whole else _brief_text(collation, paper)
        parts.append(f"Story {number} of {len(collations)}{' in brief' if number > whole else ''}\n{told}")
    rest = collations[whole + BRIEF :]
    if rest:
        most = max(len(one.reports) for one in rest)
        parts.append(f"And {plural(len(rest), 'more story')} of at most {plural(most, 'report')}.\n")
    if whole < len(collations):
        parts.append("\n".join(entry(paper, rest_phrase(whole), "")) + "\n")
    return "\n".join(parts)


def title_phrase(collations: Sequence[Collation]) -> str:
    """Give how many reports there are of how many stories."""
    reports = sum(len(collation.reports) for collation in collations)
    return f"{plural(reports, 'report')}, {plural(len(collations), 'story')}"


def _contents(collations: Sequence[Collation], paper: Paper) -> list[str]:
    """Give what each story is about, and which of its reports are one text, before any is told."""
    lines = [ink(paper, "bold", title_phrase(collations))]
    for number, collation in enumerate(collations[:LISTED], start=1):
        brief = brief_of(collation, number)
        about = f"{brief.count}   {quoted(brief.lead)}" if brief.lead else brief.count
        lines += row(paper, [f"{number}"], [3], about, "  ")
        for told in (*brief.texts, brief.reports):
            lines += entry(paper, isolate(clean(told)), "     ", "dim" if told is brief.reports else None)
    return lines + folded(paper, len(collations) - LISTED, "story")


def rest_phrase(whole: int) -> str:
    """Say which stories are told whole, and where all is told of the others."""
    told = "The first story is" if whole == 1 else f"The first {whole} stories are"
    return f"{told} told whole; --json has all of the others, and so has a comparison of their reports alone."


def _brief_text(collation: Collation, paper: Paper) -> str:
    index = index_of(collation)
    return "\n".join([*summary_lines(index, paper), *entry(paper, _reports(collation), "  ", "dim")]) + "\n"


def _reports(collation: Collation) -> str:
    """Name the first reports by letter and title; where some are one text, these before others."""
    index, reports = index_of(collation), collation.reports
    alike = {span.report_id for one in collation.story.findings if one.kind == _ONE_TEXT for span in one.spans}
    ranked = sorted(reports, key=lambda report: report.id not in alike)[: max(_NAMED, min(len(alike), _MOST_NAMED))]
    shown = sorted(ranked, key=reports.index)
    named = ", ".join(f"{letter_of(index, one.id)} {clean(title_of(index, one))}" for one in shown)
    return named + (f" and {len(reports) - len(shown)} more" if len(reports) > len(shown) else "")
