"""Statements: claims with all that they are compared by, and how much two of them say the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import log1p
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from stemma.model import Attribution, Certainty, Claim, Name, Quantity, Reading, Report, Span, Timex
from stemma.stories.kinship import UnitKey
from stemma.stories.pieces import Piece
from stemma.stories.terms import shared_terms, weigh
from stemma.stories.units import Unit, content_of
from stemma.text.words import Word, words

_WHOLE = 0.8  # of all that two claims tell is shared: one term is enough
_TWO = 1.6  # one term and one related to another's: so much at least two claims must share
_BIAS, _TERMS, _MEANING, _DEPTH = -0.08, 0.56, 1.16, 0.17  # an eighth of the log-odds of one matter, and .4
TOP = 3  # sentences, the headline too, that stand at the top of a report: one is as deep as another
_FAR = _DEPTH * log1p(11)  # the depth of the twelfth sentence
_ASKS = frozenset({"why", "whether", "what", "how", "who", "when", "where"})

Vector = npt.NDArray[np.float32]


@dataclass(frozen=True, kw_only=True)
class Statement:
    """A claim with its words, the sentence it stands in and the attribution that it is part of.

    `vector` is of length 1 and says what it is about; None where no model of sentence vectors is at hand.
    """

    claim: Claim
    report: Report
    unit: Unit
    attribution: Attribution | None
    voice_id: str | None
    place: int
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Timex, ...] = ()
    names: tuple[Name, ...] = ()
    vector: Vector | None = field(default=None, compare=False)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words, offsets those of the report's text."""
        return tuple(w for span in self.claim.spans for w in words(self.report.text, span.start, span.end))

    @cached_property
    def content(self) -> Mapping[str, int]:
        """Its content words: stem to rarity."""
        return content_of(word.key for word in self.words)

    @cached_property
    def terms(self) -> Mapping[str, int]:
        """What it is compared by: terms and values to rarity."""
        return weigh(self.words, self.quantities, self.times)

    @property
    def piece(self) -> Piece:
        """The claim as plain words, to be compared with another's."""
        return Piece(
            report=self.report,
            spans=self.claim.spans,
            is_marked=False,
            voice_id=self.voice_id,
            attribution=self.attribution,
        )

    @property
    def told(self) -> str:
        """The claim in its report's own words."""
        return " ... ".join(self.report.text[span.start : span.end] for span in self.claim.spans)

    @property
    def key(self) -> UnitKey:
        """The sentence that it stands in."""
        return (self.report.id, self.unit.number)

    @cached_property
    def depth(self) -> float:
        """What its place in the report takes from its likeness to others; nothing where it has no vector."""
        return 0.0 if self.vector is None else _DEPTH * log1p(max(TOP, self.unit.number))

    @property
    def is_bare(self) -> bool:
        """Whether it is an infinitive that its cue completes ("to return to talks"), and no statement by itself."""
        return bool(self.words) and self.words[0].key == "to"

    @property
    def is_question(self) -> bool:
        """Whether it says only that something is not known ("it is unclear why ..."), and so asserts nothing."""
        keys = [word.key for word in self.words[:6]]
        is_unknown = "unclear" in keys or ("not" in keys and bool({"clear", "known"} & set(keys)))
        return is_unknown and bool(_ASKS & set(keys))


