"""The family tree as a drawing: where each box and each edge stands, in pixels, for a template to write as SVG."""

from collections.abc import Sequence
from dataclasses import dataclass

from stemma.model import DerivationKind, Form
from stemma.views.cells import clean, clip
from stemma.views.index import Index, exemplar_report, letter_of, title_of
from stemma.views.kinship import Node, Relation, tree_of
from stemma.views.phrases import KIND_WORDS, SCALE, is_undecided, moment_phrase

MOST = 80  # boxes drawn; the list below the drawing has all


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawingRules:
    """Measures of the drawing, in pixels."""

    box_width: int = 196
    box_height: int = 46
    across: int = 172
    down: int = 16
    margin: int = 12
    entry_height: int = 22


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One text: `shape` is report, transcript or unseen; `title` and `under` are its two lines."""

    id: str
    shape: str
    letter: str
    title: str
    under: str
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """Who has whose text: `style` is sure, probable, undecided or occasion; the label stands left of where it enters."""

    path: str
    style: str
    label: str
    anchor: str
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


def drawing_of(index: Index, relations: Sequence[Relation], rules: DrawingRules = DrawingRules()) -> Drawing:
    """Give the drawing of a story's stemma, roots on the left, each text under the first that it may come from."""
    placed = _placed(tree_of(index, relations))
    shown = dict(list(placed.items())[:MOST])
    entering = {place: _entering(index, relations, shown, place) for place in shown}
    boxes: dict[str, Box] = {}
    y = rules.margin
    for place, depth in shown.items():
        height = max(rules.box_height, rules.entry_height * len(entering[place]) + 6)
        x = rules.margin + depth * (rules.box_width + rules.across)
        boxes[place] = _box(index, place, (x, y, rules.box_width, height))
        y += height + rules.down
    edges = [
        edge
        for place, incoming in entering.items()
        for edge in _edges(index, boxes, boxes[place], incoming, rules.entry_height)
    ]
    right = [box.x + box.width for box in boxes.values()]
    right += [edge.x + rules.across for edge in edges if edge.anchor == "start"]
    width = max(right, default=0) + rules.margin
    return Drawing(
        width=width,
        height=y,
        boxes=tuple(boxes.values()),
        edges=tuple(edges),
        left_out=len(placed) - len(shown),
    )


def _placed(roots: Sequence[Node]) -> dict[str, int]:
    """Give each place in the tree with its depth, in the order in which it is drawn."""
    found: dict[str, int] = {}
    waiting = [(root, 0) for root in reversed(roots)]
    while waiting:
        node, depth = waiting.pop()
        found[node.id] = depth
        waiting.extend((child, depth + 1) for child in reversed(node.children))
    return found


def _place_of(index: Index, relation: Relation) -> str:
    return exemplar_report(index, relation.exemplar_id) or relation.exemplar_id


def _entering(index: Index, relations: Sequence[Relation], shown: dict[str, int], place: str) -> list[Relation]:
    own = (one for one in relations if one.report_id == place and one.derivation.kind is not DerivationKind.UNRELATED)
    return [one for one in own if _place_of(index, one) in shown and _place_of(index, one) != place]


def _box(index: Index, place: str, frame: tuple[int, int, int, int]) -> Box:
    x, y, width, height = frame
    report = index.reports.get(place)
    if report is None:
        exemplar = index.exemplars.get(place)
        name = exemplar.name if exemplar and exemplar.name else "an unnamed text"
        return Box(
            id=place,
            shape="unseen",
            letter="",
            title=clip(clean(name), 24),
            under="not seen",
            x=x,
            y=y,
            width=width,
            height=height,
        )
    is_said = report.form is Form.TRANSCRIPT
    return Box(
        id=place,
        shape="transcript" if is_said else "report",
        letter=letter_of(index, place),
        title=clip(clean(title_of(index, report)), 19),
        under="transcript" if is_said else clip(moment_phrase(report.published, index), 28),
        x=x,
        y=y,
        width=width,
        height=height,
    )


def _edges(index: Index, boxes: dict[str, Box], box: Box, incoming: Sequence[Relation], step: int) -> list[Edge]:
    found = []
    top = box.y + box.height // 2 - (len(incoming) - 1) * step // 2
    for number, relation in enumerate(incoming):
        parent = boxes[_place_of(index, relation)]
        y = top + number * step
        if parent.x < box.x:
            path, label = _path(parent, box, y), (box.x - 12, y - 6)
        elif parent.x > box.x:
            path, label = _back(parent, box), (box.x + box.width + 14, box.y + box.height + 10)
        else:
            path, label = _loop(parent, box, y), (box.x + box.width + 44, y - 6)
        found.append(
            Edge(
                path=path,
                style=edge_style(relation),
                label=edge_label(relation),
                anchor="end" if parent.x < box.x else "start",
                x=label[0],
                y=label[1],
            )
        )
    return found


def _path(parent: Box, box: Box, y: int) -> str:
    """Give a line from the parent's lower edge, or its right side where it stands lower, to the child's left side."""
    if parent.y < box.y:
        x = parent.x + parent.width - 24
        return f"M{x} {parent.y + parent.height}V{y - 10}Q{x} {y} {x + 10} {y}H{box.x}"
    right, start = parent.x + parent.width, parent.y + parent.height // 2
    middle = right + 24
    up = f"Q{middle} {start} {middle} {start - 10}V{y + 10}Q{middle} {y} {middle + 10} {y}"
    return f"M{right} {start}H{middle - 10}{up}H{box.x}"


def _back(parent: Box, box: Box) -> str:
    """Give a line from a text to one that stands right of it: from its lower right corner to the other's lower edge."""
    start, end = box.y + box.height - 8, parent.y + parent.height
    x = parent.x + 24
    return f"M{box.x + box.width} {start}C{x} {start} {x} {start} {x} {end}"


def _loop(parent: Box, box: Box, y: int) -> str:
    """Give a line round by the right, between texts that stand under each other."""
    start = parent.y + parent.height // 2
    out = max(parent.x + parent.width, box.x + box.width) + 36
    return f"M{parent.x + parent.width} {start}C{out} {start} {out} {y} {box.x + box.width} {y}"


def edge_style(relation: Relation) -> str:
    """Give how an edge is drawn: sure, probable, undecided, or occasion for the same speech heard twice."""
    derivation = relation.derivation
    if derivation.kind is DerivationKind.SAME_OCCASION:
        return "occasion"
    if is_undecided(derivation):
        return "undecided"
    return "sure" if derivation.probability >= SCALE.sure else "probable"


def edge_label(relation: Relation) -> str:
    """Give what stands at an edge: "copied .97", "probably edited .86", "undecided .45", "else .12", "same occasion"."""
    derivation = relation.derivation
    style = edge_style(relation)
    if style == "occasion":
        return KIND_WORDS[derivation.kind]
    share = f"{derivation.probability:.2f}".removeprefix("0")
    if style == "undecided":
        return f"else {share}" if relation.is_rest else f"undecided {share}"
    hedge = "probably " if derivation.probability < SCALE.sure else ""
    words = {DerivationKind.SIBLINGS: "shared ", DerivationKind.UNDECIDED: ""}
    return f"{hedge}{words.get(derivation.kind, KIND_WORDS[derivation.kind] + ' ')}{share}"
