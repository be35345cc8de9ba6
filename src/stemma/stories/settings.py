"""At, in or by what kind of place two accounts of one assertion have it happen."""

from collections.abc import Iterator

from stemma.model import Conflict
from stemma.stories.accounts import Account
from stemma.stories.roles import SITES, are_exclusive
from stemma.text.relations import are_related, term

_WHERE = frozenset("in at near on into inside outside beside behind under off from by opposite onto".split())
_WITHIN = frozenset({"inside", "within"})
_LONGEST = 4  # words from a preposition to the place that it stands before
_LINKS = frozenset("the a an his her its their our this that old new main same".split())


def settings(left: Account, right: Account) -> Iterator[Conflict]:
    """Give the one kind of place that each account has, where neither report has the other's anywhere."""
    ours, theirs = _sites(left), _sites(right)
    if len(ours) != 1 or len(theirs) != 1:
        return
    (one, place), (other, other_place) = ours[0], theirs[0]
    if are_exclusive(one, other, SITES) and _is_strange(one, right) and _is_strange(other, left):
        spans = left.span_of([place]), right.span_of([other_place])
        note = f'"{left.cut(spans[0])}" against "{right.cut(spans[1])}"'
        yield Conflict(kind="place", left=spans[:1], right=spans[1:], note=note)


def _sites(account: Account) -> list[tuple[str, int]]:
    """Give the kinds of places that stand last in a phrase with a preposition of place ("in the town hall")."""
    places = dict(account.told)
    found = []
    for place, name in account.told:
        if name not in SITES or place in account.named or places.get(place + 1) in SITES:
            continue
        before = account.keys[max(0, place - _LONGEST) : place]
        if _WHERE & {*before}:
            found.append((name, place))
    return found


def _is_strange(name: str, other: Account) -> bool:
    return name not in other.background.terms and not any(are_related(name, one) for one in other.sentence)
