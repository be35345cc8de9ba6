import json
import random
import time
from collections import defaultdict
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.matches.made import OTHER, PASSAGE, all_hits, babble, report, spun
from tests.matches.twin import shared_words

from stemma.matches import MatchRules, match
from stemma.matches.kernels import seeds
from stemma.matches.passages import found
from stemma.matches.sheets import lay_out
from stemma.model import Form, Zone, ZoneKind, from_record, to_record
from stemma.model.matches import Match
from stemma.text.align import apply
from stemma.text.words import words

COUNT = len(PASSAGE.split())


def equal_words(found, text):
    """Give the places of the left words that a match holds equal."""
    return sum(len(words(one.left.cut(text))) for one in found)


FOUND = [
    (PASSAGE, 0.99, "a copy"),
    (f"{OTHER} {PASSAGE} {babble(1, 50)}", 0.99, "a copy inside another text"),
    (spun(PASSAGE, 5), 0.95, "a rewrite with every fifth word another"),
    (spun(PASSAGE, 4), 0.9, "a rewrite with every fourth word another"),
    (PASSAGE.replace("harbour", "harbor").replace(". ", ".\n\n"), 0.99, "another spelling and other paragraphs"),
    (PASSAGE.upper(), 0.99, "capitals"),
    (". ".join(reversed(PASSAGE.removesuffix(".").split(". "))), 0.9, "sentences in another order"),
    (
        PASSAGE.replace("before dawn", "before dawn, as had been feared since the first gales of the year,"),
        0.99,
        "a clause put in",
    ),
]


@pytest.mark.parametrize(("text", "share", "why"), FOUND, ids=[case[-1] for case in FOUND])
def test_a_shared_passage_is_found(text, share, why):
    found = match([report("a", PASSAGE), report("b", text)])

    assert equal_words(found, PASSAGE) >= share * COUNT


def test_moved_sentences_are_matches_of_their_own():
    first, *rest = PASSAGE.removesuffix(".").split(". ")
    found = match([report("a", PASSAGE), report("b", ". ".join([*rest, first]))])

    assert len(found) == 2
    assert found[0].right.start > found[1].right.start


NOT_FOUND = [
    (OTHER, "another text"),
    (" ".join(sorted(PASSAGE.split())), "the same words in another order"),
    ("It did not immediately respond to a request.", "a short phrase of the trade alone"),
    ("", "nothing"),
    ("one", "one word"),
]


@pytest.mark.parametrize(("text", "why"), NOT_FOUND, ids=[case[-1] for case in NOT_FOUND])
def test_no_passage_is_made_up(text, why):
    assert match([report("a", PASSAGE + " He did not immediately respond to a call."), report("b", text)]) == ()


def test_bylines_and_furniture_hold_no_passage():
    text = f"{PASSAGE}\n{OTHER}"
    zones = (
        Zone(kind=ZoneKind.FURNITURE, start=0, end=len(PASSAGE)),
        Zone(kind=ZoneKind.BODY, start=len(PASSAGE) + 1, end=len(text)),
    )
    found = match([report("a", text, zones), report("b", text)])

    assert [one.left.start for one in found] == [len(PASSAGE) + 1]


def test_a_passage_does_not_run_across_furniture():
    half = len(PASSAGE) // 2
    zone = Zone(kind=ZoneKind.BYLINE, start=half, end=half + 12)
    found = match([report("a", PASSAGE, (zone,)), report("b", PASSAGE)])

    assert len(found) == 2
    assert all(one.left.end <= half + 12 or one.left.start >= half for one in found)


def test_a_transcript_is_matched_but_is_no_narration():
    zone = Zone(kind=ZoneKind.SPEECH, start=0, end=len(PASSAGE))
    given = report("t", PASSAGE, (zone,))
    transcript = type(given)(**{**{name: getattr(given, name) for name in given.__slots__}, "form": Form.TRANSCRIPT})
    found = match([report("a", PASSAGE), transcript])

    assert [one.surprisal for one in found] == [0.0]
    assert found[0].score == 1.0


