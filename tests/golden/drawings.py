"""Plain drawings of a collation that a journalist can read: the tree, the utterances, the lines."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from tests.golden.truths import Told

from stemma.model import Utterance

WIDTH = 110


def shortened(words: str) -> str:
    """Give words on one line, cut in the middle where they are long.

    >>> len(shortened("word " * 100)) <= WIDTH
    True
    """
    line = " ".join(words.split())
    return line if len(line) <= WIDTH else f"{line[: WIDTH - 30].rstrip()} ... {line[-24:].lstrip()}"


def verdict(probability: float) -> str:
    """Say how sure a derivation is, in the words of the scale.

    >>> verdict(0.97), verdict(0.85), verdict(0.5)
    ('has its text from', 'probably has its text from', 'undecided: perhaps from')
    """
    if probability >= 0.95:
        return "has its text from"
    return "probably has its text from" if probability >= 0.8 else "undecided: perhaps from"


def draw_tree(told: Told) -> str:
    """Draw who has whose text, one line for each derivation, and what each report changed."""
    lines = []
    for name in sorted(told.ids):
        lines.append(name)
        own = [one for one in told.collation.stemma.derivations if told.names[one.report_id] == name]
        rows = {
            f"  {verdict(one.probability)} {told.node(one.exemplar_id)} ({one.kind}, direction {one.direction})"
            if one.kind.value in {"copied", "edited", "rewritten", "siblings", "undecided"}
            else f"  {one.kind} with {told.node(one.exemplar_id)}"
            for one in own
        }
        lines += sorted(rows) or ["  its own text"]
        changes = [one for one in told.collation.stemma.changes if told.names[one.report_id] == name]
        lines += sorted(
            f"  {one.kind} against {told.names[one.against_report_id]}: {shortened(one.note)}" for one in changes
        )
    return "\n".join(lines) + "\n"


def first_place(told: Told, utterance: Utterance) -> tuple[str, int, int]:
    """Give where an utterance stands first: a file's name and an offset."""
    return min((told.names[one.report_id], one.spans[0].start, one.spans[-1].end) for one in utterance.wordings)


def draw_utterances(told: Told) -> str:
    """Draw each thing said in every wording that the reports give it."""
    lines = []
    for utterance in sorted(told.collation.utterances, key=lambda one: first_place(told, one)):
        lines.append(told.voices.get(utterance.voice_id or "", "nobody named"))
        for wording in sorted(utterance.wordings, key=lambda one: (told.names[one.report_id], one.spans)):
            touches = f", touches {', '.join(wording.touches)}" if wording.touches else ""
            marks = "in marks" if wording.is_marked else "no marks"
            lines.append(f"  {told.names[wording.report_id]}: {wording.integrity} ({marks}{touches})")
            lines.append(f"    {shortened(told.words(*wording.spans))}")
    return "\n".join(lines) + "\n"


def range_of(least: int, most: int, word: str) -> str:
    """Give a range with its word.

    >>> range_of(1, 1, "line"), range_of(1, 3, "voice")
    ('1 line', '1-3 voices')
    """
    number = str(least) if least == most else f"{least}-{most}"
    return f"{number} {word}" + ("" if number == "1" else "s")


def draw_lines(told: Told) -> str:
    """Draw the story's count, and what each assertion of two reports or more rests on."""
    lines = []
    lead = told.collation.story.lead_assertion_id
    shared = [one for one in told.collation.assertions if one.count.reports > 1 or one.id == lead]
    for one in sorted(shared, key=lambda one: (one.id != lead, -one.count.reports, one.gist, str(one.count))):
        count = one.count
        parts = (
            f"{count.reports} report{'s' if count.reports != 1 else ''}",
            range_of(count.lines_min, count.lines_max, "line"),
            range_of(count.voices_min, count.voices_max, "voice"),
        )
        lines.append(f"{', '.join(parts)}: {shortened(one.gist)}{' (lead)' if one.id == lead else ''}")
        lines += sorted(
            f"  line: {', '.join(sorted(told.names[key] for key in line.report_ids))}" for line in one.lines
        )
        lines += [f"  conflict of {conflict.kind}: {shortened(conflict.note)}" for conflict in one.conflicts]
    return "\n".join(lines) + "\n"


DRAWINGS: Mapping[str, Callable[[Told], str]] = MappingProxyType(
    {"tree.txt": draw_tree, "utterances.txt": draw_utterances, "lines.txt": draw_lines}
)
