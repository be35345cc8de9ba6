"""What kind of place two accounts of one assertion have it happen at, and what kind of person each tells of."""

from collections.abc import Iterator, Mapping

from stemma.model import Conflict
from stemma.stories.accounts import Account
from stemma.stories.roles import GENERIC, NOUNS, ROLES, SITES, are_exclusive
from stemma.text.relations import are_related

_WHERE = frozenset("in at near on into inside outside beside behind under off from by opposite onto front".split())
_LONGEST = 4  # words from a preposition to the place that it stands before


def kinds(left: Account, right: Account) -> Iterator[Conflict]:
    """Give the one kind of place, or of person, that each account has, where neither report has the other's anywhere."""
    yield from _exchanged(left, right, SITES, "place")
    if left.is_else_like(right, ROLES.__contains__):
        yield from _exchanged(left, right, ROLES, "name")


def _exchanged(left: Account, right: Account, classes: Mapping[str, frozenset[int]], kind: str) -> Iterator[Conflict]:
    ours, theirs = _kinds(left, right, classes), _kinds(right, left, classes)
    if len(ours) == len(theirs) == 1:
        (one, place), (other, other_place) = *ours.items(), *theirs.items()
        if are_exclusive(one, other, classes):
            spans = left.span_of([place]), right.span_of([other_place])
            note = f'"{left.cut(spans[0])}" against "{right.cut(spans[1])}"'
            yield Conflict(kind=kind, left=spans[:1], right=spans[1:], note=note)


def _kinds(account: Account, other: Account, classes: Mapping[str, frozenset[int]]) -> dict[str, int]:
    """Give the kinds that an account tells of and the other's report has no word for, each with where it stands.

    A place is meant only behind a preposition of place: "in the town hall", not "the hall was sold".
    """
    told = dict(account.told)
    found: dict[str, int] = {}
    for place, name in account.told:
        is_last = told.get(place + 1) not in classes and told.get(place + 1) not in GENERIC
        is_where = classes is not SITES or not _WHERE.isdisjoint(account.keys[max(0, place - _LONGEST) : place])
        is_noun = account.keys[place].removesuffix("'s") in NOUNS
        if (
            is_noun
            and name in classes
            and place not in account.named
            and is_last
            and is_where
            and _is_strange(name, other)
        ):
            found[name] = place
    return found


def _is_strange(name: str, other: Account) -> bool:
    return name not in other.background.terms and not any(are_related(name, one) for one in other.sentence)
