"""Which mentions are one voice, what it is called and what sort it is."""

import pytest
from tests.readings.made import made_report

from stemma.readings import read

CASES = [
    (
        "Harbour minister Ada Orr said the fund was empty. Orr added it was late. She said so twice.",
        [("Ada Orr", "person", 3)],
        "full name, surname and pronoun",
    ),
    (
        "Foreign Minister Bo Lind of Sandovia spoke.\nThe foreign minister said the pact was dead.",
        [("Bo Lind", "person", 1)],
        "a title stands for who bears it",
    ),
    ("A senior official said the pact was dead.", [("a senior official", "role", 1)], "an unnamed role"),
    (
        "A spokesman for Ada Orr said the fund was empty.",
        [("a spokesman for Ada Orr", "role", 1)],
        "who speaks for another is not he",
    ),
    (
        "The Harbour Board said the fund was empty. It said so twice.",
        [("Harbour Board", "body", 2)],
        "a body and its pronoun",
    ),
    ("The indictment alleges that the fund was robbed.", [("indictment", "document", 1)], "a document"),
    (
        "A statement from the Harbour Board said that the fund was empty.",
        [("Harbour Board", "body", 1)],
        "a statement is its issuer's",
    ),
    (
        "Local news outlets reported that the fund was empty.",
        [("local news outlets", "newsroom", 1)],
        "newsrooms without a name",
    ),
    ("Residents said the harbour was shut.", [("residents", "role", 1)], "a group"),
    (
        "Officer Bo Lind said he saw it. A crowd came. Orr said no. The officer said nothing was taken.",
        [("Bo Lind", "person", 1), ("Orr", "person", 1), ("officer", "role", 1)],
        "a title that many may bear stays open",
    ),
    (
        "The union's envoy for the islands, Ada Orr, said it was late. The envoy called for calm.",
        [("Ada Orr", "person", 2)],
        "a name behind a post, and the post again",
    ),
    ("He said the fund was empty.", [], "a pronoun that nothing explains is nobody"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[case[-1] for case in CASES])
def test_voices(text, expected, why):
    assert [(voice.name, voice.kind.value, len(voice.named_in)) for voice in read(made_report(text)).voices] == expected
