"""A story as text: findings first, then what they rest on."""

from collections.abc import Sequence

from stemma.model import (
    Change,
    ChangeKind,
    Collation,
    Credit,
    CreditRole,
    Event,
    Finding,
    Form,
    Granularity,
    Refusal,
    Report,
    Story,
)
from stemma.views.cells import clean, clip, isolate, quoted, wrap
from stemma.views.claims_text import assertion_lines, conflict_lines
from stemma.views.index import (
    Index,
    cut,
    cut_all,
    headline_of,
    index_of,
    letter_of,
    letters_of,
    outlet_name,
    owner_phrase,
    voice_names,
)
from stemma.views.paper import Paper, entry, heading, ink, row, warning
from stemma.views.phrases import CHANGE_WORDS, count_phrase, denial_phrase, moment_phrase, plural
from stemma.views.provenances import amendment_phrase, citing_phrases, notice_words, outlet_phrases, provenance_phrase
from stemma.views.tree_text import stemma_lines
from stemma.views.utterances_text import utterance_lines

FINDINGS = 7  # DESIGN: at most seven, by weight
ALTERED, FEW = 12, 4  # alterations, and additions and omissions each, printed of one report
MOMENTS = 15  # entries of the timeline printed
PAIRS = 3  # reports of one text whose words are printed
FOLD = 40  # how many entries of one kind are printed before the rest is folded to a count


def to_text(collation: Collation, width: int = 80, colour: bool = False) -> str:
    """Give a story as text, no line over `width` cells (at least 40); ANSI colour only where asked."""
    index = index_of(collation)
    paper = Paper(width=max(40, width), colour=colour)
    parts = (
        summary_lines(index, paper),
        report_lines(index, paper),
        stemma_lines(index, paper),
        utterance_lines(index, paper),
        assertion_lines(index, paper),
        conflict_lines(index, paper),
        change_lines(index, paper),
        amendment_lines(index, paper),
        timeline_lines(index, paper),
        refusal_lines(collation.refusals, paper),
    )
    return "\n".join(line for part in parts for line in part) + "\n"


def summary_lines(index: Index, paper: Paper) -> list[str]:
    """Give the count with the lead assertion, and the findings."""
    story = index.collation.story
    lines = [ink(paper, "bold", line) for line in _opening(index, paper)]
    shown, rest = top_findings(story)
    for finding in shown:
        lines += warning(paper, finding.text) if finding.is_warning else entry(paper, finding.text)
        if finding.kind == "one-text":
            lines += _pairs(index, paper, finding)
    if rest:
        lines += entry(paper, f"and {plural(len(rest), 'further finding')}; --json and --html have all.", "  ", "dim")
    return lines


def _pairs(index: Index, paper: Paper, finding: Finding) -> list[str]:
    """Give the words that show that reports are one text, each with the letters of two that have them."""
    lines = []
    for left, right in zip(finding.spans[: 2 * PAIRS : 2], finding.spans[1::2], strict=False):
        letters = letters_of(index, [left.report_id, right.report_id])
        lines += entry(paper, f"{letters}: {quoted(clip(clean(cut(index, left)), 160))}", "    ", "dim")
    return lines


def _opening(index: Index, paper: Paper) -> list[str]:
    """Give the count and the lead assertion, on one line where there is room."""
    story = index.collation.story
    count, lead = count_phrase(story.count, len(story.report_ids)), _lead(index, story)
    if 2 * len(count) <= paper.width:
        return wrap(lead, paper.width, f"{count}   ", "    ")
    return wrap(count, paper.width, "", "    ") + (wrap(lead, paper.width, "    ") if lead else [])


def top_findings(story: Story) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Give the findings to show first, by weight, and the rest; the count itself stands over them and is left aside."""
    ranked = sorted((one for one in story.findings if one.kind != "count"), key=lambda finding: -finding.weight)
    return tuple(ranked[:FINDINGS]), tuple(ranked[FINDINGS:])


def _lead(index: Index, story: Story) -> str:
    lead = index.assertions.get(story.lead_assertion_id) if story.lead_assertion_id else None
    if lead is None:
        return ""
    names = [clean(name) for name in voice_names(index, lead.voice_ids)]
    voices = f" ({isolate(', '.join(names[:3]))})" if names else ""
    return f"{quoted(lead.gist)}{voices}{denial_phrase(lead)}"


def report_lines(index: Index, paper: Paper) -> list[str]:
    """Give each report with its letter, outlet, moment, credits and headline."""
    reports = index.collation.reports
    if not reports:
        return []
    lines = heading(paper, "Reports")
    for report in reports[:FOLD]:
        lines += _report_entry(index, paper, report)
    lines += folded(paper, len(reports) - FOLD, "report")
    return lines + [line for told in outlet_phrases(index)[:FOLD] for line in entry(paper, isolate(told))]


def folded(paper: Paper, count: int, noun: str) -> list[str]:
    """Give a line that says how many entries are not printed."""
    return (
        entry(paper, f"and {plural(count, f'more {noun}')}; --json and --html have all.", "  ", "dim")
        if count > 0
        else []
    )


def _report_entry(index: Index, paper: Paper, report: Report) -> list[str]:
    outlet = outlet_name(index, report)
    about = [
        f"{clean(outlet)}{owner_phrase(index, report)}" if outlet else "outlet unknown",
        moment_phrase(report.published, index),
    ]
    about += credits_of(report) or ("credits nobody",)
    about += citing_phrases(index, report)
    if report.form is Form.TRANSCRIPT:
        about = [about[0], about[1], "transcript: taken as what was said"]
    sign = letter_of(index, report.id)
    lines = row(paper, [sign], [max(3, len(sign) + 1)], clean(report.path or report.url or "(no path)"), "  ")
    lines += entry(paper, "; ".join(about), "     ")
    told = [one for one in index.collation.provenances if one.report_ids == (report.id,)]
    if told and (phrase := provenance_phrase(index, told[0])):
        lines += entry(paper, isolate(phrase), "     ")
    return lines + entry(paper, isolate(clip(clean(headline_of(report)), 200)), "     ", "dim")


def credit_phrases(found: Sequence[Credit]) -> tuple[str, ...]:
    """Give each credit once: "credits Northwire (agency)"."""
    return tuple(dict.fromkeys(map(_credit_phrase, found)))


def credits_of(report: Report) -> tuple[str, ...]:
    """Give a report's credits but for that of its own outlet, which stands beside them anyway."""
    return credit_phrases([one for one in report.credits if one.role is not CreditRole.OUTLET])


