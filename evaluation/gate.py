"""The quality gate: fails where a figure falls below the floor that was once reached.

`python -m evaluation.gate` measures every suite whose corpus is there, writes `results.json`, and compares with `floors.json`.
`--update` raises floors to what is reached less two standard errors (of an error, where less is better: lowers its limit to
what is reached and two standard errors more); it eases one only with `--allow-regression "why"`, and the reason is kept.
Without a corpus a suite is passed over with a line; where STEMMA_REQUIRE_ALL=1 that is a failure. What is sealed is no suite.
"""

import argparse
import json
import math
import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from evaluation.figures import Figure, Outcome
from evaluation.suites import SUITES, Suite
from evaluation.tasks import TASKS

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
RESULTS = HERE / "results.json"
FEWEST = 30  # things; a figure that rests on fewer says too little to hold anybody to it


Floors = Mapping[str, Any]


def measure(suite: Suite, folder: Path) -> Outcome | None:
    """Run a suite; None where its corpus is not there."""
    task, options = TASKS[suite.task], {"fold": suite.fold} if suite.fold else {}
    if suite.make is None:
        path = (HERE if suite.is_own else folder) / suite.corpus
        return task(path, **options) if path.exists() else None
    with TemporaryDirectory() as made:
        try:
            suite.make(folder, Path(made))
        except FileNotFoundError:
            return None
        return task(Path(made), **options)


def floor_of(figure: Figure) -> float:
    """Give the floor that a figure sets: its value less two standard errors, cut to three digits; of an error, its limit.

    Where the standard error is 0, one thing in n stands for it: the next to go wrong is no news.

    >>> floor_of(Figure(name="a", value=0.9, n=100, standard_error=0.01))
    0.88
    >>> floor_of(Figure(name="a", value=0, n=100, standard_error=0, less_is_better=True))
    0.02
    """
    leeway = 2 * (figure.standard_error or 1 / figure.n)
    if figure.less_is_better:
        return math.ceil((figure.value + leeway) * 1000 - 1e-9) / 1000
    return math.floor((figure.value - leeway) * 1000 + 1e-9) / 1000


def is_floored(figure: Figure) -> bool:
    """Say whether a figure sets a floor: it has a standard error, rests on enough, and the floor would be above nothing."""
    return figure.standard_error is not None and figure.n >= FEWEST and floor_of(figure) > 0


def is_short(figure: Figure | None, floor: float) -> bool:
    """Say whether a figure is not there, below its floor, or, where less is better, above its limit."""
    if figure is None:
        return True
    return figure.value > floor if figure.less_is_better else figure.value < floor


def shortfalls(suite: Suite, outcome: Outcome, floors: Floors) -> list[str]:
    """Say, one line each, what is wrong with an outcome: another corpus than the pinned one, or a figure below its floor."""
    pinned = floors.get(suite.name)
    if pinned is None:
        return [f"{suite.name}: no floors are kept; python -m evaluation.gate --update"]
    if pinned["sha256"] != outcome.sha256:
        return [f"{suite.name}: {outcome.path} is not the corpus that the floors were measured on"]
    figures = {figure.name: figure for figure in outcome.figures}
    return [
        f"{suite.name}: {name} {_told(figures.get(name))} {floor}"
        for name, floor in pinned["floors"].items()
        if is_short(figures.get(name), floor)
    ]


def _told(figure: Figure | None) -> str:
    if figure is None:
        return "is not measured; its floor is"
    return f"is {figure.value:.4f}, {'above its limit' if figure.less_is_better else 'below its floor'}"


def raised(suite: Suite, outcome: Outcome, floors: Floors, why: str | None) -> dict[str, Any]:
    """Give the floors with those of one suite raised; they are eased, or set for another corpus, only with a reason."""
    pinned = floors.get(suite.name)
    old = dict(pinned["floors"]) if pinned and pinned["sha256"] == outcome.sha256 else {}
    figures = {figure.name: figure for figure in outcome.figures if is_floored(figure)}
    new = {name: floor_of(figure) for name, figure in figures.items()}
    eased = sorted(
        name for name in old if name not in new or is_short(replace(figures[name], value=new[name]), old[name])
    )
    if why is None:
        new |= {name: old[name] for name in eased}
    reasons = list(pinned.get("regressions", ())) if pinned else []
    if why and eased:
        reasons.append({"why": why, "lowered": eased})
    kept = {"task": suite.task, "corpus": suite.corpus, "fold": suite.fold, "sha256": outcome.sha256, "floors": new}
    return {**floors, suite.name: {**kept, **({"regressions": reasons} if reasons else {})}}


def results_record(outcomes: Iterable[tuple[Suite, Outcome]]) -> dict[str, Any]:
    """Give all outcomes as one object, each as its task prints it, with the suite's name and the standard errors."""
    return {
        "format": "stemma.evaluation.results",
        "version": 1,
        "results": [
            {
                "suite": suite.name,
                "fold": suite.fold,
                **outcome.to_record(),
                "data": {"path": suite.corpus, "sha256": outcome.sha256},
                "standard_errors": {
                    figure.name: round(figure.standard_error, 4)
                    for figure in outcome.figures
                    if figure.standard_error is not None
                },
            }
            for suite, outcome in outcomes
        ],
    }


def write_json(path: Path, record: Mapping[str, Any]) -> None:
    """Write an object so that it is whole or as it was before."""
    neighbour = path.with_suffix(".part")
    neighbour.write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    neighbour.replace(path)


def read_floors(path: Path) -> Floors:
    """Give the floors that are kept, none where there is no file; raises ValueError for another format."""
    if not path.exists():
        return {}
    record = json.loads(path.read_text(encoding="utf-8"))
    if (record.get("format"), record.get("version")) != ("stemma.floors", 1):
        raise ValueError(f"{path} is not of the format stemma.floors, version 1")
    return record["suites"]


def parser() -> argparse.ArgumentParser:
    """Give the parser of the command line."""
    made = argparse.ArgumentParser(prog="python -m evaluation.gate", description="Hold quality above its floors.")
    made.add_argument("--update", action="store_true", help="raise the floors to what is reached")
    made.add_argument("--allow-regression", metavar="WHY", help="with --update: lower floors too, and keep the reason")
    return made


def main(arguments: list[str] | None = None) -> int:
    """Run the gate; exit code 0 all floors hold, 1 not, 2 wrong use."""
    asked = parser().parse_args(arguments)
    if asked.allow_regression is not None and not (asked.update and asked.allow_regression.strip()):
        print("--allow-regression needs --update and a reason", file=sys.stderr)
        return 2
    folder, floors = Path(os.environ.get("STEMMA_DATA", "no-data")), read_floors(FLOORS)
    outcomes, wrong = [], []
    for suite in SUITES:
        outcome = measure(suite, folder)
        if outcome is None:
            print(f"passed over: {suite.name} ({suite.corpus} is not there; STEMMA_DATA says where corpora lie)")
            wrong += [f"{suite.name}: not measured"] if os.environ.get("STEMMA_REQUIRE_ALL") == "1" else []
            continue
        outcomes.append((suite, outcome))
        for figure in outcome.figures:
            print(f"{suite.name:20} {figure.name:46} {figure.value:.4f}  n {figure.n}")
        if suite.has_floors and asked.update:
            floors = raised(suite, outcome, floors, asked.allow_regression)
        elif suite.has_floors:
            wrong += shortfalls(suite, outcome, floors)
    if outcomes:
        write_json(RESULTS, results_record(outcomes))
    if asked.update:
        write_json(FLOORS, {"format": "stemma.floors", "version": 1, "suites": floors})
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
