"""What existing methods tell of a story, each in a few lines: what stemma must beat to be worth its name.

The thresholds are round numbers, chosen before anything was measured.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from types import MappingProxyType

from rapidfuzz import fuzz

from evaluation.answers import Answer, Told
from evaluation.attribution import marked_stretches
from evaluation.corpora import Record
from evaluation.runs import tokens
from evaluation.trees import Edge

_HEAD = 300  # characters at either end of a text, where bylines, datelines and credit lines stand
_DATELINE = re.compile(r"\(([A-Z][\w&.' ]{1,30})\)\s*[-–—]")


def grams(text: str, size: int) -> frozenset[tuple[str, ...]]:
    """Give a text's runs of so many words, marks left out.

    >>> sorted(grams("One two, three", 2))
    [('one', 'two'), ('two', 'three')]
    """
    words = [word for word in tokens(text) if word != '"']
    return frozenset(tuple(words[start : start + size]) for start in range(len(words) - size + 1))


def moment_of(report: Record) -> datetime | None:
    """Give when a report was published, where it says so in ISO 8601; without a zone it is taken as UTC."""
    try:
        moment = datetime.fromisoformat(str(report.get("published_at") or report.get("published") or ""))
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def headline_of(report: Record) -> str:
    """Give a report's headline, or the first line of its text."""
    return str(report.get("headline") or report.get("title") or report["text"].strip().split("\n")[0])


def outlet_of(report: Record) -> str:
    """Give a report's outlet, "" where it names none."""
    return str(report.get("outlet") or report.get("publisher") or "")


def credits_of(report: Record, outlets: Sequence[str]) -> frozenset[str]:
    """Give what a report's first and last lines name: known outlets other than its own, and a name before a dateline's dash.

    >>> sorted(credits_of({"text": "LOSTEN (Pressa) - Rain. By Daily.", "outlet": "Echo"}, ["Daily", "Echo"]))
    ['Daily', 'Pressa']
    """
    text = report["text"]
    ends = text if len(text) <= 2 * _HEAD else f"{text[:_HEAD]}\n{text[-_HEAD:]}"
    named = {outlet for outlet in outlets if outlet and re.search(rf"\b{re.escape(outlet)}\b", ends)}
    return frozenset((named | set(_DATELINE.findall(ends))) - {outlet_of(report)})


def nearest_earlier(reports: Sequence[Record]) -> Answer:
    """Tell each report from the earlier one that has most of its runs of eight words, as text-reuse tools do.

    At least a tenth must be there. Where times are not known any other report may be the nearest, without a direction.
    """
    held = {report["id"]: grams(report["text"], 8) for report in reports}
    edges = []
    for report in reports:
        now, own = moment_of(report), held[report["id"]]
        near = []
        for other in reports:
            then = moment_of(other)
            is_known = now is not None and then is not None
            if other is not report and not (is_known and then >= now):
                near.append((len(own & held[other["id"]]) / max(len(own), 1), is_known, other["id"]))
        best, is_known, parent = max(near, default=(0.0, False, ""))
        if best >= 0.1:
            edges.append(Edge(parent=parent, child=report["id"], is_directed=is_known))
    return _with_lines(reports, edges)


def first_published(reports: Sequence[Record]) -> Answer:
    """Tell every report from the first published; nothing where no times are known."""
    dated = sorted((moment, report["id"]) for report in reports if (moment := moment_of(report)) is not None)
    return _with_lines(reports, [Edge(parent=dated[0][1], child=report_id) for _, report_id in dated[1:]])


def credit_lines(reports: Sequence[Record]) -> Answer:
    """Tell each report from whom its first and last lines name: a report of that outlet, or an exemplar not seen."""
    by_outlet = {outlet_of(report): report["id"] for report in reports}
    edges = [
        Edge(parent=by_outlet.get(name, f"credited:{name}"), child=report["id"], is_directed=name in by_outlet)
        for report in reports
        for name in sorted(credits_of(report, list(by_outlet)))
    ]
    return _with_lines(reports, edges)


def outlets_of_like_headlines(reports: Sequence[Record]) -> Answer:
    """Count the outlets of the largest group of reports with like headlines, as counters of news do; it draws no tree."""
    groups = []
    for report in reports:
        like = [other for other in reports if fuzz.token_set_ratio(headline_of(report), headline_of(other)) >= 60]
        groups.append(len({outlet_of(other) or other["id"] for other in like}))
    return Answer(lines=(max(groups), max(groups)))


def one_line(reports: Sequence[Record]) -> Answer:
    """Tell all reports from one exemplar not seen."""
    return _with_lines(reports, [Edge(parent="the one", child=report["id"], is_directed=False) for report in reports])


def own_lines(reports: Sequence[Record]) -> Answer:
    """Tell every report from nobody."""
    return _with_lines(reports, [])


def similar_quotations(reports: Sequence[Record]) -> Answer:
    """Class each stretch of three or more words in marks by how like it is to the nearest stretch of another report."""
    wordings = []
    for report in reports:
        for start, end in marked_stretches(report["text"], word_count=3):
            words = " ".join(tokens(report["text"][start:end]))
            likeness = max(
                (
                    fuzz.partial_ratio(words, " ".join(tokens(other["text"])))
                    for other in reports
                    if other is not report
                ),
                default=0.0,
            )
            integrity = next(name for least, name in _BY_LIKENESS if likeness >= least)
            wordings.append(Told(pieces=((report["id"], start, end),), integrity=integrity))
    return Answer(wordings=tuple(wordings))


_BY_LIKENESS = ((100, "verbatim"), (75, "reworded-inside-marks"), (50, "paraphrase-put-in-marks"), (0, "sole-witness"))


def _with_lines(reports: Sequence[Record], edges: Sequence[Edge]) -> Answer:
    """Give an answer whose lines are the groups of reports that its edges leave."""
    group = {report["id"]: report["id"] for report in reports} | {edge.parent: edge.parent for edge in edges}
    for edge in edges:
        old, new = group[edge.child], group[edge.parent]
        group = {node: new if one == old else one for node, one in group.items()}
    count = len({group[report["id"]] for report in reports})
    return Answer(edges=tuple(edges), lines=(count, count))


TRACERS: Mapping[str, Callable[[Sequence[Record]], Answer]] = MappingProxyType(
    {
        "nearest earlier report by shared 8-grams": nearest_earlier,
        "all from the first published": first_published,
        "credit lines": credit_lines,
        "outlets with like headlines": outlets_of_like_headlines,
        "all one line": one_line,
        "each its own line": own_lines,
        "quotations by likeness": similar_quotations,
    }
)
