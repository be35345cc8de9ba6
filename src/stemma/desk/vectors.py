"""Sentence vectors: by the model that ships, or by one in a folder that the user names."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from stemma.model import FormatError, Reading, Refusal, Report

if TYPE_CHECKING:
    from stemma.readings import ReadingRules
    from stemma.readings.vectors import Encoder
    from stemma.text.layers import Floats

NONE = "none"


@cache
def encoder_in(folder: str, reader: str) -> tuple["Encoder | None", Refusal | None]:
    """Give the model of a setting, and why it was not read, if it was not: that which ships, none, or the one in a folder.

    Where rules alone read, none is read that was not asked for: who wants it fast has no time for it.
    """
    from stemma.readings.readers import RULES, version_of
    from stemma.readings.vectors import NEWEST, encoder_at, shipped

    if folder == NONE or (not folder and version_of(reader) == RULES):
        return None, None
    if not folder:
        found = shipped()
        return found, _refused(NEWEST, "its file is not there; install stemma again") if found is None else None
    if find_spec("safetensors") is None:
        return None, _refused(folder, "what reads them is not installed: pip install 'stemma[vectors]'")
    try:
        return encoder_at(folder), None
    except FormatError as error:
        return None, _refused(folder, str(error))


def _refused(folder: str, why: str) -> Refusal:
    return Refusal(subject=folder, reason=f"no sentence vectors ({why}); claims are compared by their words")


def vectors_of(reports: Sequence[Report], readings: Sequence[Reading], rules: "ReadingRules") -> Mapping[str, "Floats"]:
    """Give the vector of each claim by its id; none where no model is at hand. Claims with the same words are read once."""
    encoder, _ = encoder_in(rules.vectors, rules.reader)
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
