"""Ten questions that a reader of the page must be able to answer: the answers stand where the reader would look."""

import re
from pathlib import Path

import pytest
from lxml import html as markup
from tests.views import example

from stemma.views import to_html

PAGE = Path(__file__).resolve().parents[2] / "docs" / "explanation" / "page.md"
ROW = re.compile(r"^\| (.+\?) \| (\w+) \| (.+) \|$", re.MULTILINE)
QUESTIONS = ROW.findall(PAGE.read_text(encoding="utf-8"))


def part(tree, name):
    if name == "opening":
        found = tree.xpath("//header[@class='opening']")
    else:
        found = tree.xpath(f"//section[@aria-labelledby='s1-{name}']")
    return " ".join(found[0].text_content().split())


def test_there_are_ten_questions():
    assert len(QUESTIONS) == 10


@pytest.mark.parametrize(("question", "name", "answer"), QUESTIONS, ids=[question for question, _, _ in QUESTIONS])
def test_the_page_answers(question, name, answer):
    tree = markup.document_fromstring(to_html(example.COLLATION))

    assert answer in part(tree, name)