def statements_of(
    report: Report,
    reading: Reading,
    units: Sequence[Unit],
    vectors: Mapping[str, Vector] = MappingProxyType({}),
    issuer: str | None = None,
    own: frozenset[str] = frozenset(),
) -> list[Statement]:
    """Give the claims of one report in text order; `vectors` are those of claims, by id.

    `issuer` is the voice that a release has where it names no other; `own` are voices that are the newsroom itself ("the Echo
    understands"): it tells, as it tells all else, and nobody says it.
    """
    attributions = {one.id: one for one in reading.attributions if one.voice_id not in own}
    found: list[Statement] = []
    for claim in sorted(reading.claims, key=lambda claim: claim.spans[0]):
        unit = next((one for one in units if one.start <= claim.spans[0].start < one.end), None)
        if unit is None:
            continue
        attribution = attributions.get(claim.attribution_id or "")
        found.append(
            Statement(
                claim=claim,
                report=report,
                unit=unit,
                attribution=attribution,
                voice_id=attribution.voice_id if attribution else issuer,
                place=len(found),
                quantities=tuple(one for one in reading.quantities if _is_in(one.span, claim)),
                times=tuple(one for one in reading.times if _is_in(one.span, claim)),
                names=tuple(one for one in reading.names if _is_in(one.span, claim)),
                vector=vectors.get(claim.id),
            )
        )
    return found


def join_statements(parts: Sequence[Statement]) -> Statement:
    """Give several claims of one sentence as one, which stands where the first does; its words are in the order of the text."""
    first, *rest = ordered = sorted(parts, key=lambda one: one.place)
    if not rest:
        return first
    return replace(
        first,
        claim=replace(first.claim, spans=tuple(sorted({span for one in ordered for span in one.claim.spans}))),
        quantities=tuple(found for one in ordered for found in one.quantities),
        times=tuple(found for one in ordered for found in one.times),
        names=tuple(found for one in ordered for found in one.names),
    )


def _is_in(span: Span, claim: Claim) -> bool:
    return any(span.overlap(own) for own in claim.spans)


def likeness(left: Statement, right: Statement) -> float:
    """Give in 0..1 how much two claims say the same: the weight of common terms over that of either side's.

    Where both have vectors, these count beside the terms, and how deep in its report the deeper of the two stands: reports of
    one event begin with the same, and the further down, the more each tells what the others do not. A logistic regression on
    labelled pairs of claims of real reports.
    """
    return likeness_at(closeness(left, right), max(left.depth, right.depth))


def likeness_anywhere(left: Statement, right: Statement) -> float:
    """Give the likeness that two claims would have far down in their reports: by themselves, with nothing for their place."""
    return likeness_at(closeness(left, right), 0.0 if left.vector is None or right.vector is None else _FAR)


def closeness(left: Statement, right: Statement) -> float:
    """Give how much two claims say the same, wherever they stand: a likeness that may be more than 1 or less than 0."""
    terms = by_terms(left, right)
    if left.vector is None or right.vector is None:
        return terms
    return _BIAS + _TERMS * terms + _MEANING * float(left.vector @ right.vector)


def likeness_at(close: float, depth: float) -> float:
    """Give the likeness of two claims that are so close, the deeper of which stands so deep."""
    return min(1.0, max(0.0, close - depth))


def by_terms(left: Statement, right: Statement) -> float:
    """Give in 0..1 the weight of the terms that two claims share, over that of either side's."""
    common, count = shared_terms(left.terms, right.terms)
    shares = shares_of(left, right, common)
    is_one_voice = left.voice_id is not None and left.voice_id == right.voice_id
    if count < _TWO and not (count >= 1 and (is_one_voice or shares[1] >= _WHOLE)):
        return 0.0
    return shares[1] if min(len(left.terms), len(right.terms)) < 4 else sum(shares) / 2


def jaccard(left: Statement, right: Statement) -> float:
    """Give in 0..1 the weight of the terms that two claims share, over that of all they have."""
    return shares_of(left, right, shared_terms(left.terms, right.terms)[0])[1]


def shares_of(left: Statement, right: Statement, common: int) -> tuple[float, float]:
    """Give the part that common terms are of the smaller side, and of both."""
    one, other = sum(left.terms.values()), sum(right.terms.values())
    return (common / min(one, other), common / (one + other - common)) if one and other else (0.0, 0.0)


def is_sure(claim: Claim) -> bool:
    """Say whether a claim is told plainly or as somebody's claim, without a may or an if."""
    return claim.certainty in (Certainty.STATED, Certainty.CLAIMED, Certainty.PROBABLE)
