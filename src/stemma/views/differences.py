"""Edits as a reader wants to see them: whole words, in place, kept, left out or put in."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from stemma.model import Edit, EditKind, Span

Op = Literal["same", "del", "ins"]


class Piece(NamedTuple):
    """A stretch of a word diff: `same` on both sides, `del` only before, `ins` only after."""

    op: Op
    text: str


def word_edit(edit: Edit, text: str, after_text: str) -> Edit:
    """Give an edit grown to whole words of the left text, where that gives words of the right text.

    >>> edit = Edit(kind=EditKind.INSERT, start=7, end=7, before="", after="s")
    >>> grown = word_edit(edit, "one car ran", "one cars ran")
    >>> grown.before, grown.after
    ('car', 'cars')
    """
    if edit.end > len(text) or not _splits_word(edit, text):
        return edit
    start, end = edit.start, edit.end
    while start > 0 and _is_letter(text[start - 1]) and _touches(edit, start):
        start -= 1
    while end < len(text) and _is_letter(text[end]):
        end += 1
    before, after = text[start:end], text[start : edit.start] + edit.after + text[edit.end : end]
    if after.strip() not in after_text:
        return edit  # an edit of whole words that leaves the blank between them out
    return Edit(kind=EditKind.SUBSTITUTE, start=start, end=end, before=before, after=after)


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign in "'’"


def _touches(edit: Edit, start: int) -> bool:
    return start != edit.start or _is_letter((edit.before or edit.after)[:1])


def _splits_word(edit: Edit, text: str) -> bool:
    changed = (edit.before[:1] + edit.after[:1], edit.before[-1:] + edit.after[-1:])
    left = edit.start > 0 and _is_letter(text[edit.start - 1]) and any(_is_letter(sign) for sign in changed[0])
    right = edit.end < len(text) and _is_letter(text[edit.end]) and any(_is_letter(sign) for sign in changed[1])
    return left or right


def pieces_of(text: str, spans: Sequence[Span], edits: Sequence[Edit]) -> tuple[Piece, ...]:
    """Give the words of some spans of a text with edits in place; edits outside the spans are left aside.

    >>> edit = Edit(kind=EditKind.SUBSTITUTE, start=0, end=4, before="once", after="if")
    >>> [(piece.op, piece.text) for piece in pieces_of("once it rains", [Span("a", 0, 13)], [edit])]
    [('del', 'once'), ('ins', 'if'), ('same', ' it rains')]
    """
    found: list[Piece] = []
    for number, span in enumerate(spans):
        if number and spans[number - 1].end < span.start:
            between = text[spans[number - 1].end : span.start]
            found.append(Piece("same", " … " if any(sign.isalnum() for sign in between) else between))
        found.extend(_inside(text, span.start, span.end, edits))
    return tuple(_merged(found))


def _inside(text: str, start: int, end: int, edits: Sequence[Edit]) -> list[Piece]:
    found, at = [], start
    for edit in sorted(edits, key=lambda one: (one.start, one.end)):
        if edit.start < at or edit.end > end:
            continue
        found.append(Piece("same", text[at : edit.start]))
        found.append(Piece("del", text[edit.start : edit.end]))
        found.append(Piece("ins", edit.after))
        at = edit.end
    found.append(Piece("same", text[at:end]))
    return found


def _merged(pieces: Sequence[Piece]) -> list[Piece]:
    merged: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        if merged and merged[-1].op == piece.op:
            merged[-1] = Piece(piece.op, merged[-1].text + piece.text)
        else:
            merged.append(piece)
    return merged


def plain_letters(text: str) -> str:
    """Give the letters and digits of a text alone, case folded.

    >>> plain_letters("It’s 3 o'clock.")
    'its3oclock'
    """
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def diff_of(pieces: Sequence[Piece], after: str) -> tuple[Piece, ...]:
    """Give a word diff whose `same` and `ins` pieces are exactly the text after; () where the edits do not lead there.

    >>> diff_of([Piece("same", "and"), Piece("ins", "the"), Piece("same", " rest")], "and the rest")
    (Piece(op='same', text='and '), Piece(op='ins', text='the '), Piece(op='same', text='rest'))
    """
    if plain_letters("".join(piece.text for piece in pieces if piece.op != "del")) != plain_letters(after):
        return ()
    found: list[Piece] = []
    at = 0
    for piece in pieces:
        if piece.op == "del":
            found.append(piece)
            continue
        start, wanted = at, len(plain_letters(piece.text))
        while at < len(after) and (wanted or not after[at].isalnum()):
            wanted -= len(plain_letters(after[at]))
            at += 1
        found.append(Piece(piece.op, after[start:at]))
    return tuple(_merged(found))


def right_offset(edits: Sequence[Edit], left_start: int, right_start: int, offset: int) -> int:
    """Give where a character of a match's left side stands on its right side.

    Inside replaced words the place is that of the replacement's beginning.

    >>> edit = Edit(kind=EditKind.SUBSTITUTE, start=0, end=4, before="once", after="if")
    >>> right_offset([edit], 0, 100, 8)
    106
    """
    shift = right_start - left_start
    for edit in sorted(edits, key=lambda one: (one.start, one.end)):
        if edit.start >= offset:
            break
        if edit.end > offset:
            return edit.start + shift
        shift += len(edit.after) - (edit.end - edit.start)
    return offset + shift
