"""Who is given as saying what: voice, cue, content, manner and stance of made-up sentences."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.readings.made import BY_RULES, made_report

from stemma.model import Form, Report, Span, Zone, ZoneKind
from stemma.readings import ReadingRules, read

# text; then for each attribution: voice, cue, content in pieces, manner
CASES = [
    (
        "The harbour fund is empty, Ada Orr said.",
        [("Ada Orr", "said", ["The harbour fund is empty"], "indirect")],
        "the cue stands behind",
    ),
    (
        "Ada Orr said that the fund is empty.",
        [("Ada Orr", "said", ["that the fund is empty"], "indirect")],
        "the cue stands before, and that belongs to the content",
    ),
    (
        "Ada Orr said on Monday that the fund is empty.",
        [("Ada Orr", "said", ["that the fund is empty"], "indirect")],
        "when it was said is no content",
    ),
    (
        "“The fund is empty,” Ada Orr said. “We shall close.”",
        [("Ada Orr", "said", ["“The fund is empty,”", "“We shall close.”"], "direct")],
        "a quotation that its cue interrupts is one act",
    ),
    (
        '"The fund," said Ada Orr, the harbour minister, "is quite empty."',
        [("Ada Orr", "said", ['"The fund,"', '"is quite empty."'], "direct")],
        "the speaker follows the cue inside a sentence",
    ),
    (
        'Ada Orr stated that "the fund is empty."\nShe continues, "So it will close."',
        [
            ("Ada Orr", "stated", ['"the fund is empty."'], "direct"),
            ("Ada Orr", "continues", ['"So it will close."'], "direct"),
        ],
        "two cues are two acts, and she is who spoke last",
    ),
    (
        'Ada Orr said: "The fund is empty."\n"It will close."\nThe board met.',
        [("Ada Orr", "said", ['"The fund is empty."', '"It will close."'], "direct")],
        "a paragraph of pure quotation goes on with the same voice",
    ),
    (
        "Ada Orr said the fund was “quite empty” and would close.",
        [("Ada Orr", "said", ["the fund was", "“quite empty”", "and would close"], "mixed")],
        "content is split where marks begin and end",
    ),
    (
        'The republic urged the board to help in "opening of the fund," calling on members "to pay," according to Ada Orr.',
        [
            (
                "Ada Orr",
                "according to",
                [
                    "The republic urged the board to help in",
                    '"opening of the fund,"',
                    "calling on members",
                    '"to pay,"',
                ],
                "mixed",
            )
        ],
        "two fragments under one cue are one act, and the body stays inside",
    ),
    (
        "The republic calls on the board to open the fund, Ada Orr added.",
        [("Ada Orr", "added", ["The republic calls on the board to open the fund"], "indirect")],
        "a body that is spoken for is no voice",
    ),
    (
        "Ada Orr said that she believes the fund will close.",
        [("Ada Orr", "said that she believes", ["the fund will close"], "indirect")],
        "what the speaker says he believes is one act",
    ),
    (
        "According to Ada Orr, the fund is empty.",
        [("Ada Orr", "According to", ["the fund is empty"], "indirect")],
        "according to stands first",
    ),
    (
        "The fund, according to the Harbour Board, will close.",
        [("Harbour Board", "according to", ["The fund", "will close"], "indirect")],
        "according to stands inside",
    ),
    (
        "# Fund is empty and will close: Orr\nMinister Ada Orr spoke.",
        [("Ada Orr", ":", ["Fund is empty and will close"], "indirect")],
        "a headline with the name behind",
    ),
    (
        "# Orr: Fund is empty and will close\nMinister Ada Orr spoke.",
        [("Ada Orr", ":", ["Fund is empty and will close"], "indirect")],
        "a headline with the name before",
    ),
    (
        "Ada Orr called on members to pay their dues.",
        [("Ada Orr", "called on", ["to pay their dues"], "indirect")],
        "who is called upon is no content",
    ),
    (
        "Ada Orr told the Evening Gazette on Monday that the fund was empty.",
        [("Ada Orr", "told", ["that the fund was empty"], "indirect")],
        "the hearer is no content",
    ),
    (
        "The fund runs dry today, residents said, meaning that the harbour closes.",
        [("residents", "said", ["The fund runs dry today"], "indirect")],
        "what the reporter adds is no content",
    ),
    (
        "The board imposed a “deep amber” level of alert, local media reported.",
        [("local media", "reported", ["The board imposed a “deep amber” level of alert"], "indirect")],
        "a name in marks is no speech",
    ),
    (
        "Members who have seen the books say the fund is empty.",
        [("members", "say", ["the fund is empty"], "indirect")],
        "a subject with a relative clause",
    ),
    (
        "Orr, speaking to reporters, said the fund was empty, adding that it would close.",
        [("Orr", "said", ["the fund was empty"], "indirect"), ("Orr", "adding", ["that it would close"], "indirect")],
        "a participle goes on with the subject",
    ),
    (
        "Orr’s claim that the fund is empty angered members.",
        [("Orr", "claim", ["that the fund is empty"], "indirect")],
        "a noun of saying takes one clause",
    ),
    (
        "But the fund, Orr said, will not close.",
        [("Orr", "said", ["the fund", "will not close"], "indirect")],
        "the cue stands in the middle of its content",
    ),
    (
        'Orr was blunt: "The whole fund is gone."',
        [("Orr", ":", ['"The whole fund is gone."'], "direct")],
        "a colon alone brings in a quotation",
    ),
    (
        '"The fund is gone," Orr shot back.',
        [("Orr", "shot back", ['"The fund is gone,"'], "direct")],
        "any verb behind a quotation is a cue",
    ),
    (
        "“The fund is gone.\n“It will not come back,” Ada Orr said.",
        [("Ada Orr", "said", ["“The fund is gone.", "“It will not come back,”"], "direct")],
        "a paragraph whose marks stay open belongs to the cue of the next",
    ),
    (
        'Orr called on both boards "to open the books" at once.',
        [("Orr", "called on", ['"to open the books"', "at once"], "mixed")],
        "a call in marks",
    ),
    ('The board had a "soft" opening. Members sang “Home Again”.', [], "scare quotes and titles are nobody's speech"),
    ("The board met on Monday. Members left early.", [], "narration is nobody's"),
    ("", [], "no text"),
    (
        "Ada Orr said it was too early to tell whether the fund will last.",
        [("Ada Orr", "said", ["it was too early to tell whether the fund will last"], "indirect")],
        "what is too early to tell nobody tells",
    ),
    (
        "Ada Orr said in a brief statement that the fund was empty.",
        [("Ada Orr", "said", ["that the fund was empty"], "indirect")],
        "by what means it was said is no second cue",
    ),
    (
        'The board "was not shown the books", a ruling reads.',
        [("a ruling", "reads", ["The board", '"was not shown the books"'], "mixed")],
        "what a paper reads may stand in marks in part",
    ),
    (
        '"The fund is empty," said Ada Orr, who speaks on ports for the league.',
        [("Ada Orr", "said", ['"The fund is empty,"'], "direct")],
        "nothing that stands before a relative pronoun is said by it",
    ),
    (
        "Ada Orr wondered why Bo Lind had asked the league for help when it has ships enough.",
        [("Ada Orr", "wondered", ["why Bo Lind had asked the league for help when it has ships enough"], "indirect")],
        "a request inside a question is no question of its own",
    ),
    ("Bo Lind asked for the league's assistance in ending the strike.", [], "asking for help is an act"),
    ("The mayor, who had backed the sale, left early.", [], "what somebody had backed before is an act"),
    (
        "The guest died overnight, Ada Orr told a meeting in the harbour hall.",
        [("Ada Orr", "told", ["The guest died overnight"], "indirect")],
        "a hearer behind the cue ends the sentence",
    ),
    (
        "A notice taped to the door said that the fund was closed.",
        [("a notice taped to the door", "said", ["that the fund was closed"], "indirect")],
        "a participle belongs to the noun before it",
    ),
    (
        "# Sale of harbour stopped: 'Worth every minute'\n\"Worth every minute,\" said Ada Orr.",
        [(None, "", ["'Worth every minute'"], "direct"), ("Ada Orr", "said", ['"Worth every minute,"'], "direct")],
        "a topic before a colon is nobody",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[case[-1] for case in CASES])
def test_attributions(text, expected, why):
    assert told(made_report(text)) == expected


def told(report):
    """Give voice, cue, content and manner of each attribution, in the report's words."""
    reading = read(report, BY_RULES)
    names = {voice.id: voice.name for voice in reading.voices}
    return [
        (
            names.get(one.voice_id),
            " ".join(span.cut(report.text) for span in one.cue),
            [span.cut(report.text) for span in one.content],
            one.manner.value,
        )
        for one in reading.attributions
    ]


