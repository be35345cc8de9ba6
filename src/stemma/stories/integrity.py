"""Where two wordings part, and what each place does to what was said: the class comes from the words, never from a likeness.

Only the places are told here. Whose words stand at such a place is judged with all witnesses at hand (`verdicts`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from stemma.model import Edit, EditKind, Integrity
from stemma.stories.pieces import Piece, goes_on
from stemma.stories.shortenings import are_fillers, are_of_one_verb, class_of_cut, is_remark
from stemma.stories.touches import touches_of, value_of
from stemma.text.align import Pairs, aligned
from stemma.text.words import Word

_LEAST_ALIGNED = 0.34
_UNHEARD = re.compile(
    r"[\[(][^\])]{0,30}\b(?:inaudible|unintelligible|indistinct|unclear|crosstalk|cross[ -]talk|overlapping)\b",
    re.IGNORECASE,
)
_LEAST_RUN = 5  # words in a row without which a second piece of the other adds but chance to a comparison
_CONDITIONS = frozenset({"if", "unless", "except", "provided"})
_PERSONS = frozenset("i we my our he she they his her their".split())  # "he will" is another's telling of "I will"
_AKIN = 0.6  # of the shorter of two wordings, from which on they are wordings of one thing
_SHORT = re.compile(
    r"(?P<base>\w+?)(?P<rest>n't|'ve|'re|'ll|'m)$"
    r"|(?P<it>it|that|there|he|she|what|who)(?P<s>'s)$"
    r"|(?P<can>can)(?P<not>not)$"
)
_FULL = {"n't": "not", "'ve": "have", "'re": "are", "'ll": "will", "'m": "am", "'s": "is", "not": "not"}
_BASES = {"ca": "can", "wo": "will", "sha": "shall"}
SEVERITY = (
    Integrity.STITCHED,
    Integrity.REWORDED_INSIDE_MARKS,
    Integrity.TRIMMED_SILENTLY,
    Integrity.UNDECIDED,
    Integrity.TRIMMED_MARKED,
    Integrity.CLEANED_UP,
    Integrity.PARAPHRASE,
    Integrity.FRAGMENT,
    Integrity.PUNCTUATION,
    Integrity.VERBATIM,
)
_SAME = frozenset((Integrity.VERBATIM, Integrity.PUNCTUATION, Integrity.FRAGMENT))

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How one wording differs from another: the places, and the class that they give where the other's words stand.

    `share` is the part of the wording's words that the other has in order; `shared` are their places among its `size` words,
    `run` is the most of them that follow each other on both sides;
    `is_akin` says that the
    two have enough in common to word one thing, `is_part` that the wording begins or ends inside a sentence of the other.
    """

    variants: tuple[Variant, ...] = ()
    share: float = 0.0
    shared: frozenset[int] = frozenset()
    size: int = 0
    run: int = 0
    is_akin: bool = False
    is_part: bool = False

    @property
    def integrity(self) -> Integrity:
        """Give the gravest class of its places."""
        if self.share < _LEAST_ALIGNED:
            return Integrity.PARAPHRASE
        rest = Integrity.FRAGMENT if self.is_part else Integrity.VERBATIM
        return min((*(variant.integrity for variant in self.variants), rest), key=SEVERITY.index)

    @property
    def is_same(self) -> bool:
        """Say whether the wording has the other's words as far as both go, in whatever spelling."""
        return self.is_akin and self.integrity in _SAME

    @property
    def is_same_inside(self) -> bool:
        """Say whether the words from the first to the last that both have are the same: around them a report tells its own."""
        inner = [
            one
            for one in self.variants
            if (one.place[0] > 0 and one.place[1] < self.size) or _PERSONS & {*one.out, *one.put}
        ]
        return self.is_akin and all(one.integrity in _SAME for one in inner)

    @property
    def edits(self) -> tuple[Edit, ...]:
        """Give what turns the other's words into these."""
        return tuple(variant.edit for variant in self.variants if variant.edit.before or variant.edit.after)

    @property
    def by_edit(self) -> tuple[frozenset[str], ...]:
        """Give what each edit touches."""
        return tuple(variant.touches for variant in self.variants)

    @property
    def shown(self) -> tuple[str, ...]:
        """Give each edit in the words of both, with a few words around: "had probably been" -> "had been"."""
        return tuple(variant.shown for variant in self.variants)

    @property
    def touches(self) -> tuple[str, ...]:
        """Give what the places touch."""
        return tuple(sorted({touch for variant in self.variants for touch in variant.touches}))


