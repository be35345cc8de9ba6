"""Figures with their 95 % intervals: the stories are drawn anew, with replacement, many times over.

Method: the percentile bootstrap, Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from evaluation.figures import Figure, Tally

if TYPE_CHECKING:
    import numpy as np

DRAWS = 2000  # the ends of an interval then move by less than a hundredth between seeds
SEED = 20_220_108

Plan = Mapping[str, Sequence[str]]


def bootstrapped(tallies: Sequence[Tally], plan: Plan, less_is_better: Collection[str] = ()) -> tuple[Figure, ...]:
    """Give the figures of a plan; those of which no story's tally holds a ratio are left out.

    A plan says for each figure of which ratios it is the mean (most are one ratio): of those that have a whole. Where none has
    one, the figure is 0 with n 0 and no interval. There is one tally for each story.

    >>> from evaluation.figures import share
    >>> figure, = bootstrapped([{"a": share(1, 1)}, {"a": share(0, 1)}], {"right": ["a"]})
    >>> figure.value, figure.n, figure.low, figure.high
    (0.5, 2, 0.0, 1.0)
    """
    import numpy as np

    weights = np.random.default_rng(SEED).multinomial(len(tallies), [1 / max(len(tallies), 1)] * len(tallies), DRAWS)
    weights = np.vstack([np.ones(len(tallies)), weights])
    figures = []
    for name, ratios in plan.items():
        present = [ratio for ratio in ratios if any(ratio in tally and tally[ratio].whole for tally in tallies)]
        if not present:
            if any(ratio in tally for ratio in ratios for tally in tallies):
                figures.append(Figure(name=name, value=0.0, n=0, less_is_better=name in less_is_better))
            continue
        values = _mean(np.array([_values(ratio, tallies, weights) for ratio in present]))
        drawn = values[1:]
        low, high = np.nanquantile(drawn, (0.025, 0.975))
        figures.append(
            Figure(
                name=name,
                value=float(values[0]),
                n=sum(tally[ratio].n for ratio in present for tally in tallies if ratio in tally),
                standard_error=float(np.nanstd(drawn)) if len(tallies) > 1 else None,
                low=float(low),
                high=float(high),
                less_is_better=name in less_is_better,
            )
        )
    return tuple(figures)


def _values(name: str, tallies: Sequence[Tally], weights: "np.ndarray") -> "np.ndarray":
    """Give the value of a ratio in each draw; where a draw has no whole there is no value."""
    import numpy as np

    held = np.array([(tally[name].part, tally[name].whole) if name in tally else (0.0, 0.0) for tally in tallies])
    parts, wholes = (weights @ held).T
    return np.divide(parts, wholes, out=np.full(len(weights), np.nan), where=wholes > 0)


def _mean(values: "np.ndarray") -> "np.ndarray":
    """Give the mean of the rows in each column, over those that have a value there."""
    import numpy as np

    counts = (~np.isnan(values)).sum(axis=0)
    return np.divide(np.nansum(values, axis=0), counts, out=np.full(values.shape[1], np.nan), where=counts > 0)
