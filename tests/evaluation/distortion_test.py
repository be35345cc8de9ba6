import json
from dataclasses import replace

import pytest
from evaluation import __main__ as command
from evaluation.distortion import (
    Verdict,
    claim_words,
    evaluate,
    score,
    verdict_by_likeness,
    verdict_by_words,
    verdict_of,
)

import stemma

#       0         10        20        30        40
LEFT = "It rained. Twelve people were hurt in Marle, the mayor said."
RIGHT = "Rain fell. Ten people were hurt in Marle, the mayor said."


def pair(kind="distorted", change="number", left=LEFT, right=RIGHT, **more):
    sides = {side: {"text": text, "start": 11, "end": len(text)} for side, text in (("left", left), ("right", right))}
    return {"id": f"{kind}-{change}", "kind": kind, "change": change, **sides, **more}


ALTERED = claim_words(pair())
STRETCHES = {side: stemma.Span(side, 11, len(text)) for side, text in (("left", LEFT), ("right", RIGHT))}


def claim(side, start, end):
    return stemma.Claim(
        id=f"{side}{start}",
        report_id=side,
        spans=(stemma.Span(side, start, end),),
        attribution_id=None,
        certainty=stemma.Certainty.STATED,
        polarity=stemma.Polarity.AFFIRMS,
    )


# What rained, who was hurt, that the mayor said so.
CLAIMS = {
    "left": [claim("left", 0, 10), claim("left", 11, 43), claim("left", 45, 60)],
    "right": [claim("right", 0, 10), claim("right", 11, 40), claim("right", 42, 57)],
}
COUNT = stemma.Count(reports=2, lines_min=1, lines_max=2, voices_min=1, voices_max=1)
EMPTY = stemma.Collation(
    stamp=stemma.Stamp(tool="stemma", version="0"),
    story=stemma.Story(
        id="s", report_ids=("left", "right"), began=None, lead_assertion_id=None, count=COUNT, findings=()
    ),
    stemma=stemma.Stemma(story_id="s", exemplars=(), derivations=(), changes=()),
    readings=tuple(
        stemma.Reading(
            report_id=side,
            stamp=stemma.Stamp(tool="stemma", version="0"),
            claims=tuple(claims),
            **dict.fromkeys(["voices", "attributions", "times", "quantities", "names"], ()),
        )
        for side, claims in CLAIMS.items()
    ),
    **dict.fromkeys(
        ["outlets", "reports", "voices", "matches", "utterances", "assertions", "timeline", "refusals"], ()
    ),
)


def joined(left, right, *conflicts):
    held = stemma.Assertion(
        id=f"{left}{right}",
        gist="",
        claims=(CLAIMS["left"][left], CLAIMS["right"][right]),
        voice_ids=(),
        lines=(),
        count=COUNT,
        conflicts=conflicts,
        would_settle=(),
    )
    return replace(EMPTY, assertions=(held,))


def conflict(left, right):
    spans = {side: (stemma.Span(side, *piece),) for side, piece in (("left", left), ("right", right))}
    return stemma.Conflict(kind="number", note="", **spans)


def changed(kind, before, after):
    change = stemma.Change(
        kind=stemma.ChangeKind(kind),
        report_id="right",
        against_report_id="left",
        before=tuple(stemma.Span("left", *piece) for piece in before),
        after=tuple(stemma.Span("right", *piece) for piece in after),
        note="",
    )
    return replace(EMPTY, stemma=replace(EMPTY.stemma, changes=(change,)))


def worded(touches, span=(11, 40)):
    wording = stemma.Wording(
        report_id="right",
        spans=(stemma.Span("right", *span),),
        integrity=stemma.Integrity.REWORDED_INSIDE_MARKS,
        touches=touches,
        against_report_id="left",
    )
    return replace(EMPTY, utterances=(stemma.Utterance(id="u", voice_id=None, wordings=(wording,)),))


CASES = [
    ([], (False, False, False), "nothing told"),
    ([joined(1, 1)], (True, False, False), "the clauses that hold the altered words are one assertion"),
    ([joined(0, 0), joined(2, 2)], (False, False, False), "other clauses being one is nothing"),
    ([joined(1, 1, conflict((11, 17), (11, 14)))], (True, True, False), "one assertion, with a conflict"),
    ([joined(1, 1, conflict((0, 2), (0, 4)))], (True, False, False), "a conflict elsewhere is nothing"),
    ([joined(0, 0, conflict((11, 17), (11, 14)))], (False, True, False), "a conflict in another assertion counts"),
    ([joined(1, 1), changed("number", [(11, 17)], [(11, 14)])], (True, False, True), "a change of number"),
    ([joined(1, 1), changed("attribution", [(45, 60)], [])], (True, False, True), "an attribution dropped"),
    ([joined(1, 1), changed("wording", [(11, 17)], [(11, 14)])], (True, False, False), "an exchange of words tells nothing"),
    ([joined(1, 1), changed("number", [(0, 2)], [(11, 14)])], (True, False, False), "a change against other words"),
    ([joined(1, 1), worded(("number",))], (True, False, True), "what a wording's edits touch"),
    ([joined(1, 1), worded(())], (True, False, False), "edits that touch nothing"),
    ([joined(1, 1), worded(("number",), (0, 5))], (True, False, False), "edits elsewhere"),
]  # fmt: skip


