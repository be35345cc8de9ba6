"""The drawing: every text a box, every relation an edge, nothing over anything else."""

from dataclasses import replace
from itertools import pairwise

import pytest
from tests.views import example

from stemma.model import DerivationKind, Direction, Stemma
from stemma.views.drawing import DrawingRules, drawing_of
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
        "A": "report",
        "B": "report",
        "C": "report",
        "D": "report",
        "E": "transcript",
    }


def test_edges_carry_their_style_and_words(collation):
    told = sorted((edge.style, edge.label) for edge in drawn(collation).edges)

    assert told == [
        ("probable", "probably copied .86"),
        ("sure", "copied .97"),
        ("undecided", "undecided .52"),
    ]


def test_what_else_a_text_may_come_from_stands_beside_its_box(collation):
    notes = {box.letter: box.notes for box in drawn(collation).boxes if box.notes}

    assert notes == {"B": ("or Northwire .45", "also an unnamed text .81"), "D": ("same occasion as E",)}


def test_boxes_do_not_overlap_and_lie_on_the_canvas(collation):
    drawing = drawn(collation)
    spans = sorted((box.y, box.y + box.height) for box in drawing.boxes)

    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert all(box.x >= 0 and box.x + box.width <= drawing.width for box in drawing.boxes)
    assert spans[-1][1] <= drawing.height


def crossed():
    """Give a story in which every report may have its text from every other one, and heard the same speech as all."""
    reports = tuple(replace(example.REPORTS[2], id=f"r{number}") for number in range(6))
    exemplars = tuple(replace(example.EXEMPLARS[2], id=f"x{number}", report_id=f"r{number}") for number in range(6))
    derivations = []
    for report in reports:
        for exemplar in (one for one in exemplars if one.report_id != report.id):
            made = example.derivation(
                "c", exemplar.id, example.LEAD, DerivationKind.EDITED, 0.2, direction=Direction.UNDECIDED
            )
            heard = replace(made, kind=DerivationKind.SAME_OCCASION, probability=0.0)
            spans = tuple(replace(span, report_id=report.id) for span in made.spans)
            derivations += [replace(one, report_id=report.id, spans=spans) for one in (made, heard)]
    stemma = Stemma(story_id="s", exemplars=exemplars, derivations=tuple(derivations), changes=())
    return replace(example.COLLATION, reports=reports, stemma=stemma)


def frames(drawing, rules):
    """Give what is written or drawn: left, top, right, bottom."""
    found = [(box.x, box.y, box.x + box.width, box.y + box.height) for box in drawing.boxes]
    for box in drawing.boxes:
        for number, note in enumerate(box.notes, 1):
            left, foot = box.x + box.width + rules.margin, box.y + rules.note_height * number
            found.append((left, foot - 11, left + rules.letter_width * len(note), foot + 2))
    return found + [(edge.x - 110, edge.y - 11, edge.x, edge.y + 2) for edge in drawing.edges]


@pytest.mark.parametrize("story", [example.COLLATION, crossed()], ids=["an ordinary story", "everybody from everybody"])
def test_no_words_stand_over_others(story):
    drawing, rules = drawn(story), DrawingRules()
    told = frames(drawing, rules)
    over = [
        (one, other)
        for number, one in enumerate(told)
        for other in told[number + 1 :]
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]

    assert over == []
    assert max(one[2] for one in told) <= drawing.width


def test_a_circle_is_drawn_without_end(collation):
    undecided = {"direction": Direction.UNDECIDED}
    exemplars = (*example.EXEMPLARS, replace(example.EXEMPLARS[2], id="x-b", report_id="b"))
    left = example.derivation("a", "x-b", example.LEAD, DerivationKind.EDITED, 0.5, **undecided)
    right = example.derivation("b", "x-a", example.LEAD, DerivationKind.EDITED, 0.5, **undecided)
    circle = replace(collation, stemma=Stemma(story_id="s", exemplars=exemplars, derivations=(left, right), changes=()))
    drawing = drawn(circle)

    assert len(drawing.boxes) == 5
    assert [edge.label for edge in drawing.edges] == ["undecided .50"]
    assert [box.notes for box in drawing.boxes if box.notes] == [("perhaps A .50",)]


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
