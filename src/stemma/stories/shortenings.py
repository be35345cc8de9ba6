"""What was done where two wordings part: a filler, a false start or a remark left out, a cut shown or not, a word put in."""

from collections.abc import Sequence

from stemma.model import Integrity
from stemma.stories.touches import NEGATIONS

_SOUNDS = frozenset("um uh er ah eh hmm mm oh erm uhm".split())
_FILLERS = frozenset(
    "well like so okay ok right yeah you know i mean sort kind of and but look listen let me tell now frankly".split()
)
JOINTS = frozenset({"and", "but"})  # beside a filler they go with it; alone they join what is said to what was
_MOST_FILLERS = 4  # words of one filler ("let me tell you"); more is something said
_ADVERBS = frozenset({"now", "right", "frankly"})  # fillers only where a comma sets them off: else they are told
_AGREEMENT = frozenset("is are was were has have do does don't doesn't not there's there're it's it".split())
_REMARK = 15  # words left out in one place, from which on a wording joins what was said apart


def are_fillers(keys: Sequence[str], after: str = "") -> bool:
    """Say whether some words are but fillers; `after` is what follows them up to the next word.

    >>> are_fillers(["you", "know"]), are_fillers(["now"]), are_fillers(["now"], ", "), are_fillers(["never"])
    (True, False, True, False)
    """
    left = [key for key in keys if key not in _SOUNDS]
    if not keys or set(left) & NEGATIONS or (set(left) & _ADVERBS and "," not in after):
        return False
    return len(left) <= _MOST_FILLERS and set(left) <= _FILLERS and (left == [] or not set(left) <= JOINTS)


def are_of_one_verb(out: Sequence[str], put: Sequence[str]) -> bool:
    """Say whether words are exchanged for the sake of agreement alone ("there's" for "there are")."""
    return bool(out) and len(out) == len(put) and {*out, *put} <= _AGREEMENT and ("not" in out) == ("not" in put)


def class_of_cut(out: Sequence[str], following: Sequence[str], between: str, after: str) -> Integrity:
    """Give the class of a wording from which words were left out.

    `following` are the words behind them; `between` is what stands there now; `after` is what stands between the last word
    left out and the next.
    """
    if set(out) <= NEGATIONS:  # the meaning is turned round: the words are other words
        return Integrity.REWORDED_INSIDE_MARKS
    if are_fillers(out, after) or list(out) == list(following[: len(out)]):  # a false start says the words again
        return Integrity.CLEANED_UP
    if any(sign in between for sign in ("...", "…", "[", ". . .")):
        return Integrity.TRIMMED_MARKED
    return Integrity.TRIMMED_SILENTLY


def is_remark(out: Sequence[str], lost: str) -> bool:
    """Say whether what was left out is a remark by itself; `lost` is the text from the word before to the word behind it."""
    return sum(lost.count(mark) for mark in ".?!") > 1 or len(out) > _REMARK