STANCES = [
    ("Ada Orr said the fund was empty.", "asserts", "who says asserts"),
    ("The ministry denied that the fund was empty.", "denies", "who denies"),
    ("Orr declined to comment on the fund.", "declines", "who declines to comment"),
    ("“Is it empty?” asked Orr.", "asks", "who asks"),
    ("The claim could not be independently verified.", "unverified", "what could not be verified"),
    ("Bo Lind refused to pay the fine.", "asserts", "a refusal to act"),
    ("The board dismissed claims that the fund was empty.", "denies", "claims that are dismissed"),
    ("“Why is the fund empty?” Bo Lind said.", "asks", "a question in marks"),
    ("“Why is it empty? It was full,” Bo Lind said.", "asserts", "a question that the speaker answers"),
    ("Reuters could not verify the report.", "unverified", "what could not be verified"),
]


@pytest.mark.parametrize(("text", "stance", "why"), STANCES, ids=[case[-1] for case in STANCES])
def test_stance(text, stance, why):
    assert [one.stance.value for one in read(made_report(text), BY_RULES).attributions] == [stance]


CHAINS = [
    ("Bo Lind told the Daily Post that the fund was empty.", "Bo Lind", "Daily Post", "a newsroom that was told"),
    (
        "Reuters reported on Monday that the fund was empty, citing a senior official.",
        "a senior official",
        "Reuters",
        "whom a newsroom cites speaks by way of it",
    ),
    (
        "Bo Lind said that Ada Orr had told him the fund was empty.",
        "Ada Orr",
        "Bo Lind",
        "what one says that another said",
    ),
    ("Bo Lind told reporters that the fund was empty.", "Bo Lind", None, "who merely listens passes nothing on"),
    (
        "Bo Lind said on Reuters that the fund was empty.",
        "Bo Lind",
        None,
        "what is said on the air has no hearer",
    ),
    (
        "The Daily Post wrote of it. Bo Lind told the newspaper that the fund was empty.",
        "Bo Lind",
        "Daily Post",
        "the newspaper is the one named before",
    ),
    (
        "An official, speaking to Reuters on Monday, said that the fund was empty.",
        "an official",
        "Reuters",
        "a newsroom that was spoken to before the cue",
    ),
]


