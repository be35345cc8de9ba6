"""Who has a passage's words from whom: every possible parent scored, all family trees summed.

Edmonds' arborescences are not searched one by one: the matrix-tree theorem sums over all of them exactly (Koo,
Globerson, Carreras and Collins, EMNLP 2007, single-root form), so that each edge gets its probability.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from stemma.model import Evidence

Matrix = npt.NDArray[np.float64]

_LEAST_WEIGHT = -300.0  # log-odds: beyond, numbers run out; no two trees are that far apart and both of interest


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
        row = weights[place[edge.parent]] if edge.parent in place else unseen[edge.parent]
        row[place[edge.child]] = np.exp(max(_LEAST_WEIGHT, edge.weight))
    priors = {root.name: sum(one.weight for one in root.evidence) for root in roots}
    highest = max(priors.values(), default=0.0)
    seen = np.zeros(len(nodes))
    for root in roots:
        if root.is_seen:
            seen[place[root.name]] = np.exp(max(_LEAST_WEIGHT, priors[root.name] - highest))
    parts = [("", 1.0, _one_child(weights, seen))]
    for root in roots:
        if not root.is_seen:
            prior = float(np.exp(max(_LEAST_WEIGHT, priors[root.name] - highest)))
            parts.append((root.name, prior, _all_trees(weights, unseen[root.name])))
            if root.least_children > 1:
                parts.append((root.name, -prior, _one_child(weights, unseen[root.name])))
    return _shares(nodes, parts)


class _Trees(NamedTuple):
    """Some trees: the log of their mass (-inf: none), and of that the part with each first edge and each inner edge."""

    log_mass: float
    first: Matrix
    inner: Matrix


def _shares(nodes: Sequence[str], parts: Sequence[tuple[str, float, _Trees]]) -> dict[tuple[str, str], float]:
    most = max(trees.log_mass for _, _, trees in parts)
    if most == -np.inf:
        return {}
    found: dict[tuple[str, str], float] = {}
    total = 0.0
    for name, sign, (log_mass, first, inner) in parts:
        mass = sign * float(np.exp(log_mass - most))
        total += mass
        for number, child in enumerate(nodes):
            if first[number]:
                key = (name or child, child)
                found[key] = found.get(key, 0.0) + mass * float(first[number])
        for parent, child_number in zip(*np.nonzero(inner), strict=True):
            key = (nodes[parent], nodes[child_number])
            found[key] = found.get(key, 0.0) + mass * float(inner[parent, child_number])
    return {key: round(min(1.0, max(0.0, share / total)), 6) for key, share in sorted(found.items())}


def _all_trees(weights: Matrix, first: Matrix) -> _Trees:
    """Sum over the trees in which a root outside has any number of children, with these weights for them."""
    laplacian = np.diag(weights.sum(axis=0) + first) - weights
    sign, log_mass = np.linalg.slogdet(laplacian)
    if sign <= 0:
        return _Trees(-np.inf, np.zeros_like(first), np.zeros_like(weights))
    inverse = np.linalg.inv(laplacian)
    inner = weights * (np.diag(inverse)[None, :] - inverse.T)
    return _Trees(float(log_mass), first * np.diag(inverse), inner)


def _one_child(weights: Matrix, first: Matrix) -> _Trees:
    """Sum over the trees in which a root outside has one child alone: Koo et al., section 3.2, the first row exchanged."""
    laplacian = np.diag(weights.sum(axis=0)) - weights
    laplacian[0] = first
    sign, log_mass = np.linalg.slogdet(laplacian)
    if sign <= 0:
        return _Trees(-np.inf, np.zeros_like(first), np.zeros_like(weights))
    inverse = np.linalg.inv(laplacian)
    into = np.diag(inverse)[None, :].copy()
    into[0, 0] = 0.0
    back = inverse.T.copy()
    back[0] = 0.0
    return _Trees(float(log_mass), first * inverse[:, 0], weights * (into - back))
