"""Pairs of reports against gold labels: does one have the other's narration, or do both only tell of one occasion?

Gold is a folder with `reports.jsonl` (id, text, and what else is known) and `pairs.jsonl` {left, right, label, also_acceptable?}.
By narration, that is words of the body outside quotation marks: *wholly-derived*: nine tenths of the narration of at least
one comes from the other or from one common text; *partially-derived*: at least one sentence of it does; *common-source*: same
speech, document or post, own narration; *independent*: none of these.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import sqrt
from pathlib import Path

import stemma
from evaluation.corpora import Record, fingerprint, records_of
from evaluation.figures import Figure, Outcome

LABELS = ("wholly-derived", "partially-derived", "common-source", "independent")
KIN = frozenset({"copied", "edited", "rewritten", "siblings"})
WHOLLY = 0.9  # of the narration of one report: the label's own definition
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+[\"'”’)\]]*|\n|\Z)")
_MARKED = re.compile(r"“[^”\n]*”?|''[^\n]*?''|\"[^\"\n]*\"|«[^»\n]*»")
_WORD = re.compile(r"\w+(?:['’\-]\w+)*")

Labeller = Callable[[Record, Record], str]
Offsets = frozenset[int]


def narration(report: stemma.Report) -> Offsets:
    """Give the offsets of the letters of a report's body that stand outside quotation marks."""
    offsets: set[int] = set()
    for zone in report.zones:
        if zone.kind != stemma.ZoneKind.BODY:
            continue
        marked = {
            offset for match in _MARKED.finditer(report.text, zone.start, zone.end) for offset in range(*match.span())
        }
        offsets |= {i for i in range(zone.start, zone.end) if i not in marked and report.text[i].isalnum()}
    return frozenset(offsets)


def derived(collation: stemma.Collation) -> dict[str, set[int]]:
    """Give, for each report, the offsets whose words it has from the other, or the other from it, or both from one text."""
    covered: dict[str, set[int]] = {report.id: set() for report in collation.reports}
    kin = [one for one in collation.stemma.derivations if one.kind in KIN]
    spans = {span for one in kin for span in one.spans}
    for span in spans:
        covered[span.report_id] |= set(range(span.start, span.end))
    for match in collation.matches:
        for here, there in ((match.left, match.right), (match.right, match.left)):
            if any(here.overlap(span) for span in spans):
                covered[there.report_id] |= set(range(there.start, there.end))
    return covered


def has_whole_sentence(report: stemma.Report, told: Offsets, covered: Iterable[int]) -> bool:
    """Say whether nine tenths of the narration of some sentence of five or more words are among the covered offsets."""
    cover = frozenset(covered)
    for match in _SENTENCE.finditer(report.text):
        letters = told & frozenset(range(*match.span()))
        if len(_WORD.findall(match.group())) >= 5 and letters and len(letters & cover) >= WHOLLY * len(letters):
            return True
    return False


def label_of(collation: stemma.Collation) -> str:
    """Give the label that a collation of two reports comes to."""
    covered = derived(collation)
    told = {report.id: narration(report) for report in collation.reports}
    shares = [len(told[one] & covered[one]) / len(told[one]) for one in told if told[one]]
    if any(share >= WHOLLY for share in shares):
        return "wholly-derived"
    if any(has_whole_sentence(report, told[report.id], covered[report.id]) for report in collation.reports):
        return "partially-derived"
    if any(one.kind == "same-occasion" for one in collation.stemma.derivations):
        return "common-source"
    if any(len({wording.report_id for wording in one.wordings}) > 1 for one in collation.utterances):
        return "common-source"
    return "independent"


def label_by_stemma(left: Record, right: Record) -> str:
    """Give the label that comparing the two reports alone comes to."""
    comparison = stemma.compare([left, right])
    reports = sum(len(collation.reports) for collation in comparison.collations)
    if reports < 2:  # one text under two names
        return "wholly-derived"
    return label_of(comparison.collations[0]) if len(comparison.collations) == 1 else "independent"


def label_plainly(left: Record, right: Record) -> str:
    """Give the label that thresholds on the share of common 8-grams come to; the thresholds are round numbers."""
    grams = [_grams(record["text"], 8) for record in (left, right)]
    smaller = min(len(one) for one in grams)
    containment = len(grams[0] & grams[1]) / smaller if smaller else 0.0
    if containment >= 0.6:
        return "wholly-derived"
    if containment >= 0.05:
        return "partially-derived"
    return "common-source" if containment > 0 else "independent"


def _grams(text: str, size: int) -> set[tuple[str, ...]]:
    words = [word.casefold() for word in _WORD.findall(text)]
    return {tuple(words[start : start + size]) for start in range(len(words) - size + 1)}


Judged = tuple[str, str]  # gold, predicted


def judge(pairs: Sequence[Record], reports: Mapping[str, Record], labeller: Labeller) -> list[Judged]:
    """Label all pairs; a label that the gold also accepts counts as its own."""
    judged = []
    for pair in pairs:
        predicted = labeller(reports[pair["left"]], reports[pair["right"]])
        accepted = predicted in (pair.get("also_acceptable") or ())
        judged.append((predicted if accepted else pair["label"], predicted))
    return judged


def label_f1(judged: Sequence[Judged], label: str) -> float:
    """Give the F1 of one label.

    >>> label_f1([("independent", "independent"), ("common-source", "independent")], "independent")
    0.6666666666666666
    """
    hits = sum(gold == predicted == label for gold, predicted in judged)
    total = sum((gold == label) + (predicted == label) for gold, predicted in judged)
    return 2 * hits / total if total else 0.0


def macro_f1(judged: Sequence[Judged]) -> float:
    """Give the mean F1 of the labels that the gold holds."""
    labels = [label for label in LABELS if any(gold == label for gold, _ in judged)]
    return sum(label_f1(judged, label) for label in labels) / len(labels) if labels else 0.0


def score(judged: Sequence[Judged]) -> tuple[Figure, ...]:
    """Give the macro F1 with its jackknife error, and the F1 of each label that the gold holds."""
    leave_one = [macro_f1([*judged[:i], *judged[i + 1 :]]) for i in range(len(judged))]
    mean = sum(leave_one) / len(leave_one) if leave_one else 0.0
    error = sqrt((len(judged) - 1) / len(judged) * sum((one - mean) ** 2 for one in leave_one)) if judged else None
    figures = [Figure(name="pairs.macro_f1", value=macro_f1(judged), n=len(judged), standard_error=error)]
    for label in LABELS:
        n = sum(gold == label for gold, _ in judged)
        if n:
            figures.append(Figure(name=f"pairs.f1.{label}", value=label_f1(judged, label), n=n))
    return tuple(figures)


def evaluate(path: Path) -> Outcome:
    """Run the task on a folder; raises ValueError where a pair names a report or a label that is not known."""
    reports = {record["id"]: record for record in records_of(path / "reports.jsonl")}
    pairs = records_of(path / "pairs.jsonl")
    for pair in pairs:
        if not {pair["left"], pair["right"]} <= reports.keys() or pair["label"] not in LABELS:
            raise ValueError(f"{path / 'pairs.jsonl'}: unknown report or label in {dict(pair)}")
    return Outcome(
        task="pairs",
        path=str(path),
        sha256=fingerprint(path),
        figures=score(judge(pairs, reports, label_by_stemma)),
        baselines={"shared 8-grams over the shorter text": score(judge(pairs, reports, label_plainly))},
    )
