import os

import pytest
from hypothesis import given
from tests.matches.rows_test import VALUES, rows_of, values_of

from stemma.engines.stages import Stage, decode, encode
from stemma.model import FormatError


@given(VALUES)
def test_a_part_gives_back_its_rows(values):
    assert values_of(decode(encode(rows_of(values)))) == values


def test_a_stage_is_read_as_one_table(tmp_path):
    stage = Stage(tmp_path / "words-1")
    stage.write(0, rows_of([(1, b"rain"), (2, b"")]))
    stage.write(1, rows_of([]))
    stage.write(2, rows_of([(3, b"snow")]))
    table = stage.table()

    assert len(table) == 3
    assert table.blobs("word", [2, 0, 1]) == [b"snow", b"rain", b""]
    assert table.whole(["number"])["number"].tolist() == [1, 2, 3]
    assert [sorted(part) for part in stage.parts(["number"])] == [["number"]] * 3


def test_a_part_that_could_not_be_written_is_not_there(tmp_path, monkeypatch):
    stage = Stage(tmp_path / "words-1")

    def full(_file):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        stage.write(0, rows_of([(1, b"rain")]))

    assert list(stage.folder.iterdir()) == []


DAMAGED = [
    b"",
    b"nonsense",
    b'{"format":"stemma.rows","version":1}\n',
    b'{"format":"stemma.rows","version":9,"rows":0,"columns":[]}\n',
]


@pytest.mark.parametrize("content", DAMAGED)
def test_what_is_no_part_is_refused_with_what_to_do(content):
    with pytest.raises(FormatError, match="start again"):
        decode(content)
