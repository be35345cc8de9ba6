"""Where two reports' accounts of one assertion do not agree."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import log2

from stemma.model import Change, Conflict, Span, Stance
from stemma.stories.accounts import Account, Background
from stemma.stories.amounts import amounts, bounds
from stemma.stories.certainties import certainties
from stemma.stories.days import days
from stemma.stories.equivalence import Judge
from stemma.stories.equivalents import doubts
from stemma.stories.exchanges import charges, denials, exchanges
from stemma.stories.extents import extents
from stemma.stories.families import Kinship
from stemma.stories.kinds import kinds
from stemma.stories.namings import namings
from stemma.stories.polarities import plain_denials, polarities
from stemma.stories.rules import StoryRules
from stemma.stories.statements import Statement, jaccard, likeness_anywhere, shares_of
from stemma.stories.swaps import swaps
from stemma.stories.terms import shared_terms
from stemma.stories.unions import Union

_DETAILS = (amounts, days, namings, kinds, swaps)
_SHADES = (bounds, certainties, extents, charges, exchanges)
_SHADE_KINDS = frozenset(("certainty", "scope"))
_MARKS = {"number": "#", "date": "@"}  # of the terms that stand for values
_SHORT = 6  # claims of a report, up to which the thresholds of the rules hold as they are
_HELD, _HELD_TERMS = 0.75, 4  # share of its terms, and how many, that make one account a part of another
_ENOUGH = 0.6  # likeness that is enough, however long the reports


@dataclass(frozen=True, kw_only=True)
class Lineage:
    """Which sentences go back to one writing-down, and which reports are compared along the edges of the stemma."""

    kinship: Kinship
    edges: Union[str]

    def tells(self, left: Account, right: Account) -> bool:
        """Say whether how one account shades the other is told as a change, and so is no conflict."""
        ends = [account.background.report.id for account in (left, right)]
        return self.edges.root(ends[0]) == self.edges.root(ends[1]) and any(
            self.kinship.is_joined(one.key, other.key) for one in left.statements for other in right.statements
        )


def find_conflicts(
    group: Sequence[Statement],
    backgrounds: Mapping[str, Background],
    lineage: Lineage,
    rules: StoryRules,
    judge: Judge | None = None,
) -> tuple[Conflict, ...]:
    """Give the conflicts between what each two reports tell of an assertion, kind by kind.

    Reports that tell it in the same words conflict with others in the same way: told once. A judge is asked where no rule speaks,
    of each account beside the one that is likest to all: who reads all pairs of many reports reads the same again and again.
    """
    accounts = _accounts(group, backgrounds)
    found: dict[tuple[str, frozenset[str]], Conflict] = {}
    quiet: dict[int, list[int]] = defaultdict(list)
    for (place, left), (other, right) in combinations(enumerate(accounts), 2):
        told = list(_between(left, right, lineage, rules))
        if not told and not lineage.tells(left, right):
            quiet[place].append(other)
            quiet[other].append(place)
        for conflict in told:
            found.setdefault((conflict.kind, frozenset(conflict.note.casefold().split(" against "))), conflict)
    if judge is not None and quiet:
        main = min(quiet, key=lambda place: (-_closeness(place, accounts), place))
        for conflict in doubts(accounts[main], [accounts[other] for other in quiet[main]], judge, rules):
            found[conflict.kind, frozenset(conflict.note.casefold().split(" against "))] = conflict
    return tuple(found.values())


def _closeness(place: int, accounts: Sequence[Account]) -> float:
    """Give how like an account is to all others."""
    return round(sum(_jaccard(accounts[place], other) for n, other in enumerate(accounts) if n != place), 6)


def untold(conflicts: Iterable[Conflict], changes: Sequence[Change]) -> tuple[Conflict, ...]:
    """Leave out the shades that a change from one of the two reports to the other tells already, of the same words."""
    return tuple(one for one in conflicts if not any(_tells(change, one) for change in changes))


def _tells(change: Change, conflict: Conflict) -> bool:
    if conflict.kind not in _SHADE_KINDS or change.kind.value != conflict.kind:
        return False
    sides = ((conflict.left, conflict.right), (conflict.right, conflict.left))
    return any(_meet(one, change.before) and _meet(other, change.after) for one, other in sides)


def _meet(left: Iterable[Span], right: Sequence[Span]) -> bool:
    return any(one.overlap(other) for one in left for other in right)


def _accounts(group: Sequence[Statement], backgrounds: Mapping[str, Background]) -> list[Account]:
    """Give the account of each report, one for all reports that tell it in the same words; the body goes before a headline."""
    by_report: dict[str, list[Statement]] = {}
    for statement in group:
        by_report.setdefault(statement.report.id, []).append(statement)
    accounts: dict[tuple[object, ...], Account] = {}
    for report_id, statements in by_report.items():
        account = Account(statements=tuple(statements), background=backgrounds[report_id])
        cues = [span.cut(one.report.text) for one in statements if one.attribution for span in one.attribution.cue]
        accounts.setdefault((account.keys, *(one.voice_id for one in statements), *cues), account)
    return list(accounts.values())


def _between(left: Account, right: Account, lineage: Lineage, rules: StoryRules) -> Iterator[Conflict]:
    """Give the conflicts of two accounts that are alike enough to be of one thing.

    A denial told as such contradicts nothing but the same voice's word.
    """
    length = _length(left, right)
    alike = max(likeness_anywhere(one, other) for one in left.statements for other in right.statements)
    is_detailed = alike >= min(_ENOUGH, length * rules.conflict_likeness)
    if _is_denied(left) or _is_denied(right):
        yield from denials(left, right) if is_detailed else ()
        return
    for kind in _DETAILS if is_detailed else ():
        yield from _where_apart(kind, left, right)
    one, other = left.body(), right.body()
    if (
        one is not None
        and other is not None
        and _jaccard(one, other) >= min(_ENOUGH, length**2 * rules.turned_likeness)
    ):
        plain = list(_unagreed(plain_denials(one, other), one, other)) if _is_held(one, other) else []
        yield from plain or _where_apart(polarities, one, other)
        for shade in () if lineage.tells(one, other) else _SHADES:
            yield from shade(one, other)
    elif one is not None and other is not None and _is_held(one, other):
        yield from _unagreed(plain_denials(one, other), one, other)


def _where_apart(
    kind: Callable[[Account, Account], Iterable[Conflict]], left: Account, right: Account
) -> Iterator[Conflict]:
    """Give the conflicts of one kind that are none with what both tell, with how sure they are."""
    yield from _unagreed(_weighed(kind(left, right), left, right), left, right)


def _unagreed(conflicts: Iterable[Conflict], left: Account, right: Account) -> Iterator[Conflict]:
    """Leave out the conflicts with a claim that the other account tells in the same words."""
    agreed = [*left.agreed(right), *right.agreed(left)]
    for conflict in conflicts:
        if not any(span.overlap(one) for span in (*conflict.left, *conflict.right) for one in agreed):
            yield conflict


def _weighed(conflicts: Iterable[Conflict], left: Account, right: Account) -> Iterator[Conflict]:
    """Give conflicts with how sure they are: reports that tell much besides mostly differ in what they tell of."""
    for conflict in conflicts:
        own = left.terms_in(conflict.left) | right.terms_in(conflict.right)
        own |= {name for one in (left, right) for name in one.weights if name[0] == _MARKS.get(conflict.kind)}
        is_else_like = left.is_else_like(right, own.__contains__)
        yield replace(conflict, is_sure=conflict.is_sure and is_else_like)


def _is_denied(account: Account) -> bool:
    return any(one.attribution is not None and one.attribution.stance is Stance.DENIES for one in account.statements)


def _length(left: Account, right: Account) -> float:
    """Give 1 for two reports of six claims, 2 where they hold as many more pairs that may be alike by chance, in bits."""
    pairs = len(left.background.reading.claims) * len(right.background.reading.claims)
    return max(1.0, log2(max(1, pairs)) / log2(_SHORT**2))


def _is_held(left: Account, right: Account) -> bool:
    """Say whether one account has nearly all that the other tells, and more: what it tells besides makes it no other matter."""
    return any(_holds(one, other) for one in left.statements for other in right.statements)


def _holds(left: Statement, right: Statement) -> bool:
    common, count = shared_terms(left.terms, right.terms)
    return count >= _HELD_TERMS and shares_of(left, right, common)[0] >= _HELD


def _jaccard(left: Account, right: Account) -> float:
    return max(jaccard(one, other) for one in left.statements for other in right.statements)
