"""The tasks that can be measured, by name."""

from collections.abc import Callable, Mapping

from evaluation import attribution, calibration, claims, distortion, grouping, pairs, passages, times, tradition
from evaluation.credits import evaluate as evaluate_credits
from evaluation.figures import Outcome
from evaluation.voices import scores as voices

TASKS: Mapping[str, Callable[..., Outcome]] = {
    "attribution": attribution.evaluate,
    "calibration": calibration.evaluate,
    "claims": claims.evaluate,
    "credits": evaluate_credits,
    "distortion": distortion.evaluate,
    "grouping": grouping.evaluate,
    "pairs": pairs.evaluate,
    "passages": passages.evaluate,
    "times": times.evaluate,
    "tradition": tradition.evaluate,
    "voices": voices.evaluate,
}
