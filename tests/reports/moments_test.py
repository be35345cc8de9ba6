"""Moments of publication as outlets print them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.reports.moments import at_clock, find_moments, read_moment

CASES = [
    ("Published March 03, 2021 | 11:40 PM", "2021-03-03T23:40", "minute", None, "a bar between day and time"),
    ("Published 3 Mar 2021 14:05 GMT", "2021-03-03T14:05", "minute", "GMT", "a zone"),
    ("Last modified on Wed 3 Mar 2021 09.12 GMT", "2021-03-03T09:12", "minute", "GMT", "a full stop in the time"),
    ("Updated: 7:37 PM, May 30, 2019", "2019-05-30T19:37", "minute", None, "the time first"),
    ("Updated 1:45\xa0pm, Friday, June 1, 2018", "2018-06-01T13:45", "minute", None, "a weekday between"),
    ("May 31, 2019, 9:52 PM UTC", "2019-05-31T21:52", "minute", "UTC", "month first"),
    ("March 3, 2021 8:00 a.m. ET", "2021-03-03T08:00", "minute", "ET", "full stops in a.m."),
    ("12:30 AM, 3 March 2021", "2021-03-03T00:30", "minute", None, "half past midnight"),
    ("12 pm, 3 March 2021", "2021-03-03T12:00", "minute", None, "noon"),
    ("UPDATED: WEDNESDAY, MARCH 3, 2021, 9: 31 AM", "2021-03-03T09:31", "minute", None, "a blank behind the colon"),
    ("Edited time: March 3, 2021 02: 15", "2021-03-03T02:15", "minute", None, "the word time behind the label"),
    ("3 March 2021 at 0910 GMT", "2021-03-03T09:10", "minute", "GMT", "four figures"),
    ("2021-03-03T23:40:00Z", "2021-03-03T23:40", "minute", "Z", "ISO 8601"),
    ("2021-03-03T23:40:00.123+01:00", "2021-03-03T23:40", "minute", "+01:00", "ISO 8601 with an offset"),
    ("2021-03-03", "2021-03-03T00:00", "day", None, "a day"),
    ("Wednesday, 3rd of March, 2021", "2021-03-03T00:00", "day", None, "an ordinal"),
    ("03.04.2021", "2021-04-03T00:00", "day", None, "full stops: day first"),
    ("03/04/2021", "2021-03-04T00:00", "unknown", None, "strokes: either"),
    ("03/04/2021 02:57 pm ET", "2021-03-04T14:57", "minute", "ET", "strokes with an American zone: month first"),
    ("03/04/2021 14:57 GMT", "2021-04-03T14:57", "minute", "GMT", "strokes with another zone: day first"),
    ("23/04/2021", "2021-04-23T00:00", "day", None, "only one reading is a date"),
]


@pytest.mark.parametrize(("line", "earliest", "granularity", "zone", "why"), CASES, ids=[case[-1] for case in CASES])
def test_find_moments(line, earliest, granularity, zone, why):
    moment = find_moments(line)[0].moment

    assert (moment.earliest.isoformat(timespec="minutes"), moment.granularity.value, moment.zone) == (
        earliest,
        granularity,
        zone,
    )


@pytest.mark.parametrize("line", ["soon", "31/31/2021", "2021-02-30", "15m ago", "version 1.2.2021x", "99999999999"])
def test_what_is_no_moment(line):
    assert read_moment(line) is None


def test_a_day_without_its_year_is_found_but_no_moment():
    assert [told.moment for told in find_moments("May 30 at 2:44 PM")] == [None]


def test_updating_is_told_from_publishing():
    assert [told.is_later for told in find_moments("Published 3 March 2021 Updated 4 March 2021")] == [False, True]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("16:45", "2021-03-03T16:45"),
        ("4:45 p.m.", "2021-03-03T16:45"),
        ("Published at 4.45pm GMT", "2021-03-03T16:45"),
        ("| 16:45", "2021-03-03T16:45"),
        ("Updated: 16:45", None),
        ("16:45 rain fell", None),
        ("4 March 2021", None),
        ("Rain", None),
        ("", None),
    ],
)
def test_a_time_of_day_by_itself_joins_its_day(line, expected):
    moment = at_clock(read_moment("3 March 2021"), line)

    assert (moment.earliest.isoformat(timespec="minutes") if moment else None) == expected


def test_a_moment_with_its_time_takes_no_other():
    assert at_clock(read_moment("3 March 2021, 10:00"), "16:45") is None


@settings(deadline=None)
@given(
    at=st.datetimes(),
    fraction=st.sampled_from(["", ".5", ".123456"]),
    zone=st.sampled_from(["", "Z", "+01:00", "-0530", "+24:00", " GMT", "x"]),
)
def test_a_stamp_is_read_as_any_other_words(at, fraction, zone):
    stamp = f"{at:%Y-%m-%dT%H:%M:%S}{fraction}{zone}"

    assert read_moment(stamp) == next((told.moment for told in find_moments(stamp) if told.moment is not None), None)


@pytest.mark.parametrize("stamp", ["2021-02-30T10:00:00Z", "2021-03-03T24:00:00Z", "2021-03-03T10:61:00Z"])
def test_a_stamp_of_no_day_or_time_is_read_as_any_other_words(stamp):
    assert read_moment(stamp) == next((told.moment for told in find_moments(stamp) if told.moment is not None), None)
