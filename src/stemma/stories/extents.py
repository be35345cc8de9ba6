"""For how many, for whom alone, and for how much of it two accounts tell one assertion."""

from collections.abc import Container, Iterator, Sequence

from stemma.model import Conflict, Span
from stemma.stories.accounts import Account
from stemma.stories.statements import jaccard
from stemma.stories.touches import value_of
from stemma.text.relations import term

_ALL = frozenset(
    "any all every each both entire whole everyone everybody everything everywhere always whatever "
    "whoever whichever wherever regardless irrespective throughout completely entirely universally unanimously".split()
)
_NONE = frozenset("none neither".split())
_FEW = frozenset("few hardly barely scarcely handful minority rarely seldom occasionally".split())
_MANY = frozenset(
    "many most majority mostly mainly largely predominantly overwhelmingly bulk numerous countless".split()
)
_PART = frozenset(
    "some several most half third thirds quarter quarters fifth fifths tenth part parts portion section fraction share "
    "number many majority minority few handful couple bulk rest remainder dozens scores hundreds thousands".split()
)
_SHARED = frozenset("part parts number share section portion rest remainder".split())
_LEADING = frozenset("the on as for".split())
_TWO = frozenset("two either 2 pair couple".split())
_TIMES = frozenset(
    "day week month year hour minute morning afternoon evening night weekend season summer winter spring autumn time "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
_PARTLY = frozenset("partly partially certain selected".split())
_NOT_QUITE = frozenset("nearly almost virtually practically not".split())  # "nearly all" is not all
_BEFORE = frozenset("in at of after above with".split())  # "in all", "at all", "of all the critics the loudest"
_KINDS = frozenset("kind kinds sort sorts type types form".split())  # any kind of it is all of it
_ONLY = frozenset({"only", "solely", "exclusively", "purely", "merely", "sole"})
_HOWEVER = frozenset("long much many far often old large small big great high low".split())  # "however long the wait"
_NO = frozenset({"no", "nothing", "nobody", "none"})
_LONELY = frozenset(map(term, "live stand be act work travel leave sit home walk him her them it".split()))
_SAME = 0.5  # of all that two accounts tell is shared: where one then tells of a part, that is the difference
_EVERYBODY = frozenset("whole entire throughout everybody everyone everything whatever regardless alone".split())
_BEHIND = 2  # words that it may stand behind instead
_REACH = 4  # words behind such a word in which what it counts stands


def extents(left: Account, right: Account) -> Iterator[Conflict]:
    """Give where one account tells of all what the other tells of some or of a part, or of many what it tells of few."""
    (one, ours), (other, theirs) = _extent(left, right), _extent(right, left)
    if one is None and other is None:
        return
    if one != other and _is_telling(one, other, left, right):
        note = f"{_shown(left, ours)} against {_shown(right, theirs)}"
        yield Conflict(kind="scope", left=ours or left.spans, right=theirs or right.spans, note=note)


def _is_telling(one: str | None, other: str | None, left: Account, right: Account) -> bool:
    """Say whether two extents exclude each other: a word for all is seldom put in or left out without a meaning.

    A part of what the other tells of as such needs claims that are else the same.
    """
    both = {one, other}
    if "all" in both and both & {None, "few", "many", "only", "part", "one"}:
        return True
    if both in ({"one", "total"}, {"few", "total"}, {"many", "total"}, {"none", "total"}, {"part", "total"}):
        return True
    if both in ({"few", "many"}, {"none", "few"}, {"none", "many"}, {"none", "part"}, {"none", "all"}):
        return True
    is_same = max(jaccard(mine, yours) for mine in left.statements for yours in right.statements) >= _SAME
    return is_same and bool({"part", "only", "few"} & both) and None in both


def _extent(account: Account, other: Account) -> tuple[str | None, tuple[Span, ...]]:
    """Give for how much of it an account tells what the other tells too, and the word that says so."""
    keys = account.keys
    for name, kept in (("none", _NONE), ("all", _ALL), ("few", _FEW), ("many", _MANY)):
        for place, key in enumerate(keys):
            is_own = key in kept or (name == "all" and _is_however(place, keys))
            is_quite = not _is_short_of(place, keys) and not _is_part(place, keys)
            if is_own and is_quite and not _is_phrase(key, place, keys) and _is_missing(kept, account, place, other):
                return name, (account.span_of([place]),)
    for place, key in enumerate(keys):
        following = keys[place + 1] if place + 1 < len(keys) else ""
        before = keys[place - 1] if place else ""
        is_part = _is_part(place, keys) or key in _PARTLY
        is_part |= key in _ALL and _is_short_of(place, keys)
        is_only = key in _ONLY and value_of(following) is None and before not in ("not", "if")
        is_only |= key == "alone" and term(before) not in _LONELY
        is_only |= key in _NO and "but" in keys[place + 1 : place + _REACH]  # "no cars but Saturns"
        if (is_part or is_only) and _is_missing(_PART if is_part else _ONLY | _NO, account, place, other):
            return "part" if is_part else "only", (account.span_of([place]),)
        if (key, following) == ("one", "of") or (key == "all" and value_of(following) is not None):
            return "one" if key == "one" else "total", (account.span_of([place]),)
    return None, ()


def _is_part(place: int, keys: Sequence[str]) -> bool:
    """Say whether a word sets off a part of something: "a third of", "half the"."""
    following = keys[place + 1 : place + 2]
    if keys[place] in _SHARED and not _LEADING.isdisjoint(keys[max(0, place - 1) : place]):
        return False  # "on the part of", "the number of"
    return keys[place] in _PART and (following == ("of",) or (keys[place], following) == ("half", ("the",)))


def _is_short_of(place: int, keys: Sequence[str]) -> bool:
    """Say whether a word for all is taken back: "nearly all", "almost the entire", "not every", "don't always"."""
    before = keys[max(0, place - 2) : place]
    return not _NOT_QUITE.isdisjoint(before) or any(key.endswith("n't") for key in before)


def _is_however(place: int, keys: Sequence[str]) -> bool:
    return keys[place] == "however" and bool(_HOWEVER & {*keys[place + 1 : place + 2]})


def _is_missing(kept: Container[str], account: Account, place: int, other: Account) -> bool:
    """Say whether what such a word counts is told by the other account, and its report nowhere has such a word for it."""
    if any(key in kept and key != "any" for key in other.keys):
        return False
    if account.keys[place] == "both" and not _TWO.isdisjoint(other.keys):
        return False
    following = [name for at, name in account.told if place < at <= place + _REACH and name in account.weights]
    following = [name for name in following if name not in _KINDS]
    leading = [name for at, name in account.told if place - _BEHIND <= at < place and name in account.weights]
    counted = frozenset(following[:1])
    is_behind = (
        not following or account.keys[place] in _EVERYBODY | {"any"} or "of" in account.keys[max(0, place - 2) : place]
    )
    if is_behind and not other.shares(counted):  # "people of every age", "to refund everybody who was booked"
        counted = frozenset(leading[-1:])
    if not other.shares(counted):
        return False
    counted |= frozenset(following)
    is_elsewhere = kept is _ALL and ("all", "of", "them") in zip(
        *(other.background.keys[at:] for at in range(3)), strict=False
    )
    is_told = other.background.has_before(lambda key: key in kept and key != "any", counted, _REACH)
    is_told |= kept is _PART and other.background.has_before(lambda key: value_of(key) is not None, counted, 2)
    return not (is_elsewhere or is_told)


def _is_phrase(key: str, place: int, keys: Sequence[str]) -> bool:
    """Say whether a word counts nothing here: "in all", "both cheap and fast", "all 42 members", "the majority leader"."""
    following = keys[place + 1 : place + 1 + _REACH]
    is_joined = key == "both" and "and" in following
    is_title = key == "majority" and bool({"leader", "whip"} & {*following[:1]})
    is_counted = key == "all" and value_of(following[0] if following else "") is not None
    is_any = key == "any" and not _KINDS & {*following[:1]} and keys[max(0, place - 1) : place] != ("at",)
    is_often = key in ("each", "every") and bool(_TIMES & {*following[:1]})
    return (
        is_any
        or is_often
        or is_joined
        or is_title
        or is_counted
        or (key == "all" and keys[place - 1 : place] != () and keys[place - 1] in _BEFORE)
    )


def _shown(account: Account, spans: tuple[Span, ...]) -> str:
    whole = account.cut(account.statements[0].claim.spans[0])
    return f'"{account.cut(spans[0])}" ("{whole}")' if spans else f'"{whole}"'
