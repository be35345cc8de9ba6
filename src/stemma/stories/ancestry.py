"""Which of several readings of one place is the oldest: all trees that the stemma allows, each by how few slips it needs.

Counting reports would take an early slip that most hand on for what was said, and charge it to who has the text from elsewhere.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from stemma.stories.descent import Descent

_SLIP = 0.05  # of an edge: that its child has another reading than its parent
_BESIDE = 0.02  # for one of the same line that the stemma does not show above a report: it may stand there
_APART = 0.3  # of what no parent shown accounts for: a second report without one is the less likely
_MOST = 150  # reports whose trees are summed; of more the number decides

Matrix = npt.NDArray[np.float64]


@lru_cache(maxsize=4096)
def oldest(readings: tuple[frozenset[str], ...], descent: Descent) -> tuple[float, ...]:
    """Give how probably each reading is the oldest; each is the reports that have it, and none has two.

    >>> kin = {"a": frozenset("b"), "b": frozenset("a")}
    >>> known = Descent(parents={"b": {"a": 0.9}}, unseen={}, kin=kin, line_of={"a": "a", "b": "a"})
    >>> [round(share, 1) for share in oldest((frozenset("a"), frozenset("b")), known)]
    [0.9, 0.1]
    """
    ids = sorted(one for reading in readings for one in reading)
    if len(ids) > _MOST:
        return tuple(len(reading) / len(ids) for reading in readings)
    number = {one: n for n, reading in enumerate(readings) for one in reading}
    of = np.array([number[one] for one in ids])
    edges = _edges(ids, descent) * np.where(of[:, None] == of, 1.0, _SLIP)
    starts = np.array([_start(one, descent) for one in ids])
    masses = [_log_mass(edges, starts * np.where(of == n, 1.0, _SLIP)) for n in range(len(readings))]
    shares = np.exp(np.array(masses) - max(masses))
    return tuple(float(share) for share in shares / shares.sum())


def _edges(ids: Sequence[str], descent: Descent) -> Matrix:
    """Give how probably each report (row) stands above each other (column)."""
    lines = [descent.line_of.get(one, one) for one in ids]
    number = {line: n for n, line in enumerate(lines)}
    of = np.array([number[line] for line in lines])
    edges = np.where(of[:, None] == of, _BESIDE, 0.0)
    place = {one: n for n, one in enumerate(ids)}
    for child, column in place.items():
        for parent, share in descent.parents.get(child, {}).items():
            if parent in place:
                edges[place[parent], column] += share
    np.fill_diagonal(edges, 0.0)
    return edges


def _start(one: str, descent: Descent) -> float:
    """Give how probably a report has its text from none of those seen."""
    unseen = descent.unseen.get(one, 0.0)
    return unseen + _APART * max(_BESIDE, 1 - unseen - sum(descent.parents.get(one, {}).values()))


def _log_mass(edges: Matrix, starts: Matrix) -> float:
    """Sum over all trees by the matrix-tree theorem."""
    return float(np.linalg.slogdet(np.diag(edges.sum(axis=0) + starts) - edges)[1])
