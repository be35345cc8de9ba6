"""Two translations of one remark are two wordings, where a report says that it was translated."""

import pytest

import stemma
from stemma.stories.translations import _SAYS_SO

SAYING = [
    "Ada Orr said in French that it was over",
    "Ada Orr told reporters in Arabic.",
    "he said through an interpreter",
    "speaking via his Russian translator, he",
    'Orr wrote in German: "No."',
    "according to an official translation of the speech",
    "translated from the Spanish",
    "Orr said in a statement in Farsi on Monday",
    "spoke in his native Korean and asked",
]
SILENT = [
    "Orr said in English that",
    "he said in French waters",
    "said in Polish President Duda",
    "the market said in German bonds",
    "said in Russian-held Donetsk that",
    "told in Turkish television on",
    "an interview in Italian daily La Stampa",
]


@pytest.mark.parametrize("text", SAYING)
def test_a_report_says_so(text):
    assert _SAYS_SO.search(text)


@pytest.mark.parametrize("text", SILENT)
def test_a_report_says_nothing_of_it(text):
    assert not _SAYS_SO.search(text)


POST = """Minister rules out talks with strikers
The Harbour Post, 4 March 2025

LORNE - The crane drivers of Lorne have been on strike for nine days, and forty ships lie in the roads waiting for a berth.

"We will not negotiate with anybody as long as the port is closed," Transport Minister Elise Moreau told reporters{how}.

Wholesalers in the old town have begun to ration oranges.
"""
DAILY = """Moreau: no negotiations before port opens
Lorne Daily, 4 March 2025

LORNE - On a grey quay the pickets burn pallets; Tuesday was the ninth day on which no crane in Lorne has moved.

"We will not negotiate with anyone while the port stays closed," said Transport Minister Elise Moreau.

The union wants eleven percent over two years.
"""


def moreaus(how: str) -> list[stemma.Wording]:
    found = stemma.compare([{"id": "post", "text": POST.format(how=how)}, {"id": "daily", "text": DAILY}]).collations
    assert len(found) == 1
    return [
        one
        for utterance in found[0].utterances
        for one in utterance.wordings
        if one.is_marked and one.against_report_id
    ]


def test_other_words_of_what_was_translated_are_no_alteration():
    wordings = moreaus(" in French")

    assert len(wordings) == 2
    assert {str(one.integrity) for one in wordings} == {"translated"}
    assert all(one.also_possible and not one.touches for one in wordings)
    said_so = [evidence for one in wordings for evidence in one.evidence if evidence.kind == "translation"]
    assert {POST.format(how=" in French")[span.start : span.end] for one in said_so for span in one.spans} == {
        "told reporters in French"
    }


def test_where_nobody_says_so_the_reports_differ():
    assert {str(one.integrity) for one in moreaus("")} == {"undecided"}


def test_what_a_copy_changes_in_a_translation_is_a_change():
    copy = POST.replace("The Harbour Post", "The Inland Post").replace("anybody", "the union").format(how=" in French")
    story = stemma.compare(
        [{"id": "post", "text": POST.format(how=" in French")}, {"id": "copy", "text": copy}]
    ).collations[0]

    assert "translated" not in {str(one.integrity) for utterance in story.utterances for one in utterance.wordings}
