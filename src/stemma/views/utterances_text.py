"""What was said, in every wording, as text."""

from stemma.model import Utterance, Wording
from stemma.views.cells import clean, clip, isolate
from stemma.views.differences import word_edit
from stemma.views.index import Index, cut_all, letter_of, voice_name
from stemma.views.paper import Paper, entry, heading, row, warning
from stemma.views.phrases import best_phrase, edit_phrase, integrity_phrase, is_altered, plural

SHOWN = 10  # remarks printed that are altered or that several reports have; the rest is folded to a count
ALONE = 4  # remarks printed where no two reports have one
EDITS = 6  # edits printed of one wording


def utterance_lines(index: Index, paper: Paper) -> list[str]:
    """Give the utterances that are altered, then those of most reports; what one report alone has is counted."""
    utterances = ranked_utterances(index)
    if not utterances:
        return []
    shown = [one for one in utterances if is_telling(one)][:SHOWN] or utterances[:ALONE]
    lines = heading(paper, "What was said")
    for utterance in shown:
        lines += one_utterance(index, paper, utterance)
    rest = len(utterances) - len(shown)
    if rest:
        lines += entry(paper, f"and {plural(rest, 'more remark')}; --json and --html have all.", "  ", "dim")
    return lines


def ranked_utterances(index: Index) -> list[Utterance]:
    """Give the utterances by what an editor should see first: altered, then widely told; else in the given order."""
    return sorted(
        index.collation.utterances,
        key=lambda one: (not any(is_altered(wording) for wording in one.wordings), -_spread(one)),
    )


def is_telling(utterance: Utterance) -> bool:
    """Say whether several reports have a remark, or one has it altered."""
    return _spread(utterance) > 1 or any(map(is_altered, utterance.wordings))


def _spread(utterance: Utterance) -> int:
    return len({wording.report_id for wording in utterance.wordings})


def one_utterance(index: Index, paper: Paper, utterance: Utterance) -> list[str]:
    """Give one utterance: its voice, its words as first given, and each report's wording."""
    lines = entry(paper, isolate(clean(voice_name(index, utterance.voice_id))), "  ", "name")
    if best := best_phrase(index, utterance):
        lines += entry(paper, best, "    ", "dim")
    for wording in utterance.wordings:
        lines += _wording_lines(index, paper, utterance, wording)
    return lines


def _wording_lines(index: Index, paper: Paper, utterance: Utterance, wording: Wording) -> list[str]:
    words = isolate(clip(clean(cut_all(index, wording.spans)), 600))
    shown = f"“{words}”" if wording.is_marked else words
    lines = row(paper, [letter_of(index, wording.report_id)], [3], shown, "    ")
    said = integrity_phrase(index, wording, utterance)
    lines += warning(paper, said, "       ") if is_altered(wording) else entry(paper, said, "       ", "dim")
    edits = edit_phrases(index, wording)
    if edits:
        more = f"; {len(edits) - EDITS} more" if len(edits) > EDITS else ""
        lines += entry(paper, "; ".join(edits[:EDITS]) + more, "         ")
    if wording.touches:
        lines += entry(paper, f"touches: {', '.join(wording.touches)}", "         ")
    return lines


def edit_phrases(index: Index, wording: Wording) -> list[str]:
    """Give the edits of a wording as phrases of whole words, in text order."""
    against = index.reports.get(wording.against_report_id) if wording.against_report_id else None
    after = cut_all(index, wording.spans)
    edits = [word_edit(edit, against.text, after) if against else edit for edit in wording.edits]
    phrases = [isolate(clean(edit_phrase(edit))) for edit in sorted(edits, key=lambda edit: (edit.start, edit.end))]
    return list(dict.fromkeys(phrases))
