"""The page: everything escaped; in a browser no overflow, no error, no request, fellows by keyboard, every control named."""

import os
import re
import shutil
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as markup
from tests.views import example

from stemma.views import notebook_html, reading_to_html, to_html, to_html_many
from stemma.views.page import web_address

ALLOWED_SCRIPTS = 1  # our own


def parsed(page):
    return markup.document_fromstring(page)


def dangers(tree):
    """Give what in a page could run or load something, our own script aside."""
    scripts = tree.xpath("//script")[ALLOWED_SCRIPTS:]
    handlers = [name for element in tree.iter() for name in element.attrib if name.lower().startswith("on")]
    loads = tree.xpath("//img|//iframe|//object|//embed|//link|//base|//form|//*[@src]|//video|//audio")
    links = [href for href in tree.xpath("//@href") if not href.startswith(("#", "http://", "https://"))]
    return scripts + handlers + loads + links


def test_hostile_words_stay_words(hostile):
    tree = parsed(to_html([hostile], example.hostile().refusals))

    assert dangers(tree) == []
    assert "<script>alert(1)</script>" in tree.text_content()


def test_hostile_words_stay_words_in_a_reading(hostile):
    reading = replace(example.READINGS[0], voices=hostile.voices, refusals=hostile.refusals, report_id="d")
    reading = replace(reading, attributions=(), claims=(), times=(), quantities=(), names=())
    tree = parsed(reading_to_html(hostile.reports[3], reading, example.HOSTILE))

    assert dangers(tree)[0:] == []
    assert "<script>alert(1)</script>" in tree.text_content()


def test_hostile_words_stay_words_in_a_notebook(hostile):
    tree = markup.fromstring(notebook_html(hostile))

    assert not tree.xpath("//script|//img|//@onerror")


@given(st.text(alphabet=st.sampled_from("<>\"'&/=abc \n{}%#`"), max_size=60))
@settings(deadline=None, max_examples=15)
def test_whatever_is_shown_is_escaped(text):
    words = f"<b x='1'>{text}"
    report = replace(example.REPORTS[2], text=f"{example.TEXTS['c']}\n{words}", path=words)
    shown = to_html(replace(example.COLLATION, reports=(*example.REPORTS[:2], report, *example.REPORTS[3:])))
    tree = parsed(shown)

    assert not tree.xpath("//b[@x]")
    assert dangers(tree) == []
    assert "".join(words.split()) in "".join(tree.text_content().split())


def test_only_web_addresses_are_linked(collation, hostile):
    page = to_html(collation)

    assert 'href="https://example.org/a"' in page
    assert "javascript:alert(4)" not in to_html(hostile)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc", " JaVaScript:x", "//example.org", "https://a b"]
)
def test_other_addresses_are_no_links(url):
    assert web_address(url) is None


def test_the_page_asks_for_nothing(collation):
    page = to_html(collation)

    assert "default-src 'none'" in page
    assert not re.search(r"""(src|href)=["'](?!#|https://example\.org)""", page)
    assert "@import" not in page
    assert "url(" not in page


def test_ids_are_unique_and_links_lead_somewhere(collation):
    tree = parsed(to_html_many([collation, collation]))
    ids = tree.xpath("//@id")
    targets = {href[1:] for href in tree.xpath("//@href") if href.startswith("#")}

    assert len(ids) == len(set(ids))
    assert targets <= set(ids)


def test_the_same_story_gives_the_same_page(collation):
    assert to_html(collation) == to_html(example.COLLATION)


def test_nothing_read_is_a_page_too():
    page = to_html_many([], example.REFUSALS)

    assert "Not read (2)" in page
    assert "reports/photo.jpg" in page


def test_half_a_character_is_no_failure(collation):
    report = replace(example.REPORTS[3], text=example.TEXTS["d"] + "\nhalf \ud83d here\x00")
    page = to_html(replace(collation, reports=(*example.REPORTS[:3], report, example.REPORTS[4])))

    assert page.encode("utf-8")
    assert "\x00" not in page


def test_many_reports_can_be_chosen(collation):
    many = tuple(replace(example.REPORTS[2], id=f"r{number}") for number in range(40))
    tree = parsed(to_html(replace(collation, reports=(*example.REPORTS, *many))))

    assert len(tree.xpath("//select[@data-place='1']/option")) == 45
    assert len(tree.xpath("//section[@class='column' and not(@hidden)]")) == 2