def _credit_phrase(credit: Credit) -> str:
    name = isolate(clean(credit.name))
    return f"by {name}" if credit.role is CreditRole.CONTRIBUTOR else f"credits {name} ({credit.role.value})"


def change_lines(index: Index, paper: Paper) -> list[str]:
    """Give what each report added, dropped or altered against another."""
    changes = index.collation.stemma.changes
    if not changes:
        return []
    lines = heading(paper, "Added, dropped, altered")
    for pair, group in grouped_changes(changes).items():
        beside = f" against {letter_of(index, pair[1])}" if pair[0] != pair[1] else " in itself"
        lines += entry(paper, f"{letter_of(index, pair[0])}{beside}", "  ", "name")
        shown = _telling_changes(group)
        for change in shown:
            lines += row(paper, [f"{CHANGE_WORDS[change.kind]} "], [18], change_phrase(index, change), "    ")
        lines += folded(paper, len(group) - len(shown), "change")
    return lines


def amendment_lines(index: Index, paper: Paper) -> list[str]:
    """Give what outlets corrected in their own reports, with the notice, and who has which wording."""
    amendments = index.collation.amendments
    if not amendments:
        return []
    lines = heading(paper, "Corrections")
    for one in amendments[:FOLD]:
        sign = letter_of(index, one.report_id)
        lines += row(paper, [sign], [max(3, len(sign) + 1)], isolate(clean(amendment_phrase(index, one))), "  ")
        if one.notice:
            lines += entry(paper, quoted(notice_words(index, one)), "     ", "dim")
    return lines + folded(paper, len(amendments) - FOLD, "correction")


def _telling_changes(group: Sequence[Change]) -> list[Change]:
    """Give the alterations, and the first few additions and omissions each."""
    kinds = (ChangeKind.ADDED, ChangeKind.DROPPED)
    shown = [change for change in group if change.kind not in kinds][:ALTERED]
    for kind in kinds:
        shown += [change for change in group if change.kind is kind][:FEW]
    return shown


def grouped_changes(changes: Sequence[Change]) -> dict[tuple[str, str], list[Change]]:
    """Give the changes by (report, against), alterations before additions and omissions."""
    groups: dict[tuple[str, str], list[Change]] = {}
    late = (ChangeKind.ADDED, ChangeKind.DROPPED)
    for change in sorted(changes, key=lambda one: one.kind in late):
        groups.setdefault((change.report_id, change.against_report_id), []).append(change)
    return groups


def change_phrase(index: Index, change: Change) -> str:
    """Give a change in the words of the texts; its own note where it has one, and what was moved."""
    if change.note:
        moved = cut_all(index, change.after) if change.kind is ChangeKind.MOVED else ""
        return isolate(clean(change.note)) + (f": {quoted(clip(moved, 90))}" if moved else "")
    before, after = cut_all(index, change.before), cut_all(index, change.after)
    if before and after:
        return f"{quoted(clip(before, 160))} → {quoted(clip(after, 160))}"
    return quoted(clip(before or after, 300))


EVENT_WORDS = {"published": "this report was published", "told": "told without words"}


def timeline_parts(timeline: Sequence[Event]) -> tuple[list[Event], list[Event]]:
    """Give what is known to the day or better, with what was published, and the rest; all where nothing is known so well."""
    coarse = (Granularity.MONTH, Granularity.QUARTER, Granularity.YEAR)
    rest = [one for one in timeline if one.kind != "published" and one.moment.granularity in coarse]
    dated = [one for one in timeline if one not in rest]
    return (dated, rest) if dated else (rest, [])


def timeline_lines(index: Index, paper: Paper) -> list[str]:
    """Give what happened when as told, and when each report told it."""
    timeline = index.collation.timeline
    if not timeline:
        return []
    lines = heading(paper, "Timeline")
    for event in timeline_parts(timeline)[0][:MOMENTS]:
        when = moment_phrase(event.moment, index)
        words = event.text or EVENT_WORDS.get(event.kind, event.kind)
        told = f"{letter_of(index, event.report_id)}  {isolate(clip(clean(words), 160))}"
        if len(when) > 18:
            lines += [*entry(paper, when), *entry(paper, told, " " * 22)]
        else:
            lines += row(paper, [when], [20], told, "  ")
    return lines + folded(paper, len(timeline) - min(MOMENTS, len(timeline_parts(timeline)[0])), "entry")


def refusal_lines(refusals: Sequence[Refusal], paper: Paper) -> list[str]:
    """Give what was not read or not judged, and why."""
    if not refusals:
        return []
    lines = heading(paper, f"Not read or not judged ({len(refusals)})")
    for refusal in refusals[:FOLD]:
        lines += entry(paper, f"{isolate(clean(refusal.subject))}: {isolate(clean(refusal.reason))}", "  - ")
    return lines + folded(paper, len(refusals) - FOLD, "refusal")
