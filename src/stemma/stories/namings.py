"""Names and places that two accounts of one assertion do not agree on."""

import re
from collections.abc import Iterator, Sequence, Set

from stemma.model import Conflict, Name, NameKind
from stemma.stories.accounts import Account, Background
from stemma.stories.namesakes import abbreviates, are_one_person, is_slip, may_be_one_name, plain
from stemma.text.relations import are_related, term
from stemma.text.spelling import standard

_NEAR = 4  # words beside a name that show what it stands for
_MOST = 5  # names in one account: more make a list, and another list may name others
_WHERE = frozenset("in at near from to on off over through into outside around".split())
_SMALL = frozenset("the of and for de la st mr mrs ms dr sir lord lady san inc ltd co corp llc plc pc gmbh & -".split())


def namings(left: Account, right: Account) -> Iterator[Conflict]:
    """Give the names that stand for each other and of which neither report has the other's anywhere.

    Either they differ in one part ("John" and "Jane Roe"), or each is the one name of its kind that the other report does not
    have, beside the same words.
    """
    if max(len(left.names), len(right.names)) > _MOST:
        return
    ours, theirs = _strange(left, right.background), _strange(right, left.background)
    slots = [
        (one, other)
        for one in ours
        for other in theirs
        if _differ_in_part(one, other)
        or (
            _are_alone(one, ours, other, theirs)
            and (_are_beside(one, left, other, right) or _are_left_over(one, left, other, right))
        )
    ]
    for one, other in slots or _exchanged(left, right):
        is_spelling = _spelt(left.cut(one.span)) == _spelt(right.cut(other.span))
        are_people = one.kind is other.kind is NameKind.PERSON
        is_short = are_people and are_one_person(plain(one.canonical), plain(other.canonical))
        if not (is_spelling or is_short or _are_one(one.canonical, other.canonical)):
            is_place = NameKind.PLACE in (one.kind, other.kind) and NameKind.PERSON not in (one.kind, other.kind)
            note = f'"{left.cut(one.span)}" against "{right.cut(other.span)}"'
            yield Conflict(
                kind="place" if is_place else "name",
                left=(one.span,),
                right=(other.span,),
                note=note,
                is_sure=_are_of_one_rank(one, left, other, right),
            )


def _are_of_one_rank(one: Name, left: Account, other: Name, right: Account) -> bool:
    """Say whether two names surely name things of one kind; one place may lie in another, unless both are told alike."""
    if one.kind is not other.kind or one.kind is NameKind.OTHER:
        return False
    if one.kind is NameKind.PERSON and not all(" " in name.canonical for name in (one, other)):
        return False  # one may have his first name here and his last name there
    return one.kind is not NameKind.PLACE or _before(one, left) == _before(other, right) in _WHERE


def _exchanged(left: Account, right: Account) -> Iterator[tuple[Name, Name]]:
    """Give the one name that each account has and the other has not, where all else is told in the same words."""
    ours, theirs = _alone(left, right), _alone(right, left)
    if len(ours) == len(theirs) == 1:
        one, other = ours[0], theirs[0]
        is_kind = one.kind is other.kind or (
            {one.kind, other.kind} == {NameKind.OTHER, NameKind.PERSON} and _are_beside(one, left, other, right)
        )
        if is_kind and left.is_word_for_word(right, lambda name: _is_of(name, one) or _is_of(name, other)):
            yield one, other


def _alone(account: Account, other: Account) -> list[Name]:
    """Give the names of an account of which the other account, whatever else stands in its report, has no form."""
    told = [(other.words[place], key) for place, key in enumerate(other.keys)]
    capitals = frozenset(
        plain(key.removesuffix("'s")) for word, key in told if other.background.report.text[word.start].isupper()
    )
    terms = frozenset(key.removesuffix("'s") for _, key in told)
    found = {}
    for name in account.names:
        is_short = any(_are_one(name.canonical, one.canonical) for one in other.names) or any(
            abbreviates(one.upper(), name.canonical) for one in capitals if len(one) > 1
        )
        if not is_short and not any(_is_known(part, capitals, terms) for part in _parts(account.cut(name.span))):
            found[name.canonical] = name
    return list(found.values())


