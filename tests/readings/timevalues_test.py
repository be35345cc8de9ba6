"""Times: their values, the two ends of what lasts, feasts, and zones as told."""

import pytest
from tests.readings.made import made_report

from stemma.model import Granularity
from stemma.readings.times import find_times

# published, text, what is told as (words, value, relation)
SPANS = [
    (
        "2022-01-12",
        "It is open Monday to Thursday.",
        [("Monday", "2022-01-10", "from"), ("Thursday", "2022-01-13", "to")],
    ),
    ("2022-01-12", "It is shut Friday–Sunday.", [("Friday", "2022-01-07", "from"), ("Sunday", "2022-01-09", "to")]),
    ("2022-01-12", "She led it 2019-2021.", [("2019", "2019", "from"), ("2021", "2021", "to")]),
    ("2022-01-12", "She led it in 2019/20.", [("2019", "2019", "from"), ("20", "2020", "to")]),
    (
        "2022-02-12",
        "It shut from November to January.",
        [("November", "2021-11", "from"), ("January", "2022-01", "to")],
    ),
    (
        "2022-02-12",
        "It shut from October to March 2020.",
        [("October", "2019-10", "from"), ("March 2020", "2020-03", "to")],
    ),
    ("2022-02-12", "It shut in May-June.", [("May", "2021-05", "from"), ("June", "2021-06", "to")]),
    (
        "2022-02-12",
        "It shut 29 January-3 February.",
        [("29 January", "2022-01-29", "from"), ("3 February", "2022-02-03", "to")],
    ),
    (
        "2022-01-12",
        "They met from 9 a.m. to 5 p.m. on Friday.",
        [("9 a.m.", "2022-01-07T09:00", "from"), ("5 p.m. on Friday", "2022-01-07T17:00", "to")],
    ),
    (
        "2022-01-12",
        "It was put off Monday to Friday.",
        [("Monday", "2022-01-10", "at"), ("Friday", "2022-01-14", "at")],
    ),
]


def valued(text, published):
    report = made_report(text, published)
    return [(one.span.cut(report.text), one.value, one.relation) for one in find_times(report)]


@pytest.mark.parametrize(("published", "text", "expected"), SPANS, ids=[case[1] for case in SPANS])
def test_spans_have_two_ends(published, text, expected):
    assert valued(text, published) == expected


HOLIDAYS = [
    ("2022-04-20", "They marched on Good Friday.", "2022-04-15", "two days before Easter"),
    ("2022-04-20", "They marched on Easter Monday.", "2022-04-18", "the day after Easter"),
    ("2022-04-20", "It ends by Pentecost.", "2022-06-05", "a term yet to come"),
    ("2022-03-03", "Rain fell on Ash Wednesday.", "2022-03-02", "46 days before Easter"),
    ("2022-11-30", "Shops were full on Black Friday.", "2022-11-25", "the day after Thanksgiving"),
    ("2022-11-30", "They voted on Election Day.", "2022-11-08", "the Tuesday after the first Monday"),
    ("2022-11-30", "They knelt on Remembrance Sunday.", "2022-11-13", "the second Sunday of November"),
    ("2022-01-12", "They sang on New Year’s Eve.", "2021-12-31", "a curly apostrophe"),
    ("2022-03-20", "They danced on St. Patrick's Day.", "2022-03-17", "a name with a stop"),
    ("2022-12-20", "Shops close on Christmas Day.", "2022-12-25", "near and ahead, no verb looks back"),
    ("2022-01-12", "Rain fell the day before Christmas.", "2021-12-24", "counted from the holiday"),
    ("2021-12-23", "The mayor left for his Christmas break.", "2021-12-25", "a few days ahead"),
    ("2022-04-20", "They met over Easter weekend.", "2022-W15-WE", "the weekend of a holiday"),
    ("2022-09-08", "They met over Labor Day weekend.", "2022-W35-WE", "the weekend before a Monday"),
    ("2022-01-12", "Rain fell the day after Christmas.", "2021-12-26", "counted on from the holiday"),
]


@pytest.mark.parametrize(("published", "text", "day", "why"), HOLIDAYS, ids=[case[-1] for case in HOLIDAYS])
def test_holidays(published, text, day, why):
    assert valued(text, published)[0][1] == day


@pytest.mark.parametrize("text", ["They marched on Orthodox Easter.", "He lives on Easter Island.", "Eid was quiet."])
def test_feasts_that_our_calendar_has_not_are_no_times(text):
    assert valued(text, "2022-04-20") == []


