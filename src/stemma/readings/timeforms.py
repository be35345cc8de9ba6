"""Forms of expressions of time: a pattern for each, and the words that each may begin with."""

import re

from stemma.readings.almanac import MONTHS, SEASON_NAMES, WEEKDAYS
from stemma.readings.holidays import HOLIDAYS
from stemma.text.numerals import TENS, WORDS

_SHORT = "jan feb mar apr jun jul aug sept sep oct nov dec".split()
_MONTH = rf"(?:(?:{'|'.join(MONTHS)})\b|(?:{'|'.join(_SHORT)})\b\.?)"
_WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)(?![\d,]*\d|\.\d|-\d{1,2}-)"
_UNIT = r"(?:second|minute|hour|day|weekday|week|weekend|fortnight|month|quarter|semester|year|decade|century|season)"
_UNITS = rf"(?:{_UNIT}s?|centuries)"
_PART = r"(?:morning|afternoon|evening|night|nights?time|noon)"
_SEASON = rf"(?:{'|'.join(SEASON_NAMES)})"
_FIGURES = rf"{WORDS}(?: and a half)?|\d+(?:\.\d+)?(?:\s?(?:1/2|½)| and a half)?"
_COUNT = rf"(?:{_FIGURES}|an?|the|several|a few|few|a couple(?: of)?|couple of|many|some|half an?)"
_ZONES = (
    r"(?:GMT|UTC)(?:[+-]\d{1,2}(?::?\d\d)?)?|CET|CEST|EET|EEST|WEST|WET|EST|EDT|ET|CST|CDT|CT|MST|MDT|MT|PST|PDT|PT|BST|IST|MSK|JST|KST|HKT|SGT|PKT|"
    "AEST|AEDT|NZST|NZDT|SAST|EAT|WAT"
)
_HOURS = tuple("one two three four five six seven eight nine ten eleven twelve".split())
_CLOCK = (
    r"(?:(?:1[0-2]|0?\d)(?:[:.][0-5]\d)? ?(?:a\.m\.|p\.m\.|[ap]\.m\b|am\b|pm\b)|"
    r"(?:1[0-2]|[1-9]) (?:o['’]clock )?in the (?P<half>morning|afternoon|evening)\b|(?:[01]?\d|2[0-3]):[0-5]\d\b(?![:.]\d)|"
    rf"(?:[01]\d|2[0-3])\.?[0-5]\d(?= (?:hours )?(?:{_ZONES})\b)|noon\b|midday\b|midnight\b|"
    r"(?:[01]?\d|2[0-3])\.[0-5]\d(?= (?:this (?:morning|afternoon|evening)|tonight|last night|yesterday)\b)|"
    rf"(?:\d{{1,2}}|{'|'.join(_HOURS)}) o['’]clock)"
)
_ZONE = rf"(?: (?P<zone>{_ZONES}|local time|Eastern(?: time)?|Pacific(?: time)?)\b)?"
_EDGE = (
    r"(?:early|late|mid|earlier|later|(?:the )?(?:start|beginning|middle|end) of|early in|late in|earlier in|later in)"
)
_DAY_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d/]|[,.:]\d)"
_HOLIDAY = rf"(?:{'|'.join(sorted(map(re.escape, HOLIDAYS), key=len, reverse=True))})".replace("'", "['’]")

