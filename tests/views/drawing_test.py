"""The drawing: every text a box, every relation an edge, nothing over anything else."""

from dataclasses import replace
from itertools import pairwise

import pytest
from tests.views import example

from stemma.model import DerivationKind, Direction, Stemma
from stemma.views.drawing import drawing_of
from stemma.views.index import index_of
from stemma.views.kinship import relations_of, tree_of


def drawn(collation):
    index = index_of(collation)
    return drawing_of(index, relations_of(index))


def with_derivations(collation, *derivations):
    stemma = replace(collation.stemma, derivations=derivations)
    return replace(collation, stemma=stemma)


def test_every_text_has_a_box_of_its_shape(collation):
    shapes = {box.letter or box.title: box.shape for box in drawn(collation).boxes}

    assert shapes == {
        "Northwire": "unseen",
        "an unnamed text": "unseen",
        "A": "report",
        "B": "report",
        "C": "report",
        "D": "report",
        "E": "transcript",
    }


def test_edges_carry_their_style_and_words(collation):
    told = sorted((edge.style, edge.label) for edge in drawn(collation).edges)

    assert told == [
        ("occasion", "same occasion"),
        ("probable", "probably copied .81"),
        ("probable", "probably copied .86"),
        ("sure", "copied .97"),
        ("undecided", "undecided .45"),
        ("undecided", "undecided .52"),
    ]


def test_boxes_do_not_overlap_and_lie_on_the_canvas(collation):
    drawing = drawn(collation)
    spans = sorted((box.y, box.y + box.height) for box in drawing.boxes)

    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert all(box.x >= 0 and box.x + box.width <= drawing.width for box in drawing.boxes)
    assert spans[-1][1] <= drawing.height


def test_labels_of_one_text_do_not_overlap(collation):
    labels = sorted((edge.x, edge.y) for edge in drawn(collation).edges)

    assert all(b[1] - a[1] >= 14 for a, b in pairwise(labels) if a[0] == b[0])


def test_a_circle_is_drawn_without_end(collation):
    undecided = {"direction": Direction.UNDECIDED}
    exemplars = (*example.EXEMPLARS, replace(example.EXEMPLARS[2], id="x-b", report_id="b"))
    left = example.derivation("a", "x-b", example.LEAD, DerivationKind.EDITED, 0.5, **undecided)
    right = example.derivation("b", "x-a", example.LEAD, DerivationKind.EDITED, 0.5, **undecided)
    circle = replace(collation, stemma=Stemma(story_id="s", exemplars=exemplars, derivations=(left, right), changes=()))
    drawing = drawn(circle)

    assert len(drawing.boxes) == 5
    assert len(drawing.edges) == 2


def test_each_report_stands_once_in_the_tree(collation):
    index = index_of(collation)

    def places(node):
        yield node.id
        for child in node.children:
            yield from places(child)

    found = [place for root in tree_of(index, relations_of(index)) for place in places(root)]

    assert sorted(found) == ["a", "b", "c", "d", "t", "x-northwire", "x-unnamed"]


@pytest.mark.parametrize("count", [1, 200])
def test_many_texts_are_left_out_and_counted(collation, count):
    many = tuple(replace(example.REPORTS[2], id=f"r{number}") for number in range(count))
    story = with_derivations(replace(collation, reports=many))
    drawing = drawn(story)

    assert len(drawing.boxes) + drawing.left_out == count
