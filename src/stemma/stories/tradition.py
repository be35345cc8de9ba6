"""Who has a passage's words from whom: every possible parent scored, all family trees summed.

Edmonds' arborescences are not searched one by one: the matrix-tree theorem sums over all of them exactly (Koo,
Globerson, Carreras and Collins, EMNLP 2007, single-root form), so that each edge gets its probability.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from stemma.model import Evidence

Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """One possible parent of one report's passages: `parent` and `child` are node names, evidence adds up to the weight."""

    parent: str
    child: str
    evidence: tuple[Evidence, ...]

    @property
    def weight(self) -> float:
        """The sum of the evidence, in log-odds."""
        return sum(one.weight for one in self.evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """Where a family may start: a report that is its newsroom's own writing, or an exemplar that we have not seen.

    `least_children` is 2 for an exemplar that nobody names: with one child it would explain nothing.
    """

    name: str
    evidence: tuple[Evidence, ...] = ()
    is_seen: bool = True
    least_children: int = 1


def marginals(nodes: Sequence[str], edges: Sequence[Edge], roots: Sequence[Root]) -> dict[tuple[str, str], float]:
    """Give the probability of each (parent, child) edge, summed over all trees from all roots; they add up to 1 a child.

    A root that is a report has no parent in its trees: its share is given as (its name, its name).

    >>> edges = [Edge(parent="a", child="b", evidence=()), Edge(parent="b", child="a", evidence=())]
    >>> found = marginals(["a", "b"], edges, [Root(name="a"), Root(name="b")])
    >>> found["a", "b"], found["a", "a"]
    (0.5, 0.5)
    """
    place = {name: number for number, name in enumerate(nodes)}
    weights = np.zeros((len(nodes), len(nodes)))
    unseen: dict[str, Matrix] = {root.name: np.zeros(len(nodes)) for root in roots if not root.is_seen}
    for edge in edges:
        if edge.parent in place:
            weights[place[edge.parent], place[edge.child]] = np.exp(edge.weight)
        else:
            unseen[edge.parent][place[edge.child]] = np.exp(edge.weight)
    trees = [_Trees.rooted_at(weights, number) for number in range(len(nodes))]
    total = 0.0
    found: dict[tuple[str, str], float] = {}
    for root in roots:
        prior = float(np.exp(sum(one.weight for one in root.evidence)))
        if root.is_seen:
            tree = trees[place[root.name]]
            mass, shares = prior * tree.mass, {(root.name, root.name): prior * tree.mass}
            _add_inner(shares, nodes, tree.inner, prior)
        else:
            mass, shares = _from_unseen(root, unseen[root.name], nodes, weights, trees, prior)
        total += mass
        for key, share in shares.items():
            found[key] = found.get(key, 0.0) + share
    if total <= 0:
        return {}
    return {key: round(float(min(1.0, max(0.0, share / total))), 6) for key, share in sorted(found.items())}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Trees:
    """All trees over the seen nodes from one root: their total mass, and each inner edge's part of it."""

    mass: float
    inner: Matrix

    @staticmethod
    def rooted_at(weights: Matrix, number: int) -> "_Trees":
        size = len(weights)
        if size == 1:
            return _Trees(mass=1.0, inner=np.zeros((1, 1)))
        keep = [other for other in range(size) if other != number]
        laplacian = np.diag(weights.sum(axis=0)) - weights
        minor = laplacian[np.ix_(keep, keep)]
        mass = float(np.linalg.det(minor))
        if mass <= 1e-300:
            return _Trees(mass=0.0, inner=np.zeros((size, size)))
        inverse = np.zeros((size, size))
        inverse[np.ix_(keep, keep)] = np.linalg.inv(minor)
        inner = weights * (np.diag(inverse)[None, :] - inverse.T) * mass
        return _Trees(mass=mass, inner=inner)


def _from_unseen(
    root: Root, first: Matrix, nodes: Sequence[str], weights: Matrix, trees: Sequence[_Trees], prior: float
) -> tuple[float, dict[tuple[str, str], float]]:
    size = len(nodes)
    laplacian = np.diag(weights.sum(axis=0) + first) - weights
    mass = float(np.linalg.det(laplacian)) if first.any() else 0.0
    if mass <= 1e-300:
        return 0.0, {}
    inverse = np.linalg.inv(laplacian)
    outer = first * np.diag(inverse) * mass
    inner = weights * (np.diag(inverse)[None, :] - inverse.T) * mass
    if root.least_children > 1:
        for number in range(size):
            alone = first[number] * trees[number].mass
            mass -= alone
            outer[number] -= alone
            inner = inner - first[number] * trees[number].inner
    shares = {(root.name, nodes[number]): prior * float(outer[number]) for number in range(size) if outer[number] > 0}
    _add_inner(shares, nodes, inner, prior)
    return prior * mass, shares


def _add_inner(shares: dict[tuple[str, str], float], nodes: Sequence[str], inner: Matrix, prior: float) -> None:
    for parent, child in zip(*np.nonzero(inner > 0), strict=True):
        key = (nodes[parent], nodes[child])
        shares[key] = shares.get(key, 0.0) + prior * float(inner[parent, child])
