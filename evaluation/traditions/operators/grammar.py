"""Small facts of English that several operators ask for; all of them would rather refuse than guess."""

import re
from random import Random

from evaluation.traditions.draft import Sentence

PRONOUN = re.compile(
    r"^[\"“']?(?:He|She|It|They|We|I|You|This|That|These|Those|His|Her|Its|Their|Such|Both|Another|One|Others?|Some|There)\b"
)
_LINKS = (  # words at the beginning of a sentence that look back
    "But And Or So Yet Nor Still Then Also However Moreover Instead Otherwise Nevertheless Nonetheless Thus Therefore Indeed "
    "Similarly Likewise Further Furthermore Additionally Afterward Afterwards Later Meanwhile Earlier Besides"
).split()
_PHRASES = (
    "Since then|In addition|In contrast|On the other hand|At the same time|As a result|For example|For instance|In turn|"
    "In other words|Among them|To that end|That said|Even so|Of those|Of the"
)
_MENTIONED = (  # "the ..." of what was spoken of before
    "two three four five latter former same other first second statement move remark remarks comment comments decision report "
    "letter document group man woman plan bill news measure legislation announcement incident case"
).split()
CONNECTIVE = re.compile(rf"^[\"“']?(?:{'|'.join(_LINKS)}|{_PHRASES}|The (?:{'|'.join(_MENTIONED)}))\b")
LATE_PRONOUN = re.compile(
    r"[,”\"'] (?:he|she|it|they) (?:\w+ed|said|told|wrote|says|went on)\b|\b(?:said|added|asked|wrote) (?:he|she|they)\b"
)
NAME = r"(?:(?:Mr|Ms|Mrs|Dr|Sen|Rep|Gov|Gen|Lt|Sgt|Capt|Rev|Prof)\. )?[A-Z][\w’'-]+(?: (?:[A-Z]\. )?[A-Z][\w’'-]+){0,3}"
CUE = r"(?:said|added|told reporters|wrote|says|continued|noted|insisted|argued|explained)"
SMALL = "two three four five six seven eight nine ten eleven twelve".split()
CLOSED = frozenset(
    "The A An It There This That These Those He She They We In On At If No Not Some Most All Many Several Few One "
    "Two Three Four Five Six Seven Eight Nine Ten Inspectors Firefighters Engineers Prosecutors Lawmakers After "
    "Before When While As For From His Her Its Their Our My Every Each Both Another Nothing Nobody Everything "
    "Everyone Residents People Officials Police Workers Children Such What Who How With Without By To And But".split()
)
VOWEL = re.compile(r"^[aeiou]", re.IGNORECASE)


def decapitalise(text: str) -> str | None:
    """Give a clause as it stands inside a sentence; None where its first word may be a name.

    >>> decapitalise("The pier is safe"), decapitalise("Marle is safe"), decapitalise("I am safe")
    ('the pier is safe', None, 'I am safe')
    """
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    if first in {"I", "I’m", "I'm", "I’ve", "I've", "I’ll", "I'll"} or first[:1].islower() or first[:1].isdigit():
        return text
    return text[0].lower() + text[1:] if re.sub(r"[’'].*|,$", "", first) in CLOSED else None


def capitalise(text: str) -> str:
    """Give a clause as it begins a sentence.

    >>> capitalise("the pier is safe")
    'The pier is safe'
    """
    return text[:1].upper() + text[1:]


def leans(sentence: Sentence) -> bool:
    """Say whether a sentence leans on the one before it: a pronoun, a connective, a speaker who is only "he"."""
    text = sentence.text
    unnamed = sentence.quotes and not re.search(r"[A-Z]", "".join(p for p in sentence.parts if isinstance(p, str)))
    return bool(PRONOUN.match(text) or CONNECTIVE.match(text) or LATE_PRONOUN.search(text) or unnamed)


def surnames(text: str) -> frozenset[str]:
    """Give the last words of the names of two and more words in a text, and the bodies' short forms.

    >>> sorted(surnames("Mayor Ann Roe met the Marle Water Board (MWB)."))
    ['Board', 'MWB', 'Roe']
    """
    full = re.findall(r"\b(?:[A-Z][\w’-]+ )+([A-Z][\w’-]+)", text)
    return frozenset(re.sub(r"[’']s$", "", name) for name in full) | frozenset(re.findall(r"\b[A-Z]{2,6}\b", text))


_DETERMINED = re.compile(r"(?:the|all|most|many|dozens|hundreds|several|a|an)\b")


def same_article(before: str, after: str, context: str) -> bool:
    """Say whether words may stand in for others behind what precedes them: the same article, and never two.

    >>> same_article("large", "big", "a "), same_article("large", "enormous", "a "), same_article("part of", "all of", "a ")
    (True, False, False)
    """
    article = re.search(r"\b([Aa]n?|[Tt]he|[Tt]h[eo]se) $", context)
    if article is None:
        return True
    return not _DETERMINED.match(after) and (
        len(article[1]) > 2 or bool(VOWEL.match(before)) == bool(VOWEL.match(after))
    )


def pick_match(pattern: re.Pattern[str], text: str, rng: Random) -> re.Match[str] | None:
    """Give one of the places where a pattern stands."""
    found = list(pattern.finditer(text))
    return rng.choice(found) if found else None
