"""Two languages meet in one story: what is not read is said, and nothing is made up between them."""

import pytest

import stemma

ENGLISH = """Dam at Velm holds, engineers say
The Velm Gazette, 4 March 2025

VELM - The dam above Velm held through the night, and engineer Karin Dahlem said on Tuesday that the water had fallen by 40
centimetres since midnight.

"We can breathe again, but nobody should go down to the river," Dahlem told reporters at the fire station.

Some 1,200 people spent the night in three schools. The fire brigade pumped out 86 cellars.
"""
GERMAN = """Damm bei Velm hält
Velmer Bote, 4. März 2025

VELM - Der Damm oberhalb von Velm hat in der Nacht gehalten, und das Wasser ist nach Angaben der Ingenieurin Karin Dahlem seit
Mitternacht um 40 Zentimeter gefallen.

„Wir können wieder atmen, aber niemand soll zum Fluss hinuntergehen“, sagte Dahlem am Dienstag vor Journalisten in der Feuerwache.

Rund 1.200 Menschen haben die Nacht in drei Schulen verbracht. Die Feuerwehr pumpte 86 Keller leer.
"""


@pytest.fixture(scope="module")
def story() -> stemma.Collation:
    found = stemma.compare([{"id": "en", "text": ENGLISH}, {"id": "de", "text": GERMAN}])
    assert len(found.collations) == 1, "names and numbers hold the two together"
    return found.collations[0]


def test_what_is_not_read_is_said(story):
    german = next(one for one in story.readings if one.report_id == "de")
    assert any("another language than English (de)" in refusal.reason for refusal in german.refusals)


def test_nobody_has_his_text_from_the_other(story):
    assert not [one for one in story.stemma.derivations if one.kind.value != "same-occasion"]


def test_no_quotation_is_called_altered_and_no_number_disputed(story):
    classes = {str(wording.integrity) for utterance in story.utterances for wording in utterance.wordings}
    assert classes <= {"sole-witness", "undecided", "translated"}
    assert not [conflict for assertion in story.assertions for conflict in assertion.conflicts]
