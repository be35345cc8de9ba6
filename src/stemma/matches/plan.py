"""The plan: sheets in, shared passages out, as steps that any engine runs.

Fingerprint every sheet by its rarer runs of three words; set apart the runs that stand in too many reports; join the rest with
itself; find the passages of the pairs that share some.
"""

from collections.abc import Sequence
from functools import partial

import numpy as np

from stemma.matches.arrays import run_on_arrays
from stemma.matches.company import Surroundings, armfuls, company, initials
from stemma.matches.kernels import in_sheet
from stemma.matches.meetings import hits_of
from stemma.matches.packing import SHEET_KINDS, packed, unpacked
from stemma.matches.passages import found
from stemma.matches.records import MATCH_KINDS, matches_of, rows_of
from stemma.matches.rows import NUMBER, Rows, joined, numbers, texts
from stemma.matches.rules import MatchRules
from stemma.matches.steps import Beside, Kernel, Plan, Select
from stemma.matches.stock import RUN_KINDS, stock_runs
from stemma.model import Match, Report

DEFAULT = MatchRules()

REPORT_KINDS = {"report": NUMBER, "row": NUMBER}
PRINT_KINDS = dict.fromkeys(("hash", "report", "first", "words_after", "words_before"), NUMBER)
PAIR_KINDS = {"left_report": NUMBER, "right_report": NUMBER}
_HASH = {"hash": "s.hash"}
MEETING = ("report", "words_after", "words_before")  # what is told of each side where a run stands in two reports


def match(reports: Sequence[Report], rules: MatchRules = DEFAULT) -> tuple[Match, ...]:
    """Give every passage that two of the reports share, word for word or edited; left is the report with the lower id.

    Sorted by left and right span; the order of the reports does not count; of reports with one id the first counts.
    """
    sheets = packed(reports, rules)
    order = numbered({"id": sheets["id"]}, {})
    plan = matching_plan(len(numbers(order, "report")), rules)
    tables = run_on_arrays(plan, {"sheets": sheets, "reports": order})
    ids = [reports[row].id for row in numbers(order, "row").tolist()]
    return tuple(sorted(matches_of(tables["matches"], ids), key=lambda one: (one.left, one.right)))


def matching_plan(report_count: int, rules: MatchRules = DEFAULT) -> Plan:
    """Give the plan that finds what reports share, from their `sheets` and their numbers, `reports`.

    A corpus of up to `whole_reports` is compared whole. In a larger one runs that stand in more than `stock_reports` reports
    lead to no pair, and a run that does must have more company: `pair_company`.
    """
    is_whole = report_count <= rules.whole_reports
    most, least = (report_count, rules.company) if is_whole else (rules.stock_reports, rules.pair_company)
    return Plan(
        inputs={"sheets": SHEET_KINDS, "reports": REPORT_KINDS},
        steps=(
            Kernel(
                name="fingerprints",
                function=partial(fingerprinted, background=rules.background),
                table="reports",
                takes=REPORT_KINDS,
                kinds=PRINT_KINDS,
                beside=("sheets",),
                batch=500,
            ),
            Select(
                name="several",
                columns={"hash": "f.hash", "often": "count(*)"},
                tables={"f": "fingerprints"},
                where=(("f.first", "=", 1),),
                group_by=("f.hash",),
                having=(("min(f.report)", "<", "max(f.report)"),),
            ),
            Select(name="shared", columns=_HASH, tables={"s": "several"}, where=(("s.often", "<=", most),)),
            Select(name="stock", columns=_HASH, tables={"s": "several"}, where=(("s.often", ">", most),), kept=True),
            Select(
                name="postings",
                columns={"hash": "f.hash", **{name: f"f.{name}" for name in MEETING}},
                tables={"f": "fingerprints", "s": "shared"},
                where=(("f.hash", "=", "s.hash"),),
            ),
            Select(
                name="meetings",
                columns={f"{side}_{name}": f"{side[0]}.{name}" for side in ("left", "right") for name in MEETING},
                tables={"l": "postings", "r": "postings"},
                where=(("l.hash", "=", "r.hash"), ("l.report", "<", "r.report")),
                passing=True,
            ),
            Kernel(
                name="anchors",
                function=partial(anchored, least=least),
                table="meetings",
                takes={f"{side}_{name}": NUMBER for side in ("left", "right") for name in MEETING},
                kinds=PAIR_KINDS,
            ),
            Select(
                name="pairs",
                columns={name: f"a.{name}" for name in PAIR_KINDS},
                tables={"a": "anchors"},
                group_by=tuple(f"a.{name}" for name in PAIR_KINDS),
                kept=True,
            ),
            Kernel(
                name="matches",
                function=partial(aligned, rules=rules),
                table="pairs",
                takes=PAIR_KINDS,
                kinds=MATCH_KINDS,
                beside=("sheets", "reports"),
                batch=20_000,
                kept=True,
            ),
            *_stock_steps(rules),
        ),
    )


