"""Where two wordings part, and what each place does to what was said: the class comes from the words, never from a likeness.

Only the places are told here. Whose words stand at such a place is judged with all witnesses at hand (`verdicts`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from stemma.model import Edit, Integrity
from stemma.stories.pieces import Piece, goes_on
from stemma.stories.runs import LEAST_RUN, joined, pairs_of, runs_in
from stemma.stories.touches import value_of
from stemma.stories.units import CONTENT_RARITY, content_of
from stemma.stories.variants import (
    Gap,
    Sides,
    Token,
    Variant,
    gaps_of,
    is_editors,
    is_more,
    is_part,
    is_same_letters,
    variant_of,
    variants_of,
)
from stemma.text.align import Pairs, aligned
from stemma.text.numerals import COMPOSED, number_of
from stemma.text.spelling import standard
from stemma.text.words import Word

_LEAST_ALIGNED = 0.34
_PERSONS = frozenset("i we my our he she they his her their".split())  # "he will" is another's telling of "I will"
_SAYING = 0.34  # of the content of the shorter of two wordings of one thing is in both
_AKIN = 0.6  # of the shorter of two wordings, from which on they are wordings of one thing
_CURRENCIES = {"$": "dollars", "€": "euros", "£": "pounds", "¥": "yen"}
_SHORT = re.compile(
    r"(?P<base>\w+?)(?P<rest>n't|'ve|'re|'ll|'m)$"
    r"|(?P<it>it|that|there|he|she|what|who)(?P<s>'s)$"
    r"|(?P<can>can)(?P<not>not)$"
)
_FULL = {"n't": "not", "'ve": "have", "'re": "are", "'ll": "will", "'m": "am", "'s": "is", "not": "not"}
_BASES = {"ca": "can", "wo": "will", "sha": "shall"}
_AND = re.compile(r"\s*(?:and|to|or|-|–)\s*")
_PARTED = frozenset(("'", "’", "' ", "’ "))
_CLITICS = frozenset("s t m d re ve ll".split())
# words that houses write short or in figures, each in its own way
_WRITTEN_OUT = {
    "sen": "senator", "sens": "senators", "rep": "representative", "reps": "representatives", "gov": "governor",
    "govt": "government", "gen": "general", "col": "colonel", "lt": "lieutenant", "sgt": "sergeant", "capt": "captain",
    "maj": "major", "cmdr": "commander", "adm": "admiral", "prof": "professor", "dr": "doctor", "vs": "versus",
    "jan": "january", "feb": "february", "aug": "august", "sept": "september", "oct": "october", "nov": "november",
    "dec": "december", "mn": "million", "bn": "billion", "tn": "trillion",
}  # fmt: skip
ORDINALS = {
    "third": ("3", "rd"), "fourth": ("4", "th"), "fifth": ("5", "th"), "sixth": ("6", "th"), "seventh": ("7", "th"),
    "eighth": ("8", "th"), "ninth": ("9", "th"), "tenth": ("10", "th"), "eleventh": ("11", "th"), "twelfth": ("12", "th"),
    "twentieth": ("20", "th"),
}  # fmt: skip
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
    def edited(self) -> tuple[Variant, ...]:
        """Give the places at which words of the text come or go."""
        return tuple(variant for variant in self.variants if variant.edit.before or variant.edit.after)

    @property
    def edits(self) -> tuple[Edit, ...]:
        """Give what turns the other's words into these."""
        return tuple(variant.edit for variant in self.edited)

    @property
    def touches(self) -> tuple[str, ...]:
        """Give what the places touch."""
        return tuple(sorted({touch for variant in self.variants for touch in variant.touches}))


def differ(before: Sequence[Piece], after: Piece) -> Difference:
    """Compare a wording (after) with another report's (before).

    It is held against the piece that has most of its words, or against all of them, in their order or in its own; a speech
    also by where each run of words stands. Words ahead of the first and behind the last equal word are not counted where
    the other has none: whoever quotes chooses where to begin. The class is that of a wording in marks; it tells nothing of marks.
    """
    options = [_differ([one], after) for one in before]
    fullest = max(options, key=lambda one: one.share)
    having = [
        (one, piece)
        for one, piece in zip(options, before, strict=True)
        if one.run >= LEAST_RUN and (one is fullest or len(one.shared - fullest.shared) >= LEAST_RUN)
    ]
    if len(having) > 1:
        pieces = [piece for _, piece in having]
        turned = [piece for _, piece in sorted(having, key=lambda one: min(one[0].shared))]
        options += [_differ(order, after) for order in ([pieces] if turned == pieces else [pieces, turned])]
    if before[0].is_transcript:
        options.append(_differ_by_runs(before, after))
        row = sorted(before, key=lambda one: one.key)
        if len(row) > 1 and all(goes_on(one, other) for one, other in pairwise(row)):  # sentences of a word or two
            options.append(_differ(row, after))
    return max(options, key=lambda one: (one.share, SEVERITY.index(one.integrity)))