@pytest.fixture(scope="module")
def browser():
    """Give a browser, or skip with a word where there is none."""
    sync = (
        pytest.importorskip("playwright.sync_api")
        if os.environ.get("STEMMA_REQUIRE_ALL") != "1"
        else __import__("playwright.sync_api", fromlist=["sync_playwright"])
    )
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        if os.environ.get("STEMMA_REQUIRE_ALL") == "1":
            pytest.fail("no chromium here, and STEMMA_REQUIRE_ALL=1 asks for everything")
        pytest.skip("no chromium here: apt-get install chromium")
    with sync.sync_playwright() as play:
        opened = play.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def visit(browser, tmp_path):
    """Give a way to open a page of HTML at some width; what goes wrong on it is listed in `troubles`."""
    opened = []

    def visited(page, width):
        path = tmp_path / f"{len(opened)}.html"
        path.write_text(page, encoding="utf-8")
        tab = browser.new_page(viewport={"width": width, "height": 900})
        tab.troubles = []
        tab.on("console", lambda message: tab.troubles.append(message.text))
        tab.on("pageerror", lambda error: tab.troubles.append(str(error)))
        tab.on("request", lambda request: request.url.startswith("file:") or tab.troubles.append(request.url))
        tab.goto(path.as_uri())
        opened.append(tab)
        return tab

    yield visited
    for tab in opened:
        tab.close()


CONTROLS = "button, select, a, summary, [role=button], [role=region], [role=img], svg:not([aria-hidden])"
UNNAMED = (
    f"""() => Array.from(document.querySelectorAll("{CONTROLS}"))"""
    """
  .filter((one) => one.getClientRects().length)
  .filter((one) => !(one.getAttribute("aria-label") || one.textContent.trim() || (one.labels && one.labels.length)))
  .map((one) => one.outerHTML.slice(0, 120))"""
)
SKIPPED = """() => { let last = 0; return Array.from(document.querySelectorAll("h1,h2,h3,h4")).filter((one) => {
  const level = Number(one.tagName[1]), jumps = level > last + 1; last = level; return jumps; }).length }"""


@pytest.mark.browser
@pytest.mark.parametrize("width", [400, 800, 1600])
def test_the_page_fits_and_is_quiet(visit, collation, hostile, width):
    for story in (collation, hostile):
        tab = visit(to_html(story), width)

        assert tab.evaluate("document.documentElement.scrollWidth") <= width
        assert tab.troubles == []
        assert tab.evaluate(UNNAMED) == []
        assert tab.evaluate(SKIPPED) == 0


@pytest.mark.browser
def test_a_reading_fits_and_is_quiet(visit):
    tab = visit(reading_to_html(example.REPORTS[0], example.READINGS[0], "Harbour Gazette"), 400)

    assert tab.evaluate("document.documentElement.scrollWidth") <= 400
    assert tab.troubles == []


@pytest.mark.browser
@pytest.mark.parametrize("width", [400, 1600])
def test_the_keyboard_shows_fellows(visit, collation, width):
    tab = visit(to_html(collation), width)
    assert tab.locator(".s[tabindex='0']").count() == 1
    tab.locator(".s[tabindex='0']").focus()
    for _ in range(12):
        if tab.evaluate("document.activeElement.dataset.fellows"):
            break
        tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")

    assert tab.locator(".fellows").is_visible()
    assert "Same passage in other reports" in tab.locator(".fellows").inner_text()
    assert tab.locator(".s.fellow").count() >= 2
    assert tab.evaluate("document.activeElement.getAttribute('aria-pressed')") == "true"

    tab.keyboard.press("Escape")

    assert not tab.locator(".fellows").is_visible()
    assert tab.troubles == []


@pytest.mark.browser
def test_fellows_stand_level(visit, collation):
    tab = visit(to_html(collation), 1600)
    tops = tab.evaluate(
        """() => Array.from(document.querySelectorAll(".column:not([hidden]) .s"))
        .filter((one) => one.textContent.includes("had no plan to sell"))
        .map((one) => one.closest(".block").getBoundingClientRect().top)"""
    )

    assert len(tops) == 2
    assert tops[0] == tops[1]


@pytest.mark.browser
def test_another_report_is_chosen_by_key_and_by_list(visit, collation):
    tab = visit(to_html(collation), 1600)
    shown = "Array.from(document.querySelectorAll('.column:not([hidden])'), (one) => one.dataset.letter).join('')"
    assert tab.evaluate(shown) == "AB"
    tab.keyboard.press("]")

    assert tab.evaluate(shown) == "AC"

    tab.locator("select[data-place='2']").select_option("D")

    assert tab.evaluate(shown) == "ACD"
    assert tab.evaluate("document.documentElement.scrollWidth") <= 1600


@pytest.mark.browser
def test_a_finding_leads_to_its_words(visit, collation):
    tab = visit(to_html(collation), 1600)
    tab.locator(".findings a[data-text='C']").first.click()

    assert "sixteen" in tab.evaluate("document.activeElement.textContent")
    assert tab.locator(".column[data-letter='C']").get_attribute("hidden") is None
    assert tab.troubles == []


