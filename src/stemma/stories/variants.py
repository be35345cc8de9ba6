"""The places where two wordings part, and what each does to what was said: the class comes from the words alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from stemma.model import Edit, EditKind, Integrity
from stemma.stories.pieces import CUE_WORDS, Piece, goes_on
from stemma.stories.shortenings import JOINTS, are_fillers, are_of_one_verb, class_of_cut, is_remark
from stemma.stories.touches import touches_of
from stemma.text.words import Word, words

_UNHEARD = re.compile(
    r"[\[(][^\])]{0,30}\b(?:inaudible|unintelligible|indistinct|unclear|crosstalk|cross[ -]talk|overlapping)\b",
    re.IGNORECASE,
)
_DRAWN_IN = frozenset({"is", "has"})
_CONDITIONS = frozenset({"if", "unless", "except", "provided"})

Token = tuple[Word, Piece]


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A place where a wording departs from another: its words there, the other's words, and what this does to them.

    `place` counts the wording's words (the other's may be more or fewer); `shown` has the words of both with a few around.
    """

    place: tuple[int, int]
    out: tuple[str, ...]
    put: tuple[str, ...]
    integrity: Integrity
    edit: Edit
    shown: str
    touches: frozenset[str]


@dataclass(frozen=True, slots=True)
class Gap:
    """A place where two wordings part: word ranges left out and put in."""

    left: tuple[int, int]
    right: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Two wordings beside each other, with the places of their equal words."""

    left: Sequence[Token]
    right: Sequence[Token]
    pairs: Sequence[tuple[int, int]]
    texts: tuple[str, str]

    def between(self, start: int, end: int) -> str:
        """Give the other's text from the end of one of its words to the start of another."""
        return self.texts[0][self.left[start][0].end : self.left[end][0].start]

    def around(self, part: tuple[int, int]) -> str:
        """Give the other's text from the word before a stretch of its words to the word behind it."""
        start = self.left[part[0] - 1][0].end if part[0] else self.left[0][1].spans[0].start
        end = self.left[part[1]][0].start if part[1] < len(self.left) else self.left[-1][0].end + 40
        return self.texts[0][start:end]

    def is_turned(self, start: int, end: int) -> bool:
        """Say whether the other has two of its words in the other order."""
        return self.left[end][0].start < self.left[start][0].start

    def behind(self, place: int) -> str:
        """Give the other's text behind one of its words, up to the next or the end of the paragraph."""
        stop = self.left[place + 1][0].start if place + 1 < len(self.left) else self.left[place][0].end + 3
        return self.texts[0][self.left[place][0].end : stop]


def variants_of(sides: Sides, gaps: Sequence[Gap], same: Sequence[Gap]) -> list[Variant]:
    """Give the places of a wording in marks: words left out, put in or exchanged, remarks joined, spellings, an end cut off."""
    found = [variant_of(gap, sides) for gap in gaps] + [_mark(sides, gap, Integrity.PUNCTUATION) for gap in same]
    found += _leaps(sides) + _respelled(sides) + _condition(sides) + (_opening(sides) if _ends(sides) else [])
    return sorted(found, key=lambda one: one.place)


def is_part(sides: Sides) -> bool:
    """Say whether the wording begins or ends inside a sentence of the other."""
    return not (_begins(sides) and _ends(sides))


def gaps_of(pairs: Sequence[tuple[int, int]], left_size: int, right_size: int, *, is_whole: bool) -> list[Gap]:
    """Give the places between equal words; words ahead of the first and behind the last only as far as both have some."""
    gaps = []
    first_left, first_right = pairs[0]
    if first_right or (is_whole and first_left):
        start = 0 if is_whole else max(0, first_left - first_right)
        gaps.append(Gap((start, first_left), (0, first_right)))
    for (i, j), (k, m) in pairwise(pairs):
        if k > i + 1 or m > j + 1:
            gaps.append(Gap((i + 1, k), (j + 1, m)))
    last_left, last_right = pairs[-1]
    if last_right + 1 < right_size or (is_whole and last_left + 1 < left_size):
        stop = left_size if is_whole else min(left_size, last_left + right_size - last_right)
        gaps.append(Gap((last_left + 1, stop), (last_right + 1, right_size)))
    return gaps


def is_same_letters(gap: Gap, sides: Sides) -> bool:
    """Say whether words differ only by being written together or apart: "any more", "anymore"; "the plan is", "the plan's"."""
    told = [
        [word.key for word, _ in tokens[slice(*part)]]
        for tokens, part in ((sides.left, gap.left), (sides.right, gap.right))
    ]
    short, full = sorted(told, key=len)
    if len(short) == 1 and len(full) == 2 and full[1] in _DRAWN_IN and short[0] == f"{full[0]}'s":
        return True
    left, right = ("".join(keys).replace("-", "").replace("'", "") for keys in told)
    return left == right


