"""What the network of equivalence is asked: whether accounts of one assertion say the same, and which assertions are one."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from stemma.model import Conflict, Span
from stemma.stories.accounts import Account
from stemma.stories.equivalence import Judge, Stretch, Token, tokens_of
from stemma.stories.rules import StoryRules
from stemma.stories.statements import Statement, jaccard
from stemma.stories.units import DISPLAY

_WORTH = 0.1  # of the terms of two claims are shared: worth asking
_FEWEST = 2  # terms that a claim has, to be asked for


def passage(statements: Sequence[Statement]) -> list[Token]:
    """Give the words of some claims of one report, with those that say whose they are."""
    said = [one.attribution for one in statements if one.attribution is not None]
    spans = {span for one in statements for span in one.claim.spans}
    spans |= {span for one in said for span in (*one.source, *one.cue)}
    return tokens_of(statements[0].report.text, sorted(spans))


def doubts(main: Account, others: Sequence[Account], judge: Judge, rules: StoryRules) -> Iterator[Conflict]:
    """Give where accounts perhaps do not say the same as one, with the words that are at stake; headlines leave out too much."""
    one = main.body()
    beside = [other for other in (account.body() for account in others) if other is not None]
    if one is None or not beside:
        return
    read = judge.understand(passage(one.statements))
    for other in beside:
        verdict = judge.weigh(read, judge.understand(passage(other.statements)))
        if one.keys != other.keys and verdict.same < rules.doubted:
            spans = [_shown(account, at) for account, at in ((one, verdict.left), (other, verdict.right))]
            told = [" ... ".join(map(account.cut, at)) for account, at in zip((one, other), spans, strict=True)]
            yield Conflict(kind="doubt", left=spans[0], right=spans[1], note=f'"{told[0]}" against "{told[1]}"')


def _shown(account: Account, at: Sequence[Stretch]) -> tuple[Span, ...]:
    """Give the stretches that are at stake; all of an account where none is."""
    return tuple(Span(account.background.report.id, *one) for one in at) or account.spans


def join_equivalents(groups: Sequence[Sequence[Statement]], judge: Judge, rules: StoryRules) -> list[list[Statement]]:
    """Join assertions of different reports that are each other's likest, where the network finds that they say the same.

    Each is asked for by its fullest claim. What was joined is not joined again: what is like one need not be like the other.
    """
    chosen = {place: told for place, group in enumerate(groups) if (told := _fullest(group)) is not None}
    scores = _scores(chosen)
    best: dict[int, tuple[float, int]] = {}
    for (one, other), score in scores.items():
        if {s.report.id for s in groups[one]}.isdisjoint(s.report.id for s in groups[other]):
            for here, there in ((one, other), (other, one)):
                best[here] = max(best.get(here, (0.0, 0)), (score, -there))
    joined = {one: list(group) for one, group in enumerate(groups)}
    for one, (score, at) in sorted(best.items()):
        other = -at
        if (
            one < other
            and best[other][1] == -one
            and score >= _WORTH
            and _are_one(chosen[one], chosen[other], judge, rules)
        ):
            joined[one] += joined.pop(other)
    return list(joined.values())


def _are_one(left: Statement, right: Statement, judge: Judge, rules: StoryRules) -> bool:
    verdict = judge.weigh(*(judge.understand(passage([side])) for side in (left, right)))
    return verdict.same >= rules.same_judged


def _fullest(group: Sequence[Statement]) -> Statement | None:
    """Give the claim of a group that tells most, none of a headline; None where none tells enough."""
    body = [one for one in group if one.unit.zone not in DISPLAY and len(one.terms) >= _FEWEST and not one.is_bare]
    return max(body, key=lambda one: sum(one.terms.values()), default=None)


def _scores(chosen: dict[int, Statement]) -> dict[tuple[int, int], float]:
    """Give how like every two claims are that share a term."""
    by_term: dict[str, list[int]] = defaultdict(list)
    for place, statement in chosen.items():
        for name in statement.terms:
            by_term[name].append(place)
    pairs = {pair for places in by_term.values() for pair in combinations(places, 2)}
    return {(one, other): jaccard(chosen[one], chosen[other]) for one, other in sorted(pairs)}
