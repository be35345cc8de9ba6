"""Counting lines and voices: who cites one newsroom stands on one line, a transcript made from another adds none."""

from types import SimpleNamespace

import pytest

import stemma
from stemma.model import Voice, VoiceKind
from stemma.stories.lines import _apart


def record(name, text):
    return {
        "id": name,
        "outlet": f"{name.title()} Post",
        "headline": f"Notes of {name}",
        "published": "2031-03-04",
        "text": text,
    }


def counted(*texts):
    (collation,) = stemma.compare(
        [record(name, text) for name, text in zip(("alpha", "beta", "gamma"), texts, strict=False)]
    ).collations
    return collation.story.count


WARDS = "The wards were closed in the spring. Nurses there wait for a minister with a list of their own."
SHARES = "Shares of the clinic's owner fell by a tenth in early trade, where brokers spoke of a long summer."
PARTIES = "The opposition wants an inquiry before the recess and has collected signatures in forty villages."
CITED = (
    f"A hospital in Orrin has hidden the deaths of nine patients, the Halver Times reported on Monday.\n\n{WARDS}",
    f"A hospital in Orrin hid that nine patients had died, according to the Halver Times.\n\n{SHARES}",
    f"Nine deaths of patients were hidden by a hospital in Orrin, the Times reported.\n\n{PARTIES}",
)
TRANSCRIPT = (
    "TRANSCRIPT\nSpeaker: Judith Amsel\n\n"
    "Judith Amsel: Good morning. We came within twenty minutes of switching off the south on Monday evening. "
    "That is closer than we have ever been.\n\nQuestion: Who would have lost power?\n\n"
    "Judith Amsel: About a million and a half households, for two hours, in turns. Nobody on the list was a hospital. "
    "I can't rule out that it happens again."
)
HEARD = (
    "The south of the country nearly went dark, the grid's head said.\n\n"
    '"We came within twenty minutes of switching off the south on Monday evening," said Judith Amsel in a stuffy room.'
)


def test_reports_that_cite_one_newsroom_beside_a_claim_are_one_line_and_one_voice():
    count = counted(*CITED)

    assert (count.reports, count.lines_min, count.lines_max, count.voices_max) == (3, 1, 1, 1)


def test_reports_that_cite_nobody_are_lines_of_their_own():
    apart = [
        text.replace(", the Halver Times reported", "").replace(", according to the Halver Times", "") for text in CITED
    ]
    count = counted(*(text.replace(", the Times reported", "") for text in apart))

    assert (count.reports, count.lines_max) == (3, 3)


WALL = (
    "Two dock workers were injured on Tuesday when a section of the harbour wall in Selby gave way, police said.\n\n"
    "The wall, built in 1911, fell into the basin shortly after six in the morning, taking a crane and two parked vans with "
    "it.\n\nA fisherman who was mending nets nearby pulled both men from the water before the lifeboat could be launched."
)
QUAY = (
    "Police in Selby said two workers were hurt on Tuesday after part of the harbour wall collapsed at the docks.\n\n"
    "Residents of Pilot Street were woken by what several of them described as a long tearing noise and then a silence.\n\n"
    "Councillor Edwin Sharrow had warned the harbour board in the autumn that the repairs of the quay were a year behind "
    "schedule."
)
CLOSED = (
    "The port will stay closed until engineers have looked at the stretch that has leaned since the storms of January."
)


def test_a_report_that_joins_two_texts_stands_on_the_lines_of_both():
    (collation,) = stemma.compare(
        [
            record("alpha", f"{WALL}\n\n{CLOSED}"),
            record("beta", f"{QUAY}\n\n{SHARES}"),
            record("gamma", f"{WALL}\n\n{QUAY}"),
        ]
    ).collations
    (lead,) = (one for one in collation.assertions if one.id == collation.story.lead_assertion_id)

    assert lead.count.reports == 3
    assert (lead.count.lines_min, lead.count.lines_max) == (2, 2)
    assert [len(line.report_ids) for line in lead.lines] == [2, 2]


def test_one_text_that_tells_a_claim_twice_is_one_line():
    """Whoever copies it has both places, and who cuts one of them has the other from there all the same."""
    twice = f"{WALL}\n\n{CLOSED}\n\n{QUAY.partition(chr(10))[0]}\n\n{SHARES}"
    cut = f"{CLOSED}\n\n{QUAY.partition(chr(10))[0]}\n\n{SHARES}"

    assert counted(twice, twice, cut).lines_max == 1


def test_a_transcript_made_from_another_adds_no_line():
    alone, twice = counted(TRANSCRIPT, HEARD), counted(TRANSCRIPT, HEARD, TRANSCRIPT.replace("Good morning. ", ""))

    assert twice.reports == alone.reports + 1
    assert (twice.lines_max, twice.voices_max) == (alone.lines_max, alone.voices_max) == (2, 1)


NAMED = [
    (["Breck", "Jonas Breck"], 1, "a surname and a full name that has it are one person"),
    (["Breck", "Jonas Breck", "Alma Breck"], 2, "two full names are two, whomever the surname belongs to"),
    (["Jonas Breck", "Jona Breck"], 2, "two spellings may be two"),
]


@pytest.mark.parametrize(("names", "most", "why"), NAMED, ids=[case[-1] for case in NAMED])
def test_voices_are_at_most_as_many_as_their_names_leave(names, most, why):
    def voice(name):
        others = (other for other in names if (other != name and {"Breck"} & {name, other}) or name[:4] == other[:4])
        return Voice(
            id=name, name=name, kind=VoiceKind.PERSON, named_in=(), may_be=tuple(o for o in others if o != name)
        )

    ledger = SimpleNamespace(voices={name: voice(name) for name in names})

    assert len(_apart(names, ledger, by_surname=True)) == most