def differ_whole(before: Piece, after: Piece) -> Difference:
    """Compare two claims as wholes: what stands ahead of the first and behind the last equal word counts too."""
    return _differ([before], after, is_whole=True)


def _differ_by_runs(before: Sequence[Piece], after: Piece) -> Difference:
    """Compare a quotation with what was said of each of its runs of words: in its order, wherever that stands in the speech."""
    said = [_in_tokens(piece) for piece in before]
    right = _in_tokens(after)
    runs = runs_in([[word for word, _ in one] for one in said], [word for word, _ in right], after.report.text)
    places = list(joined(runs, [len(one) for one in said]))
    left = [said[number][n] for number, n, _ in places]
    is_run = [is_of_run for *_, is_of_run in places]
    keys = [word.key for word, _ in left]
    pairs = pairs_of(runs, list(zip(keys, is_run, strict=True)), [word.key for word, _ in right])
    texts = (before[0].report.text, after.report.text)
    return _difference(Sides(left=left, right=right, pairs=pairs, texts=texts), is_whole=False)


def _differ(before: Sequence[Piece], after: Piece, *, is_whole: bool = False) -> Difference:
    left = [token for piece in before for token in _in_tokens(piece)]
    right = _in_tokens(after)
    texts = (before[0].report.text, after.report.text)
    return _difference(Sides(left=left, right=right, pairs=_closed(left, right), texts=texts), is_whole=is_whole)


def _difference(sides: Sides, *, is_whole: bool) -> Difference:
    left, right, pairs = sides.left, sides.right, sides.pairs
    share = len(pairs) / max(1, len(right))
    if not pairs:
        return Difference()
    if is_whole and share < _LEAST_ALIGNED:  # too little in common for words to stand against words
        return Difference(share=share)
    gaps = gaps_of(pairs, len(left), len(right), is_whole=is_whole)
    gaps = [_fitted(gap, sides) for gap in gaps]
    same = [gap for gap in gaps if is_same_letters(gap, sides)]
    gaps = [gap for gap in gaps if gap not in same]
    if not (is_whole or left[0][1].is_transcript):  # who quotes more of a speech than the other alters nothing
        gaps = [gap for gap in gaps if not (is_more(gap, pairs) or is_editors(gap, sides))]
    variants = [variant_of(gap, sides) for gap in gaps] if is_whole else variants_of(sides, gaps, same)
    return Difference(
        variants=tuple(variants),
        share=share,
        size=len(right),
        run=longest_run(pairs),
        shared=frozenset(j for _, j in pairs).union(*(range(*gap.right) for gap in same)),
        is_akin=_are_akin(pairs, len(left), len(right)) and (bool(same) or _have_content(sides)),
        is_part=is_part(sides),
    )


def _fitted(gap: Gap, sides: Sides) -> Gap:
    """Give a gap at the end with a word of the other more or less, where that makes one word of both: "good will", "goodwill"."""
    if gap.right[1] < len(sides.right):
        return gap
    options = [replace(gap, left=(gap.left[0], gap.left[1] + more)) for more in (0, 1, -1)]
    return next((one for one in options if is_same_letters(one, sides)), gap)


def _in_tokens(piece: Piece) -> list[Token]:
    found: list[Token] = []
    told: list[Word] = []
    for word in piece.words:
        if word.key == "cent" and told and told[-1].key == "per":
            told[-1] = Word(told[-1].start, word.end, "percent")
        elif word.key == "m" and told and told[-1].end == word.start:  # "$900m"
            told.append(Word(word.start, word.end, "million"))
        elif word.key in _CLITICS and told and piece.report.text[told[-1].end : word.start] in _PARTED:  # "She’ s"
            told[-1] = Word(told[-1].start, word.end, f"{told[-1].key}'{word.key}")
        else:
            told.append(word)
    for word in _composed(told, piece):
        found += [(token, piece) for token in _tokens(word)]
    return found


def _composed(told: Sequence[Word], piece: Piece) -> list[Word]:
    """Take the words of one number together: "four hundred and twelve thousand" is 412,000 in whatever spelling."""
    text = piece.report.text
    matches = [match for span in piece.spans for match in COMPOSED.finditer(text, span.start, span.end)]
    kept = [word for word in told if not any(one.start() <= word.start < one.end() for one in matches)]
    numbers = [Word(one.start(), one.end(), f"{one['currency']}{number_of(one['number']):.12g}") for one in matches]
    if not matches:
        return list(told)
    kept = [next(filter(None, (_scaled(word, one, text) for one in matches)), word) for word in kept]
    return sorted([*kept, *numbers])


def _scaled(word: Word, match: re.Match[str], text: str) -> Word | None:
    """Give the number before another with the scale of both: of "$140 and $150 million" the first too is of millions."""
    value, scale = value_of(word.key), match["scale"]
    if value is None or scale is None or word.end > match.start() or not _AND.fullmatch(text, word.end, match.start()):
        return None
    sign = word.key[0] if word.key[0] in _CURRENCIES else ""
    return word._replace(key=f"{sign}{value * (number_of(f'one {scale}') or 1):.12g}")


