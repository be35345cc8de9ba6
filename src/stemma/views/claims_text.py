"""Claims against reports, as text: contested and altered ones first, the rest folded to a count."""

from stemma.model import Assertion
from stemma.views.cells import clean, clip, isolate
from stemma.views.index import Index, letters_of, voice_names
from stemma.views.matrix import CELL_SIGNS, cell_of, conflict_phrases, is_contested, is_plain, ranked_assertions
from stemma.views.paper import Paper, entry, heading, row, warning
from stemma.views.phrases import count_phrase, denial_phrase, plural
from stemma.views.provenances import circle_phrases, first_phrase

COLUMNS = 12  # more reports than this are given by letter instead of a matrix
SHOWN = 10  # assertions printed; the rest is folded to a count


def assertion_lines(index: Index, paper: Paper) -> list[str]:
    """Give the matrix of assertions and reports."""
    ranked = ranked_assertions(index)
    if not ranked:
        return []
    shown = [one for one in ranked if is_contested(index, one) or one.count.reports > 1][:SHOWN] or ranked[:3]
    as_matrix = len(index.reports) <= COLUMNS
    lines = heading(paper, "Who has which claim")
    if as_matrix:
        lines += entry(paper, "x: has it; !: has it otherwise; .: has it not", "  ", "dim")
        lines += ["     " + " ".join(index.letters.values())]
    for assertion in shown:
        lines += _matrix_row(index, paper, assertion) if as_matrix else _letters_row(index, paper, assertion)
        lines += _below(index, paper, assertion)
    rest = len(ranked) - len(shown)
    if rest:
        lines += entry(paper, f"and {plural(rest, 'further claim')}; --json and --html have all.", "  ", "dim")
    return lines


def _matrix_row(index: Index, paper: Paper, assertion: Assertion) -> list[str]:
    cells = " ".join(CELL_SIGNS[cell_of(index, assertion, report_id)] for report_id in index.letters)
    return row(paper, [cells], [len(cells) + 2], isolate(clip(clean(assertion.gist), 240)), "     ")


def _letters_row(index: Index, paper: Paper, assertion: Assertion) -> list[str]:
    letters = letters_of(index, [claim.report_id for claim in assertion.claims])
    mark = "  ! " if is_contested(index, assertion) else "    "
    return entry(paper, f"{isolate(clip(clean(assertion.gist), 240))}  [{letters}]", mark)


def _below(index: Index, paper: Paper, assertion: Assertion) -> list[str]:
    indent = " " * (7 + 2 * len(index.letters) - 1 if len(index.reports) <= COLUMNS else 6)
    voices = [clean(name) for name in voice_names(index, assertion.voice_ids)]
    by = f" ({isolate(', '.join(voices[:3]))})" if voices else ""
    lines = entry(paper, count_phrase(assertion.count) + by + denial_phrase(assertion), indent, "dim")
    if first := first_phrase(index, assertion):
        lines += entry(paper, isolate(first), indent, "dim")
    for told in circle_phrases(index, assertion):
        lines += entry(paper, isolate(told), indent)
    for question in assertion.would_settle[:2]:
        lines += entry(paper, f"would settle it: {isolate(clean(question))}", indent, "dim")
    return lines


def conflict_lines(index: Index, paper: Paper) -> list[str]:
    """Give where claims of one assertion do not agree."""
    conflicts = [conflict for assertion in ranked_assertions(index) for conflict in assertion.conflicts]
    if not conflicts:
        return []
    lines = heading(paper, "Where they do not agree")
    plain = [conflict for conflict in conflicts if is_plain(conflict)]
    for phrase in conflict_phrases(index, plain):
        lines += warning(paper, isolate(clean(phrase)))
    for phrase in conflict_phrases(index, [conflict for conflict in conflicts if conflict not in plain]):
        lines += entry(paper, isolate(clean(phrase)), "    ")
    return lines
