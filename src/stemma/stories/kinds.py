"""What kind of place two accounts of one assertion have it happen at, and what kind of person each tells of."""

from collections.abc import Iterator, Mapping

from stemma.model import Conflict
from stemma.stories.accounts import Account
from stemma.stories.roles import GENERIC, NOUNS, ROLES, SITES, are_exclusive
from stemma.text.narration import SMALL
from stemma.text.relations import are_related

_WHERE = frozenset("in at near on into inside outside beside behind under off from by opposite onto front".split())
_ARTICLES = frozenset("the a an his her its their second first third".split())
# behind these stands a thing, and seldom a word for a state or a matter
_BESIDE = frozenset("beside behind under beneath underneath above below opposite alongside near".split())
_DETERMINED = frozenset((one,) for one in "the a an his her its their".split())
_LONGEST = 4  # words from a preposition to the place that it stands before


def kinds(left: Account, right: Account) -> Iterator[Conflict]:
    """Give the one kind of place, or of person, that each account has, where neither report has the other's anywhere."""
    yield from _exchanged(left, right, SITES, "place")
    if left.is_else_like(right, ROLES.__contains__):
        yield from _exchanged(left, right, ROLES, "name")
    yield from _elsewhere(left, right)


def _elsewhere(left: Account, right: Account) -> Iterator[Conflict]:
    """Give what stands behind the same preposition of place in either account, where all else is told in the same words."""
    for where, ours in _wheres(left):
        for again, theirs in _wheres(right):
            gone, come = (
                {name: at for name, at in one.items() if name not in other}
                for one, other in ((ours, theirs), (theirs, ours))
            )
            if where != again or not gone or not come or any(are_related(one, other) for one in gone for other in come):
                continue
            is_other = gone.keys().isdisjoint(right.sentence) and come.keys().isdisjoint(left.sentence)
            if is_other and left.is_word_for_word(right, (gone | come).__contains__):
                spans = left.span_of([*gone.values()]), right.span_of([*come.values()])
                note = f'"{left.cut(spans[0])}" against "{right.cut(spans[1])}"'
                yield Conflict(kind="place", left=spans[:1], right=spans[1:], note=note)
                return


def _wheres(account: Account) -> Iterator[tuple[str, dict[str, int]]]:
    """Give each preposition of place with the terms that stand behind it, up to the next small word; no names, no times."""
    times = [one.span for one in account.times]
    told = dict(account.told)
    for place, key in enumerate(account.keys):
        if key not in _BESIDE or account.keys[place + 1 : place + 2] not in _DETERMINED:
            continue
        found: dict[str, int] = {}
        for at in range(place + 1, min(len(account.keys), place + 2 + _LONGEST)):
            if account.keys[at] in SMALL - _ARTICLES or any(
                one.start <= account.words[at].start < one.end for one in times
            ):
                break
            if (
                at in told
                and told[at] in account.weights
                and at not in account.named
                and account.keys[at] not in _ARTICLES
            ):
                found[told[at]] = at
        if found:
            yield key, found


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
