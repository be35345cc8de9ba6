"""Modality: how sure a clause is told, and whether it affirms or denies."""

import re

from stemma.model import Certainty, Polarity

_CONDITIONAL = re.compile(
    r"(?<!\bas )(?<!\basked )(?<!\bask )(?<!\bunclear )(?<!\bknow )(?<!\bsee "
    r")(?<!\bwonder )(?<!\bwondered )(?<!\bclear )\bif\b|\bunless\b|\bin case\b|"
    r"\bprovided that\b|\bassuming\b|\bin the event\b|\bas long as\b|\bwould "
    r"have\b|\bshould \w+ (?:not )?(?:be|happen|fail|occur)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(r"\b(?:once|when|as soon as|until|till)\b(?!\s+(?:again|more|a|an|the (?:day|week)))", re.IGNORECASE)
_FUTURE = re.compile(r"(?:\b(?:will|won't|won’t|shall)\b|['’]ll\b|\bgoing to\b)", re.IGNORECASE)
_POSSIBLE = re.compile(
    r"\b(?:might|could|perhaps|maybe|possibly|potentially|conceivably|whether|"
    r"(?<!as )(?<!if )possible|possibility|potential|fears? that|feared|"
    r"uncertain|suspected|unconfirmed|can[’']?t rule out|(?:cannot|not) be (?:ruled "
    r"out|excluded)|(?:asked|unclear|know|see|wonder|wondered|clear) if)\b"
    r"|\b(?-i:may)\b(?! \d)",
    re.IGNORECASE,
)
_PROBABLE = re.compile(
    r"\b(?:likely|probable|probably|seems?|seemed|seemingly|appears?|appeared to|apparently|presumably|expected to|"
    r"(?:is|are|was|were) expected|believed to|thought to|reportedly|allegedly|"
    r"alleged|should be able|supposedly|in all likelihood|"
    r"tends? to|believes?|believed|thinks?|suggests?|suggested|would seem|almost certainly)\b",
    re.IGNORECASE,
)
_UNLIKELY = re.compile(r"\bunlikely\b", re.IGNORECASE)
_NEGATION = re.compile(
    r"\b(?:not|never|no|nor|neither|nobody|nothing|none|nowhere|cannot|(?:is|"
    r"are|was|were|be|been|left|remain(?:s|ed)?|goes|went) without|denie[sd]|"
    r"deny|denying|refus(?:e|es|ed|ing) to|"
    r"fail(?:s|ed|ing)? to|unable to|declin(?:e|es|ed|ing) to|rejects?|rejected|unlikely|lacks|lacked)\b|\w+n['’]t\b",
    re.IGNORECASE,
)
_NO_NEGATION = re.compile(
    r"\bnot (?:only|just|merely|simply|least|(?:yet )?(?:clear|sure|certain|"
    r"known))\b|n['’]t (?:clear|sure|certain|known|only|just|know (?:why|how|"
    r"what|if|whether|who|where))\b|\bno (?:doubt|matter|fewer|less|more than|"
    r"wonder|\d|\. ?\d)|"
    r"\b(?:if|or|and|whether or|why) not\b(?=[,.]|$)|\bnot (?:know|understand) (?:why|how|what)\b|\bNo\. \d",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:who|which|that|whom)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)

_ASIDE = re.compile(
    r",[\"”’]? (?:\w{2,}ing|who|which|where|whose|whom|although|though|despite|"
    r"if|unless|because|while)\b|\bbecause\b|\bdespite\b"
)


def certainty_of(words: str, *, is_attributed: bool) -> Certainty:
    """Give how sure a clause is told by its own words; a plain one is stated, or claimed where it is attributed.

    Conditional goes before possible, possible before probable: the weakest form decides. "Once" and "when" make a
    condition only of what is to come ("once it ends, they will leave").

    >>> certainty_of("the bridge may fall", is_attributed=True)
    <Certainty.POSSIBLE: 'possible'>
    >>> certainty_of("the bridge will fall if it rains", is_attributed=True)
    <Certainty.CONDITIONAL: 'conditional'>
    >>> certainty_of("the bridge fell", is_attributed=False)
    <Certainty.STATED: 'stated'>
    """
    if _CONDITIONAL.search(words):
        return Certainty.CONDITIONAL
    if _POSSIBLE.search(words):
        return Certainty.POSSIBLE
    if _WHEN.search(words) and _FUTURE.search(words):
        return Certainty.CONDITIONAL
    if _PROBABLE.search(words) or _UNLIKELY.search(words):
        return Certainty.PROBABLE
    return Certainty.CLAIMED if is_attributed else Certainty.STATED


def polarity_of(words: str) -> Polarity:
    """Give whether a clause affirms or denies: an odd count of negations denies.

    "Not clear", "unclear" and "not only" deny nothing; a negation inside a clause that only says who or which is meant
    ("those who did not vote") or in what only accompanies the statement ("..., saying he did not") does not count.

    >>> polarity_of("they did not leave"), polarity_of("it is not clear why they left")
    (<Polarity.NEGATES: 'negates'>, <Polarity.AFFIRMS: 'affirms'>)
    >>> polarity_of("those who did not vote were fined")
    <Polarity.AFFIRMS: 'affirms'>
    """
    count = 0
    aside = _ASIDE.search(words)
    plain = _NO_NEGATION.sub(lambda found: " " * len(found.group()), words[: aside.start()] if aside else words)
    for found in _NEGATION.finditer(plain):
        count += not _RELATIVE.search(plain[max(0, found.start() - 30) : found.start()])
    return Polarity.NEGATES if count % 2 else Polarity.AFFIRMS
