"""Who has whose text, gathered per report: which relations are decided, which are alternatives, who stands under whom."""

from collections.abc import Sequence
from dataclasses import dataclass

from stemma.model import Derivation, DerivationKind, Span
from stemma.views.index import Index, exemplar_name, exemplar_report
from stemma.views.phrases import derivation_phrase, is_undecided, occasion_phrase

DEEP = 8  # from here on down the tree goes no further in; each text still names the one it comes from


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """All that one report has from one exemplar in one way: its strongest derivation stands for the others.

    `is_rest` where the same passages have a decided exemplar, so that this one is only what is left of the probability.
    """

    report_id: str
    exemplar_id: str
    derivation: Derivation
    derivations: tuple[Derivation, ...]
    characters: int
    is_rest: bool = False

    @property
    def is_textual(self) -> bool:
        """Whether it says something about whose text a report has."""
        return is_text(self.derivation)


def is_text(derivation: Derivation) -> bool:
    """Say whether a derivation says something about whose text a report has."""
    return derivation.kind not in (DerivationKind.SAME_OCCASION, DerivationKind.UNRELATED)


def relations_of(index: Index) -> list[Relation]:
    """Give the relations of every report, in the order of the reports, those of most text first."""
    groups: dict[tuple[str, str, bool, bool], list[Derivation]] = {}
    for derivation in index.collation.stemma.derivations:
        key = (derivation.report_id, derivation.exemplar_id, is_text(derivation), is_undecided(derivation))
        groups.setdefault(key, []).append(derivation)
    decided: dict[str, list[Span]] = {}
    for derivation in index.collation.stemma.derivations:
        if is_text(derivation) and not is_undecided(derivation):
            decided.setdefault(derivation.report_id, []).extend(derivation.spans)
    order = {report_id: number for number, report_id in enumerate(index.letters)}
    found = [_relation(group, decided.get(group[0].report_id, [])) for group in groups.values()]
    return sorted(found, key=lambda one: (order.get(one.report_id, len(order)), *_strength(one)))


def _relation(group: Sequence[Derivation], decided: Sequence[Span]) -> Relation:
    strongest = max(group, key=lambda one: (one.probability, _extent(one.spans)))
    spans = [span for derivation in group for span in derivation.spans]
    is_open = is_text(strongest) and is_undecided(strongest)
    return Relation(
        report_id=strongest.report_id,
        exemplar_id=strongest.exemplar_id,
        derivation=strongest,
        derivations=tuple(group),
        characters=_extent(spans),
        is_rest=is_open and 2 * _common(spans, decided) > _extent(spans),
    )


