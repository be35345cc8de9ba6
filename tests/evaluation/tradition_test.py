import json
from dataclasses import replace

import pytest
from evaluation import __main__ as command
from evaluation.answers import Answer, Held, Told, answer_of, edges_of
from evaluation.rivals import (
    credit_lines,
    first_published,
    nearest_earlier,
    outlets_of_like_headlines,
    similar_quotations,
)
from evaluation.tradition import claims_tally, class_of, evaluate, integrity_tally, score, tally
from evaluation.trees import Edge
from evaluation.truths import Handing, Quotation, Statement, Truth, truths_in

import stemma

PIER = "The old pier at Marle was closed on Tuesday after two of its iron pillars had rusted through."
CABLES = "Engineers from the harbour office spent the night fixing steel cables to the sea wall."
BOATS = "Three fishing boats were lifted out of the basin by a crane from the shipyard."

REPORTS = (
    {"id": "a", "outlet": "Marle Wire", "published_at": "2020-03-03T08:00:00Z", "text": f"{PIER} {CABLES}"},
    {
        "id": "b",
        "outlet": "Echo",
        "published_at": "2020-03-03T09:00:00Z",
        "text": f"{PIER} {CABLES} {BOATS} (Marle Wire)",
    },
    {"id": "c", "outlet": "Post", "published_at": "2020-03-04", "text": f"A storm was over. {CABLES}"},
)
FILES = {
    "reports": REPORTS,
    "stemma": [
        {"id": "a", "parents": []},
        {"id": "b", "parents": [{"id": "a", "exemplar": None, "kind": "edited"}]},
        {"id": "c", "parents": [{"id": "a", "kind": "edited"}, {"exemplar": "speech", "kind": "same-occasion"}]},
    ],
    "quotations": [{"report_id": "a", "start": 4, "end": 12, "utterance_id": "u", "integrity": "verbatim"}],
    "lines": [{"lines": 1, "assertion_id": "s"}],
    "claims": [
        {"assertion_id": "s", "report_id": one, "start": 0, "end": 20}
        | dict.fromkeys(["lines_min", "lines_max", "voices_min", "voices_max"], 1)
        for one in "ab"
    ],
}


def write(folder, files):
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in files.items():
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return folder


def figures(outcome):
    return {figure.name: figure.value for figure in outcome.figures}


PERFECT = Answer(
    edges=(Edge(parent="a", child="b"), Edge(parent="a", child="c")),
    lines=(1, 1),
    wordings=(Told(pieces=(("a", 4, 12),), integrity="verbatim"),),
    assertions=(Held(pieces=(("a", 2, 18), ("b", 0, 18)), lines=(1, 1)),),
)


def test_a_story_comes_as_it_lies_in_its_folder(tmp_path):
    (truth,) = truths_in(write(tmp_path, FILES))

    assert truth.handings == (Handing(parent="a", child="b"), Handing(parent="a", child="c"))
    assert (truth.lines, len(truth.quotations), len(truth.statements), truth.has_times) == (1, 1, 2, True)


def test_what_an_unseen_exemplar_was_made_from_is_known_where_it_is_told(tmp_path):
    hidden = [{"id": "desk", "kind": "report", "parents": [{"id": "a", "exemplar": None}], "states": ["..."]}]
    rows = [{"id": one, "parents": [{"exemplar": "desk"}]} for one in "bc"]
    (truth,) = truths_in(write(tmp_path, FILES | {"stemma": rows, "exemplars": hidden}))

    assert Handing(parent="a", child="desk") in truth.handings


def test_all_right_is_one_everywhere_and_no_error(tmp_path):
    write(tmp_path, FILES)

    outcome = evaluate(tmp_path, {"made": lambda reports: PERFECT})
    found = {figure.name: figure.value for figure in outcome.figures if figure.n}

    assert {name for name, value in found.items() if value == 0} == {
        "tradition.lines_mae",
        "tradition.claim_lines_mae",
        "tradition.verbatim_called_altered",
    }
    assert {value for name, value in found.items() if value} == {1.0}
    assert found.keys() >= {
        "tradition.edges_f1",
        "tradition.direction_right",
        "tradition.direction_answered",
        "tradition.integrity_macro_f1",
    }


@pytest.mark.parametrize("absent", [name for name in FILES if name != "reports"])
def test_an_absent_file_is_not_scored(tmp_path, absent):
    gone = {"stemma": "edges_f1", "quotations": "integrity_macro_f1", "lines": "lines_mae", "claims": "claims_f1"}
    write(tmp_path, {name: rows for name, rows in FILES.items() if name != absent})

    found = {name.removeprefix("tradition.") for name in figures(evaluate(tmp_path, {"made": lambda reports: PERFECT}))}

    assert found.isdisjoint({gone[absent]})
    assert found >= set(gone.values()) - {gone[absent]}


