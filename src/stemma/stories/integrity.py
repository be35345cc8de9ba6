"""Whether a wording is what was said: the class comes from the edits and what they touch, never from a likeness score.

The classes and their order: the design's scale from `not-in-transcript` to `verbatim`; each is decided by what was left out,
put in or exchanged between the wording it is judged by and this one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from stemma.model import Edit, EditKind, Integrity
from stemma.stories.pieces import Piece
from stemma.text.align import aligned
from stemma.text.words import Word

_FILLERS = frozenset(
    [
        "um",
        "uh",
        "er",
        "ah",
        "eh",
        "hmm",
        "well",
        "like",
        "so",
        "okay",
        "ok",
        "right",
        "yeah",
        "oh",
        "you",
        "know",
        "i",
        "mean",
        "sort",
        "kind",
        "of",
        "and",
        "but",
        "look",
    ]
)
_LEAST_ALIGNED = 0.34
_PURE_FILLERS = frozenset("um uh er ah eh hmm oh".split())
_AGREEMENT = frozenset(
    ["is", "are", "was", "were", "has", "have", "do", "does", "don't", "doesn't", "there's", "there're", "it's"]
)
_TOUCHES = {
    "polarity": frozenset("not no never nor neither without none nothing nobody cannot".split()),
    "certainty": frozenset(
        [
            "may",
            "might",
            "could",
            "can",
            "will",
            "would",
            "if",
            "once",
            "unless",
            "probably",
            "possibly",
            "perhaps",
            "likely",
            "unlikely",
            "maybe",
            "certainly",
            "surely",
            "definitely",
            "believe",
            "believes",
            "think",
            "thinks",
            "suspect",
            "allegedly",
            "apparently",
            "reportedly",
            "seems",
            "appears",
        ]
    ),
    "modality": frozenset("must should shall ought need needs have to".split()) - {"to", "have"},
    "scope": frozenset(
        ["all", "some", "every", "most", "many", "few", "any", "only", "both", "several", "each", "always"]
    ),
    "date": frozenset(
        [
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "january",
            "february",
            "march",
            "april",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "today",
            "yesterday",
            "tomorrow",
            "tonight",
        ]
    ),
}
_NUMBERS = frozenset(
    [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
        "hundred",
        "thousand",
        "million",
        "billion",
        "dozen",
        "half",
        "third",
        "quarter",
        "double",
        "twice",
        "twofold",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How one wording differs from another: the edits, what they touch, and the class that the words alone give."""

    edits: tuple[Edit, ...]
    touches: tuple[str, ...]
    integrity: Integrity
    share: float


@dataclass(frozen=True, slots=True)
class _Gap:
    """A place where two wordings part: word ranges left out and put in."""

    left: tuple[int, int]
    right: tuple[int, int]


def differ(before: Sequence[Piece], after: Sequence[Piece]) -> Difference:
    """Compare a wording (after) with the one it is judged by (before); both are the pieces of one report each.

    Words of `before` ahead of the first and behind the last equal word are not counted as left out: whoever quotes chooses where
    to begin. The class is that of a wording in marks; it says nothing about marks.
    """
    left = [(word, piece) for piece in before for word in piece.words]
    right = [(word, piece) for piece in after for word in piece.words]
    left_words, right_words = [word for word, _ in left], [word for word, _ in right]
    pairs = aligned(left_words, right_words)
    met = _met(pairs, right)
    if met and len(met) < len(after):  # a piece of which the other wording has nothing is not judged by it
        return differ(before, [piece for piece in after if piece.key in met])
    if not pairs:
        return Difference(edits=(), touches=(), integrity=Integrity.PARAPHRASE, share=0.0)
    gaps = _gaps(pairs, len(left_words), len(right_words))
    texts = (before[0].report.text, after[0].report.text)
    share = len(pairs) / len(right_words)
    if share < _LEAST_ALIGNED:  # too little in common for words to stand against words
        return Difference(edits=(), touches=(), integrity=Integrity.PARAPHRASE, share=share)
    changes = tuple(_edit(gap, left, right_words, texts) for gap in gaps)
    touched = _touched(changes)
    integrity = _class(gaps, left, right, texts)
    return Difference(edits=changes, touches=touched, integrity=integrity, share=share)


