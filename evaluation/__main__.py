"""`python -m evaluation TASK --data PATH --json`: measure one task and print one object."""

import argparse
import json
import sys
from pathlib import Path

from evaluation.tasks import TASKS

OPTIONS = {"fold": "attribution", "part": "distortion"}  # each for one task alone


def parser() -> argparse.ArgumentParser:
    """Give the parser of the command line."""
    made = argparse.ArgumentParser(prog="python -m evaluation", description="Measure one task on gold answers.")
    made.add_argument("task", choices=sorted(TASKS))
    made.add_argument("--data", type=Path, required=True, help="a .jsonl file, or a folder of the task's named files")
    made.add_argument("--fold", choices=["last-tenth"], help="only the latest tenth by publication (attribution)")
    made.add_argument(
        "--part", choices=["fit", "test", "all"], help="one part only, where the gold is parted (distortion)"
    )
    made.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    return made


def table(record: dict) -> str:
    """Give the figures of an outcome as lines of text."""
    rows = [("stemma", figure) for figure in record["figures"]]
    rows += [(baseline["name"], figure) for baseline in record["baselines"] for figure in baseline["figures"]]
    return "\n".join(
        f"{figure['name']:46} {figure['value']:.3f} {_interval(figure):15} {_count(figure):10}  "
        f"ceiling {figure['ceiling'] or '-':5}  {who}"
        for who, figure in rows
    )


def _count(figure: dict) -> str:
    """Give on how many a figure rests; of distortions also how many it is, for their limit is a number."""
    is_share = figure["name"].startswith("distortion.")
    return f"{round(figure['value'] * figure['n'])} of {figure['n']}" if is_share else f"n {figure['n']}"


def _interval(figure: dict) -> str:
    return f"({figure['low']:.3f}-{figure['high']:.3f})" if "low" in figure else ""


def main(arguments: list[str] | None = None) -> int:
    """Run one task; exit code 0 done, 2 wrong use, 3 the gold answers cannot be read."""
    asked = parser().parse_args(arguments)
    options = {name: value for name in OPTIONS if (value := getattr(asked, name))}
    for name in options:
        if asked.task != OPTIONS[name]:
            print(f"--{name} does not apply to the task {asked.task}", file=sys.stderr)
            return 2
    try:
        outcome = TASKS[asked.task](asked.data, **options)
    except (OSError, ValueError, KeyError) as error:
        told = " ".join(str(error).split()) if isinstance(error, (OSError, ValueError)) else f"no key {error}"
        print(f"cannot read the gold answers in {asked.data}: {told}", file=sys.stderr)
        return 3
    record = outcome.to_record()
    print(json.dumps(record, ensure_ascii=False) if asked.json else table(record))
    return 0


if __name__ == "__main__":
    sys.exit(main())
