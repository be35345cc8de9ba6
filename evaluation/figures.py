"""Figures, their counts and their standard errors, and the one object that a task prints."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt
from pathlib import Path

from evaluation.corpora import fingerprint


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """A part over a whole that may be added up over articles; `n` is how many gold things it rests on."""

    part: float = 0.0
    whole: float = 0.0
    n: int = 0

    def __add__(self, other: "Ratio") -> "Ratio":
        """Add part to part, whole to whole and n to n."""
        return Ratio(part=self.part + other.part, whole=self.whole + other.whole, n=self.n + other.n)

    def __sub__(self, other: "Ratio") -> "Ratio":
        """Take another's part, whole and n away."""
        return Ratio(part=self.part - other.part, whole=self.whole - other.whole, n=self.n - other.n)

    @property
    def value(self) -> float:
        """Give the part over the whole; 0 where there is no whole."""
        return self.part / self.whole if self.whole else 0.0


def f1(hits: int, predicted: int, gold: int, n: int | None = None) -> Ratio:
    """Give the F1 of these counts as a ratio that adds up (2 hits over predicted and gold).

    >>> f1(hits=1, predicted=1, gold=3).value
    0.5
    """
    return Ratio(part=2 * hits, whole=predicted + gold, n=gold if n is None else n)


def share(hits: int, total: int) -> Ratio:
    """Give hits over a total as a ratio that adds up.

    >>> share(3, 4).value
    0.75
    """
    return Ratio(part=hits, whole=total, n=total)


Tally = Mapping[str, Ratio]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured value, on how many gold things it rests, the human ceiling where known, its standard error.

    `low` and `high` are the ends of its 95 % interval where one was drawn; `less_is_better` marks errors.
    """

    name: str
    value: float
    n: int
    ceiling: float | None = None
    standard_error: float | None = None
    low: float | None = None
    high: float | None = None
    less_is_better: bool = False

    def to_record(self) -> dict[str, object]:
        """Give the figure as it is printed."""
        record = {"name": self.name, "value": round(self.value, 4), "n": self.n, "ceiling": self.ceiling}
        if self.low is None or self.high is None:
            return record
        return record | {"low": round(self.low, 4), "high": round(self.high, 4)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one task gave on one set of gold answers: the figures of stemma and those of plainer methods."""

    task: str
    path: str
    sha256: str
    figures: tuple[Figure, ...]
    baselines: Mapping[str, tuple[Figure, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, task: str, path: Path, figures: Mapping[str, tuple[Figure, ...]]) -> "Outcome":
        """Give the outcome of several methods on the same gold answers, stemma first."""
        (_, own), *others = figures.items()
        return cls(task=task, path=str(path), sha256=fingerprint(path), figures=own, baselines=dict(others))

    def to_record(self) -> dict[str, object]:
        """Give the outcome as the object that `python -m evaluation` prints."""
        return {
            "format": "stemma.evaluation",
            "task": self.task,
            "data": {"path": self.path, "sha256": self.sha256},
            "figures": [figure.to_record() for figure in self.figures],
            "baselines": [
                {"name": name, "figures": [figure.to_record() for figure in figures]}
                for name, figures in self.baselines.items()
            ],
        }


def total(tallies: Iterable[Tally]) -> dict[str, Ratio]:
    """Add up the ratios of the same name over all articles.

    >>> total([{"a": share(1, 2)}, {"a": share(1, 1)}])["a"].value
    0.6666666666666666
    """
    sums: dict[str, Ratio] = {}
    for tally in tallies:
        for name, ratio in tally.items():
            sums[name] = sums.get(name, Ratio()) + ratio
    return sums


def standard_error(name: str, tallies: Sequence[Tally]) -> float | None:
    """Give the standard error of a ratio by the jackknife over articles; None for fewer than two articles.

    Method: Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 11.
    """
    ratios = [tally.get(name, Ratio()) for tally in tallies]
    if len(ratios) < 2:
        return None
    whole = total(tallies)[name]
    values = [(whole - ratio).value for ratio in ratios]
    mean = sum(values) / len(values)
    return sqrt((len(values) - 1) / len(values) * sum((value - mean) ** 2 for value in values))


def figures_of(tallies: Sequence[Tally], ceilings: Mapping[str, float]) -> tuple[Figure, ...]:
    """Give one figure for each ratio that the articles' tallies hold, in the order in which they come."""
    return tuple(
        Figure(
            name=name,
            value=ratio.value,
            n=ratio.n,
            ceiling=ceilings.get(name),
            standard_error=standard_error(name, tallies),
        )
        for name, ratio in total(tallies).items()
    )
