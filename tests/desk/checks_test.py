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


HEARING = """TRANSCRIPT
Hearing on the Orrin dam

Tessa Hale: Thank you. Um, the dam at Orrin is, you know, safe to stand for another ten years. I have asked for three surveys since 2019, and two of them were never answered. [crosstalk]

Reporter: Was it the money?

Tessa Hale: It was, uh, not the money alone. We will not close the valley road before the school year ends. I blame the (inaudible) for that.

Jonas Brekke: I do not agree with the minister. The valley road should have been closed in March. I said so then and I say it again: the valley road should have been closed in March.

Tessa Hale: Nobody in my office saw that letter. And I want to be clear about one more thing. We will rebuild the lower gate this summer, whatever it costs, and we will do it with people from the valley.

Jonas Brekke: The engineers asked for forty sensors. They were given four.
"""  # noqa: E501

QUOTED = [
    ('"The dam at Orrin is safe to stand for another ten years," Tessa Hale said.', "cleaned-up", "fillers taken out"),
    ('"It was not the money alone," Tessa Hale said.', "cleaned-up", "an uh taken out"),
    ('"I have asked for three surveys since 2019, and two of them were never answered," Tessa Hale said.', "verbatim",
     "what the transcriber put in brackets was not said"),
    ('"We will close the valley road before the school year ends," Tessa Hale said.', "reworded-inside-marks", "a not lost"),
    ('"The valley road should have been closed in March," Jonas Brekke said.', "verbatim", "words that were said twice"),
    ('"The engineers asked for forty sensors," Tessa Hale said.', "reattributed", "another speaker said it"),
    ('"Nobody in my office saw that letter. We will rebuild the lower gate this summer, whatever it costs," Tessa Hale said.',
     "stitched", "a remark between two left out"),
    ('"I have asked for three surveys since 2019 and we will do it with people from the valley," Tessa Hale said.', "stitched",
     "one sentence made of two that stood far apart"),
    ('"We will not close the valley road before the school year ends. It was not the money alone," Tessa Hale said.',
     "stitched", "two remarks of one turn in another order"),
    ('"Nobody in my office saw that letter. The dam at Orrin is safe to stand for another ten years," Tessa Hale said.',
     "stitched", "two remarks of two turns in another order, fillers taken out"),
    ('"We will rebuild the lower gate this summer, whatever it costs. Nobody in my office saw that letter. It was not the '
     'money alone," Tessa Hale said.', "stitched", "three remarks from the last to the first"),
    ('"Two of them were never answered. I have asked for three surveys since 2019," Tessa Hale said.', "stitched",
     "two halves of one sentence in another order"),
    ('"Nobody in my office saw that letter, and the dam at Orrin is safe to stand for another ten years," Tessa Hale said.',
     "stitched", "one sentence made of two remarks with an and between"),
    ('"It was not the money alone, but we will rebuild the lower gate this summer," Tessa Hale said.', "stitched",
     "one sentence made of two that stood far apart with a but between"),
    ('"It was not the money alone. We will not close the valley road before the school year ends. I blame the council for '
     'that," Tessa Hale said.', "undecided", "remarks in their order, and words that the transcript lacks"),
    ('"They were given four. The engineers asked for forty sensors," Jonas Brekke said.', "stitched",
     "two short remarks in another order"),
    ('"I said so then and I say it again: the valley road should have been closed in March," Jonas Brekke said.', "verbatim",
     "words that were said twice stand where what is quoted beside them stands"),
    ('"The school year ends before we close the road, and the people of the valley will see the gate rebuilt," Tessa Hale said.',
     "not-in-transcript", "a paraphrase is not joined of chance words"),
    ('"It was not the money alone. The engineers asked for forty sensors," Tessa Hale said.', "stitched",
     "two speakers' remarks joined"),
    ('"I have asked for three surveys since 2019, and two of them were never answered. It was not the money alone. Nobody in '
     'my office saw that letter," Tessa Hale said.', "stitched", "remarks of three turns in their order"),
    ('"We will rebuild the lower gate this summer. The mountain belongs to those who climb it, and no one ever asked the '
     'farmers about their sheep," Tessa Hale said.', "not-in-transcript", "most of it stands nowhere"),
    ('"I blame the winter storms for that," Tessa Hale said.', "undecided", "the transcript says that it lacks words"),
    ('In 2019 Tessa Hale told parliament: "The gate is the oldest thing I am responsible for, and the loudest."',
     "not-in-transcript", "an old statement"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "integrity", "why"), QUOTED, ids=[case[-1] for case in QUOTED])
def test_a_quotation_beside_a_hearing_of_several_speakers(tmp_path, told, integrity, why):
    said, report = tmp_path / "hearing.txt", tmp_path / "report.txt"
    said.write_text(HEARING, encoding="utf-8")
    report.write_text(
        f"Hearing on Orrin goes on\n\nBy Ada Finch\n5 May 2022\n\nVALE, May 5 - The hearing went on.\n\n{told}\n",
        encoding="utf-8",
    )
    check = stemma.check(report, said)

    assert [wording.integrity.value for wording in check.wordings if wording.is_marked] == [integrity]


def test_a_sentence_of_a_quotation_that_stands_nowhere_is_told_beside_the_one_that_does(tmp_path):
    said, report = tmp_path / "hearing.txt", tmp_path / "report.txt"
    said.write_text(HEARING, encoding="utf-8")
    quoted = "We will rebuild the lower gate this summer. The mountain belongs to those who climb it."
    report.write_text(f'Gate\n\nVALE, May 5 - It rained.\n\n"{quoted[:-1]}," Tessa Hale said.\n', encoding="utf-8")

    (wording,) = (one for one in stemma.check(report, said).wordings if one.is_marked)
    assert wording.integrity is stemma.Integrity.REWORDED_INSIDE_MARKS
    assert wording.also_possible == (stemma.Integrity.NOT_IN_TRANSCRIPT,)


def test_what_is_missing_is_told_with_a_word_that_a_transcript_may_be_partial(tmp_path):
    said, report = tmp_path / "hearing.txt", tmp_path / "report.txt"
    said.write_text(HEARING, encoding="utf-8")
    report.write_text(f"Hearing goes on\n\nVALE, May 5 - It rained.\n\n{QUOTED[-1][0]}\n", encoding="utf-8")

    assert "Not in the transcript (which may be partial)" in text_of(stemma.check(report, said))


def test_a_check_takes_in_a_long_transcript_only_what_a_quotation_needs(tmp_path):
    said, report = tmp_path / "hearing.txt", tmp_path / "report.txt"
    turns = [
        f"Otto Lind: We have counted {number} sheep in the valley and the road was closed again."
        for number in range(80)
    ]
    said.write_text(HEARING + "\n\n" + "\n\n".join(turns), encoding="utf-8")
    report.write_text(
        'Sheep\n\nVALE, May 5 - It rained.\n\n"We have counted 41 sheep in the valley," Otto Lind said.\n',
        encoding="utf-8",
    )
    check = stemma.check(report, said)

    quoted = next(
        one
        for one in check.collation.utterances
        if any(w.report_id == check.report_id and w.is_marked for w in one.wordings)
    )
    assert len([wording for wording in quoted.wordings if wording.report_id != check.report_id]) == 1
    assert [w.integrity.value for w in quoted.wordings if w.report_id == check.report_id] == ["fragment"]
