import json

import pytest

import stemma
from stemma.desk.sheets import page_of, record_of, text_of


def test_a_report_is_read_with_its_outlet_and_voices(folder):
    clipping = stemma.read(folder / "dispatch.txt")

    assert clipping.report.text[:5] == "Ferry"
    assert "Lena Brodt" in {voice.name for voice in clipping.reading.voices}
    assert clipping.refusals == ()


def test_a_file_of_several_reports_is_wrong_use(folder):
    records = [{"id": name, "text": (folder / f"{name}.txt").read_text()} for name in ("dispatch", "market")]
    (folder / "two.jsonl").write_text("\n".join(json.dumps(record) for record in records))

    with pytest.raises(stemma.UsageError, match="2 reports"):
        stemma.read(folder / "two.jsonl")


def test_nothing_there_is_nothing_readable(folder):
    with pytest.raises(stemma.NothingReadableError):
        stemma.read(folder / "nowhere.txt")


def test_reading_twice_gives_the_same(folder):
    assert stemma.read(folder / "copy.txt") == stemma.read(folder / "copy.txt")


def test_the_sheets_agree_on_the_format(folder):
    clipping = stemma.read(folder / "copy.txt")

    assert record_of(clipping)["format"] == "stemma.reading"
    assert "Lena Brodt" in text_of(clipping)
    assert page_of(clipping).rstrip().endswith("</html>")
    assert "Lena Brodt" in clipping._repr_html_()