def differ(before: Sequence[Piece], after: Piece) -> Difference:
    """Compare a wording (after) with another report's (before).

    It is held against the piece that has most of its words, or against all of them, in their order or in its own. Words ahead
    of the first and behind the last equal word are not counted where the other has none: whoever quotes chooses where to
    begin. The class is that of a wording in marks; it says nothing about marks.
    """
    options = [_differ([one], after) for one in before]
    having = [(one, piece) for one, piece in zip(options, before, strict=True) if one.run >= _LEAST_RUN]
    if len(having) > 1:
        pieces = [piece for _, piece in having]
        turned = [piece for _, piece in sorted(having, key=lambda one: min(one[0].shared))]
        options += [_differ(order, after) for order in ([pieces] if turned == pieces else [pieces, turned])]
    return max(options, key=lambda one: (one.share, SEVERITY.index(one.integrity)))


def differ_whole(before: Piece, after: Piece) -> Difference:
    """Compare two claims as wholes: what stands ahead of the first and behind the last equal word counts too."""
    return _differ([before], after, is_whole=True)


def _differ(before: Sequence[Piece], after: Piece, *, is_whole: bool = False) -> Difference:
    left = [(token, piece) for piece in before for word in piece.words for token in _tokens(word)]
    right = [(token, after) for word in after.words for token in _tokens(word)]
    pairs = _closed(left, right)
    share = len(pairs) / max(1, len(right))
    if not pairs:
        return Difference()
    sides = _Sides(left=left, right=right, pairs=pairs, texts=(before[0].report.text, after.report.text))
    if is_whole and share < _LEAST_ALIGNED:  # too little in common for words to stand against words
        return Difference(share=share)
    gaps = _gaps(pairs, len(left), len(right), is_whole=is_whole)
    same = [gap for gap in gaps if _is_same_letters(gap, sides)]
    gaps = [gap for gap in gaps if gap not in same]
    if not (is_whole or before[0].is_transcript):  # who quotes more of a speech than the other alters nothing
        gaps = [gap for gap in gaps if not _is_more(gap, pairs)]
    variants = [_variant(gap, sides) for gap in gaps]
    begins, ends = _begins(sides), _ends(sides)
    if not is_whole:
        variants += [_mark(sides, gap, Integrity.PUNCTUATION) for gap in same]
        variants += _leaps(sides) + _respelled(sides) + _condition(sides) + (_opening(sides) if ends else [])
    return Difference(
        variants=tuple(sorted(variants, key=lambda one: one.place)),
        share=share,
        size=len(right),
        run=longest_run(pairs),
        shared=frozenset(j for _, j in pairs).union(*(range(*gap.right) for gap in same)),
        is_akin=_are_akin(pairs, len(left), len(right)),
        is_part=not (begins and ends),
    )


@dataclass(frozen=True, slots=True)
class _Gap:
    """A place where two wordings part: word ranges left out and put in."""

    left: tuple[int, int]
    right: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sides:
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


def _closed(left: Sequence[Token], right: Sequence[Token]) -> Pairs:
    """Give the equal words of two wordings, the first and the last run next to their neighbours where they may stand there.

    Of "I spoke, and I will not share it" the words "I will not share it" are the end, not the first word and the end.
    """
    keys = [word.key for word, _ in left]
    pairs = _drawn(keys, aligned([word for word, _ in left], [word for word, _ in right]))
    turned = _drawn(keys[::-1], _turned(pairs, len(left), len(right)))
    return _turned(turned, len(left), len(right))


