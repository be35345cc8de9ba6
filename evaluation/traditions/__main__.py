"""`python -m evaluation.traditions --set SET --stories N --seed S --out FOLDER`: breed stories, one folder each."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random

from evaluation.traditions.breeding import breed
from evaluation.traditions.folder import write
from evaluation.traditions.roots import Event, corpus_events, own_events
from evaluation.traditions.sets import SETS


def parser() -> argparse.ArgumentParser:
    """Give the parser of the command line."""
    made = argparse.ArgumentParser(
        prog="python -m evaluation.traditions", description="Breed stories along a known stemma."
    )
    made.add_argument("--set", choices=sorted(SETS), required=True, dest="name")
    made.add_argument("--stories", type=int, default=10)
    made.add_argument("--seed", type=int, default=1)
    made.add_argument("--out", type=Path, required=True, help="a folder for the stories' folders 000, 001, ...")
    made.add_argument(
        "--data", type=Path, default=None, help="the folder of the corpora; by default what STEMMA_DATA names"
    )
    return made


def events_of(name: str, data: Path | None) -> tuple[Event, ...]:
    """Give the events of a set; raises ValueError where its corpora are asked for and no folder is named."""
    corpora = SETS[name].corpora
    if corpora == ("own",):
        return own_events()
    if data is None:
        raise ValueError(f"the set {name!r} is bred from {' and '.join(corpora)}: set STEMMA_DATA or give --data")
    return tuple(event for corpus in corpora for event in corpus_events(corpus, data))


def main(arguments: Sequence[str] | None = None) -> int:
    """Breed the stories; exit code 0 done, 2 wrong use."""
    asked = parser().parse_args(arguments)
    named = os.environ.get("STEMMA_DATA")
    try:
        events = events_of(asked.name, asked.data or (Path(named) if named else None))
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    for number in range(asked.stories):
        story = breed(events, SETS[asked.name], Random(f"{asked.name} {asked.seed} {number}"))
        write(story, asked.out / f"{number:03}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