def is_more(gap: Gap, pairs: Sequence[tuple[int, int]]) -> bool:
    """Say whether a gap is but words ahead of the first or behind the last equal word, where the other has none."""
    is_outside = gap.right[1] <= pairs[0][1] or gap.right[0] > pairs[-1][1]
    return is_outside and gap.left[0] == gap.left[1]


def is_editors(gap: Gap, sides: Sides) -> bool:
    """Say whether all that the other has at a place stands in brackets: its editor's words, and no word of the speaker's."""
    out = sides.left[slice(*gap.left)]
    return bool(out) and _is_bracketed(sides.texts[0], out[0][0].start, out[-1][0].end)


def _is_bracketed(text: str, start: int, end: int) -> bool:
    """Say whether a stretch of text is all that stands between two brackets."""
    ahead, behind = text[max(0, start - 2) : start + 1], text[end - 1 : end + 2]
    return any(opening in ahead and closing in behind for opening, closing in ("[]", "()"))


def variant_of(gap: Gap, sides: Sides) -> Variant:
    """Give what happens to a wording at one place."""
    out = tuple(word.key for word, _ in sides.left[slice(*gap.left)])
    put = tuple(word.key for word, _ in sides.right[slice(*gap.right)])
    return Variant(
        place=gap.right,
        out=out,
        put=put,
        integrity=_put_class(gap, out, put, sides) if put else _cut_class(gap, out, sides),
        edit=_edit(gap, sides),
        shown=_show(gap, sides),
        touches=_touched(gap, sides),
    )


def _cut_class(gap: Gap, out: Sequence[str], sides: Sides) -> Integrity:
    """Give the class of a cut; where the same words stand on both sides of it, it may have been made at either."""
    (start, end), place = gap.left, gap.right[0]
    if not (out and start and 0 < place < len(sides.right) and end < len(sides.left)):
        return Integrity.FRAGMENT
    between = sides.texts[1][sides.right[place - 1][0].end : sides.right[place][0].start]
    back = 1
    while back < min(start, place) and sides.left[start - back][0].key == sides.left[end - back][0].key:
        here, there = sides.right[place - back - 1][0], sides.right[place - back][0]
        between += sides.texts[1][here.end : there.start]
        back += 1
    following = [word.key for word, _ in sides.left[end : end + len(out)]]
    integrity = class_of_cut(out, following, between, sides.behind(end - 1))
    if sides.is_turned(start - 1, end):
        return Integrity.STITCHED
    if not sides.left[start][
        1
    ].is_transcript:  # what a quotation goes on with is one remark with it, of a speech it is not
        return integrity
    lost = sides.between(start - 1, end)
    is_apart = len(words(lost)) > len(out) + CUE_WORDS  # fillers are left out, and with them what else was said
    is_cut = integrity is Integrity.TRIMMED_SILENTLY and is_remark(out, lost)
    return Integrity.STITCHED if is_cut or (integrity is Integrity.CLEANED_UP and is_apart) else integrity


def _put_class(gap: Gap, out: Sequence[str], put: Sequence[str], sides: Sides) -> Integrity:
    first, last = sides.right[gap.right[0]][0], sides.right[gap.right[1] - 1][0]
    text = sides.texts[1]
    if _is_join(gap, out, put, sides):
        return Integrity.STITCHED
    if sides.left[0][1].is_transcript and _UNHEARD.search(sides.around(gap.left)):
        return Integrity.UNDECIDED  # the transcript itself says that it lacks words here
    if _is_bracketed(text, first.start, last.end):
        return Integrity.TRIMMED_MARKED
    return Integrity.CLEANED_UP if are_of_one_verb(out, put) else Integrity.REWORDED_INSIDE_MARKS


def _is_join(gap: Gap, out: Sequence[str], put: Sequence[str], sides: Sides) -> bool:
    """Say whether words put in join what was said apart: in another order, or with a remark between and but an "and" for it."""
    start, end = gap.left
    if not (start and end < len(sides.left) and sides.left[start - 1][1].is_transcript):
        return False
    is_remark_lost = set(put) <= JOINTS and is_remark(out, sides.between(start - 1, end))
    return sides.is_turned(start - 1, end) or is_remark_lost


def _edit(gap: Gap, sides: Sides) -> Edit:
    """Give one edit; of words left out that stand in several pieces, those of the first."""
    left, right, texts = sides.left, sides.right, sides.texts
    out = [word for word, piece in left[slice(*gap.left)] if piece is left[gap.left[0]][1]]
    before = texts[0][out[0].start : out[-1].end] if out else ""
    after = (
        texts[1][right[gap.right[0]][0].start : right[gap.right[1] - 1][0].end] if gap.right[0] < gap.right[1] else ""
    )
    start = out[0].start if out else left[gap.left[0] - 1][0].end if gap.left[0] else left[0][0].start
    kind = EditKind.SUBSTITUTE if before and after else EditKind.DELETE if before else EditKind.INSERT
    return Edit(kind=kind, start=start, end=start + len(before), before=before, after=after)


