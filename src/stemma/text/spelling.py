"""Spelling: one standard key for British and American spellings, and a light stem.

Conservative: a pattern applies only where both spellings are the same word; whatever is doubtful stays as it is. Sources of
the patterns: the differences that style guides of both sides list (-our, -re, -ise, doubled l, -ogue, ae and oe, -ce and -se).
"""

import re
from functools import lru_cache

_WHOLE = {
    "programme": "program", "programmes": "programs", "grey": "gray", "greys": "grays", "cheque": "check", "cheques": "checks",
    "tyre": "tire", "tyres": "tires", "kerb": "curb", "plough": "plow", "aluminium": "aluminum", "jewellery": "jewelry",
    "sceptic": "skeptic", "sceptics": "skeptics", "sceptical": "skeptical", "scepticism": "skepticism", "ageing": "aging",
    "acknowledgement": "acknowledgment", "judgement": "judgment", "judgements": "judgments", "enrol": "enroll",
    "fulfil": "fulfill", "fulfils": "fulfills", "fulfilment": "fulfillment", "skilful": "skillful", "wilful": "willful",
    "instalment": "installment", "instalments": "installments", "enrolment": "enrollment", "moustache": "mustache",
    "pyjamas": "pajamas", "towards": "toward", "afterwards": "afterward", "amongst": "among", "whilst": "while",
    "learnt": "learned", "burnt": "burned", "spelt": "spelled", "dreamt": "dreamed", "defence": "defense",
    "defences": "defenses", "offence": "offense", "offences": "offenses", "pretence": "pretense", "licence": "license",
    "licences": "licenses", "practise": "practice", "practised": "practiced", "practising": "practicing",
    "analyse": "analyze", "analysed": "analyzed", "analysing": "analyzing", "paralyse": "paralyze",
    "paralysed": "paralyzed", "catalyse": "catalyze", "draught": "draft", "gaol": "jail", "storey": "story",
    "storeys": "stories", "manoeuvre": "maneuver", "manoeuvres": "maneuvers", "adviser": "advisor", "advisers": "advisors",
    "marshalled": "marshaled", "per-cent": "percent", "ok": "okay", "o.k": "okay", "organisation's": "organization's",
    "artefact": "artifact", "artefacts": "artifacts", "anti-semitism": "antisemitism", "e-mail": "email", "e-mails": "emails",
    "co-operation": "cooperation", "co-operate": "cooperate", "co-ordinate": "coordinate", "co-ordination": "coordination",
    "coordinator": "coordinator", "co-ordinator": "coordinator", "mid-day": "midday", "cosy": "cozy", "mould": "mold",
    "furore": "furor", "omelette": "omelet", "yoghurt": "yogurt", "sulphur": "sulfur", "carat": "karat", "axe": "ax",
}  # fmt: skip
_OUR = (
    r"arb|arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|sav"
    r"|splend|succ|tum|val|vap|vig"
)
_OUR_WORD = re.compile(
    rf"^((?:dis|re|un|mis)?(?:{_OUR}))our(s|ed|ing|able|ably|ite|ites|er|ers|al|hood|hoods|ful|less|ist|ists|y|ly|'s)?$"
)
_RE_WORD = re.compile(
    r"^((?:epi|multi|kilo|centi|milli|nano)?(?:cent|theat|fib|lit|met|calib|lust|meag|sab|somb|spect))re(s|d|'s)?$"
)
_ISE_WORD = re.compile(r"^([a-z]{3,})is(e|ed|es|er|ers|ing|ation|ations|ational)$")
_ISE_STEMS = re.compile(
    r"(al|an|ar|at|cal|ct|dern|ent|er|et|ew|fer|ful|gan|ic|id|il|im|in|ior|it|ival|log|mor|nat|on|or|ron|ry|sen|tat|tic|tim"
    r"|tor|ual|ub|ur|us|ut|um|ym|om|og|ag|ogn|has|path|ard|bol|bapt)$"
)
_ISE_KEPT = re.compile(
    r"^(adv|adverti|like|other|appra|ar|chast|compr|comprom|conc|dem|desp|dev|disgu|enterpr|ent?ic|exc|excer|exerc|expert|franch|gu|improv"
    r"|mort|no|paradi|poi|pra|prec|prem|prom|pron?|ra|rev|superv|surm|surpr|telev|tort|treat|turqu|w|l|div|circumc|inc|merchand"
    r"|porpo|bru|cru|rep|upr|d?is?|marq|chem|bap|rel|v|a|cerv|fra|reapp?ra|coll|overexerc|fratern?)$"
)
_DOUBLED = re.compile(
    r"^(cancel|channel|counsel|dial|equal|fuel|initial|label|level|libel|marvel|model|panel|pedal|quarrel|rival|shovel"
    r"|signal|snorkel|spiral|swivel|total|towel|travel|tunnel|unravel|yodel|jewel|bevel|revel|refuel|funnel|pencil|fulfil"
    r"|enamel|chisel|duel|gravel|grovel|kennel|gambol|medal|metal|tranquil)l(ed|ing|er|ers|ist|ists|or|ors)$"
)
_LOGUE = re.compile(r"^(cata|dia|ana|mono|pro|epi|homo)logue(s|d|'s)?$")
_LIGATURES = (
    (re.compile(r"^(an|leuk|hypogly?c|septic)aemi"), r"\1emi"),
    (re.compile(r"^(gyn|orthop|p)ae(d|c)"), r"\1e\2"),
    (re.compile(r"^haem"), "hem"),
    (re.compile(r"^(f)oe(t)"), r"\1e\2"),
    (re.compile(r"^(diarrh|hom)oe"), r"\1e"),
    (re.compile(r"^encyclopaed"), "encyclopede"[:-1]),
    (re.compile(r"^anaesth"), "anesth"),
    (re.compile(r"^mediaev"), "mediev"),
    (re.compile(r"^archaeo"), "archeo"),
)
_INITIALS = re.compile(r"^[a-z](?:\.[a-z])+\.?$")
_ENDINGS = (
    ("ational", "ate"), ("isations", "ize"), ("izations", "ize"), ("ization", "ize"), ("ements", "e"), ("ement", "e"),
    ("iness", "y"), ("ness", ""), ("ments", ""), ("ment", ""), ("ingly", ""), ("edly", ""), ("ations", "ate"), ("ation", "ate"),
    ("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("ers", ""), ("ors", ""),
    ("ing", ""), ("ed", ""), ("er", ""), ("or", ""), ("ly", ""), ("es", "e"), ("s", ""),
)  # fmt: skip
_WHOLE_STEMS = {"during", "something", "nothing", "anything", "everything", "morning", "evening", "never", "ever", "over",
                "under", "other", "after", "only", "president", "government", "this", "his", "was", "has", "is", "us", "its",
                "news", "always", "perhaps", "whether", "either", "neither", "however", "rather", "as", "yes", "thus",
                "weather", "number", "minister", "member", "september", "october", "november", "december", "water",
                "power", "order", "matter", "letter", "major", "senator", "doctor", "governor", "family", "july", "early",
                "moment", "comment", "department", "parliament", "bring", "king", "spring", "string", "thing", "wing",
                "need", "speed", "feed", "indeed", "exceed", "proceed", "succeed", "red", "bed", "hundred", "united"}  # fmt: skip


@lru_cache(maxsize=65536)
def standard(key: str) -> str:
    """Give the one key under which all spellings of a word meet; a word without variants stays as it is.

    >>> [standard(key) for key in ["colour", "organised", "travelled", "centre", "programme", "u.k"]]
    ['color', 'organized', 'traveled', 'center', 'program', 'uk']
    >>> [standard(key) for key in ["advise", "four", "promised", "acre", "rolled", "3.5"]]
    ['advise', 'four', 'promised', 'acre', 'rolled', '3.5']
    """
    if len(key) < 2 or not key[0].isalpha():
        return key
    if key in _WHOLE:
        return _WHOLE[key]
    if _INITIALS.match(key):
        return key.replace(".", "")
    if "-" in key:
        return "-".join(standard(part) for part in key.split("-"))
    return _ligatures(_endings(key))


def _endings(key: str) -> str:
    """Standardise -our, -re, -ise, -ll- and -ogue."""
    if found := _OUR_WORD.match(key):
        return f"{found[1]}or{found[2] or ''}"
    if found := _RE_WORD.match(key):
        return f"{found[1]}er{'ed' if found[2] == 'd' else found[2] or ''}"
    if found := _DOUBLED.match(key):
        return f"{found[1]}{found[2]}"
    if found := _LOGUE.match(key):
        return f"{found[1]}log{'ed' if found[2] == 'd' else found[2] or ''}"
    found = _ISE_WORD.match(key)
    if found and _ISE_STEMS.search(found[1]) and not _ISE_KEPT.match(found[1]):
        return f"{found[1]}iz{found[2]}"
    return key


def _ligatures(key: str) -> str:
    """Standardise ae and oe where both spellings are in use."""
    if "ae" not in key and "oe" not in key:
        return key
    for pattern, replacement in _LIGATURES:
        key = pattern.sub(replacement, key)
    return key


@lru_cache(maxsize=65536)
def stem(key: str) -> str:
    """Give a light stem, for asking whether two content words are kin; not a word of the language.

    >>> stem("requested") == stem("request"), stem("protesters") == stem("protests"), stem("carried") == stem("carries")
    (True, True, True)
    >>> stem("during"), stem("was")
    ('during', 'was')
    """
    base = standard(key).removesuffix("'s").removesuffix("'")
    if base in _WHOLE_STEMS or len(base) < 4 or not base.isalpha() or base.endswith("ss"):
        return base
    for ending, replacement in _ENDINGS:
        if base.endswith(ending) and len(base) - len(ending) >= 3:
            return _tidy(base[: len(base) - len(ending)] + replacement)
    return _tidy(base)


def _tidy(base: str) -> str:
    """Drop a doubled last consonant and a last mute e."""
    if len(base) > 4 and base[-1] == base[-2] and base[-1] not in "aeiouls":
        base = base[:-1]
    return base[:-1] if len(base) > 4 and base.endswith("e") else base