def _met(pairs: Sequence[tuple[int, int]], right: Sequence[tuple[Word, Piece]]) -> set[tuple[str, int, int, bool]]:
    """Give the pieces of which the other wording has a good part."""
    common = Counter(right[j][1].key for _, j in pairs)
    return {piece.key for _, piece in right if common[piece.key] >= _LEAST_ALIGNED * len(piece.words)}


def _gaps(pairs: Sequence[tuple[int, int]], left_size: int, right_size: int) -> list[_Gap]:
    gaps = []
    first_left, first_right = pairs[0]
    if first_right:
        gaps.append(_Gap((max(0, first_left - first_right), first_left), (0, first_right)))
    for (i, j), (k, m) in pairwise(pairs):
        if k > i + 1 or m > j + 1:
            gaps.append(_Gap((i + 1, k), (j + 1, m)))
    last_left, last_right = pairs[-1]
    if last_right + 1 < right_size:
        more = right_size - last_right - 1
        gaps.append(_Gap((last_left + 1, min(left_size, last_left + 1 + more)), (last_right + 1, right_size)))
    return gaps


def _edit(gap: _Gap, left: Sequence[tuple[Word, Piece]], right: Sequence[Word], texts: tuple[str, str]) -> Edit:
    """Give one edit; of words left out that stand in several pieces, those of the first."""
    out = [word for word, piece in left[slice(*gap.left)] if piece is left[gap.left[0]][1]]
    before = texts[0][out[0].start : out[-1].end] if out else ""
    after = texts[1][right[gap.right[0]].start : right[gap.right[1] - 1].end] if gap.right[0] < gap.right[1] else ""
    start = out[0].start if out else left[gap.left[0] - 1][0].end if gap.left[0] else left[0][0].start
    kind = EditKind.SUBSTITUTE if before and after else EditKind.DELETE if before else EditKind.INSERT
    return Edit(kind=kind, start=start, end=start + len(before), before=before, after=after)


def _class(
    gaps: Sequence[_Gap],
    left: Sequence[tuple[Word, Piece]],
    right: Sequence[tuple[Word, Piece]],
    texts: tuple[str, str],
) -> Integrity:
    if not gaps:
        return Integrity.FRAGMENT if _is_part(left, right, texts[0]) else Integrity.VERBATIM
    kinds = {_gap_class(gap, left, right, texts) for gap in gaps}
    for integrity in (
        Integrity.STITCHED,
        Integrity.REWORDED_INSIDE_MARKS,
        Integrity.TRIMMED_SILENTLY,
        Integrity.TRIMMED_MARKED,
        Integrity.CLEANED_UP,
    ):
        if integrity in kinds:
            return integrity
    return Integrity.FRAGMENT


def _gap_class(
    gap: _Gap,
    left: Sequence[tuple[Word, Piece]],
    right: Sequence[tuple[Word, Piece]],
    texts: tuple[str, str],
) -> Integrity:
    out = [word.key for word, _ in left[slice(*gap.left)]]
    put = [word.key for word, _ in right[slice(*gap.right)]]
    if put:
        return _put_class(gap, out, put, right, texts[1])
    here, there = right[gap.right[0] - 1], right[min(gap.right[0], len(right) - 1)]
    if here[1] is not there[1]:
        return Integrity.FRAGMENT  # the marks were closed and opened again: what lies between was not claimed
    if all(key in _PURE_FILLERS for key in out) or _is_false_start(gap, out, left):
        return Integrity.CLEANED_UP
    if all(key in _FILLERS for key in out) and len(out) <= 3 and not set(out) & _TOUCHES["polarity"]:
        return Integrity.CLEANED_UP
    between = texts[1][here[0].end : there[0].start]
    if "..." in between or "…" in between or "[" in between:
        return Integrity.TRIMMED_MARKED
    lost = texts[0][left[gap.left[0] - 1][0].end : left[min(gap.left[1], len(left) - 1)][0].start]
    is_whole_sentence = sum(lost.count(mark) for mark in ".?!") >= 2
    return Integrity.STITCHED if is_whole_sentence or len(out) > 15 else Integrity.TRIMMED_SILENTLY


