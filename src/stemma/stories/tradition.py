"""Who has a passage's words from whom: every possible parent scored, all family trees summed.

Edmonds' arborescences are not searched one by one: the matrix-tree theorem sums over all of them exactly (Koo,
Globerson, Carreras and Collins, EMNLP 2007), so that each edge gets its probability. Copies lean on each other far more than on
anybody else, and a determinant of such numbers is lost in rounding; so it is taken without a subtraction (Grassmann, Taksar and
Heyman, Operations Research 33, 1985), and the probabilities by walks from a child to its parents (Wilson, STOC 1996).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import log1p
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from stemma.model import Evidence

Matrix = npt.NDArray[np.float64]

_LEAST_WEIGHT = -200.0  # log-odds below the best: beyond, numbers run out; none that far off is of interest
_LEAST_SAID = 0.05  # log-odds: less is no reason
_SINGLE = -250.0  # log-weight of a root's child that makes a second one beside it as good as impossible


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
    inner = np.full((len(nodes), len(nodes)), -np.inf)
    unseen: dict[str, Matrix] = {root.name: np.full(len(nodes), -np.inf) for root in roots if not root.is_seen}
    for edge in edges:
        row = inner[place[edge.parent]] if edge.parent in place else unseen[edge.parent]
        row[place[edge.child]] = edge.weight
    priors = {root.name: sum(one.weight for one in root.evidence) for root in roots}
    seen = np.full(len(nodes), -np.inf)
    for root in roots:
        if root.is_seen:
            seen[place[root.name]] = priors[root.name]
    parts = [("", 0.0, 1, _one_child(inner, seen))]
    for root in roots:
        if not root.is_seen:
            parts.append((root.name, priors[root.name], 1, _all_trees(inner, unseen[root.name])))
            if root.least_children > 1:
                parts.append((root.name, priors[root.name], -1, _one_child(inner, unseen[root.name])))
    return _shares(nodes, parts)


def followed(edges: Sequence[Edge], found: Mapping[tuple[str, str], float], weight: float) -> list[Edge]:
    """Give the edges with what speaks for a parent whom others likely have: `weight` for each e-fold of them.

    `found` are the shares of the edges so far; what a child itself adds to them does not speak for its own edge.
    """
    following: dict[str, float] = defaultdict(float)
    for (parent, child), share in found.items():
        following[parent] += share if parent != child else 0.0
    made = []
    for edge in edges:
        others = following[edge.parent] - found.get((edge.parent, edge.child), 0.0)
        worth = round(weight * log1p(others), 3)
        if worth >= _LEAST_SAID:
            note = f"about {max(1, round(others))} of the others may have their text from it too"
            evidence = (*edge.evidence, Evidence(kind="following", weight=worth, note=note))
            made.append(replace(edge, evidence=evidence))
        else:
            made.append(edge)
    return made


def tempered(found: Mapping[tuple[str, str], float], power: float) -> dict[tuple[str, str], float]:
    """Give the probabilities with those of one child's possible parents drawn together; that it has one at all stays as it is.

    Signs that speak of one parent are counted as if they were independent, and they are not.

    >>> tempered({("a", "c"): 0.8, ("b", "c"): 0.1, ("c", "c"): 0.1}, 0.5)
    {('a', 'c'): 0.664917, ('b', 'c'): 0.235083, ('c', 'c'): 0.1}
    """
    kin: dict[str, float] = defaultdict(float)
    drawn: dict[str, float] = defaultdict(float)
    for (parent, child), share in found.items():
        if parent != child:
            kin[child] += share
            drawn[child] += share**power
    return {
        (parent, child): share
        if parent == child or not drawn[child]
        else round(kin[child] * share**power / drawn[child], 6)
        for (parent, child), share in found.items()
    }


class _Trees(NamedTuple):
    """Some trees: the log of their mass (-inf: none), and of that the part with each first edge and each inner edge."""

    log_mass: float
    first: Matrix
    inner: Matrix


def _shares(nodes: Sequence[str], parts: Sequence[tuple[str, float, int, _Trees]]) -> dict[tuple[str, str], float]:
    most = max(prior + trees.log_mass for _, prior, _, trees in parts)
    if most == -np.inf:
        return {}
    found: dict[tuple[str, str], float] = {}
    total = 0.0
    for name, prior, sign, (log_mass, first, inner) in parts:
        mass = sign * float(np.exp(prior + log_mass - most))
        total += mass
        for number in np.flatnonzero(first).tolist():
            key = (name or nodes[number], nodes[number])
            found[key] = found.get(key, 0.0) + mass * float(first[number])
        for parent, child in zip(*np.nonzero(inner), strict=True):
            key = (nodes[int(parent)], nodes[int(child)])
            found[key] = found.get(key, 0.0) + mass * float(inner[parent, child])
    return {key: round(min(1.0, max(0.0, share / total)), 6) for key, share in sorted(found.items())}


def _one_child(inner: Matrix, first: Matrix) -> _Trees:
    """Sum over the trees in which a root outside has one child alone, by log-weights."""
    trees = _all_trees(inner, first + _SINGLE, least=_SINGLE)
    return trees._replace(log_mass=trees.log_mass - _SINGLE)


def _all_trees(inner: Matrix, first: Matrix, least: float = 0.0) -> _Trees:
    """Sum over the trees in which a root outside has any number of children, by log-weights.

    Each child's weights are taken against its best one, which changes no share; `least` is what `first` was lowered by.
    """
    highest = np.maximum(inner.max(axis=0), first - least)
    if np.isneginf(highest).any() or np.isneginf(first).all():
        return _Trees(-np.inf, np.zeros_like(first), np.zeros_like(inner))
    weights = np.where(np.isneginf(inner), 0.0, np.exp(np.maximum(_LEAST_WEIGHT, inner - highest)))
    start = np.where(np.isneginf(first), 0.0, np.exp(np.maximum(_LEAST_WEIGHT + least, first - highest)))
    escapes, log_mass = _escapes(weights, start)
    if escapes is None:
        return _Trees(-np.inf, np.zeros_like(first), np.zeros_like(inner))
    shares = weights * escapes
    totals = shares.sum(axis=0) + start
    return _Trees(float(log_mass + highest.sum()), start / totals, shares / totals)


def _escapes(weights: Matrix, start: Matrix) -> tuple[Matrix | None, float]:
    """Give for each two nodes how probably a walk up from the first reaches the root before the second; and the log of all mass.

    A walk goes from a child to its parents as often as their weights say; where a random tree has a child from is where a walk
    last leaves that child for. Nodes are taken out by halves, so that one taking out serves all of the other half.
    """
    size = len(start)
    if size == 1:
        return (np.zeros((1, 1)), float(np.log(start[0]))) if start[0] > 0 else (None, -np.inf)
    found = np.zeros((size, size))
    log_mass = 0.0
    order = np.arange(size)
    for kept in (size - size // 2, size // 2):
        part, log_mass = _escapes_from(weights[np.ix_(order, order)], start[order], kept)
        if part is None:
            return None, -np.inf
        found[np.ix_(order, order[:kept])] = part
        order = np.roll(order, size // 2)
    return found, log_mass


def _escapes_from(weights: Matrix, start: Matrix, kept: int) -> tuple[Matrix | None, float]:
    """Give the escapes from all nodes before each of the first `kept`: the others are taken out from the last one on."""
    steps = []
    log_mass = 0.0
    for gone in range(len(start) - 1, kept - 1, -1):
        total = weights[:gone, gone].sum() + start[gone]
        if total <= 0:
            return None, -np.inf
        upwards, outwards = weights[:gone, gone] / total, start[gone] / total
        below = weights[gone, :gone]
        weights[:gone, :gone] += np.outer(upwards, below)
        np.fill_diagonal(weights[:gone, :gone], 0.0)
        start[:gone] += below * outwards
        steps.append((gone, upwards, outwards))
        log_mass += float(np.log(total))
    inner, rest = _escapes(weights[:kept, :kept], start[:kept])
    if inner is None:
        return None, -np.inf
    found = np.zeros((len(start), kept))
    found[:kept] = inner
    for gone, upwards, outwards in reversed(steps):
        found[gone] = outwards + upwards @ found[:gone]
    return found, log_mass + rest
