"""Claims of real reports that stand in one assertion, or do not, against labels: one matter, altered, or another matter.

Gold is a folder with `reports.jsonl` (id, text, story, and what else is known) and `claims.jsonl` {story, left, right, label}: a
claim is its `report` and `spans`. What is labelled `unclear` is not scored. Of each label it is told what share is joined; `f1`
is that of the joined pairs, those of one matter being the ones to be joined.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import stemma
from evaluation.answers import compared
from evaluation.corpora import Record, records_of
from evaluation.figures import Figure, Outcome, Ratio, Tally, f1, share
from evaluation.intervals import bootstrapped

LABELS = ("same", "altered", "other")
_ALIKE = 0.3  # of the words of two claims, for who only counts words
_WORD = re.compile(r"\w+")

Joiner = Callable[[Sequence[Record], Sequence[Record]], list[bool]]


def joined_by_stemma(reports: Sequence[Record], pairs: Sequence[Record]) -> list[bool]:
    """Say of each pair whether stemma has both claims in one assertion."""
    held = [
        {span for claim in one.claims for span in claim.spans}
        for collation in compared(reports)
        for one in collation.assertions
    ]
    return [any(_has(one, pair["left"]) and _has(one, pair["right"]) for one in held) for pair in pairs]


def _has(spans: Iterable[stemma.Span], claim: Record) -> bool:
    """Say whether more than half of a claim stands in some spans."""
    own = {offset for start, end in claim["spans"] for offset in range(start, end)}
    told = {offset for span in spans if span.report_id == claim["report"] for offset in range(span.start, span.end)}
    return 2 * len(own & told) > len(own)


def joined_by_words(reports: Sequence[Record], pairs: Sequence[Record]) -> list[bool]:
    """Join two claims that share three tenths of their words."""
    texts = {report["id"]: report["text"] for report in reports}
    found = []
    for pair in pairs:
        left, right = (
            {
                word
                for start, end in pair[side]["spans"]
                for word in _WORD.findall(texts[pair[side]["report"]][start:end].casefold())
            }
            for side in ("left", "right")
        )
        found.append(len(left & right) >= _ALIKE * len(left | right))
    return found


def tally_of(pairs: Sequence[Record], joined: Sequence[bool]) -> Tally:
    """Give the ratios of one story."""
    tally: dict[str, Ratio] = {}
    for label in LABELS:
        told = [one for pair, one in zip(pairs, joined, strict=True) if pair["label"] == label]
        tally[f"claims.joined.{label}"] = share(sum(told), len(told))
    hits, gold = int(tally["claims.joined.same"].part), tally["claims.joined.same"].n
    every = [one for pair, one in zip(pairs, joined, strict=True) if pair["label"] in LABELS]
    tally["claims.precision"] = share(hits, sum(every))
    tally["claims.f1"] = f1(hits=hits, predicted=sum(every), gold=gold)
    return tally


def evaluate(path: Path, joiners: Mapping[str, Joiner] | None = None) -> Outcome:
    """Run the task on a folder; raises ValueError where a claim's report is not there."""
    reports = records_of(path / "reports.jsonl", id=str, text=str)
    pairs = records_of(path / "claims.jsonl", left=dict, right=dict, label=str)
    lacking = {pair[side]["report"] for pair in pairs for side in ("left", "right")} - {one["id"] for one in reports}
    if lacking:
        raise ValueError(f"{path}: holds no report {min(lacking)!r}")
    stories = [
        ([one for one in reports if one["story"] == story], [pair for pair in pairs if pair["story"] == story])
        for story in sorted({pair["story"] for pair in pairs})
    ]
    joiners = {"stemma": joined_by_stemma, "shared words": joined_by_words} if joiners is None else joiners
    return Outcome.of(
        "claims",
        path,
        {
            name: score([tally_of(own, joiner(texts, own)) for texts, own in stories])
            for name, joiner in joiners.items()
        },
    )


def score(tallies: Sequence[Tally]) -> tuple[Figure, ...]:
    """Give the figures with their intervals, by the bootstrap over stories."""
    names = ("claims.f1", "claims.precision", *(f"claims.joined.{label}" for label in LABELS))
    wrong = frozenset(f"claims.joined.{label}" for label in LABELS[1:])
    return bootstrapped(tallies, {name: (name,) for name in names}, wrong)
