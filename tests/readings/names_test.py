"""Names: spans, canonical forms and kinds."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.readings.made import made_report

from stemma.model import NameKind, ZoneKind
from stemma.readings.names import find_names


def told(text, **options):
    report = made_report(text, **options)
    return [(name.span.cut(report.text), name.canonical, str(name.kind)) for name in find_names(report)]


CASES = [
    (
        "The US Secretary of State Antony Roe left. Roe was late.",
        [("US", "United States", "place"), ("Antony Roe", "Antony Roe", "person"), ("Roe", "Antony Roe", "person")],
        "a title is no part of a name, a surname is a form of it",
    ),
    ("They met the mayor Ada Vint there.", [("Ada Vint", "Ada Vint", "person")], "a title in small letters"),
    ("They met Juan de la Cruz there.", [("Juan de la Cruz", "Juan de la Cruz", "person")], "particles"),
    ("They met Jean-Luc Vint's aide.", [("Jean-Luc Vint", "Jean-Luc Vint", "person")], "a hyphen, a possessive"),
    ("They met Mr. Vint there.", [("Vint", "Vint", "person")], "an honorific"),
    (
        "Local TD Brian Shortall left. Shortall was late.",
        [("Brian Shortall", "Brian Shortall", "person"), ("Shortall", "Brian Shortall", "person")],
        "a member of parliament by letters",
    ),
    ("They met the local TD Brian Shortall there.", [("Brian Shortall", "Brian Shortall", "person")], "a local member"),
    (
        "They met Director General of Health Lucia Barreto there. Barreto was late.",
        [("Lucia Barreto", "Lucia Barreto", "person"), ("Barreto", "Lucia Barreto", "person")],
        "a title with its field",
    ),
    (
        "Minister of Foreign Affairs Ana Rell left.",
        [("Ana Rell", "Ana Rell", "person")],
        "a title with its field begins a sentence",
    ),
    ("They met Prof. Enrico Salis there.", [("Enrico Salis", "Enrico Salis", "person")], "a short title with a stop"),
    (
        "The Border Health Council (BHC) met. The BHC voted.",
        [
            ("Border Health Council", "Border Health Council", "body"),
            ("BHC", "Border Health Council", "body"),
            ("BHC", "Border Health Council", "body"),
        ],
        "an acronym in brackets",
    ),
    (
        "They met at the Ministry of Health there.",
        [("Ministry of Health", "Ministry of Health", "body")],
        "of joins a body's name",
    ),
    ("They work for Ore Mills Inc. there.", [("Ore Mills Inc.", "Ore Mills Inc.", "body")], "a company"),
    ("They live in Wexham, near the sea.", [("Wexham", "Wexham", "place")], "a place by its preposition"),
    ("They live in New Zealand, near the sea.", [("New Zealand", "New Zealand", "place")], "a place by the lexicon"),
    ("They met Danish envoys.", [("Danish", "Danish", "other")], "a nationality is other"),
    ("They live under Medway Plus there.", [("Medway Plus", "Medway Plus", "other")], "under is no occupation"),
    (
        "They met Justices Ada Vint and Bob Ore there.",
        [("Ada Vint", "Ada Vint", "person"), ("Bob Ore", "Bob Ore", "person")],
        "titles in plural",
    ),
    ("They met on Friday in January.", [], "days and months are no names"),
    ("Protesters left. The protesters were tired.", [], "a first word is no name where it is seen small"),
    ("Speaking on Friday, she left.", [], "a first word that is common is no name"),
    ("The President left. The Prime Minister stayed.", [], "a lone title is no name"),
    (
        "Vint left. They had met Ada Vint there.",
        [("Vint", "Ada Vint", "person"), ("Ada Vint", "Ada Vint", "person")],
        "a first word known",
    ),
    ("They met the Vint-led group.", [("Vint", "Vint", "other")], "what is hung on a name is no part of it"),
    ("They met the leader K P Vint.", [("K P Vint", "K P Vint", "person")], "first letters without points"),
    ("They met Ada W Vint.", [("Ada W Vint", "Ada W Vint", "person")], "a letter in the middle"),
    ("They met the minister Jan Vint.", [("Jan Vint", "Jan Vint", "person")], "a month's name before a surname"),
    ("It closed in May. In May Vint left.", [("Vint", "Vint", "other")], "a month before a surname"),
    (
        "National Harbour Association aides left.",
        [("National Harbour Association", "National Harbour Association", "body")],
        "a common word that begins a body's name",
    ),
    (
        "Harbour Rights Watch said no.",
        [("Harbour Rights Watch", "Harbour Rights Watch", "body")],
        "a body by its last word",
    ),
    ("Student Ada Roe left.", [("Ada Roe", "Ada Roe", "person")], "a calling in place of an article"),
    ("They met at 6:47 p.m. Eastern time.", [], "a zone of the clock"),
    (
        "Ada Roe Jr. met Ada Roe. Roe left.",
        [("Ada Roe Jr.", "Ada Roe Jr.", "person"), ("Ada Roe", "Ada Roe", "person"), ("Roe", "Ada Roe", "person")],
        "a son is not his father",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[case[-1] for case in CASES])
def test_names(text, expected, why):
    assert told(text) == expected


def test_a_title_case_headline_gives_only_names_that_the_body_knows():
    text = "# Vint Says Bridge Repair Will Cost Danish Town Dear\nThe mayor Ada Vint said the bridge repair will cost much."

    assert told(text)[:2] == [("Vint", "Ada Vint", "person"), ("Danish", "Danish", "other")]
    assert len(told(text)) == 3


def test_a_headline_in_capitals_gives_only_names_that_the_body_knows():
    text = "# VINT WILL NOT TELL US MORE\nThe mayor Ada Vint said the bridge repair will cost much."

    assert told(text) == [("VINT", "Ada Vint", "person"), ("Ada Vint", "Ada Vint", "person")]


def test_a_dateline_begins_with_a_place():
    assert told("It rained.", dateline="PORT ORE (Agency - 08th January, 2022)")[0] == ("PORT ORE", "Port Ore", "place")


def test_a_surname_that_two_share_stands_for_itself():
    names = told("They met Ada Vint and Bob Vint there. Then Vint left.")

    assert names[-1][:2] == ("Vint", "Vint")


def test_a_speaker_s_label_is_a_name():
    report = made_report("Ada Vint:", kind=ZoneKind.SPEAKER)

    assert [(name.canonical, name.kind) for name in find_names(report)] == [("Ada Vint", NameKind.PERSON)]


WORDS = st.sampled_from(
    "US Roe Ada President of the State (BHC) Border Health Council . “ ” 's de la É 😀 McRoe O’Ore al-Ore "
    "Jr. J. and Ministry, in".split()
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=14).map(" ".join)), st.booleans())
def test_spans_are_words_of_the_text_in_order_and_apart(text, is_headline):
    report = made_report(f"# {text}" if is_headline else text)
    names = find_names(report)

    assert all(name.span.cut(report.text).strip() == name.span.cut(report.text) != "" for name in names)
    assert all(left.span.end <= right.span.start for left, right in pairwise(names))
    assert all(name.canonical for name in names)


@pytest.mark.parametrize("text", ["President Roe " * 3000, "Roe of " * 3000, "ROE (R) " * 3000])
def test_endless_rows_of_capitals_are_read(text):
    names = told(f"They met {text}")

    assert all(len(span.split()) < 30 for span, _, _ in names)


def test_offsets_count_characters_behind_emoji_and_combining_marks():
    assert told("👩‍👩‍👧 e\u0301: they met Ada Vint there.") == [("Ada Vint", "Ada Vint", "person")]
