"""Which mentions are one voice, what it is called and what sort it is."""

import pytest
from tests.readings.made import BY_RULES, made_report

from stemma.readings import read

CASES = [
    (
        "Harbour minister Ada Orr said the fund was empty. Orr added it was late. She said so twice.",
        [("Ada Orr", "person", 3)],
        "full name, surname and pronoun",
    ),
    (
        "Foreign Minister Bo Lind of Sandovia spoke.\nThe foreign minister said the pact was dead.",
        [("Bo Lind", "person", 2)],
        "a title stands for who bears it",
    ),
    ("A senior official said the pact was dead.", [("a senior official", "role", 1)], "an unnamed role"),
    (
        "# Fund is empty, official says\nA senior official said the fund was empty. The official said it was late.",
        [("official", "role", 1), ("a senior official", "role", 2)],
        "a role again is the one that the body introduces, not the headline's",
    ),
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
        [("Ada Orr", "person", 3)],
        "a name behind a post, and the post again",
    ),
    (
        "The former treasurer of Orrin, Bruno Kast, says he was told to sign.",
        [("Bruno Kast", "person", 2)],
        "a name behind a post of a place that could be a person",
    ),
    ("The Halden Ledger said the fund was empty.", [("Halden Ledger", "newsroom", 1)], "a paper by its article"),
    ("Heath Ledger said the fund was empty.", [("Heath Ledger", "person", 1)], "a person without one"),
    ("He said the fund was empty.", [], "a pronoun that nothing explains is nobody"),
    (
        "The fund's owner, the state utility Orrwater, said it was full.",
        [("Orrwater", "body", 2)],
        "a name behind a description of its own",
    ),
    (
        "# Harbour fund empty, surveyor-general's chief says\nThe fund is empty, the town's chief surveyor said on Monday.\n"
        "Ada Orr told reporters that it was robbed.",
        [("Ada Orr", "person", 3)],
        "a post in headline and lede is whom the next paragraph names first",
    ),
    (
        "The fund is empty, the town's chief surveyor said on Monday.\nFinance chief Ada Orr told reporters it was robbed.",
        [("town's chief surveyor", "role", 1), ("Ada Orr", "person", 1)],
        "who has a post of his own is not the post of the lede",
    ),
    (
        "# Minister: harbour fund is empty\nPort Minister Bo Lind said it was late.",
        [("Bo Lind", "person", 2)],
        "a title alone in a headline",
    ),
    (
        'By the time Ada Orr, head of the fund, had finished, it was late. "It is empty," she told them.',
        [("Ada Orr", "person", 2)],
        "a pronoun without a speaker is who last did something",
    ),
    (
        'Detectives believe the fund was robbed. The founder\'s daughter, Ada Orr, wept. "It is empty," she said.',
        [("detectives", "role", 1), ("Ada Orr", "person", 2)],
        "many are not she",
    ),
    (
        'The judge, Bo Lind, was blunt: the board "was not shown the books", his ruling reads.',
        [("Bo Lind", "person", 2)],
        "his ruling is his",
    ),
    (
        'On the wall hung a few lines by Ada Orr, who runs the fund. "We got this wrong and we know it," it begins.',
        [("Ada Orr", "person", 2)],
        "lines are their writer's",
    ),
    (
        'That is what Ada Orr did tell us. "We got it wrong," the Orrline boss posted.',
        [("Ada Orr", "person", 2)],
        "the boss behind the only name",
    ),
    (
        "Prosecutors in the port of Seawick said they had opened an inquiry.",
        [("prosecutors in the port of Seawick", "role", 1)],
        "a place behind a group is not what speaks",
    ),
    (
        'Ada Orr won twice. "She was quick," the coach said.',
        [("coach", "role", 1)],
        "a post behind the name of one who did not speak stays open",
    ),
    (
        "A note by Ada Orr lay there. The Harbour Board met. It said the fund was empty.",
        [("Harbour Board", "body", 2)],
        "a body that was not heard yet is it",
    ),
    (
        "A fire broke out, the fire chief said.\nBo Lind said his house was gone.",
        [("fire chief", "role", 1), ("Bo Lind", "person", 1)],
        "who is named once without a post is not the post of the lede",
    ),
    (
        "Harbour chief Bo Lind met Gregor Haan on Monday. Haan was late. He said the fund was empty.",
        [("Gregor Haan", "person", 3)],
        "a pronoun goes back to whom the report is speaking of",
    ),
    (
        "Gregor Haan met Martha Orr at the pier. She said the fund was empty.",
        [("Martha Orr", "person", 2)],
        "a first name tells who she can be",
    ),
    (
        "Gregor Haan said the fund was empty. Mr. Haan had praised Bo Lind. He said it was late.",
        [("Gregor Haan", "person", 3)],
        "who acts weighs more than whom he names",
    ),
    (
        "The Daily Post said the fund was empty. The newspaper said it was late.",
        [("Daily Post", "newsroom", 2)],
        "the newspaper is the one last named",
    ),
    (
        "The Secretary of State said it was late. Martha Orr told reporters so. The secretary said it twice.",
        [("Martha Orr", "person", 3)],
        "a post in the lede is whom its next sentence names",
    ),
    (
        "The clinic’s director, Dr. Martha Orr, said it was shut.",
        [("Martha Orr", "person", 2)],
        "a name with an honorific behind a post",
    ),
    (
        "Chief minister Bo Lind left.\nThe CM said no warning came.",
        [("Bo Lind", "person", 2)],
        "a post by its first letters",
    ),
    (
        "# Court rejects appeal\nThe Harbour Court said the appeal was late.",
        [("Harbour Court", "body", 2)],
        "a body in a headline has no article",
    ),
    (
        "Martha Orr, a singer, wept. The former Marle mayor said the fund was empty.",
        [("Martha Orr", "person", 2)],
        "a former mayor is the one person named",
    ),
    (
        "Martha Orr, a singer, wept. The mayor said the fund was empty.",
        [("mayor", "role", 1)],
        "a mayor need not be the one person named",
    ),
    ("Eyewitnesses said the fund was robbed.", [("eyewitnesses", "role", 1)], "a group at the start of a sentence"),
    ("No 10 said the fund was empty.", [("No 10", "body", 1)], "a house that speaks"),
    ("Martha Orr of Marle said the fund was empty.", [("Martha Orr", "person", 1)], "a home is not who speaks"),
    (
        "Martha Orr and Ada Lind said the fund was empty.",
        [("Martha Orr and Ada Lind", "role", 1)],
        "two who speak together are neither alone",
    ),
    (
        "Orr campaign spokesman Bo Lind said the fund was empty. Ada Orr left.",
        [("Bo Lind", "person", 1)],
        "whose spokesman he is does not speak",
    ),
    (
        "An executive from Orrline said the fund was empty.",
        [("an executive from Orrline", "role", 1)],
        "who belongs to a firm is not the firm",
    ),
    ("Passengers said the pier was shut. Many passengers left.", [("passengers", "role", 1)], "a noun with a capital"),
    (
        "A new poll by the board found that it was late. The poll said the fund was empty.",
        [("a new poll by the board", "document", 2)],
        "a document spoken of again",
    ),
    (
        "I think the fund is empty.\nThe pier is old.\nMartha Orr is a writer in Marle.",
        [("Martha Orr", "person", 2)],
        "who writes in the first person is named at the end",
    ),
    (
        'Gregor Haan praised Bo Lind. "It is late," said Bo Lind. The pier was cold. "We go," he told Bo Lind.',
        [("Gregor Haan", "person", 2), ("Bo Lind", "person", 3)],
        "who is spoken to does not speak",
    ),
    (
        'Gregor Haan is a man whom Bo Lind likes, Bo Lind said. "He is quick. He is kind. He is late," he said.',
        [("Bo Lind", "person", 3)],
        "who just spoke goes on, however long his words",
    ),
    ("Gregor Haan left. She said the fund was empty.", [], "nobody of the other gender is she"),
    (
        "The board met divers on the pier. Some harbour officials left early. They said the fund was empty.",
        [("some harbour officials", "role", 2)],
        "they are the many of whom the sentence before tells",
    ),
    (
        "A letter reached the board on Monday. It says the fund was empty.",
        [("a letter", "document", 2)],
        "a letter that says something is it",
    ),
    (
        "Former harbour secretary Ada Orr and former Marle Gov. Bo Lind said it was late. They said no more.",
        [("Former harbour secretary Ada Orr and former Marle Gov. Bo Lind", "role", 2)],
        "two with their posts are they",
    ),
    ("Ada and Bo Lind said it was late.", [("Ada and Bo Lind", "role", 1)], "two of one name"),
    (
        "Sen. Ada Orr said it was late. Bo Lind left. The senator said no.",
        [("Ada Orr", "person", 2)],
        "a title in short is the title",
    ),
    (
        "The Harbour Board said it was late. Bo Lind said yes. The board said no.",
        [("Harbour Board", "body", 2), ("Bo Lind", "person", 1)],
        "the board is the one with a name",
    ),
    (
        "They read a study by Ada Orr, a harbour expert, who said the fund was empty.",
        [("Ada Orr", "person", 2)],
        "a relative goes back past what is said of a name",
    ),
    (
        "Marle Harbour Watch President Ada Orr said it was late.",
        [("Ada Orr", "person", 1)],
        "whose president she is does not speak",
    ),
    (
        "Ada Orr was hailed by some divers, who said the fund was empty.",
        [("some divers", "role", 2)],
        "a relative goes back to whom a preposition brings in",
    ),
    (
        "Walks are good, according to a survey by the Orrin College that followed 21,904 walkers for years.",
        [("a survey by the Orrin College", "document", 1)],
        "what a survey did is no part of its name, a comma in a number no end",
    ),
    (
        "TELEVISION news has reported that the fund was empty.",
        [("television news", "newsroom", 1)],
        "a medium in general, whatever its capitals",
    ),
    (
        "Local papers reported that the fund was empty.",
        [("local papers", "newsroom", 1)],
        "papers without a name",
    ),
    (
        "The fund was empty, Quayside understands.",
        [("Quayside", "newsroom", 1)],
        "who understands without a word from anybody is a newsroom",
    ),
    (
        "Radio Orrin said the fund was empty.",
        [("Radio Orrin", "newsroom", 1)],
        "a name that begins with the trade",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[case[-1] for case in CASES])
def test_voices(text, expected, why):
    assert [
        (voice.name, voice.kind.value, len(voice.named_in)) for voice in read(made_report(text), BY_RULES).voices
    ] == expected
