"""What an exchange of words touches: polarity, number, date, name, modality, certainty or scope."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from stemma.model import Edit
from stemma.stories.namesakes import may_be_one_name

_WORDS = {
    "polarity": frozenset("not no never nor neither without none nothing nobody cannot".split()),
    "modality": frozenset("must should shall ought need needs".split()),
    "date": frozenset(
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
        "september october november december today yesterday tomorrow tonight".split()
    ),
}
NEGATIONS = _WORDS["polarity"]
_OPENERS = frozenset("well like so okay right yeah oh you i and but look the it he she they we".split())
_TITLES = frozenset(
    "mr mrs ms miss dr sir lord lady dame professor prof president minister prime premier pm chancellor secretary senator sen "
    "governor gov mayor king queen prince princess pope cardinal bishop judge justice general gen colonel captain sgt".split()
)
_NO_NAMES = _WORDS["date"] | _OPENERS | _TITLES
# how sure something is told, by grade: a change within a grade, or of tense ("would", "will"), is none
_GRADES = {
    "possible": frozenset("may might could possible possibly perhaps maybe".split()),
    "probable": frozenset(
        "probably likely unlikely believe believes believed think thinks thought suspect suspects seem seems seemed "
        "appear appears appeared alleged suspected presumed supposed allegedly apparently reportedly".split()
    ),
    "conditional": frozenset("if unless whether".split()),
}
_ABLE = 7  # letters of an adjective that says what can be done: "readable", not "table"
_RELATIVE = frozenset({"today", "yesterday", "tomorrow", "tonight"})
_AUXILIARIES = frozenset(
    "is are was were be been do does did has have had will would can could to a the any and but".split()
)
_OPPOSITES = tuple(
    tuple(pair.split())
    for pair in (
        "injured killed,wounded killed,rise fall,rises falls,rose fell,risen fallen,increase decrease,increased decreased,"
        "win lose,won lost,open close,opened closed,more less,more fewer,before after,buy sell,bought sold,accept reject,"
        "accepted rejected,guilty innocent,for against,up down,above below,higher lower,allow ban,allowed banned,"
        "admit deny,admits denies,admitted denied,support oppose,supported opposed,supports opposes,first last,"
        "start stop,started stopped,gain loss,gained lost,agree disagree,agreed refused,legal illegal,safe unsafe"
    ).split(",")
)
_BOUNDS = {
    "rough": frozenset("about around roughly nearly almost approximately some estimated".split()),
    "at least": frozenset({"least", "over"}),
    "at most": frozenset({"most", "under"}),
    "beyond": frozenset({"than"}),
}
_SCOPES = {
    "all": frozenset("all every each both always none".split()),
    "most": frozenset("most many".split()),
    "some": frozenset("some several few any".split()),
    "only": frozenset({"only"}),
}
_NUMBERS = {
    **dict(
        zip(
            "one two three four five six seven eight nine ten eleven twelve thirteen".split(), range(1, 14), strict=True
        )
    ),
    **dict(zip("fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(), range(14, 21), strict=True)),
    **dict(zip("thirty forty fifty sixty seventy eighty ninety hundred".split(), range(30, 101, 10), strict=True)),
    "both": 2,
    "pair": 2,
    "couple": 2,
    "twice": 2,
    "twofold": 2,
    "double": 2,
    "doubled": 2,
    "trio": 3,
    "triple": 3,
    "dozen": 12,
    "dozens": 12,
    "thousand": 1000,
    "thousands": 1000,
    "million": 10**6,
    "billion": 10**9,
    "half": 0.5,
}
_LOOSE_END = re.compile(r"(?:\s+(?:to|the|a|an|of|in|on|at|and|or|that|for))+$", re.IGNORECASE)
_CERTAIN = re.compile(
    r"\b(?:may|might|can|could|will|would|once|if|unless|when|must|should|probably|possibly|perhaps|likely)\b(?:(?:\s+(?:the|an?|this|that|its|his|her|their|our))?\s+[\w'’-]+){1,3}",
    re.IGNORECASE,
)


def touches_of(before: Sequence[str], after: Sequence[str], *, begins: bool = True) -> set[str]:
    """Say what an exchange of words touches: polarity, number, date, name, modality, certainty or scope.

    `begins`: the words may begin a sentence, where a capital makes no name.

    >>> sorted(touches_of(["may", "be", "difficult"], ["will", "be", "tough"]))
    ['certainty']
    >>> sorted(touches_of(["and", "I", "hope", "we"], ["and", "we"]))
    ['certainty']
    >>> sorted(touches_of(["Antwerp", "on"], ["Hamburg", "on"], begins=False))
    ['name']
    >>> sorted(touches_of(["would", "eleven"], ["will", "11"]))
    []
    """
    gone, come = _keys(_without_may(before)), _keys(_without_may(after))
    differing = gone ^ come
    found = {name for name, words in _WORDS.items() if differing & words} - {"polarity"}
    if _denies(gone) != _denies(come):  # "never" for "not" turns nothing
        found.add("polarity")
    if _are_opposed(gone - come, come - gone):  # "innocent" is "not guilty": two turns are none
        found ^= {"polarity"}
    scopes, now_scopes = ({name for name, words in _SCOPES.items() if words & keys} for keys in (gone, come))
    if scopes != now_scopes and (scopes ^ now_scopes) - {"some"}:  # "some" comes and goes without a meaning
        found.add("scope")
    bounds, others = _bounds(before), _bounds(after)
    is_figure_lost = bool(_values(gone)) != bool(_values(come))  # with its "about": less is told, and not otherwise
    if _are_graded_apart(gone, come) or (bool(bounds) != bool(others) and not is_figure_lost):
        found.add("certainty")
    if bounds and others and bounds != others:  # "about 40" has become "more than 40"
        found.add("number")
    if _values(gone) != _values(come):
        found.add("date" if _is_date(gone, come) else "number")
    said, now = ({key.removesuffix("s") for key in keys} for keys in (gone, come))
    if _are_exchanged(_names(before, begins) - now, _names(after, begins) - said):
        found.add("name")
    return found


def _denies(keys: set[str]) -> bool:
    return bool(keys & NEGATIONS) or any(key.endswith("n't") for key in keys)


def _are_graded_apart(gone: set[str], come: set[str]) -> bool:
    """Say whether two stretches are told with other certainty; what is readable could be read."""
    apart = _grades(gone) ^ _grades(come)
    is_able = any(key.endswith(("able", "ible")) and len(key) >= _ABLE for key in gone | come)
    return bool(apart) and not (is_able and apart == {"possible"})


def _grades(keys: set[str]) -> set[str]:
    is_hoped = "hope" in keys and bool(keys & {"i", "we"})
    return {grade for grade, words in _GRADES.items() if words & keys} | ({"probable"} if is_hoped else set())


def _bounds(told: Sequence[str]) -> set[str]:
    """Give how the numbers of a stretch are bounded: roughly, at least, at most, beyond."""
    keys = [_bare(word).casefold() for word in told]
    return {
        name
        for key, following in pairwise(keys)
        if value_of(following) is not None or following in ("a", "an")
        for name, words in _BOUNDS.items()
        if key in words
    } | ({"at most"} if re.search(r"\bup to [\d\w]", " ".join(keys)) and _values(keys) else set())


def _values(keys: Iterable[str]) -> set[float | None]:
    return {value for key in keys if (value := value_of(key)) not in (None, 1)}  # "one" is as good as "a"


@lru_cache(maxsize=65536)
def value_of(key: str) -> float | None:
    """Give the value of a number word or of digits, None where a word is no number.

    >>> value_of("eleven"), value_of("2,300"), value_of("$3.5"), value_of("barge")
    (11, 2300.0, 3.5, None)
    """
    if key in _NUMBERS:
        return _NUMBERS[key]
    digits = key.lstrip("$€£¥").rstrip("%").replace(",", "")
    return float(digits) if re.fullmatch(r"\d+(?:\.\d+)?", digits) else None


def _without_may(told: Sequence[str]) -> list[str]:
    """Leave out the month that looks like a verb: May behind or before a number, or with its capital inside a sentence."""
    kept = []
    for place, word in enumerate(told):
        near = [*told[max(0, place - 1) : place], *told[place + 1 : place + 2]]
        is_month = word in ("May", "MAY") and (place > 0 or any(one[:1].isdigit() for one in near))
        if not is_month:
            kept.append(word)
    return kept


def _are_opposed(gone: set[str], come: set[str]) -> bool:
    return any((one in gone and other in come) or (other in gone and one in come) for one, other in _OPPOSITES)


def _is_date(gone: set[str], come: set[str]) -> bool:
    """Say whether differing numbers are days of a month or years."""
    values = _values(gone) ^ _values(come)
    is_year = all(value is not None and 1900 <= value < 2100 for value in values)
    return is_year or bool(_WORDS["date"] & (gone | come))


def _are_exchanged(before: set[str], after: set[str]) -> bool:
    """Say whether names gave way to other names; an acronym and what it stands for are one, and so are a people and its land."""
    for short in before | after:
        for full in (before - {short}, after - {short}):
            if 1 < len(short) == len(full) and set(short) == {name[0] for name in full}:
                before, after = before - full - {short}, after - full - {short}
    same = {(one, other) for one in before for other in after if may_be_one_name(one, other)}
    return bool(before - {one for one, _ in same}) and bool(after - {other for _, other in same})


def phrases_of_certainty(told: str) -> list[str]:
    """Give the phrases that carry how sure something is told.

    >>> phrases_of_certainty("It may be hard to leave once the rain has stopped.")
    ['may be hard', 'once the rain has stopped']
    """
    return [_LOOSE_END.sub("", found.group()) for found in _CERTAIN.finditer(told)]


def _keys(told: Sequence[str]) -> set[str]:
    return {_bare(word).casefold() for word in told} - {""}


def _bare(word: str) -> str:
    return word.strip(".,;:!?\"'“”‘’()[]").replace("’", "'").removesuffix("'s")


def _names(told: Sequence[str], begins: bool) -> set[str]:
    bare = [_bare(word) for word in told]
    if sum(word[:1].isupper() for word in bare) > len(bare) / 2 and len(bare) > 3:
        return set()  # a headline in capitals names nobody by them
    return {
        word.casefold().removesuffix("s")  # a people by its adjective or its plural: one name
        for word in (begins and bare[1:]) or bare
        if word[:1].isupper() and len(word) > 1 and word.casefold() not in _NO_NAMES
    }


def is_real(touch: str, edit: Edit) -> bool:
    """Say whether an exchange of words alters what it touches.

    A number or a date needs a value on both sides, and a negation must come or go by itself.

    >>> from stemma.model import EditKind
    >>> is_real("polarity", Edit(kind=EditKind.SUBSTITUTE, start=0, end=8, before="innocent", after="not guilty"))
    False
    """
    before, after = _keys(edit.before.split()), _keys(edit.after.split())
    if touch == "number":
        are_figures = [bool(_values(keys)) for keys in (before, after)]
        return all(are_figures) or (not any(are_figures) and bool(_bounds(edit.before.split())))
    if touch == "date":
        is_told = [bool(_WORDS["date"] & keys or any(key[:1].isdigit() for key in keys)) for keys in (before, after)]
        return all(is_told) and not (before | after) & _RELATIVE
    if touch == "polarity":
        is_bare = not ((before | after) - _WORDS["polarity"] - _AUXILIARIES)
        is_turned = _are_opposed(before - after, after - before)
        return is_bare or (is_turned and not _WORDS["polarity"] & (before ^ after))
    return True
