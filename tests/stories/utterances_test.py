import pytest

import stemma
from stemma.model import Integrity, Span, Wording
from stemma.stories.utterances import best_attested

HOPE = "I would hope that a wise old ferryman with the richness of his years would more often reach a better shore"
TROUBLE = (
    "I have no more trouble with that than with what Brandt told us, that a wise old ferryman with the richness of his "
    "years would more often than not reach a better shore than a young one"
)
FIRST = f'''Ferrymen quarrel at Skerry

"{HOPE}," Orla Brandt said at the pilots' dinner on Monday.

"{TROUBLE}," Karl Voss said on the radio the next morning, and hung up.
'''
SECOND = f'''Voss answers Brandt

Karl Voss did not wait long. "{TROUBLE}," Voss said on Tuesday, before the boats went out.

The evening before, Orla Brandt had spoken to the pilots. "{HOPE}," Brandt said.
'''


def test_two_remarks_that_a_report_has_apart_are_held_against_themselves_alone():
    reports = [{"id": "first", "text": FIRST}, {"id": "second", "text": SECOND}]
    (collation,) = stemma.compare(reports).collations
    told = [w for utterance in collation.utterances for w in utterance.wordings if w.is_marked]
    long = [w for w in told if sum(span.end - span.start for span in w.spans) >= len(HOPE)]

    assert len(long) == 4
    assert {w.integrity for w in long} == {Integrity.VERBATIM}


PLEDGE = "we will dredge the harbour before the ice comes and not a day later"
LETTER = f'The council wrote in a letter to the pilots: "Be assured that {PLEDGE}."'


def marked_in(*texts: str) -> list[tuple[str, Integrity]]:
    """Give what stands in marks in some reports, as far as it is a wording, with its class."""
    reports = [{"id": str(number), "text": text} for number, text in enumerate(texts)]
    (collation,) = stemma.compare(reports).collations
    words = {report.id: report.text for report in collation.reports}
    told = [one for utterance in collation.utterances for one in utterance.wordings if one.is_marked]
    return [(words[one.report_id][one.spans[0].start : one.spans[-1].end], one.integrity) for one in told]


def test_what_a_quotation_quotes_is_not_held_against_the_rest_of_it():
    """Who quotes a newspaper that quotes a letter has not reworded the letter."""
    first = f"Pilots get an answer\n\n{LETTER} The pilots read it out on Monday at the quay.\n"
    second = (
        'What others write\n\nThe Skerry Herald has the news of the day, and Jan Prill reports there: "The pilots of the '
        f"north quay have been told by letter that '{PLEDGE}' and they do not believe a word of it.\"\n"
    )

    found = marked_in(first, second)

    assert Integrity.REWORDED_INSIDE_MARKS not in {integrity for _, integrity in found}
    assert Integrity.UNDECIDED not in {integrity for _, integrity in found}
    assert PLEDGE in [words for words, _ in found]


def test_a_name_in_two_remarks_makes_them_no_wordings_of_one():
    """An act, a place or a title that somebody names in two remarks is not his wording of either."""
    found = marked_in(
        'Pilots at the bar\n\nOrla Brandt spoke on Monday of "the purposes of the Harbour Safety Act".\n',
        "Pilots heard\n\n"
        '"Orla Brandt will fight to maintain the strong protections of the Harbour Safety Act," Orla Brandt said.\n',
    )

    assert {integrity for _, integrity in found} == {Integrity.SOLE_WITNESS}


def test_a_phrase_in_marks_that_a_kin_report_leaves_out_was_put_in_marks_by_nobody():
    """Words stand for a phrase in marks only where the other has some that the rest of the sentence has not."""
    frame = "Kenneth Dorsey said on Friday that the woman who is held for the fire at the Skerry plant is a good person"
    rest = "She had worked at the plant for fifteen years and had never been late, and two of her sons work on the night shift."
    found = marked_in(
        f'Friend speaks\n\n{frame}, "hard-working, and very spiritual".\n\n{rest}\n',
        f"Plant fire\n\n{frame}.\n\n{rest}\n",
    )

    assert [integrity for _, integrity in found] == [Integrity.SOLE_WITNESS]


def test_a_remark_that_the_body_quotes_twice_is_told_at_both_places():
    again = (
        f'Orla Brandt spoke on Monday. "{HOPE}," Brandt said.\n\nAt night she said it again: "{HOPE}," Brandt said.\n'
    )
    found = marked_in(
        f"Ferrymen quarrel\n\n{again}", f'Pilots dine\n\n"{HOPE}," Orla Brandt told the pilots on Monday.\n'
    )

    assert [integrity for words, integrity in found if HOPE in words] == [Integrity.VERBATIM] * 3


def worded(report_id, integrity, against=None, size=10, is_marked=True):
    return Wording(
        report_id=report_id,
        spans=(Span(report_id, 0, size),),
        integrity=integrity,
        is_marked=is_marked,
        against_report_id=against,
    )


SAME, OTHER = Integrity.VERBATIM, Integrity.REWORDED_INSIDE_MARKS
BEST = [
    ([worded("a", SAME, "b"), worded("b", SAME, "a"), worded("c", OTHER, "b")], "", 1, "the one that most are held against"),
    ([worded("a", OTHER, "b"), worded("b", SAME)], "", 1, "nothing speaks against it"),
    ([worded("a", OTHER, "c"), worded("b", OTHER, "c"), worded("c", SAME)], "", 2, "two copies of a slip are no better"),
    ([worded("a", SAME, "b"), worded("b", SAME, "a", size=30)], "", 1, "the fuller of two"),
    ([worded("a", Integrity.UNDECIDED, "b"), worded("b", Integrity.UNDECIDED, "a")], "", None, "nobody can say"),
    ([worded("a", Integrity.PARAPHRASE, "b", is_marked=False), worded("b", Integrity.PARAPHRASE, is_marked=False)], "", None,
     "nobody has it in marks"),
    ([worded("a", SAME)], "", None, "one report alone"),
    ([worded("a", SAME, "t"), worded("t", SAME), worded("b", Integrity.UNDECIDED, "t")], "t", 1, "a transcript has it"),
]  # fmt: skip


@pytest.mark.parametrize(("wordings", "transcripts", "best", "why"), BEST, ids=[case[-1] for case in BEST])
def test_the_best_attested_wording(wordings, transcripts, best, why):
    assert best_attested(wordings, transcripts) == best
