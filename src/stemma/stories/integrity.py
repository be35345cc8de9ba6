"""Whether a wording is what was said: the class comes from the edits and what they touch, never from a likeness score.

The classes and their order: the design's scale from `not-in-transcript` to `verbatim`; each is decided by what was left out,
put in or exchanged between the wording it is judged by and this one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from stemma.model import Edit, EditKind, Integrity
from stemma.stories.pieces import Piece
from stemma.stories.touches import NEGATIONS, touches_of, value_of
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
_SHORT = re.compile(
    r"(?P<base>\w+?)(?P<rest>n't|'ve|'re|'ll|'m)$"
    r"|(?P<it>it|that|there|he|she|what|who)(?P<s>'s)$"
    r"|(?P<can>can)(?P<not>not)$"
)
_FULL = {"n't": "not", "'ve": "have", "'re": "are", "'ll": "will", "'m": "am", "'s": "is", "not": "not"}
_BASES = {"ca": "can", "wo": "will", "sha": "shall"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How one wording differs from another: the edits, what they touch, and the class that the words alone give."""

    edits: tuple[Edit, ...]
    by_edit: tuple[frozenset[str], ...]  # what each edit touches
    shown: tuple[str, ...]  # each edit in the words of both, with a few words around: "had probably been" -> "had been"
    touches: tuple[str, ...]
    integrity: Integrity
    share: float
    is_more: bool = False  # the wording has pieces of which the other has nothing


_SEVERITY = (
    Integrity.STITCHED,
    Integrity.REWORDED_INSIDE_MARKS,
    Integrity.TRIMMED_SILENTLY,
    Integrity.TRIMMED_MARKED,
    Integrity.CLEANED_UP,
    Integrity.PARAPHRASE,
    Integrity.FRAGMENT,
    Integrity.VERBATIM,
)


@dataclass(frozen=True, slots=True)
class _Gap:
    """A place where two wordings part: word ranges left out and put in."""

    left: tuple[int, int]
    right: tuple[int, int]


def differ(before: Sequence[Piece], after: Sequence[Piece]) -> Difference:
    """Compare a wording (after) with the one it is judged by (before); both are the pieces of one report each.

    Each piece is held against the piece that has most of its words, or against all of them in order; a piece of which the other
    wording has nothing is not judged by it. Words ahead of the first and behind the last equal word are not counted: whoever
    quotes chooses where to begin. The class is that of a wording in marks; it says nothing about marks.
    """
    parts = []
    for piece in after:
        beside = [[one] for one in before] + ([list(before)] if len(before) > 1 else [])
        options = [_differ(one, [piece]) for one in beside]
        best = max(options, key=lambda one: (one.share, _SEVERITY.index(one.integrity)))
        if best.share >= _LEAST_ALIGNED:
            parts.append((best, len(piece.words)))
    if not parts:
        return Difference(edits=(), by_edit=(), shown=(), touches=(), integrity=Integrity.PARAPHRASE, share=0.0)
    return Difference(
        edits=tuple(edit for part, _ in parts for edit in part.edits),
        by_edit=tuple(touched for part, _ in parts for touched in part.by_edit),
        shown=tuple(shown for part, _ in parts for shown in part.shown),
        touches=tuple(sorted({touch for part, _ in parts for touch in part.touches})),
        integrity=min((part.integrity for part, _ in parts), key=_SEVERITY.index),
        share=sum(part.share * size for part, size in parts) / sum(size for _, size in parts),
        is_more=len(parts) < len(after),
    )


def differ_whole(before: Piece, after: Piece) -> Difference:
    """Compare two claims as wholes: what stands ahead of the first and behind the last equal word counts too."""
    return _differ([before], [after], is_whole=True)


def _differ(before: Sequence[Piece], after: Sequence[Piece], *, is_whole: bool = False) -> Difference:
    left = [(token, piece) for piece in before for word in piece.words for token in _tokens(word)]
    right = [(token, piece) for piece in after for word in piece.words for token in _tokens(word)]
    left_words, right_words = [word for word, _ in left], [word for word, _ in right]
    pairs = aligned(left_words, right_words)
    if not pairs:
        return Difference(edits=(), by_edit=(), shown=(), touches=(), integrity=Integrity.PARAPHRASE, share=0.0)
    gaps = _gaps(pairs, len(left_words), len(right_words), is_whole=is_whole)
    gaps = [gap for gap in gaps if not _is_same_letters(gap, left_words, right_words)]
    if not (is_whole or before[0].is_transcript):  # who quotes more of a speech than the other alters nothing
        gaps = [gap for gap in gaps if not _is_more(gap, pairs)]
    texts = (before[0].report.text, after[0].report.text)
    share = len(pairs) / len(right_words)
    if share < _LEAST_ALIGNED:  # too little in common for words to stand against words
        return Difference(edits=(), by_edit=(), shown=(), touches=(), integrity=Integrity.PARAPHRASE, share=share)
    changes = tuple(_edit(gap, left, right_words, texts) for gap in gaps)
    by_edit = tuple(_touched(gap, left_words, right_words, texts) for gap in gaps)
    integrity = _class(gaps, left, right, texts)
    if integrity in (Integrity.VERBATIM, Integrity.FRAGMENT) and _leaps(pairs, left, right, texts[0]):
        integrity = Integrity.STITCHED
    return Difference(
        edits=changes,
        by_edit=by_edit,
        shown=tuple(_show(gap, left, right, texts) for gap in gaps),
        touches=tuple(sorted(frozenset().union(*by_edit))),
        integrity=integrity,
        share=share,
    )


