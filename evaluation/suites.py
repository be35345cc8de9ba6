"""The suites of the quality gate: which task is measured on which corpus, and how many stories of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Suite:
    """A task on a corpus under STEMMA_DATA, or on our own beside this file; one without floors is measured and reported only.

    `make` writes the task's folder from STEMMA_DATA where the corpus is not in the task's form as it lies there; it raises
    FileNotFoundError where something is missing.
    """

    name: str
    task: str
    corpus: str
    fold: str | None = None
    has_floors: bool = True
    is_own: bool = False
    make: Callable[[Path, Path], None] | None = None


def bred(name: str, stories: int, seed: int) -> Callable[[Path, Path], None]:
    """Give what breeds so many stories of a set of traditions."""

    def make(data: Path, folder: Path) -> None:
        from evaluation.traditions.__main__ import main as breed

        asked = {"--set": name, "--stories": stories, "--seed": seed, "--data": data, "--out": folder}
        if breed([str(part) for option in asked.items() for part in option]):
            raise FileNotFoundError(f"the corpora of the set {name}")

    return make


def labelled_pairs(data: Path, folder: Path) -> None:
    """Write the labelled pairs to fit on."""
    from evaluation.labelled.__main__ import write_pairs

    write_pairs(data, "fit", folder)


def labelled_credits(data: Path, folder: Path) -> None:
    """Write the labelled credits and citations to fit on."""
    from evaluation.labelled.__main__ import write_credits

    write_credits(data, "fit", folder)


def labelled_variants(data: Path, folder: Path) -> None:
    """Write the labelled wordings to fit on."""
    from evaluation.labelled.__main__ import write_variants

    write_variants(data, "fit", folder)


SUITES = (
    Suite(name="polnear-fold", task="attribution", corpus="polnear/train.jsonl", fold="last-tenth"),
    Suite(name="polnear-dev", task="attribution", corpus="polnear/dev.jsonl", has_floors=False),
    Suite(name="distortions", task="distortion", corpus="distortions", is_own=True),
    Suite(name="traditions-own", task="tradition", corpus="bred: own", is_own=True, make=bred("own", 20, 1)),
    Suite(name="traditions-fit", task="tradition", corpus="bred: fit", make=bred("fit", 40, 101)),
    Suite(name="credits-fit", task="credits", corpus="labelled: credits", make=labelled_credits),
    Suite(name="pairs-fit", task="pairs", corpus="labelled: pairs", make=labelled_pairs),
    # From two texts alone nobody can say whose wording is what was said; the labels take the left one's. So no floors.
    Suite(
        name="variants-fit",
        task="tradition",
        corpus="labelled: variants",
        has_floors=False,
        make=labelled_variants,
    ),
)