# name: pattern. At one place the longest match wins, of equals the one named first.
FORMS: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in {
        "iso": (
            r"(?P<value>\d{4}-\d\d-\d\d)(?:[T ](?P<time>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?(?!\d)"
        ),
        "slashed": (
            r"(?P<first>\d{1,2})(?:/(?P<second>\d{1,2})/(?P<year>\d{4}|\d\d)|\.(?P<number>\d{1,2})\.(?P<year2>(?:19|20)\d\d))"
            r"(?![\d/])"
        ),
        "month_day": (
            rf"(?:(?P<which>last|this past|next|this) )?(?:(?P<weekday>{_WEEKDAY}),? "
            rf")?(?P<month>{_MONTH}) (?:the )?(?P<day>{_DAY_NUMBER})(?:,? (?P<year>{_YEAR})"
            r")?\b"
        ),
        "day_month": (
            rf"(?:(?P<weekday>{_WEEKDAY}),? )?(?:the )?(?P<day>{_DAY_NUMBER})(?: of)? "
            rf"(?P<month>{_MONTH})(?:,? (?P<year>{_YEAR}))?"
        ),
        "day_range": (
            rf"(?:the )?(?P<first>{_DAY_NUMBER})(?: ?[-–—] ?| (?:to|and|or|until|till|through) )(?:the )?"
            rf"(?P<day>{_DAY_NUMBER})(?: of)? (?P<month>{_MONTH})(?:,? (?P<year>{_YEAR}))?"
        ),
        "month_range": (
            rf"(?P<month>{_MONTH}) (?:the )?(?P<first>{_DAY_NUMBER})(?: ?[-–—] ?| (?:to|and|or|until|till|through) )"
            rf"(?:the )?(?P<day>{_DAY_NUMBER})(?:,? (?P<year>{_YEAR}))?(?= ?[.,;:)\"”]|$|\n| (?:in|at|on|for|and|to|with|"
            r"of|when|where|while|the|but|as|by|this|last|after|before|was|were|is|are|will)\b| [A-Z“])"
        ),
        "month_year": rf"(?P<month>{_MONTH})(?:,| of)? (?P<year>{_YEAR})",
        "month": (
            rf"(?:(?P<which>last|next|this|past|this past|the following)[ -])?(?:{_EDGE}[ "
            rf"-])?(?P<month>{_MONTH})(?: (?P<after>last year|this year|next year|of "
            r"last year|of this year|of next year))?"
        ),
        "weekday": (
            r"(?:(?P<which>last|next|this|this past|this coming|the following|the previous|"
            rf"the) )?(?P<weekday>{_WEEKDAY})\b(?: (?P<part>{_PART}))?"
        ),
        "deictic": (
            rf"(?:{_EDGE} |the day (?P<step>before|after) )?(?P<word>today|tonight|yesterday|"
            rf"tomorrow)\b(?: (?P<part>{_PART}))?"
        ),
        "near": (
            rf"(?:{_EDGE} |the )?(?P<which>last|past|this past|previous|next|coming|upcoming|"
            rf"this|following|preceding|current|same|that|prior) (?P<unit>{_UNIT}|{_SEASON}|"
            rf"{_PART}|fiscal year|calendar year|school year)\b"
        ),
        "running": (
            r"(?:the (?:full|fiscal|calendar|whole) (?P<unit>year)|(?<=\bfor )the (?P<unit2>day|week|month|year))\b"
            r"(?! (?:of|before|after|that|when|end(?:ed|ing|s)|to [A-Z])\b)"
        ),
        "edge_unit": rf"(?:(?:earlier|later) in|(?:the )?(?:start|beginning|middle|end) of) the (?P<unit>{_UNIT})\b",
        "stretch": (
            r"(?:the )?(?P<which>last|past|previous|next|coming|following|first|recent)"
            rf" (?P<count>{_COUNT}) (?:or \w+ |to \w+ )?(?:(?:fiscal|calendar|business|"
            rf"trading) )?(?P<unit>{_UNITS})\b"
        ),
        "shifted": (
            r"(?:(?:about|some|nearly|almost|more than|less than|over|at least|just)"
            rf" )?(?P<count>{_COUNT})[ -](?P<unit>{_UNITS}|fiscal year)s?(?P<half> and a half)?(?: or (?:so|two))? (?P<how>ago|"
            r"earlier|later|before(?=[.,;:)\"”]|$)|afterward|afterwards|from now|hence|"
            r"previously|from today|from yesterday)(?: (?P<rest>today|this (?:week|month|"
            r"summer|spring|fall|winter)))?\b"
        ),
        "shifted_bare": (
            r"(?P<unit>days|weeks|months|years|decades|centuries|hours|minutes|moments)"
            r" (?P<how>ago|earlier|later|before(?=[.,;:)\"”]|$))\b"
        ),
        "beside": (
            r"(?:the|a) (?P<how1>next|previous|following|preceding|same|prior) (?P<unit1>day|"
            r"week|month|year|morning|afternoon|evening|night)|the (?P<unit2>day|night|"
            r"week|month|year) (?P<how2>before|after)\b(?! (?:the|he|she|it|they|we|"
            r"i|his|a)\b)|that (?P<unit3>day|night|evening|afternoon|morning|week|month|"
            r"year|summer|winter|spring|fall)\b|(?P<how4>a day) (?:earlier|later)"
        ),
        "spelled": (
            r"(?:the year )?(?P<century>nineteen|eighteen|twenty|two thousand)(?:[ -](?:and "
            rf")?(?P<rest>(?:{'|'.join(TENS)})(?:[ -](?:one|two|three|four|five|six|seven|"
            r"eight|nine))?|(?:oh[ -])?(?:one|two|three|four|five|six|seven|eight|nine)"
            r"|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
            r"nineteen))?\b"
        ),
        "year": (
            rf"(?:(?:{_EDGE}[ -]|fiscal |calendar |fiscal year |the year |the fiscal "
            rf"year |mid-?)*)(?P<year>{_YEAR})(?:[-–/](?P<until>\d\d|{_YEAR})(?!\d))?(?!s\b|"
            r"['’]s\b(?! ))"
        ),
        "decade": (
            rf"(?:the )?(?:{_EDGE}[ -])?(?:(?P<decade>1[5-9]\d0|20\d0)['’]?s|['’](?P<short>\d0)"
            r"['’]?s|(?:the )(?P<word>twenties|thirties|forties|fifties|sixties|seventies|"
            r"eighties|nineties))\b"
        ),
        "century": (
            r"(?:the )?(?P<century>\d{1,2}(?:st|nd|rd|th)|eighteenth|nineteenth|twentieth|"
            r"twenty-first)[- ]century\b"
        ),
        "quarter": (
            rf"(?:the )?(?P<year_before>{_YEAR}) (?P<number_after>first|second|third|fourth)[- ]quarter\b|"
            rf"the (?P<year_of>{_YEAR}) (?:quarter|period)\b|(?-i:Q(?P<q>[1-4]))\b(?: (?:of )?(?P<year_q>{_YEAR}))?|"
            r"(?:the )?(?:(?P<possessor>this|last|next) year['’]s )?(?P<which>this|last|"
            r"next|current|latest)? ?(?P<number>first|second|third|fourth|1st|2nd|3rd|"
            r"4th|final|last(?= half))[- ](?:fiscal )?(?P<unit>quarter|half)\b(?:(?: of)?(?: the)? "
            rf"(?P<year>{_YEAR}|(?:last|this|next) year))?|(?:the )?(?P<whole>current|"
            r"latest|year-earlier|year-ago|most recent|same|corresponding) (?:fiscal "
            r")?(?:quarter|period|three months|fiscal year)(?: (?:last year|a year (?:ago|"
            r"earlier)))?|the (?P<told>quarter)\b|(?:the )?(?P<year_ago>year-earlier|"
            r"year-ago|year-before)\b(?:(?: \w+)? quarter)?"
        ),
        "season": (
            rf"(?:(?:the|{_EDGE})[ -](?:past )?)(?P<season>{_SEASON})(?: of (?P<year>{_YEAR})"
            rf")?\b|(?P<season2>{_SEASON}) (?:of )?(?P<year2>{_YEAR})"
        ),
        "clock": (
            rf"(?P<clock>{_CLOCK}){_ZONE}(?:(?:,|,? on) (?=(?P<next>{_WEEKDAY}|{_MONTH}|"
            rf"today|yesterday|tomorrow)\b)| (?=(?P<next2>{_WEEKDAY}|today|yesterday|"
            rf"tomorrow|{_MONTH} \d)\b))?"
        ),
        "part": r"(?<=\bin the )(?P<part>morning|afternoon|evening)\b(?! of\b)",
        "year_end": r"year[- ]end\b(?![- ]\w+s\b)",
        "holiday": rf"(?P<holiday>{_HOLIDAY})(?: (?P<weekend>weekend)\b)?(?:,? (?P<year>{_YEAR}))?(?!\w)",
        "terror": r"9/11(?![/\d])",
        "recent": r"(?:recent|(?:the )?coming) (?P<unit>days|weeks|months|quarters|years|decades|hours)\b",
        "reference": (
            r"(?P<past>recently|lately|formerly|(?:in )?the past(?! \w|-)|in the past(?= "
            r"(?:and|but|by|that|he|she|they|it|we|the|when|for)\b))|(?P<present>now|"
            r"currently|at present|presently|nowadays|at the moment|right now|these "
            r"days|at this time|the present)|(?P<future>(?<!as )(?<!how )(?<!too )soon(?! "
            r"as\b|er|after\b)|the (?:near |not-too-distant |distant )?future)\b"
        ),
        "set": (
            rf"(?:every|each) (?:(?P<count>{WORDS}|other) )?(?P<unit>{_UNITS}|{_MONTH}|"
            rf"{_WEEKDAY}|{_PART}|{_SEASON})\b|(?P<often>daily|weekly|monthly|yearly|"
            rf"annually|nightly|hourly|biweekly)(?! (?-i:[A-Z]))|"
            rf"(?P<days>{_WEEKDAY}s|{_WEEKDAY}(?= {_PART}s\b))(?: (?P<parts>{_PART}s?)\b)?|"
            rf"(?P<times>once|twice|(?:{WORDS}) times) an? (?P<unit2>{_UNITS})"
            r"\b"
        ),
        "weekend": r"(?:the |over the )?weekend\b",
        "duration": (
            r"(?:(?:about|some|nearly|almost|more than|less than|over|at least|up to|"
            r"only|just|roughly|approximately|around) )?(?:(?:a|the) (?:full|whole|entire|"
            rf"good) )?(?P<count>{_COUNT})[- ](?:more |full |straight |consecutive |additional "
            rf"|long |short )?(?:(?:business|trading|calendar|fiscal|working) )?(?P<unit>{_UNITS})"
            r"(?!\w|[’'][a-z]|-[a-z]| old\b)(?: and a half)?"
        ),
        "long": (
            r"(?P<unit>days|weeks|months|years|decades|centuries|hours|minutes)\b(?! old\b)|(?:all|"
            rf"whole|entire) (?P<unit2>{_UNIT})(?:[- ]long)?\b|(?P<unit3>{_UNIT})-?long\b|"
            r"overnight\b"
        ),
    }.items()
}