@pytest.mark.parametrize(("text", "voice", "via", "why"), CHAINS, ids=[case[-1] for case in CHAINS])
def test_chains(text, voice, via, why):
    reading = read(made_report(text), BY_RULES)
    names = {one.id: one.name for one in reading.voices}

    assert (voice, via) in {
        (names.get(one.voice_id), None if one.via is None else names[one.via]) for one in reading.attributions
    }


HEARERS = [
    ("Customers were notified by email that the fund was empty.", None, "who is notified"),
    ("Residents were not told that the fund was empty.", None, "who is not told"),
    ("The divers spoke. They were never reminded that the fund was empty.", None, "a pronoun that is reminded"),
    ("The divers had been warned that the fund was empty.", None, "who had been warned"),
    ("The divers were assured by Ada Orr that the fund was full.", "Ada Orr", "by whom it is told"),
    ("The divers warned that the fund was empty.", "divers", "who warns"),
]


@pytest.mark.parametrize(("text", "voice", "why"), HEARERS, ids=[case[-1] for case in HEARERS])
def test_who_is_told_something_is_not_its_voice(text, voice, why):
    reading = read(made_report(text), ReadingRules(reader="network"))
    names = {one.id: one.name for one in reading.voices}

    assert {names.get(one.voice_id) for one in reading.attributions} == {voice}


