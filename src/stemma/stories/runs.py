"""Runs of a quotation's words in a speech: each is found wherever it was said, and they are joined as they are quoted.

An alignment of the whole takes chance words in order for a remark that stands out of order; a run of words is no chance.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from stemma.stories.shortenings import JOINTS, are_fillers
from stemma.stories.units import content_of
from stemma.text.align import Pairs, aligned_keys
from stemma.text.spelling import standard
from stemma.text.words import Word

LEAST_RUN = 5  # words in a row that are no chance where they are a sentence of the quotation, or weigh enough ...
LEAST_CONTENT = 12_000  # ... in millibits of content words
_LONG_RUN = 7  # common words in a row
_LEAST_SENTENCE = 3  # words that are a sentence on both sides
_LONGEST_FILLER = 4
_NEAR = 3  # words on from a run among which those that stand beside it in the quotation are sought
_TAKEN = ""  # no word is empty


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a quotation that follow each other in one sentence of a speech, but for fillers; `sentence` is its number."""

    sentence: int
    pairs: Pairs

    @property
    def said(self) -> tuple[int, int]:
        """Where it stands among the sentence's words, end exclusive."""
        return self.pairs[0][0], self.pairs[-1][0] + 1

    @property
    def quoted(self) -> tuple[int, int]:
        """Where it stands among the quotation's words, end exclusive."""
        return self.pairs[0][1], self.pairs[-1][1] + 1


def runs_in(said: Sequence[Sequence[Word]], quoted: Sequence[Word], text: str) -> list[Run]:
    """Give the runs of a quotation in the sentences of a speech, the longest first sought, in the quotation's order.

    Of words that were said more than once those are taken that stand in order, and nearest to what has been found.
    """
    sides = [[standard(word.key) for word in sentence] for sentence in said]
    own = [standard(word.key) for word in quoted]
    stops = stops_in(quoted, text)
    longest = [Run(number, longest_in(keys, own)) for number, keys in enumerate(sides)]
    found: list[Run] = []
    while fit := [run for run in longest if _is_found(run, sides[run.sentence], stops)]:
        best = min(fit, key=lambda run: (-len(run.pairs), _distance(run, found, said), run.sentence))
        found.append(best)
        for i, j in best.pairs:
            sides[best.sentence][i] = own[j] = _TAKEN
        taken = {j for _, j in best.pairs}
        longest = [
            run
            if run is not best and taken.isdisjoint(j for _, j in run.pairs)
            else Run(run.sentence, longest_in(sides[run.sentence], own))
            for run in longest
        ]
    return sorted(found, key=lambda run: run.quoted)


def _is_found(run: Run, said: Sequence[str], stops: frozenset[int]) -> bool:
    weight = sum(content_of(said[i] for i, _ in run.pairs).values())
    return is_no_chance(run.pairs, said, stops, weight)


def _distance(run: Run, found: Sequence[Run], said: Sequence[Sequence[Word]]) -> tuple[bool, int]:
    """Give whether a run stands in another order than the nearest of those found, and how far from it."""

    def apart(other: Run) -> tuple[bool, int]:
        ahead, behind = (other, run) if other.quoted < run.quoted else (run, other)
        end, start = said[ahead.sentence][ahead.said[1] - 1].end, said[behind.sentence][behind.said[0]].start
        return start < end, abs(start - end)

    return min((apart(other) for other in found), default=(False, 0))


def stops_in(quoted: Sequence[Word], text: str) -> frozenset[int]:
    """Give the places between a quotation's words where a sentence of it may begin or end: its ends, a stop, a ", and"."""
    between = [text[here.end : there.start] for here, there in pairwise(quoted)]
    stops = {0, len(quoted)} | {n for n, signs in enumerate(between, 1) if any(sign in signs for sign in ".?!;…")}
    joints = {n for n, signs in enumerate(between, 1) if "," in signs and quoted[n].key in JOINTS}
    return frozenset(stops | joints | {n + 1 for n in joints})


def is_no_chance(pairs: Pairs, said: Sequence[str], stops: frozenset[int], weight: int) -> bool:
    """Say whether a run is long, or has content of some weight, or is a sentence: the shortest on both sides."""
    if len(pairs) < _LEAST_SENTENCE:
        return False
    is_sentence = {pairs[0][1], pairs[-1][1] + 1} <= stops
    if len(pairs) >= (LEAST_RUN if is_sentence or weight >= LEAST_CONTENT else _LONG_RUN):
        return True
    opening = said[: pairs[0][0]]
    return is_sentence and pairs[-1][0] + 1 == len(said) and (not opening or are_fillers(opening))


