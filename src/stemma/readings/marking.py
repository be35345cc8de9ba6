"""The network as a reader: what it marks in a report, as tellings."""

from collections.abc import Sequence

import numpy as np

from stemma.model import Report, Span, Telling
from stemma.readings.links import Linked, link
from stemma.readings.network import Network
from stemma.readings.sentence import parse
from stemma.readings.signs import Token, tokens_of
from stemma.readings.tagging import Role, runs, tag
from stemma.text.layers import Floats
from stemma.text.marks import marked

LEAST_SURE = 0.3  # read off the kept-out tenth: docs/explanation/reading.md has the figures at other bounds
_ABSENT = 0.6  # what a role that is not there counts; set by hand, other values were not tried


class NetworkReader:
    """Marks who says what by a small network that was fitted on news."""

    def __init__(self, network: Network) -> None:
        self.network = network

    def tell(self, report: Report) -> Sequence[Telling]:
        """Give what the network marks, in the order of its contents."""
        tokens = tokens_of(parse(report, marked(report.text)), self.network.wordpieces)
        answer = self.network.answer(tokens)
        tags = tag(answer.tags, [token.begin == 2 for token in tokens])
        linked = link(answer.links, list(runs(tags)), [token.paragraph for token in tokens])
        shares = _shares(answer.tags)
        return [
            Telling(
                source=_spans(report, tokens, [] if one.source is None else [one.source]),
                cue=_spans(report, tokens, [] if one.cue is None else [one.cue]),
                content=_spans(report, tokens, one.contents),
            )
            for one in linked
            if sureness(one, shares) >= LEAST_SURE
        ]


def sureness(one: Linked, shares: Floats) -> float:
    """Give how sure the network is of an attribution, in 0..1: of its content, times of its source, times of its cue.

    `shares` are the probabilities of the tags (token, 7); a role's is their mean over the tokens that have it.
    """
    found = {
        Role.CONTENT: one.contents,
        Role.SOURCE: () if one.source is None else (one.source,),
        Role.CUE: () if one.cue is None else (one.cue,),
    }
    sure = 1.0
    for role, places in found.items():
        own = [shares[first:last, 1 + 2 * role : 3 + 2 * role].sum(axis=1) for first, last in places]
        sure *= float(np.concatenate(own).mean()) if own else _ABSENT
    return sure


def _shares(scores: Floats) -> Floats:
    """Give scores as probabilities that add up to 1 for each token."""
    raised: Floats = np.exp(scores - scores.max(axis=-1, keepdims=True, initial=0))
    raised /= raised.sum(axis=-1, keepdims=True)
    return raised


def _spans(report: Report, tokens: Sequence[Token], found: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(Span(report.id, tokens[first].start, tokens[last - 1].end) for first, last in found)
