"""Agency copy, corrections and first tellers in words: never more than the values say."""

import re
from dataclasses import replace

import pytest
from tests.views import example

from stemma.model import Origin, Portion, Provenance
from stemma.views import to_html, to_text
from stemma.views.index import index_of
from stemma.views.provenances import amendment_phrase, first_phrase, outlet_phrases, provenance_phrase

INDEX = index_of(example.COLLATION)
PHRASES = [
    (example.PROVENANCES[0], "Northwire copy 70-83% of its 60 words of narration"),
    (
        example.PROVENANCES[1],
        "text of others 80% of its 50 words of narration: Northwire copy 0-60%, from A 20-80%",
    ),
    (example.PROVENANCES[2], ""),
    (
        Provenance(
            report_ids=("c",),
            outlet_id=None,
            words=900,
            portions=(Portion(origin=Origin.UNNAMED, exemplar_ids=("x-unnamed",), least=899, most=900),),
        ),
        "from a text that nobody names 99-100% of its 900 words of narration",
    ),
]


@pytest.mark.parametrize(
    ("provenance", "expected"), PHRASES, ids=["agency", "several", "nobody's", "unnamed, nearly all"]
)
def test_provenance_in_words(provenance, expected):
    assert provenance_phrase(INDEX, provenance) == expected


def test_an_outlet_with_several_reports_has_its_own_line():
    assert outlet_phrases(INDEX) == ["Harbour Gazette (A, B): Northwire copy 100% of its 110 words of narration"]


def test_a_correction_in_words():
    shown, bare = (amendment_phrase(INDEX, one) for one in example.AMENDMENTS)

    assert shown == "has “Sixteen” where its earlier edition has “Six”; B has “Six”"
    assert bare == "has a notice of correction; what stood there before, the texts do not show"


def test_who_told_it_first_in_words():
    lead = example.ASSERTIONS[0]

    assert (
        first_phrase(INDEX, lead) == "first told here by A (2025-03-05 08:30 +01:00) or D (2025-03-05); B has no date"
    )
    assert "is not known" in first_phrase(INDEX, replace(lead, first_ids=()))
    assert first_phrase(INDEX, example.ASSERTIONS[2]) == "", "one report alone is no race"


def test_all_of_it_stands_in_the_text_and_on_the_page():
    text = " ".join(to_text(example.COLLATION).split())
    page = " ".join(re.sub(r"<[^>]+>", " ", to_html(example.COLLATION)).split())

    for told in (text, page):
        assert "Northwire copy 70-83% of its 60 words of narration" in told
        assert "has “Sixteen” where its earlier edition has “Six”" in told
        assert "irst told here by A (2025-03-05 08:30 +01:00) or D (2025-03-05)" in told
