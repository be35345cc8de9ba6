"""The network as a reader: what it marks in a report, as tellings."""

from collections.abc import Sequence

from stemma.model import Report, Span, Telling
from stemma.readings.links import link
from stemma.readings.network import Network
from stemma.readings.sentence import parse
from stemma.readings.signs import Token, tokens_of
from stemma.readings.tagging import runs, tag
from stemma.text.marks import marked


class NetworkReader:
    """Marks who says what by a small network that was fitted on news."""

    def __init__(self, network: Network) -> None:
        self.network = network

    def tell(self, report: Report) -> Sequence[Telling]:
        """Give what the network marks, in the order of its contents."""
        tokens = tokens_of(parse(report, marked(report.text)), self.network.wordpieces)
        answer = self.network.answer(tokens)
        tags = tag(answer.tags, [token.begin == 2 for token in tokens])
        return [
            Telling(
                source=_spans(report, tokens, [] if one.source is None else [one.source]),
                cue=_spans(report, tokens, [] if one.cue is None else [one.cue]),
                content=_spans(report, tokens, one.contents),
            )
            for one in link(answer.links, list(runs(tags)), [token.paragraph for token in tokens])
        ]


def _spans(report: Report, tokens: Sequence[Token], found: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(Span(report.id, tokens[first].start, tokens[last - 1].end) for first, last in found)
