"""Feeds with full texts and NITF are read; other XML is refused by its name."""

from datetime import UTC, datetime

import pytest

from stemma.intake import make_capture
from stemma.reports import extract

NOW = datetime(2021, 3, 4, tzinfo=UTC)
PROSE = (
    "The river rose by two metres in one night on Monday, the mayor of the town, Jane Roe, told "
    "reporters at the bridge. It stayed closed until the evening, she said."
)
RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Springfield Echo</title>
<item><title>River Floods Town</title><link>https://echo.example/flood</link><pubDate>Wed, 03 Mar 2021 10:15:00 GMT</pubDate>
<content:encoded><![CDATA[<p>{PROSE}</p><script>steal()</script>]]></content:encoded></item>
<item><title>Dog Finds Home</title><description>Short.</description></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Echo</title><entry><title>River Floods Town</title>
<link href="https://echo.example/a"/><published>2021-03-03T10:15:00Z</published><author><name>Jane Doe</name></author>
<content type="html">&lt;p&gt;{PROSE}&lt;/p&gt;</content></entry></feed>"""
NITF = f"""<nitf><head><docdata><date.issue norm='2021-03-03T10:15:00Z'/></docdata></head><body>
<body.head><hedline><hl1>River Floods Town</hl1></hedline></body.head><body.content><p>{PROSE}</p></body.content></body></nitf>"""


def read(text):
    return extract(make_capture("a.xml", text.encode(), "application/xml", NOW))


def test_an_rss_entry_with_its_text_is_a_report_and_a_short_one_is_said():
    extraction = read(RSS)
    report = extraction.reports[0]

    assert report.text == f"River Floods Town\n\n{PROSE}"
    assert (report.outlet_id, report.url, report.published.earliest) == (
        "springfield-echo",
        "https://echo.example/flood",
        datetime(2021, 3, 3, 10, 15),
    )
    assert [refusal.reason[:20] for refusal in extraction.refusals] == ["has 1 of 2 entries w"]


@pytest.mark.parametrize("text", [ATOM, NITF], ids=["Atom", "NITF"])
def test_other_kinds(text):
    report = read(text).reports[0]

    assert PROSE in report.text
    assert report.published.earliest == datetime(2021, 3, 3, 10, 15)


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "rain">'
    + "".join(f'<!ENTITY b{n} "{f"&b{n - 1 if n else str()};" * 10}">' for n in range(9))
    + "]><rss><channel><item><title>&b8;</title></item></channel></rss>"
)
WRONG = [
    ("<unknown><a/></unknown>", "<unknown>", "another kind"),
    ("<rss><channel>", "no well-formed XML", "torn"),
    ("<rss><channel></channel></rss>", "0 of 0 entries", "an empty feed"),
    (BOMB, "", "entities that unfold"),
    (
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel><item><description>&x;</description></item></channel></rss>",
        "",
        "a file from outside",
    ),
]


@pytest.mark.parametrize(("text", "said", "why"), WRONG, ids=[case[-1] for case in WRONG])
def test_refused(text, said, why):
    extraction = read(text)

    assert extraction.reports == ()
    assert said in extraction.refusals[0].reason
