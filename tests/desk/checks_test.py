import pytest

import stemma
from stemma.desk.sheets import record_of, text_of

TRANSCRIPT = """Lena Brodt: Nobody was hurt, and the crew did everything right. The ship will be towed to the yard on Tuesday.

Reporter: When will she sail again?

Lena Brodt: Not before the summer.
"""


@pytest.fixture
def transcript(folder):
    path = folder / "transcript.txt"
    path.write_text(TRANSCRIPT, encoding="utf-8")
    return path


def test_an_altered_quotation_is_told_with_its_words(folder, transcript):
    check = stemma.check(folder / "copy.txt", transcript)

    altered = [wording for wording in check.wordings if wording.integrity is stemma.Integrity.REWORDED_INSIDE_MARKS]
    assert [(edit.before, edit.after) for wording in altered for edit in wording.edits] == [("right", "perfectly")]


def test_a_true_quotation_is_not_called_altered(folder, transcript):
    check = stemma.check(folder / "dispatch.txt", transcript)

    marked = [wording.integrity for wording in check.wordings if wording.is_marked]
    assert set(marked) <= {stemma.Integrity.VERBATIM, stemma.Integrity.PUNCTUATION, stemma.Integrity.FRAGMENT}
    assert marked


def test_a_text_without_speakers_is_no_transcript(folder):
    with pytest.raises(stemma.UsageError, match="no transcript"):
        stemma.check(folder / "copy.txt", folder / "dispatch.txt")


def test_the_same_text_twice_is_wrong_use(folder):
    with pytest.raises(stemma.UsageError, match="same text"):
        stemma.check(folder / "copy.txt", folder / "copy.txt")


def test_the_sheets_agree_on_the_format(folder, transcript):
    check = stemma.check(folder / "copy.txt", transcript)

    assert record_of(check)["format"] == "stemma.check"
    assert "perfectly" in text_of(check)
    assert "perfectly" in check._repr_html_()