def _show(gap: Gap, sides: Sides) -> str:
    shown = []
    for tokens, text, (start, end) in (
        (sides.left, sides.texts[0], gap.left),
        (sides.right, sides.texts[1], gap.right),
    ):
        near = dict.fromkeys((word.start, word.end) for word, _ in tokens[max(0, start - 2) : end + 2])
        # the s of "20s" is a word of its own, and none to a reader
        told = "".join(text[slice(*place)] + " " * (text[place[1] : place[1] + 1] != "s") for place in near)
        shown.append(f'"{told.strip()}"')
    return " -> ".join(shown)


def _touched(gap: Gap, sides: Sides) -> frozenset[str]:
    """Say what a gap touches; the word behind it is looked at too, so that "at least six" -> "six" is seen."""
    before, after = (
        [part for word, _ in tokens[start : end + 1] for part in text[word.start : word.end].split()]
        for tokens, text, (start, end) in (
            (sides.left, sides.texts[0], gap.left),
            (sides.right, sides.texts[1], gap.right),
        )
    )
    start, left = gap.left[0], sides.left
    begins = not 0 < start < len(left) or left[start][1] is not left[start - 1][1] or _has_stop(sides, start)
    return frozenset(touches_of(before, after, begins=begins))


def _leaps(sides: Sides) -> list[Variant]:
    """Give the places where one pair of marks holds words that the other has in two, with something else between them."""
    found = []
    for (i, j), (k, m) in pairwise(sides.pairs):
        here, there = sides.left[i][1], sides.left[k][1]
        is_one = here is there or goes_on(here, there) or not (here.is_transcript or "\n" in sides.between(i, k))
        if k == i + 1 and m == j + 1 and (sides.is_turned(i, k) or not is_one):
            found.append(_mark(sides, Gap((i + 1, i + 1), (m, m)), Integrity.STITCHED))
    return found


def _respelled(sides: Sides) -> list[Variant]:
    """Give the words that are one word in two spellings, British and American."""
    found = []
    for i, j in sides.pairs:
        here, there = sides.left[i][0], sides.right[j][0]
        is_parted = " " in sides.texts[0][here.start : here.end], " " in sides.texts[1][there.start : there.end]
        if (
            here.key.replace("-", "") != there.key.replace("-", "") or is_parted[0] != is_parted[1]
        ):  # "per cent", "percent"
            found.append(_mark(sides, Gap((i, i + 1), (j, j + 1)), Integrity.PUNCTUATION))
    return found


def _opening(sides: Sides) -> list[Variant]:
    """Give the fillers with which a sentence of the other begins, where the wording leaves them out."""
    first, place = sides.pairs[0]
    start = next((at for at in range(first, 0, -1) if _has_stop(sides, at)), 0)
    lost = [word.key for word, _ in sides.left[start:first]]
    is_left_out = place == 0 and are_fillers(lost, sides.behind(first - 1))
    return [_mark(sides, Gap((start, first), (0, 0)), Integrity.CLEANED_UP)] if is_left_out else []


def _condition(sides: Sides) -> list[Variant]:
    """Give the end of a wording that closes as a sentence where the other goes on with an if, an unless, an except."""
    (last, place), text, left = sides.pairs[-1], sides.texts[1], sides.left
    if place != len(sides.right) - 1 or last + 1 >= len(left) or left[last + 1][1] is not left[last][1]:
        return []
    stop = sides.right[place][0].end
    is_cut = text[stop : stop + 1] in (".", "!", "?") and left[last + 1][0].key in _CONDITIONS
    return (
        [_mark(sides, Gap((last + 1, last + 2), (place + 1, place + 1)), Integrity.TRIMMED_SILENTLY)] if is_cut else []
    )


def _mark(sides: Sides, gap: Gap, integrity: Integrity) -> Variant:
    return replace(variant_of(gap, sides), integrity=integrity, touches=frozenset())


def _begins(sides: Sides) -> bool:
    """Say whether the wording begins where a sentence of the other does."""
    first = sides.pairs[0][0]
    left = sides.left
    start = next((at for at in range(first, 0, -1) if _has_stop(sides, at) or left[at][1] is not left[at - 1][1]), 0)
    return start == first or are_fillers([word.key for word, _ in left[start:first]], sides.behind(first - 1))


def _ends(sides: Sides) -> bool:
    """Say whether the wording ends where a sentence of the other does."""
    last = sides.pairs[-1][0]
    left = sides.left
    return last == len(left) - 1 or left[last][1] is not left[last + 1][1] or _has_stop(sides, last + 1)


def _has_stop(sides: Sides, place: int) -> bool:
    return any(mark in sides.between(place - 1, place) for mark in ".?!;")
