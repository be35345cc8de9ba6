"""Are the probabilities told of derivations worth what they say? Told against how often true, in bins, with the Brier score.

Gold is what the tasks `pairs` and `tradition` take. Of labelled pairs it is asked how probable it is told that one has text from
the other, or both from one; it is true where the label says derived. Of traditions it is asked of each derivation from a report
that is here; it is true where the settled true tree has that edge that way, and false of siblings (docs/explanation/truth.md).
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import stemma
from evaluation import trees
from evaluation.answers import KIN, compared
from evaluation.corpora import records_of
from evaluation.figures import Figure, Outcome, Ratio, Tally
from evaluation.intervals import bootstrapped
from evaluation.truths import Truth, truths_in

ENDS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.95)  # the scale of words turns at .80 and .95
_DERIVED = frozenset({"wholly-derived", "partially-derived"})


class Told(NamedTuple):
    """A probability that was told, and whether what it was told of is true."""

    probability: float
    is_true: bool


def name_of_bin(probability: float) -> str:
    """Give the name of the bin of a probability: its two ends.

    >>> name_of_bin(0.5), name_of_bin(0.97)
    ('0.50-0.60', '0.95-1.00')
    """
    low = max((end for end in ENDS if end <= probability), default=0.0)
    high = min((end for end in ENDS if end > probability), default=1.0)
    return f"{low:.2f}-{high:.2f}"


def of_pair(collations: Sequence[stemma.Collation]) -> float:
    """Give how probable it is told that two reports are kin: one from the other, or both from one text."""
    if sum(len(collation.reports) for collation in collations) < 2:  # one text under two names
        return 1.0
    by_family: dict[frozenset[str], dict[tuple[str, str], float]] = {}
    for collation in collations:
        seen = {one.id: one.report_id for one in collation.stemma.exemplars}
        passages = {one.report_id: one.spans for one in collation.stemma.derivations}
        for one in collation.stemma.derivations:
            if one.kind in KIN:
                above = seen[one.exemplar_id] or one.exemplar_id
                held = by_family.setdefault(frozenset(passages), {})
                held[above, one.report_id] = max(held.get((above, one.report_id), 0.0), one.probability)
    return max(map(_together, by_family.values()), default=0.0)


def _together(shares: dict[tuple[str, str], float]) -> float:
    """Add up what excludes each other: one from the other, the other from the one, both from each exemplar not seen."""
    children = {child for _, child in shares}
    direct = sum(share for (above, _), share in shares.items() if above in children)
    unseen = {above for above, _ in shares} - children
    return min(1.0, direct + sum(max(shares.get((above, one), 0.0) for one in children) for above in unseen))


def told_of_pairs(path: Path) -> Iterator[list[Told]]:
    """Give what is told of each labelled pair of a folder; either label will do where both are accepted."""
    reports = {record["id"]: record for record in records_of(path / "reports.jsonl", id=str, text=str)}
    for pair in records_of(path / "pairs.jsonl", left=str, right=str, label=str):
        told = of_pair(compared([reports[pair["left"]], reports[pair["right"]]]))
        labels = {pair["label"], *(pair.get("also_acceptable") or ())}
        kin = labels & _DERIVED
        yield [Told(told, bool(kin) and (kin == labels or told >= 0.5))]


def told_of_story(truth: Truth, collations: Sequence[stemma.Collation]) -> list[Told]:
    """Give what is told of a story's derivations from reports that are here."""
    given = [trees.Edge(parent=one.parent, child=one.child) for one in truth.handings or ()]
    lineage = trees.lineage_of(truth.texts, given)
    true = {(edge.parent, edge.child) for edge in lineage.edges if edge.is_directed}
    return [
        Told(min(1.0, sum(share for _, share in same)), edge in true)
        for collation in collations
        for edge, same in groupby(sorted(_shares(collation, lineage)), key=lambda one: one[0])
        if frozenset(edge) not in lineage.unasked
    ]


def _shares(collation: stemma.Collation, lineage: trees.Lineage) -> Iterator[tuple[tuple[str, str], float]]:
    """Give each told (exemplar, report) as nodes with its probability; what is told of copies of one text adds up."""
    seen = {one.id: one.report_id for one in collation.stemma.exemplars}
    for one in collation.stemma.derivations:
        parent = seen[one.exemplar_id]
        if one.kind in KIN and parent is not None:
            edge = lineage.nodes[parent], lineage.nodes[one.report_id]
            if edge[0] != edge[1]:
                yield edge, one.probability


def tally(told: Sequence[Told]) -> Tally:
    """Count the squared errors of what is told of one pair or story, and in each bin what is told and what is true."""
    ratios = {"brier": Ratio(part=sum((p - is_true) ** 2 for p, is_true in told), whole=len(told), n=len(told))}
    for name in {name_of_bin(p) for p, _ in told}:
        inside = [(p, is_true) for p, is_true in told if name_of_bin(p) == name]
        count = len(inside)
        ratios[f"told.{name}"] = Ratio(part=sum(p for p, _ in inside), whole=count, n=count)
        ratios[f"true.{name}"] = Ratio(part=sum(is_true for _, is_true in inside), whole=count, n=count)
    return ratios


def score(judged: Sequence[Sequence[Told]]) -> tuple[Figure, ...]:
    """Give the Brier score, the expected calibration error, and for each bin the mean told and the share true."""
    names = sorted({name_of_bin(p) for told in judged for p, _ in told})
    plan = {"calibration.brier": ["brier"]}
    plan |= {f"calibration.{kind}.{name}": [f"{kind}.{name}"] for name in names for kind in ("told", "true")}
    found = bootstrapped([tally(told) for told in judged], plan, less_is_better={"calibration.brier"})
    value = {figure.name: figure for figure in found}
    count = sum(len(told) for told in judged)
    apart = sum(
        value[f"calibration.told.{name}"].n
        * abs(value[f"calibration.told.{name}"].value - value[f"calibration.true.{name}"].value)
        for name in names
    )
    error = Figure(name="calibration.error", value=apart / count if count else 0.0, n=count, less_is_better=True)
    return (found[0], error, *found[1:]) if found else (error,)


def evaluate(path: Path) -> Outcome:
    """Run the task on a folder of labelled pairs, or of traditions; raises ValueError where it is in neither form."""
    if (path / "pairs.jsonl").exists():
        judged = list(told_of_pairs(path))
    else:
        judged = [told_of_story(truth, compared(truth.reports)) for truth in truths_in(path)]
    return Outcome.of("calibration", path, {"stemma": score(judged)})
