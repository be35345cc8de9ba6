"""Forms of quantities: a pattern for each way in which newspapers write how many or how much, and what its words are worth."""

import re

from stemma.text.numerals import NUMBER, TENS, UNITS

_LOW = r"at least|at a minimum|(?:not|no) (?:fewer|less) than|a minimum of|not under"
_LONG_UNIT = (
    r"(?=[\w., -]{1,24}?\b(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centuries|met(?:re|er)s?|"
    r"kilomet(?:re|er)s?|km|miles?|yards?|feet|foot|inch(?:es)?)\b)"
)
_LONGER = rf"(?:older|longer|taller|deeper|farther|further) than(?={_LONG_UNIT})"
_ABOVE = rf"{_LONGER}|(?:more|greater|higher|larger) than|over|above|upwards? of|in excess of|exceeding|well over"
_HIGH = r"at most|(?:not|no) more than|up to|as (?:many|much|few|little|high) as|a maximum of|at the most"
_BELOW = rf"(?:(?:younger|shorter) than(?={_LONG_UNIT}))|(?:less|fewer|lower|smaller) than|under|below"
_ROUGH = (
    r"about|some|around|roughly|approximately|an estimated|estimated|circa|almost|nearly|close to|"
    r"virtually|just (?:over|under)|a little (?:over|under)|(?:slightly|just) (?:more|less) than|perhaps|maybe"
)
_QUALIFIER = rf"(?:(?P<rough>{_ROUGH})|(?P<low>{_LOW}|{_ABOVE})|(?P<high>{_HIGH}|{_BELOW}))"
_SIGN = r"(?:US|U\.S\.|A|C|AU|CA|NZ|HK)?\$|[€£¥₹₽₩₺₴]|(?:Rs|EUR|USD|GBP|RMB)\.? ?"
_MONEY = r"(?:(?:US|American|Canadian|Australian|Hong Kong) )?"
_COINS = (
    "dollars|dollar|euros|euro|pounds|pound|yen|yuan|renminbi|rubles|ruble|roubles|rouble|rupees|rupee|francs|franc|"
    "marks|pesos|peso|reals|lira|liras|won|tenge|hryvnias|hryvnia|rand|cents|"
    "cent|pence|crowns|krona|kronor|kroner|shekels"
)
_PERCENT = r"%|percent\b|per cent\b|pct\b|pc\b|percentage points?\b|basis points?\b|per-cent\b"
_MEASURE = r"km/h|kph|mph|km|kg|cm|mm|ft|lbs?|mg|MW|GW|°[CF]|(?<=\d)C"

PLAIN = re.compile(
    rf"(?:(?:between|from) (?P<sign0>{_SIGN})?(?P<from>{NUMBER}) ?(?:%|percent|"
    rf"per cent)?(?: and | to )(?P<sign1>{_SIGN})?(?P<to>{NUMBER})"
    rf"|(?:{_QUALIFIER} (?:the )?)?(?P<sign>{_SIGN})?(?P<first>{NUMBER})"
    rf"(?: ?(?:%|percent|per cent)(?= to ))?(?:(?P<dash> ?[-–] ?| to | or )(?P<sign2>{_SIGN})?(?P<second>{NUMBER})(?![-–\d]))?)"
    r"(?P<odd>[- ]odd\b)?(?P<plus>\+|-plus\b| or more\b| and (?:over|up|above|older)\b)?"
    r"(?P<less> or (?:fewer|less)\b| and (?:under|younger)\b)?"
    rf"(?: ?(?P<percent>{_PERCENT})|[ -](?P<coin>{_MONEY}(?:{_COINS}))\b| ?(?P<measure>{_MEASURE})\b|(?<=\d)(?P<pence>p)\b)?",
    re.IGNORECASE,
)
VAGUE = re.compile(
    rf"(?:{_QUALIFIER} )?(?P<vague>(?:tens|hundreds|thousands|millions|billions|"
    r"dozens|scores) of (?:thousands|millions|billions)|"
    r"hundreds|thousands|millions|billions|trillions|dozens|scores|several (?:hundred|thousand|million|dozen)|several|"
    r"a couple(?: of)?(?: (?:hundred|thousand|million|dozen))?|a handful of|a few(?: (?:hundred|thousand|million|dozen))?)\b",
    re.IGNORECASE,
)
SHARE = re.compile(
    rf"(?:{_QUALIFIER} )?(?P<share>(?:an? |one[- ]|two[- ]|three[- ]|four[- ])"
    r"(?:half(?![- ](?:dozen|hundred|thousand|million|billion))|third|quarter|"
    r"fourth|fifth|sixth|tenth)s?\b|"
    r"half (?:of|the|an?|that|their|its|his|her|our)\b(?! (?:dozen|hundred|thousand|million|billion))|a majority of\b|"
    r"(?P<part>\w+) (?:in|out of) (?P<whole>\w+)\b)",
    re.IGNORECASE,
)
_PART = r"(?:half|(?:an?|one|two|three|four)[- ](?:half|third|quarter|fourth|fifth|sixth|tenth)s?)"
BETWEEN_PARTS = re.compile(rf"(?:between|from) (?P<least>{_PART}) (?:and|to) (?P<most>{_PART})\b", re.IGNORECASE)
_SPANS = (
    r"years?|months?|weeks?|days?|hours?|minutes?|decades?|century|centuries|miles?|kilomet(?:re|er)s?|met(?:re|er)s?|"
    r"tons?|tonnes?|acres?|points?|inch(?:es)?|pounds?"
)
HALVED = re.compile(
    rf"(?:{_QUALIFIER} )?(?:(?P<count>an?|{NUMBER}) (?P<noun>{_SPANS}) and a half\b|"
    rf"(?P<whole>{NUMBER}) and a half\b(?:[ -](?P<scale>hundred|thousand|million|billion|trillion|dozen)\b)?)",
    re.IGNORECASE,
)
BODY_OF = re.compile(r"\b(?P<body>crew) of (?:only |just )?$", re.IGNORECASE)
FRACTION_OF = re.compile(
    rf"(?:{_QUALIFIER} )?(?P<part>an? (?:third|quarter)|half|three[- ]quarters|two[- ]thirds) of (?:an?|one) "
    r"(?:(?P<scale>million|billion|trillion)|(?P<percent>percent|per cent|percentage point))\b",
    re.IGNORECASE,
)
VOTE = re.compile(
    r"(?:(?<=\bvoted )|(?<=\bvote of )|(?<=\bvote was )|(?<=\bmargin of )|(?<=\bsplit ))"
    r"(?P<ayes>\d{1,3}) ?(?:[-–]| to ) ?(?P<noes>\d{1,3})(?![\d%.,]*\d)|"
    r"(?P<ayes2>\d{1,3}) ?(?:[-–]|[- ]to[- ]) ?(?P<noes2>\d{1,3})"
    r"(?= (?:votes?|ruling|decision|margin|majority|split|verdict|opinion)\b)"
)
DECADE_OF_AGE = re.compile(
    r"\b(?:his|her|their|my|your|our) (?P<told>(?:(?:early|mid|late)[- ])?(?P<decade>[2-9]0)s)\b(?!,? (?:and|when) (?:19|20)\d\d)"
)
AGED = re.compile(r"\b(?:aged?(?: (?:of|between|from))?|ages) $", re.IGNORECASE)
BESIDE_NAME = re.compile(r"[A-Z][\w.’'-]+, $")
FOLD = re.compile(
    rf"(?:{_QUALIFIER} )?(?P<fold>(?:two|three|four|five|six|seven|eight|nine|ten|twenty|hundred)"
    r"-?fold|\d+-?fold|doubl(?:ed|ing)|tripl(?:ed|ing)|"
    r"trebl(?:ed|ing)|quadrupl(?:ed|ing)|halv(?:ed|ing)|twice(?= (?:as|the|that|their|its|what)\b)|"
    r"half(?= as (?:much|many|big|large|high|long|fast|likely)\b)|"
    r"(?:double|triple)(?= (?:the|that|their|its|what|his|her)\b)|"
    r"(?:three|four|five|six|seven|eight|nine|ten|\d+) times"
    r"(?= (?:as|the|more|higher|larger|bigger|greater|that|what|its|their)\b))\b",
    re.IGNORECASE,
)

