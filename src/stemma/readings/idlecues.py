"""Idle cues: verbs of saying that bring in nobody's words: a number to be quoted, what patients measured, who is shouted down."""

import re
from collections.abc import Sequence

from stemma.readings.drafts import Draft

_REFERENCE = re.compile(
    r"\s(?:(?:the|a|an|its|their|your|this|police)\s)?(?:"
    r"(?:\w+\s){0,2}?(?:incident|crime|case|log|job|occurrence|file|ref(?:erence)?)\b(?:\s(?:number|no|code|ref(?:erence)?)\b)?"
    r"[.:]?\s?#?[A-Z]{0,4}[-/]?\d"
    r"|(?:\w+\s){0,2}?(?:number|code|reference)\b(?!\s(?:of|from|in|on|by|to|for)\b)"
    r"|[A-Z]{0,4}[-/]?\d[\d/*-]*(?=\sof\s\d{1,2}\s[A-Z]|[.,;]|$)"
    r"|Operation\s[A-Z]\w+(?=[.,;]|$)"
    r")"
)
_QUOTING = frozenset("quote quotes quoting".split())
_REPORTED = re.compile(r"(?:(?:has|have|had|also|often|rarely|more|\w+ly) )*report(?:ed|s|ing)?")
_OWN = re.compile(r"(?:their|his|her) (?:own )?(?:\w+[, ]+){1,6}(?:themselves|himself|herself)")
# Who is measured in a study; what they report is a finding of it. Elsewhere patients report long waits: that they say.
_MEASURED = re.compile(r"(?:[\w’'-]+ )*?(?:participants|patients|volunteers|subjects)\b(?: [\w’'-]+){0,8}", re.I)
_STUDY = re.compile(r"\b(?:study|trial|cohort)\b", re.IGNORECASE)
_DOWN = re.compile(r"\s*(?:shout|talk|howl|argu|vot)(?:s|e|es|ed|ing)? down\b", re.IGNORECASE)  # whom, not what
_FOR = re.compile(
    r"ha(?:s|d|ve) (?:an?|another|some|this) (?:\w+ )?(?:warning|message|word|answer|question|advice)s? (?:for|to)",
    re.I,
)
_CLAUSE = re.compile(r"\b(?:that|was|were|is|are|had|has|have|did|would|will|could|seeing|hearing|being)\b|[“”\"]")


def without_idle(drafts: Sequence[Draft]) -> list[Draft]:
    """Give the drafts that have somebody's words: none of "asked to call, quoting incident 12" or "patients reported pain"."""
    kept = [one for one in drafts if not (_gives_number(one) or _measures(one) or _silences(one))]
    for one in kept:
        if one.parent is not None and not any(one.parent is other for other in kept):
            one.parent = None
    return kept


def _gives_number(one: Draft) -> bool:
    """Say that a reference is to be given, as one calls the police, and nobody is quoted."""
    text = one.sentence.text
    is_quoting = bool(one.cue) and text[slice(*one.cue[-1])].casefold() in _QUOTING
    return is_quoting and _REFERENCE.match(text, one.cue[-1][1], one.sentence.end) is not None


def _silences(one: Draft) -> bool:
    """Say that somebody is shouted down, or has a warning for somebody, and nothing is told of what is said."""
    text = one.sentence.text
    cue = " ".join(text[start:end] for start, end in one.cue)
    is_marked = any(text[start] in "\"“‘'" for start, _ in one.content)
    return bool(one.cue) and (
        _DOWN.match(text, one.cue[0][0]) is not None or (_FOR.fullmatch(cue) is not None and not is_marked)
    )


def _measures(one: Draft) -> bool:
    """Say that those who are studied give what they measured of themselves, which are nobody's words."""
    text = one.sentence.text
    cue = " ".join(text[start:end] for start, end in one.cue).casefold()
    if _REPORTED.fullmatch(cue) is None or one.content[0] < one.cue[0]:
        return False
    said = " ".join(text[start:end] for start, end in one.content)
    who = " ".join(text[start:end] for start, end in one.source)
    is_thing = _MEASURED.fullmatch(who) is not None and _CLAUSE.search(said) is None
    return (is_thing and _STUDY.search(text) is not None) or _OWN.fullmatch(said) is not None
