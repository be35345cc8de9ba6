"""What two accounts of one assertion tell the other way round: who did it to whom, from where to where, which number of what."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from stemma.model import Conflict
from stemma.stories.accounts import Account
from stemma.stories.terms import measure_of, shared_terms

_SLOTS = {
    "from": "from",
    "to": "to",
    "into": "to",
    "by": "by",
    "against": "against",
    "over": "over",
    "than": "than",
}
_DOERS = frozenset({"by", "against", "over", "than"})  # with these, what stands behind nothing has another part in it
_ARTICLES = frozenset("the a an his her its their".split())
_NEAR = 4  # words beside a number that show what it counts
_REST = 0.6  # of the shorter of two accounts is told by the other too


def swaps(left: Account, right: Account) -> Iterator[Conflict]:
    """Give two names or places, or two numbers, of which each account has the one where the other has the other."""
    common, _ = shared_terms(left.weights, right.weights)
    if common < _REST * min(sum(left.weights.values()), sum(right.weights.values())):
        return
    ours, theirs = _slots(left), _slots(right)
    for one, other in combinations(sorted(ours.keys() & theirs.keys()), 2):
        slots = ours[one], ours[other]
        if slots[0] != slots[1] and slots == (theirs[other], theirs[one]):
            is_named = one in _names(left) and other in _names(left)
            if "" not in slots or (is_named and not _DOERS.isdisjoint(slots)):
                yield _conflict("place" if _DOERS.isdisjoint(slots) else "name", one, other, left, right)
                return
    yield from _numbers(left, right)


def _slots(account: Account) -> Mapping[str, str]:
    """Give the preposition that each telling term stands behind, the article and one word left out; empty where none does.

    A term that stands twice has no slot.
    """
    found: dict[str, str] = {}
    twice: set[str] = set()
    for place, name in account.told:
        if name in account.weights:
            twice |= {name} & found.keys()
            found[name] = _slot(place, account)
    return {name: slot for name, slot in found.items() if name not in twice}


def _slot(place: int, account: Account) -> str:
    skipped = 0
    for at in range(place - 1, max(-1, place - 4), -1):
        key = account.keys[at]
        if key in _SLOTS:
            return _SLOTS[key]
        is_of_name = {at, place} <= account.named
        skipped += key not in _ARTICLES and not is_of_name
        if skipped > 1 or (skipped and place in account.named and at not in account.named):
            return ""
    return ""


def _names(account: Account) -> frozenset[str]:
    return frozenset(name for place, name in account.told if place in account.named)


def _numbers(left: Account, right: Account) -> Iterator[Conflict]:
    ours, theirs = _counted(left), _counted(right)
    for one, other in combinations(sorted(ours.keys() & theirs.keys()), 2):
        is_across = ours[one] & theirs[other] and ours[other] & theirs[one]
        if is_across and not (ours[one] & theirs[one] or ours[other] & theirs[other]):
            spans = [next(q.span for q in account.quantities if measure_of(q).low == one) for account in (left, right)]
            note = f'"{left.cut(spans[0])}" against "{right.cut(spans[1])}"'
            yield Conflict(kind="number", left=(spans[0],), right=(spans[1],), note=note)
            return


def _counted(account: Account) -> Mapping[float, frozenset[str]]:
    """Give the telling terms beside each number of an account, but for the other numbers."""
    found: dict[float, frozenset[str]] = {}
    for quantity in account.quantities:
        places = [
            place for place, word in enumerate(account.words) if quantity.span.start <= word.start < quantity.span.end
        ]
        low = measure_of(quantity).low
        if places and low is not None:
            near = account.around(places[0], _NEAR, 0) | account.around(places[-1], 0, _NEAR)
            inside = frozenset(name for at, name in account.told if at in places)
            found[low] = (near | (inside & account.weights.keys())) - {f"#{low:g}"}
    return found


def _conflict(kind: str, one: str, other: str, left: Account, right: Account) -> Conflict:
    spans = []
    for account in (left, right):
        places = [place for place, name in account.told if name in (one, other)]
        spans.append(account.span_of(places))
    note = f'"{left.cut(spans[0])}" against "{right.cut(spans[1])}"'
    return Conflict(kind=kind, left=(spans[0],), right=(spans[1],), note=note)
