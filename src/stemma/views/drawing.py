"""The family tree as a drawing: where each box and each edge stands, in pixels, for a template to write as SVG.

Each text stands under one other, with one edge: what else it may come from, and whom it shares an occasion with, stands in words
beside its box. So no edge crosses a box or a label, however many candidates there are.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from stemma.model import DerivationKind, Form
from stemma.views.cells import clean, clip
from stemma.views.index import Index, exemplar_report, letter_of, letters_of, title_of
from stemma.views.kinship import Node, Relation, alternatives, tree_of
from stemma.views.phrases import KIND_WORDS, SCALE, is_undecided, moment_phrase

MOST = 80  # boxes drawn; the list below the drawing has all


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawingRules:
    """Measures of the drawing, in pixels; a note has at most so many letters."""

    box_width: int = 196
    box_height: int = 46
    across: int = 172
    down: int = 16
    margin: int = 12
    note_height: int = 15
    note_letters: int = 48
    letter_width: int = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One text: `shape` is report, transcript or unseen; `title` and `under` are its two lines, `notes` stand beside it."""

    id: str
    shape: str
    letter: str
    title: str
    under: str
    notes: tuple[str, ...]
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """Who has whose text: `style` is sure, probable or undecided; the label ends left of where it enters, at x and y."""

    path: str
    style: str
    label: str
    x: int
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Boxes and edges on a canvas, and how many texts were left out."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A node of the tree with the node that it stands under and how deep."""

    node: Node
    above: str | None
    depth: int


def drawing_of(index: Index, relations: Sequence[Relation], rules: DrawingRules = DrawingRules()) -> Drawing:
    """Give the drawing of a story's stemma, roots on the left, each text under the one that it most probably comes from."""
    roots = [root for root in tree_of(index, relations) if root.report_id is not None or root.children]
    places = _placed(roots)
    boxes: dict[str, Box] = {}
    edges = []
    y = rules.margin
    for place in places[:MOST]:
        notes = _notes(index, relations, place.node, rules)
        box = _box(index, place, y, notes, rules)
        boxes[box.id] = box
        y += box.height + rules.down
        if place.above is not None and place.node.relation is not None:
            edges.append(_edge(boxes[place.above], box, place.node.relation))
    right = [box.x + box.width + _notes_width(box, rules) for box in boxes.values()]
    return Drawing(
        width=max(right, default=0) + rules.margin,
        height=y,
        boxes=tuple(boxes.values()),
        edges=tuple(edges),
        left_out=max(0, len(places) - MOST),
    )


def _placed(roots: Sequence[Node]) -> list[_Place]:
    """Give each place in the tree in the order in which it is drawn: all below one before what stands beside it."""
    found = []
    waiting = [_Place(node=root, above=None, depth=0) for root in reversed(roots)]
    while waiting:
        place = waiting.pop()
        found.append(place)
        below = reversed(place.node.children)
        waiting.extend(_Place(node=child, above=place.node.id, depth=place.depth + 1) for child in below)
    return found


def _notes_width(box: Box, rules: DrawingRules) -> int:
    return rules.margin + rules.letter_width * max(map(len, box.notes), default=0)


def _notes(index: Index, relations: Sequence[Relation], node: Node, rules: DrawingRules) -> tuple[str, ...]:
    """Give what stands beside a box: the other candidates, text from elsewhere, whom it shares an occasion with."""
    own = [one for one in relations if one.report_id == node.report_id]
    told = [] if node.relation is None else [node.relation]
    notes = []
    if node.relation is not None and (others := alternatives(relations, node.relation)):
        told += others
        word = "or" if is_undecided(node.relation.derivation) else "else"
        notes.append(f"{word} {', '.join(_share(index, one) for one in others)}")
    further = [one for one in own if one.is_textual and not any(one is other for other in told)]
    for word, is_open in (("also", False), ("perhaps", True)):
        if same := [_share(index, one) for one in further if is_undecided(one.derivation) is is_open]:
            notes.append(f"{word} {', '.join(same)}")
    heard = [one.exemplar_id for one in own if one.derivation.kind is DerivationKind.SAME_OCCASION]
    if heard:
        notes.append(f"same occasion as {letters_of(index, [exemplar_report(index, one) for one in heard])}")
    return tuple(clip(clean(note), rules.note_letters) for note in notes)


def _share(index: Index, relation: Relation) -> str:
    return f"{_name(index, relation)} {_number(relation)}"


def _name(index: Index, relation: Relation) -> str:
    report_id = exemplar_report(index, relation.exemplar_id)
    return _unseen_name(index, relation.exemplar_id) if report_id is None else letter_of(index, report_id)


def _unseen_name(index: Index, exemplar_id: str) -> str:
    exemplar = index.exemplars.get(exemplar_id)
    return exemplar.name if exemplar and exemplar.name else "an unnamed text"


def _box(index: Index, place: _Place, y: int, notes: tuple[str, ...], rules: DrawingRules) -> Box:
    box_id = place.node.id
    report = index.reports.get(box_id)
    is_said = report is not None and report.form is Form.TRANSCRIPT
    title = _unseen_name(index, box_id) if report is None else title_of(index, report)
    under = "not seen" if report is None else "transcript" if is_said else moment_phrase(report.published, index)
    return Box(
        id=box_id,
        shape="unseen" if report is None else "transcript" if is_said else "report",
        letter="" if report is None else letter_of(index, box_id),
        title=clip(clean(title), 24 if report is None else 19),
        under=clip(under, 28),
        notes=notes,
        x=rules.margin + place.depth * (rules.box_width + rules.across),
        y=y,
        width=rules.box_width,
        height=max(rules.box_height, rules.note_height * len(notes) + 6),
    )


def _edge(parent: Box, box: Box, relation: Relation) -> Edge:
    """Give the line from the parent's lower edge to the child's left side."""
    x, y = parent.x + parent.width - 24, box.y + box.height // 2
    path = f"M{x} {parent.y + parent.height}V{y - 10}Q{x} {y} {x + 10} {y}H{box.x}"
    return Edge(path=path, style=edge_style(relation), label=edge_label(relation), x=box.x - 12, y=y - 6)


def edge_style(relation: Relation) -> str:
    """Give how an edge is drawn: sure, probable or undecided."""
    if is_undecided(relation.derivation):
        return "undecided"
    return "sure" if relation.derivation.probability >= SCALE.sure else "probable"


def edge_label(relation: Relation) -> str:
    """Give what stands at an edge: "copied .97", "probably edited .86", "undecided .45"."""
    derivation = relation.derivation
    if edge_style(relation) == "undecided":
        return f"undecided {_number(relation)}"
    hedge = "probably " if derivation.probability < SCALE.sure else ""
    words = {DerivationKind.SIBLINGS: "shared ", DerivationKind.UNDECIDED: ""}
    return f"{hedge}{words.get(derivation.kind, KIND_WORDS[derivation.kind] + ' ')}{_number(relation)}"


def _number(relation: Relation) -> str:
    return f"{relation.derivation.probability:.2f}".removeprefix("0")
