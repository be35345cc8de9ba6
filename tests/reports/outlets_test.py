"""Names of outlets are told from persons, sections, places and bodies."""

import pytest

from stemma.reports.outlets import Naming, naming

CASES = [
    ("Springfield Echo", Naming.SURE, "a newspaper's word at the end"),
    ("The Morning Post", Naming.SURE, "an open word behind one that outlets begin with"),
    ("SPRINGFIELD WEEKLY", Naming.SURE, "capitals"),
    ("Radio Springfield", Naming.SURE, "a broadcaster"),
    ("Daily Looking-Glass", Naming.SURE, "Daily in front"),
    ("SpringNews24", Naming.SURE, "words run together"),
    ("spring.example", Naming.SURE, "a domain"),
    ("Jane Post", Naming.PERHAPS, "a surname that is an outlet's word"),
    ("Riverside Notes", Naming.PERHAPS, "a word of many things"),
    ("Jane Roe", Naming.NONE, "a person"),
    ("World News", Naming.NONE, "a section"),
    ("Politics", Naming.NONE, "a section of one word"),
    ("Review", Naming.NONE, "a part of a page"),
    ("Film Review", Naming.NONE, "a kind of text"),
    ("This Evening", Naming.NONE, "a time"),
    ("Daily Briefing", Naming.NONE, "a letter to readers"),
    ("The White House", Naming.NONE, "a body"),
    ("jane@spring.example", Naming.NONE, "an address"),
    ("Jane Roe, Springfield Echo", Naming.NONE, "two names"),
    ("The mayor reads the Echo", Naming.NONE, "a sentence"),
    ("", Naming.NONE, "nothing"),
]


@pytest.mark.parametrize(("words", "expected", "why"), CASES, ids=[case[-1] for case in CASES])
def test_naming(words, expected, why):
    assert naming(words) is expected