def _turned(pairs: Pairs, left_size: int, right_size: int) -> Pairs:
    return [(left_size - 1 - i, right_size - 1 - j) for i, j in reversed(pairs)]


def _drawn(keys: Sequence[str], pairs: Pairs) -> Pairs:
    """Give the pairs with their first run moved to the second where nothing but words of the other lies between them."""
    size = next((n for n in range(1, len(pairs)) if pairs[n][0] != pairs[n - 1][0] + 1), len(pairs))
    if size == len(pairs) or pairs[size][1] != pairs[0][1] + size:
        return pairs
    start, stop = pairs[0][0], pairs[size][0]
    if keys[stop - size : stop] != keys[start : start + size]:
        return pairs
    moved = [(stop - size + n, pairs[n][1]) for n in range(size)]
    return _drawn(keys, [*moved, *pairs[size:]])


def longest_run(pairs: Sequence[tuple[int, int]]) -> int:
    """Give the most equal words that follow each other on both sides.

    >>> longest_run([(0, 0), (1, 1), (3, 2)])
    2
    """
    longest = run = min(1, len(pairs))
    for (i, j), (k, m) in pairwise(pairs):
        run = run + 1 if (k, m) == (i + 1, j + 1) else 1
        longest = max(longest, run)
    return longest


def _are_akin(pairs: Sequence[tuple[int, int]], left_size: int, right_size: int) -> bool:
    """Say whether equal words are most of the shorter wording, and stand together in both."""
    span = max(pairs[-1][0] - pairs[0][0], pairs[-1][1] - pairs[0][1]) + 1
    least = min(left_size, right_size)
    return len(pairs) >= (_AKIN * least if least > 3 else least) and (
        len(pairs) >= 0.5 * (pairs[-1][1] - pairs[0][1] + 1) and len(pairs) >= 0.25 * span
    )


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


def _is_same_letters(gap: _Gap, sides: _Sides) -> bool:
    """Say whether words differ only by being written together or apart: "any more", "anymore"."""
    left, right = (
        "".join(word.key for word, _ in tokens[slice(*part)]).replace("-", "").replace("'", "")
        for tokens, part in ((sides.left, gap.left), (sides.right, gap.right))
    )
    return left == right


def _is_more(gap: _Gap, pairs: Sequence[tuple[int, int]]) -> bool:
    """Say whether a gap is but words ahead of the first or behind the last equal word, where the other has none."""
    is_outside = gap.right[1] <= pairs[0][1] or gap.right[0] > pairs[-1][1]
    return is_outside and gap.left[0] == gap.left[1]


def _variant(gap: _Gap, sides: _Sides) -> Variant:
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


def _cut_class(gap: _Gap, out: Sequence[str], sides: _Sides) -> Integrity:
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
    is_speech = sides.left[start][
        1
    ].is_transcript  # what a quotation goes on with is one remark with it, of a speech it is not
    if integrity is Integrity.TRIMMED_SILENTLY and is_speech and is_remark(out, sides.between(start - 1, end)):
        return Integrity.STITCHED
    return integrity


def _put_class(gap: _Gap, out: Sequence[str], put: Sequence[str], sides: _Sides) -> Integrity:
    first, last = sides.right[gap.right[0]][0], sides.right[gap.right[1] - 1][0]
    text = sides.texts[1]
    if sides.left[0][1].is_transcript and _UNHEARD.search(sides.around(gap.left)):
        return Integrity.UNDECIDED  # the transcript itself says that it lacks words here
    if "[" in text[max(0, first.start - 2) : first.start + 1] and "]" in text[last.end - 1 : last.end + 2]:
        return Integrity.TRIMMED_MARKED
    return Integrity.CLEANED_UP if are_of_one_verb(out, put) else Integrity.REWORDED_INSIDE_MARKS


def _edit(gap: _Gap, sides: _Sides) -> Edit:
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