@pytest.mark.parametrize(("collations", "expected", "why"), CASES, ids=[case[-1] for case in CASES])
def test_verdict_of(collations, expected, why):
    verdict = verdict_of([EMPTY, *collations], ALTERED, STRETCHES)

    assert (verdict.is_joined, verdict.has_conflict, verdict.has_change) == expected


def test_claim_words_are_those_that_differ():
    left, right = ([span.cut(text) for span in ALTERED[side]] for side, text in (("left", LEFT), ("right", RIGHT)))

    assert (left, right) == (["Twelve"], ["Ten"])


def test_where_words_only_come_in_on_one_side_all_of_the_other_count():
    words = claim_words(pair(right="Rain fell. Twelve people were not hurt in Marle, the mayor said."))

    assert len(words["left"]) == 9
    assert len(words["right"]) == 1


PASSING = [
    ("distorted", Verdict(is_joined=True), 1.0, "taken for the same"),
    ("distorted", Verdict(is_joined=False), 0.0, "kept apart"),
    ("distorted", Verdict(is_joined=True, has_conflict=True), 0.0, "in conflict"),
    ("distorted", Verdict(is_joined=True, has_change=True), 0.0, "the change is named"),
    ("faithful", Verdict(is_joined=True), 1.0, "taken for the same"),
    ("faithful", Verdict(is_joined=True, has_change=True), 1.0, "a change named is no conflict"),
    ("faithful", Verdict(is_joined=True, has_conflict=True), 0.0, "in conflict"),
    ("faithful", Verdict(is_joined=False), 0.0, "kept apart"),
]


@pytest.mark.parametrize(
    ("kind", "verdict", "expected", "why"), PASSING, ids=[f"{case[0]}, {case[-1]}" for case in PASSING]
)
def test_score(kind, verdict, expected, why):
    whole, by_change = score([pair(kind=kind)], lambda one: verdict)

    assert whole.name == {"distorted": "distortion.passed", "faithful": "distortion.faithful_joined"}[kind]
    assert by_change.name == f"{whole.name}.number"
    assert (whole.value, by_change.value, whole.less_is_better) == (expected, expected, kind == "distorted")


PLAIN = [
    (LEFT, RIGHT, True, True, "one word of nine"),
    (LEFT, "It poured. Nobody has seen the harbour master since Monday night.", False, False, "nothing in common"),
    (
        LEFT,
        "It poured. The mayor said twelve people in Marle were hurt.",
        False,
        True,
        "the same words in another order",
    ),
]


@pytest.mark.parametrize(("left", "right", "like", "contained", "why"), PLAIN, ids=[case[-1] for case in PLAIN])
def test_plainer_methods(left, right, like, contained, why):
    one = pair(left=left, right=right)

    assert (verdict_by_likeness(one).is_joined, verdict_by_words(one).is_joined) == (like, contained)


def write(path, *pairs):
    path.write_text("".join(json.dumps(one) + "\n" for one in pairs), encoding="utf-8")
    return path


PARTS = [
    (["fit", "test"], None, 1, "the part to fit on, where nothing is said"),
    (["fit", "test", "test"], "test", 2, "the sealed part, where it is asked for"),
    (["fit", "test"], "all", 2, "all"),
    (["test", "test"], None, 2, "all, where nothing is marked to fit on"),
    ([None, None], None, 2, "all, where nothing is marked"),
]


@pytest.mark.parametrize(("parts", "asked", "count", "why"), PARTS, ids=[case[-1] for case in PARTS])
def test_parts(tmp_path, parts, asked, count, why):
    write(tmp_path / "claims.jsonl", *(pair(part=part) for part in parts))

    outcome = evaluate(tmp_path, asked, {"made": lambda one: Verdict(is_joined=True)})

    assert outcome.figures[0].n == count


BROKEN = [
    ([], "holds no pair", "no pair"),
    ([pair(kind="strange")], "'strange'", "a kind that is none"),
    ([{**pair(), "left": {"text": LEFT, "start": 5, "end": 999}}], "no stretch", "a stretch outside the text"),
    ([{**pair(), "left": {"text": LEFT}}], "no stretch", "no stretch"),
    ([{**pair(), "right": "text"}], "`right` is missing or is no dict", "a side that is no report"),
]


@pytest.mark.parametrize(("pairs", "words", "why"), BROKEN, ids=[case[-1] for case in BROKEN])
def test_what_is_not_in_the_form_is_said_in_one_line(tmp_path, capsys, pairs, words, why):
    path = write(tmp_path / "claims.jsonl", *pairs)

    assert command.main(["distortion", "--data", str(path)]) == 3
    err = capsys.readouterr().err
    assert words in err
    assert err.count("\n") == 1


def test_an_empty_folder_is_said_in_one_line(tmp_path, capsys):
    assert command.main(["distortion", "--data", str(tmp_path)]) == 3
    assert "claims.jsonl" in capsys.readouterr().err


def test_a_number_altered_on_the_way_is_seen_by_stemma(tmp_path):
    far = "It rained. A covered market with sixty stalls opened in Losten on Sunday."
    write(
        tmp_path / "claims.jsonl", pair(kind="faithful", right=LEFT.replace("It rained", "Rain fell")), pair(right=far)
    )

    found = {figure.name: figure.value for figure in evaluate(tmp_path).figures}

    assert found["distortion.faithful_joined"] == 1.0
    assert found["distortion.passed"] == 0.0