def longest_in(said: Sequence[str], quoted: Sequence[str]) -> Pairs:
    """Give the longest run of words of a quotation in one sentence of a speech, over fillers and false starts of the speaker.

    >>> longest_in("it was uh not the money alone".split(), "the road was not the money".split())
    [(1, 2), (3, 3), (4, 4), (5, 5)]
    """
    places: dict[str, list[int]] = defaultdict(list)
    for i, key in enumerate(said):
        places[key].append(i)
    lengths: dict[tuple[int, int], int] = {}
    ahead: dict[tuple[int, int], tuple[int, int]] = {}
    for j, key in enumerate(quoted):
        for i in places.get(key, ()) if key != _TAKEN else ():
            before = [(k, j - 1) for k in _words_before(said, i) if (k, j - 1) in lengths]
            if before:
                ahead[i, j] = max(before, key=lambda one: (lengths[one], one))
            lengths[i, j] = 1 + (lengths[ahead[i, j]] if before else 0)
    pairs: Pairs = []
    end = max(lengths, key=lambda one: (lengths[one], -one[1], -one[0]), default=None)
    while end is not None:
        pairs.append(end)
        end = ahead.get(end)
    return pairs[::-1]


def _words_before(said: Sequence[str], place: int) -> Iterator[int]:
    """Give where the word before may stand: at once, or ahead of a filler or a false start."""
    yield place - 1
    for size in range(1, min(_LONGEST_FILLER, place) + 1):
        skipped = said[place - size : place]
        if are_fillers(skipped) or list(skipped) == list(said[place : place + size]):
            yield place - size - 1


def joined(runs: Sequence[Run], sizes: Sequence[int]) -> Iterator[tuple[int, int, bool]]:
    """Give the words of a speech, as (sentence, place, is of a run), that runs in a quotation's order leave beside each other.

    What lies between two runs is given where the second was said behind the first; else only what may stand beside them.
    """
    last: Run | None = None
    for run in runs:
        start, end = run.said
        if last is None:
            yield from ((run.sentence, n, False) for n in range(start))
        else:
            yield from ((*place, False) for place in _between(last, run, sizes))
        yield from ((run.sentence, n, True) for n in range(start, end))
        last = run
    if last is not None:
        yield from ((last.sentence, n, False) for n in range(last.said[1], sizes[last.sentence]))


def _between(here: Run, there: Run, sizes: Sequence[int]) -> list[tuple[int, int]]:
    stop, start = here.said[1], there.said[0]
    if here.sentence == there.sentence and stop <= start:
        return [(here.sentence, n) for n in range(stop, start)]
    tail = [(here.sentence, n) for n in range(stop, sizes[here.sentence])]
    head = [(there.sentence, n) for n in range(start)]
    if here.sentence < there.sentence:
        return tail + head
    most = there.quoted[0] - here.quoted[1]
    return tail[:most] + head[max(0, len(head) - most) :]


def pairs_of(runs: Sequence[Run], left: Sequence[tuple[str, bool]], right: Sequence[str]) -> Pairs:
    """Give the equal words of a speech that is joined and a quotation: those of the runs, and those beside them."""
    keys = [standard(key) for key, _ in left]
    own = [standard(key) for key in right]
    pairs: Pairs = []
    at = begun = 0
    for run in runs:
        first = next(n for n in range(at, len(left)) if left[n][1])
        pairs += _beside(keys, own, (at, first), (begun, run.quoted[0]))
        pairs += [(first + i - run.said[0], j) for i, j in run.pairs]
        at, begun = first + run.said[1] - run.said[0], run.quoted[1]
    return pairs + _beside(keys, own, (at, len(keys)), (begun, len(own)))


def _beside(left: Sequence[str], right: Sequence[str], said: tuple[int, int], quoted: tuple[int, int]) -> Pairs:
    """Align what stands between two runs; of a long stretch of the speech the words next to either run."""
    size = quoted[1] - quoted[0]
    if not size:
        return []
    near = [n for n in range(*said) if n < said[0] + size + _NEAR or n >= said[1] - size - _NEAR]
    equal = aligned_keys([left[n] for n in near], right[slice(*quoted)])
    return [(near[i], quoted[0] + j) for i, j in equal]