def _extent(spans: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def _common(left: Sequence[Span], right: Sequence[Span]) -> int:
    """Give how many characters of the left spans the right ones cover, each left span by its best cover."""
    return sum(max((one.overlap(other) for other in right), default=0) for one in left)


def _strength(relation: Relation) -> tuple[bool, bool, int, bool, float]:
    return (
        not relation.is_textual,
        relation.is_rest,
        -relation.characters,
        is_undecided(relation.derivation),
        -relation.derivation.probability,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One place in the tree: a report or an unseen exemplar (report_id None), with the relation to what stands above."""

    id: str
    report_id: str | None
    exemplar_id: str | None
    relation: Relation | None
    children: tuple["Node", ...]


def tree_of(index: Index, relations: Sequence[Relation]) -> list[Node]:
    """Give the tree: every report stands once, under the text that it most probably comes from.

    Where relations run in a circle, the least likely of them gives way.
    """
    parents = _parents(index, relations)
    children = _children(index, parents)
    placed = dict.fromkeys(_node_id(index, relation) for relation in parents.values())
    unseen = [one for one in placed if one not in index.reports]
    others = {one.exemplar_id for one in relations if one.is_textual} - set(unseen)
    unseen += [one for one in index.exemplars if one in others and exemplar_report(index, one) is None]
    roots = unseen + [report_id for report_id in index.letters if report_id not in parents]
    return [_node(index, root, parents, children) for root in roots]


def _children(index: Index, parents: dict[str, Relation]) -> dict[str, list[str]]:
    """Give who stands under whom; below the deepest level all hang on the same place."""
    children: dict[str, list[str]] = {}
    for report_id in parents:
        path = [report_id]
        while path[-1] in parents:
            path.append(_node_id(index, parents[path[-1]]))
        above = path[max(1, len(path) - DEEP + 1)]
        children.setdefault(above, []).append(report_id)
    return children


def _node_id(index: Index, relation: Relation) -> str:
    return exemplar_report(index, relation.exemplar_id) or relation.exemplar_id


def _parents(index: Index, relations: Sequence[Relation]) -> dict[str, Relation]:
    """Choose of each report one relation; the likeliest go first, so that a circle is cut where it is weakest."""
    own: dict[str, list[Relation]] = {report_id: [] for report_id in index.letters}
    for relation in relations:
        if relation.is_textual and relation.report_id in own:
            own[relation.report_id].append(relation)
    ranked = sorted((one for one in own if own[one]), key=lambda one: _standing(own[one][0]))
    chosen: dict[str, Relation] = {}
    for report_id in ranked:
        fitting = (one for one in own[report_id] if not _descends(index, chosen, _node_id(index, one), report_id))
        found = next(fitting, None)
        if found is not None:
            chosen[report_id] = found
    return {report_id: chosen[report_id] for report_id in index.letters if report_id in chosen}


def _standing(relation: Relation) -> tuple[bool, float]:
    return is_undecided(relation.derivation), -relation.derivation.probability


def _descends(index: Index, chosen: dict[str, Relation], node_id: str, report_id: str) -> bool:
    """Say whether a place already stands under a report, or is that report."""
    while node_id != report_id:
        if node_id not in chosen:
            return False
        node_id = _node_id(index, chosen[node_id])
    return True


def _node(index: Index, node_id: str, parents: dict[str, Relation], children: dict[str, list[str]]) -> Node:
    is_report = node_id in index.reports
    return Node(
        id=node_id,
        report_id=node_id if is_report else None,
        exemplar_id=None if is_report else node_id,
        relation=parents.get(node_id),
        children=tuple(_node(index, child, parents, children) for child in children.get(node_id, [])),
    )


def alternatives(relations: Sequence[Relation], relation: Relation) -> list[Relation]:
    """Give what else the same passages may come from: the other candidates, or what a decision leaves over."""
    if not relation.is_textual or relation.is_rest:
        return []
    is_open = is_undecided(relation.derivation)
    own = [one for one in relations if one.report_id == relation.report_id and one is not relation]
    fitting = (one for one in own if one.is_textual and is_undecided(one.derivation) and one.is_rest != is_open)
    return [one for one in fitting if _common(_spans(one), _spans(relation))]


def _spans(relation: Relation) -> list[Span]:
    return [span for derivation in relation.derivations for span in derivation.spans]


def rest_phrase(index: Index, rests: Sequence[Relation]) -> str:
    """Give what a decision leaves over: "; else from Northwire (not seen) (0.18)", "" where nothing."""
    named = (f"from {exemplar_name(index, one.exemplar_id)} ({one.derivation.probability:.2f})" for one in rests)
    told = " or ".join(named)
    return f"; else {told}" if told else ""


def candidates_phrase(index: Index, group: Sequence[Relation]) -> str:
    """Give the candidates of an undecided text: "from A (0.52) or from Northwire (not seen) (0.45): undecided"."""
    candidates = (f"from {exemplar_name(index, one.exemplar_id)} ({one.derivation.probability:.2f})" for one in group)
    return f"{' or '.join(candidates)}: undecided"


def occasions_phrase(index: Index, group: Sequence[Relation]) -> str:
    """Give all reports of one occasion in one phrase: "tells of the same speech or document as A and C, in its own words"."""
    names = [exemplar_name(index, one.exemplar_id) for one in group]
    return occasion_phrase(group[0].derivation, ", ".join(names[:-1]) + " and " * (len(names) > 1) + names[-1])


def group_phrase(index: Index, group: Sequence[Relation]) -> str:
    """Give a relation with what else the same passages may come from, to stand after the report's letter."""
    first = group[0]
    if len(group) > 1 and is_undecided(first.derivation):
        return candidates_phrase(index, group)
    return derivation_phrase(index, first.derivation) + rest_phrase(index, group[1:])
