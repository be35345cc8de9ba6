"""Speakers' turns make a transcript where they hold most of a text's words, however few they are."""

import pytest

from stemma.model import Form
from stemma.reports.layouts import lay_out

GOVERNOR = "Governor Efua Mensima"
NARRATION = (
    "The mayor met us in her office on Monday, a day after the river rose by two metres and took away the old bridge. "
    "She had slept two hours, and spoke of the night with calm and of the treasury with none.",
    "We asked her what comes next, and who will pay for the wall that the town has wanted for thirty years.",
)

TRANSCRIPTS = [
    (
        f"Mepe speech of Governor Mensima\n2 October 2023\n\n{GOVERNOR}: Good afternoon. We came to see the water.\n\n"
        f"Question: How much will the wall cost?\n\n{GOVERNOR}: You must ask the treasury.",
        [f"{GOVERNOR}:", "Question:", f"{GOVERNOR}:"],
        "a headline, a day, and three turns",
    ),
    (
        f"Speech at Mepe\n\n{GOVERNOR}: Good afternoon.\n\nWe came to see the water.\n\nThe road is gone.\n\n"
        f"I thank you all.\n\n{GOVERNOR}: The school opens on Monday.",
        [f"{GOVERNOR}:", f"{GOVERNOR}:"],
        "two turns of one speaker over several paragraphs",
    ),
    (
        "Hearing on the wall\n\nMR LOURENS: Good day to all of you.\n\nTHE CHAIR: Go on.\n\nMR LOURENS: The wall is old.",
        ["MR LOURENS:", "THE CHAIR:", "MR LOURENS:"],
        "an office between two turns",
    ),
    (
        "Talk\n\nQ: Will it rain?\n\nA: Yes, all week.\n\nQ: Where?\n\nA: In the hills.",
        ["Q:", "A:", "Q:", "A:"],
        "letters",
    ),
    (
        "Talk\n\nJane Roe (Mayor): It rained for three days.\n\nJOURNALIST: How much?\n\nJane Roe (Mayor): Too much.",
        ["Jane Roe (Mayor):", "JOURNALIST:", "Jane Roe (Mayor):"],
        "titles in brackets",
    ),
    (
        "\n\n".join(
            [
                "Talk with the mayor",
                NARRATION[1],
                "Echo: Who will pay for the new wall and for the road that leads to it?",
                "Jane Roe: The treasury must pay, as it has promised to us in each of the last three years.",
                "Echo: And if it does not pay, what will you tell the people who have lost their homes?",
                "Jane Roe: I will tell them that we build it with our own hands, as we built the first one.",
            ]
        ),
        ["Echo:", "Jane Roe:", "Echo:", "Jane Roe:"],
        "an interview under a short introduction",
    ),
]

REPORTS = [
    (
        "\n\n".join(
            [
                "Talk with the mayor",
                *NARRATION,
                "Echo: How are you?",
                "Jane Roe: Tired. We all are.",
                "Echo: Who will pay?",
                "Jane Roe: The treasury must pay.",
            ]
        ),
        "an interview under a longer story",
    ),
    (
        "Town facts\n\nThe town has two bridges.\n\nRiver: The Mepe\n\nFounded: 1780\n\nRiver: The Old Mepe",
        "facts with labels",
    ),
    (
        "Roe: It rained too much\n\nMayor speaks\n\nRoe: It rained too much\n\n" + "\n\n".join(NARRATION),
        "a headline that is said twice",
    ),
    (
        "Roe: It rained.\n\nRoe: It will rain again.\n\nThe bridge is closed, Roe said.\n\nThe road is closed too, Roe said, "
        "and we saw that the wall leans.",
        "two headlines with a colon over narration",
    ),
    (
        "LONDON: Rain fell on the town and on the hills all day.\n\nLONDON: The sun came out and it was warm again.",
        "a place with a colon",
    ),
    ("Note: We had rain.\n\nNote: We had sun.\n\nNote: You may see more rain.", "notes"),
]


@pytest.mark.parametrize(("text", "speakers", "why"), TRANSCRIPTS, ids=[case[-1] for case in TRANSCRIPTS])
def test_turns_that_hold_most_words_make_a_transcript(text, speakers, why):
    layout = lay_out(text)

    assert layout.form is Form.TRANSCRIPT
    assert [text[zone.start : zone.end] for zone in layout.zones if zone.kind.value == "speaker"] == speakers
    assert layout.zones[0].kind.value == "headline"


@pytest.mark.parametrize(("text", "why"), REPORTS, ids=[case[-1] for case in REPORTS])
def test_labels_that_hold_few_words_make_none(text, why):
    assert lay_out(text).form is Form.REPORT
