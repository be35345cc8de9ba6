import pytest
from tests.readings.made import BY_RULES

from stemma.desk.settings import Settings
from stemma.desk.tray import take
from stemma.readings import read

CASES = [
    (
        'The crane had stood idle since May. "We were promised spare parts by the end of June." Nobody came.',
        ["We were promised spare parts by the end of June."],
        "a quotation beside which nobody speaks",
    ),
    ('She is the author of a novel entitled "All the boats that never came back".', [], "a title that is announced"),
    ('They watched "The Long Night of the Harbour Cranes" on Sunday.', [], "a title in capitals"),
    ('The mayor called it a "deep amber" day for the port.', [], "two words are a label"),
    ('"We will open when the water has gone," Lena Brodt said.', [], "a quotation with a speaker is no orphan"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[case[-1] for case in CASES])
def test_what_nobody_is_given_as_saying_is_an_orphan(text, expected, why):
    (report,) = take(
        [
            {
                "id": "one",
                "text": f"Harbour notes\n\nThe port was quiet all week, and the gulls had it to themselves.\n\n{text}",
            }
        ],
        Settings(),
    ).reports
    orphans = [a for a in read(report, BY_RULES).attributions if a.voice_id is None and not a.cue]

    assert [report.text[a.content[0].start : a.content[0].end].strip('"') for a in orphans] == expected
