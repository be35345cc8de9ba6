"""Reports side by side: every word shown once, differences from the base marked."""

import pytest
from tests.views import example

from stemma.views.columns import columns_of, default_pair
from stemma.views.index import index_of
from stemma.views.kinship import relations_of


@pytest.fixture
def columns(collation):
    index = index_of(collation)
    return {column.report.id: column for column in columns_of(index, relations_of(index))}


def pieces(column):
    return [piece for block in column.blocks for sentence in block.sentences for piece in sentence.pieces]


def test_every_word_of_a_report_is_shown_once(columns):
    for report_id, column in columns.items():
        shown = "".join(piece.text for piece in pieces(column))
        assert "".join(shown.split()) == "".join(example.TEXTS[report_id].split())


def test_differences_stand_where_they_are(columns):
    new = [(piece.instead, piece.text) for piece in pieces(columns["b"]) if piece.is_new]

    assert ("may", "will") in new
    assert ("hard", "tough") in new
    assert ("once", "if") in new
    assert ("after", "following") in new


def test_a_capital_is_no_difference(columns):
    assert not [piece for piece in pieces(columns["b"]) if piece.is_new and piece.text == "Six"]


def test_alterations_are_marked_on_both_sides(columns):
    for report_id, words in (("a", "six"), ("c", "sixteen")):
        notes = [piece.note for piece in pieces(columns[report_id]) if piece.text == words]
        assert notes == ["number: “six” in A is “sixteen” in C"]


def test_the_base_is_the_nearest_exemplar_that_we_have(columns):
    assert {report_id: column.base_id for report_id, column in columns.items()} == {
        "a": None,
        "b": "a",
        "c": "a",
        "d": None,
        "t": None,
    }


def test_the_most_altered_report_stands_beside_its_base(collation):
    assert default_pair(index_of(collation), {"a": None, "b": "a", "c": "a"}) == ["a", "b"]


def test_fellows_are_named_by_letter(columns):
    sentences = [sentence for block in columns["c"].blocks for sentence in block.sentences]

    assert [sentence.fellows for sentence in sentences] == [(), ("A", "B"), ("A", "B"), ("A",)]
