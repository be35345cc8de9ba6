"""Who has whose text, as a small indented tree."""

from collections.abc import Sequence

from stemma.model import DerivationKind, Evidence
from stemma.views.cells import clean, clip, isolate, quoted, wrap
from stemma.views.index import Index, cut, exemplar_name, letter_of, title_of
from stemma.views.kinship import (
    Node,
    Relation,
    alternatives,
    group_phrase,
    occasions_phrase,
    relations_of,
    rest_phrase,
    tree_of,
)
from stemma.views.paper import Paper, entry, heading
from stemma.views.phrases import is_undecided, kind_phrase, scale_phrase

SHOWN = 60  # nodes drawn before the rest is folded
WORDS = 70  # cells of the words that bear a relation


def stemma_lines(index: Index, paper: Paper) -> list[str]:
    """Give the tree with the words of the scale, and what else is known of each report."""
    relations = relations_of(index)
    if not relations:
        return []
    lines = heading(paper, "Who has whose text")
    for root in tree_of(index, relations):
        if root.report_id is None and not root.children:  # a mere possibility of texts that hang elsewhere
            continue
        lines += _node_lines(index, paper, relations, root, ("  ", "  "))
    shown = lines[: SHOWN * 3]
    if len(lines) > len(shown):
        shown += entry(paper, "and more; --json and --html have all.", "  ", "dim")
    return shown


def _node_lines(
    index: Index, paper: Paper, relations: Sequence[Relation], node: Node, trunk: tuple[str, str]
) -> list[str]:
    """Give a node and all below it; `trunk` stands before its first line and before its other lines."""
    first, rest = trunk
    under = rest + ("│  " if node.children else "   ")
    lines = wrap(_node_phrase(index, relations, node), paper.width, first, under)
    for further in _further(index, relations, node):
        lines += wrap(further, paper.width, under, under + "  ")
    for number, child in enumerate(node.children):
        is_last = number == len(node.children) - 1
        branch = ("└─ ", "   ") if is_last else ("├─ ", "│  ")
        lines += _node_lines(index, paper, relations, child, (rest + branch[0], rest + branch[1]))
    return lines


def _node_phrase(index: Index, relations: Sequence[Relation], node: Node) -> str:
    if node.report_id is None:
        return isolate(clean(exemplar_name(index, node.id)))
    name = f"{letter_of(index, node.report_id)}  {isolate(clean(title_of(index, index.reports[node.report_id])))}"
    if node.relation is None:
        return name
    others = alternatives(relations, node.relation)
    derivation = node.relation.derivation
    why = _why(index, derivation.evidence)
    if is_undecided(derivation):
        return f"{name} -- {isolate(clean(group_phrase(index, [node.relation, *others])))}{why}"
    rest = isolate(clean(rest_phrase(index, others)))
    return (
        f"{name} -- {scale_phrase(derivation)} {isolate(clean(exemplar_name(index, node.relation.exemplar_id)))}"
        f"{kind_phrase(derivation)} ({derivation.probability:.2f}){rest}{why}"
    )


def _why(index: Index, evidence: Sequence[Evidence]) -> str:
    """Give the reason that speaks most for it, with the first of the words that bear it."""
    strongest = max((one for one in evidence if one.weight > 0), key=lambda one: one.weight, default=None)
    if strongest is None or not strongest.note:
        return ""
    words = cut(index, strongest.spans[0]) if strongest.spans else ""
    shown = f": {quoted(clip(clean(words), WORDS))}" if words and words not in strongest.note else ""
    return f"; {isolate(clean(strongest.note))}{shown}"


def _further(index: Index, relations: Sequence[Relation], node: Node) -> list[str]:
    """What else is known of a report: other exemplars, same occasions."""
    if node.report_id is None:
        return []
    named = [] if node.relation is None else [node.relation, *alternatives(relations, node.relation)]
    own = [one for one in relations if one.report_id == node.report_id]
    occasions = [one for one in own if one.derivation.kind is DerivationKind.SAME_OCCASION]
    phrases = []
    sign = f"{letter_of(index, node.report_id)} {'also: ' if named else ''}"
    for one in (relation for relation in own if relation not in occasions):
        if any(one is other for other in named):
            continue
        others = alternatives(relations, one)
        named += [one, *others]
        phrases.append(group_phrase(index, [one, *others]))
    if occasions:
        phrases.append(occasions_phrase(index, occasions))
    return [f"{sign}{isolate(clean(phrase))}" for phrase in phrases]
