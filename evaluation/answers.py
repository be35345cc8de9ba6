"""What is told of a story, by stemma or by a plainer method, in the terms in which it is held against the truth."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import stemma
from evaluation.corpora import Record
from evaluation.trees import Edge

KIN = frozenset({"copied", "edited", "rewritten", "siblings"})
KEYS = ("id", "outlet", "publisher", "headline", "title", "published_at", "published", "url", "language", "text")

Piece = tuple[str, int, int]  # report id, start, end


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A wording with its class of integrity."""

    pieces: tuple[Piece, ...]
    integrity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An assertion: where reports make it, and the fewest and most lines under it."""

    pieces: tuple[Piece, ...]
    lines: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is told of one story; None is what a method does not tell, and no figure is given for it.

    An edge's end that is no report's id is an exemplar not seen.
    """

    edges: tuple[Edge, ...] | None = None
    lines: tuple[int, int] | None = None
    wordings: tuple[Told, ...] | None = None
    assertions: tuple[Held, ...] | None = None


def compared(reports: Iterable[Record]) -> tuple[stemma.Collation, ...]:
    """Give what stemma finds in some reports, of which it sees the keys that any user would give; nothing if it reads none."""
    try:
        shown = [{key: report[key] for key in KEYS if report.get(key) is not None} for report in reports]
        return stemma.compare(shown, settings=stemma.Settings()).collations
    except stemma.NothingReadableError:
        return ()


def answer_by_stemma(reports: Sequence[Record]) -> Answer:
    """Give what stemma tells of a story; where it takes the reports for several stories, these are put side by side."""
    return answer_of(compared(reports))


def answer_of(collations: Sequence[stemma.Collation]) -> Answer:
    """Give the answer that collations come to."""
    assertions = [one for collation in collations for one in collation.assertions]
    wordings = [one for collation in collations for utterance in collation.utterances for one in utterance.wordings]
    counts = [collation.story.count for collation in collations]
    return Answer(
        edges=tuple(edge for collation in collations for edge in edges_of(collation)),
        lines=(sum(count.lines_min for count in counts), sum(count.lines_max for count in counts)),
        wordings=tuple(Told(pieces=_pieces(one.spans), integrity=str(one.integrity)) for one in wordings),
        assertions=tuple(
            Held(
                pieces=tuple(piece for claim in one.claims for piece in _pieces(claim.spans)),
                lines=(one.count.lines_min, one.count.lines_max),
            )
            for one in assertions
        ),
    )


def edges_of(collation: stemma.Collation) -> Iterator[Edge]:
    """Give the edges that a collation's derivations come to.

    Derivations of one report with the same spans are candidates for the same words: the most probable one is told (ties: the
    smaller id of an exemplar). It is an edge where its kind is one of kinship: from the report that its exemplar is, directed
    where the direction is decided, or from an exemplar not seen.
    """
    exemplars: Mapping[str, Any] = {exemplar.id: exemplar for exemplar in collation.stemma.exemplars}
    derivations = sorted(collation.stemma.derivations, key=lambda one: (one.report_id, one.spans))
    for _, candidates in groupby(derivations, key=lambda one: (one.report_id, one.spans)):
        best = min(candidates, key=lambda one: (-one.probability, one.exemplar_id))
        if best.kind in KIN:
            parent = exemplars[best.exemplar_id].report_id
            is_decided = parent is not None and best.direction == "decided"
            yield Edge(parent=parent or best.exemplar_id, child=best.report_id, is_directed=is_decided)


def _pieces(spans: Iterable[stemma.Span]) -> tuple[Piece, ...]:
    return tuple((span.report_id, span.start, span.end) for span in spans)
