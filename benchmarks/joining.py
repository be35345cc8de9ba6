"""`python -m benchmarks.joining STAGES`: the self-join by itself, from the sheets that a run of `stemma match` left to pairs."""

import argparse
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from stemma.engines import EngineRules, Stage, engine_named, run
from stemma.matches import MatchRules
from stemma.matches.plan import matching_plan
from stemma.matches.steps import Plan


def pair_count(stages: Path) -> int:
    """Fingerprint the sheets in a folder of stages and join them, on DuckDB; give how many pairs are worth aligning."""
    inputs = {name: Stage(next(stages.glob(f"{name}-*"))) for name in ("sheets", "reports")}
    whole = matching_plan(len(inputs["reports"].table()), MatchRules())
    last = [step.name for step in whole.steps].index("pairs")
    plan = Plan(inputs=whole.inputs, steps=whole.steps[: last + 1])
    with TemporaryDirectory(dir=stages) as name, closing(engine_named("duckdb", Path(name), EngineRules())) as engine:
        return len(run(plan, inputs, engine, Path(name))["pairs"].table())


def main(arguments: list[str] | None = None) -> int:
    """Print how many pairs the self-join gives."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.joining", description="Join laid-out sheets with themselves."
    )
    parser.add_argument("stages", type=Path, help="the folder of stages of a run of stemma match")
    print(pair_count(parser.parse_args(arguments).stages))
    return 0


if __name__ == "__main__":
    sys.exit(main())
