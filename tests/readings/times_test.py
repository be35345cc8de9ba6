"""Times: spans, moments and relations of expressions of time."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.readings.made import made_report, moment

from stemma.model import Granularity
from stemma.readings.times import find_times, read_times


def told(text, published=None, anchor=None, dateline=None):
    report = made_report(text, published, dateline)
    return [
        (timex.span.cut(report.text), timex.moment and timex.moment.earliest.date().isoformat(), timex.relation)
        for timex in find_times(report, anchor)
        if timex.span.start >= (len(dateline) if dateline else 0)
    ]


# published, text, expression, first day of its moment, relation
CASES = [
    (
        "2022-01-08T01:00",
        "The envoy said on Friday that it rained.",
        ("Friday", "2022-01-07", "at"),
        "the last such day",
    ),
    ("2022-01-08", "The envoy said on Saturday that it rained.", ("Saturday", "2022-01-08", "at"), "the day itself"),
    ("2022-01-08", "The ship left on Thursday.", ("Thursday", "2022-01-06", "at"), "two days before"),
    ("2022-01-08", "The council will meet on Monday.", ("Monday", "2022-01-10", "at"), "a future verb looks ahead"),
    ("2022-01-08", "They last met last Monday.", ("last Monday", "2022-01-03", "at"), "last Monday"),
    (
        "2022-01-08",
        "Prices have risen since January 1.",
        ("January 1", "2022-01-01", "since"),
        "since a day of the year",
    ),
    ("2022-01-08", "Prices rose on 1 January.", ("1 January", "2022-01-01", "at"), "day before month"),
    ("2022-01-08", "The bridge fell on December 20.", ("December 20", "2021-12-20", "at"), "a day of last year"),
    ("2021-12-20", "The law takes effect January 1.", ("January 1", "2022-01-01", "at"), "a day soon to come"),
    ("2022-01-08", "It opened on March 3, 2015.", ("March 3, 2015", "2015-03-03", "at"), "a full date"),
    (
        "2022-01-08",
        "It opened on the 3rd of March, 2015.",
        ("the 3rd of March, 2015", "2015-03-03", "at"),
        "an ordinal day",
    ),
    ("2022-01-08", "It opened on 2015-03-03.", ("2015-03-03", "2015-03-03", "at"), "ISO 8601"),
    ("2022-01-08", "It opened in October 2015.", ("October 2015", "2015-10-01", "at"), "month and year"),
    ("2022-01-08", "It opened in October.", ("October", "2021-10-01", "at"), "the last October"),
    ("2022-01-08", "It opened in 2016.", ("2016", "2016-01-01", "at"), "a year"),
    ("2022-01-08", "It was usual in the 1990s.", ("the 1990s", "1990-01-01", "at"), "a decade"),
    ("2022-01-08", "She left three years ago.", ("three years ago", "2019-01-01", "at"), "years ago"),
    ("2022-01-08", "She left two days ago.", ("two days ago", "2022-01-06", "at"), "days ago"),
    ("2022-01-08", "She left last week.", ("last week", "2021-12-27", "at"), "the calendar week before"),
    ("2022-01-08", "She left yesterday.", ("yesterday", "2022-01-07", "at"), "yesterday"),
    ("2022-01-08", "She spoke tonight.", ("tonight", "2022-01-08", "at"), "tonight"),
    ("2022-01-08", "She leaves tomorrow.", ("tomorrow", "2022-01-09", "at"), "tomorrow"),
    (
        "2022-01-08",
        "The attack came earlier this month.",
        ("earlier this month", "2022-01-01", "at"),
        "earlier this month",
    ),
    ("2022-01-08", "They struck in recent days.", ("recent days", "2022-01-01", "at"), "recent days"),
    ("2021-12-28", "They met at Christmas.", ("Christmas", "2021-12-25", "at"), "a holiday"),
    ("2021-12-01", "They met in the third quarter.", ("the third quarter", "2021-07-01", "at"), "a quarter"),
    (
        "2022-01-08",
        "She met him at 3 p.m. on Friday.",
        ("3 p.m. on Friday", "2022-01-07", "at"),
        "clock and day are one",
    ),
    ("2022-01-08", "They waited for three days.", ("three days", None, "for"), "a duration has no moment"),
    ("2022-01-08", "They meet every week.", ("every week", None, "every"), "a repetition has no moment"),
    (
        "2022-01-08",
        "It fell in the 2021 second quarter.",
        ("the 2021 second quarter", "2021-04-01", "at"),
        "a year before a quarter",
    ),
    (
        "2022-01-08",
        "It closes at the end of the month.",
        ("the end of the month", "2022-01-01", "at"),
        "the end of the month",
    ),
    (
        "2022-01-08",
        "The talks must end at 9 a.m. EST Tuesday.",
        ("9 a.m. EST Tuesday", "2022-01-11", "at"),
        "a zone between",
    ),
    ("2022-01-08", "Prices fell over the past month.", ("the past month", None, "for"), "the past month is a stretch"),
    ("2022-01-08", "They must leave by Friday.", ("Friday", "2022-01-14", "by"), "by"),
    ("2022-01-08", "It stayed shut until Thursday.", ("Thursday", "2022-01-13", "until"), "until"),
    (
        "2022-01-12",
        "Veldia on Tuesday raised its travel advice for those who will visit Ore.",
        ("Tuesday", "2022-01-11", "at"),
        "a past verb behind the day goes before a future one behind that",
    ),
    (
        "2022-01-12",
        "Veldia, which will host the games, on Tuesday raised its advice.",
        ("Tuesday", "2022-01-11", "at"),
        "what is said aside has no say",
    ),
    (
        "2022-01-12",
        "The ministry raised hopes of a plan on Tuesday.",
        ("Tuesday", "2022-01-11", "at"),
        "hopes and plans beside a past verb are nouns",
    ),
    (
        "2022-01-12",
        "The minister, who will leave on Monday, resigned.",
        ("Monday", "2022-01-17", "at"),
        "a future verb in the day's own clause",
    ),
    ("2022-01-12", "The vote due on Thursday was called off.", ("Thursday", "2022-01-13", "at"), "an appointment"),
    ("2022-01-12", "The vote will be held on Thursday.", ("Thursday", "2022-01-13", "at"), "will be held looks ahead"),
    ("2022-01-12", "The vote was postponed on Tuesday.", ("Tuesday", "2022-01-11", "at"), "the day of postponing"),
    ("2022-01-12", "The vote was postponed to Tuesday.", ("Tuesday", "2022-01-18", "at"), "the day postponed to"),
    (
        "2022-01-12",
        "The court adjourned the hearing until Thursday.",
        ("Thursday", "2022-01-13", "until"),
        "until looks ahead beside a past verb",
    ),
    ("2022-01-12", "They were held till Monday.", ("Monday", "2022-01-17", "until"), "till looks ahead"),
    ("2022-01-12", "They had to leave by Friday.", ("Friday", "2022-01-14", "by"), "by looks ahead"),
    ("2022-01-12", "The quay was shut until May.", ("May", "2022-05-01", "until"), "until a month"),
    (
        "2022-01-12",
        "She left a year and a half ago.",
        ("a year and a half ago", "2020-07-01", "at"),
        "years and a half",
    ),
    ("2022-01-12", "The quay was hit by Monday's storm.", ("Monday", "2022-01-10", "by"), "by what a day brought"),
    ("2022-01-12", "They wait until Friday's vote.", ("Friday", "2022-01-14", "until"), "until a day's event"),
    ("2022-01-12", "They did not meet until Tuesday.", ("Tuesday", "2022-01-11", "until"), "not until is past"),
    ("2022-01-12", "By Monday, the toll had risen.", ("Monday", "2022-01-10", "by"), "by with a past perfect is past"),
    (
        "2022-01-12",
        "She said she hadn't seen the ship before November.",
        ("November", "2021-11-01", "before"),
        "before a month of the last year",
    ),
    ("2022-01-12", "They met in the fall.", ("the fall", "2021-09-01", "at"), "a season"),
    ("2022-01-12", "In 1939 World War II began.", ("1939", "1939-01-01", "at"), "a year before a war's name"),
    ("2022-01-08", "Nothing changed before Tuesday.", ("Tuesday", "2022-01-04", "before"), "before"),
]


@pytest.mark.parametrize(("published", "text", "expected", "why"), CASES, ids=[case[-1] for case in CASES])
def test_times(published, text, expected, why):
    assert told(text, published) == [expected]


NONE = [
    ("It may rain.", "may is a verb"),
    ("Protesters march on.", "march is a verb"),
    ("He paid $2016 for it.", "a price"),
    ("Some 2000 people came.", "a count of people"),
    ("The index closed at 2082.1 points.", "a decimal number"),
    ("The mayor met the second envoy.", "an ordinal"),
    ("She clocked 1:17:44.3 in the final.", "a racer's time"),
    ("He won in a time of 27:13 there.", "a playing time"),
    ("They lost 3:12 there.", "a score"),
    ("The score was 10:12 there.", "a score in points"),
    ("They won 2:1 there.", "a score in goals"),
    ("They cited the Harbour Rights Act of 1965.", "a year in a law's name"),
    ("They cited the 1951 Harbour Convention.", "a year before a law's name"),
    ("They fought in the War of 1812 there.", "a year in a war's name"),
    ("The 2020 census counted them.", "a year of a census"),
    ("He was hurt in the fall.", "somebody's fall"),
    ("She fled before the fall of the town.", "a town's fall"),
]


@pytest.mark.parametrize(("text", "why"), NONE, ids=[case[-1] for case in NONE])
def test_what_only_looks_like_a_time_is_none(text, why):
    assert told(text, "2022-01-08") == []


def test_a_span_of_days_gives_both_ends():
    assert told("The shop was shut from Monday to Thursday.", "2022-01-08") == [
        ("Monday", "2022-01-03", "from"),
        ("Thursday", "2022-01-06", "to"),
    ]


RANGES = [
    ("The shop was shut between 12 and 19 September.", ("12", "19 September"), ("2021-09-12", "2021-09-19"), "between"),
    ("The fair ran from 1 to 3 October.", ("1", "3 October"), ("2021-10-01", "2021-10-03"), "from and to"),
    ("The fair ran 12-19 September.", ("12", "19 September"), ("2021-09-12", "2021-09-19"), "a hyphen"),
    ("The fair ran September 12–19, 2015.", ("September 12", "19, 2015"), ("2015-09-12", "2015-09-19"), "month first"),
]


@pytest.mark.parametrize(("text", "spans", "days", "why"), RANGES, ids=[case[-1] for case in RANGES])
def test_a_range_of_days_gives_both_ends(text, spans, days, why):
    first, last = told(text, "2022-01-08")

    assert (first, last) == ((spans[0], days[0], "from"), (spans[1], days[1], "to"))


def test_two_days_of_a_month_are_no_range():
    assert [relation for *_, relation in told("They met on 12 and 19 September.", "2022-01-08")] == ["at", "at"]


# published, text, moments of the times of day told in it
CLOCKS = [
    (None, "It struck at 11:40 a.m. there.", [None], "a report without a day"),
    (None, "In 2015 it shut. It struck at 11:40 a.m. there.", [None], "a bare year is no day"),
    (None, "On 3 May 2015 it struck at 11.40am.", ["2015-05-03T11:40:00"], "the day told before"),
    ("2022-01-12", "It struck at 1.15 pm.", ["2022-01-12T13:15:00"], "a stop between hour and minute"),
    ("2022-01-12", "It struck at 1040 GMT.", ["2022-01-12T10:40:00"], "four figures and a zone"),
    ("2022-01-12", "In 2015 it shut. It struck at 10:30.", ["2022-01-12T10:30:00"], "a bare year gives no day"),
    (
        "2022-01-12",
        "It struck at 11.40am (1040 GMT) on Monday.",
        ["2022-01-10T11:40:00", "2022-01-10T10:40:00"],
        "the day behind both",
    ),
    ("2022-01-12", "By four o’clock nine had come.", ["2022-01-12T04:00:00"], "an hour in words"),
    ("2022-01-12", "At eight o'clock tonight it ends.", ["2022-01-12T20:00:00"], "an hour of the night"),
    ("2022-01-12", "By 7.30 this morning nine had come.", ["2022-01-12T07:30:00"], "a stop and no half of the day"),
    ("2022-01-12", "It closed at 7.30 on Monday.", [], "a price, perhaps"),
    ("2022-01-12", "They had until 9 a.m. Tuesday.", ["2022-01-18T09:00:00"], "a term with a time of day"),
]


@pytest.mark.parametrize(("published", "text", "expected", "why"), CLOCKS, ids=[case[-1] for case in CLOCKS])
def test_times_of_day_are_told_to_the_minute(published, text, expected, why):
    report = made_report(text, published)
    clocks = [one for one in find_times(report) if re.search(r"\d[:.]\d\d|GMT|a\.m|clock", one.span.cut(report.text))]

    assert [one.moment and one.moment.earliest.isoformat() for one in clocks] == expected
    assert all(one.moment is None or one.moment.granularity is Granularity.MINUTE for one in clocks)


# text, the first and last minute of the time of day told in it, its relation
BESIDE = [
    ("It sank shortly before one o’clock this morning.", ("00:30", "01:00", "at"), "shortly before"),
    ("It sank just before 9.40 a.m. on Friday.", ("09:10", "09:40", "at"), "just before, not on the hour"),
    ("It sank a few minutes before noon.", ("11:30", "12:00", "at"), "a few minutes before"),
    ("It sank shortly after 1pm.", ("13:00", "13:30", "at"), "shortly after"),
    ("It sank just after 11.45pm.", ("23:45", "23:59", "at"), "no time of another day"),
    ("It sank at about 12.50am.", ("00:40", "01:00", "at"), "about, between the hours"),
    ("It sank around 4 p.m.", ("15:45", "16:15", "at"), "about, on the hour"),
    ("They had searched since about 1 p.m.", ("12:45", "13:15", "since"), "about keeps its relation"),
    ("It sank before 9 a.m.", ("09:00", "09:00", "before"), "before alone is no nearness"),
    ("It sank five minutes after 9 a.m.", ("09:00", "09:00", "after"), "a distance that is told"),
    ("It sank shortly before midnight.", ("00:00", "00:00", "at"), "of which day that midnight is stays open"),
]


@pytest.mark.parametrize(("text", "expected", "why"), BESIDE, ids=[case[-1] for case in BESIDE])
def test_a_time_of_day_that_is_not_exact_is_a_range(text, expected, why):
    (told,) = [
        one for one in find_times(made_report(text, "2022-01-12")) if "T" in (one.value or "") and ":" in one.value
    ]
    first, last = told.moment.earliest, told.moment.latest

    assert (f"{first:%H:%M}", f"{last:%H:%M}", told.relation) == expected
    assert first.date() == last.date()


def test_about_one_time_and_shortly_before_another_may_be_one():
    left, right = (
        find_times(made_report(text, "2022-01-12"))[0].moment
        for text in ("It sank about 12.50am.", "It sank shortly before one o’clock this morning.")
    )

    assert left.earliest <= right.latest
    assert right.earliest <= left.latest


IN_MARKS = [
    ("“We will win today,” he said on Tuesday.", "today", "2022-01-11", "the saying's day behind"),
    ("On Tuesday he said: “Tomorrow we start.”", "Tomorrow", "2022-01-12", "the saying's day before"),
    ("He said on Monday it rained. “We start tomorrow,” he said.", "tomorrow", "2022-01-11", "told earlier"),
]


@pytest.mark.parametrize(("text", "word", "day", "why"), IN_MARKS, ids=[case[-1] for case in IN_MARKS])
def test_today_within_marks_is_read_from_the_day_of_the_saying(text, word, day, why):
    assert [one[1] for one in told(text, "2022-01-12") if one[0] == word] == [day]


@pytest.mark.parametrize("before", ["", "The ship sank on Monday. "], ids=["no day", "a day of something else"])
def test_today_within_marks_may_have_been_said_the_day_before(before):
    timex = find_times(made_report(f"{before}“We start tomorrow,” he said.", "2022-01-12"))[-1]

    assert (timex.moment.earliest.day, timex.moment.latest.day, timex.value) == (12, 13, "2022-01-13")


def test_a_range_of_weekdays_ends_after_it_begins():
    assert told("The shop was shut from Monday until Thursday.", "2022-01-12") == [
        ("Monday", "2022-01-10", "from"),
        ("Thursday", "2022-01-13", "until"),
    ]


def test_the_day_before_is_counted_from_the_time_told_last():
    assert told("The bridge fell on December 20. Rain began the day before.", "2022-01-08") == [
        ("December 20", "2021-12-20", "at"),
        ("the day before", "2021-12-19", "at"),
    ]


def test_an_undated_report_anchors_only_full_dates():
    assert told("On Friday it rained. It had not since 3 May 2015.") == [
        ("Friday", None, "at"),
        ("3 May 2015", "2015-05-03", "since"),
    ]


def test_a_dateline_s_date_stands_in_for_publication():
    assert told("On Friday it rained.", dateline="PORT ORE (Agency - 08th January, 2022)") == [
        ("Friday", "2022-01-07", "at")
    ]


def test_a_moment_known_by_way_of_another_report_says_so():
    report = made_report("On Friday it rained. It had not since 3 May 2015.")
    friday, may = find_times(report, moment("2022-01-08T01:00", inferred_from="report-other"))

    assert (friday.moment.inferred_from, may.moment.inferred_from) == ("report-other", None)


def test_an_own_date_goes_before_an_inferred_one():
    report = made_report("On Friday it rained.", "2022-01-15")
    (friday,) = find_times(report, moment("2022-01-08T01:00", inferred_from="report-other"))

    assert (friday.moment.earliest.day, friday.moment.inferred_from) == (14, None)


def test_earlier_this_month_ends_with_the_telling():
    report = made_report("The attack came earlier this month.", "2022-01-08T01:00")
    (timex,) = find_times(report)

    assert timex.moment.latest == report.published.latest


def test_recent_days_are_rough():
    (timex,) = find_times(made_report("They struck in recent days.", "2022-01-08"))

    assert timex.moment.granularity is Granularity.UNKNOWN


def test_a_zone_is_kept_as_told():
    (timex,) = find_times(made_report("She spoke at 10:30 GMT.", "2022-01-08"))

    assert (timex.moment.zone, timex.moment.earliest.hour) == ("GMT", 10)


WORDS = st.sampled_from(
    "on in since Friday January may 31 2016 30 February the last week 3 p.m. two days ago '90s 9/11 "
    "99/99/9999 “ ” . , 😀 é quarter a "
    "every half and 0 year 12:61 ١٢ Christmas 9999-99-99 nineteen ninety 1,000 century".split()
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=14).map(" ".join)), st.booleans())
def test_spans_are_words_of_the_text_in_order_and_apart(text, is_dated):
    report = made_report(text, "2022-01-08" if is_dated else None)
    timexes = find_times(report)

    assert all(timex.span.cut(report.text).strip() == timex.span.cut(report.text) != "" for timex in timexes)
    assert all(left.span.end <= right.span.start for left, right in pairwise(timexes))


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_reading_twice_gives_the_same_times(text):
    report = made_report(text, "2022-01-08")

    assert find_times(report) == find_times(report)


def test_offsets_count_characters_behind_emoji_and_combining_marks():
    assert told("😀 E\u0301tait 👩‍👩‍👧: on Friday it rained.", "2022-01-08") == [("Friday", "2022-01-07", "at")]


def test_values_are_those_of_timex3():
    report = made_report("In the third quarter of 2015, for two weeks, in the 1990s.", "2022-01-08")

    assert [one.value for one in read_times(report, report.published.earliest)] == ["2015-Q3", "P2W", "199"]
