"""Tellings made into drafts: marks stay whole, the rules keep what they know better, what is told inside hangs on it."""

import pytest
from tests.readings.made import made_report

from stemma.model import Span, Telling
from stemma.readings.drafts import draft
from stemma.readings.sentence import parse
from stemma.readings.tellings import drafts_of
from stemma.text.marks import marked


def told(text, *tellings):
    """Give drafts (source, cue, contents) of tellings written as words of the text: source, cue, contents."""
    report, stretches = made_report(text), marked(text)
    sentences = list(parse(report, stretches))

    def spans(*words):
        return tuple(Span(report.id, text.index(word), text.index(word) + len(word)) for word in words if word)

    made = [
        Telling(source=spans(source), cue=spans(cue), content=spans(*contents)) for source, cue, contents in tellings
    ]
    found = drafts_of(made, sentences, stretches, draft(sentences))
    return [
        (
            [text[start:end] for start, end in one.source],
            [text[start:end] for start, end in one.cue],
            [text[start:end] for start, end in one.content],
            one.parent is not None,
        )
        for one in found
    ]


CASES = [
    (
        'Orr said the fund was "empty since May".',
        [("Orr", "said", ['the fund was "empty'])],
        [(["Orr"], ["said"], ['the fund was "empty since May"'], False)],
        "content that reaches into a quotation takes all of it",
    ),
    (
        '"The fund has been empty since May," Orr said.',
        [],
        [(["Orr"], ["said"], ['"The fund has been empty since May,"'], False)],
        "a quotation that the reader passes over goes to whom the rules give it to",
    ),
    (
        '"It is empty now," Orr said. "We have stopped the work," Lind said.',
        [("Orr", "Orr said"[4:], ['"It is empty now,"', '"We have stopped the work,"'])],
        [
            (["Orr"], ["said"], ['"It is empty now,"'], False),
            (["Lind"], ["said"], ['"We have stopped the work,"'], False),
        ],
        "a quotation belongs to the cue beside it, whatever the reader linked it to",
    ),
    (
        "The plant shrugged off the fine.",
        [("The plant", "shrugged off", ["the fine"])],
        [(["The plant"], ["shrugged off"], ["the fine"], False)],
        "a cue that no rule knows is the reader's",
    ),
    (
        "Orr said the mayor had told him the pact was dead.",
        [("Orr", "said", ["the mayor had told him the pact was dead"])],
        [
            (["Orr"], ["said"], ["the mayor had told him the pact was dead"], False),
            (["the mayor"], ["had told"], ["the pact was dead"], True),
        ],
        "what is told inside a content hangs on it",
    ),
    (
        "Orr said that he believes the fund is empty.",
        [("Orr", "said", ["that he believes the fund is empty"]), ("he", "believes", ["the fund is empty"])],
        [(["Orr"], ["said that he believes"], ["the fund is empty"], False)],
        "what the rules see as one is one, though the reader marks it twice",
    ),
    (
        "Bo Lind, who runs the port, denied the delay.",
        [("Bo Lind, who", "denied", ["the delay"])],
        [(["Bo Lind, who runs the port,"], ["denied"], ["the delay"], False)],
        "a source reaches over its relative clause",
    ),
    (
        '"It is empty," said Bo Lind, who runs the port, according to the Vlast.',
        [("the Vlast", "said", ['"It is empty,"'])],
        [
            (["Bo Lind, who runs the port"], ["said"], ['"It is empty,"'], False),
            (["the Vlast"], ["according to"], ['"It is empty," said Bo Lind, who runs the port'], False),
        ],
        "whose words hold a cue is not who speaks at it",
    ),
    (
        "# Missing pair found alive\nBo Lind, who runs the port, shrugged off the delay.",
        [("Bo Lind", "shrugged off", ["pair found alive", "the delay"])],
        [(["Bo Lind"], ["shrugged off"], ["the delay"], False)],
        "no verb of the text brings in a headline's words",
    ),
    (
        "A helicopter landed at the pier at noon.\nBo Lind spoke at about the same time.",
        [("Bo Lind", "spoke", ["landed at the pier"])],
        [],
        "part of a sentence before, in no marks, is not what a later verb brings in",
    ),
    (
        "# Pier plan waved through\nThe wardens shrugged off the delay.",
        [("Pier plan waved through", "shrugged off", ["the delay"])],
        [],
        "a headline is nobody who speaks in the text",
    ),
]


@pytest.mark.parametrize(("text", "tellings", "expected", "why"), CASES, ids=[case[-1] for case in CASES])
def test_drafts_of_tellings(text, tellings, expected, why):
    assert told(text, *tellings) == expected


def test_a_report_of_nothing_has_no_drafts():
    assert drafts_of([], [], [], []) == []


def test_no_two_attributions_of_a_report_have_one_id(data_folder):
    from evaluation.corpora import last_tenth, records_of

    import stemma

    for record in last_tenth(records_of(data_folder / "polnear/train.jsonl"))[:20]:
        reading = stemma.read({"id": record["id"], "text": record["text"]}).reading
        ids = [attribution.id for attribution in reading.attributions]

        assert len(ids) == len(set(ids))