FORMS_BY_WORD: dict[str, list[str]] = {}
_PLURAL_DAYS = [f"{day}s" for day in WEEKDAYS]
_EDGES = "early late mid earlier later start beginning middle end the"
_WHICH = "last next this past following previous coming upcoming preceding current same that prior latest"
_APPROX = "about some nearly almost more less over at just up only roughly approximately around"
_COUNTS = "a an the several few couple many some half"
for _name, _words in {
    "month_day": " ".join((*MONTHS, *_SHORT, *WEEKDAYS, "last next this")),
    "day_month": " ".join(("the", *WEEKDAYS)),
    "day_range": "the",
    "month_range": " ".join((*MONTHS, *_SHORT)),
    "month_year": " ".join((*MONTHS, *_SHORT)),
    "month": " ".join((*MONTHS, *_SHORT, _EDGES, _WHICH)),
    "weekday": " ".join((*WEEKDAYS, "last next this the")),
    "deictic": f"today tonight yesterday tomorrow {_EDGES}",
    "near": f"{_EDGES} {_WHICH}",
    "running": "the",
    "part": "morning afternoon evening",
    "year_end": "year",
    "edge_unit": "earlier later the start beginning middle end",
    "stretch": f"the {_WHICH} first recent",
    "shifted_bare": "days weeks months years decades centuries hours minutes moments",
    "beside": "the a that",
    "spelled": "the nineteen eighteen twenty two",
    "year": f"{_EDGES} fiscal calendar mid",
    "decade": f"the {_EDGES}",
    "century": "the eighteenth nineteenth twentieth twenty",
    "quarter": "the this last next current latest first second third fourth final year most q",
    "season": " ".join(("the", _EDGES, *SEASON_NAMES)),
    "clock": " ".join(("noon midday midnight", *_HOURS)),
    "holiday": " ".join({re.split(r"['. ]", name)[0] for name in HOLIDAYS}),
    "recent": "recent the coming",
    "reference": "recently lately formerly in the now currently at presently nowadays right these soon",
    "set": " ".join(
        ("every each daily weekly monthly yearly annually nightly hourly biweekly once twice", *WEEKDAYS, *_PLURAL_DAYS)
    ),
    "weekend": "the over weekend",
    "long": "days weeks months years decades centuries hours minutes all whole entire day week month year overnight",
}.items():
    for _word in set(_words.split()):
        FORMS_BY_WORD.setdefault(_word, []).append(_name)
_NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred"
).split()
for _word in (*_COUNTS.split(), *_APPROX.split(), *_NUMBER_WORDS):
    for _name in ("shifted", "duration", "set") if _word in _NUMBER_WORDS else ("shifted", "duration"):
        FORMS_BY_WORD.setdefault(_word, []).append(_name)
FORMS_BY_DIGIT = [
    "iso",
    "slashed",
    "terror",
    "day_month",
    "day_range",
    "year",
    "decade",
    "century",
    "quarter",
    "clock",
    "shifted",
    "duration",
]