def _show(gap: _Gap, sides: _Sides) -> str:
    shown = []
    for tokens, text, (start, end) in (
        (sides.left, sides.texts[0], gap.left),
        (sides.right, sides.texts[1], gap.right),
    ):
        near = [word for word, _ in tokens[max(0, start - 2) : end + 2]]
        shown.append(f'"{" ".join(text[word.start : word.end] for word in near)}"')
    return " -> ".join(shown)


def _touched(gap: _Gap, sides: _Sides) -> frozenset[str]:
    """Say what a gap touches; the word behind it is looked at too, so that "at least six" -> "six" is seen."""
    before, after = (
        [text[word.start : word.end] for word, _ in tokens[start : end + 1]]
        for tokens, text, (start, end) in (
            (sides.left, sides.texts[0], gap.left),
            (sides.right, sides.texts[1], gap.right),
        )
    )
    return frozenset(touches_of(before, after))


def _leaps(sides: _Sides) -> list[Variant]:
    """Give the places where one pair of marks holds words that the other has in two, with something else between them."""
    found = []
    for (i, j), (k, m) in pairwise(sides.pairs):
        here, there = sides.left[i][1], sides.left[k][1]
        is_one = goes_on(here, there) or not (here.is_transcript or "\n" in sides.between(i, k))
        if k == i + 1 and m == j + 1 and here is not there and (sides.is_turned(i, k) or not is_one):
            found.append(_mark(sides, _Gap((i + 1, i + 1), (m, m)), Integrity.STITCHED))
    return found


def _respelled(sides: _Sides) -> list[Variant]:
    """Give the words that are one word in two spellings, British and American."""
    found = []
    for i, j in sides.pairs:
        here, there = sides.left[i][0].key, sides.right[j][0].key
        if here != there and here.replace("-", "") != there.replace("-", ""):
            found.append(_mark(sides, _Gap((i, i + 1), (j, j + 1)), Integrity.PUNCTUATION))
    return found


def _opening(sides: _Sides) -> list[Variant]:
    """Give the fillers with which a sentence of the other begins, where the wording leaves them out."""
    first, place = sides.pairs[0]
    start = next((at for at in range(first, 0, -1) if _has_stop(sides, at)), 0)
    lost = [word.key for word, _ in sides.left[start:first]]
    is_left_out = place == 0 and are_fillers(lost, sides.behind(first - 1))
    return [_mark(sides, _Gap((start, first), (0, 0)), Integrity.CLEANED_UP)] if is_left_out else []


def _condition(sides: _Sides) -> list[Variant]:
    """Give the end of a wording that closes as a sentence where the other goes on with an if, an unless, an except."""
    (last, place), text, left = sides.pairs[-1], sides.texts[1], sides.left
    if place != len(sides.right) - 1 or last + 1 >= len(left) or left[last + 1][1] is not left[last][1]:
        return []
    stop = sides.right[place][0].end
    is_cut = text[stop : stop + 1] in (".", "!", "?") and left[last + 1][0].key in _CONDITIONS
    return (
        [_mark(sides, _Gap((last + 1, last + 2), (place + 1, place + 1)), Integrity.TRIMMED_SILENTLY)] if is_cut else []
    )


def _mark(sides: _Sides, gap: _Gap, integrity: Integrity) -> Variant:
    return replace(_variant(gap, sides), integrity=integrity, touches=frozenset())


def _begins(sides: _Sides) -> bool:
    """Say whether the wording begins where a sentence of the other does."""
    first = sides.pairs[0][0]
    left = sides.left
    start = next((at for at in range(first, 0, -1) if _has_stop(sides, at) or left[at][1] is not left[at - 1][1]), 0)
    return start == first or are_fillers([word.key for word, _ in left[start:first]], sides.behind(first - 1))


def _ends(sides: _Sides) -> bool:
    """Say whether the wording ends where a sentence of the other does."""
    last = sides.pairs[-1][0]
    left = sides.left
    return last == len(left) - 1 or left[last][1] is not left[last + 1][1] or _has_stop(sides, last + 1)


def _has_stop(sides: _Sides, place: int) -> bool:
    return any(mark in sides.between(place - 1, place) for mark in ".?!;")