def _stock_steps(rules: MatchRules) -> tuple[Kernel | Select, ...]:
    """Give the steps that find the passages which stock runs make, and of each where it stands first and how often."""
    return (
        Kernel(
            name="stock_runs",
            function=partial(stock_runs, rules=rules),
            table="reports",
            takes=REPORT_KINDS,
            kinds=RUN_KINDS,
            beside=("sheets", "stock"),
            batch=500,
        ),
        Select(
            name="stock_groups",
            columns={"run": "o.run", "report": "min(o.report)", "reports": "count(*)"},
            tables={"o": "stock_runs"},
            group_by=("o.run",),
        ),
        Select(
            name="stock_passages",
            columns={"reports": "g.reports", "report": "g.report", "first": "min(o.first)", "last": "min(o.last)"},
            tables={"g": "stock_groups", "o": "stock_runs"},
            where=(("g.run", "=", "o.run"), ("g.report", "=", "o.report")),
            group_by=("g.run", "g.report", "g.reports"),
            kept=True,
        ),
    )


def numbered(rows: Rows, _beside: Beside) -> Rows:
    """Number reports by their ids, and say in which row each stands; of rows with one id the first counts."""
    first: dict[bytes, int] = {}
    for row, id_ in enumerate(texts(rows, "id").all()):
        if id_:  # a row without an id tells what could not be read
            first.setdefault(id_, row)
    # UTF-8 sorts as code points do, so that the lower number is the lower id.
    order = np.array([first[id_] for id_ in sorted(first)], dtype=np.int64)
    return {"report": np.arange(len(order), dtype=np.int64), "row": order}


def fingerprinted(rows: Rows, beside: Beside, *, background: str) -> Rows:
    """Give the hash of each seed, which is the first of its hash in its report, and the words around it, a byte each."""
    sheets, seeds = unpacked(beside["sheets"], numbers(rows, "row"))
    is_first = np.zeros(len(seeds.hashes), dtype=np.int64)
    is_first[np.unique(in_sheet(seeds.hashes, seeds.sheets), return_index=True)[1]] = 1
    around = initials(sheets, background).around(seeds.sheets, seeds.places)
    told = (seeds.hashes.view(np.int64), numbers(rows, "report")[seeds.sheets], is_first)
    return dict(zip(PRINT_KINDS, (*told, around.after.view(np.int64), around.before.view(np.int64)), strict=True))


def anchored(rows: Rows, _beside: Beside, *, least: int) -> Rows:
    """Give the pairs of reports where one run of both has company enough on both sides."""
    left, right = (
        Surroundings(*(numbers(rows, f"{side}_{name}").view(np.uint64) for name in MEETING[1:]))
        for side in ("left", "right")
    )
    flags = [
        company(Surroundings(*(one[low:high] for one in left)), Surroundings(*(one[low:high] for one in right)))
        >= least
        for low, high in armfuls(len(left.after))
    ]
    kept = np.flatnonzero(np.concatenate([np.empty(0, np.bool_), *flags]))
    return {name: numbers(rows, name)[kept] for name in PAIR_KINDS}


def aligned(rows: Rows, beside: Beside, *, rules: MatchRules) -> Rows:
    """Give the passages that pairs of reports share."""
    left, right = numbers(rows, "left_report"), numbers(rows, "right_report")
    reports = np.unique(np.concatenate((left, right)))
    sheets, seeds = unpacked(beside["sheets"], numbers(beside["reports"].whole(("row",)), "row")[reports])
    parts = [
        rows_of(sheets, found(sheets, hits, rules), reports, rules)
        for hits in hits_of(np.searchsorted(reports, left), np.searchsorted(reports, right), seeds, rules.batch)
    ]
    return joined(parts, MATCH_KINDS)
