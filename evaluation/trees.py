"""Who has whose text, true and told, as edges that can be compared; only what the texts can identify is asked for.

Both trees are brought to one form:

1. Reports with the same words and double marks in the same order are one node (`nodes_of`).
2. A told exemplar not seen is the true one whose descendants it shares most of, two at least (`named_alike`).
3. An exemplar not seen that the texts cannot tell from a report beside it *is* that report (`settled`): where its parent, or one
   of its children, has every run of four words that two or more of those beside it share. So a chain through an exemplar
   with one child is an edge, and two siblings without a third text are an edge of which nobody can know the direction.

Then each true edge is a crossing (`crossings_of`). Take the edge away: below are the child and what descends from it, above are
all others. Any node above and any node below that both have every run of four words that parent and child share could be the
two ends as well as they are, so an edge between any such two hits. An edge is no question where parent and child share no
narration, for words said in a room show nothing; whoever tells it makes no mistake either.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from evaluation.figures import Tally, f1, share
from evaluation.runs import Runs, narration_runs, runs, tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """One node has words from another; where `is_directed` is False, it is not said which of two reports has the other's.

    So it is where the parent is an exemplar not seen: that says nothing of the direction between reports.
    """

    parent: str
    child: str
    is_directed: bool = True

    @property
    def ends(self) -> frozenset[str]:
        """Give the two nodes, whichever way."""
        return frozenset({self.parent, self.child})


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """A true edge with all that could be its ends as well: any node of `above` and any of `below`."""

    edge: Edge
    above: frozenset[str]
    below: frozenset[str]

    def is_hit(self, edge: Edge) -> bool:
        """Say whether an edge, whichever way it runs, joins one of above with one of below."""
        return self._runs_down(edge) or self._runs_down(Edge(parent=edge.child, child=edge.parent))

    def is_right(self, edge: Edge) -> bool:
        """Say whether an edge that hits runs the true way; where the truth has no direction, no direction is right."""
        return self.edge.is_directed and self._runs_down(edge)

    def _runs_down(self, edge: Edge) -> bool:
        return edge.parent in self.above and edge.child in self.below


def nodes_of(texts: Mapping[str, str]) -> dict[str, str]:
    """Give the node of each report: the first id of those that have the same words.

    >>> nodes_of({"b": "One word.", "a": "one  word", "c": "Another"})
    {'a': 'a', 'b': 'a', 'c': 'c'}
    """
    first: dict[tuple[str, ...], str] = {}
    return {report_id: first.setdefault(tokens(texts[report_id]), report_id) for report_id in sorted(texts)}


def merged(edges: Iterable[Edge], nodes: Mapping[str, str]) -> frozenset[Edge]:
    """Give the edges between nodes: each report by the name of its node, an exemplar not seen by its own."""
    named = (
        replace(edge, parent=nodes.get(edge.parent, edge.parent), child=nodes.get(edge.child, edge.child))
        for edge in edges
    )
    return frozenset(edge for edge in named if edge.parent != edge.child)


def descendants(node: str, edges: Iterable[Edge]) -> frozenset[str]:
    """Give a node and all that have words from it, at any distance."""
    children: dict[str, list[str]] = {}
    for edge in edges:
        children.setdefault(edge.parent, []).append(edge.child)
    found, waiting = {node}, [node]
    while waiting:
        new = [child for child in children.get(waiting.pop(), ()) if child not in found]
        found.update(new)
        waiting += new
    return frozenset(found)


def unseen_of(edges: Iterable[Edge], seen: Collection[str]) -> tuple[str, ...]:
    """Give the exemplars among the nodes that are no reports."""
    return tuple(sorted({node for edge in edges for node in edge.ends} - set(seen)))


def settled(edges: Iterable[Edge], contents: Mapping[str, Runs], kept: Collection[str] = ()) -> frozenset[Edge]:
    """Give the edges with each exemplar not seen made one with a report beside it that the texts cannot tell from it.

    Those in `kept` stay as they are. Left out are those that no report descends from, and those that only another exemplar not
    seen stands beside.
    """
    tree = frozenset(edges)
    while True:
        unseen = [node for node in unseen_of(tree, contents) if node not in kept]
        found = next(((node, one) for node in unseen for one in [_stand_in(node, tree, contents)] if one), None)
        idle = {node for node in unseen if _is_idle(node, tree, contents)}
        if idle:
            tree = frozenset(edge for edge in tree if not edge.ends & idle)
        elif found:
            tree = _made_one(*found, tree)
        else:
            return frozenset(replace(edge, is_directed=edge.is_directed and edge.parent in contents) for edge in tree)


def _is_idle(node: str, edges: frozenset[Edge], contents: Mapping[str, Runs]) -> bool:
    beside = {*_parents(node, edges), *_children(node, edges)} - {node}
    return not descendants(node, edges) & contents.keys() or (len(beside) < 2 and not beside & contents.keys())


def _stand_in(node: str, edges: frozenset[Edge], contents: Mapping[str, Runs]) -> str | None:
    """Give the report beside an exemplar not seen that has all that any two beside it share: a parent before a child."""
    beside = dict.fromkeys((*_parents(node, edges), *_children(node, edges)))
    shared = _in_two(content_of(one, edges, contents) for one in beside)
    return next((one for one in beside if one in contents and shared <= contents[one]), None)


def _made_one(node: str, stand_in: str, edges: frozenset[Edge]) -> frozenset[Edge]:
    """Give the edges with a report in the place of an exemplar.

    Where the report is a child of the exemplar, who of it and its siblings has the other's words is not known any more.
    """
    parents, children = _parents(node, edges), _children(node, edges)
    rest = {edge for edge in edges if node not in edge.ends}
    if stand_in in parents:
        return frozenset(
            rest | {Edge(parent=one, child=child) for one in parents for child in children if one != child}
        )
    siblings = {Edge(parent=stand_in, child=child, is_directed=False) for child in children if child != stand_in}
    return frozenset(rest | siblings | {Edge(parent=one, child=stand_in) for one in parents})


def _parents(node: str, edges: Iterable[Edge]) -> tuple[str, ...]:
    return tuple(sorted({edge.parent for edge in edges if edge.child == node}))


def _children(node: str, edges: Iterable[Edge]) -> tuple[str, ...]:
    return tuple(sorted({edge.child for edge in edges if edge.parent == node}))


def content_of(node: str, edges: Iterable[Edge], contents: Mapping[str, Runs]) -> Runs:
    """Give the runs of a report, or of an exemplar not seen those that two or more of its branches have."""
    if node in contents:
        return contents[node]
    branches = [(descendants(child, edges) - {node}) & contents.keys() for child in _children(node, edges)]
    return _in_two(frozenset().union(*(contents[one] for one in branch)) for branch in branches)


def _in_two(contents: Iterable[Runs]) -> Runs:
    """Give the runs that two or more of the contents have."""
    counts = Counter(run for content in contents for run in content)
    return frozenset(run for run, count in counts.items() if count > 1)


def named_alike(told: Iterable[Edge], true: Iterable[Edge], seen: Collection[str]) -> frozenset[Edge]:
    """Give the told edges with their exemplars not seen named as the true ones whose descendants they share most of.

    One to one, those that share most first; at least two descendants must be shared.
    """
    told, true = frozenset(told), frozenset(true)
    below = {node: descendants(node, told) & set(seen) for node in unseen_of(told, seen)}
    true_below = {node: descendants(node, true) & set(seen) for node in unseen_of(true, seen)}
    likeness = sorted(
        (-2 * len(mine & theirs) / (len(mine) + len(theirs)), here, there)
        for here, mine in below.items()
        for there, theirs in true_below.items()
        if len(mine & theirs) >= 2
    )
    names: dict[str, str] = {}
    for _, here, there in likeness:
        if here not in names and there not in names.values():
            names[here] = there
    names |= {node: f"told:{node}" for node in below if node not in names}
    return merged(told, names)


def crossings_of(edges: frozenset[Edge], contents: Mapping[str, Runs]) -> tuple[Crossing, ...]:
    """Give each edge of a settled tree with all that could be its ends as well."""
    held = {node: content_of(node, edges, contents) for edge in edges for node in edge.ends} | dict(contents)
    made = []
    for edge in sorted(edges, key=lambda edge: (edge.parent, edge.child)):
        below = descendants(edge.child, edges) - {edge.parent}
        shared = held[edge.parent] & held[edge.child]
        able = frozenset(node for node, content in held.items() if shared <= content)
        ends = able if edge.child in contents else below  # an exemplar not seen shows in any that descends from it
        made.append(Crossing(edge=edge, above=(able - below) | {edge.parent}, below=(ends & below) | {edge.child}))
    return tuple(made)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """A story's true tree in the form that an answer is held against.

    `given` are its edges between nodes as they are, `edges` those after settling; of these `crossings` are asked for, and
    `unasked` are the ends of those that share no narration.
    """

    nodes: Mapping[str, str]
    contents: Mapping[str, Runs]
    given: frozenset[Edge]
    edges: frozenset[Edge]
    crossings: tuple[Crossing, ...]
    unasked: frozenset[frozenset[str]]


def lineage_of(texts: Mapping[str, str], edges: Iterable[Edge]) -> Lineage:
    """Give the true tree of a story's reports, made from its edges between reports and exemplars not seen."""
    nodes = nodes_of(texts)
    contents = {node: runs(texts[node]) for node in set(nodes.values())}
    narrated = {node: narration_runs(texts[node]) for node in contents}
    given = merged(edges, nodes)
    tree = _one_each(settled(given, contents))
    unasked = frozenset(
        edge.ends
        for edge in tree
        if not content_of(edge.parent, tree, narrated) & content_of(edge.child, tree, narrated)
    )
    crossings = tuple(one for one in crossings_of(tree, contents) if one.edge.ends not in unasked)
    return Lineage(nodes=nodes, contents=contents, given=given, edges=tree, crossings=crossings, unasked=unasked)


