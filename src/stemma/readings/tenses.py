"""Tenses: whether a day of the week is the last such day or the next one, by the words that stand near it."""

import re

from stemma.readings.anchors import is_future
from stemma.readings.timewords import Told
from stemma.readings.verbs import PASTS, PASTS_OR_PARTICIPLES, is_regular_past

_TERM = re.compile(
    r"\b(?<!day )(?P<word>until|till|through|by|no later than)(?: (?:at least|about|around|late|early|the end of))?(?: on)? $",
    re.IGNORECASE,
)
_PERFECT = re.compile(r"\bhad (?!to\b)(?:\w+ )?\w+", re.IGNORECASE)
_NOT_YET = re.compile(
    r"\b(?:did|was|were|had)(?:n['’]t| not)(?! (?:expected|due|scheduled|planned|likely|to)\b)", re.IGNORECASE
)
_SIGNS = {
    "by": _PERFECT,
    "through": re.compile(rf"{_NOT_YET.pattern}|\b(?:this|last) year\b|\bso far\b", re.IGNORECASE),
}
_APPOINTED = re.compile(
    r"\b(?:(?:due|scheduled|slated|planned|expected|next)(?: to \w+)?(?: (?:for|on|from|week))?(?: on)?|"
    r"(?:set|timed|postponed|delayed|moved|put (?:off|back)|adjourned)(?: back)? (?:for|to|until|till)) $",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"(?: (?:also|again|then|first|finally|formally|\w+ly))* (?P<verb>[a-z]+)\b")
_RIGHT_BEFORE = re.compile(
    r"(?P<aux>\b(?:be|will|to|may|can|could|must|should|would|shall|might)(?: \w+ly)? )?(?<!\w)(?P<verb>[a-z]+)(?: on)? $"
)
_NEAR_FUTURE = re.compile(
    r"\b(?:will|['’]ll|shall|would|to|going to|is to|are to)(?: \w+){0,3}(?: on)? $", re.IGNORECASE
)
_ASIDE = re.compile(r", (?:which|who|whose|where|when|whom) [^,.;!?\n]*(?=,)", re.IGNORECASE)
_WEAK = re.compile(
    r"\b(?:plans?|hopes?)\b(?! to\b)|\b(?:upcoming|next)\b|\b(?:deadline|payable|effective)\b(?=.{14})", re.IGNORECASE
)
_PAST = re.compile(r"\b(?:said|told|was|were|had|did|[a-z]{2,}ed)\b")
_CLOCK = re.compile(r"(?<=\s)(?:\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?)?|noon|midnight)(?: [A-Z]{2,4})?,? (?:on )?$")
_OWNS = re.compile(r"['’]s\b")
_OBJECT = re.compile(
    r"\b(?:(?:will|['’]ll|shall|going to|is to|are to|due to|plans? to|expected to|set to)(?: \w+){1,2}(?: (?:in|at|for))?|"
    r"(?:ahead|in advance) of)(?: the)? $",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?;]\s")
_WINDOW = 200


def is_term(told: Told, text: str) -> bool:
    """Say that a day or a month is a term yet to come: "until Thursday", "by May", not "they did not meet until May"."""
    before = _CLOCK.sub("", text[max(0, told.start - 60) : told.start])
    term = _TERM.search(before)
    return (
        term is not None
        and not _is_doer(term["word"], told, text)
        and not _looks_back(_SIGNS.get(term["word"].lower(), _NOT_YET), told, text)
    )


def _is_doer(word: str, told: Told, text: str) -> bool:
    """Say that a day only tells which one it was that did it: "hit by Monday's storm"."""
    return word.lower() in ("by", "through") and _OWNS.match(text, told.end) is not None


def is_day_ahead(told: Told, text: str) -> bool:
    """Say that a day of the week is the next one: a term, an appointment, or a verb of what is to come.

    A term ("until Thursday") looks forward from the telling whatever the tense; a past verb right behind the day ("on Tuesday
    raised") goes before any other word of the sentence; what is said aside between commas has no say.
    """
    before = _CLOCK.sub("", text[max(0, told.start - 60) : told.start])
    term = _TERM.search(before)
    if term is not None and not _is_doer(term["word"], told, text):
        return is_term(told, text)
    if _APPOINTED.search(before):
        return True
    if before.lower().endswith("as recently as "):
        return False
    if _OWNS.match(
        text, told.end
    ):  # "Friday's ruling" is the last one, unless the verb that looks ahead has it as its object
        return _OBJECT.search(before) is not None
    if _has_past_before(before) or (_has_past_behind(told, text) and not _NEAR_FUTURE.search(before)):
        return False
    return is_future(*_cleared(told, text))


def _looks_back(sign: re.Pattern[str], told: Told, text: str) -> bool:
    """Say that a sentence looks back from a day: "by Tuesday the toll had risen", "they did not meet until Tuesday"."""
    before = _STOP.split(text[max(0, told.start - _WINDOW) : told.start])[-1]
    behind = _STOP.split(text[told.end : told.end + 90])[0]
    return sign.search(before) is not None or sign.search(behind) is not None


def _has_past_before(before: str) -> bool:
    """Say that a past verb stands right before a day ("set Friday"), no participle of what is to be."""
    found = _RIGHT_BEFORE.search(before)
    return found is not None and found["aux"] is None and _is_past(found["verb"])


def _has_past_behind(told: Told, text: str) -> bool:
    found = _BEHIND.match(text, told.end)
    return found is not None and _is_past(found["verb"])


def _is_past(verb: str) -> bool:
    return (
        verb in PASTS or verb in PASTS_OR_PARTICIPLES or verb in ("was", "were", "had", "did") or is_regular_past(verb)
    )


def _cleared(told: Told, text: str) -> tuple[Told, str]:
    """Give the surroundings of a day without asides and, beside a past verb, without weak words of what is to come."""
    first = max(0, told.start - _WINDOW)
    start = told.start - first
    before = _ASIDE.sub(_blank, text[first : told.start])
    behind = _ASIDE.sub(_blank, text[told.end : told.end + _WINDOW])
    window = before + text[told.start : told.end] + behind
    clause = max((stop.end() for stop in _STOP.finditer(window, 0, start)), default=0)
    if _PAST.search(window, clause, start):
        window = window[:clause] + _WEAK.sub(_blank, window[clause:start]) + window[start:]
    return told._replace(start=start, end=told.end - first), window


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())
