"""Times: spans, moments and relations of expressions of time."""

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
    ("2022-01-08", "It stayed shut until Thursday.", ("Thursday", "2022-01-06", "until"), "until"),
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
]


@pytest.mark.parametrize(("text", "why"), NONE, ids=[case[-1] for case in NONE])
def test_what_only_looks_like_a_time_is_none(text, why):
    assert told(text, "2022-01-08") == []


def test_a_span_of_days_gives_both_ends():
    assert told("The shop was shut from Monday to Thursday.", "2022-01-08") == [
        ("Monday", "2022-01-03", "from"),
        ("Thursday", "2022-01-06", "to"),
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
