"""The tasks that can be measured, by name."""

from collections.abc import Callable, Mapping

from evaluation import attribution, credits, distortion, pairs, tradition
from evaluation.figures import Outcome

TASKS: Mapping[str, Callable[..., Outcome]] = {
    "attribution": attribution.evaluate,
    "credits": credits.evaluate,
    "distortion": distortion.evaluate,
    "pairs": pairs.evaluate,
    "tradition": tradition.evaluate,
}
