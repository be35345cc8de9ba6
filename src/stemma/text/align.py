"""Word alignment: which words of two texts are the same, and the edits that turn one text into the other.

The path is a shortest one (Levenshtein over word keys, RapidFuzz); the edits lie between its equal words and are as short as
whole words allow.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from stemma.model import Edit, EditKind
from stemma.text.spelling import standard
from stemma.text.words import Word, words

Pairs = list[tuple[int, int]]
Block = tuple[int, int, int]  # place of the first word on each side, and how many words are equal


class Wording(NamedTuple):
    """A text with where its words start and end."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


_LETTERED_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_PIECE = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_BEARS_CAPITALS = frozenset({"us", "who", "aids", "ice", "it"})
_BEARS_CAPITAL = frozenset({"may", "march", "turkey", "polish", "china"})


def aligned(left_words: Sequence[Word], right_words: Sequence[Word]) -> Pairs:
    """Give the index pairs of equal words on a shortest path; spelling variants are equal.

    >>> aligned(words("the grey ship sank"), words("a gray ship has sunk"))
    [(1, 1), (2, 2)]
    """
    return aligned_keys([standard(word.key) for word in left_words], [standard(word.key) for word in right_words])


def aligned_keys(left: Sequence[object], right: Sequence[object]) -> Pairs:
    """Give the index pairs of equal elements on a shortest path between two sequences."""
    pairs: Pairs = []
    for block in Levenshtein.opcodes(left, right):
        if block.tag == "equal":
            pairs.extend(
                zip(range(block.src_start, block.src_end), range(block.dest_start, block.dest_end), strict=True)
            )
    return pairs


def edits(left: str, right: str, offset: int = 0) -> tuple[Edit, ...]:
    """Give the edits that turn left into right, character for character, in text order; offsets start at `offset`.

    >>> [(edit.before, edit.after) for edit in edits("They protest, to be heard", "They protest and to be seen")]
    [(',', ' and'), ('heard', 'seen')]
    >>> edits("The same words", "The same words")
    ()
    """
    left_words, right_words = words(left), words(right)
    blocks = [(one, other, 1) for one, other in aligned(left_words, right_words)]
    wordings = _wording(left, left_words), _wording(right, right_words)
    found = edits_between(*wordings, blocks, (0, len(left), 0, len(right)))
    return tuple(replace(edit, start=edit.start + offset, end=edit.end + offset) for edit in found) if offset else found


def _wording(text: str, found: Sequence[Word]) -> Wording:
    return Wording(text, [word.start for word in found], [word.end for word in found])


def edits_between(
    left: Wording, right: Wording, blocks: Sequence[Block], within: tuple[int, int, int, int]
) -> tuple[Edit, ...]:
    """Give the edits for an alignment that is known: runs of equal words, in order. Offsets are left's.

    `within` bounds the characters looked at: start and end in left, start and end in right.
    """
    left_at, left_end, right_at, right_end = within
    found: list[Edit] = []
    for one, other, length in blocks:
        start, begin = left.starts[one], right.starts[other]
        _add_gap(found, left.text[left_at:start], right.text[right_at:begin], left_at)
        _add_block(found, left, right, (one, other, length))
        left_at, right_at = left.ends[one + length - 1], right.ends[other + length - 1]
    _add_gap(found, left.text[left_at:left_end], right.text[right_at:right_end], left_at)
    return tuple(found)


def _add_block(found: list[Edit], left: Wording, right: Wording, block: Block) -> None:
    """Add the edits in a run of equal words, which may differ in marks, case and spelling; a half that is the same has none."""
    one, other, length = block
    start, end = left.starts[one], left.ends[one + length - 1]
    before, after = left.text[start:end], right.text[right.starts[other] : right.ends[other + length - 1]]
    if before == after:
        return
    if length == 1:
        found.append(_edit(start, before, after))
        return
    half = length // 2
    middle = left.ends[one + half - 1]
    _add_block(found, left, right, (one, other, half))
    gap = right.text[right.ends[other + half - 1] : right.starts[other + half]]
    _add_gap(found, left.text[middle : left.starts[one + half]], gap, middle)
    _add_block(found, left, right, (one + half, other + half, length - half))


def _add_gap(found: list[Edit], before: str, after: str, start: int) -> None:
    """Add the edit for a stretch without equal words, if it differs, cut to the words that differ."""
    if before == after:
        return
    head = _common(before, after)
    before, after, start = before[head:], after[head:], start + head
    if before[-1:] == after[-1:] and not before[-1:].isalnum():
        tail = _common(before[::-1], after[::-1])
        before, after = before[: len(before) - tail], after[: len(after) - tail]
    found.append(_edit(start, before, after))


def _common(left: str, right: str) -> int:
    """Count the characters that open both strings and belong to no word."""
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other or one.isalnum():
            break
        count += 1
    return count


def _edit(start: int, before: str, after: str) -> Edit:
    kind = EditKind.SUBSTITUTE if before and after else EditKind.DELETE if before else EditKind.INSERT
    return Edit(kind=kind, start=start, end=start + len(before), before=before, after=after)


def apply(left: str, changes: Sequence[Edit], offset: int = 0) -> str:
    """Give the text that the edits make of left; raises ValueError where an edit's `before` does not stand in left.

    >>> apply("The grey ship sank", edits("The grey ship sank", "The gray ship has sunk"))
    'The gray ship has sunk'
    """
    pieces, at = [], 0
    for edit in changes:
        start, end = edit.start - offset, edit.end - offset
        if start < at or left[start:end] != edit.before:
            raise ValueError(f"the edit at {edit.start} does not fit: {edit.before!r} does not stand there")
        pieces += [left[at:start], edit.after]
        at = end
    return "".join([*pieces, left[at:]])


def is_cosmetic(edit: Edit) -> bool:
    """Say whether an edit changes only marks, punctuation, case, white space, hyphens or the variant of a spelling.

    >>> [is_cosmetic(edit) for edit in edits("the “grey” ship, US - run", 'The "gray" ship US-run')]
    [True, True, True, True, True]
    >>> [is_cosmetic(edit) for edit in edits("the grey ship told us", "the great ship told US")]
    [False, False]
    """
    return bool(_forms(edit.before) & _forms(edit.after)) and not _turns_on_case(edit.before, edit.after)


def _forms(text: str) -> frozenset[str]:
    """Give the words of a text in their standard spelling, hyphens once as spaces and once left out."""
    plain = " ".join(standard(word.key) for word in words(text))
    return frozenset(_LETTERED_HYPHEN.sub(joint, plain) for joint in (" ", ""))


def _turns_on_case(before: str, after: str) -> bool:
    """Say whether a difference in case may be a difference of words (us and US, may and May)."""
    for old, new in zip(_PIECE.findall(before), _PIECE.findall(after), strict=False):
        key = old.lower()
        if key in _BEARS_CAPITAL and old != new and {old, new} == {key, key.capitalize()}:
            return True
        if standard(key) in _BEARS_CAPITALS and _is_capitals(old) != _is_capitals(new):
            return True
    return False


def _is_capitals(word: str) -> bool:
    return word.replace(".", "").isupper()