def test_reports_alone_give_no_figure(tmp_path):
    write(tmp_path, {"reports": REPORTS})

    assert evaluate(tmp_path, {"made": lambda reports: PERFECT}).figures == ()


def test_what_a_method_does_not_tell_is_no_figure_of_it(tmp_path):
    write(tmp_path, FILES)

    assert list(figures(evaluate(tmp_path, {"made": lambda reports: Answer(lines=(1, 2))}))) == ["tradition.lines_mae"]


def test_a_folder_of_stories_is_split_by_times_where_both_occur(tmp_path):
    untimed = [{key: value for key, value in report.items() if key != "published_at"} for report in REPORTS]
    write(tmp_path / "one", FILES)
    assert "tradition.edges_f1.with_times" not in figures(evaluate(tmp_path, {"made": lambda reports: PERFECT}))
    write(tmp_path / "two", FILES | {"reports": untimed})

    def only_with_times(reports):
        return PERFECT if "published_at" in reports[0] else Answer(edges=())

    found = figures(evaluate(tmp_path, {"made": only_with_times}))

    assert found["tradition.edges_f1.with_times"] == 1.0
    assert found["tradition.edges_f1.without_times"] == 0.0
    assert found["tradition.edges_f1"] == pytest.approx(2 * 2 / (2 + 4))


BROKEN = [
    ({}, "holds no reports.jsonl", "an empty folder"),
    ({"reports": []}, "holds no report", "no report in the file"),
    ({"reports": [REPORTS[0], REPORTS[0]]}, "one id twice", "one id twice"),
    ({"reports": [{"id": "a"}]}, "line 1: `text` is missing", "a report without text"),
    (FILES | {"stemma": [{"id": "z", "parents": []}]}, "'z' is no report", "a stemma of an unknown report"),
    (FILES | {"stemma": [{"id": "a", "parents": [{"id": "z"}]}]}, "'z' is no report", "an unknown parent"),
    (FILES | {"stemma": [{"id": "a", "parents": [{"kind": "copied"}]}]}, "needs either", "a parent without a name"),
    (
        FILES | {"stemma": [{"id": "a", "parents": "b"}]},
        "`parents` is missing or is no list",
        "parents that are no list",
    ),
    (FILES | {"lines": []}, "one line is wanted", "no number of lines"),
    (FILES | {"lines": [{"lines": True}]}, "`lines` is missing or is no int", "a number that is none"),
    (
        FILES | {"quotations": [{**FILES["quotations"][0], "integrity": "fine"}]},
        "no class of integrity",
        "an unknown class",
    ),
    (FILES | {"quotations": [{**FILES["quotations"][0], "end": 9999}]}, "no stretch", "a span outside the text"),
    (
        FILES | {"claims": [{**FILES["claims"][0], "report_id": "z"}]},
        "'z' is no report",
        "a claim of an unknown report",
    ),
]


@pytest.mark.parametrize(("files", "words", "why"), BROKEN, ids=[case[-1] for case in BROKEN])
def test_what_is_not_in_the_form_is_said_in_one_line(tmp_path, capsys, files, words, why):
    write(tmp_path, files)

    assert command.main(["tradition", "--data", str(tmp_path), "--json"]) == 3
    out, err = capsys.readouterr()
    assert words in err
    assert (out, err.count("\n")) == ("", 1)


@pytest.mark.parametrize("line", ["{oops", "[" * 100_000, "7", "\udcff"])
def test_a_broken_line_is_named(tmp_path, capsys, line):
    (tmp_path / "reports.jsonl").write_bytes(
        json.dumps(REPORTS[0]).encode() + b"\n" + line.encode("utf-8", "surrogateescape")
    )

    assert command.main(["tradition", "--data", str(tmp_path)]) == 3
    err = capsys.readouterr().err
    assert str(tmp_path) in err
    assert err.count("\n") == 1


LINES = [((2, 2), 0.0, "right"), ((1, 3), 1.0, "a range costs half its width"), ((4, 4), 2.0, "two too many")]


@pytest.mark.parametrize(("told", "expected", "why"), LINES, ids=[case[-1] for case in LINES])
def test_lines(told, expected, why):
    assert tally(Truth(name="s", reports=REPORTS, lines=2), Answer(lines=told))["lines_mae"].value == expected


def quotation(integrity, start=0, end=10):
    return Quotation(report_id="a", start=start, end=end, utterance_id="u", integrity=integrity)


def told(integrity, *pieces):
    return Told(pieces=tuple(("a", *piece) for piece in pieces), integrity=integrity)


