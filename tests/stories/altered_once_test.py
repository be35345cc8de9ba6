"""What an editor is told of quotations that several reports have: each alteration once, and whose words they are."""

import pytest

import stemma

TRANSCRIPT = """LINDEL TOWN COUNCIL

Transcript of the meeting of 4 March 2031

THE MAYOR: We have come to the sale of the library in Sheep Street, and I ask for silence.
{label}: It was never yours to sell in the first place!
THE MAYOR: I must ask the gentleman to sit down, or we shall clear the hall."""
HALL = "The council sold the library in Sheep Street on Tuesday by a single vote, and the hall was full to the doors."
GAZETTE = """Library sold

Lindel Gazette
5 March 2031

{hall}

"It was never yours to sell in the first place!" Colin Bassett shouted from the third row."""
REGISTER = """Fury over library

The Morning Register
5 March 2031

Councillors in a small town parted with its library this week, in front of an angry crowd of readers.

"It was never yours to sell in the first place!" Ruth Levett cried, and was heard in the street."""


def told(*texts):
    (collation, *_) = stemma.compare([{"id": f"r{n}", "text": text} for n, text in enumerate(texts)]).collations
    return collation


@pytest.mark.parametrize("label", ["A MEMBER OF THE PUBLIC", "HECKLER"])
def test_whom_a_clerk_does_not_know_may_be_anybody(label):
    story = told(TRANSCRIPT.format(label=label), GAZETTE.format(hall=HALL))

    assert not [one.text for one in story.story.findings if "two voices" in one.text]


def test_two_reports_that_name_two_for_a_shout_that_a_clerk_gives_to_nobody():
    texts = TRANSCRIPT.format(label="A MEMBER OF THE PUBLIC"), GAZETTE.format(hall=HALL), REGISTER
    (found,) = [one.text for one in told(*texts).story.findings if "two voices" in one.text]

    assert "undecided who said it" in found
    assert "Colin Bassett" in found
    assert "Ruth Levett" in found


SAID = (
    "{head}\n\n{outlet}\n15 January 2031\n\n{lede}\n\n"
    '"We are still a family, and I {verb} step back from the stage for a little while," Orla Fenn wrote to her readers.'
)
LEDES = (
    "The singer Orla Fenn has ended her tour of the northern islands after eleven nights of rain.",
    "After eleven nights of rain the tour of the northern islands is over for the singer Orla Fenn.",
    "No more islands for Orla Fenn: her tour in the rain ended on its eleventh night.",
)


def test_an_alteration_is_told_once_with_all_that_have_either_words():
    texts = [
        SAID.format(head=f"Fenn, {n}", outlet=outlet, lede=lede, verb=verb)
        for n, (outlet, lede, verb) in enumerate(
            zip(("Lindel Gazette", "Capital Echo", "Harbour Post"), LEDES, ("may", "may", "will"), strict=True)
        )
    ]
    found = [one.text for one in told(*texts).story.findings if one.kind == "quotation"]

    assert len(found) == 1
    assert '"and I may step back" in A and B, "and I will step back" in C' in found[0]


def test_a_spokeswoman_and_her_company_are_no_two_voices():
    line = '"No fault was found on the bridge that would have called for a lower speed," {who} said on Friday.'
    texts = [
        f"{head}\n\n{outlet}\n14 November 2031\n\n{lede}\n\n{line.format(who=who)}"
        for head, outlet, lede, who in (
            ("Train falls", "Lindel Gazette", "A night train fell from the Asten bridge, and five people died in it.",
             "a company spokeswoman, Helen Strand,"),
            ("Five dead", "Capital Echo", "Five people are dead after a night train fell from the Asten bridge.",
             "the operator, Northern Trains,"),
        )
    ]  # fmt: skip

    assert not [one.text for one in told(*texts).story.findings if "two voices" in one.text]


POST = (
    "After a lot of thought we have decided to end our marriage. There is no villain in this story, and we are friends."
)
PAGE = """Fenn and Prew end marriage

Northern Clarion
16 January 2031

The singer Orla Fenn and the director Daniel Prew are to end their marriage, she told those who follow her.

View this post on Instagram

{post}

A post shared by Orla Fenn (@orlafenn)

The two met at sea, and sang for their supper in the harbours of the north."""
PAPER = """Singer's marriage over

Lindel Gazette
16 January 2031

It is over: the singer Orla Fenn and her husband, the director Daniel Prew, go their own ways from this week on.

"After a lot of thought we have decided to end our marriage," Orla Fenn wrote.

"There is no villain in this story, and we are friends," she went on.
"""


def test_a_post_set_into_a_page_is_its_authors_and_in_no_way_the_newsrooms():
    story = told(PAGE.format(post=POST), PAPER)
    page = next(one for one in story.reports if "View this post" in one.text)
    reading = stemma.read(page).reading
    voices = {one.id: one.name for one in reading.voices}
    (post,) = [one for one in reading.attributions if "a lot of thought" in one.content[0].cut(page.text)]

    assert voices[post.voice_id] == "Orla Fenn"
    assert not [one for one in story.story.findings if "without attribution" in one.text]


SUBHEADED = """Library sold

Lindel Gazette

By Ada Roe
5 March 2031

The council sold the library in Sheep Street on Tuesday by a single vote, and the hall was full to the doors.

Councillor Ravi Sol said: "I cannot vote for this, and I cannot, with that roof over our heads, vote against it."

'Hardest vote'

The mayor said on the steps: "That was the hardest vote I have cast in all my years in this town."
"""


def test_a_subhead_in_marks_goes_on_with_nobodys_remark():
    clipping = stemma.read({"id": "a", "text": SUBHEADED})
    said = [" ".join(span.cut(clipping.report.text) for span in one.content) for one in clipping.reading.attributions]

    assert any("vote against it" in one for one in said)
    assert not any("Hardest vote" in one for one in said)
