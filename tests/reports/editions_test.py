"""Reports come once, and of one article's editions by one outlet the latest."""

from datetime import UTC, datetime

from stemma.intake import make_capture
from stemma.reports import distinct, extract

NOW = datetime(2021, 3, 4, tzinfo=UTC)
BODY = (
    "Rain fell on the town on Monday, the mayor said, and the bridge over the river was closed until the "
    "evening of the same day."
)


def report(text, outlet=None, day=3, path="a.json"):
    import json

    record = {"text": text, "published": f"2021-03-0{day}"} | ({"outlet": outlet} if outlet else {})
    return extract(make_capture(path, json.dumps(record).encode(), "application/json", NOW)).reports[0]


def test_the_same_report_twice_is_one():
    kept, refusals = distinct([report(BODY), report(BODY, path="b.json")])

    assert len(kept) == 1
    assert refusals[0].subject == "b.json"


def test_of_editions_the_latest_is_kept_whatever_the_order():
    old, new = report(BODY, "Echo", 2), report(BODY + " It is open again.", "Echo", 3)

    assert distinct([old, new])[0] == distinct([new, old])[0]
    assert [one.id for one in distinct([old, new])[0]] == [new.id]
    assert "earlier edition" in distinct([old, new])[1][0].reason


def test_the_latest_edition_keeps_the_texts_of_the_earlier_ones_the_latest_first():
    texts = [BODY, BODY + " It is open again.", BODY + " It is open again, she added."]
    (kept,) = distinct([report(text, "Echo", day) for day, text in enumerate(texts, start=2)])[0]

    assert kept.text == texts[2]
    assert [one.text for one in kept.earlier] == [texts[1], texts[0]]


def test_an_unknown_outlet_or_two_outlets_have_no_editions():
    assert len(distinct([report(BODY, None, 2), report(BODY + " More.", None, 3)])[0]) == 2
    assert len(distinct([report(BODY, "Echo", 2), report(BODY + " More.", "Sun", 3)])[0]) == 2


def test_two_articles_of_one_outlet_are_no_editions():
    other = (
        "A dog that had been lost for three years found its way home over the mountains, its owner told the newspaper."
    )

    assert len(distinct([report(BODY, "Echo"), report(other, "Echo")])[0]) == 2
