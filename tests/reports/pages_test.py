"""Web pages give their article with what the markup says; nothing is made up and nothing hostile gets in."""

from datetime import UTC, datetime

import pytest

from stemma.intake import make_capture
from stemma.reports import ReportRules, extract

NOW = datetime(2021, 3, 4, tzinfo=UTC)
PARAGRAPHS = [
    "The river rose by two metres in one night on Monday, the mayor of the town, Jane Roe, told reporters at the bridge.",
    "Firefighters from three counties were sent to help, and the bridge stayed closed until the evening of the same day.",
    "More rain is expected for the rest of the week, the weather service said, and schools will stay closed until Friday.",
]
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
LD = (
    '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "River Floods Town", '
    '"datePublished": "2021-03-03T10:15:00+01:00", "publisher": {"@type": "Organization", "name": "Springfield Echo"}}]}</script>'
)
PAGE = f"""<!doctype html><html lang="en-GB"><head><title>River Floods Town | Springfield Echo</title>
<link rel="canonical" href="https://echo.example/flood">{LD}</head><body><nav><a href="/">Home</a></nav><main><article>
<h1>River Floods Town</h1><p class="byline">By Jane Doe</p>
<figure><img src="a.jpg"><figcaption>The bridge. (AP Photo/Al Bo)</figcaption></figure>{BODY}
<h2>What comes next</h2><p>The council will meet on Friday and talk about a higher wall along the river.</p>
</article></main></body></html>"""


def read(html, rules=None):
    content = html.encode() if isinstance(html, str) else html
    return extract(make_capture("page.html", content, "text/html", NOW), rules)


def test_an_article_comes_with_headline_byline_outlet_moment_url_and_photo():
    extraction = read(PAGE)
    report = extraction.reports[0]
    zones = [(zone.kind.value, report.text[zone.start : zone.end]) for zone in report.zones]

    assert zones[:2] == [("headline", "River Floods Town"), ("byline", "By Jane Doe")]
    assert ("subhead", "What comes next") in zones
    assert [words for kind, words in zones if kind == "body"][:3] == PARAGRAPHS
    assert (report.outlet_id, report.url, report.language) == (
        "springfield-echo",
        "https://echo.example/flood",
        "en-GB",
    )
    assert (report.published.earliest, report.published.zone) == (datetime(2021, 3, 3, 10, 15), "+01:00")
    assert [(credit.name, credit.role.value, credit.start) for credit in report.credits] == [
        ("Associated Press", "photo", -1)
    ]
    assert extraction.refusals == ()


@pytest.mark.parametrize(
    "tags",
    [
        '<meta property="article:published_time" content="2021-03-03T10:15:00Z">',
        '<time datetime="2021-03-03T10:15:00Z">3 March</time>',
        '<span class="publish-date">Published 3 March 2021, 10:15 GMT</span>',
    ],
    ids=["meta", "time", "visible"],
)
def test_the_time_of_day_is_read_from_other_markup(tags):
    report = read(
        f"<html><head></head><body>{tags}<article><h1>River Floods Town</h1>{BODY}</article></body></html>"
    ).reports[0]

    assert report.published.earliest == datetime(2021, 3, 3, 10, 15)


def test_three_articles_on_a_page_are_three_reports():
    articles = "".join(
        f"<article><h2>Flood number {number} hits town</h2>{BODY.replace('Monday', day)}</article>"
        for number, day in enumerate(["Monday", "Tuesday", "Sunday"])
    )
    extraction = read(f"<html><body>{articles}</body></html>")

    assert len({report.id for report in extraction.reports}) == 3
    assert extraction.reports[1].text.startswith("Flood number 1 hits town")
    assert "holds 3 articles" in extraction.refusals[-1].reason


def test_a_page_that_calls_itself_an_article_is_one_whatever_stands_beside_it():
    beside = "".join(
        f"<article><h3>Flood {number}</h3>{BODY.replace('Monday', 'Tuesday')}</article>" for number in range(2)
    )

    assert len(read(PAGE.replace("</main>", beside + "</main>")).reports) == 1


def test_teasers_beside_an_article_are_no_articles():
    teasers = "<article><h3>Dog finds home</h3><p>A dog found its home.</p></article>" * 3

    assert len(read(PAGE.replace("</main>", teasers + "</main>")).reports) == 1


NO_ARTICLES = [
    (
        "<html><body><nav><a href=/>Home</a><a href=/b>News</a></nav></body></html>",
        "has no article",
        "navigation alone",
    ),
    ("<html></html>", "has no article", "nothing"),
    ("<html><body>" + "<div>" * 5000 + "rain" + "</div>" * 5000, "", "deep nesting"),
    (
        "<html><body><script>document.write('x')</script><svg onload=alert(1)></svg></body></html>",
        "has no article",
        "scripts alone",
    ),
    ("<html" + "<" * 1000, "", "broken tags"),
]


@pytest.mark.parametrize(("html", "said", "why"), NO_ARTICLES, ids=[case[-1] for case in NO_ARTICLES])
def test_a_page_without_an_article_is_refused(html, said, why):
    extraction = read(html)

    assert extraction.reports == ()
    assert said in extraction.refusals[0].reason


def test_scripts_and_handlers_stay_out_of_the_text():
    hostile = BODY.replace("<p>", "<p onclick='steal()'><script>steal()</script><a href='javascript:steal()'>").replace(
        "</p>", "</a></p>"
    )

    assert (
        "steal"
        not in read(f"<html><body><article><h1>River Floods Town</h1>{hostile}</article></body></html>").reports[0].text
    )


def test_broken_json_ld_is_passed_over():
    assert read(PAGE.replace('{"@graph"', '{{"@graph"')).reports[0].outlet_id is None


def test_pages_over_the_limits_are_refused_without_parsing_for_long():
    assert "too large" in read(b"<html>" + b"<p>rain</p>" * 5_000_000).refusals[0].reason
    assert "elements" in read("<html><body>" + "<p>rain</p>" * 70_000).refusals[0].reason
    assert "nested" in read(PAGE, ReportRules(deepest_page=3)).refusals[0].reason
