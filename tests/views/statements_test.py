"""An editor's list: who speaks, under which other names, how often, how sure, and when."""

import pytest

import stemma
from stemma.views import reading_to_html, reading_to_text

TEXT = (
    "Talks to resume, envoy says\n"
    "2023-03-14\n\n"
    "The Secretary of State said on Tuesday that talks may resume. Ada Orr told reporters that no aid had come.\n\n"
    "The ministry denied that. Most traders said prices would probably rise if it rained.\n\n"
    "The board did not respond to a request for comment. Bo Lind told the Harbour Post that he was ill.\n"
)
SHOWN = [
    (
        "Ada Orr (person; 2 mentions) also “The Secretary of State” says 2 (1 possible); 2023-03-14",
        "who, how sure, when",
    ),
    ("ministry (body; 1 mention) denies 1", "who denies"),
    ("board (body; 1 mention) declines 1", "who did not answer"),
    ("Harbour Post (newsroom; 1 mention) passes on 1", "who passes on"),
    ("when: “Tuesday” (2023-03-14)", "when it was said"),
    ("how sure: on a condition, “if”", "how sure, and for whom"),
    ("how sure: negated", "what is said not to be so"),
]


@pytest.fixture(scope="module")
def made():
    settings = stemma.Settings().but("readings", reader="fast")
    return stemma.read({"id": "a", "text": TEXT}, settings=settings)


@pytest.fixture(scope="module")
def shown(made):
    return " ".join(reading_to_text(made.report, made.reading, 200).split())


@pytest.mark.parametrize(("words", "why"), SHOWN, ids=[case[-1] for case in SHOWN])
def test_the_editors_list(shown, words, why):
    assert words in shown


def test_the_page_has_it_too(made):
    page = reading_to_html(made.report, made.reading)

    assert "“Tuesday” (2023-03-14)" in page
    assert "person, 2 mentions; says 2 (1 possible); 2023-03-14" in page
