"""What the network of equivalence is asked: whether accounts of one assertion say the same."""

from collections.abc import Iterator, Sequence

from stemma.model import Conflict, Span
from stemma.stories.accounts import Account
from stemma.stories.equivalence import Judge, Stretch, Token, tokens_of
from stemma.stories.rules import StoryRules
from stemma.stories.statements import Statement


def passage(statements: Sequence[Statement]) -> list[Token]:
    """Give the words of some claims of one report, with those that say whose they are."""
    said = [one.attribution for one in statements if one.attribution is not None]
    spans = {span for one in statements for span in one.claim.spans}
    spans |= {span for one in said for span in (*one.source, *one.cue)}
    return tokens_of(statements[0].report.text, sorted(spans))


def doubts(main: Account, others: Sequence[Account], judge: Judge, rules: StoryRules) -> Iterator[Conflict]:
    """Give where accounts perhaps do not say the same as one, with the words that are at stake.

    Headlines leave out too much; and of two that have nearly the same words, rules see more.
    """
    one = main.body()
    if one is None:
        return
    bodies = [other for other in (account.body() for account in others) if other is not None]
    beside = [other for other in bodies if not one.is_word_for_word(other)]
    if not beside:
        return
    read = judge.understand(passage(one.statements))
    for other in beside:
        verdict = judge.weigh(read, judge.understand(passage(other.statements)))
        if verdict.same < rules.doubted:
            spans = [_shown(account, at) for account, at in ((one, verdict.left), (other, verdict.right))]
            told = [" ... ".join(map(account.cut, at)) for account, at in zip((one, other), spans, strict=True)]
            yield Conflict(kind="doubt", left=spans[0], right=spans[1], note=f'"{told[0]}" against "{told[1]}"')


def _shown(account: Account, at: Sequence[Stretch]) -> tuple[Span, ...]:
    """Give the stretches that are at stake; all of an account where none is."""
    return tuple(Span(account.background.report.id, *one) for one in at) or account.spans