def _tokens(word: Word) -> list[Word]:
    """Give a word in the form in which spellings are one: "doesn't" as two words, numbers by their value, 40% as two.

    >>> [token.key for word in (Word(0, 7, "doesn't"), Word(8, 14, "eleven"), Word(15, 18, "40%")) for token in _tokens(word)]
    ['does', 'not', '11', '40', 'percent']
    >>> [token.key for word in (Word(0, 3, "sen"), Word(5, 13, "eleventh"), Word(14, 16, "bn")) for token in _tokens(word)]
    ['senator', '11', 'th', '1000000000']
    >>> [token.key for token in _tokens(Word(0, 8, "$412,000"))]
    ['412000', 'dollars']
    """
    if word.key in ORDINALS:
        return [Word(word.start, word.end, key) for key in ORDINALS[word.key]]
    word = word._replace(key=_WRITTEN_OUT.get(word.key, word.key))
    short = _SHORT.match(word.key)
    if short is not None:
        base, rest = (part for part in short.groups() if part is not None)
        cut = word.start + len(base)
        return [Word(word.start, cut, _BASES.get(base, base)), Word(cut, word.end, _FULL[rest])]
    if word.key.endswith("%") and value_of(word.key) is not None:
        cut = word.end - 1
        return [Word(word.start, cut, f"{value_of(word.key):.12g}"), Word(cut, word.end, "percent")]
    value = value_of(word.key)
    number = Word(word.start, word.end, word.key if value is None else f"{value:.12g}")
    return [number, number._replace(key=_CURRENCIES[word.key[0]])] if word.key[0] in _CURRENCIES else [number]


def _closed(left: Sequence[Token], right: Sequence[Token]) -> Pairs:
    """Give the equal words of two wordings, the first and the last run next to their neighbours where they may stand there.

    Of "I spoke, and I will not share it" the words "I will not share it" are the end, not the first word and the end. What stands
    whole in the other stands there.
    """
    whole = _whole([standard(word.key) for word, _ in left], [standard(word.key) for word, _ in right])
    if whole is not None:
        return whole
    keys = [word.key for word, _ in left]
    pairs = _drawn(keys, _filled(left, right, aligned([word for word, _ in left], [word for word, _ in right])))
    turned = _drawn(keys[::-1], _turned(pairs, len(left), len(right)))
    return _turned(turned, len(left), len(right))


def _whole(left: Sequence[str], right: Sequence[str]) -> Pairs | None:
    """Give where the shorter of two stands in the other word for word, once alone; None where it does not.

    >>> _whole("I spoke and I will not share it".split(), "I will not share it".split())
    [(3, 0), (4, 1), (5, 2), (6, 3), (7, 4)]
    """
    short, long = sorted((left, right), key=len)
    places = [n for n in range(len(long) - len(short) + 1) if long[n : n + len(short)] == short]
    if len(places) != 1 or len(short) < LEAST_RUN:
        return None
    pairs = [(n, places[0] + n) for n in range(len(short))]
    return pairs if short is left else [(j, i) for i, j in pairs]


def _filled(left: Sequence[Token], right: Sequence[Token], pairs: Pairs) -> Pairs:
    """Give the pairs with equal words between them that a path as short has: of many shortest paths, one with more words."""
    ours, theirs = ([standard(word.key) for word, _ in tokens] for tokens in (left, right))
    filled: Pairs = []
    at = (0, 0)
    for i, j in (*pairs, (len(left), len(right))):
        more = LCSseq.editops(ours[at[0] : i], theirs[at[1] : j]).as_matching_blocks()
        equal = [(at[0] + one.a + n, at[1] + one.b + n) for one in more for n in range(one.size)]
        inner = equal if content_of(ours[k] for k, _ in equal) else []  # "the" and "of" are equal by chance
        ends = [(at[0] - 1, at[1] - 1), *inner, (i, j)]
        cost = sum(max(k - one - 1, m - other - 1) for (one, other), (k, m) in pairwise(ends))
        filled += inner if cost <= max(i - at[0], j - at[1]) else []
        filled.append((i, j))
        at = (i + 1, j + 1)
    return filled[:-1]


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
    spans = [pairs[-1][side] - pairs[0][side] + 1 for side in (0, 1)]
    least = min(left_size, right_size)
    return len(pairs) >= max(_AKIN * least if least > 3 else least, 0.5 * min(spans), 0.25 * max(spans))


def _have_content(sides: Sides) -> bool:
    """Say whether two share their part of what the one with less to say says: more than "is", "in" and "the"."""
    ours, theirs = (content_of(word.key for word, _ in tokens) for tokens in (sides.left, sides.right))
    whole = min(sum(rarity - CONTENT_RARITY for rarity in content.values()) for content in (ours, theirs))
    return sum(ours[key] - CONTENT_RARITY for key in ours.keys() & theirs.keys()) >= _SAYING * whole
