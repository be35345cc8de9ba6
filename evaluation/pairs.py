"""Pairs of reports against gold labels: does one have the other's narration, or do both only tell of one occasion?

Gold is a folder with `reports.jsonl` (id, text, and what else is known) and `pairs.jsonl` {left, right, label, also_acceptable?}.
By narration, that is words of the body outside quotation marks: *wholly-derived*: nine tenths of the narration of at least
one comes from the other or from one common text; *partially-derived*: at least one sentence of it does; *common-source*: same
speech, document or post, own narration; *independent*: none of these.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from rapidfuzz import fuzz

import stemma
from evaluation.answers import KIN, compared
from evaluation.corpora import Record, records_of
from evaluation.figures import Figure, Outcome, Tally, f1
from evaluation.intervals import bootstrapped
from evaluation.rivals import credits_of, grams, headline_of, outlet_of

LABELS = ("wholly-derived", "partially-derived", "common-source", "independent")
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
    collations = compared([left, right])
    reports = sum(len(collation.reports) for collation in collations)
    if reports == 1:  # one text under two names
        return "wholly-derived"
    return label_of(collations[0]) if len(collations) == 1 else "independent"


def label_plainly(left: Record, right: Record) -> str:
    """Give the label that thresholds on the share of common 8-grams come to; the thresholds are round numbers."""
    held = [grams(record["text"], 8) for record in (left, right)]
    smaller = min(len(one) for one in held)
    containment = len(held[0] & held[1]) / smaller if smaller else 0.0
    if containment >= 0.6:
        return "wholly-derived"
    if containment >= 0.05:
        return "partially-derived"
    return "common-source" if containment > 0 else "independent"


def label_by_credits(left: Record, right: Record) -> str:
    """Give the label that credit lines come to: kin where both name one outlet, or one names the other."""
    outlets = [outlet_of(left), outlet_of(right)]
    named = [credits_of(one, outlets) | {outlet_of(one)} - {""} for one in (left, right)]
    return "wholly-derived" if named[0] & named[1] else "independent"


def label_by_headlines(left: Record, right: Record) -> str:
    """Give the label that headlines come to: one text where they are alike."""
    return "wholly-derived" if fuzz.token_set_ratio(headline_of(left), headline_of(right)) >= 60 else "independent"


LABELLERS: Mapping[str, Labeller] = MappingProxyType(
    {
        "shared 8-grams over the shorter text": label_plainly,
        "credit lines": label_by_credits,
        "like headlines": label_by_headlines,
        "all one line": lambda left, right: "wholly-derived",  # noqa: ARG005 whatever they say
        "each its own line": lambda left, right: "independent",  # noqa: ARG005 whatever they say
    }
)


def tally(pair: Record, predicted: str) -> Tally:
    """Count one pair, label by label; a label that the gold also accepts counts as its own."""
    gold = predicted if predicted in (pair.get("also_acceptable") or ()) else pair["label"]
    return {
        label: f1(gold == predicted == label, predicted == label, gold == label)
        for label in LABELS
        if label in {gold, predicted}
    }


def score(pairs: Sequence[Record], reports: Mapping[str, Record], labeller: Labeller) -> tuple[Figure, ...]:
    """Give the macro F1 over the labels that the gold holds, and the F1 of each, with intervals over pairs."""
    tallies = [tally(pair, labeller(reports[pair["left"]], reports[pair["right"]])) for pair in pairs]
    held = [label for label in LABELS if any(one[label].n for one in tallies if label in one)]
    return bootstrapped(tallies, {"pairs.macro_f1": held} | {f"pairs.f1.{label}": [label] for label in held})


def evaluate(path: Path, labellers: Mapping[str, Labeller] | None = None) -> Outcome:
    """Run the task on a folder; raises ValueError where it is not in the form, or a pair names what is not known."""
    reports = {record["id"]: record for record in records_of(path / "reports.jsonl", id=str, text=str)}
    pairs = records_of(path / "pairs.jsonl", left=str, right=str, label=str)
    for pair in pairs:
        if not {pair["left"], pair["right"]} <= reports.keys() or pair["label"] not in LABELS:
            raise ValueError(f"{path / 'pairs.jsonl'}: unknown report or label in {dict(pair)}")
    if not pairs:
        raise ValueError(f"{path / 'pairs.jsonl'}: holds no pair")
    labellers = {"stemma": label_by_stemma, **LABELLERS} if labellers is None else labellers
    figures = {name: score(pairs, reports, labeller) for name, labeller in labellers.items()}
    return Outcome.of("pairs", path, figures)
