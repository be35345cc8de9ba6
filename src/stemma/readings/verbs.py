"""Verbs: which words are finite verbs, by a closed list of auxiliaries, irregular pasts, common verbs and endings.

There is no tagger here: the list of common verbs was compiled for news; what it does not know is taken for no verb, so
that a clause may stay whole but is seldom cut wrongly.
"""

from stemma.readings.wordlists import word_list

AUXILIARIES = frozenset(
    "is are was were am isn't aren't wasn't weren't has have had hasn't haven't hadn't do does did don't doesn't didn't "
    "will would won't wouldn't can could can't couldn't cannot may might mightn't must mustn't shall should shouldn't "
    "shan't ain't".split()
)
MODALS = frozenset(
    "will would won't wouldn't can could can't couldn't cannot may might must mustn't shall should shouldn't".split()
)
BE = frozenset("is are was were am be been being isn't aren't wasn't weren't 's 're 'm".split())
HAVE = frozenset("has have had hasn't haven't hadn't having 've".split())
PASTS = word_list("pasts")  # no participles: finite wherever they stand
PASTS_OR_PARTICIPLES = word_list("participle_pasts")  # finite when a subject stands before them
BASES = word_list("verbs")
NOUNISH = word_list("noun_verbs")  # verbs only after a subject that is surely one


def _forms(base: str) -> tuple[str, str]:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        third = base + "es"
    elif base.endswith("y") and base[-2] not in "aeiou":
        third = base[:-1] + "ies"
    else:
        third = base + "s"
    if base.endswith("e"):
        past = base + "d"
    elif base.endswith("y") and base[-2] not in "aeiou":
        past = base[:-1] + "ied"
    else:
        past = base + "ed"
    return third, past


THIRDS = {third: base for base in BASES for third in (_forms(base)[0],)} | {"has": "have", "does": "do", "goes": "go"}
_NO_PASTS = frozenset(
    "hundred indeed embed exceed proceed succeed need bleed breed feed speed seed weed united armed unprecedented alleged "
    "so-called aged red bed led shed wed sacred naked wicked hatred kindred infrared crooked rugged limited".split()
)


def is_regular_past(word: str) -> bool:
    """Say that a word has the form of a regular past or past participle.

    >>> is_regular_past("introduced"), is_regular_past("stopped"), is_regular_past("hundred")
    (True, True, False)
    """
    return (
        len(word) > 4 and word.endswith("ed") and word not in _NO_PASTS and not word.endswith("eed") and "-" not in word
    )
