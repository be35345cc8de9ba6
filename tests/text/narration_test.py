import pytest

from stemma.text.narration import narrated
from stemma.text.words import words


def told(text, excluded=()):
    found = words(text)
    return [word.key for word, is_told in zip(found, narrated(text, found, excluded), strict=True) if is_told]


CASES = [
    ('She said "row on" and left.', ["she", "said", "and", "left"], "words in marks are not narration"),
    ("The harbour of Port Veld closed.", ["the", "harbour", "of", "closed"], "a name is not narration"),
    ("Odun closed it. Then Odun left.", ["closed", "it", "then", "left"], "a name that opens a sentence is known from elsewhere"),
    ("Harbours closed. The harbours opened.", ["harbours", "closed", "the", "harbours", "opened"], "a due capital is no name"),
    ("The prime minister met 40 crews on Friday.", ["the", "met", "crews", "on"], "titles, numbers and days are not narration"),
    ("He met U.S. Secretary Odun there.", ["he", "met", "there"], "an abbreviation's stop opens no sentence"),
    ("Ports Shut As Storm Nears\nThe storm shut two ports.", ["ports", "shut", "as", "storm", "the", "storm", "shut", "ports"],
     "in a line of capitals a word known from the text is narration"),
    ("I saw it.", ["i", "saw", "it"], "the pronoun is no name"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[case[-1] for case in CASES])
def test_narrated(text, expected, why):
    assert told(text) == expected


def test_words_of_an_excluded_zone_are_not_narration():
    assert told("by the crew\nthe ship sank", [(0, 11)]) == ["the", "ship", "sank"]


def test_a_long_gap_takes_no_time():
    assert told("ships sailed" + " " * 200_000 + "Then rested", ()) == ["ships", "sailed", "rested"]
    assert told("ships sailed" + " \n" * 100_000 + "Then rested", ()) == ["ships", "sailed", "then", "rested"]


def test_no_words_no_flags():
    assert narrated("", []) == []