CLASSES = [
    ([told("fragment", (0, 10))], "fragment", "the wording that lies there"),
    ([told("fragment", (0, 5))], "fragment", "half of it is enough"),
    ([told("fragment", (0, 4))], None, "less is not"),
    ([told("fragment", (0, 2), (4, 8))], "fragment", "pieces add up"),
    ([told("fragment", (0, 6)), told("verbatim", (0, 10))], "verbatim", "the one that covers most"),
    ([told("fragment", (0, 10)), told("verbatim", (0, 90))], "fragment", "of two that cover all, the shorter"),
    ([Told(pieces=(("b", 0, 10),), integrity="verbatim")], None, "another report's"),
    ([], None, "none"),
]


@pytest.mark.parametrize(("wordings", "expected", "why"), CLASSES, ids=[case[-1] for case in CLASSES])
def test_class_of(wordings, expected, why):
    assert class_of(quotation("verbatim"), wordings) == expected


def test_alterations_found_and_made_up():
    gold = [
        quotation(name, 10 * i, 10 * i + 10)
        for i, name in enumerate(["verbatim", "verbatim", "stitched", "cleaned-up"])
    ]
    wordings = [told("reworded-inside-marks", (0, 10)), told("fragment", (10, 20)), told("trimmed-silently", (20, 30))]

    found = {name: ratio.value for name, ratio in integrity_tally(gold, wordings).items()}

    assert found["verbatim_called_altered"] == 1 / 2  # a fragment is no alteration
    assert found["alterations_found"] == 1 / 2  # any alteration will do, but it must be found


def test_a_class_that_is_possible_as_well_counts_as_the_true_one():
    gold = replace(quotation("marks-removed"), also_possible=("paraphrase",))

    assert integrity_tally([gold], [told("paraphrase", (0, 10))])["integrity_f1.paraphrase"].value == 1.0
    assert integrity_tally([gold], [told("verbatim", (0, 10))])["integrity_f1.marks-removed"].n == 1


def test_the_macro_f1_is_over_the_classes_that_the_gold_holds():
    truth = Truth(name="s", reports=REPORTS, quotations=(quotation("verbatim"), quotation("fragment", 10, 20)))
    answer = Answer(wordings=(told("verbatim", (0, 10)), told("stitched", (10, 20))))

    found = {figure.name: figure for figure in score([truth], lambda reports: answer)}

    assert found["tradition.integrity_macro_f1"].value == 1 / 2
    assert found["tradition.integrity_macro_f1"].n == 2
    assert "tradition.integrity_f1.stitched" not in found


def statement(assertion_id, report_id, start=0, lines=1):
    return Statement(
        assertion_id=assertion_id, report_id=report_id, start=start, end=start + 10, lines=(lines, lines), voices=(1, 1)
    )


def test_claims_are_joined_where_one_assertion_holds_them():
    gold = [statement("s", "a"), statement("s", "b"), statement("t", "a", 10), statement("t", "b", 10)]
    held = [Held(pieces=(("a", 0, 8), ("b", 1, 9), ("b", 11, 15)), lines=(1, 3))]

    found = {name: ratio.value for name, ratio in claims_tally(gold, held).items()}

    assert found["claims_f1"] == 2 * 1 / (2 + 2)  # told: a-b of s, and a of s with b of t; true: s and t
    assert found["claim_lines_mae"] == pytest.approx(1.0)  # both are taken for the one that is told: 1 to 3, truly 1


def test_claims_that_nothing_joins_rest_on_as_many_lines_as_reports():
    assert claims_tally([statement("s", "a"), statement("s", "b")], [])["claim_lines_mae"].value == 1.0


def derivation(report_id, exemplar_id, kind="copied", direction="decided", probability=0.9, start=0):
    return stemma.Derivation(
        report_id=report_id,
        exemplar_id=exemplar_id,
        spans=(stemma.Span(report_id, start, start + 9),),
        kind=stemma.DerivationKind(kind),
        direction=stemma.Direction(direction),
        probability=probability,
        evidence=(),
    )


def collation(*derivations, lines=(1, 1)):
    exemplars = [stemma.Exemplar(id=f"e{one}", name=None, report_id=one) for one in "ab"]
    count = stemma.Count(reports=2, lines_min=lines[0], lines_max=lines[1], voices_min=1, voices_max=1)
    return stemma.Collation(
        stamp=stemma.Stamp(tool="stemma", version="0"),
        story=stemma.Story(id="s", report_ids=("a", "b"), began=None, lead_assertion_id=None, count=count, findings=()),
        stemma=stemma.Stemma(
            story_id="s",
            exemplars=(*exemplars, stemma.Exemplar(id="eX", name="Wire", report_id=None)),
            derivations=derivations,
            changes=(),
        ),
        **dict.fromkeys(
            ["outlets", "reports", "readings", "voices", "matches", "utterances", "assertions", "timeline", "refusals"],
            (),
        ),
    )


