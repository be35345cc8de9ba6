"""Which voices of several reports are one, why, and which may be."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.readings.made import BY_RULES, made_report

from stemma.readings import read
from stemma.stories.speakers import link_voices


def linked(*texts, days=None):
    """Give the voices of some reports by name: their reasons and the names that each may be."""
    reports = {}
    for number, text in enumerate(texts):
        made = made_report(text)
        moment = None
        if days is not None:
            at = datetime.fromtimestamp(86_400 * days[number], UTC)
            moment = replace(read(made, BY_RULES).times[0].moment, earliest=at, latest=at)
        reports[f"r{number}"] = replace(made, id=f"r{number}", published=moment)
    readings = [read(report, BY_RULES) for report in reports.values()]
    voices, _ = link_voices(readings, reports, lambda left, right: False)
    names = {voice.id: voice.name for voice in voices}
    return {
        voice.name: ([one.kind for one in voice.evidence], [names[one] for one in voice.may_be]) for voice in voices
    }


SAID = "said on 2 March 2021 that the fund was empty."

CASES = [
    ((f"Ada Orr {SAID}", f"Ada Orr {SAID}"), {"Ada Orr": (["same-name"], [])}, "one name"),
    ((f"Ada Orr {SAID}", f"Orr {SAID}"), {"Ada Orr": (["short-name"], [])}, "a surname that one person bears"),
    (
        (f"Ada Orr {SAID} Bo Orr {SAID}", f"Orr {SAID}"),
        {"Ada Orr": ([], ["Orr"]), "Bo Orr": ([], ["Orr"]), "Orr": ([], ["Ada Orr", "Bo Orr"])},
        "a surname that two bear is either",
    ),
    (
        (f"Kasimir Tokayev {SAID}", f"Kasimir Tokaev {SAID}"),
        {"Kasimir Tokayev": (["spelling"], [])},
        "another transliteration",
    ),
    (
        (f"The coast guard {SAID}", f"The coastguard {SAID}"),
        {"coast guard": (["one-body"], [])},
        "a body without a name that the story has once",
    ),
    (
        (f"Talantbek Jumabayev {SAID}", f"Talantbek Dzhumabaev {SAID}"),
        {"Talantbek Dzhumabaev": (["spelling"], [])},
        "a sound of four letters",
    ),
    ((f"Mike Orr {SAID}", f"Michael Orr {SAID}"), {"Michael Orr": (["spelling"], [])}, "a short first name"),
    (
        (f"Ada Orr {SAID}", f"Bo Orr {SAID}"),
        {"Ada Orr": ([], []), "Bo Orr": ([], [])},
        "namesakes are two",
    ),
    (
        (f"Ron Orr {SAID}", f"Don Orr {SAID}"),
        {"Ron Orr": ([], ["Don Orr"]), "Don Orr": ([], ["Ron Orr"])},
        "names alike but for a letter may be one",
    ),
    (
        (f"Ron Orr {SAID} Don Orr {SAID}", f"Don Orr {SAID}"),
        {"Ron Orr": ([], []), "Don Orr": (["same-name"], [])},
        "whom one report tells apart are two",
    ),
    (
        (f"The International Monetary Fund {SAID}", f"The IMF {SAID}"),
        {"International Monetary Fund": (["abbreviation"], [])},
        "a body's first letters",
    ),
    (
        (f"The foreign minister {SAID}", f"Foreign Minister Bo Lind {SAID}"),
        {"Bo Lind": (["post"], [])},
        "a post that another report gives a name",
    ),
    (
        (f"The foreign minister {SAID}", f"Former Foreign Minister Bo Lind {SAID}"),
        {"foreign minister": ([], []), "Bo Lind": ([], [])},
        "a post of former days is not held",
    ),
    (
        (f"The minister {SAID}", f"Foreign Minister Bo Lind {SAID} Port Minister Ada Orr {SAID}"),
        {"minister": ([], []), "Bo Lind": ([], []), "Ada Orr": ([], [])},
        "a post that two hold is nobody's",
    ),
    (
        (f"A foreign minister {SAID}", f"Foreign Minister Bo Lind {SAID}"),
        {"a foreign minister": ([], []), "Bo Lind": ([], [])},
        "one of many posts stays unnamed",
    ),
    (
        (f"The head of the harbour board {SAID}", f"The harbour board chief {SAID}"),
        {"head of the harbour board": (["post"], [])},
        "one post in two wordings",
    ),
]


@pytest.mark.parametrize(("texts", "expected", "why"), CASES, ids=[case[-1] for case in CASES])
def test_link_voices(texts, expected, why):
    found = linked(*texts)

    assert {name: (kinds, sorted(others)) for name, (kinds, others) in found.items()} == expected


def test_a_post_is_not_carried_over_months():
    texts = (f"The foreign minister {SAID}", f"Foreign Minister Bo Lind {SAID}")

    assert set(linked(*texts, days=(10, 20))) == {"Bo Lind"}
    assert set(linked(*texts, days=(10, 200))) == {"Bo Lind", "foreign minister"}
