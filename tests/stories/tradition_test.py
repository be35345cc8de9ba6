import math
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.model import Evidence
from stemma.stories.tradition import Edge, Root, followed, marginals

WEIGHTS = st.floats(min_value=-4, max_value=4)


def evidence(weight: float) -> tuple[Evidence, ...]:
    return (Evidence(kind="made", weight=weight, note="made for the test"),)


def by_hand(nodes, edges, roots):
    """The slow, obvious twin: every tree is built and weighed one by one."""
    weight = {(edge.parent, edge.child): math.exp(edge.weight) for edge in edges}
    total, shares = 0.0, {}
    for root in roots:
        children = [node for node in nodes if node != root.name]
        starts = nodes if root.is_seen else [*nodes, root.name]
        for parents in product(*([one for one in starts if (one, child) in weight] for child in children)):
            family = dict(zip(children, parents, strict=True))
            if not root.is_seen and sum(parent == root.name for parent in parents) < root.least_children:
                continue
            if not all(reaches(child, root.name, family) for child in children):
                continue
            mass = math.exp(sum(one.weight for one in root.evidence))
            mass *= math.prod(weight[parent, child] for child, parent in family.items())
            total += mass
            drawn = {(parent, child) for child, parent in family.items()} | (
                {(root.name,) * 2} if root.is_seen else set()
            )
            for edge in drawn:
                shares[edge] = shares.get(edge, 0.0) + mass
    return {edge: share / total for edge, share in shares.items()}


def reaches(node, root, family):
    seen = set()
    while node != root and node not in seen:
        seen.add(node)
        node = family[node]
    return node == root


@given(st.integers(2, 4), st.data())
@settings(max_examples=25, deadline=None)
def test_marginals_are_those_of_all_trees_built_one_by_one(size, data):
    nodes = list("abcd")[:size]
    edges = [
        Edge(parent=parent, child=child, evidence=evidence(data.draw(WEIGHTS)))
        for parent in [*nodes, "agency", "nobody"]
        for child in nodes
        if parent != child
    ]
    roots = [Root(name=node, evidence=evidence(data.draw(WEIGHTS))) for node in nodes]
    roots += [Root(name="agency", is_seen=False), Root(name="nobody", is_seen=False, least_children=2)]
    found, expected = marginals(nodes, edges, roots), by_hand(nodes, edges, roots)

    assert all(abs(found.get(edge, 0.0) - share) < 1e-4 for edge, share in expected.items())


def test_each_child_has_parents_that_add_up_to_one():
    nodes = ["a", "b", "c"]
    edges = [Edge(parent=p, child=c, evidence=evidence(1.0)) for p in nodes for c in nodes if p != c]
    found = marginals(nodes, edges, [Root(name=node) for node in nodes])

    assert all(abs(sum(share for (_, child), share in found.items() if child == node) - 1) < 1e-4 for node in nodes)


def test_whom_others_follow_one_more_may_follow_but_nobody_speaks_for_himself():
    edges = [Edge(parent=parent, child=child, evidence=()) for parent in "ab" for child in "cde"]
    found = {("a", "c"): 0.9, ("a", "d"): 0.9, ("b", "e"): 1.0, ("b", "b"): 1.0}
    weights = {(edge.parent, edge.child): edge.weight for edge in followed(edges, found, 1.0)}

    assert weights["a", "e"] == round(math.log1p(1.8), 3)
    assert weights["a", "c"] == weights["a", "d"] == round(math.log1p(0.9), 3)
    assert weights["b", "c"] == round(math.log1p(1.0), 3)
    assert weights["b", "e"] == 0