def _put_class(
    gap: _Gap, out: Sequence[str], put: Sequence[str], right: Sequence[tuple[Word, Piece]], text: str
) -> Integrity:
    first, last = right[gap.right[0]][0], right[gap.right[1] - 1][0]
    is_bracketed = "[" in text[max(0, first.start - 2) : first.start + 1] and "]" in text[last.end - 1 : last.end + 2]
    if is_bracketed:
        return Integrity.TRIMMED_MARKED
    if out and set(out) <= _AGREEMENT and set(put) <= _AGREEMENT and len(out) == len(put):
        return Integrity.CLEANED_UP
    return Integrity.REWORDED_INSIDE_MARKS


def _is_false_start(gap: _Gap, out: Sequence[str], left: Sequence[tuple[Word, Piece]]) -> bool:
    following = [word.key for word, _ in left[gap.left[1] : gap.left[1] + len(out)]]
    return bool(out) and list(out) == following


def _is_part(left: Sequence[tuple[Word, Piece]], right: Sequence[tuple[Word, Piece]], text: str) -> bool:
    """Say whether the wording begins or ends inside a sentence of the other."""
    pairs = aligned([word for word, _ in left], [word for word, _ in right])
    first, last = pairs[0][0], pairs[-1][0]
    begins = first == 0 or left[first][1] is not left[first - 1][1] or _has_stop(text, left, first)
    ends = last == len(left) - 1 or left[last][1] is not left[last + 1][1] or _has_stop(text, left, last + 1)
    return not (begins and ends)


def _has_stop(text: str, left: Sequence[tuple[Word, Piece]], place: int) -> bool:
    return any(mark in text[left[place - 1][0].end : left[place][0].start] for mark in ".?!;")


def _touched(changes: Iterable[Edit]) -> tuple[str, ...]:
    found: set[str] = set()
    for edit in changes:
        before, after = edit.before.split(), edit.after.split()
        found.update(touches_of(before, after))
    return tuple(sorted(found))


def touches_of(before: Sequence[str], after: Sequence[str]) -> set[str]:
    """Say what an exchange of words touches: polarity, number, date, name, modality, certainty or scope.

    >>> sorted(touches_of(["may", "be", "difficult"], ["will", "be", "tough"]))
    ['certainty']
    """
    gone, come = _keys(before), _keys(after)
    differing = gone ^ come
    found = {name for name, words in _TOUCHES.items() if differing & words}
    if any(key.endswith(("n't", "n’t")) for key in differing):
        found.add("polarity")
    if any(key in _NUMBERS or any(letter.isdigit() for letter in key) for key in differing):
        found.add("number")
    if _are_exchanged(_names(before) - come, _names(after) - gone):
        found.add("name")
    return found


def _are_exchanged(before: set[str], after: set[str]) -> bool:
    """Say whether names gave way to other names; an acronym and what it stands for are one."""
    for short in before | after:
        for full in (before - {short}, after - {short}):
            if 1 < len(short) == len(full) and set(short) == {name[0] for name in full}:
                before, after = before - full - {short}, after - full - {short}
    return bool(before and after)


CERTAIN = re.compile(
    r"\b(?:may|might|can|could|will|would|once|if|unless|when|must|should|probably|possibly|perhaps|likely)\b(?:\s+[\w'’-]+){1,3}",
    re.IGNORECASE,
)


def phrases_of_certainty(told: str) -> list[str]:
    """Give the phrases that carry how sure something is told.

    >>> phrases_of_certainty("It may be hard to leave once the rain has stopped.")
    ['may be hard to', 'once the rain has']
    """
    return [found.group() for found in CERTAIN.finditer(told)]


def _keys(told: Sequence[str]) -> set[str]:
    return {_bare(word).casefold() for word in told} - {""}


def _bare(word: str) -> str:
    return word.strip(".,;:!?\"'“”‘’()[]").replace("’", "'").removesuffix("'s")


def _names(told: Sequence[str]) -> set[str]:
    bare = [_bare(word) for word in told]
    if sum(word[:1].isupper() for word in bare) > len(bare) / 2 and len(bare) > 3:
        return set()  # a headline in capitals names nobody by them
    return {
        word.casefold()
        for word in bare[1:] or bare
        if word[:1].isupper() and len(word) > 1 and word.casefold() not in _TOUCHES["date"] | _FILLERS
    }
