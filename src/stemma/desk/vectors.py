"""Sentence vectors: a model in a folder that the user names, as an extra that need not be there."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from stemma.model import FormatError, Reading, Refusal, Report

if TYPE_CHECKING:
    from stemma.readings.vectors import Encoder
    from stemma.text.layers import Floats


@cache
def encoder_in(folder: str) -> tuple["Encoder | None", Refusal | None]:
    """Give the model in a folder, and why it was not read, if it was not; neither where no folder is named."""
    from stemma.readings.vectors import encoder_at

    if not folder:
        return None, None
    if find_spec("safetensors") is None:
        return None, _refused(folder, "what reads them is not installed: pip install 'stemma[vectors]'")
    try:
        return encoder_at(folder), None
    except FormatError as error:
        return None, _refused(folder, str(error))


def _refused(folder: str, why: str) -> Refusal:
    return Refusal(subject=folder, reason=f"no sentence vectors ({why}); claims are compared by their words")


def vectors_of(reports: Sequence[Report], readings: Sequence[Reading], folder: str) -> Mapping[str, "Floats"]:
    """Give the vector of each claim by its id; none where no model is at hand. Claims with the same words are read once."""
    encoder, _ = encoder_in(folder)
    if encoder is None:
        return {}
    told = {
        claim.id: " ".join(" ".join(span.cut(report.text) for span in claim.spans).split())
        for report, reading in zip(reports, readings, strict=True)
        for claim in reading.claims
    }
    texts = sorted(set(told.values()))
    by_text = dict(zip(texts, encoder.encode(texts), strict=True))
    return {claim_id: by_text[text] for claim_id, text in told.items()}
