"""A gazetteer is an extra: with one, variants of a place's name are one; without one nothing is missed."""

import pytest

import stemma
from stemma.desk.gazetteers import gazetteer_at

TEXT = (
    "The envoy flew from Old Lindel to Nova Vessa on Friday. Ana Lindel, who stayed in Nova Vessa, said it had rained."
)


def places(clipping):
    return sorted({name.canonical for name in clipping.reading.names if name.kind is stemma.NameKind.PLACE})


def read_with(path):
    return stemma.read({"text": TEXT}, settings=stemma.Settings().but("readings", gazetteer=str(path)))


@pytest.mark.parametrize("line", ["Vessa\tNova Vessa\tNeu-Vessa", "Vessa; Nova Vessa; Neu-Vessa"])
def test_variants_are_one_place(tmp_path, line):
    path = tmp_path / "places.tsv"
    path.write_text(f"# canonical, then its variants\n{line}\n\n")

    assert "Vessa" in places(read_with(path))
    assert "Nova Vessa" not in places(read_with(path))


def test_a_person_is_no_place(tmp_path):
    path = tmp_path / "people.tsv"
    path.write_text("Lindel\tAna Lindel\n")

    assert "Ana Lindel" in {name.canonical for name in read_with(path).reading.names}


def test_none_is_no_error():
    assert stemma.read({"text": TEXT}).reading.refusals == ()
    assert gazetteer_at("") == ({}, None)


def test_one_that_is_not_there_is_said_and_the_report_is_read(tmp_path):
    clipping = read_with(tmp_path / "none.tsv")

    assert [refusal.subject for refusal in clipping.refusals] == [str(tmp_path / "none.tsv")]
    assert clipping.reading.names


def test_one_that_is_no_text_is_said(tmp_path):
    path = tmp_path / "places.tsv"
    path.write_bytes(b"\xff\xfe\x00")

    assert "not UTF-8" in gazetteer_at(str(path))[1].reason