@pytest.mark.browser
@pytest.mark.parametrize("count", [0, 1, 2])
def test_few_reports_are_a_page_too(visit, collation, count):
    few = replace(collation, reports=example.REPORTS[:count])
    tab = visit(to_html_many([few, few]), 400)

    assert tab.troubles == []
    assert tab.locator(".column:not([hidden])").count() == 2 * count
    assert tab.evaluate("document.documentElement.scrollWidth") <= 400


def test_a_finding_names_each_report_once(collation):
    tree = parsed(to_html(collation))
    named = [
        [link.get("data-text") for link in found.xpath("./a") if (link.text or "").strip()]
        for found in tree.xpath("//span[contains(@class, 'points')]")
    ]

    assert any(named)
    assert all(len(letters) == len(set(letters)) for letters in named)


def test_every_reason_stands_with_its_words(collation):
    tree = parsed(to_html(collation))
    shown = {
        " ".join(one.xpath("./span[@class='why']")[0].text_content().split()): one.xpath("./ul//bdi/text()")
        for one in tree.xpath("//ul[@class='descents']//ol[@class='waterfall']/li")
    }

    assert shown["credits Northwire"] == ["Northwire"]
    assert shown["46 bits of shared narration in A's order"] == [example.LEAD, example.LEAD]


def test_what_one_report_alone_has_is_folded(collation):
    alone = replace(collation.utterances[0], id="u-alone", wordings=collation.utterances[0].wordings[:1])
    alone = replace(
        alone, wordings=tuple(replace(one, touches=(), attribution_dropped=False) for one in alone.wordings)
    )
    tree = parsed(to_html(replace(collation, utterances=(*collation.utterances, alone))))
    (folded,) = tree.xpath("//details[summary='1 remark that one report alone has']")

    assert folded.xpath(".//@data-name") == ["u-alone"]
    assert "u-alone" not in tree.xpath("//article[@data-name and not(ancestor::details)]/@data-name")


def test_what_was_added_and_left_out_is_folded_with_its_number(collation):
    summaries = parsed(to_html(collation)).xpath("//section[.//h2[contains(., 'What changed')]]//summary/text()")

    assert summaries == ["1 statement left out", "1 statement added"]


def test_how_many_have_the_opposite_of_the_lead_is_said_once(collation):
    lead = next(one for one in collation.assertions if one.id == collation.story.lead_assertion_id)
    fewer = replace(lead, count=replace(lead.count, reports=lead.count.reports - 1))
    told = replace(collation, assertions=tuple(fewer if one is lead else one for one in collation.assertions))
    page = parsed(to_html(told))
    assert page.xpath("//p[@class='lead']")[0].text_content().endswith("; 1 report has the opposite")
    assert not [one for one in page.xpath("//p[@class='name']") if "opposite" in one.text_content()]


def test_voices_over_a_story_are_few(collation):
    voices = tuple(replace(collation.voices[0], id=f"v{number}", name=f"Voice {number}") for number in range(9))
    lead = replace(collation.assertions[0], voice_ids=tuple(voice.id for voice in voices))
    told = replace(collation, voices=voices, assertions=(lead, *collation.assertions[1:]))
    over = parsed(to_html(told)).xpath("//p[@class='lead']")[0].text_content()

    assert over.endswith("said by Voice 0, Voice 1, Voice 2 and 6 more")


def test_a_shade_is_no_disagreement(collation):
    (conflict, *_) = collation.assertions[1].conflicts
    shade = replace(conflict, kind="certainty", note='"may" against "will"')
    plain = replace(collation.assertions[0], conflicts=(shade,))
    told = replace(collation, assertions=(plain,), stemma=replace(collation.stemma, changes=()))
    (row,) = parsed(to_html(told)).xpath("//table[@class='claims']//tr[@data-name]")

    assert row.get("class") is None
    assert 'not told alike, how sure: "may" against "will"' in row.text_content()
    assert "They disagree" not in row.text_content()


def test_many_reports_are_given_by_letter(collation):
    many = tuple(replace(example.REPORTS[2], id=f"r{number}") for number in range(20))
    table = parsed(to_html(replace(collation, reports=(*example.REPORTS, *many)))).xpath("//table[@class='claims']")[0]

    assert table.xpath(".//thead//th/text()") == ["Claim", "Has it", "Otherwise"]
    assert table.xpath(".//tr[@data-name]/td/text()")[:2] == ["A, B, C", "A, C"]


def test_the_lines_of_the_count_have_their_reasons(collation):
    row = parsed(to_html(collation)).xpath(f"//tr[@data-name='{collation.story.lead_assertion_id}']")[0]
    told = [one for line in collation.assertions[0].lines for one in line.evidence if one.note]

    assert told
    assert all(one.note in row.text_content() for one in told)
    assert row.xpath(".//ul[contains(@class, 'quotes')]")
