"""Quotations: which marked stretches are somebody's speech, and which are titles, names or scare quotes."""

import re
from typing import NamedTuple

from stemma.readings import subjects
from stemma.readings.sentence import Sentence
from stemma.text.marks import Marked

Range = tuple[int, int]  # tokens, the last excluded


class Opened(NamedTuple):
    """A quotation that a colon brings in: its speaker if the sentence names one, the colon, the content."""

    source: Range | None
    cue: Range
    content: Range


def is_pure_quotation(sentence: Sentence) -> bool:
    """Say that a sentence is nothing but words in marks, and enough of them to be speech."""
    if max(sentence.marks, default=-1) < 0:
        return False
    words = [place for place in range(len(sentence)) if sentence.is_word(place)]
    if len(words) < 2:
        return bool(words) and sentence.marks[words[0]] >= 0 and sentence.keys[-1] not in {":"}
    inside = sum(sentence.marks[place] >= 0 for place in words)
    return inside == len(words) or (
        sentence.marks[words[0]] >= 0 and inside == len(words) - 1 and sentence.keys[words[-1]] in {"and", "but"}
    )


_LABELLED = re.compile(
    r"\s(?:level|levels|tier|tiers|rank|band|degree|notch|threshold|step|setting|warning|status|alert|alerts|list|lists|category|code|phase|zone|zones|stage|grade|class|rating|policy|programme|program|"
    r"project|operation|campaign|movement|law|bill|act|rule|plan|scheme|award|show|series|film|album|song|magazine|brand|button|label|sign|"
    r"mode|tour|method|technique|model|theory|clause)s?\b"
)


def is_label(text: str, stretch: Marked) -> bool:
    """Say that marks hold a name that a noun right behind it explains ("the "deep amber" level"), and no speech.

    >>> from stemma.text.marks import marked
    >>> text = 'The "deep amber" level is "quite absurd".'
    >>> [is_label(text, stretch) for stretch in marked(text)]
    [True, False]
    """
    inner = text[stretch.inner_start : stretch.inner_end]
    return inner.count(" ") < 4 and inner[-1:].isalnum() and _LABELLED.match(text, stretch.end) is not None


def quotation_after_colon(sentence: Sentence) -> Opened | None:
    """Give the quotation that follows a colon in a sentence without a cue ("Orr was blunt: "No.")."""
    for place in range(1, len(sentence) - 1):
        if sentence.keys[place] != ":" or sentence.marks[place] >= 0 or sentence.marks[place + 1] < 0:
            continue
        mark = sentence.marks[place + 1]
        end = max(at for at in range(place + 1, len(sentence)) if sentence.marks[at] == mark) + 1
        if end - place < 5:
            return None
        return Opened(subjects.of_clause(sentence, place), (place, place + 1), (place + 1, end))
    return None
