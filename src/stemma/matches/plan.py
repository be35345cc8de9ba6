"""The plan: sheets in, shared passages out, as steps that any engine runs.

Fingerprint every sheet by its rarer runs of three words; set apart the runs that stand in too many reports; join the rest with
itself; find the passages of the pairs that share some.
"""

from collections.abc import Iterator, Sequence
from functools import partial

import msgspec
import numpy as np

from stemma.matches.arrays import run_on_arrays
from stemma.matches.meetings import hits_of
from stemma.matches.packing import SHEET_KINDS, packed, unpacked
from stemma.matches.passages import passages
from stemma.matches.rows import BYTES, NUMBER, Rows, blobs, joined, numbers, texts
from stemma.matches.rules import MatchRules
from stemma.matches.steps import Beside, Kernel, Plan, Select
from stemma.matches.stock import RUN_KINDS, stock_runs
from stemma.model import Edit, Match, Report, Span

DEFAULT = MatchRules()

REPORT_KINDS = {"report": NUMBER, "row": NUMBER}
PRINT_KINDS = {"hash": NUMBER, "report": NUMBER}
PAIR_KINDS = {"left_report": NUMBER, "right_report": NUMBER}
MATCH_KINDS = {
    **dict.fromkeys(("left_report", "left_start", "left_end", "right_report", "right_start", "right_end"), NUMBER),
    "score": NUMBER,  # ten-thousandths
    "surprisal": NUMBER,  # millibits
    "edits": BYTES,  # JSON
}


def match(reports: Sequence[Report], rules: MatchRules = DEFAULT) -> tuple[Match, ...]:
    """Give every passage that two of the reports share, word for word or edited; left is the report with the lower id.

    Sorted by left and right span; the order of the reports does not count; of reports with one id the first counts.
    """
    sheets = packed(reports, rules)
    order = numbered({"id": sheets["id"]}, {})
    plan = matching_plan(len(numbers(order, "report")), rules)
    found = run_on_arrays(plan, {"sheets": sheets, "reports": order})
    ids = [reports[row].id for row in numbers(order, "row").tolist()]
    return tuple(sorted(matches_of(found["matches"], ids), key=lambda one: (one.left, one.right)))


def matching_plan(report_count: int, rules: MatchRules = DEFAULT) -> Plan:
    """Give the plan that finds what reports share, from their `sheets` and their numbers, `reports`.

    A corpus of up to `whole_reports` is compared whole. In a larger one runs that stand in more than `stock_reports` reports
    lead to no pair, and a pair must share `least_runs` runs.
    """
    is_whole = report_count <= rules.whole_reports
    most, least = (report_count, 1) if is_whole else (rules.stock_reports, rules.least_runs)
    return Plan(
        inputs={"sheets": SHEET_KINDS, "reports": REPORT_KINDS},
        steps=(
            Kernel(
                name="fingerprints",
                function=fingerprinted,
                table="reports",
                takes=REPORT_KINDS,
                kinds=PRINT_KINDS,
                beside=("sheets",),
                batch=500,
            ),
            _runs("shared", (("min(f.report)", "<", "max(f.report)"), ("count(*)", "<=", most))),
            _runs("stock", (("count(*)", ">", most),), kept=True),
            Select(
                name="postings",
                columns={"hash": "f.hash", "report": "f.report"},
                tables={"f": "fingerprints", "s": "shared"},
                where=(("f.hash", "=", "s.hash"),),
            ),
            Select(
                name="pairs",
                columns={"left_report": "l.report", "right_report": "r.report"},
                tables={"l": "postings", "r": "postings"},
                where=(("l.hash", "=", "r.hash"), ("l.report", "<", "r.report")),
                group_by=("l.report", "r.report"),
                having=(("count(*)", ">=", least),),
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


def _runs(name: str, having: tuple[tuple[str, str, str | int], ...], kept: bool = False) -> Select:
    return Select(
        name=name,
        columns={"hash": "f.hash"},
        tables={"f": "fingerprints"},
        group_by=("f.hash",),
        having=having,
        kept=kept,
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


def fingerprinted(rows: Rows, beside: Beside) -> Rows:
    """Give the hashes of each report's seeds, each once."""
    _, seeds = unpacked(beside["sheets"], numbers(rows, "row"))
    reports = numbers(rows, "report")[seeds.sheets]
    order = np.lexsort((seeds.hashes, reports))
    hashes, reports = seeds.hashes[order], reports[order]
    is_first = np.ones(len(order), dtype=np.bool_)
    is_first[1:] = (hashes[1:] != hashes[:-1]) | (reports[1:] != reports[:-1])
    return {"hash": hashes[is_first].view(np.int64), "report": reports[is_first]}


def aligned(rows: Rows, beside: Beside, *, rules: MatchRules) -> Rows:
    """Give the passages that pairs of reports share."""
    left, right = numbers(rows, "left_report"), numbers(rows, "right_report")
    reports = np.unique(np.concatenate((left, right)))
    sheets, seeds = unpacked(beside["sheets"], numbers(beside["reports"].whole(("row",)), "row")[reports])
    own = {report.id: number for report, number in zip(sheets.reports, reports.tolist(), strict=True)}
    parts = [
        _rows_of(passages(sheets, hits, rules), own)
        for hits in hits_of(np.searchsorted(reports, left), np.searchsorted(reports, right), seeds, rules.batch)
    ]
    return joined(parts, MATCH_KINDS)


def _rows_of(found: Sequence[Match], own: dict[str, int]) -> Rows:
    """Give matches as rows, pair by pair: so their order is the same however pairs are cut into batches."""
    found = sorted(found, key=lambda one: (one.left.report_id, one.right.report_id, one.left, one.right))
    columns = {
        "left_report": [own[one.left.report_id] for one in found],
        "left_start": [one.left.start for one in found],
        "left_end": [one.left.end for one in found],
        "right_report": [own[one.right.report_id] for one in found],
        "right_start": [one.right.start for one in found],
        "right_end": [one.right.end for one in found],
        "score": [round(one.score * 10_000) for one in found],
        "surprisal": [round(one.surprisal * 1_000) for one in found],
    }
    edits = blobs([msgspec.json.encode(one.edits) for one in found])
    return {**{name: np.array(column, dtype=np.int64) for name, column in columns.items()}, "edits": edits}


def matches_of(rows: Rows, ids: Sequence[str]) -> Iterator[Match]:
    """Give rows as matches; `ids` are those of the reports by their numbers."""
    columns = zip(*(numbers(rows, name).tolist() for name in MATCH_KINDS if name != "edits"), strict=True)
    decode = msgspec.json.Decoder(tuple[Edit, ...]).decode
    for row, (left, left_start, left_end, right, right_start, right_end, score, surprisal) in enumerate(columns):
        yield Match(
            left=Span(ids[left], left_start, left_end),
            right=Span(ids[right], right_start, right_end),
            edits=decode(texts(rows, "edits").at(row)),
            score=score / 10_000,
            surprisal=surprisal / 1_000,
        )