def test_an_outlet_that_understands_is_a_newsroom():
    report = replace(made_report("The Orrin Quay understands that the fund is empty."), outlet_id="orrin-quay")

    assert [(one.name, one.kind.value) for one in read(report).voices] == [("Orrin Quay", "newsroom")]


def test_a_quotation_without_a_cue_goes_on_with_the_voice_before_it():
    reading = read(
        made_report("“The fund is empty,” Bo Lind said on Monday. As for Orr, “nobody has seen her since May.”"),
        BY_RULES,
    )

    assert {one.voice_id for one in reading.attributions} == {reading.voices[0].id}


def test_a_newsroom_that_passes_an_utterance_on_is_via():
    report = made_report("The fund is empty, the ministry said, the Evening Gazette reported.")
    reading = read(report, BY_RULES)
    names = {voice.id: voice.name for voice in reading.voices}
    inner = next(one for one in reading.attributions if one.parent_id)

    assert (names[inner.voice_id], names[inner.via]) == ("ministry", "Evening Gazette")


def test_without_minds_only_speech_is_read():
    report = made_report("Ada Orr opposes the plan. Ada Orr said it was late.")

    assert len(read(report, BY_RULES).attributions) == 2
    assert len(read(report, ReadingRules(reader="fast", has_minds=False)).attributions) == 1


def test_a_headline_printed_twice_is_told_once():
    report = made_report(
        "# Orr: Fund is empty and will close\n# Orr: Fund is empty and will close\nMinister Ada Orr spoke."
    )

    assert len(read(report, BY_RULES).attributions) == 1


def test_turns_of_a_transcript_are_direct_speech():
    text = "Ada Orr: The fund is empty.\nBo Lind: Is it?\nSince when?"
    kinds = [
        (ZoneKind.SPEAKER, 0, 8),
        (ZoneKind.SPEECH, 9, 27),
        (ZoneKind.SPEAKER, 28, 36),
        (ZoneKind.SPEECH, 37, 43),
        (ZoneKind.SPEECH, 44, 55),
    ]
    zones = tuple(Zone(kind=kind, start=start, end=end) for kind, start, end in kinds)
    report = Report(
        id="talk",
        capture_id="c",
        path="t.txt",
        url=None,
        outlet_id=None,
        text=text,
        zones=zones,
        credits=(),
        published=None,
        language="en",
        form=Form.TRANSCRIPT,
    )

    assert told(report) == [
        ("Ada Orr", "", ["The fund is empty."], "direct"),
        ("Bo Lind", "", ["Is it?", "Since when?"], "direct"),
    ]


def test_every_attribution_says_why():
    report = made_report("Minister Ada Orr spoke.\nShe said it was “late”.")
    (one,) = read(report, BY_RULES).attributions

    assert [reason.kind for reason in one.evidence] == ["cue", "marks", "pronoun"]
    assert all(isinstance(span, Span) for reason in one.evidence for span in reason.spans)


PARTS = [
    "Ada Orr",
    "said",
    "that",
    "the fund",
    '"is empty,"',
    "“",
    ",",
    ".",
    "\n",
    "She",
    "according to",
    "told Bo Lind",
    ":",
    "who",
    "and",
    "asked",
]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=14))
def test_any_row_of_words_is_read_twice_alike_and_spans_lie_inside(parts):
    report = made_report(" ".join(parts))
    reading = read(report, BY_RULES)

    assert reading == read(report, BY_RULES)
    voice_ids = {voice.id for voice in reading.voices}
    ids = [one.id for one in reading.attributions]
    assert len(ids) == len(set(ids))
    for one in reading.attributions:
        assert one.content
        assert all(0 <= span.start < span.end <= len(report.text) for span in (*one.source, *one.cue, *one.content))
        assert one.voice_id is None or one.voice_id in voice_ids
        assert one.parent_id is None or one.parent_id in ids