EDGES = [
    ([derivation("b", "ea")], [("a", "b", True)], "copied from a report we have"),
    ([derivation("b", "ea", direction="undecided")], [("a", "b", False)], "direction undecided"),
    ([derivation("b", "eX", "siblings")], [("eX", "b", False)], "from one not seen"),
    ([derivation("b", "ea", "same-occasion")], [], "the same speech is no edge"),
    ([derivation("b", "ea", "undecided")], [], "undecided kinship is no edge"),
    (
        [derivation("c", "ea", probability=0.5), derivation("c", "eb", probability=0.4)],
        [("a", "c", True)],
        "of candidates for the same words the most probable",
    ),
    (
        [derivation("c", "ea", probability=0.5), derivation("c", "eb", probability=0.4, start=20)],
        [("a", "c", True), ("b", "c", True)],
        "other words may come from another",
    ),
    (
        [derivation("c", "ea", probability=0.3), derivation("c", "eb", "unrelated", probability=0.6)],
        [],
        "where no kinship is the most probable there is no edge",
    ),
]


@pytest.mark.parametrize(("derivations", "expected", "why"), EDGES, ids=[case[-1] for case in EDGES])
def test_edges_of(derivations, expected, why):
    found = [(edge.parent, edge.child, edge.is_directed) for edge in edges_of(collation(*derivations))]

    assert found == expected


def test_the_lines_of_several_stories_add_up():
    assert answer_of([collation(lines=(1, 2)), collation(lines=(2, 2))]).lines == (3, 4)
    assert answer_of([]).lines == (0, 0)


RIVALS = [
    (nearest_earlier, {("a", "b", True), ("b", "c", True)}, (1, 1), "most shared runs, among the earlier; ties by id"),
    (first_published, {("a", "b", True), ("a", "c", True)}, (1, 1), "all from the first"),
    (credit_lines, {("a", "b", True)}, (2, 2), "b names a's outlet"),
]


@pytest.mark.parametrize(("rival", "edges", "lines", "why"), RIVALS, ids=[case[-1] for case in RIVALS])
def test_rivals(rival, edges, lines, why):
    answer = rival(REPORTS)

    assert {(edge.parent, edge.child, edge.is_directed) for edge in answer.edges} == edges
    assert answer.lines == lines


def test_without_times_nothing_is_earlier():
    untimed = [{"id": report["id"], "text": report["text"]} for report in REPORTS]

    assert not any(edge.is_directed for edge in nearest_earlier(untimed).edges)
    assert first_published(untimed).edges == ()


def test_outlets_of_like_headlines_are_counted():
    heads = ["Old pier at Marle closed", "Marle's old pier is closed", "Market opens in Losten"]
    reports = [{**report, "headline": head} for report, head in zip(REPORTS, heads, strict=True)]

    assert outlets_of_like_headlines(reports).lines == (2, 2)


def test_quotations_by_likeness():
    texts = [
        "He said “we will mend the pier”.",
        "“We will end the pier,” he said.",
        "“We will mend the pier”, he said.",
    ]
    reports = [{"id": str(number), "text": text} for number, text in enumerate(texts)]

    assert [one.integrity for one in similar_quotations(reports).wordings] == [
        "verbatim",
        "reworded-inside-marks",
        "verbatim",
    ]


def test_each_figure_comes_with_its_interval(tmp_path):
    for name in "abcd":
        write(tmp_path / name, FILES)
    answers = iter([PERFECT, PERFECT, Answer(edges=()), Answer(edges=())])

    record = evaluate(tmp_path, {"made": lambda reports: next(answers)}).to_record()
    edges = next(figure for figure in record["figures"] if figure["name"] == "tradition.edges_f1")

    assert edges["low"] < edges["value"] < edges["high"]
    assert list(record) == ["format", "task", "data", "figures", "baselines"]


def test_the_command_prints_one_object_with_the_agreed_names(tmp_path, capsys):
    write(tmp_path, FILES)

    assert command.main(["tradition", "--data", str(tmp_path), "--json"]) == 0
    record = json.loads(capsys.readouterr().out)

    assert list(record) == ["format", "task", "data", "figures", "baselines"]
    assert {figure["name"] for figure in record["figures"]} >= {
        f"tradition.{name}"
        for name in ("edges_f1", "direction_right", "direction_answered", "lines_mae", "integrity_macro_f1")
    }
    assert len(record["baselines"]) == 7
    assert all(("low" in figure and "high" in figure) == (figure["n"] > 0) for figure in record["figures"])
