"""The turns of a text: paragraphs that begin with a speaker's label, and how much of the text's words they hold."""

import re
from collections import Counter
from typing import NamedTuple

from stemma.reports.datelines import is_city
from stemma.reports.paragraphs import Paragraph

_TIMESTAMP = r"(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?[\])]?\s*[-–—]?\s*|>>\s*)?"
_NAME_WORD = r"(?:[A-ZÀ-ÖØ-Þ][\w.'’-]*|of|the|de|van|von|bin|al|el|and|for|\#?\d{1,2})"
_LABEL = re.compile(
    rf"{_TIMESTAMP}(?P<name>[A-ZÀ-ÖØ-Þ][\w.'’-]*(?:,?\s{_NAME_WORD}){{0,7}}(?:\s?[(\[][^()\[\]:]{{1,60}}[)\]])?)\s?:(?=\s|"
    rf"$)"
)
_QUESTION = re.compile(r"(?P<name>[QA])(?:[.:]|\s{2,}|\t|\s(?=[A-Z(“\"]))(?=\s?)")
_OFFICE = re.compile(r"(?i)the (?:president|speaker|chair|secretary|prime|vice|clerk|court|moderator|host|interviewer)")
_NO_SPEAKERS = frozenset(
    "note notes editor's update updated correction corrections clarification photo photos image images "
    "credit named read related watch also caption tags topics contact follow published date time "
    "location title subject "
    "summary background analysis opinion video gallery more see what why how who when where here this "
    "that the key breaking live exclusive warning disclaimer fact claim verdict rating example step tip "
    "listen download phone email tel fax website web price cost total score result results winner pros cons bottom "
    "copyright link url sources according but and so yet first second third finally".split()
)
_ENDS = re.compile(r"[.?!…][\s\"”’')\]]*$")
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")
_SPOKEN = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]urs?|[Yy]ours?|[Mm]e|[Uu]s|[Ll]et[’']s)\b")
_NARRATES = re.compile(r"\b(?:said|says|told|added|asked|replied|according to|declined)\b")
_SPOKEN_SHARE = 1 / 3  # of the paragraphs after a label, those that speak of "I", "we", "you"
_NARRATED_SHARE = 0.5  # of the paragraphs after a label, those that tell who said what


class Turn(NamedTuple):
    """A paragraph that begins with a speaker's label: its number, the label, where the speech begins."""

    number: int
    name: str
    speech_start: int


def find_turn(text: str, paragraph: Paragraph, number: int) -> Turn | None:
    """Read a paragraph as a speaker's turn; None where it begins with no label, or with one of a page's own.

    >>> line = "Governor Jane Roe: It rained."
    >>> find_turn(line, Paragraph(0, len(line), False), 0)
    Turn(number=0, name='Governor Jane Roe', speech_start=18)
    """
    line = text[paragraph.start : min(paragraph.end, paragraph.start + 160)]
    match = _LABEL.match(line) or _QUESTION.match(line)
    if match is None:
        return None
    name = match.group("name")
    if not _may_speak(name) and not name.isupper():
        return None
    return Turn(number, " ".join(name.split()), paragraph.start + match.end())


def _may_speak(name: str) -> bool:
    """Say whether a label is none of those that pages put before facts and notes."""
    return re.split(r"[\s,’']", name.lower())[0] not in _NO_SPEAKERS or _OFFICE.match(name) is not None


def share_after(text: str, found: list[Paragraph], first: int) -> float:
    """Give the share (0 to 1) of a text's words that stand in paragraph `first` or after it, the first line not counted."""
    counted = [len(text[one.start : one.end].split()) for one in found]
    return sum(counted[first:]) / max(1, sum(counted[min(1, first) :]))


def held_share(text: str, found: list[Paragraph], turns: list[Turn]) -> float:
    """Give the share (0 to 1) of a text's words that speakers surely say, one of them more than once; 0: nobody comes back.

    The paragraphs under a turn are its speaker's where they speak of "I", "we" or "you", and few tell who said what: a
    headline "Roe: It rained" that stands over a report holds nothing of the report. The first line is not counted.
    """
    named = [turn for turn in turns if _may_speak(turn.name) and not is_city(turn.name)]
    said = {(turn.name, text[turn.speech_start : found[turn.number].end].strip()) for turn in named}
    counts = Counter(name for name, _ in said)
    finished = sum(_ENDS.search(speech) is not None for _, speech in said)
    if max(counts.values(), default=0) < 2 or finished < 0.5 * len(said):
        return 0.0
    ends = [*(turn.number for turn in named[1:]), len(found)]
    held = sum(_held_words(text, found, turn, end, set(counts)) for turn, end in zip(named, ends, strict=True))
    counted = sum(len(text[one.start : one.end].split()) for one in found[min(1, named[0].number) :])
    return held / max(1, counted)


def _held_words(text: str, found: list[Paragraph], turn: Turn, end: int, names: set[str]) -> int:
    """Count the words of a turn and of the paragraphs under it that go on with it."""
    own = len(text[found[turn.number].start : found[turn.number].end].split())
    under = [text[one.start : one.end] for one in found[turn.number + 1 : end]]
    if not under:
        return own
    surnames = {re.split(r"\s*[,(\[]", name)[0].split()[-1] for name in names}
    bare = [_QUOTED.sub(" ", line) for line in under]
    spoken = sum(_SPOKEN.search(line) is not None for line in bare)
    narrated = sum(
        _NARRATES.search(line) is not None and any(name in line.split() for name in surnames) for line in bare
    )
    is_speech = spoken >= _SPOKEN_SHARE * len(under) and narrated < _NARRATED_SHARE * len(under)
    return own + sum(len(line.split()) for line in under) if is_speech else own