def _are_left_over(one: Name, left: Account, other: Name, right: Account) -> bool:
    """Say whether two names of one kind are what is left where the rest of both accounts is much the same."""
    if one.kind is not other.kind or one.kind is NameKind.OTHER:
        return False
    return left.is_else_like(right, lambda name: _is_of(name, one) or _is_of(name, other))


def _is_of(name: str, other: Name) -> bool:
    return any(name == term(part) for part in _parts(other.canonical))


def _spelt(name: str) -> list[str]:
    """Give the parts of a name as a desk elsewhere spells them, initials in one."""
    joined = re.sub(r"\b([A-Za-z])\.\s?(?=[A-Za-z]\b)", r"\1", name)
    return [standard(part) for part in _parts(joined)]


def _parts(name: str) -> list[str]:
    return [
        part.removesuffix("'s").removesuffix("s'")
        for part in plain(name).replace("’", "'").split()
        if part not in _SMALL
    ]


def _strange(account: Account, elsewhere: Background) -> list[Name]:
    """Give the names of an account that have a part of which the other report has no form; its own house's name is none."""
    found: dict[str, Name] = {}
    opens = {statement.unit.start for statement in account.statements}
    houses = {*_parts(account.background.house), *_parts(elsewhere.house)}
    for name in account.names:
        parts = _parts(account.cut(name.span))
        # any word has a capital there
        is_opener = len(parts) == 1 and name.span.start in opens and name.kind is NameKind.OTHER
        is_short = any(abbreviates(short.upper(), name.canonical) for short in elsewhere.capitals if len(short) > 1)
        if not (is_opener or is_short or houses & set(parts)) and any(
            not _is_known(part, elsewhere.capitals, elsewhere.terms) for part in parts
        ):
            found.setdefault(name.canonical, name)
    return list(found.values())


def _is_known(part: str, capitals: Set[str], terms: Set[str]) -> bool:
    """Say whether a part of a name is among some words, or a form of it is among those with a capital."""
    if part in capitals or part in terms:
        return True
    return any(may_be_one_name(part, other) for other in capitals)


def _differ_in_part(one: Name, other: Name) -> bool:
    """Say whether two names share a part and differ in one other, by more than a slip of the pen."""
    left, right = _parts(one.canonical), _parts(other.canonical)
    gone, come = [part for part in left if part not in right], [part for part in right if part not in left]
    is_alike = len(left) == len(right) and [part in right for part in left] == [part in left for part in right]
    return is_alike and len(gone) == len(come) == 1 < len(left) and not is_slip(gone[0], come[0])


def _are_alone(one: Name, ours: Sequence[Name], other: Name, theirs: Sequence[Name]) -> bool:
    alike = [[name for name in names if name.kind in (one.kind, NameKind.OTHER)] for names in (ours, theirs)]
    is_short = any(name.canonical.isupper() for name in (one, other))  # letters that stand for a name
    is_kind = one.kind is other.kind or NameKind.OTHER in (one.kind, other.kind)
    return is_kind and not is_short and len(alike[0]) <= 1 and len(alike[1]) <= 1


def _are_beside(one: Name, left: Account, other: Name, right: Account) -> bool:
    """Say whether the two accounts have a term in common within a few words of two names."""
    places = [_before(name, account) for name, account in ((one, left), (other, right))]
    return (places[0] in _WHERE and places[0] == places[1]) or any(
        name == also or are_related(name, also)
        for near, again in zip(_beside(one, left), _beside(other, right), strict=True)
        for name in near
        for also in again
    )


def _before(name: Name, account: Account) -> str:
    """Give the key of the word before a name, the article left out."""
    keys = [word.key for word in account.words if word.start < name.span.start and word.key != "the"]
    return keys[-1] if keys else ""


def _beside(name: Name, account: Account) -> tuple[frozenset[str], frozenset[str]]:
    """Give the telling terms before a name, and those behind it."""
    inside = [place for place, word in enumerate(account.words) if name.span.start <= word.start < name.span.end]
    if not inside:
        return frozenset(), frozenset()
    return account.around(inside[0], _NEAR, 0), account.around(inside[-1], 0, _NEAR)


def _are_one(left: str, right: str) -> bool:
    """Say whether two names are one: in full the same, or letters for a name."""
    return abbreviates(left, right) or abbreviates(right, left) or plain(left) == plain(right)
