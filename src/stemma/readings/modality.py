"""Modality: how sure a clause is told, and whether it affirms or denies."""

import re
from collections.abc import Iterator
from functools import lru_cache

from stemma.model import Certainty, Polarity
from stemma.readings.finiteness import first_finite, tokenize
from stemma.readings.mainclauses import main_clause
from stemma.readings.verbs import BASES, PASTS, THIRDS, is_regular_past
from stemma.text.words import has_any

_PRESENTS = frozenset("is are has have do does isn't aren't hasn't haven't 's 're".split())

_CONDITIONAL = re.compile(
    r"(?<!\bas )(?<!\basked )(?<!\bask )(?<!\bunclear )(?<!\bknow )(?<!\bsee )(?<!\bwonder )(?<!\bwondered )(?<!\bclear )"
    r"\bif\b(?! (?:\w+ly,|(?:not|any|anything|ever|only)\b))|\bunless\b|\bin case\b|"
    r"\bprovided (?:that|it|they|he|she|the)\b|\bassuming (?:that|it|they|he|she|the)\b|\bin the event\b|\bas long as\b|"
    r"\bwould(?: have|[’']ve)\b|(?:^|[,;] )should \w+ (?:not )?(?:be|happen|fail|occur)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(?:once|when|as soon as)\b(?!\s+(?:again|more|a|an|the (?:day|week)))(?P<clause>[^,;.]{2,80})", re.IGNORECASE
)
_FUTURE = re.compile(r"(?:\b(?:will|won't|won’t|shall|can|cannot|must|should)\b|['’]ll\b|\bgoing to\b)", re.IGNORECASE)
_POSSIBLE = re.compile(
    r"\b(?:might|could(?! not (?:\w+ly )?(?:be )?(?:\w+ly )?(?:verif|confirm|corroborat|reach))|"
    r"perhaps|maybe|possibly|potentially|conceivably|whether(?! to\b)|"
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
    r"(?:\bnot|n['’]t) (?:\w+ly |yet |entirely |quite |at all )?(?:clear|sure|certain|known|only|just|simply|least|merely|"
    r"(?:know|understand) (?:why|how|what|if|whether|who|where))\b|"
    r"\bno (?:doubt|question|denying|mistake|matter|fewer|less|later|sooner|more than|wonder|\d|\. ?\d)|"
    r"\b(?:if|or|and|whether or|why) not\b(?=[,.]|$)|\bNo\. \d|"
    r"\b(?:asked|told|urged|warned|ordered|begged|advised)(?: \w+){0,2} not to\b",
    re.IGNORECASE,
)


# Without one of these a pattern finds nothing: looked for first, they save most searches.
_CONDITIONAL_CLUES = (
    "if",
    "unless",
    "in case",
    "provided",
    "assuming",
    "in the event",
    "as long as",
    "would have",
    "would've",
    "would’ve",
    "should",
)
_WHEN_CLUES = ("once", "when", "as soon as")
_POSSIBLE_CLUES = (
    "may",  # "maybe" too
    "might",
    "could",
    "perhaps",
    "possib",
    "potential",
    "conceivably",
    "whether",
    "fear",
    "uncertain",
    "suspected",
    "unconfirmed",
    "rule out",
    " be ruled",
    " be excluded",
    " if",
)
_PROBABLE_CLUES = (
    "likely",
    "probabl",
    "seem",
    "appear",
    "apparently",
    "presumably",
    "expected",
    "believe",
    "thought to",
    "think",
    "reportedly",
    "alleged",
    "should be able",
    "supposedly",
    "likelihood",
    "tend",
    "suggest",
    "almost certainly",
)
_NEGATION_CLUES = (
    "no",  # "not", "nobody", "cannot" too
    "never",
    "neither",
    "without",
    "den",
    "refus",
    "fail",
    "unable",
    "declin",
    "reject",
    "unlikely",
    "lack",
    "n't",
    "n’t",
)