VAGUE_BOUNDS = {"several": (3.0, None), "a couple": (2.0, 2.0), "a couple of": (2.0, 2.0), "a handful of": (3.0, None)}
PLURALS = {"tens": 10.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12}
PLURALS |= {"dozens": 12.0, "scores": 20.0}
MEASURES = {"km": "kilometre", "kg": "kilogram", "cm": "centimetre", "mm": "millimetre", "ft": "foot", "lb": "pound"}
MEASURES |= {"lbs": "pound", "kph": "km/h", "mg": "milligram", "°c": "degree", "°f": "degree", "c": "degree"}
PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "tenth": 10}
FOLDS = {
    "twice": 2.0,
    "doubl": 2.0,
    "tripl": 3.0,
    "trebl": 3.0,
    "quadrupl": 4.0,
    "halv": 0.5,
    "half": 0.5,
    "hundred": 100.0,
}
CURRENCIES = {
    "€": "euro",
    "£": "pound",
    "¥": "yen",
    "₹": "rupee",
    "rs": "rupee",
    "₽": "ruble",
    "₩": "won",
    "₺": "lira",
    "₴": "hryvnia",
}
CURRENCIES |= {"eur": "euro", "gbp": "pound", "rmb": "yuan", "usd": "dollar"}
DESIGNATORS = frozenset(
    "article section boeing airbus no number chapter phase channel flight route "
    "highway title proposition prop resolution "
    "page interstate act apollo windows type level category grade room gate "
    "platform class unit part volume version chapter "
    "amendment paragraph question item district ward area stage tier round "
    "week day game band bus line runway pier project".split()
)
STARTS = re.compile(
    rf"(?<![\w.,/:#-])(?=[$€£¥₹₽₩₺₴\d½¼¾⅓⅔]|(?:{_QUALIFIER}|between|from|{_SIGN}|{NUMBER}|tens|hundreds|thousands|millions|"
    r"billions|trillions|dozens|scores|several|an?|half|his|her|their|my|your|our|two|three|twice|double|triple|\w++(?:(?<=\wfold)|-fold)|(?:doubl|tripl|trebl|quadrupl|halv)\w+)\b)",
    re.IGNORECASE,
)
WORD = re.compile(r"(?<![\w.,/:#-])(?:\w+|[$€£¥₹₽₩₺₴])")
# What `STARTS` may begin with: words, and stems of words.
FIRST_WORDS = (
    frozenset(UNITS)
    | frozenset(TENS)
    | frozenset(
        "about some around roughly approximately an estimated circa almost nearly close virtually just a slightly "
        "perhaps maybe at not no older longer taller deeper farther further more greater higher larger over above "
        "up upward upwards in exceeding well as younger shorter less fewer lower smaller under below between from "
        "us u c au ca nz hk rs eur usd gbp rmb half tens hundreds thousands millions billions trillions dozens "
        "scores several his her their my your our twice double triple".split()
    )
)
FIRST_STEMS = ("doubl", "tripl", "trebl", "quadrupl", "halv")