def _tokens(word: Word) -> list[Word]:
    """Give a word in the form in which spellings are one: "doesn't" as two words, numbers by their value, 40% as two.

    >>> [token.key for word in (Word(0, 7, "doesn't"), Word(8, 14, "eleven"), Word(15, 18, "40%")) for token in _tokens(word)]
    ['does', 'not', '11', '40', 'percent']
    """
    short = _SHORT.match(word.key)
    if short is not None:
        base, rest = (part for part in short.groups() if part is not None)
        cut = word.start + len(base)
        return [Word(word.start, cut, _BASES.get(base, base)), Word(cut, word.end, _FULL[rest])]
    if word.key.endswith("%") and value_of(word.key) is not None:
        cut = word.end - 1
        return [Word(word.start, cut, f"{value_of(word.key):g}"), Word(cut, word.end, "percent")]
    value = value_of(word.key)
    return [Word(word.start, word.end, word.key if value is None else f"{value:g}")]


def _is_same_letters(gap: _Gap, left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Say whether words differ only by being written together or apart: "any more", "anymore"."""
    sides = [
        "".join(word.key for word in words[slice(*part)]).replace("-", "").replace("'", "")
        for words, part in ((left, gap.left), (right, gap.right))
    ]
    return sides[0] == sides[1]


def _leaps(
    pairs: Sequence[tuple[int, int]],
    left: Sequence[tuple[Word, Piece]],
    right: Sequence[tuple[Word, Piece]],
    text: str,
) -> bool:
    """Say whether one pair of marks holds words between which the other has a sentence that was not compared at all."""
    for (i, j), (k, m) in pairwise(pairs):
        is_one = right[j][1] is right[m][1] and left[i][1] is not left[k][1]
        if is_one and len(text[left[i][0].end : left[k][0].start].split()) > 2:
            return True
    return False


def _is_more(gap: _Gap, pairs: Sequence[tuple[int, int]]) -> bool:
    """Say whether a gap is but words ahead of the first or behind the last equal word, where the other has none."""
    is_outside = gap.right[1] <= pairs[0][1] or gap.right[0] > pairs[-1][1]
    return is_outside and gap.left[0] == gap.left[1]


def _gaps(pairs: Sequence[tuple[int, int]], left_size: int, right_size: int, *, is_whole: bool) -> list[_Gap]:
    gaps = []
    first_left, first_right = pairs[0]
    if first_right or (is_whole and first_left):
        start = 0 if is_whole else max(0, first_left - first_right)
        gaps.append(_Gap((start, first_left), (0, first_right)))
    for (i, j), (k, m) in pairwise(pairs):
        if k > i + 1 or m > j + 1:
            gaps.append(_Gap((i + 1, k), (j + 1, m)))
    last_left, last_right = pairs[-1]
    if last_right + 1 < right_size or (is_whole and last_left + 1 < left_size):
        stop = left_size if is_whole else min(left_size, last_left + right_size - last_right)
        gaps.append(_Gap((last_left + 1, stop), (last_right + 1, right_size)))
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
        if _is_cut_before_condition(left, right, texts[1]):
            return Integrity.TRIMMED_SILENTLY
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


def _is_cut_before_condition(
    left: Sequence[tuple[Word, Piece]], right: Sequence[tuple[Word, Piece]], text: str
) -> bool:
    """Say whether a wording closes as a sentence where the other goes on with an if, an unless, an except."""
    pairs = aligned([word for word, _ in left], [word for word, _ in right])
    last = pairs[-1][0] + 1
    if last >= len(left) or left[last][1] is not left[last - 1][1] or pairs[-1][1] != len(right) - 1:
        return False
    closes = text[right[-1][0].end : right[-1][0].end + 1] in (".", "!", "?")
    return closes and left[last][0].key in ("if", "unless", "except", "provided")


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
    if all(key in _FILLERS for key in out) and len(out) <= 3 and not set(out) & NEGATIONS:
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


def _show(
    gap: _Gap, left: Sequence[tuple[Word, Piece]], right: Sequence[tuple[Word, Piece]], texts: tuple[str, str]
) -> str:
    sides = []
    for words, text, (start, end) in ((left, texts[0], gap.left), (right, texts[1], gap.right)):
        near = [word for word, _ in words[max(0, start - 2) : end + 2]]
        sides.append(f'"{" ".join(text[word.start : word.end] for word in near)}"')
    return " -> ".join(sides)


def _touched(gap: _Gap, left: Sequence[Word], right: Sequence[Word], texts: tuple[str, str]) -> frozenset[str]:
    """Say what a gap touches; the word behind it is looked at too, so that "at least six" -> "six" is seen."""
    before = [texts[0][word.start : word.end] for word in left[gap.left[0] : gap.left[1] + 1]]
    after = [texts[1][word.start : word.end] for word in right[gap.right[0] : gap.right[1] + 1]]
    return frozenset(touches_of(before, after))