def certainty_of(words: str, *, is_attributed: bool) -> Certainty:
    """Give how sure a clause is told by its own words; a plain one is stated, or claimed where it is attributed.

    Conditional goes before possible, possible before probable: the weakest form decides. "Once", "when" and "as soon as"
    make a condition only with a present of their own beside a future ("once it ends, they will leave"); "until", "before"
    and "after" make none.

    >>> certainty_of("the bridge may fall", is_attributed=True)
    <Certainty.POSSIBLE: 'possible'>
    >>> certainty_of("the bridge will fall if it rains", is_attributed=True)
    <Certainty.CONDITIONAL: 'conditional'>
    >>> certainty_of("the bridge fell", is_attributed=False)
    <Certainty.STATED: 'stated'>
    """
    if has_any(_CONDITIONAL_CLUES, words) and _CONDITIONAL.search(words):
        return Certainty.CONDITIONAL
    if has_any(_POSSIBLE_CLUES, words) and _POSSIBLE.search(words):
        return Certainty.POSSIBLE
    if _awaits(words):
        return Certainty.CONDITIONAL
    if has_any(_PROBABLE_CLUES, words) and (_PROBABLE.search(words) or _UNLIKELY.search(words)):
        return Certainty.PROBABLE
    return Certainty.CLAIMED if is_attributed else Certainty.STATED


def conditions_in(words: str) -> Iterator[tuple[int, int, bool]]:
    """Give the words on which a statement hangs: their offsets, and whether it only waits ("once", "when", "as soon as").

    >>> list(conditions_in("they will leave once it ends, unless it rains"))
    [(30, 36, False), (16, 20, True)]
    """
    for found in _CONDITIONAL.finditer(words) if has_any(_CONDITIONAL_CLUES, words) else ():
        if not found.group().lower().startswith(("would", "should", ",", ";")):
            yield found.start(), found.end(), False
    awaited = _WHEN.search(words) if _awaits(words) else None
    if awaited is not None:
        yield awaited.start(), awaited.start("clause"), True


@lru_cache(maxsize=16)  # asked twice of a clause
def _awaits(words: str) -> bool:
    """Say that a statement waits for something to happen: a future beside a "once" or "when" in the present."""
    found = _WHEN.search(words) if has_any(_WHEN_CLUES, words) else None
    if found is None or _FUTURE.search(words) is None:
        return False
    clause = tokenize(words, found.start("clause"), found.end("clause"))
    keys = [token.key for token in clause]
    if any(key in ("was", "were", "had", "did", "would") or key in PASTS for key in keys):
        return False
    if first_finite(clause) is not None:
        return True
    return any(key in _PRESENTS or key in THIRDS or key in BASES or is_regular_past(key) for key in keys)


def polarity_of(words: str) -> Polarity:
    """Give whether a clause affirms or denies: an odd count of negations in its main clause denies.

    "Not clear", "unclear" and "not only" deny nothing; a negation inside a clause that only says who or which is meant
    ("those who did not vote"), or in what is said, known or gives the reason ("..., saying he did not") does not count.

    >>> polarity_of("they did not leave"), polarity_of("it is not clear why they left")
    (<Polarity.NEGATES: 'negates'>, <Polarity.AFFIRMS: 'affirms'>)
    >>> polarity_of("those who did not vote were fined")
    <Polarity.AFFIRMS: 'affirms'>
    """
    if not has_any(_NEGATION_CLUES, words) or _NEGATION.search(words) is None:
        return Polarity.AFFIRMS
    plain = _NO_NEGATION.sub(lambda found: "~" * len(found.group()), words)
    if _NEGATION.search(plain) is None:
        return Polarity.AFFIRMS
    count = len(_NEGATION.findall(" ".join(main_clause(plain).split())))
    return Polarity.NEGATES if count % 2 else Polarity.AFFIRMS
