"""`python -m train.pronouns --data DATA`: fits the weights of `stemma.readings.trails` on labelled pronouns.

Prints the share that is right in cross-validation over reports, and the weights of one fit on all. Needs numpy alone.
"""

import argparse
import json
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import numpy.typing as npt

import stemma
from stemma.readings.trails import Asked, Sight, Trail

LABELS = Path("evaluation/voices")
FOLDS = 8
NAMES = (*(sight.name.lower() for sight in Sight), "least", "fading", "gender", "often", "unsure")
LOGS = len(Sight) + 1  # so many of them, and the fading, are fitted as logs
BEGIN = np.array([0.5, 0.5, 0.0, -0.7, -0.5, -4.0, -0.7, 1.0, 0.2, -0.5])
SPREAD = np.array([1, 1, 1, 1, 1, 1, 0.7, 0.5, 0.5, 1])  # of the prior
Place = tuple[int, int]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One labelled pronoun: for each candidate his mentions (sight, age), the other factors, and whether it is he."""

    report_id: str
    mentions: Floats
    others: Floats
    is_right: npt.NDArray[np.bool_]


def choices(data: Path) -> Iterator[Choice]:
    """Read the labelled reports and give the choices at their pronouns, with the weights that stand in the code."""
    wanted: dict[str, dict[int, list[Place]]] = {}
    texts: dict[str, str] = {}
    for row in _records(data / "polnear" / "train.jsonl"):
        texts[row["id"]] = row["text"]
    for row in _records(LABELS / "pronouns.jsonl"):
        wanted.setdefault(row["id"], {})[row["pronoun"][0]] = [tuple(row["means"])]
    with TemporaryDirectory() as folder:
        from evaluation.voices.__main__ import write_voices

        write_voices(data, ("fit", "held"), Path(folder))
        texts |= {row["id"]: row["text"] for row in _records(Path(folder) / "reports.jsonl")}
        for row in _records(Path(folder) / "voices.jsonl"):
            wanted[row["id"]] = dict(_pronouns(row, texts[row["id"]]))
    for report_id, places in wanted.items():
        yield from _watched(report_id, texts[report_id], places)


def _records(path: Path) -> Iterator[dict[str, Any]]:
    return (json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line)


def _pronouns(row: dict[str, Any], text: str) -> Iterator[tuple[int, list[Place]]]:
    """Give where "he" or "she" is a source, with the places that name who is meant."""
    mentions = {voice["id"]: [tuple(piece) for piece in voice["mentions"]] for voice in row["voices"]}
    for one in row["attributions"]:
        for start, end in one["source"]:
            if text[start:end].strip().casefold() in {"he", "she", "his", "her"} and one["voice"]:
                yield start, [piece for piece in mentions[one["voice"]] if piece[1] - piece[0] > 3]


def _watched(report_id: str, text: str, places: dict[int, list[Place]]) -> list[Choice]:
    """Read a report and keep what the trail had to choose from at the labelled places."""
    found: dict[int, Choice] = {}
    choose: Callable[[Trail, Asked], str | None] = Trail._choose

    def watch(trail: Trail, asked: Asked) -> str | None:
        if asked.place in places:
            found[asked.place] = _choice(report_id, trail, asked, places[asked.place])
        return choose(trail, asked)

    Trail._choose = watch  # type: ignore[method-assign]
    try:
        stemma.read({"id": report_id, "text": text})
    finally:
        Trail._choose = choose  # type: ignore[method-assign]
    return [one for one in found.values() if one.is_right.any()]


def _choice(report_id: str, trail: Trail, asked: Asked, named: Sequence[Place]) -> Choice:
    full = trail.candidates(asked)
    here, reach = trail._sentence(asked.place), trail.rules.reach
    mentions = np.zeros((len(full), len(Sight), reach + 1))
    for number, name in enumerate(full):
        for at, place, sight in trail._left[name]:
            if here - at <= reach and place < asked.place:
                mentions[number, list(Sight).index(sight), here - at] += 1
    others = [
        (trail.gender_odds(name, asked.gender), math.log1p(trail._count[name]), name in trail._unsure) for name in full
    ]
    is_right = [_is_named(trail.names.places(name), named) for name in full]
    return Choice(report_id=report_id, mentions=mentions, others=np.array(others), is_right=np.array(is_right))


def _is_named(own: Sequence[Place], named: Sequence[Place]) -> bool:
    """Say that somebody's places and those that name who is meant are the same person's."""
    return any(start < last and first < end for start, end in own for first, last in named)


def scores(x: Floats, one: Choice) -> Floats:
    """Give the candidates' scores, as `Trail` does."""
    ages = math.exp(x[LOGS]) ** np.arange(one.mentions.shape[2])
    total = np.einsum("nka,k,a->n", one.mentions, np.exp(x[: LOGS - 1]), ages) + math.exp(x[LOGS - 1])
    told: Floats = np.log(total) + one.others @ x[LOGS + 1 :]
    return told


def loss(x: Floats, own: Sequence[Choice]) -> float:
    """Give the negative log-likelihood with the prior."""
    total = float((((x - BEGIN) / SPREAD) ** 2).sum() / 2)
    for one in own:
        told = scores(x, one)
        total += np.logaddexp.reduce(told) - np.logaddexp.reduce(told[one.is_right])
    return total


def fit(own: Sequence[Choice]) -> Floats:
    """Fit by trying steps along each weight, smaller ones when none helps."""
    x, step = BEGIN.copy(), 0.4
    best = loss(x, own)
    while step > 0.02:
        before = best
        for number in range(len(x)):
            for way in (step, -step):
                tried = x.copy()
                tried[number] += way
                if (now := loss(tried, own)) < best:
                    x, best = tried, now
        step = step if best < before - 1e-3 else step / 2
    return x


def main() -> None:
    """Fit, cross-validate, print."""
    parser = argparse.ArgumentParser(description="Fit the weights of whom a pronoun goes back to.")
    parser.add_argument("--data", type=Path, required=True, help="the corpora")
    found = list(choices(parser.parse_args().data))
    fold = [sha256(one.report_id.encode()).digest()[0] % FOLDS for one in found]
    right = 0
    for number in range(FOLDS):
        x = fit([one for one, own in zip(found, fold, strict=True) if own != number])
        right += sum(
            one.is_right[scores(x, one).argmax()] for one, own in zip(found, fold, strict=True) if own == number
        )
    print(f"right in cross-validation: {right / len(found):.3f} (n {len(found)})")
    x = fit(found)
    for number, name in enumerate(NAMES):
        print(f"{name} {math.exp(x[number]) if number <= LOGS else x[number]:.3f}")


if __name__ == "__main__":
    main()