def _one_each(edges: Iterable[Edge]) -> frozenset[Edge]:
    """Give one edge for each two nodes, without a direction where they do not agree on it."""
    joined: dict[frozenset[str], list[Edge]] = defaultdict(list)
    for edge in sorted(edges, key=lambda edge: (edge.parent, edge.child)):
        joined[edge.ends].append(edge)
    return frozenset(replace(first, is_directed=first.is_directed and not rest) for first, *rest in joined.values())


def in_form(lineage: Lineage, edges: Iterable[Edge]) -> frozenset[Edge]:
    """Give told edges in the form of the true tree."""
    told = named_alike(merged(edges, lineage.nodes), lineage.given, lineage.contents)
    return settled(told, lineage.contents, kept=unseen_of(lineage.edges, lineage.contents))


def tally(lineage: Lineage, edges: Iterable[Edge]) -> Tally:
    """Count told edges against the true tree; a told edge hits one true edge at most, and the other way round.

    `direction_answered`: of the true edges hit that have a direction, those told with one. `direction_right`: of all true edges
    hit that are told with a direction, those told right; between siblings none is right.
    """
    told: dict[frozenset[str], list[Edge]] = defaultdict(list)
    for edge in in_form(lineage, edges):
        if edge.ends not in lineage.unasked:
            told[edge.ends].append(edge)
    hits = paired(lineage.crossings, told)
    decided = [(one, [edge for edge in told[ends] if edge.is_directed]) for one, ends in hits]
    answers = [all(map(one.is_right, hit)) for one, hit in decided if hit]
    asked = [bool(hit) for one, hit in decided if one.edge.is_directed]
    return {
        "edges_f1": f1(len(hits), len(told), len(lineage.crossings)),
        "direction_right": share(sum(answers), len(answers)),
        "direction_answered": share(sum(asked), len(asked)),
    }


def paired(
    crossings: Sequence[Crossing], told: Mapping[frozenset[str], Sequence[Edge]]
) -> tuple[tuple[Crossing, frozenset[str]], ...]:
    """Pair true edges with the ends of told ones that hit them, one to one, as many as can be; the very ends go first.

    Method: augmenting paths (Kuhn, Naval Research Logistics Quarterly 2, 1955).
    """
    ends_of = [
        sorted(
            (ends for ends, edges in told.items() if one.is_hit(edges[0])),
            key=lambda ends, one=one: (ends != one.edge.ends, sorted(ends)),
        )
        for one in crossings
    ]
    taken: dict[frozenset[str], int] = {one.edge.ends: i for i, one in enumerate(crossings) if one.edge.ends in told}

    def makes_room(number: int, tried: set[frozenset[str]]) -> bool:
        for ends in ends_of[number]:
            if ends not in tried:
                tried.add(ends)
                if ends not in taken or makes_room(taken[ends], tried):
                    taken[ends] = number
                    return True
        return False

    for number in range(len(crossings)):
        if number not in taken.values():
            makes_room(number, set())
    return tuple((crossings[number], ends) for ends, number in sorted(taken.items(), key=lambda pair: pair[1]))