def test_words_in_marks_on_one_side_bear_no_surprisal():
    (plain,) = match([report("a", PASSAGE), report("b", PASSAGE)])
    (quoted,) = match([report("a", PASSAGE), report("b", f"“{PASSAGE}”")])

    assert plain.surprisal > 200
    assert quoted.surprisal == 0.0


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False))
def test_edits_turn_left_into_right_and_order_does_not_count(chance):
    texts = [
        PASSAGE,
        spun(PASSAGE, chance.randint(3, 9)),
        f"{OTHER}\n\n{PASSAGE}",
        PASSAGE.replace(", ", " – ").replace("a ", ""),
    ]
    reports = [report(f"r{place}", text) for place, text in enumerate(texts)]
    by_id = {one.id: one.text for one in reports}
    found = match(reports)
    chance.shuffle(reports)

    assert match(reports) == found
    assert list(found) == sorted(found, key=lambda one: (one.left, one.right))
    for one in found:
        left, right = one.left.cut(by_id[one.left.report_id]), one.right.cut(by_id[one.right.report_id])
        assert one.left.report_id < one.right.report_id
        assert apply(left, one.edits, one.left.start) == right
        assert 0 < one.score <= 1
        assert from_record(to_record(one), Match) == one


def test_another_report_changes_no_match():
    two = [report("a", PASSAGE), report("b", spun(PASSAGE, 6))]
    three = [*two, report("c", f"{OTHER} {PASSAGE}")]

    assert [one for one in match(three) if "c" not in {one.left.report_id, one.right.report_id}] == list(match(two))


def test_small_batches_give_the_same():
    reports = [report(f"r{place}", spun(PASSAGE, place + 3)) for place in range(6)]

    assert match(reports, MatchRules(batch=10)) == match(reports)


def test_no_and_one_report_have_no_match():
    assert match([]) == ()
    assert match([report("a", PASSAGE)]) == ()
    assert match([report("a", PASSAGE), report("a", PASSAGE)]) == ()


def test_forty_reports_take_no_two_seconds():
    bases = [babble(seed, 800) for seed in range(3)]
    reports = [
        report(f"r{place:02}", spun(bases[place % 3], 7 + place % 5) if place % 4 else babble(100 + place, 800))
        for place in range(40)
    ]
    began = time.process_time()
    found = match(reports)

    assert len(found) > 100
    assert time.process_time() - began < 4  # two seconds on a quiet machine


def test_a_refrain_does_not_take_for_ever():
    chance = random.Random(5)  # noqa: S311 - made-up reports need no secure chance
    texts = [" ".join(chance.choice(["row", "sail", "steer"]) for _ in range(1500)) for _ in range(6)]
    began = time.process_time()
    match([report(f"r{place}", text) for place, text in enumerate(texts)])

    assert time.process_time() - began < 5


def measure(reports):
    """Give how many words the twin holds equal, how many we do, how many both: left words in passages of 8 and more."""
    counts = [0, 0, 0]
    sheets = lay_out(sorted(reports, key=lambda one: one.id))
    bounds = sheets.columns.bounds.tolist()
    keys = sheets.keys.astype("int64").tolist()
    ours = defaultdict(set)
    for hits in all_hits(seeds(sheets, MatchRules())):
        passages = found(sheets, hits, MatchRules())
        sizes = np.bincount(passages.blocks.chain, weights=passages.blocks.length)
        for row, at, _, length in zip(*(column.tolist() for column in passages.blocks), strict=True):
            if sizes[row] >= 8:
                ours[passages.left[row], passages.right[row]].update(range(at, at + length))
    for left, right in combinations(range(len(reports)), 2):
        columns = [keys[bounds[number] : bounds[number + 1]] for number in (left, right)]
        want = {one + bounds[left] for pairs in shared_words(*columns) for one, _ in pairs}
        got = ours[left, right]
        counts = [counts[0] + len(want), counts[1] + len(got), counts[2] + len(want & got)]
    return counts


def test_the_twin_finds_the_same_in_made_texts():
    chance = random.Random(3)  # noqa: S311 - made-up reports need no secure chance
    texts = []
    for seed in range(6):
        tokens = f"{babble(seed, 60)} {spun(PASSAGE, 5 + seed)} {babble(seed + 50, 60)}".split()
        for _ in range(8):
            tokens[chance.randrange(len(tokens)) :][:1] = []
        texts.append(" ".join(tokens))
    wanted, got, both = measure([report(f"r{place}", text) for place, text in enumerate(texts)])

    assert wanted > 500
    assert both / wanted >= 0.98
    assert both / got >= 0.95


def test_the_twin_finds_the_same_in_news(data_folder):
    rows = [
        json.loads(line)
        for line in (data_folder / "outlets/spotify.jsonl").read_text(encoding="utf-8").splitlines()[:10]
    ]
    wanted, got, both = measure([report(row["id"], row["text"][:5000]) for row in rows])

    assert wanted > 300
    assert both / wanted >= 0.98
    assert both / got >= 0.95
