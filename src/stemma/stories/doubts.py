"""Where a network that read two accounts of one assertion doubts that they say the same."""

from collections.abc import Iterator

from stemma.model import Conflict, Span
from stemma.stories.accounts import Account
from stemma.stories.equivalence import Judge, Stretch, Token, tokens_of

_DOUBTED = 0.5  # chance that two accounts say the same, below which they are told as perhaps not the same


def doubts(left: Account, right: Account, judge: Judge) -> Iterator[Conflict]:
    """Give where two accounts perhaps do not say the same, with the words that are at stake; headlines leave out too much."""
    one, other = left.body(), right.body()
    if one is None or other is None or one.keys == other.keys:
        return
    verdict = judge.weigh(judge.understand(passage(one)), judge.understand(passage(other)))
    if verdict.same < _DOUBTED:
        spans = [_shown(account, at) for account, at in ((one, verdict.left), (other, verdict.right))]
        notes = [
            " ... ".join(account.cut(span) for span in side) for account, side in zip((one, other), spans, strict=True)
        ]
        yield Conflict(kind="doubt", left=spans[0], right=spans[1], note=f'"{notes[0]}" against "{notes[1]}"')


def passage(account: Account) -> list[Token]:
    """Give the words of an account: its claims, and who says them."""
    said = [one.attribution for one in account.statements if one.attribution is not None]
    spans = {*account.spans, *(span for one in said for span in (*one.source, *one.cue))}
    return tokens_of(account.background.report.text, sorted(spans))


def _shown(account: Account, at: tuple[Stretch, ...]) -> tuple[Span, ...]:
    """Give the stretches that are at stake; all of an account where none is."""
    return tuple(Span(account.background.report.id, *one) for one in at) or account.spans
