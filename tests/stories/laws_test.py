"""The laws of a collation: what must hold of every story, tried on invented ones."""

from dataclasses import replace

import pytest

import stemma

AGENCY = """Flood gate at Orrin stays shut for a second day, minister says

HALVERTON, March 4, 2031 (Norvik Wire) - The great flood gate at Orrin will stay shut until the river has fallen by at least
two metres, the transport minister said on Tuesday, as barges queued for miles on the swollen canal.

"We are not going to gamble with forty thousand cellars," Ilse Tarnow told reporters on the quay. "When the gauge tells us that
it is safe, we will open, and not an hour before."

Skippers waiting below the lock have been living on tinned soup since the pumps failed on Sunday night, and several said that
their cargo of seed potatoes had begun to rot in the hold.

The gate, built in 1931 and twice refurbished, weighs 410 tonnes and has to be lifted by hand cranks whenever the current fails.
"""

DESK = """Potatoes rot as Orrin gate stays shut

The great flood gate at Orrin will stay shut until the river has fallen by at least two metres, the transport minister said on
Tuesday, as barges queued for miles on the swollen canal.

"We are not going to gamble with forty thousand cellars," Ilse Tarnow told reporters on the quay. "When the gauge tells us that
it is safe, we will open, and not an hour before."

Skippers waiting below the lock have been living on tinned soup since the pumps failed on Sunday night.
"""

OWN = """Minister defies bargemen at Orrin

By Petra Holm

ORRIN - Nobody clapped when Ilse Tarnow climbed down from her car. The transport minister had come to tell four hundred boatmen
what most of them had guessed: no barge moves this week.

"We are not going to gamble with forty thousand cellars," she said, and a man at the back laughed aloud.

She promised a daily bulletin on the level of the river. "I would rather be cursed for caution than thanked for luck," Tarnow
added before the wind took her umbrella.
"""


def record(name: str, text: str) -> dict[str, str]:
    return {"id": name, "text": text, "outlet": f"The {name.title()} Post"}


STORY = [record("alpha", AGENCY), record("beta", DESK), record("gamma", OWN)]


def counted(records):
    (collation,) = stemma.compare(records).collations
    return collation


def shape(collation):
    """What must not depend on the order of reports."""
    return stemma.to_record(replace(collation, stamp=collation.stamp))


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)], ids=["as given", "reversed", "turned"])
def test_the_order_in_which_reports_arrive_changes_nothing(order):
    assert shape(counted([STORY[place] for place in order])) == shape(counted(STORY))


def test_comparing_twice_gives_the_same():
    assert shape(counted(STORY)) == shape(counted(STORY))


def test_a_verbatim_copy_never_adds_a_line_or_a_voice():
    before = counted(STORY).story.count
    after = counted([*STORY, record("delta", AGENCY)]).story.count

    assert after.reports == before.reports + 1
    assert (after.lines_max, after.voices_max) == (before.lines_max, before.voices_max)


def test_a_report_whose_credit_is_removed_keeps_its_line():
    bare = AGENCY.replace("HALVERTON, March 4, 2031 (Norvik Wire) - ", "")
    before = counted(STORY).story.count
    after = counted([record("alpha", bare), *STORY[1:]]).story.count

    assert (after.reports, after.lines_max) == (before.reports, before.lines_max)


def test_two_that_heard_one_speech_are_two_lines_and_one_voice():
    count = counted(STORY).story.count

    assert (count.reports, count.lines_max, count.voices_min, count.voices_max) == (3, 2, 1, 1)


def test_every_span_gives_back_words_of_its_report():
    collation = counted(STORY)
    texts = {report.id: report.text for report in collation.reports}
    spans = [span for u in collation.utterances for w in u.wordings for span in w.spans]
    spans += [span for a in collation.assertions for claim in a.claims for span in claim.spans]
    spans += [span for d in collation.stemma.derivations for span in d.spans]

    assert spans
    assert all(0 <= span.start < span.end <= len(texts[span.report_id]) for span in spans)
    assert all(span.cut(texts[span.report_id]).strip() for span in spans)


def test_every_judgement_of_descent_brings_evidence():
    derivations = counted(STORY).stemma.derivations

    assert derivations
    assert all(derivation.evidence and all(one.note for one in derivation.evidence) for derivation in derivations)


def test_a_collation_survives_its_record():
    collation = counted(STORY)

    assert stemma.from_record(stemma.to_record(collation), type(collation)) == collation


def test_the_count_is_first_and_at_most_seven_findings_follow():
    first, *findings = counted(STORY).story.findings

    assert first.kind == "count"
    assert len(findings) <= 7
