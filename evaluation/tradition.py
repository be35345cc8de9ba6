"""Stories whose truth is known: who has whose text, on how many lines it all rests, and what became of each quotation.

The form of the data: docs/formats/tradition.md. What can count as true: docs/explanation/truth.md.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from evaluation import rivals, trees
from evaluation.answers import Answer, Held, Piece, Told, answer_by_stemma
from evaluation.corpora import Record
from evaluation.figures import Figure, Outcome, Ratio, Tally, f1, share
from evaluation.intervals import bootstrapped
from evaluation.truths import INTEGRITY, Quotation, Statement, Truth, truths_in

# In marks, and not what was said, or not shown to be shortened. Marked trimming and fragments show the reader what they are;
# what has no marks promises no words.
ALTERED = frozenset(INTEGRITY[: INTEGRITY.index("cleaned-up") + 1]) - {"trimmed-marked"}
LESS_IS_BETTER = frozenset({"tradition.lines_mae", "tradition.claim_lines_mae", "tradition.verbatim_called_altered"})

Tracer = Callable[[Sequence[Record]], Answer]


def tally(truth: Truth, answer: Answer) -> Tally:
    """Count one story: a ratio for each thing that the truth and the answer both tell."""
    ratios: dict[str, Ratio] = {}
    if truth.handings is not None and answer.edges is not None:
        true = [trees.Edge(parent=one.parent, child=one.child) for one in truth.handings]
        found = trees.tally(trees.lineage_of(truth.texts, true), answer.edges)
        ratios |= found | {f"edges_f1.{'with' if truth.has_times else 'without'}_times": found["edges_f1"]}
    if truth.lines is not None and answer.lines is not None:
        ratios["lines_mae"] = _miss(answer.lines, (truth.lines, truth.lines))
    if truth.quotations is not None and answer.wordings is not None:
        ratios |= integrity_tally(truth.quotations, answer.wordings)
    if truth.statements is not None and answer.assertions is not None:
        ratios |= claims_tally(truth.statements, answer.assertions)
    return ratios


def _miss(told: tuple[int, int], true: tuple[int, int]) -> Ratio:
    """Give the mean distance of the ends of a range from the true ones, so that a wide range is no way to be right.

    >>> _miss((1, 3), (2, 2)).value
    1.0
    """
    return Ratio(part=(abs(told[0] - true[0]) + abs(told[1] - true[1])) / 2, whole=1, n=1)


def integrity_tally(quotations: Sequence[Quotation], wordings: Sequence[Told]) -> Tally:
    """Count the classes that the quotations are given, class by class, and the alterations found and made up.

    A class that the truth holds possible as well counts as the true one.
    """
    judged = []
    for one in quotations:
        told = class_of(one, wordings)
        judged.append((told if told in one.also_possible else one.integrity, told))
    ratios: dict[str, Ratio] = {}
    for name in INTEGRITY:
        hits = sum(gold == told == name for gold, told in judged)
        ratios[f"integrity_f1.{name}"] = f1(
            hits, sum(told == name for _, told in judged), sum(gold == name for gold, _ in judged)
        )
    verbatim = [told in ALTERED for gold, told in judged if gold == "verbatim"]
    altered = [told in ALTERED for gold, told in judged if gold in ALTERED]
    ratios["verbatim_called_altered"] = share(sum(verbatim), len(verbatim))
    ratios["alterations_found"] = share(sum(altered), len(altered))
    return ratios


def class_of(quotation: Quotation, wordings: Iterable[Told]) -> str | None:
    """Give the class of the wording that covers most of a quotation, half of it at least; ties: the shorter wording."""
    where = (quotation.report_id, quotation.start, quotation.end)
    covers = [
        (_overlap(told.pieces, where), -sum(end - start for _, start, end in told.pieces), told.integrity)
        for told in wordings
    ]
    best = max(covers, default=(0, 0, None))
    return best[2] if 2 * best[0] >= quotation.end - quotation.start else None


def claims_tally(statements: Sequence[Statement], assertions: Sequence[Held]) -> Tally:
    """Count which pairs of places in different reports are held to state one assertion, and how far its lines are from the true.

    A place is in a told assertion where at least half of some piece of that assertion's claims lies in it. A true assertion is
    the told one that most of its places are in; where they are in none, it rests on as many lines as there are places.
    """
    true: dict[str, list[Piece]] = defaultdict(list)
    for one in statements:
        true[one.assertion_id].append((one.report_id, one.start, one.end))
    told = _told_groups({place for places in true.values() for place in places}, assertions)
    true_pairs, told_pairs = _pairs(true.values()), _pairs(told.values())
    lines = {one.assertion_id: one.lines for one in statements}
    misses = [_miss(_lines_of(places, told, assertions), lines[name]) for name, places in true.items()]
    return {
        "claims_f1": f1(len(true_pairs & told_pairs), len(told_pairs), len(true_pairs)),
        "claim_lines_mae": sum(misses, start=Ratio()),
    }


def _told_groups(places: Iterable[Piece], assertions: Sequence[Held]) -> dict[int, set[Piece]]:
    """Give the places that are in each told assertion, by its number."""
    pieces: dict[str, list[tuple[Piece, int]]] = defaultdict(list)
    for number, held in enumerate(assertions):
        for piece in held.pieces:
            pieces[piece[0]].append((piece, number))
    groups: dict[int, set[Piece]] = defaultdict(set)
    for place in places:
        for piece, number in pieces[place[0]]:
            if 2 * _overlap([piece], place) >= piece[2] - piece[1]:
                groups[number].add(place)
    return groups


def _pairs(groups: Iterable[Iterable[Piece]]) -> set[tuple[Piece, Piece]]:
    return {(left, right) for group in groups for left, right in combinations(sorted(group), 2) if left[0] != right[0]}


def _lines_of(places: Sequence[Piece], told: Mapping[int, set[Piece]], assertions: Sequence[Held]) -> tuple[int, int]:
    shared = [(-len(group.intersection(places)), number) for number, group in told.items()]
    fewest, best = min(shared, default=(0, 0))
    return assertions[best].lines if fewest < 0 else (len(places), len(places))


def _overlap(pieces: Iterable[Piece], where: Piece) -> int:
    """Give how many characters of a stretch the pieces cover."""
    return sum(max(0, min(end, where[2]) - max(start, where[1])) for report, start, end in pieces if report == where[0])


def score(truths: Sequence[Truth], tracer: Tracer) -> tuple[Figure, ...]:
    """Measure one way of telling stories on those whose truth is known."""
    tallies = [tally(truth, tracer(truth.reports)) for truth in truths]
    names = ["edges_f1", "direction_right", "direction_answered", "lines_mae"]
    plan = {f"tradition.{name}": [name] for name in names}
    if {truth.has_times for truth in truths if truth.handings is not None} == {True, False}:
        plan |= {f"tradition.{name}": [name] for name in ("edges_f1.with_times", "edges_f1.without_times")}
    held = [f"integrity_f1.{name}" for name in INTEGRITY if any(_n(one, f"integrity_f1.{name}") for one in tallies)]
    plan["tradition.integrity_macro_f1"] = held
    names = ["verbatim_called_altered", "alterations_found", "claims_f1", "claim_lines_mae", *held]
    plan |= {f"tradition.{name}": [name] for name in names}
    return bootstrapped(tallies, plan, LESS_IS_BETTER)


def _n(tally: Tally, name: str) -> int:
    return tally[name].n if name in tally else 0


def evaluate(path: Path, tracers: Mapping[str, Tracer] | None = None) -> Outcome:
    """Run the task on a story or a folder of stories; raises ValueError where they are not in the form."""
    truths = tuple(truths_in(path))
    tracers = {"stemma": answer_by_stemma, **rivals.TRACERS} if tracers is None else tracers
    figures = {name: score(truths, tracer) for name, tracer in tracers.items()}
    return Outcome.of("tradition", path, figures)
