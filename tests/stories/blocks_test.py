from tests.stories.quoted import report_of

from stemma.stories.blocks import block_quotations

STATEMENT = "We have heard the people of the quay and the night boat will sail through the whole winter."
OTHERS = report_of("wire", f'"{STATEMENT}" the company said. "We are sorry for the noise," it added.')
BLOCK = f"The company gave way on Friday. Its statement reads, in part:\n\n{STATEMENT}\n\nIslanders danced in the ticket hall."


def test_a_paragraph_behind_a_colon_that_others_have_in_marks_is_a_block_quotation():
    (span,) = block_quotations([OTHERS, report_of("slow", BLOCK)])["slow"]

    assert span.cut(BLOCK) == STATEMENT


def test_without_a_colon_or_without_marks_elsewhere_it_is_narration():
    assert not block_quotations([OTHERS, report_of("slow", BLOCK.replace("part:", "part."))])
    assert not block_quotations([report_of("slow", BLOCK), report_of("twin", BLOCK)])
