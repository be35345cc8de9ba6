"""A report checked against a transcript, as text: each quotation with its class, and what the transcript does not hold."""

from collections import Counter

from stemma.model import Collation, Form, Integrity, Utterance, Wording
from stemma.views.cells import clean, clip, isolate
from stemma.views.index import Index, cut_all, index_of, letter_of, short_path, voice_name
from stemma.views.paper import Paper, entry, heading, warning
from stemma.views.phrases import integrity_phrase, is_altered, plural
from stemma.views.story_text import refusal_lines
from stemma.views.utterances_text import edit_phrases

CHECK_WORDS = {
    Integrity.NOT_IN_TRANSCRIPT: "not in the transcript",
    Integrity.VERBATIM: "word for word",
    Integrity.PUNCTUATION: "word for word but for marks, case or spelling",
    Integrity.FRAGMENT: "a part of what was said",
    Integrity.REWORDED_INSIDE_MARKS: "other words inside the marks",
    Integrity.PARAPHRASE_PUT_IN_MARKS: "marks round words that were not said so",
    Integrity.PARAPHRASE: "told in other words",
    Integrity.MARKS_REMOVED: "word for word, without marks",
    Integrity.TRIMMED_SILENTLY: "shortened, the cut not shown",
    Integrity.TRIMMED_MARKED: "shortened, the cut shown",
    Integrity.CLEANED_UP: "fillers and false starts taken out",
    Integrity.STITCHED: "separate remarks joined",
    Integrity.REATTRIBUTED: "given to somebody else",
    Integrity.TRANSLATED: "translated",
    Integrity.SOLE_WITNESS: "not in the transcript",
    Integrity.UNDECIDED: "undecided",
}


def check_to_text(collation: Collation, width: int = 80, colour: bool = False) -> str:
    """Give the check of a report against a transcript; the collation holds both.

    Wordings the transcript holds come first, altered ones before the others; the rest stands under its own heading.
    """
    index = index_of(collation)
    paper = Paper(width=max(40, width), colour=colour)
    held, missing = checked_wordings(index)
    lines = _head(index, paper, [wording for _, wording in held + missing])
    if held:
        lines += heading(paper, "Against the transcript")
        for utterance, wording in held:
            lines += _wording_lines(index, paper, utterance, wording)
    if missing:
        lines += heading(paper, "Not in the transcript (which may be partial)")
        for utterance, wording in missing:
            lines += _wording_lines(index, paper, utterance, wording, with_class=False)
    lines += refusal_lines(collation.refusals, paper)
    return "\n".join(lines) + "\n"


def checked_wordings(
    index: Index,
) -> tuple[list[tuple[Utterance, Wording]], list[tuple[Utterance, Wording]]]:
    """Give the reports' wordings in two lists: those that meet the transcript (altered first), and the rest."""
    transcripts = {report.id for report in index.collation.reports if report.form is Form.TRANSCRIPT}
    own = [
        (utterance, wording)
        for utterance in index.collation.utterances
        for wording in utterance.wordings
        if wording.report_id not in transcripts
    ]
    own.sort(key=lambda pair: (index.letters.get(pair[1].report_id, ""), pair[1].spans))
    held = [pair for pair in own if _meets(pair, transcripts)]
    held.sort(key=lambda pair: not is_altered(pair[1]))
    return held, [pair for pair in own if not _meets(pair, transcripts)]


def _meets(pair: tuple[Utterance, Wording], transcripts: set[str]) -> bool:
    utterance, wording = pair
    is_held = (
        any(one.report_id in transcripts for one in utterance.wordings) or wording.against_report_id in transcripts
    )
    return is_held and wording.integrity is not Integrity.NOT_IN_TRANSCRIPT


def _head(index: Index, paper: Paper, wordings: list[Wording]) -> list[str]:
    reports = [report for report in index.collation.reports if report.form is not Form.TRANSCRIPT]
    transcripts = [report for report in index.collation.reports if report.form is Form.TRANSCRIPT]
    names = ", ".join(f"{letter_of(index, report.id)} {clean(short_path(report))}" for report in reports)
    against = ", ".join(clean(short_path(report)) for report in transcripts) or "no transcript"
    lines = entry(paper, f"{names} against {against}: {plural(len(wordings), 'remark')}", "", "bold")
    counts = Counter(CHECK_WORDS[wording.integrity] for wording in wordings)
    for words, count in counts.most_common():
        lines += entry(paper, f"{count} {words}")
    return lines


def _wording_lines(
    index: Index, paper: Paper, utterance: Utterance, wording: Wording, with_class: bool = True
) -> list[str]:
    words = isolate(clip(clean(cut_all(index, wording.spans)), 400))
    name = isolate(clean(voice_name(index, utterance.voice_id)))
    shown = f"“{words}”" if wording.is_marked else words
    lines = entry(paper, f"{shown} ({name})", f"  {letter_of(index, wording.report_id)}  ")
    if not with_class:
        return lines
    said = integrity_phrase(index, wording, utterance)
    lines += warning(paper, said, "     ") if is_altered(wording) else entry(paper, said, "     ")
    edits = edit_phrases(index, wording)
    if edits:
        lines += entry(paper, "; ".join(edits), "       ")
    touched = ", ".join(wording.touches) if wording.touches else "nothing that turns the meaning"
    return lines + (entry(paper, f"touches: {touched}", "       ") if edits or wording.touches else [])
