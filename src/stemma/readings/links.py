"""Links: which cue a content belongs to, which source a cue, from the network's vectors and how far apart they stand."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from stemma.readings.tagging import Role, Run

LINK = 32  # numbers in a vector of a link
_GAPS = (1, 2, 4, 8, 16, 32)  # tokens between two runs, where a class of distance begins
DISTANCES = 2 * (len(_GAPS) + 1)
STEPS = 14  # paragraphs between (0, 1, more) by side, and other cues between (0, 1, 2, more) by side
_LOSS = 4.0  # log-odds; a content that fits another cue better by more than this stays with it
_FAR = 150  # tokens; farther apart than a window showed in fitting

Span = tuple[int, int]  # tokens, the last excluded
Floats = npt.NDArray[np.float32]


def distance_of(run: Span, cue: Span) -> int:
    """Give the class of distance between a run and a cue: by the tokens between them, and the side.

    >>> distance_of((0, 3), (3, 4)), distance_of((9, 12), (3, 4))
    (0, 10)
    """
    is_after = run[0] >= cue[1]
    gap = run[0] - cue[1] if is_after else cue[0] - run[1]
    return bisect_right(_GAPS, gap) + (len(_GAPS) + 1 if is_after else 0)


def steps_of(run: Span, cue: Span, paragraphs: Sequence[int], cue_starts: Sequence[int]) -> tuple[int, int]:
    """Give the classes of what lies between a run and a cue: paragraphs, and other cues."""
    is_after = run[0] >= cue[1]
    apart = min(2, abs(paragraphs[run[0]] - paragraphs[cue[0]]))
    left, right = (cue[1], run[0]) if is_after else (run[1], cue[0])
    between = min(3, max(0, bisect_right(cue_starts, right - 1) - bisect_right(cue_starts, left - 1)))
    return apart + (3 if is_after else 0), 6 + between + (4 if is_after else 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """One attribution as runs of tokens: a cue, the contents that belong to it, its source if it has one."""

    cue: Span | None
    source: Span | None
    contents: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Links:
    """What the network gave to link runs with: vectors (token, 4 x LINK), silence by token, and learned weights of distance."""

    vectors: Floats
    silent: Floats
    distance: Floats
    step: Floats

    def scores(self, run: Span, cues: Sequence[Span], which: int, paragraphs: Sequence[int]) -> list[float]:
        """Give the score of one run with each cue; `which` 0 for a content, 1 for a source."""
        own = self._vector(run, 2 * which)
        starts = [first for first, _ in cues]
        found = []
        for cue in cues:
            apart, between = steps_of(run, cue, paragraphs, starts)
            bias = self.distance[which, distance_of(run, cue)] + self.step[which, apart] + self.step[which, between]
            found.append(float(own @ self._vector(cue, 2 * which + 1) + bias))
        return found

    def _vector(self, run: Span, part: int) -> Floats:
        columns = slice(part * LINK, (part + 1) * LINK)
        return (self.vectors[run[0], columns] + self.vectors[run[1] - 1, columns]) / np.float32(2)


def link(links: Links, runs: Sequence[Run], paragraphs: Sequence[int]) -> tuple[Linked, ...]:
    """Give the attributions that contents, sources and cues make together, in the order of their contents.

    Each content goes to the cue that fits it best, each cue to the source that fits it best, or to none. A cue that is left
    without content takes one from a cue that has several; where there is none to take it brings in nothing, and is none. A
    content without any cue near it stands alone.
    """
    contents, sources, cues = ([(run.first, run.last) for run in runs if run.role is role] for role in Role)
    near = _Near(cues)
    fits = {
        content: dict(zip(found, links.scores(content, found, 0, paragraphs), strict=True))
        for content in contents
        if (found := near.to(content))
    }
    of_cue = _contents_of(fits, cues)
    chosen: dict[Span, tuple[float, Span | None]] = {cue: (float(links.silent[cue[0]]), None) for cue in cues}
    for source in sources:
        found = near.to(source)
        for cue, score in zip(found, links.scores(source, found, 1, paragraphs), strict=True):
            if score > chosen[cue][0]:
                chosen[cue] = (score, source)
    made = [Linked(cue=cue, source=chosen[cue][1], contents=tuple(sorted(own))) for cue, own in of_cue.items() if own]
    alone = [Linked(cue=None, source=None, contents=(content,)) for content in contents if content not in fits]
    return tuple(sorted((*made, *alone), key=lambda one: one.contents[0]))


def _contents_of(fits: Mapping[Span, Mapping[Span, float]], cues: Sequence[Span]) -> dict[Span, list[Span]]:
    """Give the contents of each cue."""
    of_cue: dict[Span, list[Span]] = {cue: [] for cue in cues}
    for content, scores in fits.items():
        of_cue[max(scores, key=lambda cue: scores[cue])].append(content)
    for cue, own in of_cue.items():
        if own:
            continue
        ways = [
            (scores[cue] - scores[holder], content, holder)
            for holder, held in of_cue.items()
            if len(held) > 1
            for content in held
            if cue in (scores := fits[content])
        ]
        loss, content, holder = max(ways, default=(-_LOSS, cue, cue))
        if loss > -_LOSS:
            of_cue[holder].remove(content)
            own.append(content)
    return of_cue


class _Near:
    """The cues of a report, and which of them are near enough to a run to have been seen with it in fitting."""

    def __init__(self, cues: Sequence[Span]) -> None:
        self._cues, self._starts = cues, [first for first, _ in cues]

    def to(self, run: Span) -> Sequence[Span]:
        """Give the cues near a run."""
        return self._cues[bisect_left(self._starts, run[0] - _FAR) : bisect_right(self._starts, run[1] + _FAR)]
