"""Which of several readings of one place is the oldest: all trees that the stemma allows, each by how few slips it needs.

Counting reports would take a slip that most hand on for what was said, and who alone has no kin above for the one who slipped.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from stemma.stories.descent import Descent

_SLIP = 0.05  # of an edge: that its child has another reading than its parent
_BESIDE = 0.02  # for a kin that the stemma does not show above a report: it may stand there
_APART = 0.3  # for a report that nobody shown stands above: it may have its text from somebody who is not among these
_MOST = 150  # reports whose trees are summed; of more the number decides


@lru_cache(maxsize=4096)
def oldest(readings: tuple[frozenset[str], ...], descent: Descent) -> tuple[float, ...]:
    """Give how probably each reading is the oldest of all; each is the reports that have it, and none has two."""
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


def _edges(ids: Sequence[str], descent: Descent) -> "np.typing.NDArray[np.float64]":
    """Give how probably each report (row) stands above each other (column)."""
    place = {one: n for n, one in enumerate(ids)}
    lines = np.array([hash(descent.line_of.get(one, one)) for one in ids])
    edges = np.where(lines[:, None] == lines, _BESIDE, 0.0)
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


def _log_mass(edges: "np.typing.NDArray[np.float64]", starts: "np.typing.NDArray[np.float64]") -> float:
    """Sum over all trees by the matrix-tree theorem."""
    return float(np.linalg.slogdet(np.diag(edges.sum(axis=0) + starts) - edges)[1])
