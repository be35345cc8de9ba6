"""Quantities: bounds, units and roughness."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.readings.made import made_report

from stemma.readings.quantities import find_quantities


def told(text):
    report = made_report(text)
    return [
        (one.span.cut(report.text), one.low, one.high, one.unit, one.is_approximate) for one in find_quantities(report)
    ]


CASES = [
    ("At least six waves came.", ("At least six waves", 6, None, "wave", False), "a lower bound"),
    ("More than 40 villages burned.", ("More than 40 villages", 40, None, "village", False), "more than"),
    ("Up to 300 guards left.", ("Up to 300 guards", None, 300, "guard", False), "an upper bound"),
    ("Fewer than ten shops opened.", ("Fewer than ten shops", None, 10, "shop", False), "fewer than"),
    ("Some 4,000 people left.", ("Some 4,000 people", 4000, 4000, "person", True), "rough, with a separator"),
    ("It cost $3.5 billion.", ("$3.5 billion", 3.5e9, 3.5e9, "dollar", False), "money"),
    ("It cost 20 million euros.", ("20 million euros", 20e6, 20e6, "euro", False), "money in words"),
    ("It cost £3m.", ("£3m", 3e6, 3e6, "pound", False), "a scale in one letter"),
    ("Dozens of shops burned.", ("Dozens of shops", 12, None, "shop", True), "dozens"),
    (
        "Tens of thousands of voters came.",
        ("Tens of thousands of voters", 10000, None, "voter", True),
        "tens of thousands",
    ),
    ("About 20 thousand tonnes sank.", ("About 20 thousand tonnes", 20000, 20000, "tonne", True), "digits and scale"),
    ("A third of voters agreed.", ("A third", 1 / 3, 1 / 3, "share", False), "a fraction"),
    ("Two-thirds of voters agreed.", ("Two-thirds", 2 / 3, 2 / 3, "share", False), "a fraction with a hyphen"),
    ("Between 10 and 12 ships sank.", ("Between 10 and 12 ships", 10, 12, "ship", False), "a range with and"),
    ("6-8 ships sank.", ("6-8 ships", 6, 8, "ship", False), "a range with a dash"),
    ("Prices rose 12 per cent.", ("12 per cent", 12, 12, "percent", False), "per cent"),
    ("Prices rose 12.5%.", ("12.5%", 12.5, 12.5, "percent", False), "a percent sign"),
    ("A twofold rise followed.", ("twofold", 2, 2, "fold", False), "twofold"),
    ("Prices doubled.", ("doubled", 2, 2, "fold", False), "doubled"),
    ("One guard was hurt.", ("One guard", 1, 1, "guard", False), "one of something"),
    ("Several attacks followed.", ("Several attacks", 3, None, "attack", True), "several"),
    ("A half-dozen guards left.", ("A half-dozen guards", 6, 6, "guard", False), "half a dozen"),
    ("Twenty-two heavily armed men left.", ("Twenty-two heavily armed men", 22, 22, "man", False), "the head noun"),
    ("Three police officers left.", ("Three police officers", 3, 3, "officer", False), "the last of two plurals"),
    ("A 34-year-old man left.", ("34-year", 34, 34, "year", False), "an age"),
    ("One party opposes it.", ("One party", 1, 1, "party", False), "the verb behind is no noun"),
    ("All 21 crew were saved.", ("21 crew", 21, 21, "crew", False), "a crew by number"),
    ("A crew of 12 sailed.", ("12", 12, 12, "crew", False), "a crew of so many"),
    ("A crew of about twelve sailed.", ("about twelve", 12, 12, "crew", True), "a crew of about so many"),
    ("One crew member was hurt.", ("One crew member", 1, 1, "member", False), "one of a crew"),
    ("She worked there more than 40 years.", ("more than 40 years", 40, None, "year", False), "more than years"),
    ("Men older than 40 years came.", ("older than 40 years", 40, None, "year", False), "older than years"),
    ("It took longer than 40 years.", ("longer than 40 years", 40, None, "year", False), "longer than years"),
    ("Those younger than 12 years stayed.", ("younger than 12 years", None, 12, "year", False), "younger than years"),
    ("It took a year and a half.", ("a year and a half", 1.5, 1.5, "year", False), "a year and a half"),
    ("They waited two and a half years.", ("two and a half years", 2.5, 2.5, "year", False), "two and a half"),
    ("It took 4 1/2 hours.", ("4 1/2 hours", 4.5, 4.5, "hour", False), "a fraction with a stroke"),
    ("It took 4½ hours.", ("4½ hours", 4.5, 4.5, "hour", False), "a fraction in one sign"),
    ("It cost EUR 4 million.", ("EUR 4 million", 4e6, 4e6, "euro", False), "a currency in letters"),
    ("Two in five agreed.", ("Two in five", 0.4, 0.4, "share", False), "so many in so many"),
    ("It is now half the size.", ("half", 0.5, 0.5, "share", False), "half without of"),
    ("A majority of members agreed.", ("A majority", 0.5, None, "share", False), "more than half"),
    (
        "A quarter of a million people left.",
        ("A quarter of a million people", 250e3, 250e3, "person", False),
        "part of one",
    ),
    (
        "It rose by half of one percentage point.",
        ("half of one percentage point", 0.5, 0.5, "percentage point", False),
        "points",
    ),
    ("It rose by 50 basis points.", ("50 basis points", 50, 50, "basis point", False), "basis points"),
    ("Rates rose 0.5pc.", ("0.5pc", 0.5, 0.5, "percent", False), "per cent in two letters"),
    ("It more than doubled.", ("more than doubled", 2, None, "fold", False), "a bound on a multiple"),
    ("It is twice as large.", ("twice", 2, 2, "fold", False), "twice as"),
    ("It is three times the limit.", ("three times", 3, 3, "fold", False), "so many times"),
    ("She is in her late 30s.", ("late 30s", 30, 39, "year", True), "a decade of life"),
    ("Abel Roe, 44, left.", ("44", 44, 44, "year", False), "an age beside a name"),
    ("A boy aged 12 left.", ("12", 12, 12, "year", False), "aged"),
    ("Those who are 58 and older stay.", ("58 and older", 58, None, "year", False), "an age and above"),
    ("Two of the contractors left.", ("Two of the contractors", 2, 2, "contractor", False), "some of a group"),
    ("Several of the people left.", ("Several of the people", 3, None, "person", True), "several of a group"),
    ("Ten or fewer people came.", ("Ten or fewer people", None, 10, "person", False), "or fewer"),
    ("20 or more people came.", ("20 or more people", 20, None, "person", False), "or more before the noun"),
    ("There were 15 ships at most.", ("15 ships at most", None, 15, "ship", False), "at most behind"),
    ("A couple of hundred came.", ("A couple of hundred", 200, None, None, True), "a couple of hundred"),
    ("It cost Rs 40 lakh.", ("Rs 40 lakh", 4e6, 4e6, "rupee", False), "lakh"),
    ("It cost 5 crore rupees.", ("5 crore rupees", 5e7, 5e7, "rupee", False), "crore"),
    ("It costs 20p.", ("20p", 20, 20, "pence", False), "pence in one letter"),
    ("It is 5km long.", ("5km", 5, 5, "kilometre", False), "a measure without a space"),
    ("It blew at 40 mph.", ("40 mph", 40, 40, "mph", False), "a speed"),
    ("It was minus 5 degrees.", ("minus 5 degrees", -5, -5, "degree", False), "below nought"),
    ("A magnitude 6.4 quake came.", ("6.4", 6.4, 6.4, "magnitude", False), "a magnitude"),
    (
        "Growth of 2 percent to 3 percent is due.",
        ("2 percent to 3 percent", 2, 3, "percent", False),
        "a range told in full",
    ),
    ("They waited three days.", ("three days", 3, 3, "day", False), "a duration"),
    (
        "Between a quarter and a third of firms left.",
        ("Between a quarter and a third", 0.25, 1 / 3, "share", False),
        "between two parts",
    ),
    ("It lost a third more.", ("a third", 1 / 3, 1 / 3, "share", False), "a part more"),
    ("It cost half as much.", ("half", 0.5, 0.5, "fold", False), "half as much"),
    ("It has 1,000-plus members.", ("1,000-plus members", 1000, None, "member", False), "so many and more"),
    ("It was 2-3 times higher.", ("2-3 times", 2, 3, "fold", False), "a range of multiples"),
    ("Two hundred and six cows died.", ("Two hundred and six cows", 206, 206, "cow", False), "a number in words"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[case[-1] for case in CASES])
def test_quantities(text, expected, why):
    ((span, low, high, unit, is_approximate),) = told(text)

    assert (span, unit, is_approximate) == (expected[0], expected[3], expected[4])
    assert (low, high) == (pytest.approx(expected[1]), pytest.approx(expected[2]))


NONE = [
    ("It opened in the 1988 second quarter.", "a year before a quarter"),
    ("It opened in 2016.", "a year"),
    ("It opened on January 1.", "a date"),
    ("They met at 10:30.", "a time of day"),
    ("They met at 3 p.m. on Friday.", "a time of day in words"),
    ("It was the third attack.", "an ordinal"),
    ("No one came, not even that one.", "a pronoun"),
    ("Under Article 5 they must help.", "a number that names"),
    ("Three years ago it closed.", "a time ago"),
    ("The ship broke in two.", "in two"),
    ("They cut it in half.", "in half"),
    ("It broke in pieces.", "in pieces"),
    ("It was shut between 12 and 19 September.", "a range of days"),
    ("The fair ran from 1 to 3 October.", "days from and to"),
    ("The fair ran 12-19 September.", "days with a hyphen"),
    ("He won in a time of 27:13 there.", "a playing time"),
    ("They won 2:1 there.", "a score"),
    ("The B-52 landed.", "a part of a name"),
    ("It is one of the nation's oldest.", "one of many"),
    ("They held one-on-one talks.", "one-on-one"),
    ("Call 555-1234 now.", "a telephone"),
    ("It is open 24/7.", "day and night"),
    ("They won 3-1 there.", "a score with a dash"),
    ("It was Project 21.", "a name with a number"),
]


@pytest.mark.parametrize(("text", "why"), NONE, ids=[case[-1] for case in NONE])
def test_what_is_no_quantity(text, why):
    assert told(text) == []


PAIRS = [
    ("The court ruled by a 5-4 vote.", [("5", 5, "vote"), ("4", 4, "vote")], "votes beside the word"),
    ("The house voted 52 to 48.", [("52", 52, "vote"), ("48", 48, "vote")], "votes behind the verb"),
    ("It fell from 12% to 10%.", [("12%", 12, "percent"), ("10%", 10, "percent")], "a fall is no range"),
    (
        "Profit fell 12% to $88 million.",
        [("12%", 12, "percent"), ("$88 million", 88e6, "dollar")],
        "by how much and to what is no range",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), PAIRS, ids=[case[-1] for case in PAIRS])
def test_two_quantities_in_one_phrase(text, expected, why):
    assert [(span, low, unit) for span, low, _, unit, _ in told(text)] == expected


def test_over_some_years_is_how_long_and_no_bound():
    assert told("The age rises to 69 over 16 years.")[1:] == [("16 years", 16, 16, "year", False)]


WORDS = st.sampled_from(
    "at least six 4,000 $ 3.5 billion dozens of a third half between and 10 12 - % per cent twofold "
    "some 😀 é ١٢ 1e9 one point 0 to or "
    "so plus + hundred thousand people £ 2016 -5 1.2.3 ½ in out".split()
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=14).map(" ".join)))
def test_spans_are_words_of_the_text_and_bounds_are_in_order(text):
    report = made_report(text)
    found = find_quantities(report)

    assert all(one.span.cut(report.text).strip() == one.span.cut(report.text) != "" for one in found)
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))
    assert all(one.low is None or one.high is None or one.low <= one.high for one in found)


def test_offsets_count_characters_behind_emoji():
    assert told("👩‍👩‍👧 E\u0301: six waves came.") == [("six waves", 6, 6, "wave", False)]