# published 2022-01-12, a Wednesday
VALUES = [
    ("It lasted two and a half years.", "P2Y6M", "years and months"),
    ("It took 5 1/2 hours.", "PT5H30M", "hours and minutes"),
    ("It lasted three decades.", "P30Y", "decades in years"),
    ("It lasted for months.", "PXM", "a length that is not told"),
    ("She left half a century ago.", "1972", "half a century"),
    ("They struck in recent days.", "PXD", "recent days"),
    ("They will meet in the coming weeks.", "PXW", "coming weeks"),
    ("The bridge will open in two weeks.", "2022-W04", "a length that ends in a day to come"),
    ("The ban ends in two weeks.", "P2W", "nothing says that it counts from now"),
    ("On Fridays it is shut.", "XXXX-WXX-5", "a day of every week"),
    ("On Monday nights it is shut.", "XXXX-WXX-1TNI", "a night of every week"),
    ("They meet twice a month.", "P1M", "a number of times a month"),
    ("Sales rose in Q3 2021.", "2021-Q3", "a quarter by its short name"),
    ("Sales rose in the quarter ended Sept. 30.", "2021-Q3", "a quarter by its end"),
    ("Sales fell in the last half of 2019.", "2019-H2", "the last half"),
    ("Sales fell for the year.", "2022", "the year that runs"),
    ("Sales fell in the corresponding period last year.", "2021", "no quarter was told"),
    ("It closes at year-end.", "2022-12-31", "the end of this year"),
    ("It has grown since year-end.", "2021-12-31", "the end of the last year"),
    ("It met at 4 in the morning.", "2022-01-12T04:00", "a time of day in words"),
    ("It met at 8 in the evening.", "2022-01-12T20:00", "half of the day in words"),
    ("It met at midday.", "2022-01-12T12:00", "midday"),
    ("Rain fell on Friday. It was cold in the morning.", "2022-01-07TMO", "a part of the day told last"),
    ("The vote fell on 08/01/2022.", "2022-01-08", "August has not come yet"),
    ("The vote fell on 03/04/2015.", "2015-03-04", "month first where both are past"),
    ("The vote fell on 13.01.2022.", "2022-01-13", "a date with stops"),
    ("They spoke as recently as Monday, but will not again.", "2022-01-10", "as recently as"),
    ("“I look forward to talking to you Monday,” she said.", "2022-01-17", "looking forward"),
    ("Prices should fall over the next decade.", "P10Y", "a decade as a stretch"),
    ("It will be a hard race in a year when few vote.", "P1Y", "a year that is told of"),
    ("They appealed against Friday's ruling and will look for ways around it.", "2022-01-07", "what a day brought"),
    ("They will attend Friday's hearing.", "2022-01-14", "what a day is to bring"),
    ("This Friday they vote.", "2022-01-14", "this coming one"),
    ("The minister now agrees.", "PRESENT_REF", "now"),
]


@pytest.mark.parametrize(("text", "value", "why"), VALUES, ids=[case[-1] for case in VALUES])
def test_values(text, value, why):
    assert value in [one[1] for one in valued(text, "2022-01-12")]


NO_TIMES = [
    ("Jan Kessel spoke.", "a first name"),
    ("They asked April Reyes.", "a first name that is a month"),
    ("There are four flights a week.", "a rate"),
    ("It costs $2 million a year.", "a price by the year"),
    ("He said it on 60 Minutes.", "a title"),
    ("It is run by the daily Morning Post.", "a newspaper"),
    ("She is 37 years old.", "an age"),
    ("It stood in the Harbour Daily.", "a newspaper's name"),
    ("It stood in the Sunday Herald.", "a newspaper with a day in its name"),
    ("She spoke on “This Week.”", "a programme"),
]


@pytest.mark.parametrize(("text", "why"), NO_TIMES, ids=[case[-1] for case in NO_TIMES])
def test_what_only_looks_like_a_time(text, why):
    assert [one[0] for one in valued(text, "2022-01-12")] == []


ZONES = [
    ("It began at 10:00 GMT+1.", "GMT+1"),
    ("It began at 15.30 UTC.", "UTC"),
    ("It began on 2022-01-08T01:00+05:30.", "+05:30"),
    ("It began at 3 p.m. Eastern.", "Eastern"),
    ("It began at 6pm local time.", "local time"),
]


@pytest.mark.parametrize(("text", "zone"), ZONES, ids=[case[1] for case in ZONES])
def test_zones_as_told(text, zone):
    (timex,) = find_times(made_report(text, "2022-01-12"))

    assert (timex.moment.zone, timex.moment.granularity) == (zone, Granularity.MINUTE)


def test_a_headline_s_day_is_read():
    assert valued("# Bridge shut on Friday", "2022-01-12") == [("Friday", "2022-01-07", "at")]
