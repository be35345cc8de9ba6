"""Who stands under whom, what is left open, and what a decision leaves over."""

from dataclasses import replace

from tests.views import example

from stemma.model import DerivationKind, Direction, Exemplar
from stemma.views import to_text
from stemma.views.cells import cell_width
from stemma.views.drawing import drawing_of
from stemma.views.index import index_of
from stemma.views.kinship import DEEP, alternatives, relations_of, tree_of


def with_derivations(*derivations, exemplars=example.EXEMPLARS, reports=example.REPORTS):
    stemma = replace(example.COLLATION.stemma, derivations=derivations, exemplars=exemplars)
    return index_of(replace(example.COLLATION, stemma=stemma, reports=reports))


DECIDED = example.derivation("b", "x-a", example.LEAD, DerivationKind.EDITED, 0.82)
LEFT = example.derivation("b", "x-northwire", example.LEAD, DerivationKind.SIBLINGS, 0.18)
ELSEWHERE = example.derivation(
    "b", "x-unnamed", "the school roof", DerivationKind.COPIED, 0.5, direction=Direction.UNDECIDED
)


def test_what_a_decision_leaves_over_is_no_second_relation():
    index = with_derivations(DECIDED, LEFT)
    first, rest = relations_of(index)

    assert (first.is_rest, rest.is_rest) == (False, True)
    assert alternatives([first, rest], first) == [rest]
    drawing = drawing_of(index, [first, rest])
    assert [edge.label for edge in drawing.edges] == ["probably edited .82"]
    assert [box.notes for box in drawing.boxes if box.notes] == [("else Northwire .18",)]


def test_it_is_told_beside_the_decision():
    told = " ".join(to_text(with_derivations(DECIDED, LEFT).collation, 200).split())

    assert (
        "B Delta Courier -- probably has its text from A, edited (0.82); else from Northwire (not seen) (0.18)" in told
    )
    assert "B also" not in told


def test_another_passage_is_another_question():
    index = with_derivations(DECIDED, LEFT, ELSEWHERE)
    relations = relations_of(index)
    third = next(one for one in relations if one.exemplar_id == "x-unnamed")

    assert not third.is_rest
    assert alternatives(relations, third) == []


def depth(node):
    return 1 + max(map(depth, node.children), default=0)


def test_a_long_chain_is_told_without_end_of_the_line():
    count = 300
    reports = tuple(replace(example.REPORTS[2], id=f"r{number:03}") for number in range(count))
    exemplars = tuple(Exemplar(id=f"x{number:03}", name=None, report_id=f"r{number:03}") for number in range(count))
    chain = tuple(
        replace(DECIDED, report_id=f"r{number:03}", exemplar_id=f"x{number - 1:03}") for number in range(1, count)
    )
    index = with_derivations(*chain, exemplars=exemplars, reports=reports)
    tree = tree_of(index, relations_of(index))

    assert len(tree) == 1
    assert depth(tree[0]) == DEEP
    assert max(map(cell_width, to_text(index.collation, 40).splitlines())) <= 40


def test_a_circle_is_cut_where_it_is_weakest():
    undecided = {"direction": Direction.UNDECIDED}
    exemplars = (*example.EXEMPLARS, replace(example.EXEMPLARS[2], id="x-b", report_id="b"))
    weak = example.derivation("a", "x-b", example.LEAD, DerivationKind.EDITED, 0.23, **undecided)
    strong = example.derivation("b", "x-a", example.LEAD, DerivationKind.EDITED, 0.71, **undecided)
    index = with_derivations(weak, strong, exemplars=exemplars)
    (root,) = [node for node in tree_of(index, relations_of(index)) if node.children]

    assert (root.id, [child.id for child in root.children]) == ("a", ["b"])


def test_a_relation_is_told_with_the_words_that_bear_it():
    told = " ".join(to_text(example.COLLATION, 200).split())

    assert "A, copied (0.86); 46 bits of shared narration in A's order: “Mayor Ilsa Brandt said on Tuesday" in told
