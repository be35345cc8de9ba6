"""Fit the weights by which two claims are as likely one matter: common terms, cosine, and how deep the deeper one stands.

    STEMMA_DATA=.../data PYTHONPATH=src python -m train.likeness

Logistic regression on the labelled pairs of claims of real reports (`evaluation/labelled/claims.jsonl`; altered is one matter).
Printed is how often a pair of one matter is held likelier than a pair of two, with each sign left out and with all: each event
judged by weights of all others, and the half `test` by weights of the half `fit`. Then the weights by both halves, an eighth of
the log-odds and .4, as `stemma.stories.statements` has them.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from math import log1p
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import numpy.typing as npt
from evaluation.answers import KEYS
from evaluation.corpora import Record, records_of
from evaluation.labelled.__main__ import PARTS, write_claims

from stemma.desk.dossiers import compile_dossier
from stemma.desk.settings import Settings
from stemma.desk.tray import take
from stemma.desk.vectors import vectors_of
from stemma.stories.statements import TOP, Statement, by_terms, statements_of
from stemma.stories.units import units_of

SIGNS = ("terms", "cosine", "depth")
_RIDGE = 0.1  # the weights of signs are drawn to nothing by so much
_ROUNDS = 30

Floats = npt.NDArray[np.float64]


def stories(folder: Path) -> Iterator[tuple[list[Record], list[Record]]]:
    """Give the reports of each event with its labelled pairs of claims."""
    reports = records_of(folder / "reports.jsonl", id=str, text=str)
    pairs = records_of(folder / "claims.jsonl", left=dict, right=dict, label=str)
    for story in sorted({pair["story"] for pair in pairs}):
        yield [one for one in reports if one["story"] == story], [one for one in pairs if one["story"] == story]


def claims_in(reports: Sequence[Record]) -> dict[str, list[Statement]]:
    """Give the claims of each report of an event, with their vectors."""
    settings = Settings()
    shown = [{key: one[key] for key in KEYS if one.get(key) is not None} for one in reports]
    dossier = compile_dossier(take(shown, settings), settings)
    vectors = vectors_of(dossier.reports, dossier.readings, settings.rules_of("readings"))
    return {
        report.id: statements_of(report, reading, units_of(report, reading), vectors)
        for report, reading in zip(dossier.reports, dossier.readings, strict=True)
    }


def claim_at(place: Mapping[str, Any], claims: Sequence[Statement]) -> Statement:
    """Give the claim that a label means: the one that has most of its characters and least beside them."""
    own = {offset for start, end in place["spans"] for offset in range(start, end)}

    def fit(one: Statement) -> float:
        told = {offset for span in one.claim.spans for offset in range(span.start, span.end)}
        return len(own & told) / len(own | told)

    return max(claims, key=fit)


def signs_of(left: Statement, right: Statement) -> tuple[float, ...]:
    """Give the signs of a pair, in the order of SIGNS."""
    cosine = 0.0 if left.vector is None or right.vector is None else float(left.vector @ right.vector)
    return by_terms(left, right), cosine, -log1p(max(TOP, left.unit.number, right.unit.number))


def fitted(x: Floats, y: Floats) -> Floats:
    """Give the weights of a logistic regression by Newton's method, the constant last."""
    x = np.column_stack([x, np.ones(len(x))])
    ridge = np.diag([_RIDGE] * (x.shape[1] - 1) + [0.0])
    weights = np.zeros(x.shape[1])
    for _ in range(_ROUNDS):
        chance = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (y - chance) - ridge @ weights
        weights += np.linalg.solve((x * (chance * (1 - chance))[:, None]).T @ x + ridge, slope)
    return weights


def scored(x: Floats, y: Floats, judged: npt.NDArray[np.bool_]) -> Floats:
    """Give the log-odds of the judged pairs by weights of all others."""
    weights = fitted(x[~judged], y[~judged])
    return np.asarray(x[judged] @ weights[:-1] + weights[-1])


def ranked(scores: Floats, y: Floats) -> float:
    """Give how often a pair of one matter is held likelier than a pair of two."""
    return float(
        np.mean([(one > other) + (one == other) / 2 for one, other in product(scores[y == 1], scores[y == 0])])
    )


def told(name: str, x: Floats, y: Floats, events: npt.NDArray[np.int64], held: npt.NDArray[np.bool_]) -> str:
    """Give a line of the table."""
    scores = np.zeros(len(y))
    for event in np.unique(events):
        scores[events == event] = scored(x, y, events == event)
    return f"{name:>15}  {ranked(scores, y):.3f}  {ranked(scored(x, y, held), y[held]):.3f}"


def main() -> None:
    """Run the command."""
    rows: list[tuple[float, ...]] = []
    labels, events, halves = [], [], []
    for part in PARTS:
        with TemporaryDirectory() as named:
            write_claims(Path(os.environ["STEMMA_DATA"]), part, Path(named))
            for number, (reports, pairs) in enumerate(stories(Path(named))):
                claims = claims_in(reports)
                for pair in (pair for pair in pairs if pair["label"] != "unclear"):
                    left, right = (claim_at(pair[side], claims[pair[side]["report"]]) for side in ("left", "right"))
                    rows.append(signs_of(left, right))
                    labels.append(float(pair["label"] != "other"))
                    events.append(100 * PARTS.index(part) + number)
                    halves.append(part != PARTS[0])
    x, y, groups, held = np.array(rows), np.array(labels), np.array(events), np.array(halves)
    print(
        f"{len(y)} pairs of {len(set(events))} events, {int(y.sum())} of one matter; of half `test` {int(held.sum())}"
    )
    for without, name in enumerate(SIGNS):
        print(told(f"without {name}", np.delete(x, without, 1), y, groups, held))
    print(told("all", x, y, groups, held))
    weights = fitted(x, y)
    print({name: round(float(one) / 8, 3) for name, one in zip(SIGNS, weights, strict=False)})
    print(f"constant {float(weights[-1]) / 8 + 0.4:.3f}")


if __name__ == "__main__":
    main()
